"""Pairs that are told of very often: what is asked of them still comes in a moment, and says what it left out."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from dragoman.desk.brief import briefing
from dragoman.desk.dossiers import Dossier
from dragoman.desk.fulfilments import fulfils
from dragoman.desk.pledges import pledges
from dragoman.desk.reconcile import Gathered
from dragoman.model.statements import Evidence, Person, Statement

_WORDS = "port railway visa grain energy tender cargo summit grid visit school customs".split()
_KINDS = (("contact", "visit"), ("contact", "meeting"), ("instrument", "agreement"), ("project", "venture"))


def told(count: int, seed: int = 3) -> list[Statement]:
    """Pledges and acts of two countries, many alike."""
    rng, out = random.Random(seed), []
    for n in range(count):
        kind, mode = rng.choice(_KINDS)
        day = rng.choice(
            (f"{rng.randint(2015, 2025)}-{rng.randint(1, 12):02}", str(rng.randint(2015, 2025)), None)
        )
        day = rng.choice((day, f"{rng.randint(2015, 2020)}/..")) if rng.random() < 0.1 else day
        text = "They plan or open " + " ".join(rng.sample(_WORDS, 4))
        people = (Person(rng.choice(("A. Berik", "B. Stoyan", "C. Aliev")), None, None),)
        out.append(
            Statement(
                id=f"st_{n:05}",
                kind=kind,
                mode=mode,
                actor=("BGR", "KAZ"),
                recipient=(),
                date=day,
                status="planned" if rng.random() < 0.3 else "actual",
                evidence=Evidence(f"d{rng.randrange(count)}", 0, len(text), text),
                rule="r",
                confidence=0.9,
                people=people if rng.random() < 0.5 else (),
            )
        )
    return out


def test_comparing_few_acts_finds_what_comparing_all_finds() -> None:
    gathered = Gathered(told(600))
    dates = {s.evidence.document: f"{2014 + n % 12}-06-01" for n, s in enumerate(gathered.statements)}
    gathered = replace(gathered, dates=dates)
    found = pledges(gathered, ("BGR", "KAZ"))
    done = sorted((s for s in gathered.statements if s.status == "actual"), key=lambda s: s.id)
    for p in found:
        s = p.statement if p.statement.kind == "contact" else replace(p.statement, date=p.due)
        first = next((a for a in done if fulfils(s, a, dates)), None)
        assert p.fulfilled_by == ((first.id,) if first else ()), p.statement
    assert {p.outcome for p in found} >= {"kept", "overdue", "unknown"}


def test_a_briefing_of_a_busy_pair_weighs_the_latest_and_says_so() -> None:
    statements = told(5_000)
    dossier = Dossier("BGR", "KAZ", Gathered(statements), {}, "0" * 64, "2025-06-01")
    began = time.process_time()
    found = briefing(dossier)
    assert time.process_time() - began < 20
    filters = dict(found.filters)
    assert filters["Statements"].startswith("5000 in ")
    assert filters["Weighed"].startswith("1000 of them")
    few = dict(briefing(replace(dossier, gathered=Gathered(statements[:300]))).filters)
    assert few["Statements"].startswith("300 in ") and "Weighed" not in few
