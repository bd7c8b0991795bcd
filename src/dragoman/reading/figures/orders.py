"""Whose an order or contract is whose sum is told on its own: "it will build a dam in Chad. The order is worth $40 million"."""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.word_lists import words

__all__ = ["sides_of_order"]

_WORKS = frozenset({"supply", "construction", "modernisation", "venture"})
_POINTING = frozenset({"the", "this", "that"})
# Between "the" and the order: "the whole new order".
_REACH = 3


def sides_of_order(topic: Topic, scene: Scene) -> tuple[str, ...]:
    """The two of the work or sale told in the sentence before, where this one names nobody."""
    s, i = scene.s, topic.item
    if topic.mode != "other" or s.mentions or s.noun[i].rpartition(" ")[2] not in words("figures", "orders"):
        return ()
    if _POINTING.isdisjoint(s.lowers[max(0, i - _REACH) : i]):
        return ()
    return _dealt(scene.ctx)


def _dealt(ctx: Context) -> tuple[str, ...]:
    """The parties of what was sold, built or agreed on just before; empty where these are not the same two."""
    told = [
        (*d.actor, *d.recipient)
        for d in ctx.last
        if (d.kind == "project" and d.mode in _WORKS) or (d.kind, d.mode) == ("instrument", "contract")
    ]
    sides = {frozenset(both) for both in told}
    return told[0] if len(sides) == 1 and len(set(told[0])) == 2 else ()
