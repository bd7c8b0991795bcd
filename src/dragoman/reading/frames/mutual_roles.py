"""Who takes part in a mutual act: from grammar, then from the sentence, then from the document's pair."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dragoman.reading.discourse.discourse import Discourse, bracketed
from dragoman.reading.frames.absolutes import journeyed_to, meanwhile
from dragoman.reading.frames.agents import (
    codes_of,
    controllers_of,
    role_of,
    without_nested,
)
from dragoman.reading.frames.agents_unlisted import counted_subject, told_others, with_unknown
from dragoman.reading.frames.rules import Rule
from dragoman.reading.frames.strangers import (
    between_others,
    larger_circle,
    unknown_agent,
    with_others,
    with_own,
    with_some,
)
from dragoman.reading.frames.works import without_lines
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import PREP, load_lexicon
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["PLACE_CUES", "fill_mutual", "mutual_parties", "of_pair", "urges"]

PLACE_CUES = words("roles", "place_cues")
"""Prepositions behind which a party is where something happens, not who takes part."""
_OWN = ("poss", "adj", "any", "compound", "from_in", "to_in", "ends")
"""Roles that a party has wherever it stands: "progress on the Chad–Niger line", "from Blyth in Britain"."""


def mutual_parties(
    rule: Rule, s: Sentence, g: Group | None, noun: int, clause: int, d: Discourse, named: int = -1
) -> tuple[list[Mention], str]:
    """Who takes part in a mutual act; ``named`` is the item of the instrument that it is about."""
    if rule.kind == "instrument" and named >= 0:
        own = _of_the_name(s, named)
        if own:
            return own, "the instrument's own name"
        three = _of_three(s, d, named)
        if three:
            return [Mention(named, three, how="trilateral", clause=clause)], "the three of the sentence"
    cues = rule.actor or ("agent", "between", "with", "poss", "adj", "among", "patient", "of", "by")
    found: list[Mention] = []
    if rule.light and noun >= 0 and g is not None and g.main < noun and g.lemma not in rule.light:
        cues = tuple(c for c in cues if c != "patient")  # "thanked Germany at the meeting with Chile"
    if (
        rule.kind == "contact"
        and noun > 0
        and g is not None
        and noun < g.first
        and _behind_preposition(s, noun)
    ):
        cues = tuple(c for c in cues if c != "patient")  # "after talks with Chile's premier, A visited Peru"
    if rule.kind == "contact" and noun > 0 and g is not None and _set_beside(s, noun, g):
        cues = tuple(c for c in cues if c != "patient")  # "met Peru's premier ahead of talks with Chile's"
    for cue in cues:
        extra = ("of", "by", "to", "from") if rule.actor else ("patient", "of", "by", "to", "from")
        if cue in extra and not rule.gather and len(codes_of(found)) >= 2:
            continue
        got = role_of(s, cue, g, noun, clause, d)
        if not got and cue != "with":
            continue
        got = [m for m in got if m.cue not in PLACE_CUES or cue in _OWN or (rule.gather and cue == m.cue)]
        if cue == "between" and noun < 0 and g is not None:
            got = [m for m in got if m.governor in (-1, g.main)]  # "spoke about the pact between A and B"
        if cue == "between":
            got = [
                m
                for m in got
                if not (
                    m.governor >= 0 and m.governor != noun and s.noun[m.governor] in words("roles", "rows")
                )
            ]
        if cue == "between" and rule.kind == "tie" and noun >= 0 and _hangs_with(s, noun):
            got = [m for m in got if m.governor == noun]  # "cut relations with A over a row between A and B"
        if cue == "with" and rule.kind == "instrument" and named >= 0:
            got = _its_partners(s, got, named, rule)
        if cue == "with" and noun < 0 and g is not None and len(codes_of(found)) > 1:
            # "A and B conferred about the talks with C"; but "will discuss the matter with C"
            got = [m for m in got if m.governor == g.main or _matter(s, m.governor, g)]
        if cue == "with" and rule.kind == "contact" and noun < 0:
            got = [m for m in got if not (_of_others(s, m, codes_of(found)) or _of_contact_beside(s, m, g))]
        found.extend(m for m in got if m not in found)
    found = [m for m in found if not meanwhile(s, m)]
    between_two = {c for m in found if _go_between(s, m) for c in m.codes}
    found = [m for m in found if not urges(s, m) and not _deed(s, m) and not set(m.codes) & between_two]
    if rule.kind == "contact":
        found = _named_rather(s, found, clause)
        found += [m for m in _listed(s, noun, g) if found and m not in found]
        if len(codes_of(found)) == 1:
            found += _officials_of(s, noun, g, found)
        here = [m for m in found if not m.posted]
        found = here if len(codes_of(here)) > 1 else found
        found = _without_far_between(s, found, noun)
    found = without_nested(without_lines(rule, s, found), d.bodies)
    if rule.kind == "instrument" and named >= 0 and len(codes_of(found)) == 1:
        found += [  # "talks with Canada on a Mercosur agreement"
            m
            for m in s.mentions
            if m.owner == "adj" and set(m.codes) <= d.bodies and m.item < named <= m.head_item
        ]
    if "between" in cues:
        between = [m for m in found if m.cue == "between"]
        if len(codes_of(between)) >= 2:
            return between, "between"
    countries = {c for m in found for c in m.codes if c not in d.bodies}
    if len(countries) > 1:  # "APEC week", "a UN conference": a body that only names the thing takes no part
        found = [m for m in found if not (m.owner and set(m.codes) <= d.bodies and not _of_people(s, m))]
    elif len(codes_of(found)) > 2:  # "talks of the Union with China on the UN agenda"
        found = [m for m in found if not (m.owner == "adj" and set(m.codes) <= d.bodies)] or found
    return found, "the parties of the clause"


def _of_others(s: Sentence, m: Mention, acting: Sequence[str]) -> bool:
    """Whether "with" goes with what somebody else has: "will discuss Kenya's reconciliation with Somalia"."""
    return m.governor >= 0 and any(
        o.owner == "poss" and o.head_item == m.governor and not set(o.codes) & {*acting, *m.codes}
        for o in s.mentions
    )


def _of_contact_beside(s: Sentence, m: Mention, g: Group | None) -> bool:
    """Whether "with" goes with a contact before or after the one told: "met A's premier after talks with B's"."""
    if g is None or m.governor <= g.main or s.noun[m.governor].rpartition(" ")[2] not in _contacts():
        return False
    return _set_beside(s, m.governor, g)


def _set_beside(s: Sentence, noun: int, g: Group) -> bool:
    """Whether a contact stands in a phrase that sets it before or after what the verb tells."""
    between = range(g.main + 1, noun)
    prep = next((k for k in reversed(between) if s.lowers[k] in words("frames.mutual_roles", "beside")), -1)
    return prep > 0 and not any(s.kinds[k] in ".D" or k in s.verb_at for k in range(prep, noun))


@lru_cache(maxsize=1)
def _contacts() -> frozenset[str]:
    classes = load_lexicon().noun_classes
    kinds = ("meeting", "call", "session", "forum", "visit")
    return frozenset(w.rpartition(" ")[2] for kind in kinds for w in classes[kind])


def _go_between(s: Sentence, m: Mention) -> bool:
    """Whether somebody only brings two others together: "with Norway as mediator", "with Norwegian help"."""
    before = s.lowers[max(0, m.item - 9) : m.item]
    if (
        s.lowers[m.item + 1 : m.item + 2] == [","]
        and not words("go_betweens", "watching").isdisjoint(before)
        and "," not in before
    ):
        return True  # "in the presence of the president of Mali, A and B signed"
    if m.cue != "with":
        return False
    if m.owner:
        return m.head_item >= 0 and s.noun[m.head_item] in words("go_betweens", "good_offices")
    behind = s.lowers[m.item + 1 : m.item + 5]
    return "as" in behind[:2] and not words("go_betweens", "offices").isdisjoint(behind)


def _of_people(s: Sentence, m: Mention) -> bool:
    """Whether a body's people meet, not a thing named after it: "with Malian and European Union officials"."""
    behind = m.cue == "with" and m.item + 1 == m.head_item
    return behind and s.noun[m.head_item] in (_PLACELESS | {"envoy", "mediator", "commissioner", "diplomat"})


