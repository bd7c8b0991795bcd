"""The command that serves a record to assistants over MCP."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["register"]

_PORT = 8119


def _mcp(
    record: Annotated[
        Path | None,
        typer.Argument(
            help="The record; made where there is none. Default: DRAGOMAN_RECORD, or record.duckdb here."
        ),
    ] = None,
    http: Annotated[bool, typer.Option("--http", help="Serve over HTTP at /mcp instead of stdio.")] = False,
    host: Annotated[
        str, typer.Option("--host", help="With --http: address; other than loopback needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="With --http: port; 0 takes any that is free.")] = _PORT,
    token: Annotated[
        str | None, typer.Option("--token", help="With --http: a token, besides those of `dragoman tokens`.")
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="With --http: further name of the server.")
    ] = None,
) -> None:
    """Serve a record to assistants as MCP tools, each answer with passages and verdicts."""
    from dragoman.desk.workspace import Workspace
    from dragoman.errors import MissingExtra

    try:
        from dragoman.mcp.serving import http_application, run_stdio
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise MissingExtra("the MCP SDK is not installed", remedy="pip install 'dragoman[mcp]'") from error
    path = record or Path(os.environ.get("DRAGOMAN_RECORD") or "record.duckdb")
    if not http:
        with Workspace.open(path) as workspace:
            run_stdio(workspace)
        return
    from dragoman.cli.serving import listen, own_names, run
    from dragoman.rest.settings import is_loopback

    listening = listen(host, port)
    port = int(listening.getsockname()[1])
    needed = token or ("" if is_loopback(host) else secrets.token_urlsafe(24))
    names = (*(name or ()), *(() if is_loopback(host) else own_names(listening)))
    with listening, Workspace.open(path) as workspace:
        shown = "localhost" if is_loopback(host) else names[0] if names else host
        told = f", token {needed}" if needed and not token else ""
        typer.echo(
            f"dragoman: {path} is served at http://{shown}:{port}/mcp{told}  (end with Ctrl-C)", err=True
        )
        run(http_application(workspace, host, port, names, needed, not is_loopback(host)), listening)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("mcp")(_mcp)
