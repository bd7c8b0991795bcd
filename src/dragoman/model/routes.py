"""Routes: what the search answers, in the words of freight planning.

Times are hours, money is USD per FEU (a forty-foot unit), CO2 is kg CO2e per TEU. A quantity
that the network does not know is ``None``, never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Band", "HoursQuantiles", "Leg", "Route", "RouteAnswer"]


@dataclass(frozen=True, slots=True)
class Band:
    """An interval that the sources leave open; both ends inclusive."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """The value that the search compares."""
        return (self.low + self.high) / 2

    def to_json(self) -> dict[str, float]:
        """``{low, high}``, rounded to cents or grams."""
        return {"low": round(self.low, 2), "high": round(self.high, 2)}


@dataclass(frozen=True, slots=True)
class HoursQuantiles:
    """The spread of a time [h] over draws; ``mean`` is None where only quantiles were asked for."""

    p10: float
    p50: float
    p90: float
    mean: float | None = None

    def to_json(self) -> dict[str, float]:
        """``{p10, p50, p90}`` and ``mean`` where there is one, rounded to a tenth of an hour."""
        out = {"p10": round(self.p10, 1), "p50": round(self.p50, 1), "p90": round(self.p90, 1)}
        if self.mean is not None:
            out["mean"] = round(self.mean, 1)
        return out


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch or a stop of a route.

    Attributes
    ----------
    from_, to : str
        Names of places; equal for a stop.
    mode : str
        ``rail``, ``sea``, ... or ``wait``, ``transfer``, ``border``, ``gauge`` for a stop.
    service : str
        Name of the service; for a stop what is waited for or done.
    km : float
        Length [km]; 0 for a stop.
    hours : HoursQuantiles
        Time of this leg alone [h].
    source : str
        Where the time comes from.
    assumed : bool
        Whether the time is assumed.
    fallback : bool
        Whether the time is of another regime than the one asked for (§N3).
    link : str
        Id of the row in ``legs.csv``; empty for a stop.
    from_id, to_id : str
        Node ids.
    usd_per_feu, kgco2e_per_teu : Band or None
        Cost and emissions of this leg; None where the network has none.
    km_source : str
        Where the length comes from.
    """

    from_: str
    to: str
    mode: str
    service: str
    km: float
    hours: HoursQuantiles
    source: str
    assumed: bool = False
    fallback: bool = False
    link: str = ""
    from_id: str = ""
    to_id: str = ""
    usd_per_feu: Band | None = None
    kgco2e_per_teu: Band | None = None
    km_source: str = ""

    def to_json(self) -> dict[str, Any]:
        """The leg as INTERFACES has it, with its marks added."""
        hours = self.hours.to_json()
        hours.pop("mean", None)
        return {
            "from": self.from_,
            "to": self.to,
            "mode": self.mode,
            "service": self.service,
            "km": round(self.km, 1),
            "hours": hours,
            "source": self.source,
            "assumed": self.assumed,
            "fallback": self.fallback,
            "link": self.link or None,
        }


@dataclass(frozen=True, slots=True)
class Route:
    """One member of the Pareto set.

    Attributes
    ----------
    id : str
        ``rt_`` and a digest of links and regime; stable.
    legs : tuple of Leg
        Stretches and stops in order.
    km : float
        Length of the stretches [km].
    hours : HoursQuantiles
        Door of the first place to door of the last [h].
    expected_hours : float
        The value that the search compared [h] (§N4).
    buffer_index : float
        (p95 - mean) / mean of the hours [-], as the FHWA defines it.
    usd_per_feu : Band or None
        Cost; None where the network knows none for this cargo.
    kgco2e_per_teu : Band or None
        Emissions; None where the network knows none for this cargo.
    """

    id: str
    legs: tuple[Leg, ...]
    km: float
    hours: HoursQuantiles
    expected_hours: float
    buffer_index: float
    usd_per_feu: Band | None
    kgco2e_per_teu: Band | None

    @property
    def links(self) -> tuple[str, ...]:
        """Ids of the rows of ``legs.csv`` in order."""
        return tuple(leg.link for leg in self.legs if leg.link)

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of the nodes in order."""
        moving = [leg for leg in self.legs if leg.link]
        return (*(leg.from_id for leg in moving), *(leg.to_id for leg in moving[-1:]))

    def to_json(self) -> dict[str, Any]:
        """The route as INTERFACES has it."""
        return {
            "id": self.id,
            "legs": [leg.to_json() for leg in self.legs],
            "km": round(self.km, 1),
            "hours": self.hours.to_json(),
            "buffer_index": round(self.buffer_index, 3),
            "usd_per_feu": self.usd_per_feu.to_json() if self.usd_per_feu else None,
            "kgco2e_per_teu": self.kgco2e_per_teu.to_json() if self.kgco2e_per_teu else None,
        }


@dataclass(frozen=True, slots=True)
class RouteAnswer:
    """What ``dragoman route`` prints: the Pareto set, fastest first."""

    from_: str
    to: str
    scenario: str | None
    regime: str
    routes: tuple[Route, ...]
    emission_scope: str = ""

    def to_json(self) -> dict[str, Any]:
        """One object, as INTERFACES has it; ``emission_scope`` says what the CO2 counts (``WTW``, ``TTW``)."""
        return {
            "from": self.from_,
            "to": self.to,
            "scenario": self.scenario,
            "regime": self.regime,
            "emission_scope": self.emission_scope or None,
            "routes": [route.to_json() for route in self.routes],
        }
