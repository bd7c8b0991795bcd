"""Periods as spans of days: keys, names, shifts, and how overlapping ones share their parts (§R5)."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dragoman.errors import BadPeriod
from dragoman.model.periods import parse_period

__all__ = ["Span", "clusters", "segments", "shifted", "shifted_or_none", "span_of", "year_of", "year_span"]


class Span(NamedTuple):
    """First and last day, as proleptic ordinals, both inclusive."""

    first: int
    last: int

    @property
    def edtf(self) -> str:
        """The shortest EDTF of the span."""
        return _edtf(self)

    @property
    def days(self) -> int:
        """Number of days."""
        return self.last - self.first + 1

    def covers(self, other: Span) -> bool:
        """Whether every day of the other lies within."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Span) -> bool:
        """Whether some day lies in both."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=65536)
def span_of(edtf: str | None) -> Span | None:
    """The span of an EDTF period; None where it is absent, open at an end, or no EDTF."""
    if not edtf:
        return None
    try:
        period = parse_period(edtf)
    except BadPeriod:
        return None
    if period.first is None or period.last is None:
        return None
    return Span(period.first.toordinal(), period.last.toordinal())


def _month(first: date) -> int:
    return date(first.year, first.month, calendar.monthrange(first.year, first.month)[1]).toordinal()


@lru_cache(maxsize=65536)
def _edtf(span: Span) -> str:
    a, b = date.fromordinal(span.first), date.fromordinal(span.last)
    if a == b:
        return a.isoformat()
    if (a.month, a.day) == (1, 1) and (b.month, b.day) == (12, 31):
        return f"{a.year:04d}" if a.year == b.year else f"{a.year:04d}/{b.year:04d}"
    if a.day == 1 and _month(b) == span.last:
        months = (b.year - a.year) * 12 + b.month - a.month + 1
        if months == 1:
            return f"{a.year:04d}-{a.month:02d}"
        if months == 3 and a.month in (1, 4, 7, 10):
            return f"{a.year:04d}-{33 + a.month // 3}"
        if months == 6 and a.month in (1, 7):
            return f"{a.year:04d}-{40 + (a.month == 7)}"
        return f"{a.year:04d}-{a.month:02d}/{b.year:04d}-{b.month:02d}"
    return f"{a.isoformat()}/{b.isoformat()}"


def _years_on(day: date, years: int) -> date:
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    # The last day of a month stays the last: 29 February and month ends.
    if day.day == calendar.monthrange(day.year, day.month)[1]:
        return date(year, day.month, last)
    return date(year, day.month, min(day.day, last))


@lru_cache(maxsize=65536)
def shifted(span: Span, years: int) -> Span:
    """The same part of the calendar some years later (earlier where negative)."""
    a, b = date.fromordinal(span.first), date.fromordinal(span.last)
    return Span(_years_on(a, years).toordinal(), _years_on(b, years).toordinal())


def shifted_or_none(span: Span, years: int) -> Span | None:
    """`shifted`; None beyond the years 1 to 9999."""
    try:
        return shifted(span, years)
    except ValueError:
        return None


def year_of(span: Span) -> tuple[int, int]:
    """The calendar years in which a span begins and ends."""
    return date.fromordinal(span.first).year, date.fromordinal(span.last).year


def year_span(year: int) -> Span:
    """The days of a calendar year; years before the first are the first."""
    year = max(1, year)
    return Span(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())


def clusters(spans: Iterable[Span]) -> list[list[Span]]:
    """Distinct spans in groups that overlap, each group sorted; years side by side are apart."""
    out: list[list[Span]] = []
    reach = 0
    for span in sorted(set(spans)):
        if out and span.first <= reach:
            out[-1].append(span)
            reach = max(reach, span.last)
        else:
            out.append([span])
            reach = span.last
    return out


def segments(cluster: list[Span]) -> list[Span]:
    """The pieces between all beginnings and ends of a cluster: every span is a sum of some."""
    cuts = sorted({s.first for s in cluster} | {s.last + 1 for s in cluster})
    pieces = [Span(a, b - 1) for a, b in pairwise(cuts)]
    return [p for p in pieces if any(s.covers(p) for s in cluster)]
