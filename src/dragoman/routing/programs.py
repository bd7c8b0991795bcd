"""Capacitated least-cost flows as numbers: the problem, its answer, and HiGHS for small ones (§N12)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

__all__ = ["CapacityRow", "FlowProblem", "FlowSolution", "solve_flows"]

# Variables up to which HiGHS takes the arc formulation at once.
_DIRECT = 60_000
# Overruns below this share of the demand are rounding.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class CapacityRow:
    """A capacity shared by some arcs."""

    name: str
    arcs: tuple[int, ...]
    limit: float


@dataclass(frozen=True, slots=True)
class FlowProblem:
    """Who wants to send how much where, over what, at which cost.

    Attributes
    ----------
    first, head : array of int
        Arcs sorted by tail: those of node n are first[n] to first[n + 1] - 1.
    cost : array (classes, arcs)
        Cost of a unit of each class on each arc; infinite where the class may not go.
    origins : array of int
        Nodes where demand begins.
    demand : array (origins, classes, nodes)
        Amounts by destination.
    capacities : tuple of CapacityRow
        Limits; arcs in none are free.
    names : tuple of str
        Of nodes, for messages; may be empty.
    """

    first: Any
    head: Any
    cost: Any
    origins: Any
    demand: Any
    capacities: tuple[CapacityRow, ...]
    names: tuple[str, ...] = ()

    def name(self, node: int) -> str:
        """What messages call a node."""
        return self.names[node] if self.names else str(node)

    @property
    def amount(self) -> float:
        """All demand together."""
        return float(self.demand.sum())


@dataclass(frozen=True, slots=True)
class FlowSolution:
    """A flow and how good it is.

    Attributes
    ----------
    flow : array (arcs,)
        Sum over commodities.
    cost : float
        Of the flow; with penalties where ``over`` is not zero.
    bound : float
        No flow within the capacities costs less.
    prices : array (capacities,)
        What a further unit of each capacity saves.
    over : array (capacities,)
        Amount above each capacity that the demand needs; all zero if it can be met.
    rounds : int
        Of the decomposition; 0 for HiGHS.
    method : str
        ``decomposition`` or ``highs``.
    """

    flow: Any
    cost: float
    bound: float
    prices: Any
    over: Any
    rounds: int
    method: str

    @property
    def gap(self) -> float:
        """(cost - bound) / cost."""
        return (self.cost - self.bound) / abs(self.cost) if self.cost else 0.0

    @property
    def feasible(self) -> bool:
        """Whether the capacities carry all demand."""
        return not bool(self.over.any())


def solve_flows(problem: FlowProblem, *, gap: float = 1e-3, method: str | None = None) -> FlowSolution:
    """The least-cost flow within the capacities, or the least overruns that the demand needs.

    Parameters
    ----------
    problem : FlowProblem
        Arcs, costs, demand, capacities.
    gap : float
        Certified relative gap, for the decomposition.
    method : str, optional
        ``highs`` or ``decomposition``; by size if None.

    Returns
    -------
    FlowSolution
        If the demand cannot be met, ``over`` is the least total overrun, and flow and cost are of
        the cheapest flow found that overruns at a high price.

    Raises
    ------
    NoRoute
        A demand between two nodes that no path joins.
    """
    import numpy as np

    chosen = method or ("highs" if _size(problem) <= _DIRECT else "decomposition")
    # No detour within the network costs more than all arcs once.
    finite = np.where(np.isfinite(problem.cost), problem.cost, 0.0)
    dearest = float(finite.sum(axis=1).max()) or 1.0
    penalty = dearest / 20 if chosen == "decomposition" else dearest
    while True:
        found = _solve(problem, penalty, gap, chosen)
        over = np.where(found.over > _ROUNDING * problem.amount, found.over, 0.0)
        if not over.any():
            return replace(found, over=over)
        if penalty >= dearest:
            break
        penalty = dearest
    free = np.where(np.isfinite(problem.cost), 0.0, np.inf)
    least = _solve(replace(problem, cost=free), 1.0, 1e-3, chosen)
    short = np.where(least.over > _ROUNDING * problem.amount, least.over, 0.0)
    if not short.any():
        # The overrun came from the gap alone: the demand does fit.
        return replace(_solve(problem, 100 * dearest, gap, chosen), over=short)
    return replace(found, over=short)


def _solve(problem: FlowProblem, penalty: float, gap: float, method: str) -> FlowSolution:
    if method == "highs":
        return _arc_program(problem, penalty)
    from dragoman.routing.decompositions import decompose

    return decompose(problem, penalty, gap=gap)


def _size(problem: FlowProblem) -> int:
    groups = int((problem.demand.sum(axis=2) > 0).sum())
    return groups * len(problem.head)


def _arc_program(problem: FlowProblem, penalty: float) -> FlowSolution:
    """All flows of an origin and class in one set of arc variables, solved by HiGHS."""
    import highspy
    import numpy as np

    from dragoman.errors import NoRoute

    nodes, arcs = len(problem.first) - 1, len(problem.head)
    tail = np.repeat(np.arange(nodes), np.diff(problem.first))
    groups = [(o, k) for o, k in zip(*np.nonzero(problem.demand.sum(axis=2)))]
    rows = len(groups) * nodes
    limits = [row.limit for row in problem.capacities]
    of_arc: list[list[int]] = [[] for _ in range(arcs)]
    for g, row in enumerate(problem.capacities):
        for a in row.arcs:
            of_arc[a].append(rows + g)
    starts, index, value, cost, upper = [0], [], [], [], []
    for i, (_, k) in enumerate(groups):
        for a in range(arcs):
            index += [i * nodes + int(tail[a]), i * nodes + int(problem.head[a]), *of_arc[a]]
            value += [1.0, -1.0] + [1.0] * len(of_arc[a])
            starts.append(len(index))
            usable = np.isfinite(problem.cost[k, a])
            cost.append(problem.cost[k, a] if usable else 0.0)
            upper.append(np.inf if usable else 0.0)
    for g in range(len(limits)):
        index.append(rows + g)
        value.append(-1.0)
        starts.append(len(index))
        cost.append(penalty)
        upper.append(np.inf)
    balance = []
    for o, k in groups:
        need = -problem.demand[o, k].astype(float)
        need[problem.origins[o]] = problem.demand[o, k].sum() - problem.demand[o, k, problem.origins[o]]
        balance.append(need)
    even = np.concatenate(balance) if balance else np.zeros(0)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(cost), rows + len(limits)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.array(cost), np.zeros(len(cost)), np.array(upper)
    lp.row_lower_ = np.concatenate([even, np.full(len(limits), -np.inf)])
    lp.row_upper_ = np.concatenate([even, np.array(limits)])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.array(starts)
    lp.a_matrix_.index_, lp.a_matrix_.value_ = np.array(index), np.array(value)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(lp)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        raise NoRoute("a demand joins two nodes that no path joins", remedy="drop the demand or open a leg")
    if status != highspy.HighsModelStatus.kOptimal:
        raise ArithmeticError(f"HiGHS ended as {status}")
    x = np.array(solver.getSolution().col_value)
    flow = x[: len(groups) * arcs].reshape(-1, arcs).sum(axis=0) if groups else np.zeros(arcs)
    prices = np.maximum(-np.array(solver.getSolution().row_dual[rows:]), 0.0)
    best = solver.getInfo().objective_function_value
    return FlowSolution(flow, best, best, prices, x[len(groups) * arcs :], 0, "highs")
