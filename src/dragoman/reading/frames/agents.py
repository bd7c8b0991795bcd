"""Who does and who undergoes: the parties at a verb, and those behind a preposition.

Grammar only: nothing is filled from the document here (`dragoman.reading.frames.roles` does that).
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.frames.agents_apart import (
    antecedent_object,
    antecedents_aside,
    behind_which,
    explained,
    had_from,
    has_own_subject,
    helped_to,
    in_apposition,
    owed_to,
    said_behind,
)
from dragoman.reading.frames.agents_unlisted import (
    counted_subject,
    named_stranger,
    told_others,
    with_stranger,
)
from dragoman.reading.frames.beside import CUES, beside
from dragoman.reading.frames.company_sides import firms_of, nested
from dragoman.reading.frames.phrases import joined_phrases, person_alone
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV, CONJ, PREP, SUB
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.portfolios import led_group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "agents_of",
    "codes_of",
    "controllers_of",
    "patients_of",
    "role_of",
    "without_nested",
]

_INTENTS = words("roles", "intents") | words("roles", "tries")
_OWN_SUBJECT = frozenset({"with", "how", "of", "about", "despite", "without", "against", "on", "over"})
"""Words before the subject of a gerund; behind "to" and "in" it may be a place."""


def agents_of(s: Sentence, g: Group) -> list[Mention]:
    """The parties that do the act of a verb group: asked by rule after rule, worked out once."""
    found = s.agents.get(g)
    if found is None:
        named = _agents_of(s, g)
        named = [m for m in named if not _circle_of_next(s, m, named)]
        found = s.agents[g] = [m for m in named if m is named[0] or not in_apposition(s, m)]
    return found


def _agents_of(s: Sentence, g: Group) -> list[Mention]:
    if g.passive:
        return _behind_by(s, g)
    used = g.governor if g.infinitive and g.relative else None
    if used is not None and used.passive and used.lemma in words("roles", "serving"):
        return []  # "to Armenia on the line which is used to deliver gas from Russia"
    if g.relative:
        return _antecedents(s, g)
    if undergoing := _undergoing(s, g) or had_from(s, g):
        return undergoing
    meant = controllers_of(s, g)
    if meant is not None:
        return meant
    if told_others(s, g):
        return []
    if others := _listed_agents(s, g):
        return others
    if g.gerund and with_stranger(s, g):
        return []
    if beside := _beside_form(s, g) or helped_to(s, g) or said_behind(s, g):
        return beside
    top = g
    while top.governor is not None and (g.infinitive or g.gerund):
        top = top.governor
        if top.finite:
            break
    return _subjects_of(s, g, top)


def _behind_by(s: Sentence, g: Group) -> list[Mention]:
    by = [
        m for m in s.mentions
        if m.cue == "by" and m.item > g.main and not _verb_between(s, g, m)
        and not (m.governor >= 0 and s.noun[m.governor] in words("roles", "deeds"))
    ] or _of_group(s, g) or explained(s, g)  # fmt: skip
    return [m for m in by if m.clause == g.clause] or [m for m in by if m.item - g.main < 15]


def _of_group(s: Sentence, g: Group) -> list[Mention]:
    """Whose firms act as a group: "built by a consortium of Polish and Chinese firms"."""
    return [
        m for m in s.mentions
        if m.cue == "of" and m.governor > g.main and s.noun[m.governor] in words("roles", "groupings")
        and "by" in s.lowers[max(g.main, m.governor - 4) : m.governor] and not _verb_between(s, g, m)
    ]  # fmt: skip


def _antecedents(s: Sentence, g: Group) -> list[Mention]:
    """Who a relative clause is about: its own subject, else those right before it."""
    start = s.clause.index(g.clause)
    inside = [m for m in s.mentions if m.clause == g.clause and start < m.item < g.first]
    own = [m for m in inside if m.cue == "subj"]
    company = words("syntax.subject_company", "company")
    if own and company.isdisjoint(s.lowers[start : own[0].item]):
        return own
    before = [m for m in s.mentions if m.clause < g.clause and m.item < start]
    if not before:
        return own
    last = before[-1]
    if own:  # "the EU, which together with Norway signed a memorandum"
        return [last, *own]
    if last.cue == "none" or s.lowers[start] == "(":
        return [last]  # "with A, B and C (which has an embassy there)"
    beside = [m for m in before if m.cue == last.cue and m.clause == last.clause]
    between = [o.first for o in s.groups if o.infinitive]  # "offers Chad a way to shun Mali, which"
    return [
        m for m in beside
        if last.item - m.item < 12 and not any(m.item < at < last.item for at in between)
    ]  # fmt: skip


def _undergoing(s: Sentence, g: Group) -> list[Mention]:
    """Who acts as the object of the verb before: "prompting Beijing to sever ties", "shows the president accusing"."""
    if g.governor is None or not (g.gerund or g.infinitive):
        return []
    lemma = g.governor.lemma
    if g.gerund and lemma in words("roles", "blamed"):
        done_to = patients_of(s, g.governor)
        if done_to:
            return done_to
    if g.gerund and s.lowers[g.first - 1] == "for" and (owed := owed_to(s, g.governor, g)):
        return owed
    causing = g.infinitive and lemma in words("roles", "causes")
    favoured = lemma in words("frames.statuses", "favouring") and s.kinds[g.first - 1] in "PH"
    if causing or (g.gerund and (favoured or lemma in words("roles", "showing"))):
        return [m for m in patients_of(s, g.governor) if m.item < g.first]
    if g.governor.gerund or g.governor.infinitive:
        return _undergoing(s, g.governor)  # "accused Chad of planning to harm them by starting"
    return []


def _beside_form(s: Sentence, g: Group) -> list[Mention]:
    """Who stands right before a gerund behind "with", or owns the noun before an infinitive."""
    if g.gerund and g.first > 1 and s.kinds[g.first - 1] == "P":
        before = g.first - 2 - (g.first > 2 and s.lowers[g.first - 2] == "the")
        own = [m for m in s.mentions if m.item == g.first - 1 and not m.owner]
        if own and s.lowers[before] in _OWN_SUBJECT:
            return own  # "with Thailand exporting $656 million", "discussed how Malta leaving the bank"
    if g.gerund:
        own = [m for m in s.mentions if m.cue == "with" and m.owner and m.head_item == g.first - 1]
        if own:
            return own  # "with the Congolese government accusing Rwanda"
    if g.infinitive and g.first > 2 and s.lowers[g.first - 1] == "to":
        named = [m for m in s.mentions if g.first - 2 in (m.item, m.head_item)]
        if named and s.lowers[_phrase_start(s, named[0].item) - 1] == "for":
            return named  # "it is important for Ghana to lend", "talks for Chad's government to buy"
    if g.infinitive and g.first > 1 and s.noun[g.first - 2] in words("status", "planned_nouns"):
        # "the first Indian project to build houses"
        return [m for m in s.mentions if m.owner and m.head_item == g.first - 2 and m.kind in "PH"]
    return []


def _phrase_start(s: Sentence, item: int) -> int:
    """The first item of a party's phrase: its article is part of it."""
    return item - 1 if item > 1 and s.lowers[item - 1] == "the" else item


