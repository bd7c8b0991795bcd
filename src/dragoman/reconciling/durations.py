"""Durations between dated facts: "33 years of ties" against the year they began (§R16)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from dragoman.model.findings import Finding, Repair, Series, plain_number
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.model.periods import Period, parse_period
from dragoman.model.statements import Statement
from dragoman.reconciling.periods import Span, span_of
from dragoman.reconciling.precision import interval_of

__all__ = ["duration_findings"]

_YEARS = {"a", "y", "yr", "year", "years", "annum", "anni"}


def _parties(s: Statement) -> frozenset[str]:
    return frozenset((*s.actor, *s.recipient))


def _begin_end(s: Statement) -> tuple[Period | None, Span | None]:
    """The beginning that a duration prints, and the time at which it is told."""
    if not s.date or "/" not in s.date:
        return None, span_of(s.date)
    first, last = s.date.split("/")
    begin = None if first in ("", "..") else parse_period(first)
    return begin, None if last in ("", "..") else span_of(last)


def duration_findings(statements: Iterable[Statement]) -> list[Finding]:
    """A finding for each duration in years of ties between parties whose beginning is dated."""
    told = sorted(statements, key=lambda s: s.id)
    begun: dict[frozenset[str], list[Statement]] = {}
    for s in told:
        if s.kind == "tie" and s.mode == "diplomatic_relations" and s.status == "actual" and span_of(s.date):
            begun.setdefault(_parties(s), []).append(s)
    latest: dict[str, Span] = {}
    for s in told:
        span = span_of(s.date)
        if s.status == "actual" and span is not None and s.mode != "duration":
            old = latest.get(s.evidence.document)
            if old is None or span.first > old.first:
                latest[s.evidence.document] = span
    out = []
    for s in told:
        if s.kind != "figure" or s.mode != "duration" or s.status != "actual" or (s.unit or "") not in _YEARS:
            continue
        seen: set[str] = set()
        for tie in begun.get(_parties(s), []):
            assert tie.date is not None
            if tie.date[:4] not in seen:
                seen.add(tie.date[:4])
                out.append(_finding(s, tie, latest.get(s.evidence.document)))
    return out


def _whole_years(begin: Span, end: Span) -> Interval:
    """Years that may have passed, anniversaries reckoned by the calendar year.

    "33 years of ties" is said all through the year of the 33rd anniversary and until the
    next: from the difference of the years less one to that difference (§R16).
    """
    a, b = date.fromordinal(begin.first), date.fromordinal(begin.last)
    c, d = date.fromordinal(end.first), date.fromordinal(end.last)
    return Interval(Fraction(max(0, c.year - b.year - 1)), Fraction(d.year - a.year))


def _finding(s: Statement, tie: Statement, latest: Span | None) -> Finding:
    stated = interval_of(s)
    parties = sorted(_parties(s))
    series = Series("duration", parties[0], parties[1] if len(parties) > 1 else None, None, "a")
    begin_told, end = _begin_end(s)
    begin = span_of(tie.date)
    assert begin is not None
    printed = plain_number(s.value) if s.value is not None else plain_number(stated.low)
    if end is None and latest is not None and latest.first > begin.last:
        return _undated(s, tie, series, stated, begin, latest)
    if end is None:
        year = date.fromordinal(begin.first).year
        value = None if stated.low is None else year + round(stated.low + Fraction(1, 2))
        return Finding(
            "duration", "implied", series, None,
            say("Relations are dated {date}, and {printed} years of them put the text in about {value}; it has no date to compare with (§R16).", date=tie.date, printed=printed, value=value),
            (s.id, tie.id), stated, None,
        )  # fmt: skip
    expected = _whole_years(begin, end)
    holds = stated.meets(expected)
    told = end.edtf
    text = say(
        "From {date} to {told} is {number} years, and {printed} are told (§R16).",
        date=tie.date,
        told=told,
        number=plain_number(expected.high),
        printed=printed,
    )
    if not holds:
        text = say(
            "From {date} to {told} is {number} to {number2} years, but {printed} are told (§R16).",
            date=tie.date,
            told=told,
            number=plain_number(expected.low),
            number2=plain_number(expected.high),
            printed=printed,
        )
    repairs: tuple[Repair, ...] = ()
    if not holds:
        repairs = _repairs(s, tie, expected, begin, end)
    elif (
        begin_told is not None
        and begin_told.first
        and begin_told.first.year != date.fromordinal(begin.first).year
    ):
        text = say("{text} The duration itself is reckoned from {date}.", text=text, date=begin_told.edtf)
    return Finding(
        "duration",
        "holds" if holds else "conflict",
        series,
        told,
        text,
        (s.id, tie.id),
        stated,
        expected,
        (),
        repairs,
    )


def _undated(
    s: Statement, tie: Statement, series: Series, stated: Interval, begin: Span, latest: Span
) -> Finding:
    """A duration in a text without date: the text is no older than the latest time it tells of."""
    least = _whole_years(begin, latest).low
    holds = stated.high is None or least is None or stated.high >= least
    printed = plain_number(s.value) if s.value is not None else plain_number(stated.low)
    after = date.fromordinal(begin.first).year
    said = (
        ""
        if s.value is None
        else say(
            ", and {after} + {printed} is {number}",
            after=after,
            printed=printed,
            number=plain_number(after + Fraction(s.value)),
        )
    )
    text = say(
        "Relations are dated {date}; the text has no date but tells of {date2}{said}",
        date=tie.date,
        date2=latest.edtf,
        said=said,
    )
    text += (
        ": no contradiction (§R16)."
        if holds
        else say(": too few years, at least {number} had passed (§R16).", number=plain_number(least))
    )
    return Finding(
        "duration",
        "holds" if holds else "conflict",
        series,
        None,
        text,
        (s.id, tie.id),
        stated,
        Interval(least, None),
        (),
        () if holds else _repairs(s, tie, Interval(least, None), begin, latest),
    )


def _repairs(s: Statement, tie: Statement, expected: Interval, begin: Span, end: Span) -> tuple[Repair, ...]:
    value = s.value if s.value is not None else s.low
    last = date.fromordinal(end.last).year
    out = []
    # The number as printed with its digits swapped comes first: a slip of the pen beside two years that are right.
    swapped = None if value is None or value < 10 else Fraction(str(round(Fraction(value)))[::-1])
    if swapped is not None and swapped != value and swapped in expected:
        out.append(
            Repair(
                s.id,
                "value",
                plain_number(value),
                plain_number(swapped),
                say("with two digits swapped, {number}, it fits", number=plain_number(swapped)),
                confirmed=True,
            )
        )
    if value is not None:
        year = str(last - round(Fraction(value)))
        out.append(
            Repair(
                tie.id,
                "period",
                tie.date,
                year,
                say(
                    "{number} years before {last} is {year}", number=plain_number(value), last=last, year=year
                ),
            )
        )
    ends = [plain_number(expected.low), plain_number(expected.high)]
    out.append(
        Repair(
            s.id,
            "value",
            plain_number(value),
            ends,
            say("from {date} to {date2} is so many years", date=tie.date, date2=end.edtf),
        )
    )
    if value is not None:
        year = str(date.fromordinal(begin.first).year + round(Fraction(value)))
        out.append(
            Repair(
                s.id,
                "period",
                s.date,
                year,
                say(
                    "{number} years after {date} is {year}",
                    number=plain_number(value),
                    date=tie.date,
                    year=year,
                ),
            )
        )
    return tuple(out)
