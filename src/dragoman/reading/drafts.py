"""Statements in the making, before they get their identity."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dragoman.model.documents import Document
from dragoman.model.statements import Attribution, Count, Evidence, Person, Place, Product, Statement
from dragoman.reading.confidences import confidence_of

__all__ = ["Draft", "finish"]


@dataclass(slots=True)
class Draft:
    """One statement without id; offsets are into the document's text."""

    kind: str
    mode: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    status: str
    start: int
    end: int
    rule: str
    date: str | None = None
    people: tuple[Person, ...] = ()
    organisations: tuple[str, ...] = ()
    place: Place | None = None
    object: str | None = None
    count: Count | None = None
    attribution: Attribution | None = None
    measure: str | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    base: str | None = None
    product: Product | None = None
    flow: str | None = None
    products: tuple[Product, ...] = ()
    because: Mapping[str, str] = field(default_factory=dict)


def finish(draft: Draft, document: Document, doc_id: str) -> Statement:
    """The statement; its id depends on the document and on what is stated, not on rule order."""
    stated = (
        doc_id, draft.kind, draft.mode, draft.actor, draft.recipient, draft.start, draft.end, draft.date,
        draft.status, draft.measure, draft.value, draft.unit, draft.base, draft.rule,
    )  # fmt: skip
    seed = "\x00".join(map(str, stated))
    return Statement(
        id="st_" + hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        kind=draft.kind,
        mode=draft.mode,
        actor=draft.actor,
        recipient=draft.recipient,
        date=draft.date,
        status=draft.status,
        evidence=Evidence(document.name, draft.start, draft.end, document.text[draft.start : draft.end]),
        rule=draft.rule,
        confidence=confidence_of(draft.rule),
        people=draft.people,
        organisations=draft.organisations,
        place=draft.place,
        object=draft.object,
        count=draft.count,
        attribution=draft.attribution,
        measure=draft.measure,
        value=draft.value,
        low=draft.low,
        high=draft.high,
        unit=draft.unit,
        base=draft.base,
        product=draft.product,
        flow=draft.flow,
        products=draft.products,
        because=draft.because,
    )