def _subjects_of(s: Sentence, g: Group, top: Group) -> list[Mention]:
    """The subject of the verb that ``g`` hangs on, in its clause or in one before."""
    own = [m for m in s.mentions if m.clause == top.clause and m.cue == "subj" and m.item < top.first]
    if own:
        return own
    if g.infinitive and top.lemma in ("be", "become"):
        named = [m for m in s.mentions if m.cue == "obj" and top.main < m.item < g.first]
        if named:
            return named  # "Lundin became the first Swedish minister to visit Oman"
    if top.passive and top is not g:
        before = [m for m in s.mentions if m.clause == top.clause and m.item < top.first]
        if before or not (top.first and s.lowers[top.first - 1] in ("and", "but")):
            return before  # "it won a contract and is expected to build": whoever won it
    if (
        _own_noun(s, top)
        or named_stranger(s, top)
        or (top.first and s.lowers[top.first - 1] in words("roles", "unnamed"))
    ):
        return []
    opener = s.clause.index(top.clause)
    opener += s.lowers[opener] == ","
    if opener and s.lowers[opener] == "whose":  # "Samsung, whose firm built the airport"
        owner = [m for m in s.mentions if m.item < opener and m.kind in "PH"]
        return owner[-1:]
    return _subjects_before(s, top) or _unplaced(s, g, top)


