"""Between whom a figure stands: from grammar, then from the figures before it, then from the document's pair."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.figures.debts import debt_sides
from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.lending import from_unnamed, lending_states, where_taken
from dragoman.reading.figures.mutuals import mutual_parties, sharing_a_cost
from dragoman.reading.figures.origins import for_whose_sake, home_of_helped, line_begins, origin, where_told
from dragoman.reading.figures.other_sides import carried_parties, completed
from dragoman.reading.figures.regions import of_region
from dragoman.reading.figures.roles import (
    BOTH,
    GIVEN,
    Parties,
    codes_of,
    cued,
    doers_of,
    owners_of,
    placed_at,
    without,
)
from dragoman.reading.figures.scenes import MUTUAL, OTHER_OF_CLAUSE, Scene, Topic
from dragoman.reading.figures.split_flows import of_the_trade_told
from dragoman.reading.figures.told import beneficiary
from dragoman.reading.frames.agents import patients_of
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["parties_of"]


_DEFAULT_ROLES = (("own", "agent", "by", "from"), ("to", "in", "for", "with", "patient"))
_COMING = GIVEN | {"visitors", "students", "companies"}
_FUNDS = words("figures.parties", "funds")


def _as_of_whole(topic: Topic, s: Sentence) -> Topic:
    """A part told in a clause of its own is done by who does the whole: "gave B 6 billion, which includes 2 billion"."""
    verb = topic.verb
    top = verb.governor if verb is not None and verb.infinitive else verb
    if top is None or not top.relative or top.lemma not in ("include", "comprise"):
        return topic
    before = [g for g in s.groups if g.finite and g.main < top.first]
    return replace(topic, verb=before[-1]) if before else topic


def _as_of_giving(topic: Topic, scene: Scene) -> Topic:
    """Money summed up by a participle is given by whoever helps: "supports Chad with loans totalling $3 million"."""
    s, verb = scene.s, topic.verb
    if (
        topic.mode not in ("aid", "loan")
        or verb is None
        or verb.finite
        or verb.passive
        or verb.first < topic.item
    ):
        return topic
    before = [g for g in s.groups if g.finite and g.main < topic.item and g.clause == s.clause[topic.item]]
    helps = bool(before) and before[-1].lemma in scene.words.supporters and not before[-1].passive
    return replace(topic, verb=before[-1]) if helps else topic


_WON = frozenset({"project", "tender", "bid", "scheme"})
"""What builders win abroad: no money comes to them as an investment."""


def _is_won(s: Sentence, item: int) -> bool:
    """Whether a noun is what builders win: "a bridge project"."""
    return s.noun[item].rpartition(" ")[2] in _WON


def parties_of(topic: Topic, scene: Scene) -> Parties:
    """(actor, recipient, how) of a topic; empty where the text names nobody."""
    s, ctx = scene.s, scene.ctx
    topic = _as_of_giving(_as_of_whole(topic, s), scene)
    if topic.mode in ("loan", "aid") and (beside := _beside_amount(topic, scene)):
        return beside
    if topic.actor and (topic.recipient or topic.mode in MUTUAL or topic.carried):
        return topic.actor, topic.recipient, {"actor": "as the figure before it"}
    if (owed := debt_sides(topic, scene)) is not None:
        return owed
    if of_region(scene, topic):
        return (
            codes_of([m for m in s.mentions if m.owner and m.head_item == topic.item]),
            (),
            {"recipient": "a region"},
        )
    if topic.mode in ("visitors", "students") and not topic.actor and _of_all_origins(scene, topic.item):
        return (), (), {}
    if not s.mentions:
        company = _by_company(topic, scene) if topic.mode in ("energy", "exports", "investment") else ()
        other = ctx.discourse.other(company) if company else ()
        if company and other:
            return company, other, {"actor": "the company's country", "recipient": "the document's pair"}
        return carried_parties(topic, scene)
    if (split := of_the_trade_told(topic, scene)) is not None:
        return split
    agents = doers_of(scene, topic.verb, topic.item)
    if topic.actor:
        return _with_known_actor(topic, scene, agents)
    if "is sent" in topic.how:
        sent = codes_of(cued(s, topic.item, topic.verb, "from")) or codes_of(agents)
        got = without(codes_of(cued(s, topic.item, topic.verb, "to", "into")), sent) or without(
            codes_of([m for m in s.mentions if m.cue == "in" and m.item > topic.item]), sent
        )  # "to banks in Kazakhstan"
        got = got or without(
            codes_of([m for m in agents if m.owner == "adj"]), sent
        )  # "Tajik migrants remitted"
        return (sent, got, {"actor": "from", "recipient": "to"}) if sent and got else ((), (), {})
    if topic.verb is not None and topic.verb.lemma in scene.words.paying and topic.item == topic.verb.main:
        return _directed(topic, scene, agents)
    if topic.mode in MUTUAL:
        return mutual_parties(topic, scene, agents)
    between = codes_of(cued(s, topic.item, None, "between", "among"))
    if not between and topic.verb is not None and topic.verb.first and s.lowers[topic.verb.first - 1] == ",":
        between = codes_of(
            [m for m in s.mentions if m.cue == "between"]
        )  # "traffic between A and B, ..., reached"
    if topic.mode in BOTH and len(between) >= 2:
        return between, (), {"actor": "between"}
    if s.noun[topic.item] in scene.words.costing or "cost" in topic.how:
        return sharing_a_cost(topic, scene, agents)
    before = topic.of
    if before is not None and s.kinds[topic.item] == "w":
        owner = codes_of(owners_of(s, topic.item))
        if owner and set(owner) <= set(before.recipient) and "that announces" not in topic.how:
            return before.actor, before.recipient, {"actor": "a share of what the figure before it told"}
    if "behind the preposition" in topic.how and topic.mode in ("exports", "imports") and agents:
        whole = codes_of([m for m in s.mentions if m.cue == "of" and m.governor == topic.item])
        part = without(codes_of(agents), whole)
        owner = codes_of(owners_of(s, topic.item))
        shares = topic.verb is not None and topic.verb.lemma in scene.words.list_takers
        if owner and part and shares and not set(owner) & set(part):
            return owner, part, {"actor": "whose whole", "recipient": "whose share"}
        if whole and part and not owner:  # "Mongolia made up 11 percent of the coal imports of China"
            return whole, part, {"actor": "whose whole", "recipient": "whose share"}
    if (share := _share_of_host(topic, scene, agents) or _share_from(topic, scene)) is not None:
        return share
    sources = [m for m in s.mentions if m.cue == "from" or m.owner == "adj"]
    alone = len({c for m in s.mentions for c in m.codes}) < 2 and not sources
    if topic.mode == "investment" and alone and _from_all(scene, topic.item):
        return (), (), {}  # what all invest there
    turned = _turned_round(topic, scene, agents)
    if turned is not None:
        return turned
    actor, recipient, how = _directed(topic, scene, agents)
    verb = topic.verb if topic.mode == "energy" else None
    buys = verb is not None and not verb.passive and verb.lemma in scene.words.market_buyers
    if buys and how.get("recipient") == OTHER_OF_CLAUSE:
        # "will receive Azeri gas, 1 bcm a year"
        return recipient, actor, {"actor": OTHER_OF_CLAUSE, "recipient": "who buys"}
    return actor, recipient, how


def _of_all_origins(scene: Scene, item: int) -> bool:
    """Whether guests are those of all countries: "25 million international visitors"."""
    s = scene.s
    if s.kinds[item] != "w":
        return False
    all_told = {"international", "foreign", "overseas", "total"} & set(s.lowers[max(0, item - 2) : item])
    if not all_told and "including" not in s.lowers[item + 1 : item + 5]:
        return False
    return not any(
        (m.cue in ("from", "of") and not _of_next(s, item, m)) or (m.owner and m.head_item == item)
        for m in s.mentions
    )


def _of_next(s: Sentence, item: int, m: Mention) -> bool:
    """Whether a party stands behind a number that is told after the noun: "25 million so far, with 4 million from Malta"."""
    return any(s.kinds[k] == "Q" for k in range(item + 1, m.item))


def _from_all(scene: Scene, item: int) -> bool:
    """Whether an investment is what all countries put in: "foreign investment", "FDI"."""
    s = scene.s
    return s.noun[item] in scene.words.from_all or (
        s.noun[item] == "investment" and s.lowers[item - 1] == "foreign"
    )


def _share_of_host(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties | None:
    """Who accounts for a part of the exports or imports that the document tells: "Malta accounted for $4 million"."""
    s, host, verb = scene.s, host_of(scene.ctx), topic.verb
    if (
        not host
        and topic.mode in ("exports", "imports")
        and "total" in s.lowers[max(0, topic.item - 3) : topic.item]
    ):
        host = scene.ctx.discourse.other(codes_of(agents))  # "Malta accounted for 2 percent of total imports"
    if topic.mode not in ("exports", "imports") or verb is None or verb.passive or not host:
        return None
    takes = verb.lemma in scene.words.list_takers or (
        verb.lemma == "make" and s.lowers[verb.main + 1 : verb.main + 2] == ["up"]
    )
    part = codes_of(agents)
    if not takes or len(part) != 1 or set(part) & set(host) or owners_of(s, topic.item):
        return None
    way = "from" if topic.mode == "imports" else "to"
    if any(m.cue == way and m.governor == topic.item and not {*m.codes} & {*host, *part} for m in s.mentions):
        return None  # "Mali ranked fourth with a 10% rise in imports from Peru": its own
    if any(m.cue in ("to", "of", "by") and m.codes == host and m.governor == topic.item for m in s.mentions):
        if topic.mode == "exports":
            return part, host, {"actor": "whose share", "recipient": "where it goes"}
    return host, part, {"actor": "whose figures are told", "recipient": "whose share"}


def _beside_amount(topic: Topic, scene: Scene) -> Parties | None:
    """Who gives each of several sums: "with China for $6 million, with Italy for $2 million", "$3 million from Malta"."""
    s, i = scene.s, topic.at
    sums = [j for j in range(s.n) if s.kinds[j] == "Q" and s.refs[j].kind == "money"]
    if len(sums) < 2 or i not in sums:
        return None
    if s.lowers[i - 1] == "for" and s.kinds[i - 2] == "P":
        near = [m for m in s.mentions if m.item == i - 2 and m.cue == "with"]
    elif s.lowers[i + 1 : i + 2] == ["from"]:
        near = [m for m in s.mentions if i + 1 < m.item <= i + 3 and m.cue == "from"]
    else:
        return None
    giver = codes_of(near)
    verb = topic.verb
    gives = (
        verb is not None
        and not verb.passive
        and {"give_v", "lend_v"} & scene.ctx.lexicon.classes_of_verb.get(verb.lemma, frozenset())
    )
    ahead = patients_of(s, verb) if gives and verb is not None else [m for m in s.mentions if m.cue == "subj"]
    got = without(topic.recipient or codes_of([m for m in ahead if m.item < i]), giver) or beneficiary(
        giver, scene.ctx
    )
    return (
        (giver, got, {"actor": "beside its sum", "recipient": "who got the others"})
        if giver and got
        else None
    )


def _whence(s: Sentence, item: int) -> tuple[str, ...]:
    """The country right behind people and "from": "350 students from Chad"."""
    near = (m for m in s.mentions if item < m.item <= item + 4)
    return next((m.codes for m in near if "from" in s.lowers[item + 1 : m.item]), ())


def _share_from(topic: Topic, scene: Scene) -> Parties | None:
    """A part of one country's aid, investors or guests that comes from another: "half of Malta's aid came from Chile"."""
    s, item = scene.s, topic.item
    if topic.mode not in _COMING or "preposition" not in topic.how or s.refs[topic.at].kind != "percent":
        return None
    comes = next((v for v in s.groups if v.main > item and v.clause == s.clause[item]), None)
    if comes is None or comes.passive or comes.lemma not in scene.words.stemming:
        return None
    source = codes_of(
        [m for m in s.mentions if m.item > comes.main and s.lowers[m.item - 1] in ("from", "the")][:1]
    )
    whole = codes_of(owners_of(s, item)) or codes_of(cued(s, item, None, "to", "in", "into", "at"))
    whole = without(whole or host_of(scene.ctx), source)
    if not source or "from" not in s.lowers[comes.main : comes.main + 3] or not whole:
        return None
    return source, whole, {"actor": "where they come from", "recipient": "whose whole"}


