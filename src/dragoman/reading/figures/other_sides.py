"""The side of a figure that grammar leaves open: from the clause, the figures before it, the document's pair."""

from __future__ import annotations

from dragoman.reading.annotations import PartyMention
from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.figures.apart import spent_worldwide
from dragoman.reading.figures.further_partners import teller_before
from dragoman.reading.figures.hosts import HOSTED, host_of
from dragoman.reading.figures.neighbours import to_a_state
from dragoman.reading.figures.orders import sides_of_order
from dragoman.reading.figures.reporters import of_title, of_told_trade, reporter_of
from dragoman.reading.figures.roles import (
    BOTH,
    FLOW_NOUNS,
    GIVEN,
    NO_SIDE,
    Parties,
    codes_of,
    owners_of,
    without,
)
from dragoman.reading.figures.scenes import MUTUAL, OTHER_OF_CLAUSE, Scene, Topic
from dragoman.reading.figures.told import beneficiary, of_all, of_many, reporter, with_world
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["as_beside", "carried_parties", "completed", "unheard"]

_BILATERAL = words("discourse", "topic") | {"both", "two"}
_WHOLES = words("figures.other_sides", "wholes")
_STATES = words("figures.other_sides", "states")
_SHIPPED = FLOW_NOUNS | {"shipment", "delivery", "sale", "supply"}
_PARTNERS = words("figures.other_sides", "partners")
_WAYS = ("exports", "imports")
_THROUGH = frozenset({"via", "through", "across"})
"""Prepositions behind which a party only lies on the way: "through the Uzbek grid"."""
_SPENT = frozenset({"aid", "loan", "investment", "projects"})
_WITHIN = frozenset({"in", "across", "throughout", "around", "within"})
# Nobody stands there who sells or buys what is told: "exports to Malta and Chad (both by 9 percent) and to Peru".
_FAR_SIDES = {"exports": ("to", "into"), "imports": ("from",)}
# So many figures back guests of the same country were told of (assumed).
_BACK = 6
_FROM_AFAR = ("the figure before it", "the subject before it", "whose partner was spoken of")


def _to_region(scene: Scene, topic: Topic) -> bool:
    """Whether the figure goes to a region or to the world: then there is no second party."""
    s, words = scene.s, scene.words
    preps = (
        words.region_preps | {"from", "at"}
        if topic.mode in ("imports", "visitors", "students")
        else words.region_preps
    )
    if any(w in ("abroad", "overseas") for w in s.lowers) and topic.mode in (
        "students",
        "visitors",
        "investment",
    ):
        return True
    for j in range(1, s.n):
        states = s.lowers[j] in _STATES and s.lowers[j - 1] in words.region_adjectives
        goods = (
            s.lowers[j - 1] in words.region_adjectives and s.lowers[j - 2] == "of"
        )  # "imports of African oil"
        region = s.lowers[j] in words.regions or f"{s.lowers[j - 1]} {s.lowers[j]}" in words.regions
        if j == topic.item or (s.lowers[j + 1 : j + 2] == ["of"] and "P" in s.kinds[j + 2 : j + 4]):
            continue  # "in all regions of Peru"
        if goods and topic.mode == "imports" and s.clause[j] == s.clause[topic.item]:
            return True
        if (region or states) and s.clause[j] == s.clause[topic.item]:
            for k in range(j - 1, max(-1, j - 7), -1):
                if s.kinds[k] not in "wL" or k in s.verb_at:
                    break
                if s.lowers[k] in preps:
                    return True
    return False


