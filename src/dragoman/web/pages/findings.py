"""Findings: the list, one with both passages, and decisions on it."""

from __future__ import annotations

import difflib
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from dragoman.desk import findings as desk
from dragoman.desk.catalogue import VERDICTS
from dragoman.desk.findings import FindingFilter, FindingView, list_findings, views
from dragoman.desk.workspace import Workspace
from dragoman.errors import UsageError
from dragoman.model.findings import RULES
from dragoman.model.messages import capital, render
from dragoman.web import links
from dragoman.web.requests import (
    code_named,
    fields,
    first_of,
    go,
    not_found,
    pair_named,
    refused,
    settings_of,
    words_of,
    workspace_of,
)
from dragoman.web.responding import ALL, Page, Table, respond, wants_all
from dragoman.web.rows import finding_row, statement_row
from dragoman.web.wording import clipped

__all__ = ["decide", "finding", "findings"]

_PAGE = 25
_FILTERS = ("verdict", "rule", "state", "country", "pair", "assignee")
_AROUND = 240


def findings(request: Request) -> Response:
    """``/findings?verdict=conflict&state=open``."""
    _, workspace = words_of(request), workspace_of(request)
    chosen = {name: request.query_params.get(name, "").strip() for name in _FILTERS}
    chosen |= {"pair": pair_named(chosen["pair"]), "country": code_named(chosen["country"])}
    places = workspace.answers.now(
        ("findings", *chosen.values()), lambda: list_findings(workspace, FindingFilter(**chosen))
    )
    first = first_of(request)
    shown = views(workspace, places[:ALL] if wants_all(request) else places[first : first + _PAGE])
    values = {
        "views": shown,
        "total": len(places),
        "first": first,
        "size": _PAGE,
        "chosen": chosen,
        "verdicts": VERDICTS,
        "rules": [r for r in RULES if r in set(workspace.catalogue.found.rules)],
    }
    table = Table("findings", [finding_row(v) for v in shown], "one row per finding", len(places))
    return respond(request, Page("findings.html", _("Findings"), values, (table,)))


def finding(request: Request) -> Response:
    """``/findings/fi_…``."""
    _, workspace = words_of(request), workspace_of(request)
    id = request.path_params["id"]
    view = desk.finding(workspace, id)
    if view is None:
        near = difflib.get_close_matches(id, workspace.catalogue.found.ids[:50_000], n=5, cutoff=0.7)
        return not_found(
            request,
            _("No finding {id}: the figures may have been reconciled again since.", id=clipped(id, 80)),
            [(links.finding(n), n) for n in near] or [("/findings", _("all findings"))],
        )
    told = {s.id: s for s in view.statements}
    values = {"view": view, "passages": _passages(workspace, view), "told": told}
    tables = (
        Table("finding", [finding_row(view)], "one row per finding"),
        Table("statements", [statement_row(workspace, s) for s in view.statements], "one row per statement"),
    )
    return respond(
        request, Page("finding.html", clipped(capital(render(view.found["because"], _)), 70), values, tables)
    )


def _passages(workspace: Workspace, view: FindingView) -> list[dict[str, Any]]:
    """Each statement with what stands around it in its document."""
    out = []
    for s in view.statements:
        held = workspace.document_of(s)
        e, text = s.evidence, held.document.text if held else ""
        fits = text[e.start : e.end] == e.text
        out.append(
            {
                "s": s,
                "document": held.document if held else None,
                "before": text[max(0, e.start - _AROUND) : e.start] if fits else "",
                "after": text[e.end : e.end + _AROUND] if fits else "",
            }
        )
    return out


async def decide(request: Request) -> Response:
    """``POST /findings/fi_…``: accept, dismiss, assign, comment, reopen."""
    form, workspace, id = await fields(request), workspace_of(request), request.path_params["id"]
    try:
        await run_in_threadpool(
            desk.decide, workspace, id, form.get("verdict", ""), settings_of(request).who,
            form.get("note", ""), form.get("assignee", ""),
        )  # fmt: skip
    except UsageError as error:
        return refused(request, str(error), links.finding(id))
    return go(request, links.finding(id))
