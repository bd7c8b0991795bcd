"""Answers that take long: computed once for a state of the record, at once or in the background."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

__all__ = ["Answers"]

T = TypeVar("T")
_KEPT = 512


class Answers:
    """A cache of answers by question; `forget` empties it when the record has changed.

    One thread works in the background, so that slow questions never hold up pages. An answer
    that failed is raised again where it is asked for.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="answers")

    def now(self, question: Hashable, compute: Callable[[], T]) -> T:
        """The answer, computed here where it is not known."""
        future, mine = self._entry(question)
        if mine:
            self._run(future, compute)
        answer: T = future.result()
        return answer

    def later(self, question: Hashable, compute: Callable[[], T]) -> T | None:
        """The answer, or None while it is being computed in the background."""
        future, mine = self._entry(question)
        if mine:
            self._thread.submit(self._run, future, compute)
        return future.result() if future.done() else None

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
