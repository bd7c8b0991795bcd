"""Who does and who undergoes: the parties at a verb, and those behind a preposition.

Grammar only: nothing is filled from the document here (`dragoman.reading.roles` does that).
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.clauses import Group
from dragoman.reading.discourse import Discourse
from dragoman.reading.grammar import words
from dragoman.reading.mentions import Mention
from dragoman.reading.sentences import Sentence

__all__ = ["agents_of", "codes_of", "patients_of", "role_of"]


def agents_of(s: Sentence, g: Group, d: Discourse) -> list[Mention]:
    """The parties that do the act of a verb group."""
    if g.passive:
        by = [m for m in s.mentions if m.cue == "by" and m.clause == g.clause and m.item > g.main]
        return by or [
            m for m in s.mentions if m.cue == "by" and abs(m.item - g.main) < 15 and m.item > g.main
        ]
    if g.relative:
        start = s.clause.index(g.clause)
        own = [
            m
            for m in s.mentions
            if m.clause == g.clause and m.item < g.first and m.cue == "subj" and m.item > start
        ]
        if own:
            return own
        before = [m for m in s.mentions if m.clause < g.clause and m.item < start]
        if before:
            last = before[-1]
            return (
                [
                    m
                    for m in before
                    if m.cue == last.cue and m.clause == last.clause and last.item - m.item < 12
                ]
                if last.cue != "none"
                else [last]
            )
        return []
    if g.gerund and g.governor is not None and g.governor.lemma in words("roles", "blamed"):
        done_to = patients_of(s, g.governor)
        if done_to:
            return done_to
    if g.infinitive and g.governor is not None and g.governor.lemma in words("roles", "causes"):
        caused = [m for m in patients_of(s, g.governor) if m.item < g.first]
        if caused:
            return caused  # "prompting Beijing to sever ties"
    top = g
    while top.governor is not None and (g.infinitive or g.gerund):
        top = top.governor
        if top.finite:
            break
    own = [m for m in s.mentions if m.clause == top.clause and m.cue == "subj" and m.item < top.first]
    if own:
        return own
    if g.infinitive and top.lemma in ("be", "become"):
        named = [m for m in s.mentions if m.cue == "obj" and top.main < m.item < g.first]
        if named:
            return named  # "Lundin became the first Swedish minister to visit Oman"
    if top.passive and top is not g:
        return [m for m in s.mentions if m.clause == top.clause and m.item < top.first]
    # co-ordinated verb: the subject of an earlier clause of the sentence
    for c in range(top.clause - 1, -1, -1):
        earlier = [m for m in s.mentions if m.clause == c and m.cue == "subj"]
        if earlier:
            return earlier
    return [m for m in s.mentions if m.clause == top.clause and m.item < g.first and m.cue in ("none", "app")]


def patients_of(s: Sentence, g: Group) -> list[Mention]:
    if g.passive:
        got = [
            m for m in s.mentions if m.clause == g.clause and m.item < g.first and m.cue in ("subj", "none")
        ]
        return (
            got or [m for m in s.mentions if m.clause == g.clause - 1 and m.cue == "obj"]
            if g.relative
            else got
        )
    stop = next((o.first for o in s.groups if o.first > g.main), s.n)
    return [m for m in s.mentions if m.cue == "obj" and g.main < m.item < stop]


def _behind(s: Sentence, cue: str, g: Group | None, noun: int, clause: int) -> list[Mention]:
    """Parties behind a preposition: hanging on the noun or the verb first, then anywhere in the clause."""
    got = [
        m
        for m in s.mentions
        if m.cue == cue
        and not (m.owner and m.kind == "A")
        and "not" not in s.lowers[max(0, m.item - 3) : m.item]
    ]
    if noun >= 0:
        near = [m for m in got if m.governor == noun]
        if near:
            # "members of A, of B and of C": the later phrases hang on the party before them
            return near + [
                m
                for m in got
                if m not in near
                and m.clause == clause
                and m.governor >= 0
                and (s.kinds[m.governor] == "P" or s.lowers[m.governor] == ",")
            ]
    if g is not None:
        near = [m for m in got if m.governor == g.main]
        if near:
            return near
    return [m for m in got if m.clause == clause and (noun < 0 or m.item > noun or cue not in ("of",))]


def role_of(s: Sentence, cue: str, g: Group | None, noun: int, clause: int, d: Discourse) -> list[Mention]:
    if cue == "agent":
        return agents_of(s, g, d) if g is not None else []
    if cue == "patient":
        return patients_of(s, g) if g is not None else []
    if cue == "later":  # whoever is named in the complement: "agreed to lift its embargo on Y"
        at = g.main if g is not None else noun
        done = {c for m in (agents_of(s, g, d) if g is not None else []) for c in m.codes}
        return [m for m in s.mentions if m.item > at and m.kind in "PH" and not set(m.codes) & done][:1]
    if cue.startswith("on_"):  # only what hangs on the noun itself: "a visit from", "the opening of"
        return [m for m in s.mentions if noun >= 0 and m.governor == noun and m.cue == cue[3:]]
    if cue == "unowned":  # "welcomed Peru's announcement" welcomes nobody
        return [m for m in patients_of(s, g) if m.owner != "poss"] if g is not None else []
    if cue == "bare":
        return [m for m in patients_of(s, g) if not m.owner] if g is not None else []
    if cue == "compound":
        return [
            m
            for m in s.mentions
            if m.owner == "adj" and len(m.codes) > 1 and noun >= 0 and m.item < noun <= m.head_item
        ]
    if cue in ("poss", "adj"):
        return [
            m for m in s.mentions
            if m.owner == cue and noun >= 0 and (m.head_item == noun or m.item < noun <= m.head_item)
        ]  # fmt: skip
    if cue == "subj":
        return [m for m in s.mentions if m.cue == "subj" and m.clause == clause]
    if cue == "any":
        return [m for m in s.mentions if m.clause == clause]
    if cue == "after":
        at = noun if noun >= 0 else g.main if g else 0
        return [m for m in s.mentions if m.item > at and m.clause == clause][:1]
    return _behind(s, cue, g, noun, clause)


def codes_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for m in mentions for c in m.codes))
