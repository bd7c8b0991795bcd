"""Words in -s that are a noun or a verb of the present, and are the verb of who stands before them.

"President A welcomes new talks", "Chad, a member of the bloc, supports wider trade", "borders Mali and supports talks".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reading.syntax.lexicon import (
    ADV,
    BE,
    CONJ,
    DET,
    DO,
    ED,
    EN,
    HAVE,
    ING,
    MODAL,
    NOUN,
    PREP,
    PRON,
    S3,
    SUB,
)
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.subject_places import verb_elsewhere
from dragoman.reading.syntax.trade_words import is_flow
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.syntax.verbal_words import Place

__all__ = ["group_acts", "is_relative_verb", "is_verb_of_subject", "stands_as_object"]

_WAYS = ("to", "into", "through", "via", "across", "from")
_AUX = BE | HAVE | DO | MODAL
_ADJECTIVES = 3
"""Words between a verb and the noun that it acts on: "demands much better terms". assumed"""
_APPOSITION = 14
"""Items of what is said of a subject between commas. assumed"""


def is_verb_of_subject(s: Sentence, p: Place) -> bool:
    """Whether a word in -s is the verb of a state, person or office before it: an adverb or what it acts on says so.

    "Malta firmly rejects comments", "Malta hosts displaced people", "the minister demands better terms"; not "Malta's firmly
    held exports", "Malta exports increased", "the minister's visits".
    """
    if (
        s.lowers[p.i] == "flows"
        and p.next_low in _WAYS
        and s.lowers[-1] == "."
        and not verb_elsewhere(s, p.i)
    ):
        return True  # "Gas from Qatar flows to Egypt": nothing else can be its verb
    j = _subject(s, p)
    if j < 0 or (j and s.tags[j - 1] & PREP and s.kinds[j] == "P"):
        return False
    if p.low == "," and j < p.j and s.lowers[-1] == "." and not verb_elsewhere(s, p.i):
        return True  # "Laos, a landlocked country, exports power": nothing else can be its verb
    if p.j == p.i - 2 and s.kinds[j] == "P" and s.lowers[p.i - 1].endswith("ly"):
        return not is_flow(s, p.i) or p.next_kind == "w"
    if is_flow(s, p.i) or p.i + 1 >= s.n:
        return False
    if s.kinds[j] == "P" and j == p.j:
        return p.next_low == "as" or _acts_on_described(s, p.i + 1)  # "Malta ranks as its third partner"
    return _acts_on(s, p.i + 1) and not _verb_behind(s, p.i + 1)


def _subject(s: Sentence, p: Place) -> int:
    """The item of the state, person or office that stands before a word, what is said of it between commas passed over; or -1."""
    j = p.j
    if j > 3 and p.low == ",":
        opens = next((k for k in range(j - 2, max(0, j - _APPOSITION), -1) if s.lowers[k] == ","), 0)
        if not opens or s.lowers[opens + 1] in ("and", "but", "or"):
            return -1
        j = opens - 1
        if s.kinds[j] not in "PH" or (s.kinds[j] == "P" and j > 1):
            return -1  # "in Lima, capital of Peru, exports"
    if j < 0:
        return -1
    if s.kinds[j] == "H":
        return j
    if s.kinds[j] == "P":
        named = getattr(s.refs[j], "form", "") not in ("demonym", "compound")
        return j if named and not (j and s.kinds[j - 1] == "P") else -1
    office = s.kinds[j] == "w" and s.noun[j].rpartition(" ")[2] in words("present_verbs", "subjects")
    return j if office and s.noun[j] == s.lowers[j] else -1


def _acts_on_described(s: Sentence, k: int) -> bool:
    """Whether a participle and its noun follow: "hosts displaced people", "condemns repeated and unprovoked attacks"."""
    if not s.tags[k] & EN:
        return False
    k += 1
    while k < s.n - 1 and s.kinds[k] == "w" and (s.lowers[k] == "and" or s.tags[k] & EN):
        k += 1
    return k < s.n and _thing(s, k)


def _acts_on(s: Sentence, k: int) -> bool:
    """Whether what a verb acts on follows: a noun, with words before it that say of what kind."""
    for i in range(k, min(s.n, k + _ADJECTIVES + 1)):
        if s.kinds[i] in "PHQ":
            return i > k
        if (
            s.kinds[i] != "w"
            or s.tags[i] & (PREP | CONJ | SUB | _AUX)
            or (s.tags[i] & ED and not s.tags[i] & EN)
        ):
            return False
        if _thing(s, i) and (
            s.tags[i] & NOUN or i + 1 == s.n or s.tags[i + 1] & PREP or s.kinds[i + 1] == "."
        ):
            return True
    return False


def _thing(s: Sentence, k: int) -> bool:
    return s.kinds[k] == "P" or (
        s.kinds[k] == "w" and bool(s.noun[k]) and not s.tags[k] & (PREP | CONJ | SUB | _AUX | ADV)
    )


def _verb_behind(s: Sentence, k: int) -> bool:
    """Whether another verb follows before the clause can end: "the minister's visits to Mali were few"."""
    for i in range(k, s.n):
        if s.kinds[i] == "." or s.tags[i] & SUB or s.lowers[i] == "to":
            return False
        if s.kinds[i] == "w" and s.tags[i] & (ED | S3 | _AUX) and not s.tags[i] & (NOUN | EN):
            return True
    return False


def stands_as_object(s: Sentence, i: int, verbs: Sequence[bool]) -> bool:
    """Whether only words of kind stand between a verb and a word in -s: "demands better terms", "plans new mines"."""
    k = next((k for k in range(i - 1, max(-1, i - _ADJECTIVES - 2), -1) if verbs[k]), -1)
    if k < 0 or k == i - 1 or s.tags[k] & _AUX:
        return False
    return all(
        s.kinds[m] == "w"
        and s.text[s.starts[m]].islower()
        and not s.tags[m] & (PREP | CONJ | SUB | PRON | NOUN | S3 | ING | _AUX)
        for m in range(k + 1, i)
    )


def group_acts(s: Sentence, j: int) -> bool:
    """Whether the subject that ends at an item is one of several: "A consortium of Polish firms", "The group of states"."""
    of = next((k for k in range(j, max(1, j - _MEMBERS), -1) if s.lowers[k] == "of"), -1)
    if of < 2 or of == j or s.lowers[0] not in ("a", "an", "the") or of > _HEADED:
        return False
    head = s.lowers[of - 1]
    return (
        bool(s.noun[of - 1]) and not head.endswith("s") and all(s.kinds[k] in "wP" for k in range(1, j + 1))
    )


_HEADED = 5
"""Items up to the "of" behind the noun that heads a sentence: "A new Polish consortium of". assumed"""
_MEMBERS = 10
"""Items that name the members of a group; assumed."""


def is_relative_verb(s: Sentence, i: int) -> bool:
    """Whether a word in -s behind a noun and "that" takes an object: "the line that joins their grids", "the state that exports gas"."""
    if s.lowers[i - 1] != "that" or i < 2 or i + 1 >= s.n or not s.tags[i] & S3:
        return False
    named = s.kinds[i - 2] in "PHLQ" or (s.kinds[i - 2] == "w" and s.text[s.starts[i - 2]].isupper())
    if not s.noun[i - 2] and not named:
        return False
    if s.kinds[i + 1] in "PHLQ" or bool(s.tags[i + 1] & (DET | PRON)):
        return True
    if s.noun[i - 2].rpartition(" ")[2] in words("syntax.verbal_words", "thoughts"):
        return False  # "the hope that exports rise"
    return _acts_on(s, i + 1) and not _verb_behind(s, i + 1)
