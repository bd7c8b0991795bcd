"""When a pledge is due: a day on which its document was already written is when it was made, not when it is due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from dragoman.model.statements import Statement

__all__ = ["due_of", "reach_of", "written_from"]


def written_from(told: Iterable[Statement], dates: Mapping[str, str]) -> dict[str, int]:
    """The first day on which each document can have been written, as an ordinal.

    That of its date; where it has none, of the latest thing that it tells as done.
    """
    first = {name: day for name, date in dates.items() if (day := _first_day(date)) is not None}
    done: dict[str, int] = {}
    for s in told:
        if s.status == "actual" and (day := _first_day(s.date)) is not None:
            done[s.evidence.document] = max(day, done.get(s.evidence.document, day))
    return done | first


def reach_of(told: Iterable[Statement], dates: Mapping[str, str]) -> int | None:
    """The day up to which documents and what they tell as done surely reach, as an ordinal.

    Of "in 2026" that is its first day: nobody knows that the rest of the year was told of.
    """
    days = [_first_day(s.date) for s in told if s.status == "actual"] + [
        _first_day(d) for d in dates.values()
    ]
    return max((d for d in days if d is not None), default=None)


def due_of(s: Statement, written: Mapping[str, int]) -> str | None:
    """When a pledge is due; None where its only time is that of making it.

    "Agreed in May 2022 to make drones", "today the presidents reaffirm": neither says until when. A
    target keeps its year although it is over: "they wanted ten billion by 2020".
    """
    from dragoman.desk.fulfilments import day_of

    day, last = written.get(s.evidence.document), day_of(s.date)
    if day is None or last is None or last > day or _is_deadline(s):
        return s.date
    return s.date if s.status in ("target", "forecast") and last < day else None


def _is_deadline(s: Statement) -> bool:
    """Whether the passage puts a word such as "by" before the year of its date."""
    year = (s.date or "").split("/")[-1][:4]
    return any(found[1] == year for found in _deadline().finditer(s.evidence.text))


@lru_cache(maxsize=1)
def _deadline() -> re.Pattern[str]:
    """A word of ``data/reconciling/deadlines.yaml``, a day or month at most, and a year."""
    from dragoman.reconciling.lexicons import read_lexicon

    words = "|".join(map(re.escape, sorted(read_lexicon("deadlines.yaml")["before"], key=len, reverse=True)))
    return re.compile(
        rf"\b(?:{words}) (?:(?:\d{{1,2}} )?[A-Z][a-z]+ (?:\d{{1,2}}, )?)?(\d{{4}})\b", re.IGNORECASE
    )


def _first_day(edtf: str | None) -> int | None:
    from dragoman.reconciling.periods import span_of

    span = span_of(edtf)
    return None if span is None else span.first
