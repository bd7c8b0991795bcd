"""Banks and funds of states that lend: what the Kuwait Fund provides is a loan, and it is the lender who signs."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.reading.figures.words import figure_words
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["from_unnamed", "lending_states", "where_taken"]

_BESIDE = 14
"""Characters between a lender's name and its country: "Export-Import Bank of the Republic of". assumed"""
_PHRASE = 6
"""Items of a giver's phrase behind "from". assumed"""


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


def from_unnamed(s: Sentence, verb: Group) -> bool:
    """Whether money is taken from somebody told by no name: "secured a loan from the bank", "from donors"."""
    for i in range(verb.main + 1, s.n - 1):
        if s.lowers[i] != "from" or s.clause[i] != verb.clause:
            continue
        phrase = range(i + 1, min(s.n, i + _PHRASE))
        end = next((k for k in phrase if s.kinds[k] != "w" or k in s.verb_at), phrase.stop)
        named = end < s.n and s.kinds[end] in "PLHDQ"
        return not named and any(s.noun[k] for k in range(i + 1, end)) and not any(
            i < m.item < phrase.stop for m in s.mentions
        )  # fmt: skip
    return False
