"""The engine of this machine: some worker processes, each guarded by a thread."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, TypeVar

from dragoman.runner.guarded import Guarded
from dragoman.runner.outcomes import Outcome

__all__ = ["Local"]

A = TypeVar("A")


class Local:
    """See `dragoman.runner.Engine`.

    Parameters
    ----------
    workers : int or None
        Processes [1]; None for one a core.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.guards = [Guarded() for _ in range(max(1, workers or os.cpu_count() or 1))]
        self._stopped = threading.Event()

    def run(
        self, function: Callable[[A], Any], items: Iterable[A], limit: float | None = None
    ) -> Iterator[tuple[A, Outcome]]:
        """See `Engine.run`; items are taken only as workers are free for them."""
        waiting, taking = iter(items), threading.Lock()
        done: queue.SimpleQueue[tuple[A, Outcome] | BaseException | None] = queue.SimpleQueue()
        self._stopped.clear()

        def serve(guard: Guarded) -> None:
            try:
                while not self._stopped.is_set():
                    with taking:
                        try:
                            item = next(waiting)
                        except StopIteration:
                            break
                    done.put((item, guard.call(function, item, limit)))
            except BaseException as error:  # whatever it is belongs to who asked
                done.put(error)
            done.put(None)

        threads = [threading.Thread(target=serve, args=(g,), daemon=True) for g in self.guards]
        for thread in threads:
            thread.start()
        ended = 0
        try:
            while ended < len(threads):
                found = done.get()
                if found is None:
                    ended += 1
                elif isinstance(found, BaseException):
                    raise found
                else:
                    yield found
        finally:
            if ended < len(threads):
                self._stopped.set()
                self._end_workers(threads)

    def _end_workers(self, threads: Iterable[threading.Thread]) -> None:
        # More than once: a guard takes the first for a loss and begins its item again.
        for thread in threads:
            while thread.is_alive():
                for guard in self.guards:
                    if (pid := guard.pid) is not None:
                        _kill(pid)
                thread.join(0.05)

    def close(self) -> None:
        """End all workers."""
        self._stopped.set()
        for guard in self.guards:
            guard.close()

    def __enter__(self) -> Local:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
