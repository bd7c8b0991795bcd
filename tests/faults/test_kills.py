"""A few kills of each kind; ``python -m tests.faults.kills --count 500`` makes many."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.postgres import NoServer
from tests.faults.kills import SCENARIOS, scenario


@pytest.mark.parametrize("name", SCENARIOS)
def test_after_kills_at_random_moments_all_is_there_once_and_whole(name: str, tmp_path: Path) -> None:
    try:
        half_way = scenario(name, tmp_path, 2, seed=5)
    except NoServer as reason:
        pytest.skip(str(reason))
    assert half_way > 0, "no kill came while work was half done: the test shows nothing"
