"""Very many changes of one network, each answered for the same pairs: closures and factors on times.

For sweeps over candidate links, open all of them in the network first (``network.changed``) and
close those that a change does without.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dragoman.routing.graphs import Graph, graph_of
from dragoman.routing.networks import Network
from dragoman.routing.reliability import Draws, Spread, spread
from dragoman.routing.searches import Found, Query, Searcher

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

__all__ = ["Change", "PairAnswer", "Sweep", "sweep"]


@dataclass(frozen=True, slots=True)
class Change:
    """A variant of the network.

    Attributes
    ----------
    closed : frozenset of str
        Links that must not be used.
    time_factor, wait_factor : mapping
        Link id -> factor on its running time, on its wait.
    """

    closed: frozenset[str] = frozenset()
    time_factor: Mapping[str, float] = field(default_factory=dict)
    wait_factor: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """A pair under a change; all empty if nothing joins it.

    Attributes
    ----------
    front : tuple of (int, int, int)
        Pareto set: seconds, cents, grams; fastest first.
    links : tuple of str
        The fastest route.
    spread : Spread or None
        Its time.
    """

    front: tuple[tuple[int, int, int], ...]
    links: tuple[str, ...]
    spread: Spread | None


class Sweep:
    """Answers changes of one network for fixed pairs; compiled, one thread.

    Parameters
    ----------
    network : Network
        The base.
    pairs : sequence of (str, str)
        Names or codes of places.
    cargo : str
        What is carried.
    draws : int
        Monte Carlo draws a route.
    """

    def __init__(
        self, network: Network, pairs: Sequence[tuple[str, str]], cargo: str = "container", draws: int = 4096
    ) -> None:
        streams = Draws(draws, correlation=network.leg_correlation)
        sides: dict[int, _Side] = {}
        self._ends: list[tuple[_Side, int, int]] = []
        for a, b in pairs:
            start, target = network.find(a), network.find(b)
            trip = network.for_trip(start, target)
            if id(trip) not in sides:
                sides[id(trip)] = _Side(graph_of(trip, cargo), streams)
            side = sides[id(trip)]
            self._ends.append((side, side.graph.index(start.id), side.graph.index(target.id)))
        self._sides = list(sides.values())

    def answer(self, change: Change) -> tuple[PairAnswer, ...]:
        """The pairs in order."""
        for side in self._sides:
            side.change(change)
        return tuple([side.pair(start, target) for side, start, target in self._ends])


class _Side:
    """The pairs whose trips have the same times: one graph, one searcher."""

    def __init__(self, graph: Graph, draws: Draws) -> None:
        self.graph, self._draws = graph, draws
        self._searcher = Searcher(graph, fast=True, reuse=True)
        self._arcs_of: dict[str, list[int]] = {}
        for a, i in enumerate(graph.source_arc):
            self._arcs_of.setdefault(graph.arcs[i].link.id, []).append(a)
        self._kept: dict[int, Any] = {}
        self._closed: frozenset[int] = frozenset()
        self._changed: dict[int, tuple[float, float]] = {}

    def change(self, change: Change) -> None:
        """Close and retime, for all pairs until the next change."""
        self._closed = frozenset(a for link in change.closed for a in self._arcs_of.get(link, ()))
        links = change.time_factor.keys() | change.wait_factor.keys()
        self._changed = {
            a: (change.time_factor.get(link, 1.0), change.wait_factor.get(link, 1.0))
            for link in links
            for a in self._arcs_of.get(link, ())
        }
        self._searcher.retime({a: self._seconds(a, *pair) for a, pair in self._changed.items()})

    def pair(self, start: int, target: int) -> PairAnswer:
        """The answer for two nodes."""
        barred = self.graph.away_from((start, target)) | self._closed
        found = self._searcher.run(Query(start, target, closed=barred))
        if not found:
            return PairAnswer((), (), None)
        front = tuple([one.vector for one in found])
        return PairAnswer(front, self._links(found[0]), spread(self._sample(found[0])))

    def _links(self, found: Found) -> tuple[str, ...]:
        arcs, source = self.graph.arcs, self.graph.source_arc
        return tuple([arcs[source[a]].link.id for a in found.arcs])

    def _seconds(self, a: int, time: float, wait: float) -> int:
        arc = self.graph.arcs[self.graph.source_arc[a]]
        waiting = arc.calendar.mean_wait if arc.calendar else 0.0
        return round(arc.time.mean * 3600 * time) + round(waiting * 3600 * wait)

    def _sample(self, found: Found) -> Any:
        import numpy as np

        total = np.zeros(self._draws.n, dtype=np.float32)
        for a in found.arcs:
            if a in self._changed:
                total += self._vector(a, *self._changed[a])
            else:
                if a not in self._kept:
                    self._kept[a] = self._vector(a, 1.0, 1.0)
                total += self._kept[a]
        last = found.arcs[-1]
        node = self.graph.arcs[self.graph.source_arc[last]].head
        for stop in self.graph.finish_stops[self.graph.head[last]]:
            total += self._draws.time(f"{node}:{stop.process}", stop.time)
        return total

    def _vector(self, a: int, time: float, wait: float) -> Any:
        """Stops, wait and running time of an arc of the graph, with the streams that routes use."""
        import numpy as np

        graph = self.graph
        arc = graph.arcs[graph.source_arc[a]]
        key = arc.link.id + (">" if arc.forward else "<")
        total = np.float32(time) * self._draws.time(arc.time.luck or key, arc.time)
        if arc.calendar and arc.calendar.mean_wait:
            total = total + np.float32(wait) * self._draws.wait(key, arc.calendar)
        for stop in graph.stops[a]:
            total = total + self._draws.time(f"{arc.tail}:{stop.process}", stop.time)
        return total


_WORKER: list[Sweep] = []


def _prepare(network: Network, pairs: Sequence[tuple[str, str]], cargo: str, draws: int) -> None:
    _WORKER[:] = [Sweep(network, pairs, cargo, draws)]


def _answer(change: Change) -> tuple[PairAnswer, ...]:
    return _WORKER[0].answer(change)


def sweep(
    network: Network,
    pairs: Sequence[tuple[str, str]],
    changes: Sequence[Change],
    *,
    cargo: str = "container",
    draws: int = 4096,
    workers: int = 1,
) -> Iterable[tuple[PairAnswer, ...]]:
    """Answer all changes, in order, on one or more processes."""
    if workers == 1:
        one = Sweep(network, pairs, cargo, draws)
        yield from (one.answer(change) for change in changes)
        return
    with ProcessPoolExecutor(workers, _context(), _prepare, (network, pairs, cargo, draws)) as pool:
        yield from pool.map(_answer, changes, chunksize=64)


def _context() -> BaseContext:
    import multiprocessing

    # Fresh processes: threads and open files of this one stay out of them.
    return multiprocessing.get_context("spawn")
