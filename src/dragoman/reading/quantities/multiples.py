"""Multiples ("48 times", "fourfold", "doubled") told apart from counts of events ("met three times")."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.reading.quantities.drafts import Draft
from dragoman.reading.quantities.precision import Interval
from dragoman.reading.quantities.tokens import Page, Token

__all__ = ["by_factor", "factor_after", "grew_before", "read_multiple_word", "second_reading", "times_kind"]

_GROWTH = (
    r"(?:increas|grow|grew|ris|rose|jump|surg|soar|expand|multipl|climb|rocket|balloon|boost|rais|shot up|swell|swoll|up\b"
    r"|gain|accelerat|outpac|exceed|fell|fall|drop|declin|decreas|reduc|shr[aiu]nk|cut|slash|plung|plummet|up by|down)"
)
_GROWTH_BEFORE = re.compile(rf"\b{_GROWTH}[a-z]*(?: [^.;]{{0,40}})?$")
_BY = re.compile(rf"\b{_GROWTH}[a-z]*[^.;]{{0,30}} by (?:a factor of )?$|\b{_GROWTH}[a-z]* (?:by )?$")
_TIMES = re.compile(r"[ -]?(times|-?fold|x(?!\w)|×(?! ?[0-9]))(?![\w])")
# What it begins with behind a space or hyphen; two hyphens leave nothing in the two signs looked at.
_TIMES_SIGNS = frozenset({"t", "f", "x", "×", ""})
_COMPARED = re.compile(
    r" (?:more|higher|larger|greater|bigger|as|the|that|what|over|its|their|less|fewer|faster|lower|smaller|longer|compared|versus|to|our|his"
    r"|those|this|current|last year['’]s|[0-9]{4} (?:figure|level|volume|amount|value))\b"
)
_EVENTS = re.compile(
    r" (?:a|an|per|each|every|daily|weekly|monthly|yearly|annually|in|since|during|between|with|at|on|for|already|this|last|so far|from"
    r"|within|before|after|and|when|now|by)\b|[.,;!?)]|$"
)
_MET = re.compile(
    r"\b(?:met|meet|meets|meeting|visited|visits?|travell?ed|called|spoke|spoken|talked|won|elected|re-elected|held|hosted|convened|lost|happened|married"
    r"|been|gone|came|come|went|flew|phoned|voted|tried|asked|warned|played|scored|signed|extended|postponed|hit|struck|attacked|arrested"
    r"|appeared|nominated|vetoed|gathered|pay|paid|pen|dollars|used|it's)\b[^.;]{0,60}$"
)
_DOUBLE_VERB = re.compile(
    r"\b(?:to|will|would|could|can|should|may|might|must|and|than|nearly|almost|roughly|about|plans to|or|virtually) $"
)
_DOUBLE_OF = re.compile(
    r" (?:the|its|their|his|our|that|what|bilateral|trade|mutual|exports?|imports?|turnover|investments?|this|in|to|by|from|capacity|production"
    r"|last year|cargo|volumes?)\b"
)
_DOUBLE_NOUN = re.compile(
    r"[ -](?:down\b|tax|taxation|standards?|digits?|tracks?|decker|glazing|agent|blow|game|check|room|bed|landlocked|entry|jeopardy|citizenship|alliance|entente|edged|bottom|wire|landlock)"
)
_TWICE_EVENTS = re.compile(
    r" (?:a|per|each|every|in|since|during|this|last|already|before|daily|weekly|yearly|at|with|with)\b|[.,;!?)]|$"
)


def factor_after(page: Page, end: int) -> int | None:
    """Where "times", "-fold" or "x" after a number ends, or None."""
    low = page.low
    if low[end : end + 2].lstrip(" -")[:1] not in _TIMES_SIGNS:
        return None
    match = _TIMES.match(low, end)
    return match.end(1) if match else None


def by_factor(page: Page, start: int) -> bool:
    """ "by a factor of 3"."""
    return page.low.endswith("factor of ", 0, start)


def grew_before(page: Page, start: int) -> bool:
    """Whether the clause before speaks of growth or decline."""
    return _GROWTH_BEFORE.search(page.low[max(0, start - 70) : start]) is not None


def times_kind(page: Page, start: int, end: int) -> str:
    """``multiple`` or ``count`` for "N times" that spans start to end."""
    if not page.low.startswith("times", end - 5):
        return "multiple"
    left = page.low[max(0, start - 80) : start]
    if re.compile(r" (?:a|per|each|every) (?:day|week|month|year|decade|season|quarter)").match(
        page.low, end
    ):
        return "count"
    if _COMPARED.match(page.low, end) and not page.low.startswith((" to date", " the two", " over the"), end):
        return "multiple"
    if _GROWTH_BEFORE.search(left):
        return "multiple"
    if _MET.search(left):
        return "count"
    if (
        left.strip()
        and _EVENTS.match(page.low, end)
        and (page.low[end : end + 1] == " " or page.low[start].isalpha())
    ):
        return "count"
    return "multiple"


def second_reading(page: Page, start: int, low: Decimal | None, high: Decimal | None) -> Interval | None:
    """ "increased by 11 times" may mean 12 times as much (§Q5)."""
    if not _BY.search(page.low[max(0, start - 60) : start]):
        return None
    return (None if low is None else low + 1, None if high is None else high + 1)


def read_multiple_word(page: Page, token: Token) -> Draft | None:
    """ "doubled", "halved", "fourfold", "twice": a multiple, or None where the word means another thing."""
    word, low = page.low[token.start : token.end], page.low
    left = low[max(0, token.start - 24) : token.start]
    if low.startswith(" down", token.end):
        return None
    if word in {"double", "triple", "treble", "quadruple", "quintuple", "doubles", "triples", "halve"}:
        if _DOUBLE_NOUN.match(low, token.end):
            return None
        if not (_DOUBLE_VERB.search(left) or _DOUBLE_OF.match(low, token.end)):
            return None
    step = Decimal("0.1") if token.value < 1 else Decimal(1)
    draft = Draft(
        token.start, token.start, token.end, token.value, step, Decimal(1), "multiple", "1", form="words"
    )
    if word in {"twice", "thrice"} and not (_COMPARED.match(low, token.end) or _GROWTH_BEFORE.search(left)):
        return Draft(
            token.start,
            token.start,
            token.end,
            token.value,
            Decimal(1),
            Decimal(1),
            "count",
            "1",
            noun="times",
            form="words",
        )
    return draft
