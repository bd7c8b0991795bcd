"""Eurostat, IMF, World Bank and OECD through sdmx1, against recorded answers."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.errors import MissingExtra, UsageError
from dragoman.statistics.answers import Answers, Asker
from dragoman.statistics.requests import Fetched, Query
from dragoman.statistics.services import fetch_service, services
from tests.unit.statistics.service import Reply, recorded, serving

XML = "application/xml"
PAIR = Query(("KAZ",), ("BGR",), ("2022", "2023"))


def _fetch(
    id: str, replies: dict[str, list[Reply]], query: Query, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Fetched, list[str], list[float]]:
    pytest.importorskip("sdmx")
    pauses: list[float] = []
    with serving(replies) as service:
        monkeypatch.setenv(f"DRAGOMAN_{services()[id].client}_URL", service.url)
        asker = Asker(Answers(tmp_path, today=lambda: "2025-07-01"), 0.0, 2, pause=pauses.append)
        fetched = fetch_service(services()[id], query, asker)
        return fetched, [path for path, _ in service.asked], pauses


def test_comext_is_asked_for_the_side_that_the_union_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = {"A.BG.KZ.TOTAL": [Reply(recorded("comext.xml"), kind=XML)]}
    fetched, asked, _ = _fetch("comext", replies, PAIR, tmp_path, monkeypatch)
    assert len(asked) == 1 and "DS-045409/A.BG.KZ.TOTAL.1+2.VALUE_IN_EUROS" in asked[0]
    assert "startPeriod=2022" in asked[0] and "endPeriod=2023" in asked[0]
    one, two = fetched.loaded.observations
    assert (one.series.indicator, one.series.reporter, one.series.partner) == ("imports", "BGR", "KAZ")
    assert (one.series.unit, one.value, one.valuation, one.as_of) == (
        "EUR",
        Decimal("900.25"),
        "CIF",
        "2025-07-01",
    )
    assert (two.period, two.status, two.source) == ("2023", "P", "Eurostat DS-045409")
    assert any("KAZ" in note for note in fetched.loaded.notes)


def test_the_imf_is_cut_to_the_periods_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replies = {"KAZ.XG_FOB_USD": [Reply(recorded("imf.xml"), kind=XML)], "BGR.": [Reply(status=404)]}
    fetched, asked, _ = _fetch("imf", replies, PAIR, tmp_path, monkeypatch)
    assert len(asked) == 2
    found = {(o.series.indicator, o.period): o for o in fetched.loaded.observations}
    assert set(found) == {("exports", "2023"), ("imports", "2023")}
    assert found["exports", "2023"].value == 27277769 and found["exports", "2023"].status == "E"
    assert (found["exports", "2023"].valuation, found["imports", "2023"].valuation) == ("FOB", "CIF")
    assert any("nothing of BGR with KAZ" in note for note in fetched.loaded.notes)


def test_the_world_bank_has_the_size_of_economies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    query = Query(("KAZ",), (None,), ("2024",))
    replies = {"/data/": [Reply(recorded("worldbank.xml"), kind=XML)]}
    fetched, _, _ = _fetch("worldbank", replies, query, tmp_path, monkeypatch)
    (o,) = fetched.loaded.observations
    assert (o.series.indicator, o.series.partner, o.series.unit, o.value) == (
        "population",
        None,
        "person",
        20592571,
    )
    with pytest.raises(UsageError, match="no figures by partner"):
        _fetch("worldbank", replies, PAIR, tmp_path, monkeypatch)


def test_balanced_figures_of_the_oecd_are_marked_as_estimates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = Query(("TUR",), ("KAZ",), ("2023",), mirror=False)
    replies = {"/data/": [Reply(recorded("oecd.xml"), kind=XML)]}
    fetched, _, _ = _fetch("oecd", replies, query, tmp_path, monkeypatch)
    (o,) = fetched.loaded.observations
    assert (o.value, o.series.unit, o.status, o.series.product) == (Decimal("1500500000"), "USD", "E", None)


def test_a_refusal_says_what_was_asked_and_a_second_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = {"KAZ.XG_FOB_USD": [Reply(recorded("imf.xml"), kind=XML)], "BGR.": [Reply(status=503)]}
    fetched, asked, _ = _fetch("imf", first, PAIR, tmp_path, monkeypatch)
    (refusal,) = fetched.refusals
    assert len(fetched.loaded.observations) == 2 and len(asked) == 3
    assert "BGR.XG_FOB_USD+MG_CIF_USD.KAZ.A" in str(refusal) and "503" in str(refusal)
    assert "same command again" in str(refusal) and str(tmp_path) in str(refusal)
    again, asked, _ = _fetch("imf", {"BGR.": [Reply(status=404)]}, PAIR, tmp_path, monkeypatch)
    assert len(asked) == 1 and not again.refusals and len(again.loaded.observations) == 2


def test_without_sdmx1_the_package_to_install_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sdmx", None)
    with pytest.raises(MissingExtra, match=r"dragoman\[official\]"):
        fetch_service(services()["imf"], PAIR, Asker(Answers(tmp_path)))
