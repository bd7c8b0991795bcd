"""What must come out on the seed documents, from their gold statements."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.desk.reconcile import gather
from dragoman.model.findings import Finding, Observation
from dragoman.model.statements import Statement
from dragoman.reconciling import reconcile
from tests.unit.reconciling.told import official


@pytest.fixture(scope="module")
def statements(shared: Path) -> list[Statement]:
    gathered = gather(sorted((shared / "gold" / "seeds").glob("*.jsonl")))
    assert not gathered.problems
    return gathered.statements


@pytest.fixture(scope="module")
def observations(shared: Path) -> list[Observation]:
    path = shared / "data" / "statistics" / "bns_kaz_trade_by_partner_2020_2025.csv"
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return [
        official(
            r["reporter"], r["partner"], r["flow"], r["year"], str(Decimal(r["value_thousand_usd"]) * 1000)
        )
        for r in rows
    ]


@pytest.fixture(scope="module")
def alone(statements: list[Statement]) -> list[Finding]:
    return reconcile(statements)


@pytest.fixture(scope="module")
def beside(statements: list[Statement], observations: list[Observation]) -> list[Finding]:
    return reconcile(statements, observations)


def _pick(findings: list[Finding], *parties: str, **fields: object) -> list[Finding]:
    """Findings about a pair, with these fields of the finding or of its series."""
    return [
        f
        for f in findings
        if {f.series.reporter, f.series.partner} == set(parties)
        and all(
            getattr(f if k in ("rule", "verdict", "period") else f.series, k) == v for k, v in fields.items()
        )
    ]


def _id(statements: list[Statement], text: str) -> str:
    (s,) = [
        s
        for s in statements
        if s.evidence.text.endswith(text) and s.kind == "figure" and s.measure == "level"
    ]
    return s.id


def _millions(f: Finding, which: str = "expected") -> tuple[float, float]:
    i = getattr(f, which)
    return float(i.low) / 1e6, float(i.high) / 1e6


def test_1_exports_and_imports_of_bulgaria_add_up(alone: list[Finding]) -> None:
    (f,) = _pick(alone, "BGR", "KAZ", rule="sum", verdict="holds")
    assert f.period == "2024" and len(f.statements) == 3


def test_2_rounded_growth_holds_and_narrows_the_year_before(alone: list[Finding]) -> None:
    growth = _pick(alone, "BGR", "KAZ", rule="growth", verdict="holds", indicator="investment")
    assert any("+85.7%" in f.because for f in growth if f.period == "2024")
    (before,) = [f for f in growth if f.period == "2023"]
    assert _millions(before) == pytest.approx((4.154, 4.210), abs=6e-4)


def test_3_the_lost_million_is_repaired_from_the_total(
    statements: list[Statement], alone: list[Finding]
) -> None:
    bare = _id(statements, "to $303.6")
    repairs = [f.repairs[0] for f in alone if f.verdict == "conflict" and bare in f.statements]
    assert repairs and all((r.statement, r.kind, r.after) == (bare, "scale", 303600000) for r in repairs)


def test_3_one_document_is_enough(statements: list[Statement]) -> None:
    told = [s for s in statements if s.evidence.document.startswith("001")]
    bare = _id(told, "to $303.6")
    (f,) = [f for f in reconcile(told) if f.verdict == "conflict"]
    assert (f.repairs[0].statement, f.repairs[0].kind, f.repairs[0].after) == (bare, "scale", 303600000)


@pytest.mark.parametrize(
    ("indicator", "reporter", "product", "wanted"),
    [
        ("trade", "BGR", None, (93.8, 107.2)),
        ("exports", "KAZ", None, (25.3, 27.6)),
        ("exports", "BGR", None, (66.2, 81.9)),
        ("exports", "KAZ", "oil", (4.99, 5.10)),
    ],
)
def test_4_unstated_figures_of_2023_follow(
    alone: list[Finding],
    beside: list[Finding],
    indicator: str,
    reporter: str,
    product: str,
    wanted: tuple[float, float],
) -> None:
    fields = {"indicator": indicator, "reporter": reporter, "product": product, "period": "2023"}
    (f,) = _pick(alone, "BGR", "KAZ", verdict="implied", **fields)
    assert _millions(f) == pytest.approx(wanted, abs=0.06)
    if product is None:
        (checked,) = _pick(beside, "BGR", "KAZ", rule="official", **fields)
        assert checked.verdict == "holds" and "inside" in checked.because


def test_5_the_record_is_refuted_and_the_fall_of_croatia_shows(beside: list[Finding]) -> None:
    (record,) = _pick(beside, "BGR", "KAZ", rule="superlative")
    assert record.verdict == "conflict" and "2021" in record.because and "390.36" in record.because
    (croatia,) = _pick(beside, "HRV", "KAZ", rule="official", verdict="holds")
    assert "-34.8%" in croatia.because


def test_6_the_turkish_figures_belong_to_other_years(beside: list[Finding]) -> None:
    told = _pick(beside, "KAZ", "TUR", rule="official", verdict="conflict")
    growth = next(f for f in told if f.series.unit == "percent")
    assert (growth.repairs[0].kind, growth.repairs[0].after) == ("period", "2022 on 2021")
    level = next(f for f in told if f.series.indicator == "trade" and f.series.unit == "USD")
    assert (level.repairs[0].kind, level.repairs[0].after) == ("period", "2022")
    (total,) = _pick(beside, "KAZ", "TUR", rule="sum")
    assert total.verdict == "holds"
    exports = next(f for f in told if f.series.indicator == "exports")
    assert "fits no official figure" in exports.because


def test_6_a_consistent_upward_trend_is_refuted(
    statements: list[Statement], observations: list[Observation]
) -> None:
    line = {
        "id": "st_trend", "kind": "figure", "mode": "trade", "actor": ["KAZ", "TUR"], "recipient": [],
        "date": None, "status": "actual", "measure": "growth", "value": None, "unit": "percent",
        "evidence": {"document": "003_1c748de0e54d4c16.txt", "start": 2900, "end": 2960,
                     "text": "statistical data from recent years demonstrate a consistent upward trend"},
    }  # fmt: skip
    from dragoman.model.statements import from_json

    told = [*statements, from_json(json.dumps(line))]
    (f,) = [
        f for f in reconcile(told, observations) if f.rule == "superlative" and "st_trend" in f.statements
    ]
    assert f.verdict == "conflict" and "-16.9%" in f.because


def test_7_thirty_three_years_from_1992_hold(alone: list[Finding]) -> None:
    (f,) = _pick(alone, "BGR", "KAZ", rule="duration")
    assert f.verdict == "holds" and len(f.statements) == 2


def test_8_what_one_document_copies_counts_once(alone: list[Finding]) -> None:
    shared = [f for f in _pick(alone, "BGR", "KAZ", rule="same", verdict="holds") if f.series.unit != "date"]
    assert {(f.series.indicator, f.series.unit) for f in shared} >= {
        ("trade", "USD"),
        ("trade", "1"),
        ("investment", "USD"),
        ("investment", "percent"),
    }
    assert all("one claim" in f.because for f in shared)


def test_nothing_else_contradicts_itself(alone: list[Finding]) -> None:
    assert len([f for f in alone if f.verdict == "conflict"]) == 1
