"""Figures: every quantity that measures something between countries, as an interval."""

from __future__ import annotations

from dragoman.reading.annotations import Quantity
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.figures import ranks
from dragoman.reading.figures.apart import stands_apart
from dragoman.reading.figures.arrivals import arrivals, is_whole_of_guests
from dragoman.reading.figures.balances import balance_of
from dragoman.reading.figures.bracketed_parts import change_of_whole, in_unit_of_whole
from dragoman.reading.figures.changes_told import change_told, flow_doubled, more_than_told
from dragoman.reading.figures.co_givers import to_none_of_row, to_one_of_two, to_the_third
from dragoman.reading.figures.contrasts import (
    against_itself,
    amount_of_change,
    beside_unread,
    bracketed_change,
    counterpart,
    those_of,
)
from dragoman.reading.figures.debts import forgiven
from dragoman.reading.figures.donors import kind_of_grant, usual_giver
from dragoman.reading.figures.ellipses import (
    another,
    as_converted,
    as_much,
    converted,
    elided,
    from_last_sentence,
    gapped,
    of_rank,
    respective_nouns,
    respective_topic,
    topic_ahead,
)
from dragoman.reading.figures.energy_ways import as_energy_goes
from dragoman.reading.figures.gapped_changes import gapped_change
from dragoman.reading.figures.gifts import gives_for, part_of_gift
from dragoman.reading.figures.gifts_split import gift_split
from dragoman.reading.figures.given_in_turn import form_of_gift, given_in_turn
from dragoman.reading.figures.given_on import GIVEN_ON, given_on
from dragoman.reading.figures.given_rows import row_of_gifts
from dragoman.reading.figures.goods import is_contraband
from dragoman.reading.figures.goods_told import sum_of_goods
from dragoman.reading.figures.guest_sums import GUEST_SUM, guest_sum
from dragoman.reading.figures.headings import labelled_sum, row_of_profile, row_of_years
from dragoman.reading.figures.held_shares import HELD, held_share
from dragoman.reading.figures.leading_sums import leading_sum
from dragoman.reading.figures.lists import Item, itemised, list_topic, sides
from dragoman.reading.figures.measures import Measured, measure_of, unit_of
from dragoman.reading.figures.more_given import more_given, tonnes_told
from dragoman.reading.figures.neighbours import (
    another_change,
    bracketed_goods,
    change_beside,
    is_all,
    is_compared,
    is_own_total,
    is_whole_before,
    is_whole_of_share,
    of_bracketed_goods,
    past_mark,
    set_against,
    towards_region,
)
from dragoman.reading.figures.numbers import as_share, in_unit_of, is_whole, unbounded
from dragoman.reading.figures.orders import sides_of_order
from dragoman.reading.figures.other_sides import as_beside
from dragoman.reading.figures.other_way import other_way
from dragoman.reading.figures.own_totals import goes_to_all, own_total
from dragoman.reading.figures.parties import parties_of
from dragoman.reading.figures.partner_rows import ROW, next_share, row_of_partner, share_of_next
from dragoman.reading.figures.partner_sums import PARTNER_SUM, partner_sum
from dragoman.reading.figures.parts_in_time import (
    change_on_itself,
    goods_of_sum,
    part_of_year_told,
    years_together,
)
from dragoman.reading.figures.parts_of_wholes import PART, parts_of
from dragoman.reading.figures.periods import base_of, period_of
from dragoman.reading.figures.picked import PICKED, one_of_those
from dragoman.reading.figures.present_amounts import starts_there
from dragoman.reading.figures.products import product_of
from dragoman.reading.figures.pronouns import of_pronoun
from dragoman.reading.figures.remittances import sent_again
from dragoman.reading.figures.roles import codes_of
from dragoman.reading.figures.scenes import COUNTED, MUTUAL, Scene, Topic, scene_of
from dragoman.reading.figures.shares_of_goods import goods_of_partner, next_placed
from dragoman.reading.figures.slashed import with_slashed_flows
from dragoman.reading.figures.spans import over_span
from dragoman.reading.figures.stakes import of_stakes, paid_for_stakes
from dragoman.reading.figures.statuses import status_of
from dragoman.reading.figures.successions import counted_again, next_partner
from dragoman.reading.figures.takers import next_taker
from dragoman.reading.figures.topics import topic_of
from dragoman.reading.figures.totals import of_total, told_twice
from dragoman.reading.figures.visits import visits_made
from dragoman.reading.figures.volumes import in_the_ground, volume
from dragoman.reading.figures.works_measured import OF_WORK, of_work_told
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_COMPARING = words("figures.figures", "comparing")
_CONTRACTED = words("figures.figures", "contracted")
# A smaller bare number may be a day or a place (assumed).
_FEWEST = 100
_FLOWS = frozenset({"trade", "exports", "imports"})
_SHIPPED = _FLOWS | {"cargo"}
# Readers that have told both sides of a number in a list.
_PAIRED = frozenset({ROW, PARTNER_SUM, GUEST_SUM, HELD, PART, PICKED, *GIVEN_ON})
_PROMISABLE = frozenset({"investment", "aid", "loan"})


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """Figures of one sentence, in the order printed."""
    if "Q" not in s.kinds or row_of_profile(s, ctx):
        return []
    out: list[Draft] = []
    scene = scene_of(s, ctx)
    items = itemised(scene)
    before = from_last_sentence(scene, items)
    parts = parts_of(scene)
    told = respective_nouns(scene)
    ranked = ranks.read(s, ctx, loosely=True)
    read_items: set[int] = set()
    topics: list[Topic] = []
    for i in range(s.n):
        if s.kinds[i] != "Q":
            continue
        q = s.refs[i] = in_unit_of_whole(scene, i, in_unit_of(scene, i, as_share(s, i)))
        q = s.refs[i] = unbounded(s, i)
        if beside_unread(s, i, read_items) or in_the_ground(s, i):
            continue
        if q.kind == "money" and q.value is not None and 0 < q.value < 1:
            continue  # "at 3.4 cents a kilowatt-hour": the price of one
        topic = (
            parts.topics.get(i)
            or change_of_whole(s, i, topics)
            or flow_doubled(scene, i, before)
            or against_itself(scene, i, before)
            or counterpart(scene, i, before)
            or change_beside(scene, i, before)
            or bracketed_change(s, i, before)
            or amount_of_change(s, i, before)
            or another(s, i, before)
            or gapped_change(scene, i, before)
            or part_of_gift(scene, i)
            or converted(s, i, before)
            or respective_topic(scene, i, told)
            or of_rank(scene, i, ranked)
            or row_of_partner(scene, i, before, out)
            or held_share(scene, i, before)
            or next_share(scene, i, before)
            or share_of_next(scene, i, before, out)
            or guest_sum(scene, i, before)
            or next_partner(scene, i, before)
            or next_taker(scene, i, before)
            or other_way(scene, i, before)
            or more_given(scene, i)
            or forgiven(scene, i)
            or one_of_those(scene, i)
            or given_on(scene, i, before)
            or goods_of_partner(scene, i)
            or next_placed(scene, i, before)
            or counted_again(scene, i, before)
            or row_of_years(scene, i)
            or labelled_sum(scene, i)
            or row_of_gifts(scene, i)
            or change_told(scene, i)
            or more_than_told(scene, i, before)
            or sent_again(scene, i, before)
            or arrivals(scene, i)
            or visits_made(scene, i, before)
            or leading_sum(scene, i)
            or sum_of_goods(scene, i, before)
            or of_work_told(scene, i)
            or _topic(scene, i, q, before)
        )
        topic = tonnes_told(scene, topic)
        given = topic is not None and topic.mode == "aid" and "the verb" in topic.how
        bare = topic is not None and topic.mode == "cargo" and topic.item == i and _told_flow(scene)
        if (
            i not in parts.topics
            and i in items
            and (
                topic is None
                or bare
                or topic.carried
                or (given and before is not None and before.mode == "loan")
            )
        ):
            topic = list_topic(scene, i, before, ranked) or topic or topic_ahead(scene, i, items)
        if topic is None or topic.how in ("the figure before it", "the list it stands in"):
            topic = partner_sum(scene, i) or topic
        if topic is not None and q.kind == "multiple" and topic.mode in COUNTED:
            topic = as_much(scene, i, topic, out)
        if topic is not None:
            topic = of_total(scene, i, topic, before, out)
        if topic is None or (topic.mode in _FLOWS and q.kind in ("money", "physical") and is_whole(s, i, 4)):
            continue
        topic.mode = form_of_gift(scene, i, topic) or topic.mode
        if (topic := of_stakes(scene, i, topic)) is None:
            continue
        if topic.mode in _SHIPPED and is_contraband(s):
            continue
        if before is not None and topic.measure is None and topic.mode == before.mode:
            topic.measure = before.measure
            topic.unit = topic.unit or before.unit
        if i == parts.whole or goes_to_all(scene, i, topic):
            topic.actor, topic.recipient, topic.at = codes_of(s.mentions[:1]), (), i
            before = topic  # "Overall Chad exported 5 tonnes, half of it to Mali"
            continue
        goods = of_bracketed_goods(scene, i)
        if (
            (topic.how != HELD and (is_own_total(scene, topic) or own_total(scene, topic)))
            or is_whole_before(s, i)
            or is_whole_of_share(s, i, topic)
            or is_all(s, i)
            or is_whole_of_guests(s, i, topic)
            or stands_apart(scene, i, q, topic)
            or towards_region(scene, i)
            or (goods >= 0 and goods != topic.item and not _goods_listed(scene, i, topic))
        ):
            continue
        topic.told = before.date if before is not None else None
        topic.at = i
        if (
            topic.mode == "jobs"
            and before is not None
            and before.mode in ("companies", "investment", "projects")
        ):
            if (topic.verb is not None and (topic.verb.relative or topic.verb.gerund)) or s.lowers[
                i - 1
            ] == "with":
                topic.actor, topic.recipient = (
                    before.actor,
                    before.recipient,
                )  # "500 firms, which employ 9,000"
        actor, recipient, how = as_beside(
            topic, before or _rank_before(ranked, s.starts[i]), parties_of(topic, scene), scene
        )
        actor, recipient, how = usual_giver(scene, topic, (actor, recipient, how))
        if (two := _ranked_two(topic, actor, _rank_before(ranked, s.starts[i]))) is not None:
            actor, recipient, how = two, (), {"actor": "the two of the rank before it"}
        if (
            i in items
            and topic.how not in _PAIRED
            and "who live there" not in topic.how
            and (topic.carried or not items[i].told)
            and not _said_whole(s, i, items, topic, how)
        ):
            actor, recipient = sides(scene, items[i], items, topic, ranked, before)
            how = {"actor": "the list that the number stands in"}
        if (
            topic.mode in ("aid", "loan")
            and (turn := given_in_turn(scene, i) or gift_split(scene, i)) is not None
        ):
            actor, recipient, how = *turn, {"actor": "who gives", "recipient": "whom each sum is given"}
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
        draft = as_converted(s, i, _draft(scene, i, q, topic, actor, recipient, how, measured), out)
        draft.product = draft.product or goods_of_sum(s, i, draft, out)
        topic.measure = measured[0]
        if (goods >= 0 or measured[0] == "share") and draft.product is not None:
            topic.product = draft.product
        if (other := told_twice(draft, out)) is not None:
            if "respectively" in s.lowers:  # amounts of a list whose items were not understood, the first too
                out.remove(other)
            continue
        read_items.add(i)
        spoken = before.date if before is not None else None
        before = topic
        topics.append(topic)
        before.actor, before.recipient = actor, recipient
        if is_compared(s, i) and spoken:
            before.date = spoken
        elif draft.date and not _origin(s, i):
            before.date = draft.date
        out.append(draft)
    out = to_none_of_row(to_one_of_two(to_the_third(out, ctx), s), s, ctx)
    out = paid_for_stakes(s, as_energy_goes(out, s, ctx))
    return with_slashed_flows(s, ctx, out)


