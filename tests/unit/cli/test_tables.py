"""Tables of findings, figures and pledges: on a narrow terminal, without a row, and without their input."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli.app import app
from dragoman.cli.tables import print_rows

STATEMENTS = [
    {
        "id": "st_a", "kind": "figure", "mode": "trade", "actor": ["KAZ", "BGR"], "recipient": [],
        "date": "2024", "status": "actual", "measure": "level", "value": 375200000, "unit": "USD",
        "evidence": {"document": "a", "start": 0, "end": 3, "text": "375"}, "rule": "r", "confidence": 0.9,
    }
]  # fmt: skip


def _run(*arguments: str | Path, columns: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], env={"COLUMNS": columns})


@pytest.fixture
def statements(tmp_path: Path) -> Path:
    path = tmp_path / "st.jsonl"
    path.write_text("".join(json.dumps(s) + "\n" for s in STATEMENTS), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command", [("reconcile",), ("pledges",), ("ledger", "KAZ", "BGR"), ("claims",)], ids=lambda c: str(c[0])
)
def test_a_record_that_is_not_there_is_all_that_is_said(command: Sequence[str], tmp_path: Path) -> None:
    done = _run(*command, tmp_path / "nope.duckdb")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "no such record" in done.stderr


def test_a_file_that_is_not_there_is_told_without_the_number_of_the_error(tmp_path: Path) -> None:
    done = _run("reconcile", tmp_path / "nope.jsonl")
    assert "no such file or directory" in done.stderr and "Errno" not in done.stderr


def test_where_there_is_nothing_to_list_that_is_said(statements: Path) -> None:
    done = _run("pledges", "KAZ", "BGR", statements)
    assert done.exit_code == 0
    assert (done.stdout, done.stderr) == ("", "dragoman: no pledges of KAZ and BGR in 1 statement\n")


@pytest.mark.parametrize("names", [("KAZ", "BGR"), ("kaz", "bgr"), ("Kazakhstan", "Bulgaria")])
def test_countries_are_taken_by_name_or_code(names: tuple[str, str], statements: Path) -> None:
    assert "375.15 to 375.25 million USD" in _run("ledger", *names, statements, columns="200").stdout
    assert "pledges of KAZ and BGR" in _run("pledges", *names, statements).stderr


def test_a_country_misspelt_before_the_inputs_is_told_as_one(statements: Path) -> None:
    done = _run("pledges", "Bulgria", statements)
    assert "no country 'Bulgria'; did you mean Bulgaria" in str(done.exception)


def test_a_ledger_on_a_narrow_terminal_is_a_paragraph_a_row(statements: Path) -> None:
    lines = _run("ledger", "KAZ", "BGR", statements, columns="80").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0].split("  ") == ["turnover between Bulgaria and Kazakhstan", "2024"]
    assert lines[1].strip().startswith("stated: 375.15 to 375.25 million USD")


def test_rows_are_columns_where_there_is_room(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [("holds", "sum", "[2024]", "it adds up")]
    for columns, text in (("160", " holds     sum "), ("80", "holds  sum  [2024]\n  it adds up")):
        monkeypatch.setenv("COLUMNS", columns)
        print_rows(("verdict", "rule", "period", "because"), rows, 3)
        assert text in capsys.readouterr().out
