"""References as citations: a line to read, BibTeX, and CSL-JSON for reference managers."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from typing import Any

from dragoman.output.briefings import Reference
from dragoman.output.date_words import date_words

__all__ = ["bibtex", "citation", "citation_key", "csl_json"]

_KINDS = {"document": "article", "statistics": "dataset", "network": "dataset", "record": "dataset"}
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def citation(r: Reference) -> str:
    """Author, title in quotation marks, outlet, date, address or name of the file."""
    parts = [r.author or "", f"“{r.title}”", r.outlet or "", date_words(r.date) if r.date else ""]
    parts.append(r.url or (r.name if r.name not in (r.title, "record", "") else ""))
    return ", ".join(part for part in parts if part) + "."


def citation_key(r: Reference) -> str:
    """A key that is stable and safe in every format: words of the title, the year, and a digest."""
    words = re.findall(r"[A-Za-z]{3,}", r.title)[:2]
    digest = hashlib.sha256(r.key.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return "-".join([*(w.lower() for w in words), (r.date or "nd")[:4], digest])


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in text)


def bibtex(references: Sequence[Reference]) -> str:
    """Entries of BibTeX, one a reference but for the record itself."""
    entries = []
    for r in references:
        if r.kind == "record":
            continue
        fields = {
            "title": f"{{{_tex(r.title)}}}",
            "author": f"{{{_tex(r.author)}}}" if r.author else "",
            "journal": _tex(r.outlet or ""),
            "date": r.date or "",
            "year": (r.date or "")[:4],
            "url": (r.url or "").replace("{", "%7B").replace("}", "%7D"),
            "note": _tex(r.name) if r.name != r.title else "",
        }
        body = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
        kind = "article" if r.kind == "document" and r.outlet else "misc"
        entries.append(f"@{kind}{{{citation_key(r)}{body}\n}}\n")
    return "\n".join(entries)


def csl_json(references: Sequence[Reference]) -> str:
    """A list of CSL-JSON items, one a reference but for the record itself."""
    items = [_item(r) for r in references if r.kind != "record"]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(r: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {"id": citation_key(r), "type": _KINDS[r.kind], "title": r.title}
    if r.author:
        item["author"] = [{"literal": r.author}]
    if r.outlet:
        item["container-title"] = r.outlet
    parts = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", r.date or "")
    if parts:
        item["issued"] = {"date-parts": [[int(p) for p in parts.groups() if p]]}
    if r.url:
        item["URL"] = r.url
    if r.name != r.title:
        item["note"] = r.name
    return item