def completed(
    actor: tuple[str, ...], recipient: tuple[str, ...], how: dict[str, str], topic: Topic, scene: Scene
) -> Parties:
    """The side that grammar leaves open."""
    if actor and recipient:
        return actor, recipient, how
    if topic.mode in GIVEN and len(actor) > 1 and not recipient and not _all_pay(actor, scene.s):
        banks = tuple(c for c in actor if c in scene.ctx.discourse.bodies)
        if banks and len(banks) < len(actor):
            return banks, without(actor, banks), {**how, "recipient": "the state beside the bank"}
    if len(actor) == 2 and not recipient and topic.mode not in GIVEN:
        return (actor, (), how) if topic.mode in BOTH else (actor[:1], actor[1:], how)
    known = actor or recipient
    if actor and (_to_region(scene, topic) or spent_worldwide(scene, topic)):
        return actor, (), {**how, "recipient": "a region, no party"}
    other, why = _other_side(known, topic, scene, giver=bool(actor))
    if actor:
        return actor, other, {**how, "recipient": why}
    return other, recipient, {**how, "actor": why}


def _other_side(
    known: tuple[str, ...], topic: Topic, scene: Scene, *, giver: bool
) -> tuple[tuple[str, ...], str]:
    s, d = scene.s, scene.ctx.discourse
    c = s.clause[topic.item]

    def near(mentions: list[Mention]) -> tuple[str, ...]:
        usable = [
            m
            for m in mentions
            if m.cue not in NO_SIDE
            and m.cue not in _THROUGH
            and not (
                m.owner and m.head.split(" ")[-1] in scene.words.domestic | words("discourse", "hostile")
            )
            and not _of_other_flow(s, m, topic)
            and not _own_beside(s, m)
            and not (topic.mode in GIVEN and _gives_next(s, m))
            and not (topic.mode in GIVEN and giver and m.cue == "subj" and m.clause != c and not m.owner)
            and not _owns_the_same(s, m, topic)
            and not _in_aside(s, m, topic)
            and not (not giver and m.cue in _FAR_SIDES.get(topic.mode, ()))
        ]
        return without([x for x in codes_of(usable) if x not in d.bodies], known)

    if not giver and topic.mode in ("exports", "imports"):
        told = [x for x in scene.ctx.found[-3:] if x.kind == "figure" and x.mode == topic.mode]
        if told and told[-1].recipient == known and len(told[-1].actor) == 1:
            return told[-1].actor, "whose trade with it was told of before"
        both = [
            x
            for x in scene.ctx.found[-3:]
            if x.kind == "figure" and x.mode in ("trade", "exports", "imports")
        ]
        whole = {*both[-1].actor, *both[-1].recipient} if both else set()
        if len(known) == 1 and set(known) < whole and len(whole) == 2 and not near(s.mentions):
            return tuple(whole - set(known)), "whose trade with it was told of before"
    here = near([m for m in s.mentions if m.clause == c])
    if giver and not here and topic.mode in _WAYS and _looked_for(topic, scene):
        return (), "all the country's trade"
    if (
        not here
        and topic.mode in ("exports", "imports")
        and s.lowers[topic.item - 1] in ("total", "overall", "global", "foreign")
        and not to_a_state(s, topic.item)
        and set(known) & set(host_of(scene.ctx) or known)
    ):
        return (), "all the country's trade"
    if len(here) == 1:
        return here, OTHER_OF_CLAUSE
    if (
        giver
        and topic.mode in ("loan", "aid")
        and len(two := near(s.mentions)) == 2
        and _of_two(s, topic, two)
    ):
        return two, "the two that several loans are for"
    if not here and not giver and (teller := teller_before(topic.mode, known, scene)):
        return teller, "who told the same flow of another partner"
    if len(here) > 1 and topic.mode in HOSTED and set(host_of(scene.ctx)) & set(here):
        return host_of(scene.ctx), "whose figures the document tells"
    if not here and topic.mode in ("cargo", "energy", "imports", "exports"):
        begin = s.clause.index(c)
        named = scene.ctx.within(scene.ctx.organisations, s.starts[begin], s.starts[topic.item])
        seats = {o.country for o in named if o.country and o.country not in known}
        if len(seats) == 1:
            return (seats.pop(),), "the company's country"
    if topic.mode == "aid" and giver and not here and "noun" not in topic.how and _was_given(known, scene):
        return (), "its own share of what it was given for"
    if giver and not here and topic.mode in _SPENT and _at_home(s, known, topic):
        return (), "spent at home"
    if topic.mode in GIVEN and giver:
        before = beneficiary(known, scene.ctx)
        if before and not here:
            return before, "who was given to before"
    if (
        not here
        and giver is False
        and topic.mode in ("exports", "imports")
        and (teller := reporter(known, scene.ctx))
    ):
        return teller, "whose trade was told of before"
    host = host_of(scene.ctx) if topic.mode in HOSTED and not here else ()
    if host and not set(host) & set(known):
        return host, "whose figures the document tells"
    if topic.mode == "visitors" and giver and not here and (visited := _visited(known, scene)):
        return visited, "whom the others told of visited"
    anywhere = near(s.mentions)
    if len(anywhere) == 1 and not here:
        return anywhere, "the other party of the sentence"
    if host and (d.titled or len(d.pair) != 2):
        if shared := _traded_with(known, topic, scene):
            return shared, "whose trade with it was told of before"
        return (), "all partners of whose figures are told"
    if topic.mode in HOSTED and (giver or d.anchor) and unheard(scene):
        return (), "the other party has not been named yet"
    if not giver and topic.mode in ("aid", "loan") and (gave := _gave_before(known, topic, scene)):
        return gave, "who announced it, or gave before"
    if len(d.pair) == 2 and (set(known) & set(d.pair) or not set(known) <= set(d.pair)):
        rest = without(d.pair, known)
        if len(rest) == 1 and (not giver or rest[0] not in d.bodies):
            return rest, "the other party of the document's pair"
    return d.other(known), "the other party of the document's pair"


