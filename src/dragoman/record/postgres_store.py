"""A record in a PostgreSQL database, for many readers and writers at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from types import TracebackType
from typing import Any

from dragoman.record.postgres_opening import explained, pool_of
from dragoman.record.sql_store import SqlStore

__all__ = ["PostgresStore", "open_postgres"]

# Rows to a round trip of a long answer.
_BATCH = 1000


def open_postgres(
    dsn: str,
    *,
    read_only: bool = False,
    clock: Callable[[], datetime] | None = None,
    connections: int = 8,
    migrate: bool = False,
) -> PostgresStore:
    """Open the record in a database, making its tables where there are none (not with ``read_only``).

    Parameters
    ----------
    dsn : str
        ``postgresql://user@host/database``; ``?options=-csearch_path%3Dname`` for a schema of its own.
    clock : callable, optional
        Where times come from; by default the database's clock, which all writers share.
    connections : int
        Most connections open at once [1].
    migrate : bool
        Whether to bring an older schema up to date.

    Raises
    ------
    RecordTooOld, RecordTooNew, RecordError, MissingExtra
        See `dragoman.record.postgres_opening.pool_of`.
    """
    pool = pool_of(dsn, read_only=read_only, connections=connections, migrate=migrate)
    return PostgresStore(pool, clock)


@lru_cache(maxsize=512)
def _placed(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


class PostgresStore(SqlStore):
    """The `Store` in PostgreSQL; open it with `open_postgres`.

    Threads may call at once: each call has a connection of its own. Writers of all processes come
    one after another, for they share one row (``moments``); readers never wait.
    """

    def __init__(self, pool: Any, clock: Callable[[], datetime] | None) -> None:
        self._pool, self._clock = pool, clock
        self._local = threading.local()

    def close(self) -> None:
        """See `Store.close`."""
        self._pool.close()

    def __enter__(self) -> PostgresStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[datetime]:
        with explained(), self._pool.connection() as connection, connection.transaction():
            self._local.connection = connection
            try:
                yield self._moment(connection)
            finally:
                self._local.connection = None

    def _moment(self, connection: Any) -> datetime:
        """The time of this write; taking it is taking one's turn."""
        now = "clock_timestamp() AT TIME ZONE 'UTC'"
        given: list[Any] = []
        if self._clock is not None:
            now, given = "%s", [self._clock().astimezone(UTC).replace(tzinfo=None)]
        sql = f"UPDATE moments SET last = greatest(last, {now}) RETURNING last"
        moment: datetime = connection.execute(sql, given).fetchone()[0]
        return moment

    def moment(self) -> datetime:
        """See `SqlDocuments.moment`."""
        if self._clock is not None:
            return self._clock()
        [(now,)] = self._rows("SELECT clock_timestamp()")
        found: datetime = now
        return found

    def last_write(self) -> datetime | None:
        """When anybody last wrote to the record; None where nobody has."""
        [(last,)] = self._rows("SELECT nullif(last, '-infinity') FROM moments")
        found: datetime | None = last
        return found

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        current = getattr(self._local, "connection", None)
        if current is not None:
            yield current
            return
        with explained(), self._pool.connection() as connection:
            yield connection

    def _rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._connected() as connection:
            found: list[tuple[Any, ...]] = connection.execute(_placed(sql), list(parameters)).fetchall()
            return found

    def _run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        with self._connected() as connection:
            return int(connection.execute(_placed(sql), list(parameters)).rowcount)

    def _insert(self, table: str, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
        if not rows:
            return
        sql = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        with self._connected() as connection, connection.cursor() as cursor, cursor.copy(sql) as copy:
            for row in rows:
                copy.write_row(row)

    def _stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        with (
            explained(),
            self._pool.connection() as connection,
            connection.transaction(),
            connection.cursor(name="answer") as cursor,
        ):
            cursor.itersize = _BATCH
            cursor.execute(_placed(sql), list(parameters))
            yield from cursor

    def _by_bytes(self, column: str, kind: str) -> str:
        return f'{column} COLLATE "C"' if kind.startswith("VARCHAR") else column

    def _object(self, *names: str) -> str:
        return "json_build_object(" + ", ".join(f"'{name}', {name}" for name in names) + ")::text"
