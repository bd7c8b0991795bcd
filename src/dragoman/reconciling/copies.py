"""Tellings of one figure: is it one claim told again, or a second voice? (§R10)"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from dragoman.model.messages import say
from dragoman.model.statements import Statement

__all__ = ["copied", "copied_words", "twins_of"]

_WORD = re.compile(r"\w+")
_COMMON = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "has",
        "have",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "was",
        "were",
        "which",
        "with",
    ]
)
# Passages with this share of words in common are near-duplicates (assumed; §R10).
_ALIKE = 0.5
# A figure printed with this many digits is not hit upon twice by chance (assumed; §R10).
_DIGITS = 3
# Documents with so many figures in common are not independent of each other (assumed; §R10).
_SHARED = 3
_MOST_DOCUMENTS = 20


def _words(s: Statement) -> set[str]:
    return {w for w in _WORD.findall(s.evidence.text.casefold()) if w not in _COMMON}


def _source(s: Statement) -> frozenset[str]:
    if s.attribution is None:
        return frozenset()
    return frozenset(w for w in _WORD.findall(s.attribution.source.casefold()) if w not in _COMMON)


def twins_of(tellings: Iterable[Sequence[Statement]]) -> frozenset[frozenset[str]]:
    """Pairs of documents that print several figures alike: one draws on the other, or both on one source."""
    shared: Counter[frozenset[str]] = Counter()
    for told in tellings:
        documents = sorted({s.evidence.document for s in told})
        # A figure that dozens repeat says nothing of any two of them.
        if 1 < len(documents) <= _MOST_DOCUMENTS:
            shared.update(frozenset(pair) for pair in combinations(documents, 2))
    return frozenset(pair for pair, n in shared.items() if n >= _SHARED)


def copied(a: Statement, b: Statement, twins: frozenset[frozenset[str]] = frozenset()) -> str | None:
    """Why two tellings of the same figure are one claim; None where that is not known."""
    if a.evidence.document == b.evidence.document:
        return say("in one document")
    left, right = _source(a), _source(b)
    if left and right and (left <= right or right <= left):
        return say("by one named source")
    wa, wb = _words(a), _words(b)
    if wa and wb and len(wa & wb) >= _ALIKE * len(wa | wb):
        return say("in the same words")
    if a.value is not None and a.value == b.value and len(a.value.normalize().as_tuple().digits) >= _DIGITS:
        return say("to the same last digit")
    if frozenset((a.evidence.document, b.evidence.document)) in twins:
        return say("in documents that share {number} figures or more", number=_SHARED)
    return None


def copied_words(tellings: Sequence[Statement], twins: frozenset[frozenset[str]] = frozenset()) -> str:
    """How the tellings stand to each other, and how many claims they make."""
    first = tellings[0]
    reasons = [copied(first, other, twins) for other in tellings[1:]]
    if all(reasons):
        return say(
            "{number} tellings {reason}, counted as one claim (§R10)", number=len(tellings), reason=reasons[0]
        )
    apart = 1 + sum(r is None for r in reasons)
    return say(
        "{number} tellings of {apart} voices, as neither words nor source are shared (§R10)",
        number=len(tellings),
        apart=apart,
    )
