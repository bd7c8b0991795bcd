"""Sums printed without their currency: in a text that has only one, or behind the sum that they go on about.

"Exports exceeded 10 billion (10.8 billion)", "it gave 400 million kroner. Of this, 150 million will go to schools".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from dragoman.codes.currencies import currencies
from dragoman.reading.annotations import Quantity
from dragoman.reading.quantities import find_quantities
from dragoman.reading.yaml_files import parse_yaml

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
# Characters between a sum and one that goes on about it: three sentences (assumed).
_REACH = 300
_NEXT = re.compile(r" ([a-z]+)\b")
# Behind these a number is of things again.
_THINGS = frozenset({"count", "physical"})
_TIMES = frozenset({"a", "month", "week", "day", "h", "min", "s"})
# What is told in money says so again behind things counted: "employed 500 people. The stock had been 400 million".
_OF_STOCK = re.compile(r"\b(?:stock|loans?|grants?|aid|debt|credits?|donations?)\b", re.I)
_AHEAD = 60


@lru_cache(maxsize=1)
def _shared_names() -> re.Pattern[str]:
    """Names that several currencies share: only the parties of a figure tell which is meant. A bare dollar is the usual one."""
    held = Counter(word for c in currencies() if not c.valid_to for word in set(c.words))
    names = sorted(w for w, n in held.items() if n > 1 and w not in ("dollar", "dollars"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.I)


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = parse_yaml((files("dragoman.data") / "lexicon" / "en" / "sums.yaml").read_text("utf-8"))
    return {name: frozenset(data[name]) for name in ("handled", "behind")}


@lru_cache(maxsize=1)
def _given() -> re.Pattern[str]:
    """What is done with money; such a word stands in the sentence of a sum that goes on about the one before."""
    return re.compile(rf"\b(?:{'|'.join(sorted(_words()['handled']))})\b", re.I)


def in_told_currency(text: str, title: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Numbers with a scale word and no unit as sums of the one currency that text and title print.

    Where a text prints two, or one whose name several countries use, such a number is of the sum told right
    before it. A text without any sum leaves them as they are.

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
    one = len(told) == 1 and not any(_shared_names().search(q.text) for q in sums)
    bare = {id(q) for q in open_ones if _of_money(text, q)} if one else set()
    out: list[Quantity] = []
    last: Quantity | None = None
    mixed = (
        False  # whether two currencies stand in the sentence of the last sum, or things were counted since
    )
    for q in quantities:
        this = q
        if id(q) in bare:
            this = replace(q, kind="money", unit=sums[0].unit)
        elif (
            last is not None
            and q.kind == "number"
            and q.noun is None
            and _goes_on_about(text, q, last, mixed=mixed)
        ):
            name = _shared_names().search(last.text)
            named = (
                f"{q.text} {name.group()}" if name else q.text
            )  # whose crowns they are is told by the parties
            this = replace(q, kind="money", unit=last.unit, text=named)
        if this.kind == "money":
            mixed = (
                last is not None
                and last.unit != this.unit
                and not _SENTENCE_ENDS.search(text, last.end, this.start)
            )
            last = this
        elif this.kind in _THINGS and this.unit not in _TIMES:
            mixed = mixed or (last is not None and not _OF_STOCK.search(text, this.end, this.end + _AHEAD))
        out.append(this)
    return out


def _goes_on_about(text: str, q: Quantity, last: Quantity, *, mixed: bool) -> bool:
    """Whether a number in a sentence on giving is a sum like the one before it."""
    if mixed or not 0 <= q.start - last.end < _REACH or not _SCALED.search(q.text):
        return False
    if text[q.start - 4 : q.start] == " of " and q.text.startswith("a "):
        return False  # "a third of a billion"
    begin = max((m.end() for m in _SENTENCE_ENDS.finditer(text, last.end, q.start)), default=last.end)
    end = _SENTENCE_ENDS.search(text, q.end)
    if not (
        _OF_MONEY.search(text, begin, q.start)
        or _given().search(text, begin, end.start() if end else len(text))
    ):
        return False
    if _GOES_ON.match(text, q.end):
        return True
    word = _NEXT.match(text, q.end)
    return word is not None and word.group(1).casefold() in _words()["behind"]


def _of_money(text: str, q: Quantity) -> bool:
    before = text[max(0, q.start - _BEFORE) : q.start]
    ends = [m.end() for m in _SENTENCE_ENDS.finditer(before)]
    if not _OF_MONEY.search(before[ends[-1] :] if ends else before):
        return False
    # "5 million of them", "2 million doses": things counted
    return _GOES_ON.match(text, q.end) is not None
