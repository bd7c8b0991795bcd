"""Rows of XLSX workbooks, through the optional package openpyxl."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from dragoman.errors import MissingExtra, UnreadableFile

__all__ = ["sheet_rows"]


def sheet_rows(path: str | Path, sheet: str | None = None) -> Iterator[list[str]]:
    """The rows of a sheet as text, the first sheet where none is named.

    A number keeps the digits that the workbook stores; one that was typed with one decimal has
    one here.

    Raises
    ------
    MissingExtra
        openpyxl is not installed.
    UnreadableFile
        The file is no workbook or has no such sheet.
    """
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise MissingExtra(
            "reading XLSX needs openpyxl",
            where=str(path),
            remedy='install it with: pip install "dragoman[sheets]", or save the sheet as CSV',
        ) from error
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # zip, XML and key errors of all kinds
        raise UnreadableFile(f"is no workbook: {error}", where=str(path), remedy="save it again") from error
    try:
        if sheet is not None and sheet not in book.sheetnames:
            raise UnreadableFile(
                f"has no sheet {sheet!r}",
                where=str(path),
                remedy=f"its sheets are {', '.join(book.sheetnames)}",
            )
        found = book[sheet] if sheet is not None else book.worksheets[0]
        for row in found.iter_rows(values_only=True):
            yield [_text(cell) for cell in row]
    finally:
        book.close()


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.strftime("%Y-%m-%d")
    return str(cell).strip()
