"""Between whom a figure without direction stands: turnover, years of relations, shared costs."""

from __future__ import annotations

from itertools import pairwise

from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.other_sides import unheard
from dragoman.reading.figures.partner_rows import opens_row
from dragoman.reading.figures.roles import NO_SIDE, Parties, codes_of, cued, owners_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["mutual_parties", "sharing_a_cost"]


def sharing_a_cost(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties:
    """A cost is an investment between the parties that the sentence names, and no others."""
    s, d = scene.s, scene.ctx.discourse
    here = [
        m
        for m in s.mentions
        if m.cue not in NO_SIDE and m.clause in (s.clause[topic.item], s.clause[topic.item] - 1)
    ]
    named = tuple(
        x
        for x in codes_of([m for m in here if not m.owner or m.clause == s.clause[topic.item]])
        if x not in d.bodies
    )
    actor = codes_of(agents)
    place = without(codes_of([m for m in s.mentions if m.cue in ("in", "at", "obj")]), actor)
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
    """Whether a trade is one country's with everybody: "Chad's foreign trade turnover amounted to"."""
    s, item = scene.s, topic.item
    if s.kinds[item] != "w":
        return False
    if len({c for m in s.mentions for c in m.codes if m.clause == s.clause[item]}) > 1:
        return False
    if s.lowers[item + 1 : item + 2] in (["between"], ["with"]) and "world" in s.lowers[item + 2 : item + 7]:
        return True
    words = " ".join(s.lowers[max(0, item - 2) : item + 1]).split()
    told = bool(owners_of(s, item)) or any(m.cue == "of" and m.governor == item for m in s.mentions)
    return told and any(w in ("foreign", "external", "overall", "global", "total") for w in words)


def _beside(topic: Topic, scene: Scene, partners: list[Mention]) -> list[Mention]:
    """The partners told with the number: "trade with Malta was $2 million, and with Peru $1 million"."""
    s, at = scene.s, topic.at
    own = [m for m in s.mentions if m.cue == "with" and m.item < at and "Q" not in s.kinds[m.item : at]]
    return own if partners and own and codes_of(own) != codes_of(partners) else partners


def _members_with(s: Sentence) -> list[Mention]:
    """A body whose members trade is told with: "turnover with the countries of the SADC"."""
    return [
        m for m in s.mentions
        if m.cue == "of" and m.governor > 0 and s.noun[m.governor] in words("roles", "states")
        and "with" in s.lowers[max(0, m.governor - 4) : m.governor]
    ]  # fmt: skip


def _each_its_own(s: Sentence, named: list[Mention]) -> bool:
    """Whether every party only owns or runs up a balance: "Chad had a deficit of $2 million while Mali's was $1 million"."""
    return all(m.cue in ("subj", "none", "app") and (not m.owner or m.item + 2 in s.verb_at) for m in named)


def _of_a_whole(scene: Scene, topic: Topic, m: Mention) -> bool:
    """Whether a party stands in the whole that a sum is a share of: "was $7 million, or 2 percent of Chad's trade with the EU"."""
    s = scene.s
    owns = m.owner and scene.modes[m.head_item] == topic.mode  # "of Chad's trade": who reports
    if owns or s.kinds[topic.at] != "Q" or s.refs[topic.at].kind != "money":
        return False
    low = next((k for k in range(m.item - 1, topic.at, -1) if s.kinds[k] == "Q"), -1)
    return low > 0 and s.refs[low].kind == "percent" and s.lowers[low + 1] == "of"


def _as_large_as(scene: Scene, topic: Topic) -> bool:
    """Whether a share only compares one trade with that of others: "our trade is a quarter of the trade between A and B"."""
    s, v = scene.s, topic.verb
    if (
        s.kinds[topic.at] != "Q"
        or s.refs[topic.at].kind != "percent"
        or v is None
        or v.lemma != "be"
        or v.main > topic.at
    ):
        return False
    return topic.item > topic.at and "trade" in scene.modes[: v.first]


def mutual_parties(topic: Topic, scene: Scene, agents: list[Mention]) -> Parties:
    s, d, item = scene.s, scene.ctx.discourse, topic.item
    got = cued(s, item, None, "between", "among")
    if len(codes_of(got)) >= 2 and _as_large_as(scene, topic):
        return (), (), {}
    if len(codes_of(got)) >= 2:
        return codes_of(got), (), {"actor": "between"}
    if topic.mode == "trade" and s.lowers[item + 1 : item + 2] == ["with"]:
        behind = " ".join(s.lowers[item + 2 : item + 5]).split()
        spoken = {*behind, *(f"{a} {b}" for a, b in pairwise(behind))}
        if spoken & scene.words.regions and not any(item < m.item < item + 5 for m in s.mentions):
            return codes_of(owners_of(s, item)), (), {"actor": "trade with a region"}
    partners = cued(s, item, None, "with") or _members_with(s)
    partners = [m for m in partners if not _of_a_whole(scene, topic, m)]
    own = _beside(topic, scene, partners)
    if own != partners:
        whose = owners_of(s, item) or [m for m in s.mentions if m.cue == "of" and m.governor == item]
        both = codes_of([*whose, *own])
        return (
            (both if len(both) > 1 else (*both, *(host_of(scene.ctx) or d.other(both)))),
            (),
            {"actor": "whose, and with"},
        )
    got = [*owners_of(s, item), *partners, *got, *agents]
    codes = codes_of(got)
    if len(codes) >= 2:
        return codes, (), {"actor": "owner and with"}
    whole = [m for m in s.mentions if m.cue == "of" and m.governor == item]
    if not codes and len(whole) == 1 and _with_the_world(scene, topic):
        return whole[0].codes, (), {"actor": "one country's trade with all"}
    if len(codes) == 1 and _with_the_world(scene, topic):
        return codes, (), {"actor": "one country's trade with all"}
    named = [m for m in s.mentions if m.cue not in ("in", "at", "by", *NO_SIDE) and opens_row(s, m) < 0]
    named = [m for m in named if not _of_a_whole(scene, topic, m)]
    here = [m for m in named if m.clause == s.clause[item]] if s.kinds[item] == "w" else []
    if topic.mode == "trade" and len(codes_of([*got, *here])) == 2:
        named = here  # "its deficit with Malta was $9 million, while its exports to Chad"
    near = tuple(dict.fromkeys([*codes, *(c for c in codes_of(named) if c not in d.bodies)]))
    host = host_of(scene.ctx) if topic.mode == "trade" and not d.titled else ()
    spoken_of_two = s.says(words("discourse", "topic"))
    if host and not spoken_of_two and set(near) <= set(host):
        return host, (), {"actor": "one country's trade with all"}
    if topic.mode == "trade" and not spoken_of_two and len(near) < 2 and unheard(scene):
        return near, (), {"actor": "the other party has not been named yet"}
    if len(near) == 1:
        paired = near[0] in d.pair or set(near) <= set(host)
        return (
            (near[0], *(d.other(near) if paired else host or d.other(near))),
            (),
            {"actor": "the document's pair"},
        )
    if not near:
        return d.two(), (), {"actor": "the document's pair"}
    if (
        s.kinds[item] == "w"
        and s.noun[item].rsplit(" ", 1)[-1] in scene.words.balances
        and _each_its_own(s, named)
    ):
        return (), (), {}
    return near, (), {"actor": "the parties of the sentence"}
