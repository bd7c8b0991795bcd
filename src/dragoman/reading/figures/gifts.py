"""Money and goods that a verb gives: aid, a loan from a bank, a part of what is earned."""

from __future__ import annotations

from dragoman.reading.figures.lending import lending_states
from dragoman.reading.figures.roles import codes_of, doers_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.figures.told import beneficiary
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "adds_to",
    "announced_for",
    "announced_to_help",
    "brings",
    "from_party",
    "gets_as_others_did",
    "gift_mode",
    "gives_for",
    "goods_received",
    "is_relief",
    "part_of_gift",
    "sends_relief",
    "spends_abroad",
]

_ANNOUNCING = frozenset("announce approve confirm dedicate mobilise mobilize release reveal unveil".split())
_HELPING = frozenset(
    "help support assist aid fight combat counter strengthen train protect feed improve rebuild respond alleviate".split()
)
_SENDING = words("figures.gifts", "sending")
_IN_NEED = words("figures.gifts", "in_need")
_INTO = frozenset(
    "bring put place pump channel commit direct allocate stake sink pour inject funnel plough".split()
)
_GRANTING = frozenset("allocate provide donate grant earmark contribute disburse give award release".split())
_FOR_GAIN = frozenset("acquire buy expand invest open purchase take".split())
_GIFTS = frozenset({"aid", "loan"})
_OTHER_PACKAGES = words("figures.gifts", "other_packages")
_FRESH = words("figures.gifts", "fresh")
# "€3 million, he said, would support": a verb stands no further behind its amount (assumed).
_ASIDE = 8
# Before a part of what was given: "a total of €3 million", "of this, some $2 million", "another $5 million".
_PART_OPENS = frozenset(
    "a an the of this that these total sum further another additional some about around nearly over up to more than remaining other , and while whereas with in addition also from which amount".split()
)


def gift_mode(scene: Scene, v: Group, cues: tuple[str, ...]) -> str:
    """Money given is aid, from a bank a loan."""
    s = scene.s
    givers = [m for m in s.mentions if m.clause == v.clause and (m.cue in cues if cues else m.item < v.first)]
    givers = givers or [m for m in s.mentions if m.item < v.first]
    if lending := lending_states(s):
        if any(m.item in lending for m in givers):
            return "loan"
    return "loan" if any(c in scene.words.lenders for m in givers for c in m.codes) else "aid"


def from_party(scene: Scene, v: Group, i: int) -> bool:
    """Whether money got comes from a party named beside: "received $1 billion from India", "from India, A received"."""
    s = scene.s
    giver = any(
        m.cue == "from" and m.item <= i + 8 and m.clause == v.clause and not m.owner for m in s.mentions
    )
    between = v.main + 3 + 2 * any(s.lowers[k] == "from" for k in range(v.main + 1, i))
    return giver and v.main < i <= between


def announced_to_help(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """Money announced for a good end is aid: "announced $20 million to help Chad fight floods"."""
    s = scene.s
    if g is None or g.lemma not in _ANNOUNCING or s.lowers[i + 1 : i + 2] != ["to"]:
        return None
    end = s.verb_at.get(i + 2) or s.verb_at.get(i + 1)
    if end is None or end.lemma not in _HELPING:
        return None
    return Topic("aid", g.main, "money announced to help", verb=g)


def adds_to(scene: Scene, i: int) -> int:
    """The exports that an amount is a part of: "contributed $2 billion to Uganda's export earnings"; or -1."""
    s = scene.s
    at = next((j for j in range(i + 1, min(s.n, i + 6)) if s.lowers[j] == "to"), -1)
    if at < 0 or any(g.infinitive and i < g.first < at + 6 for g in s.groups):
        return -1  # "gave $5 million to support exports": what it is for
    return next(
        (j for j in range(at + 1, min(s.n, at + 6)) if scene.modes[j] in ("exports", "imports", "trade")), -1
    )


def is_relief(scene: Scene, v: Group) -> bool:
    """Whether what is sent is a gift: the verb says so or the clause names what is given in need."""
    if v.lemma in scene.words.give_only:
        return True
    s = scene.s
    return "give_v" in scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset()) and any(
        not scene.words.relief.isdisjoint(s.lowers[j].split())  # "food aid" may be one item
        for j in range(s.n)
        if s.clause[j] == s.clause[v.main]
    )


def gives_for(scene: Scene, v: Group | None, i: int) -> bool:
    """Whether a state, no firm, gives money for works: "allocated $3 million for projects in Chad"."""
    s = scene.s
    if v is None or v.passive or not v.main < i <= v.main + 3 or v.lemma not in _GRANTING:
        return False
    if s.lowers[i + 1 : i + 2] not in (["for"], ["to"], ["towards"]):
        return False
    return not any(_invests(scene, j) for j in range(v.first) if s.clause[j] == v.clause)