def _traded_with(known: tuple[str, ...], topic: Topic, scene: Scene) -> tuple[str, ...]:
    """The one that ``known`` was just said to trade with: its exports behind that are a part of the trade of the two."""
    told = [x.actor for x in scene.ctx.last if x.kind == "figure" and x.mode == "trade"]
    if "trade" in scene.modes[: topic.item] and scene.ctx.discourse.titled:
        told.append(
            scene.ctx.discourse.pair
        )  # "trade amounted to 5 million; Malian exports made up 3 of this"
    if topic.mode not in _WAYS or not told or len(told[-1]) != 2 or not set(known) < set(told[-1]):
        return ()
    return without(told[-1], known)


def _gave_before(known: tuple[str, ...], topic: Topic, scene: Scene) -> tuple[str, ...]:
    """The giver of money of which only the taker is named: who announces it, a body too, or the one giver told of before."""
    s = scene.s
    says = [
        m
        for m in s.mentions
        if m.cue == "subj" and not m.owner and m.item < topic.at and m.clause < s.clause[topic.item]
    ]
    said = without(codes_of(says), known)
    if len(said) == 1:
        return said
    told = [d.actor for d in scene.ctx.found[-4:] if d.kind == "figure" and d.mode in ("aid", "loan")]
    givers = {actor for actor in told if actor}
    one = givers.pop() if len(givers) == 1 else ()
    return one if len(one) == 1 and not set(one) & set(known) and len(known) == 1 else ()


def _all_pay(actor: tuple[str, ...], s: Sentence) -> bool:
    """Whether several stand together behind "by", a bank among them: "co-funded by the Bank and Norway"."""
    return {*actor} <= {c for m in s.mentions if m.cue == "by" for c in m.codes}


def _at_home(s: Sentence, known: tuple[str, ...], topic: Topic) -> bool:
    """Whether money goes to works in the giver's own country: "Peru approved 2 million soles for roads in Lima"."""
    places = [
        m for m in s.mentions
        if m.item > topic.at and m.codes == known and m.kind in "PL" and s.lowers[m.item - 1] in _WITHIN
    ]  # fmt: skip
    return bool(places) and all(m.codes == known for m in s.mentions)


