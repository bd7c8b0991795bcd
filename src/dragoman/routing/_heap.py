"""The binary heap of the compiled searches: keys and items in arrays, the least key first."""

from __future__ import annotations

from typing import Any

from dragoman.routing.kernels import jit

__all__ = ["push", "sink"]


@jit
def sink(keys: Any, items: Any, size: int) -> None:
    """Close the gap at the top, whose entry was taken, with the entry at ``size``."""
    last, last_item = keys[size], items[size]
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size:
            break
        if child + 1 < size and keys[child + 1] < keys[child]:
            child += 1
        if keys[child] >= last:
            break
        keys[i] = keys[child]
        items[i] = items[child]
        i = child
    keys[i] = last
    items[i] = last_item


@jit
def push(keys: Any, items: Any, size: int, key: float, item: int) -> None:
    """Add an entry to a heap of ``size``."""
    i = size
    while i > 0 and keys[(i - 1) >> 1] > key:
        keys[i] = keys[(i - 1) >> 1]
        items[i] = items[(i - 1) >> 1]
        i = (i - 1) >> 1
    keys[i] = key
    items[i] = item
