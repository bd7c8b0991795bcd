"""The plain table of official figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.errors import UnreadableFile
from dragoman.statistics.tables import read_table, read_tables

HEADER = "reporter,partner,flow,period,value,unit,source,as_of\n"


def _write(tmp_path: Path, rows: str) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def test_a_row_is_an_observation(tmp_path: Path) -> None:
    found, problems = read_table(_write(tmp_path, "KAZ,BGR,X,2024,303594691.58,USD,BNS,2025-07\n"))
    assert not problems
    (o,) = found
    assert o.series.indicator == "exports" and o.value == Decimal("303594691.58") and o.as_of == "2025-07"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("KAZAKHSTAN,BGR,X,2024,1,USD,BNS,", "reporter"),
        ("KAZ,XQQ,X,2024,1,USD,BNS,", "partner"),
        ("KAZ,BGR,E,2024,1,USD,BNS,", "flow"),
        ("KAZ,BGR,X,last year,1,USD,BNS,", "period"),
        ("KAZ,BGR,X,2024,1 million,USD,BNS,", "value"),
        ("KAZ,BGR,X,2024,-1,USD,BNS,", "value"),
        ("KAZ,BGR,X,2024,1,$,BNS,", "unit"),
        ("KAZ,BGR,X,2024,1,USD,BNS,soon", "as_of"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_loads(tmp_path: Path, row: str, column: str) -> None:
    found, problems = read_table(_write(tmp_path, f"{row}\nKAZ,BGR,M,2024,5,USD,BNS,\n"))
    assert len(found) == 1
    (problem,) = problems
    assert "row 2" in str(problem) and column in str(problem)


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="reporter"):
        read_table(path)
    _, problems = read_tables([path, tmp_path / "none.csv"])
    assert len(problems) == 2
