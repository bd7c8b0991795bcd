"""Changes of a record as lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import BinaryIO

from rich.text import Text

from dragoman.cli.statement_tables import console_for
from dragoman.record import Change

__all__ = ["print_changes", "write_changes"]

_MARKS = {"added": ("+", "green"), "revised": ("~", "yellow"), "withdrawn": ("-", "red")}


def print_changes(changes: Iterable[Change]) -> None:
    """A line a change: time, sign, what, id, why."""
    console = console_for(sys.stdout.buffer)
    for c in changes:
        sign, style = _MARKS[c.action]
        moment = c.at.strftime("%Y-%m-%d %H:%M:%S")
        line = Text.assemble(
            (moment, "dim"), f"  {sign} ", f"{c.what:<12}", f"{c.id}  ", (c.why, "dim"), style=style
        )
        console.print(line, soft_wrap=True)


def write_changes(changes: Iterable[Change], out: BinaryIO) -> None:
    """A JSON object a change."""
    for c in changes:
        fields = {"at": c.at.isoformat(), "what": c.what, "id": c.id, "action": c.action, "why": c.why}
        out.write(json.dumps(fields | {"before": c.before}, ensure_ascii=False).encode() + b"\n")
    out.flush()
