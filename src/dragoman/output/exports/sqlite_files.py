"""A SQLite file with the tidy tables and a full-text index, as Datasette opens it."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.output.exports.bundles import Bundle
from dragoman.output.exports.tidy import TABLES, tables

__all__ = ["write_sqlite"]

_INTEGERS = {"characters", "count_low", "count_high", "start", "end", "quoted"}
_NUMBERS = {"confidence"}
_KEYS = {"documents": "document", "statements": "statement", "figures": "statement", "findings": "finding"}
_TO = {"statement": ("statements", "statement"), "finding": ("findings", "finding")}
# Exact decimals are kept as text; beside them stand floats to sort and sum by.
_EXACT = ("value", "low", "high")


def _columns(name: str) -> list[str]:
    out = []
    for column in TABLES[name]:
        kind = "INTEGER" if column in _INTEGERS else "REAL" if column in _NUMBERS else "TEXT"
        out.append(f'"{column}" {kind}{" PRIMARY KEY" if _KEYS.get(name) == column else ""}')
    if name in ("figures", "observations"):
        out += [f'"{c}_near" REAL' for c in _EXACT if c in TABLES[name]]
    for column in TABLES[name]:
        if (column in _TO and _KEYS.get(name) != column) or (name == "figures" and column == "statement"):
            table, key = _TO[column]
            out.append(f'FOREIGN KEY ("{column}") REFERENCES "{table}"("{key}")')
    return out


def _values(name: str, row: Any) -> list[Any]:
    out = [value.isoformat() if isinstance(value, date) else value for value in row]
    if name in ("figures", "observations"):
        cells = dict(zip(TABLES[name], row))
        out += [None if cells[c] is None else float(cells[c]) for c in _EXACT if c in cells]
    return out


def _fill(connection: sqlite3.Connection, bundle: Bundle) -> None:
    for name, rows in tables(bundle).items():
        connection.execute(f'CREATE TABLE "{name}" ({", ".join(_columns(name))})')
        filled = [_values(name, row) for row in rows]
        if filled:
            marks = ", ".join("?" * len(filled[0]))
            connection.executemany(f'INSERT OR IGNORE INTO "{name}" VALUES ({marks})', filled)
    for table, column in (("statements", "kind"), ("statements", "date"), ("statements", "document"),
                          ("parties", "code"), ("parties", "statement"), ("proofs", "statement")):  # fmt: skip
        connection.execute(f'CREATE INDEX "{table}_{column}" ON "{table}"("{column}")')
    connection.execute(
        "CREATE VIRTUAL TABLE statements_fts USING fts5(text, object, content='statements', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute("INSERT INTO statements_fts(statements_fts) VALUES ('rebuild')")
    connection.execute("CREATE TABLE made_by (name TEXT PRIMARY KEY, value TEXT)")
    connection.execute("INSERT INTO made_by VALUES ('dragoman', ?)", [bundle.version])


def write_sqlite(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """The tables of the tidy export with keys, indexes and a full-text index over passages."""
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        path = Path(folder, "export.sqlite")
        connection = sqlite3.connect(path)
        try:
            with connection:
                _fill(connection, bundle)
            connection.execute("VACUUM")
        finally:
            connection.close()
        out.write(path.read_bytes())
    return Counter()