def sends_relief(scene: Scene, v: Group) -> bool:
    """Whether goods of that worth are sent in need: "delivered medical supplies valued at $3,000", never "sold"."""
    if v.lemma not in _SENDING:
        return False
    s = scene.s
    return any(
        not _IN_NEED.isdisjoint(s.lowers[j].split()) and s.clause[j] - s.clause[v.main] in (0, 1)
        for j in range(v.main + 1, s.n)
    )


def gets_as_others_did(scene: Scene, v: Group, before: Topic | None) -> Topic | None:
    """Money that the next country gets from whoever gave to others just before: "Mali got $45 million to pave a road"."""
    given = [d for d in scene.ctx.last if d.kind == "figure" and d.mode in ("loan", "aid") and d.actor]
    mode, giver = (given[-1].mode, given[-1].actor) if given else ("", ())
    if before is not None and before.mode in ("loan", "aid") and before.actor:
        mode, giver = before.mode, before.actor
    taker = codes_of(doers_of(scene, v, -1))
    if not mode or len(taker) != 1 or not without(giver, taker):
        return None
    return Topic(mode, v.main, "what others were given before it", giver, taker, verb=v)


def brings(scene: Scene, v: Group, i: int) -> bool:
    """Whether companies or investors bring a country money: "firms have brought $3 billion to Peru", "drew $2 billion from investors"."""
    s = scene.s
    if v.passive or not v.main < i <= v.main + 3:
        return False
    if v.lemma in ("attract", "draw", "receive", "absorb", "lure"):
        behind = range(i + 2, min(s.n, i + 7))
        return s.lowers[i + 1 : i + 2] == ["from"] and any(_invests(scene, j) for j in behind)
    if v.lemma not in _INTO:
        return False
    subject = [j for j in range(v.first) if s.clause[j] == v.clause]
    return s.lowers[i + 1 : i + 2] in (["to"], ["into"], ["in"]) and any(_invests(scene, j) for j in subject)


def _invests(scene: Scene, j: int) -> bool:
    return scene.modes[j] == "companies" or scene.s.noun[j].rpartition(" ")[2] in scene.words.investors


def announced_for(scene: Scene, v: Group, i: int) -> bool:
    """Whether somebody announces money for a purpose: "the minister announced £8 million to train nurses in Malawi"."""
    s = scene.s
    if v.passive or v.lemma not in _ANNOUNCING or not v.main < i <= v.main + 4:
        return False
    between = range(v.main + 1, i)
    if i + 2 >= s.n or any(s.noun[j] and s.lowers[j] not in _PART_OPENS | _FRESH for j in between):
        return False
    if "package" in s.lowers[i + 1 : i + 4] and not any(s.noun[j] in _OTHER_PACKAGES for j in (i + 1, i + 2)):
        return True  # "announced a £12 million package"
    end = s.verb_at.get(i + 2) or s.verb_at.get(i + 1)
    if end is not None and end.lemma in _FOR_GAIN:
        return False  # "announced $20 million to buy a mill"
    named = any(m.item > i and m.clause - s.clause[i] in (0, 1) for m in s.mentions)
    return (s.lowers[i + 1] == "to" and s.kinds[i + 2] == "w") or (
        s.lowers[i + 1] in ("for", "towards") and named
    )


def spends_abroad(scene: Scene, v: Group, i: int) -> Topic | None:
    """What money is that a state, its firms or its tourists spend in another: "KOICA will spend $7 million on a school in Laos"."""
    s = scene.s
    if v.passive or not v.main < i <= v.main + 3 or s.lowers[i + 1 : i + 2] not in (["on"], ["in"], ["to"]):
        return None
    doers = doers_of(scene, v, -1)
    spender = codes_of(doers)
    there = without(
        codes_of(
            [
                m
                for m in s.mentions
                if m.item > i and m.cue in ("in", "for") and m.clause - s.clause[i] in (0, 1)
            ]
        ),
        spender,
    )
    if not there and len(spender) == 1 and _in_the_country(s, i):
        there = beneficiary(spender, scene.ctx) or without(scene.ctx.discourse.other(spender), spender)
    if not there and len(spender) == 1 and (joined := _on_joint_work(scene, i, spender)):
        return Topic("investment", v.main, f"the verb {v.lemma!r}", spender, joined, verb=v)
    if len(spender) != 1 or len(there) != 1:
        return None
    mode = _spent(scene, doers, s.lowers[i + 1])
    return Topic(mode, v.main, f"the verb {v.lemma!r}", spender, there, verb=v) if mode else None


