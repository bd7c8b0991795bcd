"""Figures: every quantity that measures something between countries, as an interval."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.model.statements import Product
from dragoman.reading import ranks
from dragoman.reading.annotations import Quantity
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.figure_contrasts import (
    beside_unread,
    bracketed_change,
    counterpart,
    those_of,
)
from dragoman.reading.figure_goods import goods_before, of_services
from dragoman.reading.figure_lists import Item, itemised, list_topic, sides
from dragoman.reading.figure_measures import Measured, measure_of, unit_of
from dragoman.reading.figure_neighbours import (
    another_change,
    change_beside,
    is_compared,
    is_own_total,
    is_whole_before,
    of_bracketed_goods,
    past_mark,
    set_against,
)
from dragoman.reading.figure_numbers import as_share, in_unit_of, is_whole
from dragoman.reading.figure_parties import parties_of
from dragoman.reading.figure_periods import base_of, period_of
from dragoman.reading.figure_scenes import COUNTED, MUTUAL, Scene, Topic
from dragoman.reading.figure_spans import over_span
from dragoman.reading.figure_statuses import status_of
from dragoman.reading.figure_topics import topic_of
from dragoman.reading.figure_totals import of_total, told_twice
from dragoman.reading.lexicon import PREP
from dragoman.reading.sentences import Sentence

__all__ = ["read"]

_ENERGY_UNITS = frozenset({"bcm", "bbl/d", "bbl", "kWh", "MWh", "GWh", "TWh", "mcm"})
_POWER_UNITS = frozenset({"MW", "GW", "kW"})
_CARGO_UNITS = frozenset({"t", "TEU", "FEU", "kt", "Mt"})
_TIME_UNITS = frozenset({"day", "h", "month", "week", "min", "s"})
_COMPARING = frozenset(
    {
        "up",
        "down",
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "increase",
        "rise",
        "growth",
        "jump",
        "decline",
        "drop",
        "decrease",
        "fall",
    }
)
# What is built for pay is no investment of the builder's.
_CONTRACTED = frozenset({"contractor", "contract", "builder", "carry", "carry out", "execute", "undertake"})
_PLACED = frozenset({"in", "to", "from", "with", "at"})
_FLOWS = frozenset({"trade", "exports", "imports"})
_PROMISABLE = frozenset({"investment", "aid", "loan"})


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """Figures of one sentence, in the order printed."""
    if "Q" not in s.kinds:
        return []
    out: list[Draft] = []
    scene = Scene(s, ctx)
    items = itemised(scene)
    before = _from_last_sentence(scene, items)
    told = _respectively(scene)
    ranked = ranks.read(s, ctx)
    read_items: set[int] = set()
    for i in range(s.n):
        if s.kinds[i] != "Q":
            continue
        q = s.refs[i] = in_unit_of(scene, i, as_share(s, i))
        if beside_unread(s, i, read_items):
            continue
        topic = (
            counterpart(scene, i, before)
            or change_beside(scene, i, before)
            or bracketed_change(s, i, before)
            or _another(s, i, before)
            or _converted(s, i, before)
            or _respective_topic(scene, i, told)
            or _of_rank(scene, i, ranked)
            or _topic(scene, i, q, before)
        )
        given = topic is not None and topic.mode == "aid" and "the verb" in topic.how
        if i in items and (
            topic is None or topic.carried or (given and before is not None and before.mode == "loan")
        ):
            topic = list_topic(scene, i, before, ranked) or topic or _topic_ahead(scene, i, items)
        if topic is not None and q.kind == "multiple" and topic.mode in COUNTED:
            topic = _as_much(scene, i, topic, out)
        if topic is not None:
            topic = of_total(scene, i, topic, before, out)
        if topic is None or (topic.mode in _FLOWS and q.kind in ("money", "physical") and is_whole(s, i, 4)):
            continue
        if before is not None and topic.measure is None and topic.mode == before.mode:
            topic.measure = before.measure
            topic.unit = topic.unit or before.unit
        goods = of_bracketed_goods(scene, i)
        if is_own_total(scene, topic) or is_whole_before(s, i) or (goods >= 0 and goods != topic.item):
            continue
        topic.told = before.date if before is not None else None
        topic.at = i
        if (
            topic.mode == "jobs"
            and before is not None
            and before.mode in ("companies", "investment", "projects")
        ):
            if topic.verb is not None and (topic.verb.relative or topic.verb.gerund):
                topic.actor, topic.recipient = (
                    before.actor,
                    before.recipient,
                )  # "500 firms, which employ 9,000"
        actor, recipient, how = parties_of(topic, scene)
        if i in items and (topic.carried or not items[i].told):
            actor, recipient = sides(scene, items[i], items, topic, ranked, before)
            how = {"actor": "the list that the number stands in"}
        if not _between_parties(scene, topic, q, actor, recipient, "region" in how.get("recipient", "")):
            continue
        turned = those_of(scene, i, topic, before, out)
        if turned is not None:
            actor, recipient = turned
            if not actor:
                continue
        measured = measure_of(scene, i, q, topic)
        if measured is None:
            continue
        measured = past_mark(s, i, another_change(s, i, before, measured))
        draft = _draft(scene, i, q, topic, actor, recipient, how, measured)
        topic.measure = measured[0]
        if told_twice(draft, out):
            continue
        read_items.add(i)
        spoken = before.date if before is not None else None
        before = topic
        before.actor, before.recipient = actor, recipient
        if is_compared(s, i) and spoken:
            before.date = spoken
        elif draft.date and not _origin(s, i):
            before.date = draft.date
        out.append(draft)
    return out


def _between_parties(
    scene: Scene,
    topic: Topic,
    q: Quantity,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    to_region: bool,
) -> bool:
    """Whether the figure has two sides; money given may have one that the text leaves open."""
    parties = {*actor, *recipient}
    if (
        topic.mode in ("jobs", "capacity", "cargo", "energy")
        and not scene.s.mentions
        and not (topic.carried or any(d.kind == "figure" for d in scene.ctx.last))
    ):
        return False  # nobody named here nor just before
    if (
        topic.mode == "capacity"
        and not _built(scene)
        and len({c for m in scene.s.mentions for c in m.codes if m.clause == scene.s.clause[topic.item]}) < 2
    ):
        return False  # what one country can generate
    if topic.mode not in MUTUAL and not actor:
        return False
    if topic.mode == "other" and len({c for m in scene.s.mentions for c in m.codes} & parties) < 2:
        return False
    if len(parties) >= 2:
        return True
    return (
        topic.mode in _PROMISABLE and q.kind == "money" and bool(actor) and ("noun" in topic.how or to_region)
    )


def _built(scene: Scene) -> bool:
    """Whether something built is spoken of: a plant, a line, a pipeline."""
    s, classes = scene.s, scene.ctx.lexicon.classes_of_noun
    return any(
        s.kinds[j] == "w"
        and (
            "infrastructure" in classes.get(s.noun[j], ())
            or s.noun[j] in scene.words.assets
            or s.noun[j] == "unit"
        )
        for j in range(s.n)
    )


def _from_last_sentence(scene: Scene, items: dict[int, Item]) -> Topic | None:
    """The topic of the last figure where the sentence goes on about it: "It had been $220 million in 2016"."""
    s, ctx = scene.s, scene.ctx
    last = [d for d in ctx.last if d.kind == "figure" and d.measure != "rank"]
    if not last:
        return _turnover_spoken_of(scene)
    words = scene.words
    if s.n > 1 and s.lowers[0] == "the" and s.lowers[1] in words.picks:
        d = last[-1]
        return Topic(d.mode, 1, "one of those of the sentence before", d.actor, d.recipient, carried=True)
    if any(scene.modes):
        return None
    if items:
        d = last[-1]
        return Topic(
            d.mode,
            0,
            "the list before it",
            d.actor,
            d.recipient,
            date=next((x.date for x in reversed(last) if x.date), None),
            carried=True,
            measure=d.measure,
        )
    head = [j for j in range(min(s.n, 6)) if s.lowers[j] in words.goes_on]
    if not head or not any(g.first > head[0] for g in s.groups):
        return None
    d = last[0] if len({x.mode for x in last}) > 1 else last[-1]
    return Topic(
        d.mode,
        head[0],
        "the figure of the sentence before",
        d.actor,
        d.recipient,
        product=d.product,
        carried=True,
        unit=d.unit if d.mode in ("energy", "cargo", "capacity") else None,
    )


def _another(s: Sentence, i: int, before: Topic | None) -> Topic | None:
    """One more of the same: "a loan of 50 million euros in 2022 and another of 55 million"."""
    back = s.lowers[max(0, i - 2) : i]
    if (
        before is None
        or s.refs[i].kind != "money"
        or not (back[-1:] == ["another"] or back == ["another", "of"])
    ):
        return None
    return replace(before, told=before.date, date=None, carried=True)


def _converted(s: Sentence, i: int, before: Topic | None) -> Topic | None:
    """The same money in another currency: "1.087 billion yen (about $7.25 million)"."""
    if before is None or i < 2 or s.lowers[i - 1] != "(" or s.kinds[i - 2] != "Q":
        return None
    one, other = s.refs[i - 2], s.refs[i]
    if one.kind != "money" or other.kind != "money" or one.unit == other.unit:
        return None
    return replace(before, told=before.date)


def _topic_ahead(scene: Scene, i: int, items: dict[int, Item]) -> Topic | None:
    """The topic told with the last number of a list: "$20 million and $3 million from exports to A and B, respectively"."""
    last = max(items)
    if last == i or "respectively" not in scene.s.lowers:
        return None
    return topic_of(scene, last, None)


def _as_much(scene: Scene, i: int, topic: Topic, out: list[Draft]) -> Topic | None:
    """What "twice as much" is of: an amount told before, never companies or people, who are many."""
    if "much" not in scene.s.lowers[i + 1 : i + 4]:
        return topic
    told = [
        d
        for d in (*scene.ctx.last, *out)
        if d.kind == "figure" and d.measure == "level" and d.mode not in COUNTED
    ]
    if not told:
        return None
    d = told[-1]
    return Topic(
        d.mode, i, "the amount before it", d.actor, d.recipient, date=d.date, product=d.product, carried=True
    )


def _turnover_spoken_of(scene: Scene) -> Topic | None:
    """The trade that the sentence before told without a number: "Turnover broke a record. This figure is to reach"."""
    s, before = scene.s, scene.ctx.previous
    head = any(s.lowers[j] in ("figure", "volume", "turnover") for j in range(min(s.n, 3)))
    if before is None or not head or any(scene.modes):
        return None
    if not any("trade" in scene.ctx.lexicon.classes_of_noun.get(n, ()) for n in before.noun if n):
        return None
    pair = scene.ctx.discourse.two()
    return (
        Topic("trade", 0, "the figure of the sentence before", pair, carried=True) if len(pair) == 2 else None
    )


def _of_rank(scene: Scene, i: int, ranked: list[Draft]) -> Topic | None:
    """An amount that goes with a rank: "the largest donor, with $7 million", "its main market, taking 40%"."""
    s = scene.s
    d = next((d for d in reversed(ranked) if d.end <= s.starts[i]), None)
    if d is None:
        return None
    if s.refs[i].kind == "count":
        return _counted_of_rank(scene, i, d)
    linked = s.lowers[i - 1] in ("with", "worth", "–", "—", "-") if s.refs[i].kind == "money" else (
        s.refs[i].kind == "percent" and (s.lowers[i - 2 : i] == [",", "with"] or any(
            s.lowers[j] in scene.words.share for j in range(max(0, i - 4), i + 2) if j < s.n))
    )  # fmt: skip
    if not linked or any(
        s.kinds[j] == "Q" for j in range(i) if s.starts[j] > d.end and s.refs[i].kind == "money"
    ):
        return None
    return Topic(d.mode, i, "the noun that is ranked", d.actor, d.recipient, carried=True)


def _counted_of_rank(scene: Scene, i: int, d: Draft) -> Topic | None:
    """ "Russia's third destination, with 379,800 tourists": who was counted goes with the rank."""
    span = scene.s.refs[i].noun_span
    j = next(
        (k for k in range(i + 1, scene.s.n) if span and scene.s.starts[k] <= span[0] < scene.s.ends[k]), -1
    )
    if scene.s.lowers[i - 1] != "with" or j < 0 or scene.modes[j] != d.mode:
        return None
    return Topic(d.mode, j, "the noun that is ranked", d.actor, d.recipient, carried=True)


def _gapped(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """A party and its amount with the verb left out: "and the Islamic Development Bank $150 million"."""
    s = scene.s
    if before is None or before.mode in MUTUAL or not i or s.kinds[i - 1] != "P" or s.refs[i].kind != "money":
        return None
    m = next((m for m in s.mentions if m.item == i - 1 and not m.owner and m.cue not in _PLACED), None)
    if m is None or before.verb is None or before.verb.main > i or set(m.codes) & set(before.recipient):
        return None
    mode = "loan" if before.mode == "aid" and set(m.codes) <= scene.words.lenders else before.mode
    return Topic(mode, i - 1, "the verb before it", m.codes, before.recipient, verb=before.verb, carried=True)


def _respectively(scene: Scene) -> dict[int, int]:
    """Which noun each number of "X and Y were 3 and 5 respectively" belongs to, by item."""
    s = scene.s
    if "respectively" not in s.lowers:
        return {}
    numbers = [
        i
        for i in range(s.n)
        if s.kinds[i] == "Q" and s.refs[i].kind in ("money", "percent", "physical", "count", "number")
    ]
    nouns = [i for i in range(numbers[0]) if scene.modes[i]] if numbers else []
    return dict(zip(numbers, nouns, strict=True)) if len(nouns) == len(numbers) > 1 else {}


def _respective_topic(scene: Scene, i: int, told: dict[int, int]) -> Topic | None:
    item = told.get(i)
    if item is None:
        return None
    return Topic(scene.modes[item] or "other", item, "the noun in the same place of the list")


def _topic(scene: Scene, i: int, q: Quantity, before: Topic | None) -> Topic | None:
    """The topic that the kind of quantity admits."""
    s = scene.s
    if q.kind == "physical":
        return _physical(scene, i, q, before)
    if (
        q.kind == "number"
        and before is not None
        and i
        and ((s.lowers[i - 1] in ("from", "to", "against") and before.unit) or set_against(s, i, before))
    ):
        return _elided(scene, i, before)
    if q.kind == "count" and is_whole(s, i):
        return None
    found = _gapped(scene, i, before) or topic_of(scene, i, before)
    if (
        found is not None
        and found.mode == "projects"
        and q.kind == "money"
        and _CONTRACTED.isdisjoint((*s.noun, *s.verb))
    ):
        found.mode = "investment"
    if found is not None and found.mode == "cargo" and found.verb is not None and found.verb.modal == "can":
        found.mode = "capacity"
    if (
        found is not None
        and before is not None
        and "one of those" in before.how
        and q.kind == "money"
        and found.mode == "aid"
    ):
        return before
    if (
        found is not None
        and q.kind == "percent"
        and found.mode in ("companies", "jobs", "projects", "students", "visitors")
    ):
        moved = found.verb is not None and {"rise", "fall"} & scene.ctx.lexicon.classes_of_verb.get(
            found.verb.lemma, frozenset()
        )
        beside = {s.lowers[i - 1 if i else 0], *s.lowers[i + 1 : i + 3]}
        compared = before is not None and before.mode == found.mode and beside & _COMPARING
        part = found.mode in ("visitors", "students") and "behind the preposition" in found.how
        if not moved and not compared and not part and "number" not in s.lowers:
            return None
    return found


def _elided(scene: Scene, i: int, before: Topic) -> Topic:
    """A bare number that shares the unit of the figure before it: "to 1.1 million tonnes from 4.9 million"."""
    return Topic(
        before.mode, before.item, "the figure before it", before.actor, before.recipient,
        verb=before.verb, date=before.date, product=before.product, unit=before.unit, carried=True,
    )  # fmt: skip


def _physical(scene: Scene, i: int, q: Quantity, before: Topic | None) -> Topic | None:
    s, words = scene.s, scene.words
    if q.unit in ("a", "year"):
        return _years_of_relations(scene, i)
    if q.unit in _TIME_UNITS or scene.domestic_near(i):
        return None
    clause = [s.lowers[j] for j in range(s.n) if s.clause[j] == s.clause[i]]
    sized = any(w in words.capacity_words for w in clause)
    known = before if before is not None and before.unit == q.unit else None
    if known is not None and not sized and "sentence before" in known.how:
        return known
    found: Topic | None = None
    if known is not None and "and" not in s.lowers[max(0, i - 3) : i]:
        found = topic_of(scene, i, known) or known
        if found is not None and not found.carried and found.mode not in ("exports", "imports", "cargo"):
            found = known
    if q.unit in _ENERGY_UNITS:
        mode = "capacity" if sized else "energy"
    elif q.unit in _POWER_UNITS:
        g = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
        traded = g is not None and {
            "export_v",
            "import_v",
            "transit_v",
        } & scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())
        power = any(s.lowers[j] in words.power_goods for j in range(i + 1, min(s.n, i + 5)))
        moved = power and (traded or any(m.item > i and m.cue in ("to", "from") for m in s.mentions))
        mode = "energy" if moved and not sized else "capacity"
    elif q.unit in _CARGO_UNITS:
        if sized:
            mode = "capacity"
        else:
            found = found or topic_of(scene, i, None)
            if found is not None:
                found.unit = q.unit
                return found
            mode = "cargo"
    else:
        return None
    verb = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
    goods = next((j for j in range(i + 1, min(s.n, i + 5)) if s.lowers[j] in words.power_goods), i)
    if (
        mode == "energy"
        and verb is not None
        and "import_v" in scene.ctx.lexicon.classes_of_verb.get(verb.lemma, frozenset())
    ):
        return Topic("energy", i, f"the unit {q.unit}, bought", *_bought(scene, verb), verb=verb, unit=q.unit)
    owned = any(m.owner and i < m.item < goods for m in s.mentions)
    return Topic(mode, goods if owned else i, f"the unit {q.unit}", verb=verb, unit=q.unit)


def _bought(scene: Scene, verb: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(seller, buyer) of energy that is imported: the flow is told from its source."""
    buyer, seller, how = parties_of(Topic("imports", verb.main, "the verb", verb=verb), scene)
    if how.get("recipient") != "from":  # "buys 4 bcm a year from Gazprom"
        s = scene.s
        at = next((j for j in range(verb.main, s.n) if s.lowers[j] == "from"), s.n)
        sellers = [
            o.country
            for o in scene.ctx.within(scene.ctx.organisations, s.starts[min(at, s.n - 1)], s.span[1])
        ]
        seller = (sellers[0],) if at < s.n and sellers and sellers[0] and sellers[0] not in buyer else seller
    return (seller, buyer) if seller and buyer else ((), ())