def _was_given(known: tuple[str, ...], scene: Scene) -> bool:
    """Whether the last money told of was given to whoever spends now: "Its government will provide $3 million too"."""
    told = [
        d for d in scene.ctx.found[-4:] if d.kind == "figure" and d.mode in ("aid", "loan") and d.recipient
    ]
    return bool(told) and {*known} <= {*told[-1].recipient} and not scene.ctx.discourse.titled


def _looked_for(topic: Topic, scene: Scene) -> bool:
    """Whether a country looks for so much with all: "Chad expects exports of $500 million this year"."""
    v, s = topic.verb, scene.s
    return (
        v is not None
        and v.lemma in scene.words.forecast_verbs
        and 0 < topic.item - v.main <= 2  # "expects exports", "expects total exports"
        and s.lowers[topic.item + 1 : topic.item + 2] == ["of"]
        and not s.says(_BILATERAL)
    )


def _own_beside(s: Sentence, m: Mention) -> bool:
    """Whether a party owns a flow of its own that is left out: "Estonian exports were $3 million and Malta's $2 million"."""
    behind = m.item + 2
    return s.lowers[m.item + 1 : behind] in (["'s"], ["’s"], ["'"], ["’"]) and (
        s.lowers[behind : behind + 1] in (["at"], ["to"], ["by"], ["from"], ["were"], ["was"])
        or s.kinds[behind : behind + 1] == ["Q"]
    )


