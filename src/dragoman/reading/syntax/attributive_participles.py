"""Participles that stand before a noun they describe: "two reinforced bridges", "repeated and unprovoked attacks"."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import BE, CONJ, DET, DO, EN, HAVE, MODAL, NOUN, PREP, SUB, VERB
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["before_demonym", "counted_thing", "of_noun_behind_and"]

AUX = BE | HAVE | DO | MODAL


def before_demonym(s: Sentence, i: int, behind_preposition: int) -> bool:
    """Whether a participle and a people's name stand before one noun: "about continued Omani patrols"."""
    if not behind_preposition or i + 2 >= s.n or not s.tags[i] & EN or s.kinds[i + 1] != "P":
        return False
    owner = getattr(s.refs[i + 1], "form", "") == "demonym"
    return owner and s.kinds[i + 2] == "w" and not s.tags[i + 2] & (PREP | CONJ | DET | AUX)


def of_noun_behind_and(s: Sentence, i: int) -> bool:
    """Whether a participle and the word behind "and" stand before one noun: "repeated and unprovoked attacks"."""
    if i + 3 >= s.n or s.lowers[i + 1] != "and" or s.kinds[i + 2] != "w" or s.kinds[i + 3] != "w":
        return False
    return bool(s.noun[i + 3]) and not s.tags[i + 3] & (PREP | CONJ | DET | AUX)


def counted_thing(s: Sentence, i: int) -> bool:
    """Whether a participle stands between a number and its noun: "two reinforced bridges were built"."""
    if i < 1 or s.kinds[i - 1] != "Q" or not s.noun[i + 1]:
        return False
    if i > 1 and s.tags[i - 2] & VERB and not s.tags[i - 2] & (AUX | NOUN):
        return True  # "gave two refurbished boats"
    for j in range(i + 2, min(s.n, i + 7)):
        if s.kinds[j] == "." or s.tags[j] & (SUB | CONJ):
            return False
        if s.tags[j] & AUX:
            return True
    return False
