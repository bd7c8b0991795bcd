"""What goes the other way than the flow told before: "in the opposite direction, oil worth $120 million arrived"."""

from __future__ import annotations

from dragoman.reading.drafts import Draft
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.word_lists import words

__all__ = ["other_way"]

_TURNED = words("figures.other_way", "turned")
_WAYS = frozenset({"direction", "way"})
_TRADED = frozenset({"exports", "imports"})
_GUESTS = frozenset({"visitors", "students"})
# What can go back, and what kind of number measures it.
_BACK = {
    "exports": frozenset({"money", "physical", "percent", "multiple"}),
    "imports": frozenset({"money", "physical", "percent", "multiple"}),
    "energy": frozenset({"physical", "percent", "multiple"}),
    "investment": frozenset({"money", "percent", "multiple"}),
    "visitors": frozenset({"number", "count", "percent"}),
    "students": frozenset({"number", "count", "percent"}),
}
# Fewer guests are days or places (assumed).
_FEWEST = 100


def other_way(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The last flow told with its sides changed, where the number's clause says so and names no flow of another kind."""
    s, q = scene.s, scene.s.refs[i]
    if not _TURNED & {*s.lowers} or not _says_so(scene, i):
        return None
    told = _told(scene)
    if told is None or q.kind not in _BACK[told.mode]:
        return None
    if told.mode in _GUESTS and q.kind != "percent" and (q.value or 0) < _FEWEST:
        return None
    mode = "exports" if told.mode in _TRADED else told.mode
    allowed = {None, "cargo", "other", mode} | (_TRADED if mode == "exports" else set())
    if any(scene.modes[j] not in allowed for j in range(s.n) if s.clause[j] == s.clause[i]):
        return None
    actor, recipient = told.recipient, told.actor
    if told.mode == "imports":
        actor, recipient = recipient, actor
    if any(set(m.codes) - {*actor, *recipient} for m in s.mentions if m.kind == "P"):
        return None
    if before is not None and before.at >= 0 and s.clause[before.at] == s.clause[i] and q.kind == "percent":
        return None  # a change of the amount just told
    if not _only_the_way(scene, i, mode):
        return None
    verb = next((g for g in reversed(s.groups) if g.clause == s.clause[i] and g.finite), None)
    how = "what goes the other way than the flow before it"
    return Topic(mode, i, how, actor, recipient, verb=verb, date=told.date)


def _says_so(scene: Scene, i: int) -> bool:
    s = scene.s
    return any(
        s.lowers[j] in _TURNED
        and s.lowers[j + 1] in _WAYS
        and (s.clause[j] == s.clause[i] or j < i <= j + 12)
        for j in range(s.n - 1)
    )


def _told(scene: Scene) -> Draft | None:
    """The last figure of the sentence before, or of the one before that, with two sides of one each."""
    for d in reversed(scene.ctx.found[-4:]):
        if d.kind == "figure" and d.measure != "rank" and scene.s.span[0] - d.start < 400:
            one = len(d.actor) == len(d.recipient) == 1 and d.mode in _BACK
            return d if one else None
    return None


def _only_the_way(scene: Scene, i: int, mode: str) -> bool:
    """Whether the clause says by no verb with a party of its own who sells or gives: then grammar tells the sides."""
    s = scene.s
    return not any(m.clause == s.clause[i] and m.kind == "P" for m in s.mentions) or mode in _GUESTS
