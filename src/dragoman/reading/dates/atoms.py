"""A time in a text before it is resolved, and what it is resolved against.

An atom is closed (it has its EDTF), open (it lacks a year) or relative (it needs the
document's date or the expression before it).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.model.periods import Period
from dragoman.reading.dates import arithmetic as calendar

__all__ = ["NAMED_BEFORE", "Atom", "Context", "Resolved", "joined"]

Resolved = tuple[str | None, str | None]
# What an open date was resolved against where its sentence has named a year.
NAMED_BEFORE = "the year {} named before"

# §P3: an open date up to this many days ahead is taken for the coming one where nothing says past.
_SOON = timedelta(days=45)
_LONG_AGO = timedelta(days=200)
# §P3: a date that was so few days before the document's is news, not what came next in an older story.
_NEWS = timedelta(days=60)


@dataclass(slots=True)
class Context:
    """What an expression may be resolved against.

    ``on`` is the document's date; ``previous`` the EDTF of the expression before; ``carried``
    a year that the same sentence has just named; ``story`` the day or month of a year told in the
    sentence before; ``tense`` is ``future``, ``past`` or ``""``.
    """

    on: Period | None
    previous: str | None = None
    carried: int | None = None
    story: Period | None = None
    tense: str = ""

    @property
    def day(self) -> date | None:
        """The document's day, where its date is a day."""
        on = self.on
        return on.first if on is not None and on.first is not None and on.first == on.last else None

    def around(self, unit: str, step: int) -> str | None:
        """The calendar unit of the document's date, or one some steps from it (§P6)."""
        if self.on is None:
            return None
        first, last = self.on.first, self.on.last
        if first is None or last is None:
            return None
        low, high = calendar.unit_around(first, unit, step), calendar.unit_around(last, unit, step)
        if low == high:
            return low
        if step == 0:
            return self.on.edtf
        signs = [(step, "day" if unit == "weekend" else unit)]
        return calendar.shift(self.on.edtf, signs) if calendar.precision(self.on.edtf) != "range" else None

    def year_of(self, make: Callable[[int], str | None]) -> int | None:
        """The year that an open date most likely means (§P3)."""
        if self.carried is not None and make(self.carried) and not self._still_to_come(make(self.carried)):
            return self.carried
        if self.on is None or self.on.first is None or self.on.last is None:
            first = calendar.bounds(self.previous)[0] if self.previous else None
            return first.year if first else None
        if (next_told := self._next_in_story(make)) is not None:
            return next_told
        here = self.on.last.year
        if calendar.precision(self.on.edtf) in ("year", "range"):
            return here if make(here) else None
        past = self._nearest(make, (here, *range(here - 1, here - 9, -1)), future=False)
        coming = self._nearest(make, tuple(range(here, here + 9)), future=True)
        if past is None or coming is None or past[0] == coming[0]:
            found = past or coming
            return found[0] if found else None
        if self.tense == "future":
            return coming[0]
        soon = coming[1] - self.on.last <= _SOON and self.on.first - past[1] >= _LONG_AGO
        return coming[0] if soon and self.tense != "past" else past[0]

    def _still_to_come(self, made: str | None) -> bool:
        """Whether what is told as to come would be past in the year named before: "talks, halted in 2018, will go on in March"."""
        if self.tense != "future" or self.on is None or self.on.first is None:
            return False
        last = calendar.bounds(made)[1] if made else None
        return last is not None and last < self.on.first

    def _next_in_story(self, make: Callable[[int], str | None]) -> int | None:
        """The year told in the sentence before, for a time later in it that is told as past and is no news."""
        if self.story is None or self.story.last is None or self.tense == "future":
            return None
        assert self.on is not None and self.on.first is not None
        year = self.story.last.year
        first, last = calendar.bounds(make(year))
        if first is None or last is None or first <= self.story.last or last >= self.on.first:
            return None
        news = self._nearest(make, (self.on.first.year, self.on.first.year - 1), future=False)
        return year if news is None or self.on.first - news[1] > _NEWS else None

    def _nearest(
        self, make: Callable[[int], str | None], years: tuple[int, ...], *, future: bool
    ) -> tuple[int, date] | None:
        assert self.on is not None and self.on.first is not None and self.on.last is not None
        for year in years:
            first, last = calendar.bounds(make(year)) if 1 <= year <= 9998 else (None, None)
            if first is None or last is None:
                continue
            if future and last >= self.on.first:
                return year, first
            if not future and first <= self.on.last:
                return year, last
        return None


