"""The table of all benchmarks: it can be made, and says what is better."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def benchmarks() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "benchmarks" / "all.py"))


def test_every_subject_is_there(benchmarks: dict[str, Any]) -> None:
    assert set(benchmarks["SUBJECTS"]) == {"reading", "reconciling", "routing", "pages", "rest", "scaling"}


def test_as_good_as_heeds_whether_more_or_less_is_better(benchmarks: dict[str, Any]) -> None:
    row = benchmarks["Row"]
    assert row("a", "b", "words/s", "more", 300.0, "peer", 100.0).ratio == "3 x"
    assert row("a", "b", "ms", "less", 300.0, "peer", 100.0).ratio == "0.33 x"
    assert row("a", "b", "ms", "less", 300.0, "peer", None).cells()[-2:] == ["not installed", ""]


def test_a_subject_is_measured_with_its_peer(benchmarks: dict[str, Any], tmp_path: Path) -> None:
    tiny = benchmarks["Size"](articles=10, pairs=20, statements=100, seconds=1, clients=2, nodes=50)
    first, second = benchmarks["SUBJECTS"]["reconciling"](tiny, None)
    assert first.ours > 0 and first.theirs > 0 and second.ours > 0
    text = benchmarks["page"]([first, second], False, (0.0, 1.0))
    assert text.count("| reconciling |") == 2 and "HiGHS" in text
