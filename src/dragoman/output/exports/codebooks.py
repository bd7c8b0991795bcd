"""The sidecar of an export: what each field means, what was left out, where it all comes from."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from dragoman.errors import RuleError
from dragoman.output.exports.bundles import Bundle, Exporter

__all__ = ["Field", "codebook", "fields_of"]

Field = Mapping[str, str]
_COLUMNS = ["format", "field", "type", "unit", "description"]


@lru_cache(maxsize=1)
def _all() -> dict[str, list[Field]]:
    where = files("dragoman") / "data" / "exports" / "codebook.csv"
    reader = csv.DictReader(where.read_text(encoding="utf-8").splitlines())
    if reader.fieldnames != _COLUMNS:
        raise RuleError(
            f"columns {reader.fieldnames}", where="data/exports/codebook.csv", remedy=f"use {_COLUMNS}"
        )
    out: dict[str, list[Field]] = {}
    for row in reader:
        out.setdefault(row.pop("format"), []).append(row)
    return out


def fields_of(name: str) -> list[Field]:
    """Fields of a format in order: ``field``, ``type``, ``unit``, ``description``."""
    return _all().get(name, [])


def codebook(exporter: Exporter, bundle: Bundle, left_out: Mapping[str, int], digest: str) -> str:
    """The sidecar as JSON; the same export gives the same sidecar.

    Parameters
    ----------
    left_out : mapping
        Reason to how many statements were left out for it.
    digest : str
        SHA-256 of the exported bytes.
    """
    named = {s.evidence.document for s in bundle.statements}
    sources = [
        {"document": d.name, "title": d.title, "outlet": d.outlet, "date": d.date, "url": d.url}
        for d in sorted(bundle.documents.values(), key=lambda d: d.name)
        if d.name in named
    ]
    page = {
        "format": exporter.name,
        "format_version": exporter.version,
        "title": exporter.title,
        "grain": exporter.grain,
        "media_type": exporter.media_type,
        "made_by": f"dragoman {bundle.version}",
        "sha256": digest,
        "statements": len(bundle.statements),
        "left_out": dict(sorted(left_out.items())),
        "fields": fields_of(exporter.name),
        "sources": sources,
        "cite": "Cite the sources named here first; the statements are read from them by rule.",
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"
