"""A whole record as one zip of JSON Lines, and back: every row, its times and its history.

The archive is what a record is kept in for years and moved in: plain text, a file for each table,
a manifest with counts and digests. Tokens and the audit stay where they are.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from dragoman import __version__
from dragoman.errors import RecordError, RecordTooNew, UnreadableFile
from dragoman.record.sql_store import SqlStore

__all__ = ["ARCHIVE", "TABLES", "archived_tables", "read_archive", "write_archive"]

ARCHIVE = "dragoman-archive-1"
TABLES = (
    "documents", "sources", "statements", "facts", "tellings", "claim_groups", "separations", "observations",
    "findings", "reviews", "corrections", "decisions", "searches", "tombstones",
)  # fmt: skip
"""What is archived, in this order."""

_TYPES = {
    "character varying": "VARCHAR",
    "text": "VARCHAR",
    "array": "VARCHAR[]",
    "timestamp without time zone": "TIMESTAMP",
    "double precision": "DOUBLE",
}
_BATCH = 5_000
# Assumed: JSON Lines of articles pack ten to one; what packs better than this is no archive of a record.
_RATIO = 200
_FREE = 50_000_000
_LONGEST_LINE = 400_000_000


def _columns(store: SqlStore) -> dict[str, dict[str, str]]:
    """Columns of every archived table, name to DuckDB type, in their order."""
    out: dict[str, dict[str, str]] = {}
    for table, column, kind in store._rows(
        "SELECT table_name, column_name, data_type FROM information_schema.columns "
        "WHERE table_catalog = current_database() AND table_schema = current_schema() "
        "ORDER BY table_name, ordinal_position"
    ):
        if table in TABLES:
            out.setdefault(table, {})[column] = _TYPES.get(kind.lower(), kind.upper())
    return out


def archived_tables(store: SqlStore) -> dict[str, list[str]]:
    """The tables of a record that go into an archive, with their columns."""
    known = _columns(store)
    return {table: list(known[table]) for table in TABLES if table in known}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _schema(store: SqlStore) -> int:
    return int(store._rows("SELECT max(number) FROM migrations")[0][0])


def write_archive(store: SqlStore, out: BinaryIO) -> dict[str, int]:
    """Write the archive; the number of rows by table. The same rows give the same bytes.

    Parameters
    ----------
    store : SqlStore
        An open record.
    out : binary stream
        Where the zip goes.
    """
    counts: dict[str, int] = {}
    digests: dict[str, str] = {}
    types = _columns(store)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        for table, columns in archived_tables(store).items():
            digest, count = hashlib.sha256(), 0
            named = ", ".join(f'"{c}"' for c in columns)
            order = ", ".join(store._by_bytes(f'"{c}"', types[table][c]) for c in columns)
            member = zipfile.ZipInfo(f"{table}.jsonl")
            member.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(member, "w", force_zip64=True) as lines:
                for row in store._stream(f"SELECT {named} FROM {table} ORDER BY {order}"):
                    line = json.dumps([_plain(v) for v in row], ensure_ascii=False).encode(
                        "utf-8", "surrogatepass"
                    )
                    digest.update(line + b"\n")
                    lines.write(line + b"\n")
                    count += 1
            counts[table], digests[table] = count, digest.hexdigest()
        manifest = {
            "archive": ARCHIVE,
            "made_by": f"dragoman {__version__}",
            "schema": _schema(store),
            "tables": {
                table: {"columns": columns, "rows": counts[table], "sha256": digests[table]}
                for table, columns in archived_tables(store).items()
            },
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        archive.writestr(zipfile.ZipInfo("manifest.json"), text, zipfile.ZIP_DEFLATED)
    return counts


def read_archive(path: str | Path, store: SqlStore) -> dict[str, int]:
    """Fill an empty record from an archive, in one transaction; the number of rows by table.

    Raises
    ------
    UnreadableFile
        It is no archive, broken, or does not have what its manifest says.
    RecordTooNew
        It comes from a newer version.
    RecordError
        The record has something in it already.
    """
    where = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive, where)
            if manifest["schema"] > _schema(store):
                raise RecordTooNew("an archive of a newer version", where=where, remedy="upgrade dragoman")
            known = _columns(store)
            if any(store._rows(f"SELECT 1 FROM {table} LIMIT 1") for table in known):
                raise RecordError("the record is not empty", remedy="import the archive into a new record")
            counts = {}
            with store._transaction():
                for table, about in manifest["tables"].items():
                    counts[table] = _fill(archive, table, about, known.get(table), store, where)
            return counts
    except (OSError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        if isinstance(error, RecordError):
            raise
        raise _broken(f"cannot be read ({type(error).__name__}: {error})", where) from error


def _broken(what: str, where: str) -> UnreadableFile:
    return UnreadableFile(what, where=where, remedy="give a file that `dragoman export archive` wrote")


def _manifest(archive: zipfile.ZipFile, where: str) -> Mapping[str, Any]:
    members = {m.filename: m for m in archive.infolist()}
    for m in members.values():
        if m.file_size > _FREE + _RATIO * m.compress_size:
            raise _broken(f"{m.filename} unpacks to {m.file_size / 1e6:g} MB, too much for its size", where)
    if "manifest.json" not in members or members["manifest.json"].file_size > 1_000_000:
        raise _broken("no archive: it has no manifest", where)
    try:
        found = json.loads(archive.read("manifest.json"))
        fits = found["archive"] == ARCHIVE and isinstance(found["schema"], int)
        for table, about in found["tables"].items():
            fits = fits and table in TABLES and f"{table}.jsonl" in members
            fits = (
                fits
                and isinstance(about["columns"], list)
                and all(isinstance(c, str) for c in about["columns"])
            )
            fits = fits and isinstance(about["rows"], int) and isinstance(about["sha256"], str)
        if not fits:
            raise ValueError("not as it should be")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _broken("its manifest is not in order", where) from error
    return dict(found)


def _fill(
    archive: zipfile.ZipFile,
    table: str,
    about: Mapping[str, Any],
    known: Mapping[str, str] | None,
    store: SqlStore,
    where: str,
) -> int:
    columns = about["columns"]
    if known is None or set(columns) - set(known):
        raise _broken(f"{table} has columns that a record has not", where)
    types = {f'"{name}"': known[name] for name in columns}
    times = [n for n, name in enumerate(columns) if known[name] == "TIMESTAMP"]
    digest, count = hashlib.sha256(), 0
    for batch in _batches(archive, table, digest):
        rows = []
        for line in batch:
            try:
                row = json.loads(line)
                if not isinstance(row, list) or len(row) != len(columns):
                    raise ValueError("another number of cells")
                for n in times:
                    row[n] = None if row[n] is None else datetime.fromisoformat(row[n])
            except (ValueError, TypeError, RecursionError) as error:
                raise _broken(f"{table} has a row that is none", where) from error
            rows.append(row)
        _insert(store, table, types, rows, where)
        count += len(rows)
    if count != about["rows"] or digest.hexdigest() != about["sha256"]:
        raise _broken(f"{table} is not what the manifest says", where)
    return count


def _insert(
    store: SqlStore, table: str, types: Mapping[str, str], rows: Sequence[Sequence[Any]], where: str
) -> None:
    try:
        store._insert(table, types, rows)
    except Exception as error:  # the databases' own errors have no common base
        raise _broken(
            f"{table} has a row that a record cannot keep ({type(error).__name__})", where
        ) from error


def _batches(archive: zipfile.ZipFile, table: str, digest: Any) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    with archive.open(f"{table}.jsonl") as lines:
        while line := lines.readline(_LONGEST_LINE):
            digest.update(line)
            batch.append(line)
            if len(batch) >= _BATCH:
                yield batch
                batch = []
    if batch:
        yield batch
