"""More of what was told before: "an additional 20 million is planned for 2025", "a year later the figure was 280,000 tonnes"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.word_lists import words

__all__ = ["more_given", "tonnes_told"]

_GIVEN = frozenset({"aid", "loan", "investment"})
_TRADED = frozenset({"exports", "imports"})
# Money told further back is of another passage (assumed).
_REACH = 330


def more_given(scene: Scene, i: int) -> Topic | None:
    """A further sum of the loan or aid told last, in a clause that names nobody: "another 15 million was paid in 2022"."""
    s = scene.s
    if s.refs[i].kind != "money" or words("figures", "more_of").isdisjoint(s.lowers[max(0, i - 2) : i]):
        return None
    if any(scene.modes[j] not in (None, "projects") for j in range(s.n) if s.clause[j] == s.clause[i]):
        return None
    told = next((d for d in reversed(scene.ctx.found[-4:]) if d.kind == "figure"), None)
    if told is None or told.mode not in _GIVEN or not told.recipient or s.span[0] - told.start > _REACH:
        return None
    if any(set(m.codes) - {*told.actor, *told.recipient} for m in s.mentions):
        return None
    verb = next((g for g in s.groups if g.first > i and g.clause == s.clause[i] and g.finite), None)
    if verb is None:
        return None
    how = "a further sum of what was given before"
    return Topic(told.mode, i, how, told.actor, told.recipient, verb=verb)


def tonnes_told(scene: Scene, topic: Topic | None) -> Topic | None:
    """Tonnes of a sentence that names nobody are of the goods sold in the sentence before, if these were weighed too."""
    if topic is None or topic.mode != "cargo" or scene.s.mentions or "the unit" not in topic.how:
        return topic
    told = next((d for d in reversed(scene.ctx.last) if d.kind == "figure"), None)
    if told is None or told.mode not in _TRADED or told.unit != topic.unit or not told.recipient:
        return topic
    return replace(topic, mode=told.mode, actor=told.actor, recipient=told.recipient)
