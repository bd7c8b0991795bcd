"""The page of a pair of countries, and its ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk.ledger import LedgerRow
from dragoman.desk.ledger_pages import ledger_page
from dragoman.desk.pair import PairView, near_pairs, pair_key, pair_view
from dragoman.errors import BadPeriod, UsageError
from dragoman.model.statements import Statement
from dragoman.web import links
from dragoman.web.pages.timelines import timeline
from dragoman.web.requests import first_of, not_found, pair_named, refused, words_of, workspace_of
from dragoman.web.responding import ALL, Page, Table, respond, wants_all
from dragoman.web.rows import document_row, finding_row, ledger_row, pledge_row, statement_row
from dragoman.web.wording import party

__all__ = ["ledger", "pair"]


def _missing(request: Request, what: str, one: str = "", other: str = "") -> Response:
    _, catalogue = words_of(request), workspace_of(request).catalogue
    near = near_pairs(catalogue, one, other) or catalogue.pair_counts()[:8]
    found = [
        (links.pair(a, b), f"{_(party(a))} – {_(party(b))} ({_('{n} statement|{n} statements', n=count)})")
        for a, b, count in near
    ]
    return not_found(request, what, found)


def _asked(request: Request, build: Any) -> tuple[str, str] | Response:
    """The pair of the address; another page where it is none, or stands the other way round."""
    _, text = words_of(request), request.path_params["pair"]
    try:
        one, other = pair_key(pair_named(text))
    except UsageError as error:
        return _missing(request, str(error))
    if text != f"{one}-{other}":
        form = request.scope.get("state", {}).get("form")
        address = build(one, other) + (f".{form}" if form else "")
        return RedirectResponse(address + (f"?{request.url.query}" if request.url.query else ""), 308)
    return one, other


def pair(request: Request) -> Response:
    """``/pairs/BGR-KAZ``."""
    _, workspace = words_of(request), workspace_of(request)
    asked = _asked(request, links.pair)
    if isinstance(asked, Response):
        return asked
    one, other = asked
    view = pair_view(workspace, one, other, first_of(request), 5000 if wants_all(request) else 30)
    if view is None:
        what = _("Nothing in this record is about {one} and {other}.", one=party(one), other=party(other))
        return _missing(request, what, one, other)
    values = {
        "view": view,
        "line": timeline(view.timeline, *_span(view.timeline)) if view.years else None,
        "trade": _trade_years(view.trade),
        "chart": _chart(view),
    }
    return respond(
        request, Page("pair.html", f"{_(party(one))} – {_(party(other))}", values, _tables(request, view))
    )


def _span(told: Sequence[Statement]) -> tuple[int, int]:
    """First and last year of the events that are shown."""
    years = [int(part[:4]) for s in told if s.date for part in s.date.split("/") if part[:4].isdigit()]
    return (min(years), max(years)) if years else (2000, 2001)


def _tables(request: Request, view: PairView) -> tuple[Table, ...]:
    workspace = workspace_of(request)

    def told(statements: Sequence[Statement]) -> list[Any]:
        return [statement_row(workspace, s) for s in statements]

    if wants_all(request):
        every = workspace.catalogue.of_pair(view.one, view.other)
        return (
            Table("statements", told(workspace.statements(every[:ALL])), "one row per statement", len(every)),
        )
    grain = "one row per statement"
    return (
        Table("timeline", told(view.timeline), grain, view.timeline_total),
        Table("trade", [ledger_row(r) for r in view.trade], "one row per (series, period)"),
        Table("compositions", told(view.compositions), grain),
        Table("investments", told(view.investments), grain),
        Table("pledges", [pledge_row(p) for p in view.pledges], "one row per pledge", view.pledges_total),
        Table(
            "findings", [finding_row(v) for v in view.findings], "one row per finding", view.findings_total
        ),
        Table("quotes", told(view.quotes), grain),
        Table(
            "sources",
            [document_row(d, n) for d, n in view.sources],
            "one row per document",
            view.sources_total,
        ),
    )


def _trade_years(rows: Sequence[LedgerRow]) -> list[tuple[str, list[LedgerRow]]]:
    """Rows of turnover and both flows by period, the latest first."""
    periods: dict[str, list[LedgerRow]] = {}
    for r in rows:
        if len(r.period) == 4 or r.stated:
            periods.setdefault(r.period, []).append(r)
    order = {"trade": 0, "exports": 1, "imports": 2}
    out = sorted(periods.items(), key=lambda item: item[0], reverse=True)
    return [
        (p, sorted(found, key=lambda r: (order[r.series.indicator], r.series.reporter)))
        for p, found in out[:14]
    ]


def _chart(view: PairView) -> str | None:
    """The address of the chart of trade, where there is something to draw."""
    return f"{links.pair(view.one, view.other)}/trade.svg" if view.trade else None


def ledger(request: Request) -> Response:
    """``/ledger/BGR-KAZ?indicator=&period=``: stated, derived, inferred, official."""
    _, workspace = words_of(request), workspace_of(request)
    asked = _asked(request, links.ledger)
    if isinstance(asked, Response):
        return asked
    one, other = asked
    indicator, period = (request.query_params.get(name, "").strip() for name in ("indicator", "period"))
    if not len(workspace.catalogue.of_pair(one, other)):
        what = _("Nothing in this record is about {one} and {other}.", one=party(one), other=party(other))
        return _missing(request, what, one, other)
    try:
        page = ledger_page(workspace, one, other, indicator, period)
    except BadPeriod as error:
        return refused(request, str(error), links.ledger(one, other, indicator=indicator))
    values = {"one": one, "other": other, "page": page, "indicator": indicator, "period": period}
    title = _("Ledger of {one} and {other}", one=party(one), other=party(other))
    rows = [ledger_row(r) for r in page.rows]
    return respond(
        request, Page("ledger.html", title, values, (Table("ledger", rows, "one row per (series, period)"),))
    )
