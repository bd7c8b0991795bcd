"""Random capacitated flow problems: near neighbours on a plane, gravity demand, the busiest tenth of the arcs cut to 70 %."""

from __future__ import annotations

import numpy as np

from dragoman.routing.programs import CapacityRow, FlowProblem, solve_flows

__all__ = ["random_flow_problem"]


def random_flow_problem(
    nodes: int, arcs: int, classes: int, seed: int, *, cut: float = 0.7, share: float = 0.1
) -> FlowProblem:
    """Every node sends to every other in each value-of-time class; feasible for most seeds."""
    rng = np.random.default_rng(seed)
    at = rng.random((nodes, 2)) * 3000
    km = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
    pairs = {(int(np.argmin(km[i, :i])), i) for i in range(1, nodes)}
    near = [(i, int(j)) for i in range(nodes) for j in np.argsort(km[i])[1:8] if i < j]
    rng.shuffle(near)
    for a, b in near:
        if len(pairs) >= arcs // 2:
            break
        pairs.add((int(a), int(b)))
    ends = np.array(sorted(pairs))
    tail, head = np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]])
    length = km[tail, head] + 10
    hours = length / np.tile(rng.uniform(10, 60, len(ends)), 2)
    money = length * np.tile(rng.uniform(0.3, 1.8, len(ends)), 2)
    order = np.argsort(tail, kind="stable")
    tail, head, hours, money = tail[order], head[order], hours[order], money[order]
    value = np.linspace(0, 30, classes) if classes > 1 else np.array([5.0])
    mass = rng.lognormal(0, 1, nodes)
    demand = (
        mass[:, None, None] * mass[None, None, :] * rng.lognormal(0, 0.5, (nodes, classes, nodes)) / classes
    )
    demand[np.arange(nodes), :, np.arange(nodes)] = 0
    first = np.searchsorted(tail, np.arange(nodes + 1))
    free = FlowProblem(first, head, money + value[:, None] * hours, np.arange(nodes), demand, ())
    flow = solve_flows(free, method="decomposition").flow
    busy = np.argsort(-flow)[: int(share * len(head))]
    rows = tuple(CapacityRow(str(a), (int(a),), cut * float(flow[a])) for a in busy)
    return FlowProblem(first, head, free.cost, free.origins, demand, rows)
