"""What became of an item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, TypeVar

__all__ = ["Engine", "Outcome"]

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result, or why there is none.

    ``lost`` tells a worker that ended or hung each time from a function that raised; ``tries``
    counts how often the item was begun.
    """

    value: Any = None
    error: str | None = None
    lost: bool = False
    tries: int = 1


class Engine(Protocol):
    """Calls a function on many items, somewhere; outcomes come as they are ready.

    A worker that is lost loses nothing but time: its item is begun again, once. An item that takes
    longer than ``limit`` seconds is stopped, begun again once, and then given up.
    """

    def run(
        self, function: Callable[[A], Any], items: Iterable[A], limit: float | None = None
    ) -> Iterator[tuple[A, Outcome]]:
        """Each item with its outcome, in no particular order."""

    def close(self) -> None:
        """End all workers."""

    def __enter__(self) -> Engine: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
