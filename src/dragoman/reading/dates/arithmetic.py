"""Calendar steps on EDTF values, keeping the precision that the words have (§P5, §P6)."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, timedelta

from dragoman.errors import BadPeriod
from dragoman.model.periods import Period, parse_period

__all__ = ["bounds", "day", "interval", "month", "precision", "shift", "unit_around", "week", "year"]

# Days below which a step cannot be told from none, as a share of the base's own length (§P6).
_COARSE = 0.1
_DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def year(y: int) -> str | None:
    """A calendar year; None outside 1 to 9999."""
    return f"{y:04d}" if 1 <= y <= MAXYEAR else None


def month(y: int, m: int) -> str | None:
    """A month, carrying months beyond the year."""
    y, m = y + (m - 1) // 12, (m - 1) % 12 + 1
    return f"{y:04d}-{m:02d}" if 1 <= y <= MAXYEAR else None


def day(y: int, m: int, d: int) -> str | None:
    """A day; None where the calendar has no such day."""
    try:
        return date(y, m, d).isoformat()
    except ValueError:
        return None


def bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of a value; (None, None) where there is no value."""
    if edtf is None:
        return None, None
    try:
        period = parse_period(edtf)
    except BadPeriod:
        return None, None
    return period.first, period.last


def interval(left: str | None, right: str | None) -> str | None:
    """``a/b`` from the outer ends of two values; None where it would end before it begins."""
    if left is None or right is None:
        return None
    left, right = left.split("/")[0].rstrip("~"), right.split("/")[-1].rstrip("~")
    if left == right:
        return left
    try:
        return parse_period(f"{left}/{right}").edtf
    except BadPeriod:
        return None


def week(around: date) -> str | None:
    """Monday to Sunday of the week of a day."""
    try:
        monday = around - timedelta(around.isoweekday() - 1)
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    except OverflowError:
        return None


def precision(edtf: str) -> str:
    """``day``, ``month``, ``year`` or ``range`` of a value."""
    plain = edtf.rstrip("~?%")
    if "/" in plain or "X" in plain:
        return "range"
    if len(plain) == 7 and int(plain[5:7]) > 12:
        return "range"
    return {4: "year", 7: "month", 10: "day"}[len(plain)]


def unit_around(around: date, unit: str, step: int = 0) -> str | None:
    """The calendar unit that holds a day, or one some steps from it.

    Quarters and half-years are month intervals, decades ``199X``, weeks day intervals (§P2).
    """
    try:
        if unit == "day":
            return (around + timedelta(step)).isoformat()
        if unit == "week":
            return week(around + timedelta(7 * step))
        if unit == "fortnight":
            monday = around - timedelta(around.isoweekday() - 1) + timedelta(14 * step)
            return f"{monday.isoformat()}/{(monday + timedelta(13)).isoformat()}"
        if unit == "weekend":
            saturday = around - timedelta(around.isoweekday() - 6) + timedelta(7 * step)
            return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"
    except OverflowError:
        return None
    if unit == "month":
        return month(around.year, around.month + step)
    if unit == "quarter":
        start = (around.month - 1) // 3 * 3 + 1 + 3 * step
        return interval(month(around.year, start), month(around.year, start + 2))
    if unit == "year":
        return year(around.year + step)
    if unit in ("decade", "century"):
        size = _YEARS[unit]
        start = around.year // size + step
        text = f"{start:03d}X" if size == 10 else f"{start:02d}XX"
        return text if 0 < start * size <= MAXYEAR - size + 1 else None
    return None


def _add_months(base: date, months: int) -> date | None:
    total = base.year * 12 + base.month - 1 + months
    y, m = divmod(total, 12)
    if not 1 <= y <= MAXYEAR:
        return None
    return date(y, m + 1, min(base.day, calendar.monthrange(y, m + 1)[1]))


def _finest(parts: list[tuple[int, str]]) -> str:
    units = {unit for _, unit in parts}
    if units & {"day", "week", "fortnight", "weekend"}:
        return "day"
    return "month" if units & {"month", "quarter"} else "year"


def shift(base: str, parts: list[tuple[int, str]], *, exact: bool = False) -> str | None:
    """A value moved by a duration, with the precision of the duration's finest unit.

    A step finer than the base's precision gives the base itself where it is under a tenth of
    the base's length, else None: "six months after 1992" is not known (§P6).

    Parameters
    ----------
    base : str
        EDTF; of an interval the end that lies in the direction of the step counts.
    parts : list of (int, str)
        Signed counts of units: ``[(-2, "year"), (-1, "month")]``.
    exact : bool
        Keep the base's precision: "two months after May 13" is a day.
    """
    if not parts:
        return base
    forward = parts[0][0] >= 0
    if "/" in base:
        base = base.split("/")[1 if forward else 0]
        if base == "..":
            return None
    if "X" in base:
        return None
    base = base.rstrip("~?%")
    anchor = bounds(base)[0]
    if anchor is None or (len(base) == 7 and int(base[5:7]) > 12):
        return None
    finest = _finest(parts)
    rank = ("year", "month", "day")
    if rank.index(finest) > rank.index(precision(base)):
        length = (parse_period(base).last or anchor) - anchor
        step = sum(abs(n) * _DAYS.get(unit, 3650) for n, unit in parts)
        return base if step < _COARSE * (length.days + 1) else None
    if exact:
        finest = precision(base)
    months = sum(n * {"month": 1, "quarter": 3}.get(unit, 0) for n, unit in parts)
    months += sum(12 * n * _YEARS.get(unit, 0) for n, unit in parts)
    days = sum(n * _DAYS[unit] for n, unit in parts if unit in ("day", "week", "fortnight", "weekend"))
    if abs(months) > 12 * MAXYEAR or abs(days) > 366 * MAXYEAR:
        return None
    moved = _add_months(anchor, months)
    if moved is None:
        return None
    try:
        moved += timedelta(days)
    except OverflowError:
        return None
    return {"year": year(moved.year), "month": month(moved.year, moved.month), "day": moved.isoformat()}[
        finest
    ]


def first_day(period: Period) -> date:
    """Its first day, or its last where the beginning is open."""
    found = period.first or period.last
    assert found is not None
    return found
