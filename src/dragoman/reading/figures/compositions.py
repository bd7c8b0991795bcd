"""Compositions: which goods one country sells to or buys from another."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from dragoman.model.statements import Product
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.figures.composition_told import goods_before_verb, goods_received, goods_that_go, priced
from dragoman.reading.figures.headings import row_of_profile
from dragoman.reading.figures.parties import parties_of
from dragoman.reading.figures.scenes import Scene, Topic, scene_of
from dragoman.reading.figures.sources_told import goods_of_source
from dragoman.reading.figures.words import FigureWords, figure_words
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import EN
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words as grammar_words

__all__ = ["read"]

_NOUNS = {"export": "exports", "exported": "exports", "import": "imports", "imported": "imports", "exports": "exports", "imports": "imports",
          "exporting": "exports", "importing": "imports"}  # fmt: skip
_LOOSE_NOUNS = {"sale": "exports", "purchase": "imports", "shipment": "exports", "delivery": "exports"}
_TRADED = frozenset({*_NOUNS, *_LOOSE_NOUNS})
_OPENING = re.compile(
    r"(?:most|the bulk|much|the majority) of (?:this|these|it|them|that)\b"
    r"|the (?:main |key |major |chief )?(?:items|products|goods|commodities)\b(?! of)|(?P<they>these|they)\b"
)
Flow = tuple[str, tuple[str, ...], tuple[str, ...]]
_PASSING = frozenset({"to", "from", "the", "its", "raw", "fresh", "red", "natural"})
_LOOSE = frozenset({"more", "less", "from", "to", "its", "only"})
_MEASURED = frozenset({"money", "percent", "multiple", "physical"})


_PLACES = frozenset(
    {"source", "sources", "supplier", "suppliers", "market", "markets", "destination", "destinations"}
)

_STATES = frozenset({"country", "nation", "republic", "kingdom", "island", "sultanate", "state"})

_LABEL = 6
"""Items of a label before its colon; assumed."""


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """Compositions of one sentence: two goods or more for each flow, or one said to lead."""
    words = figure_words()
    traded = _trades(s, words)
    told = (
        traded
        or not _PLACES.isdisjoint(s.forms)
        or not words.lists.isdisjoint(s.forms)
        or s.lowers[:1] in (["most"], ["much"], ["these"], ["they"])
    )
    products = ctx.within(ctx.products, *s.span) if told else []
    if not products or row_of_profile(s, ctx):
        return []
    scene = scene_of(s, ctx)
    heads = _heads(scene) if traded else []
    out: list[Draft] = []
    for k, (item, flow) in enumerate(heads):
        stop = s.starts[heads[k + 1][0]] if k + 1 < len(heads) else s.span[1]
        draft = _of_head(scene, item, flow, products, stop, out[-1] if out else None)
        if draft is not None:
            out.append(draft)
    if len(products) > 1 and (by_verb := _by_verb(scene, products)):
        ahead = [p for p in products if p.end < by_verb[0].start and p.end < s.starts[_semicolon(s)]]
        first = _made_of(scene, ahead) if len(ahead) > 1 else None
        return [first, *by_verb] if first is not None and first.flow != by_verb[0].flow else by_verb
    if not out and (told_of := goods_of_source(scene, products)) is not None:
        flow, actor, recipient, goods = told_of
        return [_draft(scene, flow, actor, recipient, goods, s.starts[0], {"flow": "the source or market"})]
    if not out and len(products) > 1:
        continued = _led(scene, heads, products) or _continued(scene, products) or _made_of(scene, products)
        return [continued] if continued is not None else []
    return out


def _semicolon(s: Sentence) -> int:
    """Where the first semicolon stands, else the sentence's first item."""
    return next((j for j in range(s.n) if s.lowers[j] == ";"), 0)


def _by_verb(scene: Scene, products: list[Any]) -> list[Draft]:
    """Lists that a verb of trade tells, in front of it or behind."""
    words, s = scene.words, scene.s
    flows = {**dict.fromkeys(words.sellers, "exports"), **dict.fromkeys(words.buyers, "imports")}
    told = (
        goods_before_verb(scene, products, flows)
        or goods_that_go(scene, products, flows)
        or goods_received(scene, products)
    )
    return [
        _draft(scene, flow, actor, recipient, goods, min(goods[0].start, s.starts[0]), {"flow": "the verb"})
        for flow, actor, recipient, goods in told
    ]


