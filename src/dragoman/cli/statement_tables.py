"""Statements as a table that a person likes to look at."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from decimal import Decimal
from typing import IO, BinaryIO, cast

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.model.documents import Document
from dragoman.model.statements import Statement

__all__ = ["console_for", "parties", "print_document", "shown_value"]

_WIDTH = 120
_STATUS = {
    "actual": "green",
    "planned": "cyan",
    "proposed": "blue",
    "target": "magenta",
    "forecast": "magenta",
    "ended": "yellow",
    "denied": "red",
}
_SCALES = ((12, "trn"), (9, "bn"), (6, "m"))
_MUTUAL = " – "


def console_for(out: BinaryIO) -> Console:
    """A console on a byte stream, in UTF-8 whatever the locale; as wide as the terminal or 120."""
    terminal = out.isatty()
    width = None if terminal or "COLUMNS" in os.environ else _WIDTH
    return Console(
        file=cast(IO[str], _Utf8(out)), width=width, force_terminal=terminal or None, highlight=False
    )


class _Utf8(io.TextIOBase):
    """Text onto a byte stream that stays open when this is collected."""

    encoding = "utf-8"

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def isatty(self) -> bool:
        return self._out.isatty()

    def write(self, text: str) -> int:
        self._out.write(text.encode("utf-8", "replace"))
        return len(text)

    def flush(self) -> None:
        self._out.flush()


def print_document(console: Console, document: Document, statements: Sequence[Statement]) -> None:
    """The document's name and date, then its statements in the order of their passages."""
    head = Text(document.name, style="bold")
    if document.title:
        head.append(f"  {document.title}", style="italic not bold")
    if document.date:
        how = "" if document.date_source in ("metadata", "header") else f" ({_how(document.date_source)})"
        head.append(f"  {document.date}{how}", style="dim not bold")
    console.print(head)
    if not statements:
        console.print("  nothing on relations between countries\n", style="dim")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), expand=True, header_style="dim")
    for name, ratio, least in (
        ("what", 0, 14),
        ("who", 0, 9),
        ("when", 0, 7),
        ("status", 0, 7),
        ("value", 0, 8),
    ):
        table.add_column(name, ratio=ratio or None, min_width=least, max_width=26, overflow="fold")
    table.add_column("passage", ratio=1, overflow="ellipsis")
    for s in statements:
        table.add_row(
            f"{s.kind} [dim]{s.mode}[/]".replace("_", " "),
            parties(s),
            s.date or "[dim]–[/]",
            f"[{_STATUS.get(s.status, 'default')}]{s.status}[/]",
            Text(shown_value(s)),
            Text(_clipped(s.evidence.text), style="dim"),
        )
    console.print(table)


def _how(source: str | None) -> str:
    return {"option": "given", "dateline": "dateline", "inferred": "inferred from the text"}.get(
        source or "", ""
    )


def parties(s: Statement) -> str:
    """``KAZ → BGR``, or ``BGR – KAZ`` for a mutual act."""
    if s.recipient:
        return f"{'+'.join(s.actor)} → {'+'.join(s.recipient)}"
    return _MUTUAL.join(s.actor)


def shown_value(s: Statement) -> str:
    """The value with its unit, short: ``375.2 m USD``, ``≥ 100``, ``+86.5 %``, ``× 11..12``."""
    if s.kind != "figure":
        if s.count is not None:
            low, high = s.count.low, s.count.high
            return (
                f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
            )
        return ""
    number = _amount(s)
    if s.measure == "growth":
        return f"{'' if number[:1] in '-−≤≥' else '+'}{number} %"
    if s.measure == "multiple":
        return f"× {number}"
    if s.measure == "rank":
        return f"no. {number}"
    unit = {"percent": "%", "1": "", None: ""}.get(s.unit, s.unit or "")
    return f"{number} {unit}".strip()


def _amount(s: Statement) -> str:
    if s.value is not None:
        # The printed value at one end of what the words leave open: "over 100", "nearly four times".
        at_low = s.low == s.value and s.high != s.value
        at_high = s.high == s.value and s.low != s.value
        return ("≥ " if at_low else "≤ " if at_high else "") + _short(s.value)
    if s.low is not None and s.high is not None:
        return f"{_short(s.low)}..{_short(s.high)}"
    if s.low is not None:
        return f"≥ {_short(s.low)}"
    return f"≤ {_short(s.high)}" if s.high is not None else "?"


def _short(value: Decimal) -> str:
    """Exact, with a scale word where that is shorter."""
    for power, word in _SCALES:
        if abs(value) >= Decimal(10) ** power:
            return f"{_plain(value.scaleb(-power))} {word}"
    return f"{_plain(value)}" if abs(value) < 10_000 else f"{value.normalize():,f}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _clipped(text: str, most: int = 180) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
