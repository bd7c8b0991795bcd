"""The commands load, fetch and show, as people and scripts use them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.statistics.service import RECORDED, Reply, recorded, serving

ROWS = """reporter,partner,flow,period,value,unit,source,as_of,valuation,obs_status
KAZ,BGR,X,2023,1000,USD,BNS,2024-02,FOB,P
KAZ,BGR,X,2023,1030,USD,BNS,2024-07,FOB,A
KAZ,QQQ,X,2023,5,USD,BNS,,,
BGR,KAZ,M,2023,1090,USD,NSI,2024-07,CIF,A
"""


def _run(folder: Path, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    code = "from dragoman.cli.app import main; main()"
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("DRAGOMAN_", "COMTRADE"))}
    here = {"PYTHONPATH": str(Path(__file__).resolve().parents[3] / "src"), "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-c", code, "statistics", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=clean | here | environment,
    )


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_what_loads_goes_into_the_record_and_the_rest_is_named(tmp_path: Path, table: Path) -> None:
    done = _run(tmp_path, "load", table, "--into", "r.duckdb")
    assert done.returncode == 1
    assert done.stdout == "3 official figures, 3 of them new or revised, in r.duckdb\n"
    assert "row 4" in done.stderr and "'QQQ'" in done.stderr and "alpha-3" in done.stderr
    again = _run(tmp_path, "load", table, "--into", "r.duckdb")
    assert "0 of them new" in again.stdout
    shown = _run(tmp_path, "show", "kaz", "bgr", "r.duckdb", "--format", "jsonl")
    (row,) = _lines(shown.stdout)
    assert [(r["value"], r["as_of"], r["valuation"], r["obs_status"]) for r in row["reports"]] == [
        (1000, "2024-02", "FOB", "P"),
        (1030, "2024-07", "FOB", "A"),
        (1090, "2024-07", "CIF", "A"),
    ]
    assert row["official"] == [1030, 1090] and row["mirror"]["verdict"] == "agrees"
    low, high = row["estimate"]["interval"]
    assert low < row["estimate"]["centre"] < high
    assert row["revisions"][0] == {"source": "BNS", "factor": [0.943, 1.057], "seen": 1, "learnt": False}


def test_a_file_that_is_in_order_gives_status_0(tmp_path: Path) -> None:
    done = _run(tmp_path, "load", RECORDED / "imf_2.csv", "-o", "-")
    assert done.returncode == 0 and done.stdout.startswith(
        "reporter,partner,flow,period,value,unit,source,as_of"
    )
    assert "KAZ,BGR,X,2023,27250000,USD,IMF IMTS,,FOB,A,," in done.stdout
    assert "ACTION is D" in done.stderr


def test_without_a_record_the_sample_is_shown(tmp_path: Path) -> None:
    done = _run(tmp_path, "show", "KAZ", "BGR")
    assert done.returncode == 0, done.stderr
    assert "379,296,845.24" in done.stdout and "Bureau of National Statistics of Kazakhstan" in done.stdout
    none = _run(tmp_path, "show", "FRA", "JPN")
    assert "dragoman statistics fetch comtrade --reporter FRA --partner JPN" in none.stderr


def test_unknown_countries_and_formats_are_refused(tmp_path: Path) -> None:
    assert _run(tmp_path, "show", "KAZ", "QQQ").returncode == 2
    assert _run(tmp_path, "show", "KAZ", "BGR", "--format", "xml").returncode == 2
    assert _run(tmp_path, "load", "bundled", "--as-of", "soon").returncode == 2
    assert _run(tmp_path, "fetch", "nobody", "--reporter", "KAZ", "--period", "2024").returncode == 2


def test_what_is_fetched_goes_into_the_record_and_a_refusal_says_how_to_go_on(tmp_path: Path) -> None:
    asked = (
        "fetch",
        "comtrade",
        "--reporter",
        "KAZ",
        "--partner",
        "BGR",
        "--period",
        "2023",
        "--cache",
        "kept",
    )
    replies = {
        "reporterCode=398": [Reply(recorded("comtrade_398_100.json"))],
        "reporterCode=100": [Reply(status=403), Reply(recorded("comtrade_100_398.json"))],
    }
    with serving(replies) as service:
        first = _run(tmp_path, *asked, DRAGOMAN_COMTRADE_URL=service.url)
        assert first.returncode == 1 and "2 official figures" in first.stdout
        assert "reporterCode=100" in first.stderr and "run the same command again" in first.stderr
        second = _run(tmp_path, *asked, DRAGOMAN_COMTRADE_URL=service.url)
    assert second.returncode == 0 and "3 official figures, 1 of them new" in second.stdout
    assert [("reporterCode=398" in path) for path, _ in service.asked] == [True, False, False]
    shown = _run(tmp_path, "show", "KAZ", "BGR", "--format", "jsonl")
    first_row = _lines(shown.stdout)[0]
    assert first_row["mirror"]["ratio"] == pytest.approx(1.0602, abs=1e-4)


def test_a_service_through_sdmx1_is_quiet_and_writes_a_table(tmp_path: Path) -> None:
    pytest.importorskip("sdmx")
    with serving({"/data/": [Reply(recorded("imf.xml"), kind="application/xml")]}) as service:
        done = _run(
            *(
                tmp_path,
                "fetch",
                "imf",
                "--reporter",
                "KAZ",
                "--partner",
                "BGR",
                "--period",
                "2023",
                "--no-mirror",
            ),
            *("--cache", "kept", "-o", "t.csv"),
            DRAGOMAN_IMF_DATA_URL=service.url,
        )
    assert (done.returncode, done.stderr) == (0, "")
    assert "KAZ,BGR,X,2023,27277769,USD,IMF IMTS" in (tmp_path / "t.csv").read_text(encoding="utf-8")


def test_reconcile_takes_every_form_and_the_sample(tmp_path: Path) -> None:
    from dragoman.desk.reconcile import gather

    found = gather([], ["bundled", RECORDED / "comext_1.csv", RECORDED / "comtrade_100_398.json"])
    assert {o.source for o in found.observations} >= {"Eurostat DS-045409", "UN Comtrade"}
    assert len(found.problems) == 4
