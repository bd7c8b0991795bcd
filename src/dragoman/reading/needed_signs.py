"""What a pattern cannot match without: strings of which one stands in every match of it.

Hundreds of rules look for a pattern in each sentence, and nearly none is there. One automaton of all
strings they need tells at once which patterns are worth a search; the others cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["Signs", "needed"]

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def needed(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Strings of which every match of a pattern holds one, or None where there is no such set.

    Examples
    --------
    >>> sorted(needed(re.compile(r"\\b(export|import)s? of (\\w+ )?gas")))
    [' of ']
    >>> needed(re.compile(r"\\d+ ?")) is None
    True
    """
    return _of_sequence(parser.parse(pattern.pattern, pattern.flags))


def _of_sequence(parts: Iterable[Any]) -> frozenset[str] | None:
    """The most telling of the sets that the parts of a sequence need: no short strings, then few."""
    best: frozenset[str] | None = None
    run = ""
    for code, value in (*parts, (None, None)):
        if code is codes.LITERAL:
            run += chr(value)
            continue
        for found in (frozenset([run]) if run else None, _of_part(code, value)):
            if found and (best is None or _telling(found) > _telling(best)):
                best = found
        run = ""
    return best


def _of_part(code: Any, value: Any) -> frozenset[str] | None:
    if code is codes.SUBPATTERN:
        _, added, _, inside = value
        return None if added & re.IGNORECASE else _of_sequence(inside)
    if code is codes.BRANCH:
        branches = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*(b for b in branches if b)) if all(branches) else None
    if code in _REPEATS:
        return _of_sequence(value[2]) if value[0] else None
    return _of_sequence(value) if code is codes.ATOMIC_GROUP else None


def _telling(signs: frozenset[str]) -> tuple[int, int]:
    return min(map(len, signs)), -len(signs)


class Signs:
    """Which of many patterns can match in a text at all."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        found = {p: None if p.flags & re.IGNORECASE else needed(p) for p in patterns}
        strings = sorted({sign for signs in found.values() if signs for sign in signs})
        number = {sign: n for n, sign in enumerate(strings)}
        self._needs = {p: frozenset(number[s] for s in signs) for p, signs in found.items() if signs}
        self._find = AhoCorasick(strings, implementation=Implementation.ContiguousNFA).find_matches_as_indexes

    def alone(self, pattern: re.Pattern[str], text: str) -> bool:
        """Whether the one pattern that these signs are of is found in a short text."""
        return not (self._needs and not self._find(text)) and pattern.search(text) is not None

    def within(self, text: str) -> frozenset[int]:
        """The numbers of the strings that stand in a text."""
        return frozenset([n for n, _, _ in self._find(text, overlapping=True)])

    def search(self, pattern: re.Pattern[str], text: str, within: frozenset[int]) -> bool:
        """Whether a pattern is found in a text in which the strings ``within`` stand."""
        needs = self._needs.get(pattern)
        if needs is not None and needs.isdisjoint(within):
            return False
        return pattern.search(text) is not None
