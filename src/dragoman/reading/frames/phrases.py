"""Phrases of a clause as wholes: those joined by "and", and objects that nothing else follows."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.syntax.lexicon import CONJ, PREP, SUB
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["joined_phrases", "person_alone"]


def joined_phrases(s: Sentence, near: Sequence[Mention], got: Sequence[Mention]) -> list[Mention]:
    """Further phrases of the same preposition joined by "and": "flew to Riga on Monday and then on to Oslo"."""
    items = {m.item for m in near}
    return [
        m for m in got
        if m not in near and m.item > max(items) and m.clause == near[0].clause
        and "and" in s.lowers[max(max(items), m.item - 4) : m.item]
        and not any(i in s.verb_at for i in range(max(items), m.item))
    ]  # fmt: skip


def person_alone(s: Sentence, m: Mention) -> bool:
    """Whether a party is told by one person and no second object follows."""
    if m.kind == "H":
        return _ends_object(s, m.item)
    office = (
        m.owner
        and m.head_item >= 0
        and s.noun[m.head_item].rpartition(" ")[2] in words("discourse", "envoys")
    )
    return bool(office) and _ends_object(s, m.head_item)


def _ends_object(s: Sentence, item: int) -> bool:
    """Whether no second object follows a name."""
    nxt = item + 1
    return (
        nxt >= s.n or s.kinds[nxt] in ".D" or bool(s.tags[nxt] & (PREP | CONJ | SUB)) or s.lowers[nxt] == "to"
    )
