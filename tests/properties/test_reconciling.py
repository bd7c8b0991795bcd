"""Generated truth raises no alarm; planted slips are refuted whenever an independent program can."""

from __future__ import annotations

import importlib.util
import random
import sys
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reconciling import Closure, family_findings
from dragoman.reconciling.closure import close_family
from dragoman.reconciling.implied import implied_of
from dragoman.reconciling.joint import joint_bounds


def _generator() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "generated_figures.py"
    spec = importlib.util.spec_from_file_location("generated_figures", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["generated_figures"] = module
    spec.loader.exec_module(module)
    return module


g = _generator()


def _closed(specs: list, order: random.Random | None = None) -> list:
    told = [g.statement(s, n, f"d{n % 3}", turned=n % 2 == 0) for n, s in enumerate(specs)]
    if order is not None:
        order.shuffle(told)
    closure = Closure()
    closure.add(told)
    return closure.close()


def test_true_figures_at_any_rounding_raise_no_alarm_one_by_one() -> None:
    rng = random.Random(11)
    for _ in range(400):
        specs = g.article(rng, rng.randrange(3, 13))
        assert not [c for closed in _closed(specs) for c in closed.conflicts], specs


def test_true_figures_raise_no_alarm_when_swept_together() -> None:
    rng = random.Random(12)
    told = []
    for pair in range(300):
        a, b = f"A{pair:04d}", f"B{pair:04d}"
        told += [g.statement(s, len(told) + n, f"d{pair}", (a, b)) for n, s in enumerate(g.article(rng, 12))]
    closure = Closure()
    closure.add(told)
    assert not [c for closed in closure.close() for c in closed.conflicts]


@pytest.mark.parametrize("kind", ["scale", "period", "direction", "digit"])
def test_a_slip_is_refuted_whenever_a_program_of_its_own_can_and_shown_among_repairs(kind: str) -> None:
    rng = random.Random(kind)
    refuted = shown = 0
    for _ in range(50):
        planted = g.slip(rng, g.article(rng, rng.randrange(3, 13)), kind)
        if planted is None:
            continue
        specs, k = planted
        findings = [
            f for closed in _closed(specs) for f in family_findings(closed)[0] if f.verdict == "conflict"
        ]
        assert bool(findings) != g.oracle_feasible(specs), specs
        if findings:
            refuted += 1
            wanted = (f"st_{k:08d}", "value" if kind == "digit" else kind)
            shown += any((r.statement, r.kind) == wanted for f in findings for r in f.repairs)
    assert refuted > 1
    assert shown >= 0.95 * refuted


def test_swept_together_and_one_by_one_agree_on_slips() -> None:
    rng = random.Random(5)
    told, together = [], Closure()
    for pair in range(90):
        planted = g.slip(rng, g.article(rng, 9), rng.choice(["scale", "digit", "period", "direction"]))
        assert planted is not None
        told += [
            g.statement(s, len(told) + n, f"d{pair}", (f"A{pair:04d}", f"B{pair:04d}"))
            for n, s in enumerate(planted[0])
        ]
    together.add(told)
    closed = together.close()
    assert len(closed) >= 64
    for one in closed:
        alone = close_family(one.family, together.figures(one.family))
        assert alone.conflicts == one.conflicts and alone.keep == one.keep


def test_conflicts_are_smallest_sets() -> None:
    rng = random.Random(8)
    seen = 0
    while seen < 25:
        planted = g.slip(rng, g.article(rng, 8), "scale")
        assert planted is not None
        for closed in _closed(planted[0]):
            for conflict in closed.conflicts:
                seen += 1
                members = [closed.system.claims[k] for k in conflict.claims]
                told = [c.tellings[0] for c in members]
                for gone in told:
                    rest = Closure()
                    rest.add([s for s in told if s is not gone])
                    assert not [c for x in rest.close() for c in x.conflicts]
                whole = Closure()
                whole.add(told)
                assert [c for x in whole.close() for c in x.conflicts]


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_bounds_contain_the_truth_and_more_statements_never_widen_them(seed: int) -> None:
    rng = random.Random(seed)
    truth = g.truth(rng)
    specs = []
    while len(specs) < 7:
        s = g.spec(rng, truth)
        if s not in specs:
            specs.append(s)
    known: dict = {}
    for n in range(3, 8):
        for closed in _closed(specs[:n]):
            every = range(len(closed.system.nodes))
            found = joint_bounds(closed.system.rows, len(closed.system.nodes), list(every))
            for v, (interval, _, _) in found.items():
                node = closed.system.nodes[v]
                if node.unit == "?":
                    continue
                quarters = g.PERIODS.get(node.span.edtf)
                if quarters is not None:
                    product = node.product.split("|")[-1] if node.product else ""
                    assert Fraction(truth.value(node.flow, product, quarters)) in interval
                old = known.get((closed.family, node))
                if old is not None:
                    assert interval.low >= old.low
                    assert old.high is None or (interval.high is not None and interval.high <= old.high)
                known[closed.family, node] = interval


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_the_order_of_statements_changes_nothing(seed: int) -> None:
    rng = random.Random(seed)
    planted = g.slip(rng, g.article(rng, 6), "scale")
    if planted is None:
        return
    one, other = _closed(planted[0]), _closed(planted[0], rng)
    assert [c.conflicts for c in one] == [c.conflicts for c in other]
    assert [implied_of(c.system, c.keep) for c in one] == [implied_of(c.system, c.keep) for c in other]


def test_withdrawing_a_document_leaves_what_was_before() -> None:
    rng = random.Random(3)
    first = [g.statement(s, n, "a") for n, s in enumerate(g.article(rng, 6))]
    second = [g.statement(s, 100 + n, "b") for n, s in enumerate(g.article(rng, 6))]
    closure = Closure()
    closure.add(first)
    before = [(c.family, c.conflicts, c.keep) for c in closure.close()]
    closure.add(second)
    closure.close()
    assert closure.withdraw("b")
    assert [(c.family, c.conflicts, c.keep) for c in closure.close()] == before
