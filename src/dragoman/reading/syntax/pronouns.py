"""Pronouns that their own sentence settles: "A called B, in which he thanked him"; "A, B and C met as they"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from dragoman.reading.syntax.lexicon import ADV, BE, CONJ, DO, HAVE, MODAL, VERB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.verb_groups import Group
from dragoman.reading.word_lists import words

__all__ = [
    "acting_together", "addressing", "all_before_verb", "of_two", "other_than_subject", "relative_owner", "taken",
]  # fmt: skip

_RELATIVE = 10
"""Items of a relative clause before its "its". assumed"""


def of_two(s: Sentence, i: int, low: str) -> Any:
    """In "A called B, in which he thanked him": "he" is A, "him" is B; "his" behind a verb joined to A's; None elsewhere."""
    if low == "his" or (low == "her" and s.noun[i + 1 : i + 2] != [""]):
        return _own_of_joined(s, i)
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


def _own_of_joined(s: Sentence, i: int) -> Any:
    """Whose "his" is behind a verb joined to the first: "A said that trade grew after B's visit, and expressed his hope"."""
    verb = s.verb_at.get(i - 1)
    first = next((g for g in s.groups if g.finite), None)
    if verb is None or verb is first or first is None or verb.passive or not verb.finite:
        return None
    k = verb.first - 1
    while k > first.main and s.tags[k] & ADV and not s.tags[k] & CONJ:
        k -= 1
    if k <= first.main or s.lowers[k] != "and" or s.lowers[k - 1] != ",":
        return None
    people = [s.refs[j] for j in range(first.first) if s.kinds[j] == "H" and s.refs[j].country]
    return people[0] if len({p.country for p in people}) == 1 else None


def all_before_verb(s: Sentence, i: int, here: Sequence[str], bodies: Collection[str]) -> bool:
    """Whether the countries named open the sentence and nobody is named since its first verb."""
    verb = next((g for g in s.groups if g.finite and g.first < i), None)
    if verb is None or any(c in bodies for c in here):
        return False
    return not any(s.codes[j] for j in range(verb.main + 1, i))


def addressing(s: Sentence, bodies: Collection[str]) -> tuple[str, tuple[str, ...]] | None:
    """The one country that is the subject, and the two joined behind a verb: "Peru urged Chile and Cuba"."""
    acting = {c for m in s.mentions if m.cue == "subj" for c in m.codes if c not in bodies}
    if len(acting) != 1:
        return None
    for m in s.mentions:
        if m.cue == "subj" or m.governor < 0 or m.governor not in s.verb_at:
            continue
        joined = dict.fromkeys(
            c for o in s.mentions if o.governor == m.governor and o.cue == m.cue for c in o.codes
        )
        if len(joined) == 2 and not acting & set(joined) and not set(joined) & set(bodies):
            return acting.pop(), tuple(joined)
    return None


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


def other_than_subject(
    s: Sentence, i: int, known: Sequence[Any], two: Sequence[str] = (), he: str | None = None
) -> str | None:
    """Whose "him" behind a verb is: nobody means himself by it, so it is the last other person spoken of.

    Parameters
    ----------
    known : sequence of person mentions
        The people of the text so far, in its order.
    two : sequence of str
        The two who were spoken of, where the text names nobody: "met his colleague. The Ghanaian leader invited him".
    he : str or None
        The country of whoever "he" is: "A met B. He invited him".

    Returns
    -------
    str or None
        The country; None where the pronoun is no object or its verb's subject is not known.
    """
    verb = s.verb_at.get(i - 1)
    if verb is None or verb.passive or (s.noun[i + 1] if i + 1 < s.n else ""):
        return None  # "her minister"
    if taker := _taker(s, verb):
        return taker
    start = s.clause.index(verb.clause)
    first = next((g.first for g in s.groups), i)
    near = [j for j in range(start, verb.first) if s.kinds[j] in "PH" and s.codes[j]]
    if not near and s.lowers[start] in ("who", "which") and start:
        near = [j for j in range(start - 1, max(-1, start - 6), -1) if s.kinds[j] in "PH" and s.codes[j]]
    doers = near or [j for j in range(first) if s.kinds[j] in "PH" and s.codes[j]]
    if (
        not doers
        and len(two) == 2
        and he in two
        and any(w in ("he", "she") for w in s.lowers[start : verb.first])
    ):
        return next(c for c in two if c != he)
    if not doers or len(s.codes[doers[0]]) != 1:
        return None
    doer = s.codes[doers[0]][0]
    for j in range(i - 2, -1, -1):
        if len(s.codes[j]) != 1 or s.codes[j][0] == doer:
            continue
        office = s.kinds[j] == "P" and any(
            s.noun[k] in words("discourse", "offices") or s.noun[k] in words("roles", "peers")
            for k in range(j + 1, min(i, j + 3))
        )
        if s.kinds[j] == "H" or office:
            return s.codes[j][0]
    other = next((p.country for p in reversed(known) if p.country and p.country != doer), None)
    return other or (next(c for c in two if c != doer) if len(two) == 2 and doer in two else None)


def taken(s: Sentence, g: Group) -> Group | None:
    """The verb of having behind which a gerund says what a call or letter does: "had a call from the king, thanking him"."""
    if not g.gerund or g.governor is not None or s.lowers[g.first - 1] != ",":
        return None
    before = next((o for o in reversed(s.groups) if o.main < g.first), None)
    return (
        before
        if before is not None and before.lemma in words("roles", "taking") and not before.passive
        else None
    )


def _taker(s: Sentence, verb: Group) -> str | None:
    """Who has the call or letter of which the gerund says what it does."""
    taking = taken(s, verb)
    first = taking.first if taking else 0
    return next((s.codes[j][0] for j in range(first) if s.kinds[j] in "PH" and len(s.codes[j]) == 1), None)


def relative_owner(s: Sentence, i: int) -> tuple[str, ...]:
    """Whose a thing is in a clause on a party right before it: "to isolate Iran, which is building its own line"."""
    if s.lowers[i] != "its":
        return ()
    for k in range(i - 1, max(1, i - _RELATIVE), -1):
        if s.kinds[k] == "P" or s.lowers[k] in (",", ";"):
            return ()
        if s.lowers[k] in ("which", "who"):
            at = k - 1 - (s.lowers[k - 1] == ",")
            one = at >= 0 and s.kinds[at] == "P" and len(s.codes[at]) == 1
            return tuple(s.codes[at]) if one and s.tags[k + 1] & (VERB | BE | DO | HAVE | MODAL) else ()
    return ()
