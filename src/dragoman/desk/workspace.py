"""One record, opened for work: what the pages ask, and the only place that writes to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from dragoman.desk.answers import Answers
from dragoman.desk.catalogue import Catalogue, load_catalogue
from dragoman.desk.decisions import Decided, decided_from
from dragoman.desk.fulltext import FullText
from dragoman.desk.reconcile import Gathered, findings
from dragoman.desk.settling import Settling, changed, parties_of
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
# an article will wait; of larger records only what changed is reconciled, in the background.
_RECONCILED = 2_000
# A look at what others wrote may take this share of the time, so that busy writers cannot keep us
# reading columns all day.
_SHARE = 0.1
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

    Threads may ask at once; writes take turns. ``state`` grows with every change of the record. With
    `keep_up` it also sees, a little later, what other processes write to a shared record, and brings findings
    up to date by itself.
    """

    def __init__(self, path: Path, store: DuckdbStore | PostgresStore) -> None:
        self.path, self.store = path, store
        self.browsing, self.casework = browsing_of(store), Casework(store)
        self.answers = Answers()
        self.state = 0
        self._kept: dict[str, Statement] = {}
        self._writing, self._refreshing = threading.RLock(), threading.RLock()
        self._seen: datetime | None = None
        self._rest_until = 0.0
        self._closed = threading.Event()
        self.fulltext = FullText(path.with_name(path.name + ".search"))
        self.decided = Decided()
        self.catalogue: Catalogue
        self.settling = Settling(self)
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
        self.settling.close()
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

    def keep_up(self) -> None:
        """Heed what others write and bring findings up to date, in the background, until closed."""
        self.settling.start()

    @property
    def findings_behind(self) -> int:
        """Sets of parties of which statements have changed and findings have not yet."""
        return self.settling.waiting

    def refresh(self) -> None:
        """Read the columns again after a change, and index new texts in the background.

        Others may ask and write meanwhile; they see the columns as they were.
        """
        with self._refreshing:
            before = getattr(self, "catalogue", None)
            seen = self._last_write()
            fresh = load_catalogue(self.browsing, {})
            if before is not None:
                fresh.warm()  # pages go on with what was known before
            with self._writing:
                self._kept, self._seen = {}, seen
                # Decisions last: some may have been made since the columns were begun.
                self.decided = decided_from(self.store, self.casework)
                self.catalogue = fresh
                self._with(decided=self.decided.verdicts, without=("decisions",))
            if before is not None:
                self.settling.add(changed(before, self.catalogue))
            self._indexing = threading.Thread(target=self._index, name="index", daemon=True)
            self._indexing.start()

    def heed_others(self) -> bool:
        """Read the columns again where another process has written to the record; whether it had."""
        if time.monotonic() < self._rest_until:
            return False
        last = self._last_write()
        if last == self._seen:
            return False
        began = time.monotonic()
        self.refresh()
        self._rest_until = time.monotonic() + (time.monotonic() - began) * (1 / _SHARE - 1)
        return True

    def _last_write(self) -> datetime | None:
        """When a record that others may write to was written last; None for a file, which only we hold."""
        return self.store.last_write() if isinstance(self.store, PostgresStore) else None

    def redecide(self) -> None:
        """Take decisions into account without reading all columns again."""
        with self._writing:
            self.decided = decided_from(self.store, self.casework)
            self._with(decided=self.decided.verdicts, without=("decisions",))

    def reconsider(self, places: Iterable[int]) -> None:
        """Statements here count otherwise now: their findings follow, where there is a background."""
        if self.settling.running:
            self.settling.add(parties_of(self.catalogue, np.fromiter(places, np.int64)))

    def refind(self) -> None:
        """Take findings into account without reading all columns again."""
        found = self.browsing.findings()
        gone = ("verdicts", "findings_of", "finding_pairs", "finding_place", "finding_order", "finding_turn")
        with self._writing:
            self._with(found=found, without=gone)

    def _with(self, without: Sequence[str], **changes: Any) -> None:
        """Another catalogue that keeps what does not depend on the changes."""
        c = self.catalogue
        self.catalogue = replace(c, **changes)
        for name, value in c.__dict__.items():
            if name not in ("documents", "columns", "found", "decided", *without):
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

    def settle(self, pairs: Iterable[Sequence[str]] = ()) -> None:
        """Find contradictions anew after statements, or official figures of pairs, have changed.

        A small record is reconciled as a whole and at once; of a large one what changed, and in the
        background where there is one.
        """
        if len(self.catalogue) <= _RECONCILED:
            found = findings(self.gathered(range(len(self.catalogue))))
            with self.writing() as store:
                store.put_findings(found)
            self.settling.forget()
            self.refind()
            return
        self.settling.add(frozenset(pair) for pair in pairs)
        if not self.settling.running:
            self.settling.all_now()

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

    def gathered(
        self,
        places: Iterable[int] | Numbers,
        pair: Sequence[str] = (),
        observations: list[Observation] | None = None,
    ) -> Gathered:
        """Statements for reconciling: corrected ones as corrected, rejected ones left out."""
        kept = self.decided.heeded(self.statements(places))
        dates = {s.evidence.document: d for s in kept if (d := self.catalogue.dates.get(s.evidence.document))}
        return Gathered(kept, self.observations(pair) if observations is None else observations, [], dates)

    def observations(self, pair: Sequence[str] = ()) -> list[Observation]:
        """Official figures, of a pair where one is given."""
        if len(pair) != 2:
            return list(self.store.observations())
        one, other = pair
        return [
            *self.store.observations(reporter=one, partner=other),
            *self.store.observations(reporter=other, partner=one),
        ]

    def document_of(self, s: Statement) -> Held | None:
        """The document that a statement was read from, which another may share its name with."""
        listed = self.catalogue.document_of(s.id)
        return self.document(listed.id if listed is not None else s.evidence.document)

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
