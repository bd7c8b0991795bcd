"""Pronouns that their own sentence settles: "A called B, in which he thanked him"; "A, B and C met as they"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from dragoman.reading.sentences import Sentence

__all__ = ["acting_together", "all_before_verb", "of_two"]


def of_two(s: Sentence, i: int, low: str) -> Any:
    """In "A called B, in which he thanked him": "he" is A, "him" is B; None elsewhere."""
    start = s.clause.index(s.clause[i])
    if not s.clause[i] or s.lowers[start] not in ("in", "during", "which", "where", "when"):
        return None
    people = [s.refs[j] for j in range(start) if s.kinds[j] == "H" and s.refs[j].country]
    if len({p.country for p in people}) != 2:
        return None
    if low in ("he", "she"):
        return people[0]
    spoken = any(w in ("he", "she") for w in s.lowers[start:i])
    other = next(p for p in people if p.country != people[0].country)
    return other if spoken and low in ("him", "her") else None


def all_before_verb(s: Sentence, i: int, here: Sequence[str], bodies: Collection[str]) -> bool:
    """Whether the countries named open the sentence and nobody is named since its first verb."""
    verb = next((g for g in s.groups if g.finite and g.first < i), None)
    if verb is None or any(c in bodies for c in here):
        return False
    return not any(s.codes[j] for j in range(verb.main + 1, i))


def acting_together(s: Sentence, bodies: Collection[str]) -> tuple[str, ...]:
    """The countries that are the subject of the first main verb together: "Kenya and Chad called on Sudan"."""
    verb = next((g for g in s.groups if g.finite), None)
    if verb is None or verb.passive:
        return ()
    codes = dict.fromkeys(
        c
        for m in s.mentions
        if m.cue == "subj" and m.clause == verb.clause and m.item < verb.first
        for c in m.codes
        if c not in bodies
    )
    return tuple(codes) if 2 <= len(codes) <= 8 else ()
