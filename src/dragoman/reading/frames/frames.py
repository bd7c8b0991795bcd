"""Apply frame rules to a parsed sentence: trigger, roles, status, date, evidence.

Roles come from grammar: the agent of the verb, its object, the parties behind "with", "in",
"to", "between", the owner of the noun. What grammar leaves open is filled from the document's
pair where the rule allows it, and said so in ``because``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.frames import statuses
from dragoman.reading.frames.agents import codes_of
from dragoman.reading.frames.envoys import by_phone, in_person
from dragoman.reading.frames.frame import Frame
from dragoman.reading.frames.instrument_lists import has_partner, listed, partners_of_others
from dragoman.reading.frames.mutual_roles import PLACE_CUES, fill_mutual, mutual_parties
from dragoman.reading.frames.roles import directed_parties
from dragoman.reading.frames.rule_index import RuleIndex
from dragoman.reading.frames.rules import Rule
from dragoman.reading.frames.sides import of_the_two
from dragoman.reading.frames.splits import split
from dragoman.reading.frames.stance_roles import spoken_privately
from dragoman.reading.frames.strangers import office_alone, officer, posted_to, stranger_acts, unnamed_person
from dragoman.reading.frames.unheld_contacts import named_owner, no_contact, setting
from dragoman.reading.frames.unrealised import (
    conditional,
    demanded,
    only_advised,
    only_alleged,
    only_in_case,
    only_way,
    told_as_untrue,
)
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, DET, PREP, SUB, Lexicon
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.verb_objects import (
    THITHER,
    bracketed_date,
    holder_behind,
    noun_behind,
    object_of,
    preposition_follows,
    signed_behind,
    stands_alone,
)
from dragoman.reading.word_lists import words

__all__ = ["Frame", "RuleIndex", "apply_rules", "bracketed_date", "setting"]


_TALKS = frozenset(
    f"contact.meeting.{how}.v1" for how in ("verb", "noun", "talk", "talked", "discussed", "gathered")
)


def _group_for(s: Sentence, item: int) -> Group | None:
    """The verb group that governs a noun: the last before it in its clause, else the next after."""
    c = s.clause[item]
    before = [g for g in s.groups if g.main < item and g.clause == c and not g.reduced]
    if (holder := holder_behind(s, item)) is not None:
        return holder
    if before:
        return before[-1]
    after = [g for g in s.groups if g.first > item and g.clause == c]
    if len(after) > 1 and after[1].governor is after[0] and after[0].lemma in words("frames", "raising"):
        is_something = any(s.kinds[k] == "w" and s.noun[k] for k in range(after[0].main + 1, after[1].first))
        return (
            after[0] if is_something else after[1]
        )  # "exports are set to resume", "it was a chance to meet"
    return after[0] if after else None


def _requested(g: Group) -> bool:
    """Whether somebody is only asked to do it: "requested all members to sever relations"."""
    return g.infinitive and g.governor is not None and g.governor.lemma in words("frames", "requesting")


def apply_rules(index: RuleIndex, s: Sentence, d: Discourse, lex: Lexicon) -> list[Frame]:
    """Every frame of a sentence, in the order of the triggers; one for each (rule kind, parties, clause)."""
    out: list[Frame] = []
    forms, vocabulary = s.forms, s.vocabulary
    if "there" in forms:
        forms = forms | THITHER
    for g in s.groups:
        for rule in index.of_verb(g.lemma, vocabulary):
            if rule.object and rule.object.isdisjoint(vocabulary):
                continue
            if rule.prep and rule.prep.isdisjoint(forms):
                continue
            if (rule.voice == "active" and g.passive) or (rule.voice == "passive" and not g.passive):
                continue
            if not index.fits(rule, s):
                continue
            noun = object_of(s, g, rule.object, rule.side) if rule.object else -1
            if rule.object and noun < 0:
                continue
            if rule.prep and not preposition_follows(s, g.main, rule.prep):
                continue
            if rule.alone and not stands_alone(s, g):
                continue
            frame = _frame(rule, s, g, noun, g.main, d, lex)
            if frame and rule.mode == "mission" and g.lemma in ("represent", "accredit"):
                out.extend(_offices(frame, s, g, lex) or [frame])
            elif frame:
                out.append(frame)
                if rule.kind == "instrument" and rule.modes and noun >= 0:
                    for item in listed(frame, s, g.main):
                        if has_partner(s, item.noun_item, rule):
                            own = _frame(rule, s, g, item.noun_item, g.main, d, lex)
                            item = replace(own, listed=True) if own else item
                        out.append(item)
    by_noun = index.by_noun
    for i, lemma in enumerate(s.noun):
        if lemma not in by_noun or i in s.verb_at:
            continue
        for rule in by_noun[lemma]:
            if (rule.object and rule.object.isdisjoint(vocabulary)) or (rule.voice == "none" and s.groups):
                continue
            if rule.prep and rule.prep.isdisjoint(forms):
                continue
            if not index.fits(rule, s) or (rule.prep and not preposition_follows(s, i, rule.prep)):
                continue
            of = noun_behind(s, i, rule.object) if rule.object else i
            if of < 0:
                continue
            frame = _frame(rule, s, _group_for(s, i), i, i, d, lex, of)
            if frame:
                out.append(frame)
                if rule.kind == "instrument" and rule.object:
                    out.extend(listed(frame, s, of))
    if not out:
        return out
    return [f for g in _without_repeats(out) for f in split(g, s, d.bodies | d.blocs)]


def _offices(f: Frame, s: Sentence, g: Group, lex: Lexicon) -> list[Frame]:
    """One frame for each office: "is represented in Peru through its embassy in Lima and a consulate in Cusco".

    An embassy that lies elsewhere makes a mission of it.
    """
    out: list[Frame] = []
    for j in range(g.main + 1, s.n):
        for mode in ("embassy", "consulate"):
            if s.noun[j] not in lex.noun_classes[mode] or s.clause[j] != g.clause:
                continue
            seat = _seat(s, j)
            nowhere = seat == ("",) and s.lowers[j - 1] in (
                "a",
                "an",
                "resident",
            )  # "is represented by an embassy"
            there = mode == "consulate" or nowhere or set(seat) <= set(f.recipient)
            out.append(replace(f, mode=mode if there else "mission", noun_item=j, because=dict(f.because)))
    return out


def _seat(s: Sentence, office: int) -> tuple[str, ...]:
    """The state in which an office lies: of the place named right behind it, else of the next one in a state."""
    for i in range(office + 1, min(s.n - 1, office + 3)):
        if s.lowers[i] in ("in", "at"):
            at = i + 1 + (s.lowers[i + 1] == "the")
            if at < s.n and s.kinds[at] in "PL":
                return s.codes[at]
    behind = next((m for m in s.mentions if m.cue in ("in", "at") and m.item > office), None)
    return behind.codes if behind is not None else ("",)


def _frame(
    rule: Rule,
    s: Sentence,
    g: Group | None,
    noun: int,
    trigger: int,
    d: Discourse,
    lex: Lexicon,
    of: int = -1,
) -> Frame | None:
    # "the visit that the emir made to Peru in May": what is told of it stands behind it
    held = trigger == noun and g is not None and g.clause > s.clause[noun] and holder_behind(s, noun) is g
    clause = g.clause if held and g is not None else s.clause[trigger]
    if not rule.money and _money(s, trigger, noun, clause):
        return None
    if rule.only and statuses.of_group(g, s, lex) not in rule.only:
        return None
    if _only_spoken_of(rule, s, g, noun, trigger, d):
        return None
    if rule.light and trigger == noun and not _anchored(rule, s, g, noun, d):
        return None
    bracket = bracketed_date(s, noun) if rule.near_date else -1
    if rule.near_date and bracket < 0:
        bracket = signed_behind(s, noun)
    if rule.near_date and bracket < 0 and not (_dated(s, trigger) or (d.titled and _entry(s))):
        return None
    because: dict[str, str] = {}
    if rule.mutual:
        sides = _between(rule, s, g, noun, clause, d, because, of)
    else:
        at = of if of >= 0 and rule.kind == "tie" else noun  # "the opening of embassies in Senegal": theirs
        sides = _towards(rule, s, g, at, clause, d, because)
    if sides is None:
        return None
    actor, recipient, used = sides
    status = statuses.of_frame(rule, s, g, noun, trigger, lex, because)
    if rule.kind == "stance" and g is not None and g.main == trigger and only_advised(g):
        return None
    if rule.kind == "stance" and status in ("planned", "proposed"):
        status = "actual"  # to will or to wish is itself the stance
    if rule.kind in ("project", "instrument", "contact", "tie") and told_as_untrue(s, g):
        status, because["status"] = "denied", "what is denied"
    first, last = _extent(s, clause, trigger, noun, g, used)
    return Frame(
        rule, _mode(rule, s, g, noun, of, actor), actor, recipient, status, first, last, trigger, clause, g,
        date=s.refs[bracket].edtf if bracket >= 0 else None,
        because=because, noun_item=noun, listed=bracket >= 0,
    )  # fmt: skip


def _only_spoken_of(rule: Rule, s: Sentence, g: Group | None, noun: int, trigger: int, d: Discourse) -> bool:
    """Whether the act is named and not said to be: a condition, a demand, a hope, an allegation."""
    clause, by_noun = s.clause[trigger], trigger == noun
    if rule.kind == "stance":
        if told_as_untrue(s, g) and rule.mode != "criticism":
            return True
        if conditional(s, clause) and clause == s.clause[0]:
            return True  # "If you ask the ambassador, trade has doubled"
        if g is not None and trigger == g.main and (_says_it(s, g) or spoken_privately(s, g)):
            return True
        # "demanded that the Council condemn the raid", "that it match B's support for C": told only to ask for more
        # but not of "rejected B's request": what is rejected has been made
        asked = demanded(s, g, g.main if by_noun and g is not None else trigger)
        return asked or (not by_noun and (only_way(s, g) or only_alleged(g)))
    if rule.kind in ("contact", "instrument", "tie", "project"):
        if conditional(s, clause) or demanded(s, g, trigger):
            return True
    if rule.kind == "tie" and rule.status == "ended" and g is not None and _requested(g):
        return True
    if rule.kind in ("instrument", "project") and by_noun and only_in_case(s, noun):
        return True
    return rule.kind == "contact" and no_contact(rule, s, g, noun, by_noun, d)


_Parties = tuple[tuple[str, ...], tuple[str, ...], list[Mention]]


def _between(
    rule: Rule,
    s: Sentence,
    g: Group | None,
    noun: int,
    clause: int,
    d: Discourse,
    because: dict[str, str],
    of: int,
) -> _Parties | None:
    """All who take part in a mutual act, or None where they are too few."""
    title = of if of >= 0 else noun
    found, how = mutual_parties(rule, s, g, noun, clause, d, title)
    actor = codes_of(found)
    if rule.mode == "transit" and "through" in rule.prep:
        if not any(m.cue in rule.prep and m.clause == clause for m in s.mentions):
            return None  # "flows to B through a line": nobody is passed
    because["actor"] = how
    unnamed = rule.mode == "call" and len(actor) == 1 and unnamed_person(s, g)
    if rule.kind in ("instrument", "project") and d.anchor and d.anchor not in actor:
        if _we_with(s, g, found):
            actor = (d.anchor, *actor)
            because["actor"] = "we, of the document's country, with others"
    host = None
    if rule.kind == "contact" and len(actor) == 1 and rule.need == 2 and g is not None:
        host = posted_to(s, g, found)
        if host is not None:
            actor, because["actor"] = (host, *actor), "where the envoy is posted"
    officers = d.titled and rule.kind == "contact" and g is not None and (officer(s, g) or office_alone(s, g))
    if officers and rule.mode in ("meeting", "call") and len(actor) == 1 and actor[0] in d.pair:
        actor, because["actor"] = d.pair, "an officer of one of the title's two, and the other"
    named_two = not rule.two or of_the_two(
        s, d, actor, title if title >= 0 else g.main if g is not None else 0
    )
    if len(actor) < rule.need and ((rule.fill and named_two) or unnamed):
        apart = partners_of_others(s, title, rule) if rule.kind == "instrument" else frozenset()
        joined = rule.kind == "contact" and g is not None and g.lemma in words("roles", "joining")
        actor, because["actor"] = fill_mutual(actor, s, d, clause, apart, joined)
        if rule.mode == "diplomatic_relations" and len(actor) > 2:
            actor = d.pair if set(d.pair) <= set(actor) else ()  # relations are of two
    carried = noun < 0 or (g is not None and g.main < noun and g.lemma in rule.light)
    told = host is not None or how == "between"  # "a stranger mediated between A and B"
    told = told or (officers and set(actor) <= set(d.pair))
    if len(actor) < rule.need or (carried and not told and stranger_acts(s, g)):
        return None
    return actor, (), list(found)


def _towards(
    rule: Rule, s: Sentence, g: Group | None, at: int, clause: int, d: Discourse, because: dict[str, str]
) -> _Parties | None:
    """Who acts and towards whom, or None where a side that the rule needs is missing."""
    actor, recipient, used = directed_parties(rule, s, g, at, clause, d, because)
    if rule.kind == "stance" and set(recipient) - set(actor):
        recipient = tuple(c for c in recipient if c not in actor)  # nobody asks himself
    if len(set(actor) | set(recipient)) < rule.need or not actor:
        return None
    if rule.need > 1 and rule.recipient and not recipient and not (rule.joint and len(actor) > 1):
        return None
    if (rule.envoy or _only_named(rule, s)) and not any(
        in_person(s, m) for m in used if set(m.codes) & set(actor)
    ):
        return None
    return actor, recipient, used


def _mode(rule: Rule, s: Sentence, g: Group | None, noun: int, of: int, actor: tuple[str, ...]) -> str:
    mode = rule.mode
    if rule.id.startswith("contact.forum") and len(actor) == 2 and noun >= 0:
        if s.noun[noun] in ("summit", "summit meeting"):
            mode = "meeting"  # a summit of two is a meeting
    if (
        mode == "meeting"
        and rule.id in _TALKS
        and by_phone(s, g.main if g is not None and noun < 0 else max(noun, 0))
    ):
        mode = "call"
    if not rule.modes:
        return mode
    title = of if of >= 0 else noun
    return rule.modes.get(s.noun[title] if title >= 0 else g.lemma if g else "", mode)


def _says_it(s: Sentence, g: Group) -> bool:
    """Whether a verb right behind a quotation only says who asked: "How can we help?" asked Prime Minister A."""
    before = s.lowers[g.first - 1] if g.first else ""
    if before == "," and g.first > 1:
        before = s.lowers[g.first - 2]
    turned = before in ("”", '"', "»") and g.lemma in ("ask", "demand", "urge", "appeal")
    return turned and any(k == "H" for k in s.kinds[g.main + 1 : g.main + 5])


def _only_named(rule: Rule, s: Sentence) -> bool:
    """Whether a rule that asks for an office has found but a person, who must then be the one who acts."""
    return rule.person and rule.context is not None and rule.context.search(s.lowered) is None


def _dated(s: Sentence, noun: int) -> bool:
    """Whether a time stands beside a noun or before its phrase: "the 1951 Peru-Chile Border Treaty"."""
    if any(s.kinds[i] == "D" for i in range(max(0, noun - 2), min(s.n, noun + 3))):
        return True
    if _dated_behind(s, noun):
        return True
    i = noun - 1
    while i > max(0, noun - 7) and (
        s.kinds[i] == "P"
        or (s.kinds[i] == "w" and i not in s.verb_at and (s.text[s.starts[i]].isupper() or _modifier(s, i)))
        or s.lowers[i] == "-"
    ):
        i -= 1
    return s.kinds[i] == "D"


def _modifier(s: Sentence, i: int) -> bool:
    """Whether a word says what kind of thing the noun behind it is: "the 1951 Peru-Chile |fisheries |agreement"."""
    return bool(s.noun[i]) and not s.tags[i] & (PREP | CONJ | SUB | DET)


def _entry(s: Sentence) -> bool:
    """Whether a line without a verb begins or ends with its one time: "1996: Cultural agreement", "Pact on tolls, 1998"."""
    if s.groups or s.n > _LONGEST_ENTRY:
        return False
    times = [i for i in range(s.n) if s.kinds[i] == "D"]
    return len(times) == 1 and (times[0] < 2 or times[0] >= s.n - 2)


_LONGEST_ENTRY = 24
"""Items of an entry of a list. assumed"""


def _dated_behind(s: Sentence, noun: int) -> bool:
    """Whether a time ends a noun's title: "the Agreement on Trade and Transit of 1988"."""
    if s.lowers[noun + 1 : noun + 2] not in (["on"], ["for"], ["of"], ["concerning"], ["regarding"]):
        return False
    for i in range(noun + 2, min(s.n - 1, noun + 12)):
        if s.lowers[i] == "of" and s.kinds[i + 1] == "D":
            return True
        if s.kinds[i] != "w" or i in s.verb_at:
            return False
    return False


