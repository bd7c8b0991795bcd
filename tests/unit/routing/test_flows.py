"""Capacitated flows: the decomposition against HiGHS, a known optimum, infeasible demands, real units."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.unit.routing.test_networks import GOOD, write

from dragoman.errors import NoRoute, UsageError
from dragoman.routing.flows import assign
from dragoman.routing.networks import Network, load_network
from dragoman.routing.programs import CapacityRow, FlowProblem, solve_flows


def random_problem(seed: int, *, share: float = 0.8, nodes: int = 12) -> FlowProblem:
    """Two classes on a grid-like random graph, the busiest arcs short of capacity."""
    rng = np.random.default_rng(seed)
    ring = [(i, (i + 1) % nodes) for i in range(nodes)]
    chords = {(int(a), int(b)) for a, b in rng.integers(0, nodes, (nodes, 2)) if a != b}
    ends = sorted({*ring, *((b, a) for a, b in ring), *chords, *((b, a) for a, b in chords)})
    tail, head = (np.array([e[i] for e in ends]) for i in (0, 1))
    money, time = rng.uniform(1, 10, (2, len(ends)))
    demand = rng.lognormal(0, 1, (nodes, 2, nodes))
    demand[np.arange(nodes), :, np.arange(nodes)] = 0
    first = np.searchsorted(tail, np.arange(nodes + 1))
    cost = np.array([money, money + 2 * time])
    free = FlowProblem(first, head, cost, np.arange(nodes), demand, ())
    flow = solve_flows(free).flow
    busy = np.argsort(-flow)[:6]
    # One capacity is shared by two arcs.
    rows = [CapacityRow("shared", (int(busy[0]), int(busy[1])), share * float(flow[busy[:2]].sum()))]
    rows += [CapacityRow(f"arc {a}", (int(a),), share * float(flow[a])) for a in busy[2:]]
    return FlowProblem(first, head, cost, np.arange(nodes), demand, tuple(rows))


@pytest.mark.parametrize("seed", range(6))
def test_the_decomposition_finds_the_optimum_of_highs(seed: int) -> None:
    problem = random_problem(seed)
    exact, ours = (solve_flows(problem, method=m, gap=1e-9) for m in ("highs", "decomposition"))
    assert exact.feasible and ours.feasible
    assert ours.cost == pytest.approx(exact.cost, rel=1e-8)
    assert ours.bound <= exact.cost * (1 + 1e-9)
    assert ours.prices == pytest.approx(exact.prices, abs=1e-4 * (1 + exact.prices.max()))


@pytest.mark.parametrize("method", ["highs", "decomposition"])
def test_the_flow_keeps_capacities_and_balance_and_the_gap_is_certified(method: str) -> None:
    problem = random_problem(3)
    found = solve_flows(problem, method=method, gap=1e-3)
    for row in problem.capacities:
        assert sum(found.flow[a] for a in row.arcs) <= row.limit * (1 + 1e-9)
    tail = np.repeat(np.arange(12), np.diff(problem.first))
    out = np.bincount(tail, found.flow, 12) - np.bincount(problem.head, found.flow, 12)
    assert out == pytest.approx(problem.demand.sum((1, 2)) - problem.demand.sum((0, 1)))
    assert 0 <= found.gap <= 1e-3


def test_a_shadow_price_is_what_a_little_more_capacity_saves() -> None:
    problem = random_problem(1)
    found = solve_flows(problem, method="highs")
    g = int(np.argmax(found.prices))
    assert found.prices[g] > 0
    rows = list(problem.capacities)
    rows[g] = CapacityRow(rows[g].name, rows[g].arcs, rows[g].limit + 1e-3)
    more = FlowProblem(
        problem.first, problem.head, problem.cost, problem.origins, problem.demand, tuple(rows)
    )
    assert (found.cost - solve_flows(more, method="highs").cost) / 1e-3 == pytest.approx(
        found.prices[g], rel=1e-3
    )


@pytest.mark.parametrize("method", ["highs", "decomposition"])
def test_a_demand_that_does_not_fit_is_told_how_much_is_missing_where(method: str) -> None:
    # 0 -> 1 -> 2 with 10 units; 4 fit over the first arc and 7 over the second, which has a bypass of 1.
    cost = np.array([[1.0, 1.0, 5.0]])
    demand = np.zeros((1, 1, 3))
    demand[0, 0, 2] = 10
    rows = (
        CapacityRow("first", (0,), 4.0),
        CapacityRow("second", (1,), 7.0),
        CapacityRow("bypass", (2,), 1.0),
    )
    problem = FlowProblem(np.array([0, 1, 3, 3]), np.array([1, 2, 2]), cost, np.array([0]), demand, rows)
    found = solve_flows(problem, method=method)
    assert not found.feasible
    assert found.over[0] == pytest.approx(6)
    assert found.over[1] + found.over[2] == pytest.approx(2)


def test_netgen_optimum_is_the_published_one() -> None:
    """Single commodity from networkx's own test data; OR-Tools, networkx and HiGHS agree on the value."""
    flow_tests = pytest.importorskip("networkx.algorithms.flow").__file__
    path = Path(flow_tests).parent / "tests" / "netgen-2.gpickle.bz2"
    if not path.exists():
        pytest.skip("networkx came without its test data")
    import bz2
    import pickle

    graph = pickle.loads(bz2.decompress(path.read_bytes()))
    nodes = sorted(graph)
    number = {n: i for i, n in enumerate(nodes)}
    # One origin sends to one end over arcs of fixed capacity from and to the places of supply.
    edges = [
        (number[a], number[b], d.get("weight", 0), d.get("capacity")) for a, b, d in graph.edges(data=True)
    ]
    supply = {number[n]: -d.get("demand", 0) for n, d in graph.nodes(data=True)}
    source, sink = len(nodes), len(nodes) + 1
    total = sum(v for v in supply.values() if v > 0)
    edges += [(source, n, 0, v) for n, v in supply.items() if v > 0]
    edges += [(n, sink, 0, -v) for n, v in supply.items() if v < 0]
    edges.sort()
    rows = tuple(CapacityRow(str(i), (i,), float(e[3])) for i, e in enumerate(edges) if e[3] is not None)
    demand = np.zeros((1, 1, len(nodes) + 2))
    demand[0, 0, sink] = total
    first = np.searchsorted([e[0] for e in edges], np.arange(len(nodes) + 3))
    head, cost = np.array([e[1] for e in edges]), np.array([[float(e[2]) for e in edges]])
    found = solve_flows(FlowProblem(first, head, cost, np.array([source]), demand, rows))
    assert found.feasible
    assert found.cost == pytest.approx(6749969302, rel=1e-9)


