"""Times that are said relative to the document's date or to the expression before (§P6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dragoman.reading.dates import arithmetic as calendar
from dragoman.reading.dates.atoms import Atom, Context, Resolved
from dragoman.reading.dates.grammar import Cascade, Tokens, first, reduced
from dragoman.reading.dates.tokens import Token
from dragoman.reading.word_lists import words

__all__ = ["DOCUMENT", "add_duration_rules", "add_relative_rules", "deictic", "of_something", "of_unit"]

DOCUMENT = "the document's date"
_NEEDS_YEAR = (None, "no year known")
_ORDER = ("century", "decade", "year", "quarter", "month", "fortnight", "week", "day")
_Parts = list[tuple[int, str]]


def _before(context: Context) -> str:
    return f"the expression before, {context.previous}"


def deictic(unit: str, step: int) -> Callable[[Context], Resolved]:
    """This, last, next unit from the document's date."""
    return lambda context: (context.around(unit, step), DOCUMENT)


def _weekend(context: Context) -> Resolved:
    """ "At the weekend": what was done then was done on the last one that began (§P3)."""
    begun = context.day is None or context.day.isoweekday() >= 6
    return context.around("weekend", -1 if context.tense == "past" and not begun else 0), DOCUMENT


def anaphoric(unit: str, step: int) -> Callable[[Context], Resolved]:
    """The same, following, previous unit: from the expression before, else the document's date."""

    def resolved(context: Context) -> Resolved:
        previous = context.previous
        if previous is None:
            return context.around(unit, step), DOCUMENT
        low, high = calendar.bounds(previous)
        base = (high if step > 0 else low) or low or high
        if base is None or (unit == "day" and step == 0 and (low is None or high is None)):
            return None, _before(context)  # "a plan until 2030. The same day": no day was told
        if low is not None and high is not None and step == 0:
            left, right = calendar.unit_around(low, unit), calendar.unit_around(high, unit)
            return (left if left == right else previous), _before(context)
        fine = {"day": "day", "week": "day", "month": "month", "quarter": "month"}.get(unit, "year")
        known = "day" if low == high else calendar.precision(previous)
        rank = ("year", "range", "month", "day")
        if known != "range" and rank.index(fine) > rank.index(known):
            return None, _before(context)
        return calendar.unit_around(base, unit, step), _before(context)

    return resolved


def of_unit(t: Tokens, make: Callable[[int], str | None], unit: str) -> Atom:
    """A date whose year is relative: "May of last year", "October of that same year"."""
    step_token = first(t, "R")
    step = step_token.value[0] if step_token is not None else 0
    same = any(x.cls == "S" for x in t) or (step_token is not None and step_token.value[1] in _ANAPHORIC)

    def resolved(context: Context) -> Resolved:
        edtf, anchor = (anaphoric if same else deictic)("year", step)(context)
        year = calendar.bounds(edtf)[0]
        return (make(year.year), anchor) if year else (None, anchor)

    return Atom(unit, relative=resolved)


_ANAPHORIC = words("dates.relative_dates", "anaphoric")