def _trades(s: Sentence, words: FigureWords) -> bool:
    """Whether a noun or verb of trade may be in the sentence."""
    if not (_TRADED.isdisjoint(s.vocabulary) and words.leading.isdisjoint(s.forms)):
        return True
    return any(g.lemma in words.sellers or g.lemma in words.buyers or g.lemma == "receive" for g in s.groups)


def _heads(scene: Scene) -> list[tuple[int, str]]:
    """Nouns and verbs of trade in the sentence with their flow, in order."""
    s, words = scene.s, scene.words
    out: list[tuple[int, str]] = []
    for i in range(s.n):
        if s.kinds[i] != "w":
            continue
        g = s.verb_at.get(i)
        flow = _NOUNS.get(s.lowers[i])
        if flow is None and g is None:
            flow = _LOOSE_NOUNS.get(s.noun[i])
        if flow is None and g is None and i and s.lowers[i - 1] in words.leading:
            lemma = scene.ctx.lexicon.verb_lemma.get(s.lowers[i], "")  # "mainly ships phones"
            flow = "exports" if lemma in words.sellers else "imports" if lemma in words.buyers else None
        if flow is None and g is not None:
            flow = "exports" if g.lemma in words.sellers else "imports" if g.lemma in words.buyers else None
        if flow is not None:
            out.append((i, flow))
    return out


def _of_head(
    scene: Scene, item: int, flow: str, products: list[Any], stop: int, told: Draft | None
) -> Draft | None:
    """The goods of one noun or verb of trade; ``told`` is what the one before it in the sentence gave."""
    s, ctx = scene.s, scene.ctx
    verb = s.verb_at.get(item)
    by_noun = verb is None or (
        s.lowers[item] in ("exports", "imports") and (not item or s.kinds[item - 1] == ".")
    )
    after = _one_list(s, [p for p in products if s.starts[item] < p.start < stop])
    goods, start = after, s.starts[_phrase_start(s, item)]
    if by_noun or (verb is not None and verb.lemma in ("export", "import")):
        before = [p for p in products if p.end <= s.starts[item]] if item == _heads(scene)[0][0] else []
        if (len(before) > 1 and _lead(scene, before, item)) or (before and _leads_alone(scene, before, item)):
            goods, start = before, before[0].start
        elif not _listed(scene, item, after) and not _sells(scene, verb, after):
            return None
    elif verb is None or not _habit(scene, verb, after):
        return None
    topic = _topic(scene, item, flow, verb, by_noun)
    if by_noun and goods is after and (k := _by_habit(scene, item, goods)) is not None:
        whose = next((m.codes for m in s.mentions if m.item == k and m.kind == "A"), s.codes[k])
        topic.actor, topic.how = whose, "who does so by habit"
    actor, recipient, how = parties_of(topic, scene)
    if not (actor and recipient) and told is not None and verb is not None and not verb.passive:
        actor, recipient, how = told.actor, told.recipient, {"actor": "the flow told before it"}
    if not actor or not recipient:
        return None
    ctx.flow = (flow, actor, recipient)
    return _draft(scene, flow, actor, recipient, goods, start, how)


def _topic(scene: Scene, item: int, flow: str, verb: Group | None, by_noun: bool) -> Topic:
    if by_noun:
        return Topic(flow, item, "the noun", verb=next((g for g in scene.s.groups if g.main > item), None))
    return Topic(flow, item, "the verb", verb=verb)


def _one_list(s: Sentence, goods: list[Any]) -> list[Any]:
    """Goods up to the first gap too wide for a list, or to a number between them."""
    out = goods[:1]
    for p in goods[1:]:
        inside = range(bisect_left(s.starts, out[-1].end), bisect_left(s.starts, p.start))
        if p.start - out[-1].end > 90 or any(s.lowers[j] == ";" for j in inside):
            break
        verbs = [s.verb_at[j] for j in inside if j in s.verb_at]
        if any(g.infinitive or (g.finite and not g.passive) for g in verbs):
            break  # "imports power to lessen its need of gas"
        out.append(p)
    return out


