"""Interval propagation in exact fractions, every bound with the claims that it rests on.

A bound derived here is a proof: each step is one row with the bounds it used. On systems
without cycles the fixed point is tight; cycles are left to linear programming
(:mod:`dragoman.reconciling.programs`).
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from dragoman.model.intervals import Interval
from dragoman.reconciling.constraints import Row

__all__ = ["Bounds", "LazyBounds", "Step", "propagate"]

# A bound that keeps moving is on a cycle and converges geometrically; after this many moves
# it is left to the linear program (assumed: article systems settle in fewer than six).
_MOST_MOVES = 8
# From the fourth move on a bound must gain this share of itself (assumed; article systems
# without cycles settle in three).
# A gain below this share may be rounding of a double: taken for none.
_NOISE = 1e-12
_FREE_MOVES, _LEAST_GAIN = 3, Fraction(1, 1000)


class Step(NamedTuple):
    """One derived bound: ``side`` is 0 for low, 1 for high; ``used`` are earlier steps."""

    var: int
    side: int
    value: Fraction
    row: int
    used: tuple[int, ...]


@dataclass(slots=True)
class Bounds:
    """Bounds of all quantities with their derivation.

    ``clash`` is a pair of steps whose bounds exclude each other, where the system has none.
    """

    rows: Sequence[Row]
    low: list[int]
    high: list[int]
    steps: list[Step] = field(default_factory=list)
    clash: tuple[int, int] | None = None
    settled: bool = True

    def interval(self, var: int) -> Interval:
        """The bounds of a quantity; amounts are never below zero."""
        lo, hi = self.low[var], self.high[var]
        return Interval(
            Fraction(0) if lo < 0 else self.steps[lo].value, None if hi < 0 else self.steps[hi].value
        )

    def trace(self, starts: Iterable[int]) -> tuple[set[int], set[str]]:
        """Claims and identities that some steps rest on."""
        claims: set[int] = set()
        names: set[str] = set()
        seen: set[int] = set()
        stack = [s for s in starts if s >= 0]
        while stack:
            k = stack.pop()
            if k in seen:
                continue
            seen.add(k)
            step = self.steps[k]
            row = self.rows[step.row]
            if row.claim >= 0:
                claims.add(row.claim)
            elif row.identity:
                names.add(row.identity)
            stack.extend(u for u in step.used if u >= 0)
        return claims, names

    def reasons(self, var: int) -> tuple[set[int], set[str]]:
        """Claims and identities that both bounds of a quantity rest on."""
        return self.trace((self.low[var], self.high[var]))


class LazyBounds:
    """Bounds known in floats, rounded outwards, and derived in fractions when asked for.

    ``low`` and ``high`` are what the array pass found, one number a quantity.
    """

    __slots__ = ("_exact", "count", "high", "low", "rows")

    def __init__(self, rows: Sequence[Row], count: int, low: Any, high: Any) -> None:
        self.rows, self.count, self.low, self.high = rows, count, low, high
        self._exact: Bounds | None = None

    @property
    def exact(self) -> Bounds:
        """The same bounds in fractions, with their derivation."""
        if self._exact is None:
            self._exact = propagate(self.rows, self.count)
        return self._exact

    def interval(self, var: int) -> Interval:
        """The exact bounds of a quantity."""
        return self.exact.interval(var)

    def reasons(self, var: int) -> tuple[set[int], set[str]]:
        """Claims and identities that both bounds of a quantity rest on."""
        return self.exact.reasons(var)


def propagate(rows: Sequence[Row], count: int) -> Bounds:
    """Tighten all bounds until nothing moves, a contradiction shows, or moves run out.

    Parameters
    ----------
    rows : sequence of Row
        Constraints.
    count : int
        Number of quantities.
    """
    b = Bounds(rows, [-1] * count, [-1] * count)
    shadow = _Shadow(rows, count)
    touching: list[list[int]] = [[] for _ in range(count)]
    for r, row in enumerate(rows):
        if len(row.terms) > 1:
            for v, _ in row.terms:
                touching[v].append(r)
    # Rows of one term first: they are what the texts print.
    queue: deque[int] = deque(sorted(range(len(rows)), key=lambda r: len(rows[r].terms)))
    waiting = [True] * len(rows)
    moves = [0] * (2 * count)
    while queue:
        r = queue.popleft()
        waiting[r] = False
        for v, side in shadow.promising(r):
            value, used = _derived(b, r, v, side)
            if value is None or not _set(b, v, side, value, r, used, moves):
                continue
            if b.clash is not None:
                return b
            shadow.move(v, side, value)
            for other in touching[v]:
                if not waiting[other]:
                    waiting[other] = True
                    queue.append(other)
    return b


class _Shadow:
    """The bounds in floats: they tell which row may tighten which bound, fractions then derive it.

    A gain below `_NOISE` is taken for none.
    """

    def __init__(self, rows: Sequence[Row], count: int) -> None:
        self.low = [0.0] * count
        self.high = [math.inf] * count
        self.rows = [
            (
                [(v, a.numerator / a.denominator) for v, a in row.terms if a],
                -math.inf if row.low is None else row.low.numerator / row.low.denominator,
                math.inf if row.high is None else row.high.numerator / row.high.denominator,
            )
            for row in rows
        ]

    def move(self, v: int, side: int, value: Fraction) -> None:
        if side == 0:
            self.low[v] = value.numerator / value.denominator
        else:
            self.high[v] = value.numerator / value.denominator

    def promising(self, r: int) -> Iterator[tuple[int, int]]:
        """Bounds that one row tightens, looked up anew after each move."""
        terms, low, high = self.rows[r]
        lows, highs, inf = self.low, self.high, math.inf
        for k, (v, a) in enumerate(terms):
            # a v <= high - (least of the rest);  a v >= low - (most of the rest)
            cap, floor = high, low
            for j, (w, c) in enumerate(terms):
                if j == k:
                    continue
                if c > 0:
                    cap -= c * lows[w]
                    floor = floor - c * highs[w] if highs[w] < inf else -inf
                else:
                    cap = cap - c * highs[w] if highs[w] < inf else inf
                    floor -= c * lows[w]
            if cap < inf:
                value = cap / a
                if a > 0 and value < highs[v] - _NOISE * abs(highs[v] if highs[v] < inf else 0.0):
                    yield v, 1
                elif a < 0 and value > lows[v] + _NOISE * abs(lows[v]):
                    yield v, 0
            if floor > -inf:
                value = floor / a
                if a > 0 and value > lows[v] + _NOISE * abs(lows[v]):
                    yield v, 0
                elif a < 0 and value < highs[v] - _NOISE * abs(highs[v] if highs[v] < inf else 0.0):
                    yield v, 1


def _derived(b: Bounds, r: int, v: int, side: int) -> tuple[Fraction | None, tuple[int, ...]]:
    """What one row says of one bound of a quantity, in fractions, with the steps it uses."""
    row = b.rows[r]
    a = next(c for w, c in row.terms if w == v)
    least = (side == 1) == (a > 0)
    total = row.high if least else row.low
    if total is None:
        return None, ()
    used = []
    for w, c in row.terms:
        if w == v or c == 0:
            continue
        take_low = (c > 0) == least
        s = b.low[w] if take_low else b.high[w]
        if s < 0:
            if take_low:
                continue  # the least amount is zero
            return None, ()
        total -= c * b.steps[s].value
        used.append(s)
    return total / a, tuple(used)


def _set(
    b: Bounds, v: int, side: int, value: Fraction, r: int, used: tuple[int, ...], moves: list[int]
) -> bool:
    if side == 0:
        if value <= 0 or (b.low[v] >= 0 and b.steps[b.low[v]].value >= value):
            return False
    elif b.high[v] >= 0 and b.steps[b.high[v]].value <= value:
        return False
    other = b.high[v] if side == 0 else b.low[v]
    clash = other >= 0 and (value > b.steps[other].value if side == 0 else value < b.steps[other].value)
    if side == 1 and other < 0 and value < 0:
        clash = True
    if not clash:
        made = moves[2 * v + side]
        old = b.low[v] if side == 0 else b.high[v]
        if made >= _MOST_MOVES or (
            made >= _FREE_MOVES and old >= 0 and abs(value - b.steps[old].value) < _LEAST_GAIN * abs(value)
        ):
            b.settled = False
            return False
        moves[2 * v + side] = made + 1
    b.steps.append(Step(v, side, value, r, used))
    k = len(b.steps) - 1
    if clash:
        b.clash = (k, other)
    elif side == 0:
        b.low[v] = k
    else:
        b.high[v] = k
    return True
