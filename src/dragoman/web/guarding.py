"""What every request must pass, and what every answer carries.

A page on the web can make a browser send requests to this machine. So: the Host header must name
this server (a foreign name that resolves to this machine is refused), a request that changes
something must come from one of our own pages, and an address other than loopback needs a token.
"""

from __future__ import annotations

import hmac
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.settings import Settings

__all__ = ["HEADERS", "Guard"]

COOKIE = "dragoman_token"
_SAFE = ("GET", "HEAD")
HEADERS = {
    "content-security-policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Middleware before everything else."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or pass on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("cache-control", "no-cache")
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if host not in self._settings.names:
            return _refused(
                421, "This server does not answer to that name. Open it by the address it printed."
            )
        if scope["method"] not in _SAFE and not _from_here(headers, host):
            return _refused(
                403, "A change must come from a page of this server. Reload the page and try again."
            )
        return self._admission(scope, headers) if self._settings.token else None

    def _admission(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """Entry by token: in the address once, then by cookie; scripts send it as a bearer."""
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(pairs).get("token", "")
        if given and self._right(given) and scope["method"] in _SAFE:
            rest = urlencode([(k, v) for k, v in pairs if k != "token"])
            answer = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), 303)
            answer.set_cookie(COOKIE, given, httponly=True, samesite="strict", path="/")
            return answer
        bearer = headers.get("authorization", "").removeprefix("Bearer ").strip()
        if self._right(bearer) or self._right(_cookie(headers)):
            return None
        return _refused(401, "This address needs the token that the server printed: add ?token=... once.")

    def _right(self, token: str) -> bool:
        return hmac.compare_digest(token.encode("utf-8", "replace"), self._settings.token.encode())


def _cookie(headers: Headers) -> str:
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _from_here(headers: Headers, host: str) -> bool:
    """Whether a browser says that the request comes from our own page; silence is not enough."""
    origin = headers.get("origin")
    if origin is not None:
        return origin.lower() in (f"http://{host}", f"https://{host}")
    return headers.get("sec-fetch-site") == "same-origin"


def _refused(status: int, text: str) -> ASGIApp:
    return PlainTextResponse(text + "\n", status)
