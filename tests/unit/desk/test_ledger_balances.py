"""The ledger tells a pair's trade balance beside its exports and imports."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from dragoman.desk.ledger import LedgerRow, ledger
from dragoman.desk.reconcile import Gathered
from dragoman.model.intervals import Interval
from dragoman.model.statements import Statement
from tests.unit.reconciling.told import millions, official


def _surplus(who: str, year: str, value: str, word: str = "surplus", **more: str) -> Statement:
    s = millions("trade", who, year, value, text=f"a trade {word} of ${value} million", **more)
    return replace(s, object=f"trade {word}")


def _balances(told: list[Statement], observed: list[object] | None = None) -> dict[str, LedgerRow]:
    rows = ledger(Gathered(told, observed or []), "CHL", "PER")
    return {r.period: r for r in rows if r.series.indicator == "balance"}


def _millions(low: float, high: float) -> Interval:
    return Interval(Fraction(low) * 10**6, Fraction(high) * 10**6)


def test_a_balance_follows_from_exports_and_imports_of_one_year() -> None:
    told = [millions("exports", "CHL>PER", "2023", "900"), millions("imports", "CHL>PER", "2023", "400")]
    row = _balances(told)["2023"]
    assert (row.series.reporter, row.series.partner, row.stated) == ("CHL", "PER", ())
    assert row.derived is not None
    assert row.derived.interval == _millions(499, 501)
    assert set(row.derived.statements) == {s.id for s in told}
    assert "§R20" in row.derived.why


def test_a_stated_deficit_of_the_other_side_is_the_same_row_with_its_sign_turned() -> None:
    told = [
        _surplus("CHL,PER", "2021", "250", id="st_a"),
        _surplus("CHL,PER", "2022", "300", "deficit", id="st_b"),
    ]
    rows = _balances(told)
    assert {r.series.reporter for r in rows.values()} == {"CHL"}
    assert rows["2021"].stated[0].interval == _millions(249.5, 250.5)
    assert rows["2022"].stated[0].interval == _millions(-300.5, -299.5)


def test_official_exports_and_imports_give_the_official_balance() -> None:
    observed = [official("CHL", "PER", "X", "2021", 800e6), official("CHL", "PER", "M", "2021", 600e6)]
    row = _balances([_surplus("CHL,PER", "2021", "250")], observed)["2021"]
    assert row.official is not None
    assert row.official.interval == _millions(200, 200)
    assert "less" in row.official.why


def test_contradicted_levels_give_no_balance() -> None:
    told = [
        millions("exports", "CHL>PER", "2023", "900", document="a"),
        millions("exports", "CHL>PER", "2023", "700", document="b"),
        millions("imports", "CHL>PER", "2023", "400"),
    ]
    rows = _balances(told)
    derived = rows["2023"].derived if "2023" in rows else None
    # One of the two was set aside as contradicted; the other stands alone.
    assert derived is None or derived.interval in (_millions(499, 501), _millions(299, 301))


def test_exports_alone_leave_the_balance_open() -> None:
    assert _balances([millions("exports", "CHL>PER", "2023", "900")]) == {}
