"""Sums that go on about the flows before them: "exports of 70, imports of 95, for a total of 165"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.drafts import Draft
from dragoman.reading.figures.scenes import Scene, Topic

__all__ = ["of_total", "told_twice"]

# Items before the number among which a word of summing counts (assumed: "the total, however, stood at").
_REACH = 6
_LEVELS = frozenset({"reaching", "reached", "hitting", "hit", "to"})
_PARTICIPLES = frozenset({"totalling", "totaling"})
_SUM = "the sum of both flows"


def of_total(scene: Scene, i: int, topic: Topic, before: Topic | None, told: Sequence[Draft]) -> Topic | None:
    """The topic as turnover where the number sums up both flows, as it is where it sums up nothing.

    A change behind such a sum is one of it. None where only one flow was told: what the sum is of
    is not said then.
    """
    s = scene.s
    if before is not None and before.how == _SUM and s.refs[i].kind in ("percent", "multiple"):
        return replace(before, carried=True, verb=topic.verb) if topic.item == before.item else topic
    if topic.mode not in ("exports", "imports") or s.refs[i].kind != "money":
        return topic
    near = range(max(0, i - _REACH), i)
    said = [j for j in near if s.lowers[j] in scene.words.totals and s.clause[j] == s.clause[i]]
    said = [
        j for j in said if "after" not in s.lowers[j:i]
    ]  # "the total is third after $79 billion for Malta"
    if said and s.lowers[said[-1]] in _PARTICIPLES and not any(d.measure == "level" for d in told):
        return topic  # "exports rose by 6.9 percent, totalling $3 million"
    if (
        said
        and s.lowers[said[-1] - 1] == "a"
        and s.lowers[said[-1] - 2] in _LEVELS
        and len({d.mode for d in told}) == 1
    ):
        return topic  # "imports rose by 2.8%, reaching a total of $6 million"
    # "total exports of 70" sums up nothing; a number must stand between the flow and the word.
    if not said or not (topic.carried or any(s.kinds[k] == "Q" for k in range(topic.item, said[-1]))):
        return topic
    ways = {_way(d) for d in (*scene.ctx.last, *told) if d.kind == "figure" and d.measure == "level"}
    if not any((b, a) in ways for a, b in ways if a and b):
        return None
    parties = tuple(sorted({*topic.actor, *topic.recipient}))
    return replace(topic, mode="trade", how=_SUM, actor=parties, recipient=(), product=None)


def _way(d: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Seller and buyer of a flow of all goods; empty where it is none."""
    if d.mode not in ("exports", "imports") or d.product is not None:
        return (), ()
    return (d.actor, d.recipient) if d.mode == "exports" else (d.recipient, d.actor)


def told_twice(d: Draft, told: Sequence[Draft]) -> Draft | None:
    """The level of the sentence that says another amount for the very thing that this one is of.

    No sentence contradicts itself so: the second amount is of something that was not understood.
    """
    if (
        d.date is None
        or d.mode not in ("trade", "exports", "imports", "investment")
        or d.measure != "level"
        or d.low is None
        or d.high is None
    ):
        return None
    for other in told:
        same = (d.mode, d.actor, d.recipient, d.date, d.unit, d.status, d.product, d.object) == (
            other.mode, other.actor, other.recipient, other.date, other.unit, other.status, other.product, other.object,
        )  # fmt: skip
        if same and other.measure == "level" and other.low is not None and other.high is not None:
            if d.low > other.high or d.high < other.low:
                return other
    return None
