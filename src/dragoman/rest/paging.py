"""Pages of long lists, cut at keys that never change.

A cursor says after which row to go on: when it came into the record, and its key. What is written
meanwhile comes later in the order, so no page repeats or loses a row that was there before.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Annotated, Any

import numpy as np
from fastapi import Query

from dragoman.desk.workspace import Workspace
from dragoman.errors import UsageError
from dragoman.record.browsing import Numbers

__all__ = ["BadCursor", "Cursor", "Limit", "after_key", "arrivals", "decode", "encode", "page_of", "reached"]

Cursor = Annotated[
    str | None,
    Query(
        description="Where the page before ended: its `next`.", max_length=2000, pattern=r"^[A-Za-z0-9_-]+$"
    ),
]
Limit = Annotated[int, Query(description="Most items of a page.", ge=1, le=500)]


class BadCursor(UsageError):
    """A cursor that no page gave out."""

    code = "cursor-invalid"


def encode(key: Sequence[Any]) -> str:
    """A key as an opaque word."""
    return base64.urlsafe_b64encode(json.dumps(list(key)).encode()).decode().rstrip("=")


def decode(cursor: str, kinds: tuple[type, ...]) -> tuple[Any, ...]:
    """The key in a cursor.

    Raises
    ------
    BadCursor
        It is none, or of another list.
    """
    try:
        found = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        found = None
    fits = isinstance(found, list) and len(found) == len(kinds)
    if not fits or any(type(part) is not kind for part, kind in zip(found, kinds)):
        raise BadCursor(
            "no such cursor", remedy="use `next` of the page before, or leave it out to begin anew"
        )
    return tuple(found)


def arrivals(workspace: Workspace) -> Numbers:
    """Places of all statements in the order in which they came, by key where at once."""

    def order() -> Numbers:
        columns = workspace.catalogue.columns
        return np.lexsort((columns.keys, columns.added))

    return workspace.answers.now("arrivals", order)


def after_key(workspace: Workspace, places: Numbers, cursor: str | None) -> Numbers:
    """Those of the places, in order of arrival, that come after a cursor."""
    order = arrivals(workspace)
    wanted = np.zeros(len(order), bool)
    wanted[places] = True
    rows = order[wanted[order]]
    if cursor is None:
        return rows
    added, key = decode(cursor, (int, int))
    columns = workspace.catalogue.columns
    if not 0 <= key < 2**64 or not -(2**62) < added < 2**62:
        raise BadCursor("no such cursor", remedy="use `next` of the page before")
    came, keys = columns.added[rows], columns.keys[rows]
    later: Numbers = rows[(came > added) | ((came == added) & (keys > np.uint64(key)))]
    return later


def statement_key(workspace: Workspace, place: int) -> tuple[int, int]:
    """The key of a statement in the order of arrival."""
    columns = workspace.catalogue.columns
    return int(columns.added[place]), int(columns.keys[place])


def reached(cursor: str | None, last_key: Sequence[Any] | None) -> dict[str, str | None]:
    """Where a list in order of arrival has been read to: from there what comes later is asked for."""
    return {"reached": cursor if last_key is None else encode(last_key)}


def page_of(items: list[Any], next_key: Sequence[Any] | None, total: int | None = None) -> dict[str, Any]:
    """A page: items, and the cursor of the next where there is one."""
    out: dict[str, Any] = {"items": items, "next": None if next_key is None else encode(next_key)}
    if total is not None:
        out["total"] = total
    return out
