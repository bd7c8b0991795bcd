"""Before and after: what a scenario changes, pair by pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dragoman.errors import NoRoute
from dragoman.model.routes import Band, Route
from dragoman.routing.bottlenecks import Bottleneck, bottleneck
from dragoman.routing.journeys import routes
from dragoman.routing.networks import Network
from dragoman.routing.scenarios import Pair

__all__ = ["Comparison", "Outcome", "compare", "hub_pairs"]

# Origins in the east and destinations in the west whose pairs every scenario of freight is tried on.
_ORIGINS = ("CNSHA", "CNSIA", "KZALT", "KZNQZ", "UZTAS", "KZAAU")
_DESTINATIONS = ("AZBAK", "GEPTI", "TRIST", "TRMER", "ROCND", "BGVAR", "BGSOF", "HUBUD", "DEDUI")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fastest route of a pair, how many others are worth a look, what limits it, the least cost and CO2."""

    route: Route
    alternatives: int
    bottleneck: Bottleneck | None
    least_cost: Band | None = None
    least_co2: Band | None = None

    @property
    def spread(self) -> float:
        """p90 less p10 [h]."""
        return self.route.hours.p90 - self.route.hours.p10

    @property
    def way(self) -> tuple[str, ...]:
        """Names of the services and modes in order, each once where repeated."""
        out: list[str] = []
        for leg in self.route.legs:
            name = leg.service or leg.mode
            if leg.link and (not out or out[-1] != name):
                out.append(name)
        return tuple(out)

    def to_json(self) -> dict[str, Any]:
        """As printed by ``dragoman scenario``."""
        route = self.route
        return {
            "route": route.id,
            "way": list(self.way),
            "alternatives": self.alternatives,
            "km": round(route.km, 1),
            "hours": route.hours.to_json(),
            "spread_hours": round(self.spread, 1),
            "usd_per_feu": route.usd_per_feu.to_json() if route.usd_per_feu else None,
            "kgco2e_per_teu": route.kgco2e_per_teu.to_json() if route.kgco2e_per_teu else None,
            "least_usd_per_feu": self.least_cost.to_json() if self.least_cost else None,
            "least_kgco2e_per_teu": self.least_co2.to_json() if self.least_co2 else None,
            "capacity": self.bottleneck.to_json() if self.bottleneck else None,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pair before and after; None is a pair that nothing joins."""

    pair: Pair
    from_: str
    to: str
    before: Outcome | None
    after: Outcome | None

    @property
    def changed(self) -> bool:
        """Whether anything that the reader sees is different."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        b, a = self.before.to_json(), self.after.to_json()
        return b != a

    def difference(self) -> dict[str, Any] | None:
        """After less before; None where one of them has no route."""
        if self.before is None or self.after is None:
            return None
        b, a = self.before, self.after
        return {
            "hours": round((a.route.hours.mean or 0) - (b.route.hours.mean or 0), 1),
            "spread_hours": round(a.spread - b.spread, 1),
            "usd_per_feu": _shift(b.route.usd_per_feu, a.route.usd_per_feu),
            "kgco2e_per_teu": _shift(b.route.kgco2e_per_teu, a.route.kgco2e_per_teu),
            "least_usd_per_feu": _shift(b.least_cost, a.least_cost),
            "least_kgco2e_per_teu": _shift(b.least_co2, a.least_co2),
            "capacity": round(a.bottleneck.value - b.bottleneck.value, 3)
            if a.bottleneck and b.bottleneck
            else None,
            "bottleneck": [x.bottleneck.subject if x.bottleneck else None for x in (b, a)],
        }

    def to_json(self) -> dict[str, Any]:
        """As printed by ``dragoman scenario``."""
        return {
            "from": self.from_,
            "to": self.to,
            "cargo": self.pair.cargo,
            "via": list(self.pair.via),
            "avoid": list(self.pair.avoid),
            "changed": self.changed,
            "before": self.before.to_json() if self.before else None,
            "after": self.after.to_json() if self.after else None,
            "difference": self.difference(),
        }


def hub_pairs(network: Network, avoid: tuple[str, ...] = ()) -> list[Pair]:
    """The pairs of hubs, east to west, that the network knows."""
    return [
        Pair(a, b, avoid=avoid)
        for a in _ORIGINS
        for b in _DESTINATIONS
        if a in network.nodes and b in network.nodes
    ]


def compare(
    before: Network,
    after: Network,
    pairs: Sequence[Pair],
    *,
    tried: Sequence[Pair] = (),
    depart: datetime | None = None,
    draws: int = 4096,
) -> list[Comparison]:
    """Compare the fastest routes of pairs in two networks with the same luck.

    Parameters
    ----------
    before, after : Network
        The base and the changed network, in one regime.
    pairs : sequence of Pair
        Always in the answer.
    tried : sequence of Pair
        In the answer only where something changes.
    depart : datetime, optional
        Departure; without it an average over departures.
    draws : int
        Monte Carlo draws a route.
    """
    out = [_compared(before, after, pair, depart, draws) for pair in pairs]
    told = {(c.from_, c.to, c.pair.cargo, c.pair.avoid) for c in out if not c.pair.via}
    for pair in tried:
        names = (before.find(pair.from_).name, before.find(pair.to).name, pair.cargo, pair.avoid)
        # A handful of draws tells whether the routes or their costs differ at all.
        if names in told or not _compared(before, after, pair, depart, 8).changed:
            continue
        out.append(_compared(before, after, pair, depart, draws))
    return out


def _compared(before: Network, after: Network, pair: Pair, depart: datetime | None, draws: int) -> Comparison:
    start, end = after.find(pair.from_).name, after.find(pair.to).name
    return Comparison(
        pair, start, end, _outcome(before, pair, depart, draws), _outcome(after, pair, depart, draws)
    )


def _outcome(network: Network, pair: Pair, depart: datetime | None, draws: int) -> Outcome | None:
    try:
        found = routes(
            network,
            pair.from_,
            pair.to,
            via=pair.via,
            avoid=pair.avoid,
            depart=depart,
            cargo=pair.cargo,
            draws=draws,
        )
    except NoRoute:
        return None
    costs = [r.usd_per_feu for r in found if r.usd_per_feu]
    co2 = [r.kgco2e_per_teu for r in found if r.kgco2e_per_teu]
    return Outcome(
        found[0],
        len(found) - 1,
        bottleneck(network, found[0], pair.cargo),
        min(costs, key=lambda band: band.middle, default=None),
        min(co2, key=lambda band: band.middle, default=None),
    )


def _shift(before: Band | None, after: Band | None) -> float | None:
    """Difference of the middles."""
    if before is None or after is None:
        return None
    return round(after.middle - before.middle, 2)
