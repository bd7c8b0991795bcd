"""What people decided at their desks: corrections, decisions on findings, saved searches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dragoman.model.statements import Statement
from dragoman.record.rows import row_id
from dragoman.record.sql_documents import aware
from dragoman.record.sql_store import SqlStore
from dragoman.record.statement_rows import payload_of, statement_of

__all__ = ["Casework", "Correction", "Decision", "SavedSearch"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A statement as it was read and as a person would have it; ``digest`` is that of its text."""

    digest: str
    before: Statement
    after: Statement
    who: str
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody made of a finding: ``accept``, ``dismiss``, ``assign``, ``comment`` or ``reopen``."""

    finding: str
    verdict: str
    who: str
    note: str = ""
    assignee: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that somebody wants again, as the query of its page."""

    id: str
    name: str
    query: str
    at: datetime


class Casework:
    """The tables of decisions in a record."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def correct(self, c: Correction) -> None:
        """Note a correction beside the statement as read."""
        e = c.before.evidence
        with self._store._transaction() as now:
            self._store._run(
                "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    *(c.before.id, c.digest, e.start, e.end, payload_of(c.before), payload_of(c.after)),
                    c.who,
                    c.note,
                    now,
                ],
            )

    def corrections(self) -> list[Correction]:
        """All corrections, oldest first."""
        rows = self._store._stream(
            "SELECT digest, before, after, who, note, added FROM corrections ORDER BY added, statement"
        )
        return [
            Correction(digest, statement_of(before), statement_of(after), who, note, aware(at))
            for digest, before, after, who, note, at in rows
        ]

    def decide(self, d: Decision) -> None:
        """Note a decision on a finding."""
        with self._store._transaction() as now:
            id = row_id("de_", d.finding, d.verdict, d.assignee, d.who, d.note, now.isoformat())
            self._store._run(
                "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?)",
                [id, d.finding, d.verdict, d.assignee, d.who, d.note, now],
            )

    def decisions(self) -> list[Decision]:
        """All decisions, oldest first."""
        rows = self._store._stream(
            "SELECT finding, verdict, who, note, assignee, added FROM decisions ORDER BY added, id"
        )
        return [Decision(f, verdict, who, note, to, aware(at)) for f, verdict, who, note, to, at in rows]

    def save_search(self, name: str, query: str) -> SavedSearch:
        """Keep a search; the same name and query are kept once."""
        id = row_id("se_", name, query)
        with self._store._transaction() as now:
            self._store._run(
                "INSERT INTO searches SELECT ?, ?, ?, ?, NULL "
                "WHERE NOT EXISTS (SELECT 1 FROM searches WHERE id = ? AND removed IS NULL)",
                [id, name, query, now, id],
            )
        return next(s for s in self.searches() if s.id == id)

    def remove_search(self, id: str) -> None:
        """Take a search off the list; its row stays."""
        with self._store._transaction() as now:
            self._store._run("UPDATE searches SET removed = ? WHERE id = ? AND removed IS NULL", [now, id])

    def searches(self) -> list[SavedSearch]:
        """Searches that were saved and not removed, by name."""
        rows = self._store._stream(
            "SELECT id, name, query, added FROM searches WHERE removed IS NULL ORDER BY name, added, id"
        )
        return [SavedSearch(id, name, query, aware(at)) for id, name, query, at in rows]
