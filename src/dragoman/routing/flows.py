"""Demand sent over a network: where it goes, what is full, what more capacity is worth (§N12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.errors import UsageError
from dragoman.routing.cuts import no_route
from dragoman.routing.graphs import Graph, graph_of
from dragoman.routing.networks import Capacity, Demand, Network
from dragoman.routing.programs import CapacityRow, FlowProblem, FlowSolution, solve_flows
from dragoman.routing.searches import Query, Searcher

__all__ = ["Bottleneck", "FlowAnswer", "LegFlow", "assign", "flow_problem"]

# Cargoes counted in tonnes share capacities; gas is counted in bcm and flows by itself.
_TONNES = ("container", "bulk", "oil")
# USD/t/km of a cargo without tariffs, so that the shorter way is taken (assumed).
_NO_TARIFF = 0.01
# Bottlenecks whose enlargement is tried.
_TRIED = 5


@dataclass(frozen=True, slots=True)
class LegFlow:
    """What a leg carries in one direction [t/y; bcm/y for gas]."""

    link: str
    from_: str
    to: str
    cargo: str
    amount: float


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """A capacity and how far it is used.

    Attributes
    ----------
    capacity : Capacity
        The row of the table.
    name : str
        Subject, with the direction or leg where it is one of several.
    limit, used : float
        [t/y; bcm/y for gas].
    price : float
        What a further tonne a year saves [USD/t].
    over : float
        Amount that does not fit.
    worth_of_tenth : float or None
        Saving [USD/y] if the capacity were a tenth larger, computed anew; None where not tried.
    """

    capacity: Capacity
    name: str
    limit: float
    used: float
    price: float
    over: float
    worth_of_tenth: float | None = None

    @property
    def full(self) -> bool:
        """Whether nothing more fits."""
        return self.used >= self.limit * (1 - 1e-6)


@dataclass(frozen=True, slots=True)
class FlowAnswer:
    """Flows of all demand.

    Attributes
    ----------
    legs : tuple of LegFlow
        Largest first.
    capacities : tuple of Bottleneck
        Every capacity that covers an arc, dearest first.
    cost : float
        [USD/y], with value of time; where the demand does not fit, with a penalty.
    gap : float
        Certified relative distance from the best.
    feasible : bool
        Whether all demand fits.
    untariffed : tuple of str
        Cargoes counted at an assumed 0.01 USD/t/km for want of tariffs.
    """

    legs: tuple[LegFlow, ...]
    capacities: tuple[Bottleneck, ...]
    cost: float
    gap: float
    feasible: bool
    untariffed: tuple[str, ...]

    @property
    def bottlenecks(self) -> tuple[Bottleneck, ...]:
        """Capacities that are full and cost something."""
        return tuple(b for b in self.capacities if b.full and b.price > 0)

    @property
    def shortfalls(self) -> tuple[Bottleneck, ...]:
        """Capacities that stop the demand; ``over`` says by how much."""
        return tuple(b for b in self.capacities if b.over > 0)


@dataclass(frozen=True, slots=True)
class _Layer:
    """A cargo's graph within the joint problem: its arcs and nodes begin at these numbers."""

    cargo: str
    graph: Graph
    arc: int
    node: int


def assign(
    network: Network,
    demand: Sequence[Demand] | None = None,
    *,
    gas: bool = False,
    worth: bool = True,
    gap: float = 1e-6,
) -> FlowAnswer:
    """Send a demand over a network at least cost within its capacities.

    Parameters
    ----------
    network : Network
        Legs, costs, capacities.
    demand : sequence of Demand, optional
        The network's own by default.
    gas : bool
        The gas among it rather than what is counted in tonnes.
    worth : bool
        Whether to try a tenth more of the dearest bottlenecks.
    gap : float
        Certified gap where the decomposition is used.

    Raises
    ------
    UsageError
        No demand.
    NoRoute
        A demand that no route serves, with the cut.
    """
    cargoes = ("gas",) if gas else _TONNES
    wanted = [d for d in (network.demand if demand is None else demand) if d.cargo in cargoes and d.value > 0]
    if not wanted:
        raise UsageError("no demand to send", remedy="give rows in demand.csv")
    _check_joined(network, wanted)
    problem, layers, rows, arcs = flow_problem(network, wanted)
    found = solve_flows(problem, gap=gap)
    capacities = [
        Bottleneck(
            capacity,
            row.name,
            capacity.value,
            # What starts at a node has been taken from the row's limit.
            float(sum(found.flow[a] for a in row.arcs)) + capacity.value - row.limit,
            float(found.prices[g]),
            float(found.over[g]),
        )
        for g, (row, capacity) in enumerate(zip(problem.capacities, rows))
    ]
    if worth and found.feasible:
        capacities = _valued(problem, found, capacities, gap)
    return FlowAnswer(
        tuple(_leg_flows(layers, arcs, found)),
        tuple(sorted(capacities, key=lambda b: (-b.over, -b.price, -b.used / max(b.limit, 1e-12)))),
        found.cost,
        found.gap,
        found.feasible,
        tuple(layer.cargo for layer in layers if not layer.graph.priced),
    )


