"""Banks and funds of states that lend: what the Kuwait Fund provides is a loan, and it is the lender who signs."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.reading.figures.words import figure_words
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["lending_states", "where_taken"]

_BESIDE = 14
"""Characters between a lender's name and its country: "Export-Import Bank of the Republic of". assumed"""


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    names = sorted(figure_words().lender_names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names)})\b")


def lending_states(s: Sentence) -> dict[int, tuple[str, ...]]:
    """The mentions, by item, that stand in or beside the name of a bank or fund by which a state lends."""
    if not any(word in s.lowered for word in ("bank", "fund", "agency", "kfw")):
        return {}
    spans = [m.span() for m in _named().finditer(s.lowered)]
    base = s.starts[0] if s.starts else 0
    found = {}
    for m in s.mentions if spans else ():
        a, b = s.starts[m.item] - base, s.ends[m.item] - base
        if m.kind == "P" and any(a < end + _BESIDE and b > start - 3 for start, end in spans):
            found[m.item] = m.codes
    return found


def where_taken(s: Sentence, verb: Group, giver: tuple[str, ...], agents: list[Mention]) -> tuple[str, ...]:
    """Where works lie that get money from abroad: "the bridge between Benin and Togo received a grant from Norway"."""
    if agents or not giver or verb.passive:
        return ()
    lying = [
        c for m in s.mentions
        if m.clause == verb.clause and m.item < verb.first and m.cue in ("in", "between", "linking") and m.kind in "PL"
        for c in m.codes if c not in giver
    ]  # fmt: skip
    return tuple(dict.fromkeys(lying))
