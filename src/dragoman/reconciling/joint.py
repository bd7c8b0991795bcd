"""Joint bounds: what all rows of a component leave open for a quantity, exact and with reasons.

Interval propagation is exact where quantities hang together like a tree. Elsewhere linear programs
say in floats whether there is more to gain, and what they find is proved in fractions. Rows that no
chain links to a quantity cannot bear on it, so each connected component is looked at alone.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from dragoman.model.intervals import Interval
from dragoman.reconciling.conflicts import has_cycle
from dragoman.reconciling.constraints import Row
from dragoman.reconciling.propagation import propagate

__all__ = ["GAIN", "MOST_ROWS", "Hints", "components", "hinted", "joint_bounds", "touching"]

MOST_ROWS = 600
"""Above so many rows in one component joint bounds stay with propagation: sound, but perhaps wider."""

GAIN = Fraction(1, 10**9)
"""A joint bound counts as tighter from this relative gain on."""

# The same in floats, far above their rounding in sums of a few dozen terms.
_FLOAT_GAIN = 1e-9
_ATTAINED = 1e-8
# Sweeps of float propagation over one component before the program decides.
_MOST_MOVES = 400


def components(rows: Sequence[Row]) -> list[list[int]]:
    """Indices of rows that hang together, component by component; rows of no quantity are left out."""
    parent: dict[int, int] = {}

    def find(x: int) -> int:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for row in rows:
        first = find(row.terms[0][0]) if row.terms else -1
        for v, _ in row.terms[1:]:
            parent[find(v)] = first
    out: dict[int, list[int]] = {}
    for r, row in enumerate(rows):
        if row.terms:
            out.setdefault(find(row.terms[0][0]), []).append(r)
    return list(out.values())


def _telling(rows: Sequence[Row], wanted: set[int]) -> list[Row]:
    """The rows without identities that say nothing: all their quantities but one appear nowhere else.

    A quantity that nothing else is said of can be anything from zero, so that ``whole = part + rest``
    with two such quantities leaves the third open.
    """
    seen = dict.fromkeys(wanted, 1)
    at: dict[int, list[int]] = {}
    for r, row in enumerate(rows):
        for v, _ in row.terms:
            seen[v] = seen.get(v, 0) + 1
            at.setdefault(v, []).append(r)
    gone: set[int] = set()
    stack = [r for r, row in enumerate(rows) if row.claim < 0]
    while stack:
        r = stack.pop()
        row = rows[r]
        if r in gone or row.claim >= 0 or sum(seen[v] > 1 for v, _ in row.terms) > 1:
            continue
        gone.add(r)
        for v, _ in row.terms:
            seen[v] -= 1
            if seen[v] == 1:
                stack.extend(at[v])
    return [row for r, row in enumerate(rows) if r not in gone]


def touching(rows: Sequence[Row], wanted: Iterable[int]) -> list[tuple[list[Row], list[int]]]:
    """Components that hold wanted quantities, each with those."""
    goals = set(wanted)
    rows = _telling(rows, goals)
    out = []
    for members in components(rows):
        mine = [rows[r] for r in members]
        found = sorted(goals & {v for row in mine for v, _ in row.terms})
        if found:
            out.append((mine, found))
    return out


def joint_bounds(
    rows: Sequence[Row], count: int, wanted: Sequence[int]
) -> dict[int, tuple[Interval, set[int], set[str]]]:
    """Exact bounds of quantities with claims and identities they rest on; empty where rows contradict.

    Parameters
    ----------
    count : int
        Number of quantities of the system.
    """
    out: dict[int, tuple[Interval, set[int], set[str]]] = {}
    for mine, goals in touching(rows, wanted):
        found = _of_component(mine, goals)
        if found is None:
            return {}
        out.update(found)
    nothing = (Interval(Fraction(0), None), set[int](), set[str]())
    return {v: out.get(v, nothing) for v in wanted}


def _of_component(
    rows: Sequence[Row], wanted: Sequence[int]
) -> dict[int, tuple[Interval, set[int], set[str]]] | None:
    names = {v: i for i, v in enumerate(sorted({v for row in rows for v, _ in row.terms}))}
    mine = [row._replace(terms=tuple((names[v], a) for v, a in row.terms)) for row in rows]
    b = propagate(mine, len(names))
    if b.clash is not None:
        return None
    out = {v: (b.interval(names[v]), *b.reasons(names[v])) for v in wanted}
    if len(rows) > MOST_ROWS or (b.settled and not has_cycle(mine)):
        return out
    from dragoman.reconciling.programs import Program

    program = Program(mine)
    for v in wanted:
        interval, _, _ = out[v]
        low, high = interval.low, interval.high
        at = names[v]
        parts = [b.trace((b.low[at],)), b.trace((b.high[at],))]
        for upper in (False, True):
            old = high if upper else low
            hint = program.hint(at, upper)
            if hint is None or not _gains(old, hint, upper):
                continue
            proved = program.proved(at, upper)
            if proved is None:
                continue
            value, used = proved
            if old is None or (old - value if upper else value - old) > GAIN * abs(value):
                claims = {mine[r].claim for r in used if mine[r].claim >= 0}
                parts[upper] = (claims, {mine[r].identity for r in used if mine[r].claim < 0})
                low, high = (low, value) if upper else (value, high)
        out[v] = (Interval(low, high), parts[0][0] | parts[1][0], parts[0][1] | parts[1][1])
    return out


def _gains(old: Fraction | None, hint: float, upper: bool) -> bool:
    if old is None:
        return math.isfinite(hint)
    known = old.numerator / old.denominator
    return (known - hint if upper else hint - known) > _FLOAT_GAIN * max(abs(known), abs(hint))


@dataclass(slots=True)
class Hints:
    """Bounds of quantities in floats with the claims that they rest on: where to look, no proof.

    ``attained`` are bounds (quantity, upper) that some point reaches; ``limited`` quantities whose
    component is too large for the programs, so that their bounds may be wider than need be.
    """

    low: dict[int, float]
    high: dict[int, float]
    claims: dict[tuple[int, bool], frozenset[int]]
    attained: set[tuple[int, bool]] = field(default_factory=set)
    limited: set[int] = field(default_factory=set)

    def ends(self, var: int) -> tuple[float, float]:
        """Both bounds of a quantity."""
        return self.low.get(var, 0.0), self.high.get(var, math.inf)

    def reasons(self, var: int) -> set[int]:
        """Claims that both bounds of a quantity rest on."""
        nothing = frozenset[int]()
        return set(self.claims.get((var, False), nothing) | self.claims.get((var, True), nothing))


def hinted(
    rows: Sequence[Row], wanted: Iterable[int], unless: Callable[[Hints], bool] | None = None
) -> Hints:
    """Joint bounds of quantities in floats: propagation, and linear programs where it is not tight.

    Parameters
    ----------
    unless : callable, optional
        Whether what propagation found leaves anything to ask the programs for.
    """
    out = Hints({}, {}, {})
    for mine, goals in touching(rows, wanted):
        settled = _float_propagation(mine, out)
        done = settled and not has_cycle(mine)
        if not done and len(mine) > MOST_ROWS:
            out.limited.update(goals)
            continue
        if not done and (unless is None or unless(out)):
            _ask_program(mine, goals, out)
    return out


def _ask_program(rows: list[Row], wanted: Sequence[int], out: Hints) -> None:
    """Tighten what propagation found by linear programs.

    A bound that some point attains is tight, whichever program the point comes from: one with all
    quantities at once often settles most of them.
    """
    from dragoman.reconciling.programs import Program

    program = Program(rows)
    for upper in (True, False):
        known = {v: out.ends(v)[upper] for v in wanted}
        # Who has no upper bound is not bounded by any program from below alone.
        open_ = {v for v, end in known.items() if upper and not math.isfinite(end)}
        pending = [v for v in wanted if v not in open_ and (upper or math.isfinite(out.ends(v)[1]))]
        weights = {v: 1 / known[v] for v in pending if known[v] > 0}
        if len(pending) > 1 and len(weights) == len(pending):
            point = program.optimum(weights, upper)
            pending = [v for v in pending if point is None or not _attains(point[v], known[v])]
        for v in [*sorted(open_), *pending]:
            if (v, upper) in out.attained:
                continue
            point = program.optimum({v: 1.0}, upper)
            if point is None:
                continue
            if not _attains(point[v], known[v]):
                (out.high if upper else out.low)[v] = point[v]
                used = {rows[r].claim for r in program.counting()}
                out.claims[v, upper] = frozenset(c for c in used if c >= 0)
            for w in pending:
                if _attains(point[w], known[w]):
                    out.attained.add((w, upper))


def _attains(value: float, end: float) -> bool:
    """Whether a point reaches a bound; the solver allows itself a violation of about this share."""
    return abs(value - end) <= _ATTAINED * max(abs(value), abs(end)) if math.isfinite(end) else False


def _float_propagation(rows: Sequence[Row], out: Hints) -> bool:
    """Tighten bounds until nothing moves; whether nothing moved in the end."""
    inf = math.inf
    lines = []
    at: dict[int, list[int]] = {}
    for r, row in enumerate(rows):
        terms = [(v, a.numerator / a.denominator) for v, a in row.terms if a]
        floor = -inf if row.low is None else row.low.numerator / row.low.denominator
        cap = inf if row.high is None else row.high.numerator / row.high.denominator
        lines.append((terms, floor, cap))
        if len(terms) > 1:
            for v, _ in terms:
                at.setdefault(v, []).append(r)
    queue = deque(sorted(range(len(rows)), key=lambda r: len(rows[r].terms)))
    waiting = set(queue)
    for _ in range(_MOST_MOVES + 4 * len(rows)):
        if not queue:
            return True
        r = queue.popleft()
        waiting.discard(r)
        for v in _tightened(lines[r], rows[r].claim, out):
            for other in at.get(v, ()):
                if other not in waiting:
                    waiting.add(other)
                    queue.append(other)
    return False


def _tightened(line: tuple[list[tuple[int, float]], float, float], claim: int, out: Hints) -> list[int]:
    """Quantities whose bounds one row moves by more than rounding."""
    terms, floor, cap = line
    low, high, inf = out.low, out.high, math.inf
    moved = []
    for k, (v, a) in enumerate(terms):
        most, least = cap, floor
        for j, (w, c) in enumerate(terms):
            if j != k:
                lo, hi = low.get(w, 0.0), high.get(w, inf)
                most -= c * (lo if c > 0 else hi)
                least -= c * (hi if c > 0 else lo)
        upper, lower = (most / a, least / a) if a > 0 else (least / a, most / a)
        if upper < high.get(v, inf) * (1 - _FLOAT_GAIN):
            high[v] = upper
            out.claims[v, True] = _rests_on(terms, k, True, a, claim, out)
            moved.append(v)
        if lower > low.get(v, 0.0) * (1 + _FLOAT_GAIN) and lower > 0:
            low[v] = lower
            out.claims[v, False] = _rests_on(terms, k, False, a, claim, out)
            moved.append(v)
    return moved


def _rests_on(
    terms: list[tuple[int, float]], k: int, upper: bool, a: float, claim: int, out: Hints
) -> frozenset[int]:
    """The claim of a row and those of the bounds that it used for one side of one quantity."""
    found = {claim} if claim >= 0 else set()
    for j, (w, c) in enumerate(terms):
        if j != k:
            # a v <= high - (least of the rest): where c and a agree, an upper side uses lower ones
            side = (c > 0) != (upper == (a > 0))
            found |= out.claims.get((w, side), frozenset())
    return frozenset(found)
