"""Reaching a PostgreSQL database as a record, and saying what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dragoman.errors import MissingExtra, RecordError, RecordTooNew, RecordTooOld
from dragoman.record.opening import migrations
from dragoman.record.postgres_texts import keep_every_character

__all__ = ["explained", "pool_of", "without_secret"]

# Any number will do, as long as everybody takes the same (ours: the bytes of "drag").
_LOCK = 0x64726167
_PATIENCE = 10  # seconds to wait for a connection; assumed


def pool_of(dsn: str, *, read_only: bool, connections: int, migrate: bool) -> Any:
    """A pool of connections to the record, its tables made where there are none.

    Raises
    ------
    RecordTooOld
        The schema is older than the code and ``migrate`` was not asked for.
    RecordTooNew
        A later version made it; it is left as it is.
    RecordError
        The database cannot be reached, or holds something else.
    MissingExtra
        psycopg is not installed.
    """
    try:
        import psycopg
        from psycopg_pool import ConnectionPool
    except ImportError as error:
        raise MissingExtra(
            "a PostgreSQL record needs psycopg", remedy="pip install 'dragoman[postgres]'"
        ) from error
    where = without_secret(dsn)
    options: dict[str, Any] = {
        "autocommit": True,
        "connect_timeout": _PATIENCE,
        "application_name": "dragoman",
    }
    try:
        with psycopg.connect(dsn, **options) as connection:
            _prepare(connection, where, read_only=read_only, migrate=migrate)
    except psycopg.Error as error:
        raise RecordError(
            f"cannot be used ({_line(error)})",
            where=where,
            remedy="check the address, that the server runs, and that this user may create tables",
        ) from error

    def configure(connection: Any) -> None:
        keep_every_character(connection)
        if read_only:
            connection.execute("SET default_transaction_read_only = on")

    pool = ConnectionPool(
        dsn,
        kwargs=options,
        min_size=1,
        max_size=max(1, connections),
        timeout=_PATIENCE,
        configure=configure,
        check=ConnectionPool.check_connection,  # a server that was started again: old connections are dropped
        name="dragoman",
        open=False,
    )
    pool.open()
    return pool


def without_secret(dsn: str) -> str:
    """The address as it may be shown: no password, no options."""
    from psycopg.conninfo import conninfo_to_dict

    try:
        parts = conninfo_to_dict(dsn)
    except Exception:
        return "postgresql://..."
    host = ":".join(str(parts[key]) for key in ("host", "port") if parts.get(key))
    user = f"{parts['user']}@" if parts.get("user") else ""
    return f"postgresql://{user}{host}/{parts.get('dbname') or ''}"


@contextmanager
def explained() -> Iterator[None]:
    """Errors of the database as errors of ours."""
    import psycopg
    from psycopg_pool import PoolClosed, PoolTimeout

    try:
        yield
    except PoolClosed:
        raise
    except (psycopg.OperationalError, PoolTimeout) as error:
        # Whatever was being written is written whole or not at all.
        raise RecordError(
            f"the database went away or refused ({_line(error)})",
            remedy="see that it runs and has room, then run again: nothing is half written",
        ) from error
    except psycopg.errors.ReadOnlySqlTransaction as error:
        raise RecordError("opened for reading only", remedy="open the record for writing") from error


def _line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__


def _prepare(connection: Any, where: str, *, read_only: bool, migrate: bool) -> None:
    known = migrations("postgres")
    latest = known[-1][0]
    version = _version(connection, where)
    if version == 0 and read_only:
        raise RecordError(
            "no record there", where=where, remedy="make one with: dragoman read PATH --into ADDRESS"
        )
    if version > latest:
        raise RecordTooNew(
            f"made by a newer version (schema {version}, this one knows {latest})",
            where=where,
            remedy="upgrade dragoman; the record is untouched",
        )
    if 0 < version < latest and not migrate:
        raise RecordTooOld(
            f"schema {version} is older than this version's {latest}",
            where=where,
            remedy="bring it up to date with: dragoman migrate ADDRESS",
        )
    if version < latest:
        _migrate(connection, where)


def _version(connection: Any, where: str) -> int:
    tables = {
        row[0]
        for row in connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
        ).fetchall()
    }
    if "migrations" in tables and "statements" in tables:
        return int(connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0])
    if tables:
        raise RecordError(
            f"a database with other tables ({', '.join(sorted(tables)[:5])})",
            where=where,
            remedy="give an empty database or schema; this one is untouched",
        )
    return 0


def _migrate(connection: Any, where: str) -> None:
    """Apply what is missing in one transaction; two processes that come at once take turns."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        done = _version(connection, where)
        for number, name, sql in migrations("postgres"):
            if number > done:
                connection.execute(sql)
                connection.execute(
                    "INSERT INTO migrations VALUES (%s, %s, clock_timestamp() AT TIME ZONE 'UTC')",
                    [number, name],
                )
