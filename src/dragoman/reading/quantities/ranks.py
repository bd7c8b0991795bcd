"""Ranks: "third largest", "ranks 5th", "number one", "top ten"."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.reading.quantities.drafts import Draft
from dragoman.reading.quantities.tokens import Page

__all__ = ["number_one_before", "rank_at", "top_before"]

_SUPERLATIVE = re.compile(r"[ -](?:most|least|worst|leading|principal|main|major|top|[a-z]{2,20}est)\b")
_NOT_SUPERLATIVE = re.compile(
    r"[ -](?:west|midwest|forest|interest|guest|request|test|contest|protest|harvest|quest|rest|best[ -]sell\w+|conquest|invest|nest|crest|digest|arrest|northwest|southwest)\b"
)
_RANKED = re.compile(
    r"\b(?:rank|ranks|ranked|ranking|placed|places|came|comes|finished|stands|stood|is|was|in|moved up to|rose to|climbed to|fell to)(?: in| at| as| on)?(?: the)?(?: number| no\.?)? $"
)
_RANKED_SURELY = re.compile(
    r"\b(?:rank|ranks|ranked|ranking|placed)(?: in| at| as)?(?: the)?(?: number| no\.?)? $"
)
_PLACE = re.compile(
    r"[ -](?:place|position|spot|rank)\b| (?:in|out of|among) (?:the (?:world|region|ranking|index|list)|all )"
)
_NUMBER_ONE = re.compile(r"\b(?:number|no\.?|#) ?$")
_PARTNER = re.compile(
    r"[ -](?:[a-z]+ ){0,3}?(?:partner|supplier|buyer|market|exporter|importer|investor|destination|trading|economy|producer|source|lender|donor)\b"
)
_TOP = re.compile(r"\b(?:top|first)[ -]$")


def rank_at(page: Page, start: int, end: int, value: Decimal) -> Draft | None:
    """The rank an ordinal makes, or None ("the fifth meeting" is no rank)."""
    low = page.low
    match = _SUPERLATIVE.match(low, end)
    stop = None
    if match and not _NOT_SUPERLATIVE.match(low, end):
        stop = match.end()
    left = low[max(0, start - 36) : start]
    if stop is None:
        place = _PLACE.match(low, end)
        if _RANKED_SURELY.search(left) and not re.match(
            r" (?:time|session|meeting|round|visit)\b", low[end : end + 12]
        ):
            stop = end
        elif place and low[end + 1 : place.end()] in {"place", "position", "spot", "rank"}:
            stop = place.end()
        elif place and ("world" in place[0] or "region" in place[0] or _RANKED.search(left)):
            stop = end
    if stop is None:
        return None
    return _rank(start, stop, value)


def number_one_before(page: Page, start: int, end: int, value: Decimal) -> Draft | None:
    """ "the number one partner", "No. 2 supplier", "ranks 15"."""
    left = page.low[max(0, start - 36) : start]
    if not ("rank" in left or "place" in left or left.rstrip(" ").endswith(("number", "no", "no.", "#"))):
        return None
    match = _NUMBER_ONE.search(left)
    if match and (_PARTNER.match(page.low, end) or (value == 1 and page.low[start:end] == "one")):
        return _rank(start - (len(left) - match.start()), end, value)
    if _RANKED_SURELY.search(left) and value == value.to_integral_value() and value < 300:
        return _rank(start, end, value)
    return None


def top_before(page: Page, start: int, end: int, value: Decimal) -> Draft | None:
    """ "among the top ten partners": a rank of 1 to 10."""
    left = page.low[max(0, start - 12) : start]
    if not left.endswith(("top ", "top-")):
        return None
    match = re.search(r"\btop[ -]$", left)
    if match is None:
        return None
    draft = _rank(start - (len(left) - match.start()), end, value)
    return Draft(
        draft.start,
        draft.core,
        draft.end,
        value,
        Decimal(1),
        Decimal(1),
        "rank",
        "1",
        interval=(Decimal(1), value),
        form="words",
    )


def _rank(start: int, end: int, value: Decimal) -> Draft:
    return Draft(
        start, start, end, value, Decimal(1), Decimal(1), "rank", "1", interval=(value, value), form="words"
    )