def _matter(s: Sentence, i: int, g: Group) -> bool:
    """Whether a noun is only what is talked about: "discuss the matter (of the dam) with Egypt"."""
    return i > g.main and s.noun[i] in _MATTERS and not any(k in s.verb_at for k in range(g.main + 1, i))


_MATTERS = words("frames.mutual_roles", "matters")


def _hangs_with(s: Sentence, noun: int) -> bool:
    """Whether a noun has its other side behind "with"."""
    return any(m.cue == "with" and m.governor == noun for m in s.mentions)


def of_pair(m: Mention) -> bool:
    """Whether a mention is but the word "bilateral", which stands for whom the document is about."""
    return m.kind == "A" and m.owner == "adj" and m.how.endswith("the document's pair")


def _named_rather(s: Sentence, found: list[Mention], clause: int) -> list[Mention]:
    """Who meets without the pair that "bilateral" stands for, where the sentence itself tells who meets."""
    named = [m for m in found if not of_pair(m)]
    if len(named) == len(found):
        return found
    where = {
        c
        for m in s.mentions
        if m.cue in ("in", "at") and m.clause == clause and m.kind == "P"
        for c in m.codes
    }
    others = len(where - set(codes_of(named))) > 1  # "held bilateral talks in A, B and C"
    return named if len(codes_of(named)) > 1 or others or larger_circle(s, clause) else found


