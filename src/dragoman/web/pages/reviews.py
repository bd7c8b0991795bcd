"""Review: one statement at a time; how rules fared; gold."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from dragoman.desk import review as desk
from dragoman.desk.findings import findings_of
from dragoman.desk.search import query_from
from dragoman.errors import DragomanError, UsageError
from dragoman.model.statements import KINDS, MEASURES, STATUSES
from dragoman.web import links
from dragoman.web.requests import fields, go, not_found, refused, settings_of, words_of, workspace_of
from dragoman.web.responding import Page, Table, form_of, respond
from dragoman.web.rows import statement_row
from dragoman.web.wording import clipped

__all__ = ["decide", "gold", "quality", "review"]

_CHANGEABLE = (
    "kind", "status", "date", "actor", "recipient", "object", "measure", "value", "low", "high", "unit", "base",
)  # fmt: skip
_AROUND = 400


def review(request: Request) -> Response:
    """``/review`` is the next of the queue, ``/review/st_…`` this one; the query chooses the queue."""
    _, workspace = words_of(request), workspace_of(request)
    query = query_from(request.query_params.multi_items())
    id = request.path_params.get("id", "")
    waiting = desk.queue(workspace, query, request.query_params.get("after"))
    s = workspace.statement(id) if id else waiting.statement
    if id and s is None:
        return not_found(
            request, _("No statement {id} in this record.", id=clipped(id, 80)), [("/review", _("the queue"))]
        )
    held = workspace.document_of(s) if s else None
    e, text = s.evidence if s else None, held.document.text if held else ""
    fits = e is not None and text[e.start : e.end] == e.text
    values = {
        "s": s,
        "document": held.document if held else None,
        "before": text[max(0, e.start - _AROUND) : e.start] if fits and e else "",
        "after": text[e.end : e.end + _AROUND] if fits and e else "",
        "waiting": waiting,
        "query": query,
        "findings": findings_of(workspace, s.id) if s else [],
        "verdict": workspace.decided.verdicts.get(s.id) if s else None,
        "reviews": workspace.decided.reviews.get(s.id, []) if s else [],
        "kinds": [f"{kind}/{mode}" for kind, modes in KINDS.items() for mode in modes],
        "statuses": STATUSES,
        "measures": MEASURES,
    }
    rows = [statement_row(workspace, s)] if s else []
    return respond(
        request,
        Page("review.html", _("Review"), values, (Table("statement", rows, "one row per statement"),)),
    )


async def decide(request: Request) -> Response:
    """``POST /review/st_…``: accept, reject, correct, skip or undo, then the next."""
    form, workspace, id = await fields(request), workspace_of(request), request.path_params["id"]
    query = query_from(form.get("query", ""))
    verdict = form.get("verdict", "")
    changes = {name: form[name] for name in _CHANGEABLE if name in form} if verdict == "correct" else None
    try:
        await run_in_threadpool(
            desk.decide, workspace, id, verdict, settings_of(request).who, form.get("note", ""), changes
        )
    except (UsageError, DragomanError) as error:
        return refused(request, str(error), links.review(id, query.encoded()))
    if verdict == "undo":
        return go(request, links.review(id, query.encoded()))
    return go(request, links.review("", query.encoded(after=id if verdict == "skip" else None)))


def quality(request: Request) -> Response:
    """``/review/quality``: how often each rule was right, as people judged."""
    _, workspace = words_of(request), workspace_of(request)
    found = desk.quality(workspace)
    rows = [
        {
            "rule": r.rule, "statements": r.statements, "accepted": r.accepted, "corrected": r.corrected,
            "rejected": r.rejected, "right": r.right,
        }
        for r in found
    ]  # fmt: skip
    return respond(
        request,
        Page(
            "quality.html",
            _("Quality of rules"),
            {"found": found},
            (Table("rules", rows, "one row per rule"),),
        ),
    )


def gold(request: Request) -> Response:
    """``/review/gold.jsonl``: accepted and corrected statements."""
    _, workspace = words_of(request), workspace_of(request)
    if form_of(request) != "jsonl":
        return not_found(request, _("Gold is a file."), [("/review/gold.jsonl", "gold.jsonl")])
    lines = (f"{line}\n".encode("utf-8", "backslashreplace") for line in desk.gold_lines(workspace))
    headers = {"content-disposition": 'attachment; filename="gold.jsonl"'}
    return StreamingResponse(lines, media_type="application/x-ndjson", headers=headers)
