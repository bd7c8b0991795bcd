"""What holds, contradicts and follows among stated figures."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dragoman.model.intervals import Interval
from dragoman.model.statements import Statement
from tests.unit.reconciling.told import figure, found, millions, one


def _bulgaria() -> list[Statement]:
    return [
        millions("trade", "KAZ,BGR", "2024", "375.2", id="st_t"),
        millions("exports", "KAZ>BGR", "2024", "303.6", id="st_x"),
        millions("exports", "BGR>KAZ", "2024", "71.6", id="st_m"),
        figure("trade", "KAZ,BGR", "2024", 4, 3.5, 4, id="st_k", measure="multiple", base="2023"),
        figure("exports", "KAZ>BGR", "2024", 11, 11, 12, id="st_e", measure="multiple", base="2023"),
    ]


def test_turnover_equals_exports_plus_imports() -> None:
    f = one(_bulgaria(), rule="sum", verdict="holds")
    assert f.series.reporter == "BGR" and f.series.partner == "KAZ" and f.series.indicator == "trade"
    assert set(f.statements) == {"st_t", "st_x", "st_m"}
    assert f.expected == Interval(Fraction(375100000), Fraction(375300000))


def test_unstated_values_follow_with_their_chain() -> None:
    implied = {(f.series.indicator, f.series.reporter): f for f in found(_bulgaria(), verdict="implied")}
    assert set(implied) == {("trade", "BGR"), ("exports", "KAZ"), ("exports", "BGR")}
    turnover = implied["trade", "BGR"]
    assert turnover.expected == Interval(Fraction(375150000, 4), Fraction(375250000) / Fraction("3.5"))
    assert set(turnover.statements) == {"st_t", "st_k"}
    assert set(implied["exports", "BGR"].statements) == {"st_t", "st_k", "st_x", "st_e", "st_m"} - {
        "st_m"
    } or set(implied["exports", "BGR"].statements) == {"st_t", "st_k", "st_m", "st_e"}
    assert round(float(implied["exports", "BGR"].expected.low) / 1e6, 1) == 66.2  # type: ignore[union-attr,arg-type]
    assert round(float(implied["exports", "BGR"].expected.high) / 1e6, 1) == 81.9  # type: ignore[union-attr,arg-type]


def test_no_statement_of_a_chain_is_to_spare() -> None:
    told = _bulgaria()
    for f in found(told, verdict="implied"):
        assert f.expected is not None
        for gone in f.statements:
            rest = [s for s in told if s.id in f.statements and s.id != gone]
            wider = [
                g.expected
                for g in found(rest, verdict="implied")
                if (g.series, g.period) == (f.series, f.period)
            ]
            assert all(w is not None and w != f.expected for w in wider)


def test_imports_of_one_are_exports_of_the_other() -> None:
    told = [
        millions("imports", "KAZ>TUR", "2024", "1662"),
        millions("exports", "TUR>KAZ", "2024", "1700"),
    ]
    f = one(told, verdict="conflict")
    assert f.rule == "same" and len(f.statements) == 2


def test_rounded_growth_is_no_contradiction() -> None:
    told = [
        millions("investment", "BGR>KAZ", "2024", "7.8"),
        millions("investment", "BGR>KAZ", "2023", "4.2"),
        figure("investment", "BGR>KAZ", "2024", 86.5, 86.45, 86.55, measure="growth", base="2023"),
    ]
    assert not found(told, verdict="conflict")
    growth = one(told, rule="growth", verdict="holds", period="2024")
    assert "+85.7%" in growth.because
    narrowed = one(told, rule="growth", verdict="holds", period="2023")
    assert narrowed.expected == Interval(
        Fraction(7750000) / Fraction("1.8655"), Fraction(7850000) / Fraction("1.8645")
    )


@pytest.mark.parametrize(
    ("total", "verdict"), [("375.2", "holds"), ("375.4", "conflict"), ("375.3", "holds")]
)
def test_a_sum_is_refuted_exactly_outside_printed_precision(total: str, verdict: str) -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", total),
        millions("exports", "KAZ>BGR", "2024", "303.6"),
        millions("exports", "BGR>KAZ", "2024", "71.6"),
    ]
    assert one(told, rule="sum").verdict == verdict


def test_a_part_of_the_year_bounds_the_year() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        millions("trade", "KAZ,BGR", "2024-01/2024-11", "349.8"),
        millions("trade", "KAZ,BGR", "2024-12", "25.4"),
    ]
    assert one(told, rule="cumulative").verdict == "holds"
    told[1] = millions("trade", "KAZ,BGR", "2024-01/2024-11", "380.1")
    conflict = one(told, rule="cumulative")
    assert conflict.verdict == "conflict" and len(conflict.statements) == 2


def test_the_missing_month_follows() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        millions("trade", "KAZ,BGR", "2024-01/2024-11", "349.8"),
    ]
    f = one(told, verdict="implied", period="2024-12")
    assert f.expected == Interval(Fraction(25300000), Fraction(25500000))


def test_one_year_of_a_span_does_not_exceed_it() -> None:
    told = [
        millions("investment", "BGR>KAZ", "2005/2024", "76.3"),
        millions("investment", "BGR>KAZ", "2024", "78.0"),
    ]
    assert one(told, rule="cumulative").verdict == "conflict"


def test_products_of_different_chapters_do_not_exceed_the_whole() -> None:
    told = [
        millions("exports", "KAZ>BGR", "2024", "303.6"),
        millions("exports", "KAZ>BGR", "2024", "242.2", product="oil", hs="27"),
        millions("exports", "KAZ>BGR", "2024", "70.5", product="grain", hs="10"),
    ]
    f = one(told, verdict="conflict")
    assert f.rule == "bound" and len(f.statements) == 3


def test_products_without_codes_are_not_added_up() -> None:
    told = [
        millions("exports", "KAZ>BGR", "2024", "303.6"),
        millions("exports", "KAZ>BGR", "2024", "242.2", product="raw materials"),
        millions("exports", "KAZ>BGR", "2024", "200.5", product="crude oil"),
    ]
    assert not found(told, verdict="conflict")


def test_a_share_links_a_product_with_its_flow() -> None:
    told = [
        millions("exports", "KAZ>BGR", "2024", "303.6"),
        millions("exports", "KAZ>BGR", "2024", "242.2", product="oil", hs="27"),
        figure("exports", "KAZ>BGR", "2024", 80, 79.5, 80.5, measure="share", product="oil", hs="27"),
    ]
    assert one(told, rule="share").verdict == "holds"
    told[2] = figure("exports", "KAZ>BGR", "2024", 60, 59.5, 60.5, measure="share", product="oil", hs="27")
    assert one(told, rule="share").verdict == "conflict"


def test_a_difference_links_two_years() -> None:
    told = [
        millions("exports", "KAZ>BGR", "2024", "303.6"),
        millions("exports", "KAZ>BGR", "2023", "27.3"),
        figure("exports", "KAZ>BGR", "2024", 276e6, 275.5e6, 276.5e6, measure="difference", base="2023"),
    ]
    assert one(told, rule="growth", verdict="holds", period="2024").series.unit == "USD"


@pytest.mark.parametrize("status", ["planned", "proposed", "target", "forecast", "denied", "ended"])
def test_what_is_no_fact_contradicts_nothing(status: str) -> None:
    told = [
        millions("trade", "KAZ,TUR", "2024", "6300"),
        millions("trade", "KAZ,TUR", "2024", "10000", status=status),
    ]
    assert not found(told, verdict="conflict")


def test_loans_of_different_size_are_different_loans() -> None:
    told = [
        millions("loan", "CHN>KAZ", "2024", "100"),
        millions("loan", "CHN>KAZ", "2024", "250"),
    ]
    assert not found(told, verdict="conflict")


def test_units_are_kept_apart_and_said() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        millions("trade", "KAZ,BGR", "2024", "350.1", unit="EUR"),
    ]
    assert not found(told, verdict="conflict")
    assert "USD" in one(told, rule="same", verdict="unchecked").because


def test_a_balance_is_no_turnover() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        millions("trade", "KAZ,BGR", "2024", "232.0", text="a trade surplus of $232.0 million"),
    ]
    assert not found(told, verdict="conflict")


def test_figures_without_period_relate_to_nothing() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        figure("trade", "KAZ,BGR", None, 5e8, 4.9e8, 5.1e8),
    ]
    assert not found(told, verdict="conflict")
    assert not found(told, rule="same")


def test_partners_named_by_nobody_are_not_mixed_across_documents() -> None:
    told = [
        millions("exports", "KAZ>", "2024", "375.2", document="d1"),
        millions("exports", "KAZ>", "2024", "81600", document="d2"),
    ]
    assert not found(told, verdict="conflict")