def _listed(s: Sentence, noun: int, g: Group | None) -> list[Mention]:
    """Some of those met: "met a number of leaders, including A's premier and B's president"."""
    if "including" not in s.cues:
        return []
    at = noun if noun >= 0 else g.main if g is not None else s.n
    if any(at < o.first and o.finite for o in s.groups if o.clause == s.clause[at]):
        return []
    listed = [m for m in s.mentions if m.cue == "including" and m.clause == s.clause[at]]
    heads = _hosts_of_list()
    return [
        m
        for m in listed
        if (head := _listing(s, m.governor)) > at and s.noun[head].rpartition(" ")[2] in heads
    ]


def _listing(s: Sentence, i: int) -> int:
    """The noun before a comma or a day: "met many leaders on Monday, including"."""
    while i > 0 and s.kinds[i] in ".D":
        i -= 1
    return i


_PLACELESS = words("frames.mutual_roles", "placeless")


def _officials_of(s: Sentence, noun: int, g: Group | None, found: list[Mention]) -> list[Mention]:
    """Whose officials are met where only the place tells: "held talks with senior officials in A and B"."""
    at = noun if noun >= 0 else g.main if g is not None else s.n
    head = next((i for i in range(at + 1, min(s.n, at + 14)) if s.noun[i] in _PLACELESS), -1)
    between = range(at + 1, max(head, 0))
    if head < 0 or any(
        s.kinds[i] in "PHL" or i in s.verb_at or s.text[s.starts[i]].isupper() for i in between
    ):
        return []
    if s.noun[at] == "meeting" or (noun >= 0 and s.lowers[at + 1] != "with"):
        return []
    known = set(codes_of(found))
    where = [m for m in s.mentions if m.cue == "in" and m.governor >= at and not m.owner and m.kind == "P"]
    return [m for m in where if m.item < head + 16 and m.clause == s.clause[at] and not set(m.codes) & known]


@lru_cache(maxsize=1)
def _hosts_of_list() -> frozenset[str]:
    return load_lexicon().noun_classes["official"]


def _behind_preposition(s: Sentence, noun: int) -> bool:
    """Whether a noun only tells the occasion: "after talks with", "at a working meeting with"."""
    for j in range(noun - 1, max(-1, noun - 4), -1):
        if s.tags[j] & PREP and not s.noun[j]:
            return s.lowers[j] != "of"
        if s.kinds[j] != "w" or j in s.verb_at:
            return False
    return False


def _without_far_between(s: Sentence, found: list[Mention], noun: int) -> list[Mention]:
    """Those who meet without those between whom only ties are spoken of: "met and called for ties between A and B"."""
    near = [
        m for m in found
        if not (m.cue == "between" and m.governor >= 0 and m.governor != noun and s.noun[m.governor] in words("roles", "ties"))
    ]  # fmt: skip
    return near if len(codes_of(near)) > 1 else found


def _deed(s: Sentence, m: Mention) -> bool:
    """Whether a party only owns a war or deed that is spoken of: "discussed Russian aggression"."""
    return bool(m.owner) and m.cue in ("obj", "of") and _of_war(s, m)


def _of_war(s: Sentence, m: Mention) -> bool:
    wars = words("roles", "rows") | words("roles", "violence")
    return any(s.noun[k] in wars for k in range(m.head_item, min(s.n, m.head_item + 2)))


def urges(s: Sentence, m: Mention) -> bool:
    """Whether a party only asked or proposed that others meet: "at the request of A", "a proposal made by A"."""
    at = m.governor
    if at < 0 or m.cue not in ("of", "by", "from"):
        return False
    if at in s.verb_at and s.verb_at[at].passive and m.cue == "by":
        if s.verb_at[at].lemma in words("roles", "presiding"):
            return len({c for o in s.mentions if o.cue == "by" and o.governor == at for c in o.codes}) == 1
        if s.verb_at[at].lemma in words("go_betweens", "bringing"):
            return True  # "talks with A brokered by B's premier"
        at -= 1
    return s.noun[at] in words("roles", "urgings") or (m.cue == "of" and _with_help(s, at))


