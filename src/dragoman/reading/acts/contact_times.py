"""Contacts counted and then timed one by one: "have met three times: in Rome in 2001, in Oslo in 2004 and again in 2008".

A sentence may also time what the one before told: "The third dialogue was held in 2009. Earlier rounds took place in 2005 and 2007".
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_COUNTS = words("contact_times", "counts")
_OTHERS = words("contact_times", "others")
_ROUNDS = words("contact_times", "rounds")
_HELD = words("contact_times", "held")
_OPENING = 6
"""Items within which a sentence says that it is about earlier rounds. assumed"""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """One more contact for each further time of those counted, or for each time of earlier ones."""
    if not s.dates:
        return []
    if not s.forms.isdisjoint(_COUNTS):
        return _counted(s, found)
    if not found and not s.forms.isdisjoint(_OTHERS):
        return _earlier(s, ctx)
    return []


def _counted(s: Sentence, found: list[Draft]) -> list[Draft]:
    count = next(i for i in range(s.n) if s.lowers[i] in _COUNTS)
    told = next((d for d in found if d.kind == "contact" and d.status == "actual"), None)
    if (
        told is None
        or count == 0
        or (s.kinds[count - 1] != "Q" and s.kinds[count] != "Q" and not _number(s, count))
    ):
        return []
    times = [i for i in s.dates if i > count]
    if len(times) < 2 or any(g.finite and count < g.main < times[-1] for g in s.groups):
        return []
    known = {d.date for d in found if d.kind == "contact"}
    out: list[Draft] = []
    for before, i in zip([count, *times], times, strict=False):
        first = before + 1
        if s.refs[i].edtf in known or any(s.kinds[j] == "H" for j in range(first, i)):
            continue
        out.append(
            replace(
                told, date=s.refs[i].edtf, start=s.starts[first], end=s.ends[i], place=None, count=None,
                rule="contact.counted_times.v1", because={**told.because, "date": "one of several times counted"},
            )
        )  # fmt: skip
    return out


def _number(s: Sentence, count: int) -> bool:
    """Whether a number word stands right before "times"."""
    return s.lowers[count - 1] in words("contact_times", "numbers")


def _earlier(s: Sentence, ctx: Context) -> list[Draft]:
    at = next((i for i in range(min(s.n, _OPENING)) if s.lowers[i] in _OTHERS), -1)
    if at < 0 or not any(s.lowers[i] in _ROUNDS for i in range(at + 1, min(s.n, at + _OPENING))):
        return []
    verbs = [g for g in s.groups if g.finite]
    told = next((d for d in reversed(ctx.last) if d.kind == "contact" and d.mode != "call"), None)
    if (
        told is None
        or len(verbs) != 1
        or verbs[0].lemma not in _HELD
        or any(s.kinds[i] in "PH" for i in range(s.n))
    ):
        return []
    return [
        replace(
            told, date=s.refs[i].edtf, status="planned" if verbs[0].modal else "actual", start=s.starts[0], end=s.ends[i],
            place=None, count=None, people=(), rule="contact.earlier_rounds.v1",
            because={**told.because, "actor": "those of the sentence before", "date": "one of several times"},
        )
        for i in s.dates
        if i > verbs[0].main
    ]  # fmt: skip
