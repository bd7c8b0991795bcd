"""Statements to rows and back; numbers stay exact."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from dragoman.model.documents import Document
from dragoman.model.statements import Statement, from_json, to_json

__all__ = [
    "DOCUMENT_COLUMNS",
    "STATEMENT_COLUMNS",
    "document_of",
    "document_row",
    "payload_of",
    "statement_of",
    "statement_row",
]

STATEMENT_COLUMNS = {
    "id": "VARCHAR",
    "digest": "VARCHAR",
    "kind": "VARCHAR",
    "mode": "VARCHAR",
    "actor": "VARCHAR[]",
    "recipient": "VARCHAR[]",
    "date": "VARCHAR",
    "status": "VARCHAR",
    "measure": "VARCHAR",
    "value": "VARCHAR",
    "low": "VARCHAR",
    "high": "VARCHAR",
    "value_near": "DOUBLE",
    "low_near": "DOUBLE",
    "high_near": "DOUBLE",
    "unit": "VARCHAR",
    "base": "VARCHAR",
    "rule": "VARCHAR",
    "confidence": "DOUBLE",
    "passage_start": "INTEGER",
    "passage_end": "INTEGER",
    "payload": "VARCHAR",
    "added": "TIMESTAMP",
}
DOCUMENT_COLUMNS = {
    "digest": "VARCHAR",
    "id": "VARCHAR",
    "name": "VARCHAR",
    "text": "VARCHAR",
    "title": "VARCHAR",
    "date": "VARCHAR",
    "date_source": "VARCHAR",
    "url": "VARCHAR",
    "outlet": "VARCHAR",
    "author": "VARCHAR",
    "language": "VARCHAR",
    "meta": "VARCHAR",
    "rules": "VARCHAR",
    "added": "TIMESTAMP",
}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_NUMBERS = ("value", "low", "high")


def payload_of(statement: Statement) -> str:
    """The statement as JSON, its numbers as exact decimal strings beside the contract's."""
    out = to_json(statement)
    exact = {name: str(number) for name in _NUMBERS if (number := getattr(statement, name)) is not None}
    if exact:
        out["exact"] = exact
    return _encode(out)


def statement_of(payload: str) -> Statement:
    """The statement of a payload, equal to the one that made it."""
    found = json.loads(payload, parse_float=Decimal)
    exact = {name: Decimal(number) for name, number in found.pop("exact", {}).items()}
    statement = from_json(found)
    if not exact:
        return statement
    return replace(statement, value=exact.get("value"), low=exact.get("low"), high=exact.get("high"))


def statement_row(s: Statement, digest: str, payload: str, added: datetime) -> Sequence[Any]:
    """One row of ``statements``."""
    exact = [None if n is None else str(n) for n in (s.value, s.low, s.high)]
    near = [None if n is None else float(n) for n in (s.value, s.low, s.high)]
    return (
        *(s.id, digest, s.kind, s.mode, list(s.actor), list(s.recipient), s.date, s.status, s.measure),
        *exact,
        *near,
        *(s.unit, s.base, s.rule, s.confidence, s.evidence.start, s.evidence.end, payload, added),
    )


def document_row(d: Document, rules: str, added: datetime) -> Sequence[Any]:
    """One row of ``documents``."""
    meta = json.dumps(dict(d.meta), ensure_ascii=False, sort_keys=True)
    return (
        *(
            d.digest,
            d.id,
            d.name,
            d.text,
            d.title,
            d.date,
            d.date_source,
            d.url,
            d.outlet,
            d.author,
            d.language,
        ),
        *(meta, rules, added),
    )


def document_of(row: Sequence[Any], source: str) -> Document:
    """The document of a row of ``documents``."""
    _, _, name, text, title, date, date_source, url, outlet, author, language, meta, _, _ = row
    return Document(
        name=name,
        text=text,
        source=source,
        title=title,
        date=date,
        date_source=date_source,
        url=url,
        outlet=outlet,
        author=author,
        language=language,
        meta=json.loads(meta),
    )
