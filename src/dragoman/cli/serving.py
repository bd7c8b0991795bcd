"""The command that opens the pages."""

from __future__ import annotations

import getpass
import os
import secrets
import socket
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from dragoman.desk.workspace import Workspace
    from dragoman.web.settings import Settings

__all__ = ["listen", "own_names", "register", "run"]

_PORT = 8117


def _serve(
    record: Annotated[
        str | None,
        typer.Argument(
            help="The record, a file or postgresql://...; made where there is none. Default: DRAGOMAN_RECORD, or record.duckdb here."
        ),
    ] = None,
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; other than loopback needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port; 0 takes any that is free.")] = _PORT,
    token: Annotated[
        str | None,
        typer.Option("--token", help="Token that every request must bring; made up where one is needed."),
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="Further name by which the server may be called.")
    ] = None,
    who: Annotated[
        str | None, typer.Option("--as", help="In whose name decisions are noted; default: the user.")
    ] = None,
    language: Annotated[str, typer.Option("--language", help="Language of the pages.")] = "en",
) -> None:
    """Open the pages of a record in a local web application."""
    from dragoman.desk.workspace import Workspace
    from dragoman.errors import UsageError
    from dragoman.record import shown as printable
    from dragoman.web.settings import Settings, is_loopback
    from dragoman.web.words import languages

    if language not in languages():
        raise UsageError(f"no catalogue for {language!r}", remedy=f"there are {', '.join(languages())}")
    path = record or os.environ.get("DRAGOMAN_RECORD") or "record.duckdb"
    listening = listen(host, port)
    port = int(listening.getsockname()[1])
    needed = token or ("" if is_loopback(host) else secrets.token_urlsafe(24))
    names = (*(name or ()), *(() if is_loopback(host) else own_names(listening)))
    with listening, Workspace.open(path) as workspace:
        workspace.keep_up()
        settings = Settings(host, port, needed, names, who or _user(), language)
        shown = "localhost" if is_loopback(host) else names[0] if names else host
        address = f"http://{shown}:{port}/" + (f"?token={needed}" if needed else "")
        typer.echo(f"dragoman: {printable(path)} is open at {address}  (end with Ctrl-C)", err=True)
        run(_application(workspace, settings), listening)


def listen(host: str, port: int) -> socket.socket:
    """A socket that is bound; the operating system chooses the port where it is 0.

    Raises
    ------
    UsageError
        The address cannot be bound.
    """
    from dragoman.errors import UsageError

    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        raise UsageError(
            f"cannot listen on {host}:{port} ({error})",
            remedy="give another --port, or 0 for any that is free",
        ) from error
    return listening


def own_names(listening: socket.socket) -> list[str]:
    """Names of this machine, where it listens to others."""
    address = str(listening.getsockname()[0])
    return [socket.gethostname(), *([address] if address not in ("0.0.0.0", "::") else [])]


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
    api = ApiSettings(settings.host, settings.port, settings.token, hosts=settings.hosts)
    return beside(create_api(workspace, api, pages.state.jobs), pages)


def run(application: ASGIApp, listening: socket.socket) -> None:
    """Serve until interrupted."""
    import uvicorn

    config = uvicorn.Config(
        application,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(config).run(sockets=[listening])


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("serve")(_serve)
