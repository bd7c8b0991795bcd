"""Claims about corridors held against the network."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dragoman.desk.corridor_claims import corridor_findings
from dragoman.model.findings import Finding
from dragoman.model.statements import Evidence, Statement


def _figure(
    id: str, mode: str, text: str, value: str, unit: str, date: str | None = None, status: str = "actual"
) -> Statement:
    number = Decimal(value)
    return Statement(
        id,
        "figure",
        mode,
        ("KAZ",),
        (),
        date,
        status,
        Evidence("d", 0, len(text), text),
        "r",
        1.0,
        measure="level",
        value=number,
        low=number,
        high=number,
        unit=unit,
    )


def _only(found: list[Finding], rule: str) -> Finding:
    (one,) = [f for f in found if f.rule == rule]
    return one


@pytest.mark.parametrize(
    ("text", "days", "verdict"),
    [
        ("Containers go from Altynkol to Poti in 12 days", "12", "holds"),
        ("Containers go from Altynkol to Poti in 4 days", "4", "conflict"),
        ("Containers go to Poti from Altynkol in 12 days", "12", "holds"),
        ("The Middle Corridor brings them to Poti in 12 days", "12", "holds"),
        ("The Middle Corridor brings them to Poti in 60 days", "60", "conflict"),
    ],
)
def test_a_time_is_held_against_both_regimes(text: str, days: str, verdict: str) -> None:
    finding = _only(corridor_findings([_figure("st_1", "duration", text, days, "day")]), "duration")
    assert finding.verdict == verdict
    assert "official" in finding.because and "measured" in finding.because
    assert finding.statements == ("st_1",)


def test_an_origin_that_is_not_named_is_said_to_be_taken() -> None:
    found = corridor_findings(
        [_figure("st_1", "duration", "12 days to Poti by the Middle Corridor", "12", "day")]
    )
    assert "origin taken from the corridor" in _only(found, "duration").because


def test_a_duration_without_places_is_left_alone() -> None:
    assert corridor_findings([_figure("st_1", "duration", "talks lasted 12 days", "12", "day")]) == []


def test_a_speed_above_what_is_observed_is_a_conflict() -> None:
    text = "the train covered 3,128 km from Altynkol to Aktau in 3 days"
    finding = _only(corridor_findings([_figure("st_1", "duration", text, "3", "day")]), "bound")
    assert finding.verdict == "conflict"
    assert finding.because.startswith("43 km/h follows from 3128 km in 72 h")


def test_an_amount_is_held_against_the_capacity() -> None:
    words = "million tonnes passed the Trans-Caspian International Transport Route"
    found = corridor_findings(
        [
            _figure("st_1", "cargo", f"4.5 {words}", "4500000", "t", "2024"),
            _figure("st_2", "cargo", f"9 {words}", "9000000", "t", "2025"),
            _figure("st_3", "cargo", f"10 {words}", "10000000", "t", "2027", "target"),
        ]
    )
    assert {f.statements[0]: f.verdict for f in found} == {"st_1": "holds", "st_2": "conflict"}


def test_a_stated_capacity_meets_the_sources_or_not() -> None:
    found = corridor_findings(
        [
            _figure("st_1", "capacity", "the Adria pipeline can carry 14 million tonnes", "14000000", "t"),
            _figure("st_2", "capacity", "TANAP carries 60 bcm", "60", "bcm"),
        ]
    )
    assert {f.statements[0]: f.verdict for f in found} == {"st_1": "holds", "st_2": "conflict"}


def test_nine_months_above_the_year_is_a_conflict() -> None:
    found = corridor_findings(
        [
            _figure("st_1", "cargo", "1.84 million tonnes by the TITR", "1840000", "t", "2022-01/2022-09"),
            _figure("st_2", "cargo", "1.48 million tonnes by the TITR in 2022", "1480000", "t", "2022"),
        ]
    )
    finding = _only(found, "cumulative")
    assert finding.verdict == "conflict"
    assert set(finding.statements) == {"st_1", "st_2"}
    assert finding.repairs
    assert found[0] is finding


def test_nothing_is_found_where_nothing_is_claimed() -> None:
    assert corridor_findings([]) == []
