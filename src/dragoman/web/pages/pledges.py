"""Pledges: what is due, overdue, kept; and as a calendar."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dragoman.desk.pledge_lists import STATES, PledgeFilter, calendar, list_pledges
from dragoman.web.requests import code_named, first_of, pair_named, words_of, workspace_of
from dragoman.web.responding import Page, Table, form_of, respond, wants_all
from dragoman.web.rows import pledge_row

__all__ = ["pledges"]

_PAGE = 40
_MOST = 2_000
_FILTERS = ("state", "country", "pair", "kind")


def pledges(request: Request) -> Response:
    """``/pledges?state=overdue&country=KAZ``; ``/pledges.ics`` is a calendar."""
    _, workspace = words_of(request), workspace_of(request)
    chosen = {name: request.query_params.get(name, "").strip() for name in _FILTERS}
    chosen |= {"pair": pair_named(chosen["pair"]), "country": code_named(chosen["country"])}
    form = form_of(request)
    every = wants_all(request) or form == "ics"
    first = 0 if every else first_of(request)
    shown, total = list_pledges(workspace, PledgeFilter(**chosen), first, _MOST if every else _PAGE)
    if form == "ics":
        link = str(request.base_url) + "statements/"
        headers = {"content-disposition": 'attachment; filename="pledges.ics"'}
        text = calendar(shown, link).encode("utf-8", "replace")
        return Response(text, media_type="text/calendar; charset=utf-8", headers=headers)
    values = {
        "shown": shown,
        "total": total,
        "first": first,
        "size": _PAGE,
        "chosen": chosen,
        "states": STATES,
    }
    table = Table("pledges", [pledge_row(p) for p in shown], "one row per pledge", total)
    return respond(request, Page("pledges.html", _("Pledges"), values, (table,)))
