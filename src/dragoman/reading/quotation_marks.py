"""Quotation marks that do not pair: one left out, or set twice, would make half a paragraph somebody's words.

What a mark does shows beside it: one that opens follows a space, one that closes follows a letter or a stop.
Where the marks of a paragraph contradict that, those that open what is open or close what is closed are taken
for spaces. The text keeps its length, so that every passage stays where it is.
"""

from __future__ import annotations

import re

__all__ = ["paired"]

_MARKS = re.compile(r'["“”]')
_BEFORE_OPENING = frozenset(" \t\u00a0([{—–-/'‘’:")
_BEHIND_CLOSING = frozenset(" \t\u00a0.,;:!?)]}—–-/'’")


# A line of speech behind a dash: "– We are glad of this visit – said President A", "- I thank you, she said".
_BEHIND_DASH = re.compile(
    r"(?m)^([ \t]*)[-–—]([ \t]+[A-Z][^\n“”\"„«»]{20,1500}?)([,.!?]?)( ?[,–—-]?)(?= (?:(?:he|she|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) )?"
    r"(?:said|says|stated|stressed|noted|added|emphasi[sz]ed|underlined|underscored|told|declared|concluded|explained|recalled)\b)"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y)\b")


def _spoken(match: re.Match[str]) -> str:
    """The line with the marks of a quotation in place of its dashes, as long as before."""
    lead, words, stop, link = match.groups()
    if not (stop or link.strip()) or not _FIRST_PERSON.search(words):
        return match.group()
    if link.strip() and link.strip() != ",":
        return f"{lead}“{words}{stop}{link[:-1]}”"
    if link:
        return f"{lead}“{words}{stop}{link[:-1]}”"
    return f"{lead}“{words}”"


def paired(text: str) -> str:
    """The text, in which marks that do not pair within their paragraph are spaces; the same text where all do.

    Examples
    --------
    >>> paired('"We regret it. "We will go," she said.')
    '"We regret it.  We will go," she said.'
    >>> paired('"We regret it," she said.')
    '"We regret it," she said.'
    >>> paired("„We regret it,“ she said.")
    '“We regret it,” she said.'
    """
    if _BEHIND_DASH.search(text):
        text = _BEHIND_DASH.sub(_spoken, text)
    if "„" in text or ("”" in text and "“" not in text):
        text = _as_in_english(text)
    if '"' not in text and text.count("“") == text.count("”"):
        return text
    dropped: list[int] = []
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        dropped += _unpaired(text, start, stop)
        start = stop + 1
    if not dropped:
        return text
    letters = list(text)
    for i in dropped:
        letters[i] = " "
    return "".join(letters)


def _as_in_english(text: str) -> str:
    """The text with the marks of other languages turned: „So“, „so” and ”so” are read as “so”.

    A low mark opens and the next high one closes; of high ones alone every other one opens, where they pair.
    """
    letters = list(text)
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        low = [i for i in range(start, stop) if letters[i] == "„"] if "„" in text[start:stop] else []
        for i in low:
            close = next((k for k in range(i + 1, stop) if letters[k] in '“”"„'), -1)
            if close > 0 and letters[close] != "„":
                letters[i], letters[close] = "“", "”"
        high = [i for i in range(start, stop) if letters[i] == "”"] if not low else []
        if high and len(high) % 2 == 0 and "“" not in text[start:stop]:
            if all(_may_open(text, i, start) for i in high[::2]):
                for i in high[::2]:
                    letters[i] = "“"
        start = stop + 1
    return "".join(letters)


def _may_open(text: str, i: int, start: int) -> bool:
    return i == start or text[i - 1] in _BEFORE_OPENING


def _unpaired(text: str, start: int, stop: int) -> list[int]:
    """The marks of a paragraph to be passed over: those that open again or close what nobody opened."""
    marks = [m.start() for m in _MARKS.finditer(text, start, stop)]
    if not marks:
        return []
    ways = [_way(text, i, start, stop) for i in marks]
    if not _contradict(ways):
        return []
    if text.count("“", start, stop) == text.count("”", start, stop) and '"' not in text[start:stop]:
        return []  # a quotation within another
    out: list[int] = []
    is_open = False
    for i, way in zip(marks, ways, strict=True):
        if way == 0:
            is_open = not is_open
        elif (way > 0) == is_open:
            out.append(i)
        else:
            is_open = way > 0
    return out


def _way(text: str, i: int, start: int, stop: int) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 for one that could do either."""
    if text[i] != '"':
        return 1 if text[i] == "“" else -1
    opens = (i == start or text[i - 1] in _BEFORE_OPENING) and i + 1 < stop and not text[i + 1].isspace()
    closes = i > start and not text[i - 1].isspace() and (i + 1 >= stop or text[i + 1] in _BEHIND_CLOSING)
    return opens - closes


def _contradict(ways: list[int]) -> bool:
    """Whether a mark opens what is open or closes what is closed."""
    is_open = False
    for way in ways:
        if way and (way > 0) == is_open:
            return True
        is_open = not is_open
    return False
