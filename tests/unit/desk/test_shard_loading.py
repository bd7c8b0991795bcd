"""Shards into a record: what a reading into it would have made, digests checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.desk.ingest import ReadOptions, read_into
from dragoman.desk.shard_loading import load_shards
from dragoman.desk.shards import MANIFEST, ShardOptions, read_shards
from dragoman.errors import UsageError
from dragoman.record import Store, open_record
from dragoman.runner import Local
from tests.fakes.files import warc, write_parquet
from tests.fakes.reader import load

READING = ReadOptions(load=load)


def page(words: str) -> bytes:
    body = f"{words} The embassy of the state got $7 million in 2024. " * 5
    return f"<html><body><article><p>{body}</p></article></body></html>".encode()


@pytest.fixture
def shards(tmp_path: Path) -> tuple[Path, Path]:
    """Documents of three kinds, one of them bad and two of one name, and what was made of them."""
    folder = tmp_path / "in"
    folder.mkdir()
    rows = [
        {"id": f"p{m}", "text": f"Row {m}, 3 May 2024. The embassy got ${m}.5 million."} for m in range(20)
    ]
    write_parquet(folder / "a.parquet", rows)
    lines = [
        {"id": "same", "text": "The embassy opened."},
        {"id": "bad", "text": "CRASH of an embassy"},
        {"id": "same", "text": "The embassy opened. It got $3 million."},
        {"id": "none", "text": "Nothing is told here."},
    ]
    (folder / "b.jsonl").write_text("\n".join(map(json.dumps, lines)))
    pages = {"https://a.example/1": page("One."), "https://a.example/2": page("Two.")}
    (folder / "c.warc.gz").write_bytes(warc(pages, gzip=True))
    with Local(2) as engine:
        for _ in read_shards([str(folder)], str(tmp_path / "out"), engine, ShardOptions(READING)):
            pass
    return folder, tmp_path / "out"


def kept(store: Store) -> tuple[list[object], list[object]]:
    documents = [(s.document, s.rules, s.sources) for s in store.documents()]
    return documents, list(store.statements())


def test_a_record_from_shards_is_the_one_that_reading_into_it_makes(
    shards: tuple[Path, Path], tmp_path: Path
) -> None:
    folder, out = shards
    with open_record(tmp_path / "read.duckdb") as store:
        list(read_into(store, sorted(folder.iterdir()), READING))
        expected = kept(store)
    with open_record(tmp_path / "loaded.duckdb") as store:
        done = list(load_shards(store, str(out), [str(folder)]))
        assert [d.problem for d in done] == [None] * 4
        assert kept(store) == expected
        again = list(load_shards(store, str(out), [str(folder)]))
        assert sum(d.added.statements + d.added.documents for d in again) == 0
        # What was loaded counts as read: reading passes it over.
        steps = list(read_into(store, sorted(folder.iterdir()), READING))
        assert sum(s.added.documents + s.added.withdrawn for s in steps) == 0
    assert len(expected[0]) == 25
    assert len(expected[1]) > 40


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("in/a.parquet", "has changed since"),
        ("out/a.parquet.jsonl", "a.parquet.jsonl is not what the manifest says"),
        ("out/a.parquet.documents.jsonl", "a.parquet.documents.jsonl is not what the manifest says"),
    ],
)
def test_a_shard_whose_files_are_others_is_named_and_the_rest_goes_in(
    shards: tuple[Path, Path], tmp_path: Path, what: str, reason: str
) -> None:
    folder, out = shards
    with (tmp_path / what).open("ab") as file:
        file.write(b"\n")
    with open_record(tmp_path / "r.duckdb") as store:
        problems = [d.problem for d in load_shards(store, str(out), [str(folder)]) if d.problem]
        assert [reason in str(p) for p in problems] == [True]
        assert str(problems[0]).startswith("a.parquet: ")
        assert problems[0].remedy
        assert {s.document.name for s in store.documents()} == {
            "same", "none", "https://a.example/1", "https://a.example/2",
        }  # fmt: skip


def test_missing_inputs_and_manifests_are_said(shards: tuple[Path, Path], tmp_path: Path) -> None:
    folder, out = shards
    (folder / "a.parquet").unlink()
    with open_record(tmp_path / "r.duckdb") as store:
        problems = [d.problem for d in load_shards(store, str(out), [str(folder)]) if d.problem]
        assert ["not among the inputs" in str(p) for p in problems] == [True]
        (out / MANIFEST).unlink()
        with pytest.raises(UsageError, match=r"no manifest\.jsonl"):
            list(load_shards(store, str(out), [str(folder)]))


def test_the_command_loads_and_says_how_much(shards: tuple[Path, Path], tmp_path: Path) -> None:
    folder, out = shards
    record = str(tmp_path / "r.duckdb")
    done = CliRunner().invoke(app, ["import", "shards", str(out), record, "--from", str(folder)])
    assert done.exit_code == 0, done.output
    assert "25 of 25 documents" in done.output
    lacking = CliRunner().invoke(app, ["import", "shards", str(out), record])
    assert isinstance(lacking.exception, UsageError)
    (folder / "b.jsonl").write_text("")
    assert (
        CliRunner().invoke(app, ["import", "shards", str(out), record, "--from", str(folder)]).exit_code == 1
    )
