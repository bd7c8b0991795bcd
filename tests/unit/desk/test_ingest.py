"""Paths in, documents with statements out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from dragoman.desk import ingest
from dragoman.desk.document_dates import dated
from dragoman.desk.ingest import ReadOptions, read, read_into
from dragoman.errors import BadPeriod, InputError
from dragoman.model.documents import Document
from dragoman.output.statements import json_line
from dragoman.record import Added, open_record
from tests.fakes.files import html_page, pdf, word
from tests.fakes.reader import load

OPTIONS = ReadOptions(load=load, workers=1)
TEXT = "The embassy opened. Trade was $375.2 million in 2024."


def folder(root: Path, count: int = 12) -> Path:
    for n in range(count):
        (root / f"{n:02}.txt").write_text(f"date: 2025-0{n % 9 + 1}\n\nText {n}. {TEXT}")
    (root / "in.jsonl").write_text(
        "".join(f'{{"id": "l{n}", "text": "Line {n}. {TEXT}"}}\n' for n in range(30)) + "{\n"
    )
    (root / "page.html").write_bytes(html_page())
    (root / "print.pdf").write_bytes(pdf([["In print.", TEXT]]))
    (root / "word.docx").write_bytes(word((TEXT,)))
    (root / "broken.pdf").write_bytes(b"%PDF-")
    return root


def output(paths: Iterable[str | Path], options: ReadOptions = OPTIONS) -> bytes:
    out = b""
    for result in read(paths, options):
        if isinstance(result, InputError):
            out += f"{result}\n".encode()
        else:
            out += result.document.id.encode() + b"".join(map(json_line, result.statements or ()))
    return out


def test_the_bytes_do_not_depend_on_workers_or_on_the_order_of_paths(tmp_path: Path) -> None:
    folder(tmp_path)
    files = sorted(tmp_path.iterdir())
    alone = output(files)
    assert alone.count(b'"kind"') == 2 * 12 + 2 * 30 + 2 * 3
    assert output(reversed(files)) == alone
    assert output(files, ReadOptions(load=load, workers=2)) == alone


def test_a_fault_in_one_document_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("CRASH")
    (tmp_path / "b.txt").write_text(TEXT)
    first, second = read([tmp_path], OPTIONS)
    assert isinstance(first, InputError)
    assert "reading failed (ZeroDivisionError: planted)" in str(first)
    assert not isinstance(second, InputError)


@pytest.mark.parametrize("workers", [1, 2])
def test_of_a_document_with_a_faulty_sentence_the_rest_is_kept(tmp_path: Path, workers: int) -> None:
    (tmp_path / "a.txt").write_text(f"{TEXT} STUMBLE")
    (tmp_path / "b.txt").write_text(TEXT)
    first, error, second = read([tmp_path], ReadOptions(load=load, workers=workers))
    assert not isinstance(first, InputError) and len(first.statements or ()) == 2
    assert isinstance(error, InputError) and str(error).endswith("a.txt: a sentence is too much")
    assert not isinstance(second, InputError)


def test_a_record_keeps_what_could_be_read_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TEXT} STUMBLE")
    with open_record(tmp_path / "r.duckdb") as store:
        steps = list(read_into(store, [tmp_path / "a.txt"], OPTIONS))
    assert [step.error.code for step in steps if step.error] == ["document-partly-read"]
    assert sum((step.added for step in steps), Added()).statements == 2


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(f'{{"text": "{TEXT}"}}\n' * 3 + "no json\n")
    results = read([path], OPTIONS)
    assert not isinstance(next(results), InputError)
    path.write_text("")  # what is not yet asked for is not yet read


def test_a_wrong_date_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(BadPeriod, match="2025-07-29"):
        next(read([tmp_path], ReadOptions(load=load, date="last week")))


@pytest.fixture(autouse=True)
def same_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that nobody edits while the tests run."""
    monkeypatch.setattr(ingest, "rules_version", lambda extra: "fake")


@pytest.mark.parametrize(
    ("document", "option", "expected"),
    [
        (
            Document("a", "SOFIA, June 9, 2024 — x", date="2023", date_source="header"),
            "2022",
            ("2022", "option"),
        ),
        (
            Document("a", "SOFIA, June 9, 2024 — x", date="2023", date_source="header"),
            None,
            ("2023", "header"),
        ),
        (
            Document("a", "SOFIA, June 9, 2024 — x", meta={"created": "2023"}),
            None,
            ("2024-06-09", "dateline"),
        ),
        (Document("a", "Trade rose.", meta={"created": "2025-06-09"}), None, ("2025-06-09", "metadata")),
        (Document("a", "Trade rose."), None, (None, None)),
    ],
)
def test_the_best_known_date_wins(
    document: Document, option: str | None, expected: tuple[str | None, str | None]
) -> None:
    found = dated(document, option)
    assert (found.date, found.date_source) == expected


@pytest.mark.parametrize(
    ("stamp", "how"), [("2025-03-01", "metadata"), ("2026-11-22", "inferred"), ("2013-12-20", "inferred")]
)
def test_a_file_stamp_far_from_what_the_text_speaks_of_is_not_its_date(stamp: str, how: str) -> None:
    text = "On 5 May 2024 the two presidents met in Astana."
    assert dated(Document("a", text, meta={"created": stamp})).date_source == how


def test_a_record_takes_what_changed_and_nothing_else(tmp_path: Path) -> None:
    articles = tmp_path / "in"
    articles.mkdir()
    folder(articles, 5)
    with open_record(tmp_path / "r.duckdb") as store:
        first = sum((step.added for step in read_into(store, [articles], OPTIONS)), Added())
        assert (first.documents, first.statements) == (5 + 30 + 3, 2 * 38)
        before = [s.id for s in store.statements()]
        again = list(read_into(store, [articles], OPTIONS))
        assert sum((step.added for step in again), Added()) == Added()
        assert sum(step.unchanged for step in again) == 38
        (articles / "03.txt").write_text("Only an embassy now.")
        changed = sum((step.added for step in read_into(store, [articles], OPTIONS)), Added())
        assert (changed.documents, changed.statements, changed.withdrawn) == (1, 1, 3)
        kept = [s.id for s in store.statements() if s.evidence.document != "03.txt"]
        assert set(kept) < set(before)
        assert len(kept) == len(before) - 2


def test_a_record_does_not_depend_on_workers(tmp_path: Path) -> None:
    articles = tmp_path / "in"
    articles.mkdir()
    folder(articles)
    found = []
    for workers in (1, 2):
        with open_record(tmp_path / f"{workers}.duckdb") as store:
            for _ in read_into(store, [articles], ReadOptions(load=load, workers=workers)):
                pass
            found.append([json_line(s) for s in store.statements()])
    assert found[0] == found[1]
