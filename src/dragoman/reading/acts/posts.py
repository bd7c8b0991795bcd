"""One statement for each state in which a state has posts: "has embassies in Ghana, Kenya and Zambia"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["each_apart"]

_MODES = frozenset({"embassy", "consulate", "mission"})
_JOINING = frozenset({",", "and", "the", "as well as", "to", "in", "both", "&", "also"})


def each_apart(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of posts in several states listed one behind the other told state by state."""
    if not any(len(d.recipient) > 1 for d in drafts):
        return drafts
    out: list[Draft] = []
    for d in drafts:
        several = d.kind == "tie" and d.mode in _MODES and len(d.actor) == 1 and len(d.recipient) > 1
        if several and _listed(s, d):
            out += [replace(d, recipient=(code,), because=dict(d.because)) for code in d.recipient]
        else:
            out.append(d)
    return out


def _listed(s: Sentence, d: Draft) -> bool:
    """Whether the states are one list: only commas, "and" and the preposition said again stand between them."""
    items = [
        i
        for i in range(s.n)
        if s.codes[i] and s.codes[i][0] in d.recipient and d.start <= s.starts[i] < d.end
    ]
    if len(items) != len(d.recipient):
        return False
    return all(set(s.lowers[a + 1 : b]) <= _JOINING for a, b in pairwise(items))
