"""SDMX-CSV 1.0 and 2.0 files (§S2).

1.0: ``DATAFLOW``, dimensions, ``OBS_VALUE``, attributes. 2.0: ``STRUCTURE``, ``STRUCTURE_ID``,
``ACTION``, then the same. Cells and headings may carry labels (``KZ: Kazakhstan``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.statistics.loaded import Loaded
from dragoman.statistics.sdmx_concepts import Dataflow, sdmx_observations
from dragoman.statistics.texts import Row, headings, rows

__all__ = ["is_sdmx", "sdmx_csv"]

_NAMES = {"DATAFLOW", "STRUCTURE_ID"}
# Columns whose own values hold colons.
_WHOLE = {"DATAFLOW", "STRUCTURE_ID", "LAST UPDATE", "LAST_UPDATE"}


def _id(heading: str) -> str:
    """The id of a heading: ``REF_AREA: Reference area``, ``TITLE[]`` and ``TITLE{en}`` lose the rest."""
    return heading.split(":")[0].split("[")[0].split("{")[0].strip().upper()


def is_sdmx(found: Iterable[str]) -> bool:
    """Whether the headings are those of SDMX-CSV; some services leave the dataflow out."""
    return {"TIME_PERIOD", "OBS_VALUE"} <= {_id(h) for h in found}


def _bare(found: Iterable[Row], labelled: frozenset[str]) -> Iterator[Row]:
    for where, cell in found:
        out = {}
        for heading, value in cell.items():
            id = _id(heading)
            # labels in columns of their own come after their codes and must not replace them
            if id not in out:
                out[id] = value.split(":")[0].strip() if id in labelled else value
        yield where, out


def sdmx_csv(text: str, path: str, as_of: str | None = None) -> Loaded:
    """The observations of an SDMX-CSV text."""
    labelled = frozenset(_id(h) for h in headings(text) if ":" in h) - _WHOLE
    unnamed = None if {_id(h) for h in headings(text)} & _NAMES else Dataflow("", Path(path).stem)
    return sdmx_observations(_bare(rows(text, path), labelled), unnamed, as_of)
