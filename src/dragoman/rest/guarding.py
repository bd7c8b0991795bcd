"""What every request must pass before it is looked at: name, origin, rate, token, size."""

from __future__ import annotations

import hmac
import math

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.desk.admission import Admission
from dragoman.errors import DragomanError
from dragoman.rest.problems import problem, problem_of
from dragoman.rest.rates import Buckets
from dragoman.rest.settings import ApiSettings

__all__ = ["Guard"]

_SAFE = ("GET", "HEAD", "OPTIONS")
_HEADERS = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
}


class _TooLargeError(Exception):
    """The body goes on beyond what is taken."""


class Guard:
    """Middleware before everything else."""

    def __init__(self, app: ASGIApp, settings: ApiSettings, admission: Admission) -> None:
        self._app, self._settings, self._admission = app, settings, admission
        self._buckets = Buckets(settings.rate, settings.burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or pass on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-cache")
            await send(message)

        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._settings.body:
                raise _TooLargeError
            return message

        answer: ASGIApp
        try:
            # Off the event loop: a token is looked up in the record.
            answer = await self._refusal(scope) or self._app
            await answer(scope, bounded, with_headers)
        except _TooLargeError:
            if not started:
                await _too_large(self._settings.body)(scope, receive, with_headers)

    async def _refusal(self, scope: Scope) -> ASGIApp | None:
        from anyio import to_thread

        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._settings.answers_to(host):
            return problem(
                421,
                "host-unknown",
                "this server does not answer to that name",
                remedy="use the address it printed",
            )
        origin = headers.get("origin")
        if scope["method"] not in _SAFE and origin is not None and not _is_here(origin, host):
            return problem(
                403,
                "origin-foreign",
                "a page of another site asks",
                remedy="ask from a program, or from a page of this server",
            )
        secret = _bearer(headers)
        wait = self._buckets.wait(self._client(scope, secret))
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            return problem(
                429,
                "rate-exceeded",
                "too many requests",
                remedy=f"wait {seconds} s",
                headers={"retry-after": str(seconds)},
            )
        declared = headers.get("content-length", "0")
        if declared.isdigit() and int(declared) > self._settings.body:
            return _too_large(self._settings.body)
        if self._settings.needs_token and not self._is_own(secret):
            role = "read" if scope["method"] in _SAFE or scope["path"].endswith("/read") else "review"
            try:
                await to_thread.run_sync(self._admission.check, secret, role, scope["method"], scope["path"])
            except DragomanError as error:
                return problem_of(error)
        return None

    def _is_own(self, secret: str) -> bool:
        own = self._settings.token
        return bool(own) and hmac.compare_digest(secret.encode("utf-8", "replace"), own.encode())

    def _client(self, scope: Scope, secret: str) -> str:
        # By address: a made-up token must not be a fresh allowance.
        client = scope.get("client")
        return "own" if self._is_own(secret) else str(client[0]) if client else "unknown"


def _bearer(headers: Headers) -> str:
    scheme, _, secret = headers.get("authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def _is_here(origin: str, host: str) -> bool:
    return origin.lower() in (f"http://{host}".lower(), f"https://{host}".lower())


def _too_large(most: int) -> ASGIApp:
    return problem(
        413,
        "body-too-large",
        f"more than {most / 1e6:g} MB",
        remedy="send less at once",
        headers={"connection": "close"},
    )
