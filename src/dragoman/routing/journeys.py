"""The question: which routes lead from one place to another, and how sure are their times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dragoman.model.routes import Route
from dragoman.routing.networks import Network

__all__ = ["routes"]


def routes(
    network: Network,
    origin: str,
    destination: str,
    *,
    via: Sequence[str] = (),
    avoid: Sequence[str] = (),
    depart: datetime | None = None,
    cargo: str = "container",
    draws: int = 4096,
) -> list[Route]:
    """The exact Pareto set over expected time, cost and CO2, fastest first, with reliability.

    Parameters
    ----------
    network : Network
        From :func:`dragoman.routing.networks.load_network`, or changed by a scenario.
    origin, destination : str
        Names or codes of places.
    via : sequence of str
        Places to pass, in this order.
    avoid : sequence of str
        Places, countries (alpha-3) or modes to stay out of; every route returned does.
    depart : datetime, optional
        Departure; without it the answer is an average over departures (§N6).
    cargo : str
        ``container``, ``bulk``, ``oil`` or ``gas``.
    draws : int
        Monte Carlo draws a route.

    Raises
    ------
    UnknownCode
        A place, country or mode that the network does not know, with the nearest names.
    NoRoute
        Nothing joins the places under the conditions; the message names the cut.
    """
    raise NotImplementedError
