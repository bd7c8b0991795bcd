"""The goods that a figure is of."""

from __future__ import annotations

from typing import Any

from dragoman.model.statements import Product
from dragoman.reading.context import Context
from dragoman.reading.figures.goods import ANY_GOODS, goods_before, of_services
from dragoman.reading.figures.goods_told import GOODS_TOLD
from dragoman.reading.figures.neighbours import bracketed_goods
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["product_of"]

_UNRECORDED = words("figures.products", "unrecorded")
_LEAVING_OUT = words("figures.products", "leaving_out")
_FOREMOST = words("figures.products", "foremost")
_PARTAKING = words("figures.products", "partaking")


def product_of(scene: Scene, i: int, topic: Topic) -> Product | None:
    s, ctx = scene.s, scene.ctx
    if topic.mode == "trade" and of_services(s, topic.item):
        return Product("services")
    if topic.mode == "trade" and topic.item > 0 and s.lowers[topic.item - 1] in _UNRECORDED:
        return Product(f"{s.lowers[topic.item - 1]} trade")
    if topic.mode not in ("exports", "imports", "energy", "cargo"):
        return None
    if topic.how == GOODS_TOLD and isinstance(topic.product, Product):
        return topic.product
    if topic.carried and s.verb[i + 1 : i + 2] in (
        ["consist"],
        ["comprise"],
    ):  # "and 32 percent consisted of timber"
        made = ctx.within(ctx.products, s.ends[i], s.ends[min(s.n - 1, i + 6)])
        return Product(made[0].text, made[0].hs) if made else None
    if (listed := bracketed_goods(scene, i)) is not None:
        known = ctx.within(ctx.products, s.starts[max(0, i - 6)], s.starts[i])
        return Product(listed, known[-1].hs if known and known[-1].text.casefold() in listed else None)
    own = _product_valued(s, i, ctx) or _product_weighed(s, i, ctx) or _product_listed(s, i, topic, ctx)
    word = (
        None
        if own is not None
        else (_part_told(scene, i, topic) or _goods_valued(scene, i, topic) or _foremost(scene, i, topic))
    )
    if own is None and word is not None:
        own = Product(word)
    if own is not None:
        topic.product = own if topic.item in s.verb_at else topic.product
        return Product(own.text, own.hs)
    if not topic.carried and (rest := _all_but(s, i, topic.item)) is not None:
        topic.product = Product(rest)
        return topic.product
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


def _product_listed(s: Sentence, i: int, topic: Topic, ctx: Context) -> Any:
    """The goods of one amount of many: "fish brought home €47 million (up 9%), timber €35 million"."""
    if (
        s.refs[i].kind != "money"
        or sum(s.kinds[j] == "Q" and s.refs[j].kind == "money" for j in range(s.n)) < 2
    ):
        return None
    j = i
    if (
        topic.verb is not None
        and topic.verb.main == i - 1
        and "," in s.lowers[max(topic.item, 0) : topic.verb.first]
    ):
        j = topic.verb.first
    if j == 0 or s.kinds[j - 1] != "w" or (j == i and not topic.carried and topic.item > i):
        return None
    near = ctx.within(ctx.products, s.starts[max(0, j - 4)], s.starts[j])
    if "which" in s.lowers[max(0, j - 4) : j]:
        return None
    return near[-1] if near and near[-1].end >= s.ends[j - 1] else None


def _product_weighed(s: Sentence, i: int, ctx: Context) -> Any:
    """The goods whose weight was told and whose worth is now: "1.9 million tonnes of maize, worth $380 million"."""
    if s.refs[i].kind != "money" or not (
        s.lowers[i - 1] in ("worth", "for") or s.lowers[max(0, i - 2) : i] == ["valued", "at"]
    ):
        return None
    k = next((k for k in range(i - 1, -1, -1) if s.kinds[k] == "Q"), -1)
    if k < 0 or s.refs[k].kind not in ("physical", "count") or "and" in s.lowers[k:i]:
        return None
    if s.refs[k].kind == "count":  # "210,000 vehicles to Saudi Arabia, for 690 billion yen"
        return Product(s.lowers[k + 1]) if s.noun[k + 1] and s.kinds[k + 1] == "w" else None
    near = ctx.within(ctx.products, s.ends[k], s.ends[min(s.n - 1, k + 5)])
    return near[0] if near and near[0].end <= s.starts[i] else None


