"""Where envoys and embassies sit: "the ambassador of A to B", "the embassy of A in B"."""

from __future__ import annotations

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["SENT", "before_posting", "is_posting", "of_envoy"]

SENT = words("syntax.postings", "sent")
_SEATS = words("syntax.postings", "seats")


def of_envoy(s: Sentence, i: int) -> bool:
    """Whether an item is an envoy's name or country: "the ambassador of A to B, Ann Reed", "and B's envoy"."""
    return s.kinds[i] == "H" or (i + 1 < s.n and s.noun[i + 1] in SENT)


def before_posting(s: Sentence, i: int) -> int:
    """The item before the preposition that leads to where somebody is posted."""
    k = i - 1 - (s.lowers[i - 1] == "the")
    return k - 1


def is_posting(s: Sentence, i: int) -> bool:
    """Whether a party is where an envoy or embassy sits: "ambassador to Malta", "the embassy of Ireland in Malta"."""
    k = i - 1 - (i > 0 and s.lowers[i - 1] == "the")
    if k < 1 or s.lowers[k] not in ("to", "in"):
        return False
    head = k - 1
    if s.kinds[head] == "P" and head > 1:
        of = head - 1 - (s.lowers[head - 1] == "the")
        head = of - 1 if s.lowers[of] == "of" else head
    return head >= 0 and s.noun[head] in (SENT if s.lowers[k] == "to" else SENT | _SEATS)
