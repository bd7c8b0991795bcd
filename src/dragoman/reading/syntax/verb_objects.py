"""What a verb or a noun acts on: its object, the noun behind it, the time in brackets behind that."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV, BE, CONJ, DET, HAVE, MODAL, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "THITHER", "bracketed_date", "holder_behind", "noun_behind", "object_of", "preposition_follows", "signed_behind", "stands_alone",
]  # fmt: skip

_SIGNED = words("syntax.verb_objects", "signed")


def _occasion(s: Sentence, at: int) -> bool:
    """Whether "at" begins where something was done: "signed it at a ceremony in the palace"."""
    for i in range(at + 1, min(s.n, at + 6)):
        if s.noun[i].rpartition(" ")[2] in words("syntax.verb_objects", "occasions"):
            return True
        if s.kinds[i] == "." or s.tags[i] & (PREP | CONJ | SUB) & ~DET:
            return False
    return False


def object_of(s: Sentence, g: Group, nouns: frozenset[str], side: str = "") -> int:
    """The item of a noun of the set that is the verb's object (or subject in the passive), or -1."""
    opening = g.reduced and g.main == 0  # "Built by Daewoo, the bridge replaces a ferry"
    alone = not side and g.lemma in words("frames", "intransitive") and stands_alone(s, g)
    if side != "left" and (not g.passive or side == "right" or opening):
        i = _behind_verbs_beside(s, g)
        inside = s.clause[min(i, s.n - 1)] if i > g.main + 1 else g.clause
        while i < s.n and s.clause[i] == inside:
            if i in s.verb_at and s.verb_at[i].finite:
                break
            if i in s.verb_at and s.verb_at[i].governor is not g and not s.verb_at[i].reduced:
                break
            if i in s.verb_at and s.verb_at[i].gerund and s.lowers[i - 1] == "," and i - 1 > g.main:
                break  # "opened a post, marking an advance in relations"
            if s.lowers[i] == "as" and g.lemma in words("frames", "taking_as"):
                break  # "developing the city as an energy hub" builds none
            if s.lowers[i] == "according to" or (s.lowers[i] in ("at", "during") and _occasion(s, i)):
                break  # "exchanged notes, according to a statement"
            if alone and (s.lowers[i] == "," or s.tags[i] & CONJ):
                break  # "the embassy of Chile opened in 1998, and the embassy of Malta in 2001"
            if s.kinds[i] == "Q" and s.measured(i) in nouns:
                return i  # "two million barrels of oil" is one amount
            if s.kinds[i] == "w" and (
                s.noun[i] in nouns or (s.lowers[i] in nouns and s.lowers[i] in words("frames", "pronouns"))
            ):
                if s.lowers[i - 1] == "other" and "among" in s.lowers[max(0, i - 3) : i]:
                    i += 1  # "signed, among other documents, a treaty"
                    continue
                # a noun of the set that only modifies another noun is no object
                return _last_of_compound(s, i, nouns)
            i += 1
        if not alone and not (g.relative and not side and _own_subject(s, g)):
            return -1  # else "a dam that Brazil and Paraguay built": the object stands before the clause
    first = _joined_to(s, g) if g.passive and not g.reduced else None
    i = (first or g).first - 1
    floor = 0
    raised = {id(h) for h in _governors(g)} if g.infinitive else set()
    inside = (first or g).clause
    while i >= floor:
        if s.clause[i] != inside and not g.relative:
            start = s.clause.index(s.clause[i])
            opens = start + (s.lowers[start] == ",")
            if inside == g.clause and not first and start and s.lowers[opens] in words("roles", "relative"):
                i, inside = start - 1, s.clause[start - 1]
                continue  # "The port, which links the two countries, was built by India"
            break
        if g.relative and s.clause[i] < g.clause - 1:
            break
        verb = s.verb_at.get(i)
        if verb is not None and verb.finite and not g.reduced and s.clause[i] == g.clause:
            if id(verb) not in raised:  # "agreements are expected to be signed": the object is its subject
                break
        elif s.kinds[i] == "w" and (s.noun[i] in nouns or s.lowers[i] in nouns):
            return _head_of_phrase(s, i, nouns) if g.passive and not g.reduced else i
        if s.kinds[i] == "Q" and s.measured(i) in nouns:
            return i
        i -= 1
    return -1


def _behind_verbs_beside(s: Sentence, g: Group) -> int:
    """The item behind a verb and those that share its object: "will build, own and operate a plant"."""
    i = g.main + 1
    if s.lowers[i : i + 1] not in ([","], ["and"], ["or"]) or g.passive:
        return i
    for other in s.groups[s.groups.index(g) + 1 :]:
        between = s.lowers[i : other.first]
        if (
            between not in ([","], ["and"], ["or"], [",", "and"])
            or other.first != other.main
            or other.passive
        ):
            break
        i = other.main + 1
        if s.lowers[i : i + 1] not in ([","], ["and"], ["or"]):
            return i
    return g.main + 1


def _joined_to(s: Sentence, g: Group) -> Group | None:
    """The finite verb whose subject a passive behind a bare "and" shares: "ties grew and were raised to a partnership"."""
    k = g.first - 1
    while k > 0 and s.tags[k] & ADV and not s.tags[k] & CONJ:
        k -= 1
    if k < 1 or s.lowers[k] != "and" or s.kinds[k - 1] == ".":
        return None
    before = [o for o in s.groups if o.main < k]
    return before[-1] if before and before[-1].finite and not before[-1].relative else None


