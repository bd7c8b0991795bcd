"""The parts of a sum told by months, halves and years, and sums of years just told."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading.reader import load_reader


def _figures(text: str) -> list[Statement]:
    told = load_reader().read(Document("a.txt", text, date="2025-03-20"))
    return [s for s in told if s.kind == "figure" and s.measure == "level"]


def _dates(text: str) -> list[str | None]:
    return [s.date for s in _figures(text)]


def test_the_first_year_behind_a_colon_is_of_its_own_year_and_of_the_goods_of_the_sum() -> None:
    told = _figures(
        "Togo exported 3 million tons of cement to Mali over 2021-2023: 0.9 million tons in 2021, 1 million tons in 2022."
    )
    assert [(s.date, s.product and s.product.text) for s in told[1:]] == [
        ("2021", "cement"),
        ("2022", "cement"),
    ]


def test_months_of_a_list_are_all_of_the_year_printed_first() -> None:
    text = "In January 2024 Mongolia exported goods worth $90 million to Peru, in February $95 million and in March $99 million."
    assert _dates(text) == ["2024-01", "2024-02", "2024-03"]


def test_a_half_of_that_is_of_the_year_of_the_sum() -> None:
    text = "Chad delivered 9 billion cubic meters of gas to Italy in 2024. Of that, 4 billion cubic meters were supplied in the first half and 5 billion in the second half of the year."
    assert _dates(text)[:2] == ["2024", "2024-01/2024-06"]


@pytest.mark.parametrize(("years", "date"), [("two", "2022/2023"), ("three", "2021/2023"), ("four", None)])
def test_years_summed_up_are_those_just_told(years: str, date: str | None) -> None:
    text = (
        "Spanish exports to Oman rose from €5 billion in 2021 to €7 billion in 2022 and €8 billion in 2023. "
        f"Over the {years} years Spain sold Oman goods for €20 billion."
    )
    assert _dates(text)[-1] == date


def test_a_flow_that_makes_up_part_of_the_turnover_is_that_flow() -> None:
    told = _figures(
        "Trade between Cuba and Spain came to $1.1 billion in 2022. Cuban exports made up $0.14 billion of the turnover."
    )
    assert [(s.mode, s.actor) for s in told] == [("trade", ("CUB", "ESP")), ("exports", ("CUB",))]


def test_goods_behind_of_which_are_part_of_the_flow() -> None:
    told = _figures(
        "Norway's exports to South Korea totalled $2.4 billion in 2022, of which wheat $1.5 billion and salmon $0.5 billion."
    )
    assert [s.product and s.product.text for s in told] == [None, "wheat", "salmon"]
