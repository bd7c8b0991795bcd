"""Documents: listed, one with its text and statements, and new ones taken in."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from dragoman.desk.citations import judged
from dragoman.desk.uploads import Job
from dragoman.record.browsing import Listed
from dragoman.rest import paging
from dragoman.rest.answering import answer
from dragoman.rest.asking import Asked, Id
from dragoman.rest.problems import NotFound, problem
from dragoman.rest.schemas import DocumentItem, DocumentWhole, JobAnswer, PageOfArrivals
from dragoman.rest.uploading import KeyReused, Uploads

__all__ = ["router"]

router = APIRouter(tags=["documents"])


def _item(d: Listed) -> dict[str, Any]:
    return {
        "id": d.id, "name": d.name, "title": d.title, "date": d.date, "date_source": d.date_source, "outlet": d.outlet,
        "url": d.url, "characters": d.length, "added": d.added.isoformat(),
    }  # fmt: skip


def _key(d: Listed) -> tuple[str, str]:
    return d.added.isoformat(), d.digest


@router.get("/documents", response_model=PageOfArrivals[DocumentItem])
def list_documents(
    request: Request, workspace: Asked, cursor: paging.Cursor = None, limit: paging.Limit = 100
) -> Response:
    """Documents in the order in which they came into the record."""
    every = workspace.answers.now(
        "documents-by-arrival", lambda: sorted(workspace.catalogue.documents, key=_key)
    )
    rows = every
    if cursor is not None:
        after = paging.decode(cursor, (str, str))
        rows = [d for d in every if _key(d) > after]
    page = rows[:limit]
    next_key = _key(page[-1]) if len(rows) > limit else None
    body = paging.page_of([_item(d) for d in page], next_key, len(every))
    return answer(request, body | paging.reached(cursor, _key(page[-1]) if page else None))


@router.get("/documents/{id:path}", response_model=DocumentWhole)
def get_document(request: Request, workspace: Asked, id: Id) -> Response:
    """One document by id, digest or name, with its text and statements."""
    held = workspace.document(id)
    place = workspace.catalogue.document_place.get(id)
    if held is None or place is None:
        raise NotFound(f"no document {id}", remedy="ask by an id or name that /documents lists")
    item = _item(workspace.catalogue.documents[place])
    told = judged(workspace, held.statements)
    return answer(request, item | {"text": held.document.text, "statements": told})


def _job(job: Job) -> dict[str, Any]:
    files = [
        {
            "name": f.name, "state": f.state, "reason": f.reason, "documents": f.documents, "statements": f.statements,
            "document": f.document or None,
        }
        for f in job.files
    ]  # fmt: skip
    return {
        "id": job.id,
        "stage": job.stage,
        "reason": job.reason,
        "files": files,
        "statements": job.statements,
    }


@router.post(
    "/documents",
    status_code=202,
    response_model=JobAnswer,
    openapi_extra={
        "requestBody": {
            "required": True,
            "description": "The bytes of one file: text, Markdown, HTML, PDF, Word, JSON Lines, ...",
            "content": {
                "application/octet-stream": {"schema": {"type": "string", "format": "binary", "minLength": 1}}
            },
        }
    },
)
async def upload_document(
    request: Request,
    workspace: Asked,
    name: Annotated[
        str, Query(description="File name; its suffix says what it is.", min_length=1, max_length=300)
    ],
    idempotency_key: Annotated[
        str | None, Header(description="The same key with the same bytes is the same upload.", max_length=200)
    ] = None,
) -> Response:
    """Take a file in; it is read in the background. The same bytes under the same name are one upload."""
    uploads: Uploads = request.app.state.uploads
    if request.headers.get("content-type", "").lower().startswith("multipart/"):
        return problem(
            415,
            "media-type-unknown",
            "the body is a form, not the file itself",
            where="content-type",
            remedy="send the bytes of one file as the body, such as curl --data-binary @FILE",
        )
    data = await request.body()
    try:
        job = await run_in_threadpool(uploads.take, name, data, idempotency_key)
    except KeyReused as error:
        return problem(409, error.code, error.what, remedy=error.remedy)
    headers = {"location": str(request.url_for("get_job", id=job.id).path)}
    return answer(request, _job(job), 202, headers)


@router.get("/jobs/{id}", response_model=JobAnswer)
def get_job(request: Request, workspace: Asked, id: Id) -> Response:
    """How far an upload is."""
    uploads: Uploads = request.app.state.uploads
    job = uploads.job(id)
    if job is None:
        raise NotFound(f"no upload {id}", remedy="the latest ones are kept; look for the document itself")
    return answer(request, _job(job))
