"""A statement: one thing that a document says about relations between countries.

The fields are those of the statement model (docs/design/statements.md); `to_json` and
`from_json` are the only place that knows their order and spelling on a line of JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

__all__ = [
    "BALANCES",
    "KINDS",
    "MEASURES",
    "STATUSES",
    "Attribution",
    "Count",
    "Evidence",
    "Person",
    "Place",
    "Product",
    "Statement",
    "from_json",
    "to_json",
]

KINDS: Mapping[str, tuple[str, ...]] = {
    "contact": ("visit", "meeting", "call", "session", "forum"),
    "instrument": ("agreement", "treaty", "memorandum", "declaration", "protocol", "contract", "roadmap"),
    "tie": (
        "diplomatic_relations",
        "recognition",
        "embassy",
        "mission",
        "consulate",
        "partnership",
        "membership",
        "body",
        "sister_city",
        "honour",
        "centre",
        "link",
    ),
    "figure": (
        "trade",
        "exports",
        "imports",
        "investment",
        "companies",
        "projects",
        "cargo",
        "capacity",
        "energy",
        "students",
        "visitors",
        "loan",
        "aid",
        "jobs",
        "duration",
        "economy",
        "other",
    ),
    "composition": ("exports", "imports"),
    "stance": ("support", "interest", "offer", "invitation", "request", "criticism"),
    "project": ("construction", "modernisation", "integration", "supply", "transit", "venture", "study"),
    "quote": ("direct", "reported"),
}
STATUSES = ("actual", "planned", "proposed", "target", "forecast", "ended", "denied")
MEASURES = ("level", "growth", "multiple", "difference", "share", "rank")
BALANCES = ("trade surplus", "trade deficit")
"""The ``object`` of a figure of mode ``trade`` that is no turnover: its first party sells more, or less, than it buys."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage: offsets into the document's text [code points], end exclusive."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named, with the role given and the country served (ISO alpha-3)."""

    name: str
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a name, its country (ISO alpha-3) and UN/LOCODE where known."""

    name: str
    country: str | None = None
    locode: str | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """Goods as named, with an HS 2022 chapter or heading where one fits."""

    text: str
    hs: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many acts or ties the words allow; None is unbounded."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said so; ``type`` is ``person``, ``institution`` or ``document``."""

    source: str
    type: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. Numbers are exact decimals in units of ``unit``, unscaled."""

    id: str
    kind: str
    mode: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    date: str | None
    status: str
    evidence: Evidence
    rule: str
    confidence: float
    people: tuple[Person, ...] = ()
    organisations: tuple[str, ...] = ()
    place: Place | None = None
    object: str | None = None
    count: Count | None = None
    attribution: Attribution | None = None
    # figure
    measure: str | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    base: str | None = None
    product: Product | None = None
    # composition
    flow: str | None = None
    products: tuple[Product, ...] = ()
    # how each slot got its value, for `dragoman explain`; not part of the contract
    because: Mapping[str, str] = field(default_factory=dict, compare=False)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _product(p: Product | None) -> dict[str, str | None] | None:
    return None if p is None else {"text": p.text, "hs": p.hs}


def to_json(s: Statement) -> dict[str, Any]:
    """The statement as a JSON object, keys in the contract's order."""
    out: dict[str, Any] = {
        "id": s.id,
        "kind": s.kind,
        "mode": s.mode,
        "actor": list(s.actor),
        "recipient": list(s.recipient),
        "date": s.date,
        "status": s.status,
        "people": [{"name": p.name, "role": p.role, "country": p.country} for p in s.people],
        "organisations": list(s.organisations),
        "place": None
        if s.place is None
        else {"name": s.place.name, "country": s.place.country, "locode": s.place.locode},
        "object": s.object,
        "count": None if s.count is None else {"low": s.count.low, "high": s.count.high},
        "attribution": None
        if s.attribution is None
        else {"source": s.attribution.source, "type": s.attribution.type, "quoted": s.attribution.quoted},
        "evidence": {
            "document": s.evidence.document,
            "start": s.evidence.start,
            "end": s.evidence.end,
            "text": s.evidence.text,
        },
        "rule": s.rule,
        "confidence": s.confidence,
    }
    if s.kind == "figure":
        out |= {
            "measure": s.measure,
            "value": _number(s.value),
            "low": _number(s.low),
            "high": _number(s.high),
            "unit": s.unit,
            "base": s.base,
            "product": _product(s.product),
        }
    if s.kind == "composition":
        out |= {"flow": s.flow, "products": [_product(p) for p in s.products]}
    if s.because:
        out["because"] = dict(s.because)
    return out


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def from_json(line: str | Mapping[str, Any]) -> Statement:
    """A statement from a line of JSON or its parsed object; numbers stay exact as printed."""
    d: Mapping[str, Any] = json.loads(line, parse_float=Decimal) if isinstance(line, str) else line
    place, count, said, product = d.get("place"), d.get("count"), d.get("attribution"), d.get("product")
    return Statement(
        id=d["id"],
        kind=d["kind"],
        mode=d["mode"],
        actor=tuple(d.get("actor") or ()),
        recipient=tuple(d.get("recipient") or ()),
        date=d.get("date"),
        status=d["status"],
        evidence=Evidence(**d["evidence"]),
        rule=d.get("rule", ""),
        confidence=float(d.get("confidence", 0)),
        people=tuple(Person(**p) for p in d.get("people") or ()),
        organisations=tuple(d.get("organisations") or ()),
        place=Place(**place) if place else None,
        object=d.get("object"),
        count=Count(**count) if count else None,
        attribution=Attribution(said["source"], said["type"], bool(said.get("quoted"))) if said else None,
        measure=d.get("measure"),
        value=_decimal(d.get("value")),
        low=_decimal(d.get("low")),
        high=_decimal(d.get("high")),
        unit=d.get("unit"),
        base=d.get("base"),
        product=Product(**product) if product else None,
        flow=d.get("flow"),
        products=tuple(Product(**p) for p in d.get("products") or ()),
        because=dict(d.get("because") or {}),
    )
