"""Reads the code tables: CSV files of the package, then those of a team's own folders.

A team adds rows in a folder of its own that holds a file of the same name and columns
(``party_forms.csv``, ``places.csv``, ...); the package stays untouched. A row there with the
same first column as a row here takes its place where the table says so.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from dragoman.errors import BadTable

__all__ = ["TABLES", "read_rows"]

TABLES = {
    "countries.csv": (
        "alpha3", "alpha2", "m49", "kind", "name", "official", "capital", "valid_from", "valid_to", "since", "source",
    ),
    "bodies.csv": ("code", "kind", "name", "members", "since", "source"),
    "party_forms.csv": ("form", "code", "kind", "needs", "since", "source"),
    "party_prefixes.csv": ("prefix", "code", "since", "source"),
    "outlets.csv": ("domain", "code", "since", "source"),
    "donors.csv": ("code", "role", "since", "source"),
    "leaders.csv": ("name", "variants", "alone", "code", "role", "from", "to", "since", "source"),
    "descriptions.csv": ("phrase", "candidates", "since", "source"),
    "not_parties.csv": ("phrase", "why", "since", "source"),
    "currencies.csv": (
        "code", "name", "words", "symbols", "minor_unit", "subunits", "home", "used_in", "valid_to", "since", "source",
    ),
    "cow.csv": ("alpha3", "cow", "since", "source"),
    "hs_chapters.csv": ("chapter", "label", "since", "source"),
    "products.csv": ("words", "hs", "since", "source"),
    "places.csv": ("name", "variants", "country", "locode", "needs", "since", "source"),
}  # fmt: skip
"""Columns of each table; grain: one row per value of the first column unless its page says otherwise."""


def read_rows(name: str, extra: Sequence[Path] = ()) -> Iterator[dict[str, str]]:
    """Rows of one table: the package's, then those of each folder in ``extra`` that has the file.

    Parameters
    ----------
    name : str
        A key of `TABLES`.
    extra : sequence of Path
        A team's folders; a folder without the file adds nothing.

    Raises
    ------
    BadTable
        A column is missing or unknown, or a row has too many or too few cells.
    """
    text = (files("dragoman") / "data" / "codes" / name).read_text(encoding="utf-8")
    yield from _rows(text, name, name)
    for folder in extra:
        path = Path(folder) / name
        if path.is_file():
            try:
                own = path.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                raise BadTable(
                    f"cannot be read ({error})", where=str(path), remedy="save it as UTF-8 text"
                ) from None
            yield from _rows(own, name, str(path))


def _rows(text: str, name: str, where: str) -> Iterator[dict[str, str]]:
    columns = TABLES[name]
    reader = csv.reader(io.StringIO(text))
    head = next(reader, [])
    optional = {"since", "source", "needs"}
    missing = [c for c in columns if c not in head and c not in optional]
    unknown = [c for c in head if c not in columns]
    if missing or unknown:
        wrong = [f"no column {c!r}" for c in missing] + [f"unknown column {c!r}" for c in unknown]
        raise BadTable(", ".join(wrong), where=where, remedy=f"the columns are {','.join(columns)}")
    for row in reader:
        if not row:
            continue
        if len(row) != len(head):
            raise BadTable(
                f"{len(row)} cells instead of {len(head)}",
                where=f"{where}:{reader.line_num}",
                remedy="quote cells that hold a comma",
            )
        yield dict.fromkeys(columns, "") | {c: v.strip() for c, v in zip(head, row)}
