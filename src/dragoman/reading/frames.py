"""Apply frame rules to a parsed sentence: trigger, roles, status, date, evidence.

Roles come from grammar: the agent of the verb, its object, the parties behind "with", "in",
"to", "between", the owner of the noun. What grammar leaves open is filled from the document's
pair where the rule allows it, and said so in ``because``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.reading import statuses
from dragoman.reading.clauses import Group
from dragoman.reading.discourse import Discourse
from dragoman.reading.lexicon import CONJ, PREP, Lexicon
from dragoman.reading.mentions import Mention
from dragoman.reading.rules import Rule
from dragoman.reading.sentences import Sentence

__all__ = ["Frame", "RuleIndex", "agents_of", "apply_rules", "patients_of"]

_PRONOUNS = frozenset({"it", "them", "they", "which"})
_PLACE_CUES = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "via",
        "through",
        "inside",
        "during",
        "within",
        "across",
        "after",
        "before",
        "since",
        "about",
        "under",
    }
)
_BLAMED = frozenset(
    {
        "congratulate",
        "thank",
        "accuse",
        "praise",
        "condemn",
        "criticise",
        "criticize",
        "blame",
        "commend",
        "applaud",
        "stop",
        "prevent",
    }
)
_OFFICES = frozenset({"president", "vice president", "secretary", "advisor", "adviser", "minister"})
_CAUSES = frozenset(
    {
        "prompt",
        "allow",
        "cause",
        "lead",
        "force",
        "enable",
        "let",
        "push",
        "induce",
        "compel",
        "persuade",
        "convince",
        "encourage",
    }
)
_WITH = frozenset({"with", "between", "among", "together with", "along with", "alongside"})


@dataclass(slots=True)
class Frame:
    """What a rule found: a statement in the making, in item numbers."""

    rule: Rule
    mode: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    status: str
    first: int
    last: int
    trigger: int
    clause: int
    group: Group | None
    date: str | None = None
    because: dict[str, str] = field(default_factory=dict)
    object: str | None = None
    noun_item: int = -1


class RuleIndex:
    """Rules by trigger lemma."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.by_verb: dict[str, list[Rule]] = {}
        self.by_noun: dict[str, list[Rule]] = {}
        for rule in rules:
            for lemma in rule.verb:
                self.by_verb.setdefault(lemma, []).append(rule)
            if not rule.verb:
                for lemma in rule.noun:
                    self.by_noun.setdefault(lemma, []).append(rule)


def _object_of(s: Sentence, g: Group, nouns: frozenset[str], side: str = "") -> int:
    """The item of a noun of the set that is the verb's object (or subject in the passive), or -1."""
    if side != "left" and (not g.passive or side == "right"):
        i = g.main + 1
        while i < s.n and s.clause[i] == g.clause:
            if i in s.verb_at and s.verb_at[i].finite:
                break
            if i in s.verb_at and s.verb_at[i].governor is not g and not s.verb_at[i].reduced:
                break
            if s.kinds[i] == "w" and (
                s.noun[i] in nouns or (s.lowers[i] in nouns and s.lowers[i] in _PRONOUNS)
            ):
                # a noun of the set that only modifies another noun is no object
                return _last_of_compound(s, i, nouns)
            i += 1
        return -1
    i = g.first - 1
    floor = 0
    while i >= floor:
        if s.clause[i] != g.clause and not g.relative:
            break
        if g.relative and s.clause[i] < g.clause - 1:
            break
        if i in s.verb_at and s.verb_at[i].finite and not g.reduced and s.clause[i] == g.clause:
            break
        if s.kinds[i] == "w" and (s.noun[i] in nouns or s.lowers[i] in nouns):
            return i
        i -= 1
    return -1


def _last_of_compound(s: Sentence, i: int, nouns: frozenset[str]) -> int:
    while i + 1 < s.n and s.kinds[i + 1] == "w" and s.noun[i + 1] in nouns and (i + 1) not in s.verb_at:
        i += 1
    return i