def _subjects_before(s: Sentence, top: Group) -> list[Mention]:
    """Of a co-ordinated verb: the subject of an earlier clause of the sentence."""
    inner: list[Mention] = []
    begins_with_comma = s.lowers[s.clause.index(top.clause)] == ","
    for c in range(top.clause - 1, -1, -1):
        start = s.clause.index(c)
        aside = start if s.lowers[start] != "," else start + 1
        if c and begins_with_comma and s.lowers[aside] in words("roles", "relative"):
            antecedent = [m for m in s.mentions if start - 3 <= m.item < start and m.kind in "PH"]
            first = c == 1 and not any(o.clause == 0 and o.finite for o in s.groups)
            if first and antecedent and antecedent[-1].cue != "subj":
                inner = antecedent[
                    -1:
                ]  # "the president of Chad, which", unless "Malta's talks with Chad, which"
            elif antecedent and not any(m.cue == "subj" and m.clause == c for m in s.mentions):
                return antecedent[-1:]  # "Jordan, which gets its gas from there, had to buy"
        if c and begins_with_comma and has_own_subject(s, c):
            told = [m for m in antecedents_aside(s, c) if m.cue in ("none", "subj")]
            if told:
                return told  # "Oman, which Togo recognised, has": not Togo
            continue
        if c and s.lowers[start] == "that" and _spoken_besides(s, top, c):
            continue  # "insisted that Mali was late and called on Chad": whoever insisted
        earlier = [m for m in s.mentions if m.clause == c and m.cue == "subj"]
        if earlier and not (c and _tells_of_noun(s, top, start)):
            return earlier
    return inner


def _tells_of_noun(s: Sentence, top: Group, start: int) -> bool:
    """Whether a clause only says which thing is meant: "praised the grants that Malta had paid, and promised"."""
    opens = s.clause.index(top.clause)
    closed = opens > 1 and s.lowers[opens] == "and" and s.lowers[opens - 1] == ","
    return closed and s.lowers[start] == "that" and start - 1 not in s.verb_at and bool(s.noun[start - 1])


def _spoken_besides(s: Sentence, top: Group, clause: int) -> bool:
    """Whether a verb of speech goes on with the main clause, not with the act of nobody who speaks before it."""
    speaking = words("roles", "speaking")
    if not top.past or top.lemma not in speaking:
        return False
    return not any(g.clause == clause and g.lemma in speaking for g in s.groups)


def _unplaced(s: Sentence, g: Group, top: Group) -> list[Mention]:
    """Those before the verb whose place in the sentence is open, or the subject of the clause that it opens."""
    here = [m for m in s.mentions if m.clause == top.clause]
    before = [m for m in here if m.item < g.first and m.cue in ("none", "app")]
    if not before and not top.passive:  # "the international community, including A and B, urged"
        before = [m for m in here if m.cue == "including" and m.item < top.first]
    if not before and g is top and g.gerund and not any(o.finite and o.first < g.first for o in s.groups):
        # "Speaking after a call with A, the premier said": who the main verb is about
        before = [m for m in s.mentions if m.clause == g.clause and m.cue == "subj" and m.item > g.main]
    if not before and top.clause == 0 and s.lowers[0] in words("roles", "openers") and top.first <= 2:
        # "After having become a member, Mongolia started": who the next clause is about
        return [m for m in s.mentions if m.clause == 1 and m.cue == "subj"]
    return before