DEMAND = "from,to,cargo,class,value,unit,usd_per_h,source\nAktau,Poti,container,a,50,kTEU/y,1,x\n"
CAPACITY = (
    "subject,cargo,value,unit,direction,source\nservice:Feeder,*,20,kTEU/y,each,x\nNORTH,*,1,Mt/y,both,x\n"
)


def network(tmp_path: Path, **changed: str) -> Network:
    costs = "subject,process,low,high,unit,source\nmode:rail,,1,1,usd/feu/km,x\nmode:sea,,500,500,usd/feu,x\n"
    tables = {**GOOD, "costs": costs, "demand": DEMAND, "capacities": CAPACITY, **changed}
    return load_network([write(tmp_path / "net", **tables)], base=False)


def test_a_network_fills_the_cheap_way_and_prices_its_bottleneck(tmp_path: Path) -> None:
    answer = assign(network(tmp_path))
    assert answer.feasible
    amounts = {(leg.link, leg.from_): leg.amount for leg in answer.legs}
    # 50,000 TEU of ten tonnes; the feeder takes 20,000 of them.
    assert amounts["FEEDER", "KZAAU-PORT"] == pytest.approx(200_000)
    assert amounts["NORTH", "KZAAU-PORT"] == pytest.approx(300_000)
    assert amounts["RAIL", "AZBAK"] == pytest.approx(500_000)
    (feeder,) = answer.bottlenecks
    assert feeder.name == "service:Feeder>"
    assert feeder.price > 0
    assert feeder.worth_of_tenth == pytest.approx(feeder.price * 20_000, rel=1e-4)


def test_what_starts_at_a_node_counts_for_the_capacity_of_the_node(tmp_path: Path) -> None:
    for node in ("KZAAU", "AZBAK"):
        rows = f"subject,cargo,value,unit,source\nnode:{node},container,0.4,Mt/y,x\n"
        answer = assign(network(tmp_path, capacities=rows))
        assert not answer.feasible
        (short,) = answer.shortfalls
        assert (short.name, short.limit) == (f"node:{node}", 400_000)
        assert (short.used, short.over) == pytest.approx((500_000, 100_000))


def test_a_demand_without_a_route_names_the_cut(tmp_path: Path) -> None:
    rows = DEMAND + "Baku,Poti,oil,,1,Mt/y,0,x\n"
    with pytest.raises(NoRoute, match=r"PIPE Baku-Poti \(planned\)"):
        assign(network(tmp_path, demand=rows))
    with pytest.raises(UsageError, match="no demand"):
        assign(network(tmp_path), gas=True)
