"""Methods that every address answers: HEAD as GET without its body, OPTIONS with what there is."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Methods", "allowed"]

_ASKED = ("GET", "POST", "PUT", "PATCH", "DELETE")


def allowed(app: Starlette, scope: Scope) -> list[str]:
    """The methods that something at this address answers; none where nothing is there."""
    found = {
        m for m in _ASKED for r in app.router.routes if r.matches({**scope, "method": m})[0] is Match.FULL
    }
    if "GET" in found:
        found.add("HEAD")
    return sorted(found | {"OPTIONS"}) if found else []


class Methods:
    """Middleware: HEAD, OPTIONS, and a slash at the end, which changes nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer OPTIONS; pass everything else on, HEAD as GET."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        root, path = scope.get("root_path", ""), scope["path"]
        if path.endswith("/") and path.rstrip("/") not in ("", root):
            scope = {**scope, "path": path.rstrip("/")}
        if scope["method"] == "OPTIONS" and (methods := allowed(scope["app"], scope)):
            await Response(status_code=204, headers={"allow": ", ".join(methods)})(scope, receive, send)
        elif scope["method"] == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _without_body(send))
        else:
            await self._app(scope, receive, send)


def _without_body(send: Send) -> Send:
    async def headers_only(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return headers_only
