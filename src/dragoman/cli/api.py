"""The command that serves the REST API by itself."""

from __future__ import annotations

import os
import secrets
from typing import Annotated

import typer

__all__ = ["register"]

_PORT = 8118


def _api(
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
        typer.Option("--token", help="A token that may everything, besides those of `dragoman tokens`."),
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="Further name by which the server may be called.")
    ] = None,
    protected: Annotated[bool, typer.Option("--protected", help="Ask for a token on loopback too.")] = False,
    rate: Annotated[
        float, typer.Option("--rate", help="Requests a second from one client; 0 for no limit.", min=0)
    ] = 100.0,
    openapi: Annotated[
        bool, typer.Option("--openapi", help="Print the OpenAPI description and end.")
    ] = False,
) -> None:
    """Serve a record as a REST API below /api/v1; `dragoman serve` does so beside its pages."""
    import sys

    from dragoman.cli.serving import listen, own_names, run
    from dragoman.desk.workspace import Workspace
    from dragoman.record import shown as printable
    from dragoman.rest.app import PREFIX, beside, create_api, nothing_else
    from dragoman.rest.settings import ApiSettings, is_loopback

    if openapi:
        from dragoman.rest.app import description

        sys.stdout.write(description() + "\n")
        return
    path = record or os.environ.get("DRAGOMAN_RECORD") or "record.duckdb"
    listening = listen(host, port)
    port = int(listening.getsockname()[1])
    needed = token or ("" if is_loopback(host) else secrets.token_urlsafe(24))
    names = (*(name or ()), *(() if is_loopback(host) else own_names(listening)))
    with listening, Workspace.open(path) as workspace:
        workspace.keep_up()
        settings = ApiSettings(host, port, needed, protected, names, rate)
        shown = "localhost" if is_loopback(host) else names[0] if names else host
        told = f", token {needed}" if needed and not token else ""
        typer.echo(
            f"dragoman: {printable(path)} is served at http://{shown}:{port}{PREFIX}/{told}  (end with Ctrl-C)",
            err=True,
        )
        api = create_api(workspace, settings)
        run(beside(api, nothing_else(api)), listening)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("api")(_api)
