"""Commands over plug-ins: plugins, compare."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.desk.comparisons import Comparison
    from dragoman.model.statements import Statement

__all__ = ["register"]


def _plugins(
    format: Annotated[str, typer.Option("--format", help="table or jsonl.")] = "table",
) -> None:
    """List readers, importers, export formats, statistics sources and checks, with who brings them."""
    from dragoman.desk.plugins import registered
    from dragoman.errors import UsageError

    if format not in ("table", "jsonl"):
        raise UsageError(f"--format is {format!r}", remedy="use table or jsonl")
    for r in registered():
        if format == "jsonl":
            sys.stdout.write(
                json.dumps({"hook": r.hook, "name": r.name, "title": r.title, "plugin": r.plugin}) + "\n"
            )
        else:
            typer.echo(f"{r.hook:18} {r.name:14} {r.title} [{r.plugin}]")


def _compare(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FIRST SECOND | PATH...",
            help="Two records or files of statements; with --reader, documents.",
        ),
    ],
    reader: Annotated[
        list[str] | None, typer.Option("--reader", help="A reader of `dragoman plugins`; give it twice.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", help="With --reader: date of the documents, EDTF.")
    ] = None,
    format: Annotated[str, typer.Option("--format", help="table or jsonl.")] = "table",
) -> None:
    """Compare the statements of two readers passage by passage."""
    from dragoman.desk.comparisons import compare, match_json
    from dragoman.errors import UsageError

    if format not in ("table", "jsonl"):
        raise UsageError(f"--format is {format!r}", remedy="use table or jsonl")
    if reader:
        if len(reader) != 2:
            raise UsageError(f"{len(reader)} readers", remedy="give --reader twice")
        first, second = _read(paths, reader[0], date), _read(paths, reader[1], date)
        names = (reader[0], reader[1])
    else:
        if len(paths) != 2:
            raise UsageError(f"{len(paths)} inputs", remedy="give two, or documents with --reader twice")
        first, second = (_held(path) for path in paths)
        names = (paths[0], paths[1])
    found = compare(first[0], second[0])
    if format == "jsonl":
        for m in found.matches:
            sys.stdout.write(json.dumps(match_json(m), ensure_ascii=False) + "\n")
    else:
        _table(found, names)
    if first[1] or second[1]:
        raise typer.Exit(1)


def _read(paths: list[str], reader: str, date: str | None) -> tuple[list[Statement], bool]:
    from dragoman.desk.holdings import read_holdings
    from dragoman.desk.ingest import ReadOptions
    from dragoman.desk.plugins import reader_named

    holdings = read_holdings(paths, ReadOptions(date, workers=1, load=reader_named(reader), reader=reader))
    for problem in holdings.problems:
        print(f"dragoman: {reader}: {problem}", file=sys.stderr)
    return list(holdings.statements()), bool(holdings.problems)


def _held(path: str) -> tuple[list[Statement], bool]:
    from dragoman.desk.holdings import holdings_of

    holdings = holdings_of(path if path.startswith("postgres") else Path(path))
    for problem in holdings.problems:
        print(f"dragoman: {problem}", file=sys.stderr)
    return list(holdings.statements()), bool(holdings.problems)


def _table(found: Comparison, names: tuple[str, str]) -> None:
    counts = found.counts()
    typer.echo(f"first: {names[0]}   second: {names[1]}")
    typer.echo(f"{'kind':14}{'same':>8}{'differs':>9}{'first':>8}{'second':>8}{'agreement':>11}")
    for kind in [*sorted(k for k in counts if k != "all"), "all"]:
        c, agreed = counts.get(kind) or Counter[str](), found.agreement(kind)
        shown = "" if agreed is None else f"{agreed:.2f}"
        cells = [c.get(name, 0) for name in ("same", "differs", "only_first", "only_second")]
        typer.echo(f"{kind:14}{cells[0]:>8}{cells[1]:>9}{cells[2]:>8}{cells[3]:>8}{shown:>11}")
    for m in found.matches:
        told = m.one or m.other
        if m.outcome != "same" and told is not None:
            what = f" ({', '.join(m.differs)})" if m.differs else ""
            text = " ".join(told.evidence.text.split())[:100]
            typer.echo(f"{m.outcome}{what}: {told.kind}/{told.mode} {told.evidence.document}: {text}")


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("plugins")(_plugins)
    app.command("compare")(_compare)
