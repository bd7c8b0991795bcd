"""Visits and meetings that are named and not held: hoped for, of one body alone, only the setting of another act."""

from __future__ import annotations

from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.frames.rules import Rule
from dragoman.reading.frames.unrealised import (
    meets_thing,
    named_gathering,
    only_discussed,
    only_hoped,
    sits_alone,
)
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["named_owner", "no_contact", "setting"]


def no_contact(rule: Rule, s: Sentence, g: Group | None, noun: int, by_noun: bool, d: Discourse) -> bool:
    """Whether "visit", "meeting" or "meet" is of nobody here: hoped for, of a body, of things, of one alone."""
    if by_noun and (only_hoped(s, noun) or only_discussed(s, g, noun)):
        return True
    if by_noun and rule.mode == "session" and _beside(s, noun):
        return True
    if rule.id.startswith("contact.meeting.noun") and setting(s, noun):
        of_body = any(m.owner and m.head_item == noun and set(m.codes) <= d.bodies for m in s.mentions)
        if of_body or named_gathering(s, noun):
            return True
    if g is not None and g.infinitive and g.first > 1 and s.lowers[g.first - 2 : g.first] == ["not", "to"]:
        return True  # "opted not to travel to Oslo"
    if rule.mode == "visit" and g is not None and g.infinitive and g.governor is not None:
        if g.governor.lemma in words("frames", "granting"):
            return True  # "granted the family safe passage to travel to Mexico": who grants stays
    if g is None or not rule.id.startswith("contact.meeting.verb"):
        return False
    return meets_thing(s, g) or sits_alone(s, g)


def _beside(s: Sentence, noun: int) -> bool:
    """Whether a body only sits beside what is told: "met on the sidelines of the Human Rights Council"."""
    return any(
        s.lowers[i].startswith(("on the sidelines", "on the margins")) for i in range(max(0, noun - 6), noun)
    )


def setting(s: Sentence, noun: int) -> bool:
    """Whether a visit or meeting only says when something else is done: "will sign a treaty during the visit"."""
    settings = words("frames", "settings")
    if any(m.governor == noun and m.cue in ("to", "in", "of", "from", "by") for m in s.mentions):
        return False
    if named_owner(s, noun):
        return False  # "after the French president's visit in 2008"
    for i in range(noun - 1, max(-1, noun - 6), -1):
        if s.lowers[i] in settings:
            return True
        if s.kinds[i] == "." or i in s.verb_at or s.tags[i] & CONJ:
            return False
    return False


def named_owner(s: Sentence, noun: int) -> bool:
    """Whether whose act a noun names is said by name or by the office of a state: "Mr. A's visit", "the Omani king's state visit"."""
    mark = next((k for k in range(noun - 1, max(0, noun - _TITLED), -1) if s.lowers[k] in ("'s", "’s")), 0)
    if not mark:
        return False
    return s.kinds[mark - 1] == "H" or any(m.owner == "adj" and m.head_item == mark - 1 for m in s.mentions)


_TITLED = 4
"""Items from an owner to the noun: "'s three-day state visit". assumed"""
