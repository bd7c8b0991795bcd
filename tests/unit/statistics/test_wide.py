"""Spreadsheets through a mapping file."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.errors import InputError, MissingExtra, UnreadableFile
from dragoman.statistics.tables import read_file
from dragoman.statistics.wide import read_mapping

WIDE = """\
source: BNS
as_of: 2025-07
unit: USD
scale: 1000
reporter: KAZ
partner: {column: Country}
headings: '(?P<flow>Exports|Imports) (?P<period>20\\d\\d)'
flows: {Exports: X, Imports: M}
areas: {Словакия: SVK}
decimal: ","
delimiter: ";"
header_row: 2
valuation: {X: FOB}
"""
SHEET = """Foreign trade;;;
Country;Exports 2023;Imports 2023;Exports 2024
Bulgaria;27 277,76988;67 878,1;303 594,7
Türkiye;3\u00a0943\u00a0304,0;...;1.5
Словакия;5;6;7
Ruritania;5;6;7
"""


def _files(tmp_path: Path, mapping: str, sheet: str) -> tuple[Path, Path]:
    one, two = tmp_path / "map.yaml", tmp_path / "sheet.csv"
    one.write_text(mapping, encoding="utf-8")
    two.write_text(sheet, encoding="utf-8")
    return one, two


def test_periods_and_flows_in_headings_are_read(tmp_path: Path) -> None:
    mapping, sheet = _files(tmp_path, WIDE, SHEET)
    loaded = read_file(sheet, read_mapping(mapping))
    found = {(o.series.partner, o.series.indicator, o.period): o for o in loaded.observations}
    assert found["BGR", "exports", "2023"].value == Decimal("27277769.88")
    assert found["TUR", "exports", "2023"].value == Decimal("3943304000")
    assert ("TUR", "imports", "2023") not in found and ("SVK", "exports", "2024") in found
    assert found["BGR", "exports", "2024"].valuation == "FOB"
    assert found["BGR", "imports", "2023"].valuation is None
    assert all((o.source, o.as_of) == ("BNS", "2025-07") for o in loaded.observations)


def test_bad_cells_are_named_once_with_row_and_value(tmp_path: Path) -> None:
    mapping, sheet = _files(tmp_path, WIDE, SHEET)
    number, name = map(str, read_file(sheet, read_mapping(mapping)).problems)
    assert "row 4" in number and "Exports 2024" in number and "'1.5'" in number
    assert "row 6" in name and "'Ruritania'" in name and "areas" in name


def test_a_long_table_is_read(tmp_path: Path) -> None:
    mapping, sheet = _files(
        tmp_path,
        "source: S\nunit: t\nreporter: {column: who}\npartner: {column: whom}\nflow: X\n"
        "period: {column: when}\nvalue: {column: how much}\n",
        "who,whom,when,how much\nKZ,World,2024-Q2,5.5\n398,100,2024,6\n",
    )
    one, two = read_file(sheet, read_mapping(mapping)).observations
    assert (one.series.partner, one.period, one.value, one.series.unit) == (
        None,
        "2024-34",
        Decimal("5.5"),
        "t",
    )
    assert (two.series.reporter, two.series.partner) == ("KAZ", "BGR")


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("source: S\n", "'unit'"),
        (WIDE + "colour: red\n", "'colour'"),
        (WIDE.replace("unit: USD", "unit: XQQ"), "'XQQ'"),
        (WIDE.replace("reporter: KAZ\n", ""), "nothing of reporter"),
        (WIDE.replace("(?P<flow>", "(?P<flow"), "no regular expression"),
        (WIDE.replace("{column: Country}", "{columns: Country}"), "{column: HEADING}"),
        (WIDE + "value: {column: x}\n", "either value"),
        (WIDE.replace("as_of: 2025-07", "as_of: July"), "'July'"),
        (WIDE.replace("header_row: 2", "header_row: zero"), "header_row"),
        ("- a\n", "no mapping"),
        ("a: [", "no YAML"),
    ],
)
def test_a_bad_mapping_is_refused(tmp_path: Path, mapping: str, said: str) -> None:
    path, _ = _files(tmp_path, mapping, "")
    with pytest.raises(InputError) as error:
        read_mapping(path)
    assert said in str(error.value)


def test_a_sheet_without_the_columns_is_refused(tmp_path: Path) -> None:
    mapping, sheet = _files(tmp_path, WIDE, "\nLand;2023\nBulgaria;5\n")
    with pytest.raises(UnreadableFile, match="lacks the column Country"):
        read_file(sheet, read_mapping(mapping))


def test_a_workbook_is_read_like_its_csv(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in [["Trade"], ["Country", "Exports 2023", "Exports 2024"], ["Bulgaria", 27277.5, 303594]]:
        book.active.append(row)
    book.save(tmp_path / "s.xlsx")
    mapping, _ = _files(tmp_path, WIDE.replace('decimal: ","\ndelimiter: ";"\n', ""), "")
    loaded = read_file(tmp_path / "s.xlsx", read_mapping(mapping))
    assert [o.value for o in loaded.observations] == [Decimal("27277500"), Decimal("303594000")]
    with pytest.raises(UnreadableFile, match="--mapping"):
        read_file(tmp_path / "s.xlsx")


def test_without_openpyxl_the_package_to_install_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapping, _ = _files(tmp_path, WIDE, "")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtra, match=r"dragoman\[sheets\]"):
        read_file(tmp_path / "s.xlsx", read_mapping(mapping))


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    mapping, _ = _files(tmp_path, WIDE, "")
    (tmp_path / "s.xlsx").write_bytes(b"not a zip")
    with pytest.raises(UnreadableFile, match="no workbook"):
        read_file(tmp_path / "s.xlsx", read_mapping(mapping))