def _money(s: Sentence, trigger: int, noun: int, clause: int) -> bool:
    """Whether money stands between a verb and the object behind it, else it or a share in the clause."""
    if "Q" not in s.kinds:
        return False
    inside, kinds = range(s.n), ("money", "percent")
    if noun > trigger:  # "supplies 40 percent of its gas" is a supply still
        inside, kinds = range(trigger + 1, noun), ("money", "money")
    return any(s.kinds[i] == "Q" and s.clause[i] == clause and s.refs[i].kind in kinds for i in inside)


def _anchored(rule: Rule, s: Sentence, g: Group | None, noun: int, d: Discourse) -> bool:
    """Whether a noun names an act of its own: a light verb carries it or a party hangs on it."""
    if holder_behind(s, noun) is not None:
        return True  # "the visit that the emir made to Peru"
    if rule.mode == "visit" and setting(s, noun):
        return False
    if rule.mode == "visit" and not s.groups and s.lowers[noun + 1 : noun + 2] in (["of"], ["by"]):
        if any(m.cue == "to" for m in s.mentions):
            return True  # "2017 - Visit of the minister, Ann Reed, to Malta"
    if (g is not None and g.lemma in rule.light) or (rule.mode == "visit" and named_owner(s, noun)):
        return True
    if (
        g is not None
        and g.lemma == "take"
        and "take place" in rule.light
        and s.lowers[g.main + 1 : g.main + 2] == ["place"]
    ):
        later = any(s.lowers[k] in ("after", "before", "following") for k in range(g.main, noun))
        if noun > g.main and not later:
            return False  # "the vote would take place at the next ministers' meeting"
        if any(m.cue in ("between", "with") and m.clause == s.clause[noun] for m in s.mentions):
            return True  # "talks took place in Rome between Malta and Chad"
        if (
            rule.kind == "contact"
            and noun == 1
            and s.lowers[0] == "the"
            and len(d.participants or d.group) > 1
        ):
            return True  # "Malta's and Chad's ministers met in May. The talks took place in Rome"
    if noun + 2 < s.n and "D" in (s.kinds[noun + 1], s.kinds[noun + 2]):
        return True  # "one such meeting in September 2023"
    if any(s.kinds[i] == "D" and s.lowers[i + 1] in ("'s", "’s") for i in range(max(0, noun - 4), noun)):
        return True  # "at Tuesday's high-level meeting"
    behind = s.verb_at.get(noun + 1)
    # "talks held in Rome between"
    hung = (noun, noun + 1) if behind is not None and behind.reduced else (noun,)
    return any(
        (m.owner and m.head_item == noun and not (set(m.codes) <= d.bodies))
        or (m.governor in hung and m.cue not in PLACE_CUES)
        for m in s.mentions
    )