def _rank_before(ranked: list[Draft], at: int) -> Topic | None:
    """The flow whose partner the sentence has just ranked: "Chad became its second market, with exports rising 5%"."""
    d = next((d for d in reversed(ranked) if d.end <= at), None)
    return Topic(d.mode, -1, "the rank before it", d.actor, d.recipient) if d is not None else None


def _ranked_two(topic: Topic, actor: tuple[str, ...], rank: Topic | None) -> tuple[str, ...] | None:
    """The two of a rank that trade behind it is of: "Mali is its top partner, with a $5 million turnover between the two"."""
    if rank is None or not topic.mode == rank.mode == "trade" or topic.carried or topic.of is not None:
        return None
    return rank.actor if rank.actor[0] not in actor or len(actor) < 2 else None


def _goes_on(s: Sentence, i: int, before: Topic) -> bool:
    """Whether a bare number is where people counted before went: "34,671 in January and dropped to 20,405"."""
    told = before.mode in COUNTED and before.how == "the figure of the sentence before"
    if not (told or before.mode in ("visitors", "students")) or (s.refs[i].value or 0) < _FEWEST:
        return False
    low = next((k for k in range(i - 1, -1, -1) if s.kinds[k] == "Q"), i)
    whose = low + 2 if low + 1 < i and s.kinds[low + 1] == "P" else low  # "310,000 British tourists, up from"
    return (not any(s.kinds[j] == "P" for j in range(whose, i)) and s.kinds[i + 1 : i + 2] != ["w"]) or (
        s.lowers[i + 1 : i + 2] in (["in"], ["for"], ["during"], ["last"])
        and not any(s.kinds[j] == "P" for j in range(low, i))
    )


