"""The command ``dragoman quantities``: a text a line in, a JSON list of its amounts a line out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

__all__ = ["quantity_lines", "register"]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="quantities")(quantities)


def quantities(
    format: Annotated[str, typer.Option("--format", help="Only jsonl: one JSON list a line.")] = "jsonl",
) -> None:
    """Read a text a line on standard input; print the amounts of each as a JSON list."""
    if format != "jsonl":
        from dragoman.errors import UsageError

        raise UsageError(f"format {format!r}", where="--format", remedy="the one format is jsonl")
    bad: list[int] = []
    for line in quantity_lines(_decoded(sys.stdin.buffer, bad)):
        sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()
    if bad:
        for number in bad:
            print(
                f"dragoman: standard input:{number}: not UTF-8; read with marks for the bad bytes",
                file=sys.stderr,
            )
        raise typer.Exit(1)


def quantity_lines(lines: Iterable[str]) -> Iterator[str]:
    """The JSON list of each line's amounts; numbers are printed exactly, without exponents."""
    import json

    from dragoman.reading.quantities import find_quantities

    for line in lines:
        found = (
            f'{{"start": {q.start}, "end": {q.end}, "text": {json.dumps(q.text, ensure_ascii=False)}, '
            f'"value": {_number(q.value)}, "low": {_number(q.low)}, "high": {_number(q.high)}, '
            f'"unit": {json.dumps(q.unit, ensure_ascii=False)}}}'
            for q in find_quantities(line)
        )
        yield f"[{', '.join(found)}]"


def _number(value: Decimal | None) -> str:
    return "null" if value is None else format(value, "f")


def _decoded(stream: Iterable[bytes], bad: list[int]) -> Iterator[str]:
    """Lines of text without their line ends; numbers of lines that are no UTF-8 go to ``bad``."""
    for number, raw in enumerate(stream, start=1):
        raw = raw.rstrip(b"\n").removesuffix(b"\r")
        try:
            yield raw.decode("utf-8")
        except UnicodeDecodeError:
            bad.append(number)
            yield raw.decode("utf-8", errors="replace")
