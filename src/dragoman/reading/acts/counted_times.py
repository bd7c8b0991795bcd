"""Times counted from another act: "signed in 1981, two years after the establishment of relations".

What stands behind "two years after" is dated so many years before the time that is told, not with that time;
likewise what stands behind "a day after", "three weeks before".
"""

from __future__ import annotations

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
_DAY = 10
"""Characters of an EDTF value of a day."""
_SPANS = frozenset({"day", "week", "month", "year", "decade", "century"})


def dated_back(s: Sentence, ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those behind "years after" or "a day before" dated by counting from the time told before."""
    if not drafts or s.forms.isdisjoint(_STEPS):
        return drafts
    for k in range(1, s.n - 1):
        if s.lowers[k] not in _STEPS or (length := _length(s, k)) is None:
            continue
        base = _base(s, ctx, k)
        if base is None:
            continue
        count, unit = length
        date = arithmetic.shift(base, [(_STEPS[s.lowers[k]] * count, unit)])
        act = _act_behind(s, drafts, k, base)
        drafts = [
            replace(d, date=date, because={**d.because, "date": "counted from the act before"})
            if d is act
            else d
            for d in drafts
        ]
    return drafts


_STEPS = {"after": -1, "before": 1}


def _of_base(base: str, date: str | None) -> bool:
    """Whether a time can be the one counted from, read again for what stands behind: the same day, or one of its year."""
    return date is None or date == base or (len(base) < _DAY and date[:4] == base[:4])


def _act_behind(s: Sentence, drafts: list[Draft], k: int, base: str) -> Draft | None:
    """The act told right behind "after", with no time of its own: by the verb there, else by a noun."""
    verb = next((g.main for g in s.groups if k < g.main <= k + _REACH), -1)
    noun = next((i for i in range(k + 1, min(s.n, k + _REACH)) if s.lowers[i] in (",", ";")), s.n - 1)
    target = verb if 0 <= verb < noun else min(k + 2, s.n - 1)
    at = s.starts[target]
    own = [
        d for d in drafts
        if d.kind in _KINDS and d.start <= at < d.end and _of_base(base, d.date) and _told_behind(s, d, k)
        and not any(s.starts[k] < s.starts[i] < d.end for i in s.dates)
    ]  # fmt: skip
    relations = any(s.noun[i].rpartition(" ")[2].startswith("relation") for i in range(k + 1, noun + 1))
    return max(
        own, key=lambda d: ((d.mode == "diplomatic_relations") == relations, d.start, -d.end), default=None
    )


def _told_behind(s: Sentence, d: Draft, k: int) -> bool:
    """Whether an act begins behind "after", or what it is about stands there only."""
    if d.start >= s.starts[k]:
        return True
    return (
        d.object is not None
        and d.object in s.text[s.starts[k] : d.end]
        and d.object not in s.text[d.start : s.starts[k]]
    )


def _length(s: Sentence, k: int) -> tuple[int, str] | None:
    """How long stands before "after": "two years", "a decade", "the day"; None if nothing does."""
    before = s.lowers[k - 1]
    if before in _SPANS and k > 1 and s.lowers[k - 2] in ("a", "one", "the"):
        return 1, before
    ref, unit = s.refs[k - 1], before.rpartition(" ")[2].rstrip("s")
    if (
        s.kinds[k - 1] != "Q"
        or unit not in _SPANS
        or ref.value is None
        or ref.low is None
        or ref.high is None
    ):
        return None
    return (int(ref.value), unit) if ref.value == int(ref.value) else None


def _base(s: Sentence, ctx: Context, k: int) -> str | None:
    """The time counted from: the one before in the sentence, else of the act that "that was" speaks of."""
    times = [i for i in s.dates if i < k]
    if times:
        edtf = s.refs[times[-1]].edtf
    elif s.lowers[0] in words("counted_times", "pointers") and ctx.last:
        edtf = ctx.last[-1].date
    else:
        return None
    return edtf if edtf and "/" not in edtf else None
