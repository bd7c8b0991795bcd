"""Sums and shares of goods, told behind the flow that they are part of: "Copper brought in $190 million, wine $14 million"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from dragoman.model.statements import Product
from dragoman.reading.drafts import Draft
from dragoman.reading.figures.neighbours import bracketed_goods
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.word_lists import words

__all__ = ["GOODS_TOLD", "sum_of_goods"]

GOODS_TOLD = "goods of the flow told before"

_WAYS = frozenset({"exports", "imports"})
_KINDS = frozenset({"money", "percent", "physical"})
# A flow told further back is of another passage (assumed).
_REACH = 400
# Items behind a sum in which a change may be told: "sugar 12% more" (assumed).
_BEHIND = 3

_OF_SUM = frozenset({"this", "that", "which", "it"})
_SUM = frozenset({"amount", "total", "sum", "volume", ","})
# Items from the sum to "of which": "in", the year, a comma (assumed).
_TO_PARTS = 4

Sides = tuple[str, tuple[str, ...], tuple[str, ...]]


def sum_of_goods(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The flow told just before, where a clause that names nobody says what goods came to."""
    s, ctx = scene.s, scene.ctx
    if s.refs[i].kind not in _KINDS or (s.mentions and before is None):
        return None
    low = next((k + 1 for k in range(i - 1, -1, -1) if s.kinds[k] == "Q"), 0)
    goods = ctx.within(ctx.products, s.starts[low], s.starts[i])
    if not goods or any(scene.modes[j] in _WAYS or s.kinds[j] == "P" for j in range(low, i)):
        return None
    if any(low <= m.item for m in s.mentions) or _is_change(scene, i):
        return None
    between = [w for low_ in s.lowers[bisect_left(s.starts, goods[-1].end) : i] for w in low_.split()]
    if not set(between) <= words("figures", "goods_amounting") or not _opens(scene, goods, low):
        return None
    flow = _told_beside(before) or _told_before(scene, goods)
    if flow is None:
        return None
    at = bracketed_goods(scene, i)
    if at is not None and any(mode in _WAYS for mode in scene.modes):
        return None  # a list of goods with their sums behind its own flow is read as one
    item = bisect_left(s.starts, goods[-1].start) if at is not None else i
    verb = next((g for g in s.groups if low <= g.first < i), None)
    topic = Topic(flow[0], item, GOODS_TOLD, flow[1], flow[2], verb=verb)
    text = scene.ctx.document.text[goods[0].start : goods[-1].end]
    topic.product = Product(text, goods[0].hs if len(goods) == 1 else None)
    topic.measure = "share" if s.refs[i].kind == "percent" else None
    return topic


def _opens(scene: Scene, goods: Sequence[Any], low: int) -> bool:
    """Whether only words that join stand before the goods, so that these are what the number measures."""
    ahead = scene.s.lowers[low : bisect_left(scene.s.starts, goods[0].start)]
    parts = next(
        (k for k in range(len(ahead) - 2, -1, -1) if ahead[k] == "of" and ahead[k + 1] in _OF_SUM), -1
    )
    if (
        0 <= parts <= _TO_PARTS
    ):  # "Of this, wheat accounted for $2 million", "in 2022, of which wheat $2 million"
        return not {*ahead[parts + 2 :]} - _SUM
    return len(ahead) <= 1 + 3 * (low > 0) and set(ahead) <= words("figures", "goods_ahead")


def _is_change(scene: Scene, i: int) -> bool:
    """Whether the number tells how much more or less, or a price: "sugar 12 percent more"."""
    moved = scene.words.up | scene.words.down
    if scene.s.lowers[i + 1 : i + 2] in (["a"], ["an"], ["per"], ["each"], ["apiece"]):
        return True  # "$9,000 a tonne" is a price
    return any(w in moved and w != "up" for w in scene.s.lowers[i + 1 : i + 1 + _BEHIND])


def _told_beside(before: Topic | None) -> Sides | None:
    """The flow of the number before it in the sentence."""
    if before is None or before.mode not in _WAYS or not (before.actor and before.recipient):
        return None
    return before.mode, before.actor, before.recipient


def _told_before(scene: Scene, goods: Sequence[Any]) -> Sides | None:
    """The one flow that the sentence before told, or of two the one whose list has the goods."""
    s, ctx = scene.s, scene.ctx
    if s.mentions:
        return None
    near = [
        d for d in ctx.last
        if d.kind in ("figure", "composition") and d.mode in _WAYS and d.recipient and s.span[0] - d.start < _REACH
    ]  # fmt: skip
    flows = {(d.mode, d.actor, d.recipient) for d in near}
    if len(flows) > 1:
        flows = {(d.mode, d.actor, d.recipient) for d in near if _has(d, goods)}
    return flows.pop() if len(flows) == 1 else None


def _has(d: Draft, goods: Sequence[Any]) -> bool:
    """Whether a list told before has the goods, by their last word: "gloves" of "rubber gloves"."""
    listed = {p.text.casefold().rsplit(" ", 1)[-1] for p in d.products}
    return any(p.text.casefold().rsplit(" ", 1)[-1] in listed for p in goods)
