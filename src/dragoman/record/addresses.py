"""What names a record: the path of a file, or the address of a database."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.record.duckdb_store import DuckdbStore, open_record

if TYPE_CHECKING:
    from dragoman.record.postgres_store import PostgresStore

__all__ = ["is_address", "is_there", "kept_beside", "names_record", "open_store", "shown"]

_SCHEMES = ("postgresql:/", "postgres:/")


def is_address(record: str | Path) -> bool:
    """Whether it is the address of a PostgreSQL database and no path."""
    return str(record).startswith(_SCHEMES)


def names_record(name: str | Path) -> bool:
    """Whether the name is that of a record: an address, or a path that ends in ``.duckdb``."""
    return is_address(name) or str(name).endswith(".duckdb")


def is_there(record: str | Path) -> bool:
    """Whether a record's file exists; a database says so itself when it is opened."""
    return is_address(record) or Path(record).exists()


def shown(record: str | Path) -> str:
    """The name as it may be printed: without a password."""
    if not is_address(record):
        return str(record)
    from dragoman.record.postgres_opening import without_secret

    return without_secret(_address(record))


def kept_beside(record: str | Path) -> Path:
    """The path beside which an index and uploads are kept: the record's own, or one of a database's in
    the user's cache (``XDG_CACHE_HOME``)."""
    if not is_address(record):
        return Path(record)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "dragoman")
    cache.mkdir(parents=True, exist_ok=True)
    name = shown(record).rsplit("/", 1)[-1] or "record"
    return cache / f"{name}-{hashlib.sha256(_address(record).encode()).hexdigest()[:12]}"


def open_store(
    record: str | Path,
    *,
    read_only: bool = False,
    clock: Callable[[], datetime] | None = None,
    migrate: bool = False,
) -> DuckdbStore | PostgresStore:
    """Open a record by the path of its file or the address of its database.

    A file of an older version is brought up to date; a database, which others may be using, only
    with ``migrate``.

    Raises
    ------
    RecordHeld, RecordTooNew, RecordTooOld, RecordError, MissingExtra
        See `open_record` and `dragoman.record.postgres_store.open_postgres`.
    """
    if is_address(record):
        from dragoman.record.postgres_store import open_postgres

        return open_postgres(_address(record), read_only=read_only, clock=clock, migrate=migrate)
    if clock is not None:
        return open_record(record, read_only=read_only, clock=clock)
    return open_record(record, read_only=read_only)


def _address(record: str | Path) -> str:
    """The address, the second slash put back where a path has swallowed it."""
    scheme, _, rest = str(record).partition(":/")
    return f"{scheme}://{rest.removeprefix('/')}"
