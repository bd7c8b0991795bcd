"""The time that heads an entry of a chronology: "2005 – The president visits A. A treaty is signed", or a line above.

Every act that an entry tells without a time of its own is of that time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["of_entry"]

_ACTS = frozenset({"contact", "instrument", "tie", "project"})
# What stands between a line's time and what it tells: "2005 – ", "May 2011: ", "1999 | ".
_SIGN = re.compile(r"\s*(?:[-–—:|]|\t)\s*")
_BULLET = re.compile(r"[\s•·*●▪○\-–—(\[]*")
# A line that is a year alone, and as many of them as make a list of years (assumed).
_YEAR_LINE = re.compile(r"^[ \t]*\W{0,3}((?:18|19|20)\d\d)\W{0,3}[ \t]*$", re.M)
_YEARS = 2
# How far down from its year an entry may stand, in characters (assumed).
_DOWN = 1500


def of_entry(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, those without a time with that of the entry they stand in."""
    open_ones = [d for d in found if _lacks_time(d)]
    if not open_ones or s.dates:
        return found
    table = "foreign relations" in (ctx.document.title or "").casefold()  # there a year alone is a row's cell
    date = _of_line(s, ctx) or (None if table else _of_year_above(s))
    if date is None:
        return found
    because = "heads the entry"
    return [
        replace(d, date=date, because={**d.because, "date": because}) if d in open_ones else d for d in found
    ]


def _lacks_time(d: Draft) -> bool:
    return (
        d.date is None and d.status == "actual" and d.kind in _ACTS
        and d.count is None and not d.rule.startswith("tie.partnership.existing")
    )  # fmt: skip


def _of_line(s: Sentence, ctx: Context) -> str | None:
    """The time that opens the line, in front of a dash or a colon."""
    text = s.text
    start = text.rfind("\n", 0, s.span[0]) + 1
    at = bisect_left(ctx.dates, start, key=lambda d: d.start)
    if at == len(ctx.dates):
        return None
    head = ctx.dates[at]
    if head.end > s.span[0] or head.edtf is None or ".." in head.edtf:
        return None
    leads = _BULLET.fullmatch(text, start, head.start) and _SIGN.match(text, head.end)
    return head.edtf if leads else None


def _of_year_above(s: Sentence) -> str | None:
    """The nearest line above that is a year alone, in a text that has several."""
    text = s.text
    above = None
    for line in _YEAR_LINE.finditer(text, max(0, s.span[0] - _DOWN), s.span[0]):
        above = line[1]
    if above is None or sum(1 for _ in _YEAR_LINE.finditer(text)) < _YEARS:
        return None
    return above
