"""A record by columns, and its rows by their places: what pages need to answer at once.

Columns are read once, coded as small integers in numpy arrays; rows are fetched afterwards by
DuckDB's row number, and by id where a row has moved since.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.errors import BadPeriod
from dragoman.model.periods import parse_period
from dragoman.model.statements import Statement
from dragoman.record.bulk import insert, where_in
from dragoman.record.duckdb_store import DuckdbStore
from dragoman.record.rows import StoredDocument
from dragoman.record.sql_documents import aware
from dragoman.record.statement_rows import DOCUMENT_COLUMNS, document_of, statement_of

__all__ = ["Browsing", "Columns", "FindingColumns", "Gone", "Listed", "Numbers", "days_of", "listed_of"]

Numbers = npt.NDArray[np.int64]
# A day that no calendar has: the statement has no date, or its date has no such end.
NO_DAY = -1
# Rows fetched one by one up to here: a millisecond each, against fifteen for a join with any number of row
# numbers, of which DuckDB makes a filter of the scan (measured at a million on two shared cores).
_FEW = 12


@dataclass(frozen=True, slots=True)
class Listed:
    """A document without its text."""

    id: str
    digest: str
    name: str
    title: str | None
    date: str | None
    date_source: str | None
    outlet: str | None
    url: str | None
    length: int
    rowid: int
    added: datetime


def listed_of(row: Sequence[Any], rowid: int, added: Any) -> Listed:
    """A document from the columns of its table in the order of the fields, the row's number and its time."""
    id, digest, name, title, date, date_source, outlet, url, length = row
    return Listed(
        id, digest, name, title, date, date_source, outlet, url, length, rowid=rowid, added=aware(added)
    )