def _group_for(s: Sentence, item: int) -> Group | None:
    """The verb group that governs a noun: the last before it in its clause, else the next after."""
    c = s.clause[item]
    before = [g for g in s.groups if g.main < item and g.clause == c and not g.reduced]
    if before:
        return before[-1]
    after = [g for g in s.groups if g.first > item and g.clause == c]
    return after[0] if after else None


def agents_of(s: Sentence, g: Group, d: Discourse) -> list[Mention]:
    """The parties that do the act of a verb group."""
    if g.passive:
        by = [m for m in s.mentions if m.cue == "by" and m.clause == g.clause and m.item > g.main]
        return by or [
            m for m in s.mentions if m.cue == "by" and abs(m.item - g.main) < 15 and m.item > g.main
        ]
    if g.relative:
        start = s.clause.index(g.clause)
        own = [
            m
            for m in s.mentions
            if m.clause == g.clause and m.item < g.first and m.cue == "subj" and m.item > start
        ]
        if own:
            return own
        before = [m for m in s.mentions if m.clause < g.clause and m.item < start]
        if before:
            last = before[-1]
            return (
                [
                    m
                    for m in before
                    if m.cue == last.cue and m.clause == last.clause and last.item - m.item < 12
                ]
                if last.cue != "none"
                else [last]
            )
        return []
    if g.gerund and g.governor is not None and g.governor.lemma in _BLAMED:
        done_to = patients_of(s, g.governor)
        if done_to:
            return done_to
    if g.infinitive and g.governor is not None and g.governor.lemma in _CAUSES:
        caused = [m for m in patients_of(s, g.governor) if m.item < g.first]
        if caused:
            return caused  # "prompting Beijing to sever ties"
    top = g
    while top.governor is not None and (g.infinitive or g.gerund):
        top = top.governor
        if top.finite:
            break
    own = [m for m in s.mentions if m.clause == top.clause and m.cue == "subj" and m.item < top.first]
    if own:
        return own
    if top.passive and top is not g:
        return [m for m in s.mentions if m.clause == top.clause and m.item < top.first]
    # co-ordinated verb: the subject of an earlier clause of the sentence
    for c in range(top.clause - 1, -1, -1):
        earlier = [m for m in s.mentions if m.clause == c and m.cue == "subj"]
        if earlier:
            return earlier
    return [m for m in s.mentions if m.clause == top.clause and m.item < g.first and m.cue in ("none", "app")]


def patients_of(s: Sentence, g: Group) -> list[Mention]:
    if g.passive:
        got = [
            m for m in s.mentions if m.clause == g.clause and m.item < g.first and m.cue in ("subj", "none")
        ]
        return (
            got or [m for m in s.mentions if m.clause == g.clause - 1 and m.cue == "obj"]
            if g.relative
            else got
        )
    stop = next((o.first for o in s.groups if o.first > g.main), s.n)
    return [m for m in s.mentions if m.cue == "obj" and g.main < m.item < stop]


def _behind(s: Sentence, cue: str, g: Group | None, noun: int, clause: int) -> list[Mention]:
    """Parties behind a preposition: hanging on the noun or the verb first, then anywhere in the clause."""
    got = [m for m in s.mentions if m.cue == cue and not (m.owner and m.kind == "A")]
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
            return near
    return [m for m in got if m.clause == clause and (noun < 0 or m.item > noun or cue not in ("of",))]


def _role(s: Sentence, cue: str, g: Group | None, noun: int, clause: int, d: Discourse) -> list[Mention]:
    if cue == "agent":
        return agents_of(s, g, d) if g is not None else []
    if cue == "patient":
        return patients_of(s, g) if g is not None else []
    if cue == "bare":
        return [m for m in patients_of(s, g) if not m.owner] if g is not None else []
    if cue == "compound":
        return [
            m
            for m in s.mentions
            if m.owner == "adj" and len(m.codes) > 1 and noun >= 0 and m.item < noun <= m.head_item
        ]
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


def _codes(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for m in mentions for c in m.codes))