def _years_of_relations(scene: Scene, i: int) -> Topic | None:
    """ "marked 33 years of diplomatic relations", "the 30th year since"; ages and spans of anything else are not."""
    s, words = scene.s, scene.words
    behind = range(i + 1, min(s.n, i + 9))
    if not any(s.noun[j] and s.noun[j].split()[-1] in words.counted_relations for j in behind):
        return None
    if i + 1 < s.n and s.lowers[i + 1] not in ("of", "since", "anniversary", "'", "’"):
        return None
    left = [s.verb[j] or s.lowers[j] for j in range(max(0, i - 10), i)]
    if not any(
        w in words.anniversary_verbs or w in ("past", "last", "after", "over", "anniversary", "for")
        for w in left
    ):
        return None
    return Topic("duration", i, "years of relations")


def _origin(s: Sentence, i: int) -> bool:
    """Whether the number is where a change started: "from $4.2 million"."""
    return i > 0 and (
        s.lowers[i - 1] == "from"
        or (s.lowers[i - 1] in ("previous", "earlier", "initial") and "from" in s.lowers[max(0, i - 4) : i])
    )


def _draft(
    scene: Scene, i: int, q: Quantity, topic: Topic, actor: tuple[str, ...], recipient: tuple[str, ...],
    how: dict[str, str], measured: Measured,
) -> Draft:  # fmt: skip
    s, ctx = scene.s, scene.ctx
    measure, value, low, high = measured
    parties = {*actor, *recipient}
    guess, _ = status_of(scene, i, topic, None)
    date, date_how = period_of(s, i, topic, ctx, parties, origin=_origin(s, i), status=guess, measure=measure)
    status, why = status_of(scene, i, topic, date)
    date, base = over_span(s, i, measure, date, base_of(s, i, measure, date, ctx), topic.told, ctx)
    first, last = _extent(s, i, topic)
    start, end = s.starts[first], s.ends[last]
    mutual = topic.mode in MUTUAL and not (topic.mode == "other" and recipient)
    return Draft(
        kind="figure", mode=topic.mode, actor=tuple(dict.fromkeys([*actor, *(recipient if mutual else ())])),
        recipient=() if mutual else recipient, status=status, start=start, end=end,
        rule=f"figure.{topic.mode}.{measure}.v1", date=date, measure=measure, value=value, low=low, high=high,
        unit=topic.unit if q.kind == "number" and topic.unit else unit_of(q, (*actor, *recipient), ctx),
        base=base, product=_product(scene, i, topic),
        people=ctx.people_in(start, end), organisations=ctx.organisations_in(start, end),
        because={"mode": topic.how, **how, "status": why, "date": date_how},
    )  # fmt: skip


def _product(scene: Scene, i: int, topic: Topic) -> Product | None:
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


def _extent(s: Sentence, i: int, topic: Topic) -> tuple[int, int]:
    """Items of the evidence: from the topic (or the clause's start) to the number and its period."""
    first = i if topic.carried or topic.item < 0 else min(i, topic.item)
    while first > 0 and s.clause[first - 1] == s.clause[first] and s.kinds[first - 1] != ".":
        first -= 1
    last = i
    while last + 1 < s.n and s.kinds[last + 1] not in ".Q" and s.clause[last + 1] == s.clause[i]:
        last += 1
    return first, last
