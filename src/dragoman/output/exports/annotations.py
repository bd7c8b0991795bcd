"""JSON-LD: each statement as a W3C Web Annotation on its passage, by quotation and by position."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, BinaryIO
from urllib.parse import quote

from dragoman.model.statements import Statement, to_json
from dragoman.output.exports.bundles import Bundle

__all__ = ["CONTEXT", "write_jsonld"]

NAMESPACE = "urn:dragoman:"
CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "st": f"{NAMESPACE}statement:",
        "dm": f"{NAMESPACE}terms#",
        "kind": "dm:kind",
        "mode": "dm:mode",
        "status": "dm:status",
        "actor": {"@id": "dm:actor", "@container": "@list"},
        "recipient": {"@id": "dm:recipient", "@container": "@list"},
        "date": "dm:date",
        "rule": "dm:rule",
        "confidence": "dm:confidence",
        "statement": {"@id": "dm:statement", "@type": "@json"},
    },
]
# Characters of context on either side, enough to find a passage again in a text that has moved.
_AROUND = 32


def _source(s: Statement, bundle: Bundle) -> dict[str, Any]:
    d = bundle.document_of(s)
    id = d.url if d and d.url else f"{NAMESPACE}document:{quote(d.id if d else s.evidence.document, safe='')}"
    out: dict[str, Any] = {"id": id, "type": "Text", "format": "text/plain"}
    if d and d.language:
        out["language"] = d.language
    return out


def _selectors(s: Statement, bundle: Bundle) -> list[dict[str, Any]]:
    d, e = bundle.document_of(s), s.evidence
    by_quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": e.text}
    if d is not None and d.text[e.start : e.end] == e.text:
        by_quote["prefix"] = d.text[max(0, e.start - _AROUND) : e.start]
        by_quote["suffix"] = d.text[e.end : e.end + _AROUND]
    return [by_quote, {"type": "TextPositionSelector", "start": e.start, "end": e.end}]


def _annotation(s: Statement, bundle: Bundle) -> dict[str, Any]:
    whole = to_json(s)
    whole.pop("because", None)
    return {
        "id": f"st:{s.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "Dataset",
            "kind": s.kind,
            "mode": s.mode,
            "status": s.status,
            "actor": list(s.actor),
            "recipient": list(s.recipient),
            "date": s.date,
            "rule": s.rule,
            "confidence": s.confidence,
            "statement": whole,
        },
        "target": {"source": _source(s, bundle), "selector": _selectors(s, bundle)},
    }


def write_jsonld(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """One document with a graph of annotations, one for each statement."""
    context = json.dumps(CONTEXT, ensure_ascii=False)
    out.write(f'{{"@context": {context}, "@graph": ['.encode())
    mark = b"\n"
    for s in bundle.statements:
        out.write(mark + json.dumps(_annotation(s, bundle), ensure_ascii=False).encode())
        mark = b",\n"
    out.write(b"\n]}\n")
    return Counter()
