"""What stands beside a numeral: sign, currency and hedge before; currency, unit, hedge after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dragoman.reading.quantities.lexicon import Hedge, Money, Unit, load_quantity_lexicon
from dragoman.reading.quantities.tokens import Page
from dragoman.reading.word_lists import words

__all__ = [
    "MAGNITUDES",
    "SIZES_BEHIND",
    "After",
    "Before",
    "abbreviation_at",
    "hedge_after",
    "hedge_before",
    "last_word",
    "money_before",
    "signed",
    "unit_at",
]

_HANDED = words("quantities.context", "handed")
_RISEN = words("quantities.context", "risen")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]|\.)+$")
MAGNITUDES = {
    "K": 10**3,
    "k": 10**3,
    "M": 10**6,
    "m": 10**6,
    "B": 10**9,
    "BN": 10**9,
    "Mn": 10**6,
    "Bn": 10**9,
    "bn": 10**9,
}
# What may stand right behind a code: "USDbn", "EURm".
SIZES_BEHIND = frozenset({"m", "mn", "bn", "k", "M"})
# Two-letter prefixes that are read as money before any number; other short ones need a scale or a grouped number.
_SURE = {
    "Rs",
    "Rp",
    "RM",
    "Tk",
    "DM",
    "KD",
    "QR",
    "SR",
    "JD",
    "Le",
    "TL",
    "Dh",
    "Fr.",
    "Sh.",
    "Bs",
    "Bs.",
    "kr",
    "KSh",
    "Rs.",
    "Rp.",
    "CFA",
}
_MINUS = re.compile(r"(?:(?:^|(?<=[\s(\[=:,;]))(?:-|−|–)|\b(?:minus|negative) ?)(?: (?=$))?$")
_SCALES_AFTER = re.compile(
    r"[ -](?:hundred|thousand|million|billion|trillion|lakh|crore|m|mn|mln|mil|bn|bln|trn|tn|tln)\b"
)
_CODE_AND_SIGN = re.compile(r"(?<![^\W\d_])([A-Za-z]{3}) ?\$$")
_CODE_AT = re.compile(r"[A-Za-z]{3,6}(?![^\W_]|\$ ?[0-9])")
_ABBREVIATION = re.compile(r"( ?)([a-z]{1,4})\.?(?![\w])")


@dataclass(slots=True)
class Before:
    """Where the amount starts once its currency is included, and that currency."""

    start: int
    money: Money | None = None
    factor: Decimal = Decimal(1)


@dataclass(slots=True)
class After:
    """Where the amount ends once its unit is included."""

    end: int
    meaning: Money | Unit
    factor: Decimal = Decimal(1)


def money_before(page: Page, start: int, *, sure: bool) -> Before | None:
    """The currency that ends right before ``start``: "US$", "EUR ", "Rs. ", "dollar ", "MAUD ".

    ``sure`` says that the number has a scale, a group or a decimal, which weak prefixes need.
    """
    text, at = page.text, start
    if at and page.low[at - 1] == " ":
        at -= 1
    if not at:
        return None
    spaced = at != start
    last = text[at - 1]
    if not (last.isalpha() or last == ".") or text[max(0, at - 2) : at] == "/.":
        return _sign_before(page, at)
    match = _WORD_BEFORE.search(text, max(0, at - 14), at)
    if match is None:
        return None
    return _word_before(page, match.group(), match.start(), at, sure=sure, spaced=spaced)


def _sign_before(page: Page, at: int) -> Before | None:
    lexicon, text = load_quantity_lexicon(), page.text
    if text[at - 1] == "$":
        match = _CODE_AND_SIGN.search(text[max(0, at - 6) : at])
        if match and match[1].upper() in lexicon.codes and (match[1].isupper() or match[0][-2] != " "):
            return Before(at - len(match[0]), Money(match[1].upper()))
    for size in range(min(6, at), 0, -1):
        sign = text[at - size : at]
        money = lexicon.prefixes.get(sign) or lexicon.folded.get(sign)
        edge = text[at - size - 1 : at - size] if at > size else ""
        if money and not sign[0].isspace() and not (sign[0].isalpha() and edge.isalpha()):
            return Before(at - size, money)
    return None


def _word_before(page: Page, word: str, at: int, end: int, *, sure: bool, spaced: bool) -> Before | None:
    lexicon, text = load_quantity_lexicon(), page.text
    word_start = at
    stripped = word.lstrip(".")
    word_start += len(word) - len(stripped)
    if word_start and (text[word_start - 1].isalnum() or text[word_start - 1] in "_@#"):
        return None
    if word_start and text[word_start - 1] in "$£₩₭":
        # "$A500m", "£E 20 million"
        money = lexicon.prefixes.get(text[word_start - 1 : word_start + len(stripped)])
        return Before(word_start - 1, money) if money else None
    if len(stripped) > 2 and stripped[-1] == "." and stripped not in lexicon.prefixes:
        stripped = stripped[:-1]  # "KES. 75 billion", "RM. 3 million"
    money = lexicon.prefixes.get(stripped) or lexicon.folded.get(stripped)
    if money is not None:
        strong = (
            stripped in lexicon.folded
            or not stripped.isascii()
            or len(stripped.strip(".")) > 2
            or stripped in _SURE
        )
        if strong or (sure and not (len(stripped) == 1 and spaced)):
            return Before(word_start, money)
    code = _code(stripped)
    if code is not None:
        return Before(word_start, Money(code))
    if len(stripped) in (4, 5) and stripped[-3:] in lexicon.codes and stripped[:-3] in MAGNITUDES:
        return Before(word_start, Money(stripped[-3:]), Decimal(MAGNITUDES[stripped[:-3]]))
    if not spaced:
        return None
    return _name_before(page, end, sure=sure)


def _name_before(page: Page, end: int, *, sure: bool) -> Before | None:
    """ "dollar 22.5 million", "US dollars 5 million"."""
    names, low = load_quantity_lexicon().names, page.flat
    if last_word(low, end) not in load_quantity_lexicon().name_ends:
        return None
    best: Before | None = None
    at = end
    for _ in range(3):
        match = _WORD_BEFORE.search(low, max(0, at - 16), at)
        if match is None:
            break
        money = names.get(low[match.start() : end])
        if money is not None and money.parts == 1 and not (money.guarded and not sure):
            best = Before(match.start(), money)
        at = match.start()
        if not at or low[at - 1] != " ":
            break
        at -= 1
    return best


def _code(word: str) -> str | None:
    lexicon = load_quantity_lexicon()
    if len(word) != 3:
        return None
    if word in lexicon.codes:
        return word
    if word in lexicon.lower_codes:
        return word.upper()
    if word.lower() in lexicon.lower_codes and word[0].isupper() and word[1:].islower():
        return word.upper()
    return None


def signed(page: Page, start: int) -> int | None:
    """Where a minus sign before ``start`` begins, or None."""
    if page.low[max(0, start - 2) : start].strip(" ")[-1:] not in {"-", "−", "–", "s", "e"}:
        return None
    window = page.low[max(0, start - 10) : start]
    match = _MINUS.search(window)
    if match is None or (match[0].strip() in {"–", "-", "−"} and match[0].endswith(" ") and start > 2):
        return None
    return start - (len(window) - match.start())


def abbreviation_at(page: Page, end: int, *, money: bool) -> tuple[int, Decimal] | None:
    """A scale abbreviation right after digits: "5bn", "2.33 k"; ``m`` and ``t`` need money or a count."""
    match = _ABBREVIATION.match(page.low, end)
    if match is None:
        return None
    lexicon = load_quantity_lexicon()
    scale = lexicon.abbreviations.get(match[2])
    if scale is None:
        return None
    stop = match.end(2)
    printed = page.text[match.start(2) : stop]
    if match[2] in lexicon.money_only and not money:
        capital = printed in {"M", "B"} and match[2] != "t"
        attached_b = printed == "b" and not match[1]
        if not (capital or attached_b or _counts(page, stop) or _money_follows(page, stop)):
            return None
    if page.low[stop : stop + 1] == "." and _money_follows(page, stop + 1):
        stop += 1  # "1.1 mln. euro"
    return stop, scale


def _money_follows(page: Page, end: int) -> bool:
    found = unit_at(page, end, guarded=True)
    return found is not None and isinstance(found.meaning, Money)


def _counts(page: Page, end: int) -> bool:
    """Whether a counted plural or a weight follows: "5m people", "3m tonnes"."""
    match = re.compile(r" (?:[a-z]+ )?[a-z]{3,}s\b| people\b").match(page.low, end)
    return match is not None and page.low[end - 1] in "mb" and page.low[end - 2].isdigit()


def unit_at(page: Page, end: int, *, guarded: bool) -> After | None:
    """The currency or unit that starts at ``end``, after at most one space or hyphen.

    ``guarded`` admits names that are also English words ("won", "real").
    """
    text, at = page.text, end
    if page.flat[at : at + 1] == " ":
        at += 1
    if at >= len(text):
        return None
    head = text[at]
    if head in "[<" and text[at + 1 : at + 2].isalpha():
        return _bracketed(page, at)
    if (
        head.isupper()
        and text[at : at + 3] in load_quantity_lexicon().codes
        and not text[at + 3 : at + 4].isalnum()
    ):
        return _code_at(page, at)
    found = _phrase_at(page, at, guarded=guarded) if head.isalpha() else None
    sign = _sign_at(page, at, attached=at == end)
    if found is None or (sign is not None and sign.end >= found.end and sign.end - at > 1):
        found = sign or found
    return found or _code_at(page, at)


def _bracketed(page: Page, at: int) -> After | None:
    found = _sign_at(page, at + 1, attached=True)
    if found and page.text[found.end : found.end + 1] in {"]", ">"}:
        return After(found.end + 1, found.meaning)
    return None


def _phrase_at(page: Page, at: int, *, guarded: bool) -> After | None:
    flat = page.flat
    match = _LETTERS.match(flat, at)
    if match is None:
        return None
    for phrase, meaning in load_quantity_lexicon().after.get(match[0], ()):
        stop = at + len(phrase)
        if flat.startswith(phrase, at) and not flat[stop : stop + 1].isalnum():
            if isinstance(meaning, Money) and meaning.guarded and not guarded:
                continue
            return After(stop, meaning)
    return None


def _sign_at(page: Page, at: int, *, attached: bool) -> After | None:
    text = page.text
    for sign, meaning in load_quantity_lexicon().signs.get(text[at], ()):
        if not text.startswith(sign, at):
            continue
        stop = at + len(sign)
        tail = text[stop : stop + 1]
        if (sign[-1].isalnum() and tail.isalnum()) or (
            tail in {"-", "'"} and len(sign) == 1 and attached is False
        ):
            continue
        # "10 $30" belongs to the 30.
        if sign[-1] in "$€£¥" and tail.isdigit():
            continue
        return After(stop, meaning)
    return None


def _code_at(page: Page, at: int) -> After | None:
    """ "USD", "usd", "MEUR", "EURm", "USDbn"."""
    match = _CODE_AT.match(page.text, at)
    if match is None:
        return None
    word = match[0]
    code = _code(word)
    if code:
        return After(match.end(), Money(code))
    codes = load_quantity_lexicon().codes
    if word[-3:] in codes and word[:-3] in MAGNITUDES:
        return After(match.end(), Money(word[-3:]), Decimal(MAGNITUDES[word[:-3]]))
    if word[:3] in codes and word[3:] in SIZES_BEHIND:
        return After(match.end(), Money(word[:3]), Decimal(MAGNITUDES.get(word[3:], 10**6)))
    return None


def last_word(low: str, end: int) -> str:
    """The word that ends at ``end``, one space skipped, without an opening bracket or quote."""
    if end and low[end - 1] == " ":
        end -= 1
    at = low.rfind(" ", max(0, end - 18), end)
    return low[max(at + 1, end - 18) : end].lstrip("(['\"“‘—–,\n")


def hedge_before(page: Page, start: int) -> tuple[int, Hedge] | None:
    """The hedge that ends right before ``start``; its start."""
    low, at = page.low, start
    if at and low[at - 1] == " ":
        at -= 1
    hedges = load_quantity_lexicon().hedges
    if not at:
        return None
    if low[at - 1].isalpha() or low[at - 1] == ".":
        key = last_word(low, at)
    else:
        key = low[at - 1]
        if low[max(0, at - 2) : at] in {">=", "<="}:
            key = low[at - 2 : at]
        if key in "<>" and low[max(0, at - 2) : at - 1] == "=":
            return None
    for hedge in hedges.get(key, ()):
        begin = at - len(hedge.words)
        open_edge = begin <= 0 or not low[begin - 1].isalnum() or not hedge.words[0].isalpha()
        if begin >= 0 and open_edge and low.startswith(hedge.words, begin):
            if hedge.words == "up to" and last_word(low, begin) in _RISEN:
                return None  # "trade went up to $9 billion" reaches it
            if hedge.words == "over" and last_word(low, begin) in _HANDED:
                return None  # "handed over 10 buses": ten
            return begin, hedge
    return None


def hedge_after(page: Page, end: int) -> tuple[int, Hedge] | None:
    """The hedge right after ``end`` ("or more", "+"); its end."""
    low = page.low
    at = end + 1 if low[end : end + 1] in {" ", "-"} else end
    for hedge in load_quantity_lexicon().tails.get(low[at : at + 1], ()):
        if not low.startswith(hedge.words, at):
            continue
        stop = at + len(hedge.words)
        if hedge.words == "+":
            if at == end and not low[stop : stop + 1].isdigit():
                return stop, hedge
            continue
        if hedge.words == "plus" and low[end : end + 1] != "-":
            continue
        if at > end and not low[stop : stop + 1].isalnum():
            return stop, hedge
    return None
