"""The goods that a figure is of."""

from __future__ import annotations

from typing import Any

from dragoman.model.statements import Product
from dragoman.reading.context import Context
from dragoman.reading.figure_goods import goods_before, of_services
from dragoman.reading.figure_scenes import Scene, Topic
from dragoman.reading.lexicon import PREP
from dragoman.reading.sentences import Sentence

__all__ = ["product_of"]


def product_of(scene: Scene, i: int, topic: Topic) -> Product | None:
    s, ctx = scene.s, scene.ctx
    if topic.mode == "trade" and of_services(s, topic.item):
        return Product("services")
    if topic.mode not in ("exports", "imports", "energy", "cargo"):
        return None
    own = _product_valued(s, i, ctx)
    if own is not None:
        return Product(own.text, own.hs)
    found: Any = topic.product or _product_beside(s, i, topic.item, ctx)
    if found is None and not topic.carried and (word := goods_before(scene, topic.item)):
        return Product(word)
    topic.product = found
    return Product(found.text, found.hs) if found is not None else None


def _product_valued(s: Sentence, i: int, ctx: Context) -> Any:
    """The goods right before their own amount: "iron products valued at $7 million"."""
    j = i - 1
    while j > 0 and s.lowers[j] in ("valued", "at", "worth", "for", "(", ",", "estimated"):
        j -= 1
    if j == i - 1 or s.kinds[j] != "w" or not {"at", "worth"} & set(s.lowers[j + 1 : i]):
        return None
    near = ctx.within(ctx.products, s.starts[max(0, j - 3)], s.ends[j])
    return near[-1] if near and near[-1].end >= s.starts[j] else None


def _product_beside(s: Sentence, i: int, item: int, ctx: Context) -> Any:
    """The goods named with the noun or the number: "oil exports", "exports of copper", "21 bcm of gas"."""
    if s.kinds[item] == "Q" or item in s.verb_at:
        near = ctx.within(ctx.products, s.ends[i], s.ends[min(s.n - 1, i + 5)])
        return near[0] if near else None
    a = item
    while a > 0 and s.kinds[a - 1] == "w" and not s.tags[a - 1] & PREP and (a - 1) not in s.verb_at:
        a -= 1
    before = ctx.within(ctx.products, s.starts[a], s.starts[item])
    if before:
        return before[-1]
    if item + 1 < s.n and s.lowers[item + 1] == "of":
        after = ctx.within(ctx.products, s.starts[item], s.ends[min(s.n - 1, item + 6)])
        return after[0] if after else None
    return None
