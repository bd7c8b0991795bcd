"""Runs of rises and falls, told of a figure, against an official series."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model.findings import Observation
from dragoman.model.statements import Evidence
from dragoman.reconciling import reconcile
from tests.unit.reconciling.told import figure, found, official, one

# 2019 to 2024: up, up, down, up, down
SERIES = {"2019": 100, "2020": 110, "2021": 130, "2022": 120, "2023": 150, "2024": 140}


def _official() -> list[Observation]:
    return [official("POL", "VNM", "X", year, value * 1e6) for year, value in SERIES.items()]


def _told(phrase: str, year: str = "2024") -> list[object]:
    value = SERIES[year]
    text = f"Polish exports to Vietnam {phrase}, to ${value} million in {year}"
    return [figure("exports", "POL>VNM", year, value * 1e6, text=text)]


@pytest.mark.parametrize(
    ("phrase", "year", "verdict"),
    [
        ("fell for the third year in a row", "2024", "conflict"),
        ("rose for the second consecutive year", "2021", "holds"),
        ("rose for the third consecutive year", "2021", "unchecked"),  # 2018 is in no table
        ("fell in the first decline in two years", "2024", "holds"),
        ("fell in the first decline since 2021", "2024", "conflict"),  # it fell in 2022
        ("fell for the first time since 2019", "2022", "holds"),
        ("saw three straight years of growth", "2024", "conflict"),
    ],
)
def test_a_run_is_held_against_the_yearly_changes(phrase: str, year: str, verdict: str) -> None:
    f = one(_told(phrase, year), _official(), rule="superlative")  # type: ignore[arg-type]
    assert f.verdict == verdict, f.because


def test_a_refuted_run_shows_the_years_that_went_the_other_way() -> None:
    f = one(_told("fell for the third year in a row"), _official(), rule="superlative")  # type: ignore[arg-type]
    assert "+25% in 2023" in f.because and "2022" not in f.because.split("but")[1]


def test_a_year_that_stayed_the_same_refutes_nobody() -> None:
    series = [official("POL", "VNM", "X", y, 50e6) for y in ("2022", "2023", "2024")]
    told = [figure("exports", "POL>VNM", "2024", 50e6, text="exports fell for the second year running")]
    assert not found(told, series, rule="superlative", verdict="conflict")


def test_a_trend_of_turnover_is_not_told_of_the_imports_just_before_it() -> None:
    text = (
        "Polish imports from Vietnam were $120 million in 2022. Trade turnover shows a consistent increase."
    )
    first = text.index(". ")
    (told,) = [figure("imports", "POL>VNM", "2022", 120e6, id="st_i")]
    told = replace(told, evidence=Evidence("d1", 0, first, text[:first]))
    series = [
        official("POL", "VNM", "M", y, v) for y, v in (("2020", 130e6), ("2021", 125e6), ("2022", 120e6))
    ]
    found_ = [f for f in reconcile([told], series, texts={"d1": text}) if f.rule == "superlative"]
    assert [f.series.indicator for f in found_] == ["trade"]
