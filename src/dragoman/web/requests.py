"""What the pages read from a request."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.codes.parties import party
from dragoman.desk.uploads import Jobs
from dragoman.desk.workspace import Workspace
from dragoman.errors import UnknownCode
from dragoman.web.responding import Page, respond
from dragoman.web.settings import Settings
from dragoman.web.words import translator

__all__ = [
    "code_named",
    "fields",
    "first_of",
    "go",
    "jobs_of",
    "not_found",
    "pair_named",
    "refused",
    "settings_of",
    "words_of",
    "workspace_of",
]

_BETWEEN = re.compile(r"\s*[-–—/,+]\s*|\s+")


def workspace_of(request: Request) -> Workspace:
    """The record at work."""
    found: Workspace = request.app.state.workspace
    return found


def jobs_of(request: Request) -> Jobs:
    """The uploads."""
    found: Jobs = request.app.state.jobs
    return found


def settings_of(request: Request) -> Settings:
    """How the application is served."""
    found: Settings = request.app.state.settings
    return found


def words_of(request: Request):  # type: ignore[no-untyped-def]
    """What translates messages."""
    return translator(settings_of(request).language)


def first_of(request: Request, name: str = "first") -> int:
    """A place to begin at, from the address; nonsense is the beginning."""
    text = request.query_params.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def code_named(text: str) -> str:
    """A code for what somebody typed: KAZ, kaz, Kazakhstan; in capitals where nobody is called so."""
    try:
        return party(text.strip())
    except UnknownCode:
        return text.strip().upper()


def pair_named(text: str) -> str:
    """``BGR-KAZ`` for two parties as somebody typed them, with any dash or space between: Bulgaria – Kazakhstan."""
    for dash in _BETWEEN.finditer(text):
        try:
            return f"{party(text[: dash.start()].strip())}-{party(text[dash.end() :].strip())}"
        except UnknownCode:
            continue  # a dash or space of the name itself: Guinea-Bissau, South Korea
    return text.strip().upper()


async def fields(request: Request) -> dict[str, str]:
    """The fields of a form, as text."""
    form = await request.form(max_files=0, max_fields=60)
    return {name: value for name, value in form.items() if isinstance(value, str)}


def go(request: Request, address: str) -> Response:
    """On to another page after a change; only ever one of ours."""
    if not address.startswith("/") or address.startswith(("//", "/\\")):
        address = "/"
    return RedirectResponse(address, 303)


def not_found(request: Request, what: str, near: list[tuple[str, str]]) -> Response:
    """A page that says what is not there, and what is near: (address, text)."""
    _ = words_of(request)
    return respond(request, Page("not_found.html", _("Not found"), {"what": what, "near": near}, status=404))


def refused(request: Request, message: str, back: str, status: int = 400) -> Response:
    """A page that says why something was not done, and leads back."""
    _ = words_of(request)
    return respond(
        request, Page("refused.html", _("Not done"), {"message": message, "back": back}, status=status)
    )
