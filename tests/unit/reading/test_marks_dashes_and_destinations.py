"""Marks of other languages, dashes that part, sums that something is brought to, and trade split into its ways."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader
from dragoman.reading.quantities import find_quantities


def _read(text: str) -> list[Statement]:
    return list(load_reader().read(Document("marks", text, date="2024-05-10")))


def _figures(text: str) -> set[tuple[str, str, str, str, str | None]]:
    return {
        (s.mode, "+".join(s.actor), "+".join(s.recipient), str(s.value), s.date)
        for s in _read(text)
        if s.kind == "figure"
    }


@pytest.mark.parametrize("dash", ["-", "–", "—", "--"])
def test_a_hyphen_between_spaces_parts_a_flow_from_its_sum_as_a_dash_does(dash: str) -> None:
    told = _figures(f"In 2021 the trade between Fiji and Oman was 60 million USD: export {dash} 40 million USD, import {dash} 20 million USD.")  # fmt: skip
    assert ("exports", "FJI", "OMN", "40000000", "2021") in told
    assert ("imports", "FJI", "OMN", "20000000", "2021") in told


@pytest.mark.parametrize(
    "text",
    [
        "„We will buy more tea from Oman,“ Fiji's president Ana Vala said.",
        "„We will buy more tea from Oman”, Fiji's president Ana Vala said.",
        "”We will buy more tea from Oman,” Fiji's president Ana Vala said.",
        "– We will buy more tea from Oman – said Fiji's president Ana Vala.",
        "- We thank our friends in Oman for their tea, said Fiji's president Ana Vala.",
        "“We will buy more tea from Oman,” said on Monday in Suva Fiji's president Ana Vala.",
    ],
)
def test_words_are_quoted_whatever_marks_stand_around_them(text: str) -> None:
    (quote,) = [s for s in _read(text) if s.kind == "quote"]
    assert (quote.mode, quote.actor, quote.recipient) == ("direct", ("FJI",), ("OMN",))
    assert text[quote.evidence.start : quote.evidence.end] == quote.evidence.text


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They passed the $2 billion mark.", "USD"),
        ("Trade nears the 10 million mark.", "1"),
        ("They paid 500 million mark.", "DEM"),
        ("It cost 800 million [US] dollars.", "USD"),
    ],
)
def test_a_mark_that_is_passed_is_no_money(text: str, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Fiji aims to bring its trade with Oman up to 2 billion dollars.", (1_500_000_000, 2_500_000_000)),
        ("Fiji and Oman want to raise their trade up to $2 billion.", (1_500_000_000, 2_500_000_000)),
        ("Fiji lent Oman up to $2 billion.", (None, 2_000_000_000)),
    ],
)
def test_what_something_is_brought_up_to_bounds_nothing(text: str, bounds: tuple[int | None, int]) -> None:
    (figure,) = [s for s in _read(text) if s.kind == "figure"]
    assert (figure.low, figure.high) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "The goal is to have trade between Fiji and Oman exceed $3 billion.",
        "The goal is to see trade between Fiji and Oman exceed $3 billion.",
        "Fiji pointed out the objective to have the trade with Oman exceeding $3 billion.",
        "Fiji wants to see trade with Oman exceed $3 billion.",
    ],
)
def test_what_is_to_be_exceeded_is_a_target(text: str) -> None:
    (figure,) = [s for s in _read(text) if s.kind == "figure"]
    assert (figure.mode, figure.status, figure.low) == ("trade", "target", 3_000_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "Fiji has trade with Oman worth $3 billion.",
        "Fiji enjoys trade with Oman exceeding $3 billion.",
        "Fiji and Oman have bilateral trade worth over $3 billion a year.",
    ],
)
def test_trade_that_two_have_is_worth_what_stands_behind_it(text: str) -> None:
    (figure,) = [s for s in _read(text) if s.kind == "figure"]
    assert (figure.mode, figure.status, figure.value) == ("trade", "actual", 3_000_000_000)


def test_a_trade_is_split_into_what_goes_and_what_comes() -> None:
    told = _figures("Fiji's trade with Oman was $80 million in 2023, of which exports were $60 million.")
    assert told == {
        ("trade", "FJI+OMN", "", "80000000", "2023"),
        ("exports", "FJI", "OMN", "60000000", "2023"),
    }


@pytest.mark.parametrize(
    ("behind", "date"),
    [
        ("These days, the trade volume has risen to $9 million.", None),
        ("It has since risen to $9 million.", None),
        ("Trade has reached $9 million.", None),
        ("It rose to $9 million in 2012.", "2012"),
    ],
)
def test_what_has_come_of_a_sum_is_not_of_the_year_long_over(behind: str, date: str | None) -> None:
    told = _figures(f"In 2008, trade between Fiji and Oman was worth $3 million. {behind}")
    assert {d for *_, value, d in told if value == "9000000"} == {date}


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's exports to Oman, just $3 million in 2010, have reached $40 million.",
        "Fiji's exports to Oman, negligible in 2010, have reached $40 million.",
    ],
)
def test_the_year_of_an_aside_is_not_that_of_today(text: str) -> None:
    assert {d for *_, value, d in _figures(text) if value == "40000000"} == {None}


def test_a_share_set_against_is_told_exactly() -> None:
    (figure,) = [s for s in _read("This is well below the 75.8% share of Fiji's exports to Oman.") if s.kind == "figure"]  # fmt: skip
    assert figure.low is not None
    assert figure.high is not None


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Tea is Fiji's main export to Oman.", "exports"),
        ("Tea remains the largest Fijian export to Oman.", "exports"),
        (
            "Tea is the primary export from Fiji to Oman, with travel services also being significant.",
            "exports",
        ),
        ("Fiji's principal import from Oman is copper.", "imports"),
    ],
)
def test_one_good_that_leads_a_flow_makes_it_up(text: str, flow: str) -> None:
    (made,) = [s for s in _read(text) if s.kind == "composition"]
    assert (made.flow, made.actor, made.recipient, len(made.products)) == (flow, ("FJI",), ("OMN",), 1)


@pytest.mark.parametrize(
    ("text", "mode", "unit"),
    [
        ("Angola will supply Zambia with 100 MW.", "energy", "MW"),
        ("Angola exports 200 MW to Zambia over a line with a capacity of 300 MW.", "energy", "MW"),
        ("The line between Angola and Zambia has a capacity of 300 MW.", "capacity", "MW"),
        ("Iraq will send 150,000 barrels of Iraqi crude a day to Jordan.", "energy", "bbl/d"),
    ],
)
def test_power_sold_is_energy_and_barrels_by_the_day_are_so(text: str, mode: str, unit: str) -> None:
    first = next(s for s in _read(text) if s.kind == "figure")
    assert (first.mode, first.unit) == (mode, unit)


def test_what_a_country_needs_itself_is_no_figure_between_two() -> None:
    assert not _figures("Jordan requires 150,000 bpd to meet its needs, Iraq said.")


def test_firms_that_bid_are_not_yet_there() -> None:
    assert not _figures("12 Fijian companies are competing for a contract in Oman.")
    assert _figures("12 Fijian companies work in Oman.")


def test_money_spent_on_a_joint_work_is_invested() -> None:
    told = _figures("Kenya is expected to spend about $350 million on the line to Uganda.")
    assert {(mode, actor, to) for mode, actor, to, *_ in told} == {("investment", "KEN", "UGA")}


@pytest.mark.parametrize(
    "text",
    [
        "Oman accounted for 9.4% of Fiji's exports, while Chile had 4.5% and Peru only 0.4%.",
        "Oman had a 9.4% share of Fiji's exports, while Chile's share was 4.5% and Peru had a 0.4% share.",
        "Oman accounted for 9.4% of Fiji's exports, Chile for 4.5% and Peru for 0.4%.",
    ],
)
def test_the_next_partners_have_shares_of_the_same_whole(text: str) -> None:
    assert {(to, value) for _, _, to, value, _ in _figures(text)} == {
        ("OMN", "9.4"),
        ("CHL", "4.5"),
        ("PER", "0.4"),
    }


def test_the_growth_of_the_next_partner_is_no_share() -> None:
    told = _read("Oman accounted for 9.4% of Fiji's exports, while Chile had 4.5% growth.")
    assert {s.measure for s in told if s.kind == "figure" and str(s.value) == "4.5"} <= {"growth"}
