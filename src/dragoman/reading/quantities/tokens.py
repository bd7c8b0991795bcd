"""The number-like tokens of a text: digits, number words, fractions, each with its value.

Kinds: ``d`` digits, ``u`` 0-19, ``t`` tens, ``s`` scale words, ``v`` their plurals, ``o`` and
``p`` ordinals and their plurals, ``f`` half and quarter, ``g`` fraction glyphs, ``q`` "1/2",
``m`` multiples ("doubled"), ``w`` vague words ("several"), ``j`` what is no number (dates,
telephone numbers, versions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from dragoman.reading.quantities.lexicon import load_quantity_lexicon

__all__ = ["Page", "Token", "tokens_of", "without_dates", "without_soup"]

# Longer runs of digits are identifiers, not amounts; the bound also keeps decimals short and exact.
MAX_DIGITS = 30
# A statistical table of a document has fewer numbers in a row than this: assumed.
_SOUP, _SOUP_GAP = 400, 8
_WRAP = re.compile(r"\n(?=[a-z0-9])")
_SPACES = {"\t": " ", "\xa0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "\u2010": "-"}
# "US$98·62m": the raised decimal point of some British papers.
_RAISED_POINT = re.compile(r"(?<=[0-9])·(?=[0-9])")
_URL = re.compile(r"(?:https?://|www\.)[^\s]++")
_DIGITS = re.compile(
    r"(?P<j>[0-9]++(?:[-/:][0-9]++){2,}+)"
    r"|(?P<q>[0-9]{1,4}+/[0-9]{1,4}+(?![0-9/.,][0-9]))"
    r"|(?P<d>[0-9]++(?:[.,'’][0-9]++)*+)"
)
# A search for one sign is many times faster than for what may begin with it.
_DIGIT = re.compile(r"[0-9]")
_PHONE = re.compile(r"\+[0-9]{1,3}+(?: ?[-(]?[0-9][-0-9 ()]{6,}+)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_GROUPED_EUROPEAN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_GROUPED_SWISS = re.compile(r"[0-9]{1,3}(?:['’][0-9]{3})+(?:\.[0-9]+)?")
_COMMA_DECIMAL = re.compile(r"[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")


@dataclass(slots=True)
class Token:
    """One token; ``decimals`` is the number of digits printed after the point, for digits."""

    kind: str
    start: int
    end: int
    value: Decimal
    decimals: int = 0
    plain: bool = False


class Page:
    """A text with its lower-cased and hyphen-free shadows of the same length."""

    __slots__ = ("flat", "low", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        # U+0130 is the one character whose lower case is longer than itself.
        low = text.replace("İ", "I").lower()
        for odd, plain in _SPACES.items():
            if odd in low:
                low = low.replace(odd, plain)
        if "·" in low:
            low = _RAISED_POINT.sub(".", low)
        if "\n" in low:
            low = _WRAP.sub(_unwrapped, low)
        self.low = low
        self.flat = low.replace("-", " ")


def _unwrapped(match: re.Match[str]) -> str:
    """A space for a line break inside a sentence; a break before digits stays unless a word runs up to it."""
    at, text = match.start(), match.string
    before = text[at - 1 : at]
    inside = not before.isspace() and before not in {"", ".", ":", "!", "?"}
    return " " if inside and (not text[at + 1].isdigit() or before.isalpha() or before in "$€£") else "\n"


@lru_cache(maxsize=1)
def _scanner() -> tuple[Any, list[tuple[str, Decimal]]]:
    """An automaton of the number words, and kind and value of each."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    words = load_quantity_lexicon().words
    automaton = AhoCorasick(
        list(words), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return automaton.find_matches_as_indexes, list(words.values())


def _words_of(low: str) -> Iterator[Token]:
    """The number words. All are of letters only, so the longest at a word's start is that word or none."""
    find, meanings = _scanner()
    size = len(low)
    for number, start, end in find(low):
        before = low[start - 1] if start else " "
        if (_in_word(before) and not before.isdecimal()) or (end < size and _in_word(low[end])):
            continue  # a digit may stand before it: "$1billion"
        kind, value = meanings[number]
        yield Token(kind, start, end, value)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@lru_cache(maxsize=1)
def _glyphs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(load_quantity_lexicon().glyphs)}]")


def tokens_of(page: Page) -> list[Token]:
    """Every token in order; space-grouped digits ("1 234 567") are joined, what is in a URL is dropped."""
    low = page.low
    found: list[Token] = []
    at, size = 0, len(low)
    while at < size and (first := _DIGIT.search(low, at)):
        match = _DIGITS.match(low, first.start())
        if match is None:
            break
        found.extend(_numeric(match, low))
        at = match.end()
    found.extend(_words_of(low))
    if not low.isascii():
        for match in _glyphs().finditer(low):
            top, bottom = load_quantity_lexicon().glyphs[match[0]]
            found.append(Token("g", match.start(), match.end(), Decimal(top) / Decimal(bottom)))
    found.sort(key=lambda token: token.start)
    return _join_spaced(_outside(found, low), low)


