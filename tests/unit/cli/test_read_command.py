"""`dragoman read`, `explain` and `changes` as a user meets them."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from dragoman.cli.app import main
from dragoman.desk import ingest
from dragoman.output.statements import COLUMNS
from tests.fakes import reader

TEXT = "date: 2025-06-09\n\nBulgaria opened its embassy in 1994. Trade was $375.2 million – „so far“."


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Outcome]


@pytest.fixture
def dragoman(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Runs the command line in this process, with the small reader for the real one."""
    monkeypatch.setitem(sys.modules, "dragoman.reading.reader", reader)
    monkeypatch.setattr(ingest, "rules_version", lambda extra: "fake")

    def run(*arguments: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, arguments)])
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.jsonl").write_text(
        '{"id": "l1", "text": "An embassy."}\nno json\n{"id": "l3", "text": "Sport."}\n'
    )
    return folder


def test_json_lines_are_the_contract_and_nothing_else_is_printed(dragoman: Command, articles: Path) -> None:
    found = dragoman("read", articles / "one.txt", "--format", "jsonl")
    assert (found.status, found.err) == (0, "")
    tie, figure = found.lines
    assert list(tie) == [
        *("id", "kind", "mode", "actor", "recipient", "date", "status", "people", "organisations", "place"),
        *("object", "count", "attribution", "evidence", "rule", "confidence"),
    ]
    assert figure["value"] == 375_200_000
    assert figure["date"] == "2025-06-09"
    text = TEXT.split("\n\n")[1]
    evidence = figure["evidence"]
    assert isinstance(evidence, dict)
    assert text[evidence["start"] : evidence["end"]] == evidence["text"] == "$375.2 million"
    assert Path(evidence["document"]).stem == "one"


def test_what_cannot_be_read_is_named_with_its_line_and_the_rest_kept(
    dragoman: Command, articles: Path
) -> None:
    found = dragoman("read", articles, articles / "none.txt", "--format", "jsonl")
    assert found.status == 1
    assert [line["evidence"]["document"] for line in found.lines] == ["one.txt", "one.txt", "l1"]  # type: ignore[index]
    missing, bad = found.err.splitlines()
    assert missing.startswith(f"dragoman: {articles / 'none.txt'}: no such file")
    assert bad.startswith(f"dragoman: {articles / 'two.jsonl'}: line 2: not JSON")


def test_strict_stops_at_the_first_fault(dragoman: Command, articles: Path) -> None:
    found = dragoman("read", articles, articles / "none.txt", "--format", "jsonl", "--strict")
    assert (found.status, found.out) == (1, "")
    assert "--strict" in found.err


@pytest.mark.parametrize("date", ["last week", "2025-13", "06/09/2025"])
def test_a_wrong_date_says_what_edtf_looks_like(dragoman: Command, articles: Path, date: str) -> None:
    found = dragoman("read", articles, "--date", date)
    assert (found.status, found.out) == (2, "")
    assert all(example in found.err for example in (date, "2025-07-29", "2005/2024"))


def test_a_given_date_goes_before_the_header(dragoman: Command, articles: Path) -> None:
    found = dragoman("read", articles / "one.txt", "--date", "2024", "--format", "jsonl")
    assert {line["date"] for line in found.lines} == {"2024"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "x", "--format", "xml"),
        ("read", "x", "--workers", "0"),
        ("read", "x", "--rules", "nowhere"),
    ],
)
def test_wrong_usage_ends_with_two(dragoman: Command, arguments: tuple[str, ...]) -> None:
    assert dragoman(*arguments).status == 2


def test_the_table_shows_documents_parties_values_and_passages(dragoman: Command, articles: Path) -> None:
    found = dragoman("read", articles)
    for shown in (
        "one.txt",
        "2025-06-09",
        "BGR → KAZ",
        "BGR – KAZ",
        "375.2 m USD",
        "$375.2 million",
        "nothing on relations",
    ):
        assert shown in found.out
    assert "\x1b[" not in found.out
    assert max(map(len, found.out.splitlines())) <= 120


def test_csv_has_a_row_a_statement(dragoman: Command, articles: Path) -> None:
    found = dragoman("read", articles / "one.txt", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(found.out)))
    assert list(rows[0]) == list(COLUMNS)
    assert [(r["actor"], r["value"], r["text"]) for r in rows] == [
        ("BGR", "", "embassy"),
        ("BGR; KAZ", "375200000", "$375.2 million"),
    ]


