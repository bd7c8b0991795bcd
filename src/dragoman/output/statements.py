"""Statements as JSON Lines, CSV and Parquet."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.model.statements import Product, Statement, to_json

__all__ = [
    "COLUMNS",
    "exact_number",
    "json_line",
    "statement_row",
    "write_csv",
    "write_jsonl",
    "write_parquet",
]

# Column: type in Parquet. One row per statement.
COLUMNS = {
    "id": "VARCHAR",
    "document": "VARCHAR",
    "kind": "VARCHAR",
    "mode": "VARCHAR",
    "actor": "VARCHAR[]",
    "recipient": "VARCHAR[]",
    "date": "VARCHAR",
    "status": "VARCHAR",
    "measure": "VARCHAR",
    "value": "DOUBLE",
    "low": "DOUBLE",
    "high": "DOUBLE",
    "unit": "VARCHAR",
    "base": "VARCHAR",
    "flow": "VARCHAR",
    "product": "VARCHAR",
    "product_hs": "VARCHAR",
    "products": "VARCHAR[]",
    "object": "VARCHAR",
    "people": "VARCHAR[]",
    "organisations": "VARCHAR[]",
    "place": "VARCHAR",
    "place_country": "VARCHAR",
    "place_locode": "VARCHAR",
    "count_low": "BIGINT",
    "count_high": "BIGINT",
    "said_by": "VARCHAR",
    "said_type": "VARCHAR",
    "quoted": "BOOLEAN",
    "start": "BIGINT",
    "end": "BIGINT",
    "text": "VARCHAR",
    "rule": "VARCHAR",
    "confidence": "DOUBLE",
}


def json_line(statement: Statement) -> bytes:
    """The statement as the contract has it, on one line of UTF-8."""
    fields = to_json(statement)
    fields.pop("because", None)
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def write_jsonl(statements: Iterable[Statement], out: BinaryIO) -> None:
    """A statement a line."""
    for statement in statements:
        out.write(json_line(statement))


def write_csv(statements: Iterable[Statement], out: BinaryIO) -> None:
    """A statement a row, lists joined by ``; ``, numbers exact, nothing where nothing is known."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for statement in statements:
            writer.writerow(map(_cell, _row(statement, exact_number).values()))
    finally:
        text.detach()


def exact_number(value: Decimal) -> str:
    """All digits, without exponent or idle zeros."""
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else str(value)


def write_parquet(statements: Iterable[Statement], out: BinaryIO) -> None:
    """A statement a row; columns typed as in `COLUMNS`. Staged on disk, so memory stays flat."""
    import duckdb

    types = "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items()) + "}"
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        staged, table = Path(folder, "statements.jsonl"), Path(folder, "statements.parquet")
        with staged.open("w", encoding="utf-8") as lines:
            for statement in statements:
                lines.write(json.dumps(_row(statement, float), ensure_ascii=False) + "\n")
        with duckdb.connect(":memory:", config={"threads": 1}) as connection:
            connection.execute(
                f"COPY (SELECT * FROM read_json(?, format = 'newline_delimited', columns = {types})) "
                f"TO '{table}' (FORMAT parquet, COMPRESSION zstd)",
                [str(staged)],
            )
        out.write(table.read_bytes())


def statement_row(s: Statement) -> dict[str, Any]:
    """The statement as a row of `COLUMNS`; numbers as floats."""
    return _row(s, float)


def _row(s: Statement, number: Callable[[Any], Any]) -> dict[str, Any]:
    place, said, count = s.place, s.attribution, s.count
    exact = {
        name: None if value is None else number(value)
        for name, value in (("value", s.value), ("low", s.low), ("high", s.high))
    }
    values: dict[str, Any] = {
        "id": s.id,
        "document": s.evidence.document,
        "kind": s.kind,
        "mode": s.mode,
        "actor": list(s.actor),
        "recipient": list(s.recipient),
        "date": s.date,
        "status": s.status,
        "measure": s.measure,
        **exact,
        "unit": s.unit,
        "base": s.base,
        "flow": s.flow,
        "product": s.product.text if s.product else None,
        "product_hs": s.product.hs if s.product else None,
        "products": [_product(p) for p in s.products],
        "object": s.object,
        "people": [_person(p.name, p.role, p.country) for p in s.people],
        "organisations": list(s.organisations),
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "place_locode": place.locode if place else None,
        "count_low": count.low if count else None,
        "count_high": count.high if count else None,
        "said_by": said.source if said else None,
        "said_type": said.type if said else None,
        "quoted": said.quoted if said else None,
        "start": s.evidence.start,
        "end": s.evidence.end,
        "text": s.evidence.text,
        "rule": s.rule,
        "confidence": s.confidence,
    }
    return {name: values[name] for name in COLUMNS}


def _product(p: Product) -> str:
    return f"{p.text} [{p.hs}]" if p.hs else p.text


def _person(name: str, role: str | None, country: str | None) -> str:
    more = ", ".join(part for part in (role, country) if part)
    return f"{name} ({more})" if more else name
