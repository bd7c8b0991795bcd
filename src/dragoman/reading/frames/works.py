"""Who does works and who has them done: contractors and buyers, roads that only bear names, works at home."""

from __future__ import annotations

from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.frames.agents import role_of
from dragoman.reading.frames.rules import Rule
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.grammar import words
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["at_home", "builder_unsaid", "contractors", "of_works", "without_lines"]

_GATHERED = 16
"""Items between a gathering and its place. assumed"""


def builder_unsaid(rule: Rule, g: Group | None) -> bool:
    """Whether works are only mentioned, with nobody to do them: "a railway line being built in Zambia"."""
    unsaid = g is not None and (g.reduced or (g.passive and (not g.finite or g.relative)))
    return rule.kind == "project" and unsaid


def without_lines(rule: Rule, s: Sentence, found: list[Mention]) -> list[Mention]:
    """Without capitals that only name a road where one of their countries is named: "the Belgrade-Sarajevo road".

    Nor does a country work on what only lies on "the border with" it.
    """
    if rule.kind != "project":
        return found
    found = [
        m for m in found
        if m.cue != "with" or m.governor < 0 or s.noun[m.governor] not in words("roles", "rows")
    ]  # fmt: skip
    found = [m for m in found if not _where_they_met(s, m)]
    found = [
        m for m in found if m.owner != "adj" or m.cue == "subj" or m.head not in words("roles", "moneys")
    ]  # "EU funds for"
    if all(m.form != "capitals" for m in found):
        return found
    named = {c for m in s.mentions if m.form != "capitals" for c in m.codes}
    return [m for m in found if m.form != "capitals" or not named & set(m.codes)]


def _where_they_met(s: Sentence, m: Mention) -> bool:
    """Whether a party is only where a gathering was: "signed a deal on the railway at a summit in Riga"."""
    if m.cue != "in" or m.owner:
        return False
    for i in range(m.item - 2, max(0, m.item - _GATHERED), -1):
        if i in s.verb_at or s.lowers[i] in (",", ";", ":"):
            return False
        if s.noun[i] in words("roles", "gatherings"):
            return True
    return False


def contractors(s: Sentence, g: Group | None, clause: int) -> tuple[list[Mention], list[Mention]]:
    """The firm with which a state signs for works or goods, and the state, where both are known.

    "Egypt signed a contract with Rosatom to build", "the ministry and a Turkish firm signed a deal on the road".
    """
    signing = g
    if g is not None and g.lemma not in words("status", "committing_verbs"):
        signing = g.governor
    if signing is None or signing.lemma not in words("status", "committing_verbs"):
        return [], []
    signers = [
        m for m in s.mentions
        if m.clause == signing.clause and m.item < signing.first and m.cue in ("subj", "of") and m.form != "capitals"
    ]  # fmt: skip
    firms = [
        m for m in role_of(s, "firm", signing, -1, clause, Discourse()) if m.cue in ("with", "to", "subj")
    ]
    buyers = [m for m in signers if m not in firms and not set(m.codes) & {c for f in firms for c in f.codes}]
    return (firms, buyers) if firms and buyers else ([], [])


def of_works(rule: Rule, s: Sentence, g: Group | None, noun: int) -> bool:
    """Whether the subject of a verb does the works that a noun names: not whoever says or is something."""
    if rule.kind != "project" or rule.verb or g is None or noun < 0:
        return True
    return (
        g.main < noun
        and g.lemma not in ("be", "become", "remain")
        and g.lemma not in words("frames", "saying")
    )


def at_home(s: Sentence, noun: int, actor: tuple[str, ...]) -> bool:
    """Whether what is worked on is the actor's own: "Angola modernises its ports"."""
    return noun >= 0 and any(
        m.owner == "poss" and set(m.codes) <= set(actor) and m.item < noun <= m.head_item for m in s.mentions
    )
