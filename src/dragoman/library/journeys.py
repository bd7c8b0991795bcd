"""Routes and scenarios, asked from Python."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.desk.routes import (
    RouteQuestion,
    ScenarioAnswer,
    find_routes,
    moment,
    scenario_effects,
    scenario_names,
)
from dragoman.library import shapes
from dragoman.library.given import one_or_more
from dragoman.library.rows import Rows
from dragoman.model.routes import Route

__all__ = ["routes", "scenario", "scenarios"]


def routes(
    origin: str,
    destination: str,
    *,
    via: str | Sequence[str] = (),
    avoid: str | Sequence[str] = (),
    scenario: str | None = None,
    regime: str = "official",
    depart: str | None = None,
    cargo: str = "container",
    networks: str | Path | Sequence[str | Path] = (),
) -> Rows[Route]:
    """The routes worth weighing between two places, fastest first.

    Parameters
    ----------
    origin, destination : str
        Names or UN/LOCODEs.
    via, avoid : str or sequence of str
        Places to pass, in order; places, countries (alpha-3) or modes to stay out of.
    scenario : str, optional
        A bundled scenario or a file of changes.
    regime : str
        ``official`` (published times) or ``measured`` (observed ones).
    depart : str, optional
        Departure such as ``2025-11-03``; an average over departures without it.
    cargo : str
        ``container``, ``bulk``, ``oil`` or ``gas``.
    networks : path or sequence of path
        Folders of network tables laid over the package's.

    Raises
    ------
    UnknownCode
        A place, country, mode or scenario that nobody knows, with the nearest names.
    NoRoute
        Nothing joins the places; the message names the cut.
    """
    question = RouteQuestion(
        origin, destination, one_or_more(via), one_or_more(avoid), scenario, regime, moment(depart), cargo,
        tuple(Path(n) for n in one_or_more(networks)),
    )  # fmt: skip
    return Rows(find_routes(question).routes, shapes.ROUTES)


def scenario(name: str, *, regime: str = "official", depart: str | None = None) -> ScenarioAnswer:
    """What a bundled scenario, or a file of changes, does against the base network, pair by pair."""
    return scenario_effects(name, regime=regime, depart=moment(depart))


def scenarios() -> tuple[str, ...]:
    """Names of the bundled scenarios."""
    return scenario_names()
