"""From text to the tokens that the date grammar reads.

Only the neighbourhood of words that can start or carry a time expression is cut into tokens;
everything else becomes one break. A token has a class letter, so that a stretch of text is a
string of letters and the grammar is a set of patterns over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from dragoman.reading.dates.lexicon import load_date_lexicon
from dragoman.reading.word_lists import words

__all__ = ["Token", "blocks", "fold", "tokenize", "windows_of"]

# How far [characters] the words of an expression may stand before its first trigger, and how far
# the words after its last one are looked at.
_REACH, _LOOK = 44, 28
# Characters handled at once: memory stays flat on huge inputs.
_BLOCK = 65536

_TRIGGER_CLASSES = frozenset("MWUTCZG")
_LABEL = r"[QqHh][1-4](?![^\W_])|(?:FY|fy|CY|cy)(?= ?['’]?\d\d)|[Ww]/[Cc](?![^\W_])"
# Words come first, for most tokens are words.
_LEXER = re.compile(
    rf"(?P<word>(?!{_LABEL})[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<half>(?:[1-4][Qq]|[12][Hh])(?:(?=(?:20)?\d\d(?![^\W_]))|(?![^\W_]))|[34][Hh](?![^\W_])|[69]M(?= ?20\d\d(?![^\W_])))"
    r"|(?P<num>['’]?\d+(?:[-/.,:–~]\d+)*(?P<suffix>(?:st|nd|rd|th|['’]?s)(?![^\W_])"
    r"|\.(?= ?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?![^\W_])))?)"
    rf"|(?P<label>{_LABEL})"
    r"|(?P<stop>\n\s*[\n•*·–-])"
    r"|(?P<punct>[^\w\s])"
)
_SEPARATOR = re.compile(r"[-/.,:–~]")
_DASHES = {"-": "-", "–": "-", "‑": "-", "~": "-", "−": "-"}
_MARKS = {",": ",", "(": "(", ")": ")", "/": "/", ".": "."}
_QUARTERS = {
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
    "h1": (1, 6),
    "h2": (7, 12),
    "m6": (1, 6),
    "m9": (1, 9),
}
_CURRENCY = "$€£¥₸₽₺₴₹#№"


_PARTS = ("start", "end", "close")
# Words that are months, weekdays, seasons or parts of a year only in company.
_DOUBTFUL = frozenset({"may", "march", "mar", "sat", "sun", "wed", "mon", "fall", "spring", *_PARTS})


class Token:
    """A piece of text with the class letter and value that the grammar uses."""

    __slots__ = ("cls", "end", "start", "value")

    def __init__(self, start: int, end: int, cls: str, value: Any = None) -> None:
        self.start, self.end, self.cls, self.value = start, end, cls, value


def fold(text: str) -> str:
    """Lower case, curly apostrophes straightened, offsets kept."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return lower.replace("’", "'")


@lru_cache(maxsize=1)
def _triggers() -> tuple[Any, list[str]]:
    """The automaton, and of each trigger its kind: ``d`` digit, ``w`` word, ``h`` holiday."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    lexicon = load_date_lexicon()
    patterns = [w for w, (cls, _) in lexicon.words.items() if cls in _TRIGGER_CLASSES]
    patterns += ["nineteen", "thousand", "eighteen", "twenty", "hundred", "day", "w/c", *lexicon.holidays]
    patterns = sorted({*patterns, *"0123456789"})
    # small enough for the processor's cache, where the larger table of a DFA is not
    automaton = AhoCorasick(
        patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )
    kinds = ["d" if p.isdigit() else "h" if p in lexicon.holidays else "w" for p in patterns]
    return automaton.find_matches_as_indexes, kinds


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most 64 Ki characters, cut after a line end or else a space where one is."""
    start, size = 0, len(text)
    while size - start > _BLOCK:
        limit = start + _BLOCK
        cut = text.rfind("\n", start, limit) + 1
        if cut <= start + _BLOCK // 2:
            cut = text.rfind(" ", start, limit) + 1
        if cut <= start + _BLOCK // 2:
            cut = limit
        yield start, cut
        start = cut
    if size > start:
        yield start, size


