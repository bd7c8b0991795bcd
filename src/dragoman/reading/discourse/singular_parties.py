"""Whom "the country", "the government", "the kingdom" stands for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dragoman.reading.discourse.cues import counterparts, definite
from dragoman.reading.syntax.grammar import words
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.sentences import Sentence

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = ["definite_head", "singular_party"]

_REGIONAL = words("discourse", "regional")
_REALMS = {
    "kingdom": words("discourse", "kingdoms"),
    "sultanate": words("discourse", "sultanates"),
    "emirate": words("discourse", "emirates"),
}
_CAPITALISED = frozenset({"republic", "kingdom", "government", "sultanate", "emirate"})
_Found = tuple[tuple[str, ...], str] | None


def definite_head(s: Sentence, i: int) -> bool:
    """Whether a noun for a state stands behind "the", "this" or "that" and no "of" behind it.

    Papers of the Gulf write "to Kingdom" too.
    """
    low = s.lowers[i]
    bare = low in _REALMS and s.text[s.starts[i]].isupper() and s.tags[i - 1] & PREP
    the = definite(s, i) or s.lowers[i - 1] == "that"
    return bool(the or bare) and s.lowers[i + 1 : i + 2] != ["of"]


def singular_party(
    discourse: Discourse, s: Sentence, i: int, here: list[str], subject: tuple[str, ...]
) -> _Found:
    """The state meant by item ``i``, behind the parties ``here`` of the sentence, the first of them its ``subject``."""
    low = s.lowers[i]
    if s.text[s.starts[i]].isupper() and low not in _CAPITALISED:
        return None
    if s.lowers[i - 1] == "that" and here:
        return (here[-1],), f"that {low}: the one named last"
    if s.lowers[i - 1] in _REGIONAL:
        return None  # "the Andean nation", where none of the Andes was named
    anchor = discourse.anchor
    if anchor and low == "country" and here and anchor not in here and s.lowers[i - 2] in ("in", "to"):
        if s.lowers[i - 1] == "the" and anchor not in discourse.bodies and len(set(here)) > 1:
            return (anchor,), f"the {low}: the one that the article is on, where others act"
    # where partner after partner is measured, "the country" is the one whose figures are told
    told = len(discourse.spoken) > 1 and "Q" in s.kinds and s.lowers[i - 1] != "this"
    codes = (
        subject
        if len(subject) == 1
        else (discourse.host if told else ()) or discourse.topic or discourse.subject
    )
    if low in _REALMS:
        fitting = (c for c in (*codes, *discourse.pair, *reversed(discourse.history)) if c in _REALMS[low])
        codes = tuple(islice(fitting, 1)) or codes  # no republic, though a republic is the subject
    verb = s.verb_at.get(i - 2)
    if subject and verb is not None and verb.finite and not verb.passive and codes == subject:
        # "Spain sold the country locomotives": not to itself
        own = tuple(c for c in (discourse.anchor,) if c and c not in subject)
        return _one(discourse.other(codes) or own, f"the {low}: the other party")
    if len(codes) == 1 and codes[0] in counterparts(s, i):
        return _one(discourse.other(codes) or discourse.two(codes)[1:], f"the {low}: the other party")
    return _one(codes, f"the {low}: the subject")


def _one(codes: tuple[str, ...], how: str) -> _Found:
    return (codes, how) if len(codes) == 1 else None
