"""Maps a function over items on this machine: in this process, or in several, in the same order."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import TypeVar

from dragoman.errors import DragomanError

__all__ = ["Processes"]

A = TypeVar("A")
B = TypeVar("B")


class Processes:
    """A pool whose results come in the order of the items, whatever the number of workers.

    Parameters
    ----------
    workers : int
        Processes to use [1]; with 1 everything runs in this one.

    Notes
    -----
    Items are taken a few ahead of the results, so memory does not grow with their number.
    Functions and items must be picklable where there is more than one worker.
    """

    def __init__(self, workers: int = 1) -> None:
        self.workers = max(1, workers)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Processes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """Results of the function in the order of the items."""
        if self.workers == 1:
            yield from map(function, items)
            return
        pool = self._started()
        waiting: deque[Future[B]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(function, item))
                if len(waiting) > 2 * self.workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise DragomanError(
                "a worker process was ended from outside, most likely for want of memory",
                remedy="run again with --workers 1",
            ) from error
        finally:
            for future in waiting:
                future.cancel()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            from multiprocessing import get_context

            # Not fork: a forked copy of a process with database threads may hang.
            self._pool = ProcessPoolExecutor(
                self.workers, mp_context=get_context("spawn"), initializer=_end_with_parent
            )
        return self._pool


def _end_with_parent() -> None:
    """A worker whose parent was killed ends too, instead of waiting for work for ever."""
    import signal
    from multiprocessing import connection, parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted and ends the pool
    parent = parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
