"""Codes, dates, numbers and dangerous characters as people should see them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from dragoman.codes import body, country
from dragoman.errors import BadPeriod, UnknownCode
from dragoman.model.intervals import Interval, exact
from dragoman.model.messages import in_a_row, say
from dragoman.model.periods import parse_period
from dragoman.model.statements import BALANCES, Statement

__all__ = [
    "PRECISIONS",
    "SEASONS",
    "clipped",
    "date_words",
    "ends_words",
    "interval_words",
    "moment_words",
    "number_words",
    "party",
    "precision",
    "value_words",
    "visible",
]

_NAMED = {
    0x061C: "ALM", 0x200B: "ZWSP", 0x200E: "LRM", 0x200F: "RLM", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF",
    0x202D: "LRO", 0x202E: "RLO", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM",
}  # fmt: skip
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
PRECISIONS = ("day", "month", "part of a year", "year", "decades", "span", "open", "approximate", "undated")
_UNITS = {"1": "", "?": "", "percent": "%", None: ""}


def visible(text: str) -> str:
    """The text with control characters, marks of direction and lone surrogates as visible signs.

    An article could otherwise turn the order of what stands around it.
    """
    return _UNSEEN.sub(_sign, text)


def _sign(m: re.Match[str]) -> str:
    code = ord(m[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"⟨{_NAMED.get(code, f'U+{code:04X}')}⟩"


def party(code: str | None) -> str:
    """The name of a country or body; the code where none is known."""
    if not code:
        return ""
    for table in (country, body):
        try:
            return say(str(table(code).name))
        except UnknownCode:
            continue
    return code


def date_words(edtf: str | None) -> str:
    """An EDTF date in words: ``29 May 2025``, ``May 2025``, ``2005 to 2024``, ``since 2019``."""
    if not edtf:
        return ""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        if first in ("", ".."):
            return say("until {date}", date=date_words(last))
        if last in ("", ".."):
            return say("since {date}", date=date_words(first))
        return say("{low} to {high}", low=date_words(first), high=date_words(last))
    words = _bare_date(edtf.rstrip("~?%"))
    if edtf[-1:] in "?%":
        words = in_a_row((words, "?"))
    return say("about {date}", date=words) if edtf[-1:] in "~%" else words


def _bare_date(bare: str) -> str:
    parts = bare.split("-")
    year = parts[0]
    if len(parts) == 1:
        if bare[2:] == "XX":
            return say("{number}th century", number=int(bare[:2]) + 1)
        return say("{decade}0s", decade=bare[:3]) if bare[3:] == "X" else bare
    month = int(parts[1]) if parts[1].isdigit() else 0
    if 33 <= month <= 36:
        return say("Q{number} {year}", number=month - 32, year=year)
    if 40 <= month <= 41:
        return say("H{number} {year}", number=month - 39, year=year)
    if month in SEASONS:
        return say("{month} {year}", month=say(SEASONS[month]), year=year)
    if not 1 <= month <= 12:
        return bare
    name = say(calendar.month_name[month])
    if len(parts) > 2:
        return say("{day} {month} {year}", day=str(int(parts[2])), month=name, year=year)
    return say("{month} {year}", month=name, year=year)


def precision(edtf: str | None) -> str:
    """How exactly a date is known: ``day``, ``month``, ``year``, ``span``, ``open``, ``undated`` ..."""
    if not edtf:
        return "undated"
    if ".." in edtf:
        return "open"
    if "/" in edtf:
        return "span"
    if edtf[-1:] in "~?%":
        return "approximate"
    try:
        period = parse_period(edtf)
    except BadPeriod:
        return "undated"
    if period.first is None or period.last is None:
        return "open"
    days = (period.last - period.first).days
    return (
        "day"
        if days == 0
        else "month"
        if days < 31
        else "part of a year"
        if days < 360
        else "year"
        if days < 366
        else "decades"
    )


def number_words(value: Any) -> str:
    """A plain number with thousands apart."""
    if value is None:
        return ""
    if isinstance(value, float | Decimal) and value == int(value):
        value = int(value)
    return f"{value:,}" if isinstance(value, int) else f"{Decimal(str(value)).normalize():,f}"


def ends_words(value: Any) -> str:
    """A value, or the two ends of an interval, as a repair gives them."""
    if isinstance(value, list):
        low, high = (ends_words(v) if v is not None else "…" for v in (*value, None, None)[:2])
        return say("{low} to {high}", low=low, high=high) if len(value) == 2 else low
    if isinstance(value, int | float):
        return number_words(round(value, 2) if isinstance(value, float) else value)
    return value if isinstance(value, str) else str(value)


def interval_words(i: Interval | None, unit: str) -> str:
    """An interval with scale word and unit: ``303.55 to 303.65 million USD``."""
    if i is None:
        return ""
    from dragoman.reconciling.wording import amount

    return amount(i, unit)


def mode_words(s: Statement) -> str:
    """What a statement is, in a word: its mode, or that a figure is a surplus or deficit."""
    return s.object if s.kind == "figure" and s.object in BALANCES else s.mode


def value_words(s: Statement) -> str:
    """The value of a figure as printed, or the count of an act: ``375.2 million USD``, ``+86.5 %``."""
    if s.kind != "figure":
        return _count(s)
    number = _scaled(s)
    if s.measure == "growth":
        plus = "" if number[:1] in "-−" or number.startswith("at ") else "+"
        return in_a_row((plus, number, " %"))
    if s.measure == "multiple":
        return say("{number} times", number=number)
    if s.measure == "rank":
        return say("no. {number}", number=number)
    unit = _UNITS.get(s.unit, s.unit or "")
    return in_a_row((number, " ", unit)) if unit else number


def _count(s: Statement) -> str:
    if s.count is None:
        return ""
    low, high = s.count.low, s.count.high
    if low is None or high is None:
        end = str(high if low is None else low)
        return say("at most {amount}", amount=end) if low is None else say("at least {amount}", amount=end)
    if low == high:
        return say("{number} in all", number=low)
    return say("{low} to {high} in all", low=low, high=high)


def _scaled(s: Statement) -> str:
    if s.value is None:
        return (
            interval_words(Interval(exact(s.low), exact(s.high)), "1")
            if (s.low, s.high) != (None, None)
            else "?"
        )
    if s.low is not None and s.high is not None and s.low != s.high and s.value in (s.low, s.high):
        return interval_words(Interval(exact(s.low), exact(s.high)), "1")
    at_low, at_high = s.low == s.value and s.high != s.value, s.high == s.value and s.low != s.value
    text = _scale_words(s.value)
    if at_low:
        return say("at least {amount}", amount=text)
    return say("at most {amount}", amount=text) if at_high else text


def _scale_words(value: Decimal) -> str:
    size = abs(value)
    if size >= 10**12:
        return say("{number} trillion", number=f"{value.scaleb(-12).normalize():f}")
    if size >= 10**9:
        return say("{number} billion", number=f"{value.scaleb(-9).normalize():f}")
    if size >= 10**6:
        return say("{number} million", number=f"{value.scaleb(-6).normalize():f}")
    return f"{value.normalize():,f}"


def clipped(text: str, most: int = 240) -> str:
    """One line of at most so many characters, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"


def moment_words(moment: datetime) -> str:
    """A time to the minute, UTC."""
    month = say(calendar.month_abbr[moment.month])
    return say(
        "{day} {month} {year}, {time}", day=moment.day, month=month, year=moment.year, time=f"{moment:%H:%M}"
    )


def joined(codes: Iterable[str]) -> str:
    """Names of parties, with commas and ``and``."""
    from dragoman.reconciling.wording import listing

    return listing([party(c) for c in codes], 1000)