def _sells(scene: Scene, verb: Group | None, goods: list[Any]) -> bool:
    """Whether a verb of the present says what is sold and to whom, right behind it: "exports coffee to Japan"."""
    s = scene.s
    if (
        verb is None
        or not goods
        or not verb.finite
        or verb.past
        or verb.passive
        or verb.modal
        or verb.negated
    ):
        return False
    if verb.perfect or verb.progressive or "Q" in s.kinds or not s.lowers[verb.main].endswith("s"):
        return False
    if len(goods) == 1 and goods[0].text.casefold() in scene.ctx.lexicon.noun_classes["energy_carrier"]:
        return False  # one delivery of energy is a supply
    between = range(verb.main + 1, bisect_left(s.starts, goods[0].start))
    behind = bisect_left(s.starts, goods[-1].end)
    way = next((j for j in range(behind, min(s.n - 1, behind + 3)) if s.lowers[j] in ("to", "from")), -1)
    partner = way > 0 and s.kinds[way + 1 + (s.lowers[way + 1] == "the")] == "P"
    return partner and len(between) < 3 and all(s.kinds[j] == "w" and s.lowers[j] != "no" for j in between)


def _listed(scene: Scene, item: int, goods: list[Any]) -> bool:
    """Whether words between a noun of trade and the goods announce a list."""
    s, words = scene.s, scene.words
    if not goods:
        return False
    between = range(item + 1, bisect_left(s.starts, goods[0].start))
    if _wished(s, item) or any(s.noun[j] in words.disputed for j in between):
        return False
    announced = any(s.lowers[j] in words.listing for j in between)
    if not announced and item and s.lowers[item - 1] in words.leading and not between:
        announced = True
    if not announced and len(goods) > 2 and s.lowers[item + 1 : item + 2] == ["of"]:
        announced = True  # "exports of flour, wheat and fuel"; of two goods it may be one sale
    near = s.lowers[max(0, item - 4) : item] + [s.lowers[j] for j in between]
    if len(goods) == 1:
        return announced and any(w in words.leading for w in near) and not _numbers(scene, item, goods)
    if not announced and _by_habit(scene, item, goods) is not None:
        announced = len(goods) > 1
    if not announced and item in s.verb_at and not _past(s.verb_at[item]):
        announced = not between or all(_describes(s, j) for j in between)
    if not announced and item in s.verb_at and len(goods) > 2:
        announced = _worth_of(s, between)
        if announced:
            return True
    return announced and (
        len(goods) > 2
        or not _numbers(scene, item, goods)
        or (
            between and s.lowers[between[-1]] in words.listing
        )  # "did not exceed $1 million and included tobacco and fruit"
        or priced(s, goods)
        or any(w in words.leading for w in near)
    )


def _describes(s: Sentence, j: int) -> bool:
    """Whether a word only says what sort of goods: "imports liquefied gas"."""
    return s.kinds[j] == "w" and (not s.noun[j] or bool(s.tags[j] & EN)) and s.lowers[j] not in _LOOSE


def _worth_of(s: Sentence, between: range) -> bool:
    """Whether nothing but an amount and "of" stands before the goods: "exports $2 billion of gold, oil and timber"."""
    words = [s.lowers[j] for j in between if s.kinds[j] != "Q"]
    amounts = [j for j in between if s.kinds[j] == "Q" and s.refs[j].kind == "money"]
    return len(amounts) == 1 and words[:3] in (["of"], ["worth", "of"], ["in"])


def _by_habit(scene: Scene, item: int, goods: list[Any]) -> int | None:
    """The party before "mainly exports to Malta wheat and oil", whose verb is spelled like the noun; None elsewhere."""
    s = scene.s
    if item > 1 and s.lowers[item] in ("exports", "imports") and s.lowers[item - 1] in _STATES:
        next_to = bool(goods) and bisect_left(s.starts, goods[0].start) == item + 1
        named = any(m.item == item - 1 and m.kind == "A" and len(m.codes) == 1 for m in s.mentions)
        return item - 1 if named and next_to and s.lowers[item - 2] == "the" else None
    if (
        item < 2
        or s.lowers[item] not in ("exports", "imports")
        or s.lowers[item - 1] not in scene.words.leading
    ):
        return None
    k = item - 2
    while k > 0 and s.lowers[k] in ("also", "now", "it"):
        k -= 1
    between = range(item + 1, bisect_left(s.starts, goods[0].start))
    plain = all(s.kinds[j] == "P" or (s.kinds[j] == "w" and s.lowers[j] in _PASSING) for j in between)
    return k if plain and s.kinds[k] == "P" and s.lowers[item - 1].endswith("ly") else None


