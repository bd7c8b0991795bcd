"""Numbers that say no more than an amount: what they measure was told with another number or before a rank."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.statements import Product
from dragoman.reading.drafts import Draft
from dragoman.reading.figures.lists import Item
from dragoman.reading.figures.nouns import noun_behind_preposition
from dragoman.reading.figures.scenes import COUNTED, MUTUAL, Scene, Topic
from dragoman.reading.figures.split_flows import respective_group
from dragoman.reading.figures.topics import topic_of
from dragoman.reading.syntax.lexicon import CONJ, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "another",
    "as_converted",
    "as_much",
    "converted",
    "elided",
    "from_last_sentence",
    "gapped",
    "of_rank",
    "respective_nouns",
    "respective_topic",
    "topic_ahead",
]

_GIVEN = frozenset({"aid", "loan", "investment"})
_SUPPLYING = words("figures.ellipses", "supplying")
_WITHIN = frozenset({"over", "within", "in", "by", "during", "up"})
_PLACED = frozenset({"in", "to", "from", "with", "at"})
_EQUALS = words("sums", "equals")


def from_last_sentence(scene: Scene, items: dict[int, Item]) -> Topic | None:
    """The topic of the last figure where the sentence goes on about it: "It had been $220 million in 2016"."""
    s, ctx = scene.s, scene.ctx
    last = [d for d in ctx.last if d.kind == "figure" and d.measure != "rank"]
    if (shared := _shared_out(scene)) is not None:
        return shared
    if (earlier := _earlier_one(scene)) is not None:
        return earlier
    if not last:
        return _turnover_spoken_of(scene)
    if s.n > 1 and s.lowers[0] == "the" and s.lowers[1] in scene.words.picks:
        d = last[-1]
        return Topic(d.mode, 1, "one of those of the sentence before", d.actor, d.recipient, carried=True)
    told = next((j for j in range(s.n) if s.kinds[j] == "Q"), s.n)
    if any(scene.modes[:told]) or (items and any(scene.modes)):
        return None
    if (sorts := _by_sort(s, last)) is not None:
        return sorts
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
    head = [j for j in range(min(s.n, 6)) if s.lowers[j] in scene.words.goes_on]
    if not head or not any(g.first > head[0] for g in s.groups):
        head = _moved(scene)
    if not head:
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


def _moved(scene: Scene) -> list[int]:
    """The item of the figure told before that a verb moves: "plan to raise this figure to $5 billion", "to double it"."""
    s = scene.s
    for i in range(2, s.n):
        if s.kinds[i] != "Q":
            continue
        if s.refs[i].kind == "multiple":
            head = _multiplied(scene, i)
            if head >= 0:
                return [head]
            continue
        k = i - 2
        if s.lowers[i - 1] != "to":
            continue
        while k > 1 and (s.kinds[k] == "D" or s.lowers[k] in _WITHIN):
            k -= 1  # "increase the volume over the next five years to $1 billion"
        if s.lowers[k] not in scene.words.goes_on:
            continue
        verb = next((s.verb_at[j] for j in range(k - 1, max(-1, k - 4), -1) if j in s.verb_at), None)
        if verb is None:
            continue
        moves = {"rise", "elevate_v"}.intersection(scene.ctx.lexicon.classes_of_verb.get(verb.lemma, ()))
        if moves or verb.lemma == "bring":
            return [k]
    return []


def _multiplied(scene: Scene, i: int) -> int:
    """The item of the figure told before that is to be multiplied: "aim to double this volume", "by doubling it"; or -1."""
    s = scene.s
    if s.lowers[i - 1] not in ("to", "will") and not s.lowers[i].endswith("ing"):
        return -1
    for j in range(i + 1, min(s.n, i + 4)):
        if s.lowers[j] in ("this", "that") and s.kinds[j + 1 : j + 2] == ["w"]:
            continue
        if s.lowers[j] in scene.words.goes_on:
            behind = s.lowers[j + 1 : j + 2]
            return -1 if s.noun[j + 1 : j + 2] not in ([], [""]) or behind == ["of"] else j
        if s.kinds[j] != "w" or s.tags[j] & (PREP | CONJ | SUB):
            return -1
    return -1


def _earlier_one(scene: Scene) -> Topic | None:
    """The loan or grant that is told of as "the previous one", another of those of the last that has a sum."""
    s = scene.s
    if (
        s.n < 3
        or s.lowers[0] != "the"
        or s.lowers[2] != "one"
        or s.lowers[1] not in words("figures", "earlier_ones")
    ):
        return None
    given = [d for d in scene.ctx.found[-6:] if d.kind == "figure" and d.mode in _GIVEN and d.recipient]
    if not given:
        return None
    d = given[-1]
    return Topic(d.mode, 1, "one of those of the sentence before", d.actor, d.recipient, carried=True)


def _by_sort(s: Sentence, last: list[Draft]) -> Topic | None:
    """The flow of the sentence before, told by its goods: "Leading categories include: wheat ($164 million), corn"."""
    head = next((j for j in range(1, min(s.n, 6)) if s.lowers[j] in words("flows", "sorts")), -1)
    if head < 0 or not any(s.lowers[j] in words("flows", "leading") for j in range(head)):
        return None
    flows = [d for d in last if d.mode in ("exports", "imports") and d.measure == "level"]
    if not flows or not any(g.first > head and g.lemma in ("be", "include", "comprise") for g in s.groups):
        return None
    d = flows[-1]
    return Topic(
        d.mode, head, "the goods of the flow before it", d.actor, d.recipient, date=d.date, carried=True
    )


def _shared_out(scene: Scene) -> Topic | None:
    """The money told of before that a sentence shares out: "From the package, $6 million will support farms"."""
    s = scene.s
    if s.n < 4 or s.lowers[0] not in ("from", "of", "under") or s.lowers[1] not in ("the", "this"):
        return None
    given = [d for d in scene.ctx.found[-6:] if d.kind == "figure" and d.mode in _GIVEN and d.recipient]
    if s.lowers[2] not in scene.words.packages or not given:
        return None
    d = given[-1]
    return Topic(d.mode, 2, "one of those of the sentence before", d.actor, d.recipient, carried=True)


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


def another(s: Sentence, i: int, before: Topic | None) -> Topic | None:
    """One more of the same: "a loan of 50 million euros in 2022 and another of 55 million"."""
    back = s.lowers[max(0, i - 2) : i]
    if before is None or s.refs[i].kind != "money":
        return None
    beside = back[-1:] == ["and"] and s.kinds[i - 2 : i - 1] == ["Q"] and s.refs[i - 2].kind == "money"
    both = beside and before.mode == "loan" and before.recipient  # "credits of $3 million and $6 million"
    if not (both or back[-1:] == ["another"] or back == ["another", "of"]):
        return None
    return replace(before, told=before.date, date=None, carried=True)


def converted(s: Sentence, i: int, before: Topic | None) -> Topic | None:
    """The same money in another currency: "1.087 billion yen (about $7.25 million)"."""
    if before is None or converted_from(s, i) < 0:
        return None
    return replace(before, told=before.date)


def converted_from(s: Sentence, i: int) -> int:
    """The item of the money that an amount in brackets tells in another currency, or -1."""
    k = i - 1
    while k > 0 and s.lowers[k] in _EQUALS:
        k -= 1
    if k < 1 or s.lowers[k] != "(" or s.kinds[k - 1] != "Q":
        return -1
    one, other = s.refs[k - 1], s.refs[i]
    return k - 1 if one.kind == other.kind == "money" and one.unit != other.unit else -1


def as_converted(s: Sentence, i: int, draft: Draft, out: list[Draft]) -> Draft:
    """An amount in brackets with the time of the money it converts: "from 8 million dinars ($26 million) a year earlier"."""
    k = converted_from(s, i)
    if k < 0 or not out or out[-1].value != s.refs[k].value or out[-1].mode != draft.mode:
        return draft
    return replace(draft, date=out[-1].date, base=out[-1].base, status=out[-1].status)


def topic_ahead(scene: Scene, i: int, items: dict[int, Item]) -> Topic | None:
    """The topic told with the last number of a list: "$20 million and $3 million from exports to A and B, respectively"."""
    last = max(items)
    if last == i or "respectively" not in scene.s.lowers:
        return None
    return topic_of(scene, last, None)


def as_much(scene: Scene, i: int, topic: Topic, out: list[Draft]) -> Topic | None:
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


def of_rank(scene: Scene, i: int, ranked: list[Draft]) -> Topic | None:
    """An amount that goes with a rank: "the largest donor, with $7 million", "its main market, taking 40%"."""
    s = scene.s
    d = next((d for d in reversed(ranked) if d.end <= s.starts[i]), None)
    if d is None:
        return None
    if d.value == 0 and any(scene.modes[i + 1 : i + 3]):
        return None  # "a dominant partner, with $2 million exports": the noun says of what
    if s.refs[i].kind == "count":
        return _counted_of_rank(scene, i, d)
    if s.refs[i].kind == "percent" and (part := _flow_of_rank(scene, i, d)) is not None:
        return part
    if (taken := _taken_of_rank(scene, i, d)) is not None:
        return taken
    valued = s.lowers[max(0, i - 2) : i] in (["valued", "at"], ["value", "of"])
    valued = valued or s.lowers[max(0, i - 3) : i] in (
        ["a", "stock", "of"],
        ["a", "total", "of"],
        ["an", "investment", "of"],
        ["investments", "worth", "of"],
    )
    linked = valued or s.lowers[i - 1] in ("with", "worth", "–", "—", "-", "(", "accounting for") if s.refs[i].kind == "money" else (
        s.refs[i].kind == "percent" and (s.lowers[i - 1] in _SUPPLYING or (s.lowers[i - 1] == "(" and i - _last_item(s, d) == 2) or s.lowers[i - 2 : i] == [",", "with"] or any(
            s.lowers[j] in scene.words.share for j in range(max(0, i - 4), i + 2) if j < s.n))
    )  # fmt: skip
    if (
        not linked
        or (s.lowers[i - 1] == "(" and not 0 < i - _last_item(s, d) < 6)
        or any(s.kinds[j] == "Q" for j in range(i) if s.starts[j] > d.end and s.refs[i].kind == "money")
    ):
        return None
    if s.lowers[i - 1] == "with" and any(_last_item(s, d) < g.main < i and g.finite for g in s.groups):
        return None  # "its largest donor, it has provided the country with $7 million in loans"
    ranked_goods = _ranked_goods(s, i, _last_item(s, d))
    return Topic(
        d.mode, i, "the noun that is ranked", d.actor, d.recipient, carried=True,
        product=Product(ranked_goods) if ranked_goods else None,
    )  # fmt: skip


def _taken_of_rank(scene: Scene, i: int, d: Draft) -> Topic | None:
    """What a ranked buyer took or seller sold: "remained the biggest buyer, taking 4 million tonnes, followed by Peru with 2 million"."""
    s, q, last = scene.s, scene.s.refs[i], _last_item(scene.s, d)
    linking = words("figures", "ranked_takes")
    cut = next((j for j in range(i - 1, last, -1) if s.lowers[j] in (",", "(")), last)
    if not _only_names(s, last + 1, cut, d):
        cut = last
    gap = [s.lowers[j] for j in range(cut, i) if s.kinds[j] not in ".D" or s.lowers[j] == "("][cut == last :]
    if d.mode not in ("exports", "imports") or not gap or any(w not in linking for w in gap):
        return None
    unit = None
    if q.kind == "number":  # "followed by Peru with 2 million": tonnes, as those before
        before = [
            s.refs[j] for j in range(i) if s.kinds[j] == "Q" and s.refs[j].kind in ("money", "physical")
        ]
        if not before or (q.value or 0) < _FEWEST:
            return None
        unit = before[-1].unit
    elif q.kind not in ("money", "physical"):
        return None
    mode, actor, recipient = d.mode, d.actor, d.recipient
    turned = words("figures", "buyers_words" if d.mode == "exports" else "sellers_words")
    if not turned.isdisjoint(gap):  # "its biggest customer, with purchases of"
        mode, actor, recipient = "imports" if d.mode == "exports" else "exports", d.recipient, d.actor
    return Topic(mode, i, "the noun that is ranked", actor, recipient, unit=unit, carried=True)


def _only_names(s: Sentence, first: int, stop: int, d: Draft) -> bool:
    """Whether what stands between a rank and a comma only names its goods, time and holder: "of Kenyan tea last year"."""
    parties = {*d.actor, *d.recipient}
    if stop - first > _NAMES or any(s.kinds[j] == "Q" for j in range(first, stop)):
        return False
    verbs = [s.verb_at[j].lemma for j in range(first, stop) if j in s.verb_at]
    named = {c for m in s.mentions if first <= m.item < stop for c in m.codes}
    return named <= parties and all(v in ("be", "remain") for v in verbs)


_NAMES = 9
"""Items of the goods, time and holder behind a rank: "of Kenyan tea last year was Pakistan". assumed"""
# Of a smaller bare number nobody knows what it counts (assumed).
_FEWEST = 100


def _flow_of_rank(scene: Scene, i: int, d: Draft) -> Topic | None:
    """What a ranked partner takes or gives of one flow: "its main trading partner, taking 23% of its exports"."""
    s, last = scene.s, _last_item(scene.s, d)
    j = noun_behind_preposition(scene, i) if s.lowers[i + 1 : i + 2] == ["of"] else -1
    if any(last < m.item < i and m.kind == "P" and not m.owner for m in s.mentions):
        return None
    if j < 0 or scene.modes[j] not in ("exports", "imports") or d.mode not in ("trade", "exports", "imports"):
        return None
    ranked, holder = (d.actor[:1], d.actor[1:]) if d.mode == "trade" else (d.recipient, d.actor)
    named = {c for m in s.mentions if i < m.item <= j and m.kind == "P" for c in m.codes}
    if len(ranked) != 1 or len(holder) != 1 or not named <= {*holder}:
        return None
    how = "the flow of which the ranked takes a share, behind the number"
    return Topic(scene.modes[j] or "", j, how, holder, ranked, carried=True)


def _ranked_goods(s: Sentence, i: int, last: int) -> str:
    """The goods between a rank and the amount in brackets: "largest market for live cattle ($584m)"."""
    return (
        s.words(last + 2, i - 1).casefold() if s.lowers[i - 1] == "(" and s.lowers[last + 1] == "for" else ""
    )


def _last_item(s: Sentence, d: Draft) -> int:
    """The item that a rank ends at."""
    return next((j for j in range(s.n - 1, -1, -1) if s.ends[j] <= d.end), 0)


def _counted_of_rank(scene: Scene, i: int, d: Draft) -> Topic | None:
    """ "Russia's third destination, with 379,800 tourists": who was counted goes with the rank."""
    span = scene.s.refs[i].noun_span
    j = next(
        (k for k in range(i + 1, scene.s.n) if span and scene.s.starts[k] <= span[0] < scene.s.ends[k]), -1
    )
    guests = d.mode == "visitors" and scene.s.lowers[j] == "visits"
    if scene.s.lowers[i - 1] != "with" or j < 0 or not (guests or scene.modes[j] == d.mode):
        return None
    return Topic(d.mode, j, "the noun that is ranked", d.actor, d.recipient, carried=True)


def gapped(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """A party and its amount with the verb left out: "and the Islamic Development Bank $150 million"."""
    s = scene.s
    if before is None or before.mode in MUTUAL or not i or s.kinds[i - 1] != "P" or s.refs[i].kind != "money":
        return None
    m = next((m for m in s.mentions if m.item == i - 1 and not m.owner and m.cue not in _PLACED), None)
    if m is None or before.verb is None or before.verb.main > i or set(m.codes) & set(before.recipient):
        return None
    gets = before.verb.lemma in scene.words.getters | scene.words.takers and not before.verb.passive
    if before.mode in ("loan", "aid") and gets:  # "Peru is to get $5 million, Chile $3 million"
        how = "the verb before it, of who gets"
        return Topic(before.mode, i - 1, how, before.actor, m.codes, verb=before.verb, carried=True)
    mode = "loan" if before.mode == "aid" and set(m.codes) <= scene.words.lenders else before.mode
    return Topic(mode, i - 1, "the verb before it", m.codes, before.recipient, verb=before.verb, carried=True)


def elided(scene: Scene, i: int, before: Topic) -> Topic:
    """A bare number that shares the unit of the figure before it: "to 1.1 million tonnes from 4.9 million"."""
    return Topic(
        before.mode, before.item, "the figure before it", before.actor, before.recipient,
        verb=before.verb, date=before.date, product=before.product, unit=before.unit, carried=True,
    )  # fmt: skip


def respective_nouns(scene: Scene) -> dict[int, int]:
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
    if len(nouns) == len(numbers) > 1:
        return dict(zip(numbers, nouns, strict=True))
    return respective_group(scene)


def respective_topic(scene: Scene, i: int, told: dict[int, int]) -> Topic | None:
    item = told.get(i)
    if item is None:
        return None
    return Topic(scene.modes[item] or "other", item, "the noun in the same place of the list")
