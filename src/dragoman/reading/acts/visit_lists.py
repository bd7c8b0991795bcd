"""Lists of visits, a line each, under a heading that says whence and whither: "From Togo to Peru: - President A (1997)".

On a page about two, a heading that names the host alone will do, for the other is the guest: "State visits
to Peru", and "To Peru" below "Visits"; below "Visits" alone each line says itself whither ("President A to Peru
(1997)") or whose it is ("From Togo: President B (2001)"), else it is as the line before. A line of a list tells a visit where it names a person or an office and a time, and has no verb.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["opens", "read", "turned"]

_LONGEST = 12
"""Items of a heading; assumed."""
_ENTRY = 30
"""Items of an entry; assumed."""


def opens(s: Sentence, ctx: Context) -> bool:
    """Whether a line is the heading of a list, which says nothing itself; a sentence with a verb closes the list."""
    way = _to_one(s, ctx)  # asked first: in "Presidential visits to Peru" a verb seems to stand
    if way is None and any(g.finite and s.lowers[g.main + 1 : g.main + 2] != ["by"] for g in s.groups):
        ctx.visits, ctx.visits_open = None, False  # "a delegation headed by the chairman" has none
        return False
    way = way or _heading(s)
    if way is not None:
        ctx.visits, ctx.visits_open = way, False
    elif ctx.discourse.titled and len(ctx.discourse.pair) == 2 and _headed(s):
        ctx.visits, ctx.visits_open = None, True
        return True
    return way is not None


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """The visits of a list's entry, one for each time."""
    if ctx.visits_open:
        ctx.visits = _own_way(s, ctx) or ctx.visits
    if ctx.visits is None or s.n > _ENTRY:
        return []
    guest, host = ctx.visits
    people = [i for i in range(s.n) if s.kinds[i] == "H"]
    offices = [i for i in range(s.n) if s.noun[i].rpartition(" ")[2] in _who()]
    times = [i for i in range(s.n) if s.kinds[i] == "D" and s.refs[i].edtf]
    if not (people or offices) or not times:
        return []
    if any(s.kinds[i] == "P" and not {guest, host} & set(s.codes[i]) for i in range(s.n)):
        return []
    return [
        Draft(
            kind="contact", mode="visit", actor=(guest,), recipient=(host,), status="actual",
            start=s.starts[0], end=s.ends[-1], rule="contact.visit.listed.v1", date=s.refs[i].edtf,
            people=tuple(
                replace(p, country=guest) if p.country in (None, host) else p
                for p in ctx.people_in(*_whose(s, i, people, len(times)))
            ),
            because={"actor": "the heading", "recipient": "the heading", "date": f"{s.refs[i].text!r} in the entry"},
        )
        for i in times
    ]  # fmt: skip


def _whose(s: Sentence, time: int, people: list[int], times: int) -> tuple[int, int]:
    """The passage that names whose a time is: the whole line, or the last person before it where several have theirs."""
    before = [i for i in people if i < time]
    if times > 1 and len(people) > 1 and before:
        return s.starts[before[-1]], s.ends[before[-1]]
    return s.starts[0], s.ends[-1]


def _own_way(s: Sentence, ctx: Context) -> tuple[str, str] | None:
    """Guest and host as an entry itself tells them: "President A to Peru", "From Togo: President B", "Peru's Minister C"."""
    pair = ctx.discourse.pair
    named = [i for i in range(s.n) if s.kinds[i] == "P" and len(s.codes[i]) == 1 and s.codes[i][0] in pair]
    for i in named:
        before = s.lowers[i - 2] if i > 1 and s.lowers[i - 1] == "the" else s.lowers[i - 1] if i else ""
        host = before in ("to", "in") or (s.refs[i].form == "capital" and before != "from")
        (other,) = (c for c in pair if c != s.codes[i][0])
        return (other, s.codes[i][0]) if host else (s.codes[i][0], other)
    if ctx.visits is not None:
        return None
    known = [s.refs[i].country for i in range(s.n) if s.kinds[i] == "H" and s.refs[i].country in pair]
    if not known:
        return None
    (other,) = (c for c in pair if c != known[0])
    return known[0], other


def _who() -> frozenset[str]:
    """Nouns of those who travel: offices and delegations."""
    return words("discourse", "offices") | {"delegation"}


def turned(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The visits that a line told by itself, from guest to host of its list: "President Ato's official visit" says neither."""
    if ctx.visits is None or not found or any(s.kinds[i] == "P" for i in range(s.n)):
        return found
    guest, host = ctx.visits
    return [
        replace(d, actor=(guest,), recipient=(host,))
        if d.mode == "visit" and {*d.actor, *d.recipient} == {guest, host}
        else d
        for d in found
    ]


def _to_one(s: Sentence, ctx: Context) -> tuple[str, str] | None:
    """Guest and host of "State visits to Peru" on a page about Togo and Peru, or None."""
    pair, last = ctx.discourse.pair, s.n - 1
    while last > 0 and s.kinds[last] == "." and s.lowers[last] != ".":
        last -= 1
    if not ctx.discourse.titled or len(pair) != 2 or not 0 < last < _LONGEST:
        return None
    if s.kinds[last] != "P" or len(s.codes[last]) != 1 or s.codes[last][0] not in pair:
        return None
    at = last - 1 if s.lowers[last - 1] != "the" else last - 2
    if at < 0 or s.lowers[at] != "to" or any(s.kinds[i] in "DQHP" for i in range(at)):
        return None
    opens = next((i for i in range(at + 1) if s.kinds[i] != "."), at)
    bare = opens == at and (ctx.visits is not None or _headed(ctx.previous))
    if not bare and (at < 1 or s.lowers[at - 1] not in words("visits", "headings")):
        return None
    host = s.codes[last][0]
    return (pair[0] if pair[1] == host else pair[1], host)


def _headed(line: Sentence | None) -> bool:
    """Whether a line is a heading of visits alone: "Visits", "High-level visits"."""
    if line is None or line.n > _LONGEST or any(g.finite for g in line.groups):
        return False
    said = [line.lowers[i] for i in range(line.n) if line.kinds[i] != "."]
    return bool(said) and said[-1] in words("visits", "headings")


def _heading(s: Sentence) -> tuple[str, str] | None:
    """Guest and host of "Visits from Togo to Peru:", or None."""
    if s.n > _LONGEST:
        return None
    parties = [i for i in range(s.n) if s.kinds[i] == "P" and len(s.codes[i]) == 1]
    if len(parties) != 2 or parties[0] < 1 or parties[1] < 1:
        return None
    a, b = parties
    first, second = s.lowers[a - 1], s.lowers[b - 1]
    visits = any(low in words("visits", "headings") for low in s.lowers[:b])
    opens = first == "from" and (visits or all(s.kinds[i] == "." for i in range(a - 1)))
    if second != "to" or not (opens or (visits and first in ("by", "of"))):
        return None
    if any(s.kinds[i] in "DQH" for i in range(s.n)) or s.lowers[-1] == ".":
        return None
    guest, host = s.codes[a][0], s.codes[b][0]
    return (guest, host) if guest != host else None
