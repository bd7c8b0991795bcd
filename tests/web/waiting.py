"""Waiting for what goes on in the background."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

__all__ = ["finished", "until"]


def until(done: Callable[[], Any], most: float = 60) -> Any:
    """What ``done`` gives once it is true; fails after so many seconds."""
    end = time.monotonic() + most
    while time.monotonic() < end:
        if found := done():
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


def finished(client: Any, address: str) -> dict[str, Any]:
    """The tables of an upload once it is done."""

    def look() -> dict[str, Any] | None:
        tables = client.get(f"{address}.json").json()["tables"]
        return tables if tables["progress"][0]["stage"] in ("done", "failed") else None

    found: dict[str, Any] = until(look)
    return found