def without_soup(tokens: list[Token]) -> list[Token]:
    """Without long runs of numbers that nothing but a few characters separates: dumps, not prose."""
    kept: list[Token] = []
    run: list[Token] = []
    for token in tokens:
        if run and token.start - run[-1].end > _SOUP_GAP:
            kept.extend(run if len(run) <= _SOUP else ())
            run = []
        run.append(token)
    kept.extend(run if len(run) <= _SOUP else ())
    return kept


def without_dates(tokens: list[Token], dates: Sequence[tuple[int, int]]) -> list[Token]:
    """Without the bare digits inside dates."""
    kept, k, size = [], 0, len(dates)
    for token in tokens:
        while k < size and dates[k][1] <= token.start:
            k += 1
        if not token.plain or k == size or token.start < dates[k][0] or token.end > dates[k][1]:
            kept.append(token)
    return kept


def _outside(found: list[Token], low: str) -> list[Token]:
    """Without the tokens inside URLs and telephone numbers."""
    skipped = [m.span() for m in _URL.finditer(low)] if "://" in low or "www." in low else []
    if "+" in low:
        skipped = sorted(skipped + [m.span() for m in _PHONE.finditer(low)])
    if not skipped:
        return found
    kept, k = [], 0
    for token in found:
        while k < len(skipped) and skipped[k][1] <= token.start:
            k += 1
        if k == len(skipped) or token.start < skipped[k][0]:
            kept.append(token)
    return kept


def _numeric(match: re.Match[str], low: str) -> list[Token]:
    start, end = match.span()
    if match.lastgroup == "j":
        return [Token("j", start, end, Decimal(0))]
    if match.lastgroup == "q":
        return [_slashed(match[0], start, end)]
    # ".25": the point belongs to the number when nothing stands before it.
    pointed = start > 0 and low[start - 1] == "." and (start == 1 or low[start - 2] in " ($€£¥-−+~<>=")
    return _digits("." + match[0], start - 1) if pointed else _digits(match[0], start)


def _slashed(raw: str, start: int, end: int) -> Token:
    top, _, bottom = raw.partition("/")
    # 24/7, 9/11, 2023/24, 50/50 are no fractions.
    if (
        int(top) >= int(bottom)
        or int(bottom) > 100
        or int(top) + int(bottom) == 100
        or raw == "9/11"
        or raw[0] == "0"
    ):
        return Token("j", start, end, Decimal(0))
    return Token("q", start, end, Decimal(top) / Decimal(bottom))


def _digits(raw: str, start: int) -> list[Token]:
    end = start + len(raw)
    if len(raw) > MAX_DIGITS * 2:
        return [Token("j", start, end, Decimal(0))]
    if _PLAIN.fullmatch(raw):
        clean = raw
    elif _GROUPED.fullmatch(raw):
        clean = raw.replace(",", "")
    elif _GROUPED_EUROPEAN.fullmatch(raw):
        clean = raw.replace(".", "").replace(",", ".")
    elif _GROUPED_SWISS.fullmatch(raw):
        clean = raw.replace("'", "").replace("’", "")
    elif _COMMA_DECIMAL.fullmatch(raw):
        clean = raw.replace(",", ".")
    elif "." in raw or "'" in raw or "’" in raw:
        return [Token("j", start, end, Decimal(0))]
    else:
        return _listed(raw, start)
    if len(clean) > MAX_DIGITS:
        return [Token("j", start, end, Decimal(0))]
    _, _, tail = clean.partition(".")
    return [Token("d", start, end, Decimal(clean), len(tail), raw.isdigit())]


def _listed(raw: str, start: int) -> list[Token]:
    """ "22,24,26" is three numbers."""
    found, at = [], start
    for part in raw.split(","):
        if len(part) <= MAX_DIGITS:
            found.append(Token("d", at, at + len(part), Decimal(part), 0, True))
        at += len(part) + 1
    return found


def _join_spaced(tokens: list[Token], low: str) -> list[Token]:
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if (
            last is not None
            and token.kind == "d"
            and last.kind == "d"
            and token.start - last.end <= 3
            and _joins(last, token, low)
        ):
            joined[-1] = _joined(last, token, low)
        else:
            joined.append(token)
    return joined


def _joins(last: Token, token: Token, low: str) -> bool:
    gap = low[last.end : token.start]
    if gap == " . ":
        # Text that was tokenised with spaces: "14 . 8 %".
        return last.plain and token.plain and last.value < 1000
    return gap in {" ", " , "} and _is_group(last, token, low)


def _joined(last: Token, token: Token, low: str) -> Token:
    size = token.end - token.start
    if low[last.end : token.start] == " . ":
        value = last.value + token.value.scaleb(-size)
        return Token("d", last.start, token.end, value, min(size, MAX_DIGITS))
    value = last.value * 10 ** _int_digits(token, low) + token.value
    return Token("d", last.start, token.end, value, token.decimals)


def _int_digits(token: Token, low: str) -> int:
    return len(low[token.start : token.end].partition(".")[0])


def _is_group(last: Token, token: Token, low: str) -> bool:
    raw = low[token.start : token.end]
    size = last.end - last.start
    if last.decimals or _int_digits(token, low) != 3 or not raw.replace(".", "", 1).isdigit():
        return False
    first = low[last.start : last.end]
    if " " in first:
        return size <= MAX_DIGITS
    return last.plain and size <= 3 and first[0] != "0"
