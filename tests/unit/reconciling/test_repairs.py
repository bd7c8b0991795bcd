"""Single changes that restore consistency."""

from __future__ import annotations

from dragoman.model.statements import Statement
from tests.unit.reconciling.told import figure, found, millions, official, one


def _kinds(told: list[Statement], statement: str) -> list[str]:
    (f,) = found(told, verdict="conflict")
    return [r.kind for r in f.repairs if r.statement == statement]


def test_a_lost_million_is_repaired_from_the_total() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        millions("exports", "BGR>KAZ", "2024", "71.6"),
        figure("exports", "KAZ>BGR", "2024", 303.6, 303.55, 303.65, id="st_bare"),
    ]
    f = one(told, verdict="conflict")
    best = f.repairs[0]
    assert (best.statement, best.kind, best.before, best.after) == ("st_bare", "scale", 303.6, 303600000)
    assert f.rule == "sum" and "§R4" in f.because


def test_a_bare_amount_beside_millions_lacks_its_scale_word() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2", id="st_t"),
        figure("exports", "KAZ>BGR", "2024", 303.6, 303.55, 303.65, id="st_bare"),
        figure("exports", "KAZ>BGR", "2024", 11, 11, 12, measure="multiple", base="2023"),
    ]
    f = one(told, rule="bound", verdict="conflict")
    assert set(f.statements) == {"st_t", "st_bare"}
    assert (f.repairs[0].kind, f.repairs[0].after) == ("scale", 303600000)


def test_dollars_and_cents_beside_millions_are_no_slip() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        figure("exports", "KAZ>BGR", "2024", "12.25", "12.245", "12.255", product="stamps"),
    ]
    assert not found(told, verdict="conflict")


def test_swapped_directions_are_found() -> None:
    told = [
        millions("exports", "KAZ>BGR", "2024", "303.6", id="st_a"),
        millions("exports", "KAZ>BGR", "2024", "71.6", id="st_b"),
        millions("trade", "KAZ,BGR", "2024", "375.2"),
    ]
    f = one(told, verdict="conflict")
    directions = {r.statement for r in f.repairs if r.kind == "direction"}
    assert directions == {"st_a", "st_b"}
    assert f.repairs[0].kind == "direction"


def test_a_wrong_year_is_found() -> None:
    told = [
        millions("trade", "KAZ,TUR", "2022", "6348"),
        millions("trade", "KAZ,TUR", "2024", "4976"),
        millions("trade", "KAZ,TUR", "2024", "6348", id="st_late"),
    ]
    f = one(told, rule="same", verdict="conflict")
    best = f.repairs[0]
    assert (best.statement, best.kind, best.before, best.after) == ("st_late", "period", "2024", "2022")


def test_the_other_reading_of_by_k_times_is_tried() -> None:
    told = [
        millions("exports", "KAZ>BGR", "2024", "120.0"),
        millions("exports", "KAZ>BGR", "2023", "10.0"),
        figure(
            "exports", "KAZ>BGR", "2024", 11, 10.5, 11.5,
            measure="multiple", base="2023", text="increased by 11 times", id="st_k",
        ),
    ]  # fmt: skip
    f = one(told, rule="multiple", verdict="conflict")
    assert ("st_k", "reading", [11.5, 12.5]) in [(r.statement, r.kind, r.after) for r in f.repairs]


def test_a_multiple_without_by_has_one_reading() -> None:
    told = [
        millions("exports", "KAZ>BGR", "2024", "120.0"),
        millions("exports", "KAZ>BGR", "2023", "10.0"),
        figure(
            "exports", "KAZ>BGR", "2024", 11, 10.5, 11.5,
            measure="multiple", base="2023", text="11 times the figure of 2023", id="st_k",
        ),
    ]  # fmt: skip
    assert "reading" not in _kinds(told, "st_k")


def test_a_preliminary_figure_beside_a_final_one_is_a_vintage() -> None:
    told = [
        millions("exports", "BGR>KAZ", "2024", "71.6", id="st_old"),
        millions("exports", "BGR>KAZ", "2024", "75.7", id="st_new"),
    ]
    assert "vintage" in _kinds(told, "st_old") and "vintage" in _kinds(told, "st_new")


def test_two_faults_in_one_family_are_two_findings() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        millions("trade", "KAZ,BGR", "2024", "395.2"),
        millions("trade", "KAZ,BGR", "2022", "181.3"),
        millions("trade", "KAZ,BGR", "2022", "151.3"),
    ]
    conflicts = found(told, verdict="conflict")
    assert {f.period for f in conflicts} == {"2022", "2024"}
    assert all(f.repairs for f in conflicts)


def test_nothing_follows_from_a_figure_that_is_accused() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        millions("exports", "BGR>KAZ", "2024", "71.6"),
        figure("exports", "KAZ>BGR", "2024", 303.6, 303.55, 303.65),
        figure("exports", "KAZ>BGR", "2024", 11, 11, 12, measure="multiple", base="2023"),
    ]
    f = one(told, verdict="implied", period="2023")
    assert f.expected is not None and f.expected.low is not None and f.expected.low > 25_000_000


def test_a_lost_million_is_found_beside_preliminary_and_final_figures() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "379.3"),
        millions("exports", "BGR>KAZ", "2024", "71.6"),
        figure("exports", "KAZ>BGR", "2024", 303.6, 303.55, 303.65, id="st_bare"),
    ]
    f = one(told, verdict="conflict")
    best = f.repairs[0]
    assert (best.statement, best.kind, best.after) == ("st_bare", "scale", 303600000) and "§R13" in best.why


def test_faults_across_each_other_still_have_repairs() -> None:
    told = [
        millions("exports", "KAZ>TUR", "2024", "3300"),
        millions("exports", "KAZ>TUR", "2024", "1700"),
        millions("exports", "KAZ>TUR", "2024", "2500"),
    ]
    assert all(f.repairs for f in found(told, verdict="conflict"))


def test_a_preliminary_figure_beside_a_final_total_is_repaired_by_the_sources_own_editions() -> None:
    told = [
        millions("exports", "KAZ>BGR", "2024", "303.6"),
        millions("imports", "KAZ>BGR", "2024", "71.6", id="st_old"),
        millions("trade", "KAZ,BGR", "2024", "379.3", document="d2"),
    ]
    series = [
        official("KAZ", "BGR", "X", "2024", 303.595e6, as_of="2025-06"),
        official("KAZ", "BGR", "M", "2024", 71.594e6, as_of="2025-06"),
        official("KAZ", "BGR", "M", "2024", 75.702e6, as_of="2026-07"),
    ]
    f = one(told, series, rule="sum", verdict="conflict")
    first = f.repairs[0]
    assert (first.statement, first.kind, first.after) == ("st_old", "vintage", 75702000)
    assert "2025-06" in first.why and "2026-07" in first.why
