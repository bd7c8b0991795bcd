"""Addresses of pages: the only place that builds them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

__all__ = ["document", "finding", "ledger", "pair", "query", "review", "search", "statement"]

LONG = 40_000
"""Beyond this many characters a passage is on a page of its own of the document."""


def pair(one: str, other: str) -> str:
    """``/pairs/BGR-KAZ``: alphabetical, whichever is asked for."""
    a, b = sorted((one, other))
    return f"/pairs/{quote(a, safe='')}-{quote(b, safe='')}"


def ledger(one: str, other: str, **fields: Any) -> str:
    """The ledger of a pair."""
    a, b = sorted((one, other))
    return f"/ledger/{quote(a, safe='')}-{quote(b, safe='')}{query(**fields)}"


def document(id: str, start: int | None = None, end: int | None = None) -> str:
    """A document, or a passage of it: ``#1204-1260``."""
    if start is None:
        return f"/documents/{quote(id, safe='')}"
    where = (f"?from={start}" if start > LONG else "") + f"#{start}-{end}"
    return f"/documents/{quote(id, safe='')}{where}"


def statement(id: str) -> str:
    """A statement and why it says so."""
    return f"/statements/{quote(id, safe='')}"


def finding(id: str) -> str:
    """A finding with its passages."""
    return f"/findings/{quote(id, safe='')}"


def review(id: str = "", encoded: str = "") -> str:
    """The queue of reviews, at a statement where one is given."""
    return "/review" + (f"/{quote(id, safe='')}" if id else "") + (f"?{encoded}" if encoded else "")


def search(encoded: str = "") -> str:
    """A search by its query."""
    return f"/search?{encoded}" if encoded else "/search"


def query(**fields: Any) -> str:
    """``?a=1&b=2`` of the fields that have a value."""
    pairs = [(k.rstrip("_"), v) for k, v in fields.items() if v not in (None, "", 0)]
    return f"?{urlencode(pairs)}" if pairs else ""
