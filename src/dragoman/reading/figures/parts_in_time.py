"""The parts of a sum told by years or halves: "3.2 million tonnes over 2021-2023: 0.9 million in 2021", "of that, 4 in the first half"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.model.periods import parse_period
from dragoman.model.statements import Product
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["change_on_itself", "goods_of_sum", "part_of_year_told", "years_together"]

_COLONS = frozenset({":", "–", "—"})
_OF_IT = frozenset({"that", "this", "it", "which", "these"})
_YEAR = len("2024")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_THE_YEARS = re.compile(
    rf"\b(?:over|in|during|for|across) (?:the|these|those) ({'|'.join(_NUMBERS)}) years\b(?! (?:of|from|to|since|before|after|(?:19|20)\d\d\b))",
    re.I,
)


def part_of_year_told(s: Sentence, date: str | None, status: str, ctx: Context) -> str | None:
    """A half or quarter without a year as one of the year just told, where that of the document's own year cannot be meant.

    What has been is no figure of a time that was not over when it was written, and "of that, 4 million in the
    first half" is of the year that the sum before is of.
    """
    on = ctx.document.date or ""
    if status != "actual" or date is None or len(on) < _YEAR or not _part(date) or date[:4] != on[:4]:
        return date
    if any(on[:4] in s.refs[j].text for j in s.dates):
        return date  # the year is printed
    before = next((d.date for d in reversed(ctx.found[-2:]) if d.kind == "figure" and d.date), "")
    of_it = s.lowers[:1] == ["of"] and s.lowers[1] in _OF_IT
    if len(before) != _YEAR or before >= on[:4] or not (of_it or _ahead(date, on)):
        return date
    return date.replace(on[:4], before)


def years_together(s: Sentence, told: tuple[str | None, str], ctx: Context) -> tuple[str | None, str]:
    """The years just told one by one, where a sentence sums them up: "over the three years it sold $33.3 billion"."""
    found = _THE_YEARS.search(s.text[s.span[0] : s.span[1]])
    if found is None or s.dates:
        return told
    count = _NUMBERS[found[1].lower()]
    dates = {
        d.date for d in ctx.found[-2 * count - 2 :] if d.kind == "figure" and d.measure == "level" and d.date
    }
    years = sorted(int(d) for d in dates if len(d) == _YEAR and d.isdigit())[-count:]
    if len(years) == count and years[-1] - years[0] == count - 1:
        return f"{years[0]}/{years[-1]}", "the years told one by one before"
    return None, "years that are not told"


def change_on_itself(date: str | None, base: str | None, told: str | None) -> str | None:
    """The period of a change: never the one compared with, "$3 billion, 20% more than the $2.5 billion of the first quarter of 2023"."""
    return told if base is not None and date == base and told is not None and told > base else date


def goods_of_sum(s: Sentence, i: int, draft: Draft, told: Sequence[Draft]) -> Product | None:
    """The goods of a sum over years that a list behind a colon tells year by year; ``told`` is of its sentence."""
    if not _COLONS & {*s.lowers[:i]}:
        return None
    for d in reversed(told):
        if d.kind != "figure" or d.measure != "level" or d.product is None:
            continue
        same = (d.mode, d.actor, d.recipient, d.unit) == (
            draft.mode,
            draft.actor,
            draft.recipient,
            draft.unit,
        )
        if same and d.date != draft.date and _within(draft.date, d.date):
            return Product(d.product.text, d.product.hs)
    return None


def _part(date: str) -> bool:
    """Whether a period is some months of one year."""
    first, _, last = date.partition("/")
    return len(first) == len(last) == len("2024-01") and first[:4] == last[:4]


def _ahead(date: str, on: str) -> bool:
    written, told = parse_period(on).last, parse_period(date).last
    return written is not None and told is not None and told > written


def _within(part: str | None, whole: str | None) -> bool:
    if not part or not whole:
        return False
    p, w = parse_period(part), parse_period(whole)
    if p.first is None or p.last is None or w.first is None or w.last is None:
        return False
    return w.first <= p.first and p.last <= w.last