def _head_of_phrase(s: Sentence, i: int, nouns: frozenset[str]) -> int:
    """The noun of the set that a phrase hangs on: "a memorandum for the concession was signed"."""
    hung = False
    for k in range(i - 1, max(-1, i - 8), -1):
        verb = s.verb_at.get(k)
        if verb is not None and verb.gerund and not verb.finite:
            hung = True  # "a protocol amending the agreement was signed"
            continue
        if s.kinds[k] != "w" or verb is not None or s.tags[k] & CONJ:
            return i
        if s.noun[k] in nouns:
            return k if hung else i
        hung = hung or s.lowers[k] in ("for", "on", "of")
    return i


def _governors(g: Group) -> Iterator[Group]:
    while g.governor is not None:
        g = g.governor
        yield g


def _own_subject(s: Sentence, g: Group) -> bool:
    """Whether a relative clause names its subject between its pronoun and its verb."""
    near = range(max(0, g.first - 8), g.first)
    said = any(m.cue == "subj" and m.item in near and s.clause[m.item] == g.clause for m in s.mentions)
    return said or any(s.kinds[i] in "PH" and s.clause[i] == g.clause for i in near)


def stands_alone(s: Sentence, g: Group) -> bool:
    """Whether a verb has no object behind it: "the embassy opened in 1941"."""
    nxt = g.main + 1
    let = g.governor is not None and g.governor.lemma in words("clauses", "helping")
    return (g.finite or let) and (
        nxt >= s.n
        or s.kinds[nxt] in ".D"
        or bool(s.tags[nxt] & (PREP | CONJ))
        or s.lowers[nxt] in ("again", "officially")
    )


def _last_of_compound(s: Sentence, i: int, nouns: frozenset[str]) -> int:
    while i + 1 < s.n and s.kinds[i + 1] == "w" and s.noun[i + 1] in nouns and (i + 1) not in s.verb_at:
        i += 1
    return i


def noun_behind(s: Sentence, i: int, nouns: frozenset[str]) -> int:
    """The item of a noun of the set in the phrase behind item ``i`` ("the signing of a memorandum"), or -1."""
    for j in range(i + 1, min(s.n, i + 12)):
        if (
            s.clause[j] != s.clause[i]
            or (j in s.verb_at and not s.verb_at[j].reduced)
            or s.lowers[j] in (";", ":")
        ):
            return -1
        if s.noun[j] in nouns and s.kinds[j] == "w":
            return _last_of_compound(s, j, nouns)
        if s.kinds[j] == "Q" and s.measured(j) in nouns:
            return j
    return -1


def preposition_follows(s: Sentence, i: int, preps: frozenset[str]) -> bool:
    for j in range(i + 1, min(s.n, i + 9)):
        if s.clause[j] != s.clause[i]:
            return False
        if s.lowers[j] in preps or (s.lowers[j] == "there" and not preps.isdisjoint(THITHER)):
            return True
        if j in s.verb_at:
            return False
    return False


THITHER = frozenset({"to", "in", "at"})
"""Prepositions that "there" stands for: "returned there" is "returned to it"."""


def bracketed_date(s: Sentence, noun: int) -> int:
    """The item of a time in brackets behind a title: "Treaty of Friendship (1938)", or -1."""
    for j in range(noun + 1, min(s.n - 1, noun + 16)):
        if s.lowers[j] == "(":
            if s.lowers[j + 1] in _SIGNED:  # "(signed: 3 May 1995)", "(signed on 3 May 1995)"
                j += 1 + (s.lowers[j + 2 : j + 3] in ([":"], ["on"], ["in"]))
            return j + 1 if s.kinds[j + 1 : j + 2] == ["D"] and s.lowers[j + 2 : j + 3] == [")"] else -1
        if s.lowers[j] in (";", ":", "such", "including", "namely") or (
            j in s.verb_at and s.verb_at[j].finite
        ):
            return -1
    return -1


def signed_behind(s: Sentence, noun: int) -> int:
    """The item of the time at which a title was signed: "the Agreement on Culture and Education signed in 1992", or -1."""
    if _SIGNED.isdisjoint(s.forms):
        return -1
    for j in range(noun + 1, min(s.n - 2, noun + 16)):
        if s.tags[j] & (BE | HAVE | MODAL):
            return -1  # "are to be signed on Monday"
        if s.lowers[j] in _SIGNED:
            near = range(j + 2, min(s.n, j + 6)) if s.lowers[j + 1] in ("in", "on", "at") else range(0)
            return next((k for k in near if s.kinds[k] == "D"), -1)
        if j in s.verb_at or s.kinds[j] not in "wP" or s.lowers[j] in (",", ";", ":", "that", "which"):
            return -1
    return -1


def holder_behind(s: Sentence, item: int) -> Group | None:
    """The verb behind a noun that it is the object of: "the call that the premier had with the emir", "the visit he made to Peru"."""
    if s.lowers[item + 1 : item + 2] not in (["that"], ["which"]) and s.kinds[item + 1 : item + 2] not in (
        ["P"],
        ["H"],
    ):
        return None
    behind = next((g for g in s.groups if item + 1 < g.first <= item + 9), None)
    if behind is None or behind.passive or s.clause[item] == behind.clause:
        return None
    nxt = s.lowers[behind.main + 1 : behind.main + 2]
    with_them = behind.lemma in words("frames", "holding") and nxt == ["with"]
    return behind if with_them or (behind.lemma in words("frames", "paying") and nxt == ["to"]) else None
