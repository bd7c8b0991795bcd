"""Mirror flows, their estimate, and revision bands."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import RuleError
from dragoman.model.findings import Observation, Series
from dragoman.model.intervals import Interval
from dragoman.statistics.bundled import bundled_observations
from dragoman.statistics.constants import checked, constant
from dragoman.statistics.disagreements import compare, totals
from dragoman.statistics.mirrors import Flow, estimate, freight, histories, mirror_gap
from dragoman.statistics.revisions import latest_vintages, revision_bands

FLOW = Flow("KAZ", "TUR", None, "USD")


def official(
    reporter: str, partner: str, flow: str, period: str, value: str | int, source: str = "S", **more: str
) -> Observation:
    indicator = {"X": "exports", "M": "imports"}[flow]
    series = Series(indicator, reporter, partner, None, "USD")
    return Observation(series, period, Decimal(value), source, more.get("as_of"), more.get("valuation"))


@pytest.mark.parametrize(
    ("sold", "bought", "verdict"),
    [(100, 100, "agrees"), (100, 120, "agrees"), (100, 121, "revision"), (100, 134, "revision"),
     (100, 150, "conflict"), (100, 80, "conflict"), (0, 0, "agrees"), (0, 5, "conflict")],
)  # fmt: skip
def test_freight_and_revisions_explain_a_gap_or_do_not(sold: int, bought: int, verdict: str) -> None:
    band = Interval(Fraction(943, 1000), Fraction(1057, 1000))
    assert mirror_gap(sold, bought, revision=band).verdict == verdict


def test_freight_is_the_published_band() -> None:
    assert freight() == Interval(Fraction(1), Fraction(6, 5))
    assert constant("cif_fob", "centre") == Decimal("1.06")


def test_constants_without_a_source_are_refused() -> None:
    with pytest.raises(RuleError):
        checked({"cif_fob": {"low": "1"}})


def test_two_sides_make_a_hull_with_imports_less_freight() -> None:
    found = estimate(FLOW, "2024", [Decimal(1000)], [Decimal(1200)])
    assert found is not None and found.interval == Interval(Fraction(1000), Fraction(1200))
    assert found.weight == Fraction(1, 2) and found.centre == (1000 + Fraction(1200) / Fraction("1.06")) / 2


def test_imports_valued_fob_have_no_freight_taken_off() -> None:
    found = estimate(FLOW, "2024", [Decimal(1000)], [], bought_fob=[Decimal(1100)])
    assert found is not None and found.interval == Interval(Fraction(1000), Fraction(1100))
    assert found.centre == 1050


def test_one_side_alone_is_open_until_history_says_more() -> None:
    alone = estimate(FLOW, "2024", [Decimal(1000)], [])
    assert (
        alone is not None and alone.interval == Interval(Fraction(0), None) and "not known" in alone.because
    )
    told = [official("KAZ", "TUR", "X", str(y), 100) for y in range(2020, 2025)]
    told += [official("TUR", "KAZ", "M", str(y), 212) for y in range(2020, 2024)]
    found = estimate(FLOW, "2024", [Decimal(100)], [], histories(told))
    assert found is not None and found.interval.low is not None and found.interval.high is not None
    assert float(found.interval.low) == pytest.approx(50, rel=1e-3)
    assert float(found.interval.high) == pytest.approx(200, rel=1e-3)
    assert "4 other periods" in found.because


def test_a_period_is_no_witness_to_itself() -> None:
    told = [official(*who, y, v) for y in ("2020", "2021", "2022", "2023") for who, v in
            ((("KAZ", "TUR", "X"), 100), (("TUR", "KAZ", "M"), 106 if y != "2023" else 10600))]  # fmt: skip
    history = histories(told)[FLOW]
    assert history.without("2023").widest == pytest.approx(0, abs=1e-12)
    assert history.widest == pytest.approx(4.6052, abs=1e-3)


def test_one_side_with_n_other_periods_holds_the_other_side_n_times_in_n_plus_1() -> None:
    random = Random(5)
    held = 0
    for _ in range(600):
        told, other = [], Decimal(0)
        for year in range(2020, 2025):
            told.append(official("KAZ", "TUR", "X", str(year), 1000))
            bought = round(Decimal(1060) * Decimal(random.lognormvariate(0, 0.8)), 6)
            if year < 2024:
                told.append(official("TUR", "KAZ", "M", str(year), str(bought)))
            else:
                other = bought
        found = estimate(FLOW, "2024", [Decimal(1000)], [], histories(told))
        assert found is not None
        held += Fraction(other) / Fraction("1.06") in found.interval
    assert 0.76 < held / 600 < 0.84


def test_the_more_reliable_reporter_weighs_more() -> None:
    told = []
    for year in ("2020", "2021", "2022", "2023"):
        # Kazakhstan's other partner disagrees with it twofold, Turkey's agrees to 6%
        told += [official("KAZ", "ITA", "X", year, 100), official("ITA", "KAZ", "M", year, 212)]
        told += [official("TUR", "DEU", "X", year, 100), official("DEU", "TUR", "M", year, 112)]
    found = estimate(FLOW, "2024", [Decimal(100)], [Decimal(212)], histories(told))
    assert found is not None and found.weight is not None
    assert found.weight < Fraction(1, 10) and found.centre > 180


POSITIVE = st.decimals(Decimal("0.01"), 10**9, places=2)


@given(st.lists(POSITIVE, max_size=3), st.lists(POSITIVE, max_size=3), st.lists(POSITIVE, max_size=2))
def test_an_estimate_is_an_interval_that_holds_its_centre(
    sold: list[Decimal], bought: list[Decimal], free: list[Decimal]
) -> None:
    found = estimate(FLOW, "2024", sold, bought, bought_fob=free)
    assert (found is None) == (not sold and not bought and not free)
    if found is not None:
        assert found.centre in found.interval
        assert all(Fraction(v) in found.interval for v in sold)


@given(POSITIVE, st.decimals(1, Decimal("1.2"), places=4))
def test_freight_alone_never_makes_a_conflict(sold: Decimal, factor: Decimal) -> None:
    assert mirror_gap(sold, Fraction(sold) * Fraction(factor)).verdict == "agrees"


def _vintages(n: int, last: int) -> list[Observation]:
    out = []
    for i in range(n):
        year = str(2010 + i)
        out.append(official("KAZ", "TUR", "X", year, 1000, as_of=f"{2011 + i}-02"))
        out.append(official("KAZ", "TUR", "X", year, last, as_of=f"{2011 + i}-07"))
    return out


def test_a_revision_band_is_learnt_for_each_source() -> None:
    told = [*_vintages(8, 1030), official("TUR", "KAZ", "M", "2020", 5, source="T", as_of="2021")]
    bands = revision_bands(told)
    assert bands["S"].learnt and bands["S"].factor == Interval(Fraction(1), Fraction(103, 100))
    assert not bands["T"].learnt and bands["T"].factor == Interval(Fraction("0.943"), Fraction("1.057"))
    assert bands["S"].final(Decimal(100)) == Interval(Fraction(100), Fraction(103))
    assert "assumed" in bands["T"].words and "learnt from 8" in bands["S"].words


def test_few_or_undated_vintages_teach_nothing() -> None:
    assert not revision_bands(_vintages(7, 1030))["S"].learnt
    undated = [official("KAZ", "TUR", "X", str(2000 + i), 5) for i in range(20)]
    assert not revision_bands(undated)["S"].learnt


def test_the_last_vintage_stands_for_a_figure() -> None:
    (o,) = latest_vintages(_vintages(1, 1030))
    assert o.value == 1030


def test_sources_stand_side_by_side_with_how_far_they_differ() -> None:
    told = [
        official("KAZ", "BGR", "X", "2021", "354500000", "BNS"),
        official("KAZ", "BGR", "X", "2021", "314000000", "Comtrade"),
        official("BGR", "KAZ", "M", "2021", "1000000", "Eurostat", valuation="CIF"),
    ]
    (row,) = compare(told, "BGR", "KAZ")
    assert [o.source for o in row.reports] == ["BNS", "Comtrade", "Eurostat"]
    assert row.hull == Interval(Fraction(1000000), Fraction(354500000)) and row.spread == Fraction("353.5")
    assert row.gap is not None and row.gap.verdict == "conflict"


def test_totals_are_exact() -> None:
    found = {t.period: t for t in totals(bundled_observations(), "KAZ", "BGR")}
    assert found["2024"].value == Decimal("379296845.24") and str(found["2023"].value) == "95155895.1"
    huge = [official("KAZ", "BGR", f, "2024", v) for f, v in (("X", "1e30"), ("M", "0.00001"))]
    (total,) = totals(huge, "KAZ", "BGR")
    assert str(total.value) == "1" + "0" * 30 + ".00001"
