"""Search with facets, saved searches, and a feed of each."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from dragoman.desk.search import Query, newest_additions, query_from, search
from dragoman.desk.workspace import Workspace
from dragoman.web import links
from dragoman.web.requests import fields, first_of, go, refused, words_of, workspace_of
from dragoman.web.responding import ALL, Page, Table, form_of, respond, wants_all
from dragoman.web.rows import document_row, statement_row
from dragoman.web.wording import clipped, joined, visible

__all__ = ["remove", "save", "search_page"]

_PAGE = 25
_FEED = 50
_NOT_XML = str.maketrans(dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], " "))


def search_page(request: Request) -> Response:
    """``/search?q=wheat&country=KAZ&kind=figure&period=2022..2024``."""
    _, workspace = words_of(request), workspace_of(request)
    query = query_from(request.query_params.multi_items())
    if form_of(request) == "atom":
        return _feed(request, workspace, query)
    first = first_of(request)
    found = search(workspace, query, facets=form_of(request) == "")
    places = found.places[:ALL] if wants_all(request) else found.places[first : first + _PAGE]
    told = workspace.statements(places)
    values = {
        "query": query,
        "found": found,
        "statements": told,
        "documents": found.documents[:5],
        "total": len(found.places),
        "first": first,
        "size": _PAGE,
        "saved": workspace.casework.searches(),
        "decided": workspace.decided,
        "name_of": lambda s: workspace.catalogue.document_place.get(s.evidence.document),
    }
    tables = (
        Table(
            "statements",
            [statement_row(workspace, s) for s in told],
            "one row per statement",
            len(found.places),
        ),
        Table(
            "documents",
            [document_row(d, 0) for d in found.documents],
            "one row per document",
            found.documents_total,
        ),
    )
    return respond(request, Page("search.html", _("Search"), values, tables))


def _feed(request: Request, workspace: Workspace, query: Query) -> Response:
    """What came into the record last among the statements of a search, as Atom (RFC 4287)."""
    base = str(request.base_url).rstrip("/")
    added = newest_additions(workspace, query, _FEED)
    told = {s.id: s for s in workspace.statements([p for _, p in added])}
    updated = max((at for at, _ in added), default=None)
    address = base + links.search(query.encoded())
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_xml('Dragoman: ' + (query.encoded() or 'all statements'))}</title>",
        f"<id>{_xml(address)}</id><link href={quoteattr(address)}/>",
        f"<updated>{updated.isoformat() if updated else '1970-01-01T00:00:00+00:00'}</updated>",
        "<author><name>Dragoman</name></author>",
    ]
    for at, place in added:
        s = told.get(workspace.catalogue.columns.ids[place])
        if s is None:
            continue
        link = base + links.statement(s.id)
        title = f"{joined(dict.fromkeys((*s.actor, *s.recipient)))}: {s.mode.replace('_', ' ')}"
        lines.append(
            f"<entry><title>{_xml(title)}</title><id>{_xml(link)}</id><link href={quoteattr(link)}/>"
            f"<updated>{at.isoformat()}</updated><summary>{_xml(clipped(s.evidence.text, 600))}</summary></entry>"
        )
    lines.append("</feed>")
    return Response("\n".join(lines).encode("utf-8", "replace"), media_type="application/atom+xml")


def _xml(text: str) -> str:
    return escape(visible(text).translate(_NOT_XML))


async def save(request: Request) -> Response:
    """``POST /searches``: keep a search under a name."""
    form, workspace = await fields(request), workspace_of(request)
    query = query_from(form.get("query", ""))
    name = " ".join(form.get("name", "").split())[:100] or query.words or query.encoded()
    if query.empty:
        _ = words_of(request)
        return refused(request, _("An empty search finds everything; choose something first."), "/search")

    def keep() -> None:
        with workspace.writing():
            workspace.casework.save_search(name, query.encoded())

    await run_in_threadpool(keep)
    return go(request, links.search(query.encoded()))


async def remove(request: Request) -> Response:
    """``POST /searches/se_…/remove``."""
    workspace, id = workspace_of(request), request.path_params["id"]

    def drop() -> None:
        with workspace.writing():
            workspace.casework.remove_search(id)

    await run_in_threadpool(drop)
    return go(request, "/search")
