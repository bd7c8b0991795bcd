"""Answers that take long: computed once for a state of the record, at once or in the background."""

from __future__ import annotations

import multiprocessing
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any, TypeVar

__all__ = ["Answers"]

T = TypeVar("T")
_KEPT = 512


class Answers:
    """A cache of answers by question; `forget` empties it when the record has changed.

    Slow questions are prepared in a thread and computed in another process, one at a time, so
    that they never hold up pages. An answer that failed is raised again where it is asked for.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="answers")
        self._process: ProcessPoolExecutor | None = None

    def now(self, question: Hashable, compute: Callable[[], T]) -> T:
        """The answer, computed here where it is not known."""
        future, mine = self._entry(question)
        if mine:
            self._run(future, compute)
        elif not future.done():
            return compute()  # it waits its turn in the background: that may take minutes
        answer: T = future.result()
        return answer

    def later(
        self, question: Hashable, prepare: Callable[[], tuple[Any, ...]], compute: Callable[..., T]
    ) -> T | None:
        """The answer, or None while it is being computed in the background.

        ``compute``, of a module's top level, gets what ``prepare`` gathered; both must pickle.
        """
        future, mine = self._entry(question)
        if mine:
            self._thread.submit(self._run, future, lambda: self._apart(compute, prepare()))
        return future.result() if future.done() else None

    def _apart(self, compute: Callable[..., T], given: tuple[Any, ...]) -> T:
        if self._process is None:
            # Not by forking: this process has threads.
            self._process = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
        return self._process.submit(compute, *given).result()

    def forget(self) -> None:
        """The record has changed: nothing known holds any more."""
        with self._lock:
            for future in self._answers.values():
                future.cancel()
            self._answers.clear()

    def close(self) -> None:
        """Start nothing more."""
        self.forget()
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self._process is not None:
            for worker in list((self._process._processes or {}).values()):
                worker.terminate()  # what it computes is wanted by nobody any more
            self._process.shutdown(wait=False, cancel_futures=True)

    def _entry(self, question: Hashable) -> tuple[Future[Any], bool]:
        with self._lock:
            future = self._answers.get(question)
            if future is not None and not future.cancelled():
                self._answers.move_to_end(question)
                return future, False
            future = self._answers[question] = Future()
            while len(self._answers) > _KEPT:
                self._answers.popitem(last=False)
            return future, True

    @staticmethod
    def _run(future: Future[Any], compute: Callable[[], Any]) -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(compute())
        except BaseException as error:
            future.set_exception(error)
