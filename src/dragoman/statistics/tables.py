"""Files of official figures, whatever their form: the form is known by the headings (§S2)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import InputError, UnreadableFile
from dragoman.model.findings import Observation
from dragoman.statistics.bundled import BUNDLED, bundled_observations
from dragoman.statistics.comtrade_files import comtrade_csv, comtrade_json, is_comtrade
from dragoman.statistics.loaded import Loaded, joined
from dragoman.statistics.plain import COLUMNS, is_plain, plain_observations
from dragoman.statistics.sdmx_csv import is_sdmx, sdmx_csv
from dragoman.statistics.texts import headings, rows, text_of
from dragoman.statistics.wide import Mapped, wide_observations

__all__ = ["COLUMNS", "read_file", "read_files", "read_table", "read_tables"]


def read_file(path: str | Path, mapped: Mapped | None = None, as_of: str | None = None) -> Loaded:
    """The observations of a file: plain table, SDMX-CSV, Comtrade's JSON or CSV, or a mapped sheet.

    The word ``bundled`` stands for the sample that comes with the package, unless a file has that
    name.

    Parameters
    ----------
    mapped : Mapped, optional
        Where a spreadsheet has what; without it the file must be of one of the other forms.
    as_of : str, optional
        Vintage, EDTF, where the file does not say one.

    Raises
    ------
    UnreadableFile
        The file cannot be opened or decoded, or is of no known form.
    """
    name = str(path)
    if name == BUNDLED and not Path(path).exists():
        return Loaded(bundled_observations())
    if mapped is not None:
        return wide_observations(path, mapped)
    if name.endswith((".xlsx", ".xlsm")):
        raise UnreadableFile(
            "is a spreadsheet", where=name, remedy="say what its columns are with --mapping FILE"
        )
    text = text_of(path)
    if text.lstrip()[:1] in ("{", "["):
        return comtrade_json(text, name, as_of)
    found = headings(text)
    if is_plain(found):
        return plain_observations(rows(text, name))
    if is_sdmx(found):
        return sdmx_csv(text, name, as_of)
    if is_comtrade(found):
        return comtrade_csv(text, name, as_of)
    missing = [c for c in COLUMNS[:7] if c not in found]
    raise UnreadableFile(
        f"lacks the column {', '.join(missing)}",
        where=name,
        remedy=f"the header must be {','.join(COLUMNS)}, that of SDMX-CSV, or that of a UN Comtrade file; "
        "for another spreadsheet say what its columns are with --mapping FILE",
    )


def read_files(paths: Iterable[str | Path], mapped: Mapped | None = None, as_of: str | None = None) -> Loaded:
    """Several files one after the other; one that cannot be read is a problem, the others load."""
    parts: list[Loaded] = []
    for path in paths:
        try:
            parts.append(read_file(path, mapped, as_of))
        except InputError as problem:
            parts.append(Loaded(problems=(problem,)))
    return joined(parts)


def read_table(path: str | Path) -> tuple[list[Observation], list[InputError]]:
    """The observations of one file, and a problem for each row that is none; the rest loads.

    Raises
    ------
    UnreadableFile
        See `read_file`.
    """
    found = read_file(path)
    return list(found.observations), list(found.problems)


def read_tables(paths: Iterable[str | Path]) -> tuple[list[Observation], list[InputError]]:
    """Several files one after the other, each of any form."""
    found = read_files(paths)
    return list(found.observations), list(found.problems)
