"""Amounts told for times in their order: "$9 million and $12 million in 2021 and 2022, respectively"."""

from __future__ import annotations

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["respective_times"]

_JOINING = words("figures.respective_times", "joining")


def respective_times(s: Sentence) -> dict[int, int]:
    """The item of its time for each number of a run whose order is that of a run of times.

    The times stand right before the word "respectively", behind their numbers, or open the sentence while
    the numbers stand right before it. Empty where parties or goods are what the order is of.
    """
    if "respectively" not in s.lowers:
        return {}
    end = _back(s, s.lowers.index("respectively"))
    if end < 0:
        return {}
    last = _run(s, end, s.kinds[end])
    if s.kinds[end] == "D":
        numbers = _run(s, _back(s, last[0]), "Q")
        times = last
    elif s.kinds[end] == "Q":
        first = next((k for k in range(min(4, s.n)) if s.kinds[k] == "D"), -1)
        times, numbers = (_run_on(s, first) if first >= 0 else []), last
    else:
        return {}
    kinds = {s.refs[k].kind for k in numbers}
    if not len(times) == len(numbers) > 1 or len(kinds) != 1:
        return {}
    return dict(zip(numbers, times, strict=True))


def _back(s: Sentence, end: int) -> int:
    """The item before ``end`` that is no comma or preposition; or -1."""
    k = end - 1
    while k >= 0 and s.lowers[k] in _JOINING:
        k -= 1
    return k


def _run(s: Sentence, end: int, kind: str) -> list[int]:
    """Items of a kind up to ``end`` with nothing but commas, "and" and prepositions between."""
    found: list[int] = []
    while end >= 0 and s.kinds[end] == kind:
        found.insert(0, end)
        end = _back(s, end)
    return found


def _run_on(s: Sentence, first: int) -> list[int]:
    """Items of times from ``first`` on with nothing but commas, "and" and prepositions between."""
    found = [first]
    for k in range(first + 1, s.n):
        if s.kinds[k] == "D":
            found.append(k)
        elif s.lowers[k] not in _JOINING:
            break
    return found
