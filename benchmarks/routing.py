"""Times of the routing engine, peers beside it in the same run where the question is the same.

    python benchmarks/routing.py [SECTION]... [--tntp FOLDER]

Sections: pareto, bundled, path, sweep, draws, flows, equilibrium; all by default. Prints Markdown tables. Peers that
are not installed are left out by name. ``--tntp`` is a folder of the TransportationNetworks collection.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from random_flows import random_flow_problem
from random_networks import random_network

DEPART = datetime(2025, 3, 4, 7)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("section", nargs="*")
    parser.add_argument("--tntp", type=Path)
    asked = parser.parse_args()
    sections: dict[str, Callable[[], None]] = {
        "pareto": pareto,
        "bundled": bundled,
        "path": shortest_path,
        "sweep": sweeps,
        "draws": draws,
        "flows": flows,
        "equilibrium": lambda: equilibria(asked.tntp),
    }
    for name in asked.section or sections:
        sections[name]()


def table(title: str, head: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    print(f"\n### {title}\n\n| {' | '.join(head)} |\n|{' --- |' * len(list(head))}", flush=True)
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)


def timed(call: Callable[[Any], Any], items: Iterable[Any]) -> tuple[list[float], list[Any]]:
    """Milliseconds and answer of each call."""
    times, answers = [], []
    for item in items:
        begin = time.perf_counter()
        answers.append(call(item))
        times.append(1e3 * (time.perf_counter() - begin))
    return times, answers


def searched(
    graph: Any, depart: datetime | None, queries: list[Any], warm: int, places: int
) -> tuple[Any, ...]:
    """When, times compiled and not, sizes of the fronts; both ways must give the same answers."""
    from dragoman.routing.searches import Searcher

    fast, plain = (Searcher(graph, depart, fast=f) for f in (True, False))
    for query in queries[:warm]:
        fast.run(query)
    ms, fronts = timed(fast.run, queries)
    slow, same = timed(plain.run, queries[:20])
    assert fronts[:20] == same
    sizes = [len(front) for front in fronts]
    cells = (*np.quantile(ms, (0.5, 0.9, 1)), np.median(slow))
    when = "dated" if depart else "averaged"
    return when, *(f"{c:.{places}f}" for c in cells), np.median(sizes), max(sizes)


def pareto() -> None:
    from dragoman.routing.graphs import graph_of
    from dragoman.routing.searches import Query

    rows = []
    for nodes, arcs in ((60, 240), (300, 1000)):
        for seed in (1, 2, 3):
            graph = graph_of(random_network(nodes, arcs, seed), "container")
            rng = random.Random(seed)
            queries = [Query(*rng.sample(range(nodes), 2)) for _ in range(400)]
            for depart in (None, DEPART):
                rows.append((f"{nodes} / {arcs}", seed, *searched(graph, depart, queries, 100, 3)))
    head = [
        "nodes / arcs",
        "seed",
        "departure",
        "p50 ms",
        "p90 ms",
        "max ms",
        "uncompiled p50 ms",
        "front median",
        "front max",
    ]
    table("Pareto set over time, cost and CO2, exact, calendars on a fifth of the arcs, one core", head, rows)


def bundled() -> None:
    """The network of the package: the search alone, and a whole question with reliability and sources."""
    from dragoman.routing.graphs import graph_of
    from dragoman.routing.journeys import routes
    from dragoman.routing.networks import load_network
    from dragoman.routing.searches import Query

    rows = []
    network = load_network(regime="measured")
    graph = graph_of(network, "container")
    rng = random.Random(7)
    pairs = [tuple(rng.sample(sorted(network.nodes), 2)) for _ in range(400)]
    queries = [Query(graph.index(a), graph.index(b)) for a, b in pairs]
    for depart in (None, DEPART):
        rows.append(("search", *searched(graph, depart, queries, 20, 2)))
    for depart in (None, DEPART):

        def ask(pair: Any, depart: datetime | None = depart) -> int:
            return len(routes(network, *pair, depart=depart))

        for pair in pairs[:20]:
            ask(pair)
        ms, sizes = timed(ask, pairs[:200])
        when = "dated" if depart else "averaged"
        rows.append(("question, 4,096 draws a route", when, *_spread(ms), "", np.median(sizes), max(sizes)))
    shape = f"{len(network.nodes)} nodes, {len(network.arcs)} arcs of legs, {len(graph.tail)} of the search"
    table(
        f"The network of the package ({shape}), random pairs, one core",
        ["what", "departure", "p50 ms", "p90 ms", "max ms", "uncompiled p50 ms", "front median", "front max"],
        rows,
    )


def _spread(ms: list[float]) -> tuple[str, ...]:
    return tuple(f"{value:.2f}" for value in np.quantile(ms, (0.5, 0.9, 1)))


def shortest_path() -> None:
    from dragoman.routing.graphs import graph_of
    from dragoman.routing.networks import load_network
    from dragoman.routing.searches import Query, Searcher

    rows = []
    networks = {
        f"{nodes} / {arcs}": random_network(nodes, arcs, 1, scheduled=0.0)
        for nodes, arcs in ((300, 1000), (10_000, 30_000))
    }
    for shape, network in {**networks, "the package's": load_network()}.items():
        graph = graph_of(network, "container")
        weight = [b + r for b, r in zip(graph.before, graph.run)]
        rng = random.Random(5)
        pairs = [tuple(rng.sample(range(len(graph.nodes)), 2)) for _ in range(100)]
        tail, head, states = graph.tail, graph.head, len(graph.node_of)
        ends = [(graph.start_of[a], graph.start_of[b]) for a, b in pairs]
        if states > len(graph.nodes):
            # Where stops tell arrivals at a place apart, peers get a vertex a place, entered at the price of its end.
            tail, head = [*tail, *range(states)], [*head, *(states + node for node in graph.node_of)]
            weight += graph.finish_t
            ends = [(graph.start_of[a], states + b) for a, b in pairs]
            states += len(graph.nodes)
        zero = [0] * len(graph.tail)
        searcher = Searcher(replace(graph, cost=zero, co2=zero), fast=True)
        searcher.run(Query(*pairs[0]))
        ours, found = timed(searcher.run, [Query(*pair) for pair in pairs])
        right = [paths[0].seconds for paths in found]
        rows.append((shape, "Dragoman (time alone)", *_two(ours)))
        for name, ask in _peers(tail, head, weight, states):
            ask(ends[0])
            times, answers = timed(ask, ends)
            assert answers == right, name
            rows.append((shape, name, *_two(times)))
    table(
        "Plain shortest path, 100 pairs, all answers equal",
        ["nodes / arcs", "engine", "p50 ms", "p90 ms"],
        rows,
    )


def _two(ms: list[float]) -> tuple[str, str]:
    return f"{np.median(ms):.3f}", f"{np.quantile(ms, 0.9):.3f}"


def _peers(
    tail: list[int], head: list[int], weight: list[int], states: int
) -> Iterable[tuple[str, Callable[[tuple[int, int]], float]]]:
    try:
        import networkx as nx

        g = nx.DiGraph()
        for a, b, w in zip(tail, head, weight):
            if not g.has_edge(a, b) or g[a][b]["weight"] > w:
                g.add_edge(a, b, weight=w)
        yield "networkx bidirectional_dijkstra", lambda p: nx.bidirectional_dijkstra(g, *p)[0]
    except ImportError:
        print("networkx is not installed")
    try:
        import rustworkx as rx

        r = rx.PyDiGraph()
        r.add_nodes_from(range(states))
        r.add_edges_from(list(zip(tail, head, weight)))
        yield "rustworkx dijkstra", lambda p: rx.dijkstra_shortest_path_lengths(r, p[0], float, p[1])[p[1]]
    except ImportError:
        print("rustworkx is not installed")
    try:
        from scgraph import Graph
        from scgraph.contraction_hierarchies import CHGraph

        links: list[dict[int, float]] = [{} for _ in range(states)]
        for a, b, w in zip(tail, head, weight):
            links[a][b] = min(w, links[a].get(b, float("inf")))
        s = Graph(graph=links, validate=False)
        yield "scgraph bidirectional_dijkstra", lambda p: s.bidirectional_dijkstra(*p)["length"]
        begin = time.perf_counter()
        ch = CHGraph(links)
        took = time.perf_counter() - begin
        yield (
            f"scgraph contraction hierarchy ({took:.2f} s to prepare)",
            lambda p: ch.search(*p)["length"],
        )
    except ImportError as error:
        print("scgraph:", error)


def sweeps() -> None:
    from dragoman.routing.networks import load_network
    from dragoman.routing.sweeps import Change, Sweep, sweep

    network = load_network()
    names = ["KZALT", "CNSIA", "KZAAU"], ["GEPTI", "BGVAR", "TRIST", "DEDUI"]
    pairs = [(a, b) for a in names[0] for b in names[1]][:10]
    rng, ids = random.Random(1), sorted(network.links)
    changes = [
        Change(frozenset(rng.sample(ids, 2)), {i: rng.uniform(0.5, 2) for i in rng.sample(ids, 3)})
        for _ in range(20_000)
    ]
    one = Sweep(network, pairs)
    one.answer(changes[0])
    ms = sum(timed(one.answer, changes[:2000])[0])
    both = timed(lambda n: list(sweep(network, pairs, changes, workers=n)), [2])[0][0]
    rows = [
        ("1 process", 2000, f"{60e3 * 2000 / ms:,.0f}"),
        ("2 processes, start-up included", 20_000, f"{60e3 * 20_000 / both:,.0f}"),
    ]
    title = f"Changes of the package's network ({len(network.nodes)} nodes), 10 pairs each: exact Pareto sets, 4,096 draws of the fastest"
    table(title, ["run", "changes", "changes a minute"], rows)


def draws() -> None:
    from dragoman.routing.calendars import Calendar
    from dragoman.routing.durations import Duration
    from dragoman.routing.reliability import Draws, Step, simulate

    twice = Calendar(168.0, (10.0, 100.0), 2.0)

    def trip(turn: int, longer: float = 0.0) -> tuple[Step, ...]:
        legs = [
            Step(f"leg {turn} {k}", time=Duration(20 + k + longer, 24 + k + longer, 40 + k + longer))
            for k in range(12)
        ]
        return (*legs, *(Step(f"wait {turn} {k}", calendar=twice) for k in range(2)))

    rows = []
    for n in (4096, 65_536):
        kept = Draws(n)
        simulate(trip(0), kept)
        same = "same legs, streams kept (routes of a front, changes that leave the leg alone)"
        cases = {
            same: [trip(0)] * 50,
            "new times on every leg, streams kept": [trip(0, 0.01 * (i + 1)) for i in range(50)],
            "new legs, streams drawn": [trip(i + 1) for i in range(50)],
        }
        for name, trips in cases.items():
            ms, _ = timed(lambda steps, d=kept: simulate(steps, d, legs=False), trips)
            rows.append((name, f"{n:,}", f"{n / np.median(ms) / 1e3:.1f}"))
    head = ["case", "draws", "million trips a second"]
    table(
        "Monte Carlo, trips of 12 legs and 2 timetables, one core, quantiles of the trip included", head, rows
    )


def flows() -> None:
    from dragoman.routing.programs import solve_flows

    rows = []
    solve_flows(random_flow_problem(20, 60, 2, 0), method="decomposition")
    for seed in (0, 1, 2):
        problem = random_flow_problem(300, 1000, 11, seed)
        begin = time.perf_counter()
        found = solve_flows(problem)
        took = time.perf_counter() - begin
        worst = max(sum(found.flow[list(r.arcs)]) / r.limit - 1 for r in problem.capacities)
        count = int((problem.demand > 0).sum())
        rows.append(
            (
                f"{count:,}",
                "300 / 1,000",
                found.method,
                f"{took:.1f}",
                f"{found.gap:.2e}",
                found.rounds,
                f"{worst:.0e}",
            )
        )
    problem = random_flow_problem(100, 360, 1, 0)
    count = int((problem.demand > 0).sum())
    optima = {}
    for method in ("highs", "decomposition"):
        begin = time.perf_counter()
        found = solve_flows(problem, method=method, gap=1e-7)
        took = time.perf_counter() - begin
        optima[method] = found.cost
        rows.append((f"{count:,}", "100 / 360", method, f"{took:.1f}", f"{found.gap:.2e}", found.rounds, ""))
    head = ["commodities", "nodes / arcs", "method", "s", "certified gap", "rounds", "worst overrun"]
    table("Capacitated multi-commodity flow at least cost", head, rows)
    print(
        f"\nOptimum of the decomposition over that of HiGHS: {optima['decomposition'] / optima['highs'] - 1:.1e}"
    )


def equilibria(folder: Path | None) -> None:
    from dragoman.routing.equilibrium import equilibrium, objective
    from dragoman.routing.tntp import read_flows, read_network, read_trips

    if folder is None:
        print("\nequilibrium: give --tntp FOLDER")
        return
    rows = []
    for name in ("SiouxFalls", "Anaheim", "Winnipeg"):
        files = [folder / name / f"{name}_{part}.tntp" for part in ("net", "trips", "flow")]
        network = read_network(files[0])
        trips = read_trips(files[1], network.zones)
        best = objective(network, read_flows(files[2]))
        equilibrium(network, trips, most=1)
        for gap in (1e-6, 1e-10):
            begin = time.perf_counter()
            found = equilibrium(network, trips, gap=gap)
            took = time.perf_counter() - begin
            rows.append(
                (
                    name,
                    "Dragoman",
                    f"{gap:.0e}",
                    f"{took:.3f}",
                    f"{found.relative_gap:.1e}",
                    f"{found.objective / best - 1:.1e}",
                )
            )
        rows += _aequilibrae(name, network, trips, best)
    head = ["network", "engine", "gap asked", "s", "gap reached", "objective over the best known"]
    table("User equilibrium", head, rows)


def _aequilibrae(name: str, network: Any, trips: Any, best: float) -> list[tuple[object, ...]]:
    try:
        import pandas as pd
        from aequilibrae.matrix import AequilibraeMatrix
        from aequilibrae.paths import Graph, TrafficAssignment, TrafficClass
    except ImportError:
        print("aequilibrae is not installed")
        return []
    from dragoman.routing.equilibrium import objective

    links = pd.DataFrame(
        {
            "link_id": np.arange(1, len(network.tail) + 1),
            "a_node": network.tail + 1,
            "b_node": network.head + 1,
            "direction": 1,
            "capacity": network.capacity,
            "free": network.free,
            "b": network.b,
            # It refuses powers below one; they do not matter where b is 0.
            "power": np.where(network.b > 0, np.maximum(network.power, 1.0), 1.0),
        }
    )
    graph = Graph()
    graph.network = links
    graph.prepare_graph(np.arange(1, network.zones + 1))
    graph.set_graph("free")
    graph.set_blocked_centroid_flows(network.first_through > 0)
    matrix = AequilibraeMatrix()
    matrix.create_empty(zones=network.zones, matrix_names=["trips"], memory_only=True)
    matrix.index[:] = np.arange(1, network.zones + 1)
    matrix.matrices[:, :, 0] = trips
    matrix.computational_view(["trips"])
    assignment = TrafficAssignment()
    assignment.set_classes([TrafficClass("car", graph, matrix)])
    assignment.set_vdf("BPR")
    assignment.set_vdf_parameters({"alpha": "b", "beta": "power"})
    assignment.set_capacity_field("capacity")
    assignment.set_time_field("free")
    assignment.set_algorithm("bfw")
    assignment.max_iter, assignment.rgap_target = 500, 1e-6
    begin = time.perf_counter()
    with Path(os.devnull).open("w") as quiet, redirect_stderr(quiet), redirect_stdout(quiet):
        assignment.execute(log_specification=False)
    took = time.perf_counter() - begin
    flow = assignment.results()["PCE_tot"].reindex(links.link_id).fillna(0.0).to_numpy()
    reached = assignment.assignment.rgap
    return [
        (
            name,
            "AequilibraE bfw",
            "1e-06",
            f"{took:.3f}",
            f"{reached:.1e}",
            f"{objective(network, flow) / best - 1:.1e}",
        )
    ]


if __name__ == "__main__":
    main()
