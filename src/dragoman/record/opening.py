"""Opening a DuckDB file as a record, and saying what is wrong with it."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any

from dragoman.errors import RecordError, RecordHeld, RecordTooNew

__all__ = ["connect", "migrations", "written"]

# The oldest storage version that has all we use: DuckDB 1.2 and later open the file.
_STORAGE = "v1.2.0"
# Write-ahead log kept before it is folded into the file: every fold stalls the writer.
_CHECKPOINT = "64MB"
# Pages of the file that it may keep; without a bound it keeps most of the machine's memory.
_MEMORY = "512MB"
_PID = re.compile(r"PID (\d+)")
_MIGRATION = re.compile(r"(\d{4})_(\w+)\.sql")


def migrations(dialect: str = "duckdb") -> list[tuple[int, str, str]]:
    """Number, name and SQL of every migration of ``duckdb`` or ``postgres``, in order."""
    found = []
    for entry in resources.files("dragoman.record").joinpath("migrations", dialect).iterdir():
        if m := _MIGRATION.fullmatch(entry.name):
            found.append((int(m[1]), m[2], entry.read_text(encoding="utf-8")))
    return sorted(found)


def connect(path: Path, *, read_only: bool, now: datetime) -> Any:
    """A connection whose current database is the record at ``path``, made or migrated as needed.

    Raises
    ------
    RecordHeld
        Another process has the file open.
    RecordTooNew
        A later version wrote it; it is left as it is.
    RecordError
        It is no record, or not there to be read.
    """
    if path.is_dir():
        raise RecordError(
            "a folder, not a record", where=str(path), remedy="give a file such as record.duckdb"
        )
    if not path.exists() or path.stat().st_size == 0:
        if read_only:
            raise RecordError(
                "no record there",
                where=str(path),
                remedy="make one with: dragoman read PATH --into RECORD.duckdb",
            )
        _create(path, now)
    connection = _attach(path, read_only=True)
    version = _version(connection, path)
    latest = migrations()[-1][0]
    if version > latest:
        connection.close()
        raise RecordTooNew(
            f"made by a newer version (schema {version}, this one knows {latest})",
            where=str(path),
            remedy="upgrade dragoman; the file is untouched",
        )
    if read_only and version == latest:
        return connection
    connection.close()
    connection = _attach(path, read_only=False)
    _migrate(connection, now)
    if read_only:
        connection.close()
        connection = _attach(path, read_only=True)
    return connection


def _attach(path: Path, *, read_only: bool) -> Any:
    import duckdb

    connection = duckdb.connect(":memory:")
    option = "READ_ONLY" if read_only else f"STORAGE_VERSION '{_STORAGE}'"
    quoted = str(path).replace("'", "''")
    try:
        with _explained(path):
            connection.execute(f"SET checkpoint_threshold = '{_CHECKPOINT}'")
            connection.execute(f"SET memory_limit = '{_MEMORY}'")
            # Where it spills above that: beside no record and in no working directory.
            connection.execute("SET temp_directory = ?", [str(Path(tempfile.gettempdir(), "dragoman-spill"))])
            connection.execute(f"ATTACH '{quoted}' AS record ({option})")
            connection.execute("USE record")
    except RecordError:
        connection.close()
        raise
    return connection


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Errors of DuckDB on opening as errors of ours."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        text = str(error)
        if (
            "lock" in text.lower()
            or "already attached" in text.lower()
            or "file handle conflict" in text.lower()
        ):
            pid = _PID.search(text)
            who = f"process {pid[1]}" if pid and int(pid[1]) != os.getpid() else "this process, or another,"
            raise RecordHeld(
                f"{who} has the record open",
                where=str(path),
                remedy="wait until it is done or end it; nothing was changed",
            ) from error
        if "version" in text and ("newer" in text or "can only read" in text):
            raise RecordTooNew(
                "written by a newer DuckDB", where=str(path), remedy="upgrade duckdb; the file is untouched"
            ) from error
        raise RecordError(
            f"no DuckDB record ({text.splitlines()[0][:160]})",
            where=str(path),
            remedy="give the file that `dragoman read --into` made, or a new name",
        ) from error


@contextmanager
def written() -> Iterator[None]:
    """Errors of the disk under a write as errors of ours; others as they are."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        text = str(error)
        if "No space left" in text or "Could not write" in text or "Input/output error" in text:
            raise RecordError(
                f"the disk would not take it ({text.splitlines()[0][:160]})",
                remedy="make room, then run again: nothing is half written",
            ) from error
        raise


def _create(path: Path, now: datetime) -> None:
    """A new record under its name only when whole, so that no kill leaves half of one."""
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder:
            fresh = Path(folder, "fresh.duckdb")
            connection = _attach(fresh, read_only=False)
            _migrate(connection, now)
            connection.close()
            fresh.replace(path)
    except OSError as error:
        raise RecordError(
            f"cannot be made ({error.strerror})",
            where=str(path),
            remedy="check the folder and its permissions",
        ) from error


def _version(connection: Any, path: Path) -> int:
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return 0
    if "migrations" not in tables:
        connection.close()
        raise RecordError(
            f"a DuckDB file, but no record of ours (tables: {', '.join(sorted(tables)[:5])})",
            where=str(path),
            remedy="give another name; the file is untouched",
        )
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0])


def _migrate(connection: Any, now: datetime) -> None:
    """Apply what is missing, each migration in a transaction with its own row."""
    has = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'migrations'"
    ).fetchone()[0]
    done = connection.execute("SELECT max(number) FROM migrations").fetchone()[0] if has else 0
    for number, name, sql in migrations():
        if number > (done or 0):
            connection.execute("BEGIN")
            connection.execute(sql)
            connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", [number, name, now])
            connection.execute("COMMIT")
