"""Times counted from another act: "signed in 1981, two years after the establishment of relations".

What stands behind "two years after" is dated so many years before the time that is told, not with that time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.dates import arithmetic
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["dated_back"]

_KINDS = frozenset({"tie", "instrument", "contact"})
_REACH = 12
"""Items from "after" to the act it dates; assumed."""
_YEAR = re.compile(r"\d{4}")
_SPANS = {"decade": 10, "century": 100, "year": 1}


def dated_back(s: Sentence, ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those behind "years after" dated by counting from the time told before."""
    if not drafts or s.forms.isdisjoint(_STEPS):
        return drafts
    for k in range(1, s.n - 1):
        if s.lowers[k] not in _STEPS or not (years := _years(s, k)):
            continue
        base = _base(s, ctx, k)
        if base is None:
            continue
        date = arithmetic.year(base + _STEPS[s.lowers[k]] * years)
        act = _act_behind(s, drafts, k, base)
        drafts = [
            replace(d, date=date, because={**d.because, "date": "counted from the act before"})
            if d is act
            else d
            for d in drafts
        ]
    return drafts


_STEPS = {"after": -1, "before": 1}


def _dates_of(base: int, d: Draft) -> tuple[str, ...]:
    """The draft's own date, where it is of the year counted from."""
    return (d.date,) if d.date is not None and d.date.startswith(f"{base:04d}") else ()


def _act_behind(s: Sentence, drafts: list[Draft], k: int, base: int) -> Draft | None:
    """The act told right behind "after", with no time of its own: by the verb there, else by a noun."""
    verb = next((g.main for g in s.groups if k < g.main <= k + _REACH), -1)
    noun = next((i for i in range(k + 1, min(s.n, k + _REACH)) if s.lowers[i] in (",", ";")), s.n - 1)
    target = verb if 0 <= verb < noun else min(k + 2, s.n - 1)
    at = s.starts[target]
    own = [
        d for d in drafts
        if d.kind in _KINDS and d.start <= at < d.end and d.date in (None, *_dates_of(base, d))
        and not any(s.starts[k] < s.starts[i] < d.end for i in s.dates)
    ]  # fmt: skip
    relations = any(s.noun[i].rpartition(" ")[2].startswith("relation") for i in range(k + 1, noun + 1))
    return max(
        own, key=lambda d: ((d.mode == "diplomatic_relations") == relations, d.start, -d.end), default=None
    )


def _years(s: Sentence, k: int) -> int:
    """How many years stand before "after": "two years", "a decade", "a year"; 0 if none."""
    before = s.lowers[k - 1]
    if before in _SPANS and k > 1 and s.lowers[k - 2] in ("a", "one"):
        return _SPANS[before]
    ref = s.refs[k - 1]
    if s.kinds[k - 1] != "Q" or before.rpartition(" ")[2].rstrip("s") not in _SPANS:
        return 0
    value = ref.value if ref.value is not None and ref.low is not None and ref.high is not None else 0
    return int(value) * _SPANS[before.rpartition(" ")[2].rstrip("s")] if value == int(value) else 0


def _base(s: Sentence, ctx: Context, k: int) -> int | None:
    """The year counted from: that of a time before in the sentence, else of the act that "that was" speaks of."""
    times = [i for i in s.dates if i < k]
    if times:
        edtf = s.refs[times[-1]].edtf
    elif s.lowers[0] in words("counted_times", "pointers") and ctx.last:
        edtf = ctx.last[-1].date
    else:
        return None
    m = _YEAR.match(edtf or "")
    return int(m.group()) if m and "/" not in (edtf or "") else None
