"""Whose "the company", "the fund", "the agency" is: of the firm or office of one state that was named just before."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.discourse.cues import definite
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["HEADS", "Firm", "bank_named", "firm_after", "firm_meant"]

_FUNDS = words("discourse", "fund_heads")
HEADS = words("discourse", "firm_heads") | _FUNDS
_MAKERS = words("discourse", "firms_that_make")
_FLIERS = words("discourse", "firms_that_fly")
_BANKS = words("discourse", "banks")
_NAME = 9
"""Items of a bank's name, its country in front. assumed"""


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm or office of one state: its name in small letters, its country, whether it is a seat of that state."""

    name: str
    codes: tuple[str, ...]
    seat: bool
    beside: Firm | None = None
    """The one named before it in the sentence, of another state."""

    def is_called(self, head: str) -> bool:
        """Whether a noun may mean it: "the fund" a fund or what is told by letters alone, "the company" no seat."""
        if head in _FUNDS:
            return head in self.name.split() or " " not in self.name
        if head in _MAKERS and not _FLIERS.isdisjoint(self.name.split()):
            return False  # "the manufacturer" is no airline
        return not self.seat


def firm_named(s: Sentence, before: int = -1) -> Firm | None:
    """The last firm or office of one state in a sentence, up to an item."""
    for i in range((before if before >= 0 else s.n) - 1, -1, -1):
        if s.kinds[i] != "P" or len(s.codes[i]) != 1:
            continue
        form = getattr(s.refs[i], "form", "")
        if form in ("affiliate", "seat"):
            beside = _before(s, i)
            return Firm(s.lowers[i], s.codes[i], form == "seat", beside)
    return None


def _before(s: Sentence, i: int) -> Firm | None:
    """The firm that a sentence names before the one at an item, of another state: the seller before the buyer."""
    for j in range(i):
        form = getattr(s.refs[j], "form", "") if s.kinds[j] == "P" else ""
        if form == "affiliate" and len(s.codes[j]) == 1 and s.codes[j] != s.codes[i]:
            return Firm(s.lowers[j], s.codes[j], False)
    return None


def firm_after(s: Sentence, last: Firm | None) -> Firm | None:
    """The firm that the next sentence goes on about; one that names no party and nobody keeps that of the one before."""
    if found := firm_named(s):
        return found
    if last is None or last.seat or s.mentions or "H" in s.kinds or "L" in s.kinds:
        return last if last is not None and last.seat else None
    return last


def firm_meant(s: Sentence, i: int, low: str, last: Firm | None) -> tuple[tuple[str, ...], str] | None:
    """The country of "the company" at an item, where a firm of one is named before it or in the sentence before."""
    if not definite(s, i) or s.lowers[i + 1 : i + 2] == ["of"]:
        return None
    if i + 1 < s.n and s.kinds[i + 1] == "w" and s.noun[i + 1] and not s.tags[i + 1]:
        return None  # "the company chairman"
    firm = firm_named(s, i) or last
    if firm is not None and not firm.is_called(low):
        firm = firm.beside
    return (firm.codes, f"the {low}: {firm.name}") if firm is not None and firm.is_called(low) else None


def bank_named(s: Sentence, before: int = -1) -> tuple[str, ...]:
    """Whose the last bank is that a sentence names, up to an item: "China's Silk Bank", "the Silk Bank of China", "the EBRD".

    A body that lends counts as its own.
    """
    last = before if before >= 0 else s.n
    if not any("bank" in low for low in s.lowers[:last]) and "P" not in s.kinds[:last]:
        return ()
    for i in range(last - 1, -1, -1):
        codes = s.codes[i] if s.kinds[i] == "P" else ()
        if len(codes) == 1 and (codes[0] in _BANKS or "bank" in s.lowers[i]):
            return codes
        if s.kinds[i] == "w" and s.lowers[i] == "bank" and s.text[s.starts[i]].isupper():
            if codes := _of_bank(s, i, last):
                return codes
    return ()


def _of_bank(s: Sentence, i: int, last: int) -> tuple[str, ...]:
    """The one state whose a named bank is, by the words of its name."""
    if i + 2 < last and s.lowers[i + 1] == "of" and s.kinds[i + 2] == "P" and len(s.codes[i + 2]) == 1:
        return s.codes[i + 2]
    for j in range(i - 1, max(-1, i - _NAME), -1):
        if s.kinds[j] == "P":
            return s.codes[j] if len(s.codes[j]) == 1 else ()
        if not (s.text[s.starts[j]].isupper() or s.lowers[j] in ("'s", "’s", "-", "(", ")", "and", "for")):
            break
    return ()
