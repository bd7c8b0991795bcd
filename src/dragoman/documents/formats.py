"""Which format some bytes are in: by their content first, by the name's suffix second."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import PurePosixPath

__all__ = ["HEAD", "sniff"]

HEAD = 8192
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b",
    re.I | re.S,
)
_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".pdf": "pdf",
    ".docx": "docx",
    ".parquet": "parquet",
    ".warc": "warc",
}
# Formats told by their first bytes; text decides later.
_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
)


def sniff(head: bytes, name: str) -> str:
    """The format: ``text``, ``markdown``, ``html``, ``pdf``, ``docx``, ``zip``, ``ole``, ``rtf``,
    ``gzip``, ``parquet``, ``warc``, ``lines`` or ``json``.

    Parameters
    ----------
    head : bytes
        The first ``HEAD`` bytes, or all of a shorter input.
    name : str
        The name of the file, for its suffix.
    """
    by_suffix = _SUFFIXES.get(PurePosixPath(name).suffix.lower())
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return "docx" if kind == "zip" and by_suffix == "docx" else kind
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if by_suffix in ("pdf", "docx", "parquet", "warc"):
        return by_suffix  # broken ones are named as what they should be
    return _text_format(head, by_suffix)


def _text_format(head: bytes, by_suffix: str | None) -> str:
    probe = head
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            probe = head[2:].decode(name, "ignore").encode()
    probe = probe.removeprefix(codecs.BOM_UTF8)
    if by_suffix in ("lines", "html", "markdown"):
        return by_suffix
    if _HTML.match(probe):
        return "html"
    if by_suffix == "json" or probe.lstrip()[:1] == b"{":
        return _json_format(probe, by_suffix)
    return "text"


def _json_format(probe: bytes, by_suffix: str | None) -> str:
    """Lines where the first line is an object of its own, else one JSON value."""
    first, newline, rest = probe.lstrip().partition(b"\n")
    try:
        whole = isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        whole = False
    if whole and (by_suffix != "json" or rest.strip()):
        return "lines"
    if by_suffix == "json":
        return "json"
    long_line = not newline and len(probe) >= HEAD - 4
    return "lines" if long_line and b'"text"' in probe else "text"