def _wished(s: Sentence, item: int) -> bool:
    """Whether the flow is only sought: "to expand exports of", "interested in increasing its imports"."""
    g = next((g for g in reversed(s.groups) if g.main < item and g.clause == s.clause[item]), None)
    return g is not None and (g.infinitive or g.gerund or bool(g.modal)) and not g.relative


def _past(g: Group) -> bool:
    return g.past and not g.perfect


def _numbers(scene: Scene, item: int, goods: list[Any]) -> bool:
    ctx = scene.ctx
    return any(q.kind in _MEASURED for q in ctx.within(ctx.quantities, scene.s.starts[item], goods[-1].end))


def _habit(scene: Scene, verb: Group, goods: list[Any]) -> bool:
    """Whether a verb of selling or buying tells what is traded, not one delivery."""
    if len(goods) < 2 or _past(verb) or verb.passive or verb.modal or verb.infinitive or verb.progressive:
        return False
    if verb.lemma in ("send", "take") and len(goods) < 3:
        return False
    return verb.lemma not in ("supply", "deliver") or not _numbers(scene, verb.main, goods)


def _lead(scene: Scene, goods: list[Any], item: int) -> bool:
    """Whether goods named before the noun are said to make it up: "Oil and gas dominate exports to"."""
    s, words = scene.s, scene.words
    return any(
        g.lemma in words.list_verbs for g in s.groups if goods[-1].end <= s.starts[g.first] and g.main < item
    )


def _leads_alone(scene: Scene, goods: list[Any], item: int) -> bool:
    """Whether one good is said to be the first of a flow: "Tea is Kenya's main export to Peru"."""
    s = scene.s
    at = item - 1 - (s.kinds[item - 1] == "P")
    if at < 1 or s.lowers[at] not in scene.words.leading or "Q" in s.kinds[:item]:
        return False
    verb = next((g for g in reversed(s.groups) if g.main < item), None)
    first = verb is not None and not any(g.finite and g.main < verb.main for g in s.groups)
    return (
        verb is not None and first and verb.finite and not (verb.negated or verb.modal)
        and verb.lemma in grammar_words("figures.compositions", "being") and goods[-1].end <= s.starts[verb.first]
        and at - verb.main <= _TITLE
    )  # fmt: skip


_TITLE = 5
"""Items from "is" to "main" of what leads a flow: "is by far Kenya's main export". assumed"""


def _led(scene: Scene, heads: list[tuple[int, str]], goods: list[Any]) -> Draft | None:
    """A list behind the figure of the same sentence: "sales stood at $7 billion; cement and tiles lead the list"."""
    s, words = scene.s, scene.words
    behind = [p for p in goods if heads and p.start > s.ends[heads[0][0]]]
    last = next((j for j in range(s.n) if behind and s.starts[j] >= behind[-1].end), s.n)
    led = last < s.n and (s.verb[last] in words.list_verbs or s.lowers[last] in words.list_verbs)
    if len(behind) < 2 or not led or not {"list", "bulk"} & set(s.lowers[last:]):
        return None
    item, flow = heads[0]
    verb = s.verb_at.get(item)
    actor, recipient, how = parties_of(_topic(scene, item, flow, verb, verb is None), scene)
    return (
        _draft(scene, flow, actor, recipient, behind, behind[0].start, how) if actor and recipient else None
    )


def _continued(scene: Scene, goods: list[Any]) -> Draft | None:
    """A list that goes on about the flow of the sentence before: "Cars and phones led the list"."""
    s, ctx, words = scene.s, scene.ctx, scene.words
    flow = next(((d.mode, d.actor, d.recipient) for d in reversed(ctx.last)
                 if d.kind == "figure" and d.mode in ("exports", "imports") and d.actor and d.recipient), ctx.flow)  # fmt: skip
    these = (
        flow is not None
        and _these_include(s, goods)
        and any(d.kind == "figure" and d.mode == flow[0] for d in ctx.last)
    )
    if flow is None or not (these or any(w in words.lists for w in s.lowers)):
        return None
    flow = _as_moved(scene, goods, flow)
    if these or _label(scene, goods):
        return _draft(scene, *flow, goods, s.span[0], {"flow": "the sentence before"})
    if not any(g.lemma in words.list_verbs for g in s.groups):
        return None
    if not any(w in words.leading or w in ("list", "bulk", "share") for w in s.lowers):
        return None
    return _draft(scene, *flow, goods, s.span[0], {"flow": "the sentence before"})


