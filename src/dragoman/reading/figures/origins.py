"""Where people in need come from: "€5 million for refugees from Mali in Niger" is not money from Mali."""

from __future__ import annotations

from dragoman.reading.figures.roles import codes_of
from dragoman.reading.figures.scenes import Scene
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.mentions import Mention

__all__ = ["home_of_helped", "origin"]

_NEEDY = frozenset({
    "arrival", "child", "displaced", "farmer", "girl", "orphan", "student", "survivor", "trainee", "victim", "woman",
    "civilian", "deportee", "escapee", "returnees", "youth",
})  # fmt: skip
_LEAVING = frozenset(
    {"flee", "escape", "displace", "evacuate", "uproot", "expel", "deport", "hail", "come", "return"}
)
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


def home_of_helped(scene: Scene) -> tuple[str, ...]:
    """The states whose people are helped, where nothing says where they are."""
    return codes_of([m for m in scene.s.mentions if origin(scene, m)])
