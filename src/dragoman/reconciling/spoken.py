"""Countries, periods and verbs as a reader would say them in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from dragoman.model.findings import Series
from dragoman.model.messages import say
from dragoman.reconciling.periods import Span, span_of

__all__ = ["is_or_are", "party_words", "period_words", "since_words"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# By length in months and place in the year.
_PARTS: dict[tuple[int, int], Callable[[int], str]] = {
    (3, 0): lambda year: say("the first quarter of {year}", year=year),
    (3, 1): lambda year: say("the second quarter of {year}", year=year),
    (3, 2): lambda year: say("the third quarter of {year}", year=year),
    (3, 3): lambda year: say("the fourth quarter of {year}", year=year),
    (6, 0): lambda year: say("the first half of {year}", year=year),
    (6, 1): lambda year: say("the second half of {year}", year=year),
}
# EDTF has 21 to 24 for the seasons in place of a month; which months they are differs by country.
_SEASONS: dict[str, Callable[[str], str]] = {
    "21": lambda year: say("spring {year}", year=year),
    "22": lambda year: say("summer {year}", year=year),
    "23": lambda year: say("autumn {year}", year=year),
    "24": lambda year: say("winter {year}", year=year),
}
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
# Names that English puts "the" before: unions, islands, republics named as such.
_ARTICLE = re.compile(
    r"^(?:United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Seychelles)|\bRepublic\b|\bIslands\b"
)
# Modes whose series is a number of things: "students are", but "investment is".
_PLURAL = frozenset(("exports", "imports", "companies", "students", "visitors", "jobs", "projects"))


@lru_cache(maxsize=4096)
def party_words(code: str) -> str:
    """A party of a series by name; several are joined, what no table knows stays as it is.

    Examples
    --------
    >>> party_words("KAZ"), party_words("ARE"), party_words("EU"), party_words("BGR+KAZ")
    ('Kazakhstan', 'the United Arab Emirates', 'the EU', 'Bulgaria and Kazakhstan')
    """
    from dragoman.codes import country, is_body, is_country

    if "+" in code:
        names = [party_words(c) for c in code.split("+")]
        told = names[0]
        for name in names[1:-1]:
            told = say("{words}, {word}", words=told, word=name)
        return say("{words} and {word}", words=told, word=names[-1])
    if is_country(code):
        name = country(code).name
        return say("the " + name if _ARTICLE.search(name) else name)
    return say("the " + code) if is_body(code) else code


def _day(d: date) -> str:
    return say("{day} {month} {year}", day=d.day, month=say(_MONTHS[d.month - 1]), year=d.year)


def _month(d: date) -> str:
    return say("{month} {year}", month=say(_MONTHS[d.month - 1]), year=d.year)


@lru_cache(maxsize=4096)
def _span_words(span: Span) -> str:
    a, b = date.fromordinal(span.first), date.fromordinal(span.last)
    if a == b:
        return _day(a)
    whole_months = a.day == 1 and (date.fromordinal(span.last + 1).day == 1)
    if not whole_months:
        return _to(_day(a), _day(b))
    months = (b.year - a.year) * 12 + b.month - a.month + 1
    if a.month == 1 and b.month == 12:
        return str(a.year) if a.year == b.year else _to(str(a.year), str(b.year))
    if months == 1:
        return _month(a)
    if months in (3, 6) and (a.month - 1) % months == 0:
        return _PARTS[months, (a.month - 1) // months](a.year)
    if a.year == b.year:
        return _to(say(_MONTHS[a.month - 1]), _month(b))
    return _to(_month(a), _month(b))


def _to(low: str, high: str) -> str:
    return say("{low} to {high}", low=low, high=high)


def period_words(period: Span | str | None) -> str:
    """A period in words; what is no closed EDTF period stays as it is, none is empty.

    Examples
    --------
    >>> period_words("2022-23")
    'autumn 2022'
    >>> period_words("2024-40"), period_words("2024-33"), period_words("2024-01/2024-09"), period_words("2005/2024")
    ('the first half of 2024', 'the first quarter of 2024', 'January to September 2024', '2005 to 2024')
    """
    if isinstance(period, Span):
        return _span_words(period)
    season = _SEASON.fullmatch(period or "")
    if season:
        return _SEASONS[season[2]](season[1])
    span = span_of(period)
    return (period or "") if span is None else _span_words(span)


def since_words(base: Span, now: Span) -> str:
    """Two periods that are compared: ``from 2023 to 2024``."""
    return say("from {base} to {now}", base=period_words(base), now=period_words(now))


def is_or_are(series: Series, singular: str = "is", plural: str = "are") -> str:
    """The verb that agrees with a series."""
    return say(plural) if series.indicator in _PLURAL else say(singular)
