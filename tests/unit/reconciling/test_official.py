"""Stated figures against official ones, mirrors, superlatives and trends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model.findings import Observation
from dragoman.model.statements import Evidence
from dragoman.reconciling import reconcile
from tests.unit.reconciling.told import figure, found, millions, official, one, tie


def _series() -> list[Observation]:
    x = {"2020": 2131.5, "2021": 2964.7, "2022": 4751.0, "2023": 3943.3, "2024": 3314.4}
    m = {"2020": 950.9, "2021": 1146.4, "2022": 1597.1, "2023": 2041.7, "2024": 1662.0}
    return [official("KAZ", "TUR", "X", y, v * 1e6) for y, v in x.items()] + [
        official("KAZ", "TUR", "M", y, v * 1e6) for y, v in m.items()
    ]


def test_a_figure_of_another_year_is_refuted_and_the_year_is_found() -> None:
    f = one([millions("trade", "KAZ,TUR", "2024", "6300")], _series(), rule="official")
    assert f.verdict == "conflict" and f.observations
    assert (f.repairs[0].kind, f.repairs[0].after) == ("period", "2022")


def test_growth_of_other_years_is_refuted_and_the_years_are_found() -> None:
    told = [figure("trade", "KAZ,TUR", "2024", 54, 53.5, 54.5, measure="growth", base="2022")]
    f = one(told, _series(), rule="official")
    assert f.verdict == "conflict" and f.series.unit == "percent"
    assert (f.repairs[0].kind, f.repairs[0].after) == ("period", "2022 on 2021")


def test_a_preliminary_figure_is_inside_the_revision_band() -> None:
    f = one([millions("exports", "TUR>KAZ", "2024", "1600")], _series(), rule="official")
    assert f.verdict == "holds" and "§R13" in f.because


def test_a_swapped_direction_is_found_in_the_official_series() -> None:
    f = one([millions("exports", "TUR>KAZ", "2024", "3320")], _series(), rule="official")
    assert f.verdict == "conflict" and f.repairs[0].kind == "direction"


def test_official_sources_that_differ_make_a_hull() -> None:
    both = [*_series(), official("KAZ", "TUR", "X", "2020", 1425.3e6, source="Comtrade")]
    assert one([millions("exports", "KAZ>TUR", "2020", "1430")], both, rule="official").verdict == "holds"


def test_the_revision_band_is_learnt_from_vintages() -> None:
    vintages = []
    for year in range(2015, 2024):
        vintages.append(official("KAZ", "TUR", "X", str(year), 1000e6, as_of=f"{year + 1}-02"))
        vintages.append(official("KAZ", "TUR", "X", str(year), 1010e6, as_of=f"{year + 1}-07"))
    f = one([millions("exports", "KAZ>TUR", "2020", "1030")], vintages, rule="official")
    assert f.verdict == "conflict" and "learnt" in f.because


def test_quarters_add_up_to_the_official_year() -> None:
    quarters = [official("KAZ", "BGR", "X", f"2024-{q}", 75.9e6) for q in (33, 34, 35, 36)]
    assert (
        one([millions("exports", "KAZ>BGR", "2024", "303.6")], quarters, rule="official").verdict == "holds"
    )


def test_without_official_figures_the_command_is_named() -> None:
    f = one([millions("trade", "KAZ,BGR", "2024", "375.2")], rule="official")
    assert f.verdict == "unchecked"
    assert "dragoman statistics fetch" in f.because and "KAZ" in f.because and "2024" in f.because


def test_parts_of_two_years_without_official_figures_are_shown_by_their_years() -> None:
    told = [millions("trade", "KAZ,BGR", f"{year}-01/{year}-07", "375.2") for year in (2011, 2012)]
    assert one(told, rule="official").period == "2011/2012"


def test_an_implied_value_is_compared_too() -> None:
    told = [
        millions("trade", "KAZ,TUR", "2024", "4976"),
        figure("trade", "KAZ,TUR", "2024", -16.9, -16.95, -16.85, measure="growth", base="2023"),
    ]
    f = one(told, _series(), rule="official", period="2023")
    assert f.verdict == "holds" and len(f.statements) == 2


@pytest.mark.parametrize(("bought", "verdict"), [(330e6, "holds"), (30e6, "conflict")])
def test_mirrors_are_shown_as_an_interval(bought: float, verdict: str) -> None:
    told = [
        official("KAZ", "BGR", "X", "2024", 303.6e6),
        official("BGR", "KAZ", "M", "2024", bought, source="ESTAT"),
    ]
    f = one([], told, rule="mirror")
    assert f.verdict == verdict and len(f.observations) == 2
    assert f.expected is not None and f.expected.low != f.expected.high


RECORD = "In 2024, bilateral trade reached a record $4,976 million"


def test_a_record_is_refuted_by_an_earlier_year() -> None:
    f = one([millions("trade", "KAZ,TUR", "2024", "4976", text=RECORD)], _series(), rule="superlative")
    assert f.verdict == "conflict" and "2022" in f.because
    assert {o.period for o in f.observations} == {"2022", "2024"}


def test_a_record_holds_where_no_earlier_year_is_higher() -> None:
    text = "trade reached a record $6,348 million"
    f = one([millions("trade", "KAZ,TUR", "2022", "6348", text=text)], _series(), rule="superlative")
    assert f.verdict == "holds"


def test_a_record_without_history_is_unchecked() -> None:
    f = one([millions("trade", "KAZ,TUR", "2024", "4976", text=RECORD)], rule="superlative")
    assert f.verdict == "unchecked" and "dragoman statistics fetch" in f.because


def test_a_record_is_refuted_by_another_stated_year() -> None:
    told = [
        millions("trade", "KAZ,TUR", "2024", "4976", text=RECORD, id="st_r"),
        millions("trade", "KAZ,TUR", "2022", "6348", id="st_h"),
    ]
    f = one(told, rule="superlative")
    assert f.verdict == "conflict" and f.statements == ("st_r", "st_h")


def test_what_was_recorded_is_no_record() -> None:
    text = "turnover was recorded at USD 4,976 million"
    assert not found([millions("trade", "KAZ,TUR", "2024", "4976", text=text)], _series(), rule="superlative")


def test_highest_since_looks_at_later_years_only() -> None:
    text = "the highest since 2022"
    f = one([millions("trade", "KAZ,TUR", "2023", "5985", text=text)], _series(), rule="superlative")
    assert f.verdict != "conflict"
    text = "the highest since 2020"
    f = one([millions("trade", "KAZ,TUR", "2023", "5985", text=text)], _series(), rule="superlative")
    assert f.verdict == "conflict" and "2022" in f.because


def test_a_consistent_upward_trend_is_refuted_by_a_fall() -> None:
    told = [
        millions("trade", "KAZ,TUR", "2024", "6300"),
        figure("trade", "KAZ,TUR", None, None, measure="growth", unit="percent",
               text="over the past five years reveals a consistent increase in trade turnover", id="st_trend"),
    ]  # fmt: skip
    f = one(told, _series(), rule="superlative")
    assert f.verdict == "conflict" and f.statements == ("st_trend",)
    assert "-5.7%" in f.because and "-16.9%" in f.because


def test_a_trend_told_beside_a_target_is_checked() -> None:
    text = "aim at 10 billion, while recent years demonstrate a consistent upward trend in trade"
    told = [millions("trade", "KAZ,TUR", "2030", "10000", status="target", text=text)]
    assert one(told, _series(), rule="superlative").verdict == "conflict"


def test_a_rank_is_refuted_by_larger_partners() -> None:
    line = [
        official("KAZ", p, "X", "2024", v * 1e6)
        for p, v in (("CHN", 15000), ("RUS", 9000), ("ITA", 12000), ("TUR", 3300))
    ]
    text = "Türkiye is the third largest trading partner of Kazakhstan"
    told = [figure("trade", "KAZ,TUR", "2024", 3, 3, 3, measure="rank", unit="1", text=text)]
    f = one(told, line, rule="superlative")
    assert f.verdict == "conflict" and "China" in f.because


def test_a_rank_is_never_proved_without_all_partners() -> None:
    line = [official("KAZ", p, "X", "2024", v * 1e6) for p, v in (("CHN", 15000), ("TUR", 3300))]
    text = "Türkiye is the third largest trading partner of Kazakhstan"
    told = [figure("trade", "KAZ,TUR", "2024", 3, 3, 3, measure="rank", unit="1", text=text)]
    assert one(told, line, rule="superlative").verdict == "unchecked"


def _duration(years: int, date: str | None) -> list:
    told = tie("diplomatic_relations", "KAZ,BGR", "1992", id="st_tie")
    return [
        told,
        figure("duration", "KAZ,BGR", date, years, years - 0.5, years + 0.5, unit="a", id="st_years"),
    ]


@pytest.mark.parametrize(
    ("date", "verdict"), [("1992/2025", "holds"), ("2025", "holds"), ("2020", "conflict")]
)
def test_years_of_ties_are_reckoned_from_their_beginning(date: str, verdict: str) -> None:
    f = one(_duration(33, date), rule="duration")
    assert f.verdict == verdict and set(f.statements) == {"st_tie", "st_years"}


def test_a_wrong_duration_is_repaired_by_either_date() -> None:
    f = one(_duration(30, "2025"), rule="duration")
    assert [(r.statement, r.kind, r.after) for r in f.repairs if r.kind == "period"] == [
        ("st_tie", "period", "1995"),
        ("st_years", "period", "2022"),
    ]


def test_a_duration_without_date_dates_its_text() -> None:
    f = one(_duration(33, None), rule="duration")
    assert f.verdict == "implied" and "2025" in f.because


def test_a_trend_in_a_sentence_of_its_own_is_found_in_the_text() -> None:
    text = "Turnover reached 6.3 billion in 2024. The past five years reveal a steady increase in trade. Nothing else."
    told = [replace(millions("trade", "KAZ,TUR", "2024", "6300"), evidence=Evidence("d1", 0, 37, text[:37]))]
    found = [f for f in reconcile(told, _series(), texts={"d1": text}) if f.rule == "superlative"]
    (f,) = found
    assert f.verdict == "conflict" and f.statements == (told[0].id,) and "steady increase" in f.because


def test_a_duration_in_a_text_without_date_is_held_against_what_it_tells() -> None:
    told = [*_duration(33, None), millions("trade", "KAZ,BGR", "2024", "375.2")]
    assert one(told, rule="duration").verdict == "holds"
    told = [*_duration(20, None), millions("trade", "KAZ,BGR", "2024", "375.2")]
    assert one(told, rule="duration").verdict == "conflict"


@pytest.mark.parametrize(("reporter", "flow", "verdict"), [("BGR", "M", "holds"), ("KAZ", "X", "conflict")])
def test_the_other_side_s_figure_has_freight_in_it(reporter: str, flow: str, verdict: str) -> None:
    partner = "KAZ" if reporter == "BGR" else "BGR"
    told = [millions("exports", "KAZ>BGR", "2024", "303.6")]
    f = one(told, [official(reporter, partner, flow, "2024", 340e6)], rule="official")
    assert f.verdict == verdict
    assert ("§R14" in f.because) == (reporter == "BGR")
