"""Whose a peer is who is named without a country: "His host, President A", "he came at the invitation of President B".

In a text on two states the peer, host or guest of somebody of the one is of the other, and two who hold one office and
meet are of two states.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.annotations import PersonMention
from dragoman.reading.entities.people_partners import of_state
from dragoman.reading.word_lists import words

__all__ = ["with_peers"]

_NOUNS = r"(?:counterpart|colleague|opposite number|homologue|peer|host|guest|visitor|interlocutor)"
_OFFICE = r"(?:the )?(?:[A-Z][\w’'-]*,? (?:(?:of|for|and|the) ){0,2}){0,6}"
_PEER = re.compile(rf"\b([Hh]is|[Hh]er) (?:(?:new|old|fellow) )?(?:{_NOUNS}),? {_OFFICE}\Z")
_PEER_BEHIND = re.compile(rf", (his|her) (?:{_NOUNS})\b")
_INVITED = re.compile(rf"\b(?:at|on) the (?:kind |official )?invitation of {_OFFICE}\Z")
_MEETS = re.compile(
    rf"\b(?:met|meets|met with|meet with|received|receives|welcomed|hosted|(?:talks|meeting|meetings|discussions) with|to meet) {_OFFICE}\Z"
)
_BEFORE = 110
"""Characters between a peer's noun and the name, the office included; assumed."""
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\bMr|\bDr|\bMs|\bSt)(?<!\bMrs|\bGen)[.!?]['\"”’]?\s+(?=[A-Z“\"])")
_REACH = 700
"""Characters before a peer within which whose peer he is was named; assumed."""


def with_peers(text: str, people: Sequence[PersonMention], pair: Sequence[str]) -> list[PersonMention]:
    """People, peers of no known country with the other one of the text's two states."""
    if len(pair) != 2:
        return list(people)
    found: dict[str, str] = {}
    for i, p in enumerate(people):
        if p.name in found or not (p.role or not p.country):
            continue
        at = _peer_at(text, p)
        if at is None:
            continue
        own = _whose(text, people[:i], at, pair)
        if own is not None and own.country and own.name != p.name and (not p.country or _same_office(own, p)):
            found[p.name] = pair[1] if own.country == pair[0] else pair[0]
    if not found:
        return list(people)
    return [replace(p, country=found[p.name]) if p.name in found else p for p in people]


def _peer_at(text: str, p: PersonMention) -> int | None:
    """Where somebody is told to be the peer, host or guest of who was named before; None where nothing says it."""
    low = max(0, p.start - _BEFORE)
    front = _INVITED.search(text, low, p.start) or _PEER.search(text, low, p.start)
    if front is None and p.country:
        front = _MEETS.search(text, low, p.start)
    if front is not None:
        return front.start()
    return p.start if not p.country and _PEER_BEHIND.match(text, p.end) else None


def _same_office(own: PersonMention, p: PersonMention) -> bool:
    """Whether two hold one office of one state, which has but one: "Angola's President A met President B"."""
    return own.country == p.country and own.role == p.role and p.role in _ONE_HOLDER


_ONE_HOLDER = words("entities.people_peers", "one_holder")


def _whose(text: str, before: Sequence[PersonMention], at: int, pair: Sequence[str]) -> PersonMention | None:
    """Whom "his" means: whom its sentence names first, else the sentence before that names an officer."""
    low = max(0, at - _REACH)
    starts = [p.start for p in before]
    stop = at
    for begin in reversed([low, *(m.end() for m in _ENDS.finditer(text, low, at))]):
        told = before[bisect_left(starts, begin) : bisect_left(starts, stop)]
        if told:
            first = next((p for p in told if p.country or of_state(p.role or "")), told[0])
            return first if first.country in pair else None
        stop = begin
    return None
