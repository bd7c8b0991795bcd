"""Contacts, instruments, ties, stances and projects: frames with date, place, people and object."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from dragoman.model.statements import Count, Place
from dragoman.reading.acts import (
    again,
    body_lists,
    document_lists,
    followed,
    gapped_meetings,
    gapped_series,
    gapping,
    likewise,
    next_visitors,
    posts,
    posts_on_lines,
    posts_served,
    said_stances,
    tie_lists,
    whereabouts,
)
from dragoman.reading.acts.visit_lengths import days_of_ended
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.frames.frames import Frame, RuleIndex, apply_rules, bracketed_date, setting
from dragoman.reading.quotes.quotes import quoted_spans
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.grammar import words
from dragoman.reading.syntax.lexicon import CONJ, DET, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["date_for", "read"]

_WEAK = frozenset({"relative"})


def _distance(s: Sentence, i: int, trigger: int) -> int:
    """Items between a time and its act; a comma or another verb between them counts as six."""
    low, high = sorted((i, trigger))
    breaks = sum(1 for j in range(low + 1, high) if s.lowers[j] in (",", ";", ":") or j in s.verb_at)
    return high - low + 6 * breaks


_LATEST = frozenset({"recently", "latest", "last"})


def _latest(s: Sentence) -> int:
    """The item of the time behind "most recently" or "the latest", or -1."""
    if _LATEST.isdisjoint(s.forms):
        return -1
    for i in range(1, s.n):
        if (s.lowers[i] == "recently" and s.lowers[i - 1] == "most") or (
            s.lowers[i] in ("latest", "last") and s.lowers[i - 1] == "the"
        ):
            for j in range(i + 1, min(s.n, i + 4)):
                if s.kinds[j] == "D":
                    return j
    return -1


_LASTING = re.compile(r".*/\.\.|\d{4}/\d{4}")
_RIGHT = frozenset({"immediately", "shortly", "soon", "right", "just", "directly", "straight"})
"""Before "after": the same year, as a rule."""


def _other_event(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is another event's: "met ahead of the visit next week", "discussed X after the war in 2020"."""
    told = s.verb_at.get(i - 2 if s.lowers[i - 1] in ("on", "in") else i - 1)
    if (
        told is not None
        and told.reduced
        and told.main != trigger
        and told.lemma in words("frames", "told_before")
    ):
        return True  # "The accord, announced on Friday, was signed"
    between = range(trigger + 1, i)
    ahead = next((j for j in between if s.lowers[j] in ("ahead of", "prior to")), -1)
    if ahead > 0 and "," not in s.lowers[ahead:i] and not any(s.kinds[j] == "D" for j in range(ahead, i)):
        return True
    after = next((j for j in between if s.lowers[j] in ("after", "following", "since")), -1)
    if after < 0 or s.lowers[i - 1] not in ("in", "of") or len(s.refs[i].edtf or "") > 7:
        return False
    if s.lowers[after - 1] in _RIGHT:
        return False  # "recognised it immediately after its independence in 1964"
    phrase = range(after + 1, i - 1)
    return (
        not any(s.kinds[j] in ".D" or j in s.verb_at for j in phrase)
        and i - 2 in phrase
        and any(s.noun[j] in words("frames", "upheavals") for j in phrase)
    )


