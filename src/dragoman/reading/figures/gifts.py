"""Money and goods that a verb gives: aid, a loan from a bank, a part of what is earned."""

from __future__ import annotations

from dragoman.reading.figures.scenes import Scene
from dragoman.reading.syntax.clauses import Group

__all__ = ["adds_to", "from_party", "gift_mode", "is_relief"]


def gift_mode(scene: Scene, v: Group, cues: tuple[str, ...]) -> str:
    """Money given is aid, from a bank a loan."""
    s = scene.s
    givers = [m for m in s.mentions if m.clause == v.clause and (m.cue in cues if cues else m.item < v.first)]
    givers = givers or [m for m in s.mentions if m.item < v.first]
    return "loan" if any(c in scene.words.lenders for m in givers for c in m.codes) else "aid"


def from_party(scene: Scene, v: Group, i: int) -> bool:
    """Whether money got comes from a party named right behind: "received $1 billion from India"."""
    s = scene.s
    return v.main < i <= v.main + 3 and any(
        m.cue == "from" and i < m.item <= i + 8 and m.clause == v.clause for m in s.mentions
    )


def adds_to(scene: Scene, i: int) -> int:
    """The exports that an amount is a part of: "contributed $2 billion to Uganda's export earnings"; or -1."""
    s = scene.s
    at = next((j for j in range(i + 1, min(s.n, i + 6)) if s.lowers[j] == "to"), -1)
    if at < 0:
        return -1
    return next(
        (j for j in range(at + 1, min(s.n, at + 6)) if scene.modes[j] in ("exports", "imports", "trade")), -1
    )


def is_relief(scene: Scene, v: Group) -> bool:
    """Whether what is sent is a gift: the verb says so or the clause names what is given in need."""
    if v.lemma in scene.words.give_only:
        return True
    s = scene.s
    return "give_v" in scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset()) and any(
        s.lowers[j] in scene.words.relief for j in range(s.n) if s.clause[j] == s.clause[v.main]
    )
