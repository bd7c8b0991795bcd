"""The commands reconcile, ledger and pledges, as scripts use them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.desk.ledger import ledger
from dragoman.desk.pledges import pledges
from dragoman.desk.reconcile import Gathered
from dragoman.model.findings import REPAIRS, RULES, VERDICTS
from dragoman.model.statements import Evidence, Statement, to_json
from tests.unit.reconciling.told import figure, millions, official, tie

FIELDS = [
    "id", "rule", "verdict", "series", "period", "stated", "expected", "statements", "observations", "repairs", "because",
]  # fmt: skip


def _run(*arguments: str | Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    code = "from dragoman.cli.app import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        input=text,
        check=False,
    )


def _write(path: Path, told: list[Statement]) -> Path:
    path.write_text("".join(json.dumps(to_json(s)) + "\n" for s in told), encoding="utf-8")
    return path


def _article() -> list[Statement]:
    return [
        millions("trade", "KAZ,BGR", "2024", "375.2", id="st_t"),
        millions("exports", "BGR>KAZ", "2024", "71.6", id="st_m"),
        figure("exports", "KAZ>BGR", "2024", 303.6, 303.55, 303.65, id="st_x"),
        figure("trade", "KAZ,BGR", "2024", 4, 3.5, 4, measure="multiple", base="2023", id="st_k"),
    ]


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_reconcile_prints_findings_as_the_interface_has_them(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "reporter,partner,flow,period,value,unit,source,as_of\nKAZ,BGR,X,2024,303594691.58,USD,BNS,2025-07\n",
        encoding="utf-8",
    )
    done = _run(
        "reconcile", _write(tmp_path / "s.jsonl", _article()), "--statistics", table, "--format", "jsonl"
    )
    assert done.returncode == 0, done.stderr
    findings = _lines(done.stdout)
    assert findings[0]["verdict"] == "conflict"
    for f in findings:
        assert list(f) == FIELDS
        assert f["id"].startswith("fi_") and f["rule"] in RULES and f["verdict"] in VERDICTS
        assert list(f["series"]) == ["indicator", "reporter", "partner", "product", "unit"]
        assert all(
            list(r) == ["statement", "kind", "from", "to", "why"] and r["kind"] in REPAIRS
            for r in f["repairs"]
        )
        assert all(list(o) == ["source", "series", "period", "value", "as_of"] for o in f["observations"])
        assert f["because"].endswith(".")
    assert len({f["id"] for f in findings}) == len(findings)


def test_the_order_of_lines_changes_nothing(tmp_path: Path) -> None:
    told = _article()
    one = _run("reconcile", _write(tmp_path / "a.jsonl", told), "--format", "jsonl")
    other = _run("reconcile", _write(tmp_path / "b.jsonl", told[::-1]), "--format", "jsonl")
    assert one.stdout and one.stdout == other.stdout


def test_a_bad_line_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = _write(tmp_path / "s.jsonl", _article())
    path.write_text('{"kind": 3\n' + path.read_text(encoding="utf-8") + '{"id": "x"}\n', encoding="utf-8")
    done = _run("reconcile", path, "--format", "jsonl")
    assert done.returncode == 1
    assert "line 1" in done.stderr and "line 6" in done.stderr
    assert any(f["verdict"] == "conflict" for f in _lines(done.stdout))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["reconcile", "none.jsonl", "--format", "xml"], "--format"),
        (["ledger", "KAZ", "QQQ", "x.jsonl"], "QQQ"),
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], named: str) -> None:
    done = _run(*arguments)
    assert done.returncode == 2 and named in done.stderr


def test_a_missing_file_is_status_1() -> None:
    done = _run("reconcile", "none.jsonl")
    assert done.returncode == 1 and "none.jsonl" in done.stderr


def test_standard_input_is_read(tmp_path: Path) -> None:
    text = _write(tmp_path / "s.jsonl", _article()).read_text(encoding="utf-8")
    assert _lines(_run("reconcile", "-", "--format", "jsonl", text=text).stdout)


def test_a_ledger_keeps_stated_derived_inferred_and_official_apart() -> None:
    told = [*_article()[:2], _article()[3]]
    rows = ledger(Gathered(told, [official("KAZ", "BGR", "X", "2024", 303.6e6)]), "KAZ", "BGR")
    cells = {(r.series.indicator, r.series.reporter, r.period): r for r in rows}
    turnover = cells["trade", "BGR", "2024"]
    assert turnover.stated and not turnover.derived and not turnover.official
    exports = cells["exports", "KAZ", "2024"]
    assert not exports.stated and exports.derived is not None and exports.official is not None
    assert set(exports.derived.statements) == {"st_t", "st_m"}
    before = cells["trade", "BGR", "2023"]
    assert before.derived is None and before.inferred is not None and "3.5 to 4 times" in before.inferred.why


def test_ledger_and_pledges_print_json(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "s.jsonl", [*_article(), millions("trade", "KAZ,BGR", "2030", "1000", status="target")]
    )
    rows = _lines(_run("ledger", "KAZ", "BGR", path, "--format", "jsonl").stdout)
    assert {"series", "period", "stated", "derived", "inferred", "official"} == set(rows[0])
    (pledge,) = _lines(_run("pledges", "KAZ", "BGR", path, "--format", "jsonl").stdout)
    assert pledge["due"] == "2030" and pledge["required_percent_a_year"] == pytest.approx(17.7, abs=0.1)


def _outcome(told: list[Statement], on: str | None = None) -> str:
    return pledges(Gathered(told), on=on)[0].outcome


def test_a_target_not_reached_in_time_is_overdue() -> None:
    told = [
        millions("trade", "KAZ,TUR", "2020", "10000", status="target"),
        millions("trade", "KAZ,TUR", "2024", "6300"),
    ]
    assert _outcome(told) == "overdue"
    told[0] = millions("trade", "KAZ,TUR", "2030", "10000", status="target")
    assert _outcome(told) == "unknown"
    assert _outcome(told, on="2031-01-01") == "overdue"


def test_a_target_that_was_reached_is_kept() -> None:
    told = [
        millions("trade", "KAZ,TUR", "2025", "5000", status="target"),
        millions("trade", "KAZ,TUR", "2024", "6300"),
    ]
    assert _outcome(told) == "kept"


def test_a_later_target_supersedes() -> None:
    told = [
        millions("trade", "KAZ,TUR", "2025", "10000", status="target", id="st_old"),
        millions("trade", "KAZ,TUR", "2030", "15000", status="target", id="st_new"),
    ]
    outcomes = {p.statement.id: p.outcome for p in pledges(Gathered(told))}
    assert outcomes == {"st_old": "superseded", "st_new": "unknown"}


def test_a_target_without_date_says_so() -> None:
    told = [
        figure("trade", "KAZ,TUR", None, 10**10, 9.5e9, 10.5e9, status="target"),
        millions("trade", "KAZ,TUR", "2024", "6300"),
    ]
    (p,) = pledges(Gathered(told))
    assert "no date given" in p.because and "+58.7%" in p.because


def test_a_visit_that_took_place_is_kept() -> None:
    planned = tie(
        "visit", "BGR>KAZ", None, kind="contact", status="planned", people=["Rumen Radev"], document="a"
    )
    done = tie(
        "meeting",
        "BGR,KAZ",
        "2025-06",
        kind="contact",
        people=["Rumen Radev", "Kassym-Jomart Tokayev"],
        document="b",
    )
    other = tie("meeting", "BGR,KAZ", "2025-06", kind="contact", people=["Somebody Else"], document="b")
    assert _outcome([planned, done]) == "kept"
    assert _outcome([planned, other]) == "unknown"


def test_a_street_of_the_other_country_keeps_no_promise() -> None:
    planned = tie(
        "honour",
        "KAZ>BGR",
        None,
        "a street in Astana will be named after Sofia",
        status="planned",
        document="a",
    )
    other = tie("honour", "BGR>KAZ", "2018", "a street in Sofia was named after Astana", document="b")
    assert _outcome([planned, other]) == "unknown"


def test_a_target_whose_text_says_it_is_late_is_overdue() -> None:
    text = "They aim at 10 billion. Wars have delayed the objective beyond the initial deadline."
    target = figure("trade", "KAZ,TUR", None, 10**10, 9.5e9, 10.5e9, status="target", text=text[:22])
    target = replace(target, evidence=Evidence("d1", 0, 22, text[:22]))
    (p,) = pledges(Gathered([target], texts={"d1": text}))
    assert p.outcome == "overdue" and "no date given" in p.because
