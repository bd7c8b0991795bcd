"""Blocs, organisations and formats that act towards countries: EU, UN, OSCE, OTS, C5+1, ...

Codes are the acronyms in common use; members are given where the list is plain fact and
useful for "member states" (``data/codes/bodies.csv``, state of 2026).
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import lru_cache

from dragoman.codes.countries import folded
from dragoman.codes.tables import read_rows
from dragoman.errors import UnknownCode

__all__ = ["Body", "bodies", "body", "is_body"]


@dataclass(frozen=True, slots=True)
class Body:
    """A bloc (states that act together), body (an organisation) or format (a meeting of states)."""

    code: str
    kind: str
    name: str
    members: tuple[str, ...]


@lru_cache(maxsize=1)
def bodies() -> tuple[Body, ...]:
    """Every body, sorted by code."""
    rows = sorted(read_rows("bodies.csv"), key=lambda r: r["code"])
    return tuple(Body(r["code"], r["kind"], r["name"], tuple(r["members"].split())) for r in rows)


@lru_cache(maxsize=1)
def _index() -> dict[str, Body]:
    by_code = {b.code: b for b in bodies()}
    found: dict[str, Body] = {}
    for row in read_rows("party_forms.csv"):
        if row["code"] in by_code:
            found.setdefault(folded(row["form"]), by_code[row["code"]])
    return found | {folded(b.code): b for b in bodies()} | {folded(b.name): b for b in bodies()}


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(b.code for b in bodies())


def is_body(code: str) -> bool:
    """Whether ``code`` is a body's code."""
    return code in _codes()


def body(code_or_name: str) -> Body:
    """Look one body up by its code or any of its names.

    Raises
    ------
    UnknownCode
        No such body; the message has the nearest names.
    """
    try:
        return _index()[folded(code_or_name.strip())]
    except KeyError:
        names = {folded(b.name): b.code for b in bodies()} | {folded(b.code): b.code for b in bodies()}
        near = difflib.get_close_matches(folded(code_or_name), names, n=3, cutoff=0.6)
        hint = f"did you mean {', '.join(names[n] for n in near)}?" if near else "see data/codes/bodies.csv"
        raise UnknownCode(f"no body {code_or_name!r}", remedy=hint) from None