def _with_help(s: Sentence, at: int) -> bool:
    """Whether a noun is the help with which something was done: "resumed with the help of A"."""
    return s.noun[at] in words("roles", "helping") and bool(
        {"with", "through", "under"} & set(s.lowers[at - 2 : at])
    )


def _of_the_name(s: Sentence, named: int) -> list[Mention]:
    """The parties that an instrument carries in its name: "the EU-Vietnam Free Trade Agreement"."""
    return [
        m
        for m in s.mentions
        if len(m.codes) > 1 and m.owner == "adj" and m.kind == "P" and m.item < named <= m.head_item
    ]


def _its_partners(s: Sentence, got: list[Mention], named: int, rule: Rule) -> list[Mention]:
    """Of several "with" those of one instrument of a list: "an accord with A and a protocol with B"."""
    listed = {"including", "namely", "–", "—", ":"}  # "six accords, including one on a hub with Oman"
    got = [m for m in got if m.item < named or not listed.intersection(s.lowers[named : m.item])]
    own = [
        m for m in got
        if m.item > named and not any(s.noun[k] in rule.modes or s.noun[k] in rule.object for k in range(named + 1, m.item))
    ]  # fmt: skip
    return own or got


def _of_three(s: Sentence, d: Discourse, named: int) -> tuple[str, ...]:
    """The three parties of a "trilateral agreement": of the sentence, and of the document where one is missing."""
    if not any(
        low in ("trilateral", "tripartite", "three-way") for low in s.lowers[max(0, named - 4) : named]
    ):
        return ()
    here = [c for m in s.mentions for c in m.codes if c not in d.bodies]
    for more in ((), d.pair, d.group):
        codes = tuple(dict.fromkeys((*here, *more)))
        if len(codes) == 3:
            return codes
    return ()


def _behind_city(s: Sentence, m: Mention) -> bool:
    """Whether a country only says where a city is: "in Ankara, Turkey", or is that city."""
    return any(
        abs(o.item - m.item) == 2 and o.codes == m.codes and s.lowers[min(o.item, m.item) + 1] == ","
        for o in s.mentions
    )


def _host(s: Sentence) -> tuple[str, ...]:
    """The country of "In Peru, she met Foreign Minister A", where nothing else says whose minister that is."""
    opening = [m for m in s.mentions if m.cue == "in" and not m.owner and m.item <= 2 and m.kind == "P"]
    officer = any(s.kinds[i] == "H" and not s.codes[i] and s.refs[i].role for i in range(3, s.n))
    if opening and officer and s.lowers[opening[0].item + 1] == ",":
        return opening[0].codes
    posted = [m for m in s.mentions if m.posted]  # "Peru's ambassador in Oslo met Foreign Minister A"
    return posted[0].codes if len(posted) == 1 and officer else ()


def _its_own(s: Sentence, body: str) -> bool:
    """Whether those who meet are a body's own: "EU ministers met", and later "the ministers met"."""
    return any(
        m.codes == (body,)
        and (
            m.how.endswith("of the body spoken of")
            or s.noun[m.head_item] in ("minister", "leader", "foreign minister")
        )
        for m in s.mentions
    )


def _further_one(s: Sentence, clause: int) -> bool:
    """Whether a clause tells of one more of what was told: "a separate accord was reached with Chad"."""
    opening = [low for i, low in enumerate(s.lowers) if s.clause[i] == clause][:4]
    return bool(words("roles", "further").intersection(opening)) or opening[:2] == ["one", "with"]


def _of_other_matters(s: Sentence, one: str) -> set[str]:
    """Partners in something else, where one is a partner, too: "a treaty with A follows a quarrel in talks with B"."""
    behind = [m for m in s.mentions if m.cue == "with" and m.governor >= 0]
    own = {m.governor for m in behind if one in m.codes}
    acting = any(m.cue in ("subj", "by") or m.owner for m in s.mentions)
    return set() if acting or not own else {c for m in behind if m.governor not in own for c in m.codes}


def _within_one(s: Sentence, clause: int) -> bool:
    """Whether a way is told to lead from a place to another of the same country: "a train ran from Tabora to Dodoma"."""
    ways = [m for m in s.mentions if m.clause == clause and m.kind in "PL"]
    first = [m for m in ways if m.cue == "from" and m.governor in s.verb_at]
    begins = {m.codes for m in first}
    behind = {*s.verb_at, *(m.item for m in first)}
    ends = {m.codes for m in ways if m.cue == "to" and m.governor in behind}
    return len(begins) == 1 and begins == ends


