"""Visits told by what became of one told before: "it was returned in 1993", "he returned in 2007", "followed by a minister in 2006".

Encyclopaedias leave out who goes where: whoever returns a visit goes the other way, whoever follows or comes
again goes the same. Each such visit has a time of its own, without which nothing is added.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.annotations import PersonMention
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_RETURNS = words("further_acts", "returns")
_JOURNEYS = words("further_acts", "journeys")
_HAPPENS = words("acts.visits_told_on", "happens")
_AGAIN = words("acts.visits_told_on", "again")
_HEIRS = words("acts.visits_told_on", "heirs")
_VISITORS = (
    words("discourse", "offices") | words("further_acts", "rulers") | words("acts.visits_told_on", "groups")
)
_SUBJECT = 5
"""Items from a visit or a visitor to the verb of its return; assumed."""
_FOLLOWER = 14
"""Items from "followed by" to the time of who follows; assumed."""


def read(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """Visits back, visits again and visits of those who follow; ``date_of`` gives the time of a verb."""
    if not s.dates:
        return []
    out: list[Draft] = []
    for g in s.groups:
        if _returning(s, g):
            told = _told(s, ctx, found, s.starts[g.first])
            out += _visit(s, told, g, s.refs[_time_behind(s, g)].edtf, back=False) if told else []
            continue
        if not g.finite or g.negated or g.modal:
            continue
        told = _told(s, ctx, found, s.starts[g.first]) or _returned(s, ctx, g)
        if told is None or _read_already(s, found, g):
            continue
        back = _goes_back(s, g, told)
        if back or _comes_again(s, g, told):
            out += _visit(s, told, g, date_of(g), back=back)
    return out + _followers(s, ctx, found) + _of_pair(s, ctx, found, date_of)


def _of_pair(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """A visit in a text on two whose visitor stands apart: "The latest visit was in 2017, when the Maltese king came"."""
    two = [c for c in dict.fromkeys(c for m in ctx.titled for c in m.codes) if c not in ctx.discourse.bodies]
    g = next((g for g in s.groups if g.finite), None)
    if len(two) != 2 or g is None or g.negated or g.modal or g.lemma not in _HAPPENS:
        return []
    head = g.first - 1
    if any(d.kind == "contact" for d in found) or head < 1 or s.lowers[head] not in _JOURNEYS:
        return []
    guests = {c for i in range(g.main, s.n) for c in s.codes[i] if s.kinds[i] in "PH" and _acts(s, i)}
    named = {c for i in range(s.n) for c in s.codes[i] if s.kinds[i] in "PHL"}
    date = date_of(g)
    if date is None or len(guests) != 1 or not guests < {*two} or not named <= {*two}:
        return []
    guest = next(iter(guests))
    last = s.n - 1 - (s.kinds[s.n - 1] == ".")
    return [
        Draft(
            "contact", "visit", (guest,), (two[1] if guest == two[0] else two[0],), "actual",
            s.starts[0], s.ends[last], "contact.visit.told_on.v1", date,
            people=ctx.people_in(s.starts[0], s.ends[last]),
            because={"actor": "who is named behind the visit", "recipient": "the other of the text's two"},
        )
    ]  # fmt: skip


def _acts(s: Sentence, i: int) -> bool:
    """Whether a party stands for one of its officers: "the Maltese king", "by Malta's premier", not "to Malta"."""
    if i and s.lowers[i - 1] in ("to", "in", "with"):
        return False
    behind = range(i + 1, min(s.n, i + 5))
    held = any(s.kinds[k] == "w" and s.noun[k].rpartition(" ")[2] in _VISITORS for k in behind)
    return s.kinds[i] == "H" or held


def _told(s: Sentence, ctx: Context, found: list[Draft], before: int) -> Draft | None:
    """The visit told last before a place in the text, of one state to one other."""
    visits = [
        d for d in [*ctx.last, *found] if d.kind == "contact" and d.mode == "visit" and d.start < before
    ]
    told = visits[-1] if visits else None
    single = told is not None and len(told.actor) == 1 and len(told.recipient) == 1
    return told if single and told is not None and told.status == "actual" else None


def _read_already(s: Sentence, found: list[Draft], g: Group) -> bool:
    inside = [i for i in range(s.n) if s.clause[i] == g.clause]
    low, high = s.starts[inside[0]], s.ends[inside[-1]]
    return any(
        d.kind == "contact" and d.start < high and d.end > s.starts[g.main] and d.end > low for d in found
    )


def _goes_back(s: Sentence, g: Group, told: Draft) -> bool:
    """Whether a visit "was returned", or somebody of the host "reciprocated"."""
    if g.lemma not in _RETURNS:
        return False
    before = range(max(0, g.first - _SUBJECT), g.first)
    if g.passive:
        return any(s.noun[i].rpartition(" ")[2] in _JOURNEYS for i in before)
    own = {c for i in before for c in s.codes[i]}
    if _takes_visit(s, g):
        return bool(own) and own <= {*told.recipient}
    return g.lemma == "reciprocate" and _time_next(s, g) and own <= {*told.recipient}


def _takes_visit(s: Sentence, g: Group) -> bool:
    """Whether a visit is what somebody returned: "returned the visit", "repaid the call"."""
    return s.lowers[g.main + 1 : g.main + 2] in (["the"], ["that"], ["his"], ["her"]) and (
        s.noun[min(g.main + 2, s.n - 1)].rpartition(" ")[2] in _JOURNEYS
    )


def _returned(s: Sentence, ctx: Context, g: Group) -> Draft | None:
    """The visit told earlier in the text that somebody of its host returned: "In 2013 President A returned the visit"."""
    if g.lemma not in _RETURNS or g.passive or not _takes_visit(s, g):
        return None
    own = {c for i in range(max(0, g.first - _SUBJECT), g.first) for c in s.codes[i]}
    visits = (d for d in reversed(ctx.found) if d.kind == "contact" and d.mode == "visit")
    return next((d for d in visits if len(d.actor) == 1 and d.recipient == tuple(own)), None)


def _comes_again(s: Sentence, g: Group, told: Draft) -> bool:
    """Whether the visitor "returned in 2007" or his successor "came in 1992"."""
    if g.passive or not g.past or not _time_next(s, g):
        return False
    first = g.first - 1
    if first < 0:
        return False
    subject = range(max(0, g.first - _SUBJECT), g.first)
    if g.lemma in _AGAIN:
        same = s.kinds[first] == "H" and {*s.codes[first]} == {*told.actor}
        return (
            same
            or s.lowers[first] in ("he", "she", "and")
            or s.lowers[first - 1 : g.first] == ["and", "again"]
        )
    heir = any(s.noun[i] in _HEIRS and s.lowers[i - 1] in ("his", "her") for i in subject if i)
    return heir and g.lemma in ("come", "follow", "visit")


def _returning(s: Sentence, g: Group) -> bool:
    """Whether a visit told before it is made once more: "visited Kenya in 2005, returning in 2008"."""
    aside = g.gerund and not g.finite and g.first == g.main and s.lowers[max(0, g.main - 1)] == ","
    return aside and g.lemma in _AGAIN and _time_next(s, g)


def _time_next(s: Sentence, g: Group) -> bool:
    """Whether a time stands right behind a verb: "returned in 2007", not "returned to Lima"."""
    return s.kinds[_time_behind(s, g)] == "D"


def _time_behind(s: Sentence, g: Group) -> int:
    """The item right behind a verb, a preposition of time aside."""
    k = g.main + 1
    while k < s.n and s.lowers[k] in ("in", "on", "again", "the", ","):
        k += 1
    return min(k, s.n - 1)


def _visit(s: Sentence, told: Draft, g: Group, date: str | None, *, back: bool) -> list[Draft]:
    if date is None or date == told.date:
        return []
    last = max(i for i in range(s.n) if s.clause[i] == g.clause)
    first = min(i for i in range(s.n) if s.clause[i] == g.clause)
    actor, recipient = (told.recipient, told.actor) if back else (told.actor, told.recipient)
    return [_draft(s, told, first, last, actor, recipient, date, f"verb {g.lemma!r}")]


def _draft(
    s: Sentence,
    told: Draft,
    first: int,
    last: int,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    date: str,
    why: str,
) -> Draft:
    while last > first and s.kinds[last] == ".":
        last -= 1
    return replace(
        told, actor=actor, recipient=recipient, date=date, start=s.starts[first], end=s.ends[last], object=None,
        count=None, people=(), organisations=(), place=None, rule="contact.visit.told_on.v1",
        because={"actor": "of the visit told before", "status": why},
    )  # fmt: skip


def _followers(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """Those who came behind a visitor: "followed by his foreign minister in 2006 and a trade mission in 2008"."""
    at = next((i for i in range(s.n - 2) if s.lowers[i : i + 2] == ["followed", "by"]), -1)
    told = _told(s, ctx, found, s.starts[at]) if at >= 0 else None
    if told is None or any(d.kind == "contact" and d.start > s.starts[at] for d in found):
        return []
    out: list[Draft] = []
    first = at + 2
    for time in (i for i in s.dates if i > at):
        if time - first > _FOLLOWER or not (sides := _sides(s, first, time, told)):
            break
        date = s.refs[time].edtf
        if date is None:
            break
        out.append(_draft(s, told, first, time, *sides, date, "followed by"))
        first = time + 1
        while first < s.n and (s.tags[first] & CONJ or s.lowers[first] in (",", "by")):
            first += 1
    return out


def _sides(s: Sentence, first: int, time: int, told: Draft) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who goes to whom, where an officer or a delegation stands before a time."""
    items = range(first, time)
    held = any(
        s.kinds[i] == "w" and (s.noun[i] or s.lowers[i]).rpartition(" ")[2] in _VISITORS for i in items
    )
    person = any(isinstance(s.refs[i], PersonMention) and s.refs[i].role for i in items)
    if not (held or person) or any(i in s.verb_at for i in items):
        return None
    own = {c for i in items for c in s.codes[i] if i == first or s.lowers[i - 1] not in ("to", "in")}
    if own <= {*told.actor}:
        return told.actor, told.recipient
    return (told.recipient, told.actor) if own == {*told.recipient} else None
