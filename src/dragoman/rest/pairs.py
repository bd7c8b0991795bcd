"""Pairs of countries: which there are, what they have, their ledger."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.desk.findings import FindingFilter, list_findings
from dragoman.desk.ledger import row_json
from dragoman.desk.ledger_pages import ledger_page
from dragoman.desk.workspace import Workspace
from dragoman.model.periods import parse_period
from dragoman.rest import paging
from dragoman.rest.answering import answer
from dragoman.rest.asking import Asked, Country, PairCode, codes_of, pair_of
from dragoman.rest.schemas import LedgerAnswer, Page, PairItem, PairWhole

__all__ = ["router"]

router = APIRouter(tags=["pairs"])


def _item(one: str, other: str, count: int) -> dict[str, Any]:
    one, other = sorted((one, other))
    return {"pair": f"{one}-{other}", "parties": [one, other], "statements": count}


@router.get("/pairs", response_model=Page[PairItem])
def list_pairs(
    request: Request,
    workspace: Asked,
    country: Country = None,
    cursor: paging.Cursor = None,
    limit: paging.Limit = 100,
) -> Response:
    """Pairs in alphabetical order, with how many statements have both."""

    def every() -> list[dict[str, Any]]:
        return sorted((_item(*p) for p in workspace.catalogue.pair_counts()), key=lambda p: str(p["pair"]))

    wanted = set(codes_of(country))
    found = [p for p in workspace.answers.now("pairs-by-name", every) if wanted <= set(p["parties"])]
    rows = found
    if cursor is not None:
        (after,) = paging.decode(cursor, (str,))
        rows = [p for p in found if p["pair"] > after]
    next_key = (rows[limit - 1]["pair"],) if len(rows) > limit else None
    return answer(request, paging.page_of(rows[:limit], next_key, len(found)))


def _kinds(workspace: Workspace, one: str, other: str) -> tuple[dict[str, int], list[int] | None]:
    c = workspace.catalogue
    places = c.of_pair(one, other)
    kinds: dict[str, int] = {}
    for code in c.columns.kind[places].tolist():
        kind = c.columns.kinds[code].split("/")[0]
        kinds[kind] = kinds.get(kind, 0) + 1
    years = c.years[places]
    years = years[years > 0]
    return dict(sorted(kinds.items())), [int(years.min()), int(years.max())] if len(years) else None


@router.get("/pairs/{pair}", response_model=PairWhole)
def get_pair(request: Request, workspace: Asked, pair: PairCode) -> Response:
    """What the record has on a pair; zeros where it has nothing."""
    one, other = pair_of(pair)
    kinds, years = _kinds(workspace, one, other)
    c = workspace.catalogue
    found = list_findings(workspace, FindingFilter(pair=f"{one}-{other}"))
    conflicts = sum(
        c.found.verdicts[n] == "conflict" and workspace.decided.finding_state(c.found.ids[n]) == "open"
        for n in found
    )
    more = {"kinds": kinds, "years": years, "findings": len(found), "conflicts_open": conflicts}
    return answer(request, _item(one, other, sum(kinds.values())) | more)


@router.get("/pairs/{pair}/ledger", response_model=LedgerAnswer)
def get_ledger(
    request: Request,
    workspace: Asked,
    pair: PairCode,
    indicator: Annotated[
        str, Query(description="One of `indicators`, such as exports.", max_length=40, examples=["exports"])
    ] = "",
    period: Annotated[str, Query(description="EDTF", max_length=40, examples=["2024"])] = "",
) -> Response:
    """Figures by series and period: stated, derived, inferred, official."""
    one, other = pair_of(pair)
    if period:
        parse_period(period)
    page = ledger_page(workspace, one, other, indicator, period)
    body = {"pair": f"{one}-{other}", "follows": page.follows, "figures": page.figures, "shown": page.shown}
    body |= {"indicators": dict(page.indicators), "rows": [row_json(r) for r in page.rows]}
    return answer(request, body)
