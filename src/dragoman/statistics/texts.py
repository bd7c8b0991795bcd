"""Files of official figures as text and as rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import UnreadableFile, reason_of

__all__ = ["Row", "delimiter_of", "headings", "rows", "text_of"]

Row = tuple[str, dict[str, str]]
"""Where the row stands, and its cells by heading."""

_MAX_CELL = 1_000_000


def text_of(path: str | Path) -> str:
    """The text of a UTF-8 (or UTF-16 with its mark) file.

    Raises
    ------
    UnreadableFile
        The file cannot be opened or decoded.
    """
    try:
        data = Path(path).read_bytes()
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        return data.decode(encoding)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"cannot be read ({reason_of(error)})", where=str(path), remedy="give a UTF-8 CSV or JSON file"
        ) from error


def delimiter_of(text: str) -> str:
    """The delimiter that the first line has most of: comma, semicolon or tab."""
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def headings(text: str, delimiter: str | None = None) -> list[str]:
    """The headings of a CSV text, blanks around them removed."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or delimiter_of(text))
    return [h.strip() for h in next(reader, [])]


def rows(text: str, path: str | Path, delimiter: str | None = None) -> Iterator[Row]:
    """The rows of a CSV text by heading; row 1 is the heading. Missing cells are empty.

    Raises
    ------
    UnreadableFile
        The text is no CSV.
    """
    csv.field_size_limit(_MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or delimiter_of(text))
    try:
        head = [h.strip() for h in next(reader, [])]
        for cells in reader:
            if any(c.strip() for c in cells):
                padded = [c.strip() for c in cells] + [""] * (len(head) - len(cells))
                yield f"{path}, row {reader.line_num}", dict(zip(head, padded))
    except csv.Error as error:
        raise UnreadableFile(
            f"is no CSV: {error}", where=f"{path}, row {reader.line_num}", remedy="save it as CSV again"
        ) from error
