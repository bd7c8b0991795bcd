"""What people decided on statements and findings, and which decision is in force.

Decisions are only ever added. An ``undo`` takes back the latest decision in force on the same
statement. A decision outlives a new reading: where that gave the passage another id, the
decision is found again by text, passage and kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dragoman.model.statements import Statement
from dragoman.record import Review
from dragoman.record.casework import Casework, Correction, Decision
from dragoman.record.sql_store import SqlStore

__all__ = ["OPEN_FINDING", "Decided", "decided_from", "in_force"]

OPEN_FINDING = "open"


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions in force, and the whole history of each statement and finding."""

    verdicts: Mapping[str, str] = field(default_factory=dict)
    """Statement to ``accept``, ``reject``, ``correct`` or ``skip``."""
    corrected: Mapping[str, Statement] = field(default_factory=dict)
    """Statement as corrected, under the id that it has now."""
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    reviews: Mapping[str, list[Review]] = field(default_factory=dict)
    findings: Mapping[str, list[Decision]] = field(default_factory=dict)

    def heeded(self, statements: Iterable[Statement]) -> list[Statement]:
        """Statements to compute with: corrected ones as corrected, rejected ones left out."""
        return [self.corrected.get(s.id, s) for s in statements if self.verdicts.get(s.id) != "reject"]

    def finding_state(self, id: str) -> str:
        """``accept``, ``dismiss`` or ``open``; assigning and commenting leave it as it is."""
        state = OPEN_FINDING
        for d in self.findings.get(id, ()):
            if d.verdict in ("accept", "dismiss"):
                state = d.verdict
            elif d.verdict == "reopen":
                state = OPEN_FINDING
        return state

    def assignee(self, id: str) -> str:
        """To whom a finding is assigned last; empty where to nobody."""
        given = [d.assignee for d in self.findings.get(id, ()) if d.verdict == "assign"]
        return given[-1] if given else ""


def in_force(reviews: list[Review]) -> str | None:
    """The decision that holds after all of them, oldest first."""
    stack: list[str] = []
    for review in reviews:
        if review.verdict == "undo":
            stack = stack[:-1]
        else:
            stack.append(review.verdict)
    return stack[-1] if stack else None


def decided_from(store: SqlStore, casework: Casework) -> Decided:
    """Read all decisions of a record."""
    history: dict[str, list[Review]] = {}
    for review in store.reviews():
        history.setdefault(review.statement, []).append(review)
    corrections: dict[str, Correction] = {}
    for c in casework.corrections():
        corrections[c.before.id] = c
    moved = _moved(store, history, corrections)
    verdicts: dict[str, str] = {}
    corrected: dict[str, Statement] = {}
    kept: dict[str, Correction] = {}
    for id, reviews in history.items():
        now, verdict = moved.get(id, id), in_force(reviews)
        if verdict is None:
            continue
        verdicts[now] = verdict
        if verdict == "correct" and id in corrections:
            after = corrections[id].after
            corrected[now], kept[now] = replace(after, id=now), corrections[id]
    told: dict[str, list[Decision]] = {}
    for d in casework.decisions():
        told.setdefault(d.finding, []).append(d)
    all_reviews = {moved.get(id, id): found for id, found in history.items()}
    return Decided(verdicts, corrected, kept, all_reviews, told)


def _moved(
    store: SqlStore, history: Mapping[str, list[Review]], corrections: Mapping[str, Correction]
) -> dict[str, str]:
    """Statements that were decided on and have another id since their text was read again."""
    out = {}
    for id in history:
        if store.statement(id) is not None:
            continue
        gone = store.withdrawn_statement(id)
        before = corrections[id].before if id in corrections else gone[0] if gone else None
        stored = store.document(before.evidence.document) if before else None
        if before is None or stored is None:
            continue
        e = before.evidence
        same = [
            s.id
            for s in store.statements(document=stored.document.id)
            if (s.evidence.start, s.evidence.end, s.kind) == (e.start, e.end, before.kind)
            and s.id not in history
        ]
        if len(same) == 1:
            out[id] = same[0]
    return out
