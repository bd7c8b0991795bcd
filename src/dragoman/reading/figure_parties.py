"""Between whom a figure stands: from grammar, then from the figures before it, then from the document's pair."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.reading.agents import agents_of, patients_of
from dragoman.reading.clauses import Group
from dragoman.reading.context import Context
from dragoman.reading.discourse import Discourse
from dragoman.reading.figure_scenes import MUTUAL, Scene, Topic
from dragoman.reading.figure_told import beneficiary, of_many, reporter
from dragoman.reading.lexicon import PREP
from dragoman.reading.mentions import Mention
from dragoman.reading.sentences import Sentence

__all__ = ["parties_of"]

Parties = tuple[tuple[str, ...], tuple[str, ...], dict[str, str]]
_DEFAULT_ROLES = (("own", "agent", "by", "from"), ("to", "in", "for", "with", "patient"))
_GIVEN = frozenset({"loan", "aid", "investment"})
_BOTH = frozenset({"energy", "cargo", "capacity", "projects", "investment", "visitors", "students"})
# "exports to Zimbabwe's other neighbour, Mozambique" go to Mozambique.
_NEIGHBOURS = frozenset({"neighbour", "neighbor", "country", "partner", "ally"})
_STATES = frozenset({"countries", "nations", "states", "markets"})
_PARTNERS = frozenset({"partner", "partners", "market", "markets", "customer", "supplier"})
_FUNDS = frozenset({"pay", "pay for", "fund", "finance", "award"})
_FLOW_NOUNS = frozenset({"export", "import"})
_NO_SIDE = frozenset({"since", "after", "before", "about", "than", "besides", "like", "despite", "unlike"})


def _codes(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for m in mentions for c in m.codes))


def _without(codes: Sequence[str], taken: Sequence[str]) -> tuple[str, ...]:
    return tuple(c for c in codes if c not in taken)


def _owned(s: Sentence, item: int) -> list[Mention]:
    """Parties that own the noun: "Kazakhstan's exports", "Kazakh exports", "U.S.-Angola trade"."""
    return [m for m in s.mentions if m.owner and m.item < item <= m.head_item and item - m.item < 8]


def _cued(s: Sentence, item: int, verb: Group | None, *cues: str) -> list[Mention]:
    """Parties behind a preposition: hanging on the noun, else in the verb's stretch, else in the clause."""
    got = [
        m
        for m in s.mentions
        if m.cue in cues
        and not (m.owner == "poss" and m.head in _NEIGHBOURS)
        and not (m.cue == "by" and _follows(s, m))
        and not (m.owner == "adj" and m.head_item == item)
        and not (
            m.governor >= 0
            and m.governor != item
            and s.noun[m.governor] in _FLOW_NOUNS
            and s.noun[item] in _FLOW_NOUNS
        )
    ]
    if not got:
        return got
    near = [m for m in got if m.governor == item]
    if near:
        return near
    c = s.clause[item]
    if s.kinds[item] == "Q" or (verb is not None and verb.main == item):
        behind = [m for m in got if m.clause == c and m.item > item]
        if behind:
            return _phrase(s, behind)
    if verb is not None:
        stop = min((g.first for g in s.groups if g.first > max(item, verb.main)), default=s.n)
        before = [m for m in got if m.clause == c and m.item < stop]
        if before:
            return before
    return [m for m in got if m.clause == c] or [
        m for m in got if verb is not None and m.clause == verb.clause
    ]


def _follows(s: Sentence, m: Mention) -> bool:
    """Whether a party only comes next in a list: "followed by Japan and Korea"."""
    return any(
        s.lowers[j] == "followed" for j in range(max(0, m.item - 14), m.item - 1) if s.lowers[j + 1] == "by"
    )


