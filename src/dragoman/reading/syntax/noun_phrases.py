"""Whether a word in -s ends the object of a verb before it or of an owner: "halted gas supplies", "its main exports"."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import BASE, BE, DET, DO, ED, EN, HAVE, MODAL, NOUN, VERB
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["owned_phrase", "verb_before"]

_AUX = BE | HAVE | DO | MODAL


def owned_phrase(s: Sentence, j: int) -> bool:
    """Whether the plain words up to ``j`` follow a possessive, with a noun or adjective between."""
    last = j
    while (
        j >= 0
        and last - j < 3
        and s.kinds[j] == "w"
        and s.text[s.starts[j]].islower()  # not "Germany's Rhenus plans"
        and (not s.tags[j] or s.tags[j] & (NOUN | VERB) == NOUN)
    ):
        j -= 1
    return 0 <= j < last and s.lowers[j] in ("'s", "’s", "its", "their", "our")


def verb_before(s: Sentence, j: int) -> bool:
    """Whether the plain words up to ``j`` are the object of a verb: "halted gas | supplies to"."""
    while (
        j >= 0
        and s.kinds[j] == "w"
        and (not s.tags[j] or s.tags[j] & DET or s.tags[j] & (NOUN | ED | EN) == NOUN)
        and not (j and s.lowers[j - 1] == "to" and s.tags[j] & BASE)
    ):
        j -= 1
    if j > 0 and s.tags[j] & BASE and s.lowers[j - 1] == "to":
        return True  # "ready to increase gas | supplies to"
    return j >= 0 and bool(s.tags[j] & (ED | EN)) and not s.tags[j] & (NOUN | _AUX)