def _extent(
    s: Sentence, clause: int, trigger: int, noun: int, g: Group | None, used: Sequence[Mention]
) -> tuple[int, int]:
    """First and last item of the evidence: the clause, widened to every mention used."""
    first = s.clause.index(clause)
    last = first + s.clause.count(clause) - 1
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
    if len(frames) < 2:
        return frames
    out: list[Frame] = []
    for f in sorted(frames, key=lambda f: (f.rule.order, f.trigger)):
        parties = frozenset(f.actor) | frozenset(f.recipient)
        clash = any(
            o.rule.kind == f.rule.kind and not _older(o, f) and (frozenset(o.actor) | frozenset(o.recipient)) == parties
            and not _turn(o, f)
            and not _visit_back(o, f)
            and (
                (o.trigger == f.trigger and o.noun_item == f.noun_item)
                or (o.noun_item >= 0 and o.noun_item == f.noun_item)
                or (o.mode == f.mode and not f.listed and (o.actor == f.actor or f.rule.mutual or f.rule.kind != "tie") and (abs(o.trigger - f.trigger) <= 3 or (o.clause == f.clause and (f.rule.kind in ("contact", "stance") or not f.rule.verb))))
            )
            for o in out
        )  # fmt: skip
        clash = clash or _same_stance(f, out) or any(_same_work(o, f) for o in out)
        if not clash:
            out.append(f)
    out = [_as_meeting(f, out) for f in out]
    out = [f for f in out if not (_only_setting(f, out) or _purpose(f, out) or _leg_of_transit(f, out))]
    return sorted(out, key=lambda f: (f.trigger, f.rule.order))


