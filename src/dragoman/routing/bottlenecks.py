"""The narrowest capacity on a way through the network (§N2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model.routes import Route
from dragoman.routing.networks import Capacity, Network
from dragoman.routing.subjects import leg_subjects, node_subjects

__all__ = ["Bottleneck", "bottleneck", "capacities_on", "subject_words"]


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """The least known capacity of a route.

    Attributes
    ----------
    subject : str
        Leg, service or node, in words that a reader knows.
    value : float
        Capacity in ``unit``.
    unit : str
        ``kTEU/y`` for containers, ``Mt/y`` for bulk and oil, ``bcm/y`` for gas.
    low, high : float or None
        Where sources disagree.
    source : str
        Where the number comes from.
    assumed : bool
        Whether it is ours.
    """

    subject: str
    value: float
    unit: str
    low: float | None
    high: float | None
    source: str
    assumed: bool

    def to_json(self) -> dict[str, Any]:
        """As printed by ``dragoman scenario``."""
        return {
            "at": self.subject,
            "value": round(self.value, 3),
            "unit": self.unit,
            "low": None if self.low is None else round(self.low, 3),
            "high": None if self.high is None else round(self.high, 3),
            "source": self.source,
            "assumed": self.assumed,
        }


def capacities_on(
    network: Network, links: Sequence[str], places: Sequence[str], cargo: str
) -> list[Capacity]:
    """Every capacity of the network that a way by these links and places uses."""
    subjects: set[str] = set()
    for link, place in zip(links, places):
        row = network.links[link]
        subjects.update(leg_subjects(row, network.nodes, forward=row.from_ == place))
    for place in places:
        subjects.update(node_subjects(network.nodes[place], "node:"))
    return [c for c in network.capacities if c.subject in subjects and c.cargo in ("*", cargo)]


def bottleneck(network: Network, route: Route, cargo: str) -> Bottleneck | None:
    """The narrowest known capacity of a route; None where none is known on it."""
    found = capacities_on(network, route.links, route.places, cargo)
    if not found:
        return None
    least = min(found, key=lambda c: (c.value, c.subject))
    unit, factor = _unit(network, cargo)
    low, high = (None if x is None else x * factor for x in (least.low, least.high))
    return Bottleneck(
        subject_words(network, least.subject),
        least.value * factor,
        unit,
        low,
        high,
        least.source,
        least.assumed,
    )


def _unit(network: Network, cargo: str) -> tuple[str, float]:
    if cargo == "container":
        return "kTEU/y", 1e-3 / network.number("tonnes_per_teu", 10.0)
    return ("bcm/y", 1.0) if cargo == "gas" else ("Mt/y", 1e-6)


def subject_words(network: Network, subject: str) -> str:
    """What a capacity is of, in words that a reader knows; ``>`` and ``<`` are a link there and back."""
    head, _, rest = subject.partition(":")
    if head == "node":
        return network.nodes[rest].name
    if head in ("service", "kind", "mode"):
        return rest.rstrip("<>")
    link = network.links.get(subject.rstrip("<>"))
    if link is None:
        return subject
    ends = list(_ends(network, link.from_, link.to))
    return (
        " to ".join(reversed(ends) if subject.endswith("<") else ends)
        if subject[-1] in "<>"
        else " - ".join(ends)
    )


def _ends(network: Network, *ids: str) -> Iterable[str]:
    return (network.nodes[i].name for i in ids)