def windows_of(folded: str) -> tuple[list[tuple[int, int]], dict[int, int]]:
    """Neighbourhoods of the triggers, and where holidays start and end: below zero where they name no day."""
    find, kinds = _triggers()
    windows: list[tuple[int, int]] = []
    found: dict[int, int] = {}
    size, low, high = len(folded), 0, -1
    for index, start, end in find(folded):
        kind = kinds[index]
        if kind != "d":
            if (start and folded[start - 1].isalpha()) or (end < size and folded[end].isalpha()):
                continue
            if kind == "h":
                found[start] = -end if _names_more(folded, end) else end
        if start - _REACH <= high:
            high = end + _LOOK
            continue
        if high >= 0:
            windows.append((low, high))
        low, high = max(0, start - _REACH), end + _LOOK
    if high >= 0:
        windows.append((low, min(high, size)))
    return windows, found


def _names_more(folded: str, end: int) -> bool:
    """Whether a holiday's name goes on as the name of something else: "Easter Island", "the Christmas Islands"."""
    behind = folded[end : end + _LOOK].lstrip(")").split(maxsplit=1)
    return bool(behind) and behind[0].strip(".,;:)'\"") in load_date_lexicon().cues["more_than_a_day"]


def tokenize(text: str, folded: str) -> list[Token]:
    """Tokens of the neighbourhoods of triggers, a break token before each."""
    tokens: list[Token] = []
    windows, holidays = windows_of(folded)
    lexicon = load_date_lexicon()
    rules, known_as, size = lexicon.holidays, lexicon.words.get, len(text)
    add = tokens.append
    for low, high in windows:
        while low > 0 and text[low - 1].isalnum():
            low += 1
            if low >= high:
                break
        add(Token(low, low, "|"))
        skip = low
        for match in _LEXER.finditer(text, low, min(high + 40, size)):
            start, end = match.span()
            if start < skip:
                continue
            kind = match.lastgroup
            if start >= high:
                # The text goes on: what came last must not pass for the end of a clause.
                if kind == "word":
                    add(Token(start, end, "_", folded[start:end]))
                break
            if kind == "word":
                if holidays and start in holidays:
                    skip = abs(holidays[start])
                    named = holidays[start] < 0  # "the Good Friday Agreement": no Friday either
                    add(
                        Token(start, skip, "_", folded[start:skip])
                        if named
                        else Token(start, skip, "H", rules[folded[start:skip]])
                    )
                    continue
                word = folded[start:end]
                known = known_as(word)
                if known is None:
                    if "'" in word:
                        skip = end
                        known, end = _possessive(word, start, end)
                    if known is None:
                        add(Token(start, end, "_", word))
                        continue
                if word in _DOUBTFUL and not _meant(word, text, start, end, tokens):
                    add(Token(start, end, "_", word))
                else:
                    add(Token(start, end, known[0], known[1]))
            elif kind == "punct":
                _punctuation(match, text, folded, tokens)
            elif kind == "label" or kind == "half":
                _label(match, folded, tokens)
            elif kind == "stop":
                add(Token(start, end, "|"))
            else:
                _number(match, text, folded, tokens)
    tokens.append(Token(len(text), len(text), "|"))
    return tokens


def _meant(word: str, text: str, start: int, end: int, tokens: list[Token]) -> bool:
    """Whether a word such as "may" or "sun" is a month or weekday here (§P3)."""
    if word in _PARTS:
        return _no_deed(text, start, end, tokens)
    following = text[end : end + 3].lstrip(" .,")[:1]
    if following.isdigit() or text[max(0, start - 2) : start].rstrip(" -–/")[-1:].isdigit():
        return True
    if word in ("fall", "spring") and re.match(
        r" of (?:the )?(?:\d|this|last|next|that)", text[end : end + 14]
    ):
        return True
    before = tokens[-1].cls
    if word in ("may", "march", "mar"):
        named = before == "R" and word != "may" and tokens[-1].value[0] != 0
        return text[start].isupper() or named or before in "oisuyrwbfPOD/-"
    if word in ("sun", "mon") and before in ",|" and _surname(text, end):
        return False
    return (
        text[start].isupper() and before in "jRrwt-&,(|"
        if word not in ("fall", "spring")
        else before in "RihPA"
    )


