"""Many families at once: a first pass of interval propagation in arrays, rounded outwards.

Floats find the families that need a closer look; what they find is proved again in fractions
before anybody is told. A family that floats clear, and that has no cycle, is consistent;
those with cycles go to linear programs in batches, one program for many families.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.reconciling.claims import Figure, claims_of
from dragoman.reconciling.closure import Closed, settle
from dragoman.reconciling.conflicts import conflicts_of, has_cycle
from dragoman.reconciling.constraints import System, build
from dragoman.reconciling.programs import solvable
from dragoman.reconciling.propagation import LazyBounds
from dragoman.reconciling.series import Family

__all__ = ["Arrays", "close_many", "sweep"]

# Sweeps before what still moves is left to the linear program (assumed: most settle in five).
_MOST_SWEEPS = 30
# Outward widening of each derived bound relative to the amounts in its row: far above the
# rounding of a sum of a few dozen doubles (about 1e-15 each), far below printed precision.
_SLACK = 1e-11
# Families in one linear program.
_BATCH = 128


@dataclass(slots=True)
class Arrays:
    """Rows of many systems as one sparse matrix.

    ``starts``, ``row_starts`` and ``entry_starts`` say where each system's quantities, rows
    and matrix entries begin; ``counts`` has the entries of each row.
    """

    starts: Any
    row_starts: Any
    entry_starts: Any
    counts: Any
    rows: Any
    columns: Any
    values: Any
    low: Any
    high: Any


def _arrays(systems: Sequence[System]) -> Arrays:
    import numpy as np

    starts, row_starts, entry_starts = [0], [0], [0]
    columns, values, lengths, low, high = [], [], [], [], []
    inf = float("inf")
    offset = 0
    for s in systems:
        for row in s.rows:
            for v, a in row.terms:
                columns.append(offset + v)
                values.append(a.numerator / a.denominator)
            lengths.append(len(row.terms))
            low.append(-inf if row.low is None else row.low.numerator / row.low.denominator)
            high.append(inf if row.high is None else row.high.numerator / row.high.denominator)
        offset += len(s.nodes)
        starts.append(offset)
        row_starts.append(len(low))
        entry_starts.append(len(columns))
    count = np.array(lengths)
    return Arrays(
        np.array(starts),
        np.array(row_starts),
        np.array(entry_starts),
        count,
        np.repeat(np.arange(len(count)), count),
        np.array(columns, dtype=np.int64),
        np.array(values),
        np.array(low),
        np.array(high),
    )


def sweep(m: Arrays) -> tuple[Any, Any]:
    """Bounds of all quantities after sweeps over all rows until nothing moves much.

    Returns
    -------
    low, high : arrays of float
        Outward-rounded bounds; low above high where a system has no solution.
    """
    import numpy as np

    n = int(m.starts[-1])
    low, high = np.zeros(n), np.full(n, np.inf)
    positive = m.values > 0
    size = np.abs(m.values)
    count = len(m.low)
    for _ in range(_MOST_SWEEPS):
        lo, h = low[m.columns], high[m.columns]
        with np.errstate(invalid="ignore"):
            least = np.where(positive, m.values * lo, np.where(np.isinf(h), -np.inf, m.values * h))
            most = np.where(positive, np.where(np.isinf(h), np.inf, m.values * h), m.values * lo)
        least_open, most_open = np.isinf(least), np.isinf(most)
        least_of = np.bincount(m.rows, np.where(least_open, 0, least), count)
        most_of = np.bincount(m.rows, np.where(most_open, 0, most), count)
        open_least = np.bincount(m.rows, least_open, count)
        open_most = np.bincount(m.rows, most_open, count)
        scale = np.bincount(m.rows, size * np.where(np.isinf(h), lo, h), count)[m.rows]
        scale = (
            scale
            + np.where(np.isinf(m.high), np.where(np.isinf(m.low), 0, np.abs(m.low)), np.abs(m.high))[m.rows]
        )
        rest_least = least_of[m.rows] - np.where(least_open, 0, least)
        rest_most = most_of[m.rows] - np.where(most_open, 0, most)
        free_least = open_least[m.rows] - least_open > 0
        free_most = open_most[m.rows] - most_open > 0
        # a v <= high - least of the rest;  a v >= low - most of the rest
        cap = np.where(free_least, np.inf, m.high[m.rows] - rest_least + _SLACK * scale)
        floor = np.where(free_most, -np.inf, m.low[m.rows] - rest_most - _SLACK * scale)
        upper = np.where(positive, cap, floor) / m.values
        lower = np.where(positive, floor, cap) / m.values
        new_low, new_high = low.copy(), high.copy()
        np.maximum.at(new_low, m.columns, lower)
        np.minimum.at(new_high, m.columns, upper)
        moved = (
            (new_low > low * (1 + 1e-9))
            | (new_high < high * (1 - 1e-9))
            | (np.isinf(high) & ~np.isinf(new_high))
        )
        moved &= new_low <= new_high
        low, high = new_low, new_high
        if not moved.any():
            break
    return low, high


def _scales(systems: Sequence[System]) -> Any:
    """For each system a power of ten that brings its typical level to between 1 and 10."""
    import numpy as np

    out = []
    for s in systems:
        sizes = sorted(b for c in s.claims if c.measure == "level" and (b := c.high or c.low))
        out.append(float(sizes[len(sizes) // 2]) if sizes else 1.0)
    return 10.0 ** np.floor(np.log10(np.array(out)))


def _joined(m: Arrays, scales: Any, batch: Sequence[int]) -> bool:
    """Whether one linear program over several systems finds a point for all of them.

    Each system has its own quantities, and its own scale.
    """
    import numpy as np

    rows = np.concatenate([np.arange(m.row_starts[i], m.row_starts[i + 1]) for i in batch])
    entries = np.concatenate([np.arange(m.entry_starts[i], m.entry_starts[i + 1]) for i in batch])
    counts = m.counts[rows]
    columns, position = np.unique(m.columns[entries], return_inverse=True)
    scale = np.repeat(scales[list(batch)], [m.row_starts[i + 1] - m.row_starts[i] for i in batch])
    starts = np.concatenate([[0], np.cumsum(counts)])
    return solvable(
        len(columns), starts, position, m.values[entries], m.low[rows] / scale, m.high[rows] / scale
    )


def _suspects(m: Arrays, systems: Sequence[System], wanted: list[int]) -> list[int]:
    """Systems that a linear program does not clear, by halving batches that fail."""
    out: list[int] = []
    scales = _scales(systems)
    stack = [wanted[i : i + _BATCH] for i in range(0, len(wanted), _BATCH)]
    while stack:
        batch = stack.pop()
        if _joined(m, scales, batch):
            continue
        if len(batch) == 1:
            out.extend(batch)
        else:
            stack += [batch[: len(batch) // 2], batch[len(batch) // 2 :]]
    return out


def close_many(figures: Mapping[Family, Sequence[Figure]]) -> dict[Family, Closed]:
    """Close many families: arrays and batched programs first, fractions where they are needed."""
    # Hundreds of thousands of small tuples and no cycles: the collector would only count them.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _close_many(figures)
    finally:
        if collecting:
            gc.enable()


def _close_many(figures: Mapping[Family, Sequence[Figure]]) -> dict[Family, Closed]:
    import numpy as np

    families = sorted(figures)
    systems = [build(claims_of(figures[f])) for f in families]
    arrays = _arrays(systems)
    low, high = sweep(arrays)
    clash = np.logical_or.reduceat(low > high, arrays.starts[:-1])
    refuted = set(np.flatnonzero(clash).tolist())
    cyclic = [i for i, s in enumerate(systems) if i not in refuted and has_cycle(s.rows)]
    refuted.update(_suspects(arrays, systems, cyclic))
    out = {}
    for i, family in enumerate(families):
        s = systems[i]
        if i in refuted:
            conflicts, keep = conflicts_of(s)
            out[family] = settle(family, s, conflicts, keep)
        else:
            a, b = arrays.starts[i], arrays.starts[i + 1]
            bounds = LazyBounds(s.rows, len(s.nodes), low[a:b], high[a:b])
            out[family] = Closed(family, s, (), tuple(range(len(s.claims))), bounds)
    return out
