"""Amounts without a number: "dozens of students", "hundreds of millions of dollars", "several"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from dragoman.reading.quantities.context import unit_at
from dragoman.reading.quantities.drafts import Draft
from dragoman.reading.quantities.lexicon import Money
from dragoman.reading.quantities.nouns import counted_noun
from dragoman.reading.quantities.tokens import Page, Token

__all__ = ["read_few", "read_plural"]

_OF = re.compile(r" of (?:us )?(?=[^\W\d_])")
_TWO = Decimal(2)


def read_plural(page: Page, tokens: list[Token], at: int) -> tuple[Draft | None, int]:
    """ "dozens", "tens of thousands", "hundreds of millions of euros": at least two of each (§Q6)."""
    token, k = tokens[at], at + 1
    if page.low[max(0, token.start - 4) : token.start] in {"the ", " by ", " in "} and not _OF.match(
        page.low, token.end
    ):
        return None, k
    value, end = token.value, token.end
    while (
        k < len(tokens) and tokens[k].kind == "v" and page.low[end : tokens[k].start] == " of " and k - at < 4
    ):
        value, end = value * tokens[k].value, tokens[k].end
        k += 1
    if page.low[token.start : token.end] == "scores" and not _OF.match(page.low, end):
        return None, k
    return _attached(page, token.start, end, _TWO * value), k


def read_few(page: Page, tokens: list[Token], at: int) -> tuple[Draft | None, int]:
    """ "several", "a few dozen", "several hundred", "a couple of" (§Q6)."""
    token, k, low = tokens[at], at + 1, page.low
    word, start, end = low[token.start : token.end], token.start, token.end
    if word != "several":
        if not low.startswith("a ", start - 2) or low[start - 3 : start - 2].isalnum():
            return None, k
        start -= 2
    least = token.value
    if k < len(tokens) and tokens[k].kind == "s" and low[end : tokens[k].start] == " ":
        least, end = least * tokens[k].value, tokens[k].end
        k += 1
    return _attached(page, start, end, least), k


def _attached(page: Page, start: int, end: int, least: Decimal) -> Draft:
    draft = Draft(
        start, start, end, None, Decimal(1), least, "number", "1", interval=(least, None), form="vague",
        hedge=page.low[start:end], bound="lower",
    )  # fmt: skip
    match = _OF.match(page.low, end)
    at = match.end() - 1 if match else end
    unit = unit_at(page, at, guarded=True)
    if unit is not None:
        if isinstance(unit.meaning, Money):
            least = least / unit.meaning.parts
            return replace(draft, kind="money", unit=unit.meaning.code, end=unit.end, interval=(least, None))
        least *= unit.meaning.factor
        return replace(draft, kind="physical", unit=unit.meaning.id, end=unit.end, interval=(least, None))
    noun = counted_noun(page, at, single=False)
    if noun is not None:
        return replace(draft, kind="count", noun=noun[0], noun_span=noun[1:])
    return draft
