"""Contacts, instruments, ties, stances and projects: frames with date, place, people and object."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from dragoman.model.statements import Count, Person, Place
from dragoman.reading.acts import (
    again,
    answers,
    bodies_meeting,
    body_lists,
    contact_times,
    counted_times,
    credentials_listed,
    document_lists,
    followed,
    further_acts,
    gapped_meetings,
    gapped_series,
    gapping,
    honours,
    inline_lists,
    journeys,
    likewise,
    meetings_told_on,
    membership_rosters,
    memberships_told_on,
    money_put_to_works,
    next_visitors,
    openings_told_on,
    outputs_sent,
    papers_in_force,
    papers_together,
    post_ranks,
    posts,
    posts_named,
    posts_on_lines,
    posts_raised,
    posts_served,
    said_stances,
    signings_told_on,
    tie_lists,
    ties_added,
    visit_series,
    visit_times,
    visitors_dated,
    visits_before,
    visits_once,
    visits_told_on,
    whereabouts,
    works_handed,
    works_taken_up,
    works_told_on,
)
from dragoman.reading.acts.act_dates import date_for, latest_time, year_named
from dragoman.reading.acts.held_behind import held_behind, is_ahead, settled
from dragoman.reading.acts.visit_lengths import days_of_ended
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.frames.frames import Frame, RuleIndex, apply_rules, bracketed_date, setting
from dragoman.reading.quotes.quotes import quoted_spans
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, DET, PREP, SUB
from dragoman.reading.syntax.noun_phrases import joins_name
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]


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
            (s.kinds[j] == "." and not _in_a_name(s, j))
            or j in s.verb_at
            or (s.tags[j] & (PREP | CONJ | SUB) and not joins_name(s, j))
            or (s.tags[j] & DET and not s.noun[j])
        ):
            break
        first = j
    if first < item and _in_a_name(s, first):
        first -= 1  # "the one-China policy"
    last, steps = item + 1, 0
    verbs = {g.first for g in s.groups}
    while last < s.n and steps < 14:
        if (
            (s.kinds[last] == "." and not _in_a_name(s, last))
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
    if last in verbs and any(g.first == last and g.finite for g in s.groups):
        # "signed a treaty and the two countries opened": who acts next is no part of it
        ends = (k for k in range(item + 1, last) if s.lowers[k] == "and" and s.clause[k] != s.clause[item])
        last = next(ends, last)
    while last > item + 1 and (s.tags[last - 1] & (PREP | CONJ | DET)):
        last -= 1
    return s.words(first, last)


def _in_a_name(s: Sentence, i: int) -> bool:
    """Whether a mark stands inside a name: the dashes of "Addis Ababa-Nairobi-Mombasa road", the point of "Mr. Vella"."""
    if not 0 < i < s.n - 1:
        return False
    if s.lowers[i] == ".":
        return (
            s.lowers[i - 1] in ("mr", "mrs", "ms", "dr", "st", "gen", "col", "sen") and s.kinds[i + 1] == "H"
        )
    return s.lowers[i] in ("-", "–", "‑") and s.ends[i - 1] == s.starts[i] and s.ends[i] == s.starts[i + 1]


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
            named=f.noun_item if f.rule.kind == "tie" else -1,
            stance=f.rule.kind == "stance",
        )
    if edtf and f.rule.id.startswith("tie.relations.established") and _YEARS.fullmatch(edtf):
        edtf = edtf.partition("/")[0]  # "over the past 52 years since the establishment": at their start
    if edtf is None and f.rule.id.startswith("instrument.governs"):
        edtf, how = year_named(s, f.noun_item), "the year in its name"
    status = f.status
    g = f.group
    if (held := held_behind(f, s, ctx.lexicon)) is not None:
        edtf, status = held
        how = "the clause behind it"
    if f.rule.kind == "contact" and f.mode == "visit":
        edtf = days_of_ended(edtf, g, s.text[start:end])
    because = {**f.because, "date": how}
    told = (
        g is not None and g.past and not g.infinitive and g.main == f.trigger
    )  # "signed": done, whatever the date
    dated = f.rule.kind != "stance" and not told
    edtf, status = settled(f, s, edtf, status, ctx.document.date)
    if (
        status == "actual"
        and dated
        and (statuses.after_document(edtf, ctx.document.date) or is_ahead(s, edtf, f.clause))
    ):
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
        people=_people(f, ctx, start, end), organisations=ctx.organisations_in(start, end),
        place=_place(s, f.first, f.last, f.clause), object=_object(s, item),
        count=_count(s, f.noun_item) if f.noun_item >= 0 else None, because=because,
        value=None if f.rule.kind != "figure" else Decimal(0),
    )  # fmt: skip


_YEARS = re.compile(r"\d{4}/\d{4}")


def _people(f: Frame, ctx: Context, start: int, end: int) -> tuple[Person, ...]:
    """Who is named in a passage; of a contact only those of its parties: "met A's premier ahead of talks with B's"."""
    named = ctx.people_in(start, end)
    if f.rule.kind != "contact":
        return named
    parties = {*f.actor, *f.recipient}
    return tuple(p for p in named if not p.country or p.country in parties)


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
        between = _outside_brackets(s.lowers[a + 1 : b])
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


def _outside_brackets(words: Sequence[str]) -> list[str]:
    """Words without what brackets say of the time before them: "in May 2017 (state visit), January 2019"."""
    out: list[str] = []
    depth = 0
    for word in words:
        depth += word == "("
        if not depth:
            out.append(word)
        depth -= word == ")" and depth > 0
    return out


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


_GATHERING = words("acts.acts", "gathering")


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


def _told_in_full(f: Frame, s: Sentence) -> bool:
    """Whether a quotation tells of a contact that was held and names who: "Malta and Oman held talks," she said."""
    g = f.group
    held = "today's" in s.forms or s.text[s.starts[f.first] : s.ends[f.first]].lower() == "today"
    if g is None or not ((g.past or held) and g.finite) or g.modal or g.negated:
        return False
    named = {c for m in s.mentions if m.kind in "PH" and m.how in "PH" for c in m.codes}
    return {*f.actor, *f.recipient} <= named


def read(index: RuleIndex, s: Sentence, ctx: Context) -> list[Draft]:
    """Statements of acts in a sentence."""
    latest = latest_time(s)
    out: list[Draft] = []
    inside = quoted_spans(s)
    document_lists.name_ones(s, ctx)
    posts_named.name_posts(s, ctx)
    for f in apply_rules(index, s, ctx.discourse, ctx.lexicon):
        quoted = any(a < s.starts[f.trigger] < b for a, b in inside)
        if quoted and f.rule.kind == "contact" and f.rule.noun and not (_paid(f) or _told_in_full(f, s)):
            continue  # a noun in a quotation ("our meeting") reports no further act
        if _long_ago(f, s):
            continue
        several = latest >= 0 and f.rule.kind == "contact" and latest > f.trigger
        draft = _draft(f, s, ctx, latest if several else -1)
        if _told_before(f, s, draft, ctx):
            continue
        out.append(draft)
        if several:
            out.append(_most_recent(draft, s, latest))
        out.extend(_further_times(draft, s, f))
    out += document_lists.elided(s, ctx, out)
    out = gapped_series.told_of_doers(s, ctx, _without_invited(s, out))
    out += document_lists.read(s, ctx, out)
    out += inline_lists.read(s, ctx, out)
    out = papers_together.read(s, ctx, out)
    out += gapping.read(s, out, ctx.lexicon.noun_classes) or ([] if out else gapping.read_on(s, ctx.found))
    out += gapped_meetings.read(s, out)
    out += credentials_listed.read(s, ctx, out)
    out += said_stances.read(s, ctx, out)
    out += whereabouts.read(s, ctx, out)
    out += likewise.read(s, ctx, out)
    out += followed.read(s, ctx, out)
    out += further_acts.read(s, ctx, out)
    out += ties_added.read(s, ctx, out)
    out += honours.read(s, ctx, out)
    out += next_visitors.read(s, ctx, out)
    out += journeys.read(s, ctx, out)
    out = visitors_dated.told_apart(s, ctx, visit_series.told_apart(s, ctx, out))
    out = further_acts.turned_round(s, ctx, out)
    out += contact_times.read(s, ctx, out)
    out = papers_in_force.read(s, ctx, out)
    out += body_lists.read(s, ctx, out, ctx.discourse.bodies)
    out += membership_rosters.read(s, ctx, out, ctx.discourse.bodies)
    out += tie_lists.read(s, ctx, out)
    out += posts_on_lines.read(s, ctx, out)
    out += posts.further(s, out, ctx.lexicon.noun_classes)
    out = posts_served.of_the_same_post(s, posts.to_the_other(s, ctx, out))
    out = posts_raised.as_they_became(s, posts.of_one_kind(s, out))
    out = posts.each_apart(
        s, posts_served.with_envoy(s, posts_served.with_consulate(s, posts.without_stations(out)))
    )
    out = visits_before.told_before(s, out)
    out = bodies_meeting.as_sessions(s, counted_times.dated_back(s, ctx, out))
    out = meetings_told_on.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out = answers.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out += visit_times.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out += openings_told_on.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out += signings_told_on.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out = posts.in_own_region(out, ctx.discourse.pair)
    out = again.of_relations_before(s, ctx, out)
    out += again.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out += memberships_told_on.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out += visits_told_on.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out += works_handed.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out += works_told_on.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out += works_taken_up.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out = outputs_sent.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out += money_put_to_works.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
    out = visits_once.told_once(s, out)
    return out + post_ranks.read(s, ctx, out, lambda g: date_for(s, g.clause, g.main)[0])