_NAME = 4
"""Words of a name that no list knows; assumed."""


def _own_noun(s: Sentence, g: Group) -> bool:
    """Whether a clause behind "as", "while" or "and" has a subject that is no party: "as the island decided"."""
    start = s.clause.index(g.clause)
    if not g.clause or not s.tags[start] & (SUB | CONJ) or s.lowers[start] in words("roles", "relative"):
        return False
    head = g.first - 1
    names = range(start + 1, g.first)
    if (
        names
        and len(names) <= _NAME
        and all(s.kinds[k] == "w" and s.text[s.starts[k]].isupper() and k not in s.verb_at for k in names)
    ):
        return True  # "Chad is building a dam, and Zarubin Group opened a mill"
    return (
        head > start + 1
        and s.lowers[start + 1] in ("a", "an", "the", "this")
        and s.kinds[head] == "w"
        and bool(s.noun[head])
        and s.lowers[head] not in words("discourse", "plural_heads")
    )


def _verb_between(s: Sentence, g: Group, m: Mention) -> bool:
    """Whether another verb stands before a "by": "was opened, with A joined by B"."""
    return any(g.main < o.main < m.item and not o.infinitive for o in s.groups)


def _listed_agents(s: Sentence, g: Group) -> list[Mention]:
    """States counted first and named in brackets: "some members (Spain, Greece) do not recognise it"."""
    if "(" not in s.forms or g.passive or not counted_subject(s, g):
        return []
    opened = s.lowers.index("(")
    closed = next((i for i in range(opened, s.n) if s.lowers[i] == ")"), s.n)
    named = [m for m in s.mentions if opened < m.item < closed and m.kind == "P" and len(m.codes) == 1]
    return named if len(named) > 1 else []


def controllers_of(s: Sentence, g: Group) -> list[Mention] | None:
    """Who is to do what a noun of intent announces: "Spain's decision to back", "the plan of Chile to join".

    None where no such noun stands before the infinitive or the subject of the sentence means to do it
    itself ("took a decision to join"); an empty list where it is somebody else's, whom nobody names
    ("condemned the decision to open").
    """
    governor = g.governor
    if (
        g.gerund
        and governor is not None
        and governor.infinitive
        and governor.lemma in words("roles", "phases")
    ):
        return controllers_of(s, governor)  # "Rwanda's plan to continue supplying"
    if not g.infinitive or governor is None:
        return None
    noun = -1
    for i in range(g.first - 2, governor.main, -1):
        if s.noun[i] in _INTENTS and s.kinds[i] == "w":
            noun = i
            break
        if i in s.verb_at or s.lowers[i] in (",", ";", ":"):
            return None
    if noun < 0:
        return None
    owned = [
        m for m in s.mentions if m.owner and m.item < noun and (m.head_item == noun or noun <= m.head_item)
    ]
    owned = owned or [
        m for m in s.mentions if m.governor == noun and m.cue in ("of", "by") and m.item < g.first
    ]
    if owned:
        return owned
    return (
        []
        if governor.lemma in words("roles", "judging") and s.noun[noun] not in words("roles", "tries")
        else None
    )


def patients_of(s: Sentence, g: Group) -> list[Mention]:
    if g.passive:
        got = [
            m for m in s.mentions if m.clause == g.clause and m.item < g.first and m.cue in ("subj", "none")
        ]
        k = g.first - 1
        while k > 0 and s.tags[k] & ADV and not s.tags[k] & CONJ:
            k -= 1  # "and later was admitted"
        if not got and not g.reduced and g.clause and s.lowers[k] == "and":
            got = [m for m in _subjects_before(s, g) if m.item < g.first]  # "joined A and was admitted to B"
        if not got and g.reduced and g.first == 0:  # "Invited by Malta, the Chadian president will attend"
            got = [m for m in s.mentions if m.cue == "subj" and m.item > g.main][:1]
        return (
            got or [m for m in s.mentions if m.clause == g.clause - 1 and m.cue == "obj"]
            if g.relative
            else got
        )
    stop = next((o.first for o in s.groups if o.first > g.main and not _leads_group(s, o)), s.n)
    listed = {id(m) for m in _listed_agents(s, g)}
    found = [m for m in s.mentions if m.cue == "obj" and g.main < m.item < stop and id(m) not in listed]
    found = found or antecedent_object(s, g)
    return [m for m in found if not _circle_of_next(s, m, found)]