def date_for(
    s: Sentence, clause: int, trigger: int, skip: int = -1, *, ongoing: bool = True, table: bool = False
) -> tuple[str | None, str]:
    """The time of an act: in its clause, else set before the sentence's first verb, else none."""
    dates = [i for i in s.dates if i != skip and not _renames(s, i) and not _other_event(s, i, trigger)]
    if dates and (table or len(dates) > 1) and _row_head(s, dates[0]):
        dates = dates[
            1:
        ]  # "Russia | 1943 | Iceland closed its embassy on 1 August": the row's date is another's
    inside = [i for i in dates if i and s.lowers[i - 1] == "(" and s.lowers[i + 1 : i + 2] == [")"]]
    if len(inside) > 1:  # each is the date of the title before it
        dates = [i for i in dates if i not in inside]
    if dates and not ongoing:  # "the first visit since 2011", "in 17 years" did not last since 2011
        dates = [i for i in dates if not _LASTING.fullmatch(s.refs[i].edtf or "")]
    if not dates:
        return None, "no time in the sentence"
    same = [i for i in dates if s.clause[i] == clause and not _of_another(s, trigger, i)]
    if same:
        after = [i for i in same if i > trigger]
        before = [i for i in same if i < trigger]
        verb = s.verb_at.get(trigger)
        if after and verb is not None and verb.reduced and after[0] - trigger < 10:
            best = after[0]  # "an article of Sunday on the agreement signed by Chile and Peru on Friday"
        elif (
            after
            and before
            and _joined(s, before[-1], trigger)
            and (not _joined(s, trigger, after[0]) or s.lowers[before[-1] + 1] == "and")
        ):
            best = after[0]  # "in 1996 and the opening of its embassy in Ankara in 1997"
        elif after and before:
            best = min(same, key=lambda i: (_distance(s, i, trigger), i))
        else:
            best = after[0] if after else before[-1]
        return s.refs[best].edtf, f"{s.refs[best].text!r} in the clause"
    opening = [
        i for i in dates
        if s.groups and i < s.groups[0].first and s.clause[i] == 0 and s.lowers[max(0, i - 1)] != "of"
    ]  # fmt: skip  # "a convention of 1998 remains in force, and": the convention's year
    if opening and all(not g.finite or g.clause <= clause for g in s.groups[:1]):
        return s.refs[opening[0]].edtf, f"{s.refs[opening[0]].text!r} opens the sentence"
    beside = _beside(s, clause, dates) or _and_then(s, clause, dates)
    if beside is not None:
        return beside
    lead = [
        i for i in dates if i <= 2 and (i + 1 < s.n and s.lowers[i + 1] in (":", "|", "–", "—", ",", "-"))
    ]
    if lead:
        return s.refs[lead[0]].edtf, f"{s.refs[lead[0]].text!r} heads the entry"
    return None, "no time in the clause"


def _of_another(s: Sentence, trigger: int, i: int) -> bool:
    """Whether a time is the deadline of another verb: "signed an agreement to raise deliveries by 2024"."""
    for o in s.groups:  # "concluded the accord, prepared at the meeting in March"
        prior = o.reduced and o.lemma in words("frames", "prior_participles")
        if (
            prior
            and trigger < o.main < i
            and s.lowers[o.first - 1] == ","
            and "," not in s.lowers[o.main : i]
        ):
            return True
    if s.lowers[i - 1] not in ("by", "until", "till", "through", "over", "from"):
        return False
    return any(o.infinitive and trigger < o.main < i for o in s.groups)


def _renames(s: Sentence, i: int) -> bool:
    """Whether "now" only gives a later name: "a member of the CSCE (now OSCE)"."""
    return s.lowers[i] == "now" and i > 0 and s.lowers[i - 1] == "("


def _row_head(s: Sentence, i: int) -> bool:
    """Whether a time is the second cell of a table's row, behind a country: "Russia | 1943 | ..."."""
    cell = 1 < i < 8 and s.lowers[i - 1] == "|" and s.lowers[i + 1 : i + 2] == ["|"]
    return cell and any(s.kinds[k] == "P" for k in range(i)) and not any(k in s.verb_at for k in range(i))


def _saying_in(s: Sentence, i: int) -> bool:
    """Whether a month or a year follows a verb of saying: nobody dates by it when it was said."""
    return (
        s.lowers[i - 1] == "in"
        and i - 2 in s.verb_at
        and s.verb_at[i - 2].lemma in words("frames", "saying")
        and len(s.refs[i].edtf or "") <= 7
    )