def _goods_valued(scene: Scene, i: int, topic: Topic) -> str | None:
    """Goods that no list of products has, sold for an amount: "sold watches worth 78 million francs"."""
    s, v = scene.s, topic.verb
    j = i - 2
    if (
        v is None
        or topic.item != v.main
        or s.lowers[i - 1] not in ("worth", "for")
        or j <= v.main
        or s.refs[i].kind != "money"
    ):
        return None
    noun = s.noun[j]
    named = s.kinds[j] == "w" and noun and scene.modes[j] is None and noun not in ANY_GOODS
    return s.lowers[j] if named and j == v.main + 1 else None


def _all_but(s: Sentence, i: int, item: int) -> str | None:
    """What a flow leaves out: "non-oil imports", "excluding petroleum, exports grew"."""
    if item < 0 or s.kinds[item] != "w":
        return None
    if item and s.lowers[item - 1].startswith("non-"):
        return s.lowers[item - 1]
    if item > 1 and s.lowers[item - 2] in ("non", "non-"):
        return f"non-{s.lowers[item - 1]}"
    begin = s.clause.index(s.clause[item])
    for j in range(max(0, begin - 6), min(i + 4, s.n - 1)):
        if (
            s.lowers[j] in _LEAVING_OUT
            and s.kinds[j + 1] == "w"
            and s.noun[j + 1]
            and "Q" not in s.kinds[j:item]
        ):
            return f"all but {s.lowers[j + 1]}"
    return None


def _foremost(scene: Scene, i: int, topic: Topic) -> str | None:
    """One of many goods of a flow, where no more is told of it: "cars were the largest import at $205 million"."""
    s, k = scene.s, topic.item
    if (
        topic.carried
        or not 0 <= k < i
        or s.lowers[k] not in ("import", "export")
        or s.refs[i].kind != "money"
    ):
        return None
    first = next((w for w in s.lowers[max(0, k - 2) : k] if w in _FOREMOST), None)
    return None if first is None else f"{first} {s.lowers[k]}"


def _part_told(scene: Scene, i: int, topic: Topic) -> str | None:
    """The goods that are said to be so much of a flow: "power bought from Laos accounted for $2 billion of the imports"."""
    s, v = scene.s, topic.verb
    if topic.carried and s.refs[i].kind == "percent" and i > 1 and s.lowers[i - 1] == "for":
        return s.lowers[i - 2] if s.kinds[i - 2] == "w" and s.noun[i - 2] else None  # "metals for 22 percent"
    behind = i + 1
    if s.refs[i].kind == "percent" and s.lowers[behind : behind + 1] == ["("]:
        behind = next((k + 1 for k in range(behind, min(s.n, i + 5)) if s.lowers[k] == ")"), behind)
    if (
        s.refs[i].kind not in ("money", "percent")
        or topic.carried
        or s.lowers[behind : behind + 1] != ["of"]
        or topic.item < i
        or v is None
        or v.lemma not in _PARTAKING
        or v.main > i
        or not v.finite
    ):
        return None
    first = s.clause.index(v.clause)
    # The subject's own noun stands before any verb or preposition: a country there has no goods named.
    for j in range(first, v.first):
        if s.kinds[j] in "PHLAQD" or j in s.verb_at or (s.tags[j] & PREP and not s.noun[j]):
            return None
        if s.noun[j] and scene.modes[j] is None and not (s.noun[j + 1] and j + 1 not in s.verb_at):
            return s.lowers[j]
    return None


def _object_of(s: Sentence, i: int, item: int, ctx: Context) -> Any:
    """The one sort of goods that a verb sells or buys: "sells cotton to Bangladesh, 210 billion of it in 2023"."""
    if item not in s.verb_at or not item < i or "Q" in s.kinds[item:i]:
        return None
    near = ctx.within(ctx.products, s.starts[item], s.ends[min(s.n - 1, item + 3)])
    behind = next((j for j in range(item, i) if near and s.starts[j] >= near[0].end), -1)
    return near[0] if behind > 0 and s.lowers[behind] not in (",", "and", "or", "as well as") else None


def _product_beside(s: Sentence, i: int, item: int, ctx: Context) -> Any:
    """The goods named with the noun or the number: "oil exports", "exports of copper", "21 bcm of gas"."""
    if s.kinds[item] == "Q" or item in s.verb_at:
        near = ctx.within(ctx.products, s.ends[i], s.ends[min(s.n - 1, i + 5)])
        return near[0] if near else _object_of(s, i, item, ctx)
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
