"""SDMX-CSV, UN Comtrade's files, and their bad rows."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadTable
from dragoman.model.periods import is_period
from dragoman.statistics import cells
from dragoman.statistics.sdmx_csv import sdmx_csv
from dragoman.statistics.tables import read_file, read_tables
from tests.unit.statistics.service import RECORDED


def test_sdmx_csv_1_of_eurostat_is_read() -> None:
    loaded = read_file(RECORDED / "comext_1.csv")
    one, two, tonnes, greece = loaded.observations
    assert (one.series.indicator, one.series.reporter, one.series.partner) == ("imports", "BGR", "KAZ")
    assert (one.value, one.series.unit, one.valuation) == (Decimal("1234567.5"), "EUR", "CIF")
    assert (one.as_of, one.source) == ("2025-06-16", "Eurostat DS-045409")
    assert (two.series.indicator, two.valuation, two.status) == ("exports", "FOB", "P")
    assert (tonnes.value, tonnes.series.unit) == (Decimal("1.5"), "t")
    assert (greece.series.reporter, greece.period) == ("GRC", "2023-33")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (7, ("partner", "'ZZZ'", "alpha-3")),
        (8, ("VALUE_IN_DRAMS", "ISO 4217")),
        (9, ("TIME_PERIOD", "'2024-M13'", "2024-05")),
        (10, ("'9'", "XG_FOB_USD")),
    ],
)
def test_bad_rows_of_sdmx_are_named_with_what_is_accepted(row: int, said: tuple[str, ...]) -> None:
    loaded = read_file(RECORDED / "comext_1.csv")
    (problem,) = [str(p) for p in loaded.problems if f"row {row}:" in str(p)]
    assert all(s.casefold() in problem.casefold() for s in said)
    assert len(loaded.problems) == 4


def test_empty_values_and_two_units_are_noted() -> None:
    notes = " / ".join(read_file(RECORDED / "comext_1.csv").notes)
    assert "1 row left out: no value" in notes and "EUR and t: kept apart" in notes


def test_sdmx_csv_2_with_labels_and_scale_is_read() -> None:
    loaded = read_file(RECORDED / "imf_2.csv")
    sold, bought, world = loaded.observations
    assert not loaded.problems
    assert (sold.value, sold.valuation, sold.source) == (Decimal("27250000"), "FOB", "IMF IMTS")
    assert (bought.value, bought.valuation, bought.status) == (Decimal("67500000"), "CIF", "E")
    assert world.series.partner is None
    assert loaded.notes == ("1 row left out: ACTION is D (delete)",)


@pytest.mark.parametrize("scale", ["x", "99", "-99"])
def test_a_scale_that_is_none_is_a_problem(scale: str) -> None:
    head = "DATAFLOW,REF_AREA,COUNTERPART_AREA,FLOW,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n"
    loaded = sdmx_csv(head + f"A:B(1),KZ,BG,X,2024,5,USD,{scale}\n", "t")
    assert "UNIT_MULT" in str(loaded.problems[0]) and not loaded.observations


def test_the_json_of_comtrade_is_read_and_its_parts_left_out() -> None:
    loaded = read_file(RECORDED / "comtrade_398_100.json", as_of="2024-12-01")
    sold, bought = loaded.observations
    assert (sold.value, sold.valuation, sold.status, sold.as_of) == (
        Decimal("1000.25"),
        "FOB",
        None,
        "2024-12-01",
    )
    assert (bought.value, bought.valuation, bought.status) == (Decimal("500.5"), "CIF", "A")
    assert loaded.notes == ("1 record left out: parts by second partner, transport or procedure",)
    (mirror,) = read_file(RECORDED / "comtrade_100_398.json").observations
    assert (mirror.series.indicator, mirror.series.reporter, mirror.valuation) == ("imports", "BGR", "CIF")


def test_the_csv_of_comtrade_is_read_and_its_bad_rows_named() -> None:
    loaded = read_file(RECORDED / "comtrade.csv")
    oil, world = loaded.observations
    assert (oil.series.product, oil.period, oil.series.partner) == ("2709", "2024-05", "TUR")
    assert world.series.partner is None
    unknown, month = map(str, loaded.problems)
    assert "row 4" in unknown and "'490'" in unknown
    assert "row 5" in month and "'202421'" in month


def test_an_answer_that_says_an_error_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"data": [], "error": "Quota exceeded"}', encoding="utf-8")
    _, problems = read_tables([path])
    assert "Quota exceeded" in str(problems[0])


def test_sdmx_csv_without_a_dataflow_is_named_after_its_file() -> None:
    head = "REF_AREA,COUNTERPART_AREA,FLOW,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS\n"
    (o,) = sdmx_csv(head + "KAZ,BGR,exports,2024,5,USD,bd\n", "some/bns.csv").observations
    assert (o.source, o.series.indicator, o.status) == ("bns", "exports", "BD")


YEARS = st.integers(1950, 2050)


@given(YEARS, st.integers(1, 12), st.integers(1, 4))
def test_every_spelling_of_a_period_is_one_period(year: int, month: int, quarter: int) -> None:
    assert {
        cells.period(t, "r") for t in (f"{year}-{month:02d}", f"{year}-M{month}", f"{year}{month:02d}")
    } == {f"{year}-{month:02d}"}
    assert cells.period(f"{year}-Q{quarter}", "r") == f"{year}-{32 + quarter}"


@given(st.text(max_size=10))
def test_no_text_crashes_a_cell(text: str) -> None:
    for read in (cells.period, cells.unit, cells.number, cells.status, cells.valuation):
        try:
            read(text, "r")
        except BadTable as problem:
            assert repr(text) in str(problem) and "r: " in str(problem)


@given(st.integers(0, 10**12), st.integers(-6, 9))
def test_scales_are_exact(value: int, power: int) -> None:
    head = "DATAFLOW,REF_AREA,COUNTERPART_AREA,FLOW,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n"
    (o,) = sdmx_csv(head + f"A:B(1),KZ,BG,X,2024,{value},USD,{power}\n", "t").observations
    assert o.value == Decimal(value).scaleb(power)


NAMES = ("comext_1.csv", "imf_2.csv", "comtrade.csv", "comtrade_398_100.json")
JUNK = (
    b"",
    b",",
    b";",
    b"\n",
    b'"',
    b"\x00",
    b"\xff",
    b"{",
    b"]",
    b"-",
    b"1e99",
    b"Infinity",
    "\u0663".encode(),
)


@given(
    st.sampled_from(NAMES),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 40), st.sampled_from(JUNK)), max_size=4),
)
def test_no_damage_to_a_file_crashes_its_reading(name: str, cuts: list[tuple[int, int, bytes]]) -> None:
    data = (RECORDED / name).read_bytes()
    for at, length, junk in cuts:
        data = data[:at] + junk + data[at + length :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        found, problems = read_tables([path])
    assert all(o.value.is_finite() and o.value >= 0 and is_period(o.period) for o in found)
    assert all(name in str(p) for p in problems)
