"""Numbers that are no amounts: years, days of months, clock times, labels, names (§Q8)."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.reading.quantities.context import hedge_before
from dragoman.reading.quantities.numerals import Numeral
from dragoman.reading.quantities.tokens import Page

__all__ = ["glued", "is_clock_time", "is_date_or_label", "is_pronoun", "is_year"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH} {{0,2}}(?:the )?$")
_MONTH_AFTER = re.compile(rf" (?:of )?{_MONTH}")
# "between 3 and 5 May", "12-14 May", "12 to 14 May": the first day too.
_DAYS_AFTER = re.compile(rf" ?(?:-|–|—|to|and|through) ?[0-9]{{1,2}}(?:st|nd|rd|th)? {_MONTH}")
_DAYS_BEFORE = re.compile(rf"\b{_MONTH} [0-9]{{1,2}} ?(?:-|–|—|to|and|through|,) ?$")
_DAY = re.compile(r"[0-9]{1,2}")
_LABEL = re.compile(
    r"(?:\b(?:article|art\.|section|sections|chapter|chapters|page|pages|pp?\.|paragraph|para|clause|annex|appendix|schedule|table|tables"
    r"|fig\.|vol\.|volume|version|phase|protocol|resolution|decree|directive|regulation|flight|route|highway|road|exit|gate"
    r"|pier|berth|corridor|line|channel|bus|train|platform|room|floor|building|apartment|suite|unit|block|lot|lots|boeing|airbus"
    r"|windows|world war|apollo|voyager|soyuz|group|grade|level|tier|type|class|category|stage|step|item|question|case|cases no\."
    r"|day|week|series|season|episode|round|game|lane|track|part|book|psalm|verse|law|act no\.|order no\.|bill no\.|model|formula"
    r"|agenda|vision|strategy|horizon|expo|euro|covid|no|nr|nos|nrs|fax|tel|phone|isbn|issn|zip|code|id)|\bnos?\.|\bnr\.|№|#) ?$"
)
_MINUTE = Decimal("0.01")
_CLOCK = re.compile(r" ?(?:[ap]\.m\b|[ap]m\b|o['’]clock|(?:hours|hrs)? ?(?:gmt|utc|cet|local time))")
_YEAR_WORD = re.compile(
    r"(?:\b(?:in|since|until|till|by|during|before|after|of|for|from|to|late|early|mid|circa|ca\.|c\.|the|year|years|and|or|through"
    r"|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|end|fiscal|fy|beginning|around|about|between|on|versus|vs\.?|than|compared to|compared with)[ -]?|[(\[,–—/-] ?|^)$"
)
_COUNTED = re.compile(
    r"(?:[ -][a-z][a-z-]*){0,2}? (?:people|persons|men|women|children|students|pupils|companies|firms|enterprises|businesses|jobs|workers|troops"
    r"|soldiers|tourists|visitors|citizens|nationals|residents|families|households|homes|villages|containers|wagons|trains|trucks"
    r"|cars|vehicles|passengers|flights|delegates|participants|refugees|migrants|doctors|books|scholarships|projects|units|seats"
    r"|items|boxes|pieces|delegates|spectators|athletes|contracts|agreements|deals|shares|words|cases|victims|dead|houses|cattle)\b"
)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:this|that|the|which|no|any|each|every|some|during|another|last|next|first|second|current|only|previous|big|other|it|good"
    r"|former|latter|new|right|wrong|not|than|loved|little|young|old)[ -]$"
)
_PRONOUN_AFTER = re.compile(
    r" (?:of|another|is|was|can|could|has|had|must|should|may|might|would|will|by one|day\b(?! (?:visit|trip|stop))|such|based|who|that|which|cannot|needs|might)\b|['’]"
)
# "up to 2030", "beyond 2030", "within 2024", "under 2030": hedges that also stand before years.
_TIME_HEDGES = {"up to", "over", "beyond", "within", "under", "not over"}


def is_clock_time(page: Page, numeral: Numeral) -> bool:
    """ "2.13 am", "6pm", "10:30"."""
    low, start, end = page.low, numeral.start, numeral.end
    if low[end : end + 1] == ":" and low[end + 1 : end + 2].isdigit():
        return True
    if low[max(0, start - 1) : start] == ":" and low[max(0, start - 2) : start - 1].isdigit():
        return True
    match = _CLOCK.match(low, end)
    # A third decimal is no minute: "2.123 am" is a length.
    return match is not None and numeral.value <= 24 and numeral.step >= _MINUTE


def is_date_or_label(page: Page, numeral: Numeral) -> bool:
    """Days beside a month name, and numbers after "Article", "No.", "Flight" and the like."""
    low, start, end = page.low, numeral.start, numeral.end
    if numeral.value <= 31 and _DAY.fullmatch(low, start, end):
        left = low[max(0, start - 24) : start]
        if _MONTH_AFTER.match(low, end) or _DAYS_AFTER.match(low, end):
            return True
        if _MONTH_BEFORE.search(left) or _DAYS_BEFORE.search(left):
            return True
    if low.startswith((" ad", " bc", " ce", " bce"), end) and not low[end + 3 : end + 4].isalpha():
        return True
    if low[end : end + 1] == "+" and low[end + 1 : end + 2].isdigit():
        # "the 16+1 format"
        return True
    return _LABEL.search(low[max(0, start - 16) : start]) is not None


def is_year(page: Page, numeral: Numeral) -> bool:
    """A bare four-digit number that the sentence uses as a year."""
    low, start, end = page.low, numeral.start, numeral.end
    if end - start != 4 or not 1000 <= numeral.value <= 2150:
        return False
    if low[end : end + 1] in {"-", "–", "/"} and low[end + 1 : end + 3].isdigit():
        tail = low[end + 1 : end + 6]
        return (numeral.value >= 1500 and not tail[:4].isdigit()) or _two_years(numeral, tail)
    left = low[max(0, start - 16) : start]
    hedge = hedge_before(page, start)
    if (
        hedge is not None
        and hedge[1].bound in {"lower", "upper", "exact"}
        and hedge[1].words not in _TIME_HEDGES
    ):
        return False
    if numeral.value >= 1500:
        return not (_COUNTED.match(low, end) and not re.search(r"\b(?:in|since|the|by|of) $", left))
    return bool(_YEAR_WORD.search(left)) and not re.match(
        r" [a-z]+s\b| (?:[a-z]+ )?[a-z]+s\b", low[end : end + 24]
    )


def _two_years(numeral: Numeral, tail: str) -> bool:
    return tail[:4].isdigit() and not tail[4:5].isdigit() and numeral.value < int(tail[:4]) <= 2150


def is_pronoun(page: Page, numeral: Numeral) -> bool:
    """ "one" that counts nothing: "this one", "one of the largest", "one another"."""
    low, start, end = page.low, numeral.start, numeral.end
    if low[start:end] != "one":
        return False
    before = low[max(0, start - 12) : start]
    if re.search(r"try $", before):
        return False
    return bool(_PRONOUN_BEFORE.search(before) or _PRONOUN_AFTER.match(low, end))


def glued(page: Page, start: int) -> bool:
    """Whether digits hang on a letter, as in G20, COVID-19, C5+1, L-202, MH17."""
    low = page.low
    before = low[max(0, start - 1) : start]
    if before.isalpha() or before in {"_", "@", "#", "\\"}:
        return True
    if before in {"-", "+", "&", "/"}:
        earlier = low[max(0, start - 2) : start - 1]
        return earlier.isalnum()
    earlier = low[max(0, start - 2) : start - 1]
    if before == "(" and earlier.isdigit():
        # "Article 5(2)"
        return True
    return (before == "." and earlier.isalnum()) or (before == "," and earlier.isalpha())
