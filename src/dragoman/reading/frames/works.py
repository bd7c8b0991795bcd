"""Who does works and who has them done: contractors and buyers, roads that only bear names, works at home."""

from __future__ import annotations

from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.frames.agents import role_of
from dragoman.reading.frames.rules import Rule
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV, PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "at_home",
    "builder_unsaid",
    "contractors",
    "first_of_pair",
    "of_works",
    "told_again",
    "without_lines",
]

_GATHERED = 16
"""Items between a gathering and its place. assumed"""
_ASIDE = 18
"""Items of an aside or an opening. assumed"""
_PHRASE = 8
"""Items from a noun back to its determiner. assumed"""


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
        if m.governor < 0
        or ((m.cue != "with" or s.noun[m.governor] not in words("roles", "rows"))
        and (m.cue != "to" or s.noun[m.governor] not in words("roles", "ways_there")))
    ]  # fmt: skip
    found = [m for m in found if not _where_they_met(s, m) and not _left_aside(s, m)]
    if "built_by" not in rule.actor:
        found = [m for m in found if not _by_whose_money(s, m)]
    found = [
        m for m in found if m.owner != "adj" or m.cue == "subj" or m.head not in words("roles", "moneys")
    ]  # "EU funds for"
    if all(m.form != "capitals" for m in found):
        return found
    named = {c for m in s.mentions if m.form != "capitals" for c in m.codes}
    return [m for m in found if m.form != "capitals" or not named & set(m.codes)]


def _left_aside(s: Sentence, m: Mention) -> bool:
    """Whether works only go round a country: "a pipeline to Germany, bypassing Ukraine"."""
    for i in range(m.item - 1, max(-1, m.item - _PHRASE), -1):
        if i in s.verb_at or (s.kinds[i] == "w" and s.lowers[i] in words("roles", "passing_by")):
            return s.lowers[i] in words("roles", "passing_by")
        if s.kinds[i] == "." and s.lowers[i] != ",":
            return False
    return False


def _by_whose_money(s: Sentence, m: Mention) -> bool:
    """Whether a country only tells whose money or hands made a thing: "began work on a China-funded road"."""
    return (
        m.item + 2 < s.n and s.lowers[m.item + 1] == "-" and s.verb[m.item + 2] in words("roles", "built_by")
    )


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


def told_again(s: Sentence, g: Group, noun: int, nouns: frozenset[str]) -> bool:
    """Whether what is built was told of before: "it", "the scheme", "the railway, built by A"."""
    if noun < 0:
        noun = _subject_head(s, g)
        if noun < 0 or nouns:
            return False
        if s.lowers[noun] in words("roles", "works_meant"):
            return True
        if s.noun[noun] not in words("roles", "works_named"):
            return False
    for i in range(noun - 1, max(-1, noun - _PHRASE), -1):
        if i in s.verb_at or s.lowers[i] in (",", "of", "a", "an") or s.tags[i] & PREP:
            return False
        if s.lowers[i] in words("roles", "pointing"):
            return True
    return False


def _subject_head(s: Sentence, g: Group) -> int:
    """The last word of the subject of a passive, before it, before an aside or behind "Built by A,", or -1."""
    if not g.passive:
        return -1
    if g.reduced and g.main == 0:
        return _behind_opening(s)
    g = first_of_pair(s, g)
    i = g.first - 1
    while i >= 0 and (s.lowers[i] in (",", "which", "that") or s.tags[i] & ADV):
        if s.lowers[i] == "," and i < g.first - 1:
            break
        i -= 1
    if s.lowers[g.first - 1] == "," or (i >= 0 and s.clause[i] != g.clause):
        aside = next((k for k in range(i, max(0, i - _ASIDE), -1) if s.lowers[k] == ","), -1)
        if aside > 0 and any(aside < o.main <= i for o in s.groups):
            i = aside - 1  # "The scheme, being financed by A, will be built by B"
    return i if i >= 0 and s.kinds[i] == "w" and i not in s.verb_at else -1


def first_of_pair(s: Sentence, g: Group) -> Group:
    """The first of passives told side by side: "will be designed and built by A"."""
    for other in reversed(s.groups[: s.groups.index(g)]):
        between = s.lowers[other.main + 1 : g.first]
        if not (other.passive and g.reduced and between in (["and"], [","], [",", "and"])):
            break
        g = other
    return g


def _behind_opening(s: Sentence) -> int:
    """The head of the subject behind an opening: "Built by Polish firms, the two-lane bridge opened"."""
    comma = next((i for i in range(1, min(s.n, _ASIDE)) if s.lowers[i] == ","), -1)
    verb = next((g.first for g in s.groups if comma > 0 and g.finite and g.first > comma), -1)
    head = verb - 1
    while head > comma and s.tags[head] & ADV:
        head -= 1
    return head if head > comma and s.kinds[head] == "w" else -1
