"""Whose delegation is spoken of: after "15 lawmakers of Malta left in a delegation", "the delegation" is Malta's."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["Delegation", "delegation_after", "the_delegation"]

_BEHIND = 8
"""Items between "delegation" and whose it is: "a delegation of some fifteen young lawmakers from"; assumed."""
_LASTS = 3
"""Sentences in which "the delegation" means the one told of; assumed."""
_LEADING = words("discourse.delegations", "leading")
_TOLD_BEHIND = frozenset({"of", "from", "led", "headed", "to"})


class Delegation(NamedTuple):
    """Whose the delegation told of last is, and in how many more sentences "the delegation" means it."""

    codes: tuple[str, ...] = ()
    left: int = 0


_NOBODYS = Delegation()


def delegation_after(s: Sentence, before: Delegation) -> Delegation:
    """The delegation spoken of behind a sentence."""
    codes = _delegates(s)
    if codes:
        return Delegation(codes, _LASTS)
    return Delegation(before.codes, before.left - 1) if before.left > 1 else _NOBODYS


def _delegates(s: Sentence) -> tuple[str, ...]:
    """The one party whose delegation a sentence names; empty where it names none, or several."""
    if "delegation" not in s.forms:
        return ()
    found: list[tuple[str, ...]] = []
    for i, noun in enumerate(s.noun):
        if noun.rpartition(" ")[2] == "delegation" and s.kinds[i] == "w":
            found.extend(_of(s, i))
    return found[0] if len(set(found)) == 1 and len(found[0]) == 1 else ()


def _of(s: Sentence, i: int) -> list[tuple[str, ...]]:
    owners = [m.codes for m in s.mentions if m.owner and m.head_item == i]
    if owners:
        return owners
    behind = [m for m in s.mentions if i < m.item <= i + _BEHIND and not m.owner and _of_whom(s, m.item)]
    between = range(i + 1, behind[0].item) if behind else range(0)
    if behind and not any(k in s.verb_at for k in between):
        return [behind[0].codes]
    verb = next((g for g in reversed(s.groups) if g.main < i), None)
    if verb is None or verb.lemma not in _LEADING or verb.passive:
        return []
    return [m.codes for m in s.mentions if m.cue == "subj" and m.item < verb.first][:1]


def _of_whom(s: Sentence, i: int) -> bool:
    """Whether a party stands behind "of" or "from"."""
    return s.lowers[i - 1 - (s.lowers[i - 1] == "the")] in ("of", "from")


def the_delegation(s: Sentence, i: int) -> bool:
    """Whether "the delegation" at item ``i`` is one told of before."""
    return i > 0 and s.lowers[i - 1] == "the" and s.lowers[i + 1 : i + 2] not in ([w] for w in _TOLD_BEHIND)
