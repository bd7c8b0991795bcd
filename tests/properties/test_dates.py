"""Properties of time expressions: whole offsets, valid EDTF, dates read back, no crash."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.periods import parse_period
from dragoman.reading.dates.datelines import document_date
from dragoman.reading.dates.expressions import find_dates

MONTHS = "January February March April May June July August September October November December".split()
PIECES = st.sampled_from(
    [
        "the",
        "of",
        "in",
        "on",
        "from",
        "to",
        "between",
        "and",
        "by",
        "since",
        "until",
        "before",
        "after",
        "last",
        "next",
        "this",
        "same",
        "that",
        "first",
        "second",
        "third",
        "1st",
        "5",
        "12",
        "2024",
        "1992",
        "2007-13",
        "10/12/2007",
        "4/22",
        "29-30",
        "May",
        "March",
        "Sept.",
        "Monday",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "decade",
        "quarter",
        "half",
        "early",
        "mid",
        "late",
        "end",
        "two",
        "three",
        "a",
        "few",
        "ago",
        "later",
        "earlier",
        "today",
        "now",
        "century",
        "1990s",
        "Q3",
        "H1",
        "FY2024",
        "Easter",
        "Christmas",
        "summer",
        ",",
        ".",
        "(",
        ")",
        "-",
        "—",
        "/",
        "'",
        "\n",
        "starting",
        "rest",
        "period",
        "every",
        "fiscal",
        "twenty",
        "nineteen",
        "thousand",
        "and",
        "hundred",
        "X7",
        "$",
    ]
)


def ordinal(n: int) -> str:
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


STYLES = {
    "iso": lambda d: d.isoformat(),
    "british": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "american": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "weekday": lambda d: f"{d:%A}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "ordinal": lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    "american ordinal": lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)} {d.year}",
    "abbreviated": lambda d: f"{MONTHS[d.month - 1][:3]}{'' if d.month == 5 else '.'} {d.day}, {d.year}",
    "dots": lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    "dashes": lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    "capitals": lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
}


@pytest.mark.parametrize("style", sorted(STYLES))
@settings(max_examples=40)
@given(day=st.dates(date(1800, 1, 1), date(2150, 12, 31)))
def test_a_day_printed_in_any_style_is_read_back(style: str, day: date) -> None:
    text = f"The treaty was signed on {STYLES[style](day)} in Astana."
    assert [e.edtf for e in find_dates(text, "2025-07-30")] == [day.isoformat()]


@given(year=st.integers(1900, 2099), month=st.integers(1, 12))
def test_a_month_with_its_year_is_read_back(year: int, month: int) -> None:
    assert [e.edtf for e in find_dates(f"It rose in {MONTHS[month - 1]} {year} again.")] == [
        f"{year}-{month:02d}"
    ]


@given(
    low=st.integers(1900, 2050),
    span=st.integers(1, 40),
    form=st.sampled_from(["from {} to {}", "between {} and {}"]),
)
def test_a_span_of_years_is_read_back(low: int, span: int, form: str) -> None:
    text = "It fell " + form.format(low, low + span) + "."
    assert [e.edtf for e in find_dates(text)] == [f"{low}/{low + span}"]


def _check(text: str, on: str | None) -> None:
    found = find_dates(text, on)
    end = 0
    for e in found:
        assert end <= e.start < e.end <= len(text)
        assert text[e.start : e.end] == e.text
        end = e.end
        if e.edtf is not None:
            parse_period(e.edtf)


@settings(max_examples=400)
@given(
    words=st.lists(PIECES, max_size=24),
    on=st.sampled_from([None, "2025", "2025-02", "2024-02-29", "0001-01-01", "9999-12-31"]),
)
def test_any_mixture_of_date_words_gives_whole_offsets_and_valid_edtf(
    words: list[str], on: str | None
) -> None:
    _check(" ".join(words), on)


@settings(max_examples=200)
@given(text=st.text(max_size=200))
def test_any_text_gives_whole_offsets_and_valid_edtf(text: str) -> None:
    _check(text, "2025-07-30")
    edtf, how = document_date(text)
    assert (edtf is None) == (how == "unknown")


@settings(max_examples=100)
@given(words=st.lists(PIECES, max_size=40))
def test_the_date_of_any_document_is_a_period(words: list[str]) -> None:
    edtf, _ = document_date(" ".join(words))
    assert edtf is None or parse_period(edtf)


@pytest.mark.parametrize(
    "piece",
    ["1 ", "May ", "2024-", "first of the ", "2 weeks before ", "9", "the year ", "Monday, ", "May 5 - "],
)
def test_hostile_repetition_costs_no_more_than_its_length(piece: str) -> None:
    from dragoman.reading.dates.tokens import tokenize

    short, long = piece * 500, piece * 2000
    assert len(tokenize(long, long.lower())) <= 4 * len(tokenize(short, short.lower())) + 8