def _on_joint_work(scene: Scene, i: int, spender: tuple[str, ...]) -> tuple[str, ...]:
    """With whom a work is that a state spends money on: "will spend $50 million on a railway to Uganda", "on the project"."""
    s, classes = scene.s, scene.ctx.lexicon.classes_of_noun
    work = next((k for k in range(i + 2, min(s.n, i + _TO_WORK)) if s.noun[k]), -1)
    if s.lowers[i + 1] != "on" or work < 0:
        return ()
    if "infrastructure" in classes.get(s.noun[work], ()) or s.noun[work] in scene.words.assets:
        to = [m for m in s.mentions if m.item > work and m.cue in ("to", "with", "from", "between")]
        return without(codes_of(to), spender)
    if s.noun[work] == "project" and s.lowers[work - 1] == "the":
        return without(scene.ctx.discourse.other(spender), spender)
    return ()


_TO_WORK = 6
"""Items from a sum to what it is spent on: "on the new cross-border". assumed"""


def _in_the_country(s: Sentence, i: int) -> bool:
    """Whether money is spent in the country told of: "on schools in the country", "there"."""
    stop = next((k for k in range(i + 1, s.n) if s.kinds[k] == "Q"), s.n)
    return any(
        s.lowers[k] == "there"
        or s.lowers[k - 2 : k + 1] in (["in", "the", "country"], ["in", "the", "republic"])
        for k in range(i + 2, stop)
    )


def _spent(scene: Scene, doers: list[Mention], prep: str) -> str:
    """Firms invest, tourists spend, a state gives; what an unknown spender puts "in" another country is left open."""
    s = scene.s
    owned = next((m for m in doers if m.owner == "adj" and m.head_item >= 0), None)
    head = owned.head_item if owned is not None else -1
    if owned is not None and any(_invests(scene, k) for k in range(owned.item + 1, head + 1)):
        return "investment"
    if (head >= 0 and scene.modes[head]) or any(m.form == "demonym" and not m.owner for m in doers):
        return "other"
    return "" if head >= 0 and prep == "in" and s.noun[head] not in scene.words.public_purses else "aid"


def goods_received(scene: Scene, i: int, j: int) -> Topic | None:
    """Things that come from another state in need: "received 200,000 doses from India", "20 ambulances donated by Japan"."""
    s, words = scene.s, scene.words
    if not (s.noun[j] in words.handed_over or s.noun[j].removesuffix("s") in words.handed_over):
        return None
    giver = codes_of([m for m in s.mentions if m.item > j and m.cue in ("from", "by") and m.kind == "P"][:1])
    g = next((v for v in s.groups if v.clause == s.clause[i] and v.lemma in words.receiving), None)
    if g is None or not giver:
        return None
    if g.main < i:
        taker = codes_of(doers_of(scene, g, -1))
    else:
        taker = codes_of([m for m in s.mentions if m.item > g.main and m.cue in ("in", "to", "at")][:1])
    taker = without(taker, giver)
    return Topic("aid", j, f"the {s.lowers[j]!r} received", giver, taker, verb=g) if taker else None


def part_of_gift(scene: Scene, i: int) -> Topic | None:
    """A part of the money that was just told of as given: "€3 million would be spent on two schools", "the grant covers $5 million for"."""
    s = scene.s
    if s.refs[i].kind != "money" or s.lowers[i - 1] == "(":
        return None
    given = [d for d in scene.ctx.last if d.kind == "figure" and d.mode in _GIFTS and d.recipient and d.actor]
    d = given[-1] if given else None
    if d is None or d.unit != s.refs[i].unit or d.measure != "level":
        return None
    if any(scene.modes[j] in ("aid", "loan", "investment") for j in range(i + 1, min(s.n, i + 5))):
        return None  # "comprising 3 million in grants and 5 million in loans"
    if any(not {*m.codes} <= {*d.actor, *d.recipient} for m in s.mentions):
        return None
    g = _shared_by(scene, i)
    how = "a part of what was given"
    return Topic(d.mode, i, how, d.actor, d.recipient, verb=g, carried=True) if g is not None else None


def _shared_by(scene: Scene, i: int) -> Group | None:
    """The verb that says where an amount goes, or what the grant told of before covers."""
    s, words = scene.s, scene.words
    clause = [j for j in range(i) if s.clause[j] == s.clause[i]]
    ahead = [g for g in s.groups if g.main < i and s.clause[g.main] == s.clause[i]]
    behind = next((g for g in s.groups if g.first > i and g.lemma not in ("say", "add", "note")), None)
    if behind is not None and not ahead and behind.finite and behind.lemma in words.sharing_out:
        named = [j for j in clause if s.noun[j] and s.lowers[j] not in (*_PART_OPENS, *words.packages)]
        near = range(i + 1, behind.first)
        plain = not any(s.kinds[j] == "Q" or (s.noun[j] and s.lowers[j] not in words.packages) for j in near)
        return behind if not named and plain and behind.first - i < _ASIDE else None
    opens = s.lowers[0] in ("the", "this") and s.lowers[1] in (*words.packages, "support", "aid", "package")
    covers = ahead and ahead[0].lemma in ("cover", "include", "comprise", "contain", "provide")
    return ahead[0] if opens and covers and not ahead[0].passive else None
