"""Answers with a tag, so that what has not changed is not sent again; and answers line by line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fastapi import Request
from starlette.responses import Response, StreamingResponse

__all__ = ["NDJSON", "answer", "lines"]

NDJSON = "application/x-ndjson"


def answer(
    request: Request, body: Any, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """The body as JSON with an ETag of its bytes; 304 where the client has it already."""
    data = json.dumps(body, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
    tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    common = {"etag": tag, "vary": "accept, authorization", **(headers or {})}
    if isinstance(body, dict) and body.get("next"):
        address = request.url.include_query_params(cursor=body["next"])
        common["link"] = f'<{address.path}?{address.query}>; rel="next"'
    if status == 200 and _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=common)
    return Response(data, status, common, "application/json")


def _has(given: str, tag: str) -> bool:
    known = [part.strip().removeprefix("W/") for part in given.split(",")]
    return "*" in known or tag in known


def lines(rows: Iterable[Mapping[str, Any]]) -> Response:
    """The rows as JSON Lines, sent as they are made."""

    def encoded() -> Iterator[bytes]:
        for row in rows:
            yield json.dumps(row, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace") + b"\n"

    return StreamingResponse(encoded(), media_type=NDJSON)