def _beside(s: Sentence, clause: int, same_time: Sequence[int]) -> tuple[str | None, str] | None:
    """The time of the clause that a clause hangs on: "in 2020, where they launched", "when B took office in May"."""
    first = s.clause.index(clause)
    last = max(i for i in range(s.n) if s.clause[i] == clause)
    opener = s.lowers[first] if s.kinds[first] == "w" else s.lowers[first + 1] if first + 1 < s.n else ""
    if opener == "and" and clause > 1 and s.lowers[s.clause.index(clause - 1)] == "when":
        clause, opener = clause - 1, "when"  # "in 1940, when A was occupied and ties were severed"
        first = s.clause.index(clause)
    if clause and (named := _year_named(s, first, same_time)) is not None:
        return named
    if opener == "which" and first > 1 and s.lowers[first - 1] in ("during", "at"):
        first, opener = first - 1, "when"  # "visited Lima in May, during which they signed"
    if opener in ("where", "when") and clause:
        before = [i for i in same_time if s.clause[i] == clause - 1 and first - i <= 2]
        if before:
            edtf = (s.refs[before[-1]].edtf or "").removesuffix(
                "/.."
            )  # "since 2004, when Chile recognised it"
            return edtf, f"{s.refs[before[-1]].text!r} right before the clause"
    if (
        clause
        and first > 2
        and s.lowers[first] == ","
        and first - 1 in same_time
        and _saying_in(s, first - 1)
    ):
        edtf = s.refs[first - 1].edtf  # "The ministry said in September 2011, the two renewed"
        return edtf, f"{s.refs[first - 1].text!r} opens what is said"
    if clause and s.lowers[s.clause.index(clause - 1)] in ("when", "as"):
        before = [i for i in same_time if s.clause[i] == clause - 1]
        if len(before) == 1:  # "When Namibia became independent in 1990, Germany opened an embassy"
            return s.refs[before[0]].edtf, f"{s.refs[before[0]].text!r} in the clause with 'when'"
    if last + 1 < s.n and s.lowers[last + 1] == "when":
        after = [i for i in same_time if s.clause[i] == clause + 1]
        if len(after) == 1:
            return s.refs[after[0]].edtf, f"{s.refs[after[0]].text!r} in the clause with 'when'"
    return None


def _year_named(s: Sentence, first: int, times: Sequence[int]) -> tuple[str, str] | None:
    """The time that "the year in which" or "the day" speaks of: "since 2004, the year in which it joined the union"."""
    at = next((i for i in range(first, min(s.n, first + 5)) if s.noun[i] in ("year", "month", "day")), -1)
    at = (
        at
        if at > 0
        else next((i for i in range(first - 1, max(0, first - 4), -1) if s.noun[i] in ("year", "day")), -1)
    )
    if at < 3 or s.lowers[at - 2 : at] != [",", "the"] or at - 3 not in times:
        return None
    if s.lowers[at + 1 : at + 2] not in (["in"], ["when"], ["that"], ["on"]) and s.kinds[at + 1 : at + 2] != [
        "P"
    ]:
        return None
    edtf = (s.refs[at - 3].edtf or "").removesuffix("/..")
    return edtf, f"{s.refs[at - 3].text!r}, told again as 'the {s.noun[at]}'"


def _and_then(s: Sentence, clause: int, times: Sequence[int]) -> tuple[str | None, str] | None:
    """The time of the clause before, where the same go on in one breath: "visited Lima in May and held talks"."""
    if not clause:
        return None
    first = s.clause.index(clause)
    verbs = {g.first: g for g in s.groups if g.finite}
    again = verbs.get(first + 1)
    before = next((g for g in s.groups if g.finite and g.clause == clause - 1), None)
    if s.lowers[first] != "and" or again is None or before is None:
        return None
    if not all(g.past and not g.perfect and not g.modal and not g.negated for g in (again, before)):
        return None
    inside = [i for i in times if s.clause[i] == clause - 1]
    if len(inside) != 1 or ".." in (s.refs[inside[0]].edtf or ".."):
        return None
    return s.refs[inside[0]].edtf, f"{s.refs[inside[0]].text!r} in the clause that goes on"


def _joined(s: Sentence, a: int, b: int) -> bool:
    """Whether "and" or a verb stands between two items."""
    return any(s.tags[i] & CONJ or i in s.verb_at for i in range(a + 1, b))


def _count(s: Sentence, item: int) -> Count | None:
    """How many, where a number stands before the noun."""
    for i in range(item - 1, max(-1, item - 6), -1):
        if s.kinds[i] == "Q":
            q = s.refs[i]
            if q.kind not in ("count", "number"):
                return None
            low = None if q.low is None else int(q.low.to_integral_value(rounding="ROUND_CEILING"))
            high = None if q.high is None else int(q.high.to_integral_value(rounding="ROUND_FLOOR"))
            return Count(low, high) if low is not None or high is not None else None
        if s.tags[i] & (PREP | CONJ | SUB) or s.kinds[i] == "." or i in s.verb_at:
            return None
    return None


def _place(s: Sentence, first: int, last: int, clause: int) -> Place | None:
    for i in range(first, last + 1):
        if s.kinds[i] not in "LP" or not i or s.lowers[i - 1] not in ("in", "at", "near"):
            continue
        ref = s.refs[i]
        form = getattr(ref, "form", "")
        if s.kinds[i] == "L" or form == "capital":
            return Place(ref.text, s.codes[i][0] if s.codes[i] else None, getattr(ref, "locode", None))
    return None


