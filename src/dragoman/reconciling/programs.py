"""Linear programs with HiGHS: joint feasibility, conflict sets and joint bounds.

Floats only hint here. A conflict set or bound counts when :mod:`dragoman.reconciling.proofs`
has proved it in fractions. ``iis_strategy`` 6 (from the linear program, irreducible) is
needed: the default returns an empty set and calls it valid.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from dragoman.reconciling.constraints import Row
from dragoman.reconciling.proofs import Side, proved_bound, proves_infeasible

__all__ = ["Program", "refuting_rows", "solvable"]

_IIS_STRATEGY = 6
# HiGHS takes a violation below this for none; amounts are scaled to about 1 to 1000 first.
_TOLERANCE = 1e-9


def _scale(rows: Sequence[Row]) -> Fraction:
    """A power of ten that brings the typical level to between 1 and 10."""
    sizes = sorted(
        float(b) for r in rows if len(r.terms) == 1 for b in (r.low, r.high) if b is not None and b > 0
    )
    if not sizes:
        return Fraction(1)
    return Fraction(10) ** math.floor(math.log10(sizes[len(sizes) // 2]))


def _compact(rows: Sequence[Row]) -> tuple[list[int], dict[int, int]]:
    variables = sorted({v for r in rows for v, _ in r.terms})
    return variables, {v: i for i, v in enumerate(variables)}


def _model(columns: int, starts: Any, index: Any, values: Any, low: Any, high: Any) -> Any:
    """A HiGHS model of sparse rows over quantities not below zero."""
    import highspy
    import numpy as np

    h = highspy.Highs()
    h.setOptionValue("output_flag", False)
    h.setOptionValue("threads", 1)
    h.setOptionValue("iis_strategy", _IIS_STRATEGY)
    h.setOptionValue("primal_feasibility_tolerance", _TOLERANCE)
    h.setOptionValue("dual_feasibility_tolerance", _TOLERANCE)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, len(low)
    lp.col_cost_ = np.zeros(columns)
    lp.col_lower_ = np.zeros(columns)
    lp.col_upper_ = np.full(columns, highspy.kHighsInf)
    lp.row_lower_, lp.row_upper_ = low, high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = starts, index, values
    h.passModel(lp)
    return h


def solvable(columns: int, starts: Any, index: Any, values: Any, low: Any, high: Any) -> bool:
    """Whether sparse rows over quantities not below zero have a common point, for the solver."""
    import highspy

    h = _model(columns, starts, index, values, low, high)
    h.run()
    return bool(h.getModelStatus() == highspy.HighsModelStatus.kOptimal)


class Program:
    """The rows as a linear program; every quantity at least zero."""

    def __init__(self, rows: Sequence[Row]) -> None:
        import numpy as np

        self.rows = rows
        self.variables, self.position = _compact(rows)
        scale = float(_scale(rows))
        self.scale = scale
        inf = float("inf")
        starts, index, value = [0], [], []
        for r in rows:
            for v, a in r.terms:
                index.append(self.position[v])
                value.append(float(a))
            starts.append(len(index))
        self._highs = _model(
            len(self.variables),
            np.array(starts),
            np.array(index),
            np.array(value, dtype=float),
            np.array([-inf if r.low is None else float(r.low) / scale for r in rows]),
            np.array([inf if r.high is None else float(r.high) / scale for r in rows]),
        )

    def _run(self) -> Any:
        self._highs.run()
        return self._highs.getModelStatus()

    def feasible(self) -> bool:
        """Whether the solver finds a point that meets all rows."""
        import highspy

        return bool(self._run() == highspy.HighsModelStatus.kOptimal)

    def conflict(self) -> tuple[list[Side], list[int]] | None:
        """Sides of an irreducible set of rows without solution, and quantities held at zero."""
        import highspy

        status, iis = self._highs.getIis()
        if status == highspy.HighsStatus.kError or not len(iis.row_index_):
            return None
        upper = highspy.IisBoundStatus.kIisBoundStatusUpper
        lower = highspy.IisBoundStatus.kIisBoundStatusLower
        sides: list[Side] = []
        for r, bound in zip(iis.row_index_, iis.row_bound_):
            kind = highspy.IisBoundStatus(bound) if isinstance(bound, int) else bound
            if kind != lower:
                sides.append((int(r), True))
            if kind != upper:
                sides.append((int(r), False))
        held = [
            self.variables[int(c)]
            for c, bound in zip(iis.col_index_, iis.col_bound_)
            if highspy.IisBoundStatus(bound) in (lower, highspy.IisBoundStatus.kIisBoundStatusBoxed)
        ]
        return sides, held

    def optimum(self, weights: Mapping[int, float], upper: bool) -> dict[int, float] | None:
        """The point where a weighted sum of quantities is greatest or least, as the solver has it."""
        import highspy

        h = self._highs
        h.changeObjectiveSense(highspy.ObjSense.kMaximize if upper else highspy.ObjSense.kMinimize)
        at = [(self.position[v], w) for v, w in weights.items() if v in self.position]
        for column, weight in at:
            h.changeColCost(column, weight)
        status = self._run()
        for column, _ in at:
            h.changeColCost(column, 0.0)
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        values = h.getSolution().col_value
        return {v: values[i] * self.scale for v, i in self.position.items()}

    def hint(self, var: int, upper: bool) -> float | None:
        """The joint bound on a quantity as the solver has it; None where it has none."""
        found = self.optimum({var: 1.0}, upper) if var in self.position else None
        return None if found is None else found[var]

    def counting(self) -> list[int]:
        """Rows with a multiplier in the optimum that `hint` found last."""
        return [r for r, dual in enumerate(self._highs.getSolution().row_dual) if abs(dual) > 1e-9]

    def proved(self, var: int, upper: bool) -> tuple[Fraction, list[int]] | None:
        """The bound that `hint` found last, proved, with the rows that count; None where it is not."""
        solution = self._highs.getSolution()
        # At a maximum a positive dual is on an upper side, at a minimum on a lower one.
        sign = 1.0 if upper else -1.0
        sides: list[Side] = []
        for r, dual in enumerate(solution.row_dual):
            if abs(dual) > 1e-9:
                sides.append((r, sign * dual > 0))
        zero = [self.variables[c] for c, dual in enumerate(solution.col_dual) if abs(dual) > 1e-9]
        return proved_bound(self.rows, sides, zero, var, upper)

    def bound(self, var: int, upper: bool) -> tuple[Fraction, list[int]] | None:
        """The joint bound on a quantity, proved, with the rows that count; None where unbounded."""
        return None if self.hint(var, upper) is None else self.proved(var, upper)


def refuting_rows(rows: Sequence[Row]) -> list[int] | None:
    """Rows that exclude each other, proved in fractions; None where none are found."""
    program = Program(rows)
    if program.feasible():
        return None
    found = program.conflict()
    if found is None:
        return None
    sides, zero = found
    for chosen in (sides, [s for s in sides if _has(rows, s)]):
        if proves_infeasible(rows, chosen, zero):
            return sorted({r for r, _ in chosen})
    return None


def _has(rows: Sequence[Row], side: Side) -> bool:
    r, upper = side
    return (rows[r].high if upper else rows[r].low) is not None
