"""Periods: the part of EDTF (ISO 8601-2) that statements use, as bounds in days.

Accepted: ``2024``, ``2025-05``, ``2025-07-29``, ``202X`` (decade), ``20XX`` (century),
``2017-21`` to ``2017-24`` (seasons), ``2017-33`` to ``2017-36`` (quarters), ``2017-40``
and ``2017-41`` (half-years), intervals ``a/b``, ``a/..``, ``../b``, and the qualifiers
``~``, ``?``, ``%`` at the end of a date, which are kept but do not widen bounds.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.errors import BadPeriod

__all__ = ["Period", "is_period", "parse_period"]

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
# Division codes of ISO 8601-2: seasons (northern, months), quarters, half-years.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_HALVES = {40: (1, 6), 41: (7, 12)}


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends inclusive; None is an open end."""

    edtf: str
    first: date | None
    last: date | None

    def contains(self, other: Period) -> bool:
        """Whether every day of ``other`` lies in this period."""
        low = self.first is None or (other.first is not None and self.first <= other.first)
        high = self.last is None or (other.last is not None and other.last <= self.last)
        return low and high

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both."""
        low = self.first is None or other.last is None or self.first <= other.last
        high = self.last is None or other.first is None or other.first <= self.last
        return low and high

    @property
    def year(self) -> int | None:
        """The year, where the period is exactly one calendar year."""
        return int(self.edtf[:4]) if re.fullmatch(r"\d{4}[~?%]?", self.edtf) else None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _span(text: str) -> tuple[date, date]:
    m = _DATE.fullmatch(text)
    if not m:
        raise ValueError(text)
    year, month, day = m.groups()
    if "X" in year:
        if month:
            raise ValueError(text)
        return date(int(year.replace("X", "0")) or 1, 1, 1), date(int(year.replace("X", "9")), 12, 31)
    y = int(year)
    if month is None:
        return date(y, 1, 1), date(y, 12, 31)
    mo = int(month)
    if mo <= 12:
        if day is not None:
            one = date(y, mo, int(day))
            return one, one
        return date(y, mo, 1), _month_end(y, mo)
    spans = _SEASONS | _QUARTERS | _HALVES
    if day is not None or mo not in spans:
        raise ValueError(text)
    a, b = spans[mo]
    return date(y, a, 1), _month_end(y + (b < a), b)


@lru_cache(maxsize=65536)
def parse_period(edtf: str) -> Period:
    """The bounds of an EDTF period.

    Raises
    ------
    BadPeriod
        The text is no EDTF of the accepted part, or an interval ends before it begins.
    """
    try:
        if "/" in edtf:
            left, right = edtf.split("/")
            first = None if left in ("..", "") else _span(left)[0]
            last = None if right in ("..", "") else _span(right)[1]
            if first is None and last is None:
                raise ValueError(edtf)
        else:
            first, last = _span(edtf)
        if first and last and last < first:
            raise ValueError(edtf)
    except ValueError as error:
        raise BadPeriod(
            f"{edtf!r} is not a period",
            remedy="write EDTF such as 2024, 2025-05, 2025-07-29, 2005/2024 or 2019/..",
        ) from error
    return Period(edtf, first, last)


def is_period(edtf: str) -> bool:
    """Whether the text is an accepted EDTF period."""
    try:
        parse_period(edtf)
    except BadPeriod:
        return False
    return True