def _object(s: Sentence, item: int) -> str | None:
    """The noun phrase around an item, with one "on ..." or "of ..." behind it."""
    if item < 0:
        return None
    first = item
    while first > 0:
        j = first - 1
        if (
            s.kinds[j] == "."
            or j in s.verb_at
            or s.tags[j] & (PREP | CONJ | SUB)
            or (s.tags[j] & DET and not s.noun[j])
        ):
            break
        first = j
    last, steps = item + 1, 0
    verbs = {g.first for g in s.groups}
    while last < s.n and steps < 14:
        if (
            s.kinds[last] == "."
            or last in verbs
            or last in s.verb_at
            or (s.tags[last] & SUB and not s.tags[last] & PREP)
        ):
            break
        if s.tags[last] & PREP and s.lowers[last] not in ("on", "of", "for", "to", "in", "between", "with"):
            break
        if s.kinds[last] == "D":
            break
        last += 1
        steps += 1
    while last > item + 1 and (s.tags[last - 1] & (PREP | CONJ | DET)):
        last -= 1
    return s.words(first, last)


def _draft(f: Frame, s: Sentence, ctx: Context, skip: int = -1) -> Draft:
    start, end = s.starts[f.first], s.ends[f.last]
    edtf: str | None
    if f.rule.id.startswith("tie.partnership.existing"):
        edtf, how = None, "it holds, whatever else is dated"
    elif f.date is not None:
        edtf, how = f.date, f.because.get("date", "in brackets behind the title")
    elif f.rule.kind == "instrument" and f.noun_item >= 0 and bracketed_date(s, f.noun_item) >= 0:
        edtf, how = s.refs[bracketed_date(s, f.noun_item)].edtf, "in brackets behind the title"
    else:
        edtf, how = date_for(
            s,
            f.clause,
            f.noun_item if f.listed and f.noun_item >= 0 else f.trigger,
            skip,
            ongoing=f.rule.kind != "contact" or _count(s, f.noun_item) is not None,
            table=ctx.table,
        )
    status = f.status
    g = f.group
    if f.rule.kind == "contact" and f.mode == "visit":
        edtf = days_of_ended(edtf, g, s.text[start:end])
    because = {**f.because, "date": how}
    told = (
        g is not None and g.past and not g.infinitive and g.main == f.trigger
    )  # "signed": done, whatever the date
    dated = f.rule.kind != "stance" and not told
    if status == "actual" and dated and statuses.after_document(edtf, ctx.document.date):
        status = "planned"
        because["status"] = "the date lies after the document's"
    if status == "actual" and f.rule.kind in ("tie", "project") and _over(edtf, g):
        status = "ended"
        because["status"] = "it lasted until then"
    if status == "actual" and _is_next(s, f):
        status = "planned"
        because["status"] = "the next one"
    item = f.noun_item
    if item < 0 and f.group is not None:
        item = next(
            (
                i
                for i in range(f.group.main + 1, f.last + 1)
                if s.noun[i] and s.kinds[i] == "w" and not s.tags[i] & (PREP | DET)
            ),
            -1,
        )
    return Draft(
        kind=f.rule.kind, mode=_mode(f, s, ctx), actor=f.actor, recipient=f.recipient, status=status, start=start, end=end,
        rule=f.rule.id, date=edtf,
        people=ctx.people_in(start, end), organisations=ctx.organisations_in(start, end),
        place=_place(s, f.first, f.last, f.clause), object=_object(s, item),
        count=_count(s, f.noun_item) if f.noun_item >= 0 else None, because=because,
        value=None if f.rule.kind != "figure" else Decimal(0),
    )  # fmt: skip


def _over(edtf: str | None, g: Group | None) -> bool:
    """Whether what a verb of the past tells lasted until a time: "exported gas until 2004", "was used to export"."""
    if g is None or edtf is None or not edtf.startswith("../"):
        return False
    top = g.governor if g.infinitive and g.governor is not None else g
    return top.past and not top.perfect


def _mode(f: Frame, s: Sentence, ctx: Context) -> str:
    """The mode of a frame; "the document" is of the mode that the text told before of the same parties."""
    if f.rule.kind != "instrument" or f.noun_item < 1 or s.noun[f.noun_item] != "document":
        return f.mode
    if s.lowers[f.noun_item - 1] not in ("the", "this"):
        return f.mode
    parties = {*f.actor, *f.recipient}
    told = (
        d.mode for d in reversed(ctx.found) if d.kind == "instrument" and {*d.actor, *d.recipient} == parties
    )
    return next(told, f.mode)


