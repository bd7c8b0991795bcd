"""Parquet: a document a row, of {id, url, title, date, text}."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dragoman.documents.json_lines import from_fields
from dragoman.documents.limits import Limits
from dragoman.errors import BadLine, InputError, UnreadableFile
from dragoman.model.documents import Document

__all__ = ["from_parquet"]

_BATCH = 256


def _literal(path: Path) -> str:
    """The path with the characters quoted that DuckDB would take for a pattern."""
    return re.sub(r"([\[*?])", r"[\1]", str(path))


def from_parquet(path: Path, name: str, source: str, limits: Limits) -> Iterator[Document | InputError]:
    """Documents of a table in the order of its rows; a row without text is yielded as its error.

    Raises
    ------
    UnreadableFile
        No Parquet, truncated, or without a column ``text``.
    """
    import duckdb

    connection = duckdb.connect(":memory:", config={"threads": 1, "enable_external_access": True})
    try:
        # Row order is that of the file only with insertion order preserved, the default.
        cursor = connection.execute("SELECT * FROM read_parquet(?)", [_literal(path)])
        columns = [column[0] for column in cursor.description or ()]
        if "text" not in columns:
            raise UnreadableFile(
                f"no column `text` among {', '.join(columns[:12])}",
                where=source,
                remedy="name the columns id, url, title, date and text",
            )
        number = 0
        stem = str(PurePosixPath(name).with_suffix(""))
        while rows := cursor.fetchmany(_BATCH):
            for row in rows:
                number += 1
                value = dict(zip(columns, row))
                label = str(value.get("id") or f"{stem}#{number}")
                try:
                    yield from_fields(value, label, f"{source}#{number}", limits)
                except InputError as error:
                    yield BadLine(f"row {number}: {error.what}", where=source, remedy=error.remedy)
    except duckdb.Error as error:
        raise UnreadableFile(
            f"broken or truncated Parquet ({str(error).splitlines()[0][:120]})",
            where=source,
            remedy="write the file again",
        ) from error
    finally:
        connection.close()