def _same_work(o: Frame, f: Frame) -> bool:
    """Whether it is one work on one thing: "builds a line between A and B" is no second work of A and B."""
    if o.rule.kind != f.rule.kind or o.mode != f.mode:
        return False
    if f.mode == "partnership":  # "raised their relations to a partnership"
        return o.clause == f.clause and 0 < abs(o.noun_item - f.noun_item) < 5
    if f.rule.kind != "project":
        return False
    return o.noun_item == f.noun_item >= 0 or (o.trigger == f.trigger and -1 in (f.noun_item, o.noun_item))


def _visit_back(one: Frame, other: Frame) -> bool:
    """Whether two visits told by name go either way: "the visit to B by A's president and the visit of B's king to A"."""
    named = (f.mode == "visit" and f.noun_item == f.trigger for f in (one, other))
    return (
        all(named)
        and one.noun_item != other.noun_item
        and set(one.actor).isdisjoint(other.actor)
        and all(f.because.get("actor") in _OWNERS for f in (one, other))
    )


_OWNERS = frozenset({"poss", "adj", "by", "on_of", "of"})
"""Where a visit's own phrase says whose it is."""


def _same_stance(f: Frame, out: list[Frame]) -> bool:
    """Whether one word has told the same stance of the same party already, perhaps towards fewer."""
    return f.rule.kind == "stance" and any(
        o.rule.kind == "stance" and o.mode == f.mode and o.actor == f.actor
        and o.trigger == f.trigger
        for o in out
    )  # fmt: skip


