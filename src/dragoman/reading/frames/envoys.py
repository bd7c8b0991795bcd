"""Through whom a state visits and talks: persons, offices and delegations; and whether they do so from afar."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from dragoman.reading.syntax.lexicon import PREP, load_lexicon
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["by_phone", "in_person"]

_OF = 6
"""Items between an office and the country it is of: "the Minister of Trade and Industry of"; assumed."""
_PERSONS = frozenset({"he", "she", "who", "i"})
_AFAR = re.compile(
    r"\b(?:by|over|on|via) (?:the |a )?(?:secure |mobile )?(?:tele)?phone\b|\b(?:(?:tele)?phone|telephonic) (?:call|talk|conversation|discussion|contact)s?\b"
    r"|\b(?:by|via|through|over|in|during|on) (?:an? |the |their )?(?:\w+ )?(?:video[ -]?(?:link|call|conference|conferencing|talks)?|zoom|call)\b"
    r"|\bvideo (?:talks|meeting|consultations|conversation)\b|\b(?:met|meet|meets|meeting|talks|held|spoke) (?:\w+ )?(?:online|virtually|remotely)\b"
)


@lru_cache(maxsize=1)
def _officials() -> frozenset[str]:
    return load_lexicon().noun_classes["official"]


def _official(s: Sentence, i: int) -> bool:
    noun = s.noun[i] or s.lowers[i]
    return noun in _officials() or noun.rpartition(" ")[2] in _officials()


def in_person(s: Sentence, m: Mention) -> bool:
    """Whether a party is told by a person, an office or a delegation: "the Emir of Qatar", "a Kuwaiti delegation"."""
    i = m.item
    if s.kinds[i] == "H" or s.lowers[i] in _PERSONS or s.lowers[i] in words("discourse", "he"):
        return True
    if m.owner:
        return (m.head_item >= 0 and _official(s, m.head_item)) or _in_group(s, i)
    if s.kinds[i] == "w":
        return _official(s, i)
    behind = any(s.lowers[k] in ("of", "from") for k in range(max(0, i - 3), i))
    return behind and any(_official(s, k) for k in range(max(0, i - _OF - 2), i) if not s.tags[k] & PREP)


def _in_group(s: Sentence, i: int) -> bool:
    """Whether firms or people of a country are who a group sent abroad is made of: "a trade mission of 23 Spanish companies"."""
    of = next((k for k in range(i - 1, max(0, i - 4), -1) if s.lowers[k] == "of"), 0)
    return of > 0 and s.noun[of - 1].rpartition(" ")[2] in _GROUPS


_GROUPS = frozenset({"delegation", "mission"})


def by_phone(s: Sentence, trigger: int) -> bool:
    """Whether those who talk do so from afar: "discussed it over the phone", "met by video link"."""
    for m in _AFAR.finditer(s.lowered):
        at = bisect_right(s.starts, s.span[0] + m.start()) - 1
        low, high = sorted((trigger, at))
        if s.clause[at] == s.clause[trigger] and not any(low < g.main < high for g in s.groups):
            return True
    return False
