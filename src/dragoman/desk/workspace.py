"""One record, opened for work: what the pages ask, and the only place that writes to it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from dragoman.desk.answers import Answers
from dragoman.desk.catalogue import Catalogue, load_catalogue
from dragoman.desk.decisions import Decided, decided_from
from dragoman.desk.fulltext import FullText
from dragoman.desk.reconcile import Gathered, findings
from dragoman.model.documents import Document
from dragoman.model.findings import Observation
from dragoman.model.statements import Statement
from dragoman.record import DuckdbStore, kept_beside, open_store
from dragoman.record.browsing import Numbers
from dragoman.record.casework import Casework
from dragoman.record.postgres_browsing import browsing_of
from dragoman.record.postgres_store import PostgresStore
from dragoman.record.sql_store import SqlStore

__all__ = ["Held", "Workspace"]

# Assumed: reconciling more than this many statements takes longer than somebody who has just dropped
# an article will wait; larger records keep their findings until `dragoman reconcile --save`.
_RECONCILED = 20_000
# Statements kept in memory as they were last shown: some forty megabytes.
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Held:
    """A document with its statements as decided, and as read where a person changed them."""

    document: Document
    sources: tuple[str, ...]
    statements: tuple[Statement, ...]


class Workspace:
    """A record, its columns in memory, its full-text index and its decisions.

    Threads may ask at once; writes take turns. ``state`` grows with every change of the record.
    """

    def __init__(self, path: Path, store: DuckdbStore | PostgresStore) -> None:
        self.path, self.store = path, store
        self.browsing, self.casework = browsing_of(store), Casework(store)
        self.answers = Answers()
        self.state = 0
        self.findings_behind = False
        self._kept: dict[str, Statement] = {}
        self._writing = threading.RLock()
        self._closed = threading.Event()
        self.fulltext = FullText(path.with_name(path.name + ".search"))
        self.decided = Decided()
        self.catalogue: Catalogue
        self.refresh()

    @classmethod
    def open(cls, path: str | Path) -> Workspace:
        """Open a record for work, making it where there is none: a file, or a database by its address.

        Raises
        ------
        RecordHeld, RecordTooNew, RecordError
            See `dragoman.record.open_store`.
        """
        return cls(kept_beside(path), open_store(path))

    def close(self) -> None:
        """Let go of the record."""
        self._closed.set()
        self.answers.close()
        self._indexing.join(10)
        with self._writing:
            self.fulltext.close()
            self.store.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[DuckdbStore | PostgresStore]:
        """The store, for a write; others wait."""
        with self._writing:
            yield self.store

    @property
    def shared_store(self) -> Any:
        """The store for long work: each call of it takes its turn by itself."""
        return _TurnTaking(self.store, self._writing)

    def refresh(self) -> None:
        """Read the columns again after a change, and index new texts in the background."""
        with self._writing:
            self._kept = {}
            self.decided = decided_from(self.store, self.casework)
            self.catalogue = load_catalogue(self.browsing, self.decided.verdicts)
            self._changed()
        self._indexing = threading.Thread(target=self._index, name="index", daemon=True)
        self._indexing.start()

    def redecide(self) -> None:
        """Take decisions into account without reading all columns again."""
        with self._writing:
            self.decided = decided_from(self.store, self.casework)
            c = self.catalogue
            self.catalogue = Catalogue(c.documents, c.columns, c.found, self.decided.verdicts)
            for name, value in c.__dict__.items():
                # What does not depend on decisions is kept.
                if name not in ("decided", "decisions", "documents", "columns", "found"):
                    self.catalogue.__dict__[name] = value
            self._changed()

    def _changed(self) -> None:
        self.state += 1
        self.answers.forget()

    def _index(self) -> None:
        try:
            self.catalogue.warm()
            self.fulltext.update(self.browsing, self.catalogue.documents, self._closed.is_set)
        except Exception:
            # The record was closed under the thread; the next opening goes on from here.
            if not self._closed.is_set():
                raise
        finally:
            self.fulltext.close()

    def settle(self) -> None:
        """Find contradictions anew after statements have changed, where the record is small enough."""
        if len(self.catalogue) > _RECONCILED:
            self.findings_behind = True
            return
        found = findings(self.gathered(range(len(self.catalogue))))
        with self.writing() as store:
            store.put_findings(found)
        self.findings_behind = False
        self.refresh()

    def statements(self, places: Iterable[int] | Numbers, *, as_read: bool = False) -> list[Statement]:
        """The statements at these places of the catalogue, corrected ones as corrected."""
        wanted = [int(p) for p in places]
        columns, kept = self.catalogue.columns, self._kept
        missing = [p for p in wanted if columns.ids[p] not in kept]
        found = {columns.ids[p]: s for p in wanted if (s := kept.get(columns.ids[p])) is not None}
        if missing:
            fresh = self.browsing.statements(
                [int(columns.rowids[p]) for p in missing], [columns.ids[p] for p in missing]
            )
            found |= {s.id: s for s in fresh}
            if len(missing) <= _KEPT // 10:
                if len(kept) > _KEPT:
                    kept.clear()
                kept.update({s.id: s for s in fresh})
        told = [found[columns.ids[p]] for p in wanted if columns.ids[p] in found]
        return told if as_read else [self.decided.corrected.get(s.id, s) for s in told]

    def statement(self, id: str) -> Statement | None:
        """The statement with this id, as corrected where it was."""
        place = self.catalogue.place(id)
        return None if place is None else next(iter(self.statements([place])), None)

    def gathered(self, places: Iterable[int] | Numbers, pair: Sequence[str] = ()) -> Gathered:
        """Statements for reconciling: corrected ones as corrected, rejected ones left out."""
        kept = self.decided.heeded(self.statements(places))
        dates = {s.evidence.document: d for s in kept if (d := self.catalogue.dates.get(s.evidence.document))}
        return Gathered(kept, self.observations(pair), [], dates)

    def observations(self, pair: Sequence[str] = ()) -> list[Observation]:
        """Official figures, of a pair where one is given."""
        if len(pair) != 2:
            return list(self.store.observations())
        one, other = pair
        return [
            *self.store.observations(reporter=one, partner=other),
            *self.store.observations(reporter=other, partner=one),
        ]

    def document(self, key: str) -> Held | None:
        """A document by id, digest or name."""
        place = self.catalogue.document_place.get(key)
        if place is None:
            return None
        stored = self.browsing.document(self.catalogue.documents[place])
        if stored is None:
            return None
        found = self.statements(self.catalogue.by_document.places(place))
        found.sort(key=lambda s: (s.evidence.start, -s.evidence.end, s.id))
        return Held(replace(stored.document, source=""), stored.sources, tuple(found))


class _TurnTaking:
    """Every call of the store's methods under the lock; no call lasts longer than a transaction."""

    def __init__(self, store: SqlStore, lock: AbstractContextManager[Any]) -> None:
        self._store, self._lock = store, lock

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._store, name)

        def in_turn(*given: Any, **named: Any) -> Any:
            with self._lock:
                return method(*given, **named)

        return in_turn
