"""A tie told again of another state: "the first country to do so was Norway", "Ghana did likewise in 1993"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["read"]

_MARKS = frozenset({"so", "likewise", "suit", "same"})
_DONE = (("did", "so"), ("did", "likewise"), ("followed", "suit"), ("did", "the", "same"), ("done", "so"))
_BE = frozenset({"was", "were", "is", "being"})
_MODES = frozenset({"recognition", "embassy", "consulate", "mission", "membership", "diplomatic_relations"})
_AUX = frozenset({"has", "have", "had", "also", "then", "later", "soon", "only"})
_NEAR = 250
"""Characters back to the tie that is told again. assumed"""
_TIME = 6
"""Items from the state to its time. assumed"""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The tie spoken of last, told of whoever does the same."""
    if s.forms.isdisjoint(_MARKS):
        return []
    for doer, mark in _doers(s):
        told = _told(s, ctx, found, mark)
        if told is None or s.codes[doer][0] in (*told.actor, *told.recipient):
            continue
        mutual = not told.recipient
        actor = (s.codes[doer][0], told.actor[-1]) if mutual else (s.codes[doer][0],)
        first, last = sorted((doer, mark))
        time = _time(s, last)
        return [replace(
            told, actor=actor, date=s.refs[time].edtf if time > 0 else None, start=s.starts[first],
            end=s.ends[max(last, time)], rule="tie.likewise.v1", place=None, object=None, count=None, people=(),
            because={"actor": "who did the same", "status": "the verb before it"},
        )]  # fmt: skip
    return []


def _told(s: Sentence, ctx: Context, found: list[Draft], mark: int) -> Draft | None:
    """The tie that a mark of sameness points back to."""
    at = s.starts[mark]
    for d in reversed([*ctx.last, *found]):
        if (
            d.kind == "tie"
            and d.mode in _MODES
            and d.status in ("actual", "ended")
            and 0 <= at - d.start < _NEAR
        ):
            return d if d.actor else None
    return None


def _doers(s: Sentence) -> list[tuple[int, int]]:
    """Items of a state and of the words that say it did the same."""
    out: list[tuple[int, int]] = []
    for i in range(1, s.n - 1):
        if s.lowers[i - 1 : i + 2] == ["to", "do", "so"] and i + 3 < s.n and s.lowers[i + 2] in _BE:
            k = i + 3 + (s.lowers[i + 3] == "the")
            if k < s.n and _state(s, k):
                out.append((k, i))
        elif any(tuple(s.lowers[i : i + len(w)]) == w for w in _DONE):
            k = i - 1
            while k > 0 and s.lowers[k] in _AUX:
                k -= 1
            if _state(s, k):
                out.append((k, i))
    return out


def _state(s: Sentence, i: int) -> bool:
    return s.kinds[i] == "P" and len(s.codes[i]) == 1


def _time(s: Sentence, last: int) -> int:
    """The item of the time right behind, or -1."""
    for j in range(last + 1, min(s.n, last + _TIME)):
        if s.kinds[j] == "D" and s.refs[j].edtf:
            return j
        if s.lowers[j] in (",", ";", "and"):
            break
    return -1