def test_parquet_is_typed(dragoman: Command, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    assert dragoman("read", articles / "one.txt", "-o", out).status == 0
    with duckdb.connect() as connection:
        rows = connection.execute(f"SELECT actor, value, text FROM '{out}' ORDER BY start").fetchall()
    assert rows == [(["BGR"], None, "embassy"), (["BGR", "KAZ"], 375.2e6, "$375.2 million")]


def test_no_statements_make_an_empty_table_of_the_same_columns(dragoman: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sport.")
    assert dragoman("read", tmp_path / "a.txt", "-o", tmp_path / "o.parquet").status == 0
    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT * FROM '{tmp_path / 'o.parquet'}'")
        assert [c[0] for c in found.description or ()] == list(COLUMNS)
        assert found.fetchall() == []


def test_a_file_appears_only_when_it_is_whole(dragoman: Command, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    assert dragoman("read", tmp_path / "none", "-o", tmp_path / "no" / "out.jsonl").status == 2
    assert dragoman("read", articles / "one.txt", "-o", out).status == 0
    assert len(out.read_text().splitlines()) == 2
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_an_output_named_like_a_record_says_how_a_record_is_made(
    dragoman: Command, articles: Path, tmp_path: Path
) -> None:
    ended = dragoman("read", articles / "one.txt", "-o", tmp_path / "r.duckdb")
    assert (ended.status, f"--into {tmp_path / 'r.duckdb'}" in ended.err) == (2, True)
    assert not (tmp_path / "r.duckdb").exists()


def test_standard_input_is_a_dash(dragoman: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert len(dragoman("read", "-", "--format", "jsonl").lines) == 2


def test_a_record_is_filled_once(dragoman: Command, articles: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.duckdb"
    first = dragoman("read", articles, "--into", record)
    assert (first.status, first.out) == (1, "")
    assert "3 documents read, 0 as before; 3 statements added, 0 rows withdrawn" in first.err
    again = dragoman("read", articles, "--into", record)
    assert "0 documents read, 3 as before; 0 statements added, 0 rows withdrawn" in again.err


def test_a_statement_is_explained_from_a_record_and_from_its_text(
    dragoman: Command, articles: Path, tmp_path: Path
) -> None:
    record = tmp_path / "r.duckdb"
    dragoman("read", articles, "--into", record)
    id = str(dragoman("read", articles / "one.txt", "--format", "jsonl").lines[0]["id"])
    from_record, from_text = dragoman("explain", id, record), dragoman("explain", id, articles)
    assert from_record.out == from_text.out
    for shown in (id, "Bulgaria opened its ⟦embassy⟧ in 1994.", "fake.v1", "the word itself", "2025-06-09"):
        assert shown in from_record.out
    assert "Trade was" not in from_record.out


def test_a_statement_is_looked_for_in_the_record_of_the_environment(
    dragoman: Command, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragoman("read", articles, "--into", tmp_path / "r.duckdb")
    id = str(dragoman("read", articles / "one.txt", "--format", "jsonl").lines[0]["id"])
    monkeypatch.setenv("DRAGOMAN_RECORD", str(tmp_path / "r.duckdb"))
    assert "⟦embassy⟧" in dragoman("explain", id).out


def test_a_withdrawn_statement_says_so(dragoman: Command, articles: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.duckdb"
    id = str(dragoman("read", articles / "one.txt", "--format", "jsonl").lines[0]["id"])
    dragoman("read", articles, "--into", record)
    (articles / "one.txt").write_text("Nothing any more.")
    dragoman("read", articles, "--into", record)
    assert "withdrawn: " in dragoman("explain", id, record).out
    listed = dragoman("changes", record).out
    assert f"- statement   {id}" in listed
    lines = dragoman("changes", record, "--since", "2000", "--format", "jsonl").lines
    assert {line["action"] for line in lines} == {"added", "revised", "withdrawn"}
    assert dragoman("changes", record, "--since", "2999").out == ""


def test_an_unknown_statement_and_a_wrong_day_are_said(
    dragoman: Command, articles: Path, tmp_path: Path
) -> None:
    assert "no statement st_x" in dragoman("explain", "st_x", articles).err
    assert "is not there" in dragoman("explain", "st_x", tmp_path / "none").err
    dragoman("read", articles, "--into", tmp_path / "r.duckdb")
    wrong = dragoman("changes", tmp_path / "r.duckdb", "--since", "yesterday")
    assert (wrong.status, "EDTF" in wrong.err) == (2, True)
    assert dragoman("changes", articles / "one.txt").status == 2
