"""Sweeps give what single questions give."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.routing.test_networks import GOOD, write

from dragoman.routing.journeys import routes
from dragoman.routing.networks import load_network
from dragoman.routing.sweeps import Change, Sweep, sweep

PAIRS = [("Aktau", "Poti"), ("Baku", "Aktau")]


def test_a_sweep_equals_single_questions_on_the_changed_network(tmp_path: Path) -> None:
    network = load_network([write(tmp_path / "net", **GOOD)], base=False)
    changes = [Change(), Change(frozenset({"FEEDER"})), Change(frozenset({"RAIL"})), Change()]
    answers = [Sweep(network, PAIRS).answer(change) for change in changes]
    for change, answer in zip(changes, answers):
        closed = [{"id": link, "status": "closed"} for link in change.closed]
        alone = network.changed({"legs": closed}, "test")
        for (a, b), pair in zip(PAIRS, answer):
            if not pair.front:
                assert change.closed == {"RAIL"}
                continue
            expected = routes(alone, a, b)
            assert [vector[0] / 3600 for vector in pair.front] == [r.expected_hours for r in expected]
            assert pair.spread is not None
            assert pair.links == expected[0].links
            assert pair.spread.hours.p90 == pytest.approx(expected[0].hours.p90, rel=1e-4)
    # One sweep that answers them in turn forgets each change before the next.
    one = Sweep(network, PAIRS)
    assert [one.answer(change) for change in changes] == answers


def test_a_factor_on_times_scales_the_leg_and_is_forgotten(tmp_path: Path) -> None:
    network = load_network([write(tmp_path / "net", **GOOD)], base=False)
    rail = next(a for a in network.arcs if a.link.id == "RAIL" and a.forward)
    plain, slow, again = sweep(
        network, [("Baku", "Poti")], [Change(), Change(time_factor={"RAIL": 2.0}), Change()]
    )
    assert slow[0].front[0][0] - plain[0].front[0][0] == pytest.approx(rail.time.mean * 3600, abs=1)
    assert slow[0].spread and plain[0].spread
    assert slow[0].spread.hours.p50 == pytest.approx(2 * plain[0].spread.hours.p50, rel=1e-5)
    assert again == plain
