"""Sums that open a sentence before the flow that they measure: "At €1.3 billion, Irish exports to Chad were the highest on record"."""

from __future__ import annotations

from dragoman.reading.figures.pronouns import of_pronoun
from dragoman.reading.figures.scenes import Scene, Topic

__all__ = ["leading_sum"]

_FLOWS = frozenset({"trade", "exports", "imports", "investment"})
# "At 3,800 metres" and "at 40 degrees" measure no flow.
_UNITS = frozenset({"t", "kg", "l", "m3", "bbl", "kWh"})
# Words from the comma to the flow's noun (assumed).
_NEAR = 8


def leading_sum(scene: Scene, i: int) -> Topic | None:
    """The flow that is the subject behind "At Q,": its noun stands before the first verb of the main clause."""
    s = scene.s
    q = s.refs[i]
    if s.lowers[0] == "from":
        return _start(scene, i)
    if not 1 <= i <= 3 or s.lowers[0] not in ("at", "with") or not (q.kind == "money" or q.unit in _UNITS):
        return None
    comma = next((j for j in range(i + 1, min(s.n, i + 4)) if s.lowers[j] == ","), -1)
    if comma < 0 or any(s.kinds[j] == "Q" for j in range(i + 1, comma)):
        return None
    verb = next((g for g in s.groups if g.first > comma and g.finite), None)
    if verb is None:
        return None
    if s.lowers[i + 1] == "invested" and q.kind == "money":
        return Topic("investment", i + 1, "the sum invested", verb=verb)
    stop = min(verb.first, comma + _NEAR)
    item = next((j for j in range(comma + 1, stop) if s.kinds[j] == "w" and scene.modes[j] in _FLOWS), -1)
    mode = scene.modes[item] if item >= 0 else None
    if mode is None:
        return None
    return Topic(mode, item, "the subject behind the sum", verb=verb)


def _start(scene: Scene, i: int) -> Topic | None:
    """The flow that a sum it started from opens the sentence of: "From $3 million in 2012, it grew to $4 million"."""
    s = scene.s
    comma = next((j for j in range(i + 1, min(s.n, i + _NEAR)) if s.lowers[j] == ","), -1)
    if not 1 <= i <= 2 or s.refs[i].kind != "money" or comma < 0 or "Q" in s.kinds[i + 1 : comma]:
        return None
    verb = next((g for g in s.groups if g.first > comma and g.finite), None)
    if verb is None or not {"rise", "fall"} & scene.ctx.lexicon.classes_of_verb.get(verb.lemma, frozenset()):
        return None
    end = next((j for j in range(verb.main + 1, s.n) if s.kinds[j] == "Q" and s.lowers[j - 1] == "to"), -1)
    item = next(
        (j for j in range(comma + 1, verb.first) if s.kinds[j] == "w" and scene.modes[j] in _FLOWS), -1
    )
    if end < 0 or s.refs[end].kind != "money":
        return None
    return (
        Topic(scene.modes[item] or "", item, "the subject behind the sum", verb=verb)
        if item >= 0
        else of_pronoun(scene, end)
    )
