"""Findings and pledges: what contradicts, what was promised, and what became of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.desk.citations import judged
from dragoman.desk.findings import FindingFilter, FindingView, finding, list_findings, views
from dragoman.desk.pledge_lists import DatedPledge, PledgeFilter, dated, in_state, pledge_places
from dragoman.desk.workspace import Workspace
from dragoman.rest import paging
from dragoman.rest.answering import answer
from dragoman.rest.asking import Asked, Id, codes_of, pair_of
from dragoman.rest.problems import NotFound
from dragoman.rest.schemas import FindingItem, FindingWhole, Page, PledgeItem
from dragoman.rest.statements import Kind, Verdict

__all__ = ["router"]

router = APIRouter()

Rule = Literal[
    "sum", "growth", "multiple", "share", "same", "cumulative", "duration", "official", "mirror", "superlative", "bound"
]  # fmt: skip
State = Literal["due", "overdue", "kept", "superseded", "undated", "unchecked"]
OneCountry = Annotated[
    str | None,
    Query(
        description="ISO 3166-1 alpha-3, the acronym of a body, or a name.", max_length=80, examples=["KAZ"]
    ),
]
OnePair = Annotated[
    str | None, Query(description="Two codes, such as BGR-KAZ.", max_length=60, examples=["BGR-KAZ"])
]


def _chosen(country: str | None, pair: str | None) -> dict[str, str]:
    out = {}
    if country:
        out["country"] = codes_of([country])[0]
    if pair:
        out["pair"] = "-".join(pair_of(pair))
    return out


def _view(v: FindingView) -> dict[str, Any]:
    return {**v.found, "state": v.state, "assignee": v.assignee or None}


@router.get("/findings", tags=["findings"], response_model=Page[FindingItem])
def get_findings(
    request: Request,
    workspace: Asked,
    verdict: Verdict | None = None,
    rule: Rule | None = None,
    state: Literal["open", "accept", "dismiss"] | None = None,
    country: OneCountry = None,
    pair: OnePair = None,
    cursor: paging.Cursor = None,
    limit: paging.Limit = 100,
) -> Response:
    """Findings by id, which a finding keeps as long as its evidence is the same."""
    chosen = FindingFilter(verdict or "", rule or "", state or "", **_chosen(country, pair))
    ids = workspace.catalogue.found.ids
    found = sorted(list_findings(workspace, chosen), key=ids.__getitem__)
    rows = found
    if cursor is not None:
        (after,) = paging.decode(cursor, (str,))
        rows = [n for n in found if ids[n] > after]
    page = rows[:limit]
    next_key = (ids[page[-1]],) if len(rows) > limit else None
    return answer(request, paging.page_of([_view(v) for v in views(workspace, page)], next_key, len(found)))


@router.get("/findings/{id}", tags=["findings"], response_model=FindingWhole)
def get_finding(request: Request, workspace: Asked, id: Id) -> Response:
    """One finding with the statements that its proof rests on."""
    found = finding(workspace, id)
    if found is None:
        raise NotFound(f"no finding {id}", remedy="see /findings")
    return answer(request, _view(found) | {"passages": judged(workspace, found.statements)})


@router.get("/pledges", tags=["pledges"], response_model=Page[PledgeItem])
def get_pledges(
    request: Request,
    workspace: Asked,
    country: OneCountry = None,
    pair: OnePair = None,
    kind: Kind | None = None,
    state: Annotated[
        State | None, Query(description="What became of it; `total` is not counted then.")
    ] = None,
    cursor: paging.Cursor = None,
    limit: paging.Limit = 100,
) -> Response:
    """What was planned, proposed, targeted or forecast, in the order in which it came into the record."""
    found = pledge_places(workspace, PledgeFilter(kind=kind or "", **_chosen(country, pair)))
    rows = paging.after_key(workspace, found, cursor)
    if state is not None:
        kept = in_state(workspace, rows, state, limit + 1)
        more = len(kept) > limit
        page, told = [place for place, _ in kept[:limit]], [p for _, p in kept[:limit]]
    else:
        more, page = len(rows) > limit, [int(place) for place in rows[:limit]]
        told = dated(workspace, workspace.statements(page))
    items = [_pledge(workspace, p) for p in told]
    next_key = paging.statement_key(workspace, page[-1]) if more else None
    return answer(request, paging.page_of(items, next_key, len(found) if state is None else None))


def _pledge(workspace: Workspace, p: DatedPledge) -> dict[str, Any]:
    return {
        "statement": judged(workspace, [p.statement])[0],
        "state": p.state,
        "due": p.due,
        "because": p.because,
        "checked": p.pledge is not None,
    }
