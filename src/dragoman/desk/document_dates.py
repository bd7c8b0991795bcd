"""When a document was written: the best of what is known (§I4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dragoman.model.documents import Document
from dragoman.model.periods import parse_period

__all__ = ["dated"]

# Assumed: news is written within half a year of the latest day that it speaks of. A file's own
# stamp outside that window says when the file was copied, not when the text was written.
_STAMP_WINDOW = timedelta(days=183)


def dated(document: Document, option: str | None = None) -> Document:
    """The document with its date: given, from metadata or header, dateline, or inferred.

    Parameters
    ----------
    document : Document
        As imported; its own date, where it has one, came from metadata or header.
    option : str, optional
        EDTF date given by the user; goes before everything.
    """
    if option:
        return replace(document, date=option, date_source="option")
    if document.date:
        return document
    from dragoman.reading.dates.datelines import document_date

    found, how = document_date(document.text)
    if how == "dateline":
        return replace(document, date=found, date_source=how)
    stamp = document.meta.get("created")
    if stamp and (found is None or _plausible(stamp, found)):
        return replace(document, date=stamp, date_source="metadata")
    return replace(document, date=found, date_source=how) if found else document


def _plausible(stamp: str, inferred: str) -> bool:
    """Whether a file's stamp may be the day of a text that the inferred date was read from."""
    made, told = parse_period(stamp), parse_period(inferred)
    if made.first is None or made.last is None:
        return False
    after = told.first is None or made.last >= told.first
    before = told.last is None or made.first <= told.last + _STAMP_WINDOW
    return after and before
