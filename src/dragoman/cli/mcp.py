"""The command that serves a record to assistants over MCP."""

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

_PORT = 8119


def _mcp(
    record: RecordArgument = None,
    http: Annotated[
        bool,
        typer.Option(
            "--http", help="Serve over HTTP at /mcp instead of stdio; the options below are for it."
        ),
    ] = False,
    host: HostOption = "127.0.0.1",
    port: PortOption = _PORT,
    token: TokenOption = None,
    name: NameOption = None,
) -> None:
    """Serve a record to assistants as MCP tools, each answer with passages and verdicts."""
    from dragoman.desk.hosts import is_loopback
    from dragoman.desk.workspace import Workspace
    from dragoman.errors import MissingExtra
    from dragoman.record import shown

    try:
        from dragoman.mcp.serving import http_application, run_stdio
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise MissingExtra("the MCP SDK is not installed", remedy="pip install 'dragoman[mcp]'") from error
    path = record_of(record)
    if not http:
        with Workspace.open(path) as workspace:
            run_stdio(workspace)
        return
    with door(host, port, token, name) as way, Workspace.open(path) as workspace:
        told = f", token {way.token}" if way.made_up else ""
        application = http_application(workspace, host, way.port, way.names, way.token, not is_loopback(host))
        way.open(f"{shown(path)} is served at {way.base}/mcp{told}", application)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("mcp")(_mcp)
