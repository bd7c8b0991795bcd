"""Capitals and states that only say where something is: they bring nobody into what is spoken of."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dragoman.reading.annotations import PartyMention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["does_harm", "scenes", "without_crossed"]

_POSTS = words("discourse.whereabouts", "posts")


def scenes(s: Sentence, spoken: Collection[str]) -> frozenset[int]:
    """Items of capitals that only say where, while two parties are spoken of.

    Either the text spoke of the two before ("we talked in Madrid and Paris"), or the sentence names
    two besides the seat of a post in a third: "Chad is represented in Peru through its embassy in
    Brasília, Brazil".
    """
    capitals = [m for m in s.mentions if m.form == "capital" and not m.owner]
    two, out = set(spoken), set[int]()
    if len(two) == 2:
        out = {m.item for m in capitals if m.cue in ("in", "at") and not set(m.codes) & two}
    seats = [
        m for m in capitals if m.item > 1 and s.lowers[m.item - 1] == "in" and s.noun[m.item - 2] in _POSTS
    ]
    for seat in seats:
        at = {seat.item} | ({seat.item + 2} if _state_behind(s, seat.item) else set())
        others = {c for m in s.mentions if m.kind in "PH" and m.item not in at for c in m.codes}
        if len(others - set(seat.codes)) == 2:
            out |= at
    if "trans" in s.forms or "cross" in s.forms:
        out |= {m.item for m in s.mentions if m.item > 1 and _crossed(s.text, s.starts[m.item])}
    return frozenset(out)


def _crossed(text: str, start: int) -> bool:
    """Whether a land is only what something runs across: "the Trans-Afghan railway"."""
    return text[max(0, start - 6) : start].lower().endswith(("trans-", "trans ", "trans–", "cross-"))


def without_crossed(text: str, mentions: Iterable[PartyMention]) -> list[PartyMention]:
    """The mentions without those that only tell what something runs across, which a text is not about."""
    return [m for m in mentions if not _crossed(text, m.start)]


def _state_behind(s: Sentence, i: int) -> bool:
    """Whether the state of a capital stands behind it: "Brasília, Brazil", "Brasília (Brazil)"."""
    return s.lowers[i + 1 : i + 2] in ([","], ["("]) and s.codes[i + 2 : i + 3] == [s.codes[i]]


def does_harm(s: Sentence, i: int) -> bool:
    """Whether a party only owns an act of war: "with Russia's full-scale invasion of Ukraine"."""
    if s.lowers[i + 1 : i + 2] not in (["'s"], ["’s"]):
        return False
    return any(s.noun[j] in _HOSTILE for j in range(i + 2, min(s.n, i + 5)))


_HOSTILE = words("discourse", "hostile")