def _is_next(s: Sentence, f: Frame) -> bool:
    """Whether a contact is the next of a series that no verb of the past tells: "holding the next meeting"."""
    i = f.noun_item
    if f.rule.kind != "contact" or i < 0:
        return False
    at = next((j for j in range(i - 1, max(-1, i - 7), -1) if s.lowers[j] == "next"), -1)
    if at < 0 or any(s.kinds[j] in ".D" for j in range(at, i)):
        return False
    near = next((g for g in reversed(s.groups) if g.main < at), None)
    told = [g for g in s.groups if g.main > i and g.clause == s.clause[i] and g.past]
    return not told and (near is None or near.gerund or near.infinitive or not near.past)


def _most_recent(draft: Draft, s: Sentence, item: int) -> Draft:
    """The one act of a series that is dated: "14 meetings, most recently in May 2025"."""
    start = s.starts[item]
    return replace(
        draft, date=s.refs[item].edtf, count=None, start=start, end=max(s.ends[item], draft.end),
        because={**draft.because, "date": "the most recent of several"},
    )  # fmt: skip


_LINKS = frozenset({"and", ",", "again", "then", "later", "in", "on", "once"})


def _further_times(draft: Draft, s: Sentence, f: Frame) -> list[Draft]:
    """One more act for each other time of a list: "in 2011 and again in 2014 ... visited"."""
    if draft.date is None or draft.kind not in ("contact", "instrument"):
        return []
    times = [i for i in range(s.n) if s.kinds[i] == "D" and s.refs[i].edtf and s.clause[i] == f.clause]
    at = next((k for k, i in enumerate(times) if s.refs[i].edtf == draft.date), -1)
    if at < 0:
        return []

    def linked(a: int, b: int) -> bool:
        between = s.lowers[a + 1 : b]
        return bool(between) and all(w in _LINKS for w in between)

    if not any("and" in s.lowers[a + 1 : b] and linked(a, b) for a, b in pairwise(times)):
        return []

    others = []
    for step in (1, -1):
        k = at
        while 0 <= k + step < len(times) and linked(*sorted((times[k], times[k + step]))):
            k += step
            others.append(times[k])
    return [
        replace(draft, date=s.refs[i].edtf, because={**draft.because, "date": "a further time of a list"})
        for i in others
    ]


def _by_visitor(draft: Draft, s: Sentence, ctx: Context) -> list[Draft]:
    """One visit for each visitor with a time in brackets: "two presidents visited B, Mr. X (1990) and Ms. Y (1998)"."""
    if draft.kind != "contact" or draft.mode != "visit" or "(" not in s.forms:
        return []
    named = [
        i
        for i in range(s.n - 3)
        if s.kinds[i] == "H"
        and s.kinds[i + 2] == "D"
        and (s.lowers[i + 1], s.lowers[i + 3]) == ("(", ")")
        and s.refs[i + 2].edtf
    ]
    if len(named) < 2:
        return []
    return [
        replace(
            draft, date=s.refs[i + 2].edtf, count=None, people=ctx.people_in(s.starts[i], s.ends[i]),
            because={**draft.because, "date": "in brackets behind the visitor"},
        )
        for i in named
    ]  # fmt: skip


_MODERN = 1800
"""No pair of today's states stands in for parties that an older date leaves unnamed; assumed."""


def _long_ago(f: Frame, s: Sentence) -> bool:
    """Whether the parties came from the document while the sentence speaks of a time before today's states."""
    if not any("document's pair" in how for how in f.because.values()):
        return False
    years = [
        int(m.group())
        for i in range(s.n)
        if s.kinds[i] == "D" and (m := re.match(r"\d{4}", s.refs[i].edtf or ""))
    ]
    return bool(years) and max(years) < _MODERN


_GATHERING = frozenset({"meeting", "session", "forum"})


