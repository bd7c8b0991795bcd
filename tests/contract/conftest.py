"""Stores under contract: each suite here runs once for every implementation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Evidence, Person, Product, Statement
from dragoman.record import Store, open_store

Opener = Callable[[], Store]


class Clock:
    """A clock that moves one minute at every look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["duckdb", "postgres"])
def opener(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Opener:
    """Opens the same record again and again."""
    if request.param == "duckdb":
        return lambda: open_store(tmp_path / "record.duckdb", clock=clock)
    dsn = request.getfixturevalue("postgres")
    return lambda: open_store(dsn, clock=clock)


@pytest.fixture
def store(opener: Opener) -> Iterator[Store]:
    with opener() as opened:
        yield opened


def document(name: str = "a.txt", text: str = "Trade rose.", source: str = "", **more: object) -> Document:
    return Document(name=name, text=text, source=source or f"/in/{name}", **more)  # type: ignore[arg-type]


def statement(doc: Document, n: int = 0, **more: object) -> Statement:
    fields: dict[str, object] = {
        "id": f"st_{doc.id[4:]}{n}",
        "kind": "figure",
        "mode": "trade",
        "actor": ("BGR", "KAZ"),
        "recipient": (),
        "date": "2024",
        "status": "actual",
        "evidence": Evidence(doc.name, n, len(doc.text), doc.text[n:]),
        "rule": "trade.figure.v1",
        "confidence": 0.9,
        "people": (Person("Rumen Radev", "President", "BGR"),),
        "measure": "level",
        "value": Decimal("375.2"),
        "low": Decimal("375.15"),
        "high": None,
        "unit": "USD",
        "product": Product("oil", "2709"),
        "because": {"value": "printed"},
    }
    return Statement(**(fields | more))  # type: ignore[arg-type]
