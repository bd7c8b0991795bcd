"""Companies of one country as a side of an act, and places that only say where goods or lines come from."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import CONJ, PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["firms_of", "nested"]


def firms_of(s: Sentence, clause: int) -> list[Mention]:
    """Companies of one country among the parties of a clause: "Gazprom", "Sweden's Saab", "a Turkish firm"."""
    got = [m for m in s.mentions if m.clause == clause and _is_firm(s, m)]
    return got if len({c for m in got for c in m.codes}) == 1 else []


def nested(s: Sentence, item: int, preposition: str) -> bool:
    """Whether a place phrase says where what follows a preposition is: "from nine dams in Laos"."""
    for k in range(item - 1, max(-1, item - 8), -1):
        if s.lowers[k] == preposition:
            return k + 1 < s.n and k + 1 not in s.verb_at
        if (
            s.kinds[k] not in "wLQP"
            or k in s.verb_at
            or (s.tags[k] & (PREP | CONJ) and s.lowers[k] not in ("in", "of", "at"))
        ):
            return False
    return False


def _is_firm(s: Sentence, m: Mention) -> bool:
    if m.form == "affiliate" or (m.owner and m.head in words("roles", "firms")):
        return True
    if m.owner == "adj" and any(s.noun[i] in words("roles", "firms") for i in range(m.item + 1, m.head_item)):
        return True  # "the Turkish company Tasyapi"
    k = m.item + 2  # "Sweden's Saab": a name behind the owner
    named = m.owner == "poss" and k < s.n and s.text[s.starts[k]].isupper() and s.kinds[k] in "wP"
    return named and not s.tags[k] and s.noun[k] not in words("roles", "state_bodies")
