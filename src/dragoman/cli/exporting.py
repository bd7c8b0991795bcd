"""Commands that take statements elsewhere and back: export, import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["register"]

_ARCHIVE = "archive"
_SHARDS = "shards"


def _export(
    format: Annotated[
        str | None,
        typer.Argument(metavar="FORMAT", help="A format of --list, or archive for a whole record."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Argument(metavar="[RECORD|STATEMENTS.jsonl]", help="A record or a file of statements."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write here; standard output otherwise.")
    ] = None,
    pair: Annotated[
        str | None, typer.Option("--pair", help="Only what two parties have, such as KAZ-BGR.")
    ] = None,
    no_codebook: Annotated[
        bool, typer.Option("--no-codebook", help="Write no FILE.codebook.json beside the file.")
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the formats.")] = False,
) -> None:
    """Write statements in a format that other programs read, with a codebook beside the file."""
    from dragoman.desk.exports import export_to, exporter, exporters, write_export
    from dragoman.desk.holdings import holdings_of
    from dragoman.desk.reconcile import codes_named, default_inputs
    from dragoman.errors import UsageError

    if list_ or format is None:
        for e in exporters().values():
            typer.echo(f"{e.name:10} {e.title} ({e.grain})")
        typer.echo(f"{_ARCHIVE:10} A whole record as JSON Lines in a zip (dragoman import archive reads it)")
        raise typer.Exit(0 if list_ else 2)
    inputs = default_inputs([source] if source else None)[0]
    if format == _ARCHIVE:
        _archive(inputs, output)
        return
    chosen = exporter(format)
    codes = codes_named(pair.split("-")) if pair else []
    if pair and len(set(codes)) != 2:
        raise UsageError(f"--pair is {pair!r}", remedy="write two different codes such as KAZ-BGR")
    holdings = holdings_of(inputs)
    if output is None:
        if chosen.suffix in (".parquet", ".zip", ".sqlite") and sys.stdout.isatty():
            raise UsageError(f"{format} is not for a terminal", remedy=f"add -o FILE{chosen.suffix}")
        left_out = write_export(format, holdings, sys.stdout.buffer, codes)
        sys.stdout.buffer.flush()
    else:
        done = export_to(format, holdings, output, codes, sidecar=not no_codebook)
        left_out = done.left_out
        print(f"dragoman: {done.statements} statements to {', '.join(map(str, done.files))}", file=sys.stderr)
    for why, count in sorted(left_out.items()):
        print(f"dragoman: {count} left out: {why}", file=sys.stderr)
    for problem in holdings.problems:
        print(f"dragoman: {problem}", file=sys.stderr)
    if holdings.problems:
        raise typer.Exit(1)


def _archive(record: str, output: Path | None) -> None:
    from dragoman.desk.archives import archive_record
    from dragoman.errors import UsageError

    if output is None:
        raise UsageError("an archive needs a file", remedy="add -o FILE.zip")
    counts = archive_record(record, output)
    print(f"dragoman: {_counted(counts)} to {output}", file=sys.stderr)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{n} {table}" for table, n in counts.items() if n) or "an empty record"


def _import(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="archive or shards.")],
    source: Annotated[
        str,
        typer.Argument(metavar="FILE|DIR", help="What `dragoman export archive` or `dragoman shards` wrote."),
    ],
    record: Annotated[
        str, typer.Argument(metavar="RECORD", help="The record; a new or empty one for an archive.")
    ],
    inputs: Annotated[
        list[str] | None,
        typer.Option(
            "--from", metavar="IN", help="For shards: the files they were read from; may be repeated."
        ),
    ] = None,
) -> None:
    """Make a record from an archive, or add to one what shards hold."""
    from dragoman.desk.archives import restore_record
    from dragoman.errors import UsageError

    if format == _SHARDS:
        _import_shards(source, record, inputs or [])
        return
    if format != _ARCHIVE or inputs:
        raise UsageError(
            f"no import format {format!r}" if format != _ARCHIVE else "--from with an archive",
            remedy="use archive FILE, or shards DIR --from IN; documents go in with: dragoman read",
        )
    print(f"dragoman: {_counted(restore_record(Path(source), record))} into {record}", file=sys.stderr)


def _import_shards(folder: str, record: str, inputs: list[str]) -> None:
    from dragoman.desk.shard_loading import load_shards
    from dragoman.errors import UsageError
    from dragoman.record import Added, open_store, shown

    if not inputs:
        raise UsageError("shards without documents", remedy="add --from and what `dragoman shards` was given")
    total, documents, problems = Added(), 0, 0
    with open_store(record) as store:
        for done in load_shards(store, folder, inputs):
            total, documents = total + done.added, documents + done.documents
            if done.problem is not None:
                problems += 1
                print(f"dragoman: {done.problem}", file=sys.stderr)
    print(
        f"dragoman: {shown(record)}: {total.documents} of {documents} documents and {total.statements} statements "
        f"added, {total.withdrawn} rows withdrawn",
        file=sys.stderr,
    )
    if problems:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("export")(_export)
    app.command("import")(_import)