def _goods_listed(scene: Scene, i: int, topic: Topic) -> bool:
    """Whether an amount in brackets is of goods in a list of what is sold or bought: then it is read as theirs."""
    return topic.mode in ("exports", "imports") and bracketed_goods(scene, i) is not None


def _told_flow(scene: Scene) -> bool:
    """Whether the sentence before told what was sold or bought: then tonnes are of that."""
    last = [d.mode for d in scene.ctx.last if d.kind == "figure"]
    return bool(last) and last[-1] in ("exports", "imports")


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
    if topic.how in OF_WORK:
        return len(parties) > 1
    if (
        topic.mode in ("jobs", "capacity", "cargo", "energy")
        and not scene.s.mentions
        and not (
            topic.carried or any(d.kind == "figure" for d in scene.ctx.last) or _line_of_pair(scene, topic)
        )
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
    if (
        topic.mode == "other"
        and "length" not in topic.how
        and not ("sent home" in topic.how or (topic.carried and _sent_home(scene, parties)))
        and not sides_of_order(topic, scene)
        and len({c for m in scene.s.mentions for c in m.codes} & parties) < 2
    ):
        return False
    if len(parties) >= 2:
        return True
    return not recipient and (
        topic.mode in _PROMISABLE and q.kind == "money" and bool(actor) and ("noun" in topic.how or to_region)
    )


def _sent_home(scene: Scene, parties: set[str]) -> bool:
    """Whether a change is one of what workers sent home, told in the sentence before: "That was 5 percent more"."""
    return any(
        "sent home" in d.because.get("mode", "") and parties == {*d.actor, *d.recipient}
        for d in scene.ctx.last
    )


def _said_whole(s: Sentence, i: int, items: dict[int, Item], topic: Topic, how: dict[str, str]) -> bool:
    """Whether a clause says by itself who sells to whom: "Brazil bought $5 billion from Mexico" is no item of a list."""
    v = topic.verb
    if how.get("recipient") == "whom":
        return True  # "was supplied by Norway with 500 MW"
    if topic.mode == "visitors" and topic.actor and topic.recipient and not topic.carried:
        return v is not None and s.clause[i] == v.clause  # "9,400 people from Malta visit Peru"
    return (
        v is not None
        and topic.item == v.main
        and s.clause[i] == v.clause
        and how.get("actor") == "agent"
        and how.get("recipient") in ("to", "from")
        and sum(s.clause[k] == v.clause for k in items) == 1
    )


def _line_of_pair(scene: Scene, topic: Topic) -> bool:
    """Whether a line between the document's two was just spoken of: "The capacity of these pipelines is 55 bcm"."""
    before, pair = scene.ctx.previous, set(scene.ctx.discourse.pair)
    if topic.mode != "capacity" or before is None or len(pair) != 2 or not _built(scene):
        return False
    return pair <= {c for m in before.mentions for c in m.codes}


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


def _topic(scene: Scene, i: int, q: Quantity, before: Topic | None) -> Topic | None:
    """The topic that the kind of quantity admits."""
    s = scene.s
    if q.kind == "physical":
        return volume(scene, i, q, before)
    if (
        q.kind == "number"
        and before is not None
        and i
        and (
            (s.lowers[i - 1] in ("from", "to", "against") and (before.unit or _goes_on(s, i, before)))
            or set_against(s, i, before)
        )
    ):
        return elided(scene, i, before)
    if q.kind == "count" and is_whole(s, i):
        return None
    found = gapped(scene, i, before) or topic_of(scene, i, before) or of_pronoun(scene, i)
    if found is not None and (granted := kind_of_grant(scene, i, q, found)):
        found.mode = granted
    if (
        found is not None
        and found.mode == "projects"
        and q.kind == "money"
        and _CONTRACTED.isdisjoint((*s.noun, *s.verb))
    ):
        given_too = before.mode if before is not None and before.mode in ("aid", "loan") else ""
        given_too = given_too or ("aid" if gives_for(scene, found.verb, i) else "")
        found.mode = _given_for(scene, found.item) or given_too or "investment"
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


def _given_for(scene: Scene, item: int) -> str:
    """The loan or aid that projects are told of: "the loan package comprises seven projects amounting to"; or nothing."""
    near = range(item - 1, max(-1, item - 9), -1)
    named = next((scene.modes[j] or "" for j in near if scene.modes[j] in ("loan", "aid")), "")
    listed = scene.s.lowers[0] == "("
    last = {d.mode for d in scene.ctx.last if d.kind == "figure"} if listed else set()
    return named or (last.pop() if len(last) == 1 and last <= {"loan", "aid"} else "")


def _origin(s: Sentence, i: int) -> bool:
    """Whether the number is where a change started: "from $4.2 million"."""
    return i > 0 and (
        starts_there(s, i)
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
    date, date_how = years_together(s, (date, date_how), ctx) if measure == "level" else (date, date_how)
    status, why = status_of(scene, i, topic, date)
    date = part_of_year_told(s, date, status, ctx)
    date, base = over_span(s, i, measure, date, base_of(s, i, measure, date, ctx), topic.told, ctx)
    date = change_on_itself(date, base, topic.told)
    first, last = _extent(s, i, topic)
    start, end = s.starts[first], s.ends[last]
    mutual = topic.mode in MUTUAL and not (topic.mode == "other" and recipient)
    sides = tuple(dict.fromkeys([*actor, *(recipient if mutual else ())]))
    balance = balance_of(scene, topic, sides)
    if balance is not None:
        sides, how = balance[0], {**how, "object": balance[2]}
    return Draft(
        kind="figure", mode=topic.mode, actor=sides, object=balance[1] if balance else None,
        recipient=() if mutual else recipient, status=status, start=start, end=end,
        rule=f"figure.{topic.mode}.{measure}.v1", date=date, measure=measure, value=value, low=low, high=high,
        unit=topic.unit if q.kind == "number" and topic.unit else unit_of(q, (*actor, *recipient), ctx),
        base=base, product=product_of(scene, i, topic),
        people=ctx.people_in(start, end), organisations=ctx.organisations_in(start, end),
        because={"mode": topic.how, **how, "status": why, "date": date_how},
    )  # fmt: skip


def _extent(s: Sentence, i: int, topic: Topic) -> tuple[int, int]:
    """Items of the evidence: from the topic (or the clause's start) to the number and its period."""
    first = i if topic.carried or topic.item < 0 else min(i, topic.item)
    while first > 0 and s.clause[first - 1] == s.clause[first] and s.kinds[first - 1] != ".":
        first -= 1
    last = i
    while last + 1 < s.n and s.kinds[last + 1] not in ".Q" and s.clause[last + 1] == s.clause[i]:
        last += 1
    return first, last
