"""Where noun phrases end: "halted gas supplies", "its main exports", "the Investment Promotion and Protection Agreement"."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import BASE, BE, DET, DO, ED, EN, HAVE, MODAL, NOUN, VERB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["joins_name", "owned_phrase", "verb_before"]

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


def joins_name(s: Sentence, j: int) -> bool:
    """Whether an "and" stands within the name of a paper: "the Promotion and Protection Agreement", two capitals beside it."""
    if (
        s.lowers[j] not in ("and", "&")
        or not 0 < j < s.n - 2
        or s.kinds[j - 1] != "w"
        or s.kinds[j + 1] != "w"
    ):
        return False
    named = words("papers", "named")
    inside = s.noun[j - 1].rpartition(" ")[2] not in named and s.lowers[j + 2].rpartition(" ")[2] in named
    return inside and all(s.text[s.starts[k]].isupper() for k in (j - 1, j + 1, j + 2))


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
