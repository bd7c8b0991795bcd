"""GeoJSON (RFC 7946): where contacts and everything with a place happened."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, BinaryIO

from dragoman.model.statements import Statement
from dragoman.output.exports.bundles import Bundle, days_of

__all__ = ["write_geojson"]


def _point(s: Statement, bundle: Bundle) -> dict[str, Any] | None:
    """The place as a point; None where its position is not known, which RFC 7946 allows."""
    found = bundle.position(s.place)
    return {"type": "Point", "coordinates": [found[0], found[1]]} if found else None


def _feature(s: Statement, bundle: Bundle) -> dict[str, Any]:
    first, last = days_of(s.date)
    d = bundle.document_of(s)
    return {
        "type": "Feature",
        "id": s.id,
        "geometry": _point(s, bundle),
        "properties": {
            "kind": s.kind,
            "mode": s.mode,
            "status": s.status,
            "actor": list(s.actor),
            "recipient": list(s.recipient),
            "people": [p.name for p in s.people],
            "object": s.object,
            "place": s.place.name if s.place else None,
            "country": s.place.country if s.place else None,
            "locode": s.place.locode if s.place else None,
            "date": s.date,
            "first_day": first.isoformat() if first else None,
            "last_day": last.isoformat() if last else None,
            "text": s.evidence.text,
            "document": s.evidence.document,
            "start": s.evidence.start,
            "end": s.evidence.end,
            "url": d.url if d else None,
            "rule": s.rule,
        },
    }


def write_geojson(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """A feature for every contact and every statement with a place; without a known position its geometry is null."""
    left_out: Counter[str] = Counter()
    out.write(b'{"type": "FeatureCollection", "features": [')
    mark = b"\n"
    for s in bundle.statements:
        if s.place is None and s.kind != "contact":
            left_out["no place"] += 1
            continue
        out.write(mark + json.dumps(_feature(s, bundle), ensure_ascii=False).encode())
        mark = b",\n"
    out.write(b"\n]}\n")
    return left_out