def add_duration_rules(cascade: Cascade) -> None:
    """Durations and sets, so that later rules see them as one token."""

    @cascade.rule(r"(?:a?co?|ac?|[DnX])-?k?U|N-?aU|aN-?U", need="U")
    def duration(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """33 years; three-day; a few months; a couple of weeks; half a year (6 months)."""
        unit = t[-1].value
        count = first(t, "DnXc")
        value = count.value if count is not None else 1
        after = tokens[at + len(t)] if at + len(t) < len(tokens) else None
        if unit == "weekend" or not isinstance(value, int):
            return None
        if unit in ("quarter", "century") and after is not None and after.cls == "o" and t[0].cls == "a":
            return None
        if first(t, "N") is not None:
            parts = {"year": [(6, "month")], "decade": [(5, "year")], "century": [(50, "year")]}.get(unit)
        else:
            business = any(x.cls == "k" for x in t) and unit == "day"
            parts = [(value, "business" if business else unit)]
        return Token(t[0].start, t[-1].end, "B", parts) if parts else None

    @cascade.rule(r"B(?:,?&?B)+", need="B")
    def compound(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """2 years 1 month and 21 days: only where the units differ."""
        parts = [part for x in t if x.cls == "B" for part in x.value]
        units = [unit for _, unit in parts]
        if len(set(units)) != len(units) or "business" in units:
            return None
        ranks = [_ORDER.index(unit) for unit in units]
        adjacent = not any(x.cls in "&," for x in t)
        return Token(t[0].start, t[-1].end, "B", parts) if ranks == sorted(ranks) or adjacent else None

    @cascade.rule(r"e(?:O|D|n|c|R)?[UWM]|eB", need="e")
    def repeated(t: Tokens, _all: Tokens, _at: int) -> Token:
        """Every Monday; each year; every three months."""
        return Token(t[0].start, t[-1].end, "E")


def _stepped(parts: _Parts, sign: int) -> _Parts:
    return [(sign * count, unit) for count, unit in parts]


def _business(base: date, count: int) -> date:
    step = timedelta(1 if count > 0 else -1)
    left = min(abs(count), 10_000)
    while left:
        base += step
        left -= base.isoweekday() < 6
    return base


def _from_base(base: str | None, parts: _Parts, anchor: str) -> Resolved:
    if base is None:
        return None, anchor
    return calendar.shift(base, parts), anchor


def _from_document(parts: _Parts) -> Callable[[Context], Resolved]:
    return lambda context: _from_base(context.on.edtf if context.on else None, parts, DOCUMENT)


def _span(parts: _Parts) -> Callable[[Context], Resolved]:
    """The last or next so many units: whole quarters, decades and centuries, else from the day (§P6)."""

    def resolved(context: Context) -> Resolved:
        if context.on is None:
            return None, DOCUMENT
        count, unit = parts[0]
        if unit == "business":
            return _business_span(context, count), DOCUMENT
        if unit in ("quarter", "decade", "century", "weekend") and len(parts) == 1:
            near = context.around(unit, 1 if count > 0 else -1)
            far = context.around(unit, count)
            ends = (near, far) if count > 0 else (far, near)
            return _outer(ends[0], ends[1]), DOCUMENT
        far = calendar.shift(context.on.edtf, parts)
        day = context.day
        if far is None:
            return None, DOCUMENT
        if day is not None and calendar.precision(far) == "day":
            edge = timedelta(1 if count > 0 else -1)
            near = (day + edge).isoformat()
            if count < 0:
                return calendar.interval(far, near), DOCUMENT
            return calendar.interval(near, far), DOCUMENT
        here = context.around("month" if calendar.precision(far) == "month" else "year", 0)
        return (calendar.interval(far, here) if count < 0 else calendar.interval(here, far)), DOCUMENT

    return resolved


def _outer(left: str | None, right: str | None) -> str | None:
    """From the first day of one to the last of the other, decades as years."""
    low, high = calendar.bounds(left)[0], calendar.bounds(right)[1]
    if low is None or high is None or left is None or right is None:
        return None
    if left == right:
        return left
    if "X" in left:
        return calendar.interval(calendar.year(low.year), calendar.year(high.year))
    return calendar.interval(left, right)


def _business_span(context: Context, count: int) -> str | None:
    day = context.day
    if day is None:
        return None
    near, far = _business(day, 1 if count > 0 else -1), _business(day, count)
    low, high = sorted((near, far))
    return calendar.interval(low.isoformat(), high.isoformat())


def add_relative_rules(cascade: Cascade) -> None:
    """Register the rules over words such as ago, later, last, same, today."""
    _add_days(cascade)
    _add_steps(cascade)
    _add_units(cascade)


def _add_days(cascade: Cascade) -> None:
    @cascade.rule(r"Bg,?(?:RU|T)", need="B")
    def ago_this_month(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Two years ago this month; five years ago today."""
        parts: _Parts = t[0].value
        unit = "day" if t[-1].cls == "T" else t[-1].value
        step = t[-1].value if t[-1].cls == "T" else t[-2].value[0]
        if step != 0 or unit not in ("day", "month") or [u for _, u in parts] not in (["year"], ["decade"]):
            return None
        years = parts[0][0] * (10 if parts[0][1] == "decade" else 1)

        def resolved(context: Context) -> Resolved:
            now = context.around(unit, 0)
            return (_in_year(now, -years) if now else None), DOCUMENT

        return reduced(t, Atom(unit, relative=resolved))

    @cascade.rule(r"Bg,?j?h?A|A,?Bg", need="B g A")
    def day_years_ago(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Sixty years ago on 21 May: the day that the year is missing from."""
        body, day = first(t, "B"), first(t, "A")
        assert body is not None and day is not None
        parts: _Parts = body.value
        make = day.value.make
        if make is None or day.value.unit not in ("day", "month") or [u for _, u in parts] != ["year"]:
            return None
        years = parts[0][0]
        if years != int(years):
            return None

        def resolved(context: Context) -> Resolved:
            base = calendar.bounds(context.on.edtf)[0] if context.on and context.on.edtf else None
            return (make(base.year - int(years)) if base else None), DOCUMENT

        return reduced(t, Atom(day.value.unit, relative=resolved))

    @cascade.rule(r"h?U[fb]h?R(?!U)", need="U fb R")
    def after_next(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The week after next; the month before last."""
        unit, step = first(t, "U"), first(t, "R")
        assert unit is not None and step is not None
        sign = step.value[0]
        if sign == 0:
            return None
        return reduced(t, Atom(unit.value, relative=deictic(unit.value, 2 * sign)))

    @cascade.rule(r"h?U[fb]T|T", need="T")
    def today(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Today; the day after tomorrow; the day before yesterday."""
        step = t[-1].value
        if len(t) > 1:
            unit = first(t, "U")
            if unit is None or unit.value != "day":
                return None
            step += 1 if first(t, "f") else -1
        return reduced(t, Atom("day", relative=deictic("day", step)))

    @cascade.rule(r"RG", need="G")
    def current_date(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The current date; this morning; last night, which is of the day before."""
        sign, word = t[0].value
        if word == "last" and t[1].value:
            return reduced(t, Atom("day", relative=deictic("day", t[1].value)))
        return reduced(t, Atom("day", relative=deictic("day", 0))) if sign == 0 else None

    @cascade.rule(r"UtG", need="G")
    def to_date(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The year to date."""
        unit = t[0].value

        def resolved(context: Context) -> Resolved:
            start = calendar.bounds(context.around(unit, 0))[0]
            if context.day is None or start is None:
                return context.around(unit, 0), DOCUMENT
            return calendar.interval(start.isoformat(), (context.day - timedelta(1)).isoformat()), DOCUMENT

        return reduced(t, Atom("range", relative=resolved))


def _add_steps(cascade: Cascade) -> None:
    @cascade.rule(r"B[gl]", need="B")
    def ago(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Two years ago; a decade later."""
        parts: _Parts = t[0].value
        mark = t[1]
        if any(unit == "business" for _, unit in parts):
            return None
        if mark.cls == "g":
            return reduced(t, Atom("day", relative=_from_document(_stepped(parts, -1))))
        return reduced(t, Atom("day", relative=_later(parts, mark.value)))

    @cascade.rule(r"(?:B|hU)[bf](?![_hABRSnDOaUW])|hU[bf](?=h?R)", need="BU bf")
    def the_year_before(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The year before; two years before, at the end of its phrase."""
        sign = 1 if t[-1].cls == "f" else -1
        if t[0].cls == "B":
            return reduced(t, Atom("day", relative=_later(t[0].value, sign)))
        unit = t[1].value
        return reduced(t, Atom(unit, relative=anaphoric(unit, sign)))

    @cascade.rule(r"(?:i|xh?R?)B(?!o)", need="B")
    def in_days(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """In two weeks; within 10 months. "In five years" may be a duration: only with a future verb."""
        parts: _Parts = t[-1].value
        within = t[0].cls == "x"
        if any(unit == "business" for _, unit in parts):
            return None

        def resolved(context: Context) -> Resolved:
            if context.tense == "past" or (
                context.tense != "future" and parts[0][1] in ("decade", "century")
            ):
                return None, "a duration"
            if context.on is None:
                return None, DOCUMENT
            far = calendar.shift(context.on.edtf, parts)
            if not within or far is None:
                return far, DOCUMENT
            unit = calendar.precision(far)
            return calendar.interval(context.around(unit, 0), far), DOCUMENT

        return reduced(t, Atom("day", relative=resolved))


def _later(parts: _Parts, sign: int) -> Callable[[Context], Resolved]:
    def resolved(context: Context) -> Resolved:
        previous = context.previous
        if previous is None:
            return _from_document(_stepped(parts, sign))(context)
        # "A year earlier" of a part of a year is the same part of the year before (§P6).
        if parts == [(1, "year")] and sign < 0 and calendar.precision(previous) in ("month", "range"):
            moved = [_in_year(end, -1) for end in previous.split("/")]
            if all(moved):
                return calendar.interval(moved[0], moved[-1]), _before(context)
        return _from_base(previous, _stepped(parts, sign), _before(context))

    return resolved


def _add_units(cascade: Cascade) -> None:
    @cascade.rule(r"h?R(?:B|co?U)|h?[Dnc]R-?k?U", need="R")
    def last_so_many(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """The past five years; last 3 months; the 5 upcoming years."""
        step = first(t, "R")
        assert step is not None
        sign, word = step.value
        if sign == 0 or (word == "last" and of_something(tokens, at + len(t))):
            return None
        if t[-1].cls == "U" and first(t, "c") is None and _singular(t[-1]):
            return None
        body = first(t, "B")
        if body is not None:
            parts: _Parts = body.value
        else:
            unit, count = first(t, "U"), first(t, "Dnc")
            assert unit is not None and count is not None
            parts = [(count.value, "business" if first(t, "k") else unit.value)]
        if word in _ANAPHORIC and len(parts) == 1 and parts[0][1] == "year":
            return reduced(t, Atom("range", relative=_years_beside(sign * parts[0][0])))
        return reduced(t, Atom("range", relative=_span(_stepped(parts, sign))))

    @cascade.rule(r"[ha]?S(?:J(?:[oi]?h?(?:A|RU|SU))?|U[oi]?h?(?:A|RU))", need="S JU")
    def same_period(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """The same period last year, the same month of 2019: the part of the year that was spoken of before."""
        step, whole = first(t, "R"), first(t, "A")
        unit = first(t, "U")
        if first(t, "J") is None and unit is not None and unit.value not in ("month", "quarter", "week"):
            return None
        sign = step.value[0] if step else 0
        if step is not None and t[-1].value != "year":
            return None

        def resolved(context: Context) -> Resolved:
            previous = context.previous
            if previous is None:
                named = whole.value.edtf if whole is not None else None
                return named, "no expression before"  # "a similar period of 2021": some part of that year
            base = calendar.bounds(previous)[0]
            if whole is not None:
                target = calendar.bounds(whole.value.resolve(context)[0])[0]
            else:
                spoken = step is not None and step.value[1] in _ANAPHORIC
                target = (
                    calendar.bounds(context.around("year", sign))[0] if context.on and not spoken else None
                )
                target = target or (date(base.year + sign, 1, 1) if base and 1 < base.year < 9998 else None)
            if base is None or target is None:
                return None, _before(context)
            ends = previous.split("/")
            moved = [_in_year(end, target.year - base.year) for end in ends]
            return calendar.interval(moved[0], moved[-1]), _before(context)

        return reduced(t, Atom("range", relative=resolved))

    @cascade.rule(r"h?S{1,2}U|h?Rk?U", need="U SR")
    def this_unit(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """This year; last month; the following year; that same month; the past year."""
        unit = t[-1].value
        step = first(t, "R")
        if not _singular(t[-1]):
            return None
        if step is None:
            if t[-2].cls == "S" and unit in ("century",) and len(t) == 2:
                return None
            return reduced(t, Atom(unit, relative=anaphoric(unit, 0)))
        sign, word = step.value
        if word in ("last", "final") and of_something(tokens, at + len(t)):
            return None
        if (
            word == "past"
            and at
            and tokens[at - 1].cls in "vix"
            and unit in ("year", "month", "week", "decade")
        ):
            return reduced(t, Atom("range", relative=_span([(-1, unit)])))
        if (word in _ANAPHORIC and unit != "quarter") or (
            word == "next" and unit == "day" and t[0].cls == "h"
        ):
            return reduced(t, Atom(unit, relative=anaphoric(unit, sign)))
        if word == "last" and unit == "day" and t[0].cls == "h":
            sign = -1
        if word == "next" and t[0].cls == "h" and (not at or tokens[at - 1].cls not in "vix"):
            return reduced(t, Atom(unit, relative=_next(unit)))
        return reduced(t, Atom(unit, relative=deictic(unit, sign)))

    @cascade.rule(r"h?U(?![_fbozPA])", need="U")
    def weekend(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The weekend."""
        unit = t[-1].value
        return reduced(t, Atom(unit, relative=_weekend)) if unit == "weekend" else None

    @cascade.rule(r"qo?h?U", need="q")
    def rest(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The rest of the year."""
        unit = t[-1].value

        def resolved(context: Context) -> Resolved:
            end = context.around(unit, 0)
            if context.day is None:
                return end, DOCUMENT
            last = calendar.bounds(end)[1]
            return (calendar.interval(context.day.isoformat(), last.isoformat()) if last else None), DOCUMENT

        return reduced(t, Atom("range", relative=resolved))


def _next(unit: str) -> Callable[[Context], Resolved]:
    """What "the next year" is: after a past, the year after it; else the document's next."""

    def resolved(context: Context) -> Resolved:
        told = context.tense == "past" and context.previous is not None
        return (anaphoric if told else deictic)(unit, 1)(context)

    return resolved


def _years_beside(count: int) -> Callable[[Context], Resolved]:
    """The following or previous so many years, of the expression before."""

    def resolved(context: Context) -> Resolved:
        low, high = calendar.bounds(context.previous)
        base = high if count > 0 else low
        if base is None:
            return _span([(count, "year")])(context)
        near, far = base.year + (1 if count > 0 else -1), base.year + count
        return calendar.interval(calendar.year(min(near, far)), calendar.year(max(near, far))), _before(
            context
        )

    return resolved


def of_something(tokens: Tokens, at: int) -> bool:
    """Whether "of" or "in" and a time follow: "the last week of July" is no last week."""
    letters = "".join(token.cls for token in tokens[at : at + 3])
    return letters[:1] in ("o", "i") and letters[1:].lstrip("h")[:1] in tuple("AMRSYUO")


def _singular(unit: Token) -> bool:
    return unit.end - unit.start <= len(unit.value) or unit.value == "century"


def _in_year(edtf: str, years: int) -> str | None:
    """A value moved by whole years, its precision kept."""
    low = calendar.bounds(edtf)[0]
    if low is None or not 1 <= low.year + years <= 9998:
        return None
    moved = f"{low.year + years:04d}{edtf[4:]}"
    return moved if calendar.bounds(moved)[0] else None
