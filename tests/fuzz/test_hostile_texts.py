"""The reader's work grows with the length of a text and no faster, whatever the text (§L2)."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import load_reader
from tests.fuzz.hostile import REPEATED, hostile, lines_run

SMALL, TIMES = 4_500, 3


@pytest.mark.parametrize("name", sorted(REPEATED))
def test_three_times_the_text_takes_some_three_times_the_work(name: str) -> None:
    read = load_reader().read
    read(hostile(name, 200))
    small = lines_run(lambda: read(hostile(name, SMALL)))
    large = lines_run(lambda: read(hostile(name, SMALL * TIMES)))
    # Quadratic work would make it nine times.
    assert large <= 5 * small + 1000


def test_a_statement_before_the_hostile_part_is_still_read() -> None:
    for name in REPEATED:
        found = load_reader().read(hostile(name, 3_000))
        assert any((s.kind, s.evidence.start) == ("instrument", 0) for s in found), name


def test_a_quadratic_reader_would_be_noticed() -> None:
    def slow(text: str) -> int:
        seen = 0
        for _ in text:
            for _ in text:
                seen += 1
        return seen

    assert lines_run(lambda: slow("a" * 80)) > 5 * lines_run(lambda: slow("a" * 20)) + 1000
