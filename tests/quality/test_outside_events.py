"""The outside event test (see ``plover.py``): the floor may rise, never fall."""

from __future__ import annotations

from dragoman.model.documents import Document
from dragoman.model.statements import Evidence, Statement
from dragoman.reading import load_reader
from tests.quality.plover import Score, load_cases, roots_of, score

FLOOR = 0.8


def statement(kind: str, mode: str, status: str = "actual") -> Statement:
    return Statement(
        id="st_1", kind=kind, mode=mode, actor=("FRA",), recipient=("KEN",), date=None, status=status,
        evidence=Evidence("d", 0, 1, "x"), rule="r", confidence=1.0,
    )  # fmt: skip


def test_f1_on_outside_cooperative_events_stays_above_its_floor(shared) -> None:
    total = score(load_cases(shared), load_reader().read)
    precision, recall, f1 = total.row()
    assert f1 >= FLOOR, f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


def test_statements_map_to_roots_by_kind_and_status() -> None:
    assert roots_of(statement("contact", "visit")) == {"CONSULT"}
    assert roots_of(statement("contact", "visit", "planned")) == {"AGREE"}
    assert roots_of(statement("instrument", "treaty", "denied")) == {"REJECT"}
    assert roots_of(statement("tie", "embassy", "ended")) == {"SANCTION"}
    assert roots_of(statement("stance", "request")) == {"REQUEST"}
    assert roots_of(statement("stance", "support", "ended")) == {"SANCTION"}
    assert roots_of(statement("project", "supply")) == {"AID", "COOPERATE"}
    assert roots_of(statement("figure", "exports")) == frozenset()


def test_a_cooperative_root_that_is_not_gold_counts_as_false() -> None:
    total = Score()
    total.add({"event": "CONSULT", "text": ""}, [statement("contact", "visit"), statement("tie", "embassy")])
    total.add({"event": "FIGHT", "text": ""}, [statement("contact", "meeting")])
    assert (total.right["CONSULT"], total.false["SUPPORT"], total.false["CONSULT"]) == (1, 1, 1)


def test_reading_nothing_misses_every_cooperative_event(shared) -> None:
    def reads(document: Document) -> list[Statement]:
        return []

    assert score(load_cases(shared), reads).row() == (0.0, 0.0, 0.0)