@dataclass(slots=True)
class Atom:
    """One time: exactly one of ``edtf``, ``make`` (by year) and ``relative`` is given.

    ``unit`` is the precision of the words (``day``, ``month``, ``year``, ``week``, ``quarter``,
    ``season``, ``range``, ...), ``relation`` and ``part`` as in `TimeExpression`. ``dated`` is what the
    year is chosen by where ``make`` gives something made from it ("since August").
    """

    unit: str
    edtf: str | None = None
    make: Callable[[int], str | None] | None = None
    relative: Callable[[Context], Resolved] | None = None
    relation: str = "in"
    part: str | None = None
    bare: bool = False
    dated: Callable[[int], str | None] | None = None

    def resolve(self, context: Context) -> Resolved:
        """The EDTF, and in words what it was resolved against; (None, why) when unknown."""
        if self.edtf is not None:
            return self.edtf, None
        if self.relative is not None:
            return self.relative(context)
        assert self.make is not None
        year = context.year_of(self.dated or self.make)
        if year is None:
            return None, "no year known"
        if context.carried == year:
            return self.make(year), NAMED_BEFORE.format(year)
        return self.make(year), "the document's date"

    def said(self, relation: str | None = None, part: str | None = None) -> Atom:
        """The same time with a relation or part."""
        return replace(
            self, relation=relation or self.relation, part=self.part if part is None else part or None
        )

    def mapped(self, change: Callable[[str], str | None]) -> Atom:
        """The time with its EDTF changed, whenever it becomes known."""
        change = _within_calendar(change)
        if self.edtf is not None:
            changed = change(self.edtf)
            if changed is not None:
                return replace(self, edtf=changed)
            return replace(self, edtf=None, relative=lambda _: (None, "beyond the calendar"))
        if self.make is not None:
            make = self.make

            def made(year: int) -> str | None:
                text = make(year)
                return change(text) if text else None

            return replace(self, make=made, dated=self.dated or make)
        relative = self.relative
        assert relative is not None

        def resolved(context: Context) -> Resolved:
            edtf, anchor = relative(context)
            return (change(edtf) if edtf else None), anchor

        return replace(self, relative=resolved)


def _within_calendar(change: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """A change that gives None where it leaves the years 1 to 9999."""

    def safe(edtf: str) -> str | None:
        try:
            return change(edtf)
        except (OverflowError, ValueError):
            return None

    return safe


def joined(left: Atom, right: Atom) -> Atom:
    """The span from one time to another, a missing year taken from the other side."""
    if left.edtf is not None and right.edtf is not None:
        return (
            Atom("range", edtf=calendar.interval(left.edtf, right.edtf))
            if _ordered(left, right)
            else _never()
        )
    if left.make is not None and right.make is not None:
        first, second = left.make, right.make

        def both(year: int) -> str | None:
            low = first(year)
            return calendar.interval(low, second(year)) or calendar.interval(low, second(year + 1))

        return Atom("range", make=both)

    if left.make is not None and right.edtf is not None:
        last = calendar.bounds(right.edtf)[1]
        years = (last.year, last.year - 1) if last else ()
        found = next((text for y in years if (text := calendar.interval(left.make(y), right.edtf))), None)
        return Atom("range", edtf=found) if found else _never()
    if left.edtf is not None and right.make is not None:
        origin = calendar.bounds(left.edtf)[0]
        years = (origin.year, origin.year + 1) if origin else ()
        found = next((text for y in years if (text := calendar.interval(left.edtf, right.make(y)))), None)
        return Atom("range", edtf=found) if found else _never()

    def resolved(context: Context) -> Resolved:
        if left.make is not None:
            end, anchor = right.resolve(context)
            limit = calendar.bounds(end)[1]
            if limit is None:
                return None, anchor
            start = left.make(limit.year)
            return calendar.interval(start, end) or calendar.interval(left.make(limit.year - 1), end), anchor
        start, anchor = left.resolve(context)
        origin = calendar.bounds(start)[0]
        if right.make is not None:
            if origin is None:
                return None, anchor
            ends = (right.make(origin.year), right.make(origin.year + 1))
            return calendar.interval(start, ends[0]) or calendar.interval(start, ends[1]), anchor
        end, second = right.resolve(context)
        return calendar.interval(start, end), anchor or second

    return Atom("range", relative=resolved)


def _ordered(left: Atom, right: Atom) -> bool:
    return calendar.interval(left.edtf, right.edtf) is not None


def _never() -> Atom:
    return Atom("range", relative=lambda _: (None, "ends before it begins"))
