"""What may be quoted: statements with their passage, its source, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.desk.catalogue import VERDICTS
from dragoman.desk.workspace import Workspace
from dragoman.model.statements import Statement, to_json

__all__ = ["cited", "judged", "plain"]


def plain(s: Statement) -> dict[str, Any]:
    """A statement as the contract has it."""
    out = to_json(s)
    out.pop("because", None)
    return out


def judged(workspace: Workspace, told: Iterable[Statement]) -> list[dict[str, Any]]:
    """Statements with their document, what people decided on them, and the verdicts of the findings that rest on them."""
    c = workspace.catalogue
    out = []
    for s in told:
        place = c.place(s.id)
        found = set() if place is None else {c.found.verdicts[int(n)] for n in c.findings_of.places(place)}
        review = workspace.decided.verdicts.get(s.id, "open")
        d = c.document_of(s.id)
        more = {"document": None if d is None else d.id, "review": review}
        out.append(plain(s) | more | {"verdicts": sorted(found, key=VERDICTS.index)})
    return out


def cited(workspace: Workspace, told: Iterable[Statement]) -> list[dict[str, Any]]:
    """Statements as `judged` has them, each with the source of its passage: title, outlet, date, address."""
    c = workspace.catalogue
    out = judged(workspace, told)
    for one in out:
        at = c.document_place.get(one.pop("document"))
        d = None if at is None else c.documents[at]
        one["source"] = (
            None
            if d is None
            else {"document": d.id, "title": d.title, "outlet": d.outlet, "date": d.date, "url": d.url}
        )
    return out
