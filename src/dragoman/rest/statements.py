"""Statements: searched, filtered, page by page or all as lines; and one by id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter, Header, Query, Request
from starlette.responses import Response

from dragoman.desk.catalogue import Catalogue
from dragoman.desk.citations import judged
from dragoman.desk.search import Query as Search
from dragoman.desk.search import search
from dragoman.desk.workspace import Workspace
from dragoman.model.periods import parse_period
from dragoman.record.browsing import Numbers
from dragoman.rest import paging
from dragoman.rest.answering import NDJSON, answer, lines
from dragoman.rest.asking import Asked, Country, Id, codes_of
from dragoman.rest.problems import NotFound
from dragoman.rest.schemas import PageOfArrivals, StatementItem

__all__ = ["router"]

router = APIRouter(tags=["statements"])
_BATCH = 500

Kind = Literal["contact", "instrument", "tie", "figure", "composition", "stance", "project", "quote"]
Status = Literal["actual", "planned", "proposed", "target", "forecast", "ended", "denied"]
Verdict = Literal["conflict", "implied", "holds", "unchecked"]
Review = Literal["open", "accept", "reject", "correct", "skip"]
Mode = Annotated[
    str | None,
    Query(description="The mode of a kind, such as embassy.", max_length=200, examples=["embassy"]),
]


@router.get(
    "/statements",
    response_model=PageOfArrivals[StatementItem],
    responses={200: {"content": {NDJSON: {"schema": {"type": "string"}}}}},
)
def list_statements(
    request: Request,
    workspace: Asked,
    q: Annotated[
        str | None,
        Query(description="Words that all stand in the passage.", max_length=400, examples=["embassy"]),
    ] = None,
    country: Country = None,
    kind: Kind | None = None,
    mode: Mode = None,
    status: Status | None = None,
    period: Annotated[
        str | None,
        Query(description="EDTF; shares a day with the date.", max_length=40, examples=["2024", "2022/2024"]),
    ] = None,
    product: Annotated[
        str | None, Query(description="HS chapter.", pattern=r"^\d{2}$", examples=["27"])
    ] = None,
    source: Annotated[str | None, Query(description="Outlet.", max_length=200)] = None,
    verdict: Verdict | None = None,
    review: Review | None = None,
    cursor: paging.Cursor = None,
    limit: paging.Limit = 100,
    format: Annotated[
        Literal["json", "jsonl"], Query(description="jsonl streams all that follow, whatever `limit` is.")
    ] = "json",
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Response:
    """Statements in the order in which they came into the record."""
    if period is not None:
        parse_period(period)
    one = {
        "kind": kind,
        "mode": mode,
        "status": status,
        "period": period,
        "product": product,
        "source": source,
    }
    one |= {"verdict": verdict, "review": review}
    chosen = {name: (value,) for name, value in one.items() if value}
    query = Search(q or "", chosen | {"country": codes_of(country)})
    catalogue = workspace.catalogue
    found = np.arange(len(catalogue)) if query.empty else search(workspace, query, facets=False).places
    rows = paging.after_key(workspace, found, cursor)
    if format == "jsonl" or NDJSON in accept:
        return lines(_streamed(workspace, catalogue, rows))
    places = rows[:limit]
    items = judged(workspace, workspace.statements(places))
    more = len(rows) > limit
    next_key = paging.statement_key(workspace, int(places[-1])) if more else None
    last = paging.statement_key(workspace, int(places[-1])) if len(places) else None
    return answer(request, paging.page_of(items, next_key, len(found)) | paging.reached(cursor, last))


def _streamed(workspace: Workspace, catalogue: Catalogue, rows: Numbers) -> Iterator[dict[str, Any]]:
    """All rows, a batch at a time; ids are kept, as places may change while it goes on."""
    ids = [catalogue.columns.ids[int(place)] for place in rows]
    for at in range(0, len(ids), _BATCH):
        now = workspace.catalogue
        places = [p for id in ids[at : at + _BATCH] if (p := now.place(id)) is not None]
        yield from judged(workspace, workspace.statements(places))


@router.get("/statements/{id}", response_model=StatementItem)
def get_statement(request: Request, workspace: Asked, id: Id) -> Response:
    """One statement."""
    found = workspace.statement(id)
    if found is None:
        raise NotFound(f"no statement {id}", remedy="search /statements")
    return answer(request, judged(workspace, [found])[0])
