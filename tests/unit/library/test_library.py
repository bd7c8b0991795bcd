"""The library: what it offers, what it answers, and what it says when something is missing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
import dragoman.library
from dragoman.errors import BadPeriod, MissingExtra, UnknownCode, UnreadableFile, UsageError
from dragoman.library import Record, open, party, read, read_text
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def record() -> Record:
    return read(ROOT / "examples" / "articles")


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import sys, dragoman; print([m for m in sys.modules if m.startswith('dragoman.')])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_package_offers_exactly_what_the_library_does() -> None:
    assert set(dragoman._LIBRARY) == set(dragoman.library.__all__)
    stub = Path(dragoman.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    for name in dragoman.library.__all__:
        assert getattr(dragoman, name) is getattr(dragoman.library, name)
        assert f"import {name} as {name}\n" in stub
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        dragoman.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_parties_go_by_code_and_by_name() -> None:
    assert [party(p) for p in ("kaz", "Türkiye", "EU", "eu", "European Union")] == [
        "KAZ", "TUR", "EU", "EU", "EU",
    ]  # fmt: skip
    with pytest.raises(UnknownCode, match="Bulgaria"):
        party("Bulgeria")


def test_a_pair_has_only_statements_of_both(record: Record) -> None:
    pair = record.pair("KAZ", "BGR")
    kinds = (pair.contacts, pair.instruments, pair.ties, pair.figures)
    kinds += (pair.compositions, pair.stances, pair.projects, pair.quotes)
    assert sum(map(len, kinds)) == len(pair.statements) > 20
    assert all({"KAZ", "BGR"} <= {*s.actor, *s.recipient} for s in pair.statements)
    assert record.pair("BGR", "KAZ").statements == pair.statements


def test_a_pair_of_one_is_refused(record: Record) -> None:
    with pytest.raises(UsageError, match="same"):
        record.pair("KAZ", "Kazakhstan")
    with pytest.raises(UsageError, match="kind"):
        record.statements(kind="war")


def test_findings_of_a_pair_are_among_those_of_the_record(record: Record) -> None:
    every = {f.id for f in record.findings()}
    of_pair = record.pair("KAZ", "BGR").findings("conflict")
    assert of_pair and {f.id for f in of_pair} <= every
    assert {f.verdict for f in of_pair} == {"conflict"}


def test_every_result_becomes_every_kind_of_table(record: Record) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    pair = record.pair("KAZ", "BGR")
    routes = dragoman.routes("Almaty", "Varna", avoid=["RUS"])
    for rows in (pair.figures, pair.ledger(), pair.findings(), pair.pledges(), record.documents, routes):
        names = list(rows.shape.columns)
        assert len(rows) > 0
        assert list(rows.to_pandas().columns) == rows.to_polars().columns == rows.to_arrow().column_names
        assert rows.to_polars().columns == names
        assert len(rows.to_pandas()) == len(rows.to_polars()) == rows.to_arrow().num_rows == len(rows)
        assert [json.loads(line) for line in rows.to_jsonl().splitlines()] == rows.to_dicts()
        assert set(rows.shape.shown) <= set(names)


def test_what_is_not_known_stays_unknown_in_tables(record: Record) -> None:
    pandas = pytest.importorskip("pandas")
    ranks = record.statements(kind="tie")
    assert ranks.to_pandas()["value"].isna().all()
    assert ranks.to_pandas()["value"].iloc[0] is pandas.NA


def test_a_table_without_its_library_says_what_to_install(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pandas", "polars", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None)
        method = {"pyarrow": "to_arrow"}.get(name, f"to_{name}")
        with pytest.raises(MissingExtra, match=f"pip install {name}"):
            getattr(record.documents, method)()


def test_a_notebook_shows_escaped_rows() -> None:
    found = read_text("title: <b>x</b>\n\nBulgaria opened its embassy in Kazakhstan in 1994 <script>.")
    from dragoman.desk.holdings import Taken

    shown = Record(Taken([(found.document, found.statements or ())]))
    assert "<script>" not in shown.statements()._repr_html_()
    assert "&lt;b&gt;" in shown.documents._repr_html_()


def test_a_saved_record_answers_as_the_one_in_memory(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "kept.duckdb"
    record.save(path)
    kept = open(path)
    assert sorted(s.id for s in kept.statements()) == sorted(s.id for s in record.statements())
    assert kept.pair("KAZ", "BGR").ledger().to_dicts() == record.pair("KAZ", "BGR").ledger().to_dicts()
    assert {f.id for f in kept.findings()} == {f.id for f in record.findings()}
    with pytest.raises(UsageError, match="copy"):
        kept.save(tmp_path / "other.duckdb")


def test_decisions_of_a_record_count(record: Record, tmp_path: Path) -> None:
    from dragoman.record import Review, open_record

    path = tmp_path / "kept.duckdb"
    record.save(path)
    gone = record.statements()[0].id
    with open_record(path) as store:
        store.add_review(Review(gone, "reject", "analyst"))
    assert open(path).statement(gone) is None
    assert len(open(path)) == len(record) - 1


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such record"):
        open(tmp_path / "none.duckdb")
    assert not (tmp_path / "none.duckdb").exists()


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Bulgaria opened its embassy in Kazakhstan in 1994.")
    found = read(tmp_path, date="2025")
    assert [p.code for p in found.problems] == ["file-unreadable"]
    assert len(found) == 1
    assert repr(found) == "<Record: 1 documents, 1 statements, 1 not read (see problems)>"


def test_one_word_in_the_place_of_several_is_one_not_its_letters() -> None:
    routes = dragoman.library.routes
    assert routes("Almaty", "Varna", avoid="RUS") == routes("Almaty", "Varna", avoid=["RUS"])
    assert routes("Almaty", "Varna", via="Baku") == routes("Almaty", "Varna", via=["Baku"])


def test_the_official_figures_of_the_package_go_by_their_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bulgaria opened its embassy in Kazakhstan in 1994.")
    found = read(tmp_path, statistics="bundled")
    assert not found.problems and found.observations == read(tmp_path, statistics=["bundled"]).observations
    assert len(found.observations) > 100


def test_rows_are_chosen_by_what_they_have(record: Record) -> None:
    figures = record.pair("KAZ", "BGR").figures
    assert figures.where(mode="trade", date="2024") == figures.where(
        lambda s: s.mode == "trade" and s.date == "2024"
    )
    assert figures.where(lambda s: s.date == "2024", mode="trade") == figures.where(mode="trade", date="2024")


def test_a_day_that_is_none_is_refused_not_passed_over(record: Record) -> None:
    for ask in (record.pledges, record.pair("KAZ", "BGR").pledges):
        with pytest.raises(BadPeriod, match="soon"):
            ask(on="soon")


def test_bytes_are_told_to_be_decoded() -> None:
    with pytest.raises(UsageError, match="decode"):
        read_text(b"Bulgaria opened its embassy.")  # type: ignore[arg-type]
