"""Who acts and is no party that a list knows: strangers named, states only counted, somebody told to act."""

from __future__ import annotations

from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["counted_subject", "named_stranger", "told_others", "with_stranger", "with_unknown"]


def counted_subject(s: Sentence, g: Group) -> bool:
    """Whether the subject is states that are only counted: "fourteen states maintain", "some countries that do"."""
    top = g
    while top.governor is not None and not top.finite:
        top = top.governor
    relative = next((i for i in range(top.first - 1, 0, -1) if s.lowers[i] in ("that", "which", "who")), -1)
    if relative > 0 and s.noun[relative - 1] in words("roles", "states"):
        start = relative - 1  # "some countries that do not recognise it have offices there"
    else:
        start = top.first - 1
    depth = 0
    for i in range(start, -1, -1):
        depth += (s.lowers[i] == ")") - (s.lowers[i] == "(")
        if depth > 0 or s.lowers[i] == "(":
            continue
        if s.kinds[i] == "P" and i > 1 and "of" in s.lowers[i - 2 : i]:
            continue  # "some members of the EU"
        if s.kinds[i] in "PH" or s.lowers[i] in (";", ":"):
            return False
        if s.noun[i] in words("roles", "states") and s.kinds[i] == "w":
            named = any(m.item == i for m in s.mentions)
            counted = range(max(0, i - 3), i)
            if any(s.lowers[k] in ("the", "both", "these") for k in counted):
                return False
            return not named and any(
                s.kinds[k] == "Q" or s.lowers[k] in words("roles", "some") for k in counted
            )
    return False


def told_others(s: Sentence, g: Group) -> bool:
    """Whether somebody whom no list knows is told to do it: "invited the warring parties to resume talks"."""
    governor = g.governor
    if (
        not g.infinitive
        or governor is None
        or governor.passive
        or governor.lemma not in words("roles", "told")
    ):
        return False
    between = range(governor.main + 1, g.first)
    if any(s.kinds[i] != "w" or s.lowers[i] in ("themselves", "both", "them") for i in between):
        return False
    return any(s.noun[i] and not s.tags[i] & (PREP | ADV) for i in between)


def with_stranger(s: Sentence, g: Group) -> bool:
    """Whether a name that no list knows does what a gerund says: "with Hamas already rejecting it"."""
    i = g.first - 1
    while i > 0 and s.tags[i] & ADV:
        i -= 1
    name = s.kinds[i] == "w" and not s.tags[i] and s.text[s.starts[i]].isupper()
    if i > 0 and name and s.lowers[i - 1] == "with":
        return True
    if i < 1 or s.kinds[i] != "w" or not s.noun[i]:
        return False
    for k in range(i - 1, max(-1, i - 6), -1):
        if s.lowers[k] == "with":
            return True  # "with some delegates warning": theirs, not the subject's
        if s.kinds[k] != "w" or k in s.verb_at or s.tags[k] & (PREP | SUB):
            return False
    return False


def _name_word(s: Sentence, i: int) -> bool:
    """Whether a word looks like part of a name and not of an office."""
    title = s.lowers[i] in ("prime", "president", "king", "queen") or s.noun[i] in words("roles", "offices")
    return s.kinds[i] == "w" and not s.tags[i] and not title and s.text[s.starts[i]].isupper()


def with_unknown(s: Sentence, clause: int) -> bool:
    """Whether the other side is named and its country is not: "took a call from Ann Reed, head of the council"."""
    for i in range(1, s.n - 1):
        if s.clause[i] != clause or s.lowers[i - 1] not in ("from", "with"):
            continue
        if s.kinds[i] == "H" and not s.codes[i]:
            return True
        if all(_name_word(s, k) for k in (i, i + 1)):
            return True
    return False


def named_stranger(s: Sentence, g: Group) -> bool:
    """Whether one name that no list knows is all of a clause's subject behind what is said: "alleged Zephair had"."""
    start = s.clause.index(g.clause)
    if start < 1 or not _unknown_name(s, start):
        return False
    said = s.verb_at.get(start - 1)
    acts = any(o.finite and o.first == start + 1 for o in s.groups if o.clause == g.clause)
    return acts and said is not None and said.finite and not said.passive


def _unknown_name(s: Sentence, i: int) -> bool:
    return s.kinds[i] == "w" and not s.tags[i] and s.text[s.starts[i]].isupper()
