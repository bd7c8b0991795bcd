"""Dates that stand in the text: days, months, years, quarters, decades, holidays."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.dates import arithmetic as calendar
from dragoman.reading.dates.atoms import Atom
from dragoman.reading.dates.bare_years import plural
from dragoman.reading.dates.grammar import Cascade, Tokens, first, reduced
from dragoman.reading.dates.holidays import holiday_date
from dragoman.reading.dates.lexicon import HolidayRule
from dragoman.reading.dates.relative_dates import of_unit
from dragoman.reading.dates.tokens import Token

__all__ = ["add_literal_rules", "full_year"]

# A year of two digits: up to this many years after 2000 is 20xx, else 19xx (§P9, assumed).
_PIVOT = 39
# What may follow a day or month to give its year: ", 2019", "of 2019", "this year", "of last year".
_TAIL = r"(?:,?[oi]?h?(?:U(?=Y))?Y|,?[oi]?h?[RS]{1,2}U|[o,]?')?"
_DAY = "[DOn]"


def full_year(two: int) -> int:
    """The year that two digits mean (§P9)."""
    return (2000 if two <= _PIVOT else 1900) + two


def _dated(t: Tokens, make: Callable[[int], str | None], unit: str) -> Atom | None:
    """Give a maker its year from the tail of the tokens; None where the result is no date."""
    stated = first(t, "Y")
    short = first(t, "'")
    if stated is not None or short is not None:
        year = stated.value if stated is not None else full_year(short.value if short else 0)
        edtf = make(year)
        return Atom(unit, edtf=edtf) if edtf else None
    tail = first(t, "U")
    if tail is not None:
        return of_unit(t, make, unit) if tail.value == "year" else None
    return Atom(unit, make=make) if make(2000) or make(2001) else None


def _day_maker(month: int, day: int) -> Callable[[int], str | None]:
    return lambda year: calendar.day(year, month, day)


def _span_maker(month: int, low: int, high: int) -> Callable[[int], str | None]:
    return lambda year: calendar.interval(calendar.day(year, month, low), calendar.day(year, month, high))


def _day_number(token: Token) -> int | None:
    value = token.value
    return value if isinstance(value, int) and 1 <= value <= 31 else None


def add_literal_rules(cascade: Cascade, *, day_first: bool) -> None:
    """Register the rules; ``day_first`` reads 12/10/2007 as 12 October (§P8)."""
    _add_fiscal_years(cascade)
    _add_ranges_of_days(cascade)
    _add_days(cascade)
    _add_chains(cascade, day_first=day_first)
    _add_months(cascade)
    _add_parts_of_years(cascade)


def _add_fiscal_years(cascade: Cascade) -> None:
    @cascade.rule(r"F(?:U)?,?(?:Y|D|'|#)", need="F")
    def fiscal(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """Fiscal year 2024 (a year that begins nobody says when: approximate, §P10); FY 2023/24."""
        value = t[-1]
        if value.cls == "#":
            numbers = value.value[1]
            if len(numbers[0]) != 4 or len(numbers) != 2:
                return None
            end = int(numbers[1]) if len(numbers[1]) == 4 else int(numbers[0]) // 100 * 100 + int(numbers[1])
            return reduced(t, _closed("range", calendar.interval(numbers[0], str(end))))
        if value.cls == "D" and t[-2].cls == ",":
            return None  # "in the 2020/21 academic year, 25 scholarships"
        year = value.value if value.cls == "Y" else full_year(value.value)
        return reduced(t, Atom("year", edtf=f"{year}~"))


def _add_ranges_of_days(cascade: Cascade) -> None:
    @cascade.rule(rf"(?:[rw]h?)?(?:W,?)?h?{_DAY}(?:[tu\-]|&)(?:W,?)?h?{_DAY}o?h?M{_TAIL}", need="M tu-& DOn")
    def day_to_day_month(t: Tokens, _a: Tokens, _i: int) -> Token | Tokens | None:
        """4 to 22 May 2024; between 3 and 12 of Sept; 9-12 June."""
        month = first(t, "M")
        days = [x for x in t[: t.index(month)] if x.cls in "DOn"] if month else []
        return _pair_of_days(t, days, month)

    @cascade.rule(rf"[rw]?Mh?{_DAY}(?:[tu\-]|&)h?{_DAY}(?!-?k?[UXYM])(?:,?Y|{_TAIL})", need="M tu-& DOn")
    def month_day_to_day(t: Tokens, _a: Tokens, _i: int) -> Token | Tokens | None:
        """May 29-30; September 1 and 2, 1999; April ninth through seventeenth."""
        month = first(t, "M")
        return _pair_of_days(t, [x for x in t if x.cls in "DOn"], month)

    @cascade.rule(rf"[rw]h?{_DAY}[tu&\-]Mh?{_DAY}{_TAIL}", need="M tu-& rw")
    def day_to_month_day(t: Tokens, _a: Tokens, _i: int) -> Token | Tokens | None:
        """From 2 to April 7."""
        return _pair_of_days(t, [x for x in t if x.cls in "DOn"], first(t, "M"))

    def _pair_of_days(t: Tokens, days: Tokens, month: Token | None) -> Token | Tokens | None:
        if month is None or len(days) != 2:
            return None
        low, high = _day_number(days[0]), _day_number(days[1])
        if low is None or high is None or low >= high:
            return None
        # "5 and 12 May" are two days, not the week between (§P2).
        if any(x.cls == "&" for x in t) and t[0].cls != "w" and high != low + 1:
            one = _dated(t, _day_maker(month.value, low), "day")
            two = _dated(t, _day_maker(month.value, high), "day")
            if one is None or two is None:
                return None
            cut = next(i for i, x in enumerate(t) if x.cls == "&")
            return [
                Token(t[0].start, t[cut - 1].end, "A", one),
                t[cut],
                Token(t[cut + 1].start, t[-1].end, "A", two),
            ]
        return reduced(t, _dated(t, _span_maker(month.value, low, high), "range"))

    @cascade.rule(rf"(?:W,?)?#o?M{_TAIL}|M#(?:,?Y|{_TAIL})", need="#")
    def chain_and_month(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """29-30 May; May 29-30, 2025."""
        chain, month = first(t, "#"), first(t, "M")
        assert chain is not None and month is not None
        separator, numbers = chain.value
        if separator not in "-/" or len(numbers) != 2 or max(len(n) for n in numbers) > 2:
            return None
        low, high = int(numbers[0]), int(numbers[1])
        if not 1 <= low < high <= 31:
            return None
        return reduced(t, _dated(t, _span_maker(month.value, low, high), "range"))


def _add_days(cascade: Cascade) -> None:
    @cascade.rule(r"#/M|#-M|Y[/\-](?:D[/\-]M|M[/\-]D)|D/M/Y|M-D-Y", need="M")
    def mixed(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """22/Jan/2019; 2019-aug-1; 2020/23/Sep; Sep-23-2020."""
        month, year, day = first(t, "M"), first(t, "Y"), first(t, "D")
        chain = first(t, "#")
        if chain is not None and month is not None:
            numbers = chain.value[1]
            if len(numbers) != 2 or len(numbers[0]) != 4:
                return None
            return reduced(t, _closed("day", calendar.day(int(numbers[0]), month.value, int(numbers[1]))))
        if month is None or year is None or day is None:
            return None
        return reduced(t, _closed("day", calendar.day(year.value, month.value, day.value)))

    @cascade.rule(r"M-#", need="#")
    def month_chain(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """Sep-23-2020, its numbers read as one chain."""
        separator, numbers = t[2].value
        if separator == "-" and len(numbers) == 2 and len(numbers[1]) == 4:
            return reduced(t, _closed("day", calendar.day(int(numbers[1]), t[0].value, int(numbers[0]))))
        return None

    @cascade.rule(rf"(?:W,?h?)?h?{_DAY}(?:U?o?h?|(?<!M.)-)M(?:-(?=Y))?{_TAIL}", need="M")
    def day_month(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """5 November 2019; the 5th of November; Sunday, 12-Oct-2024; the 23rd day of September."""
        day, month = first(t, "DOn"), first(t, "M")
        between = first(t[: t.index(month)] if month else t, "U")
        if day is None or month is None or (between is not None and between.value != "day"):
            return None
        number = _day_number(day)
        if number is None or (between is not None and between.end - between.start > len("day")):
            return None  # "the first 10 days of April"
        if between is not None:
            t = [x for x in t if x is not between]
        made = _dated(t, _day_maker(month.value, number), "day")
        return reduced(t, made)

    @cascade.rule(rf"(?:W,?)?M(?:[,]?h?(?:D|O)|h?n(?![_U])|-D|/D)(?!-?k?U|[XM%])(?:,?Y|{_TAIL})", need="M")
    def month_day(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """November 5th, 2019; Oct-2; May twenty one."""
        month, day = first(t, "M"), first(t, "DOn")
        if month is None or day is None:
            return None
        number = _day_number(day)
        if number is None:
            return None
        after = tokens[at + len(t)] if at + len(t) < len(tokens) else None
        if after is not None and after.cls == "|" and after.value == "%":
            return None
        if (
            day.cls == "D"
            and t[-1] is day
            and any(x.cls == "," for x in t)
            and _counts(tokens, at, at + len(t))
        ):
            return None  # "this July, 13 agreements were signed"
        return reduced(t, _dated(t, _day_maker(month.value, number), "day"))


def _counts(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a number behind a month and a comma counts what follows it; "on June, 15" names a day."""
    if at and tokens[at - 1].cls == "j":
        return False
    following = [str(x.value) for x in tokens[end : end + 2] if x.cls == "_"]
    return any(plural(word) for word in following)


