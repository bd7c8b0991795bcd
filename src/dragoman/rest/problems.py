"""One shape for every error: application/problem+json (RFC 9457) with a stable code."""

from __future__ import annotations

import json
import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dragoman.errors import (
    DragomanError,
    FetchError,
    InputError,
    MissingExtra,
    NoRoute,
    NotAllowed,
    NotSignedIn,
    RecordHeld,
    UsageError,
)
from dragoman.rest.methods import allowed

__all__ = ["MEDIA_TYPE", "NotFound", "TooMany", "install", "problem", "problem_of"]

MEDIA_TYPE = "application/problem+json"
_log = logging.getLogger(__name__)
_STATUS: tuple[tuple[type[DragomanError], int], ...] = (
    (NotSignedIn, 401),
    (NotAllowed, 403),
    (NoRoute, 404),
    (RecordHeld, 503),
    (FetchError, 502),
    (MissingExtra, 501),
    (InputError, 422),
    (UsageError, 400),
)
_OBJECT = 'send an object such as {"text": "..."} with content-type: application/json'
_CODES = {
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    413: "body-too-large",
    415: "media-type-unknown",
}
_WORDS = {
    400: "Bad request", 401: "Not signed in", 403: "Not allowed", 404: "Not found", 405: "Method not allowed",
    406: "Not acceptable", 409: "Conflict", 413: "Too large", 415: "Unknown media type", 421: "Misdirected request",
    422: "Cannot be read", 429: "Too many requests", 500: "Internal error", 501: "Not installed", 502: "Bad gateway",
    503: "Not available",
}  # fmt: skip


class NotFound(UsageError):
    """Something that is asked for by id and is not there."""

    code = "not-found"


class TooMany(UsageError):
    """A list longer than the API answers at once."""

    code = "too-many"


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    where: str = "",
    remedy: str = "",
    headers: dict[str, str] | None = None,
    **more: Any,
) -> Response:
    """An error as an answer.

    Parameters
    ----------
    code : str
        Stable, as in `dragoman.errors` and docs/rest.md.
    detail, where, remedy : str
        What was found, where, what to do.
    """
    body: dict[str, Any] = {
        "type": f"urn:dragoman:problem:{code}",
        "title": _WORDS.get(status, "Error"),
        "status": status,
        "code": code,
        "detail": detail,
    }
    body |= {name: value for name, value in (("where", where), ("remedy", remedy)) if value}
    data = json.dumps(body | more, ensure_ascii=False).encode("utf-8", "replace")
    return Response(data, status, {"cache-control": "no-store", **(headers or {})}, MEDIA_TYPE)


def problem_of(error: DragomanError) -> Response:
    """An error of ours as an answer; paths of this machine are not told."""
    status = 404 if isinstance(error, NotFound) else 500
    if status == 500:
        status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    if status == 500:
        _log.error("%s: %s", error.code, error)
        return problem(
            500, error.code, "the record cannot be used just now", remedy="ask who runs the server"
        )
    headers = (
        {"www-authenticate": "Bearer"} if status == 401 else {"retry-after": "5"} if status == 503 else None
    )
    return problem(status, error.code, error.what, remedy=error.remedy, headers=headers)


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, DragomanError)
    return problem_of(error)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 400:  # the body is JSON to nobody: FastAPI says no more than that
        return problem(
            422, "request-invalid", "the body is no JSON in UTF-8, or is nested too deep",
            where="body", remedy=_OBJECT,
        )  # fmt: skip
    code = _CODES.get(error.status_code, "error")
    detail, remedy = str(error.detail).lower(), "see openapi.json"
    headers = dict(error.headers or {})
    if error.status_code == 404:
        detail = "there is nothing at this address"
    elif error.status_code == 405:
        methods = allowed(request.app, request.scope)
        headers = {"allow": ", ".join(methods)}
        detail, remedy = f"{request.method[:20]} is not answered here", f"use {' or '.join(methods)}"
    return problem(error.status_code, code, detail, remedy=remedy, headers=headers)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = [_wrong(e) for e in error.errors()[:20]]
    first = found[0] if found else {"where": "", "detail": "not in order"}
    return problem(
        422, "request-invalid", first["detail"], where=first["where"], remedy=_remedy(first), errors=found
    )


def _wrong(e: Any) -> dict[str, str]:
    """One error of a validation: where, what, and a code."""
    where, detail, code = ".".join(map(str, e["loc"])), str(e["msg"]), str(e["type"])
    if code == "json_invalid":
        reason = str(e.get("ctx", {}).get("error", "")).rstrip(".")
        where, detail = "body", f"no JSON: {reason} at character {e['loc'][-1]}"
    elif where == "body" and code in ("missing", "model_attributes_type"):
        detail = "there is no body" if code == "missing" else "the body is no JSON object"
    return {"where": where, "detail": detail[:300], "code": code}


def _remedy(e: dict[str, str]) -> str:
    """What to do about it: a body as it should be, or the parameter in the description."""
    if e["where"] == "body":
        return _OBJECT
    name = e["where"].rpartition(".")[2]
    return (
        f"see {name!r} in openapi.json"
        if e.get("code") not in ("unknown", "repeated")
        else "see openapi.json"
    )


async def _failed(request: Request, error: Exception) -> Response:
    _log.exception("request failed", exc_info=error)
    return problem(
        500, "internal", "this is a fault of dragoman; the record is unharmed", remedy="please report it"
    )


def install(app: FastAPI) -> None:
    """Answer every error of an application in this shape."""
    app.add_exception_handler(DragomanError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _failed)