def _mutual(
    rule: Rule, s: Sentence, g: Group | None, noun: int, clause: int, d: Discourse
) -> tuple[list[Mention], str]:
    cues = rule.actor or ("agent", "between", "with", "poss", "adj", "among", "patient", "of", "by")
    found: list[Mention] = []
    for cue in cues:
        extra = ("of", "by", "to", "from") if rule.actor else ("patient", "of", "by", "to", "from")
        if cue in extra and not rule.gather and len(_codes(found)) >= 2:
            continue
        got = [
            m
            for m in _role(s, cue, g, noun, clause, d)
            if m.cue not in _PLACE_CUES or cue in ("poss", "adj") or (rule.gather and cue == m.cue)
        ]
        found.extend(m for m in got if m not in found)
    if "between" in cues:
        between = [m for m in found if m.cue == "between"]
        if len(_codes(between)) >= 2:
            return between, "between"
    countries = {c for m in found for c in m.codes if c not in d.bodies}
    if len(countries) > 1:  # "APEC week", "a UN conference": a body that only names the thing takes no part
        found = [m for m in found if not (m.owner and set(m.codes) <= d.bodies)]
    return found, "the parties of the clause"


def _date_note(status: str) -> str:
    return f"verb: {status}"


def apply_rules(index: RuleIndex, s: Sentence, d: Discourse, lex: Lexicon) -> list[Frame]:
    """Every frame of a sentence, in the order of the triggers; one for each (rule kind, parties, clause)."""
    out: list[Frame] = []
    lowered = s.text[s.span[0] : s.span[1]].lower()
    for g in s.groups:
        for rule in index.by_verb.get(g.lemma, ()):
            noun = -1
            if rule.object:
                noun = _object_of(s, g, rule.object, rule.side)
                if noun < 0:
                    continue
            if (rule.voice == "active" and g.passive) or (rule.voice == "passive" and not g.passive):
                continue
            if rule.prep and not _preposition_follows(s, g.main, rule.prep):
                continue
            frame = _frame(rule, s, g, noun, g.main, d, lex, lowered)
            if frame:
                out.append(frame)
    for i in range(s.n):
        lemma = s.noun[i]
        if not lemma or i in s.verb_at:
            continue
        for rule in index.by_noun.get(lemma, ()):
            if rule.prep and not _preposition_follows(s, i, rule.prep):
                continue
            of = _noun_behind(s, i, rule.object) if rule.object else i
            if of < 0:
                continue
            frame = _frame(rule, s, _group_for(s, i), i, i, d, lex, lowered, of)
            if frame:
                out.append(frame)
    return [f for g in _without_repeats(out) for f in _split(g)]


def _noun_behind(s: Sentence, i: int, nouns: frozenset[str]) -> int:
    """The item of a noun of the set in the phrase behind item ``i`` ("the signing of a memorandum"), or -1."""
    for j in range(i + 1, min(s.n, i + 12)):
        if (
            s.clause[j] != s.clause[i]
            or (j in s.verb_at and not s.verb_at[j].reduced)
            or s.lowers[j] in (";", ":")
        ):
            return -1
        if s.noun[j] in nouns and s.kinds[j] == "w":
            return _last_of_compound(s, j, nouns)
    return -1


def _split(f: Frame) -> list[Frame]:
    """One frame for each recipient where the rule says so."""
    if f.rule.pairs and len(f.actor) > 2:
        return [replace(f, actor=(f.actor[0], other), because=dict(f.because)) for other in f.actor[1:]]
    if not f.rule.each or len(f.recipient) < 2:
        return [f]
    return [replace(f, recipient=(code,), because=dict(f.because)) for code in f.recipient]


def _preposition_follows(s: Sentence, i: int, preps: frozenset[str]) -> bool:
    for j in range(i + 1, min(s.n, i + 9)):
        if s.clause[j] != s.clause[i]:
            return False
        if s.lowers[j] in preps:
            return True
        if j in s.verb_at:
            return False
    return False


