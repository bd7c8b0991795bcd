"""Surpluses and deficits: whose they are, and so which flow exceeds which."""

from __future__ import annotations

from dragoman.model.statements import BALANCES
from dragoman.reading.figures.roles import codes_of, cued, doers_of, owners_of
from dragoman.reading.figures.scenes import Scene, Topic

__all__ = ["balance_of"]

_REACH = 8
_LEAVING = frozenset({"leave", "leaves", "leaving", "left"})


def balance_of(
    scene: Scene, topic: Topic, parties: tuple[str, ...]
) -> tuple[tuple[str, ...], str, str] | None:
    """The parties with the one that holds the balance first, ``trade deficit`` or ``trade surplus``, and how it was told.

    None where the number is no balance of two, or where the text does not say whose it is.
    """
    s, item = scene.s, topic.item
    if topic.mode != "trade" or item < 0 or len(parties) != 2 or s.kinds[item] != "w":
        return None
    balance = f"trade {s.noun[item].rpartition(' ')[2]}"
    if balance not in BALANCES:
        return None
    for how, codes in _holders(scene, topic, parties):
        holder = tuple(c for c in codes if c in parties)
        if len(holder) == 1:
            return (*holder, *(c for c in parties if c not in holder)), balance, how
    return None


def _holders(scene: Scene, topic: Topic, parties: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Who may hold it, the surest wording first."""
    s, item, verb = scene.s, topic.item, topic.verb
    found = []
    favoured = _favoured(scene, item)
    if favoured:
        gains = s.noun[item].endswith("surplus")
        found.append(("in favour of", favoured if gains else tuple(c for c in parties if c not in favoured)))
    found.append(("owner", codes_of([m for m in owners_of(s, item) if m.kind != "B"])))
    found.append(("of", codes_of([m for m in s.mentions if m.cue == "of" and m.governor == item])))
    near = [m for m in s.mentions if m.cue == "for" and item < m.item < item + _REACH]
    found.append(("for", codes_of(near)))
    at = next((j for j in range(item - 1, max(-1, item - _REACH), -1) if s.lowers[j] in _LEAVING), -1)
    if at >= 0 and "with" in s.lowers[at:item]:  # "leaving Warsaw with a surplus"
        found.append(("left with", codes_of([m for m in s.mentions if at < m.item < item and not m.owner])))
    elif verb is not None and not verb.passive and not verb.relative and at < 0 and verb.main < item:
        found.append(("agent", codes_of(doers_of(scene, verb, item))))
    against = codes_of(cued(s, item, None, "with", "against"))
    if len(against) == 1:
        found.append(("the other than behind 'with'", tuple(c for c in parties if c not in against)))
    if item and s.lowers[item - 1] in ("the", "that", "this"):
        found.append(("who held it before", _held_before(scene, item, parties)))
    return found


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
