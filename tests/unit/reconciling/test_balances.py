"""Surpluses and deficits bind exports and imports (§R20); services are counted apart from goods (§R22)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from dragoman.model.intervals import Interval
from dragoman.model.statements import Statement
from tests.unit.reconciling.told import found, millions, one


def _balance(kind: str, holder: str, other: str, amount: str, id: str = "st_b") -> Statement:
    told = millions(
        "trade", f"{holder},{other}", "2023", amount, id=id, text=f"a {kind} of ${amount} million"
    )
    return replace(told, object=f"trade {kind}")


def _flows(sold: str = "90.0", bought: str = "50.0") -> list[Statement]:
    return [
        millions("exports", "CHL>PER", "2023", sold, id="st_x"),
        millions("imports", "CHL>PER", "2023", bought, id="st_m"),
    ]


@pytest.mark.parametrize(("kind", "holder", "other"), [("surplus", "CHL", "PER"), ("deficit", "PER", "CHL")])
def test_a_surplus_of_one_is_a_deficit_of_the_other(kind: str, holder: str, other: str) -> None:
    holds = one([*_flows(), _balance(kind, holder, other, "40.0")], rule="sum", verdict="holds")
    assert set(holds.statements) == {"st_x", "st_m", "st_b"}
    assert holds.series.indicator == "balance" and holds.series.reporter == "CHL"
    assert holds.expected == Interval(Fraction(39_900_000), Fraction(40_100_000))


def test_a_balance_that_is_not_the_difference_contradicts() -> None:
    conflict = one([*_flows(), _balance("surplus", "CHL", "PER", "30.0")], rule="sum", verdict="conflict")
    assert set(conflict.statements) == {"st_x", "st_m", "st_b"}
    assert "The trade balance of Chile with Peru in 2023 at 29.95 to 30.05 million USD" in conflict.because


def test_a_balance_given_to_the_wrong_side_is_explained_so() -> None:
    conflict = one([*_flows(), _balance("surplus", "PER", "CHL", "40.0")], verdict="conflict")
    best = conflict.repairs[0]
    assert best.statement == "st_b" and best.kind == "direction" and best.confirmed
    assert "as a surplus of Chile with Peru" in best.why


def test_a_lost_scale_word_of_a_balance_is_found() -> None:
    told = _balance("surplus", "CHL", "PER", "0.00004")
    assert one([*_flows(), told], rule="sum", verdict="conflict").repairs[0].kind == "scale"


def test_the_other_flow_and_turnover_follow_from_a_balance() -> None:
    told = [_flows()[0], _balance("surplus", "CHL", "PER", "40.0")]
    implied = {f.series.indicator: f.expected for f in found(told, verdict="implied")}
    assert implied["exports"] == Interval(Fraction(49_900_000), Fraction(50_100_000))
    assert implied["trade"] == Interval(Fraction(139_850_000), Fraction(140_150_000))


def test_a_balance_is_no_turnover_and_one_of_nobody_binds_nothing() -> None:
    turnover = millions("trade", "CHL,PER", "2023", "140.0")
    assert not found([*_flows(), turnover, _balance("surplus", "CHL", "PER", "40.0")], verdict="conflict")
    of_nobody = replace(_balance("surplus", "CHL", "PER", "99.0"), object=None)
    assert not found([*_flows(), of_nobody], verdict="conflict")


def _two_scopes(goods: str = "50.0") -> list[Statement]:
    return [
        millions("trade", "CHL,PER", "2023", "200.0", text="trade in goods and services was $200.0 million"),
        millions("exports", "CHL>PER", "2023", "120.0", text="exports were $120.0 million"),
        millions("imports", "CHL>PER", "2023", "80.0", text="and imports $80.0 million"),
        millions("exports", "CHL>PER", "2023", "90.0", text="Goods exports were $90.0 million"),
        millions("imports", "CHL>PER", "2023", goods, text="and imports $50.0 million"),
    ]


def test_trade_with_services_does_not_contradict_trade_in_goods() -> None:
    told = _two_scopes()
    assert not found(told, verdict="conflict")
    assert one(told, rule="sum", verdict="holds").series.product == "goods and services"


def test_without_the_words_the_same_figures_contradict() -> None:
    told = _two_scopes()
    plain = replace(told[0], evidence=replace(told[0].evidence, text="trade was $200.0 million"))
    assert found([plain, *told[1:]], verdict="conflict")


def test_another_pair_of_the_document_keeps_its_trade_in_goods() -> None:
    told = [
        *_two_scopes(),
        millions("exports", "KEN>UGA", "2023", "7.0"),
        millions("imports", "KEN>UGA", "2023", "2.0"),
    ]
    turnover = [f for f in found(told, verdict="implied") if f.series.reporter == "KEN"]
    assert [(f.series.indicator, f.series.product) for f in turnover] == [("trade", None)]