def _frame(
    rule: Rule,
    s: Sentence,
    g: Group | None,
    noun: int,
    trigger: int,
    d: Discourse,
    lex: Lexicon,
    lowered: str,
    of: int = -1,
) -> Frame | None:
    if rule.context is not None and not rule.context.search(lowered):
        return None
    if rule.unless is not None and rule.unless.search(lowered):
        return None
    clause = s.clause[trigger]
    if rule.light and trigger == noun and not _anchored(rule, s, g, noun):
        return None
    if rule.near_date and not any(
        s.kinds[i] == "D" for i in range(max(0, trigger - 2), min(s.n, trigger + 3))
    ):
        return None
    because: dict[str, str] = {}
    used: list[Mention] = []
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    if rule.mutual:
        found, how = _mutual(rule, s, g, noun, clause, d)
        actor, recipient = _codes(found), ()
        used = list(found)
        because["actor"] = how
        if len(actor) < rule.need and rule.fill:
            actor, note = _fill_mutual(actor, s, d, clause)
            because["actor"] = note
        if len(actor) < rule.need:
            return None
    else:
        actor, recipient, used = _directed(rule, s, g, noun, clause, d, because)
        if len(set(actor) | set(recipient)) < rule.need or not actor:
            return None
        if rule.need > 1 and rule.recipient and not recipient and not (rule.joint and len(actor) > 1):
            return None
    mode = rule.mode
    if (
        rule.id.startswith("contact.forum")
        and len(actor) == 2
        and noun >= 0
        and s.noun[noun] in ("summit", "summit meeting")
    ):
        mode = "meeting"  # a summit of two is a meeting
    if rule.modes:
        named = of if of >= 0 else noun
        mode = rule.modes.get(s.noun[named] if named >= 0 else g.lemma if g else "", mode)
    if rule.status:
        status = rule.status
        because["status"] = "the rule"
        if (
            g is not None
            and statuses.of_group(g, s, lex) in ("denied", "planned", "proposed")
            and g.main == trigger
        ):
            status = statuses.of_group(g, s, lex) if rule.status == "actual" else status
    elif trigger == noun and g is not None and g.main != trigger:
        status = statuses.of_noun(s, noun, g, lex)
        because["status"] = _date_note(status)
    else:
        status = statuses.of_group(g, s, lex)
        because["status"] = _date_note(status)
    if (
        rule.kind == "tie"
        and g is not None
        and g.lemma == "have"
        and g.past
        and not g.perfect
        and _closed_span(s, clause)
    ):
        status = "ended"
        because["status"] = "had, from a year to a year"
    if noun >= 0 and _no_such(s, noun):
        status = "denied"
        because["status"] = "'no' before the noun"
    if rule.kind == "project" and trigger == noun and g is not None and g.lemma in statuses.ENDING:
        status = "ended"
        because["status"] = f"verb: {g.lemma}"
    if rule.kind == "stance" and status in ("planned", "proposed"):
        status = "actual"  # to will or to wish is itself the stance
    first, last = _extent(s, clause, trigger, noun, g, used)
    return Frame(
        rule, mode, actor, recipient, status, first, last, trigger, clause, g, because=because, noun_item=noun
    )


def _closed_span(s: Sentence, clause: int) -> bool:
    """Whether a span with both ends stands in the clause: "from 2004 to 2012"."""
    spans = (s.refs[i].edtf or "" for i in range(s.n) if s.kinds[i] == "D" and s.clause[i] == clause)
    return any("/" in e and ".." not in e for e in spans)


def _named_other(s: Sentence, clause: int, g: Group | None, rule: Rule) -> bool:
    """Whether "to" somebody is said, who is no party we know: then the pair must not stand in."""
    if "to" not in rule.recipient or g is None:
        return False
    for i in range(g.main + 1, s.n - 1):
        if s.clause[i] != clause or s.lowers[i] not in ("to", "for"):
            continue
        if i + 1 in s.verb_at or any(o.first == i + 1 for o in s.groups):
            continue
        for j in range(i + 1, min(s.n, i + 4)):
            if s.kinds[j] == "w" and s.text[s.starts[j]].isupper():
                return True
    return False


