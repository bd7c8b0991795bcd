"""Exact proofs from what a floating-point solver hints at: multipliers as fractions.

A set of rows has no solution when some combination of them with multipliers of the right
sign says that an amount not below zero is below zero (Farkas). The solver names the rows;
the multipliers are solved for here in fractions and checked, so no rounding can make a proof.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from dragoman.reconciling.constraints import Row

__all__ = ["Side", "proved_bound", "proves_infeasible"]

# (row, upper): one inequality of a row.
Side = tuple[int, bool]


def _eliminate(matrix: list[list[Fraction]], columns: int) -> list[int]:
    """Reduced row echelon form in place; the pivot columns."""
    pivots: list[int] = []
    r = 0
    for c in range(columns):
        pivot = next((i for i in range(r, len(matrix)) if matrix[i][c]), None)
        if pivot is None:
            continue
        matrix[r], matrix[pivot] = matrix[pivot], matrix[r]
        scale = matrix[r][c]
        matrix[r] = [x / scale for x in matrix[r]]
        for i, line in enumerate(matrix):
            if i != r and line[c]:
                f = line[c]
                matrix[i] = [x - f * y for x, y in zip(line, matrix[r])]
        pivots.append(c)
        r += 1
        if r == len(matrix):
            break
    return pivots


def _oriented(
    rows: Sequence[Row], sides: Sequence[Side]
) -> list[tuple[dict[int, Fraction], Fraction]] | None:
    """Each side as ``sum a x <= b``; None where a side has no bound."""
    out = []
    for r, upper in sides:
        row = rows[r]
        bound = row.high if upper else row.low
        if bound is None:
            return None
        sign = 1 if upper else -1
        line: dict[int, Fraction] = {}
        for v, a in row.terms:
            line[v] = line.get(v, Fraction(0)) + sign * a
        out.append((line, sign * bound))
    return out


def proves_infeasible(rows: Sequence[Row], sides: Sequence[Side], at_zero: Sequence[int]) -> bool:
    """Whether these sides, with these quantities not below zero, exclude each other.

    Parameters
    ----------
    sides : sequence of (row, upper)
        An irreducible set of inequalities, so that the multipliers are unique up to scale.
    at_zero : sequence of int
        Quantities whose not being below zero takes part.
    """
    lines = _oriented(rows, sides)
    if not lines:
        return False
    variables = sorted({v for line, _ in lines for v in line})
    zero = [v for v in at_zero if v in variables]
    width = len(lines) + len(zero)
    matrix = [
        [line.get(v, Fraction(0)) for line, _ in lines] + [Fraction(-1 if z == v else 0) for z in zero]
        for v in variables
    ]
    pivots = _eliminate(matrix, width)
    free = [c for c in range(width) if c not in pivots]
    if len(free) != 1:
        return False
    y = [Fraction(0)] * width
    y[free[0]] = Fraction(1)
    for i, c in enumerate(pivots):
        y[c] = -matrix[i][free[0]]
    if any(x < 0 for x in y):
        return False
    total = sum((k * b for k, (_, b) in zip(y, lines)), Fraction(0))
    return total < 0


def proved_bound(
    rows: Sequence[Row], sides: Sequence[Side], at_zero: Sequence[int], var: int, upper: bool
) -> tuple[Fraction, list[int]] | None:
    """The bound on one quantity that these sides imply, and the rows that count in it.

    Returns None where no combination with multipliers of the right sign gives a bound.
    """
    lines = _oriented(rows, sides)
    if not lines:
        return None
    variables = sorted({v for line, _ in lines for v in line} | {var})
    zero = [v for v in at_zero if v in variables]
    width = len(lines) + len(zero)
    goal = Fraction(1 if upper else -1)
    matrix = [
        [line.get(v, Fraction(0)) for line, _ in lines]
        + [Fraction(-1 if z == v else 0) for z in zero]
        + [goal if v == var else Fraction(0)]
        for v in variables
    ]
    pivots = _eliminate(matrix, width)
    if any(line[width] for line in matrix[len(pivots) :]):
        return None
    y = [Fraction(0)] * width
    for i, c in enumerate(pivots):
        y[c] = matrix[i][width]
    if any(x < 0 for x in y):
        return None
    total = sum((k * b for k, (_, b) in zip(y, lines)), Fraction(0))
    used = [sides[i][0] for i in range(len(lines)) if y[i]]
    return (total if upper else -total), used
