"""How fast and how sure reconciling is: ``python benchmarks/reconciling.py [--systems N] [--slips N]``.

Prints one JSON line a measurement. Peers run in the same process: one linear program over the
whole record (HiGHS), and recompute-and-compare, the check that takes printed numbers for exact.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generated_figures as g

from dragoman.model.statements import Statement
from dragoman.reconciling import Closure, family_findings, reconcile
from dragoman.reconciling.claims import claims_of
from dragoman.reconciling.constraints import Row, build
from dragoman.reconciling.programs import Program


def say(**fields: object) -> None:
    print(json.dumps(fields), flush=True)


def record(pairs: int, figures: int, rng: random.Random, slips: float = 0.0) -> list[Statement]:
    told: list[Statement] = []
    for pair in range(pairs):
        specs = g.article(rng, figures, simple=True)
        if rng.random() < slips:
            planted = g.slip(rng, specs, "scale")
            specs = planted[0] if planted else specs
        for s in specs:
            told.append(g.statement(s, len(told), f"d{pair}", (f"A{pair:05d}", f"B{pair:05d}")))
    return told


def closing(pairs: int, figures: int) -> None:
    """A record closed with bounds and conflicts, and one document more."""
    rng = random.Random(1)
    told = record(pairs, figures, rng, slips=0.01)
    Closure().close()
    import highspy  # noqa: F401  imported before the clock runs
    import numpy  # noqa: F401

    start, work = time.perf_counter(), time.process_time()
    closure = Closure()
    closure.add(told)
    added = time.perf_counter() - start
    closed = closure.close()
    seconds, work = time.perf_counter() - start, time.process_time() - work
    say(
        measure="close",
        figures=len(told),
        families=len(closed),
        quantities=sum(len(c.system.nodes) for c in closed),
        rows=sum(len(c.system.rows) for c in closed),
        conflicts=sum(len(c.conflicts) for c in closed),
        seconds=round(seconds, 2),
        of_it_taking_in=round(added, 2),
        cpu_seconds=round(work, 2),
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )
    closes, finds = [], []
    for pair in range(0, pairs, max(1, pairs // 100)):
        document = told[pair * figures : pair * figures + 8]
        more = [g.replace_document(s, f"new{pair}") for s in document]
        start = time.perf_counter()
        touched = closure.add(more)
        families = closure.close(touched)
        closes.append(time.perf_counter() - start)
        for c in families:
            family_findings(c)
        finds.append(time.perf_counter() - start)
    for name, times in (
        ("one document more", sorted(closes)),
        ("the same, with all its findings", sorted(finds)),
    ):
        say(measure=name, median_ms=round(times[len(times) // 2] * 1000, 1),
            p95_ms=round(times[int(0.95 * len(times))] * 1000, 1), worst_ms=round(times[-1] * 1000, 1))  # fmt: skip
    rows: list[Row] = []
    offset = 0
    start = time.perf_counter()
    for family in closure.families:
        system = build(claims_of(closure.figures(family)))
        rows.extend(r._replace(terms=tuple((v + offset, a) for v, a in r.terms)) for r in system.rows)
        offset += len(system.nodes)
    built = time.perf_counter() - start
    start = time.perf_counter()
    feasible = Program(rows).feasible()
    peer = time.perf_counter() - start
    say(measure="peer: one linear program, feasibility only", build_seconds=round(built, 2),
        solve_seconds=round(peer, 2), feasible=feasible, ratio=round((built + peer) / seconds, 2))  # fmt: skip


def findings(pairs: int, figures: int) -> None:
    """Every finding of a record, sentences and chains included."""
    told = record(pairs, figures, random.Random(2), slips=0.01)
    start = time.perf_counter()
    found = reconcile(told)
    seconds = time.perf_counter() - start
    say(measure="all findings", figures=len(told), findings=len(found), seconds=round(seconds, 2),
        figures_a_second=round(len(told) / seconds))  # fmt: skip


def truths(systems: int) -> None:
    """True systems of 3 to 12 figures at any rounding: alarms must be none."""
    rng = random.Random(3)
    alarms = done = figures = 0
    start = time.perf_counter()
    while done < systems:
        closure = Closure()
        batch = min(2000, systems - done)
        for pair in range(batch):
            specs = g.article(rng, rng.randrange(3, 13))
            figures += len(specs)
            names = (f"A{pair:05d}", f"B{pair:05d}")
            closure.add(g.statement(s, pair * 20 + n, f"d{pair}", names) for n, s in enumerate(specs))
        alarms += sum(bool(c.conflicts) for c in closure.close())
        done += batch
    say(measure="false alarms", systems=done, figures=figures, alarms=alarms,
        seconds=round(time.perf_counter() - start, 1))  # fmt: skip


def recompute(triples: int) -> None:
    """The peer that takes printed numbers for exact, on true (level, level, growth) triples."""
    rng = random.Random(4)
    for low, high in ((1, 10), (1, 100), (50, 500)):
        wrong = within_point = 0
        for _ in range(triples):
            then, now = (Decimal(repr(rng.uniform(low, high))) for _ in range(2))
            step = Decimal("0.1")
            a, b = g.printed(now, step)[0], g.printed(then, step)[0]
            told = g.printed((now / then - 1) * 100, step)[0]
            again = g.printed((a / b - 1) * 100, step)[0] if b else None
            wrong += again != told
            within_point += again is None or abs(again - told) > 1
        say(measure="peer: recompute and compare, false alarms", magnitude=f"{low}-{high}",
            rate=round(wrong / triples, 3), rate_beyond_one_point=round(within_point / triples, 3))  # fmt: skip


def slips(articles: int) -> None:
    """Planted slips: refuted against an oracle, and the planted one among the repairs shown."""
    rng = random.Random(6)
    for kind in ("scale", "period", "direction", "digit"):
        planted = able = refuted = missed = shown = first = 0
        seconds = 0.0
        for _ in range(articles):
            made = g.slip(rng, g.article(rng, rng.randrange(3, 13)), kind)
            if made is None:
                continue
            specs, k = made
            planted += 1
            told = [g.statement(s, n, "d", turned=n % 3 == 0) for n, s in enumerate(specs)]
            start = time.perf_counter()
            closure = Closure()
            closure.add(told)
            found = [f for c in closure.close() for f in family_findings(c)[0] if f.verdict == "conflict"]
            seconds += time.perf_counter() - start
            oracle = not g.oracle_feasible(specs)
            able += oracle
            refuted += bool(found)
            missed += oracle and not found
            wanted = (f"st_{k:08d}", "value" if kind == "digit" else kind)
            shown += any((r.statement, r.kind) == wanted for f in found for r in f.repairs)
            first += bool(found and found[0].repairs and found[0].repairs[0].statement == wanted[0])
        say(measure="planted slips", kind=kind, articles=planted, oracle_refutes=able, refuted=refuted, missed=missed,
            planted_among_repairs=shown, planted_first=first, ms_each=round(1000 * seconds / planted, 1))  # fmt: skip


def narrow() -> None:
    """Power against a level wrong by some share, beside growth printed to one decimal."""
    rng = random.Random(7)
    for low, high in ((1, 10), (50, 500)):
        for wrong in (Fraction(5, 1000), Fraction(2, 100), Fraction(5, 100), Fraction(1, 10)):
            caught = 0
            for _ in range(2000):
                then, now = (Decimal(repr(rng.uniform(low, high))) for _ in range(2))
                step = Decimal("0.1")
                bad = now * (1 + Decimal(wrong.numerator) / Decimal(wrong.denominator))
                (_, a, b), (_, c, d) = g.printed(bad, step), g.printed(then, step)
                _, e, f = g.printed((now / then - 1) * 100, step)
                caught += a > d * (1 + f / 100) or b < c * (1 + e / 100)
            say(measure="power of intervals", magnitude=f"{low}-{high}", wrong_by=float(wrong),
                refuted=round(caught / 2000, 3))  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=5000)
    parser.add_argument("--figures", type=int, default=20)
    parser.add_argument("--systems", type=int, default=5000)
    parser.add_argument("--slips", type=int, default=100)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    parts = {
        "closing": lambda: closing(options.pairs, options.figures),
        "findings": lambda: findings(options.pairs // 10, options.figures),
        "truths": lambda: truths(options.systems),
        "recompute": lambda: recompute(20000),
        "narrow": narrow,
        "slips": lambda: slips(options.slips),
    }
    for name, part in parts.items():
        if not options.only or name in options.only.split(","):
            part()


if __name__ == "__main__":
    main()
