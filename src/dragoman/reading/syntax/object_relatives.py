"""Relative clauses that begin before the verb of the sentence: "the accord that Ghana signed |covers tea"."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import ADV, CONJ, DET, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.verb_groups import Group
from dragoman.reading.word_lists import words

__all__ = ["bare_relative", "relative_in_subject"]

_ASIDES = frozenset({",", "-", "–", "—", "("})
_FAR = 9
"""Items from a relative pronoun to the verb of its clause. assumed"""


def relative_in_subject(s: Sentence, g: Group) -> int:
    """Where a clause begins on what goes before the first verb: "Kenya's dispute with Chad, | which joined in 2013, is over"."""
    which = g.first - 1
    if which < 4 or s.lowers[which] not in ("which", "who") or s.lowers[which - 1] not in _ASIDES:
        return _with_own_subject(s, g) if which > 1 else 0
    if g.lemma in words("clauses", "of_events"):
        return 0  # "his visit to Chad, which will last until Friday"
    at = which - 2
    before = at - 1 - (s.lowers[at - 1] == "the")
    return which if s.kinds[at] == "P" and s.tags[before] & PREP else 0


def _with_own_subject(s: Sentence, g: Group) -> int:
    """Where a clause begins that has a subject of its own: "Oman, | which Togo recognised in 2014, has", "the deal | that Togo made is"."""
    for k in range(g.first - 2, max(0, g.first - _FAR), -1):
        low = s.lowers[k]
        if low in ("which", "whom", "that"):
            k -= bool(s.tags[k - 1] & PREP) and low != "that"  # "Oman, | with which Togo signed"
            if s.lowers[k - 1] in _ASIDES:
                return k if low != "that" and (s.kinds[k - 2] in "PH" or _done(s, k - 2)) else 0
            return k if _done(s, k - 1) else 0
        if s.kinds[k] == "." or s.tags[k] & SUB:
            return 0
    return 0


def _done(s: Sentence, i: int) -> bool:
    """Whether an item is a noun that somebody makes, signs or holds: "the deal that", not "the fact that"."""
    noun = s.noun[i].rpartition(" ")[2]
    return i > 0 and s.kinds[i] == "w" and noun in words("syntax.object_relatives", "done")


def bare_relative(s: Sentence, g: Group) -> int:
    """Where a relative clause begins without a pronoun: "under a deal | Ghana signed with Peru last year", or 0."""
    if not g.finite or g.passive or not _without_object(s, g):
        return 0
    start = g.first - 1
    while start > 0 and s.tags[start] & ADV and s.kinds[start] == "w":
        start -= 1  # "the deal Ghana recently signed"
    if s.kinds[start] in "PH":
        while start > 2 and s.kinds[start - 2] in "PH" and s.lowers[start - 1] in ("and", "&"):
            start -= 2
        start -= s.lowers[start - 1] == "the"
    elif s.lowers[start] in words("discourse", "plural_heads"):
        opens = next(
            (k for k in range(start - 1, max(0, start - 4), -1) if s.lowers[k] in ("the", "both")), 0
        )
        start = opens or g.first
    else:
        return 0
    return start if start > 1 and _done(s, start - 1) and _determined(s, start - 1) else 0


def _without_object(s: Sentence, g: Group) -> bool:
    nxt = g.main + 1
    return (
        nxt >= s.n
        or s.kinds[nxt] in ".D"
        or bool(s.tags[nxt] & (PREP | CONJ | ADV) and not s.tags[nxt] & DET)
    )


def _determined(s: Sentence, i: int) -> bool:
    """Whether an article opens the phrase of a noun: no headline is meant ("Trade deal Ghana signed")."""
    return any(s.tags[k] & DET for k in range(max(0, i - 6), i))
