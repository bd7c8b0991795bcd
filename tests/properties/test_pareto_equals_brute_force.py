"""The search against the enumeration of all paths, on small random networks with calendars and stops."""

from __future__ import annotations

import random
from bisect import bisect_right
from datetime import datetime
from itertools import pairwise

import pytest

from dragoman.model.routes import Band
from dragoman.routing.calendars import EPOCH, Calendar, hours_since_epoch
from dragoman.routing.durations import Duration
from dragoman.routing.graphs import Graph, graph_of
from dragoman.routing.networks import Arc, Link, Network, Priced
from dragoman.routing.places import Node
from dragoman.routing.searches import Query, Searcher
from dragoman.routing.stops import StopRule, StopRules

DEPART = datetime(2025, 10, 29, 5)
MONTHS = [(2025, 10), (2025, 11), (2025, 12), *((2026, m) for m in range(1, 13)), (2027, 1)]
STARTS = [hours_since_epoch(datetime(y, m, 1)) for y, m in MONTHS]


def small_network(seed: int, *, stops: bool) -> Network:
    """4 to 7 nodes; timetables, frequencies, seasons, weather; with ``stops`` also gauges, borders, transfers."""
    rng = random.Random(seed)
    count = 4 if stops else rng.randint(4, 7)
    nodes = {f"N{i}": Node(f"N{i}", f"P{i}", rng.choice(("AAA", "BBB")), 0.0, 0.0) for i in range(count)}
    links, arcs = {}, []
    for number in range(5 if stops else rng.randint(count, 2 * count)):
        a, b = rng.sample(sorted(nodes), 2)
        link = Link(
            f"L{number}",
            a,
            b,
            rng.choice(("rail", "sea")),
            "",
            100.0,
            gauge=rng.choice((1435, 1520, None)),
            cargo=frozenset({"container"}),
        )
        links[link.id] = link
        for tail, head in ((a, b), (b, a)):
            hours = rng.randint(1, 400) / 2
            # Few different prices, so that ties occur.
            cost, co2 = (Priced(Band(v, v)) for v in (rng.randint(1, 12), rng.randint(1, 12)))
            time = Duration(hours, hours, hours)
            arcs.append(Arc(link, tail, head, tail == a, time, _calendar(rng), cost, co2))
    rules = [
        StopRule("kind:city", "gauge", "*", "*", "*", "*", "any", Duration(9, 9, 9)),
        StopRule("N1", "border", "*", "*", "AAA", "BBB", "any", Duration(30, 30, 30)),
        StopRule("N2", "transfer", "rail", "sea", "*", "*", "any", Duration(20, 20, 20)),
        StopRule("N3", "dwell", "*", "destination", "*", "*", "any", Duration(5, 5, 5)),
    ]
    if not stops:
        return Network("official", nodes, links, tuple(arcs), StopRules((), {}, "official"))
    costs = {("node:N2", "transfer"): Priced(Band(3, 3))}
    return Network("official", nodes, links, tuple(arcs), StopRules(rules, costs, "official"))


def _calendar(rng: random.Random) -> Calendar | None:
    kind = rng.randint(0, 3)
    months = tuple(rng.random() < 0.7 for _ in range(12)) if rng.random() < 0.3 else (True,) * 12
    share = tuple(rng.choice((0.0, 0.25)) for _ in range(12))
    if not any(months) or kind == 0:
        return None
    if kind == 1:
        return Calendar(168.0, (), 2.0, months, share, 48.0)
    offsets = tuple(sorted(rng.sample(range(168), rng.randint(1, 3))))
    return Calendar(168.0, tuple(map(float, offsets)), float(len(offsets)), months, share, 48.0)


