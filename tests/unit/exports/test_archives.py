"""A record comes out of its archive as it went in."""

from __future__ import annotations

import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.desk.archives import archive_record, restore_record
from dragoman.errors import RecordError, RecordTooNew, UnreadableFile
from dragoman.library import read
from dragoman.model.documents import Document
from dragoman.model.findings import Observation, Series
from dragoman.record import ClaimGroup, Fact, Reading, Review, Separation, Telling, open_record, open_store
from dragoman.record.archives import TABLES, archived_tables
from dragoman.record.casework import Casework, Correction, Decision
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples with something in every table."""
    path = tmp_path_factory.mktemp("archives") / "whole.duckdb"
    found = read(ROOT / "examples" / "articles")
    found.save(path)
    told = found.statements()
    a, b = told[0].id, told[1].id
    with open_record(path) as store:
        store.put_findings(list(found.findings()))
        series = Series("exports", "KAZ", "BGR", None, "USD")
        store.add_observations([Observation(series, "2024", Decimal("303.60"), "BNS", "2025-02", "FOB", "A")])
        store.put_facts([Fact("fa_1", "tie/embassy", (Telling(a, "same day"),), 1, 1, {"x": ["é"]})])
        store.put_facts([Fact("fa_2", "tie/embassy", (Telling(a, "same day"), Telling(b, "copy")), 2)])
        store.put_claim_groups([ClaimGroup("cg_1", (a, b), "word for word")])
        store.separate(Separation(a, b, "analyst", "two visits"))
        store.add_review(Review(a, "correct", "analyst", "see text"))
        case = Casework(store)
        case.correct(Correction("0" * 64, told[0], told[1], "analyst", "ünïcode"))
        case.decide(Decision(next(iter(found.findings())).id, "dismiss", "analyst"))
        case.save_search("embassies", "q=embassy")
    return path


def test_a_record_comes_out_of_its_archive_as_it_went_in(record: Path, tmp_path: Path) -> None:
    counts = archive_record(record, tmp_path / "a.zip")
    assert set(counts) == set(TABLES) and all(counts.values()), counts
    assert restore_record(tmp_path / "a.zip", tmp_path / "again.duckdb") == counts
    with (
        open_record(record, read_only=True) as one,
        open_record(tmp_path / "again.duckdb", read_only=True) as other,
    ):
        assert list(one.documents()) == list(other.documents())
        assert list(one.statements()) == list(other.statements())
        assert list(one.findings()) == list(other.findings())
        assert list(one.observations()) == list(other.observations())
        assert list(one.facts()) == list(other.facts())
        assert one.claim_groups() == other.claim_groups()
        assert one.separations() == other.separations()
        assert one.reviews() == other.reviews()
        assert Casework(one).corrections() == Casework(other).corrections()
        assert Casework(one).decisions() == Casework(other).decisions()
        assert Casework(one).searches() == Casework(other).searches()
        assert list(one.changes()) == list(other.changes())
    archive_record(tmp_path / "again.duckdb", tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def contents(name: str | Path) -> dict[str, list[object]]:
    """Everything that a record has, by what it is."""
    with open_store(name, read_only=True) as store:
        case = Casework(store)
        return {
            "documents": list(store.documents()),
            "statements": list(store.statements()),
            "findings": list(store.findings()),
            "observations": list(store.observations()),
            "facts": list(store.facts()),
            "claims": store.claim_groups(),
            "separations": store.separations(),
            "reviews": store.reviews(),
            "corrections": case.corrections(),
            "decisions": case.decisions(),
            "searches": case.searches(),
            "changes": list(store.changes()),
        }


def test_a_record_goes_by_archive_into_a_database_and_back(
    record: Path, tmp_path: Path, postgres: str
) -> None:
    with open_store(record) as store:
        odd = Document("odd.txt", "Null \x00, private \ue001\ue000, quote ' and Ünïcode.", "/in/odd.txt")
        store.add([Reading(odd, ())], "r")
    counts = archive_record(record, tmp_path / "a.zip")
    assert restore_record(tmp_path / "a.zip", postgres) == counts
    assert contents(postgres) == contents(record)
    archive_record(postgres, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    restore_record(tmp_path / "b.zip", tmp_path / "again.duckdb")
    assert contents(tmp_path / "again.duckdb") == contents(record)
    with pytest.raises(RecordError, match="not empty"):
        restore_record(tmp_path / "b.zip", postgres)


def test_a_broken_archive_leaves_a_database_empty(record: Path, tmp_path: Path, postgres: str) -> None:
    archive_record(record, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as good, zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
        for name in good.namelist():
            lines = good.read(name)
            bad.writestr(name, lines + lines if name == "reviews.jsonl" else lines)
    with pytest.raises(UnreadableFile, match="reviews is not what the manifest says"):
        restore_record(tmp_path / "bad.zip", postgres)
    assert not any(contents(postgres).values())


def test_every_table_of_a_record_is_archived_but_tokens_and_audit(record: Path) -> None:
    with open_record(record, read_only=True) as store:
        tables = {
            r[0] for r in store._rows("SELECT table_name FROM duckdb_tables() WHERE database_name = 'record'")
        }
        assert tables - set(archived_tables(store)) == {"migrations", "tokens", "audit"}


def test_an_archive_goes_into_an_empty_record_only(record: Path, tmp_path: Path) -> None:
    archive_record(record, tmp_path / "a.zip")
    before = record.read_bytes()
    with pytest.raises(RecordError, match="not empty"):
        restore_record(tmp_path / "a.zip", record)
    assert record.exists() and len(record.read_bytes()) == len(before)


def _changed(path: Path, to: Path, name: str, change: object) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            data = old.read(member)
            new.writestr(member, change(data) if member == name else data)  # type: ignore[operator]
    return to


def _manifest(**more: object) -> object:
    return lambda data: json.dumps({**json.loads(data), **more}).encode()


@pytest.mark.parametrize(
    ("name", "change", "error"),
    [
        ("statements.jsonl", lambda data: data[:-20], UnreadableFile),
        ("statements.jsonl", lambda data: data + data.splitlines(keepends=True)[0], UnreadableFile),
        ("documents.jsonl", lambda data: data.replace(b"Kazakhstan", b"Kazakhstam", 1), UnreadableFile),
        ("documents.jsonl", lambda data: b'["x"]\n', UnreadableFile),
        ("reviews.jsonl", lambda data: b"[" * 100_000 + b"\n", UnreadableFile),
        ("manifest.json", lambda data: b"{}", UnreadableFile),
        ("manifest.json", lambda data: b"\xff", UnreadableFile),
        ("manifest.json", _manifest(schema=10_000), RecordTooNew),
        ("manifest.json", _manifest(archive="other"), UnreadableFile),
        (
            "manifest.json",
            _manifest(tables={"tokens": {"columns": [], "rows": 0, "sha256": ""}}),
            UnreadableFile,
        ),
        (
            "manifest.json",
            _manifest(tables={"reviews": {"columns": ['id"; DROP TABLE x'], "rows": 0, "sha256": ""}}),
            UnreadableFile,
        ),
    ],
)
def test_a_broken_archive_is_refused_and_leaves_no_record(
    record: Path, tmp_path: Path, name: str, change: object, error: type[Exception]
) -> None:
    archive_record(record, tmp_path / "a.zip")
    broken = _changed(tmp_path / "a.zip", tmp_path / "broken.zip", name, change)
    with pytest.raises(error):
        restore_record(broken, tmp_path / "new.duckdb")
    assert not (tmp_path / "new.duckdb").exists()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", "{}")
        with archive.open("documents.jsonl", "w") as out:
            for _ in range(80):
                out.write(b"\0" * 1_000_000)
    with pytest.raises(UnreadableFile, match="too much for its size"):
        restore_record(tmp_path / "bomb.zip", tmp_path / "new.duckdb")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all" * 100])
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(UnreadableFile):
        restore_record(tmp_path / "x.zip", tmp_path / "new.duckdb")
    assert not (tmp_path / "new.duckdb").exists()
