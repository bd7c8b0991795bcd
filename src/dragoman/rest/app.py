"""The application: versioned by its address, described by OpenAPI, one shape for every error."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.routing import APIRoute
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman import __version__
from dragoman.desk.admission import Admission
from dragoman.desk.uploads import Jobs
from dragoman.desk.workspace import Workspace
from dragoman.rest import documents, figures, journeys, judgements, pairs, problems, statements
from dragoman.rest.answering import answer
from dragoman.rest.asking import PROBLEMS
from dragoman.rest.guarding import Guard
from dragoman.rest.methods import Methods
from dragoman.rest.parameters import only_described
from dragoman.rest.schemas import Problem
from dragoman.rest.settings import ApiSettings
from dragoman.rest.uploading import Uploads

__all__ = ["PREFIX", "beside", "create_api", "description", "nothing_else"]

PREFIX = "/api/v1"
_ABOUT = (
    "Statements on relations between countries with their passages, what findings say of their figures, "
    "pledges, official figures and freight routes. Errors are application/problem+json with a stable `code`."
)

_TOKEN = {
    "type": "http", "scheme": "bearer",
    "description": "Of `dragoman tokens issue`; asked for away from a loopback address, and where --protected says so.",
}  # fmt: skip


def create_api(
    workspace: Workspace, settings: ApiSettings | None = None, jobs: Jobs | None = None
) -> FastAPI:
    """The API over a record that is open for work; addresses are below its own root.

    Parameters
    ----------
    jobs : Jobs, optional
        Where uploads go; by default its own, which it closes when it ends.
    """
    settings = settings or ApiSettings()
    own = jobs is None
    held = jobs or Jobs(workspace)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        if own:
            held.close()

    app = FastAPI(
        title="Dragoman", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"}, responses=PROBLEMS, lifespan=lifespan,
        middleware=[
            Middleware(Guard, settings=settings, admission=Admission(workspace)), Middleware(Methods),
        ],
        dependencies=[Depends(only_described)], generate_unique_id_function=_name,
    )  # fmt: skip
    app.state.workspace, app.state.settings, app.state.uploads = workspace, settings, Uploads(held)
    problems.install(app)
    for module in (documents, statements, pairs, judgements, journeys, figures):
        app.include_router(module.router)

    @app.get("/", tags=["about"], response_model=dict[str, Any])
    def about(request: Request) -> Response:
        """What this is, and how much the record has."""
        c = workspace.catalogue
        counts = {"documents": len(c.documents), "statements": len(c), "findings": len(c.found.ids)}
        openapi = str(request.url_for("openapi").path)
        return answer(request, {"name": "dragoman", "version": __version__, "openapi": openapi, **counts})

    _describe(app)
    return app


def _name(route: APIRoute) -> str:
    """What a generated client calls an operation: `list_statements`, not its whole address."""
    return route.name


def _describe(app: FastAPI) -> None:
    """OpenAPI with the schema of problems, which no operation answers with success, tokens, tags of answers."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema:
            return app.openapi_schema
        found = plain()
        # Where the addresses below are: a client made of the printed description asks there.
        found["servers"] = [{"url": PREFIX}]
        found["components"]["securitySchemes"] = {"token": _TOKEN}
        found["security"] = [{}, {"token": []}]
        found.setdefault("components", {}).setdefault("schemas", {})["Problem"] = Problem.model_json_schema(
            ref_template="#/components/schemas/{model}"
        )
        for operations in found["paths"].values():
            for method, operation in operations.items():
                operation["responses"].setdefault("422", PROBLEMS[422])
                if method == "get":
                    _conditional(operation)
                operation["responses"].setdefault(
                    "409", {**PROBLEMS[400], "description": "In conflict with before"}
                )
        return found

    app.openapi = described  # type: ignore[method-assign]


def _conditional(operation: dict[str, Any]) -> None:
    """What every GET has: a tag, and an answer without a body to who has it already."""
    operation["responses"]["200"].setdefault("headers", {})["ETag"] = {
        "description": "Send it as If-None-Match.",
        "schema": {"type": "string"},
    }
    operation["responses"]["304"] = {"description": "What If-None-Match names is still what there is"}
    operation.setdefault("parameters", []).append(
        {
            "name": "If-None-Match", "in": "header", "required": False, "schema": {"type": "string"},
            "description": "The ETag of the answer that is at hand.",
        }
    )  # fmt: skip


def description() -> str:
    """The OpenAPI description of this version, without a record."""
    app = FastAPI(
        title="Dragoman", version=__version__, description=_ABOUT, responses=PROBLEMS,
        generate_unique_id_function=_name,
    )  # fmt: skip
    for module in (documents, statements, pairs, judgements, journeys, figures):
        app.include_router(module.router)
    _describe(app)
    return json.dumps(app.openapi(), ensure_ascii=False, indent=1)


def nothing_else(api: ASGIApp) -> ASGIApp:
    """What stands beside the API where it is served by itself: its start and end, and nothing to see."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await api(scope, receive, send)
        elif scope["type"] == "http":
            answer = problems.problem(
                404, "not-found", "there is nothing at this address", remedy=f"ask below {PREFIX}/"
            )
            await answer(scope, receive, send)

    return application


def beside(api: ASGIApp, other: ASGIApp) -> ASGIApp:
    """Both in one server: the API below `PREFIX`, the other application everywhere else."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] == "http" and (path == PREFIX or path.startswith(f"{PREFIX}/")):
            inner = {**scope, "root_path": scope.get("root_path", "") + PREFIX}
            if path == PREFIX:
                inner["path"] = f"{PREFIX}/"
            await api(inner, receive, send)
        else:
            await other(scope, receive, send)

    return application
