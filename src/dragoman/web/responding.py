"""One page, five forms: HTML, and what it shows as JSON, CSV or ZIP by the suffix of its address."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman import __version__
from dragoman.web.rendering import render

__all__ = ["ALL", "FORMS", "Page", "Suffixes", "Table", "respond", "wants_all"]

FORMS = ("json", "csv", "zip", "atom", "ics", "jsonl")
ALL = 200_000
"""Most rows of ``rows=all``; the metadata say where a table is cut off."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that a page shows, for machines; ``total`` is how many there are in the record."""

    name: str
    rows: Sequence[Mapping[str, Any]]
    grain: str
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: a template with its values, and the same as tables."""

    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    tables: Sequence[Table] = ()
    status: int = 200


class Suffixes:
    """Middleware: takes ``.json`` and the like off the address and notes what was asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite the path."""
        if scope["type"] == "http" and not scope["path"].startswith("/static/"):
            path, dot, form = scope["path"].rpartition(".")
            if dot and form in FORMS and "/" not in form:
                path = "/" if path == "/index" else path
                scope = {
                    **scope,
                    "path": path,
                    "raw_path": path.encode(),
                    "state": {**scope.get("state", {}), "form": form},
                }
        await self._app(scope, receive, send)


def wants_all(request: Request) -> bool:
    """Whether all rows are asked for rather than those that are shown."""
    return form_of(request) in ("json", "csv", "zip") and request.query_params.get("rows") == "all"


def form_of(request: Request) -> str:
    """The form asked for; empty for a page."""
    return str(request.scope.get("state", {}).get("form", ""))


def respond(request: Request, page: Page) -> Response:
    """The page in the form asked for."""
    form = form_of(request)
    if form == "json":
        body = _json({**_metadata(request, page), "tables": {t.name: list(t.rows) for t in page.tables}})
        return Response(body, page.status, media_type="application/json")
    if form == "csv" and page.tables:
        wanted = request.query_params.get("table", page.tables[0].name)
        table = next((t for t in page.tables if t.name == wanted), page.tables[0])
        return _download(_csv(table.rows), "text/csv; charset=utf-8", f"{_name(request)}-{table.name}.csv")
    if form == "zip":
        return _download(_zip(request, page), "application/zip", f"{_name(request)}.zip")
    html = render(request, page.template, {"title": page.title, "tables": page.tables, **page.values})
    return Response(html, page.status if not form else 404, media_type="text/html")


def _metadata(request: Request, page: Page) -> dict[str, Any]:
    workspace = request.app.state.workspace
    return {
        "title": page.title,
        "address": str(request.url),
        "rows": "all" if wants_all(request) else "shown; add rows=all for all",
        "record": {
            "file": workspace.path.name,
            "documents": len(workspace.catalogue.documents),
            "statements": len(workspace.catalogue),
        },
        "made_by": f"dragoman {__version__}",
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cite": "Cite the documents that the rows name first; Dragoman read, and did not write, them.",
        "about_tables": {
            t.name: {
                "grain": t.grain,
                "rows": len(t.rows),
                "of": t.total if t.total is not None else len(t.rows),
                "columns": list(dict.fromkeys(c for row in t.rows[:1000] for c in row)),
            }
            for t in page.tables
        },
    }


def _json(value: Any) -> bytes:
    # Lone surrogates, which UTF-8 cannot carry, become the escapes that JSON has for them.
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).encode("utf-8", "backslashreplace")


def _csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    columns = list(dict.fromkeys(c for row in rows for c in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(c)) for c in columns] for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(v, dict | list) for v in value)
    ):
        return json.dumps(value, ensure_ascii=False, default=str)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def _zip(request: Request, page: Page) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in page.tables:
            archive.writestr(f"{table.name}.csv", _csv(table.rows))
        archive.writestr("metadata.json", _json(_metadata(request, page)))
    return out.getvalue()


def _name(request: Request) -> str:
    return "-".join(p for p in request.url.path.split("/") if p).rpartition(".")[0] or "dragoman"


def _download(body: bytes, kind: str, name: str) -> Response:
    safe = "".join(c if (c.isalnum() and c.isascii()) or c in "-_." else "_" for c in name)
    return Response(body, media_type=kind, headers={"content-disposition": f'attachment; filename="{safe}"'})


def rows_of(values: Iterable[Any], as_row: Any) -> list[Mapping[str, Any]]:
    """Values as rows."""
    return [as_row(v) for v in values]