def _check_joined(network: Network, wanted: Iterable[Demand]) -> None:
    from dragoman.routing.conditions import conditions

    reach: dict[tuple[str, str], list[bool]] = {}
    for d in wanted:
        graph = graph_of(network, d.cargo)
        key = d.cargo, d.to
        if key not in reach:
            target = graph.index(d.to)
            reach[key] = Searcher(graph).reach(Query(0, target))
        if not reach[key][graph.index(d.from_)]:
            raise no_route(network, conditions(network, d.from_, d.to), d.cargo)


def flow_problem(
    network: Network, demand: Sequence[Demand]
) -> tuple[FlowProblem, list[_Layer], list[Capacity], Any]:
    """The arrays of a demand on a network: a layer of states and ends for each cargo.

    Returns
    -------
    problem, layers, capacities, order
        ``capacities`` are the table rows of the problem's rows; ``order[i]`` is the number before
        sorting of the problem's arc i.
    """
    import numpy as np

    layers: list[_Layer] = []
    arc = node = 0
    for cargo in dict.fromkeys(d.cargo for d in demand):
        graph = graph_of(network, cargo)
        layers.append(_Layer(cargo, graph, arc, node))
        arc += len(graph.tail) + len(graph.node_of)
        node += len(graph.node_of) + len(graph.nodes)
    tail = np.concatenate([_ends(layer)[0] for layer in layers])
    head = np.concatenate([_ends(layer)[1] for layer in layers])
    hours = np.concatenate([_hours(layer) for layer in layers])
    money = np.concatenate([_money(network, layer) for layer in layers])
    order = np.argsort(tail, kind="stable")
    classes = list(dict.fromkeys((d.cargo, d.class_, d.usd_per_h) for d in demand))
    tonnes = network.number("tonnes_per_feu", 2 * network.number("tonnes_per_teu", 10.0))
    cost = np.array([money + usd / tonnes * hours for _, _, usd in classes])
    by_cargo = {layer.cargo: layer for layer in layers}
    starts = [
        by_cargo[d.cargo].node + by_cargo[d.cargo].graph.start_of[_number(by_cargo, d, d.from_)]
        for d in demand
    ]
    origins = list(dict.fromkeys(starts))
    amounts = np.zeros((len(origins), len(classes), node))
    for d, start in zip(demand, starts):
        layer = by_cargo[d.cargo]
        end = layer.node + len(layer.graph.node_of) + _number(by_cargo, d, d.to)
        amounts[origins.index(start), classes.index((d.cargo, d.class_, d.usd_per_h)), end] += d.value
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    rows, capacities = _capacity_rows(network, layers, demand, place)
    problem = FlowProblem(
        np.searchsorted(tail[order], np.arange(node + 1)),
        head[order],
        cost[:, order],
        np.array(origins),
        amounts,
        tuple(rows),
    )
    return problem, layers, capacities, order


def _number(layers: dict[str, _Layer], d: Demand, place: str) -> int:
    return layers[d.cargo].graph.index(place)


def _ends(layer: _Layer) -> tuple[Any, Any]:
    """Tails and heads: the graph's arcs, then one from each state to the end at its node."""
    import numpy as np

    g, states = layer.graph, len(layer.graph.node_of)
    tail = np.concatenate([np.array(g.tail, dtype=np.int64), np.arange(states)])
    head = np.concatenate([np.array(g.head, dtype=np.int64), states + np.array(g.node_of, dtype=np.int64)])
    return tail + layer.node, head + layer.node