def sails_at(calendar: Calendar, ready: float) -> float:
    """The departure, told again from the words of §N6: scan the months, then the sailings."""
    starts = STARTS

    def month_of(t: float) -> int:
        return bisect_right(starts, t) - 1

    m = month_of(ready)
    best = ready + calendar.weather_wait(MONTHS[m][1] - 1)
    for later in range(m + 1, len(MONTHS)):
        best = min(best, starts[later] + calendar.weather_wait(MONTHS[later][1] - 1))
    if not calendar.offsets:
        return best + calendar.headway / 2
    week = int(best // 168) - 1
    while True:
        for offset in calendar.offsets:
            t = week * 168 + offset
            if t >= best and calendar.open_months[MONTHS[month_of(t)][1] - 1]:
                return t
        week += 1


def all_vectors(
    network: Network, query: Query, shut: set[Arc], depart: datetime | None
) -> set[tuple[int, int, int]]:
    """Criteria of every walk that never comes to one place twice in the same way, Pareto-filtered.

    Without stops a way is the place itself (a loop only loses), with stops the arc come by. A walk that goes
    ``onward`` does not come again, before the next place to pass, where it came from to the last one.
    """
    vectors: set[tuple[int, int, int]] = set()
    names = tuple(network.nodes)
    begin = seconds(hours_since_epoch(depart)) if depart else 0
    plain = not network.stops.between(network.nodes["N3"], network.arcs[0], None, network.nodes)

    out = {n: [arc for arc in network.arcs if arc.tail == n and arc not in shut] for n in names}

    def after(stage: int, node: str) -> int:
        while stage < len(query.via) and names.index(node) in query.via[stage]:
            stage += 1
        return stage

    def walk(
        node: str,
        come: Arc | None,
        total: tuple[int, int, int],
        stage: int,
        seen: frozenset[object],
        back: str = "",
    ) -> None:
        t, cost, co2 = total
        if come and names.index(node) == query.target and stage == len(query.via):
            last = network.stops.between(network.nodes[node], come, None, network.nodes)
            vectors.add((t - begin + sum(seconds(s.time.mean) for s in last), cost, co2))
            return
        for arc in out[node]:
            if back == arc.head:
                continue
            stage2 = after(stage, arc.head)
            back2 = (arc.tail if query.onward else "") if stage2 > stage else back
            mark = (arc.head if plain else arc, stage2, back2)
            if mark in seen:
                continue
            stops = () if plain else network.stops.between(network.nodes[node], come, arc, network.nodes)
            ready = t + sum(seconds(s.time.mean) for s in stops)
            if arc.calendar:
                waits = arc.calendar.mean_wait
                ready = seconds(sails_at(arc.calendar, ready / 3600)) if depart else ready + seconds(waits)
            assert arc.cost and arc.co2
            fee = arc.cost.band.middle + sum(s.cost.band.middle for s in stops if s.cost)
            more = (
                ready + seconds(arc.time.mean),
                cost + round(fee * 100),
                co2 + round(arc.co2.band.middle * 1000),
            )
            walk(arc.head, arc, more, stage2, seen | {mark}, back2)

    start = names[query.start]
    first = after(0, start)
    walk(start, None, (begin, 0, 0), first, frozenset({(start, first, "")} if plain else ()))
    return {v for v in vectors if not any(_beats(w, v) for w in vectors)}


def seconds(hours: float) -> int:
    return round(hours * 3600)


def _beats(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    return a != b and all(x <= y for x, y in zip(a, b))


def ask(seed: int, *, stops: bool, depart: datetime | None, fast: bool) -> int:
    """Compare one network; returns the size of the Pareto set."""
    rng = random.Random(-seed - 1)
    network = small_network(seed, stops=stops)
    graph = graph_of(network, "container")
    start, target, *others = rng.sample(range(len(network.nodes)), len(network.nodes))
    via = tuple(frozenset({n}) for n in others[: rng.choice((0, 0, 1, 2))])
    shut = {arc for arc in network.arcs if rng.random() < 0.1}
    closed = frozenset(a for a, i in enumerate(graph.source_arc) if graph.arcs[i] in shut)
    query = Query(start, target, via, closed, onward=bool(seed % 2))
    found = Searcher(graph, depart, fast).run(query)
    assert [f.vector[0] for f in found] == sorted(f.vector[0] for f in found)
    vectors = [f.vector for f in found]
    assert len(set(vectors)) == len(vectors)
    assert set(vectors) == all_vectors(network, query, shut, depart), (seed, stops, depart)
    for one in found:
        _check_path(graph, query, one.arcs)
    return len(found)


def _check_path(graph: Graph, query: Query, path: tuple[int, ...]) -> None:
    arcs = [graph.arcs[graph.source_arc[a]] for a in path]
    assert not set(path) & query.closed
    assert all(a.head == b.tail for a, b in pairwise(arcs))
    places = [graph.index(arcs[0].tail), *(graph.index(arc.head) for arc in arcs)]
    assert (places[0], places[-1]) == (query.start, query.target)
    rest = iter(places)
    assert all(any(p in wanted for p in rest) for wanted in query.via)
    if query.onward and len(query.via) == 1:
        first = next(i for i, place in enumerate(places) if place in query.via[0])
        assert first == 0 or places[first - 1] not in places[first + 1 :]


@pytest.mark.parametrize("depart", [None, DEPART])
def test_search_equals_brute_force_on_a_thousand_networks_with_calendars(depart: datetime | None) -> None:
    sizes = [ask(seed, stops=False, depart=depart, fast=True) for seed in range(1000)]
    assert max(sizes) > 5
    assert sizes.count(0) > 10


@pytest.mark.parametrize("depart", [None, DEPART])
def test_search_equals_brute_force_with_stops_at_nodes(depart: datetime | None) -> None:
    assert max(ask(seed, stops=True, depart=depart, fast=True) for seed in range(120)) > 2


def test_compiled_and_plain_code_agree() -> None:
    for seed in range(60):
        graph = graph_of(small_network(seed, stops=seed % 2 == 0), "container")
        query = Query(0, 1, (frozenset({2}),) if seed % 3 == 0 else (), onward=seed % 6 == 0)
        for depart in (None, DEPART):
            plain, fast = (Searcher(graph, depart, fast).run(query) for fast in (False, True))
            assert plain == fast


def test_a_calendar_offset_counts_from_monday() -> None:
    assert EPOCH.weekday() == 0
