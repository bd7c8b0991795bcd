"""The command ``dates``: the time expressions of each line of standard input."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""

    @app.command("dates")
    def dates(
        on: Annotated[
            str | None, typer.Option("--on", help="Date of the texts (EDTF: 2016, 2016-11 or 2016-11-07).")
        ] = None,
        form: Annotated[str, typer.Option("--format", help="jsonl: a JSON list for each line.")] = "jsonl",
    ) -> None:
        """Print the times said in each line of standard input, resolved against a date."""
        from dragoman.errors import UsageError
        from dragoman.model.periods import parse_period
        from dragoman.reading.dates.expressions import find_dates

        if form != "jsonl":
            raise UsageError(f"the format {form!r} is unknown", where="--format", remedy="use jsonl")
        if on is not None:
            parse_period(on)
        for line in sys.stdin.buffer:
            text = line.decode("utf-8", errors="replace").rstrip("\r\n")
            found = [
                {"start": e.start, "end": e.end, "text": e.text, "edtf": e.edtf}
                for e in find_dates(text, on)
                if e.edtf is not None
            ]
            sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
