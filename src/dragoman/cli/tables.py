"""Rows as a table that a person reads: columns where there is room, else a paragraph a row."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, Group
    from rich.table import Table

__all__ = ["console", "plain_table", "print_rows"]

# Below this a column of sentences beside others is a ribbon of single words (seen: a ledger at 80).
_ROOM = 110
# Cells no longer than this share a line below their head.
_SHORT = 60


def console(piped: int) -> Console:
    """A console as wide as the terminal or as COLUMNS says; piped output gets ``piped`` signs."""
    from rich.console import Console

    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(width=None if known else piped, highlight=False)


def plain_table(title: str | None = None) -> Table:
    """An empty table without a frame, as all commands show theirs."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    return Table(
        title=Text(title) if title else None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        header_style="dim",
    )


def print_rows(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    heads: int,
    *,
    piped: int = 160,
    title: str | None = None,
    on: Console | None = None,
) -> None:
    """The rows under their columns, or each as a head of ``heads`` cells with the others below it."""
    from rich.text import Text

    into = on or console(piped)
    if title and into.width < _ROOM:
        into.print(Text(title, style="italic"))
    if into.width < _ROOM:
        for row in rows:
            into.print(_paragraph(columns, row, heads))
        return
    table = plain_table(title)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    into.print(table)


def _paragraph(columns: Sequence[str], row: Sequence[str], heads: int) -> Group:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    head = Text("  ".join(cell for cell in row[:heads] if cell), style="bold")
    rest = [(name, cell) for name, cell in zip(columns[heads:], row[heads:], strict=True) if cell]
    # One or two sentences speak for themselves; figures need their column's name, and short ones share a line.
    lines = [f"{name}: {cell}" if len(columns) - heads > 2 else cell for name, cell in rest]
    if len(lines) > 2 and all(len(line) <= _SHORT for line in lines):
        lines = [" · ".join(lines)]
    return Group(head, *(Padding(Text(line), (0, 0, 0, 2)) for line in lines), Text(""))
