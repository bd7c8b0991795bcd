"""Surpluses and deficits: whose they are, and so which flow exceeds which."""

from __future__ import annotations

from dragoman.model.statements import BALANCES
from dragoman.reading.figures.roles import codes_of, cued, doers_of, owners_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["balance_of"]

_REACH = 8
_GIVING = words("figures.balances", "giving")
_SIGNS = {
    "negative": "deficit", "unfavourable": "deficit", "unfavorable": "deficit", "passive": "deficit",
    "positive": "surplus", "favourable": "surplus", "favorable": "surplus",
}  # fmt: skip
_LEAVING = words("figures.balances", "leaving")


def balance_of(
    scene: Scene, topic: Topic, parties: tuple[str, ...]
) -> tuple[tuple[str, ...], str, str] | None:
    """The parties with the one that holds the balance first, ``trade deficit`` or ``trade surplus``, and how it was told.

    None where the number is no balance of two, or where the text does not say whose it is.
    """
    s, item = scene.s, topic.item
    if topic.mode != "trade" or item < 0 or len(parties) != 2 or s.kinds[item] != "w":
        return None
    side = _side(s, item)
    if side == "balance" and _favoured(scene, item):
        side = "surplus"  # "a trade balance of $3 million in favour of Chad" is Chad's surplus
    balance = f"trade {side}"
    if balance not in BALANCES:
        return None
    for how, codes in _holders(scene, topic, parties, side):
        holder = tuple(c for c in codes if c in parties)
        if len(holder) == 1:
            return (*holder, *(c for c in parties if c not in holder)), balance, how
    return None


def _side(s: Sentence, item: int) -> str:
    """``deficit`` or ``surplus``: the noun itself, or what is told of a balance ("a negative trade balance")."""
    word = s.noun[item].rpartition(" ")[2]
    balance = s.noun[item] == "trade balance" or s.lowers[item : item + 3] == ["balance", "of", "trade"]
    if not balance:
        return word
    if s.lowers[item - 1] in _SIGNS:
        return _SIGNS[s.lowers[item - 1]]
    told = {n for n in s.noun[item + 1 : item + 2 * _REACH] if n in ("deficit", "surplus")}
    told |= {_SIGNS[w] for w in s.lowers[item + 1 : item + _REACH] if w in _SIGNS}
    return told.pop() if len(told) == 1 else word


def _holders(
    scene: Scene, topic: Topic, parties: tuple[str, ...], side: str
) -> list[tuple[str, tuple[str, ...]]]:
    """Who may hold it, the surest wording first."""
    s, item, verb = scene.s, topic.item, topic.verb
    found = []
    favoured = _favoured(scene, item)
    if favoured:
        gains = side == "surplus"
        found.append(("in favour of", favoured if gains else tuple(c for c in parties if c not in favoured)))
    found.append(("owner", codes_of([m for m in owners_of(s, item) if m.kind != "B"])))
    found.append(("of", codes_of([m for m in s.mentions if m.cue == "of" and m.governor == item])))
    near = [m for m in s.mentions if m.cue == "for" and item < m.item < item + _REACH]
    found.append(("for", codes_of(near)))
    at = next((j for j in range(item - 1, max(-1, item - _REACH), -1) if s.lowers[j] in _LEAVING), -1)
    if at >= 0 and "with" in s.lowers[at:item]:  # "leaving Warsaw with a surplus"
        found.append(("left with", codes_of([m for m in s.mentions if at < m.item < item and not m.owner])))
    elif given := _given(scene, item):
        found.append(("given", given))
    elif verb is not None and not verb.passive and not verb.relative and at < 0 and verb.main < item:
        found.append(("agent", codes_of(doers_of(scene, verb, item))))
    against = codes_of(cued(s, item, None, "with", "against"))
    if len(against) == 1:
        found.append(("the other than behind 'with'", tuple(c for c in parties if c not in against)))
    if item and s.lowers[item - 1] in ("the", "that", "this"):
        found.append(("who held it before", _held_before(scene, item, parties)))
    return found


def _given(scene: Scene, item: int) -> tuple[str, ...]:
    """Whom a balance is given: "giving Beijing a surplus of $3 billion", "handed it a deficit"."""
    s = scene.s
    g = next((v for v in reversed(s.groups) if v.main < item <= v.main + _REACH), None)
    if g is None or g.lemma not in _GIVING or g.passive:
        return ()
    return codes_of([m for m in s.mentions if g.main < m.item < item and not m.owner])


def _held_before(scene: Scene, item: int, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Who had the same balance a few figures ago: "That deficit had been $4 million in 2022"."""
    word = scene.s.noun[item].rpartition(" ")[2]
    for draft in reversed(scene.ctx.found[-8:]):
        if draft.object in BALANCES and set(draft.actor) == set(parties):
            return draft.actor[:1] if draft.object.endswith(word) else ()
    return ()


def _favoured(scene: Scene, item: int) -> tuple[str, ...]:
    """Whom the balance favours: "in favour of A", "in A's favour"."""
    s = scene.s
    for j in range(item, min(s.n, item + 2 * _REACH)):
        if s.lowers[j] in ("favour", "favor"):
            return codes_of([m for m in s.mentions if j - 3 <= m.item <= j + 3])
        if s.lowers[j] in ("in favour of", "in favor of"):
            return codes_of([m for m in s.mentions if j < m.item <= j + 3][:1])
    return ()