def _label(scene: Scene, goods: list[Any]) -> bool:
    """Whether goods stand behind a label that names them only as such: "Main products: cement, tiles"."""
    s, words = scene.s, scene.words
    mark = next((j for j in range(1, min(s.n, _LABEL)) if s.lowers[j] == ":"), -1)
    if mark < 0 or s.starts[mark] > goods[0].start or any(g.main < mark for g in s.groups if g.finite):
        return False
    return any(w in words.leading for w in s.lowers[:mark]) and any(w in words.lists for w in s.lowers[:mark])


def _these_include(s: Sentence, goods: list[Any]) -> bool:
    """Whether goods are what "these include" goes on with."""
    verb = s.groups[0] if s.groups else None
    return (
        s.lowers[0] in ("these", "they")
        and verb is not None
        and verb.first == 1
        and (
            verb.lemma in ("include", "comprise") and len(goods) > 1 and goods[0].start > s.starts[verb.main]
        )
    )


def _as_moved(scene: Scene, goods: list[Any], flow: Flow) -> Flow:
    """The flow of the sentence before that the goods' own participle names: "were among the main products shipped"."""
    s, words, ctx = scene.s, scene.words, scene.ctx
    behind = range(bisect_left(s.starts, goods[-1].end), s.n)
    lemmas = {ctx.lexicon.verb_lemma.get(s.lowers[j], "") for j in behind}
    sold, bought = bool(lemmas & words.sellers), bool(lemmas & words.buyers)
    if sold == bought:
        return flow
    mode = "exports" if sold else "imports"
    told = [d for d in ctx.last if d.kind == "figure" and d.mode == mode and d.actor and d.recipient]
    return (mode, told[-1].actor, told[-1].recipient) if told else flow


def _made_of(scene: Scene, goods: list[Any]) -> Draft | None:
    """What the flow told just before is made of: "Most of this was fruit and wine", "The items included ore and ash"."""
    s, ctx = scene.s, scene.ctx
    told = [d for d in ctx.last if d.kind == "figure" and d.mode in ("exports", "imports") and d.recipient]
    opening = _OPENING.match(" ".join(s.lowers[:6]))
    if opening is None or len({(d.mode, d.actor, d.recipient) for d in told}) != 1:
        return None
    if any(m.item or not opening.group("they") for m in s.mentions):
        return None  # somebody is named; "they" itself may have been taken for the country
    verb = next((g for g in s.groups if g.finite), None)
    if verb is None or verb.main > 5 or verb.negated or goods[0].start < s.starts[verb.main]:
        return None
    if verb.lemma not in grammar_words("figures", "made_of"):
        return None
    if verb.lemma in ("make", "make up", "compose") and not verb.passive:
        return None  # "They made cars and tractors"
    if verb.lemma == "be" and opening.group("they") and s.lowers[verb.main + 1] not in scene.words.leading:
        return None  # "they are oil and gas producers"
    d = told[-1]
    return _draft(scene, d.mode, d.actor, d.recipient, goods, s.span[0], {"flow": "the sentence before"})


def _phrase_start(s: Sentence, item: int) -> int:
    i = item
    while i > 0 and s.kinds[i - 1] != "." and s.clause[i - 1] == s.clause[item]:
        i -= 1
    return i


def _draft(
    scene: Scene, flow: str, actor: tuple[str, ...], recipient: tuple[str, ...], products: list[Any], start: int, how: dict[str, str]
) -> Draft:  # fmt: skip
    end = products[-1].end
    start = min(start, products[0].start)
    return Draft(
        kind="composition", mode=flow, actor=actor, recipient=recipient, status="actual", start=start, end=end,
        rule=f"composition.{flow}.v1", flow=flow, products=tuple(Product(p.text, p.hs) for p in products),
        organisations=scene.ctx.organisations_in(start, end), because=how,
    )  # fmt: skip
