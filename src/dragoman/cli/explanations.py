"""A statement explained, as a page of text."""

from __future__ import annotations

import sys
from typing import Any

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.statement_tables import console_for, parties, shown_value
from dragoman.desk.explain import Explanation
from dragoman.model.statements import Statement, to_json

__all__ = ["print_explanation"]

_NOT_SLOTS = ("id", "evidence", "rule", "confidence", "because")


def print_explanation(found: Explanation) -> None:
    """Sentence with the passage marked, rule, and a row a slot."""
    s, console = found.statement, console_for(sys.stdout.buffer)
    title = Text.assemble(
        (f"{s.kind}/{s.mode}", "bold"), "  ", parties(s), "  ", shown_value(s), "  ", (s.id, "dim")
    )
    console.print(title)
    if found.withdrawn:
        console.print(Text(f"withdrawn: {found.withdrawn}", style="red"))
    document = found.document
    where = f"{s.evidence.document}:{s.evidence.start}-{s.evidence.end}"
    if document is not None and document.date:
        where += f"  dated {document.date} ({document.date_source})"
    console.print(Text(where, style="dim"))
    console.print(Padding(_marked(found), (1, 2)))
    console.print(
        Text.assemble(("rule ", "dim"), s.rule, ("   right on annotated text ", "dim"), f"{s.confidence:.0%}")
    )
    console.print(_slots(s))


def _marked(found: Explanation) -> Text:
    # Brackets mark the passage also where there is no colour.
    return Text.assemble(
        " ".join(found.before.split()) + (" " if found.before[-1:].isspace() else ""),
        ("⟦" + " ".join(found.passage.split()) + "⟧", "bold reverse"),
        (" " if found.after[:1].isspace() else "") + " ".join(found.after.split()),
    )


def _slots(s: Statement) -> Table:
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", pad_edge=False)
    table.add_column("slot")
    table.add_column("value", overflow="fold")
    table.add_column("because", overflow="fold", style="dim")
    fields = to_json(s)
    for slot, value in fields.items():
        if slot in _NOT_SLOTS or (value in (None, [], "") and slot not in s.because):
            continue
        table.add_row(slot, Text(_shown(value)), Text(s.because.get(slot, "")))
    for slot, why in s.because.items():
        if slot not in fields:
            table.add_row(slot, "", Text(why))
    return table


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(item)}" for key, item in value.items() if item not in (None, ""))
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    return str(value)
