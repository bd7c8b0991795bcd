"""Commands of reconciling: findings, the ledger of a pair, pledges."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from dragoman.desk.reconcile import Gathered
    from dragoman.model.findings import Repair

__all__ = ["register"]

_FORMATS = ("jsonl", "table")

# Most signs of a passage in a table; JSON Lines have all.
_PASSAGE = 160


def _lines(rows: Iterable[Mapping[str, Any]]) -> None:
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def _table(columns: list[str], rows: list[list[str]], heads: int, what: str, gathered: Gathered) -> None:
    """The rows; without any a word of why, unless what could not be read says it (`_finish`)."""
    from dragoman.cli.tables import print_rows

    if rows:
        print_rows(columns, rows, heads)
    elif not gathered.problems:
        many = len(gathered.statements)
        print(f"dragoman: no {what} in {many} statement{'' if many == 1 else 's'}", file=sys.stderr)


def _checked(form: str) -> str:
    from dragoman.errors import UsageError

    if form not in _FORMATS:
        raise UsageError(f"--format is {form!r}", remedy=f"use one of {', '.join(_FORMATS)}")
    return form


def _finish(gathered: Gathered) -> None:
    """Name what could not be read; exit status 1 where there was any."""
    for problem in gathered.problems:
        print(f"dragoman: {problem}", file=sys.stderr)
    if gathered.problems:
        raise typer.Exit(1)


_Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Records (*.duckdb) or files of statements (JSON Lines, - is standard input)."),
]
_Statistics = Annotated[
    list[Path] | None,
    typer.Option("--statistics", help="A table of official figures, or `bundled`; may be given again."),
]
_Format = Annotated[str, typer.Option("--format", help="jsonl or table.")]


def _clipped(text: str) -> str:
    return text if len(text) <= _PASSAGE else text[: _PASSAGE - 1].rstrip() + "…"


# Repairs to a finding in a table; JSON Lines have all.
_SHOWN = 3


def _repairs(repairs: Sequence[Repair]) -> str:
    shown = "".join(f"\n  → {r.kind}: {r.why}" for r in repairs[:_SHOWN])
    more = len(repairs) - _SHOWN
    return shown + (f"\n  → {more} more with --format jsonl" if more > 0 else "")


def _reconcile(
    paths: _Paths = None,
    statistics: _Statistics = None,
    format: _Format = "table",
    texts: Annotated[
        list[Path] | None,
        typer.Option("--texts", help="The documents themselves, for trends that no statement carries."),
    ] = None,
    workers: Annotated[
        int, typer.Option(help="Processes; more than one pays from some 10,000 figures on.", min=1)
    ] = 1,
    save: Annotated[bool, typer.Option("--save", help="Keep the findings in the record given.")] = False,
) -> None:
    """Check figures and dates against each other and against official series; worst first."""
    from dragoman.desk.reconcile import default_inputs, findings, gather, save_findings
    from dragoman.model.findings import finding_json

    form = _checked(format)
    inputs = default_inputs(paths)
    gathered = gather(inputs, statistics or [], texts or [])
    found = findings(gathered, workers)
    if save:
        save_findings(inputs, found)
    if form == "jsonl":
        _lines(finding_json(f) for f in found)
    else:
        _table(
            ["verdict", "rule", "period", "because"],
            [[f.verdict, f.rule, f.period or "", f.because + _repairs(f.repairs)] for f in found],
            3,
            "findings",
            gathered,
        )
    _finish(gathered)


def _ledger(
    reporter: Annotated[str, typer.Argument(help="A country, such as KAZ or Kazakhstan.")],
    partner: Annotated[str, typer.Argument(help="The other country.")],
    paths: _Paths = None,
    statistics: _Statistics = None,
    format: _Format = "table",
) -> None:
    """Show the figures of a pair by series and period: stated, derived, inferred, official."""
    from dragoman.desk.ledger import COLUMNS, ledger, row_cells, row_json
    from dragoman.desk.reconcile import codes_named, default_inputs, gather

    form = _checked(format)
    one, other = codes_named([reporter, partner])
    gathered = gather(default_inputs(paths), statistics or [])
    rows = ledger(gathered, one, other)
    if form == "jsonl":
        _lines(row_json(r) for r in rows)
    else:
        _table(list(COLUMNS), [row_cells(r) for r in rows], 2, f"figures of {one} and {other}", gathered)
    _finish(gathered)


def _pledges(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COUNTRY COUNTRY] [PATH...]", help="Countries, such as KAZ or Kazakhstan, then inputs."
        ),
    ] = None,
    statistics: _Statistics = None,
    on: Annotated[str | None, typer.Option("--on", help="Day against which due dates are held.")] = None,
    format: _Format = "table",
) -> None:
    """List what was planned, proposed or targeted, when it is due, and what became of it."""
    from dragoman.cli.statement_tables import parties
    from dragoman.desk.pledges import pledge_json, pledges
    from dragoman.desk.reconcile import codes_named, default_inputs, gather, split_countries
    from dragoman.model.periods import parse_period

    form = _checked(format)
    if on is not None:
        parse_period(on)
    names, paths = split_countries(arguments or [])
    gathered = gather(default_inputs(paths), statistics or [])
    codes = codes_named(names)
    found = pledges(gathered, codes, on)
    if form == "jsonl":
        _lines(pledge_json(p) for p in found)
    else:
        _table(
            ["outcome", "due", "status", "who", "what", "because"],
            [
                [
                    p.outcome,
                    p.due or "no date given",
                    p.statement.status,
                    parties(p.statement),
                    _clipped(" ".join(p.statement.evidence.text.split())),
                    p.because,
                ]
                for p in found
            ],
            4,
            "pledges" + (f" of {' and '.join(codes)}" if codes else ""),
            gathered,
        )
    _finish(gathered)


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("reconcile")(_reconcile)
    app.command("ledger")(_ledger)
    app.command("pledges")(_pledges)