def _leads_group(s: Sentence, g: Group) -> bool:
    """Whether a participle only says who leads the group before it: "received a delegation headed by Oman's minister"."""
    return g.reduced and g.main + 1 < s.n and led_group(s, g.main + 1) > 0


def _circle_of_next(s: Sentence, m: Mention, found: Sequence[Mention]) -> bool:
    """Whether a body only says what those named behind it belong to: "urged NATO allies Spain and Italy"."""
    after = m.item + 1
    return (
        after + 1 < s.n
        and s.lowers[after] in ("ally", "allies", "member", "members", "partner", "partners")
        and any(o.item == after + 1 for o in found)
    )


def _behind(s: Sentence, cue: str, g: Group | None, noun: int, clause: int) -> list[Mention]:
    """Parties behind a preposition: hanging on the noun or the verb first, then anywhere in the clause."""
    told = behind_which(s, cue, clause) if clause and not s.forms.isdisjoint(("which", "whom")) else []
    if told or cue not in s.cues:
        return told
    got = [
        m
        for m in s.mentions
        if m.cue == cue
        and not (m.owner and m.kind == "A")
        and "not" not in s.lowers[max(0, m.item - 3) : m.item]
    ]
    if cue == "of" and g is not None and noun < 0 and not g.passive:
        got = [m for m in got if m.item > g.main]  # "the chairman of the bloc condemned": not the bloc
    if cue == "by" and g is not None and g.passive:
        # "under a paper signed by A, gas will be sent": not sent by A
        got = [m for m in got if m.item > g.main or (noun >= 0 and m.governor == noun)]
    if noun >= 0:
        near = [m for m in got if m.governor == noun]
        if near:
            # "members of A, of B and of C": the later phrases hang on the party before them
            return near + [
                m
                for m in got
                if m not in near
                and m.clause == clause
                and m.governor >= 0
                and (s.kinds[m.governor] == "P" or s.lowers[m.governor] == ",")
            ]
    if g is not None:
        near = [m for m in got if m.governor == g.main]
        if near:
            more = joined_phrases(s, near, got)
            return [
                *near,
                *more,
                *(m for m in got if m not in (*near, *more) and _once_more(s, m, cue, near)),
            ]
    return [m for m in got if m.clause == clause and (noun < 0 or m.item > noun or cue not in ("of",))]


def _once_more(s: Sentence, m: Mention, cue: str, near: Sequence[Mention]) -> bool:
    """Whether a preposition is said again: "acceded to A in 2009 and to B in 2013"."""
    k = m.item - 1 - (s.lowers[m.item - 1] == "the")
    joined = k > 0 and s.lowers[k] == cue and (s.lowers[k - 1] == "," or bool(s.tags[k - 1] & CONJ))
    return joined and m.clause == near[0].clause and any(m.governor == o.item for o in near)


# Roles that are the preposition which a party stands behind, by far the most asked for.
_PREPOSITIONS = frozenset({"with", "in", "to", "of", "by", "from", "for", "between", "at", "among", "on"})


def _officer_of(s: Sentence, m: Mention) -> bool:
    """Whether what a party owns is its officer: "received Peru's foreign minister"."""
    return 0 <= m.head_item < s.n and s.noun[m.head_item].rpartition(" ")[2] in words(
        "discourse", "envoys"
    ) - words("roles", "envoys")


