"""Dates of documents as people and programs write them, to EDTF."""

from __future__ import annotations

import re
from datetime import date

from dragoman.model.periods import is_period

__all__ = ["to_edtf"]

_MONTHS = {
    name: i
    for i, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_ISO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}[:.]?\d{2}.*", re.S)
_PDF = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?.*", re.S)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{2,6})?")
_SLASHED = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_DAY_FIRST = re.compile(
    r"(?:[A-Za-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\.?,?\s+(\d{4})\b.*", re.S
)
_MONTH_FIRST = re.compile(
    r"(?:[A-Za-z]+day,?\s+)?([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b.*", re.S
)
_MONTH_ONLY = re.compile(r"([A-Za-z]+)\.?,?\s+(\d{4})")


def _day(year: str, month: int | None, day: str) -> str | None:
    try:
        return date(int(year), month or 0, int(day)).isoformat()
    except ValueError:
        return None


def to_edtf(text: str | None) -> str | None:
    """The EDTF date that a stamp means, or None where it means none.

    Day before month is read only where dots or a month's name settle it: ``03/04/2025``
    is one day in Sofia and another in Washington, so it is none here.

    Examples
    --------
    >>> to_edtf("2025-06-09T10:00:00Z"), to_edtf("June 9, 2025"), to_edtf("Mon, 09 Jun 2025 10:00 GMT")
    ('2025-06-09', '2025-06-09', '2025-06-09')
    >>> to_edtf("03/04/2025") is None
    True
    """
    stamp = (text or "").strip()
    if not stamp or len(stamp) > 80:
        return None
    if is_period(stamp):
        return stamp
    for pattern in (_ISO_TIME, _PDF, _COMPACT, _SLASHED, _DOTTED, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY):
        m = pattern.fullmatch(stamp)
        if m:
            found = _of_match(pattern, m)
            return found if found and is_period(found) else None
    return None


def _of_match(pattern: re.Pattern[str], m: re.Match[str]) -> str | None:
    if pattern is _ISO_TIME:
        return m[1]
    if pattern is _PDF:
        return "-".join(part for part in m.groups() if part)
    if pattern in (_COMPACT, _SLASHED):
        return _day(m[1], int(m[2]), m[3])
    if pattern is _DOTTED:
        return _day(m[3], int(m[2]), m[1])
    if pattern is _DAY_FIRST:
        return _day(m[3], _MONTHS.get(m[2].lower()), m[1])
    if pattern is _MONTH_FIRST:
        return _day(m[3], _MONTHS.get(m[1].lower()), m[2])
    month = _MONTHS.get(m[1].lower())
    return f"{m[2]}-{month:02d}" if month else None
