"""The reader keeps the quality that was once measured, on corpora that have not changed since."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.quality.corpora import CORPORA, corpus, load_gold, read_statements
from tests.quality.floors import breaches, load_floors, measured
from tests.quality.scoring import Tally, pair_statements


@pytest.fixture(scope="module")
def reader() -> Any:
    from dragoman.reading import load_reader

    return load_reader()


@pytest.mark.parametrize("name", CORPORA)
def test_reader_keeps_its_floors(name: str, reader: Any) -> None:
    chosen = corpus(name)
    if chosen is None:
        pytest.skip("no shared references beside the repository")
    tally = Tally()
    for path, founds in read_statements(chosen, reader):
        tally.add(load_gold(path), founds)
    broken = breaches(name, load_floors()[name], chosen.digest, measured(tally))
    assert not broken, "\n".join(broken)


def test_every_corpus_has_floors() -> None:
    assert set(load_floors()) == set(CORPORA)


@pytest.mark.parametrize("name", ["seeds", "real"])
@pytest.mark.parametrize("damage", ["none", "every third lost", "slots spoilt", "all doubled", "swapped"])
def test_scoring_agrees_with_the_shared_scorer(name: str, damage: str, shared: Path, tmp_path: Path) -> None:
    chosen = corpus(name)
    assert chosen is not None
    tally, lines = Tally(), []
    for _, path in chosen.files:
        founds = _damaged(load_gold(path), damage)
        tally.add(load_gold(path), founds)
        lines += [json.dumps(found) for found in founds]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(lines), encoding="utf-8")
    command = [
        sys.executable,
        str(shared / "score.py"),
        str(shared / "gold" / name),
        str(predicted),
        "--json",
    ]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert theirs == {"documents": tally.documents, "kinds": tally.rows(), "slots": tally.slots()}


def _damaged(golds: list[dict[str, Any]], damage: str) -> list[dict[str, Any]]:
    """Gold turned into what an imperfect reader might find."""
    founds = [dict(gold) for gold in golds]
    if damage == "every third lost":
        return [found for n, found in enumerate(founds) if n % 3]
    if damage == "slots spoilt":
        for n, found in enumerate(founds):
            found["date"] = (found.get("date") or "2020")[:4] if n % 2 else None
            found["status"] = "planned" if n % 3 == 0 else found.get("status")
            found["attribution"] = None
    if damage == "all doubled":
        return founds + [{**found, "date": None} for found in founds]
    if damage == "swapped":
        for found in founds:
            found["actor"], found["recipient"] = (
                found["recipient"] or found["actor"],
                found["recipient"] and found["actor"],
            )
    return founds


GOLD = {
    "kind": "tie",
    "mode": "embassy",
    "actor": ["POL"],
    "recipient": ["KEN"],
    "date": "2009",
    "status": "ended",
}


def test_statement_with_other_parties_is_missed_and_extra() -> None:
    outcome = pair_statements([GOLD], [{**GOLD, "actor": ["CZE"]}])
    assert (outcome.pairs, outcome.missed, outcome.extra) == ((), (0,), (0,))


def test_retelling_counts_neither_way() -> None:
    outcome = pair_statements([GOLD], [GOLD, {**GOLD, "date": None}])
    assert len(outcome.pairs) == 1 and outcome.extra == ()


def test_optional_gold_costs_nothing() -> None:
    tally = Tally()
    tally.add([{**GOLD, "optional": True}], [])
    assert tally.rows()["all"] == {
        "right": 0,
        "missed": 0,
        "extra": 0,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }


def test_score_below_its_floor_is_named() -> None:
    floor = {"digest": "d", "at_least": {"all f1": 0.9}, "documents_with_extra": 0}
    said = breaches("devset", floor, "d", {"at_least": {"all f1": 0.8}, "documents_with_extra": 1})
    assert said[0] == "On devset, all f1 is 0.800, below its floor of 0.900." and len(said) == 2


def test_changed_corpus_is_named() -> None:
    floor = {"digest": "d", "at_least": {}, "documents_with_extra": 0}
    assert "not the one" in breaches("devset", floor, "e", {"at_least": {}, "documents_with_extra": 0})[0]
