"""Towards whom a judgement is of a deed told before: "Chad shut the border. Mali called the step a provocation"."""

from __future__ import annotations

from dragoman.reading.frames.sides import Sides
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["fill_from_deed"]

_BETWEEN = 3
"""Items between a verb and its object's noun: "the highly unusual step"; assumed."""
_HUNG = frozenset({"of", "by", "from", "in", "between", "that", "which"})
"""Behind a deed these say whose it is or what it was, so that it need not be the one told before."""


def fill_from_deed(t: Sides) -> None:
    """Whoever did what the sentence judges: the subject of what was told right before."""
    g, s = t.g, t.s
    if t.rule.kind != "stance" or t.recipient or len(t.actor) != 1 or g is None or g.main < 1 or g.passive:
        return
    if t.rule.mode not in ("criticism", "support") or g.lemma not in words("roles", "judging_deeds"):
        return
    if _apposed(s, g):
        doer = _subject_before(t, g)
    elif _deed_behind(s, g):
        doer = t.d.doer
    else:
        return
    if len(doer) == 1 and doer != t.actor and doer[0] not in t.d.bodies:
        t.recipient = doer
        t.because["recipient"] = "who did what is told before"


def _deed_behind(s: Sentence, g: Group) -> bool:
    """Whether the verb's object is a deed that an earlier sentence told: "the step", "these words"."""
    i = g.main + 1
    if i >= s.n or s.lowers[i] not in words("roles", "pointing"):
        return False
    for k in range(i + 1, min(s.n, i + 1 + _BETWEEN)):
        if s.noun[k] in words("roles", "deeds_told"):
            return k + 1 >= s.n or s.lowers[k + 1] not in _HUNG
        if s.kinds[k] != "w":
            return False
    return False


def _apposed(s: Sentence, g: Group) -> bool:
    """Whether a deed stands before its judge: "banned the ships, a decision that Malta described as hasty"."""
    for k in range(max(1, g.first - 5), g.first):
        if s.noun[k] in words("roles", "deeds_told") and s.lowers[k - 1] in ("a", "an"):
            return k > 1 and s.lowers[k - 2] in (",", "-", "–", "—")
    return False


def _subject_before(t: Sides, g: Group) -> tuple[str, ...]:
    """Who did what the sentence itself tells before its judge."""
    acting = [m for m in t.s.mentions if m.cue == "subj" and m.item < g.first and m.codes != t.actor]
    return acting[0].codes if acting else ()
