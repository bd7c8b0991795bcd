"""A record in one DuckDB file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from dragoman.record.bulk import insert
from dragoman.record.opening import connect, written
from dragoman.record.sql_store import SqlStore

__all__ = ["DuckdbStore", "open_record"]

_LATEST = (
    "SELECT max(moment) FROM (SELECT max(added) AS moment FROM documents UNION ALL SELECT max(added) FROM statements "
    "UNION ALL SELECT max(added) FROM sources UNION ALL SELECT max(added) FROM facts "
    "UNION ALL SELECT max(added) FROM findings UNION ALL SELECT max(added) FROM observations "
    "UNION ALL SELECT max(added) FROM reviews UNION ALL SELECT max(withdrawn) FROM tombstones)"
)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def open_record(
    path: str | Path, *, read_only: bool = False, clock: Callable[[], datetime] = _utc_now
) -> DuckdbStore:
    """Open a record's file, making it where there is none (not with ``read_only``).

    Raises
    ------
    RecordHeld, RecordTooNew, RecordError
        See `dragoman.record.opening.connect`.
    """
    connection = connect(Path(path), read_only=read_only, now=clock().astimezone(UTC).replace(tzinfo=None))
    return DuckdbStore(connection, clock)


class DuckdbStore(SqlStore):
    """The `Store` in a DuckDB file; open it with `open_record`."""

    def __init__(self, connection: Any, clock: Callable[[], datetime]) -> None:
        self._connection, self._clock = connection, clock
        self._last: datetime | None = None

    def close(self) -> None:
        """See `Store.close`."""
        self._connection.close()

    def __enter__(self) -> DuckdbStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def moment(self) -> datetime:
        """See `SqlDocuments.moment`."""
        return self._clock()

    def _now(self) -> datetime:
        """The time, or that of the last write where the clock was set back (§I7)."""
        now = self._clock().astimezone(UTC).replace(tzinfo=None)
        if self._last is None:
            [(latest,)] = self._rows(_LATEST)
            self._last = latest or now
        self._last = max(now, self._last)
        return self._last

    @contextmanager
    def _transaction(self) -> Iterator[datetime]:
        with written():
            self._connection.execute("BEGIN")
            try:
                yield self._now()
            except BaseException:
                with suppress(Exception):  # the first error tells more
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._connection.execute(sql, list(parameters)).fetchall()
        return found

    def _run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        row = self._connection.execute(sql, list(parameters)).fetchone()
        return int(row[0]) if row else 0

    def _insert(self, table: str, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
        insert(self._connection, table, columns, rows)

    def _stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        cursor = self._connection.cursor()
        try:
            cursor.execute("USE record")
            cursor.execute(sql, list(parameters))
            while rows := cursor.fetchmany(1000):
                yield from rows
        finally:
            cursor.close()

    def _object(self, *names: str) -> str:
        return "json_object(" + ", ".join(f"'{name}', {name}" for name in names) + ")"
