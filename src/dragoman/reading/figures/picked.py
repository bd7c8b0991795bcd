"""One of several loans or grants told of before: "The first, of 100 million euros, is for roads", "One, of 5 million, comes from Chad"."""

from __future__ import annotations

from dragoman.reading.figures.parties import parties_of
from dragoman.reading.figures.roles import codes_of, without
from dragoman.reading.figures.scenes import Scene, Topic, scene_of
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["PICKED", "one_of_those"]

PICKED = "one of the loans told of before"
_GIVEN = frozenset({"aid", "loan"})
_OPENS = frozenset({"the", "and", ",", ";", "while", "a"})
_LINKS = frozenset({"of", "worth", "for", "totalling", "totaling", "("})


def one_of_those(scene: Scene, i: int) -> Topic | None:
    """The loan or grant that "the first", "one" or "the other" is, with the sum right behind it."""
    s = scene.s
    if s.refs[i].kind != "money" or i < 2 or s.lowers[i - 1] not in _LINKS or any(scene.modes[:i]):
        return None
    j = i - 2 - (s.lowers[i - 2] == ",")
    if j < 0 or s.lowers[j] not in scene.words.picks | words("figures", "picked"):
        return None
    if j and s.lowers[j - 1] not in _OPENS:
        return None
    told = _told(scene)
    if told is None:
        return None
    mode, actor, recipient = told
    verb = next((g for g in s.groups if g.first > i and g.finite), None)
    other = _from(s, i, scene)
    actor = other if other and not set(other) & set(recipient) else actor
    return Topic(mode, i, PICKED, actor, recipient, verb=verb) if without(actor, recipient) else None


def _told(scene: Scene) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """(mode, giver, receiver) of the loans or grants that the sentence before tells of, with a sum or without."""
    ctx = scene.ctx
    given = [d for d in ctx.last if d.kind == "figure" and d.mode in _GIVEN and d.actor and d.recipient]
    if given:
        return given[-1].mode, given[-1].actor, given[-1].recipient
    before = ctx.previous
    if before is None or before.index != scene.s.index - 1:
        return None
    earlier = scene_of(before, ctx)
    item = next(
        (k for k in range(before.n) if earlier.modes[k] in _GIVEN and before.lowers[k].endswith("s")), -1
    )
    if item < 0:
        return None
    mode = earlier.modes[item] or ""
    verb = next((g for g in reversed(before.groups) if g.main < item), None)
    actor, recipient, _ = parties_of(Topic(mode, item, "the noun of the sentence before", verb=verb), earlier)
    return (mode, actor, recipient) if actor and recipient else None


def _from(s: Sentence, i: int, scene: Scene) -> tuple[str, ...]:
    """Who is said to give this one: "comes from Chad", "was granted by Chad"."""
    g = next((g for g in s.groups if g.first > i and g.finite and g.clause - s.clause[i] in (0, 1)), None)
    if g is None:
        return ()
    cue = "by" if g.passive else "from" if g.lemma in scene.words.stemming else ""
    stop = next((k for k in range(i + 1, s.n) if s.kinds[k] == "Q"), s.n)
    behind = [m for m in s.mentions if g.main < m.item < stop]
    near = [m for m in behind if m.cue in (cue, "by")] if cue else []
    return codes_of(near[:1])
