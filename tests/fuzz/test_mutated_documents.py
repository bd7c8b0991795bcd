"""No damaged document crashes the importers or the reader, hangs them or moves an offset."""

from __future__ import annotations

from tests.fakes.reader import load
from tests.fuzz.runs import run


def test_importers_survive_damaged_documents() -> None:
    found = run(1500, 1, load(()))
    assert min(found.values()) > 100


def test_the_reader_survives_damaged_documents() -> None:
    from dragoman.reading.reader import load_reader

    found = run(250, 2, load_reader().read)
    assert min(found.values()) > 10
