"""`dragoman export` and `dragoman import` on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.library import read
from tests.conftest import ROOT


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    code = "from dragoman.cli.app import main; main()"
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "r.duckdb"
    read(ROOT / "examples" / "articles" / "bulgaria-trade-2024.txt").save(path)
    return path


def test_an_export_goes_to_a_file_with_its_codebook(record: Path, tmp_path: Path) -> None:
    done = _run("export", "polecat", record, "-o", tmp_path / "e.tsv", "--pair", "kaz-bgr")
    assert done.returncode == 0 and done.stdout == ""
    assert sorted(p.name for p in tmp_path.iterdir()) == ["e.tsv", "e.tsv.codebook.json"]
    assert "left out" in done.stderr


def test_statements_go_through_standard_output_and_back(record: Path, tmp_path: Path) -> None:
    lines = _run("export", "jsonl", record).stdout
    (tmp_path / "s.jsonl").write_text(lines, encoding="utf-8")
    assert _run("export", "jsonl", tmp_path / "s.jsonl").stdout == lines != ""


def test_an_archive_makes_an_equal_record(record: Path, tmp_path: Path) -> None:
    assert _run("export", "archive", record, "-o", tmp_path / "a.zip").returncode == 0
    assert _run("import", "archive", tmp_path / "a.zip", tmp_path / "again.duckdb").returncode == 0
    assert _run("export", "jsonl", tmp_path / "again.duckdb").stdout == _run("export", "jsonl", record).stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("export", "none", "{record}"), 2, "no export format"),
        (("export", "csv", "{record}", "--pair", "KAZ-KAZ"), 2, "two different codes"),
        (("export", "csv", "missing.duckdb"), 1, "no such record"),
        (("export", "archive", "{record}"), 2, "-o FILE.zip"),
        (("import", "csv", "x", "y"), 2, "no import format"),
        (("import", "archive", "missing.zip", "new.duckdb"), 1, "no such file"),
    ],
)
def test_wrong_calls_say_what_to_do(
    record: Path, tmp_path: Path, arguments: tuple[str, ...], status: int, words: str
) -> None:
    given = [a.format(record=record) if "{" in a else a for a in arguments]
    given = [str(tmp_path / a) if a.startswith(("missing", "new")) else a for a in given]
    done = _run(*given)
    assert (done.returncode, done.stdout) == (status, "")
    assert words in done.stderr and len(done.stderr.splitlines()) == 1
