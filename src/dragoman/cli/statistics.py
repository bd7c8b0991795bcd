"""Commands of official statistics: load, fetch, show."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.desk.statistics import Shown
    from dragoman.errors import DragomanError
    from dragoman.model.findings import Observation

__all__ = ["register"]

_Into = Annotated[
    str | None,
    typer.Option(
        help="Keep them in this record; default: DRAGOMAN_RECORD, else record.duckdb here.",
        metavar="RECORD",
    ),
]
_Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Write a plain table here (- is standard output), not a record."),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(
        help="Official statistics: load files, fetch from services, show sources side by side.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    group.command("load")(_load)
    group.command("fetch")(_fetch)
    group.command("show")(_show)
    app.add_typer(group, name="statistics")


def _tell(notes: Iterable[str], problems: Iterable[DragomanError]) -> None:
    """Name what is to be known and what failed; exit status 1 where anything failed."""
    for note in notes:
        print(f"dragoman: note: {note}", file=sys.stderr)
    failed = list(problems)
    for problem in failed:
        print(f"dragoman: {problem}", file=sys.stderr)
    if failed:
        raise typer.Exit(1)


def _deliver(observations: tuple[Observation, ...], into: str | None, output: Path | None) -> None:
    """Write observations to a table or a record, and say how many."""
    from dragoman.desk.statistics import default_record, keep
    from dragoman.errors import UsageError
    from dragoman.record import shown
    from dragoman.statistics.plain import plain_text

    if into is not None and output is not None:
        raise UsageError("--into and --output together", remedy="give one of them")
    if output is not None and str(output) == "-":
        sys.stdout.write(plain_text(observations))
    elif output is not None:
        output.write_text(plain_text(observations), encoding="utf-8")
        print(f"{len(observations)} official figures written to {output}")
    elif observations:
        record = default_record(into)
        new = keep(observations, record)
        print(f"{len(observations)} official figures, {new} of them new or revised, in {shown(record)}")
    else:
        print("no official figures")


def _load(
    files: Annotated[
        list[str],
        typer.Argument(
            help="SDMX-CSV, plain tables, UN Comtrade's JSON or CSV, spreadsheets with --mapping; "
            "the word bundled is the sample of the package.",
            metavar="FILE...",
        ),
    ],
    into: _Into = None,
    output: _Output = None,
    mapping: Annotated[
        Path | None, typer.Option(help="What the columns of a spreadsheet are (YAML).", metavar="FILE")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Vintage where the files say none, EDTF.", metavar="EDTF")
    ] = None,
) -> None:
    """Load official figures from files; rows that cannot be read are named, the rest loads."""
    from dragoman.desk.statistics import load

    loaded = load(files, mapping, as_of)
    _deliver(loaded.observations, into, output)
    _tell(loaded.notes, loaded.problems)


def _fetch(
    source: Annotated[str, typer.Argument(help="comtrade, comext, imf, worldbank or oecd.")],
    reporter: Annotated[
        list[str], typer.Option(help="Who reports, such as KAZ or Kazakhstan; may be given again.")
    ],
    period: Annotated[str, typer.Option(help="2024, 2020/2024, 2022,2024 or 2024-01/2024-06.")],
    partner: Annotated[
        list[str] | None, typer.Option(help="With whom; may be given again; default: the world.")
    ] = None,
    mirror: Annotated[bool, typer.Option(help="Ask for the partner's own reports as well.")] = True,
    product: Annotated[str | None, typer.Option(help="HS code; default all goods (comtrade).")] = None,
    dataflow: Annotated[str | None, typer.Option(help="Another dataflow of the service.")] = None,
    key: Annotated[
        str | None, typer.Option(help="Another series key; may hold {reporter}, {partner}, {frequency}.")
    ] = None,
    into: _Into = None,
    output: _Output = None,
    cache: Annotated[
        Path | None, typer.Option(help="Folder of answers; default: DRAGOMAN_CACHE, else the user's cache.")
    ] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask again for what is in the folder.")] = False,
) -> None:
    """Fetch official figures from a service; a run that was refused goes on where it stopped."""
    from dragoman.desk.statistics import fetch

    fetched = fetch(
        *(source, reporter, partner or [], period),
        mirror=mirror,
        product=product,
        dataflow=dataflow,
        key=key,
        cache=cache,
        refresh=refresh,
    )
    _deliver(fetched.loaded.observations, into, output)
    _tell(fetched.loaded.notes, (*fetched.loaded.problems, *fetched.refusals))


def _show(
    one: Annotated[str, typer.Argument(help="A country, such as KAZ or Kazakhstan.")],
    other: Annotated[str, typer.Argument(help="The other country.")],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            help="Records (*.duckdb) or tables; default: the record, else the bundled sample.",
            metavar="[INPUT...]",
        ),
    ] = None,
    format: Annotated[str, typer.Option("--format", help="table or jsonl.")] = "table",
) -> None:
    """Show what official sources say of the trade of a pair: sources, vintages, both sides."""
    from dragoman.desk.statistics import row_json, show, show_inputs, total_json
    from dragoman.errors import UsageError

    if format not in ("table", "jsonl"):
        raise UsageError(f"--format is {format!r}", remedy="use table or jsonl")
    given = show_inputs(inputs)
    shown = show(one, other, given)
    if format == "jsonl":
        for line in (*map(row_json, shown.rows), *map(total_json, shown.totals)):
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    else:
        from dragoman.cli.statistics_tables import print_shown

        print_shown(shown)
    _tell((*shown.notes, *_nothing(shown, one, other, given)), shown.problems)


def _nothing(shown: Shown, one: str, other: str, given: list[str]) -> list[str]:
    if shown.rows:
        return []
    pair = f"--reporter {one.upper()} --partner {other.upper()}"
    what = f"no official figures of {one.upper()} and {other.upper()} in {', '.join(given)}"
    return [f"{what}; get them with: dragoman statistics fetch comtrade {pair} --period YEARS"]
