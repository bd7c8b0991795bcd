"""Where people in need come from: "€5 million for refugees from Mali in Niger" is not money from Mali."""

from __future__ import annotations

from dragoman.reading.figures.roles import codes_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["for_whose_sake", "home_of_helped", "line_begins", "origin", "where_told"]

_NEEDY = words("figures.origins", "needy")
_LEAVING = words("figures.origins", "leaving")
_REACH = 3
"""Items between people and the "from" of their home: "refugees and migrants from". assumed"""


def origin(scene: Scene, m: Mention) -> bool:
    """Whether a party behind "from" is where the people come from whom the money is to help."""
    if m.cue != "from":
        return False
    s, settlers = scene.s, scene.words.settlers
    at = next((j for j in range(m.item - 1, max(-1, m.item - 12), -1) if s.lowers[j] == "from"), -1)
    for j in range(at - 1, max(-1, at - 1 - _REACH), -1):
        verb = s.verb_at.get(j)
        if verb is not None:
            return verb.lemma in _LEAVING and not verb.finite
        if s.kinds[j] == "Q" or (s.tags[j] & PREP and s.lowers[j] != "of"):
            return False
        if s.noun[j] in settlers or s.noun[j] in _NEEDY:
            return True
    return False


def line_begins(scene: Scene, m: Mention) -> bool:
    """Whether a party behind "from" is where a line begins that money is for: "$3 million for the road from Togo to Mali"."""
    s = scene.s
    at = next((j for j in range(m.item - 1, max(0, m.item - 4), -1) if s.lowers[j] == "from"), 0)
    if m.cue != "from" or not at or "to" not in s.lowers[m.item : m.item + _ENDS]:
        return False
    classes = scene.ctx.lexicon.classes_of_noun.get(s.noun[at - 1], frozenset())
    return bool({"line_noun", "grid_noun"} & classes)


_ENDS = 8
"""Items from where a line begins to the "to" of where it ends; assumed."""


def home_of_helped(scene: Scene) -> tuple[str, ...]:
    """The states whose people are helped, where nothing says where they are."""
    return codes_of([m for m in scene.s.mentions if origin(scene, m)])


def for_whose_sake(scene: Scene, topic: Topic) -> list[Mention]:
    """The party that the good end of money is of: "pledged $5 million for the reconstruction of Haiti at talks in Chad"."""
    s = scene.s
    return [
        m for m in s.mentions
        if m.cue == "of" and m.item > max(topic.at, 0) and m.clause == s.clause[max(topic.at, 0)] and _of_an_end(s, m)
    ][:1]  # fmt: skip


def _of_an_end(s: Sentence, m: Mention) -> bool:
    """Whether "of" a party hangs on a noun behind "for" or "towards": "for the recovery of"."""
    for j in range(m.item - 1, max(0, m.item - _REACH - 4), -1):
        if s.lowers[j] in ("for", "towards"):
            return True
        if s.kinds[j] != "w" or j in s.verb_at or (s.tags[j] & PREP and s.lowers[j] != "of"):
            return False
    return False


def where_told(s: Sentence, m: Mention) -> bool:
    """Whether a place is only that of a gathering at which money is promised: "at a conference in Brussels"."""
    if m.cue not in ("in", "at"):
        return False
    for j in range(m.item - 1, max(0, m.item - _REACH), -1):
        if s.noun[j].rpartition(" ")[2] in words("figures", "gatherings"):
            return True
        if s.lowers[j] not in ("in", "at", "the", "held"):
            return False
    return False
