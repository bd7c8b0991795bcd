"""Years and months that stand alone: which four digits are a year (§P4), which "may" a month (§P3)."""

from __future__ import annotations

import re

from dragoman.reading.dates import arithmetic as calendar
from dragoman.reading.dates.atoms import Atom
from dragoman.reading.dates.grammar import Cascade, Tokens
from dragoman.reading.dates.lexicon import load_date_lexicon
from dragoman.reading.dates.tokens import Token
from dragoman.reading.word_lists import words

__all__ = ["add_bare_rules", "plural"]

# Words that ask for a time; after them four digits are a year of any century.
_CUES = frozenset("isuyrwobftvP-JeU")
_HEDGES = words("dates.bare_years", "hedges")
_WORDS = words("dates.bare_years", "words")


_OWNED = re.compile(r"(?:\b(?:the|a|an|this|his|her|its|their|our)|['’]s?) $", re.IGNORECASE)


def _of_event(text: str, month: Token, after: Token) -> bool:
    """Whether a month names an event behind it: "the March summit", "the president's May visit"."""
    named = after.cls == "_" and str(after.value).lower() in words("dates.bare_years", "events")
    upper = text[month.start].isupper()
    return named and upper and _OWNED.search(text, max(0, month.start - 8), month.start) is not None


def plural(word: str) -> bool:
    """Whether a word looks like several of a thing: "agreements", never "bus" or "crisis"."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def add_bare_rules(cascade: Cascade, text: str) -> None:
    """Register the rules; ``text`` is what the offsets of the tokens point into."""
    cues = load_date_lexicon().cues
    counted, numbered = cues["counted"], cues["numbered"]

    @cascade.rule(r"h?U,?o?Y|h?U_?X(?=[|.,])", need="U")
    def stated_year(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The year 2011; year of 2008."""
        unit = t[1] if t[0].cls == "h" else t[0]
        value = t[-1].value
        if unit.value != "year" or text[unit.start : unit.end].endswith("s") or not isinstance(value, int):
            return None
        if value > 2199 or t[-2].cls == "_":
            return None
        edtf = calendar.year(value)
        return Token(t[-1].start, t[-1].end, "A", Atom("year", edtf=edtf)) if edtf else None

    @cascade.rule(r"Y", need="Y")
    def year(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        before = tokens[at - 1] if at else t[0]
        after = tokens[at + 1] if at + 1 < len(tokens) else t[0]
        beyond = tokens[at + 2] if at + 2 < len(tokens) else t[0]
        total = before.cls == "o" and tokens[max(0, at - 2)].value in ("total", "number", "sum")
        # "2000 Turkish companies", but "in 2000 foreign companies" and "the 2000 foreign firms".
        many = after.cls == beyond.cls == "_" and beyond.value in counted and before.cls not in _CUES | {"h"}
        if total or many or not _is_year(t[0].value, tokens[max(0, at - 2)], before, after):
            return Token(t[0].start, t[0].end, "X", t[0].value)
        return Token(
            t[0].start, t[0].end, "A", Atom("year", edtf=f"{t[0].value:04d}", bare=before.cls not in _CUES)
        )

    def _is_year(value: int, leader: Token, before: Token, after: Token) -> bool:
        touching = after.start == before.end + 4
        if before.end and touching and before.cls in "XD'":
            return False
        word, following = before.value, after.value
        cued = before.cls in _CUES or (before.cls == "h" and value >= 1500)
        if after.cls == "U" or after.cls in "XD" or before.cls in "XD":
            return (
                after.cls == "U"
                and cued
                and after.value not in ("year", "month", "day")
                and before.cls != "v"
            )
        if word == "than" and leader.cls == "l":
            return True
        if before.cls == "_" and word in ("circa", "ca"):
            return True
        if before.cls == "_" and word in numbered:
            return False
        if after.cls == "_" and following in counted:
            return False
        if after.cls == "k" and before.cls == "h" and calendar_year(after):
            return 1000 <= value <= 2199  # "the 2022 calendar year"
        if after.cls == "k" or (after.cls == "|" and after.value in ("%", "°")):
            return False
        if cued:
            return 1000 <= value <= 2199 and not (before.cls == "v" and value % 100 == 0)
        if not 1900 <= value <= 2099:
            return value >= 1000 and before.cls in "(&" and after.cls in ")-&"
        if before.cls == "_" and word in _HEDGES:
            return value % 100 != 0 and not (after.cls == "_" and plural(str(following)))
        if after.cls == "_" and plural(str(following)) and value % 100 == 0:
            return text[after.start : after.start + 1].isupper()
        return True

    def calendar_year(kind: Token) -> bool:
        return text.startswith(("calendar year", "full year", "whole year"), kind.start)

    @cascade.rule(r"M", need="M")
    def month(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """In October; since August; March (with a capital)."""
        token = t[0]
        if at and tokens[at - 1].cls == "R":
            return None
        before = tokens[at - 1] if at else token
        after = tokens[at + 1] if at + 1 < len(tokens) else token
        written = text[token.start : token.end]
        lowered = written.lower()
        listed = before.cls == "," and at > 1 and tokens[at - 2].cls in "AM"
        cued = (
            listed or before.cls in "iosuyrwbftvPAjR-&" or (before.cls == "h" and tokens[at - 2].cls in "ij")
        )
        if lowered in _WORDS and not _of_event(text, token, after):
            upright = cued or written[0].isupper() or lowered != "may"
            ranged = after.cls in "-t" and at + 2 < len(tokens) and tokens[at + 2].cls in "MA"
            if not upright or not (cued or ranged) or (before.cls in "&" and not written[0].isupper()):
                return None
            if before.cls == "h" and after.cls == "_":
                return None
        if not cued and after.cls == "_" and text[after.start : after.start + 1].isupper():
            return None  # April Harris
        value = token.value
        return Token(
            token.start, token.end, "A", Atom("month", make=lambda y: calendar.month(y, value), bare=not cued)
        )
