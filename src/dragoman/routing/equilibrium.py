"""User equilibrium on congested links: nobody can do better by another path (Wardrop 1952).

Gradient projection on paths (Jayakrishnan et al. 1994): for every pair the flow of each
dearer path moves towards the cheapest by a Newton step, link times being brought up to date at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.errors import UsageError
from dragoman.routing.tntp import RoadNetwork

__all__ = ["Equilibrium", "equilibrium", "objective"]


@dataclass(frozen=True, slots=True)
class Equilibrium:
    """Flows of a user equilibrium.

    Attributes
    ----------
    flow : array of float
        By link.
    objective : float
        Beckmann's: the sum over links of the integral of time over flow.
    relative_gap : float
        (time spent - time on the shortest paths) / time spent [-]; a bound on how far
        ``objective`` is from the best: at most ``relative_gap`` times the time spent.
    iterations : int
        Rounds of shortest paths.
    """

    flow: Any
    objective: float
    relative_gap: float
    iterations: int


def objective(network: RoadNetwork, flow: Any) -> float:
    """Beckmann's objective of link flows."""
    n = network
    rise = n.b / n.capacity**n.power * flow ** (n.power + 1) / (n.power + 1)
    return float((n.free * (flow + rise)).sum())


def equilibrium(network: RoadNetwork, trips: Any, *, gap: float = 1e-10, most: int = 500) -> Equilibrium:
    """Solve for the user equilibrium.

    Parameters
    ----------
    network : RoadNetwork
        Links; times must not fall with flow.
    trips : array (zones, zones)
        Trips by origin and destination; the diagonal is left out.
    gap : float
        Relative gap to stop at.
    most : int
        Rounds at most.

    Raises
    ------
    UsageError
        Trips between two zones that no path joins.
    """
    import numpy as np

    order = np.argsort(network.tail, kind="stable")
    first = np.searchsorted(network.tail[order], np.arange(network.nodes + 1))
    wanted = np.array(trips, dtype=np.float64)
    np.fill_diagonal(wanted, 0.0)
    flow, reached, rounds, bad = _solver()(
        first.astype(np.int64), network.head[order], network.free[order], network.b[order],
        network.capacity[order], network.power[order], network.first_through, wanted, gap, most,
    )  # fmt: skip
    if bad >= 0:
        a, b = divmod(int(bad), network.zones)
        raise UsageError(f"no path from zone {a + 1} to zone {b + 1}", remedy="drop the trips or add a link")
    out = np.empty_like(flow)
    out[order] = flow
    return Equilibrium(out, objective(network, out), float(reached), int(rounds))


@lru_cache(maxsize=1)
def _solver() -> Any:
    from dragoman.routing._projection import solve

    return solve