@dataclass(frozen=True, slots=True)
class Columns:
    """One place per statement in every array; lists of codes say what the numbers mean.

    ``first`` and ``last`` are proleptic ordinals of days, ``NO_DAY`` where there is none;
    ``parties`` and ``products`` are pairs of arrays (place, code), as a statement may have several.
    """

    ids: list[str]
    rowids: Numbers
    keys: npt.NDArray[np.uint64]
    document: Numbers
    kind: Numbers
    status: Numbers
    rule: Numbers
    first: Numbers
    last: Numbers
    added: Numbers
    kinds: list[str]
    statuses: list[str]
    rules: list[str]
    party_codes: list[str]
    parties: tuple[Numbers, Numbers]
    product_codes: list[str]
    products: tuple[Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class FindingColumns:
    """One place per finding; ``statements`` is a pair of arrays (place, key of statement)."""

    ids: list[str]
    rowids: list[int]
    rules: list[str]
    verdicts: list[str]
    reporters: list[str | None]
    partners: list[str | None]
    periods: list[str | None]
    statements: tuple[Numbers, npt.NDArray[np.uint64]]


@dataclass(frozen=True, slots=True)
class Gone:
    """A row that was withdrawn or revised."""

    what: str
    id: str
    action: str
    why: str
    at: datetime


class Browsing:
    """Reads a record for pages; every call has a cursor of its own, so threads may call at once."""

    def __init__(self, store: DuckdbStore) -> None:
        self._store = store

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        cursor = self._store._connection.cursor()
        try:
            cursor.execute("USE record")
            yield cursor
        finally:
            cursor.close()

    def documents(self) -> list[Listed]:
        """All documents without their texts, by name."""
        sql = (
            "SELECT id, digest, name, title, date, date_source, outlet, url, length(text), rowid, added "
            "FROM documents ORDER BY name, digest"
        )
        return [listed_of(row[:9], row[9], row[10]) for row in self._store._stream(sql)]

    def document(self, listed: Listed) -> StoredDocument | None:
        """A listed document with its text and sources; None where it is gone."""
        columns = ", ".join(DOCUMENT_COLUMNS)
        with self._cursor() as c:
            row = c.execute(f"SELECT {columns} FROM documents WHERE rowid = ?", [listed.rowid]).fetchone()
            if row is None or row[0] != listed.digest:
                row = c.execute(
                    f"SELECT {columns} FROM documents WHERE digest = ?", [listed.digest]
                ).fetchone()
            if row is None:
                return None
            found = c.execute(
                "SELECT source FROM sources WHERE digest = ? ORDER BY source", [row[0]]
            ).fetchall()
        sources = tuple(source for (source,) in found)
        return StoredDocument(
            document_of(row, sources[0] if sources else ""), row[-2], sources, aware(row[-1])
        )

    def columns(self, documents: Sequence[Listed]) -> Columns:
        """The columns of all statements; ``document`` counts places in ``documents``."""
        with self._cursor() as c:
            self._dimensions(c, documents)
            names = {
                name: [row[0] for row in c.execute(f"SELECT name FROM {name}s_ ORDER BY n").fetchall()]
                for name in ("kind", "status", "rule", "party", "product")
            }
            found = c.execute("SELECT * EXCLUDE (actor, recipient) FROM places_ ORDER BY n").fetchnumpy()
            parties = c.execute(
                "SELECT p.n AS place, c.n AS code FROM (SELECT n, unnest(list_distinct(list_concat(actor, recipient))) "
                "AS party FROM places_) p JOIN partys_ c ON c.name = p.party ORDER BY place, code"
            ).fetchnumpy()
            products = c.execute(
                "SELECT p.n AS place, c.n AS code FROM chapters_ p JOIN products_ c ON c.name = p.name "
                "ORDER BY place, code"
            ).fetchnumpy()
        number = {name: _int64(values) for name, values in found.items() if name not in ("id", "key")}
        return Columns(
            found["id"].tolist(), number["row"], found["key"].astype(np.uint64), number["document"],
            number["kind"], number["status"], number["rule"], number["first"], number["last"], number["added"],
            names["kind"], names["status"], names["rule"],
            names["party"], (_int64(parties["place"]), _int64(parties["code"])),
            names["product"], (_int64(products["place"]), _int64(products["code"])),
        )  # fmt: skip

    def _dimensions(self, c: Any, documents: Sequence[Listed]) -> None:
        """Temporary tables of this cursor: codes, days of dates, then one row per statement."""
        c.execute("CREATE OR REPLACE TEMP TABLE texts_ (digest VARCHAR, n BIGINT)")
        insert(
            c,
            "texts_",
            {"digest": "VARCHAR", "n": "BIGINT"},
            [(d.digest, n) for n, d in enumerate(documents)],
        )
        dates = [
            row[0]
            for row in c.execute("SELECT DISTINCT date FROM statements WHERE date IS NOT NULL").fetchall()
        ]
        c.execute("CREATE OR REPLACE TEMP TABLE days_ (date VARCHAR, first BIGINT, last BIGINT)")
        insert(
            c, "days_", {"date": "VARCHAR", "first": "BIGINT", "last": "BIGINT"}, [days_of(d) for d in dates]
        )
        for name, what in (("kind", "kind || '/' || mode"), ("status", "status"), ("rule", "rule")):
            c.execute(
                f"CREATE OR REPLACE TEMP TABLE {name}s_ AS SELECT name, row_number() OVER (ORDER BY name) - 1 AS n "
                f"FROM (SELECT DISTINCT {what} AS name FROM statements)"
            )
        c.execute(
            "CREATE OR REPLACE TEMP TABLE places_ AS SELECT row_number() OVER () - 1 AS n, s.rowid AS row, s.id, "
            "md5_number_lower(s.id) AS key, t.n AS document, k.n AS kind, u.n AS status, r.n AS rule, "
            f"coalesce(d.first, {NO_DAY}) AS first, coalesce(d.last, {NO_DAY}) AS last, epoch_us(s.added) AS added, "
            "s.actor, s.recipient FROM statements s JOIN texts_ t ON t.digest = s.digest "
            "JOIN kinds_ k ON k.name = s.kind || '/' || s.mode JOIN statuss_ u ON u.name = s.status "
            "JOIN rules_ r ON r.name = s.rule LEFT JOIN days_ d ON d.date = s.date"
        )
        # By itself, and only where the letters occur: payloads carried through the joins above, all of them
        # parsed, tripled the time that a record takes to open.
        c.execute(
            "CREATE OR REPLACE TEMP TABLE chapters_ AS SELECT DISTINCT p.n, left(g.hs, 2) AS name FROM "
            "(SELECT rowid AS row, unnest(list_concat([json_extract_string(payload, '$.product.hs')], "
            "json_extract_string(payload, '$.products[*].hs'))) AS hs FROM statements "
            "WHERE kind IN ('figure', 'composition') AND contains(payload, '\"hs\"')) g "
            "JOIN places_ p USING (row) WHERE g.hs IS NOT NULL"
        )
        for name, source in (
            ("party", "SELECT DISTINCT unnest(list_concat(actor, recipient)) AS name FROM places_"),
            ("product", "SELECT DISTINCT name FROM chapters_"),
        ):
            c.execute(
                f"CREATE OR REPLACE TEMP TABLE {name}s_ AS SELECT name, row_number() OVER (ORDER BY name) - 1 AS n "
                f"FROM ({source}) WHERE name IS NOT NULL"
            )

    def findings(self) -> FindingColumns:
        """The columns of all findings, by id."""
        with self._cursor() as c:
            rows = c.execute(
                "SELECT id, rowid, rule, verdict, reporter, partner, period FROM findings ORDER BY id"
            ).fetchall()
            links = c.execute(
                "SELECT n, md5_number_lower(statement) AS key FROM (SELECT row_number() OVER (ORDER BY id) - 1 AS n, "
                "unnest(json_extract_string(payload, '$.statements[*]')) AS statement FROM findings)"
            ).fetchnumpy()
        ids, rowids, rules, verdicts, reporters, partners, periods = map(
            list, zip(*rows) if rows else ((),) * 7
        )
        return FindingColumns(
            ids,
            rowids,
            rules,
            verdicts,
            reporters,
            partners,
            periods,
            (_int64(links["n"]), links["key"].astype(np.uint64)),
        )

    def finding_payloads(self, rowids: Sequence[int], ids: Sequence[str]) -> list[dict[str, Any]]:
        """Findings in the order asked for, those that are gone left out."""
        return [json.loads(payload) for payload in self._payloads("findings", rowids, ids)]

    def statements(self, rowids: Sequence[int], ids: Sequence[str]) -> list[Statement]:
        """Statements in the order asked for, those that are gone left out."""
        return [statement_of(payload) for payload in self._payloads("statements", rowids, ids)]

    def _payloads(self, table: str, rowids: Sequence[int], ids: Sequence[str]) -> list[str]:
        found: dict[str, str] = {}
        with self._cursor() as c:
            if len(ids) <= _FEW:
                one = f"SELECT id, payload FROM {table} WHERE rowid = ?"
                found.update(row for r in rowids if (row := c.execute(one, [int(r)]).fetchone()))
            else:
                # A join, not a list behind IN: for that DuckDB scans everything.
                by_row = f"SELECT id, payload FROM {table} SEMI JOIN (SELECT unnest(?::BIGINT[]) AS row) ON rowid = row"
                found.update(c.execute(by_row, [[int(r) for r in rowids]]).fetchall())
            if missing := [id for id in ids if id not in found]:
                many = f"SELECT id, payload FROM {table} WHERE {where_in('id')}"
                found.update(c.execute(many, [missing]).fetchall())
        return [found[id] for id in ids if id in found]

    def passages(self, digests: Sequence[str]) -> Iterator[tuple[str, int, str]]:
        """Digest, key and searchable words of every statement of some texts."""
        sql = (
            "SELECT digest, md5_number_lower(id) - 9223372036854775808::HUGEINT, concat_ws(' ', "
            "json_extract_string(payload, '$.evidence.text'), json_extract_string(payload, '$.object'), "
            "array_to_string(json_extract_string(payload, '$.people[*].name'), ' '), "
            "array_to_string(json_extract_string(payload, '$.organisations[*]'), ' ')) "
            f"FROM statements WHERE {where_in('digest')}"
        )
        for digest, key, words in self._store._stream(sql, [list(digests)]):
            yield digest, int(key), words

    def texts(self, digests: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Digest, and title with text, of some documents."""
        sql = f"SELECT digest, concat_ws(' ', title, text) FROM documents WHERE {where_in('digest')}"
        yield from self._store._stream(sql, [list(digests)])

    def gone(self, most: int) -> list[Gone]:
        """What was withdrawn or revised last."""
        sql = (
            "SELECT what, id, action, why, withdrawn FROM tombstones WHERE what IN ('document', 'statement', "
            f"'observation') ORDER BY withdrawn DESC, what, id LIMIT {int(most)}"
        )
        return [Gone(what, id, act, why, aware(at)) for what, id, act, why, at in self._store._stream(sql)]


def _int64(values: Any) -> Numbers:
    return np.asarray(values).astype(np.int64)


def days_of(date: str) -> tuple[str, int, int]:
    """The date, and the first and last day of it as ordinals."""
    try:
        period = parse_period(date)
    except BadPeriod:
        return date, NO_DAY, NO_DAY
    first = period.first.toordinal() if period.first else NO_DAY
    return date, first, period.last.toordinal() if period.last else NO_DAY
