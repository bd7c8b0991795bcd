"""A document: its text, where it came from, and when it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Document", "digest_of"]


def digest_of(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its particulars.

    Parameters
    ----------
    name : str
        Short name by which evidence refers to it: a path below the folder given, a file's
        name, or the ``id`` of a line; the same on every machine.
    text : str
        The text that offsets count in (Unicode code points); it never changes after reading.
    source : str
        Where it was found: a path or URI, with ``#line`` for one of many in a file.
    date : str or None
        EDTF date of the document.
    date_source : str or None
        How the date is known: ``option``, ``metadata``, ``header``, ``dateline``,
        ``inferred`` (from the text) or None.
    meta : mapping
        Header lines and metadata that have no field of their own.
    notices : tuple of str
        What the importer had to mend or leave out, for the reader's eyes; no part of identity.
    """

    name: str
    text: str
    source: str = ""
    title: str | None = None
    date: str | None = None
    date_source: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = field(default=(), compare=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the text."""
        return digest_of(self.text)

    @property
    def id(self) -> str:
        """``doc_`` and 16 hexadecimal digits of name, date and text: equal content, equal id."""
        seed = f"{self.name}\x00{self.date or ''}\x00{self.text}"
        return "doc_" + digest_of(seed)[:16]
