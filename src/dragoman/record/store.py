"""What a record can do, whatever keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Literal, Protocol

from dragoman.model.documents import Document
from dragoman.model.findings import Finding, Observation
from dragoman.model.statements import Statement
from dragoman.record.rows import Added, Change, ClaimGroup, Fact, Reading, Review, Separation, StoredDocument

__all__ = ["Status", "Store"]

Status = Literal["new", "known", "same"]


class Store(Protocol):
    """Documents and what is known from them. Every write is one transaction: whole or not at all.

    Nothing is overwritten silently: a row that goes or changes leaves a tombstone, and
    `changes` lists both.
    """

    def close(self) -> None:
        """Let go of the record; further calls fail."""

    def __enter__(self) -> Store: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    # documents and statements

    def status(self, documents: Sequence[Document], rules: str) -> list[Status]:
        """For each document: ``new`` (must be read), ``known`` (text known, source not), ``same``.

        A text counts as new again where the rules differ from those that read it, or its date
        is better known now (§I4).
        """

    def add(self, readings: Sequence[Reading], rules: str) -> Added:
        """Write readings in one transaction; a source that had another text now has this one."""

    def sweep(self) -> Added:
        """Withdraw the documents that no source has any longer, with their statements (§I6)."""

    def forget(self, source: str, why: str) -> Added:
        """Withdraw a source, and its document where no other source has it."""

    def documents(self) -> Iterator[StoredDocument]:
        """All documents, by name."""

    def document(self, key: str) -> StoredDocument | None:
        """The document with this id, digest or name."""

    def documents_named(self, names: Sequence[str]) -> Iterator[StoredDocument]:
        """The documents with these names, by name: one look for many."""

    def statements(
        self, *, kind: str | None = None, parties: Iterable[str] = (), document: str | None = None
    ) -> Iterator[Statement]:
        """Statements of a kind, with all of these parties, of a document (by id); in stable order."""

    def statement(self, id: str) -> Statement | None:
        """The statement with this id."""

    def withdrawn_statement(self, id: str) -> tuple[Statement, str] | None:
        """A statement that was withdrawn, as it last was, and why it went."""

    # what follows from them

    def put_facts(self, facts: Sequence[Fact]) -> None:
        """Make these the facts: new ones added, changed ones revised, the others withdrawn."""

    def facts(self) -> Iterator[Fact]:
        """All facts, by id."""

    def separate(self, separation: Separation) -> None:
        """Note that two statements must not be merged; facts heed it when next computed."""

    def separations(self) -> list[Separation]:
        """All pairs that must not be merged."""

    def put_claim_groups(self, groups: Sequence[ClaimGroup]) -> None:
        """Make these the groups of near-duplicates."""

    def claim_groups(self) -> list[ClaimGroup]:
        """All groups, by id."""

    def put_findings(self, findings: Sequence[Finding], among: Iterable[str] | None = None) -> None:
        """Make these the findings; with ``among``, in place of those with these ids only."""

    def findings(self) -> Iterator[Mapping[str, Any]]:
        """All findings as INTERFACES has them, by id."""

    def add_observations(self, observations: Sequence[Observation]) -> int:
        """Add official figures; the number that were new or revised. Vintages stand side by side."""

    def observations(
        self, *, reporter: str | None = None, partner: str | None = None, indicator: str | None = None
    ) -> Iterator[Observation]:
        """Official figures, in stable order."""

    def add_review(self, review: Review) -> None:
        """Note a person's decision."""

    def reviews(self, statement: str | None = None) -> list[Review]:
        """Decisions, oldest first."""

    def changes(self, since: datetime | None = None) -> Iterator[Change]:
        """What came, changed or went at or after a time, oldest first."""
