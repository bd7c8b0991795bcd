"""The command that writes briefings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["register"]


def _brief(
    one: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country, such as KAZ or Kazakhstan.")],
    other: Annotated[str, typer.Argument(metavar="COUNTRY", help="The other country.")],
    record: Annotated[
        list[str] | None,
        typer.Option(
            "--record",
            help="A record (*.duckdb) or file of statements; repeatable. Without it DRAGOMAN_RECORD.",
        ),
    ] = None,
    since: Annotated[str | None, typer.Option("--since", help="What is new since this day, EDTF.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="Day of the briefing; by default that of the newest document.")
    ] = None,
    statistics: Annotated[
        list[Path] | None,
        typer.Option("--statistics", help="A table of official figures; may be given again."),
    ] = None,
    origin: Annotated[
        str | None, typer.Option("--from", help="Where the corridor begins; by default the capital.")
    ] = None,
    destination: Annotated[str | None, typer.Option("--to", help="Where the corridor ends.")] = None,
    avoid: Annotated[
        list[str] | None,
        typer.Option("--avoid", help="A place, country or mode the corridor stays out of; repeatable."),
    ] = None,
    no_corridor: Annotated[bool, typer.Option("--no-corridor", help="Leave the annex out.")] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="Write here: .pdf, .docx, .md, .html, or the sources as .bib or .json."
        ),
    ] = None,
) -> None:
    """Write a briefing on two countries, each sentence with its source; Markdown unless -o says more."""
    from dragoman.desk.brief import BriefQuestion, briefing
    from dragoman.desk.brief_files import briefing_file
    from dragoman.desk.dossiers import dossier
    from dragoman.desk.reconcile import codes_named, default_inputs
    from dragoman.errors import UsageError
    from dragoman.model.periods import parse_period

    for day in filter(None, (since, on)):
        parse_period(day)
    codes = codes_named([one, other])
    if codes[0] == codes[1]:
        raise UsageError(f"{codes[0]} twice", remedy="name two countries")
    asked = dossier(codes[0], codes[1], default_inputs(record), statistics or [])
    question = BriefQuestion(since, on, origin, destination, tuple(avoid or ()), not no_corridor)
    content, _ = briefing_file(briefing(asked, question), output.suffix.lower() if output else ".md")
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        _write(output, content)
    for problem in asked.gathered.problems:
        print(f"dragoman: {problem}", file=sys.stderr)
    if asked.gathered.problems:
        raise typer.Exit(1)


def _write(path: Path, content: bytes) -> None:
    from dragoman.errors import UsageError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"cannot write: {error}", where=str(path), remedy="name another file") from error
    print(f"dragoman: wrote {path}", file=sys.stderr)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("brief")(_brief)
