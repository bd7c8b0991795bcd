"""Contradictions that rest on what a text does not print are questions (§R21)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model.documents import Document
from dragoman.model.findings import Finding
from dragoman.model.statements import Statement
from dragoman.reading.reader import load_reader
from dragoman.reconciling import reconcile
from dragoman.reconciling.inferred import inferred_of
from dragoman.reconciling.lexicons import read_lexicon
from tests.unit.reconciling.told import millions

_ROWS = [(slot, row) for slot, rows in read_lexicon("inferred.yaml")["slots"].items() for row in rows]
CARRIED = {"date": "the period of the figure before"}
TURNED = {"actor": "the figure before it"}


def _noted(s: Statement, notes: dict[str, str]) -> Statement:
    return replace(s, because=notes)


def _told(statements: list[Statement], rule: str) -> list[Finding]:
    return [f for f in reconcile(statements) if f.rule == rule and f.verdict in ("conflict", "unchecked")]


@pytest.mark.parametrize(
    ("slot", "row"), [(s, r) for s, r in _ROWS if "example" in r], ids=lambda x: str(x)[:40]
)
def test_the_reader_notes_a_slot_that_is_not_printed(slot: str, row: dict[str, str]) -> None:
    told = load_reader().read(Document("a.txt", row["example"], date="2025-10-20"))
    assert (slot, row["means"]) in [tuple(i) for s in told for i in inferred_of(s)]


def test_what_is_printed_is_not_inferred() -> None:
    text = "Chile's exports to Peru amounted to $2 billion in 2023."
    told = load_reader().read(Document("a.txt", text, date="2025-10-20"))
    assert [inferred_of(s) for s in told if s.kind == "figure"] == [()]


def test_two_amounts_that_no_slip_explains_are_a_question_where_a_period_is_taken_over() -> None:
    one = millions("exports", "CHL>PER", "2023", "310")
    other = millions("exports", "CHL>PER", "2023", "745")
    (f,) = _told([one, other], "same")
    assert f.verdict == "conflict"
    (f,) = _told([one, _noted(other, CARRIED)], "same")
    assert f.verdict == "unchecked" and "§R21" in f.because and f.repairs


def test_a_scale_word_stays_a_contradiction_where_a_period_is_taken_over() -> None:
    said = [
        millions("trade", "CHL,PER", "2023", "75.2"),
        millions("exports", "CHL>PER", "2023", "44.1"),
        _noted(millions("imports", "CHL>PER", "2023", "0.0311"), CARRIED),
    ]
    (f,) = _told(said, "sum")
    assert f.verdict == "conflict"
    assert (f.repairs[0].kind, f.repairs[0].after) == ("scale", 31_100_000)


def test_one_other_digit_explains_and_is_offered_first() -> None:
    said = [
        millions("trade", "CHL,PER", "2023", "75.2"),
        millions("exports", "CHL>PER", "2023", "44.1"),
        _noted(millions("imports", "CHL>PER", "2023", "37.1"), CARRIED),
    ]
    (f,) = _told(said, "sum")
    assert f.verdict == "conflict"
    assert (said[2].id, "value", 31_100_000) in [
        (r.statement, r.kind, r.after) for r in f.repairs if r.confirmed
    ]


def test_a_direction_that_nobody_printed_is_a_question() -> None:
    said = [
        millions("trade", "CHL,PER", "2023", "75.2"),
        millions("exports", "CHL>PER", "2023", "44.1"),
        millions("exports", "CHL>PER", "2023", "31.1"),
    ]
    (f,) = _told(said, "same")
    assert f.verdict == "conflict" and f.repairs[0].kind == "direction"
    both = [said[0], _noted(said[1], TURNED), _noted(said[2], TURNED)]
    (f,) = _told(both, "same")
    assert f.verdict == "unchecked" and f.repairs[0].kind == "direction"
