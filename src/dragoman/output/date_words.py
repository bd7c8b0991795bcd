"""EDTF dates in words: ``9 June 2025``, ``May 2025``, ``2005 to 2024``."""

from __future__ import annotations

import re

__all__ = ["date_words", "when_words"]

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_PARTS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "33": "the first quarter of", "34": "the second quarter of", "35": "the third quarter of",
    "36": "the fourth quarter of", "40": "the first half of", "41": "the second half of",
}  # fmt: skip
_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")


def _ordinal(n: int) -> str:
    ending = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _one(edtf: str) -> str:
    found = _DATE.fullmatch(edtf)
    if not found:
        return edtf
    year, month, day, mark = found.groups()
    about = {"~": "about ", "%": "about ", "?": "perhaps "}.get(mark, "")
    if "X" in year:
        century = year.endswith("XX")
        words = f"the {_ordinal(int(year[:2]) + 1)} century" if century else f"the {year[:3]}0s"
    elif month is None:
        words = year
    elif month in _PARTS:
        words = f"{_PARTS[month]} {year}"
    elif 1 <= int(month) <= 12:
        words = f"{_MONTHS[int(month) - 1]} {year}"
        words = f"{int(day)} {words}" if day else words
    else:
        return edtf
    return about + words


def date_words(edtf: str | None) -> str:
    """A date or interval in words; what is not known is said so.

    Examples
    --------
    >>> date_words("2025-06-09"), date_words("2005/2024"), date_words("2019/..")
    ('9 June 2025', '2005 to 2024', 'since 2019')
    """
    if not edtf:
        return "no date given"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(first)
    if last in ("..", ""):
        return f"since {_one(first)}"
    if first in ("..", ""):
        return f"until {_one(last)}"
    return f"{_one(first)} to {_one(last)}"


def when_words(edtf: str | None) -> str:
    """The same with its preposition and a space in front; empty where nothing is known.

    Examples
    --------
    >>> when_words("2025-06-09"), when_words("1994"), when_words(None)
    (' on 9 June 2025', ' in 1994', '')
    """
    if not edtf:
        return ""
    words = date_words(edtf)
    if "/" in edtf:
        return f" {words}" if words.startswith(("since", "until")) else f" from {words}"
    return f" {'on' if re.match(r'(about |perhaps )?[0-9]{1,2} ', words) else 'in'} {words}"