def _no_deed(text: str, start: int, end: int, tokens: list[Token]) -> bool:
    """Whether "start" or "end" is a part of a time, and no verb: "by end May", not "is to start next month" (§P7)."""
    if text[end : end + 4] == " of " or text[end : end + 1] == "-":
        return True
    before = text[max(0, start - _LOOK) : start].lower().split()
    if before[-1:] == ["to"]:
        return tokens[-2].cls in "MYPD" if len(tokens) > 1 else False  # "from early May to end June"
    return before[-1:] == [] or before[-1] not in words("dates.tokens", "of_verbs")


_GIVEN_NAME = re.compile(r" ([A-Z][a-z]+)")


def _surname(text: str, end: int) -> bool:
    """Whether a name stands behind a word such as "Sun" that opens a clause: "Sun Weidong said", not "Sun March 3"."""
    given = _GIVEN_NAME.match(text, end)
    return given is not None and given[1].casefold() not in load_date_lexicon().words


def _possessive(word: str, start: int, end: int) -> tuple[tuple[str, Any] | None, int]:
    """``year's`` is read as ``year``, ending before the apostrophe."""
    head = word.split("'")[0]
    known = load_date_lexicon().words.get(head)
    return (known, start + len(head)) if word.endswith("'s") and known else (None, end)


def _label(match: re.Match[str], folded: str, tokens: list[Token]) -> None:
    start, end = match.span()
    word = folded[start:end]
    word = word[::-1] if word[0].isdigit() else word
    if start and folded[start - 1].isalnum():
        tokens.append(Token(start, end, "_"))
    elif word in _QUARTERS:
        tokens.append(Token(start, end, "Q", _QUARTERS[word]))
    elif word == "w/c":
        tokens.append(Token(start, end, "K"))
    else:
        tokens.append(Token(start, end, "F" if word == "fy" else "k", "year"))


def _punctuation(match: re.Match[str], text: str, folded: str, tokens: list[Token]) -> None:
    start, end = match.span()
    mark = match.group()
    if mark == ".":
        # A full stop after an abbreviated month belongs to it unless the sentence ends there.
        before = tokens[-1]
        short = before.cls in "MW" and before.end == start
        if short and folded[before.start : before.end] in load_date_lexicon().abbreviations:
            rest = text[end : end + 2].lstrip()
            if not rest or rest[0].isdigit() or rest[0].islower() or rest[0] in ",-–'’":
                return
        elif before.cls == "M" and before.end == start and text[end : end + 1].isdigit():
            return
    if mark in "'’":
        return
    if mark == "—":
        tight = start and text[start - 1].isdigit() and text[end : end + 1].isdigit()
        tokens.append(Token(start, end, "-" if tight else "|"))
    elif mark in _DASHES:
        tokens.append(Token(start, end, "-"))
    else:
        tokens.append(Token(start, end, _MARKS.get(mark, "|"), mark))


def _number(match: re.Match[str], text: str, folded: str, tokens: list[Token]) -> None:
    """Add the token or tokens of a chain of digits and separators."""
    start, end = match.span()
    suffix = match.group("suffix") or ""
    body_end = end - len(suffix)
    raw = text[start:body_end]
    before = text[start - 1] if start else " "
    after = folded[end] if end < len(text) else " "
    money = before in _CURRENCY or (before == " " and start > 1 and text[start - 2] in "$€£¥#№")
    glued = before.isalpha() and not (tokens[-1].cls == "M" and tokens[-1].end == start)
    label = tokens[-1].cls in "FkQ" and tokens[-1].end == start
    if money or (glued and not label) or before in "+@_" or after in "_+@%‰°":
        tokens.append(Token(start, end, "X"))
        return
    if suffix.endswith("s"):
        _decade(raw, start, end, tokens)
        return
    if suffix:
        value = int(raw) if raw.isdigit() and len(raw) <= 3 else None
        chain = None if raw.isdigit() else _SEPARATOR.search(raw[::-1])
        if chain is not None:
            # "1-3rd": the range, then its last number as an ordinal.
            raw_end = len(raw) - chain.start() - 1
            _chain(raw[:raw_end], start, tokens)
            tokens.append(Token(start + raw_end, start + raw_end + 1, "-"))
            last = raw[raw_end + 1 :]
            tokens.append(
                Token(start + raw_end + 1, end, "O", int(last)) if len(last) < 3 else Token(start, end, "X")
            )
        elif value is None:
            tokens.append(Token(start, end, "X"))
        else:
            tokens.append(Token(start, end, "O", value))
        return
    if after.isalpha():
        # "3years", "2016H2": the letters are a token of their own; "10g", "4x4" are no dates.
        letters = re.compile(r"[^\W\d_]+").match(folded, end)
        known = load_date_lexicon().words.get(letters.group()) if letters else None
        if known is None or known[0] not in "UM":
            tokens.append(Token(start, end, "X"))
            return
    _chain(raw, start, tokens)