def _closed(unit: str, edtf: str | None) -> Atom | None:
    return Atom(unit, edtf=edtf) if edtf else None


def _add_chains(cascade: Cascade, *, day_first: bool) -> None:
    @cascade.rule(r"#", need="#")
    def chain(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """10.12.2007; 2016-11-07; 2017/18; 2014-2018; 4/22."""
        separator, numbers = t[0].value
        weekday = tokens[at - 1] if at else None
        if at + 1 < len(tokens) and tokens[at + 1].cls in "Ro" and len(numbers) == 2 and len(numbers[1]) < 3:
            return None
        if len(numbers) == 3:
            atom = _triple(separator, numbers, day_first=day_first)
        else:
            after = "".join(token.cls for token in tokens[at + 1 : at + 3])
            cued = after in ("-#", "t#") or (weekday is not None and weekday.cls in "jWrsuywbfRt-A")
            atom = _double(separator, numbers, cued=cued, before=weekday, day_first=day_first)
        return reduced(t, atom) if atom is not None else Token(t[0].start, t[0].end, "X")


def _triple(separator: str, numbers: tuple[str, ...], *, day_first: bool) -> Atom | None:
    a, b, c = (int(n) for n in numbers)
    if len(numbers[0]) == 4:
        return _closed("day", calendar.day(a, b, c))
    if max(len(numbers[0]), len(numbers[1])) > 2 or len(numbers[2]) not in (2, 4):
        return None
    year = c if len(numbers[2]) == 4 else full_year(c)
    if not 1000 <= year <= 2199:
        return None
    # §P8: full stops are day first; otherwise month first unless the document shows the other.
    if separator == "." or day_first or a > 12:
        swapped = separator != "." or len(numbers[2]) == 4
        order = (calendar.day(year, b, a), calendar.day(year, a, b) if swapped else None)
    else:
        order = (calendar.day(year, a, b), calendar.day(year, b, a))
    return _closed("day", order[0] or order[1])


def _double(
    separator: str, numbers: tuple[str, ...], *, cued: bool, before: Token | None, day_first: bool
) -> Atom | None:
    a, b = int(numbers[0]), int(numbers[1])
    lengths = len(numbers[0]), len(numbers[1])
    if lengths == (4, 4) and separator in "-/":
        return _closed("range", calendar.interval(str(a), str(b))) if 1000 <= a < b <= 2199 else None
    if lengths[0] == 4 and 1000 <= a <= 2199:
        following = b == (a + 1) % 100 and lengths[1] == 2
        if separator in "/-" and (following or (b > 12 and 0 < b - a % 100 < 16 and lengths[1] == 2)):
            return _closed("range", calendar.interval(str(a), str(a // 100 * 100 + b + 100 * (b < a % 100))))
        return _closed("month", calendar.month(a, b) if 1 <= b <= 12 else None)
    if lengths[1] == 4 and 1000 <= b <= 2199 and 1 <= a <= 12:
        return _closed("month", calendar.month(b, a))
    if max(lengths) > 2 or (a, b) == (9, 11):
        return None
    # Two small numbers are a day only beside a word that asks for one: 2/3 is a fraction (§P8).
    dashed = separator == "-" and before is not None and before.cls == "j"
    slashed = separator == "/" and (cued or max(a, b) > 12)
    if not (dashed or slashed):
        return None
    month, day = (b, a) if (day_first and b <= 12) or a > 12 else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Atom("day", make=_day_maker(month, day))


def _add_months(cascade: Cascade) -> None:
    @cascade.rule(
        r"M(?:,?[oi]?h?(?:U(?=Y))?Y|[-/]Y)|Y,?[-/]?M|M,?[oi]?h?(?:R|S{1,2})U|Mo[D']|M'|RUiM(?![DOY#-])|Y[-/]D(?=[|.,)])|D[-/]Y(?=[|.,)])"
    )
    def month_year(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """May 2025; April, 1922; 2016 June; October of that same year; last year in May; April of '87."""
        month = first(t, "M")
        if month is None:
            day, year = first(t, "D"), first(t, "Y")
            valid = day is not None and year is not None and 1 <= day.value <= 12
            return (
                reduced(t, _closed("month", calendar.month(year.value, day.value)))
                if valid and day and year
                else None
            )
        value = month.value
        two = first(t, "D")
        if two is not None:
            return reduced(
                t, _closed("month", calendar.month(full_year(two.value), value)) if two.value > 31 else None
            )
        unit = first(t, "U")
        if unit is not None and unit.value not in ("year", "decade"):
            return None
        return reduced(t, _dated(t, lambda year: calendar.month(year, value), "month"))


def _add_parts_of_years(cascade: Cascade) -> None:
    @cascade.rule(r"Q(?:-?(?:[oi,]?h?Y|[oi]?h?RU|'|D))?|Y-?Q", need="Q")
    def label(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """Q3 2024; 2019-H2; Q3 this year; Q1; 1H17."""
        mark, year = first(t, "Q"), first(t, "D")
        assert mark is not None
        low, high = mark.value
        if year is not None:
            if t[0].end != year.start:
                return None
            made = calendar.interval(
                calendar.month(full_year(year.value), low), calendar.month(full_year(year.value), high)
            )
            return reduced(t, _closed("quarter", made))
        if high - low == 5 and len(t) == 1:
            return None
        return reduced(
            t,
            _dated(
                t, lambda y: calendar.interval(calendar.month(y, low), calendar.month(y, high)), "quarter"
            ),
        )

    @cascade.rule(r"Z(?:,?[oi]?h?(?:RU|SU|Y)|-?'|#)|YZ", need="Z")
    def season(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """Summer of 2016; winter 2017/18; spring this year."""
        named = first(t, "Z")
        assert named is not None
        code, chain = named.value, first(t, "#")
        if chain is not None:
            numbers = chain.value[1]
            return reduced(
                t, _closed("season", f"{int(numbers[0]):04d}-{code}") if len(numbers[0]) == 4 else None
            )
        return reduced(t, _dated(t, lambda year: f"{year:04d}-{code}", "season"))

    @cascade.rule(r"Z[oi]?h?A", need="Z")
    def season_of_years(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """The winter of 2022-2023 begins in the first of the two years."""
        atom: Atom = t[-1].value
        ends = (atom.edtf or "").split("/")
        if len(ends) != 2 or any(len(end) != 4 for end in ends) or int(ends[1]) != int(ends[0]) + 1:
            return None
        return reduced(t, Atom("season", edtf=f"{ends[0]}-{t[0].value}"))

    @cascade.rule(r"iZ|ihZ", need="Z")
    def bare_season(t: Tokens, _a: Tokens, _i: int) -> Tokens:
        """In summer, in the autumn: the year is open."""
        code = t[-1].value
        return [*t[:-1], Token(t[-1].start, t[-1].end, "A", Atom("season", make=lambda y: f"{y:04d}-{code}"))]

    @cascade.rule(r"k(?:[DY'])", need="k")
    def calendar_year(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """CY 2008; cy18."""
        if t[0].value != "year":
            return None
        return reduced(t, _closed("year", str(t[1].value if t[1].cls == "Y" else full_year(t[1].value))))

    @cascade.rule(r"h?C", need="C")
    def decade(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """The 1990s (199X); the nineties; the 2000s is the decade (§P2)."""
        value = t[-1].value
        if value < 100:
            if t[0].cls != "h":
                return None
            value += 1900
        if value % 100 == 0 and value < 2000:
            return reduced(t, Atom("century", edtf=f"{value // 100:02d}XX"))  # the 1800s (§P2)
        return reduced(t, Atom("decade", edtf=f"{value // 10:03d}X"))

    @cascade.rule(r"[rw]?h?O[&t\-]h?OU", need="O")
    def centuries(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """The 18th and 19th centuries; from the 15th to the 17th century."""
        low, high = (x.value for x in t if x.cls == "O")
        if t[-1].value != "century" or not 1 <= low < high <= 22:
            return None
        if first(t, "&") is not None and first(t, "w") is None and high != low + 1:
            return None
        return reduced(t, Atom("range", edtf=f"{low - 1:02d}XX/{high - 1:02d}XX"))

    @cascade.rule(r"h?O-?U", need="O")
    def century(t: Tokens, _a: Tokens, _i: int) -> Token | None:
        """The 19th century (18XX)."""
        ordinal, unit = t[-2] if t[-2].cls == "O" else t[-3], t[-1]
        if unit.value != "century" or not 1 <= ordinal.value <= 22:
            return None
        return reduced(t, Atom("century", edtf=f"{ordinal.value - 1:02d}XX"))

    @cascade.rule(r"H(?:,?[oi]?h?(?:Y|RU|SU))?", need="H")
    def holiday(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """Christmas Eve; Easter 2018; Independence Day of this year."""
        if len(t) == 1 and at and tokens[at - 1].cls == "R":
            return None
        rule: HolidayRule = t[0].value

        def make(year: int) -> str | None:
            found = holiday_date(rule, year)
            return found.isoformat() if found else None

        return reduced(t, _dated(t, make, "day"))
