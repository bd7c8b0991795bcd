"""One tie or instrument for each party of a series with times of their own: "with Ghana in 1961, Kenya in 1963"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.frames.frame import Frame
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["OF_SERIES", "by_dated_party", "by_dated_topic", "dated_series", "respective_times"]

_BEFORE_TIME = frozenset(
    {"'s", "’s", "independence", "sovereignty", "in", "on", "(", "since", "from", ",", "dating from"}
)
_BEFORE_PARTY = frozenset(
    {",", "and", "the", ")", "with", "in", "of", "then", "finally", "by", ";", "followed by", "later"}
)
_GAP = 5
"""Items between a party and its time, or a time and the next party. assumed"""
OF_SERIES = "behind the party of a series"
_POSTS = frozenset({"embassy", "consulate", "mission"})


def dated_series(s: Sentence, after: int) -> list[tuple[int, int]]:
    """Items of the parties behind an item that each have a time of their own, with these times; two at least or none."""
    if len(s.dates) < 2:
        return []
    out: list[tuple[int, int]] = []
    i = after + 1
    while i < s.n:
        time = _time_of(s, i) if s.kinds[i] == "P" and len(s.codes[i]) == 1 else -1
        if time > 0 and (not out or _goes_on(s, out[-1][1], i)):
            out.append((i, time))
            i = time
        elif out and time > 0:
            break
        i += 1
    return out if len(out) > 1 else []


def _time_of(s: Sentence, party: int) -> int:
    """The item of the time right behind a party, or -1."""
    for j in range(party + 1, min(s.n, party + _GAP)):
        if s.kinds[j] == "D":
            return j if s.refs[j].edtf else -1
        if s.lowers[j] not in _BEFORE_TIME:
            break
    return -1


def _goes_on(s: Sentence, time: int, party: int) -> bool:
    """Whether only commas, "and" and a preposition told before stand between a time and the next party."""
    between = s.lowers[time + 1 : party]
    return 0 < len(between) <= _GAP and all(w in _BEFORE_PARTY for w in between)


def by_dated_party(f: Frame, s: Sentence, bodies: frozenset[str]) -> list[Frame]:
    """One frame for each party of a dated series behind the act, or nothing where there is none."""
    series = dated_series(s, max(f.trigger, f.noun_item))
    if series and f.mode == "membership":
        return _memberships(f, s, series, bodies)
    if f.mode == "membership" and not set(f.recipient) <= bodies:
        return []
    if not series:
        return _respectively(f, s)
    if not _one_kind(f, s, series):
        return []
    codes = [s.codes[i][0] for i, _ in series]
    if len(set(codes)) < len(codes):
        return []  # "in Mali in 2001 and Mali in 2004": turns, no series
    first = codes[0]
    side = "recipient" if first in f.recipient else "actor" if first in f.actor else ""
    if not side:
        return []
    others = tuple(c for c in (*f.actor, *f.recipient) if c not in codes)
    if len(others) != 1:
        return []
    return [_of_party(f, s, side, others, i, time) for i, time in series]


def _memberships(f: Frame, s: Sentence, series: list[tuple[int, int]], bodies: frozenset[str]) -> list[Frame]:
    """ "Joined A in 2004 and B in 2010" is of bodies, "joined A in 2004 and Chile in 2013" also of another member."""
    codes = [s.codes[i][0] for i, _ in series]
    if codes[0] not in f.recipient or len(f.actor) != 1:
        return []
    out, body = [], codes[0]
    for (_, time), code in zip(series, codes, strict=True):
        if code in bodies:
            body = code
        actor = f.actor if code in bodies else (code,)
        because = {**f.because, "date": OF_SERIES}
        out.append(
            replace(
                f,
                actor=actor,
                recipient=(body,),
                date=s.refs[time].edtf,
                because=because,
                last=max(f.last, time),
            )
        )
    return out


def _of_party(f: Frame, s: Sentence, side: str, others: tuple[str, ...], item: int, time: int) -> Frame:
    code, edtf = s.codes[item][0], s.refs[time].edtf
    because = {**f.because, "date": OF_SERIES}
    last = max(f.last, time)
    if f.rule.mutual:
        return replace(f, actor=(*others, code), date=edtf, because=because, listed=True, last=last)
    if side == "recipient":
        return replace(f, actor=others, recipient=(code,), date=edtf, because=because, last=last)
    return replace(f, actor=(code,), recipient=others, date=edtf, because=because, last=last)


def _one_kind(f: Frame, s: Sentence, series: list[tuple[int, int]]) -> bool:
    """Whether the series is of what the act took: several posts, or three states at least, or states behind "with"."""
    if f.rule.mutual:
        return True
    length = len(series)
    owned = all(
        s.lowers[i + 1] in ("'s", "’s") for i, _ in series
    )  # "A's independence in 1991 and B's in 1992"
    if f.mode in _POSTS:
        return length > 2 or (
            f.noun_item >= 0 and s.lowers[f.noun_item].endswith(("s", "s-general", "s general"))
        )
    return length > 2 or f.mode == "membership" or owned


def by_dated_topic(f: Frame, s: Sentence) -> list[Frame]:
    """One instrument for each topic with a time in brackets: "agreements on trade (1990) and culture (1992)"."""
    if f.noun_item < 0 or not s.lowers[f.noun_item].endswith(("s", "a")) or "(" not in s.forms:
        return []
    times: list[int] = []
    opened = 0
    for i in range(f.noun_item + 1, s.n):
        if s.noun[i] in f.rule.modes:
            return []  # "a trade agreement (1964) and a tax convention (2010)": each by its own name
        if s.kinds[i] == "P" or (s.lowers[i] == ";" and not opened):
            break
        if s.lowers[i] in "()":
            opened = i if s.lowers[i] == "(" else 0
        elif opened and s.kinds[i] == "D" and s.refs[i].edtf:
            # "(1990)", "(signed in 1990, revised in 2004)": the first time is that of signing
            if i - opened <= _SIGNED and not any(opened < t for t in times):
                times.append(i)
    if len(times) < 2:
        return []
    because = {**f.because, "date": "in brackets behind the topic"}
    return [replace(f, date=s.refs[i].edtf, because=because, listed=True, last=max(f.last, i)) for i in times]


_SIGNED = 3
"""Items from a bracket to the time of signing in it: "(signed in 1990". assumed"""


def respective_times(s: Sentence, codes: Sequence[str]) -> dict[str, str | None]:
    """As many times as parties, in their order: "relations with A and B in June and September 1986, respectively"."""
    if "respectively" not in s.forms or len(codes) < 2:
        return {}
    times = _times_before(s, s.lowers.index("respectively"))
    return {c: s.refs[i].edtf for c, i in zip(codes, times, strict=True)} if len(times) == len(codes) else {}


def _times_before(s: Sentence, end: int) -> list[int]:
    """Items of the times listed right before an item."""
    times: list[int] = []
    i = end - 1
    while i > 0 and (s.kinds[i] == "D" or s.lowers[i] in (",", "and", "in", "on")):
        if s.kinds[i] == "D" and s.refs[i].edtf:
            times.insert(0, i)
        i -= 1
    return times


def _respectively(f: Frame, s: Sentence) -> list[Frame]:
    """One frame for each recipient or actor with its time: "joined A and B in March and May 2004 respectively"."""
    if "respectively" not in s.forms:
        return []
    times = _times_before(s, s.lowers.index("respectively"))
    codes = f.recipient if len(f.recipient) > 1 else f.actor
    if len(times) < 2 or len(times) != len(codes) or (f.rule.mutual and codes is f.actor):
        return []
    order = {c: m.item for m in reversed(s.mentions) for c in m.codes if c in codes}
    because = {**f.because, "date": OF_SERIES}
    out = []
    for code, time in zip(sorted(codes, key=lambda c: order.get(c, 0)), times, strict=True):
        actor, recipient = (f.actor, (code,)) if codes is f.recipient else ((code,), f.recipient)
        edtf, last = s.refs[time].edtf, max(f.last, time)
        out.append(replace(f, actor=actor, recipient=recipient, date=edtf, because=because, last=last))
    return out