def _decade(raw: str, start: int, end: int, tokens: list[Token]) -> None:
    digits = raw.lstrip("'’")
    if (digits.isdigit() and len(digits) == 4 and digits.endswith("0")) or (
        digits.isdigit() and len(digits) == 2 and digits.endswith("0")
    ):
        tokens.append(Token(start, end, "C", int(digits)))
    elif digits.isdigit() and len(digits) == 4 and end - start == 6:
        # "2018's": a year in the possessive.
        tokens.append(_plain(digits, start))
    else:
        tokens.append(Token(start, end, "X"))


def _chain(raw: str, start: int, tokens: list[Token]) -> None:
    """Tokens of ``2024``, ``12/10/2007``, ``2017-18``, ``29-30``, ``2,024`` and their like."""
    if raw[0] in "'’":
        digits = raw[1:]
        value = int(digits) if digits.isdigit() and len(digits) == 2 else None
        tokens.append(Token(start, start + len(raw), "X" if value is None else "'", value))
        return
    if raw.isdigit():
        tokens.append(_plain(raw, start))
        return
    separators = set(_SEPARATOR.findall(raw))
    if len(separators) > 1:
        _mixed(raw, start, tokens)
        return
    separator = separators.pop()
    numbers = raw.split(separator)
    if separator in "–~":
        separator = "-"
    _same(raw, numbers, separator, start, tokens)


def _plain(raw: str, start: int) -> Token:
    end = start + len(raw)
    value = int(raw) if len(raw) <= 4 else None
    if value is None or len(raw) == 3:
        return Token(start, end, "X", value)
    if len(raw) == 4:
        return Token(start, end, "Y" if 1000 <= value <= 2199 else "X", value)
    return Token(start, end, "D", value)


def _mixed(raw: str, start: int, tokens: list[Token]) -> None:
    """``5/1-5/7`` is two chains with a dash; any other mixture is no date but ``08/12,15``."""
    for dash in "-–~":
        head, found, tail = raw.partition(dash)
        if found and dash not in tail and head and tail:
            _chain(head, start, tokens)
            middle = start + len(head)
            tokens.append(Token(middle, middle + 1, "-"))
            _chain(tail, middle + 1, tokens)
            return
    if re.fullmatch(r"\d{1,2}/\d{1,2},\d{2}|\d{1,2}/\d{1,2},\d{4}", raw):
        a, b, c = re.split("[/,]", raw)
        tokens.append(Token(start, start + len(raw), "#", ("/", (a, b, c))))
        return
    tokens.append(Token(start, start + len(raw), "X"))


def _same(raw: str, numbers: list[str], separator: str, start: int, tokens: list[Token]) -> None:
    end = start + len(raw)
    lengths = [len(n) for n in numbers]
    if separator == "," and lengths in ([1, 4], [2, 4]) and tokens and tokens[-1].cls == "M":
        # "May 5,2024": a missing space.
        tokens.append(_plain(numbers[0], start))
        tokens.append(Token(start + lengths[0], start + lengths[0] + 1, ","))
        tokens.append(_plain(numbers[1], start + lengths[0] + 1))
    elif separator in ",:" or max(lengths) > 4:
        tokens.append(Token(start, end, "X"))
    elif separator == "-" and len(numbers) == 6:
        left = raw.split("-", 3)
        cut = start + sum(len(part) + 1 for part in left[:3])
        tokens.append(Token(start, cut - 1, "#", ("-", tuple(numbers[:3]))))
        tokens.append(Token(cut - 1, cut, "-"))
        tokens.append(Token(cut, end, "#", ("-", tuple(numbers[3:]))))
    elif len(numbers) in (2, 3):
        tokens.append(Token(start, end, "#", (separator, tuple(numbers))))
    else:
        tokens.append(Token(start, end, "X"))
