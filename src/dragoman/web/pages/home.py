"""Home, the list of pairs, and help."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dragoman.desk.home import home_view, pair_counts
from dragoman.desk.uploads import SUFFIXES
from dragoman.web import links
from dragoman.web.requests import code_named, first_of, go, jobs_of, words_of, workspace_of
from dragoman.web.responding import ALL, Page, Table, respond, wants_all
from dragoman.web.rows import document_row, finding_row, pair_row, pledge_row

__all__ = ["help_page", "home", "pairs"]

_PAGE = 200


def home(request: Request) -> Response:
    """``/``: where we stand, and the place to drop articles."""
    _, workspace = words_of(request), workspace_of(request)
    view = home_view(workspace)
    page = Page(
        "home.html",
        _("Home"),
        {"view": view, "suffixes": ",".join(SUFFIXES), "limits": jobs_of(request).limits},
        (
            Table(
                "pairs", [pair_row(p) for p in view.pairs], "one row per pair of parties", view.pairs_total
            ),
            Table("recent_documents", [document_row(d, n) for d, n in view.recent], "one row per document"),
            Table(
                "open_contradictions",
                [finding_row(v) for v in view.conflicts],
                "one row per finding",
                view.conflicts_total,
            ),
            Table("pledges_due", [pledge_row(p) for p in view.due], "one row per pledge"),
        ),
    )
    return respond(request, page)


def pairs(request: Request) -> Response:
    """``/pairs``: every pair, as a list or as a matrix; ``?one=KAZ&other=BGR`` leads to one."""
    _, workspace = words_of(request), workspace_of(request)
    if request.query_params.get("one") and request.query_params.get("other"):
        return go(
            request,
            links.pair(code_named(request.query_params["one"]), code_named(request.query_params["other"])),
        )
    every = pair_counts(workspace)
    wanted = code_named(request.query_params.get("country", ""))
    if wanted:
        every = [p for p in every if wanted in (p.one, p.other)]
    first = first_of(request)
    shown = every[:ALL] if wants_all(request) else every[first : first + _PAGE]
    page = Page(
        "pairs.html",
        _("Pairs"),
        {
            "pairs": shown,
            "total": len(every),
            "first": first,
            "size": _PAGE,
            "wanted": wanted,
            "codes": workspace.catalogue.columns.party_codes,
            "matrix": _matrix(every) if not first else None,
        },
        (Table("pairs", [pair_row(p) for p in shown], "one row per pair of parties", len(every)),),
    )
    return respond(request, page)


def _matrix(every: list) -> dict | None:  # type: ignore[type-arg]
    """Counts of the parties most told of, in both directions alike."""
    weight: dict[str, int] = {}
    for p in every:
        for code in (p.one, p.other):
            weight[code] = weight.get(code, 0) + p.statements
    codes = sorted(sorted(weight, key=lambda code: -weight[code])[:12])
    if len(codes) < 3:
        return None
    cells = {(p.one, p.other): p for p in every if p.one in codes and p.other in codes}
    return {"codes": codes, "cells": cells, "most": max(p.statements for p in cells.values()) if cells else 1}


def help_page(request: Request) -> Response:
    """``/help``: keys, addresses, forms."""
    _ = words_of(request)
    return respond(request, Page("help.html", _("Help"), {}))
