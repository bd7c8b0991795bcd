"""Pages on one pair: what one does in the other's country, lists of sums under a line, people by where they come from."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _told(text: str, title: str | None = None) -> list[str]:
    read = load_reader().read(Document("a", text, title=title, date="2031-07-15"))
    return [
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)}" + (f" {s.value}" if s.value else "")
        for s in read
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Norway voiced concern over the arrest of journalists in the country.",
            ["stance/criticism NOR>MWI"],
        ),
        ("Norway praised the health workers of the country.", ["stance/support NOR>MWI"]),
        ("Norwegian minister Ola Dahl arrived in the country in 2029.", ["contact/visit NOR>MWI"]),
        ("Minister Ola Dahl was the last Norwegian to visit the country.", ["contact/visit NOR>MWI"]),
        ("Norway has 40 hospitals in the country.", []),
        ("Norway became a leader in the country.", []),
    ],
)
def test_what_one_of_two_does_in_the_country_is_done_in_the_other(sentence: str, told: list[str]) -> None:
    assert _told(f"Norway is a kingdom. {sentence}", "Malawi–Norway relations") == told


@pytest.mark.parametrize(
    ("intro", "told"),
    [
        ("Peru provides grant aid to Chad for three projects:", "figure/aid PER>CHD"),
        ("Peruvian loans to Chad", "figure/loan PER>CHD"),
        ("Peru's exports to Chad:", "figure/exports PER>CHD"),
    ],
)
@pytest.mark.parametrize("rows", ["- $20 million for a road\n- $30 million for a school", "• Road: $20 million;\n• School – $30 million."])  # fmt: skip
def test_rows_of_sums_are_given_or_sold_as_the_line_above_says(intro: str, told: str, rows: str) -> None:
    told = told.replace("CHD", "TCD")
    assert [t for t in _told(f"{intro}\n{rows}") if "000000" in t] == [f"{told} 20000000", f"{told} 30000000"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad's budget, Peru's envoy said, is large. It lists aid:\n• $20 million for roads\n• $30 million for schools",
        "Peru and Chad signed a treaty:\n• $20 million was spent on roads.",
    ],
)
def test_rows_below_a_line_that_names_no_giver_are_nobodys(text: str) -> None:
    assert not [t for t in _told(text) if "000000" in t]


def test_a_number_and_a_dash_before_a_sum_only_count_the_rows() -> None:
    text = "Peru lends Chad money in two loans to Chad:\n\n1- $ 20,000,000 for roads.\n\n2- $ 30,000,000 for schools."
    assert _told(text)[-2:] == ["figure/loan PER>TCD 20000000", "figure/loan PER>TCD 30000000"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("In 2030, 40,000 Peruvian-born people were living in Chad.", ["figure/other PER>TCD 40000"]),
        ("There were 4,000 Peru-born residents in Chad in 2030.", ["figure/other PER>TCD 4000"]),
        (
            "Some 5,000 people from Peru visit Chad each year, and some 700 people from Chad visit Peru each year.",
            ["figure/visitors PER>TCD 5000", "figure/visitors TCD>PER 700"],
        ),
        ("The Peruvian-born runner won in Chad.", []),
        ("Around 300 people from Peru were killed in Chad.", []),
    ],
)
def test_people_are_of_where_they_were_born_or_come_from(sentence: str, told: list[str]) -> None:
    text = f"Peru and Chad have had diplomatic relations since 1990. {sentence}"
    assert [t for t in _told(text) if t.startswith("figure")] == told


def test_a_minister_with_a_long_portfolio_behind_his_name_is_of_the_other_country() -> None:
    text = "Shri Arun Das, Hon'ble Minister of State for Farmers and Food Processing Industries visited Chad in May 2030."
    assert _told(text, "India–Chad relations") == ["contact/visit IND>TCD"]


def test_a_treaty_denounced_in_a_relative_clause_is_ended_once() -> None:
    text = "Chad and Peru trade under the 2001 agreement, which was denounced in 2029."
    assert _told(text).count("instrument/agreement TCD+PER>") == 1


def test_whoever_wants_another_in_a_body_joins_nothing_itself() -> None:
    assert _told("Chad wants Peru to be a permanent member of the Security Council.") == [
        "stance/support TCD>PER"
    ]
