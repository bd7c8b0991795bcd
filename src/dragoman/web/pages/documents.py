"""Documents with their marked passages, and statements with their reasons."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dragoman.desk.catalogue import VERDICTS, Catalogue
from dragoman.desk.findings import findings_of
from dragoman.desk.passages import segments
from dragoman.desk.workspace import Workspace
from dragoman.model.statements import Statement
from dragoman.web import links
from dragoman.web.requests import first_of, not_found, words_of, workspace_of
from dragoman.web.responding import ALL, Page, Table, respond, wants_all
from dragoman.web.rows import document_row, finding_row, statement_row
from dragoman.web.wording import clipped

__all__ = ["document", "documents", "statement"]

_PAGE = 100
_WINDOW = 60_000
_BEFORE = 2_000
_AROUND = 320


@dataclass(frozen=True, slots=True)
class Badge:
    """What arithmetic says of a statement: a verdict, the rule, and the finding that proves it."""

    verdict: str
    rule: str
    finding: str


def badges(catalogue: Catalogue, id: str) -> list[Badge]:
    """Findings of a statement, contradictions first, one of each verdict and rule."""
    place = catalogue.place(id)
    if place is None:
        return []
    f = catalogue.found
    out: dict[tuple[str, str], Badge] = {}
    for n in catalogue.findings_of.places(place).tolist():
        out.setdefault((f.verdicts[n], f.rules[n]), Badge(f.verdicts[n], f.rules[n], f.ids[n]))
    return sorted(out.values(), key=lambda b: (VERDICTS.index(b.verdict), b.rule))


def documents(request: Request) -> Response:
    """``/documents``: all of them, the latest first."""
    _, workspace = words_of(request), workspace_of(request)
    c = workspace.catalogue
    order = workspace.answers.now(
        "documents",
        lambda: sorted(
            range(len(c.documents)),
            key=lambda n: (c.documents[n].date or "", c.documents[n].name),
            reverse=True,
        ),
    )
    first = first_of(request)
    shown = order[:ALL] if wants_all(request) else order[first : first + _PAGE]
    listed = [(c.documents[n], len(c.by_document.places(n))) for n in shown]
    values = {"listed": listed, "total": len(order), "first": first, "size": _PAGE}
    rows = [document_row(d, n) for d, n in listed]
    return respond(
        request,
        Page(
            "documents.html",
            _("Documents"),
            values,
            (Table("documents", rows, "one row per document", len(order)),),
        ),
    )


def document(request: Request) -> Response:
    """``/documents/doc_…#1204-1260``: the text with its passages, and a card for every statement."""
    _, workspace = words_of(request), workspace_of(request)
    held = workspace.document(request.path_params["id"])
    if held is None:
        return _no_document(request, workspace, request.path_params["id"])
    d = held.document
    first = max(0, first_of(request, "from") - _BEFORE) if len(d.text) > _WINDOW else 0
    first = 0 if first >= len(d.text) else first
    last = min(len(d.text), first + _WINDOW)
    inside = [s for s in held.statements if s.evidence.start < last and s.evidence.end > first]
    shown = inside if not wants_all(request) else list(held.statements)
    marked = segments(d.text, [(s.id, s.evidence.start, s.evidence.end) for s in inside], first, last)
    values = {
        "document": d,
        "sources": held.sources,
        "segments": marked,
        "statements": inside,
        "total": len(held.statements),
        "by_id": {s.id: s for s in inside},
        "badges": {s.id: badges(workspace.catalogue, s.id) for s in inside},
        "first": first,
        "last": last,
        "window": _WINDOW,
        "before": _BEFORE,
        "decided": workspace.decided,
    }
    rows = [statement_row(workspace, s) for s in shown]
    table = Table("statements", rows, "one row per statement", len(held.statements))
    return respond(request, Page("document.html", d.title or d.name, values, (table,)))


def _no_document(request: Request, workspace: Workspace, asked: str) -> Response:
    _ = words_of(request)
    listed = workspace.catalogue.documents[:20_000]
    names = {d.name: d for d in listed} | {d.id: d for d in listed}
    near = difflib.get_close_matches(asked, list(names), n=6, cutoff=0.5)
    found = (
        list(dict.fromkeys(names[n] for n in near)) or sorted(listed, key=lambda d: d.added, reverse=True)[:6]
    )
    return not_found(
        request,
        _("No document {id} in this record.", id=clipped(asked, 80)),
        [(links.document(d.id), d.title or d.name) for d in found],
    )


def statement(request: Request) -> Response:
    """``/statements/st_…``: what it says, where, by which rule, and what was made of it."""
    _, workspace = words_of(request), workspace_of(request)
    id = request.path_params["id"]
    s, why = workspace.statement(id), ""
    if s is None:
        gone = workspace.store.withdrawn_statement(id)
        if gone is None:
            return not_found(
                request,
                _("No statement {id} in this record.", id=clipped(id, 80)),
                [("/search", _("search all statements")), ("/documents", _("all documents"))],
            )
        s, why = gone
    correction = workspace.decided.corrections.get(id)
    held = workspace.document_of(s)
    values: dict[str, Any] = {
        "s": s,
        "withdrawn": why,
        "context": _context(held.document.text if held else "", s),
        "document": held.document if held else None,
        "findings": findings_of(workspace, id),
        "reviews": workspace.decided.reviews.get(id, []),
        "verdict": workspace.decided.verdicts.get(id),
        "read": correction.before if correction else None,
    }
    tables = (
        Table("statement", [statement_row(workspace, s)], "one row per statement"),
        Table("findings", [finding_row(v) for v in values["findings"]], "one row per finding"),
    )
    return respond(request, Page("statement.html", clipped(s.evidence.text, 60), values, tables))


def _context(text: str, s: Statement) -> tuple[str, str, str]:
    """What stands before the passage, the passage, and what stands after it."""
    e = s.evidence
    if text[e.start : e.end] != e.text:
        return "", e.text, ""
    return text[max(0, e.start - _AROUND) : e.start], e.text, text[e.end : e.end + _AROUND]
