"""What every engine must do, whatever becomes of its workers."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.runner import ENGINES, Engine, engine
from tests.fakes.work import begun, square, trouble


@pytest.fixture(scope="module", params=ENGINES)
def runs(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "dask":
        pytest.importorskip("distributed", reason="dask.distributed is not installed (extra cluster)")
    with engine(request.param, workers=2) as opened:
        yield opened


def test_every_item_has_its_outcome_once(runs: Engine) -> None:
    found = sorted((item, outcome.value) for item, outcome in runs.run(square, range(50)))
    assert found == [(n, n * n) for n in range(50)]


def test_nothing_to_do_is_done(runs: Engine) -> None:
    assert list(runs.run(square, [])) == []


def test_what_raises_is_an_answer_and_is_not_tried_again(runs: Engine, tmp_path: Path) -> None:
    tasks = [(str(tmp_path), name) for name in ("raise", "well")]
    found = {item[1]: outcome for item, outcome in runs.run(trouble, tasks)}
    assert found["well"].value == "well"
    assert found["raise"].error == "ValueError: planted"
    assert not found["raise"].lost
    assert begun(tmp_path, "raise") == 1


@pytest.mark.parametrize("name", ["crash-once", "hang-once", "exit-once"])
def test_a_lost_worker_has_its_item_begun_again_once(runs: Engine, tmp_path: Path, name: str) -> None:
    tasks = [(str(tmp_path), n) for n in (name, "a", "b", "c")]
    found = {item[1]: outcome for item, outcome in runs.run(trouble, tasks, limit=3)}
    assert {n: o.value for n, o in found.items()} == {n: n for n in (name, "a", "b", "c")}
    assert begun(tmp_path, name) == 2
    assert [begun(tmp_path, n) for n in "abc"] == [1, 1, 1]


@pytest.mark.parametrize(("name", "why"), [("crash", "signal 9"), ("hang", "no answer within 1 seconds")])
def test_an_item_that_loses_every_worker_is_given_up_and_the_others_are_done(
    runs: Engine, tmp_path: Path, name: str, why: str
) -> None:
    tasks = [(str(tmp_path), n) for n in ("a", name, "b")]
    found = {item[1]: outcome for item, outcome in runs.run(trouble, tasks, limit=1)}
    assert found[name].lost
    assert why in str(found[name].error)
    assert begun(tmp_path, name) == 2
    assert (found["a"].value, found["b"].value) == ("a", "b")


def test_an_abandoned_run_leaves_the_engine_fit_for_the_next(runs: Engine) -> None:
    first = runs.run(square, range(1000))
    next(first)
    first.close()  # type: ignore[attr-defined]
    assert sorted(outcome.value for _, outcome in runs.run(square, range(5))) == [0, 1, 4, 9, 16]


def test_unknown_engines_and_addresses_of_local_ones_are_refused() -> None:
    with pytest.raises(UsageError, match="no engine 'spark'"):
        engine("spark")
    with pytest.raises(UsageError, match="--engine dask"):
        engine("local", address="tcp://x:1")


def test_a_worker_of_the_cluster_killed_from_outside_loses_nothing(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="dask.distributed is not installed (extra cluster)")
    from dragoman.runner.dask_cluster import Dask

    with Dask(workers=2) as cluster:
        outcomes = cluster.run(trouble, [(str(tmp_path), f"n{n}") for n in range(60)])
        found = [next(outcomes)]
        victim = next(iter(cluster.cluster.workers.values())).process.process.pid
        os.kill(victim, signal.SIGKILL)
        found.extend(outcomes)
    assert sorted(o.value for _, o in found) == sorted(f"n{n}" for n in range(60))