def _unknown_agent(s: Sentence, g: Group | None) -> bool:
    """Whether somebody whose country is not known is the subject: "she", "Ms. Calloway", "The Vice President"."""
    if g is None or g.passive:
        return False
    top = g
    while top.governor is not None and not top.finite:
        top = top.governor
    for i in range(top.first - 1, -1, -1):
        if s.clause[i] != top.clause:
            return False
        if s.kinds[i] == "H" and not s.codes[i] or s.lowers[i] in ("he", "she"):
            return True
        if s.kinds[i] == "w" and s.noun[i] in _OFFICES and s.text[s.starts[i]].isupper():
            return True
    return False


def _no_such(s: Sentence, noun: int) -> bool:
    """Whether "no" or "neither" stands before a noun: "has no embassy"."""
    for i in range(noun - 1, max(-1, noun - 5), -1):
        if s.lowers[i] in ("no", "neither", "without"):
            return True
        if s.kinds[i] != "w" or s.tags[i] & (PREP | CONJ) or i in s.verb_at:
            return False
    return False


def _anchored(rule: Rule, s: Sentence, g: Group | None, noun: int) -> bool:
    """Whether a noun names an act of its own: a light verb carries it or a party hangs on it."""
    if g is not None and g.lemma in rule.light:
        return True
    if noun + 2 < s.n and "D" in (s.kinds[noun + 1], s.kinds[noun + 2]):
        return True  # "one such meeting in September 2023"
    return any(
        (m.owner and m.head_item == noun) or (m.governor == noun and m.cue not in _PLACE_CUES)
        for m in s.mentions
    )


def _directed(
    rule: Rule, s: Sentence, g: Group | None, noun: int, clause: int, d: Discourse, because: dict[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...], list[Mention]]:
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    used: list[Mention] = []
    for cue in rule.actor:
        got = _role(s, cue, g, noun, clause, d)
        codes = _codes(got)
        if codes:
            actor, used = codes, [*used, *got]
            because["actor"] = cue
            break
    for cue in rule.recipient:
        got = _role(s, cue, g, noun, clause, d)
        if len(actor) < 2 or because.get("actor") not in ("poss", "agent"):
            got = [m for m in got if set(m.codes) - set(actor)]
        codes = tuple(c for c in _codes(got) if c not in actor or len(actor) > 1)
        if set(codes) >= set(actor):
            codes = tuple(c for c in codes if c not in actor)
        if codes:
            recipient, used = codes, [*used, *got]
            because["recipient"] = cue
            break
    if len(actor) > 1 and recipient and set(recipient) < set(actor):
        actor = tuple(c for c in actor if c not in recipient)  # "opened their embassy in Washington"
    if (
        not recipient
        and "in" in rule.recipient
        and s.clause.count(clause)
        and s.lowers[s.clause.index(clause)] == "where"
    ):
        before = [m for m in s.mentions if m.clause == clause - 1]
        recipient = tuple(c for c in (before[-1].codes if before else ()) if c not in actor)
        if recipient:
            because["recipient"] = "the place before 'where'"
    if g is not None and g.relative and g.passive and not actor and not recipient:
        # "opened a mission in Japan, which was upgraded": the clause before names both
        before = [m for m in s.mentions if m.clause == clause - 1]
        actor = _codes([m for m in before if m.cue == "subj"])[:1]
        recipient = tuple(c for c in _codes([m for m in before if m.cue in ("in", "to")]) if c not in actor)[
            :1
        ]
        because["actor"] = "the clause before"
    if rule.fill and not actor and g is not None and g.passive:
        owners = [m for m in s.mentions if m.owner and m.item < g.main and m.clause == clause]
        actor = tuple(c for c in _codes(owners) if c not in recipient)[:1]
        if actor:
            because["actor"] = "the owner of what is acted on"
    if rule.fill and not rule.own:
        if actor and not recipient and rule.recipient and not _named_other(s, clause, g, rule):
            near = tuple(
                c
                for m in s.mentions
                for c in m.codes
                if c not in actor and c not in d.bodies and m.clause == clause
            )
            recipient = tuple(dict.fromkeys(near))[:1] if len(set(near)) == 1 else d.other(actor)
            because["recipient"] = "the other party of the document's pair"
        elif recipient and not actor and rule.actor and not _unknown_agent(s, g):
            actor = (
                d.subject
                if d.subject
                and not set(d.subject) & set(recipient)
                and set(d.subject) <= set(d.pair or d.subject)
                else d.other(recipient)
            )
            because["actor"] = "the other party of the document's pair"
        elif (
            not actor
            and not recipient
            and len(d.pair) == 2
            and d.subject
            and d.subject[0] in d.pair
            and rule.need == 2
            and rule.status != "actual"
        ):
            return (), (), used
    return actor, recipient, used