def _visited(known: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """The one country whose guests were told just before: "Arrivals from Germany grew, too"."""
    told = {d.recipient for d in scene.ctx.found[-_BACK:] if d.kind == "figure" and d.mode == "visitors"}
    one = told.pop() if len(told) == 1 else ()
    return one if len(one) == 1 and not set(one) & set(known) else ()


def _of_two(s: Sentence, topic: Topic, both: tuple[str, ...]) -> bool:
    """Whether two loans or grants are told of with two countries joined: "roads in A and B", "signed two loans"."""
    counted = {"two", "both"} & set(s.lowers[max(0, topic.item - 4) : topic.item])
    pairs = [
        (m, o)
        for m in s.mentions
        for o in s.mentions
        if m.item + 2 == o.item and s.lowers[m.item + 1] == "and"
    ]
    return bool(counted) and any({*m.codes, *o.codes} == {*both} for m, o in pairs)


def _gives_next(s: Sentence, m: Mention) -> bool:
    """Whether a party is one more who gives: "Malta will pay $3 million in May, Chad $2 million", "and $2 million from Chad"."""
    if m.cue == "from":
        at = next((k for k in range(m.item - 1, max(0, m.item - 4), -1) if s.lowers[k] == "from"), 0)
        if at and s.kinds[at - 1] == "Q" and s.refs[at - 1].kind == "money":
            return True
    behind = s.kinds[m.item + 1 : m.item + 2] == ["Q"] and s.refs[m.item + 1].kind in (
        "money",
        "multiple",
    )
    behind = behind or s.lowers[m.item + 1 : m.item + 2] in (["half"], ["twice"])
    return behind and s.lowers[m.item - 1] in (",", "and", "while", ";")


def _owns_the_same(s: Sentence, m: Mention, topic: Topic) -> bool:
    """Whether a party has a flow of the same kind of its own: "Maltese exports were $2 million, Chad's exports $3 million"."""
    noun = s.noun[topic.item] if s.kinds[topic.item] == "w" else ""
    return bool(m.owner) and noun in FLOW_NOUNS and m.head_item != topic.item and s.noun[m.head_item] == noun


def _in_aside(s: Sentence, m: Mention, topic: Topic) -> bool:
    """Whether a party is only named between a flow and its verb: "exports to Chad, which is at war with Mali, fell"."""
    v = topic.verb
    if v is None or not v.finite or not topic.item < m.item < v.first or s.lowers[v.first - 1] != ",":
        return False
    return any(
        s.lowers[j] == "," and s.lowers[j + 1] in ("which", "who", "whose") for j in range(topic.item, m.item)
    )


def _of_other_flow(s: Sentence, m: Mention, topic: Topic) -> bool:
    """Whether a party is the far side of a flow of the same kind told beside: "exports to A grew, and exports to B fell"."""
    if m.cue in ("to", "from") and m.governor > topic.at > topic.item >= 0 and s.noun[m.governor] in _SHIPPED:
        return True  # "exports fell 2 percent as a result of a decrease in coal shipments to Malta"
    return (
        m.cue in ("to", "from", "into")
        and m.governor >= 0
        and m.governor != topic.item
        and (
            (s.noun[m.governor] and s.noun[m.governor] == s.noun[topic.item])
            # "2 bcm were exported to A, and 1 bcm was exported to B"
            or (
                topic.verb is not None
                and topic.verb.passive
                and m.governor != topic.verb.main
                and m.governor in s.verb_at
                and s.verb_at[m.governor].lemma == topic.verb.lemma
            )
        )
    )


def _sums_up(topic: Topic, scene: Scene) -> bool:
    """Whether the flow, or one told before it in the sentence, is all of one country's."""
    s = scene.s
    if s.mentions or s.says(_BILATERAL) or to_a_state(s, topic.item):
        return False
    if any(d.kind == "figure" and d.mode == "trade" and not d.object for d in scene.ctx.last):
        return False  # of the turnover told just before
    last = min(topic.item + 1, s.n)
    return any(
        scene.modes[j] in _WAYS and s.lowers[j - 1] in ("total", "overall", "aggregate")
        for j in range(1, last)
    )


def _only_speaks(subject: tuple[str, ...], scene: Scene) -> bool:
    """Whether the last subject is there only as who reported: "the Maltese embassy said in its report on Chad"."""
    before, d = scene.ctx.previous, scene.ctx.discourse
    if before is None or d.titled:
        return False
    classes = scene.ctx.lexicon.classes_of_verb
    speaks = [g for g in before.groups if {"say", "report"} & classes.get(g.lemma, frozenset())]
    return any(
        m.codes == subject and m.cue == "subj" and any(0 < g.first - m.item <= 2 for g in speaks)
        for m in before.mentions
    )


def _of_all(topic: Topic, scene: Scene) -> bool:
    """Whether a sentence that names nobody tells what one country has with all: its total, the country's, its deficit."""
    s = scene.s
    if not s.mentions and s.says(_BILATERAL):
        return False
    changes = scene.words.change_nouns
    whole = any(s.lowers[j] in _WHOLES and s.noun[min(j + 1, s.n - 1)] not in changes for j in range(s.n))
    of_two = any(d.mode == "trade" and len({*d.actor, *d.recipient}) == 2 for d in scene.ctx.last)
    return whole or (topic.mode == "trade" and not of_two)


def as_beside(topic: Topic, before: Topic | None, found: Parties, scene: Scene) -> Parties:
    """The parties of the flow told just before in the sentence, where this one names nobody: "while imports were"."""
    if before is not None and before.how == "the rank before it" and before.mode == topic.mode in _WAYS:
        if {*found[0], *found[1]} == {*before.actor, *before.recipient}:
            return before.actor, before.recipient, {"actor": before.how}
    if before is not None and (ranked := _other_of_rank(topic, before, found)) is not None:
        return ranked
    if before is not None and _share_of_its_trade(topic, before, scene):
        return before.actor, (), {"actor": "the figure before it"}
    if before is not None and _bare_beside(topic, before, scene):
        return before.actor, before.recipient, {"actor": "the figure before it"}
    named = found[2] and (found[2].get("actor") not in _FROM_AFAR or "recipient" in found[2])
    if named or before is None or topic.mode not in _WAYS or before.mode not in (*_WAYS, "trade"):
        return found
    if before.mode == "trade" and not found[0]:
        told = _way_told(before, scene) or _own_trade(before, scene)
        if told is not None:
            return told
        if before.item >= 0 and not before.carried:
            return reporter_of((*before.actor, *before.recipient), scene.ctx)
    if len(before.actor) != 1 or len(before.recipient) != 1:
        return found
    return before.actor, before.recipient, {"actor": "the figure before it"}


def _bare_beside(topic: Topic, before: Topic, scene: Scene) -> bool:
    """Whether a flow that names nobody stands beside the other one of a side just named: "Chad's exports $4 million, imports $2 million"."""
    if {topic.mode, before.mode} != {*_WAYS} or before.carried or not 0 <= before.item < topic.item:
        return False
    one_side = len(before.actor) == len(before.recipient) == 1
    named = any(m.owner and m.head_item == before.item for m in scene.s.mentions)
    between = any(before.item < m.item <= topic.at or m.head_item == topic.item for m in scene.s.mentions)
    return one_side and named and not between and (topic.verb is None or topic.verb.main < before.item)


def _other_of_rank(topic: Topic, before: Topic, found: Parties) -> Parties | None:
    """The other one of a rank just told, nearer than whose figures the document tells: "Mali was its second buyer, having raised imports"."""
    if before.how != "the rank before it" or topic.mode not in _WAYS:
        return None
    if len(found[0]) != 1 or found[2].get("recipient") != "whose figures the document tells":
        return None
    two = (*before.actor, *before.recipient)
    other = without(two, found[0])
    known = len(two) == 2 and len(other) == 1
    return (found[0], other, {**found[2], "recipient": before.how}) if known else None


def _share_of_its_trade(topic: Topic, before: Topic, scene: Scene) -> bool:
    """Whether a share says what part of a whole the trade before it is: "was $7 million, making up 2% of Chad's with the EU"."""
    v = topic.verb
    told = (
        v is not None
        and (v.gerund or v.relative)
        and v.lemma
        in words("figures.successions", "makes") | {"account", "account for", "represent", "constitute"}
    )
    whole = (
        scene.s.kinds[topic.at] == "Q"
        and scene.s.refs[topic.at].kind == "percent"
        and "behind the preposition" in topic.how
    )
    return told and whole and before.mode == topic.mode == "trade" and len(before.actor) == 2


def _own_trade(before: Topic, scene: Scene) -> Parties | None:
    """Whose trade was told just before: "Malawi's trade with Chad was $3 million, with exports making up $1 million"."""
    s, pair = scene.s, (*before.actor, *before.recipient)
    if len(pair) != 2 or before.item < 0 or s.kinds[before.item] != "w":
        return None
    owner = codes_of(owners_of(s, before.item))
    if not owner and s.lowers[before.item + 1 : before.item + 2] == ["with"]:
        with_it = codes_of([m for m in s.mentions if m.cue == "with" and m.governor == before.item])
        owner = without(pair, with_it) if with_it else ()
    if len(owner) != 1 or owner[0] not in pair:
        return None
    return owner, without(pair, owner), {"actor": "whose trade the figure before it was"}


def _way_told(before: Topic, scene: Scene) -> Parties | None:
    """Who sells to whom where the sentence before told it: "trade fell 13 percent, with a drop of 11 percent in exports"."""
    pair = {*before.actor, *before.recipient}
    last = [d for d in scene.ctx.last if d.kind == "figure" and d.mode in _WAYS and d.recipient]
    if len(pair) != 2 or not last or {*last[-1].actor, *last[-1].recipient} != pair:
        return None
    return last[-1].actor, last[-1].recipient, {"actor": "the figures of the sentence before"}


def unheard(scene: Scene) -> bool:
    """Whether the other one of a pair that the title names half of has not been named yet: nothing is left out then."""
    d = scene.ctx.discourse
    if d.titled or len(d.pair) != 2:
        return False
    known = {d.anchor, *d.history, *(c for m in scene.s.mentions for c in m.codes)}
    return not known.issuperset(d.pair) and not {*d.pair} <= known | _named_so_far(scene, {*d.pair} - known)


def _named_so_far(scene: Scene, looked_for: set[str]) -> set[str]:
    """Which of some parties stand in the text up to the sentence, as a title's half or a dateline too."""
    found: set[str] = set()
    for mark in scene.ctx.marks:
        if mark.start >= scene.s.span[1] or found == looked_for:
            break
        if isinstance(mark, PartyMention):
            found |= looked_for.intersection(mark.codes)
    return found


def _only_of_pair(scene: Scene) -> bool:
    """Whether all figures told lately are of the two that the title names: then goods told without a name are theirs."""
    d = scene.ctx.discourse
    told = [{*x.actor, *x.recipient} for x in scene.ctx.found[-_BACK:] if x.kind == "figure"]
    return d.titled and len(d.pair) == 2 and len(told) > 1 and all(both == {*d.pair} for both in told)


def carried_parties(topic: Topic, scene: Scene) -> Parties:
    """A sentence that names nobody goes on about the parties of the figures before it."""
    ctx = scene.ctx
    mutual = topic.mode in MUTUAL
    if dealt := sides_of_order(topic, scene):
        return dealt, (), {"actor": "who dealt with each other just before"}
    low, adjectives = scene.s.lowers, scene.words.region_adjectives
    if any(low[j] in _STATES and low[j - 1] in adjectives for j in range(1, scene.s.n)):
        return (), (), {}  # "trade with South Asian countries grew, with imports up 8 percent"
    only_pair = _only_of_pair(scene) and not _of_all(topic, scene)
    opens = scene.s.noun[0] in FLOW_NOUNS or scene.s.lowers[0] in ("its", "their", "it")
    if (
        not scene.s.mentions
        and topic.mode in ("exports", "imports")
        and (ctx.discourse.titled and host_of(ctx))
        and not (opens or only_pair)
    ):
        return (), (), {}
    if topic.mode in _WAYS and not ctx.discourse.titled and _sums_up(topic, scene):
        return (), (), {}  # "Total imports grew 27.6 percent to $12 billion"
    just_told = len({frozenset((*d.actor, *d.recipient)) for d in ctx.last if d.kind == "figure"}) == 1
    if topic.mode in HOSTED and host_of(ctx) and (_of_all(topic, scene) or not (just_told or only_pair)):
        return (), (), {}
    spoken_of_two = scene.s.says(_BILATERAL) and ctx.discourse.titled
    others = (of_many(ctx) or of_all(ctx)) and not spoken_of_two
    if topic.mode in ("trade", "exports", "imports") and (others or with_world(scene.s)):
        return (), (), {}
    for draft in reversed(ctx.found[-6:]):
        if draft.kind != "figure" or not (mutual or draft.recipient):
            continue
        if draft.mode == "other" and draft.unit == "1" and not mutual:
            continue  # people who live abroad neither buy nor give
        if not mutual:  # "Finland exported ... Imports amounted to": the same reporter
            return draft.actor, draft.recipient, {"actor": "the figure before it"}
        both = (*draft.actor, *draft.recipient)
        if len(both) == 2:
            return both, (), {"actor": "the figure before it"}
    d: Discourse = ctx.discourse
    if topic.mode in HOSTED and unheard(scene):
        return (), (), {}
    if mutual:
        return d.two(), (), {"actor": "the document's pair"}
    for m in ctx.previous.mentions if ctx.previous is not None else ():
        if m.owner == "poss" and m.head.split(" ")[-1] in _PARTNERS and {*m.codes} < {*d.pair}:
            return m.codes, d.other(m.codes), {"actor": "whose partner was spoken of"}
    if d.subject and d.subject[0] in d.pair and len(d.pair) == 2 and not _only_speaks(d.subject, scene):
        return d.subject, d.other(d.subject), {"actor": "the subject before it"}
    return of_told_trade(topic.mode, ctx) if ctx.last or ctx.found else of_title(topic.mode, scene.s, ctx)
