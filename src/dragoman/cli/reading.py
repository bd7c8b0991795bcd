"""Commands of reading: read, explain, changes."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.desk.ingest import ReadOptions

__all__ = ["register"]


class Format(StrEnum):
    """How statements are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class ChangeFormat(StrEnum):
    """How changes are written."""

    table = "table"
    jsonl = "jsonl"


Paths = Annotated[
    list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="PATH...")
]
Date = Annotated[
    str | None,
    typer.Option(help="Date of the documents, EDTF: 2025-07-29, 2025-05, 2024.", metavar="EDTF"),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(help="Folder with rules and names of your own; may be repeated.", metavar="FOLDER"),
]
Workers = Annotated[
    int | None, typer.Option(help="Processes; by default as many as the input is worth.", min=1)
]
ReaderName = Annotated[
    str, typer.Option("--reader", help="What reads: rules, or another of `dragoman plugins`.", metavar="NAME")
]
Limit = Annotated[float, typer.Option(help="Most text in one document [MB].", min=0.001)]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("read")(_read)
    app.command("explain")(_explain)
    app.command("changes")(_changes)


def _options(
    date: str | None, rules: list[Path] | None, workers: int | None, limit: float, reader: str = "rules"
) -> ReadOptions:
    from dragoman.desk.ingest import ReadOptions
    from dragoman.documents import Limits
    from dragoman.errors import UsageError
    from dragoman.model.periods import parse_period

    if date is not None:
        parse_period(date)
    for folder in rules or ():
        if not folder.is_dir():
            raise UsageError(f"--rules {folder} is no folder", remedy="give the folder that holds your rules")
    options = ReadOptions(date, tuple(rules or ()), workers, Limits(text=int(limit * 1_000_000)))
    if reader == "rules":
        return options
    from dataclasses import replace

    from dragoman.desk.plugins import reader_named

    return replace(options, load=reader_named(reader), reader=reader)


def _read(
    paths: Paths,
    format: Annotated[
        Format | None, typer.Option(help="How to write statements; a table unless -o or --into says more.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write here instead of standard output.")
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(
            help="Keep documents and statements in this record, a file or postgresql://...", metavar="RECORD"
        ),
    ] = None,
    date: Date = None,
    rules: Rules = None,
    workers: Workers = None,
    limit: Limit = 50,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at the first input that is not in order.")
    ] = False,
    reader: ReaderName = "rules",
) -> None:
    """Read documents and show what they say about relations between countries."""
    from dragoman.cli.reading_runs import Run

    options = _options(date, rules, workers, limit, reader)
    run = Run(paths, options, strict=strict)
    if into is not None:
        run.keep(into, format, output)
    else:
        run.show(format, output)
    raise typer.Exit(run.status)


def _explain(
    statement_id: Annotated[str, typer.Argument(help="Id of a statement, st_...")],
    target: Annotated[
        list[str] | None,
        typer.Argument(
            help="Record or documents in which to look; default: DRAGOMAN_RECORD, or record.duckdb here."
        ),
    ] = None,
    date: Date = None,
    rules: Rules = None,
    limit: Limit = 50,
) -> None:
    """Show a statement's sentence, its rule, and how each slot got its value."""
    from dragoman.cli.explanations import print_explanation
    from dragoman.desk.explain import explain
    from dragoman.desk.statistics import default_record
    from dragoman.errors import UsageError
    from dragoman.record import is_there

    targets = target or [str(default_record(None))]
    for path in targets:
        if not is_there(path):
            raise UsageError(f"{path} is not there", remedy="name the record or the documents after the id")
    print_explanation(explain(statement_id, targets, _options(date, rules, 1, limit)))


def _changes(
    record: Annotated[str, typer.Argument(help="The record, a file or postgresql://...", metavar="RECORD")],
    since: Annotated[
        str | None, typer.Option(help="Only from this day or time on (UTC).", metavar="DATE")
    ] = None,
    format: Annotated[ChangeFormat, typer.Option(help="How to write them.")] = ChangeFormat.table,
) -> None:
    """List what came into a record, changed or went, oldest first."""
    from dragoman.cli.change_lists import print_changes, write_changes
    from dragoman.desk.history import changes

    found = changes(record, since)
    if format is ChangeFormat.jsonl:
        write_changes(found, sys.stdout.buffer)
    else:
        print_changes(found)