def _with_known_actor(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties:
    """The topic has its actor already ("38,000 Australians", "Honduran shrimp"); find the other side."""
    s = scene.s
    patients = patients_of(s, topic.verb) if topic.verb is not None else []
    for how, found in (
        ("agent", agents),
        ("patient", patients),
        ("in", cued(s, topic.item, topic.verb, "in", "to", "at")),
    ):
        other = without(codes_of(found), topic.actor)
        if other:
            return topic.actor, other, {"actor": topic.how, "recipient": how}
    return completed(topic.actor, (), {"actor": topic.how}, topic, scene)


def _turned_round(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties | None:
    """Verbs and nouns whose subject is the receiving side."""
    s, d, item, verb = scene.s, scene.ctx.discourse, topic.item, topic.verb
    words = scene.words
    if topic.mode == "exports" and s.noun[item + 1 : item + 2] and s.noun[item + 1] in words.earnings:
        market, owner = codes_of(cued(s, item + 1, verb, "from")), codes_of(owners_of(s, item))
        if market:  # "export earnings from Uganda": what is sold there
            others = codes_of([m for m in s.mentions if m.kind == "P" and not set(m.codes) & set(market)])
            other = without(owner or d.other(market) or others[:1], market)
            return (other, market, {"actor": "who earns", "recipient": "earnings from"}) if other else None
    if "adds to" in topic.how:
        owner, source = codes_of(owners_of(s, item)), codes_of(agents)
        if owner and source and topic.mode != "trade":
            return (
                owner,
                without(source, owner),
                {"actor": "whose earnings", "recipient": "who adds to them"},
            )
    if topic.mode == "imports":
        # "Turkish imports to Kazakhstan": goods of Türkiye that Kazakhstan imports
        into, owner = codes_of(cued(s, item, verb, "to", "into")), codes_of(owners_of(s, item))
        if into and owner and not cued(s, item, verb, "from") and set(into) != set(owner):
            return into, without(owner, into), {"actor": "imports to", "recipient": "whose goods"}
        if s.lowers[item + 1 : item + 2] == ["of"]:
            source = codes_of(
                [m for m in s.mentions if m.governor == item and m.cue == "of" and m.head == "origin"]
            )
            buyer = without(codes_of(agents), source) or d.other(source)
            if source and buyer:
                return buyer, source, {"actor": "who buys", "recipient": "of whose origin"}
    if topic.mode == "students" and verb is not None and verb.lemma in words.hosts and not verb.passive:
        came = without(codes_of(owners_of(s, item)) or _whence(s, item), codes_of(agents))
        if came and agents:
            return came, codes_of(agents), {"actor": "from", "recipient": f"who {verb.lemma}s"}
    if verb is not None and topic.mode == "visitors" and verb.lemma in words.hosts and not verb.passive:
        came = without(
            codes_of(cued(s, item, verb, "from")) or codes_of(owners_of(s, item)) or topic.actor,
            codes_of(agents),
        )
        known = came and agents
        return (
            (came, codes_of(agents), {"actor": "from", "recipient": f"who {verb.lemma}s"})
            if known
            else ((), (), {})
        )
    if verb is None or topic.mode not in GIVEN | {"students"}:
        return None
    if topic.mode == "students":
        # scholarships: the students' country is that which is given to
        gives = (
            "give_v" in scene.ctx.lexicon.classes_of_verb.get(verb.lemma, ())
            or verb.lemma in _FUNDS
            or (verb.lemma == "make" and "available" in s.lowers[verb.main :])
        )
        place = s.noun[item].endswith("scholarship") or "places to learn" in topic.how
        given = _whence(s, item) if not place else ()
        if gives and (given := without(given, codes_of(agents))):
            return given, codes_of(agents), {"actor": "from", "recipient": "who gives"}
        if place and gives:
            given = without(
                codes_of(cued(s, item, verb, "to", "for")) or codes_of(patients_of(s, verb)), codes_of(agents)
            ) or d.other(codes_of(agents))
            if given and agents:
                return given, codes_of(agents), {"actor": "given to", "recipient": "who gives"}
        return None
    if verb.lemma in words.debtors:
        creditor = without(
            codes_of(patients_of(s, verb)) or codes_of(cued(s, item, verb, "to")), codes_of(agents)
        )
        if agents and creditor:
            return creditor, codes_of(agents), {"actor": "who is owed", "recipient": f"who {verb.lemma}s"}
    if topic.mode in ("loan", "aid") and (asked := _asked_for(topic, s, verb, agents)) is not None:
        return asked
    chain = [verb, *([verb.governor] if verb.governor is not None else [])]
    raises_own = verb.lemma == "raise" and set(codes_of(owners_of(s, item))) & set(codes_of(agents))
    if any(v.lemma in words.takers and not v.passive for v in chain) and not raises_own:
        giver = codes_of(cued(s, item, verb, "from", "by")) or codes_of(owners_of(s, item))
        receiver = codes_of([m for m in agents if not set(m.codes) <= set(giver)])
        receiver = receiver or where_taken(s, verb, giver, agents)
        if giver and not receiver:
            return (), (), {}  # from its own government
        if receiver and not giver and s.noun[item] in words.from_all:
            return (), (), {}  # what all invest there
        if receiver and not giver and from_unnamed(s, verb):
            return (), (), {}  # "got a loan from the bank": nobody knows whose
        if receiver and topic.mode == "investment" and verb.lemma == "win" and _is_won(s, item):
            there = without(giver or codes_of([m for m in s.mentions if m.cue == "in"]), receiver)
            return receiver, there or d.other(receiver), {"actor": "who builds", "recipient": "where"}
        if receiver:
            return (
                without(giver, receiver) or d.other(receiver),
                receiver,
                {"actor": "from", "recipient": f"who {verb.lemma}s"},
            )
    if s.noun[item] in ("debt", "external debt") or (topic.mode == "loan" and verb.lemma == "sign"):
        owner = codes_of(owners_of(s, item)) or codes_of(agents)
        lender = [m for m in s.mentions if m.clause == s.clause[item] and not set(m.codes) <= set(owner)]
        banks = tuple(c for c in (*owner, *codes_of(lender)) if c in d.bodies)
        states = tuple(c for c in (*owner, *codes_of(lender)) if c not in d.bodies)
        if banks and states:
            return banks[:1], states[:1], {"actor": "the bank", "recipient": "the state"}
        if owner and lender and any({*codes} <= {*owner} for codes in lending_states(s).values()):
            return owner, codes_of(lender)[:1], {"actor": "the lender", "recipient": "who signs with it"}
        if owner and lender and s.noun[item] != "loan":
            return codes_of(lender)[:1], owner, {"actor": "who holds the debt", "recipient": "whose debt"}
    return None


def _asked_for(topic: Topic, s: Sentence, verb: Group, agents: list[Mention]) -> Parties | None:
    """Who is asked for money and who asks: "asked Chad for a loan of", "is in talks with Chad for $5 million"."""
    first = min(topic.item, topic.at) if topic.at >= 0 else topic.item
    if "for" not in s.lowers[max(verb.main + 1, first - 4) : first]:
        return None
    asked = codes_of(patients_of(s, verb)) if verb.lemma in words("figures", "begging") else ()
    if verb.lemma == "be" and any(
        s.noun[k] in words("figures", "talks") for k in range(verb.main + 1, min(s.n, verb.main + 4))
    ):
        asked = codes_of([m for m in s.mentions if m.cue == "with" and verb.main < m.item < first])
    taker = without(codes_of(agents), asked)
    return (asked, taker, {"actor": "who is asked", "recipient": "who asks"}) if asked and taker else None


def _of_purpose(s: Sentence, topic: Topic, m: Mention) -> bool:
    """Whether a party belongs to what money is for: "lent $20 million to support imports from India"."""
    return any(g.infinitive and max(topic.at, topic.item) < g.first < m.item for g in s.groups)


def _of_other_sum(s: Sentence, topic: Topic, m: Mention) -> bool:
    """Whether a giver stands behind a sum told besides: "lent Togo $5 million, alongside $2 million from Chile"."""
    own = next(
        (j for j in range(m.item - 1, topic.at, -1) if s.kinds[j] == "Q" and s.refs[j].kind == "money"), -1
    )
    return own > topic.at and not words("figures.parties", "besides").isdisjoint(s.lowers[topic.at : own])


def _directed(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties:
    s = scene.s
    patients = patients_of(s, topic.verb) if topic.verb is not None else []
    actor_cues, recipient_cues = scene.words.roles.get(topic.mode, _DEFAULT_ROLES)
    if (
        topic.mode in GIVEN
        and topic.verb is not None
        and topic.verb.passive
        and topic.item == topic.verb.main
    ):
        # "$12 million will be granted to modernise Kyrgyz hospitals": whoever owns those is given to
        actor_cues, recipient_cues = ("by", "from"), (*recipient_cues, "own")
    host = (
        [m for m in owners_of(s, topic.item) if m.owner == "poss"]
        if topic.mode in ("visitors", "students")
        else []
    )
    if host and "behind the preposition" in topic.how:  # "Australians made up 42 percent of Fiji's visitors"
        come = without(codes_of(agents), codes_of(host))
        return (
            (come, codes_of(host), {"actor": "agent", "recipient": "whose visitors"})
            if come
            else ((), (), {})
        )
    how: dict[str, str] = {}
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    if topic.mode in GIVEN and topic.verb is not None and agents and topic.verb.main != topic.item:
        gives = {"give_v", "lend_v", "invest_v"} & scene.ctx.lexicon.classes_of_verb.get(
            topic.verb.lemma, frozenset()
        )
        owner = without(codes_of(owners_of(s, topic.item)), codes_of(agents))
        if gives and owner and not topic.verb.passive:
            return codes_of(agents), owner, {"actor": "who gives", "recipient": "whose fund"}
    company = _by_company(topic, scene) if topic.mode in ("energy", "exports", "investment") else ()
    for cue in actor_cues:
        if cue == "by" and agents and topic.verb is not None and topic.verb.main == topic.item:
            if not topic.verb.passive:
                continue  # "will lend B $5 million under a contract signed by both": A lends
        found = placed_at(s, cue, topic, agents, patients)
        if cue == "from" and topic.mode in GIVEN:
            found = [
                m
                for m in found
                if not origin(scene, m) and not _of_purpose(s, topic, m) and not line_begins(scene, m)
            ]
            found = [m for m in found if not agents or not _of_other_sum(s, topic, m)]
        if cue in ("to", "into") and topic.mode == "imports":
            # "sells cars to Chad while importing oil from it": Chad is not who imports
            found = [m for m in found if m.item > topic.item or m.governor < 0]
            found = [m for m in found if not any(k in s.verb_at for k in range(topic.item + 1, m.item))]
        if company and found and all(m.kind == "A" for m in found):
            actor, how["actor"] = company, "the company's country"  # "Gazprom raised its supplies"
            break
        codes = codes_of(found)
        market = [m for m in cued(s, topic.item, None, "to") if m.how == "P"] if cue == "agent" else []
        if topic.mode == "exports" and market and codes == codes_of(market):
            continue  # "Malta displaced Chad, with exports to Malta rising": nobody sells to itself
        if codes:
            actor, how["actor"] = codes, cue
            break
    if not actor and topic.mode in ("exports", "imports", "energy", "investment", "loan", "visitors"):
        actor = _by_company(topic, scene)
        how["actor"] = "the company's country"
    for cue in recipient_cues:
        found = placed_at(s, cue, topic, agents, patients)
        if cue in ("in", "between") and topic.mode in GIVEN:
            found = for_whose_sake(scene, topic) or [m for m in found if not where_told(s, m)]
        if cue == "for" and topic.mode in GIVEN:
            found = [m for m in found if s.lowers[m.item] != "it"]  # "promised $3 million for it": a work
        codes = codes_of(found)
        if cue == "to" and len(codes) == 1 < len(actor) and topic.mode not in GIVEN:
            actor = without(actor, codes)  # "they sent 27 bcm of gas to Turkey"
        codes = without(codes, actor)
        if codes:
            recipient, how["recipient"] = codes, cue
            if cue == "to" and topic.mode in GIVEN:  # "$3 million for the road from Togo to Mali": to both
                begins = codes_of(
                    [m for m in placed_at(s, "from", topic, agents, patients) if line_begins(scene, m)]
                )
                recipient = tuple(dict.fromkeys((*without(begins, actor), *codes)))
            break
    if topic.verb is not None and topic.verb.lemma in scene.words.debtors and topic.verb.passive:
        return (), (), {}  # "Japan and France are owed": by whom the sentence does not say
    if topic.mode in ("loan", "aid") and not actor:
        actor = _lender(topic, scene)
        how["actor"] = "the bank that lends"
    if topic.mode in GIVEN and actor and not recipient:
        recipient = without(_helped(topic, scene), actor)
        how["recipient"] = "who is to be helped"
        if not recipient and not scene.ctx.discourse.other(actor):
            recipient = without(home_of_helped(scene), actor)
    if (supplied := _supplied(topic, scene, actor, patients)) is not None:
        return supplied
    if not actor and not recipient:
        return carried_parties(topic, scene)
    return completed(actor, recipient, how, topic, scene)


def _supplied(topic: Topic, scene: Scene, actor: tuple[str, ...], patients: list[Mention]) -> Parties | None:
    """Whom somebody supplies with it: "supplied the EU with 8 bcm of gas", "was supplied by Norway with 500 MW"."""
    verb = topic.verb
    if topic.mode not in ("energy", "cargo") or verb is None or verb.lemma not in scene.words.market_sellers:
        return None
    by = [m for m in scene.s.mentions if m.cue == "by" and m.clause == verb.clause]
    giver = codes_of(by) if verb.passive else actor
    taker = without(codes_of([m for m in patients if m.kind == "P" and not m.owner]), giver)
    return (giver, taker, {"actor": "who supplies", "recipient": "whom"}) if giver and taker else None


def _lender(topic: Topic, scene: Scene) -> tuple[str, ...]:
    """The bank that a loan of nobody comes from: the one of the sentence, or the last one spoken of."""
    banks = [c for m in scene.s.mentions for c in m.codes if c in scene.words.lenders]
    if not banks and topic.mode == "loan":
        banks = [c for c in scene.ctx.discourse.history[-20:] if c in scene.words.lenders]
    return tuple(banks[-1:]) or _the_fund(scene)


def _the_fund(scene: Scene) -> tuple[str, ...]:
    """Who gave before, where "the Fund" or "the agency" gives again."""
    s = scene.s
    if not any(s.lowers[j] in scene.words.funds and s.lowers[j - 1] == "the" for j in range(1, s.n)):
        return ()
    here = {c for m in s.mentions for c in m.codes}
    given = [d.actor for d in scene.ctx.found[-8:] if d.kind == "figure" and d.mode in ("loan", "aid")]
    given = [giver for giver in given if giver and not set(giver) & here]
    return given[-1] if given else ()


def _helped(topic: Topic, scene: Scene) -> tuple[str, ...]:
    """Whom the money is to help: "promised 77 million euros to help Moldova cope"."""
    s = scene.s
    for g in s.groups:
        if g.infinitive and g.lemma in scene.words.supporters and g.main > topic.item:
            return codes_of(patients_of(s, g)[:1])
    return ()


def _by_company(topic: Topic, scene: Scene) -> tuple[str, ...]:
    """The country of a company named before the verb: "Gazprom delivered"; empty where unknown."""
    s, verb = scene.s, topic.verb
    if verb is None or verb.passive or verb.main == 0:
        return ()
    first = s.clause.index(verb.clause)
    named = scene.ctx.within(scene.ctx.organisations, s.starts[first], s.starts[verb.first])
    countries = tuple(dict.fromkeys(o.country for o in named if o.country))
    return countries[:1]