def role_of(s: Sentence, cue: str, g: Group | None, noun: int, clause: int, d: Discourse) -> list[Mention]:
    if cue == "agent":
        return agents_of(s, g) if g is not None else []
    if cue == "patient":
        return patients_of(s, g) if g is not None else []
    if cue in _PREPOSITIONS:
        found = _behind(s, cue, g, noun, clause)
        if not found and cue == "to" and "there" in s.forms:  # "flew there": to that place
            found = [m for m in _behind(s, "in", g, noun, clause) if s.lowers[m.item] == "there"]
        return found
    if cue in ("from_in", "to_in"):
        return [
            m
            for m in s.mentions
            if m.cue in ("in", "at", "of") and m.clause == clause and nested(s, m.item, cue[:-3])
        ]
    if cue == "firm":
        return firms_of(s, clause)
    if cue == "buyer":
        firms = firms_of(s, clause)
        sold = {c for m in firms for c in m.codes}
        at = g.main if g is not None else noun
        sides = [m for m in s.mentions if m.clause == clause and (m.cue == "with" or m.item < at)]
        return [m for m in sides if m not in firms and not set(m.codes) & sold]
    if cue == "later":  # whoever is named in the complement: "agreed to lift its embargo on Y"
        at = g.main if g is not None else noun
        done = {c for m in (agents_of(s, g) if g is not None else []) for c in m.codes}
        told = next((i for i in range(at + 1, s.n) if s.lowers[i] in ("after", "before", "when")), s.n)
        behind = [m for m in s.mentions if at < m.item < told and m.kind in "PH" and not set(m.codes) & done]
        return behind[:1] if not behind or behind[0].cue != "by" else []  # "at talks mediated by Y"
    if cue.startswith("on_"):  # only what hangs on the noun itself: "a visit from", "the opening of"
        near = [m for m in s.mentions if noun >= 0 and m.governor == noun and m.cue == cue[3:]]
        return near + [m for m in _behind(s, cue[3:], g, noun, clause) if m not in near] if near else []
    if cue == "verb_in":  # only what hangs on the verb itself: "is in Peru", "stayed in the Peruvian capital"
        return [
            m for m in s.mentions
            if g is not None and m.cue in ("in", "at") and m.governor == g.main
            and (not m.owner or m.head == "capital")
        ]  # fmt: skip
    if cue == "verb_to":  # "continued to Chile", not "continued to talk to Chile"
        return [
            m for m in s.mentions
            if g is not None and m.cue in ("to", "into") and m.governor == g.main and m.item - g.main < 5
            and not m.owner
        ]  # fmt: skip
    if cue == "verb_from":
        return [
            m
            for m in s.mentions
            if g is not None and m.cue == "from" and m.governor == g.main and not m.owner
        ]
    if cue == "reached":
        return [m for m in patients_of(s, g) if m.kind in "PL" and not m.owner] if g is not None else []
    if cue == "named_of":  # "the embassy of Poland": whose the noun is, whatever the phrase hangs on
        at = next((i for i in (noun + 2, noun + 3) if noun >= 0 and i < s.n and s.kinds[i] == "P"), -1)
        behind_of = at > 0 and s.lowers[noun + 1] == "of"
        return [m for m in s.mentions if behind_of and m.item == at]
    if cue == "prized":  # "was bestowed the Order of the Sun, Peru's highest award"
        at = g.main if g is not None else noun
        return [m for m in s.mentions if m.owner == "poss" and m.clause == clause and m.item > at][:1]
    if cue == "body":  # the bloc spoken of: "after Belarus joined as a full member"
        at = g.main if g is not None else noun
        named = [m for m in s.mentions if m.kind == "P" and set(m.codes) <= d.bodies]
        found = [m for m in named if m.item < at][-1:] or named[:1]
        last = d.body() if not found else None
        return (
            found if last is None else [Mention(at, (last,), "body", clause=clause, how="the body spoken of")]
        )
    if cue == "near_adj":  # whose the culture is: "the Institute of Italian Culture"
        at = max(noun, 0)
        near = [m for m in s.mentions if m.owner == "adj" and m.form in ("demonym", "compound")]
        near = sorted(
            (m for m in near if abs(m.item - at) < 10), key=lambda m: (m.item < at, abs(m.item - at))
        )
        return near[:1]
    if cue == "whole":  # "part of A and of B"
        return [
            m for m in s.mentions
            if m.item > noun and m.clause == clause and m.cue in ("obj", "of") and m.kind == "P" and not m.owner
        ]  # fmt: skip
    if cue == "after_all":  # everybody listed behind: "has three members: A, B and C"
        at = max(noun, g.main if g is not None else noun)
        return [m for m in s.mentions if m.item > at and m.kind == "P" and not set(m.codes) & d.bodies]
    if cue == "unowned":  # "welcomed Peru's announcement" welcomes nobody
        return (
            [m for m in patients_of(s, g) if m.owner != "poss" or _officer_of(s, m)] if g is not None else []
        )
    if cue == "person":  # "called Mr. A on Monday", not "called Mr. A a friend"
        return [m for m in patients_of(s, g) if person_alone(s, m)] if g else []
    if cue == "pair":  # "the African Union welcomed the treaty": of whom the document tells
        done = {c for m in (agents_of(s, g) if g is not None else []) for c in m.codes}
        at = g.main if g is not None else noun
        apart = len(d.pair) == 2 and not done & set(d.pair)
        return [Mention(at, d.pair, "pair", clause=clause, how="the document's pair")] if apart else []
    if cue == "that":  # "demanded that Chad withdraw": whoever is to do it
        nxt = (g.clause if g is not None else clause) + 1
        opens = nxt in s.clause and s.lowers[s.clause.index(nxt)] == "that"
        return [m for m in s.mentions if opens and m.clause == nxt and m.cue == "subj"]
    if cue == "bare":
        return [m for m in patients_of(s, g) if not m.owner] if g is not None else []
    if cue == "built_by":  # "a Korean-built college"
        return [
            m
            for m in s.mentions
            if m.item < noun <= m.item + 9
            and s.lowers[m.item + 1] == "-"
            and s.verb[m.item + 2] in words("roles", "built_by")
            and not any(s.tags[k] & (PREP | CONJ) for k in range(m.item + 3, noun))
        ]
    if cue == "within":  # "connect the port of Bar in Montenegro": where the object of the verb lies
        return [
            m
            for m in s.mentions
            if m.cue == "in" and m.clause == clause and m.kind == "P" and not m.owner
            and m.governor > (g.main if g is not None else noun)
        ]  # fmt: skip
    if cue == "compound":
        return [
            m
            for m in s.mentions
            if m.owner == "adj"
            and len(m.codes) > 1
            and noun >= 0
            and m.item < noun <= m.head_item
            and not any(s.lowers[k] in ("the", "a", "an", "which", "that") for k in range(m.item + 1, noun))
        ]  # not "the two deals the company has"
    if cue in CUES:
        return beside(s, cue, noun if noun >= 0 else g.main if g is not None else 0, clause)
    if cue in ("poss", "adj"):
        return [
            m for m in s.mentions
            if m.owner == cue and noun >= 0 and (m.head_item == noun or m.item < noun <= m.head_item)
        ]  # fmt: skip
    if cue == "subj":
        return [m for m in s.mentions if m.cue == "subj" and m.clause == clause]
    if cue == "any":
        return [m for m in s.mentions if m.clause == clause]
    if cue == "after":
        at = noun if noun >= 0 else g.main if g else 0
        return [m for m in s.mentions if m.item > at and m.clause == clause][:1]
    return _behind(s, cue, g, noun, clause)


def without_nested(mentions: Sequence[Mention], bodies: frozenset[str]) -> list[Mention]:
    """Without bodies that only tell what another party owns: "Serbia's EU integration" is of Serbia."""
    owned = {m.head_item for m in mentions if m.owner == "poss" and not set(m.codes) <= bodies}
    return [m for m in mentions if not (m.owner == "adj" and m.head_item in owned and set(m.codes) <= bodies)]


def codes_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    if not mentions:
        return ()
    return tuple(dict.fromkeys(c for m in mentions for c in m.codes))