def _phrase(s: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The first of several parties and those joined to it: "to A and B", not "to A, second to B"."""
    out = mentions[:1]
    for m in mentions[1:]:
        between = range(out[-1].item + 1, m.item)
        if len(between) > 5 or any(
            s.tags[j] & PREP or j in s.verb_at
            for j in between
            if s.lowers[j] not in ("of", "to", "in", "from")
        ):
            break
        out.append(m)
    return out


def _agents(scene: Scene, verb: Group | None, item: int) -> list[Mention]:
    """Who does what the verb says; "urged B to extend" has B extend."""
    if verb is None:
        return []
    s = scene.s
    ruler = verb.governor
    if verb.infinitive and ruler is not None and ruler.lemma in scene.words.controllers and not ruler.passive:
        told = [m for m in s.mentions if ruler.main < m.item < verb.first and m.owner != "poss"]
        if told:
            return told
    return [m for m in agents_of(s, verb) if m.item != item and not (m.owner and m.head_item == item)]


def _resolve(
    s: Sentence, cue: str, topic: Topic, agents: list[Mention], patients: list[Mention]
) -> list[Mention]:
    if cue == "own":
        return _owned(s, topic.item)
    if cue == "agent":
        return agents
    if cue == "patient":
        return patients
    return _cued(s, topic.item, topic.verb, cue)


def parties_of(topic: Topic, scene: Scene) -> Parties:
    """(actor, recipient, how) of a topic; empty where the text names nobody."""
    s, ctx = scene.s, scene.ctx
    if topic.mode in ("loan", "aid") and (beside := _beside_amount(topic, scene)):
        return beside
    if topic.actor and (topic.recipient or topic.mode in MUTUAL or topic.carried):
        return topic.actor, topic.recipient, {"actor": "as the figure before it"}
    if not s.mentions:
        company = _by_company(topic, scene) if topic.mode in ("energy", "exports", "investment") else ()
        other = ctx.discourse.other(company) if company else ()
        if company and other:
            return company, other, {"actor": "the company's country", "recipient": "the document's pair"}
        return _carried(topic, ctx)
    agents = _agents(scene, topic.verb, topic.item)
    if topic.actor:
        return _with_known_actor(topic, scene, agents)
    if "is sent" in topic.how:
        sent = _codes(_cued(s, topic.item, topic.verb, "from")) or _codes(agents)
        got = _without(_codes(_cued(s, topic.item, topic.verb, "to", "into")), sent) or _without(
            _codes([m for m in s.mentions if m.cue == "in" and m.item > topic.item]), sent
        )  # "to banks in Kazakhstan"
        return (sent, got, {"actor": "from", "recipient": "to"}) if sent and got else ((), (), {})
    if topic.verb is not None and topic.verb.lemma in scene.words.paying and topic.item == topic.verb.main:
        return _directed(topic, scene, agents)
    if topic.mode in MUTUAL:
        return _mutual(topic, scene, agents)
    between = _codes(_cued(s, topic.item, None, "between", "among"))
    if not between and topic.verb is not None and topic.verb.first and s.lowers[topic.verb.first - 1] == ",":
        between = _codes(
            [m for m in s.mentions if m.cue == "between"]
        )  # "traffic between A and B, ..., reached"
    if topic.mode in _BOTH and len(between) >= 2:
        return between, (), {"actor": "between"}
    if s.noun[topic.item] in scene.words.costing or "cost" in topic.how:
        return _sharing_a_cost(topic, scene, agents)
    before = topic.of
    if before is not None and s.kinds[topic.item] == "w":
        owner = _codes(_owned(s, topic.item))
        if owner and set(owner) <= set(before.recipient) and "that announces" not in topic.how:
            return before.actor, before.recipient, {"actor": "a share of what the figure before it told"}
    if "behind the preposition" in topic.how and topic.mode in ("exports", "imports") and agents:
        whole = _codes([m for m in s.mentions if m.cue == "of" and m.governor == topic.item])
        part = _without(_codes(agents), whole)
        owner = _codes(_owned(s, topic.item))
        shares = topic.verb is not None and topic.verb.lemma in scene.words.list_takers
        if owner and part and shares and not set(owner) & set(part):
            return owner, part, {"actor": "whose whole", "recipient": "whose share"}
        if whole and part and not owner:  # "Mongolia made up 11 percent of the coal imports of China"
            return whole, part, {"actor": "whose whole", "recipient": "whose share"}
    turned = _turned_round(topic, scene, agents)
    if turned is not None:
        return turned
    return _directed(topic, scene, agents)


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
    giver = _codes(near)
    got = _without(
        topic.recipient or _codes([m for m in s.mentions if m.item < min(sums) and m.cue == "subj"]), giver
    ) or beneficiary(giver, scene.ctx)
    return (
        (giver, got, {"actor": "beside its sum", "recipient": "who got the others"})
        if giver and got
        else None
    )


def _with_known_actor(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties:
    """The topic has its actor already ("38,000 Australians", "Honduran shrimp"); find the other side."""
    s = scene.s
    patients = patients_of(s, topic.verb) if topic.verb is not None else []
    for how, found in (
        ("agent", agents),
        ("patient", patients),
        ("in", _cued(s, topic.item, topic.verb, "in", "to", "at")),
    ):
        other = _without(_codes(found), topic.actor)
        if other:
            return topic.actor, other, {"actor": topic.how, "recipient": how}
    return _complete(topic.actor, (), {"actor": topic.how}, topic, scene)


def _turned_round(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties | None:
    """Verbs and nouns whose subject is the receiving side."""
    s, d, item, verb = scene.s, scene.ctx.discourse, topic.item, topic.verb
    words = scene.words
    if topic.mode == "exports" and s.noun[item + 1 : item + 2] and s.noun[item + 1] in words.earnings:
        market, owner = _codes(_cued(s, item + 1, verb, "from")), _codes(_owned(s, item))
        if market:  # "export earnings from Uganda": what is sold there
            others = _codes([m for m in s.mentions if m.kind == "P" and not set(m.codes) & set(market)])
            other = _without(owner or d.other(market) or others[:1], market)
            return (other, market, {"actor": "who earns", "recipient": "earnings from"}) if other else None
    if "adds to" in topic.how:
        owner, source = _codes(_owned(s, item)), _codes(agents)
        if owner and source and topic.mode != "trade":
            return (
                owner,
                _without(source, owner),
                {"actor": "whose earnings", "recipient": "who adds to them"},
            )
    if topic.mode == "imports":
        # "Turkish imports to Kazakhstan": goods of Türkiye that Kazakhstan imports
        into, owner = _codes(_cued(s, item, verb, "to", "into")), _codes(_owned(s, item))
        if into and owner and not _cued(s, item, verb, "from") and set(into) != set(owner):
            return into, _without(owner, into), {"actor": "imports to", "recipient": "whose goods"}
        if s.lowers[item + 1 : item + 2] == ["of"]:
            source = _codes(
                [m for m in s.mentions if m.governor == item and m.cue == "of" and m.head == "origin"]
            )
            buyer = _without(_codes(agents), source) or d.other(source)
            if source and buyer:
                return buyer, source, {"actor": "who buys", "recipient": "of whose origin"}
    if verb is None or topic.mode not in _GIVEN | {"students"}:
        return None
    if topic.mode == "students":
        # scholarships: the students' country is that which is given to
        gives = "give_v" in scene.ctx.lexicon.classes_of_verb.get(verb.lemma, ()) or verb.lemma in _FUNDS
        if s.noun[item] == "scholarship" and gives:
            given = _without(
                _codes(_cued(s, item, verb, "to", "for")) or _codes(patients_of(s, verb)), _codes(agents)
            ) or d.other(_codes(agents))
            if given and agents:
                return given, _codes(agents), {"actor": "given to", "recipient": "who gives"}
        return None
    if verb.lemma in words.debtors:
        creditor = _without(
            _codes(patients_of(s, verb)) or _codes(_cued(s, item, verb, "to")), _codes(agents)
        )
        if agents and creditor:
            return creditor, _codes(agents), {"actor": "who is owed", "recipient": f"who {verb.lemma}s"}
    chain = [verb, *([verb.governor] if verb.governor is not None else [])]
    raises_own = verb.lemma == "raise" and set(_codes(_owned(s, item))) & set(_codes(agents))
    if any(v.lemma in words.takers and not v.passive for v in chain) and not raises_own:
        giver = _codes(_cued(s, item, verb, "from", "by")) or _codes(_owned(s, item))
        receiver = _codes([m for m in agents if not set(m.codes) <= set(giver)])
        if giver and not receiver:
            return (), (), {}  # from its own government
        if receiver:
            return (
                _without(giver, receiver) or d.other(receiver),
                receiver,
                {"actor": "from", "recipient": f"who {verb.lemma}s"},
            )
    if s.noun[item] in ("debt", "external debt") or (topic.mode == "loan" and verb.lemma == "sign"):
        owner = _codes(_owned(s, item)) or _codes(agents)
        lender = [m for m in s.mentions if m.clause == s.clause[item] and not set(m.codes) <= set(owner)]
        banks = tuple(c for c in (*owner, *_codes(lender)) if c in d.bodies)
        states = tuple(c for c in (*owner, *_codes(lender)) if c not in d.bodies)
        if banks and states:
            return banks[:1], states[:1], {"actor": "the bank", "recipient": "the state"}
        if owner and lender and s.noun[item] != "loan":
            return _codes(lender)[:1], owner, {"actor": "who holds the debt", "recipient": "whose debt"}
    return None


def _directed(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties:
    s = scene.s
    patients = patients_of(s, topic.verb) if topic.verb is not None else []
    actor_cues, recipient_cues = scene.words.roles.get(topic.mode, _DEFAULT_ROLES)
    if (
        topic.mode in _GIVEN
        and topic.verb is not None
        and topic.verb.passive
        and topic.item == topic.verb.main
    ):
        # "$12 million will be granted to modernise Kyrgyz hospitals": whoever owns those is given to
        actor_cues, recipient_cues = ("by", "from"), (*recipient_cues, "own")
    host = (
        [m for m in _owned(s, topic.item) if m.owner == "poss"]
        if topic.mode in ("visitors", "students")
        else []
    )
    if host and "behind the preposition" in topic.how:  # "Australians made up 42 percent of Fiji's visitors"
        come = _without(_codes(agents), _codes(host))
        return (
            (come, _codes(host), {"actor": "agent", "recipient": "whose visitors"}) if come else ((), (), {})
        )
    how: dict[str, str] = {}
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    if topic.mode in _GIVEN and topic.verb is not None and agents and topic.verb.main != topic.item:
        gives = {"give_v", "lend_v", "invest_v"} & scene.ctx.lexicon.classes_of_verb.get(
            topic.verb.lemma, frozenset()
        )
        owner = _without(_codes(_owned(s, topic.item)), _codes(agents))
        if gives and owner and not topic.verb.passive:
            return _codes(agents), owner, {"actor": "who gives", "recipient": "whose fund"}
    company = _by_company(topic, scene) if topic.mode in ("energy", "exports", "investment") else ()
    for cue in actor_cues:
        found = _resolve(s, cue, topic, agents, patients)
        if company and found and all(m.kind == "A" for m in found):
            actor, how["actor"] = company, "the company's country"  # "Gazprom raised its supplies"
            break
        codes = _codes(found)
        if codes:
            actor, how["actor"] = codes, cue
            break
    if not actor and topic.mode in ("exports", "imports", "energy", "investment", "loan", "visitors"):
        actor = _by_company(topic, scene)
        how["actor"] = "the company's country"
    for cue in recipient_cues:
        codes = _codes(_resolve(s, cue, topic, agents, patients))
        if cue == "to" and len(codes) == 1 < len(actor) and topic.mode not in _GIVEN:
            actor = _without(actor, codes)  # "they sent 27 bcm of gas to Turkey"
        codes = _without(codes, actor)
        if codes:
            recipient, how["recipient"] = codes, cue
            break
    if topic.verb is not None and topic.verb.lemma in scene.words.debtors and topic.verb.passive:
        return (), (), {}  # "Japan and France are owed": by whom the sentence does not say
    if topic.mode in ("loan", "aid") and not actor:
        actor = _lender(topic, scene)
        how["actor"] = "the bank that lends"
    if topic.mode in _GIVEN and actor and not recipient:
        recipient = _without(_helped(topic, scene), actor)
        how["recipient"] = "who is to be helped"
    if not actor and not recipient:
        return _carried(topic, scene.ctx)
    return _complete(actor, recipient, how, topic, scene)


def _lender(topic: Topic, scene: Scene) -> tuple[str, ...]:
    """The bank that a loan of nobody comes from: the one of the sentence, or the last one spoken of."""
    banks = [c for m in scene.s.mentions for c in m.codes if c in scene.words.lenders]
    if not banks and topic.mode == "loan":
        banks = [c for c in scene.ctx.discourse.history[-20:] if c in scene.words.lenders]
    return tuple(banks[-1:])


def _helped(topic: Topic, scene: Scene) -> tuple[str, ...]:
    """Whom the money is to help: "promised 77 million euros to help Moldova cope"."""
    s = scene.s
    for g in s.groups:
        if g.infinitive and g.lemma in scene.words.supporters and g.main > topic.item:
            return _codes(patients_of(s, g)[:1])
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


def _to_region(scene: Scene, topic: Topic) -> bool:
    """Whether the figure goes to a region or to the world: then there is no second party."""
    s, words = scene.s, scene.words
    for j in range(1, s.n):
        states = s.lowers[j] in _STATES and s.lowers[j - 1] in words.region_adjectives
        if s.lowers[j + 1 : j + 2] == ["of"] and "P" in s.kinds[j + 2 : j + 4]:
            continue  # "in all regions of Peru"
        if (s.lowers[j] in words.regions or states) and s.clause[j] == s.clause[topic.item]:
            for k in range(j - 1, max(-1, j - 7), -1):
                if s.kinds[k] not in "wL" or k in s.verb_at:
                    break
                if s.lowers[k] in words.region_preps:
                    return True
    return False


def _complete(
    actor: tuple[str, ...], recipient: tuple[str, ...], how: dict[str, str], topic: Topic, scene: Scene
) -> Parties:
    """The side that grammar leaves open."""
    if actor and recipient:
        return actor, recipient, how
    if topic.mode in _GIVEN and len(actor) > 1 and not recipient:
        banks = tuple(c for c in actor if c in scene.ctx.discourse.bodies)
        if banks and len(banks) < len(actor):
            return banks, _without(actor, banks), {**how, "recipient": "the state beside the bank"}
    if len(actor) == 2 and not recipient and topic.mode not in _GIVEN:
        return (actor, (), how) if topic.mode in _BOTH else (actor[:1], actor[1:], how)
    known = actor or recipient
    if actor and _to_region(scene, topic):
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
            if m.cue not in _NO_SIDE
            and not (m.owner and m.head.split(" ")[-1] in scene.words.domestic)
            and not _of_other_flow(s, m, topic)
        ]
        return _without([x for x in _codes(usable) if x not in d.bodies], known)

    if not giver and topic.mode in ("exports", "imports"):
        told = [x for x in scene.ctx.found[-3:] if x.kind == "figure" and x.mode == topic.mode]
        if told and told[-1].recipient == known and len(told[-1].actor) == 1:
            return told[-1].actor, "whose trade with it was told of before"
    here = near([m for m in s.mentions if m.clause == c])
    if (
        not here
        and topic.mode in ("exports", "imports")
        and s.lowers[topic.item - 1] in ("total", "overall", "global", "foreign")
    ):
        return (), "all the country's trade"
    if len(here) == 1:
        return here, "the other party of the clause"
    if not here and topic.mode in ("cargo", "energy", "imports", "exports"):
        begin = s.clause.index(c)
        named = scene.ctx.within(scene.ctx.organisations, s.starts[begin], s.starts[topic.item])
        seats = {o.country for o in named if o.country and o.country not in known}
        if len(seats) == 1:
            return (seats.pop(),), "the company's country"
    if topic.mode in _GIVEN and giver:
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
    anywhere = near(s.mentions)
    if len(anywhere) == 1 and not here:
        return anywhere, "the other party of the sentence"
    if len(d.pair) == 2 and (set(known) & set(d.pair) or not set(known) <= set(d.pair)):
        rest = _without(d.pair, known)
        if len(rest) == 1 and (not giver or rest[0] not in d.bodies):
            return rest, "the other party of the document's pair"
    return d.other(known), "the other party of the document's pair"


def _of_other_flow(s: Sentence, m: Mention, topic: Topic) -> bool:
    """Whether a party is the far side of a flow of the same kind told beside: "exports to A grew, and exports to B fell"."""
    return (
        m.cue in ("to", "from", "into")
        and m.governor >= 0
        and m.governor != topic.item
        and (
            (s.noun[m.governor] in _FLOW_NOUNS and s.noun[m.governor] == s.noun[topic.item])
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


def _carried(topic: Topic, ctx: Context) -> Parties:
    """A sentence that names nobody goes on about the parties of the figures before it."""
    mutual = topic.mode in MUTUAL
    if topic.mode in ("trade", "exports", "imports") and of_many(ctx):
        return (), (), {}
    for draft in reversed(ctx.found[-6:]):
        if draft.kind != "figure" or not (mutual or draft.recipient):
            continue
        if not mutual:  # "Finland exported ... Imports amounted to": the same reporter
            return draft.actor, draft.recipient, {"actor": "the figure before it"}
        both = (*draft.actor, *draft.recipient)
        if len(both) == 2:
            return both, (), {"actor": "the figure before it"}
    d: Discourse = ctx.discourse
    if mutual:
        return d.two(), (), {"actor": "the document's pair"}
    for m in ctx.previous.mentions if ctx.previous is not None else ():
        if m.owner == "poss" and m.head.split(" ")[-1] in _PARTNERS and {*m.codes} < {*d.pair}:
            return m.codes, d.other(m.codes), {"actor": "whose partner was spoken of"}
    if d.subject and d.subject[0] in d.pair and len(d.pair) == 2:
        return d.subject, d.other(d.subject), {"actor": "the subject before it"}
    return (), (), {}


def _sharing_a_cost(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties:
    """A cost is an investment between the parties that the sentence names, and no others."""
    s, d = scene.s, scene.ctx.discourse
    here = [
        m
        for m in s.mentions
        if m.cue not in _NO_SIDE and m.clause in (s.clause[topic.item], s.clause[topic.item] - 1)
    ]
    named = tuple(
        x
        for x in _codes([m for m in here if not m.owner or m.clause == s.clause[topic.item]])
        if x not in d.bodies
    )
    actor = _codes(agents)
    place = _without(_codes([m for m in s.mentions if m.cue in ("in", "at", "obj")]), actor)
    if len(actor) == 1 and len(place) == 1:
        return actor, place, {"actor": "who builds", "recipient": "where"}
    if "of the " in topic.how:  # a thing priced, not a cost told: only for those who act
        return (actor, (), {"actor": "who acts"}) if len(actor) > 1 else ((), (), {})
    if len(named) > 1:
        return named, (), {"actor": "the parties of the sentence"}
    if not named and len(d.group) > 1:
        return d.group, (), {"actor": "the parties spoken of"}
    return (), (), {}


def _with_the_world(scene: Scene, topic: Topic) -> bool:
    """Whether a trade is one country's with everybody: "Georgia's foreign trade turnover amounted to"."""
    s, item = scene.s, topic.item
    if s.kinds[item] != "w":
        return False
    if len({c for m in s.mentions for c in m.codes if m.clause == s.clause[item]}) > 1:
        return False
    words = " ".join(s.lowers[max(0, item - 2) : item + 1]).split()
    return any(w in ("foreign", "external", "overall", "global", "total") for w in words) and bool(
        _owned(s, item)
    )


def _mutual(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties:
    s, d, item = scene.s, scene.ctx.discourse, topic.item
    got = _cued(s, item, None, "between", "among")
    if len(_codes(got)) >= 2:
        return _codes(got), (), {"actor": "between"}
    if topic.mode == "trade" and s.lowers[item + 1 : item + 2] == ["with"]:
        behind = " ".join(s.lowers[item + 2 : item + 5]).split()
        spoken = {*behind, *(f"{a} {b}" for a, b in pairwise(behind))}
        if spoken & scene.words.regions and not any(item < m.item < item + 5 for m in s.mentions):
            return _codes(_owned(s, item)), (), {"actor": "trade with a region"}
    got = [*_owned(s, item), *_cued(s, item, None, "with"), *got, *agents]
    codes = _codes(got)
    if len(codes) >= 2:
        return codes, (), {"actor": "owner and with"}
    if len(codes) == 1 and _with_the_world(scene, topic):
        return codes, (), {"actor": "one country's trade with all"}
    named = [m for m in s.mentions if m.cue not in ("in", "at", "by", *_NO_SIDE)]
    near = tuple(dict.fromkeys([*codes, *(c for c in _codes(named) if c not in d.bodies)]))
    if len(near) == 1:
        return (near[0], *d.other(near)), (), {"actor": "the document's pair"}
    if not near:
        return d.two(), (), {"actor": "the document's pair"}
    return near, (), {"actor": "the parties of the sentence"}
