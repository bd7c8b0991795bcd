"""Whose "the company", "the fund", "the agency" is: of the firm or office of one state that was named just before."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.discourse.cues import definite
from dragoman.reading.syntax.grammar import words
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["HEADS", "Firm", "firm_meant", "firm_named"]

_FUNDS = words("discourse", "fund_heads")
HEADS = words("discourse", "firm_heads") | _FUNDS


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm or office of one state: its name in small letters, its country, whether it is a seat of that state."""

    name: str
    codes: tuple[str, ...]
    seat: bool

    def is_called(self, head: str) -> bool:
        """Whether a noun may mean it: "the fund" a fund or what is told by letters alone, "the company" no seat."""
        if head in _FUNDS:
            return head in self.name.split() or " " not in self.name
        return not self.seat


def firm_named(s: Sentence, before: int = -1) -> Firm | None:
    """The last firm or office of one state in a sentence, up to an item."""
    for i in range((before if before >= 0 else s.n) - 1, -1, -1):
        if s.kinds[i] != "P" or len(s.codes[i]) != 1:
            continue
        form = getattr(s.refs[i], "form", "")
        if form in ("affiliate", "seat"):
            return Firm(s.lowers[i], s.codes[i], form == "seat")
    return None


def firm_meant(s: Sentence, i: int, low: str, last: Firm | None) -> tuple[tuple[str, ...], str] | None:
    """The country of "the company" at an item, where a firm of one is named before it or in the sentence before."""
    if not definite(s, i) or s.lowers[i + 1 : i + 2] == ["of"]:
        return None
    if i + 1 < s.n and s.kinds[i + 1] == "w" and s.noun[i + 1] and not s.tags[i + 1]:
        return None  # "the company chairman"
    firm = firm_named(s, i) or last
    return (firm.codes, f"the {low}: {firm.name}") if firm is not None and firm.is_called(low) else None
