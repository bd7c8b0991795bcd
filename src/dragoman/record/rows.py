"""What goes into a record besides documents, statements and observations."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dragoman.model.documents import Document
from dragoman.model.statements import Statement

__all__ = [
    "Added",
    "Change",
    "ClaimGroup",
    "Fact",
    "Reading",
    "Review",
    "Separation",
    "StoredDocument",
    "Telling",
    "row_id",
]


def row_id(prefix: str, *parts: str) -> str:
    """``prefix`` and 16 hexadecimal digits of the parts: equal parts, equal id."""
    return prefix + hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with what was read from it.

    ``statements`` is None where the record has the text already (``Store.status`` said
    ``known``): then only the new source is noted.
    """

    document: Document
    statements: tuple[Statement, ...] | None


@dataclass(frozen=True, slots=True)
class Added:
    """What a write changed [rows]; all zero where everything was there before."""

    documents: int = 0
    sources: int = 0
    statements: int = 0
    withdrawn: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            self.documents + other.documents,
            self.sources + other.sources,
            self.statements + other.statements,
            self.withdrawn + other.withdrawn,
        )


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in the record, with every place in which its text was found."""

    document: Document
    rules: str
    sources: tuple[str, ...]
    added: datetime


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement merged into a fact, and why."""

    statement: str
    because: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Tellings of the same thing, merged.

    Parameters
    ----------
    id : str
        ``fa_…``.
    kind : str
        ``kind/mode`` of its statements.
    tellings : tuple of Telling
        The statements merged, each with the reason.
    report_count : int
        Tellings that do not copy one another [1].
    event_count : int
        Acts that it stands for, where the text counts them [1].
    payload : mapping
        Whatever else the merging found, as plain JSON.
    """

    id: str
    kind: str
    tellings: tuple[Telling, ...]
    report_count: int
    event_count: int = 1
    payload: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Separation:
    """Two statements that somebody said are not the same thing: how a merge is revoked."""

    statement: str
    other: str
    who: str
    why: str

    @property
    def id(self) -> str:
        """``se_…`` of the pair in either order."""
        return row_id("se_", *sorted((self.statement, self.other)))


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Near-duplicate tellings: one claim told several times, not several confirmations."""

    id: str
    statements: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on a statement; later ones stand beside earlier ones."""

    statement: str
    verdict: str
    who: str
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Something that came, changed or went; ``before`` is the row as it was, for the latter two."""

    at: datetime
    what: str
    id: str
    action: str
    why: str
    before: Mapping[str, Any] | None
