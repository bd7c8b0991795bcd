"""Sums printed without their currency in a text that has only one: "exports exceeded 10 billion (10.8 billion)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.codes.currencies import currencies
from dragoman.reading.annotations import Quantity
from dragoman.reading.quantities import find_quantities

__all__ = ["in_told_currency"]

_SCALED = re.compile(r"\b(?:million|billion|trillion|bn|mn|bln|mln|trn|crore|lakh)\b", re.I)
# What is told in money; the word stands in the same sentence before the sum.
_OF_MONEY = re.compile(
    r"\b(?:exports?|exported|imports?|imported|trade|turnover|sales|investments?|invested|revenues?|earnings"
    r"|shipments|loans?|grants?|aid|surplus|deficit|remittances|exchanges?|purchases|worth|valued|costs?)\b",
    re.I,
)
_SENTENCE_ENDS = re.compile(r"[.!?;]\s|\n")
_GOES_ON = re.compile(
    r"\s*(?:[,.;:)–—-]|$|in\b|to\b|from\b|last\b|this\b|and\b|a year\b|by\b|for\b|during\b|over\b|annually\b|compared\b)"
)
# Characters before a sum in which its sentence is looked for (assumed).
_BEFORE = 220


@lru_cache(maxsize=1)
def _shared_names() -> re.Pattern[str]:
    """Names that several currencies share: only the parties of a figure tell which is meant. A bare dollar is the usual one."""
    held = Counter(word for c in currencies() if not c.valid_to for word in set(c.words))
    names = sorted(w for w, n in held.items() if n > 1 and w not in ("dollar", "dollars"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.I)


def in_told_currency(text: str, title: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Numbers with a scale word and no unit as sums of the one currency that text and title print.

    A text of two currencies, or of none, leaves them as they are.

    Parameters
    ----------
    text, title : str
        The document's own; the title's sums count as the text's.
    quantities : sequence of Quantity
        Those of the text.
    """
    open_ones = [q for q in quantities if q.kind == "number" and q.noun is None and _SCALED.search(q.text)]
    if not open_ones:
        return list(quantities)
    headed = find_quantities(title) if title else []
    sums = [q for q in (*quantities, *headed) if q.kind == "money"]
    told = {q.unit for q in sums}
    if len(told) != 1 or any(_shared_names().search(q.text) for q in sums):
        return list(quantities)
    (currency,) = told
    bare = {id(q) for q in open_ones if _of_money(text, q)}
    return [replace(q, kind="money", unit=currency) if id(q) in bare else q for q in quantities]


def _of_money(text: str, q: Quantity) -> bool:
    before = text[max(0, q.start - _BEFORE) : q.start]
    ends = [m.end() for m in _SENTENCE_ENDS.finditer(before)]
    if not _OF_MONEY.search(before[ends[-1] :] if ends else before):
        return False
    # "5 million of them", "2 million doses": things counted
    return _GOES_ON.match(text, q.end) is not None
