"""Official figures, and a text read at once."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.desk.citations import plain
from dragoman.desk.texts import read_text
from dragoman.model.findings import Observation, observation_json
from dragoman.model.periods import is_period, parse_period
from dragoman.rest import paging
from dragoman.rest.answering import answer
from dragoman.rest.asking import Asked, Set, codes_of
from dragoman.rest.problems import problem
from dragoman.rest.schemas import ObservationItem, Page, ReadAnswer, ReadRequest

__all__ = ["router"]

router = APIRouter()
Code = Annotated[
    str | None,
    Query(
        description="ISO 3166-1 alpha-3, the acronym of a body, or a name.", max_length=80, examples=["KAZ"]
    ),
]


def _key(o: Observation) -> tuple[str, ...]:
    s = o.series
    return (
        s.indicator, s.reporter, s.partner or "", s.product or "", s.unit, o.period, o.source, o.as_of or "",
        o.valuation or "",
    )  # fmt: skip


@router.get("/statistics", tags=["statistics"], response_model=Page[ObservationItem])
def list_statistics(
    request: Request,
    workspace: Asked,
    reporter: Code = None,
    partner: Code = None,
    indicator: Annotated[
        str | None, Query(description="Such as exports.", max_length=40, examples=["exports"])
    ] = None,
    period: Annotated[
        str | None, Query(description="EDTF; shares a day with the period.", max_length=40, examples=["2024"])
    ] = None,
    cursor: paging.Cursor = None,
    limit: paging.Limit = 100,
) -> Response:
    """Official figures in the order of their series, periods and vintages."""
    one = codes_of([reporter])[0] if reporter else None
    other = codes_of([partner])[0] if partner else None
    span = parse_period(period) if period else None

    def every() -> list[Observation]:
        return sorted(workspace.observations(), key=_key)

    found = [
        o
        for o in workspace.answers.now("observations", every)
        if one in (None, o.series.reporter)
        and other in (None, o.series.partner)
        and indicator in (None, o.series.indicator)
        and (span is None or (is_period(o.period) and parse_period(o.period).overlaps(span)))
    ]
    rows = found
    if cursor is not None:
        after = paging.decode(cursor, (str,) * 9)
        rows = [o for o in found if _key(o) > after]
    items = [observation_json(o) | {"valuation": o.valuation, "status": o.status} for o in rows[:limit]]
    next_key = _key(rows[limit - 1]) if len(rows) > limit else None
    return answer(request, paging.page_of(items, next_key, len(found)))


@router.post("/read", tags=["reading"], response_model=ReadAnswer)
def read(request: Request, settings: Set, asked: ReadRequest) -> Response:
    """Read a text; nothing of it is kept."""
    if len(asked.text) > settings.text:
        return problem(
            413, "text-too-long", f"{len(asked.text)} characters", remedy=f"send at most {settings.text}"
        )
    found = read_text(asked.text, name=asked.name, date=asked.date, title=asked.title)
    d = found.document
    document: dict[str, Any] = {
        "id": d.id,
        "name": d.name,
        "title": d.title,
        "date": d.date,
        "date_source": d.date_source,
    }
    return answer(request, {"document": document, "statements": [plain(s) for s in found.statements or ()]})
