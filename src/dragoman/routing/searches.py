"""One search on a graph: bounds, labels, paths (§N11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dragoman.routing import pareto
from dragoman.routing.graphs import Clock, Graph, clock, timed
from dragoman.routing.kernels import compiled, is_compiled
from dragoman.routing.pareto import BIG

__all__ = ["Found", "Query", "Searcher"]

_NO_CLOCK = Clock(0, [0], [0], [0], [0], [0])


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of a graph, in numbers.

    Attributes
    ----------
    start, target : int
        Nodes.
    via : tuple of frozenset of int
        For each place to pass the nodes that count as it, in order.
    closed : frozenset of int
        Arcs of the graph that must not be used.
    """

    start: int
    target: int
    via: tuple[frozenset[int], ...] = ()
    closed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """A Pareto-optimal path: arcs of the graph in order, seconds, cents, grams."""

    arcs: tuple[int, ...]
    seconds: int
    cents: int
    grams: int

    @property
    def vector(self) -> tuple[int, int, int]:
        """The three criteria."""
        return self.seconds, self.cents, self.grams


@dataclass
class Searcher:
    """Answers queries on one graph; keeps its working memory between them (not for two threads at once).

    Parameters
    ----------
    graph : Graph
        What to search.
    depart : datetime, optional
        Departure; None to average over departures.
    fast : bool, optional
        Compiled code, worth it for many queries; by default only if this process has it already.
    """

    graph: Graph
    depart: datetime | None = None
    fast: bool | None = None
    _room: int = 4096
    _width: int = 64
    _answers: int = 512
    _kept: _Memory | None = None
    _queue: tuple[int, int, Any, Any, list[Any]] | None = None

    def __post_init__(self) -> None:
        if self.fast is None:
            self.fast = is_compiled()
        self._timed = timed(self.graph) if self.depart else self.graph
        ticks = clock(self.graph, self.depart) if self.depart else _NO_CLOCK
        g = self._timed
        self._depart = ticks.depart
        cal = g.cal if self.depart else [-1] * len(g.cal)
        self._static = [self._array(x) for x in (g.out_first, g.head, g.before, g.run, g.cost, g.co2, cal)]
        self._ends = [self._array(x) for x in (g.node_of, g.finish_t, g.finish_c)]
        self._nothing = self._array([0] * len(g.node_of))
        self._ticks = [
            self._array(x) for x in (ticks.cals, ticks.waits, ticks.opens, ticks.months, ticks.offsets)
        ]
        self._weights = [
            self._array([b + r for b, r in zip(g.before, g.run)]),
            self._static[4],
            self._static[5],
        ]
        self._links = [self._array(x) for x in (g.tail, g.head, g.rev_first, g.rev_arc)]
        self._open = self._array([1] * len(g.tail))

    def _array(self, values: Sequence[int]) -> Any:
        if not self.fast:
            return list(values)
        import numpy as np

        return np.array(values if len(values) else [0], dtype=np.int64)

    def _blank(self, size: int) -> Any:
        if not self.fast:
            return [0] * size
        import numpy as np

        return np.zeros(size, dtype=np.int64)

    def _call(self, name: str) -> Callable[..., Any]:
        plain: Callable[..., Any] = getattr(pareto, name)
        return compiled(name) if self.fast else plain

    def run(self, query: Query) -> list[Found]:
        """The Pareto set, fastest first; empty when the target is out of reach."""
        stages = len(query.via) + 1
        advance = self._array(_advance(query.via, len(self.graph.nodes)))
        is_open = self._open
        if query.closed:
            is_open = self._array([0 if a in query.closed else 1 for a in range(len(self.graph.tail))])
        bounds = self._bounds(query.target, stages, advance, is_open)
        search = self._call("search")
        while True:
            memory = self._memory(stages * len(self.graph.node_of) + 1)
            count = search(
                self.graph.start_of[query.start],
                query.target,
                stages,
                self._depart,
                *self._static,
                is_open,
                *self._ends,
                advance,
                *bounds,
                *self._ticks,
                *memory.labels,
                memory.steps,
                *memory.stairs,
                memory.found,
            )
            if count >= 0:
                return [self._path(int(x), memory) for x in memory.found[:count]]
            if count == -1:
                self._room *= 4
            elif count == -2:
                self._width *= 2
            else:
                self._answers *= 4

    def reach(self, query: Query) -> list[bool]:
        """For each node whether the target can be reached from it, places to pass left aside."""
        is_open = self._array([0 if a in query.closed else 1 for a in range(len(self.graph.tail))])
        advance = self._array([0] * len(self.graph.nodes))
        time = self._bounds(query.target, 1, advance, is_open)[0]
        out = [False] * len(self.graph.nodes)
        for state, node in enumerate(self.graph.node_of):
            out[node] = out[node] or bool(time[state] < BIG)
        out[query.target] = True
        return out

    def _bounds(self, target: int, stages: int, advance: Any, is_open: Any) -> list[Any]:
        items = stages * len(self.graph.node_of)
        pushes = len(self.graph.tail) * stages * (stages + 1) + 1
        if self._queue is None or self._queue[0] < pushes or self._queue[1] != items:
            keys, waiting = self._blank(pushes), self._blank(pushes)
            self._queue = pushes, items, keys, waiting, [self._blank(items) for _ in range(3)]
        _, _, keys, waiting, out = self._queue
        relax = self._call("bounds")
        finish = (self._ends[1], self._ends[2], self._nothing)
        for weight, end, bound in zip(self._weights, finish, out):
            relax(
                weight,
                end,
                is_open,
                *self._links,
                self._ends[0],
                advance,
                target,
                stages,
                bound,
                keys,
                waiting,
            )
        return out

    def _memory(self, items: int) -> _Memory:
        wanted = (self._room, self._width, self._answers, items)
        if self._kept is None or self._kept.size != wanted:
            self._kept = _Memory(
                wanted,
                [self._blank(self._room) for _ in range(10)],
                self._blank(items),
                [self._blank(items * self._width) for _ in range(2)],
                self._blank(self._answers),
            )
        return self._kept

    def _path(self, label: int, memory: _Memory) -> Found:
        _, seconds, cents, grams, _, _, _, parent, via_arc, _ = memory.labels
        arcs = []
        x = label
        while parent[x] >= 0:
            arcs.append(int(via_arc[x]))
            x = int(parent[x])
        return Found(
            tuple(reversed(arcs)), int(seconds[label]) - self._depart, int(cents[label]), int(grams[label])
        )


@dataclass(frozen=True, slots=True)
class _Memory:
    """Working memory of the label search: ten label arrays, staircases, answers."""

    size: tuple[int, int, int, int]
    labels: list[Any]
    steps: Any
    stairs: list[Any]
    found: Any


def _advance(via: Sequence[frozenset[int]], nodes: int) -> list[int]:
    """For each stage and node the stage after entering the node: places to pass, in order."""
    out = []
    for stage in range(len(via) + 1):
        for node in range(nodes):
            after = stage
            while after < len(via) and node in via[after]:
                after += 1
            out.append(after)
    return out
