"""Lists of visits, a line each, under a heading that says whence and whither: "From Togo to Peru: - President A (1997)".

A line of a list tells a visit where it names a person or an office and a time, and has no verb.
"""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["opens", "read"]

_LONGEST = 12
"""Items of a heading; assumed."""
_ENTRY = 30
"""Items of an entry; assumed."""


def opens(s: Sentence, ctx: Context) -> bool:
    """Whether a line is the heading of a list, which says nothing itself; a sentence with a verb closes the list."""
    if any(g.finite for g in s.groups):
        ctx.visits = None
        return False
    way = _heading(s)
    ctx.visits = way or ctx.visits
    return way is not None


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """The visits of a list's entry, one for each time."""
    if ctx.visits is None or s.n > _ENTRY:
        return []
    guest, host = ctx.visits
    people = [i for i in range(s.n) if s.kinds[i] == "H"]
    offices = [i for i in range(s.n) if s.noun[i] in words("discourse", "offices")]
    times = [i for i in range(s.n) if s.kinds[i] == "D" and s.refs[i].edtf]
    if not (people or offices) or not times:
        return []
    if any(s.kinds[i] == "P" and not {guest, host} & set(s.codes[i]) for i in range(s.n)):
        return []
    return [
        Draft(
            kind="contact", mode="visit", actor=(guest,), recipient=(host,), status="actual",
            start=s.starts[0], end=s.ends[-1], rule="contact.visit.listed.v1", date=s.refs[i].edtf,
            people=ctx.people_in(s.starts[0], s.ends[-1]),
            because={"actor": "the heading", "recipient": "the heading", "date": f"{s.refs[i].text!r} in the entry"},
        )
        for i in times
    ]  # fmt: skip


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
