"""What people decided in the pages holds for the commands too."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from dragoman import read
from dragoman.desk.dossiers import dossier
from dragoman.desk.reconcile import findings, gather
from dragoman.record import Review, open_record
from dragoman.record.casework import Casework, Correction

TEXT = (
    "Kenya's exports to Nepal reached $40 million in 2022.\n\n"
    "Exports from Kenya to Nepal came to $70 million in 2022.\n"
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    read(tmp_path / "a.txt").save(tmp_path / "r.duckdb")
    return tmp_path / "r.duckdb"


def conflicts(record: Path) -> int:
    return sum(f.verdict == "conflict" for f in findings(gather([record])))


def test_a_rejected_figure_contradicts_nothing_and_is_in_no_briefing(record: Path) -> None:
    assert conflicts(record) == 1
    wrong = next(s for s in gather([record]).statements if s.value == 70_000_000)
    with open_record(record) as store:
        store.add_review(Review(wrong.id, "reject", "analyst"))
    assert conflicts(record) == 0
    assert wrong.id not in {s.id for s in dossier("KEN", "NPL", [str(record)]).gathered.statements}
    with open_record(record) as store:
        store.add_review(Review(wrong.id, "undo", "analyst"))
    assert conflicts(record) == 1


def test_a_corrected_figure_is_reckoned_with_as_corrected(record: Path) -> None:
    wrong = next(s for s in gather([record]).statements if s.value == 70_000_000)
    forty = Decimal(40_000_000)
    right = replace(wrong, value=forty, low=forty, high=forty)
    with open_record(record) as store:
        Casework(store).correct(Correction("0" * 64, wrong, right, "analyst"))
        store.add_review(Review(wrong.id, "correct", "analyst"))
    assert conflicts(record) == 0
    told = dossier("KEN", "NPL", [str(record)]).gathered.statements
    assert {s.value for s in told} == {forty}
