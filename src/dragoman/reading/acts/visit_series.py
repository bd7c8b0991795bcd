"""Visitors told one after the other, each with his time: "who visited Chile include: President A (1990), Minister B (in 1994)".

The sentence says once who goes where; then visitor and time follow each other, the time in brackets or behind
"in". A time without a visitor of its own is a further visit of the one before. An entry may name its own host
("and of Minister B to Peru in 1998"); who comes to the host of the others is of the other of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.reading.annotations import PersonMention
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["told_apart"]

_NOUNS = words("visits", "series")
_HOLDERS = words("discourse", "offices")
_FOLLOWS = words("visits", "among")
_FAR = 24
"""Items from a visitor to his time. assumed"""
_AGAIN = frozenset({",", "and", "again", "in", "on", "then", "later", "(", ")", "also"})
_SO = frozenset({"do", "follow"})
_TWO = 2
_SUCH = frozenset({"that", "those"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A visitor with one time of his: items, and the states named between them."""

    first: int
    time: int
    own: str | None
    whither: str | None


def told_apart(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """What was found, with the visits of a series each by itself."""
    if not s.dates or (told := _trigger(s, ctx, found)) is None:
        return found
    trigger, visit = told
    least = 1 if s.lowers[trigger] in _SUCH else _TWO
    entries = list(_entries(s, trigger + 1))
    if len(entries) < least:
        return found
    way = _way(s, trigger, visit)
    if (
        way[1] is None
        and s.lowers[trigger + 1] in ("to", "abroad")
        and all(e.whither is None for e in entries)
    ):
        return found  # they go where no party is
    if visit is not None and way != (visit.actor[:1] + visit.recipient[:1]) and None not in way:
        entries = [replace(e, own=None) for e in entries]  # "visits from A to us were made by Minister B"
    series = [d for e in entries if (d := _draft(s, ctx, e, way, visit)) is not None]
    if len(series) < least:
        return found
    start, end = series[0].start, max(d.end for d in series)
    times = {d.date for d in series}
    others = [
        d for d in found
        if not (d.kind == "contact" and d.mode == "visit" and ((d is visit and least > 1) or start <= d.start < end or d.date in times))
        and not (d.kind == "contact" and d.mode == "meeting" and d.rule.startswith("contact.meeting.noun") and start <= d.start < end)
    ]  # fmt: skip
    return others + series


def _trigger(s: Sentence, ctx: Context, found: list[Draft]) -> tuple[int, Draft | None] | None:
    """The item behind which a series of visitors stands, and the visit told of them all, if one is."""
    visit = next(
        (d for d in found if d.kind == "contact" and d.mode == "visit" and d.status == "actual"), None
    )
    for i in range(s.n - 2):
        if s.kinds[i] != "w":
            continue
        if s.lowers[i] in _NOUNS and not _dated(s, i):
            return i, visit
        if s.lowers[i] in _SUCH and s.lowers[i + 1] in ("of", "by") and visit and s.dates[0] < i:
            return i, visit  # "the visit of A in 1990 and that of B in 1994"
        g = s.verb_at.get(i)
        if g is not None and g.main == i and g.lemma == "visit" and _lists_behind(s, i):
            return _behind(s, i), visit
    if (side := _from_side(s, ctx)) >= 0:
        return side, visit
    if s.lowers[0] in _FOLLOWS and any(
        low in _NOUNS for low in (ctx.previous.lowers if ctx.previous else ())
    ):
        return 0, visit
    return None


def _from_side(s: Sentence, ctx: Context) -> int:
    """The item of "side" in "From the Malian side, President A in 2003", where visits were just told; or -1."""
    if s.lowers[:2] != ["from", "the"] or "side" not in s.lowers[2:5]:
        return -1
    before = ctx.previous.lowers if ctx.previous else ()
    told = any(d.kind == "contact" and d.mode == "visit" for d in ctx.last)
    return s.lowers.index("side") if told or any(low in _NOUNS for low in before) else -1


def _dated(s: Sentence, noun: int) -> bool:
    """Whether "visits" stand behind a possessive or a time of their own: those of one visitor."""
    return s.lowers[noun - 1] in ("'s", "’s") if noun else False


def _behind(s: Sentence, verb: int) -> int:
    """The last item that the clause of a visiting verb needs: its object."""
    return next((i for i in range(verb + 1, min(s.n, verb + 4)) if s.kinds[i] in "PL"), verb)


def _lists_behind(s: Sentence, verb: int) -> bool:
    """Whether those who visited are told behind the verb: "those who visited A were:", "A has been visited by"."""
    group = s.verb_at[verb]
    if any(s.lowers[i] == "by" for i in range(verb + 1, min(s.n, verb + 3))):
        return True
    relative = any(s.lowers[i] in ("who", "that", "to") for i in range(max(0, group.first - 2), verb))
    return relative and any(
        g.first > verb and g.finite and g.lemma in ("be", "include", "comprise") for g in s.groups
    )


def _entries(s: Sentence, start: int) -> Iterator[_Entry]:
    """Each visitor with each of his times, from an item on."""
    visitor, last = -1, start - 1
    for time in (i for i in s.dates if i >= start):
        between = range(last + 1, time)
        if any(
            g.finite and g.lemma not in _SO and g.first > start and _tells(s, i)
            for i in between
            if (g := s.verb_at.get(i))
        ):
            return
        named = next((i for i in between if _visits(s, i)), -1)
        if named >= 0 and time - named <= _FAR:
            visitor = named
        elif (
            visitor < 0 or named >= 0 or not all(s.lowers[i] in _AGAIN or _aside(s, i, last) for i in between)
        ):
            return
        yield _Entry(visitor, time, _own(s, visitor, between), _whither(s, between))
        last = time


def _tells(s: Sentence, item: int) -> bool:
    """Whether a verb tells more than that a list follows."""
    return s.verb_at[item].lemma not in ("be", "include", "pay", "make", "comprise", "undertake")


def _visits(s: Sentence, i: int) -> bool:
    """Whether an item is somebody who may visit: a person or an office."""
    return s.kinds[i] == "H" or (
        s.kinds[i] == "w" and s.noun[i].rpartition(" ")[2] in _HOLDERS and s.lowers[i] != "leaders"
    )


def _aside(s: Sentence, i: int, last: int) -> bool:
    """Whether an item belongs to what is said in brackets of the time before: "(1980, for a summit) and in 1984"."""
    close = next((j for j in range(last + 1, s.n) if s.lowers[j] in (")", ";")), -1)
    return close >= i and s.kinds[i] != "H"


def _own(s: Sentence, visitor: int, between: range) -> str | None:
    """The state that the visitor's words name as his."""
    for i in between:
        if s.kinds[i] != "P" or len(s.codes[i]) != 1 or s.lowers[i - 1] in ("to", "in", "by"):
            continue
        if i <= visitor + 4 or s.lowers[i - 1] == "of":
            return s.codes[i][0]
    ref = s.refs[visitor]
    return ref.country if isinstance(ref, PersonMention) else None


def _whither(s: Sentence, between: range) -> str | None:
    """The state that an entry names as its own goal."""
    return next(
        (s.codes[i][0] for i in between if i and s.kinds[i] in "PL" and len(s.codes[i]) == 1 and s.lowers[i - 1] == "to"),
        None,
    )  # fmt: skip


def _way(s: Sentence, trigger: int, visit: Draft | None) -> tuple[str | None, str | None]:
    """Whence and whither all go: "from A", "Chilean visits", "to B", or as the visit told of all."""
    near = [m for m in s.mentions if len(m.codes) == 1 and m.kind != "H" and trigger < m.item <= trigger + 8]
    told = {m.cue: m.codes[0] for m in reversed(near) if m.cue in ("from", "to")}
    if len(told) == _TWO and told["from"] != told["to"]:
        return told["from"], told["to"]
    if visit is not None and len(visit.actor) == len(visit.recipient) == 1:
        return visit.actor[0], visit.recipient[0]
    guest = host = None
    visited = next((g for g in s.groups if g.lemma == "visit" and g.main <= trigger), None)
    for m in s.mentions:
        if len(m.codes) != 1 or m.item > trigger + 8 or m.kind == "H":
            continue
        hosts = m.item > visited.main or s.lowers[visited.main + 1] == "by" if visited else m.cue == "to"
        if hosts and host is None:
            host = m.codes[0]
        elif (visited or m.cue in ("from", "subj", "by") or m.owner == "adj") and guest is None:
            guest = m.codes[0]
    return (guest, host) if guest != host else (None, None)


def _draft(
    s: Sentence, ctx: Context, e: _Entry, way: tuple[str | None, str | None], visit: Draft | None
) -> Draft | None:
    """The visit of one entry, or None where its words leave open whose or where."""
    guest, host = e.own or way[0], e.whither or way[1]
    pair = tuple(ctx.discourse.pair or ())
    if guest is not None and guest == host:
        if e.whither is None or e.own is not None:
            return None
        guest = None
    if guest is None and host in pair:
        guest = next((c for c in pair if c != host), None)
    if host is None and guest in pair:
        host = next((c for c in pair if c != guest), None)
    if guest is None or host is None or guest == host:
        return None
    start = min(e.first, e.time)
    end = e.time + (e.time + 1 < s.n and s.lowers[e.time + 1] == ")")
    people = s.refs[e.first] if s.kinds[e.first] == "H" else None
    named = ctx.people_in(s.starts[start], s.ends[e.time]) if people is not None or e.first < e.time else ()
    because = {
        "actor": "a visitor of a series",
        "recipient": "where all go",
        "date": "the time behind the visitor",
    }
    if visit is not None:
        return replace(
            visit, actor=(guest,), recipient=(host,), date=s.refs[e.time].edtf, start=s.starts[start], end=s.ends[end],
            people=named[:1], place=None, object=None, count=None, rule="contact.visit.series.v1", because=because,
        )  # fmt: skip
    return Draft(
        kind="contact", mode="visit", actor=(guest,), recipient=(host,), status="actual", start=s.starts[start],
        end=s.ends[end], rule="contact.visit.series.v1", date=s.refs[e.time].edtf, people=named[:1], because=because,
    )  # fmt: skip
