"""The command that reads shards."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["register"]


class EngineName(StrEnum):
    """Where the code runs."""

    local = "local"
    dask = "dask"


class Format(StrEnum):
    """How statements are written."""

    jsonl = "jsonl"
    parquet = "parquet"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("shards")(_shards)


def _shards(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, patterns or addresses (s3://...): a shard a file.", metavar="IN..."
        ),
    ],
    out: Annotated[str, typer.Option(help="Folder or address for the output.", metavar="DIR")],
    engine: Annotated[EngineName, typer.Option(help="Where the code runs.")] = EngineName.local,
    workers: Annotated[int | None, typer.Option(help="Processes; by default one a core.", min=1)] = None,
    address: Annotated[
        str | None, typer.Option(help="Of a dask scheduler; without it a cluster is started here.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to write statements.")] = Format.jsonl,
    seconds: Annotated[float, typer.Option(help="Most seconds for one shard.", min=0.1)] = 3600.0,
    document_seconds: Annotated[
        float, typer.Option(help="Most seconds for one document; it is rejected then.", min=0.1)
    ] = 300.0,
    date: Annotated[
        str | None,
        typer.Option(help="Date of the documents, EDTF: 2025-07-29, 2025-05, 2024.", metavar="EDTF"),
    ] = None,
    rules: Annotated[
        list[Path] | None,
        typer.Option(help="Folder with rules of your own; may be repeated.", metavar="FOLDER"),
    ] = None,
) -> None:
    """Read many files of documents, each to a file of statements; what is done is passed over."""
    from dragoman.desk.ingest import ReadOptions
    from dragoman.desk.shards import ShardOptions, read_shards
    from dragoman.documents import Limits
    from dragoman.runner import engine as engine_of

    reading = ReadOptions(date, tuple(rules or ()), limits=Limits(seconds=document_seconds))
    options = ShardOptions(reading, format.value, seconds)
    counts = {"done": 0, "again": 0, "rejected": 0, "failed": 0}
    documents = statements = refused = 0
    with engine_of(engine.value, workers, address) as opened:
        for row in read_shards(inputs, out, opened, options):
            counts["again" if row.again else row.status] += 1
            documents, statements = documents + row.documents, statements + row.statements
            refused += row.rejected
            if row.why:
                print(f"dragoman: {row.shard}: {row.why}", file=sys.stderr)
            elif row.rejected:
                print(f"dragoman: {row.shard}: {row.rejected} documents in {row.rejects}", file=sys.stderr)
    print(
        f"dragoman: {counts['done']} shards read, {counts['again']} as before, {counts['rejected']} rejected, "
        f"{counts['failed']} failed; {documents} documents, {statements} statements, {refused} refused",
        file=sys.stderr,
    )
    if refused or counts["failed"]:
        raise typer.Exit(1)
