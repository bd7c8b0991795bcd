"""The command that opens the pages."""

from __future__ import annotations

import getpass
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.listening import (
    HostOption,
    NameOption,
    PortOption,
    RecordArgument,
    TokenOption,
    door,
    record_of,
)

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from dragoman.desk.workspace import Workspace
    from dragoman.web.settings import Settings

__all__ = ["register"]

_PORT = 8117


def _serve(
    record: RecordArgument = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = _PORT,
    token: TokenOption = None,
    name: NameOption = None,
    who: Annotated[
        str | None, typer.Option("--as", help="In whose name decisions are noted; default: the user.")
    ] = None,
    language: Annotated[str, typer.Option("--language", help="Language of the pages.")] = "en",
) -> None:
    """Open the pages of a record in a local web application."""
    from dragoman.desk.workspace import Workspace
    from dragoman.errors import UsageError
    from dragoman.record import shown
    from dragoman.web.settings import Settings
    from dragoman.web.words import languages

    if language not in languages():
        raise UsageError(f"no catalogue for {language!r}", remedy=f"there are {', '.join(languages())}")
    path = record_of(record)
    with door(host, port, token, name) as way, Workspace.open(path) as workspace:
        workspace.keep_up()
        settings = Settings(host, way.port, way.token, way.names, who or _user(), language)
        address = f"{way.base}/" + (f"?token={way.token}" if way.token else "")
        way.open(f"{shown(path)} is open at {address}", _application(workspace, settings))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "desk"


def _application(workspace: Workspace, settings: Settings) -> ASGIApp:
    """The pages, and the API below its prefix, over the same record and the same uploads."""
    from dragoman.rest.app import beside, create_api
    from dragoman.rest.settings import ApiSettings
    from dragoman.web.app import create_app

    pages = create_app(workspace, settings)
    threading.Thread(target=_warm, name="warm", daemon=True).start()
    api = ApiSettings(settings.host, settings.port, settings.token, hosts=settings.hosts)
    return beside(create_api(workspace, api, pages.state.jobs), pages)


def _warm() -> None:
    from dragoman.output.pictures import warm

    warm()


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("serve")(_serve)
