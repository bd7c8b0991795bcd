"""A PostgreSQL record by columns, as pages and services need it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import numpy as np

from dragoman.record.browsing import (
    NO_DAY,
    Browsing,
    Columns,
    FindingColumns,
    Listed,
    Numbers,
    days_of,
    listed_of,
)
from dragoman.record.bulk import where_in
from dragoman.record.duckdb_store import DuckdbStore
from dragoman.record.postgres_store import PostgresStore
from dragoman.record.rows import StoredDocument

__all__ = ["PostgresBrowsing", "browsing_of"]

_EPOCH = datetime(1970, 1, 1)
_STATEMENTS = (
    "SELECT id, digest, kind, mode, status, rule, date, added, actor, recipient, "
    "CASE WHEN kind IN ('figure', 'composition') THEN payload::json -> 'product' ->> 'hs' END, "
    "CASE WHEN kind IN ('figure', 'composition') AND json_typeof(payload::json -> 'products') = 'array' THEN "
    "(SELECT array_agg(p ->> 'hs') FROM json_array_elements(payload::json -> 'products') p) END "
    "FROM statements ORDER BY added, digest, passage_start, id"
)


class PostgresBrowsing(Browsing):
    """See `Browsing`; rows are found by their ids, for which the tables have indexes."""

    def __init__(self, store: PostgresStore) -> None:
        self._store = store  # type: ignore[assignment]

    def documents(self) -> list[Listed]:
        """See `Browsing.documents`."""
        sql = (
            "SELECT id, digest, name, title, date, date_source, outlet, url, length(text), added "
            "FROM documents ORDER BY name, digest"
        )
        return [listed_of(row[:9], n, row[9]) for n, row in enumerate(self._store._stream(sql))]

    def document(self, listed: Listed) -> StoredDocument | None:
        """See `Browsing.document`."""
        return self._store.document(listed.digest)

    def columns(self, documents: Sequence[Listed]) -> Columns:
        """See `Browsing.columns`."""
        places = {d.digest: n for n, d in enumerate(documents)}
        rows = [row for row in self._store._stream(_STATEMENTS) if row[1] in places]
        days = {date: days_of(date)[1:] for date in {row[6] for row in rows} if date is not None}
        kinds, kind = _coded(f"{row[2]}/{row[3]}" for row in rows)
        statuses, status = _coded(row[4] for row in rows)
        rules, rule = _coded(row[5] for row in rows)
        party_codes, parties = _several({*row[8], *row[9]} for row in rows)
        product_codes, products = _several(_chapters(row[10], row[11]) for row in rows)
        spans = np.array([days.get(row[6], (NO_DAY, NO_DAY)) for row in rows], dtype=np.int64).reshape(-1, 2)
        return Columns(
            [row[0] for row in rows],
            np.arange(len(rows), dtype=np.int64),
            np.array([_key(row[0]) for row in rows], dtype=np.uint64),
            np.array([places[row[1]] for row in rows], dtype=np.int64),
            *(kind, status, rule, spans[:, 0].copy(), spans[:, 1].copy()),
            np.array([_microseconds(row[7]) for row in rows], dtype=np.int64),
            kinds,
            statuses,
            rules,
            party_codes,
            parties,
            product_codes,
            products,
        )

    def findings(self) -> FindingColumns:
        """See `Browsing.findings`."""
        sql = "SELECT id, rule, verdict, reporter, partner, period, payload FROM findings ORDER BY id"
        rows = list(self._store._stream(sql))
        links = [(n, _key(s)) for n, row in enumerate(rows) for s in json.loads(row[6])["statements"]]
        ids, rules, verdicts, reporters, partners, periods = (
            map(list, zip(*(row[:6] for row in rows))) if rows else ([], [], [], [], [], [])
        )
        return FindingColumns(
            ids,
            list(range(len(rows))),
            *(rules, verdicts, reporters, partners, periods),
            (
                np.array([n for n, _ in links], dtype=np.int64),
                np.array([key for _, key in links], dtype=np.uint64),
            ),
        )

    def _payloads(self, table: str, rowids: Sequence[int], ids: Sequence[str]) -> list[str]:
        rows = self._store._rows(f"SELECT id, payload FROM {table} WHERE {where_in('id')}", [list(ids)])
        found: dict[str, str] = dict(rows)
        return [found[id] for id in ids if id in found]

    def passages(self, digests: Sequence[str]) -> Iterator[tuple[str, int, str]]:
        """See `Browsing.passages`."""
        sql = f"SELECT digest, id, payload FROM statements WHERE {where_in('digest')}"
        for digest, id, payload in self._store._stream(sql, [list(digests)]):
            told = json.loads(payload)
            words = [told["evidence"]["text"], told.get("object")]
            words += [p.get("name") for p in told.get("people") or ()]
            words += told.get("organisations") or ()
            yield digest, _key(id) - 2**63, " ".join(w for w in words if w)


def browsing_of(store: DuckdbStore | PostgresStore) -> Browsing:
    """How a record is looked through, by what keeps it."""
    return PostgresBrowsing(store) if isinstance(store, PostgresStore) else Browsing(store)


def _key(id: str) -> int:
    """The number that DuckDB's ``md5_number_lower`` gives."""
    return int.from_bytes(hashlib.md5(id.encode(), usedforsecurity=False).digest()[8:], "little")


def _microseconds(moment: datetime) -> int:
    passed = moment - _EPOCH
    return (passed.days * 86_400 + passed.seconds) * 1_000_000 + passed.microseconds


def _coded(values: Iterable[str]) -> tuple[list[str], Numbers]:
    """Sorted names, and the place of each value among them."""
    told = list(values)
    names = sorted(set(told))
    number = {name: n for n, name in enumerate(names)}
    return names, np.array([number[value] for value in told], dtype=np.int64)


def _several(values: Iterable[Iterable[str]]) -> tuple[list[str], tuple[Numbers, Numbers]]:
    """Sorted names, and a pair of place and name for each of several values a row, in order."""
    told = [sorted(value) for value in values]
    names = sorted({name for value in told for name in value})
    number = {name: n for n, name in enumerate(names)}
    places = [n for n, value in enumerate(told) for _ in value]
    codes = [number[name] for value in told for name in value]
    return names, (np.array(places, dtype=np.int64), np.array(codes, dtype=np.int64))


def _chapters(one: Any, several: Any) -> set[str]:
    return {hs[:2] for hs in (one, *(several or ())) if hs}