def _hours(layer: _Layer) -> Any:
    import numpy as np

    g = layer.graph
    return np.array([*(b + r for b, r in zip(g.before, g.run)), *g.finish_t]) / 3600


def _money(network: Network, layer: _Layer) -> Any:
    """USD per tonne of each arc."""
    import numpy as np

    g = layer.graph
    if not g.priced:
        km = [g.arcs[i].link.km for i in g.source_arc]
        return np.array([*km, *(0.0 for _ in g.node_of)]) * _NO_TARIFF
    tonnes = network.number("tonnes_per_feu", 2 * network.number("tonnes_per_teu", 10.0))
    return np.array([*g.cost, *g.finish_c]) / 100 / tonnes


def _capacity_rows(
    network: Network, layers: list[_Layer], demand: Sequence[Demand], place: Any
) -> tuple[list[CapacityRow], list[Capacity]]:
    rows: list[CapacityRow] = []
    owners: list[Capacity] = []
    for capacity in network.capacities:
        groups: dict[str, list[int]] = {}
        for layer in layers:
            if capacity.cargo in ("*", layer.cargo):
                for name, arc in _covered(network, layer, capacity):
                    groups.setdefault(name, []).append(int(place[arc]))
        for name, arcs in groups.items():
            starting = 0.0
            if capacity.subject.startswith("node:") or name.startswith("node:"):
                cargoes = {layer.cargo for layer in layers if capacity.cargo in ("*", layer.cargo)}
                starting = sum(d.value for d in demand if f"node:{d.from_}" == name and d.cargo in cargoes)
            rows.append(CapacityRow(name, tuple(arcs), capacity.value - starting))
            owners.append(capacity)
    return rows, owners


def _covered(network: Network, layer: _Layer, capacity: Capacity) -> Iterable[tuple[str, int]]:
    """Arcs of a layer that a capacity covers, each with the name of the row it counts for."""
    subject = capacity.subject
    kind, _, rest = subject.partition(":")
    for a, i in enumerate(layer.graph.source_arc):
        arc = layer.graph.arcs[i]
        way = "" if not capacity.each else ">" if arc.forward else "<"
        node = network.nodes[arc.head]
        mode, _, country = rest.partition("@")
        name = ""
        if kind == "node" and node.id == rest:
            name = subject
        elif kind == "kind" and node.kind == mode and country in ("", node.country):
            name = f"node:{node.id}"
        elif kind == "service" and arc.link.service == rest:
            name = subject + way
        elif kind == "mode" and arc.link.mode == mode:
            tails = {network.nodes[arc.tail].country, node.country}
            name = arc.link.id + way if country == "" or tails == {country} else ""
        elif subject.rstrip("<>") == arc.link.id:
            wrong = subject[-1] in "<>" and (subject[-1] == ">") != arc.forward
            name = "" if wrong else arc.link.id + way
        if name:
            yield name, layer.arc + a


def _valued(
    problem: FlowProblem, found: FlowSolution, capacities: list[Bottleneck], gap: float
) -> list[Bottleneck]:
    """The dearest bottlenecks with what a tenth more would save."""
    dear = sorted(
        (g for g, b in enumerate(capacities) if b.full and b.price > 0), key=lambda g: -capacities[g].price
    )
    out = list(capacities)
    for g in dear[:_TRIED]:
        rows = list(problem.capacities)
        rows[g] = replace(rows[g], limit=rows[g].limit + 0.1 * capacities[g].capacity.value)
        better = solve_flows(replace(problem, capacities=tuple(rows)), gap=gap)
        out[g] = replace(capacities[g], worth_of_tenth=max(0.0, found.cost - better.cost))
    return out


def _leg_flows(layers: list[_Layer], order: Any, found: FlowSolution) -> list[LegFlow]:
    flow = dict(zip((int(i) for i in order), found.flow))
    sums: dict[tuple[str, str, str, str], float] = {}
    for layer in layers:
        for a, i in enumerate(layer.graph.source_arc):
            amount = float(flow[layer.arc + a])
            arc = layer.graph.arcs[i]
            if amount > 1e-9:
                key = arc.link.id, arc.tail, arc.head, layer.cargo
                sums[key] = sums.get(key, 0.0) + amount
    return [
        LegFlow(*key, amount) for key, amount in sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    ]
