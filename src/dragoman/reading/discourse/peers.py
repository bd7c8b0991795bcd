"""Who "his counterpart", "her visitor", "the host" are, where no name says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = ["PEERS", "peer_meant", "without_owner"]

_ROLES = words("discourse", "guests_and_hosts")
_HOSTS = frozenset({"host"})
_OF = frozenset({"from", "of"})
_APPOSED = 8
"""Items behind a comma among which a peer's name stands; assumed."""
PEERS = words("roles", "peers") | _ROLES


def peer_meant(
    discourse: Discourse, s: Sentence, i: int, low: str, person: Any
) -> tuple[tuple[str, ...], str] | None:
    """The other of two who met or visited: "The minister and his counterpart agreed", "The visitor thanked him"."""
    if not i or _told_whose(s, i):
        return None
    owner = s.lowers[i - 1]
    if owner == "the":
        return _of_visit(discourse, low)
    who = person or discourse.person
    if owner not in ("his", "her") or who is None or not who.country:
        return None
    for met in (discourse.participants, discourse.group, discourse.pair):
        if len(met) == 2 and who.country in met:
            return tuple(c for c in met if c != who.country), f"{low}: the other who met"
    return None


def without_owner(
    s: Sentence, i: int, found: dict[int, tuple[tuple[str, ...], str]], subject: tuple[str, ...]
) -> tuple[str, ...]:
    """The subject, where "his" only says whose peer acts: "Her visitor asked for help" tells of the visitor alone."""
    if s.lowers[i] not in PEERS or found.pop(i - 1, None) is None:
        return subject
    return () if i == 1 else subject


def _told_whose(s: Sentence, i: int) -> bool:
    """Whether a name behind says whose a peer is, or a noun that it is none: "his counterpart from", "the host country"."""
    if i + 1 >= s.n:
        return False
    if s.lowers[i + 1] in _OF or s.kinds[i + 1] in "HP":
        return True
    if s.kinds[i + 1] == "w" and s.noun[i + 1] and not s.tags[i + 1] and i + 1 not in s.verb_at:
        return True
    if s.lowers[i + 1] != ",":
        return False
    for k in range(i + 2, min(s.n, i + _APPOSED)):
        if s.kinds[k] in "HP":
            return bool(s.codes[k])  # "his host, President A": unless nobody knows whose he is
        if k in s.verb_at or s.lowers[k] == ",":
            return False
    return False


def _of_visit(discourse: Discourse, low: str) -> tuple[tuple[str, ...], str] | None:
    """Who goes where in the visit told last: "the visitor", "the host"."""
    guest, host = discourse.visit
    if not guest or low not in _ROLES:
        return None
    return ((host,) if low in _HOSTS else (guest,)), f"the {low}: of the visit told last"
