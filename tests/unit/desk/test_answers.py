"""Answers are computed once, and nobody who wants one at once waits for the background."""

from __future__ import annotations

import threading

import pytest

from dragoman.desk.answers import Answers


def test_an_answer_is_computed_once_until_the_record_changes() -> None:
    answers, asked = Answers(), []
    for _ in range(3):
        answers.now("question", lambda: asked.append(1))
    answers.forget()
    answers.now("question", lambda: asked.append(1))
    assert len(asked) == 2
    answers.close()


def test_a_failure_is_raised_where_it_is_asked_for() -> None:
    answers = Answers()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            answers.now("question", lambda: 1 / 0)
    answers.close()


def test_who_wants_an_answer_at_once_does_not_wait_for_the_background() -> None:
    answers, begun, free = Answers(), threading.Event(), threading.Event()

    def prepare() -> tuple[int]:
        begun.set()
        free.wait(30)
        return (3,)

    assert answers.later("question", prepare, abs) is None
    assert begun.wait(30)
    assert answers.now("question", lambda: 7) == 7
    free.set()
    answers.close()
