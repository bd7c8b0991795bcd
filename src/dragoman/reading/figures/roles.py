"""The parties at a place of the sentence: who owns a noun, stands behind a preposition, does what the verb says."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.figures.partner_rows import opens_row
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.frames.agents import agents_of
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "BOTH",
    "FLOW_NOUNS",
    "GIVEN",
    "NO_SIDE",
    "Parties",
    "codes_of",
    "cued",
    "doers_of",
    "owners_of",
    "placed_at",
    "without",
]

GIVEN = frozenset({"loan", "aid", "investment"})
BOTH = frozenset(
    {"companies", "energy", "cargo", "capacity", "projects", "investment", "visitors", "students"}
)
FLOW_NOUNS = frozenset({"export", "import"})
NO_SIDE = frozenset(
    {
        "behind",
        "ahead of",
        "ahead",
        "since",
        "after",
        "before",
        "about",
        "than",
        "besides",
        "like",
        "despite",
        "unlike",
    }
)
_SHIPPED = FLOW_NOUNS | {"shipment", "delivery", "sale", "supply"}
Parties = tuple[tuple[str, ...], tuple[str, ...], dict[str, str]]

_NEIGHBOURS = words("figures.roles", "neighbours")
_PARTNERS = _NEIGHBOURS | {"market", "customer", "supplier", "buyer", "destination"}
_RANKED = _PARTNERS | {"investor", "donor", "lender", "exporter", "importer", "source"}
_TELLING = words("figures.roles", "telling")
_DATA = words("figures.roles", "data")
# Items from the owner to the noun of "Malta's second largest trading partner" (assumed).
_TITLE = 7


def codes_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The codes of several mentions, each once."""
    return tuple(dict.fromkeys(c for m in mentions for c in m.codes))


def without(codes: Sequence[str], taken: Sequence[str]) -> tuple[str, ...]:
    """The codes that are not taken."""
    return tuple(c for c in codes if c not in taken)


def owners_of(s: Sentence, item: int) -> list[Mention]:
    """Parties that own the noun: "Kazakhstan's exports", "Kazakh exports", "U.S.-Angola trade"."""
    return [m for m in s.mentions if m.owner and m.item < item <= m.head_item and item - m.item < 8]


def cued(s: Sentence, item: int, verb: Group | None, *cues: str) -> list[Mention]:
    """Parties behind a preposition: hanging on the noun, else in the verb's stretch, else in the clause."""
    got = [
        m
        for m in s.mentions
        if m.cue in cues
        and not (m.owner == "poss" and _apposed(s, m))
        and not (m.cue in ("by", "from") and (_follows(s, m) or _tells(s, m)))
        and not (m.cue in ("in", "from", "of", "among") and _scope_of_rank(s, m))
        and not (m.cue in ("from", "to") and _span_of_states(s, m))
        and not (m.item > item and (opens_row(s, m) >= 0 or _why_it_moved(s, item, m)))
        and not _behind_number(s, item, m)
        and not _of_next_flow(s, item, m)
        and not (m.owner == "adj" and m.head_item == item)
        # "12.9 billion of it Spanish exports and 9.6 billion imports": the adjective is of the other flow
        and not (
            m.owner == "adj"
            and m.head_item != item
            and s.noun[m.head_item] in FLOW_NOUNS
            and s.noun[item] in FLOW_NOUNS
        )
        and not (
            m.governor >= 0
            and m.governor != item
            and s.noun[m.governor] in FLOW_NOUNS
            and s.noun[item] in FLOW_NOUNS
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


def _apposed(s: Sentence, m: Mention) -> bool:
    """Whether an owner only says who another party is: "sales to Chad, Malta's largest trading partner, rose"."""
    if m.head in _NEIGHBOURS:
        return True
    stop = next((k for k in range(m.item + 1, s.n) if s.kinds[k] in ".QD"), s.n)
    near = range(m.item + 2, min(stop, m.item + _TITLE))
    return s.lowers[m.item - 1] == "," and any(s.noun[k].rsplit(" ", 1)[-1] in _PARTNERS for k in near)


def _behind_number(s: Sentence, item: int, m: Mention) -> bool:
    """Whether a party is the far side of what is told behind the number: "fell 2 percent on fewer shipments to Malta"."""
    return (
        s.kinds[item] == "w"
        and m.governor > item
        and s.noun[m.governor] in _SHIPPED
        and any(s.kinds[k] == "Q" for k in range(item + 1, m.governor))
    )


def _of_next_flow(s: Sentence, item: int, m: Mention) -> bool:
    """Whether a party is the far side of a verb told behind this one: "exports fruit to Malta while importing cars from the island"."""
    own = s.verb_at.get(item)
    if own is None or own.lemma not in FLOW_NOUNS or m.cue not in ("to", "into", "from"):
        return False
    return any(
        g.lemma in FLOW_NOUNS and g.lemma != own.lemma and item < g.first <= g.main < m.item for g in s.groups
    )


def _follows(s: Sentence, m: Mention) -> bool:
    """Whether a party only comes next in a list: "followed by Japan and Korea"."""
    return any(
        s.lowers[j] == "followed" for j in range(max(0, m.item - 14), m.item - 1) if s.lowers[j + 1] == "by"
    )


def _tells(s: Sentence, m: Mention) -> bool:
    """Whether a party only stands in who made the data known: "according to data released by the Maltese customs"."""
    at = m.item - 1 - (s.lowers[m.item - 1] == "the")
    if at < 1 or s.lowers[at] not in ("by", "from"):
        return False
    verb = s.verb_at.get(at - 1)
    told = verb is not None and not verb.finite and verb.lemma in _TELLING
    return (told or s.noun[at - 1] in _DATA) and (s.lowers[at] == "by" or "according" in s.lowers[:at])


def _span_of_states(s: Sentence, m: Mention) -> bool:
    """Whether a party only bounds a group of states: "exports to 29 nations, ranging from Malta to Nepal"."""
    return any(
        s.lowers[k] in ("spanning", "ranging", "stretching") for k in range(max(0, m.item - 4), m.item)
    )


def _why_it_moved(s: Sentence, item: int, m: Mention) -> bool:
    """Whether a party stands in why a flow changed: "fell by 2 percent as demand from Malta eased"."""
    low = next((k for k in range(m.item - 1, item, -1) if s.lowers[k] == "as"), -1)
    if low < 0 or s.kinds[item] != "w" or "Q" not in s.kinds[item:low]:
        return False
    return any(g.finite and g.first > low + 1 for g in s.groups)


def _scope_of_rank(s: Sentence, m: Mention) -> bool:
    """Whether a party only bounds a rank among one's partners: "Chad's largest investor in the EU, with 40 projects"."""
    at = m.item - 1 - (s.lowers[m.item - 1] == "the")
    if at < 2 or s.lowers[at] not in ("in", "from", "of", "among"):
        return False
    noun = at - 1
    if s.noun[noun].rsplit(" ", 1)[-1] not in _RANKED:
        return False
    return any(
        o.owner == "poss" and o.codes != m.codes and noun - _TITLE <= o.item < noun for o in s.mentions
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


def doers_of(scene: Scene, verb: Group | None, item: int) -> list[Mention]:
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


def placed_at(
    s: Sentence, cue: str, topic: Topic, agents: list[Mention], patients: list[Mention]
) -> list[Mention]:
    if cue == "own":
        return owners_of(s, topic.item)
    if cue == "agent":
        return agents
    if cue == "patient":
        return patients
    return cued(s, topic.item, topic.verb, cue)
