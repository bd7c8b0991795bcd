"""Visitors with their years in brackets ahead of the verb: "presidents A (1995, 1999) and B (2011) have visited Chile".

Each time in brackets is a visit of its own, by whoever stands before the bracket.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["told_apart"]


def told_apart(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """What was found, with a visit for each time in brackets before the verb that tells of them all."""
    verb = next((g for g in s.groups if g.finite), None)
    if verb is None or "(" not in s.lowers[: verb.first]:
        return found
    times = [i for i in s.dates if i < verb.first]
    bracketed = [(_visitor(s, i), i) for i in times if _in_brackets(s, i)]
    if len(bracketed) < len(times) or len(times) < 2 or any("/" in (s.refs[i].edtf or "") for i in times):
        return found
    told = [d for d in found if _is_theirs(d, s.starts[verb.main], [s.refs[i].edtf for i in times])]
    if not told:
        return found
    visit = told[0]
    return [d for d in found if d not in told] + [
        replace(
            visit, date=s.refs[i].edtf, people=ctx.people_in(s.starts[who], s.ends[who])[:1],
            start=s.starts[who], end=s.ends[i + 1] if s.lowers[i + 1] == ")" else s.ends[i],
            rule="contact.visit.series.v1", because={**visit.because, "date": "in brackets behind the visitor"},
        )
        for who, i in bracketed
    ]  # fmt: skip


def _is_theirs(d: Draft, verb: int, times: list[str | None]) -> bool:
    visit = d.kind == "contact" and d.mode == "visit" and d.status == "actual"
    single = len(d.actor) == len(d.recipient) == 1
    return visit and single and d.date in (None, *times) and (d.start <= verb < d.end or d.date is not None)


def _in_brackets(s: Sentence, i: int) -> bool:
    opens = _opening(s, i)
    return opens > 0 and ")" not in s.lowers[opens:i]


def _opening(s: Sentence, i: int) -> int:
    return next((k for k in range(i - 1, -1, -1) if s.lowers[k] in ("(", ")")), -1)


def _visitor(s: Sentence, i: int) -> int:
    """The item before the bracket that a time stands in."""
    return max(0, _opening(s, i) - 1)
