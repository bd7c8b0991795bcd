"""A network as arrays for the search: states, arcs, calendars (§N5, §N6, §N11).

A state is a node together with how one came to it, as far as that matters for what happens
there: arrivals that meet the same stops whatever they leave by share a state. Each node also has a start
state. The stops between an arrival and a leg out are folded into the arc of that leg.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from dragoman.routing.calendars import Calendar, hours_since_epoch, month_starts
from dragoman.routing.networks import Arc, Network, Priced
from dragoman.routing.pareto import BIG
from dragoman.routing.stops import Stop

__all__ = ["Clock", "Graph", "clock", "graph_of", "timed"]

# Months that a dated search looks ahead; a consignment that is still under way then does not arrive.
_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Graph:
    """Arrays of a search; lists of whole numbers, one entry an arc or a state.

    Attributes
    ----------
    arcs : tuple of Arc
        The network's arcs that carry the cargo.
    source_arc : list of int
        For each arc of the graph the index in ``arcs``.
    stops : list of tuple of Stop
        For each arc of the graph what happens before the leg.
    tail, head : list of int
        States.
    before, run, cost, co2 : list of int
        Stops [s]; running, with the expected wait when there is no date [s]; cents; grams.
    cal : list of int
        Calendar, -1 for none.
    node_of : list of int
        Node of a state.
    start_of : list of int
        State in which a journey starts at a node.
    finish_t, finish_c : list of int
        What the end of the journey at a state takes [s] and costs [cents].
    finish_stops : list of tuple of Stop
        The same by name.
    dead_ends : mapping of int to frozenset of int
        For each node that one road alone leads to the arcs by which one comes; all of them under -1.
    """

    nodes: tuple[str, ...]
    arcs: tuple[Arc, ...]
    source_arc: list[int]
    stops: list[tuple[Stop, ...]]
    tail: list[int]
    head: list[int]
    before: list[int]
    run: list[int]
    cost: list[int]
    co2: list[int]
    cal: list[int]
    node_of: list[int]
    start_of: list[int]
    finish_t: list[int]
    finish_c: list[int]
    finish_stops: list[tuple[Stop, ...]]
    calendars: tuple[Calendar, ...]
    out_first: list[int]
    rev_first: list[int]
    rev_arc: list[int]
    priced: bool
    weighed: bool
    dead_ends: Mapping[int, frozenset[int]]

    def away_from(self, wanted: Iterable[int]) -> frozenset[int]:
        """The arcs into places at the end of a road, but for the places wanted: one only turns back there (§N11)."""
        kept = [self.dead_ends[node] for node in wanted if node in self.dead_ends]
        return self._into_dead_ends.difference(*kept) if kept else self._into_dead_ends

    @property
    def _into_dead_ends(self) -> frozenset[int]:
        return self.dead_ends.get(-1, frozenset())

    def index(self, node: str) -> int:
        """Number of a node."""
        return _numbers(self.nodes)[node]


@lru_cache(maxsize=64)
def _numbers(nodes: tuple[str, ...]) -> dict[str, int]:
    return {node: i for i, node in enumerate(nodes)}


@dataclass(frozen=True, slots=True)
class Clock:
    """Calendars of a dated search in seconds, flat (see :func:`dragoman.routing.pareto.leave`)."""

    depart: int
    cals: list[int]
    waits: list[int]
    opens: list[int]
    months: list[int]
    offsets: list[int]


_GRAPHS: WeakKeyDictionary[Network, dict[str, Graph]] = WeakKeyDictionary()


def graph_of(network: Network, cargo: str) -> Graph:
    """The graph of the legs that carry a cargo; built once a network."""
    kept = _GRAPHS.setdefault(network, {})
    if cargo not in kept:
        kept[cargo] = _build(network, cargo)
    return kept[cargo]


def timed(graph: Graph) -> Graph:
    """The graph for a dated search: waits come from the clock, not from the mean."""
    run = []
    for i, arc_number in enumerate(graph.source_arc):
        arc = graph.arcs[arc_number]
        wait = arc.calendar.mean_wait if arc.calendar else 0.0
        run.append(graph.run[i] - _seconds(wait))
    return replace(graph, run=run)


def clock(graph: Graph, depart: datetime) -> Clock:
    """Calendars from the month of departure on."""
    starts = month_starts(depart, _MONTHS)
    months = [_seconds(start) for start, _ in starts]
    cals: list[int] = []
    waits: list[int] = []
    opens: list[int] = []
    offsets: list[int] = []
    for calendar in graph.calendars:
        constant = 0 if calendar.offsets else _seconds(calendar.schedule_wait)
        cals += [_seconds(calendar.period), len(offsets), len(calendar.offsets), constant]
        offsets += [_seconds(offset) for offset in calendar.offsets]
        row = []
        for _, month in starts:
            wait = calendar.weather_wait(month)
            row.append(-1 if wait == float("inf") else _seconds(wait))
        waits += row
        later = [BIG] * len(row)
        for m in range(len(row) - 2, -1, -1):
            next_month = months[m + 1] + row[m + 1] if row[m + 1] >= 0 else BIG
            later[m] = min(later[m + 1], next_month)
        opens += later
    # A list must not be empty for the compiler to know its type.
    return Clock(
        _seconds(hours_since_epoch(depart)),
        cals or [0],
        waits or [0],
        opens or [0],
        months,
        offsets or [0],
    )


def _seconds(hours: float) -> int:
    return round(timedelta(hours=hours).total_seconds())


def _middle(priced: Priced | None, factor: float) -> int:
    return round(priced.band.middle * factor) if priced else 0


def _stop_hours(stops: Sequence[Stop]) -> int:
    return sum(_seconds(stop.time.mean) for stop in stops)


def _stop_cents(stops: Sequence[Stop]) -> int:
    return sum(_middle(stop.cost, 100) for stop in stops)


def _build(network: Network, cargo: str) -> Graph:
    arcs = tuple(arc for arc in network.arcs if cargo in arc.link.cargo)
    nodes = tuple(network.nodes)
    number = _numbers(nodes)
    inward: dict[str, list[int]] = {node: [] for node in nodes}
    outward: dict[str, list[int]] = {node: [] for node in nodes}
    for i, arc in enumerate(arcs):
        outward[arc.tail].append(i)
        inward[arc.head].append(i)
    between = _between(network)
    node_of: list[int] = []
    start_of: list[int] = []
    state_of_arc = [0] * len(arcs)
    # For each state the stops before each leg out, and at the end.
    plans: list[tuple[tuple[Stop, ...], ...]] = []
    ends: list[tuple[Stop, ...]] = []
    for node in nodes:
        known: dict[tuple[Any, ...], int] = {}
        for i in inward[node]:
            plan = tuple(between(node, arcs[i], arcs[o]) for o in outward[node])
            end = between(node, arcs[i], None)
            state_of_arc[i] = known.setdefault((plan, end), len(node_of))
            if state_of_arc[i] == len(node_of):
                node_of.append(number[node])
                plans.append(plan)
                ends.append(end)
        plan = tuple(between(node, None, arcs[o]) for o in outward[node])
        same = [state for (known_plan, _), state in known.items() if known_plan == plan]
        start_of.append(same[0] if same else len(node_of))
        if not same:
            node_of.append(number[node])
            plans.append(plan)
            ends.append(())
    calendars = tuple(dict.fromkeys(arc.calendar for arc in arcs if arc.calendar))
    cal_of = {calendar: i for i, calendar in enumerate(calendars)}
    tail, head, source, stops, out_first = [], [], [], [], [0]
    for state, plan in enumerate(plans):
        for o, before in zip(outward[nodes[node_of[state]]], plan):
            tail.append(state)
            head.append(state_of_arc[o])
            source.append(o)
            stops.append(before)
        out_first.append(len(tail))
    rev_first, rev_arc = _reverse(head, len(node_of))
    wait = [_seconds(arc.calendar.mean_wait) if arc.calendar else 0 for arc in arcs]
    return Graph(
        nodes,
        arcs,
        source,
        stops,
        tail,
        head,
        [_stop_hours(s) for s in stops],
        [_seconds(arcs[i].time.mean) + wait[i] for i in source],
        [_middle(arcs[i].cost, 100) + _stop_cents(s) for i, s in zip(source, stops)],
        [_middle(arcs[i].co2, 1000) for i in source],
        [cal_of[calendar] if (calendar := arcs[i].calendar) else -1 for i in source],
        node_of,
        start_of,
        [_stop_hours(end) for end in ends],
        [_stop_cents(end) for end in ends],
        ends,
        calendars,
        out_first,
        rev_first,
        rev_arc,
        any(arc.cost for arc in arcs),
        any(arc.co2 for arc in arcs),
        _dead_ends(arcs, source, number),
    )


def _dead_ends(
    arcs: Sequence[Arc], source: Sequence[int], number: Mapping[str, int]
) -> dict[int, frozenset[int]]:
    links: dict[str, set[str]] = {}
    for arc in arcs:
        for node in (arc.tail, arc.head):
            links.setdefault(node, set()).add(arc.link.id)
    ends = {number[a.head] for a in arcs if a.link.mode == "road" and len(links[a.head]) == 1}
    into: dict[int, set[int]] = {node: set() for node in ends}
    for i, a in enumerate(source):
        if number[arcs[a].head] in ends:
            into[number[arcs[a].head]].add(i)
    out = {node: frozenset(found) for node, found in into.items()}
    return {**out, -1: frozenset().union(*out.values())}


def _between(network: Network) -> Callable[[str, Arc | None, Arc | None], tuple[Stop, ...]]:
    """``network.stops.between``, remembered by what its rules look at."""
    nodes, kept = network.nodes, {}

    def sides(arc: Arc | None, end: str) -> tuple[Any, ...] | None:
        if arc is None:
            return None
        return arc.link.mode, arc.link.service, arc.link.gauge, nodes[end].country

    def stops(node: str, come: Arc | None, go: Arc | None) -> tuple[Stop, ...]:
        key = node, sides(come, come.tail if come else ""), sides(go, go.head if go else "")
        if key not in kept:
            kept[key] = network.stops.between(nodes[node], come, go, nodes)
        return kept[key]

    return stops


def _reverse(head: Sequence[int], states: int) -> tuple[list[int], list[int]]:
    into: list[list[int]] = [[] for _ in range(states)]
    for arc, state in enumerate(head):
        into[state].append(arc)
    first, flat = [0], []
    for arcs in into:
        flat += arcs
        first.append(len(flat))
    return first, flat
