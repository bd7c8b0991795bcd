"""The commands route, scenario, flows and claims."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.errors import NoRoute, UnknownCode, UsageError

runner = CliRunner()
AVOID = ["--avoid", "RUS", "--avoid", "IRN"]


def _json(*arguments: str) -> dict[str, Any]:
    result = runner.invoke(app, [*arguments, "--format", "json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    (line,) = result.stdout.splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


@pytest.fixture(scope="module")
def varna() -> dict[str, Any]:
    return _json("route", "Altynkol", "Varna", *AVOID, "--regime", "measured", "--scenario", "varna-burgas")


def test_route_prints_one_object_of_the_agreed_shape(varna: dict[str, Any]) -> None:
    assert (varna["from"], varna["to"]) == ("Altynkol", "Varna")
    assert (varna["scenario"], varna["regime"]) == ("varna-burgas", "measured")
    for route in varna["routes"]:
        assert set(route) >= {"legs", "km", "hours", "usd_per_feu", "kgco2e_per_teu"}
        assert set(route["hours"]) == {"p10", "p50", "p90", "mean"}
        assert set(route["usd_per_feu"]) == set(route["kgco2e_per_teu"]) == {"low", "high"}
        for leg in route["legs"]:
            assert set(leg) >= {"from", "to", "mode", "service", "km", "hours", "source"}
            assert set(leg["hours"]) == {"p10", "p50", "p90"}
            assert leg["source"]


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("route", "Altynkol", "Aktau"), "--diagram"),
        (("route", "Altynkol", "Aktau"), "--map"),
        (("scenario", "kuryk-closed"), "--save"),
        (("flows",), "--map"),
    ],
)
def test_files_are_written_though_nobody_reads_the_output(
    arguments: tuple[str, ...], option: str, tmp_path: Path
) -> None:
    path = tmp_path / ("written.yaml" if option == "--save" else "written.svg")
    command = [sys.executable, "-m", "dragoman", *arguments, option, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        running.stdout.close()
        running.communicate()
    assert path.stat().st_size


def test_legs_join_and_add_up(varna: dict[str, Any]) -> None:
    for route in varna["routes"]:
        legs = route["legs"]
        assert legs[0]["from"] == "Altynkol" and legs[-1]["to"] == "Varna"
        assert all(a["to"] == b["from"] for a, b in pairwise(legs))
        assert sum(leg["km"] for leg in legs) == pytest.approx(route["km"], abs=1)


def test_waiting_and_transfers_are_legs(varna: dict[str, Any]) -> None:
    modes = {leg["mode"] for leg in varna["routes"][0]["legs"]}
    assert {"wait", "transfer", "border", "rail", "sea"} <= modes


def test_the_fastest_route_comes_first_and_none_is_dominated(varna: dict[str, Any]) -> None:
    means = [r["hours"]["mean"] for r in varna["routes"]]
    costs = [r["usd_per_feu"]["low"] + r["usd_per_feu"]["high"] for r in varna["routes"]]
    co2 = [r["kgco2e_per_teu"]["low"] for r in varna["routes"]]
    assert means[0] == min(means)
    for i in range(len(means)):
        for j in range(len(means)):
            worse = means[i] > means[j] + 1 and costs[i] > costs[j] + 0.1 and co2[i] > co2[j] + 0.1
            assert not worse


def test_via_is_passed_and_avoid_is_not() -> None:
    found = _json("route", "Altynkol", "Istanbul", "--via", "Kars", *AVOID)
    for route in found["routes"]:
        places = {leg["from"] for leg in route["legs"]} | {leg["to"] for leg in route["legs"]}
        assert "Kars" in places
        assert not places & {"Moscow", "Novorossiysk", "Astrakhan", "Tehran", "Makhachkala"}


def test_a_mode_can_be_avoided() -> None:
    found = _json("route", "Shanghai", "Rotterdam", "--avoid", "rail")
    assert all(leg["mode"] != "rail" for route in found["routes"] for leg in route["legs"])


def test_the_table_tells_days_and_sources() -> None:
    result = runner.invoke(app, ["route", "Aktau", "Baku"], catch_exceptions=False)
    assert result.exit_code == 0
    assert "Aktau to Baku (official)" in result.stdout
    assert "Aktau-Alat feeder" in result.stdout


def test_pictures_are_written(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("out/d.svg", "m.geojson", "m.svg")]
    for option, path in zip(("--diagram", "--map", "--map"), files):
        result = runner.invoke(app, ["route", "Aktau", "Poti", option, str(path)], catch_exceptions=False)
        assert result.exit_code == 0
    assert files[0].read_text(encoding="utf-8").startswith("<svg")
    assert json.loads(files[1].read_text(encoding="utf-8"))["type"] == "FeatureCollection"
    assert "<polyline" in files[2].read_text(encoding="utf-8")


def test_scenario_compares_pair_by_pair() -> None:
    found = _json("scenario", "varna-burgas", "--pair", "Altynkol:Varna")
    (pair,) = found["pairs"]
    assert found["changes"]["open"]
    assert pair["changed"] is True
    for side in ("before", "after"):
        assert {"hours", "spread_hours", "usd_per_feu", "kgco2e_per_teu", "capacity"} <= set(pair[side])
    assert {"hours", "spread_hours", "usd_per_feu", "kgco2e_per_teu", "capacity", "bottleneck"} <= set(
        pair["difference"]
    )


def test_a_scenario_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "title: No feeder\nsource: a test\nclose: [AKTAU-ALAT-FEEDER]\nhubs: false\npairs: [[Aktau, Baku]]\n"
    )
    found = _json("scenario", str(path))
    assert found["scenario"] == "mine"
    assert found["pairs"][0]["difference"]["hours"] >= 0


def test_a_project_statement_becomes_a_draft(tmp_path: Path) -> None:
    text = "incorporating Varna and Burgas into the Trans-Caspian International Transport Corridor (TITR)"
    line = {
        "id": "st_9",
        "kind": "project",
        "mode": "integration",
        "actor": ["BGR", "KAZ"],
        "recipient": [],
        "date": None,
        "status": "proposed",
        "evidence": {"document": "seed.txt", "start": 10, "end": 10 + len(text), "text": text},
        "rule": "r",
        "confidence": 1,
    }
    path = tmp_path / "statements.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    found = _json("scenario", "--from", "st_9", str(path))
    assert found["evidence"]["statement"] == "st_9"
    assert "BATUMI-VARNA" in found["changes"]["open"]
    assert found["assets"] == ["Varna", "Burgas", "Trans-Caspian route"]
    assert found["lacking"] == []
    with pytest.raises(UsageError, match="no statement 'st_8'"):
        runner.invoke(app, ["scenario", "--from", "st_8", str(path)], catch_exceptions=False)


def test_a_table_of_flows_names_places_and_no_ids() -> None:
    shown = runner.invoke(app, ["flows"], catch_exceptions=False, env={"COLUMNS": "200"}).stdout
    assert "Saint Petersburg to Southern Baltic" in shown and "S-BALTIC" not in shown
    assert "780,000 t/y" in shown


def test_flows_tell_bottlenecks(tmp_path: Path) -> None:
    path = tmp_path / "demand.csv"
    path.write_text(
        "from,to,cargo,class,value,unit,usd_per_h,source\nAktau,Baku,container,a,250,kTEU/y,0,a test\n",
        encoding="utf-8",
    )
    found = _json("flows", "--demand", str(path))
    assert found["feasible"] is True
    assert [d["value"] for d in found["demand"]] == [2_500_000]
    assert any(
        "Aktau-Alat feeder" in b["at"] and b["shadow_price"]["value"] > 0 for b in found["bottlenecks"]
    )
    assert "Aktau-Alat feeder" in {b["place"] for b in found["bottlenecks"]}
    picture = tmp_path / "flows.svg"
    result = runner.invoke(
        app, ["flows", "--demand", str(path), "--map", str(picture)], catch_exceptions=False
    )
    assert result.exit_code == 0
    assert "<polyline" in picture.read_text(encoding="utf-8")


def test_amounts_of_statements_are_a_demand(tmp_path: Path) -> None:
    told = (
        ("50,000 TEU went from Altynkol to Poti", 50_000, "TEU", "2024", "actual"),
        ("40,000 TEU went from Altynkol to Poti", 40_000, "TEU", "2023", "actual"),
        ("a goal of 90,000 TEU from Altynkol to Poti", 90_000, "TEU", "2029", "target"),
        ("1.4 million tonnes of oil by Baku-Tbilisi-Ceyhan", 1_400_000, "t", "2023", "actual"),
        ("1 million tonnes of cargo", 1_000_000, "t", "2023", "actual"),
    )
    path = tmp_path / "statements.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, (text, value, unit, date, status) in enumerate(told):
            line = {
                "id": f"st_{number}",
                "kind": "figure",
                "mode": "cargo",
                "actor": ["KAZ"],
                "recipient": [],
                "date": date,
                "status": status,
                "evidence": {"document": "a.txt", "start": 0, "end": len(text), "text": text},
                "rule": "r",
                "confidence": 1,
                "measure": "level",
                "value": value,
                "low": value,
                "high": value,
                "unit": unit,
            }
            file.write(json.dumps(line) + "\n")
    found = _json("flows", "--statements", str(path))
    assert [(d["from"], d["to"], d["cargo"], d["value"]) for d in found["demand"]] == [
        ("Altynkol", "Poti", "container", 500_000),
        ("Sangachal", "Ceyhan", "oil", 1_400_000),
    ]
    assert found["demand"][0]["source"] == "st_0 (a.txt)"


def test_a_demand_that_does_not_fit_says_what_stops_it(tmp_path: Path) -> None:
    path = tmp_path / "demand.csv"
    path.write_text(
        "from,to,cargo,class,value,unit,usd_per_h,source\nTengiz,Novorossiysk,oil,a,200,Mt/y,0,a test\n",
        encoding="utf-8",
    )
    found = _json("flows", "--demand", str(path))
    assert found["feasible"] is False
    assert found["shortfalls"]


def test_claims_are_held_against_the_network(tmp_path: Path) -> None:
    text = "Containers go from Altynkol to Poti in 4 days"
    line = {
        "id": "st_1",
        "kind": "figure",
        "mode": "duration",
        "actor": ["KAZ"],
        "recipient": [],
        "date": "2024",
        "status": "actual",
        "evidence": {"document": "a.txt", "start": 0, "end": len(text), "text": text},
        "rule": "r",
        "confidence": 1,
        "measure": "level",
        "value": 4,
        "low": 3.5,
        "high": 4.5,
        "unit": "day",
    }
    path = tmp_path / "statements.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    found = _json("claims", str(path))
    assert (found["rule"], found["verdict"]) == ("duration", "conflict")


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (["route", "Altynkl", "Poti"], UnknownCode, "Altynkol"),
        (["route", "Altynkol", "Poti", "--avoid", "KAZ"], NoRoute, ""),
        (["route", "Altynkol", "Poti", "--avoid", "Rusia"], UnknownCode, "the country Russia"),
        (["route", "Altynkol", "Poti", "--scenario", "varna"], UnknownCode, "varna-burgas"),
        (["route", "Altynkol", "Poti", "--regime", "fast"], UsageError, "official or measured"),
        (["route", "Altynkol", "Poti", "--depart", "soon"], UsageError, "departure 'soon' is no date"),
        (["route", "Altynkol", "Poti", "--cargo", "tea"], UsageError, "container"),
        (["route", "Altynkol", "Poti", "--format", "xml"], UsageError, "json, table"),
        (["route", "Altynkol", "Poti", "--diagram", "x.pdf"], UsageError, "write .svg or .png"),
        (["scenario"], UsageError, "one scenario"),
        (["scenario", "btk-full", "--pair", "Baku"], UsageError, "FROM:TO"),
    ],
)
def test_wrong_questions_get_a_remedy(arguments: list[str], error: type[Exception], words: str) -> None:
    with pytest.raises(error) as caught:
        runner.invoke(app, arguments, catch_exceptions=False)
    assert words in str(caught.value)


def test_a_wrong_place_is_exit_status_2_and_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from dragoman.cli.app import main; main()", "route", "Nowhereville", "Poti"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "did you mean" in done.stderr


def test_a_departure_in_winter_waits_longer_for_the_weather() -> None:
    days = {}
    for month in ("2025-06-02", "2025-11-24"):
        found = _json("route", "Kuryk", "Alat", "--avoid", "rail", "--regime", "measured", "--depart", month)
        days[month] = found["routes"][0]["hours"]["mean"]
    assert days["2025-11-24"] > days["2025-06-02"]
