"""Statements, findings and the rest as rows of tables for machines."""

from __future__ import annotations

from typing import Any

from dragoman.desk.findings import FindingView
from dragoman.desk.home import PairCount
from dragoman.desk.ledger import LedgerRow, row_json
from dragoman.desk.pledge_lists import DatedPledge
from dragoman.desk.workspace import Workspace
from dragoman.model.statements import Statement, to_json
from dragoman.record.browsing import Listed

__all__ = ["document_row", "finding_row", "ledger_row", "pair_row", "pledge_row", "statement_row"]


def statement_row(workspace: Workspace, s: Statement) -> dict[str, Any]:
    """A statement as the contract has it, with the decision on it."""
    row = to_json(s)
    row.pop("because", None)
    return {**row, "decision": workspace.decided.verdicts.get(s.id)}


def finding_row(v: FindingView) -> dict[str, Any]:
    """A finding as the contract has it, with what became of it."""
    return {**v.found, "state": v.state, "assignee": v.assignee or None}


def pledge_row(p: DatedPledge) -> dict[str, Any]:
    """A pledge with its state."""
    s = p.statement
    return {
        "statement": s.id,
        "state": p.state,
        "due": p.due,
        "status": s.status,
        "kind": s.kind,
        "mode": s.mode,
        "actor": list(s.actor),
        "recipient": list(s.recipient),
        "because": p.because or None,
        "document": s.evidence.document,
        "start": s.evidence.start,
        "end": s.evidence.end,
        "text": s.evidence.text,
    }


def pair_row(p: PairCount) -> dict[str, Any]:
    """A pair with its counts."""
    return {
        "pair": p.key,
        "one": p.one,
        "other": p.other,
        "statements": p.statements,
        "open_contradictions": p.conflicts,
        "latest_year": p.latest,
    }


def ledger_row(r: LedgerRow) -> dict[str, Any]:
    """A row of the ledger; four columns that are never mixed."""
    row = row_json(r)
    return {**row.pop("series"), **row}


def document_row(d: Listed, statements: int) -> dict[str, Any]:
    """A document without its text."""
    return {
        "id": d.id,
        "name": d.name,
        "title": d.title,
        "date": d.date,
        "date_source": d.date_source,
        "outlet": d.outlet,
        "url": d.url,
        "characters": d.length,
        "statements": statements,
        "sha256": d.digest,
    }
