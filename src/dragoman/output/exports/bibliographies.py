"""BibTeX: the documents that statements were read from, so that sources are cited first."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import BinaryIO

from dragoman.model.documents import Document
from dragoman.output.exports.bundles import Bundle, days_of

__all__ = ["bibtex_entry", "write_bibtex"]

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# What TeX would read as a command; braces that do not balance would break the file.
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def _tex(value: str) -> str:
    plain = " ".join("".join(c for c in value if unicodedata.category(c)[0] != "C" or c.isspace()).split())
    return "".join(_SPECIAL.get(c, c) for c in plain)


def _key(d: Document) -> str:
    word = re.sub(r"[^a-z0-9]+", "", (d.outlet or d.author or "").lower())[:20] or "document"
    year = (d.date or "")[:4] if (d.date or "")[:4].isdigit() else "nd"
    return f"{word}{year}{d.id[4:10]}"


def bibtex_entry(d: Document) -> str:
    """The document as an entry: ``@article`` where an outlet is named, else ``@misc``."""
    first, _ = days_of(d.date)
    fields = {
        # Double braces keep capitals as they are.
        "title": f"{{{_tex(d.title or d.name)}}}",
        "author": _tex(d.author) if d.author else None,
        "journal": _tex(d.outlet) if d.outlet else None,
        "year": str(first.year) if first else None,
        "month": _MONTHS[first.month - 1] if first and len(d.date or "") >= 7 else None,
        "day": str(first.day) if first and len(d.date or "") == 10 else None,
        "url": re.sub(r"[{}\\\s]", "", d.url) if d.url else None,
        "language": _tex(d.language) if d.language else None,
        "note": _tex(f"read as {d.name}"),
    }
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    kind = "article" if d.outlet else "misc"
    return f"@{kind}{{{_key(d)},\n" + ",\n".join(rows) + "\n}\n"


def write_bibtex(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """An entry for every document that a statement was read from, by name."""
    named = {s.evidence.document for s in bundle.statements}
    known = sorted((d for d in bundle.documents.values() if d.name in named), key=lambda d: d.name)
    for d in known:
        out.write(bibtex_entry(d).encode() + b"\n")
    missing = named - {d.name for d in known}
    return Counter({"its document is not known": len(missing)}) if missing else Counter()
