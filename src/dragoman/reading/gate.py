"""Which documents can say nothing between parties, told before the dear annotators run (§L1).

Every statement has two sides, but for money given, whose receiver the text may leave open, and
quotes, which in a document of one party are about nobody. So a document that names fewer than two
parties, in whatever way the reader knows, and gives no money away, is left out. Nothing is lost:
``tests/quality/test_gate_loses_nothing.py`` reads with and without.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from dragoman.reading.annotations import PlaceMention
from dragoman.reading.entities.organisations import known_organisations
from dragoman.reading.entities.parties import plain_text
from dragoman.reading.entities.titles import load_titles
from dragoman.reading.quantities import find_quantities
from dragoman.reading.quantities.currency_words import currency_places
from dragoman.reading.syntax.lexicon import Lexicon
from dragoman.reading.syntax.sentences import paragraph_spans, spans_within

__all__ = ["Gate"]

_GIVEN = ("aid", "loan", "investment")
_GIVING = ("give_v", "lend_v", "invest_v")
# Characters beside a sentence that an amount may reach into.
_AROUND = 60


@lru_cache(maxsize=1)
def _bearers() -> tuple[Any, list[str]]:
    """Names that carry a country without naming it: companies and offices of one state."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    countries = {**known_organisations(), **load_titles().own}
    names = sorted(countries)
    return AhoCorasick(names, matchkind=MatchKind.Standard), [countries[name] for name in names]


def _first_words(lex: Lexicon) -> frozenset[str]:
    """The first word of every form of a noun of giving money, and every form of a verb: "set aside", not each "set"."""
    nouns = {w for name in _GIVEN for w in lex.noun_classes.get(name, ())}
    verbs = {w for name in _GIVING for w in lex.verb_classes.get(name, ())}
    forms = {f for f, lemma in lex.noun_lemma.items() if lemma in nouns}
    forms |= {f for f, lemma in lex.verb_lemma.items() if lemma in verbs}
    phrases = {first: rest for first, _, rest in (v.partition(" ") for v in verbs) if rest}
    forms |= {f"{f} {phrases[lemma]}" for f, lemma in lex.verb_lemma.items() if lemma in phrases}
    return frozenset(forms | {f for f, entries in lex.phrases.items() if any(e[1] in nouns for e in entries)})


def _any_within(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


class Gate:
    """Tells by what a text names whether anything can be read in it."""

    def __init__(self, lexicon: Lexicon) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        # The longest word of those that begin alike is found; a shorter one would end inside a word.
        words = sorted(_first_words(lexicon))
        self._giving = AhoCorasick(
            words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )

    @staticmethod
    def two_sides(text: str, codes: Iterable[str], places: Sequence[PlaceMention]) -> bool:
        """Whether a text names two parties: those of ``codes``, those of its places, companies and offices."""
        sides = set(codes)
        if len(sides) < 2:
            sides.update(place.country for place in places if place.country)
        if len(sides) < 2:
            find, countries = _bearers()
            hits = find.find_matches_as_indexes(plain_text(text), overlapping=True)
            sides.update(countries[number] for number, _, _ in hits)
        return len(sides) > 1

    def gives_money(self, text: str) -> bool:
        """Whether a sentence has both an amount of money and a word of giving, lending or investing."""
        lowered = text.lower()
        if len(lowered) != len(text):  # offsets would not fit: no news has such signs, let it pass
            return True
        size = len(lowered)
        said = [
            start
            for _, start, end in self._giving.find_matches_as_indexes(lowered)
            if not (start and lowered[start - 1].isalnum()) and not (end < size and lowered[end].isalnum())
        ]
        money = currency_places(text, lowered) if said else []
        if not money:
            return False
        for start, end in paragraph_spans(text):
            if not _any_within(said, start, end) or not _any_within(money, start - _AROUND, end + _AROUND):
                continue
            for a, b in spans_within(text, start, end):
                told = _any_within(said, a, b) and _any_within(money, a - _AROUND, b + _AROUND)
                if told and self._has_money(text, a, b):
                    return True
        return False

    @staticmethod
    def _has_money(text: str, start: int, end: int) -> bool:
        piece = text[max(0, start - _AROUND) : end + _AROUND]
        return any(q.kind == "money" for q in find_quantities(piece))