def _told_before(f: Frame, s: Sentence, draft: Draft, ctx: Context) -> bool:
    """Whether an act only says when another was, and was told: "during the talks", "after the signing of the declaration"."""
    if f.rule.verb or not setting(s, f.noun_item):
        return False
    if draft.kind == "instrument":
        verb = next((g.first for g in s.groups if g.first > f.trigger), s.n)
        named = any(f.trigger < m.item < verb and m.cue in ("between", "by", "with") for m in s.mentions)
        return not named and any(d.kind == "instrument" and d.status == "actual" for d in ctx.found)
    if draft.kind != "contact":
        return False
    modes = _GATHERING if draft.mode in _GATHERING else {draft.mode}
    if s.noun[f.noun_item] in ("conversation", "talk", "discussion"):
        modes = {*modes, "call"}  # "after his conversation with the president", who had been rung up
    parties = {*draft.actor, *draft.recipient}
    if draft.mode in ("session", "forum") and "the other party" in f.because.get("actor", ""):
        return True  # "said during the session": who sat is not said here
    return any(
        d.kind == "contact" and d.mode in modes and parties == {*d.actor, *d.recipient}
        and draft.date in (None, d.date)
        for d in ctx.found
    )  # fmt: skip


def _paid(f: Frame) -> bool:
    """Whether a visit is what a verb of making takes: "I have concluded visits to Peru and Chile"."""
    return (
        f.mode == "visit"
        and f.group is not None
        and f.group.main < f.trigger
        and f.group.lemma in f.rule.light
    )


_INVITED = re.compile(r"\b(?:at|on|upon|by) (?:(?:the|an|his|her|their|its)\b.{0,60})?\binvitation\b", re.I)


def _without_invited(s: Sentence, found: list[Draft]) -> list[Draft]:
    """An invitation is one statement: the visit that it is for is not told besides.

    But a visit made "at the invitation of" is told too, and who accepts an invitation has not made it.
    """
    asked = [d for d in found if d.kind == "stance" and d.mode == "invitation"]
    if not asked:
        return found
    visits = [d for d in found if d.mode == "visit" and d.status in ("planned", "proposed")]
    accepted = [
        a for a in asked
        if "accept" in s.text[a.start : a.end] and any(_of_same_two(a, d) and a.actor == d.actor for d in visits)
    ]  # fmt: skip
    asking = [a for a in asked if a not in accepted and not _INVITED.search(s.text[a.start : a.end])]
    told_with = [d for d in visits if any(_of_same_two(a, d) for a in asking)]
    return [d for d in found if d not in accepted and d not in told_with]


def _of_same_two(a: Draft, d: Draft) -> bool:
    return a.start < d.end and d.start < a.end and {*a.actor, *a.recipient} == {*d.actor, *d.recipient}


def read(index: RuleIndex, s: Sentence, ctx: Context) -> list[Draft]:
    """Statements of acts in a sentence."""
    latest = _latest(s)
    out: list[Draft] = []
    inside = quoted_spans(s)
    document_lists.name_ones(s, ctx)
    for f in apply_rules(index, s, ctx.discourse, ctx.lexicon):
        quoted = any(a < s.starts[f.trigger] < b for a, b in inside)
        if quoted and f.rule.kind == "contact" and f.rule.noun and not _paid(f):
            continue  # a noun in a quotation ("our meeting") reports no further act
        if _long_ago(f, s):
            continue
        several = latest >= 0 and f.rule.kind == "contact" and latest > f.trigger
        draft = _draft(f, s, ctx, latest if several else -1)
        if _told_before(f, s, draft, ctx):
            continue
        visits = _by_visitor(draft, s, ctx)
        out += visits or [draft]
        if several:
            out.append(_most_recent(draft, s, latest))
        out.extend(_further_times(draft, s, f))
    out += document_lists.elided(s, ctx, out)
    out = gapped_series.told_of_doers(s, ctx, _without_invited(s, out))
    out += document_lists.read(s, ctx, out)
    out += gapping.read(s, out, ctx.lexicon.noun_classes) or ([] if out else gapping.read_on(s, ctx.found))
    out += gapped_meetings.read(s, out)
    out += said_stances.read(s, ctx, out)
    out += whereabouts.read(s, ctx, out)
    out += likewise.read(s, ctx, out)
    out += followed.read(s, ctx, out)
    out += next_visitors.read(s, ctx, out)
    out += body_lists.read(s, ctx, out, ctx.discourse.bodies)
    out += tie_lists.read(s, ctx, out)
    out += posts_on_lines.read(s, ctx, out)
    out += posts.further(s, out, ctx.lexicon.noun_classes)
    out = posts_served.of_the_same_post(s, posts.to_the_other(s, ctx, out))
    out = posts.of_one_kind(s, out)
    out = posts.each_apart(s, posts_served.with_consulate(s, out))
    out = again.of_relations_before(s, ctx, out)
    return out + again.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
