"""Documents and statements in a database that speaks SQL; what differs by dialect is left open."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.record.bulk import where_in
from dragoman.record.rows import Added, Reading, StoredDocument
from dragoman.record.statement_rows import (
    DOCUMENT_COLUMNS,
    STATEMENT_COLUMNS,
    document_of,
    document_row,
    payload_of,
    statement_of,
    statement_row,
)
from dragoman.record.store import Status

__all__ = ["SqlDocuments", "aware"]

# How well a date is known (§I4): a better known one makes a text worth reading again.
_RANKS = {None: 0, "inferred": 1, "dateline": 2, "header": 3, "metadata": 4, "option": 5}
_ORDER = "d.name, d.digest, s.passage_start, s.passage_end, s.kind, s.mode, s.id"
_DOCUMENT = ", ".join(f"d.{name}" for name in DOCUMENT_COLUMNS)


def aware(moment: datetime) -> datetime:
    """A stored time, which is UTC, as a time that says so."""
    return moment.replace(tzinfo=UTC)


class _Known:
    """What decides whether a text must be read: its rules, its date and where it was found."""

    def __init__(self, texts: dict[str, tuple[str, str | None, str | None]], sources: dict[str, str]) -> None:
        self.texts, self.sources = texts, sources

    def status(self, d: Document, rules: str) -> Status:
        stored = self.texts.get(d.digest)
        here = self.sources.get(d.source) == d.digest
        if stored is None or stored[0] != rules:
            return "new"
        better = _RANKS[d.date_source] - _RANKS[stored[2]]
        if better > 0 or (better == 0 and here and d.date != stored[1]):
            return "new"
        return "same" if here else "known"

    def note(self, d: Document, rules: str) -> None:
        self.texts[d.digest] = (rules, d.date, d.date_source)


class SqlDocuments(ABC):
    """The part of the store that keeps documents and statements.

    SQL here is what DuckDB and PostgreSQL both understand, with ``?`` for parameters; the methods
    without a body are the whole difference between them.
    """

    # what every dialect answers for itself

    @abstractmethod
    def _rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, inside the transaction where there is one."""

    @abstractmethod
    def _run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Execute a statement that answers with no rows; the number of rows it touched."""

    @abstractmethod
    def _insert(self, table: str, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
        """Many rows at once, in the order of ``columns`` (name to DuckDB type)."""

    @abstractmethod
    def _stream(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Rows a batch at a time, apart from any transaction so that writes may go on between."""

    @abstractmethod
    def _transaction(self) -> AbstractContextManager[datetime]:
        """One transaction and the one time that all its rows carry, never before an earlier one's."""

    @abstractmethod
    def moment(self) -> datetime:
        """The time now, by the clock that times are kept with."""

    @abstractmethod
    def _object(self, *names: str) -> str:
        """SQL for a JSON object of columns under their own names."""

    def _by_bytes(self, column: str, kind: str) -> str:
        """SQL that sorts by a column of a DuckDB type, text by its bytes whatever language the database speaks."""
        return column

    def _bury(self, what: str, table: str, id: str, payload: str, where: str, values: Sequence[Any]) -> int:
        """Move rows to the tombstones; ``values`` are action, why, time, then those of ``where``."""
        action, why, now, *rest = values
        self._run(
            f"INSERT INTO tombstones SELECT ?, {id}, ?, ?, {payload}, added, ? FROM {table} WHERE {where}",
            [what, action, why, now, *rest],
        )
        return self._run(f"DELETE FROM {table} WHERE {where}", rest)

    def _known(self, documents: Sequence[Document]) -> _Known:
        texts = self._rows(
            f"SELECT digest, rules, date, date_source FROM documents WHERE {where_in('digest')}",
            [[d.digest for d in documents]],
        )
        sources = self._rows(
            f"SELECT source, digest FROM sources WHERE {where_in('source')}", [[d.source for d in documents]]
        )
        return _Known({digest: (rules, date, how) for digest, rules, date, how in texts}, dict(sources))

    def status(self, documents: Sequence[Document], rules: str) -> list[Status]:
        """See `Store.status`."""
        known, out = self._known(documents), []
        for d in documents:
            out.append(known.status(d, rules))
            if out[-1] == "new":
                known.note(d, rules)
        return out

    def add(self, readings: Sequence[Reading], rules: str) -> Added:
        """See `Store.add`."""
        if not readings:
            return Added()
        with self._transaction() as now:
            # Asked inside: another writer may have come between `status` and this.
            fresh, links, before = self._wanted(readings, rules)
            if not fresh and not links:
                return Added()
            withdrawn, added = self._write_statements(fresh, before, now)
            self._write_documents(fresh, before, rules, now)
            self._write_sources(links, now)
        return Added(len(fresh), len(links), added, withdrawn)

    def _wanted(
        self, readings: Sequence[Reading], rules: str
    ) -> tuple[dict[str, Reading], dict[str, Document], set[str]]:
        """Readings and sources that the record has not, and the digests of texts that it has."""
        known = self._known([r.document for r in readings])
        before = set(known.texts)
        fresh: dict[str, Reading] = {}
        links: dict[str, Document] = {}
        for r in readings:
            status = known.status(r.document, rules)
            if status == "new" and r.statements is not None:
                fresh[r.document.digest] = r
                known.note(r.document, rules)
            if known.sources.get(r.document.source) != r.document.digest and r.document.digest in known.texts:
                links[r.document.source] = r.document
        return fresh, links, before

    def _write_statements(
        self, fresh: dict[str, Reading], before: set[str], now: datetime
    ) -> tuple[int, int]:
        """Only what differs is touched: equal statements keep their row and its time."""
        wanted = {
            (digest, s.id): (s, payload_of(s)) for digest, r in fresh.items() for s in r.statements or ()
        }
        reread = [digest for digest in fresh if digest in before]
        gone: dict[str, list[tuple[str, str]]] = {"revised": [], "withdrawn": []}
        if reread:
            rows = self._rows(
                f"SELECT digest, id, payload FROM statements WHERE {where_in('digest')}", [reread]
            )
            for digest, id, payload in rows:
                if (digest, id) not in wanted:
                    gone["withdrawn"].append((digest, id))
                elif wanted[digest, id][1] == payload:
                    del wanted[digest, id]
                else:
                    gone["revised"].append((digest, id))
        for action, keys in gone.items():
            if keys:
                self._bury(
                    *("statement", "statements", "id", "payload"),
                    "(digest, id) IN (SELECT unnest(?::TEXT[]), unnest(?::TEXT[]))",
                    (action, "its text was read again", now, *map(list, zip(*keys))),
                )
        new = [statement_row(s, key[0], payload, now) for key, (s, payload) in wanted.items()]
        self._insert("statements", STATEMENT_COLUMNS, new)
        return sum(map(len, gone.values())), len(new)

    def _write_documents(
        self, fresh: dict[str, Reading], before: set[str], rules: str, now: datetime
    ) -> None:
        reread = [digest for digest in fresh if digest in before]
        if reread:
            self._bury(
                *("document", "documents", "id"),
                self._object("digest", "name", "date", "rules"),
                where_in("digest"),
                ("revised", "its text was read again", now, reread),
            )
        self._insert(
            "documents",
            DOCUMENT_COLUMNS,
            [document_row(r.document, rules, now) for r in fresh.values()],
        )

    def _write_sources(self, links: dict[str, Document], now: datetime) -> None:
        self._bury(
            *("source", "sources", "source", self._object("digest", "name")),
            where_in("source"),
            ("revised", "it has another text now", now, list(links)),
        )
        columns = {"source": "VARCHAR", "digest": "VARCHAR", "name": "VARCHAR", "added": "TIMESTAMP"}
        rows = [(source, d.digest, d.name, now) for source, d in links.items()]
        self._insert("sources", columns, rows)

    def sweep(self) -> Added:
        """See `Store.sweep`."""
        orphan = "digest NOT IN (SELECT digest FROM sources)"
        why = "its source has another text now, or was withdrawn"
        with self._transaction() as now:
            statements = self._bury(
                "statement", "statements", "id", "payload", orphan, ("withdrawn", why, now)
            )
            documents = self._bury(
                *("document", "documents", "id"),
                self._object("digest", "name", "date", "rules", "text"),
                orphan,
                ("withdrawn", why, now),
            )
        return Added(withdrawn=statements + documents)

    def forget(self, source: str, why: str) -> Added:
        """See `Store.forget`."""
        with self._transaction() as now:
            gone = self._bury(
                *("source", "sources", "source", self._object("digest", "name"), "source = ?"),
                ("withdrawn", why, now, source),
            )
        return Added(withdrawn=gone) + self.sweep()

    def documents(self) -> Iterator[StoredDocument]:
        """See `Store.documents`."""
        return self._documents("true", ())

    def document(self, key: str) -> StoredDocument | None:
        """See `Store.document`."""
        return next(self._documents("? IN (d.id, d.digest, d.name)", (key,)), None)

    def documents_named(self, names: Sequence[str]) -> Iterator[StoredDocument]:
        """See `Store.documents_named`."""
        return self._documents(where_in("d.name"), [list(names)]) if names else iter(())

    def _documents(self, where: str, values: Sequence[Any]) -> Iterator[StoredDocument]:
        sql = (
            f"SELECT {_DOCUMENT}, (SELECT array_agg(source ORDER BY source) FROM sources x WHERE x.digest = d.digest) "
            f"FROM documents d WHERE {where} ORDER BY d.name, d.digest"
        )
        for *row, sources in self._stream(sql, values):
            places = tuple(sources or ())
            document = document_of(row, places[0] if places else "")
            yield StoredDocument(document, row[-2], places, aware(row[-1]))

    def statements(
        self, *, kind: str | None = None, parties: Iterable[str] = (), document: str | None = None
    ) -> Iterator[Statement]:
        """See `Store.statements`."""
        conditions, values = ["true"], []
        if kind is not None:
            conditions.append("s.kind = ?")
            values.append(kind)
        if wanted := list(parties):
            conditions.append("(s.actor || s.recipient) @> ?::TEXT[]")
            values.append(wanted)  # type: ignore[arg-type]
        if document is not None:
            conditions.append("d.id = ?")
            values.append(document)
        sql = (
            "SELECT s.payload FROM statements s JOIN documents d ON d.digest = s.digest "
            f"WHERE {' AND '.join(conditions)} ORDER BY {_ORDER}"
        )
        for (payload,) in self._stream(sql, values):
            yield statement_of(payload)

    def statement(self, id: str) -> Statement | None:
        """See `Store.statement`."""
        rows = self._rows("SELECT payload FROM statements WHERE id = ? LIMIT 1", [id])
        return statement_of(rows[0][0]) if rows else None

    def withdrawn_statement(self, id: str) -> tuple[Statement, str] | None:
        """See `Store.withdrawn_statement`."""
        rows = self._rows(
            "SELECT payload, why FROM tombstones WHERE what = 'statement' AND id = ? ORDER BY withdrawn DESC LIMIT 1",
            [id],
        )
        return (statement_of(rows[0][0]), rows[0][1]) if rows else None
