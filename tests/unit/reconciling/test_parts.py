"""Long families are gone through part by part, and what is found is what going through them whole finds."""

from __future__ import annotations

import random

import pytest

from dragoman.model.statements import Statement
from dragoman.reconciling import Closure, conflicts

from .told import figure


def contradictory(seed: int, years: int = 24) -> list[Statement]:
    """Trade of many years with slips in some, of goods too, and growth that ties some years together."""
    rng, told = random.Random(seed), []
    for year in range(2000, 2000 + years):
        x, m = rng.randint(100, 900), rng.randint(100, 900)
        slip = rng.choice((0, 0, 40, 7))
        for mode, who, value in (
            ("exports", "KAZ>BGR", x),
            ("imports", "KAZ>BGR", m),
            ("trade", "BGR,KAZ", x + m + slip),
        ):
            told.append(figure(mode, who, str(year), value, value, value))
        if rng.random() < 0.3:
            told.append(
                figure("exports", "KAZ>BGR", str(year), x * 9, x * 9, x * 9, product="oil", hs="2709")
            )
        if rng.random() < 0.3:
            growth = rng.randint(-50, 90)
            told.append(
                figure(
                    "exports",
                    "KAZ>BGR",
                    str(year),
                    growth,
                    growth,
                    growth,
                    measure="growth",
                    base=str(year - 1),
                )
            )
    return told


@pytest.mark.parametrize("seed", range(6))
def test_parts_give_what_the_whole_gives(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    told, closed = contradictory(seed), []
    for large in (0, 10**9):
        monkeypatch.setattr(conflicts, "_LARGE", large)
        closure = Closure()
        closure.add(told)
        closed.append([(c.conflicts, c.keep) for c in closure.close()])
    assert closed[0] == closed[1]
    assert any(found for found, _ in closed[0])


def test_a_culprit_leaves_all_the_others_consistent() -> None:
    closure = Closure()
    closure.add(contradictory(1))
    for closed in closure.close():
        keep = list(range(len(closed.system.claims)))
        for conflict in closed.conflicts:
            blamed = [
                c
                for c in conflict.claims
                if conflicts.refute(closed.system, [k for k in keep if k != c]) is None
            ]
            assert conflict.culprits == tuple(blamed)
            keep = [k for k in keep if k not in conflict.claims]