def _older(one: Frame, other: Frame) -> bool:
    """Whether an instrument of a past year is what another is agreed on: "agreed to widen their accord of 2002"."""
    return one.rule.kind == "instrument" and other.rule.near_date and one.status in ("planned", "proposed")


def _we_with(s: Sentence, g: Group | None, found: Sequence[Mention]) -> bool:
    """Whether somebody unsaid acts with the parties found: "we have decided to set up a venture with Latvia"."""
    if g is None or not found or any(m.cue != "with" for m in found):
        return False
    top = g
    while top.governor is not None and not top.finite:
        top = top.governor
    return s.lowers[max(0, top.first - 1)] == "we"


def _leg_of_transit(f: Frame, frames: list[Frame]) -> bool:
    """Whether a flow is told as transit with whom it passes: "oil from A flows through B to C"."""
    if not f.rule.id.startswith(("project.supply.flows", "project.supply.carried")):
        return False
    sides = {*f.actor, *f.recipient}
    return any(o.mode == "transit" and o.clause == f.clause and sides < set(o.actor) for o in frames)


def _purpose(f: Frame, frames: list[Frame]) -> bool:
    """Whether a support is only what an offer, plea or invitation is for: "offered troops to help defend Latvia"."""
    if f.rule.kind != "stance" or f.mode != "support" or f.group is None or f.group.finite:
        return False
    return any(
        o is not f and o.rule.kind == "stance" and o.mode != "support" and o.trigger < f.trigger
        and o.actor == f.actor and o.clause == f.clause
        for o in frames
    )  # fmt: skip


