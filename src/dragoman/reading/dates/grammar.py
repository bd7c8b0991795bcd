"""The cascade: patterns over class letters, each reducing the tokens it matches to one.

Letters: ``M`` month name, ``Y`` four-digit year, ``D`` number below 100, ``X`` other number,
``n`` number word, ``O`` ordinal, ``W`` weekday, ``U`` unit, ``R`` this/last/next, ``S`` same/that,
``T`` today, ``Z`` season, ``H`` holiday, ``Q`` Q1 or H1, ``C`` decade, ``P`` early/mid/end,
``#`` a chain such as 12/10/2007, ``A`` a time already read, ``B`` a duration, ``E`` a set,
``_`` any other word, ``|`` a break; the small words as ``words`` of the lexicon has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dragoman.reading.dates.atoms import Atom
from dragoman.reading.dates.tokens import Token

__all__ = ["Builder", "Cascade", "Tokens", "first", "reduced"]

Tokens = list[Token]
# Gets the tokens matched and all tokens with the index of the first; gives what replaces
# them: one token, several, or None to leave them.
Builder = Callable[[Tokens, Tokens, int], "Token | Tokens | None"]


class Cascade:
    """Rules in order; every rule passes once over the whole stretch, or until it changes nothing."""

    def __init__(self) -> None:
        self._rules: list[tuple[re.Pattern[str], Builder, bool, tuple[frozenset[str], ...]]] = []

    def rule(self, pattern: str, *, again: bool = False, need: str = "") -> Callable[[Builder], Builder]:
        """Register a builder for a pattern.

        ``again`` repeats it while it matches, at most 4 times; ``need`` is a letter without which
        the pattern cannot match, or several groups of letters ("A tu") of each of which it needs one.
        """

        def register(builder: Builder) -> Builder:
            self._rules.append((re.compile(pattern), builder, again, tuple(map(frozenset, need.split()))))
            return builder

        return register

    def rules(self) -> Iterator[tuple[re.Pattern[str], tuple[frozenset[str], ...]]]:
        """Every pattern with the groups of letters that it needs."""
        yield from ((pattern, need) for pattern, _, _, need in self._rules)

    def reduce(self, tokens: Tokens) -> Tokens:
        """Apply all rules."""
        letters = "".join([token.cls for token in tokens])
        present = set(letters)
        lacks = present.isdisjoint
        for pattern, builder, again, need in self._rules:
            for group in need:
                if lacks(group):
                    break
            else:
                for _ in range(4 if again else 1):
                    if pattern.search(letters) is None:  # most match nowhere
                        break
                    changed = self._pass(pattern, builder, tokens, letters)
                    if changed is None:
                        break
                    tokens, letters = changed
                    present = set(letters)
                    lacks = present.isdisjoint
        return tokens

    @staticmethod
    def _pass(
        pattern: re.Pattern[str], builder: Builder, tokens: Tokens, letters: str
    ) -> tuple[Tokens, str] | None:
        """The tokens and their letters after one rule, or None where it changes nothing."""
        out: Tokens = []
        spelled: list[str] = []
        done = 0
        for match in pattern.finditer(letters):
            start, end = match.span()
            if start < done or start == end:
                continue
            made = builder(tokens[start:end], tokens, start)
            if made is None:
                continue
            out += tokens[done:start]
            spelled.append(letters[done:start])
            if isinstance(made, Token):
                out.append(made)
                spelled.append(made.cls)
            else:
                out += made
                spelled += [token.cls for token in made]
            done = end
        if not done:
            return None
        spelled.append(letters[done:])
        return out + tokens[done:], "".join(spelled)


def first(tokens: Tokens, classes: str) -> Token | None:
    """The first token of one of the classes."""
    return next((token for token in tokens if token.cls in classes), None)


def reduced(tokens: Tokens, atom: Atom | None) -> Token | None:
    """The token of a time over all the tokens it was read from; None where there is none."""
    return Token(tokens[0].start, tokens[-1].end, "A", atom) if atom is not None else None
