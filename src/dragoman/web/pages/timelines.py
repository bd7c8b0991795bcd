"""Where events stand on a line of years, each as wide as its date is uncertain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.errors import BadPeriod
from dragoman.model.periods import parse_period
from dragoman.model.statements import Statement

__all__ = ["Mark", "Timeline", "timeline"]

WIDTH = 720
_LANES = ("contact", "instrument", "tie", "project")


@dataclass(frozen=True, slots=True)
class Mark:
    """An event from ``x`` over ``width``; open ends say that nothing more is known."""

    statement: Statement
    x: float
    width: float
    row: int
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Marks by lane, and ticks of years as (x, year)."""

    lanes: tuple[tuple[str, tuple[Mark, ...], int], ...]
    ticks: tuple[tuple[float, int], ...]
    undated: int
    width: int = WIDTH


def timeline(told: Sequence[Statement], first_year: int, last_year: int) -> Timeline | None:
    """The marks of dated statements between two years; None where nothing is dated."""
    start, end = date(max(1, first_year), 1, 1).toordinal(), date(last_year, 12, 31).toordinal()
    scale = WIDTH / max(1, end - start + 1)
    lanes, undated, dated = [], 0, 0
    for kind in _LANES:
        marks: list[Mark] = []
        free: list[float] = []
        for s in sorted((s for s in told if s.kind == kind), key=lambda s: s.date or ""):
            span = _span(s.date)
            if span is None:
                undated += 1
                continue
            low, high = span
            x = ((low if low is not None else start) - start) * scale
            width = ((high if high is not None else end) + 1 - start) * scale - x
            row = next((n for n, until in enumerate(free) if until + 8 < x), len(free))
            if row == len(free):
                free.append(0)
            free[row] = x + max(width, 6)
            dated += 1
            marks.append(Mark(s, round(x, 1), round(max(width, 0.1), 1), row, low is None, high is None))
        if marks:
            lanes.append((kind, tuple(marks), len(free)))
    if not dated:
        return None
    step = max(1, (last_year - first_year) // 10 + 1)
    ticks = tuple(
        (round((date(y, 1, 1).toordinal() - start) * scale, 1), y)
        for y in range(first_year, last_year + 1)
        if y % step == 0
    )
    return Timeline(tuple(lanes), ticks, undated)


def _span(edtf: str | None) -> tuple[int | None, int | None] | None:
    try:
        period = parse_period(edtf) if edtf else None
    except BadPeriod:
        return None
    if period is None:
        return None
    return (
        period.first.toordinal() if period.first else None,
        period.last.toordinal() if period.last else None,
    )
