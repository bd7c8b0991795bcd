"""Amounts of today and where changes start: "from the current $2 billion to $10 billion", "up from just $2 billion"."""

from __future__ import annotations

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["is_present", "starts_there"]

# Items from the word that says so to its amount: "the current level of bilateral trade of" (assumed).
_NEAR = 6


def is_present(s: Sentence, i: int) -> bool:
    """Whether nothing but the words for an amount parts it from "current", "currently" and the like."""
    return _said_at(s, i) >= 0


def starts_there(s: Sentence, i: int) -> bool:
    """Whether a change starts from the amount: "from just $2 billion", "from the current (level of) $2 billion"."""
    at = max(_said_at(s, i), 0) or i
    while at > 0 and s.lowers[at - 1] in words("figures.present_amounts", "starts"):
        at -= 1
    return at > 0 and s.lowers[at - 1] == "from"


def _said_at(s: Sentence, i: int) -> int:
    for k in range(i - 1, max(-1, i - 1 - _NEAR), -1):
        if s.lowers[k] in words("figures.present_amounts", "present"):
            return k
        if s.lowers[k].partition(" ")[0] not in words("figures.present_amounts", "amounts"):
            return -1
    return -1
