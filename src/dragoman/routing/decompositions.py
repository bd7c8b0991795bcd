"""Capacitated flows of very many commodities at least cost, to a certified gap (§N12).

Dantzig-Wolfe decomposition with the origins put together in some dozens of blocks: each block
proposes the flows of its cheapest paths under the present prices of capacity, a small linear
program mixes the proposals within the capacities, and its dual prices, smoothed towards the best
ones so far (Wentges 1997), are the next. Every round gives a feasible flow above and a Lagrangian bound below.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from dragoman.errors import NoRoute
from dragoman.routing.programs import FlowProblem, FlowSolution

__all__ = ["decompose"]

# Found by timing on 300 nodes, 1,000 arcs and a million commodities.
_BLOCKS, _SMOOTHING = 60, 0.7
# Origins that a thread takes at a time.
_SHARE = 15


def decompose(
    problem: FlowProblem, penalty: float, *, gap: float = 1e-3, most: int = 400, threads: int | None = None
) -> FlowSolution:
    """Solve with capacities that may be overrun at ``penalty`` a unit.

    Parameters
    ----------
    problem : FlowProblem
        Arcs, costs, demand, capacities.
    penalty : float
        Price of a unit above a capacity.
    gap : float
        (cost - bound) / cost to stop at.
    most : int
        Rounds at most.
    threads : int, optional
        All cores by default.

    Raises
    ------
    NoRoute
        A demand between two nodes that no path joins.
    """
    import numpy as np

    limits = np.array([row.limit for row in problem.capacities])
    loader = _Loader(problem, threads or os.cpu_count() or 1)
    prices = best_prices = np.zeros(len(limits))
    use, cost = loader.load(prices)
    best_bound, rounds, upper = float(cost.sum()), 0, np.inf
    master = _Master(limits, len(use), penalty, scale=max(abs(float(cost.mean())), 1e-12))
    flows = [loader.arc_flows()]
    while True:
        master.propose(use, cost - use @ prices)
        upper, prices, weights, over = master.solve()
        if upper - best_bound <= gap * abs(upper) or rounds >= most or not len(limits):
            break
        rounds += 1
        prices = _SMOOTHING * best_prices + (1 - _SMOOTHING) * prices
        use, cost = loader.load(prices)
        flows.append(loader.arc_flows())
        bound = float(cost.sum() - prices @ limits)
        if bound > best_bound:
            best_bound, best_prices = bound, prices
    blocks = len(use)
    flow = np.zeros(problem.cost.shape[1])
    for i, proposal in enumerate(flows):
        flow += weights[i * blocks : (i + 1) * blocks] @ proposal
    return FlowSolution(flow, upper, best_bound, best_prices, over, rounds, "decomposition")


class _Loader:
    """Cheapest-path loads by block of origins, on several threads."""

    def __init__(self, problem: FlowProblem, threads: int) -> None:
        import numpy as np

        self._problem = problem
        count = len(problem.origins)
        self._flow = np.empty((count, problem.cost.shape[1]))
        self._total = np.empty(count)
        blocks = min(_BLOCKS, count)
        self._block = (np.arange(count) % blocks == np.arange(blocks)[:, None]).astype(float)
        self._pool = ThreadPoolExecutor(threads)
        self._covers = np.zeros((problem.cost.shape[1], len(problem.capacities)))
        for g, row in enumerate(problem.capacities):
            self._covers[list(row.arcs), g] = 1.0

    def load(self, prices: Any) -> tuple[Any, Any]:
        """Use of each capacity (blocks, capacities) and cost at the priced arcs (blocks,)."""
        from dragoman.routing._trees import load

        p = self._problem
        cost = p.cost + self._covers @ prices

        def some(begin: int) -> int:
            end = min(begin + _SHARE, len(p.origins))
            done: int = load(p.first, p.head, cost, p.demand, p.origins, begin, end, self._flow, self._total)
            return done

        for fault in self._pool.map(some, range(0, len(p.origins), _SHARE)):
            if fault >= 0:
                origin, end = divmod(fault, len(p.first) - 1)
                raise NoRoute(
                    f"no path for the demand from {p.name(int(p.origins[origin]))} to {p.name(end)}",
                    remedy="drop the demand or open a leg",
                )
        return self.arc_flows() @ self._covers, self._block @ self._total

    def arc_flows(self) -> Any:
        """Arc flows of the last load (blocks, arcs)."""
        return self._block @ self._flow


class _Master:
    """The linear program that mixes proposals; scaled so that its numbers are near one."""

    def __init__(self, limits: Any, blocks: int, penalty: float, scale: float) -> None:
        import highspy
        import numpy as np

        self._limits, self._blocks, self._money = limits, blocks, scale
        positive = limits[limits > 0]
        self._amount = float(positive.mean()) if len(positive) else 1.0
        self._lp = highspy.Highs()
        self._lp.setOptionValue("output_flag", False)
        self._lp.setOptionValue("threads", 1)
        self._infinity = highspy.kHighsInf
        nothing, none = np.array([], dtype=np.int32), np.array([])
        for limit in limits:
            self._lp.addRow(-self._infinity, limit / self._amount, 0, nothing, none)
        for _ in range(blocks):
            self._lp.addRow(1.0, 1.0, 0, nothing, none)
        for row in range(len(limits)):
            dear = penalty * self._amount / scale
            self._lp.addCol(dear, 0.0, self._infinity, 1, np.array([row], dtype=np.int32), np.array([-1.0]))

    def propose(self, use: Any, cost: Any) -> None:
        """Add a proposal for each block: use of capacities and true cost."""
        import numpy as np

        starts, index, value = [0], [], []
        for block in range(self._blocks):
            some = np.flatnonzero(use[block])
            index.append(np.append(some, len(self._limits) + block))
            value.append(np.append(use[block, some] / self._amount, 1.0))
            starts.append(starts[-1] + len(some) + 1)
        self._lp.addCols(
            self._blocks,
            cost / self._money,
            np.zeros(self._blocks),
            np.full(self._blocks, self._infinity),
            starts[-1],
            np.array(starts[:-1], dtype=np.int32),
            np.concatenate(index).astype(np.int32),
            np.concatenate(value),
        )

    def solve(self) -> tuple[float, Any, Any, Any]:
        """Cost with penalties, prices of capacity, weights of the proposals, overruns."""
        import highspy
        import numpy as np

        self._lp.run()
        status = self._lp.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            # A basis that went numerically wrong: from scratch.
            self._lp.clearSolver()
            self._lp.run()
            status = self._lp.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            raise ArithmeticError(f"the master program ended as {status}")
        solution = self._lp.getSolution()
        count = len(self._limits)
        values = np.array(solution.col_value)
        duals = -np.array(solution.row_dual[:count]) * self._money / self._amount
        cost = self._lp.getInfo().objective_function_value * self._money
        return float(cost), np.maximum(duals, 0.0), values[count:], values[:count] * self._amount
