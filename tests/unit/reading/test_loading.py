"""The reader is made once, however many threads of a server ask for it first."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dragoman.reading import reader


def test_threads_that_ask_at_once_wait_for_one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    class Slow:
        def __init__(self, extra: tuple[Path, ...]) -> None:
            made.append(self)
            time.sleep(0.05)

    monkeypatch.setattr(reader, "Reader", Slow)
    kept = reader._cached
    monkeypatch.setattr(reader, "_cached", reader.lru_cache(maxsize=2)(kept.__wrapped__))
    with ThreadPoolExecutor(4) as threads:
        found = [f.result() for f in [threads.submit(reader.load_reader) for _ in range(4)]]
    assert len(made) == 1 and all(one is made[0] for one in found)
