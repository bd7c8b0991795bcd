"""Pledges as the pages list them: the same outcomes as on the command line."""

from __future__ import annotations

from pathlib import Path

from dragoman.desk.ingest import ReadOptions, read_into
from dragoman.desk.pledge_lists import PledgeFilter, list_pledges
from dragoman.desk.workspace import Workspace
from dragoman.record import open_record

TARGET = (
    "Kazakhstan and Türkiye plan to increase bilateral trade turnover to USD 10 billion. "
    "The goal has been delayed beyond the original deadline."
)
ALONE = "The United States announced today that it will provide $560 million in new funding."


def _listed(folder: Path, text: str) -> list[tuple[str, str | None]]:
    """State and due date of each pledge of a text of 15 August 2025."""
    (folder / "a.txt").write_text(f"date: 2025-08-15\n\n{text}\n", encoding="utf-8")
    with open_record(folder / "r.duckdb") as store:
        for _ in read_into(store, [folder / "a.txt"], ReadOptions(workers=1)):
            pass
    with Workspace.open(folder / "r.duckdb") as workspace:
        shown, _ = list_pledges(workspace, PledgeFilter(), 0, 10)
    return [(p.state, p.due) for p in shown]


def test_a_target_whose_text_says_that_it_is_late_is_overdue(tmp_path: Path) -> None:
    assert _listed(tmp_path, TARGET) == [("overdue", None)]


def test_what_one_country_promised_is_checked_as_well(tmp_path: Path) -> None:
    assert {state for state, _ in _listed(tmp_path, ALONE)} == {"undated"}


def test_what_is_due_comes_before_what_has_no_due_date(tmp_path: Path) -> None:
    told = (
        "Turkey and Kazakhstan agreed in May 2025 to build a pipeline together.\n\n"
        "In 2019 Kazakhstan announced that it would open an embassy in Croatia by 2021."
    )
    dues = [due for _, due in _listed(tmp_path, told)]
    assert dues == ["2021", None]
