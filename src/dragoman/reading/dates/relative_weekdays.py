"""Weekdays, months, seasons and holidays said relative to the document's date (§P3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from dragoman.reading.dates import arithmetic as calendar
from dragoman.reading.dates.atoms import Atom, Context, Resolved
from dragoman.reading.dates.grammar import Cascade, Tokens, first, reduced
from dragoman.reading.dates.holidays import holiday_date
from dragoman.reading.dates.relative_dates import DOCUMENT, of_something
from dragoman.reading.dates.tokens import Token
from dragoman.reading.word_lists import words

__all__ = ["add_named_rules"]

_PAPERS = words("dates.relative_weekdays", "papers")


def _weekday(number: int, week: int) -> Callable[[Context], Resolved]:
    def resolved(context: Context) -> Resolved:
        if context.day is None:
            return None, DOCUMENT
        monday = context.day - timedelta(context.day.isoweekday() - 1)
        return (monday + timedelta(number - 1 + 7 * week)).isoformat(), DOCUMENT

    return resolved


def _nearest_weekday(number: int, side: int) -> Callable[[Context], Resolved]:
    """The last (-1) or coming (1) such day, never today; 0 decides by tense (§P3)."""

    def resolved(context: Context) -> Resolved:
        if context.day is None:
            return (context.around("day", 0) if context.on else None), DOCUMENT
        which = side or (1 if context.tense == "future" else -1)
        away = (number - context.day.isoweekday()) * which % 7
        if away == 0 and side:
            away = 7
        return (context.day + timedelta(which * away)).isoformat(), DOCUMENT

    return resolved


def add_named_rules(cascade: Cascade) -> None:
    """Register the rules over weekdays, months, seasons and holidays with this, last, next or none."""
    _add_months_and_seasons(cascade)
    _add_weekdays(cascade)


def _add_months_and_seasons(cascade: Cascade) -> None:
    @cascade.rule(r"h?RM", need="R")
    def last_may(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """This May; last September; next October (§P3)."""
        month, (sign, word) = t[-1].value, t[-2].value

        def resolved(context: Context) -> Resolved:
            year = calendar.bounds(context.around("year", 0))[0] if context.on else None
            if year is None or context.on is None:
                return None, DOCUMENT
            step = sign
            day = context.on.first
            fine = calendar.precision(context.on.edtf) in ("month", "day")
            if sign > 0 and fine and day is not None and month > day.month:
                step = 0
            if word == "past" and fine and day is not None and month < day.month:
                step = 0
            return calendar.month(year.year + step, month), DOCUMENT

        return reduced(t, Atom("month", relative=resolved))

    @cascade.rule(r"h?R(?:Z|H)", need="R")
    def last_season(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """This summer; last winter; last Easter."""
        what, (sign, _word) = t[-1], t[-2].value

        def make(year: int) -> str | None:
            if what.cls == "Z":
                return f"{year:04d}-{what.value}"
            found = holiday_date(what.value, year)
            return found.isoformat() if found else None

        def resolved(context: Context) -> Resolved:
            on = context.on
            if on is None or on.last is None or on.first is None:
                return None, DOCUMENT
            here = on.last.year
            if sign == 0 or calendar.precision(on.edtf) in ("year", "range"):
                return make(here + sign), DOCUMENT
            low, high = calendar.bounds(make(here))
            if sign < 0 and high is not None and high < on.first:
                return make(here), DOCUMENT
            if sign > 0 and low is not None and low > on.last:
                return make(here), DOCUMENT
            return make(here + sign), DOCUMENT

        return reduced(t, Atom("season" if what.cls == "Z" else "day", relative=resolved))

    @cascade.rule(r"A[wr]?W[&tu\-]W|[rw]W[&tu\-]W[oi]?h?A", need="W")
    def weekdays_of_week(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Next week between Wednesday and Friday."""
        days = [x.value for x in t if x.cls == "W"]
        base = first(t, "A")
        if base is None or base.value.unit != "week" or days[0] >= days[1]:
            return None
        if first(t, "&") is not None and first(t, "w") is None:
            return None

        def pick(edtf: str) -> str | None:
            low = calendar.bounds(edtf)[0]
            if low is None or "/" not in edtf:
                return None
            return calendar.interval(*((low + timedelta(day - 1)).isoformat() for day in days))

        made = base.value.mapped(pick)
        return reduced(t, Atom("range", made.edtf, made.make, made.relative))

    @cascade.rule(r"W\(A\)|A\(W\)", need="W")
    def weekday_beside(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Wednesday (May 7); 7 May (Wednesday)."""
        atom_token = first(t, "A")
        assert atom_token is not None
        return reduced(t, atom_token.value) if atom_token.value.unit == "day" else None

    @cascade.rule(r"r?A[tu\-]h?R(?!U)", need="R")
    def to_present(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """1991-present: not ended."""
        if t[-1].value[1] != "present":
            return None
        atom: Atom = (first(t, "A") or t[0]).value
        return reduced(t, atom.mapped(lambda edtf: f"{edtf.split('/')[0]}/.."))

    @cascade.rule(r"RA", need="R")
    def next_day(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Next 5 December: the one to come; last 5 December: of the last year, as "last May" is."""
        atom: Atom = t[-1].value
        if atom.make is None or atom.unit != "day":
            return None
        make, sign = atom.make, t[0].value[0]

        def resolved(context: Context) -> Resolved:
            here = calendar.bounds(context.around("year", 0))[0] if context.on else None
            if here is None:
                return None, DOCUMENT
            today, this_years = context.day, make(here.year)
            if sign > 0 and today and this_years and today.isoformat() < this_years:
                return this_years, DOCUMENT
            return make(here.year + sign), DOCUMENT

        return reduced(t, Atom("day", relative=resolved))

    @cascade.rule(r"h?RR?W", need="W")
    def last_friday(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """Last Friday (of the week before); this past Wednesday; the upcoming Monday (§P3)."""
        number = t[-1].value
        if t[-2].value[1] == "last" and of_something(tokens, at + len(t)):
            return None
        sign, word = t[-2].value
        if word in ("past", "coming", "upcoming", "forthcoming"):
            return reduced(t, Atom("day", relative=_nearest_weekday(number, sign)))
        if len(t) > 2 and t[-3].cls == "R":
            return None
        return reduced(t, Atom("day", relative=_weekday(number, sign)))


def _add_weekdays(cascade: Cascade) -> None:
    @cascade.rule(r"(?:W&?,?j?|W,?[oji]?h?)A|A[ji]?,?W", need="W")
    def weekday_of_week(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Tuesday of last week; next week on Monday; Friday, 7/6."""
        weekday, atom_token = first(t, "W"), first(t, "A")
        assert weekday is not None and atom_token is not None
        atom: Atom = atom_token.value
        if atom.unit == "day" and t[0].cls == "W" and len(t) == 2 + (t[1].cls == ","):
            return Token(t[0].start, t[-1].end, "A", atom)
        if atom.unit != "week" or any(x.cls == "&" for x in t):
            return None
        number = weekday.value

        def pick(edtf: str) -> str | None:
            low = calendar.bounds(edtf)[0]
            return (low + timedelta(number - 1)).isoformat() if low and "/" in edtf else None

        made = atom.mapped(pick)
        return Token(t[0].start, t[-1].end, "A", Atom("day", made.edtf, made.make, made.relative))

    @cascade.rule(r"(?<![OR])W(?:h?O|hn|D)?", need="W")
    def bare_weekday(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """On Friday; Thursday the 21st."""
        number = t[0].value
        if at and tokens[at - 1].cls == "P" and tokens[at - 1].value not in ("early", "late"):
            return None  # "the end of Friday" is no day; "early Friday" is
        after = tokens[at + len(t)] if at + len(t) < len(tokens) else t[0]
        if at and tokens[at - 1].cls == "h" and after.cls == "_" and after.value in _PAPERS:
            return None
        if len(t) == 1:
            return reduced(t, Atom("day", relative=_nearest_weekday(number, 0), bare=True))
        day = t[-1].value
        if not 1 <= day <= 31:
            return None

        def resolved(context: Context) -> Resolved:
            if context.day is None:
                return None, DOCUMENT
            for away in (
                0,
                -1,
                1,
                -2,
                2,
                -3,
                3,
                -4,
                4,
                -5,
                5,
                -6,
                6,
                -7,
                7,
                -8,
                8,
                -9,
                9,
                -10,
                10,
                -11,
                11,
                -12,
            ):
                base = calendar.month(context.day.year, context.day.month + away)
                found = f"{base}-{day:02d}"
                low = calendar.bounds(found)[0]
                if low is not None and low.isoweekday() == number:
                    return found, DOCUMENT
            return None, DOCUMENT

        return reduced(t, Atom("day", relative=resolved))
