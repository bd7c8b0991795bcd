"""A text with its party mentions, as the search for people asks it, and a person as found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention
from dragoman.reading.entities.titles import Titles, load_titles

__all__ = ["Found", "Page"]

_FILED = re.compile(r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w .]{2,20})?(?: \([^()\n]{2,30}\))?(?::| [-–—]+) ?")
"""A dateline that opens a text: "BEIJING (Nov 16): ", "NAIROBI, May 2 (Xinhua) -- "."""


# States whose names of offices others have as well.
_SHARED = frozenset({"USA", "GBR"})
_PAIR = 2


@dataclass(slots=True)
class Found:
    start: int
    end: int
    role: str | None
    country: str | None
    usual: str | None = None
    peer: bool = False


class Page:
    """A text with its party mentions, easy to ask."""

    def __init__(self, text: str, mentions: Sequence[PartyMention], *, listed: bool = False) -> None:
        self.text = text
        self.listed = listed
        self.titles: Titles = load_titles()
        self.mentions = [m for m in mentions if m.form != "person"]
        self.starts = [m.start for m in self.mentions]
        self.ends = [m.end for m in self.mentions]
        self.by_end = {m.end: m for m in self.mentions}
        self.by_end |= {  # "the African Development Bank (AfDB) President A": an acronym ends with its bracket
            m.end + 1: m
            for m in self.mentions
            if m.form == "acronym" and text[m.start - 1 : m.start] == "(" and text[m.end : m.end + 1] == ")"
        }
        self.states = [m for m in self.mentions if _is_state(m)]
        self.opening = self._filed_abroad()
        self.state_starts = [m.start for m in self.states]
        self.leaders = [m for m in mentions if m.form == "person"]
        self.leader_spans = {m.start: (m.start, m.end) for m in self.leaders}

    def _filed_abroad(self) -> int:
        """Where a text begins: behind a dateline in a state other than the one that opens it, which is then left out."""
        filed = _FILED.match(self.text)
        if filed is None or len(self.states) < 2:
            return 0
        at = filed.end() + 4 * self.text.startswith("The ", filed.end())
        place, first = self.states[:2]
        if place.end > filed.end() or first.start != at or first.codes == place.codes:
            return 0
        del self.states[0]
        return filed.end()

    def usual_of(self, country: str | None) -> str | None:
        """The one state that an office's name is usual in, unless a text between others never names that one.

        Kenya has a Treasury Secretary too, the Philippines a Secretary of State for trade.
        """
        if country not in _SHARED:
            return country
        named = {code for m in self.mentions for code in m.codes}
        return country if country in named or len(named) < _PAIR else None

    def party_at(self, start: int) -> PartyMention | None:
        i = bisect_left(self.starts, start)
        return self.mentions[i] if i < len(self.starts) and self.starts[i] == start else None

    def leader_at(self, start: int) -> tuple[int, int] | None:
        """The known leader named from ``start`` on, after a comma: "the President of Viet Nam, To Lam"."""
        if self.text[start - 2 : start] != ", ":
            return None
        return self.leader_spans.get(start)

    def next_party(self, start: int) -> int:
        i = bisect_left(self.starts, start)
        return self.starts[i] if i < len(self.starts) else len(self.text)


def _is_state(mention: PartyMention) -> bool:
    return len(mention.codes) == 1 and not is_body(mention.codes[0])
