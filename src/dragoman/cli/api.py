"""The command that serves the REST API by itself."""

from __future__ import annotations

from typing import Annotated

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

__all__ = ["register"]

_PORT = 8118


def _api(
    record: RecordArgument = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = _PORT,
    token: TokenOption = None,
    name: NameOption = None,
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

    from dragoman.desk.workspace import Workspace
    from dragoman.record import shown
    from dragoman.rest.app import PREFIX, beside, create_api, description, nothing_else
    from dragoman.rest.settings import ApiSettings

    if openapi:
        sys.stdout.write(description() + "\n")
        return
    path = record_of(record)
    with door(host, port, token, name) as way, Workspace.open(path) as workspace:
        workspace.keep_up()
        api = create_api(workspace, ApiSettings(host, way.port, way.token, protected, way.names, rate))
        told = f", token {way.token}" if way.made_up else ""
        way.open(f"{shown(path)} is served at {way.base}{PREFIX}/{told}", beside(api, nothing_else(api)))


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("api")(_api)
