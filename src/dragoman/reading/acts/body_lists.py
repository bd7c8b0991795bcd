"""Memberships of a list of bodies that a name no table knows would break off: "of the UN, the Berne Union, the WTO"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.grammar import words
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["read"]

_MARKS = frozenset({",", ";", "(", ")", ".", "&", "-", "/"})
_REACH = 150
"""Items of a list; assumed, it bounds the work on hostile text."""


def read(s: Sentence, ctx: Context, found: list[Draft], bodies: frozenset[str]) -> list[Draft]:
    """The memberships of one state that a list goes on with behind the last body that was read as its own."""
    memberships = [d for d in found if d.mode == "membership" and len(d.actor) == 1 and len(d.recipient) == 1]
    if not memberships or len({d.actor for d in memberships}) > 1:
        return []
    first = memberships[0]
    known = {d.recipient[0] for d in memberships}
    own = max((i for i in range(s.n) if s.codes[i] == first.actor), default=-1)
    at = next((i for i in range(max(own, 0), s.n) if s.codes[i] and s.codes[i][0] in known), -1)
    if at < 0:
        return []
    out: list[Draft] = []
    for i in range(at + 1, min(s.n, at + _REACH)):
        if i in s.verb_at and s.verb_at[i].finite and not _of_list(s, i):
            break
        if s.kinds[i] == "P" and not _of_name(s, i):
            code = s.codes[i][0]
            if len(s.codes[i]) > 1 or code not in bodies:
                break
            if code not in known:
                known.add(code)
                why = {**first.because, "recipient": "the list that goes on"}
                out.append(replace(first, recipient=(code,), because=why))
        elif not _of_list(s, i):
            break
    return out


def _of_name(s: Sentence, i: int) -> bool:
    """Whether a city only names a body that no table knows: "the Berne Union"."""
    return (
        getattr(s.refs[i], "form", "") == "capital" and s.noun[i + 1 : i + 2] != [""] and _of_list(s, i + 1)
    )


def _of_list(s: Sentence, i: int) -> bool:
    """Whether an item may stand between two bodies of a list: a mark, a joining word, a part of an unknown name."""
    low = s.lowers[i]
    if s.kinds[i] == ".":
        return low in _MARKS
    return (
        low.rstrip(".") in words("discourse", "body_list")
        or low in ("i.", "e", "e.", "g")
        or s.noun[i] in words("discourse", "body_list")
        or s.text[s.starts[i]].isupper()
    )
