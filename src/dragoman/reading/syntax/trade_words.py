"""Words of trade that are nouns in one place and verbs in another: "avocado exports to", "imports tea and exports"."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import BASE, BE, CONJ, DO, EN, HAVE, ING, MODAL, PREP, VERB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["demonym_before", "is_flow", "is_pure_verb", "party_behind", "sells_things", "trades_before"]

_FLOWS = words("syntax.trade_words", "flows")
_TRADES = frozenset("exports imports sells buys ships supplies".split())
_LIST_GOES_ON = frozenset({"and", ",", "to", "from", "as"})
_AUX = BE | HAVE | DO | MODAL
# No noun in the place of a verb: "copper, wine and salmon make up".
_PURE_VERBS = frozenset("make take account constitute represent comprise dominate include remain".split())


def is_flow(s: Sentence, i: int) -> bool:
    """Whether a word names goods that go from one country to another."""
    return s.lowers[i] in _FLOWS


def trades_before(s: Sentence, i: int) -> bool:
    """Whether a verb of trade goes on after one that a country stands before: "Chad imports tea and | exports"."""
    return s.lowers[i] in _TRADES and any(
        s.lowers[k] in _TRADES and (s.kinds[k - 1] == "P" or s.lowers[k - 1] in ("it", "mainly", "country"))
        for k in range(1, i)
    )


def sells_things(s: Sentence, i: int) -> bool:
    """Whether a verb of trade behind a country has a plural as its object: "Chad exports | trucks and fuel to Mali".

    As the verb of the plural "exports" it would not end in -s.
    """
    if s.lowers[i] not in _TRADES or i + 2 >= s.n:
        return False
    if s.noun[i + 1] and s.lowers[i + 2] in _LIST_GOES_ON:
        return s.lowers[i + 1].endswith("s") or s.lowers[i + 1] == "fuel"
    said = bool(s.tags[i + 1] & (EN | ING | BASE)) and not s.tags[i + 1] & (_AUX | PREP | CONJ)
    # "exports building materials, cut flowers and tea to"
    return said and bool(s.noun[i + 2]) and not _LIST_GOES_ON.isdisjoint(s.lowers[i + 3 : i + 4])


def is_pure_verb(s: Sentence, i: int, j: int) -> bool:
    """Whether a word behind a plural or several things at ``j`` can only be a verb: "wine and salmon | make up"."""
    several = s.lowers[j].endswith("s") or (j > 1 and s.lowers[j - 1] in ("and", "&"))
    return several and s.lowers[i] in _PURE_VERBS


def party_behind(s: Sentence, i: int) -> int:
    """Where a party stands at that place or behind "the" or "both"; 0 where none does."""
    at = i + 1 if s.lowers[i : i + 1] in (["the"], ["both"]) else i
    return at if s.kinds[at : at + 1] == ["P"] else 0


def demonym_before(s: Sentence, j: int) -> bool:
    """Whether a plain noun in the singular has a people's adjective before it: "Kenyan avocado"."""
    return (
        j > 0
        and s.kinds[j - 1] == "P"
        and getattr(s.refs[j - 1], "form", "") == "demonym"
        and not s.lowers[j].endswith("s")
        and not s.tags[j] & (VERB | _AUX | PREP | CONJ)
    )
