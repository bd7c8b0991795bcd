"""What a pattern cannot match without: strings of which one stands in every match of it.

Hundreds of rules look for a pattern in each sentence, and nearly none is there. One automaton of all
strings they need tells at once which patterns are worth a search; the others cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

__all__ = ["Needs", "Signs", "alternatives"]

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
# Strings this long [characters] are rare enough to look for besides the most telling ones: assumed.
_RARE = 3
_Sets = list[frozenset[str]]


def alternatives(pattern: re.Pattern[str]) -> list[_Sets] | None:
    """Of each alternative of a pattern sets of strings, of each of which a match holds one, the most telling first.

    None where there is an alternative that needs no string, or only a letter.

    Examples
    --------
    >>> [[sorted(s) for s in sets] for sets in alternatives(re.compile(r"\\b(im|ex)port of (\\w+ )?coal|gas")) or ()]
    [[['port of '], ['coal']], [['gas']]]
    >>> alternatives(re.compile(r"\\d+ ?|fuel")) is None
    True
    """
    if pattern.flags & re.IGNORECASE:
        return None
    found = [list(_of_sequence(branch)) for branch in _branches(parser.parse(pattern.pattern, pattern.flags))]
    for sets in found:
        sets.sort(key=_telling, reverse=True)
        sets[1:] = [one for one in sets[1:] if _telling(one)[0] >= _RARE]
    return found if all(found) else None


def _branches(parsed: Iterable[Any]) -> list[Any]:
    parts = list(parsed)
    return parts[0][1][1] if len(parts) == 1 and parts[0][0] is codes.BRANCH else [parts]


def _of_sequence(parts: Iterable[Any]) -> Iterator[frozenset[str]]:
    """The sets that the parts of a sequence need."""
    run = ""
    for code, value in (*parts, (None, None)):
        if code is codes.LITERAL:
            run += chr(value)
            continue
        for found in (frozenset([run]), _of_part(code, value)):
            if found and all(len(sign) > 1 or (sign and not sign.isalnum() and sign != " ") for sign in found):
                yield found
        run = ""


def _of_part(code: Any, value: Any) -> frozenset[str] | None:
    if code is codes.SUBPATTERN:
        _, added, _, inside = value
        return None if added & re.IGNORECASE else _best(inside)
    if code is codes.BRANCH:
        branches = [_best(branch) for branch in value[1]]
        return frozenset().union(*(b for b in branches if b)) if all(branches) else None
    if code in _REPEATS:
        return _best(value[2]) if value[0] else None
    return _best(value) if code is codes.ATOMIC_GROUP else None


def _best(parts: Iterable[Any]) -> frozenset[str] | None:
    return max(_of_sequence(parts), key=_telling, default=None)


def _telling(signs: frozenset[str]) -> tuple[int, int]:
    """Long strings are rare, and few rarer than many."""
    return min(map(len, signs)), -len(signs)


class Needs(NamedTuple):
    """What a pattern needs, by the numbers of the strings: any at all, and of each alternative one of each set."""

    any: frozenset[int]
    each: tuple[tuple[frozenset[int], ...], ...]

    def met(self, within: frozenset[int]) -> bool:
        """Whether a pattern may match in a text in which the strings ``within`` stand."""
        if self.any.isdisjoint(within):
            return False
        for sets in self.each:
            for one in sets:
                if one.isdisjoint(within):
                    break
            else:
                return True
        return False


class Signs:
    """Which of many patterns can match in a text at all."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        found = {p: needed for p in patterns if (needed := alternatives(p))}
        strings = sorted({sign for needed in found.values() for sets in needed for one in sets for sign in one})
        number = {sign: n for n, sign in enumerate(strings)}
        self.needs: dict[re.Pattern[str], Needs] = {}
        for pattern, needed in found.items():
            each = tuple(tuple(frozenset(number[sign] for sign in one) for one in sets) for sets in needed)
            self.needs[pattern] = Needs(frozenset().union(*(sets[0] for sets in each)), each)
        # small enough for the processor's cache, where the larger table of a DFA is not
        automaton = AhoCorasick(strings, implementation=Implementation.ContiguousNFA)
        self._find = automaton.find_matches_as_indexes

    def alone(self, pattern: re.Pattern[str], text: str) -> bool:
        """Whether the one pattern that these signs are of is found in a short text."""
        return not (self.needs and not self._find(text)) and pattern.search(text) is not None

    def within(self, text: str) -> frozenset[int]:
        """The numbers of the strings that stand in a text."""
        return frozenset([n for n, _, _ in self._find(text, overlapping=True)])
