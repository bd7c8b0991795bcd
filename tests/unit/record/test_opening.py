"""Records that are held, newer, or no records."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RecordError, RecordHeld, RecordTooNew
from dragoman.record import open_record
from dragoman.record.opening import migrations


def test_migrations_are_numbered_without_gaps() -> None:
    assert [number for number, _, _ in migrations()] == list(range(1, len(migrations()) + 1))


def test_a_record_made_by_a_newer_version_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    open_record(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO migrations VALUES (9999, 'later', '2030-01-01')")
    before = path.read_bytes()
    with pytest.raises(RecordTooNew, match="schema 9999"):
        open_record(path)
    assert path.read_bytes() == before


def test_a_held_record_names_the_process(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    code = (
        "import sys; from dragoman.record import open_record\n"
        "s = open_record(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        with pytest.raises(RecordHeld, match=f"process {holder.pid} has"):
            open_record(path)
        with pytest.raises(RecordHeld):
            open_record(path, read_only=True)
        holder.stdin.close()


def test_two_readers_share_a_record(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    open_record(path).close()
    with open_record(path, read_only=True) as one, open_record(path, read_only=True) as two:
        assert list(one.statements()) == list(two.statements()) == []


@pytest.mark.parametrize("content", [b"hello" * 2000, b"\x00" * 100], ids=["text", "zeros"])
def test_a_file_that_is_no_record_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.duckdb"
    path.write_bytes(content)
    with pytest.raises(RecordError, match="no DuckDB record"):
        open_record(path)
    assert path.read_bytes() == content


def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE mine (a INTEGER)")
    with pytest.raises(RecordError, match="tables: mine"):
        open_record(path)


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    path.touch()
    with open_record(path) as store:
        assert list(store.documents()) == []


def test_a_missing_record_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record there"):
        open_record(tmp_path / "r.duckdb", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_an_old_duckdb_could_open_the_file(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    open_record(path).close()
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{path}' AS r (READ_ONLY)")
        [(tags,)] = connection.execute(
            "SELECT tags FROM duckdb_databases() WHERE database_name = 'r'"
        ).fetchall()
    assert tags["storage_version"].startswith("v1.2")