def _turn(one: Frame, other: Frame) -> bool:
    """Whether two verbs tell the two turns of a tie: "was opened in 1979, closed in 1984"."""
    verbs = one.rule.verb and other.rule.verb and one.trigger != other.trigger
    return bool(verbs) and one.rule.kind == "tie" and {one.status, other.status} == {"actual", "ended"}


def _as_meeting(f: Frame, frames: list[Frame]) -> Frame:
    """A reception as the meeting it is where the visit is told too: "received Oman's minister, who is in Lima on a visit"."""
    if f.mode != "visit" or f.group is None or f.group.lemma != "receive":
        return f
    stays = (o for o in frames if o.mode == "visit" and o.group is not None and o.group.lemma == "be")
    if not any(o.trigger > f.trigger and (o.actor, o.recipient) == (f.actor, f.recipient) for o in stays):
        return f
    because = {**f.because, "mode": "the visit is told beside it"}
    return replace(f, mode="meeting", actor=(*f.recipient, *f.actor), recipient=(), because=because)


def _only_setting(f: Frame, frames: list[Frame]) -> bool:
    """Whether a forum or meeting is where or for what the same parties do another act that is told.

    "held talks after arriving to attend a conference", "came for the first meeting of the joint commission".
    """
    if f.rule.id.startswith(
        "contact.visit.is_in"
    ):  # "hosted a delegation led by Oman's minister, who is in Lima"
        return any(o is not f and o.mode == "visit" and {*o.actor} == {*f.actor} for o in frames)
    if f.rule.kind != "contact" or f.mode not in ("forum", "meeting"):
        return False
    if f.mode == "meeting" and f.noun_item < 0 and not any(o.mode == "session" for o in frames):
        return False
    better = ("session",) if f.mode == "meeting" else ("meeting", "session", "call")
    return any(
        o is not f and o.rule.kind == "contact" and o.mode in better and o.clause == f.clause
        and set(o.actor) | set(o.recipient) == set(f.actor) | set(f.recipient)
        and (o.mode == "session" or o.rule.verb or o.trigger < f.trigger)
        for o in frames
    )  # fmt: skip
