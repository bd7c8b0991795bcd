"""The plain table of official figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UnreadableFile
from dragoman.model.findings import Observation, Series
from dragoman.statistics.plain import plain_observations, plain_text
from dragoman.statistics.tables import read_file, read_files, read_table, read_tables
from dragoman.statistics.texts import rows

HEADER = "reporter,partner,flow,period,value,unit,source,as_of\n"


def _write(tmp_path: Path, rows: str, header: str = HEADER) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(header + rows, encoding="utf-8")
    return path


def test_a_row_is_an_observation(tmp_path: Path) -> None:
    found, problems = read_table(_write(tmp_path, "KAZ,BGR,X,2024,303594691.58,USD,BNS,2025-07\n"))
    assert not problems
    (o,) = found
    assert o.series.indicator == "exports" and o.value == Decimal("303594691.58") and o.as_of == "2025-07"


def test_a_valuation_that_nobody_states_stays_unknown(tmp_path: Path) -> None:
    (o,), _ = read_table(_write(tmp_path, "KAZ,BGR,X,2024,1,USD,BNS,\n"))
    assert o.valuation is None and o.status is None and o.as_of is None
    more = HEADER.strip() + ",valuation,obs_status,product\n"
    (o,), _ = read_table(_write(tmp_path, "KAZ,BGR,M,2024,1,USD,BNS,,CIF,P,2709\n", more))
    assert (o.valuation, o.status, o.series.product) == ("CIF", "P", "2709")


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("KAZAKHSTAN,BGR,X,2024,1,USD,BNS,", "reporter"),
        ("KAZ,XQQ,X,2024,1,USD,BNS,", "partner"),
        ("KAZ,,X,2024,1,USD,BNS,", "partner"),
        ("KAZ,BGR,E,2024,1,USD,BNS,", "flow"),
        ("KAZ,BGR,X,last year,1,USD,BNS,", "period"),
        ("KAZ,BGR,X,2024-13,1,USD,BNS,", "period"),
        ("KAZ,BGR,X,2024,1 million,USD,BNS,", "value"),
        ("KAZ,BGR,X,2024,-1,USD,BNS,", "value"),
        ("KAZ,BGR,X,2024,1_000,USD,BNS,", "value"),
        ("KAZ,BGR,X,2024,1e999999,USD,BNS,", "value"),
        ("KAZ,BGR,X,2024,,USD,BNS,", "value"),
        ("KAZ,BGR,X,2024,NaN,USD,BNS,", "value"),
        ("KAZ,BGR,X,2024,1,$,BNS,", "unit"),
        ("KAZ,BGR,X,2024,1,dollars,BNS,", "unit"),
        ("KAZ,BGR,X,2024,1,ZZZ,BNS,", "unit"),
        ("KAZ,BGR,X,2024,1,USD,BNS,soon", "as_of"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_loads(tmp_path: Path, row: str, column: str) -> None:
    found, problems = read_table(_write(tmp_path, f"{row}\nKAZ,BGR,M,2024,5,USD,BNS,\n"))
    assert len(found) == 1
    (problem,) = problems
    assert "row 2" in str(problem) and column in str(problem)
    assert repr(row.split(",")[HEADER.strip().split(",").index(column)]) in str(problem)
    assert "write " in str(problem)


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="reporter"):
        read_table(path)
    _, problems = read_tables([path, tmp_path / "none.csv"])
    assert len(problems) == 2


def test_two_units_in_one_series_are_kept_apart_and_said(tmp_path: Path) -> None:
    loaded = read_file(_write(tmp_path, "KAZ,BGR,X,2023,5,USD,BNS,\nKAZ,BGR,X,2024,7,t,BNS,\n"))
    assert {o.series.unit for o in loaded.observations} == {"USD", "t"} and not loaded.problems
    (note,) = loaded.notes
    assert "USD and t" in note and "kept apart" in note


def test_units_that_differ_between_files_are_said_too(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text(HEADER + "KAZ,BGR,X,2023,5,USD,BNS,\n", encoding="utf-8")
    two.write_text(HEADER + "KAZ,BGR,X,2024,7,EUR,BNS,\n", encoding="utf-8")
    assert "EUR and USD" in read_files([one, two]).notes[0]


def test_one_vintage_has_one_value(tmp_path: Path) -> None:
    same = "KAZ,BGR,X,2024,5,USD,BNS,2025-02\n"
    loaded = read_file(
        _write(tmp_path, same + same + same.replace(",5,", ",6,") + same.replace("-02", "-07"))
    )
    assert [o.value for o in loaded.observations] == [5, 5]
    (problem,) = loaded.problems
    assert "row 4" in str(problem) and "row 2" in str(problem) and "as_of" in str(problem)


def test_tables_with_marks_semicolons_and_quotes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(
        b"\xef\xbb\xbf" + HEADER.replace(",", ";").encode() + b'KAZ;BGR;X;2024;5;USD;"B;N\nS";\n\nKAZ;B;X\n'
    )
    found, problems = read_table(path)
    assert found[0].source == "B;N\nS"
    assert "row 5" in str(problems[0])


def test_bytes_that_are_no_text_are_a_problem_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    for junk in (b"\xff\xfe\x00", b"\x80\x81", b"", b"{", b"[1, 2]", b"\x00,\x00\n"):
        path.write_bytes(junk)
        _, problems = read_tables([path])
        assert len(problems) == 1


def test_the_bundled_sample_is_read_by_its_name() -> None:
    found, problems = read_tables(["bundled"])
    assert not problems
    trade = [o for o in found if o.series.indicator in ("exports", "imports")]
    assert {o.series.partner for o in trade} == {"BGR", "HRV", "ALB", "MKD", "TUR"}
    assert all("Bureau of National Statistics of Kazakhstan" in o.source for o in trade)
    assert all("World Bank" in o.source for o in found if o not in trade)
    bulgaria = {(o.series.indicator, o.period): o.value for o in trade if o.series.partner == "BGR"}
    assert bulgaria["exports", "2021"] + bulgaria["imports", "2021"] == Decimal("390359873.22")


CODES = st.sampled_from(["KAZ", "BGR", "TUR", "EU", "XKX"])
TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12).map(str.strip)


@st.composite
def _observation(draw: st.DrawFn) -> Observation:
    indicator = draw(st.sampled_from(["exports", "imports", "gdp"]))
    partner = draw(st.none() | CODES) if indicator != "gdp" else None
    product = draw(st.none() | TEXT.filter(bool))
    value = draw(st.decimals(0, 10**15, places=5))
    unit = draw(st.sampled_from(["USD", "EUR", "t", "person"]))
    period = draw(st.sampled_from(["2024", "2024-05", "2024-33", "2024-40"]))
    vintage, worth = draw(st.sampled_from([None, "2025-02"])), draw(st.sampled_from([None, "FOB", "CIF"]))
    series = Series(indicator, draw(CODES), partner, product, unit)
    return Observation(series, period, value, draw(TEXT), vintage, worth, draw(st.sampled_from([None, "P"])))


@given(st.lists(_observation(), max_size=6))
def test_what_is_written_reads_back(told: list[Observation]) -> None:
    once = list({(o.source, o.series, o.period, o.as_of, o.valuation): o for o in told}.values())
    back = plain_observations(rows(plain_text(once), "table"))
    assert not back.problems and list(back.observations) == once
