"""A tie told again of another state: "the first country to do so was Norway", "Ghana did likewise in 1993"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_MARKS = words("acts.likewise", "marks")
_DONE = (("did", "so"), ("did", "likewise"), ("followed", "suit"), ("did", "the", "same"), ("done", "so"))
_DOES = frozenset(words[0] for words in _DONE)
_BE = frozenset({"was", "were", "is", "being"})
_AS = frozenset({"is", "are", "was", "were", "does", "do", "did", "has", "have"})
_MODES = frozenset({"recognition", "embassy", "consulate", "mission", "membership", "diplomatic_relations"})
_AUX = frozenset({"has", "have", "had", "also", "then", "later", "soon", "only"})
_ENDS = frozenset({".", ",", ";", "and"})
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
        doers = _joined(s, doer) if s.lowers[mark] == "as" else [doer]
        actor = tuple(s.codes[i][0] for i in doers) + ((told.actor[-1],) if mutual else ())
        first, last = min(doer, mark), max(doers[-1], mark)
        time = _time(s, last)
        # "recognised it on 4 May, as did Peru" is of one day; who did so later has a time of its own
        same = told.date if s.lowers[mark] == "as" and told in found else None
        return [replace(
            told, actor=actor, date=s.refs[time].edtf if time > 0 else same, start=s.starts[first],
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
        elif s.lowers[i] == "as" and s.lowers[i + 1] in _AS:  # "is a member of the Council, as is Malta"
            k = i + 2 + (i + 2 < s.n and s.lowers[i + 2] == "the")
            if k < s.n and _state(s, k) and (k + 1 >= s.n or s.lowers[k + 1] in _ENDS):
                out.append((k, i))
        elif s.lowers[i] in _DOES and any(tuple(s.lowers[i : i + len(w)]) == w for w in _DONE):
            k = i - 1
            while k > 0 and s.lowers[k] in _AUX:
                k -= 1
            if _state(s, k):
                out.append((k, i))
    return out


def _joined(s: Sentence, first: int) -> list[int]:
    """A state and those joined to it behind: "as are A, B and C"."""
    out = [first]
    for i in range(first + 1, s.n):
        if _state(s, i):
            out.append(i)
        elif s.lowers[i] not in (",", "and", "the"):
            break
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
