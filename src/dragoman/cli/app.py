"""The command line: parse the request, ask the desk, print. Nothing heavy is imported here."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.cli import (
    api,
    briefing,
    dates,
    exporting,
    mcp,
    plugging,
    quantities,
    reading,
    reconciling,
    routing,
    serving,
    shards,
    sharing,
    statistics,
)

__all__ = ["app", "main"]

app = typer.Typer(
    name="dragoman",
    help="Read what is reported about relations between countries, check it, and compute its routes.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


reading.register(app)
dates.register(app)
quantities.register(app)
reconciling.register(app)
routing.register(app)
briefing.register(app)
statistics.register(app)
serving.register(app)
api.register(app)
mcp.register(app)
exporting.register(app)
plugging.register(app)
sharing.register(app)
shards.register(app)


def main() -> None:
    """Run the command line; errors of ours become one line and exit status 2."""
    from dragoman.errors import DragomanError, InputError

    try:
        app()
    except InputError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        sys.exit(1)
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
