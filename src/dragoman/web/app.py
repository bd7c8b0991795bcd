"""The application: which address is which page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.desk.uploads import Jobs, UploadLimits
from dragoman.desk.workspace import Workspace
from dragoman.web.guarding import Guard
from dragoman.web.pages import (
    briefs,
    charts,
    documents,
    findings,
    home,
    maps,
    pairs,
    pledges,
    reviews,
    searches,
    uploads,
)
from dragoman.web.requests import not_found, refused, words_of
from dragoman.web.responding import Suffixes
from dragoman.web.settings import Settings

__all__ = ["create_app", "routes"]


def routes() -> list[BaseRoute]:
    """All pages. A page of another module is added here; one named ``map`` appears in the navigation."""
    return [
        Route("/", home.home, name="home"),
        Route("/pairs", home.pairs, name="pairs"),
        Route("/pairs/{pair}", pairs.pair, name="pair"),
        Route("/pairs/{pair}/trade.svg", charts.trade, name="chart"),
        Route("/pairs/{pair}/trade", charts.specification),
        Route("/pairs/{pair}/brief/{form}", briefs.brief, name="brief"),
        Route("/map", maps.map_page, name="map"),
        Route("/map/basemap.geojson", maps.basemap),
        Route("/map/features.geojson", maps.features),
        Route("/map/diagram.svg", maps.diagram),
        Route("/ledger/{pair}", pairs.ledger, name="ledger"),
        Route("/documents", documents.documents, name="documents"),
        Route("/documents/{id:path}", documents.document, name="document"),
        Route("/statements/{id}", documents.statement, name="statement"),
        Route("/findings", findings.findings, name="findings"),
        Route("/findings/{id}", findings.finding, name="finding"),
        Route("/findings/{id}", findings.decide, methods=["POST"]),
        Route("/pledges", pledges.pledges, name="pledges"),
        Route("/search", searches.search_page, name="search"),
        Route("/searches", searches.save, methods=["POST"]),
        Route("/searches/{id}/remove", searches.remove, methods=["POST"]),
        Route("/review", reviews.review, name="review"),
        Route("/review/quality", reviews.quality, name="quality"),
        Route("/review/gold", reviews.gold, name="gold"),
        Route("/review/{id}", reviews.review),
        Route("/review/{id}", reviews.decide, methods=["POST"]),
        Route("/upload", uploads.upload, methods=["POST"]),
        Route("/official", uploads.official, methods=["POST"]),
        Route("/jobs/{id}", uploads.job, name="job"),
        Route("/help", home.help_page, name="help"),
        Mount("/static", StaticFiles(packages=[("dragoman.web", "static")]), name="static"),
    ]


def create_app(
    workspace: Workspace, settings: Settings | None = None, limits: UploadLimits | None = None
) -> Starlette:
    """The application over a record that is open for work; it closes its uploads when it ends."""
    settings = settings or Settings()
    jobs = Jobs(workspace, limits)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        jobs.close()

    app = Starlette(
        routes=routes(),
        middleware=[Middleware(Guard, settings=settings), Middleware(Suffixes)],
        exception_handlers={404: _missing, 405: _missing, 500: _failed},
        lifespan=lifespan,
    )
    app.state.workspace, app.state.settings, app.state.jobs = workspace, settings, jobs
    return app


async def _missing(request: Request, error: Exception) -> Response:
    _ = words_of(request)
    status = error.status_code if isinstance(error, HTTPException) else 404
    if status == 405:
        return refused(request, _("This address does not take that."), "/", 405)
    near = [
        ("/", _("home")),
        ("/pairs", _("all pairs")),
        ("/documents", _("all documents")),
        ("/search", _("search")),
    ]
    return not_found(request, _("There is no page at this address."), near)


async def _failed(request: Request, error: Exception) -> Response:
    _ = words_of(request)
    message = _(
        "Something went wrong in Dragoman: {error}. The record is unharmed.", error=type(error).__name__
    )
    return refused(request, message, "/", 500)
