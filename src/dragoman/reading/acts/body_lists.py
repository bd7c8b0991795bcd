"""Memberships of a list of bodies that a name no table knows would break off: "of the UN, the Berne Union, the WTO"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_MARKS = frozenset({",", ";", "(", ")", ".", "&", "-", "/"})
_JOIN = words("acts.body_lists", "join")
_REACH = 150
"""Items of a list; assumed, it bounds the work on hostile text."""


def read(s: Sentence, ctx: Context, found: list[Draft], bodies: frozenset[str]) -> list[Draft]:
    """The memberships of one state that a list goes on with behind the last body that was read as its own."""
    memberships = [d for d in found if d.mode == "membership" and len(d.actor) == 1 and len(d.recipient) == 1]
    if not memberships and not found:
        return _behind_unknown(s, bodies)
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


def _behind_unknown(s: Sentence, bodies: frozenset[str]) -> list[Draft]:
    """The memberships of a list that a body of no table opens: "joined the Bauxite Club, the UN and the WTO"."""
    g = next((g for g in s.groups if g.lemma in _JOIN), None)
    if (
        g is None
        or not g.finite
        or g.modal
        or g.negated
        or g.passive
        or any(o.first > g.main for o in s.groups)
    ):
        return []
    side = next((m for m in s.mentions if m.cue == "subj" and m.item < g.first and not m.owner), None)
    first = g.main + 1 + (s.lowers[g.main + 1 : g.main + 2] == ["to"])
    first += s.lowers[first : first + 1] == ["the"]
    if side is None or len(side.codes) != 1 or side.codes[0] in bodies or first >= s.n:
        return []
    if s.kinds[first] != "w" or not s.text[s.starts[first]].isupper():
        return []
    out: list[Draft] = []
    for i in range(first, min(s.n, first + _REACH)):
        if s.kinds[i] == "P" and len(s.codes[i]) == 1 and s.codes[i][0] in bodies and not _of_name(s, i):
            because = {"actor": "agent", "recipient": "the list that goes on"}
            time = next((k for k in range(i + 1, s.n) if s.kinds[k] == "D"), -1)
            out.append(Draft(
                kind="tie", mode="membership", actor=side.codes, recipient=s.codes[i], status="actual",
                start=s.starts[side.item], end=s.ends[max(i, time)], rule="tie.membership.listed.v1",
                date=s.refs[time].edtf if time > 0 else None, because=because,
            ))  # fmt: skip
        elif s.kinds[i] not in "D" and s.lowers[i] not in ("in", "on") and not _of_list(s, i):
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
        or low in ("i.", "e", "e.", "g", "its")
        or (bool(s.noun[i]) and s.lowers[i - 1] == "its")  # "NATO and its adjunct North Atlantic Council"
        or s.noun[i] in words("discourse", "body_list")
        or s.text[s.starts[i]].isupper()
    )
