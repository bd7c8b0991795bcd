"""Articles in: files, folders or a pasted text; and how far reading them is."""

from __future__ import annotations

import io
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Message, Receive

from dragoman.desk.uploads import Incoming, Job, Jobs, add_bundled, pasted
from dragoman.errors import BadPeriod
from dragoman.model.periods import parse_period
from dragoman.web.requests import jobs_of, not_found, refused, words_of, workspace_of
from dragoman.web.responding import Page, Table, respond

__all__ = ["job", "official", "upload"]

_PASTED = 5_000_000


class _TooMuchError(Exception):
    """More bytes than an upload may have."""


def _limited(receive: Receive, most: int) -> Receive:
    """Count what arrives: the length that a request claims is no proof."""
    arrived = 0

    async def counted() -> Message:
        nonlocal arrived
        message = await receive()
        arrived += len(message.get("body", b""))
        if arrived > most:
            raise _TooMuchError
        return message

    return counted


async def upload(request: Request) -> Response:
    """``POST /upload``: take everything or nothing, then read it in the background."""
    _, jobs = words_of(request), jobs_of(request)
    limits = jobs.limits
    too_much = _(
        "An upload may have {n} MB at most; read larger folders with: dragoman read",
        n=limits.total // 1_000_000,
    )
    claimed = request.headers.get("content-length", "0")
    if not claimed.isdigit() or int(claimed) > limits.total:
        return refused(request, too_much, "/", 413)
    limited = Request(request.scope, _limited(request.receive, limits.total))
    try:
        async with limited.form(max_files=limits.files, max_fields=20, max_part_size=_PASTED) as form:
            started = await run_in_threadpool(_take, jobs, form)
    except _TooMuchError:
        return refused(request, too_much, "/", 413)
    except BadPeriod as error:
        return refused(request, str(error), "/")
    except MultiPartException as error:
        return refused(request, error.message, "/")
    except ClientDisconnect:
        return Response(status_code=499)  # nobody is there to read it; nothing was kept
    if started is None:
        return refused(request, _("Nothing was sent: choose files, or paste a text."), "/")
    return RedirectResponse(f"/jobs/{started.id}", 303)


def _take(jobs: Jobs, form: FormData) -> Job | None:
    text, date = str(form.get("text") or ""), str(form.get("date") or "").strip()
    if date:
        parse_period(date)
    files = [part for part in form.getlist("files") if isinstance(part, UploadFile) and part.filename]
    if not files and not text.strip():
        return None
    with jobs.incoming() as incoming:
        for part in files:
            incoming.add(part.filename or "", part.file)
        if text.strip():
            _paste(incoming, text, date, form)
        return jobs.start(incoming.finish())


def _paste(incoming: Incoming, text: str, date: str, form: FormData) -> None:
    name, data = pasted(text, str(form.get("title") or ""), date, str(form.get("url") or ""))
    incoming.add(name, io.BytesIO(data))


async def official(request: Request) -> Response:
    """``POST /official``: add the bundled official figures, and check everything against them."""
    await run_in_threadpool(add_bundled, workspace_of(request))
    return RedirectResponse("/findings?verdict=conflict", 303)


def job(request: Request) -> Response:
    """``/jobs/…``: every file with its outcome; the page comes again by itself until all is done."""
    _ = words_of(request)
    found = jobs_of(request).get(request.path_params["id"])
    if found is None:
        return not_found(
            request,
            _(
                "No such upload: the list of uploads is kept until the server ends. What was read is in the record."
            ),
            [("/documents", _("all documents")), ("/", _("home"))],
        )
    rows: list[dict[str, Any]] = [
        {
            "name": f.name, "state": f.state, "reason": f.reason, "documents": f.documents,
            "statements": f.statements, "document": f.document or None,
        }
        for f in found.files
    ]  # fmt: skip
    values = {"job": found, "pairs": [pair for pair, _n in found.pairs.most_common(8)]}
    progress = [
        {"stage": found.stage, "done": found.done, "files": len(found.files), "statements": found.statements}
    ]
    tables = (Table("files", rows, "one row per file"), Table("progress", progress, "one row"))
    return respond(request, Page("job.html", _("Upload"), values, tables))
