"""Rows by their numbers, few and many at a time, whether or not a row still stands where it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Evidence, Statement
from dragoman.record import open_record
from dragoman.record.browsing import Browsing
from dragoman.record.rows import Reading

_TEXT = "Kazakhstan and Bulgaria met. " * 40


def _told(n: int) -> Statement:
    evidence = Evidence("a.txt", n, n + 28, _TEXT[n : n + 28])
    return Statement(
        f"st_{n:04d}", "contact", "meeting", ("BGR", "KAZ"), (), "2024", "actual", evidence, "r", 0.9
    )


@pytest.mark.parametrize("many", [1, 12, 13, 200])
def test_many_rows_come_in_the_order_asked_for(tmp_path: Path, many: int) -> None:
    with open_record(tmp_path / "r.duckdb") as store:
        told = [_told(n) for n in range(300)]
        document = Document("a.txt", _TEXT, "/in/a.txt", date="2024")
        store.add([Reading(document, tuple(told))], "r")
        b = Browsing(store)
        c = b.columns(b.documents())
        places = [(n * 37) % 300 for n in range(many)]
        rows, ids = [int(c.rowids[p]) for p in places], [c.ids[p] for p in places]
        assert [s.id for s in b.statements(rows, ids)] == ids
        # Rows that have moved are found by their ids; what is gone is left out.
        moved = [r + 1 if n % 3 else 10_000 + r for n, r in enumerate(rows)]
        assert [s.id for s in b.statements(moved, ids)] == ids
        assert [s.id for s in b.statements(rows, ["st_gone", *ids[1:]])] == ids[1:]
