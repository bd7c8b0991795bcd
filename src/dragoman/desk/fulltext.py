"""Words to statements and documents: an SQLite FTS5 file beside the record, made again at need.

It holds nothing that the record has not; deleting it costs time only. Statements are known in
it by the first 64 bits of a digest of their ids, documents by those of their own digests.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.record.browsing import Browsing, Listed

__all__ = ["MOST", "FullText", "match_expression", "text_key"]

MOST = 50_000
"""Matches that are counted; a search with more says so."""

_VERSION = 1
_BATCH = 400
_SCHEMA = f"""
CREATE TABLE indexed (digest TEXT PRIMARY KEY, added REAL NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE passages USING fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2');
PRAGMA user_version = {_VERSION};
"""
_PART = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_WORDS = re.compile(r"\w+")
_HALF = np.uint64(1 << 63)


def match_expression(query: str) -> str | None:
    """What FTS5 is asked for the words of a query; None where it has no word.

    Words must all occur; ``"a phrase"`` stands together; ``-word`` must not occur; ``word*``
    is the beginning of a word. No other sign has a meaning, so no input is an error.

    Examples
    --------
    >>> match_expression('wheat "dry port" -rail expo*')
    '("wheat" AND "dry port" AND "expo"*) NOT "rail"'
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _PART.findall(query):
        words = _WORDS.findall(phrase or word)
        if not words:
            continue
        term = '"' + " ".join(words) + '"' + ("*" if word.endswith("*") else "")
        (unwanted if minus else wanted).append(term)
    if not wanted:
        return None
    return f"({' AND '.join(wanted)})" + "".join(f" NOT {term}" for term in unwanted)


class FullText:
    """The index of one record."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._here = threading.local()
        self._writing = threading.Lock()
        self.behind = 0
        """Documents that are still to be indexed."""
        try:
            if self._connection().execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                self._start_over()
        except sqlite3.DatabaseError:
            self._start_over()

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if found is None:
            found = self._here.connection = sqlite3.connect(self.path, timeout=30)
            found.execute("PRAGMA journal_mode = WAL")
            found.execute("PRAGMA synchronous = OFF")
        return found

    def _start_over(self) -> None:
        old: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if old is not None:
            old.close()
            self._here.connection = None
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        self._connection().executescript(_SCHEMA)

    def close(self) -> None:
        """Let go of this thread's connection."""
        old: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if old is not None:
            old.close()
            self._here.connection = None

    def update(
        self, browsing: Browsing, documents: Sequence[Listed], stop: Callable[[], bool] = lambda: False
    ) -> None:
        """Index what is new; a transaction for every few hundred documents."""
        with self._writing:
            connection = self._connection()
            known = dict(connection.execute("SELECT digest, added FROM indexed").fetchall())
            new = [d for d in documents if known.get(d.digest) != d.added.timestamp()]
            self.behind = len(new)
            for at in range(0, len(new), _BATCH):
                if stop():
                    return
                batch = new[at : at + _BATCH]
                self._add(connection, browsing, batch)
                self.behind = len(new) - at - len(batch)

    def _add(self, connection: sqlite3.Connection, browsing: Browsing, batch: Sequence[Listed]) -> None:
        digests = [d.digest for d in batch]
        # In the order of their numbers: FTS5 writes out what it has whenever they go backwards.
        passages = sorted((key, words) for _, key, words in browsing.passages(digests))
        texts = sorted((text_key(digest), words) for digest, words in browsing.texts(digests))
        with connection:
            connection.executemany("INSERT INTO passages (rowid, words) VALUES (?, ?)", passages)
            connection.executemany("INSERT INTO texts (rowid, words) VALUES (?, ?)", texts)
            connection.executemany(
                "INSERT OR REPLACE INTO indexed VALUES (?, ?)",
                [(d.digest, d.added.timestamp()) for d in batch],
            )

    def statements(self, query: str) -> npt.NDArray[np.uint64]:
        """Keys of statements that have the words, at most `MOST`."""
        return self._rows("passages", query).view(np.uint64) ^ _HALF

    def documents(self, query: str) -> npt.NDArray[np.int64]:
        """Keys of documents that have the words, at most `MOST`."""
        return self._rows("texts", query)

    def _rows(self, table: str, query: str) -> npt.NDArray[np.int64]:
        expression = match_expression(query)
        if expression is None:
            return np.zeros(0, np.int64)
        # As one text: fifty thousand rows handed over one by one take twice as long.
        sql = f"SELECT group_concat(rowid) FROM (SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT {MOST + 1})"
        (found,) = self._connection().execute(sql, [expression]).fetchone()
        return np.fromstring(found or "", np.int64, sep=",")


def text_key(digest: str) -> int:
    """What a document is known by in the index: the first 64 bits of its digest."""
    return int(digest[:16], 16) - (1 << 63)
