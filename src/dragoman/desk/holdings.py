"""What is there to ask of? Documents and statements, read just now or kept in a record or a file.

The library and the exports ask holdings; pages and services ask a `Workspace`, which keeps a
record open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from dragoman.desk.explain import is_record
from dragoman.desk.ingest import ReadOptions, read
from dragoman.desk.reconcile import Gathered, findings, read_statements
from dragoman.errors import InputError, UnreadableFile
from dragoman.model.documents import Document
from dragoman.model.findings import Finding, Observation
from dragoman.model.statements import Statement
from dragoman.record import is_there, names_record, open_store, shown

__all__ = ["Holdings", "RecordFile", "Taken", "holdings_of", "read_holdings"]


class Holdings(Protocol):
    """Documents and statements, wherever they are."""

    problems: list[InputError]
    """What could not be read."""

    def statements(self, parties: Collection[str] = (), kind: str | None = None) -> Sequence[Statement]:
        """Statements with all of these parties and of this kind, in stable order."""

    def documents(self) -> Sequence[Document]:
        """The documents, by name; none where only statements were given."""

    def observations(self) -> Sequence[Observation]:
        """Official figures."""

    def gathered(self, pair: Collection[str] = ()) -> Gathered:
        """What reconciling needs, of a pair where one is given."""

    def findings(self) -> Sequence[Finding]:
        """What holds and what contradicts, worst first."""


@dataclass
class Taken:
    """Holdings in memory: documents and their statements, as read."""

    taken: Sequence[tuple[Document, Sequence[Statement]]] = ()
    loose: Sequence[Statement] = ()
    official: Sequence[Observation] = ()

    def __post_init__(self) -> None:
        self.problems: list[InputError] = []

    @cached_property
    def _all(self) -> tuple[Statement, ...]:
        return (*(s for _, told in self.taken for s in told), *self.loose)

    def statements(self, parties: Collection[str] = (), kind: str | None = None) -> Sequence[Statement]:
        """See `Holdings.statements`."""
        wanted = set(parties)
        return [
            s for s in self._all if wanted <= {*s.actor, *s.recipient} and (kind is None or s.kind == kind)
        ]

    def documents(self) -> Sequence[Document]:
        """See `Holdings.documents`."""
        return [document for document, _ in self.taken]

    def observations(self) -> Sequence[Observation]:
        """See `Holdings.observations`."""
        return self.official

    def gathered(self, pair: Collection[str] = ()) -> Gathered:
        """See `Holdings.gathered`."""
        dates = {d.name: d.date for d, _ in self.taken if d.date}
        texts = {d.name: d.text for d, _ in self.taken}
        official = [o for o in self.official if _of(o, pair)]
        return Gathered(list(self.statements(pair)), official, list(self.problems), dates, texts)

    def findings(self) -> Sequence[Finding]:
        """See `Holdings.findings`."""
        return self._findings

    @cached_property
    def _findings(self) -> Sequence[Finding]:
        return findings(self.gathered())


class RecordFile:
    """Holdings in a record, which is opened for each question and never held.

    Decisions count: corrected statements are as corrected, rejected ones left out. Findings are
    computed once; open the record anew to see what came later.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = path
        self.problems: list[InputError] = []
        if not is_there(path):
            raise UnreadableFile(
                "no such record", where=shown(path), remedy="make one with: dragoman read PATH --into FILE"
            )
        with self._opened():
            pass  # what is wrong with the file is said at once

    def _opened(self) -> Any:
        return open_store(self.path, read_only=True)

    @cached_property
    def _decided(self) -> tuple[Mapping[str, str], Mapping[str, Statement]]:
        from dragoman.desk.decisions import decided_from
        from dragoman.record.casework import Casework

        with self._opened() as store:
            decided = decided_from(store, Casework(store))
        return decided.verdicts, decided.corrected

    def statements(self, parties: Collection[str] = (), kind: str | None = None) -> Sequence[Statement]:
        """See `Holdings.statements`."""
        verdicts, corrected = self._decided
        with self._opened() as store:
            told = list(store.statements(kind=kind, parties=parties))
        return [corrected.get(s.id, s) for s in told if verdicts.get(s.id) != "reject"]

    def documents(self) -> Sequence[Document]:
        """See `Holdings.documents`."""
        with self._opened() as store:
            return [stored.document for stored in store.documents()]

    def observations(self) -> Sequence[Observation]:
        """See `Holdings.observations`."""
        with self._opened() as store:
            return list(store.observations())

    def gathered(self, pair: Collection[str] = ()) -> Gathered:
        """See `Holdings.gathered`."""
        told = list(self.statements(pair))
        named = {s.evidence.document for s in told}
        documents = [d for d in self.documents() if d.name in named]
        official = [o for o in self.observations() if _of(o, pair)]
        dates = {d.name: d.date for d in documents if d.date}
        return Gathered(told, official, [], dates, {d.name: d.text for d in documents})

    def findings(self) -> Sequence[Finding]:
        """See `Holdings.findings`."""
        return self._findings

    @cached_property
    def _findings(self) -> Sequence[Finding]:
        return findings(self.gathered())


def _of(o: Observation, pair: Collection[str]) -> bool:
    return not pair or set(pair) == {o.series.reporter, o.series.partner}


def read_holdings(
    paths: Iterable[str | Path],
    options: ReadOptions | None = None,
    statistics: Sequence[str | Path] = (),
) -> Taken:
    """Read documents into memory, with tables of official figures; what fails is noted in ``problems``."""
    taken, problems = [], []
    for result in read(paths, options):
        if isinstance(result, InputError):
            problems.append(result)
        else:
            taken.append((result.document, result.statements or ()))
    official: list[Observation] = []
    if statistics:
        from dragoman.desk.reconcile import official_figures

        official, more = official_figures(statistics)
        problems.extend(more)
    out = Taken(taken, official=official)
    out.problems = problems
    return out


def holdings_of(path: str | Path) -> Holdings:
    """The holdings of a record, or of a file of statements (JSON Lines).

    Raises
    ------
    UnreadableFile, RecordError
        There is no such file, or it is neither.
    """
    if names_record(path) or is_record(path):
        return RecordFile(path)
    told, problems = read_statements(path)
    out = Taken(loose=told)
    out.problems = list(problems)
    return out
