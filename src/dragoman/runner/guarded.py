"""One function call in a process of its own: it may crash or hang, the caller goes on."""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, TypeVar

from dragoman.runner.child import receive, send
from dragoman.runner.outcomes import Outcome

__all__ = ["Guarded"]

A = TypeVar("A")


class Guarded:
    """A worker process that is started when first needed and again when it was lost.

    Functions must be of a module's top level, and items and results picklable.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The worker's process, where one runs."""
        return self._process.pid if self._process else None

    def call(self, function: Callable[[A], Any], item: A, limit: float | None, tries: int = 2) -> Outcome:
        """What the function makes of the item, at most ``limit`` seconds a try.

        An exception of the function is an answer. A worker that is lost or hangs is replaced and
        the item tried again, up to ``tries`` times in all.
        """
        why = ""
        for attempt in range(1, tries + 1):
            try:
                done, value = self._call(function, item, limit)
            except _LostError as lost:
                why = str(lost)
                continue
            if done:
                return Outcome(value=value, tries=attempt)
            return Outcome(error=str(value), tries=attempt)
        return Outcome(error=why, lost=True, tries=tries)

    def _call(self, function: Callable[[A], Any], item: A, limit: float | None) -> tuple[bool, Any]:
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            send(process.stdin, (function, item))
            if not _ready(process.stdout.fileno(), limit):
                self.close()
                raise _LostError(f"no answer within {limit:g} seconds")
            answer: tuple[bool, Any] = receive(process.stdout)
            return answer
        except (EOFError, BrokenPipeError, ConnectionError) as error:
            code = self._ended()
            raise _LostError(f"its process ended ({code}), most likely killed or out of memory") from error

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-c", "from dragoman.runner.child import main; main()"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            )
            assert self._process.stdin is not None
            send(self._process.stdin, list(sys.path))
        return self._process

    def _ended(self) -> str:
        if self._process is None:
            return "stopped"
        code = self._process.wait(10)
        self.close()
        return f"signal {-code}" if code < 0 else f"status {code}"

    def close(self) -> None:
        """End the worker, whatever it does."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # unsent bytes for a process that is gone
                    stream.close()


class _LostError(Exception):
    """The worker ended or hung."""


def _ready(descriptor: int, limit: float | None) -> bool:
    """Whether there is something to read before the time is over."""
    until = None if limit is None else time.monotonic() + limit
    poll = select.poll()
    poll.register(descriptor, select.POLLIN | select.POLLHUP)
    while True:
        left = None if until is None else max(0.0, until - time.monotonic())
        if poll.poll(None if left is None else left * 1000):
            return True
        if left is not None and left <= 0:
            return False
