"""A record of generated documents, for timing: ``python benchmarks/generated_record.py FILE --statements N``.

Sixty countries, whose pairs are told of as unevenly as news tells of them (Zipf); every
document has sixteen statements, each a sentence of its text; a tenth as many findings as
figures; official series for every pair. The same seed gives the same record.
"""

from __future__ import annotations

import argparse
import json
import random
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from dragoman.codes.countries import countries
from dragoman.model.documents import Document
from dragoman.model.findings import Finding, Observation, Repair, Series
from dragoman.model.intervals import Interval, exact
from dragoman.model.statements import KINDS, Attribution, Evidence, Person, Product, Statement
from dragoman.record import Reading, open_record

_KINDS = ("figure",) * 40 + ("contact",) * 20 + ("instrument",) * 8 + ("tie",) * 7 + ("project",) * 8
_KINDS += ("stance",) * 7 + ("quote",) * 8 + ("composition",) * 2
_STATUSES = ("actual",) * 75 + ("planned",) * 12 + ("proposed",) * 6 + ("target",) * 3 + ("forecast",) * 2
_STATUSES += ("ended", "denied")
_OUTLETS = tuple(f"outlet-{n}.example" for n in range(120))
_PRODUCTS = (
    ("wheat", "1001"),
    ("crude oil", "2709"),
    ("copper", "7403"),
    ("medicines", "3004"),
    ("wine", "2204"),
)
_PER_DOCUMENT = 16
_BATCH = 500


def _pairs(rng: random.Random) -> tuple[list[tuple[str, str]], list[float]]:
    codes = [c.alpha3 for c in countries() if c.kind == "state"]
    rng.shuffle(codes)
    chosen = sorted({"KAZ", "BGR", "TUR", "CHN", "DEU", *codes[:56]})[:60]
    pairs = [(a, b) for i, a in enumerate(chosen) for b in chosen[i + 1 :]]
    rng.shuffle(pairs)
    pairs.sort(key=lambda p: p != ("BGR", "KAZ"))
    return pairs, [1 / (n + 8) for n in range(len(pairs))]


def _statement(
    rng: random.Random, name: str, at: int, pair: tuple[str, str], told: str
) -> tuple[str, Statement]:
    kind = rng.choice(_KINDS)
    mode = rng.choice(KINDS[kind][:4])
    a, b = pair if rng.random() < 0.5 else pair[::-1]
    year = min(2025, max(1992, int(rng.gauss(2021, 5))))
    day = f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    date = rng.choice((day, day, day[:7], str(year), None)) if kind != "figure" else str(year)
    number = Decimal(rng.randint(10, 99_999)) / 10
    text = f"{a} and {b} told of {mode.replace('_', ' ')} number {number} million in {year} as planned."
    more: dict[str, object] = {}
    if kind == "figure":
        value = number * 1_000_000
        more = {
            "measure": "level",
            "value": value,
            "low": value - 50_000,
            "high": value + 50_000,
            "unit": "USD",
        }
        if rng.random() < 0.2:
            more["product"] = Product(*rng.choice(_PRODUCTS))
    if kind == "composition":
        more = {
            "flow": mode if mode in ("exports", "imports") else "exports",
            "products": (Product(*rng.choice(_PRODUCTS)),),
        }
    if kind in ("contact", "quote"):
        more["people"] = (Person(f"Person {rng.randint(1, 900)}", "minister", a),)
    if kind == "quote":
        more["attribution"] = Attribution(f"Person {rng.randint(1, 900)}", "person", True)
    return text, Statement(
        id=f"st_{rng.getrandbits(64):016x}",
        kind=kind,
        mode=mode,
        actor=(a,),
        recipient=(b,),
        date=date,
        status=rng.choice(_STATUSES),
        evidence=Evidence(name, at, at + len(text), text),
        rule=f"{kind}.generated.v1",
        confidence=round(rng.uniform(0.5, 0.99), 2),
        **more,  # type: ignore[arg-type]
    )


def _reading(rng: random.Random, number: int, pairs: list[tuple[str, str]], weights: list[float]) -> Reading:
    name = f"generated/{number:06d}.txt"
    pair = rng.choices(pairs, weights)[0]
    told = f"{rng.randint(2015, 2026)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    text, statements = f"Report {number} on {pair[0]} and {pair[1]}.\n\n", []
    for _ in range(_PER_DOCUMENT):
        sentence, statement = _statement(rng, name, len(text), pair, told)
        statements.append(statement)
        text += sentence + " "
    document = Document(
        name, text, f"/generated/{number}", f"Report {number}", told, "header", outlet=rng.choice(_OUTLETS)
    )
    return Reading(document, tuple(statements))


def _finding(rng: random.Random, one: Statement, other: Statement) -> Finding:
    series = Series(one.mode, one.actor[0], one.recipient[0], None, "USD")
    verdict = rng.choice(("conflict", "holds", "holds", "implied", "unchecked"))
    repairs = (Repair(one.id, "scale", 1, 10, "a generated repair"),) if verdict == "conflict" else ()
    return Finding(
        rng.choice(("sum", "same", "growth", "official")),
        verdict,
        series,
        one.date,
        f"Generated: {one.value} and {other.value} of {one.date}.",
        (one.id, other.id),
        Interval(exact(one.low), exact(one.high)),
        Interval(exact(other.low), exact(other.high)),
        (),
        repairs,
    )


def generate(path: Path, statements: int, seed: int = 1) -> None:
    """Write a record with about ``statements`` statements."""
    rng = random.Random(seed)
    pairs, weights = _pairs(rng)
    findings: list[Finding] = []
    with open_record(path) as store:
        for first in range(0, statements // _PER_DOCUMENT, _BATCH):
            last = min(first + _BATCH, statements // _PER_DOCUMENT)
            readings = [_reading(rng, n, pairs, weights) for n in range(first, last)]
            store.add(readings, "generated")
            for r in readings:
                figures = [s for s in r.statements or () if s.kind == "figure"]
                findings += [_finding(rng, *rng.sample(figures, 2)) for _ in figures[3:4]]
        store.put_findings(findings)
        store.add_observations(
            [
                Observation(
                    Series(flow, *pair, None, "USD"),
                    str(year),
                    Decimal(rng.randint(1, 9_000_000_00)),
                    "generated",
                    "2026",
                )
                for pair in pairs
                for year in range(2005, 2026)
                for flow in ("exports", "imports")
            ]
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--statements", type=int, default=1_000_000)
    options = parser.parse_args()
    start = datetime.now(UTC)
    generate(options.file, options.statements)
    print(
        json.dumps(
            {"file": str(options.file), "seconds": round((datetime.now(UTC) - start).total_seconds(), 1)}
        )
    )
