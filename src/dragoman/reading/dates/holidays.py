"""The day on which a holiday falls in a year."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.dates.lexicon import HolidayRule

__all__ = ["easter", "holiday_date", "nth_weekday"]


def easter(year: int) -> date:
    """Western Easter Sunday (Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * el) // 433
    month = (h + el - 7 * m + 90) // 25
    return date(year, month, (h + el - 7 * m + 33 * month + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth (from the end when negative) ISO weekday of a month; None where there is none."""
    if nth > 0:
        first = date(year, month, 1)
        day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        after = date(year + month // 12, month % 12 + 1, 1)
        last = after - timedelta(1)
        day = last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
    return day if day.month == month else None


def holiday_date(rule: HolidayRule, year: int) -> date | None:
    """The day of a holiday in a year."""
    if rule.easter is not None:
        return easter(year) + timedelta(rule.easter)
    assert rule.month is not None
    if rule.day is not None:
        return date(year, rule.month, rule.day)
    assert rule.weekday is not None and rule.nth is not None
    day = nth_weekday(year, rule.month, rule.weekday, rule.nth)
    return day + timedelta(rule.plus) if day else None
