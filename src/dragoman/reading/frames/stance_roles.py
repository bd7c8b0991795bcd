"""Who a stance is not about: the side before it, those who suffer, what was struck."""

from __future__ import annotations

from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, PREP, SUB
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["before_stance", "meant_by_it", "nobodys_violence", "spoken_privately", "struck", "suffers"]


def before_stance(m: Mention, cue: str, g: Group | None) -> bool:
    """Whether a phrase goes before the verb, with the subject: "the embassy in Malta voiced concern over Cyprus"."""
    return (
        cue == m.cue
        and cue not in ("subj", "none")
        and g is not None
        and g.finite
        and not g.passive
        and m.item < g.first
    )


def nobodys_violence(s: Sentence, g: Group) -> bool:
    """Whether what is deplored right behind the verb is violence that nobody named did: "deplored the massacre"."""
    for i in range(g.main + 1, min(s.n, g.main + 6)):
        if s.kinds[i] in "PH" or s.kinds[i] == "." or any(m.item == i for m in s.mentions):
            return False
        if s.kinds[i] == "w" and (s.noun[i] or s.lowers[i]) in words("roles", "violence"):
            return not any(
                (m.owner and m.head_item == i) or (m.cue == "by" and m.item > i) for m in s.mentions
            )
    return False


def suffers(s: Sentence, m: Mention, noun: int) -> bool:
    """Whether a concern is for a party, not about it: "concern about the situation on the border with Chad"."""
    return not m.owner and any(
        s.kinds[i] == "w" and s.noun[i] in words("roles", "plights") for i in range(noun + 1, m.item)
    )


def struck(s: Sentence, m: Mention, g: Group) -> bool:
    """Whether a party is where or against whom the violence was that is condemned: "the attack in Mali"."""
    if m.owner or m.cue not in ("in", "on", "at", "against", "of", "near", "to", "obj"):
        return False
    return any(
        s.kinds[i] == "w" and (s.noun[i] or s.lowers[i]) in words("roles", "violence")
        for i in range(g.main + 1, m.item)
    )


def spoken_privately(s: Sentence, g: Group | None) -> bool:
    """Whether the subject is somebody who speaks for no state: "a Canadian man", "students from Laos", "the Kenyan opposition"."""
    if g is None:
        return False
    top = g
    while top.governor is not None and not top.finite:
        top = top.governor
    private, i = False, s.clause.index(top.clause)
    meant = {m.item for m in s.mentions if m.kind == "A"}  # "the visitor" who is known from the visit told
    while i < top.first and (s.tags[i] & (PREP | SUB | CONJ) or s.lowers[i] == ","):
        i += 1
    while i < top.first and not (s.tags[i] & (PREP | CONJ) or s.lowers[i] == ","):
        if s.kinds[i] == "H" or (s.kinds[i] == "w" and s.noun[i] in words("roles", "states")):
            return False
        private = private or (s.kinds[i] == "w" and i not in meant and _is_private(s.noun[i]))
        i += 1
    return private


def _is_private(noun: str) -> bool:
    """Whether a noun is of people who speak for no state, in a plural that the lexicon does not know too."""
    private = words("roles", "private")
    return noun in private or (noun.endswith("s") and noun[:-1] in private)


def meant_by_it(s: Sentence, g: Group, actor: set[str]) -> list[Mention]:
    """Whom a pronoun behind a gerund means, which is not the subject: "imposed tariffs on Chad, accusing it of"."""
    if not g.gerund or g.passive or s.lowers[g.main + 1 : g.main + 2] not in (["it"], ["them"]):
        return []
    named = [m for m in s.mentions if m.item < g.first and m.kind == "P" and not set(m.codes) & actor]
    return named[-1:]
