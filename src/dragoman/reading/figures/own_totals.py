"""Whole trade of two countries side by side, which is no trade between them: "Zambian exports came to 3 billion, Malian ones to 5"."""

from __future__ import annotations

from dragoman.reading.figures.roles import owners_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.figures.told import of_all
from dragoman.reading.syntax.grammar import words

__all__ = ["own_total"]

_FLOWS = frozenset({"exports", "imports", "trade"})
_PARTNERS = frozenset({"to", "into", "from", "with", "between", "among", "by", "for", "towards"})


def own_total(scene: Scene, topic: Topic) -> bool:
    """Whether a flow has an owner and no far side while the sentence, or the one before, sets another's whole beside it."""
    s = scene.s
    if topic.mode not in _FLOWS or topic.carried or topic.actor or scene.modes[topic.item] not in _FLOWS:
        return False
    own = {c for m in owners_of(s, topic.item) for c in m.codes}
    if len(own) != 1 or any(m.cue in _PARTNERS and m.kind in "PL" and not m.owner for m in s.mentions):
        return False
    if not words("figures", "shared_trade").isdisjoint(s.lowers) or _traded_before(scene):
        return False
    others = {
        c
        for j in range(s.n)
        if j != topic.item and scene.modes[j] == topic.mode
        for m in owners_of(s, j)
        for c in m.codes
    }
    if len(others | own) > 1 and own.isdisjoint(others):
        return True
    before = scene.ctx.previous
    if before is None or not of_all(scene.ctx):
        return False
    return own.isdisjoint(c for m in before.mentions for c in m.codes)


def _traded_before(scene: Scene) -> bool:
    """Whether trade between two was told before: then each one's exports are parts of that."""
    return any(d.kind == "figure" and d.mode in _FLOWS for d in scene.ctx.found[-6:])