def fill_mutual(
    actor: tuple[str, ...],
    s: Sentence,
    d: Discourse,
    clause: int,
    apart: frozenset[str] = frozenset(),
    joined: bool = False,
) -> tuple[tuple[str, ...], str]:
    """Complete the parties of a mutual act from the sentence, then from the document; never by those ``apart``.

    Talks that somebody has only ``joined`` need not be with anybody whom the sentence names.
    """
    if any(with_others(s, g) for g in s.groups if g.clause == clause) or larger_circle(s, clause):
        return actor, "with others than the pair"
    if with_some(s, clause):
        return actor, "with states that nobody names"
    if _within_one(s, clause):
        return actor, "within one country"
    if between_others(s):
        return actor, "between others"
    host = _host(s) if len(actor) == 1 else ()
    if host and host[0] not in actor:
        return (*actor, *host), "an officer of the country that the sentence opens with"
    there = journeyed_to(s, clause) if len(actor) == 1 else ""
    if there and there not in actor and there not in d.bodies:
        return (*actor, there), "of the country that one travels to"
    if len(actor) == 1 and not d.titled and with_unknown(s, clause):
        return actor, "with somebody of no known country"
    if any(told_others(s, g) for g in s.groups if g.clause == clause):
        return (), "those told, whom nobody names"
    if len(actor) == 1 and actor[0] in d.bodies and (actor[0] not in d.pair or _its_own(s, actor[0])):
        return actor, "a body that sits by itself"  # "the Council, which met on Monday"
    if len(actor) == 1:
        unknown = any(unknown_agent(s, g) for g in s.groups if g.clause == clause)
        if unknown and d.anchor and d.anchor != actor[0]:
            return (d.anchor, actor[0]), "a minister of unsaid country is of the document's"
        if with_own(s, actor):
            return actor, "with others of its own country"
        aside = bracketed(s)  # "the group (outlawed in Russia)" says nothing of who met
        stranger = unknown and any(s.kinds[i] == "H" and not s.codes[i] for i in range(s.n))
        lent = [m for m in s.mentions if m.cue == "from" and set(m.codes) <= d.bodies]
        if lent and words("roles", "lending").intersection(s.noun):
            return (actor[0], *lent[0].codes), "whose loan it is for"
        near = [
            c for m in s.mentions for c in m.codes
            if (not stranger or m.clause <= clause) and c != actor[0] and c not in apart and c not in d.bodies and m.item not in aside and not urges(s, m) and m.cue != "against" and not (m.owner and _of_war(s, m))
            and not (m.cue in PLACE_CUES and (m.kind == "L" or _behind_city(s, m) or (m.owner and s.noun[m.head_item] in words("roles", "regions"))))
        ]  # fmt: skip
        near = [c for c in near if c not in _of_other_matters(s, actor[0])]
        distinct = list(dict.fromkeys(near))
        groups = [g for g in s.groups if g.clause == clause]
        if joined:
            distinct = []  # who joins the talks in a capital need not talk with that state
        judged = any(controllers_of(s, g) == [] for g in groups)
        if judged:
            distinct = []  # "she regretted the decision to establish relations with China": not hers
        if any(counted_subject(s, g) for g in groups):
            return actor, "with others than the pair"
        if len(distinct) == 1:
            return (actor[0], distinct[0]), "the other party of the sentence"
        if _further_one(s, clause) and actor[0] not in (*d.pair, *d.participants):
            holder = d.participants[0] if len(d.participants) == 2 else None
            holder = d.anchor if d.anchor in d.participants else holder
            if holder:
                return (holder, actor[0]), "whoever signed the one before"
        alone = (stranger or judged) and not (d.titled or (d.closed and not judged))
        other = () if alone or (joined and not d.titled) else d.other(actor)
        if other:
            return (actor[0], *other), "the other party of the document's pair"
        return actor, "one party"
    here = [c for m in s.mentions for c in m.codes if m.cue not in PLACE_CUES and not urges(s, m)]
    distinct = [c for c in dict.fromkeys(here) if c not in d.bodies]
    again = any(
        g.reduced and g.lemma in words("clauses", "documented") and g.clause == clause for g in s.groups
    )
    if again and len(d.participants) > len(distinct):
        return d.participants, "those who signed before"
    if len(distinct) >= 2:
        return tuple(distinct), "the parties of the sentence"
    if not here and not d.pair and len(d.group) != 2:
        return actor, "a document of no pair"  # "months of talks failed": those named last need not be meant
    pair = d.two(here)
    return pair, "the document's pair"