def _fill_mutual(
    actor: tuple[str, ...], s: Sentence, d: Discourse, clause: int
) -> tuple[tuple[str, ...], str]:
    """Complete the parties of a mutual act from the sentence, then from the document."""
    if len(actor) == 1:
        near = [
            c for m in s.mentions for c in m.codes
            if c != actor[0] and c not in d.bodies and not (m.cue in _PLACE_CUES and m.kind == "L")
        ]  # fmt: skip
        distinct = list(dict.fromkeys(near))
        if len(distinct) == 1:
            return (actor[0], distinct[0]), "the other party of the sentence"
        other = d.other(actor)
        if other:
            return (actor[0], *other), "the other party of the document's pair"
        return actor, "one party"
    here = [c for m in s.mentions for c in m.codes if m.cue not in _PLACE_CUES]
    distinct = [c for c in dict.fromkeys(here) if c not in d.bodies]
    if len(distinct) >= 2:
        return tuple(distinct), "the parties of the sentence"
    pair = d.two(here)
    return pair, "the document's pair"


def _extent(
    s: Sentence, clause: int, trigger: int, noun: int, g: Group | None, used: Sequence[Mention]
) -> tuple[int, int]:
    """First and last item of the evidence: the clause, widened to every mention used."""
    inside = [i for i in range(s.n) if s.clause[i] == clause]
    first, last = inside[0], inside[-1]
    for i in [trigger, noun, *(m.item for m in used)]:
        if i >= 0:
            first, last = min(first, i), max(last, i)
    while first < last and (
        s.kinds[first] == "."
        or s.lowers[first] in ("and", "but", "which", "who", "that", "while", "’s", "'s")
    ):
        first += 1
    while (
        last > first and s.kinds[last] == "." and s.lowers[last] in (".", ",", ";", ":", "—", "–", "!", "?")
    ):
        last -= 1
    return first, last


def _without_repeats(frames: list[Frame]) -> list[Frame]:
    """One frame for each act: the first rule in file order wins within a clause."""
    out: list[Frame] = []
    for f in sorted(frames, key=lambda f: (f.rule.order, f.trigger)):
        parties = frozenset(f.actor) | frozenset(f.recipient)
        clash = any(
            o.rule.kind == f.rule.kind and (frozenset(o.actor) | frozenset(o.recipient)) == parties
            and (
                (o.trigger == f.trigger and o.noun_item == f.noun_item)
                or (o.noun_item >= 0 and o.noun_item == f.noun_item)
                or (o.mode == f.mode and (abs(o.trigger - f.trigger) <= 3 or (o.clause == f.clause and (f.rule.kind in ("contact", "stance") or not f.rule.verb))))
            )
            for o in out
        )  # fmt: skip
        if not clash:
            out.append(f)
    return sorted(out, key=lambda f: (f.trigger, f.rule.order))


def with_date(frame: Frame, edtf: str | None, how: str) -> Frame:
    """The frame with its date and where it came from."""
    return replace(frame, date=edtf, because={**frame.because, "date": how})
