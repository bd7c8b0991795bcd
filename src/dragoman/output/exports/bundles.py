"""What there is to export, and what an export says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO

from dragoman import __version__
from dragoman.codes import body, country, is_body, is_country
from dragoman.errors import BadPeriod
from dragoman.model.documents import Document
from dragoman.model.findings import Observation
from dragoman.model.periods import parse_period
from dragoman.model.statements import Place, Statement

__all__ = ["Bundle", "Exporter", "days_of", "party_name"]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Values to export.

    Parameters
    ----------
    statements : sequence of Statement
        In stable order.
    documents : mapping
        Documents by name; a statement's document may be missing.
    observations : sequence of Observation
        Official figures.
    findings : sequence of mapping
        As `dragoman reconcile` prints them.
    coordinates : mapping
        UN/LOCODE of a place, or its country and name, to (longitude, latitude) [deg].
    version : str
        Of the package that read and wrote.
    """

    statements: Sequence[Statement] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    observations: Sequence[Observation] = ()
    findings: Sequence[Mapping[str, Any]] = ()
    coordinates: Mapping[str | tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    version: str = __version__

    def document_of(self, s: Statement) -> Document | None:
        """The document that a statement was read from, where it is known."""
        return self.documents.get(s.evidence.document)

    def position(self, place: Place | None) -> tuple[float, float] | None:
        """Longitude and latitude [deg] of a place, where known; a name alone is no place."""
        if place is None:
            return None
        found = self.coordinates.get(place.locode or "")
        return found or self.coordinates.get((place.country or "", place.name))


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format.

    Parameters
    ----------
    name, suffix, media_type : str
        As asked for, as of files, as of HTTP.
    title : str
        What it is, in a few words.
    grain : str
        What one row, line or feature stands for.
    write : callable
        Writes a bundle to a stream; returns how many statements were left out, by reason.
    version : str
        Version of the format.
    """

    name: str
    suffix: str
    media_type: str
    title: str
    grain: str
    write: Callable[[Bundle, BinaryIO], Counter[str]]
    version: str = "1"


def days_of(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of a period; None for an end that is open or a date that is not known."""
    if not edtf:
        return None, None
    try:
        period = parse_period(edtf)
    except BadPeriod:
        return None, None
    return period.first, period.last


def party_name(code: str) -> str:
    """The short English name of a country or body; the code itself where no table has it."""
    if is_country(code):
        return country(code).name
    return body(code).name if is_body(code) else code
