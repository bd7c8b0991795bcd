"""One search on a graph: bounds, labels, paths (§N11)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
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
    onward : bool
        Whether the way goes on from a place to pass: not again, until the next one, by the node come from.
    """

    start: int
    target: int
    via: tuple[frozenset[int], ...] = ()
    closed: frozenset[int] = frozenset()
    onward: bool = False


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
    reuse : bool
        Keep bounds of cost and CO2 by target, computed with all arcs open: arcs closed since only
        raise the sums, so the bounds stay bounds. For sweeps.
    """

    graph: Graph
    depart: datetime | None = None
    fast: bool | None = None
    reuse: bool = False
    _room: int = 4096
    _width: int = 64
    _answers: int = 512
    _shut: frozenset[int] = frozenset()
    _base_bounds: dict[int, list[Any]] = field(default_factory=dict)
    _retimed: set[int] = field(default_factory=set)
    _kept: _Memory | None = None
    _queue: tuple[tuple[int, int], Any, list[Any]] | None = None

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
        self._all_open = self._array([1] * len(g.tail))
        self._straight = self._array([0] * len(g.nodes))
        self._unwound = self._blank(1024), self._blank(64)

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
        advance = self._array(_advance(query.via, len(self.graph.nodes))) if query.via else self._straight
        is_open = self._allowed(query.closed)
        bounds = self._bounds(query.target, stages, advance, is_open)
        slots, *arrivals = self._arrivals(query)
        search = self._call("search")
        while True:
            memory = self._memory((stages + slots) * len(self.graph.node_of) + 1)
            count = search(
                self.graph.start_of[query.start],
                query.target,
                stages,
                self._depart,
                *self._static,
                is_open,
                *self._ends,
                advance,
                slots,
                *arrivals,
                *bounds,
                *self._ticks,
                *memory.labels,
                memory.steps,
                *memory.stairs,
                memory.found,
            )
            if count >= 0:
                return self._paths(count, memory)
            if count == -1:
                self._room *= 4
            elif count == -2:
                self._width *= 2
            else:
                self._answers *= 4

    def retime(self, seconds: Mapping[int, int]) -> None:
        """Running time and mean wait [s] of some arcs, for all queries until the next call.

        Only for searches without a date; arcs that are left out have the graph's time.
        """
        run = self._static[3]
        for a in self._retimed:
            run[a] = self.graph.run[a]
        for a, value in seconds.items():
            run[a] = value
        for a in self._retimed | seconds.keys():
            self._weights[0][a] = self.graph.before[a] + run[a]
        self._retimed = set(seconds)

    def reach(self, query: Query) -> list[bool]:
        """For each node whether the target can be reached from it, places to pass left aside."""
        time = self._bounds(query.target, 1, self._straight, self._allowed(query.closed))[0]
        out = [False] * len(self.graph.nodes)
        for state, node in enumerate(self.graph.node_of):
            out[node] = out[node] or bool(time[state] < BIG)
        out[query.target] = True
        return out

    def _bounds(self, target: int, stages: int, advance: Any, is_open: Any) -> list[Any]:
        items = stages * len(self.graph.node_of)
        pushes = len(self.graph.tail) * stages * (stages + 1) + 1
        if self._queue is None or self._queue[0] != (pushes, items):
            self._queue = (pushes, items), self._blank(pushes), [self._blank(items) for _ in range(3)]
        _, heap, out = self._queue
        finish = (self._ends[1], self._ends[2], self._nothing)
        relax = self._call("bounds")

        def fill(criterion: int, allowed: Any, bound: Any) -> Any:
            weight, end = self._weights[criterion], finish[criterion]
            relax(weight, end, allowed, *self._links, self._ends[0], advance, target, stages, bound, heap)
            return bound

        if not self.reuse or stages > 1:
            return [fill(criterion, is_open, out[criterion]) for criterion in range(3)]
        if target not in self._base_bounds:
            self._base_bounds[target] = [fill(i, self._all_open, self._blank(items)) for i in (1, 2)]
        return [fill(0, is_open, out[0]), *self._base_bounds[target]]

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

    def _allowed(self, closed: frozenset[int]) -> Any:
        """By arc whether it may be used; remembered, as queries of one sweep share it."""
        if closed != self._shut:
            for a in self._shut:
                self._open[a] = 1
            for a in closed:
                self._open[a] = 0
            self._shut = closed
        return self._open

    def _arrivals(self, query: Query) -> tuple[int, Any, Any, Any]:
        """Slots of :func:`dragoman.routing.pareto.search`: number, by arc and stage, node come from and stage of each."""
        if not (query.onward and query.via):
            return 0, self._straight, self._straight, self._straight
        g, stages = self.graph, len(query.via) + 1
        passed = frozenset().union(*query.via)
        slots: dict[tuple[int, int], int] = {}
        slot_of = [-1] * (len(g.head) * stages)
        for a, (tail, head) in enumerate(zip(g.tail, g.head)):
            if g.node_of[head] not in passed:
                continue
            for stage in range(1, stages):
                if g.node_of[head] in query.via[stage - 1]:
                    slot = slots.setdefault((g.node_of[tail], stage), len(slots))
                    slot_of[a * stages + stage] = slot
        origins, after = ([key[i] for key in slots] for i in (0, 1))
        return len(slots), self._array(slot_of), self._array(origins), self._array(after)

    def _paths(self, count: int, memory: _Memory) -> list[Found]:
        _, seconds, cents, grams, _, _, _, parent, via_arc, _ = memory.labels
        unwind = self._call("unwind")
        while True:
            arcs, ends = self._unwound
            if len(ends) >= count and unwind(memory.found, count, parent, via_arc, arcs, ends) >= 0:
                break
            self._unwound = self._blank(4 * len(arcs)), self._blank(max(count, len(ends)))
        if not count:
            return []
        stops = _plain(ends[:count])
        flat = _plain(arcs[: stops[-1]])
        answers = memory.found[:count]
        rows = [
            [column[x] for x in answers] if not self.fast else column[answers].tolist()
            for column in (seconds, cents, grams)
        ]
        out = []
        begin = 0
        for end, t, c, e in zip(stops, *rows):
            out.append(Found(tuple(flat[begin:end][::-1]), t - self._depart, c, e))
            begin = end
        return out


def _plain(values: Any) -> list[int]:
    """Whole numbers of Python, from an array or a list."""
    return values if isinstance(values, list) else list(values.tolist())


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
