"""Where a text can hold an amount of money at all: where a word, code or sign of a currency stands.

Told by words alone, far cheaper than by reading the amounts, and never wrong where it says no:
every amount of money is one by a currency's name, code or sign beside its number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from dragoman.reading.quantities.context import MAGNITUDES, SIZES_BEHIND
from dragoman.reading.quantities.lexicon import load_quantity_lexicon

__all__ = ["currency_places"]

_LETTERS = re.compile(r"[^\W\d_]+")
# Marks inside signs such as "S/." that say nothing of money where they stand alone.
_PLAIN_MARKS = frozenset("./ ")
# Letters of the words that are looked for as printed.
_SHORT = 2


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Signs that are no letters; codes and signs of letters, as printed; last words of names, in lower case."""
    lexicon = load_quantity_lexicon()
    printed = set(lexicon.codes) | lexicon.lower_codes | {code.capitalize() for code in lexicon.lower_codes}
    for code in lexicon.codes:  # "MEUR", "EURbn"
        printed |= {f"{size}{code}" for size in MAGNITUDES} | {f"{code}{size}" for size in SIZES_BEHIND}
    signs: set[str] = set()
    signs |= {sign for behind in lexicon.signs.values() for sign, _ in behind if sign[0] == "/"}
    for sign in (*lexicon.prefixes, *lexicon.folded):
        marks = {c for c in sign if not c.isalpha()} - _PLAIN_MARKS
        signs |= marks
        if not marks:
            printed.add(_LETTERS.findall(sign)[0])
    names = frozenset(_LETTERS.findall(name)[-1] for name in lexicon.names)
    return frozenset(signs), frozenset(printed), names


@lru_cache(maxsize=1)
def _finders() -> tuple[Any, Any]:
    """Automata of signs and words in lower case, and of the shortest words as printed: they stand in many others."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    signs, printed, names = _words()
    words = {*names, *(word.lower() for word in printed)}
    short = {word for word in printed if len(word) <= _SHORT}
    for name in names:
        if len(name) <= _SHORT:
            short |= {name, name.upper(), name.capitalize()}

    def automaton(patterns: set[str]) -> Any:
        made = AhoCorasick(
            sorted(patterns), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )
        return made.find_matches_as_indexes

    return automaton({*signs, *(word for word in words if len(word) > _SHORT)}), automaton(short)


def currency_places(text: str, lowered: str) -> list[int]:
    """Where words, codes and signs of currencies begin; ``lowered`` is the text in lower case, as long as it.

    Examples
    --------
    >>> said = "a loan of 5 million euros"
    >>> currency_places(said, said)
    [20]
    """
    find, find_short = _finders()
    signs, printed, names = _words()
    size = len(text)

    def alone(start: int, end: int) -> bool:
        return not (start and _is_letter(text[start - 1])) and not (end < size and _is_letter(text[end]))

    found = [start for _, start, end in find_short(text) if alone(start, end)]
    for _, start, end in find(lowered):
        word = lowered[start:end]
        if word in signs or (alone(start, end) and (word in names or text[start:end] in printed)):
            found.append(start)
    return sorted(found)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not sign.isdecimal()
