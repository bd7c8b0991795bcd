"""Runs the server: over stdio for one program, over HTTP for several."""

from __future__ import annotations

import hmac

from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.desk.admission import Admission
from dragoman.desk.workspace import Workspace
from dragoman.errors import DragomanError
from dragoman.mcp.server import create_server

__all__ = ["http_application", "run_stdio"]


def run_stdio(workspace: Workspace) -> None:
    """Answer on standard input and output until they end."""
    create_server(workspace).run("stdio")


def http_application(
    workspace: Workspace,
    host: str,
    port: int,
    names: tuple[str, ...] = (),
    token: str = "",
    protected: bool = False,
) -> ASGIApp:
    """The server at ``/mcp``; it answers to its own names only, and asks for a token where it is protected.

    Parameters
    ----------
    token : str
        A token that may everything, besides those of the record.
    protected : bool
        Whether a token is asked for.
    """
    known = [f"{name}:{port}" for name in (host, "127.0.0.1", "localhost", "[::1]", *names)]
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=[*known, *names],
        allowed_origins=[f"http://{name}" for name in known],
    )
    app = create_server(workspace).streamable_http_app(host=host, transport_security=security)
    return _Guard(app, Admission(workspace), token) if protected or token else app


class _Guard:
    """Asks every request for a bearer token."""

    def __init__(self, app: ASGIApp, admission: Admission, token: str) -> None:
        self._app, self._admission, self._token = app, admission, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (refusal := await self._refusal(scope)):
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _refusal(self, scope: Scope) -> ASGIApp | None:
        from anyio import to_thread

        scheme, _, secret = Headers(scope=scope).get("authorization", "").partition(" ")
        secret = secret.strip() if scheme.lower() == "bearer" else ""
        if self._token and hmac.compare_digest(secret.encode("utf-8", "replace"), self._token.encode()):
            return None
        try:
            await to_thread.run_sync(self._admission.check, secret, "read", "mcp", scope["path"])
        except DragomanError as error:
            status = 401 if error.code == "not-signed-in" else 403
            title = "Not signed in" if status == 401 else "Not allowed"
            body = {"type": f"urn:dragoman:problem:{error.code}", "title": title, "status": status}
            body |= {"code": error.code, "detail": error.what, "remedy": error.remedy}
            headers = {"www-authenticate": "Bearer"} if status == 401 else None
            return JSONResponse(body, status, headers, "application/problem+json")
        return None
