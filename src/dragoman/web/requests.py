"""What the pages read from a request."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk.uploads import Jobs
from dragoman.desk.workspace import Workspace
from dragoman.web.responding import Page, respond
from dragoman.web.settings import Settings
from dragoman.web.words import translator

__all__ = [
    "fields",
    "first_of",
    "go",
    "jobs_of",
    "not_found",
    "refused",
    "settings_of",
    "words_of",
    "workspace_of",
]


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
