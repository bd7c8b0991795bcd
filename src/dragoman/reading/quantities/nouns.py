"""The head noun of a count: "100 Bulgarian-capital companies" counts companies."""

from __future__ import annotations

import re

from dragoman.reading.quantities.tokens import Page
from dragoman.reading.word_lists import words

__all__ = ["counted_noun"]

# An abbreviation is a word too: "75 U.S. companies", "three U.N.-backed projects".
_WORD = re.compile(r"[ -]((?:[^\W\d_]\.){2,}(?:-\w+)*(?= )|[^\W\d_](?:[\w'’]|-(?=\w))*)")
_MOST_WORDS = 6
_STOPS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "to",
        "with",
        "without",
        "within",
        "into",
        "onto",
        "over",
        "under",
        "between",
        "among",
        "amid",
        "across",
        "along",
        "around",
        "about",
        "after",
        "before",
        "during",
        "since",
        "until",
        "till",
        "than",
        "as",
        "per",
        "via",
        "and",
        "or",
        "but",
        "nor",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "when",
        "where",
        "while",
        "if",
        "because",
        "so",
        "such",
        "not",
        "no",
        "only",
        "also",
        "both",
        "either",
        "neither",
        "each",
        "every",
        "all",
        "any",
        "some",
        "more",
        "most",
        "less",
        "few",
        "fewer",
        "now",
        "then",
        "there",
        "here",
        "already",
        "still",
        "yet",
        "just",
        "even",
        "ago",
        "old",
        "later",
        "earlier",
        "together",
        "today",
        "yesterday",
        "tomorrow",
        "up",
        "down",
        "out",
        "off",
        "through",
        "against",
        "toward",
        "towards",
        "upon",
        "including",
        "plus",
        "minus",
        "versus",
        "it",
        "they",
        "we",
        "he",
        "she",
        "i",
        "you",
        "said",
        "says",
        "reached",
        "amounted",
        "totalled",
        "totaled",
        "operate",
        "operates",
        "live",
        "lives",
        "remain",
        "remains",
        "include",
        "includes",
        "took",
        "takes",
        "worth",
        "each",
        "apiece",
        "annually",
        "monthly",
        "daily",
        "abroad",
    ]
)
_IRREGULAR = words("quantities.nouns", "irregular")
_NOT_PLURAL = words("quantities.nouns", "not_plural")
_PLURAL_AFTER_S = words("quantities.nouns", "plural_after_s")


def counted_noun(page: Page, end: int, *, single: bool) -> tuple[str, int, int] | None:
    """The noun counted by a number that ends at ``end``, with its span; None where none is near."""
    words: list[tuple[str, int, int]] = []
    at = end
    for _ in range(_MOST_WORDS):
        match = _WORD.match(page.low, at)
        if match is None:
            break
        if _new_row(page, match.start()):
            break
        if words and match[1] in {"and", "or"} and not _plural(words[-1][0]):
            at = match.end()
            continue
        if match[1] in _STOPS:
            break
        words.append((match[1], match.start(1), match.end(1)))
        at = match.end()
    for i, (word, start, stop) in enumerate(words):
        if _plural(word):
            follower = words[i + 1] if i + 1 < len(words) else None
            if follower and _plural(follower[0]) and follower[0] in _PLURAL_AFTER_S:
                return follower
            return word, start, stop
    if single and words and len(words) <= 4:
        return words[-1]
    return None


def _new_row(page: Page, at: int) -> bool:
    """Whether a line ends here that began with a label: "Maltese firms in Chad: 130", then the next label."""
    text = page.text
    if text[at] != "\n" or not text[at + 1 : at + 2].isupper():
        return False
    return ":" in text[text.rfind("\n", 0, at) + 1 : at]


def _plural(word: str) -> bool:
    last = word.rpartition("-")[2]
    if last in _IRREGULAR:
        return True
    if len(last) < 3 or last in _NOT_PLURAL:
        return False
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "ous", "'s", "’s"))
