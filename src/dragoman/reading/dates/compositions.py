"""Times made of times: "the first week of October", "from May to July", "since 2019"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.dates import arithmetic as calendar
from dragoman.reading.dates.atoms import Atom, Context, Resolved, joined
from dragoman.reading.dates.grammar import Cascade, Tokens, first, reduced
from dragoman.reading.dates.holidays import nth_weekday
from dragoman.reading.dates.ranges import last_day, open_from, open_until
from dragoman.reading.dates.relative_dates import DOCUMENT, deictic
from dragoman.reading.dates.tokens import Token
from dragoman.reading.word_lists import words

__all__ = ["add_composition_rules", "is_split_year"]

_NOT_HALVES = words("dates.compositions", "not_halves")
_CALENDAR_UNITS = ("month", "quarter", "half")


def _is_year(edtf: str) -> bool:
    return len(edtf) == 4 and edtf.isdigit()


def is_split_year(edtf: str) -> bool:
    """Whether a span is a year that begins in one and ends in the next, nobody says when: 2022/2023."""
    ends = edtf.split("/")
    return len(ends) == 2 and _is_year(ends[0]) and _is_year(ends[1]) and int(ends[1]) == int(ends[0]) + 1


def _months_of(edtf: str, low: int, high: int) -> str | None:
    """Months low to high of a year or of a span of months; a year that begins in another month stands whole."""
    if is_split_year(edtf):
        return edtf
    start = calendar.bounds(edtf)[0]
    if start is None or not (_is_year(edtf) or "/" in edtf):
        return None
    return calendar.interval(
        calendar.month(start.year, start.month + low - 1), calendar.month(start.year, start.month + high - 1)
    )


def _weeks_of(edtf: str, nth: int, count: int, *, last: bool) -> str | None:
    """Weeks of a year (ISO) or of a month (from its first Monday, §P2)."""
    low, high = calendar.bounds(edtf)
    if low is None or high is None:
        return None
    year = (high - low).days > 300
    if last:
        # The last week is the one of the last Thursday: of the year by ISO 8601, of a month alike.
        back = (high.isoweekday() - 4) % 7 if year else high.isoweekday() - 1
        monday = high - timedelta(back) - timedelta(3 if year else 0) - timedelta(7 * (count - 1))
    else:
        thursday = low + timedelta((4 - low.isoweekday()) % 7)
        monday = thursday - timedelta(3) + timedelta(7 * (nth - 1))
    try:
        return calendar.interval(monday.isoformat(), (monday + timedelta(7 * count - 1)).isoformat())
    except OverflowError:
        return None


def _days_of(edtf: str, nth: int, count: int, *, last: bool) -> str | None:
    low, high = calendar.bounds(edtf)
    if low is None or high is None or count < 1 or nth + count - 2 > (high - low).days:
        return None
    start = high - timedelta(count - 1) if last else low + timedelta(nth - 1)
    return calendar.interval(start.isoformat(), (start + timedelta(count - 1)).isoformat())


def _part_of(edtf: str, unit: str, nth: int, count: int, *, last: bool) -> str | None:
    """The nth unit (or the first or last ``count``) of a period."""
    low, high = calendar.bounds(edtf)
    if low is None or high is None or ("X" in edtf and unit not in ("decade", "year")):
        return None
    if unit == "week":
        return _weeks_of(edtf, nth, count, last=last)
    if unit == "day":
        return _days_of(edtf, nth, count, last=last)
    if unit in ("month", "quarter"):
        size = 1 if unit == "month" else 3
        total = (high.year - low.year) * 12 + high.month - low.month + 1
        start = total - size * count + 1 if last else size * (nth - 1) + 1
        end = start + size * count - 1
        return _months_of(edtf, start, end) if start >= 1 and end <= total else None
    if unit == "decade":
        first_decade = high.year // 10 - count + 1 if last else low.year // 10 + nth - 1
        return calendar.unit_around(date(first_decade * 10, 1, 1), "decade") if count == 1 else None
    if unit == "year":
        start_year = high.year - count + 1 if last else low.year + nth - 1
        inside = low.year <= start_year and start_year + count - 1 <= high.year
        return (
            calendar.interval(calendar.year(start_year), calendar.year(start_year + count - 1))
            if inside
            else None
        )
    return None


def add_composition_rules(cascade: Cascade) -> None:
    """Parts of periods: ordinals, halves, weeks, early and late."""
    _add_ordinal_days(cascade)
    _add_weeks(cascade)
    _add_parts(cascade)
    _add_steps(cascade)


def _add_parts(cascade: Cascade) -> None:
    @cascade.rule(r"h?(?:O|R)-?N(?:-?U)?[oi]?h?(?:A|U)|A(?:O|R)-?N(?:-?U)?", need="N")
    def half(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The first half of 2024; the second half of the year."""
        ordinal, rank = first(t, "O"), first(t, "R")
        which = ordinal.value if ordinal is not None else {-1: 2}.get(rank.value[0] if rank else 0, 0)
        base = _base(t)
        if base is not None and t[0].cls == "A" and base.unit != "year":
            return None
        if which not in (1, 2) or base is None:
            return None

        def cut(edtf: str) -> str | None:
            low, high = calendar.bounds(edtf)
            if low is None or high is None:
                return None
            if _is_year(edtf) or is_split_year(edtf):
                return _months_of(edtf, *((1, 6) if which == 1 else (7, 12)))
            if "X" in edtf:
                middle = (low.year + high.year + 1) // 2
                years = (low.year, middle - 1) if which == 1 else (middle, high.year)
                return calendar.interval(calendar.year(years[0]), calendar.year(years[1]))
            if len(edtf) == 7 and int(edtf[5:]) <= 12:
                days = (low, low + timedelta(14)) if which == 1 else (low + timedelta(15), high)
                return calendar.interval(days[0].isoformat(), days[1].isoformat())
            return None

        return reduced(t, base.mapped(cut))

    @cascade.rule(r"(?<=[iv])hON(?=[rt&i|.,)_]|$)", need="N")
    def half_alone(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """In the first half: of the year, as in reports of trade; not "in the first half hour"."""
        after = tokens[at + 3] if at + 3 < len(tokens) else None
        if t[1].value not in (1, 2) or (after is not None and after.value in _NOT_HALVES):
            return None
        months = (1, 6) if t[1].value == 1 else (7, 12)

        def make(year: int) -> str | None:
            return _months_of(f"{year:04d}", *months)

        return reduced(t, Atom("range", make=make))

    @cascade.rule(
        r"h?[OR](?:(?:B|[Dnc]?-?U)|[Dnc])(?:,?[oi]h?|(?=A))(?:A|U)|h?B[oi]h?A|AO-?U(?!-)|h?OB(?![oibf])|h?(?:O|R)-?U(?!-)",
        need="ORB ABU",
    )
    def nth(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """The first four months of this year; nine months of 2024; Q1 in words; the last week of July."""
        ordinal, rank, body = first(t, "O"), first(t, "R"), first(t, "B")
        count = 1
        if body is not None:
            if len(body.value) != 1:
                return None
            count, unit = body.value[0]
        else:
            small = first(t, "Dnc")
            count = small.value if small is not None else 1
            unit_token = first(t, "U")
            if unit_token is None:
                return None
            unit = unit_token.value
        if t[0].cls == "A" and (
            t[0].value.unit not in ("year", "month") or unit in ("day", "year", "decade")
        ):
            return None
        if rank is not None and (rank.value[1] not in ("last", "past", "final") or len(t) < 3):
            return None
        if ordinal is not None and count > 1 and ordinal.value != 1:
            return None
        base = _base(t)
        if base is None and unit == "month" and ordinal is not None and 1 < count < 12:
            last = count  # "in the first two months": of a year

            def months(y: int) -> str | None:
                return calendar.interval(calendar.month(y, 1), calendar.month(y, last))

            return reduced(t, Atom("range", make=months))
        if base is None:
            if unit != "quarter" or ordinal is None or not 1 <= ordinal.value <= 4 or count != 1:
                return None
            low = 3 * ordinal.value - 2
            return reduced(
                t,
                Atom(
                    "quarter",
                    make=lambda y: calendar.interval(calendar.month(y, low), calendar.month(y, low + 2)),
                ),
            )
        if ordinal is None and rank is None and unit != "month":
            return None
        if unit == "year" and base.unit == "year":
            return None  # "fell for a second year in 2024": no year has two
        which = ordinal.value if ordinal is not None else 1
        made = base.mapped(lambda edtf: _part_of(edtf, unit, which, count, last=rank is not None))
        return reduced(t, Atom(unit if count == 1 else "range", made.edtf, made.make, made.relative))

    @cascade.rule(r"h?P(?:-|[oi]h?(?:P-?)?|h)?(?:A|U)|h?lA", again=True, need="Pl AU")
    def part(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Early 2023; mid-2024; the end of 2000; late last week; end of month (§P7)."""
        word = first(t, "Pl")
        base = _base(t)
        if base is None or word is None or (first(t, "U") is not None and first(t, "o") is None):
            return None
        if word.cls == "l":
            return (
                reduced(t, base.said(part="late" if word.value > 0 else "early")) if base.relative else None
            )
        if word.value in ("start", "end") and first(t, "i") is not None:
            return None  # "the embassy will close in September": a verb
        return reduced(t, base.said(part=word.value))

    @cascade.rule(r"lihU", need="l")
    def later_in(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Later in the year."""
        part_name = "late" if t[0].value > 0 else "early"
        return reduced(t, Atom(t[-1].value, relative=deictic(t[-1].value, 0), part=part_name))


def _base(t: Tokens) -> Atom | None:
    """The time that the part is of; "the year" is the document's."""
    atom = first(t, "A")
    if atom is not None:
        found: Atom = atom.value
        return found
    if t[-1].cls == "U" and any(x.cls in "oi" for x in t):
        return Atom(t[-1].value, relative=deictic(t[-1].value, 0))
    return None


def _add_weeks(cascade: Cascade) -> None:
    @cascade.rule(r"U(?:D|O)(?:,?[oi]?h?Y|,?[oi]?A)?", need="U")
    def week_number(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Week 10; week 3 of 2027 (ISO weeks)."""
        if t[0].value != "week" or not 1 <= t[1].value <= 53 or t[1].cls != "D":
            return None
        number = t[1].value

        def make(year: int) -> str | None:
            try:
                return calendar.week(date.fromisocalendar(year, number, 1))
            except ValueError:
                return None

        base = first(t, "A")
        if base is not None:
            made = base.value.mapped(lambda edtf: make(int(edtf)) if _is_year(edtf) else None)
            return reduced(t, Atom("week", made.edtf, made.make, made.relative))
        year = first(t, "Y")
        if year is not None:
            return reduced(t, Atom("week", edtf=make(year.value)) if make(year.value) else None)

        def resolved(context: Context) -> Resolved:
            here = calendar.bounds(context.around("year", 0))[0] if context.on else None
            return (make(here.year) if here else None), DOCUMENT

        return reduced(t, Atom("week", relative=resolved))

    @cascade.rule(r"(?:h?U(?:o|[zP]j?)|K)h?A", need="UK A")
    def week_of(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The week of September 16; the week starting February 4."""
        if t[0].cls != "K" and (first(t, "U") or t[0]).value != "week":
            return None
        base: Atom = t[-1].value
        if base.unit != "day":
            return None

        def around(edtf: str) -> str | None:
            low, high = calendar.bounds(edtf)
            return calendar.week(low) if low is not None and low == high else None

        made = base.mapped(around)
        return reduced(t, Atom("week", made.edtf, made.make, made.relative))

    @cascade.rule(r"v?B,?z[jri]?h?A|vB,?rh?A", need="B")
    def duration_from(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """3 days starting from next Monday; for 2 weeks, from today."""
        parts = (first(t, "B") or t[0]).value
        base: Atom = t[-1].value
        if base.unit != "day" or len(parts) != 1 or parts[0][1] == "business":
            return None

        def spread(edtf: str) -> str | None:
            end = calendar.bounds(calendar.shift(edtf, parts))
            low = calendar.bounds(edtf)[0]
            if low is None or end[1] is None:
                return None
            last = date(end[1].year, low.month, min(low.day, 28)) if end[0] != end[1] else end[1]
            return calendar.interval(edtf, (last - timedelta(1)).isoformat())

        made = base.mapped(spread)
        return reduced(t, Atom("range", made.edtf, made.make, made.relative))

    @cascade.rule(r"[rw]?h?(?:[DOn][tu&\-]h?[DOn]|#)[oi]?A", need="DOn# A tu&-#")
    def days_of_month(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """From 4 to 22 this month."""
        base: Atom = t[-1].value
        chain = first(t, "#")
        days = [x.value for x in t if x.cls in "DOn"]
        if chain is not None:
            days = (
                [int(n) for n in chain.value[1]] if chain.value[0] == "-" and len(chain.value[1]) == 2 else []
            )
        if base.unit != "month" or len(days) != 2 or not 1 <= days[0] < days[1] <= 31 or base.edtf:
            return None
        if first(t, "&") is not None and first(t, "w") is None:
            return None

        def pick(edtf: str) -> str | None:
            low = calendar.bounds(edtf)[0]
            if low is None or len(edtf) != 7:
                return None
            return calendar.interval(f"{edtf}-{days[0]:02d}", f"{edtf}-{days[1]:02d}")

        made = base.mapped(pick)
        return reduced(t, Atom("range", made.edtf, made.make, made.relative))


def _add_ordinal_days(cascade: Cascade) -> None:
    @cascade.rule(r"h?(?:O|R)W(?:,?[oi]h?(?:A|U)|(?=[|.,]))|AOW", need="W")
    def nth_weekday_of(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The first Friday in this month; the last Monday of May."""
        rank = first(t, "O")
        nth = rank.value if rank is not None else -1
        last = first(t, "R")
        if last is not None and (last.value[1] != "last" or len(t) < 4):
            return None
        base = _base(t) if len(t) > 3 or t[0].cls == "A" else Atom("month", relative=deictic("month", 0))
        weekday = (first(t, "W") or t[0]).value
        if base is None or not -1 <= nth <= 5:
            return None

        def pick(edtf: str) -> str | None:
            low = calendar.bounds(edtf)[0]
            found = nth_weekday(low.year, low.month, weekday, nth) if low and len(edtf) == 7 else None
            return found.isoformat() if found else None

        made = base.mapped(pick)
        return reduced(t, Atom("day", made.edtf, made.make, made.relative))

    @cascade.rule(r"h?OU?oh?(?:A|U)", need="O o AU")
    def day_of_month(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The 20th of next month; the thirty-first day of the month."""
        ordinal = first(t, "O")
        unit = first(t[: t.index(first(t, "o") or t[-1])], "U")
        base = _base(t)
        if base is None or base.unit != "month" or ordinal is None or not 1 <= ordinal.value <= 31:
            return None
        if unit is not None and unit.value != "day":
            return None
        day = ordinal.value

        def pick(edtf: str) -> str | None:
            found = f"{edtf}-{day:02d}"
            return found if len(edtf) == 7 and calendar.bounds(found)[0] else None

        made = base.mapped(pick)
        return reduced(t, Atom("day", made.edtf, made.make, made.relative))

    @cascade.rule(
        r"(?<=j)hO(?=[|.,)\-]|$)|(?<=j)[OD](?=\|$)|(?<=j)O(?=-)|(?<=[vbfusyj])hO(?=[|.,)&\-]|$)|(?<=o)hO(?=[|.,)])|(?<=v)hD(?=\.?\|$)",
        need="OD jvbfusyo",
    )
    def bare_day(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """On the 18th: of the month spoken of, else of the document's."""
        day = t[-1].value
        if not 1 <= day <= 31 or (t[-1].cls == "D" and tokens[at - 1].cls not in "jv"):
            return None

        def resolved(context: Context) -> Resolved:
            if context.previous is not None and calendar.precision(context.previous) in ("month", "day"):
                found = f"{context.previous[:7]}-{day:02d}"
                return (
                    found if calendar.bounds(found)[0] else None
                ), f"the expression before, {context.previous}"
            if context.day is None:
                return None, DOCUMENT
            months = (0, 1, 2) if context.tense == "future" else (0, -1, -2)
            for away in months:
                base = calendar.month(context.day.year, context.day.month + away)
                low = calendar.bounds(f"{base}-{day:02d}")[0]
                if low and (low >= context.day if context.tense == "future" else low <= context.day):
                    return low.isoformat(), DOCUMENT
            return None, DOCUMENT

        return reduced(t, Atom("day", relative=resolved))


def _add_steps(cascade: Cascade) -> None:
    @cascade.rule(r"(?:__|x)?B[bfr]i?h?A|hU[bf]h?A", need="BU bfr A")
    def stepped(t: Tokens, _all: Tokens, _at: int) -> Token | Tokens | None:
        """2 weeks before May 13, 1999; three weeks from tomorrow; more than 2 weeks after today."""
        body, atom = first(t, "B"), t[-1].value
        if body is None:
            # The day before 5 May 2016.
            step = -1 if first(t, "b") else 1
            unit = t[1].value
            return reduced(t, atom.mapped(lambda edtf: calendar.shift(edtf, [(step, unit)], exact=True)))
        at = t.index(body)
        sign = -1 if t[at + 1].cls == "b" else 1
        parts = [(sign * count, unit) for count, unit in body.value]
        if any(unit == "business" for _, unit in parts) or (
            t[at + 1].cls == "r" and atom.unit not in ("day", "week")
        ):
            return None
        if atom.part in ("end", "late"):
            # "Two weeks after the end of 2014" counts from its last day.
            atom = atom.mapped(last_day)
        made = atom.mapped(lambda edtf: calendar.shift(edtf, parts, exact=True)).said(part="")
        if t[0].cls == "x":
            return reduced(t, joined(atom, made) if sign > 0 else joined(made, atom))
        if at == 0:
            return reduced(t, made)
        hedge = (t[0].value, t[1].value)
        if hedge == ("more", "than"):
            return reduced(
                t, made.mapped(open_from if sign > 0 else open_until).said("after" if sign > 0 else "before")
            )
        if hedge == ("less", "than"):
            return reduced(t, joined(atom, made) if sign > 0 else joined(made, atom))
        return [*t[:at], Token(body.start, t[-1].end, "A", made)]
