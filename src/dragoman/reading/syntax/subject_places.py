"""Where a verb's subject stands: what opens its clause, what lies between the two, and whether it has another verb."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import ADV, BE, CONJ, DET, DO, ED, HAVE, MODAL, NOUN, PREP, S3, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["opens_clause_of_verb", "over_aside", "over_time", "verb_elsewhere"]

_AUX = BE | HAVE | DO | MODAL


def over_aside(s: Sentence, comma: int) -> int:
    """The party before an aside between commas: "Chad|, in turn, supplies"; else the comma itself."""
    opens = next((k for k in range(comma - 1, max(0, comma - 6), -1) if s.lowers[k] == ","), 0)
    said = " ".join(s.lowers[opens + 1 : comma])
    return (
        opens - 1 if opens > 0 and s.kinds[opens - 1] == "P" and said in words("clauses", "asides") else comma
    )


def over_time(s: Sentence, at: int) -> int:
    """The party or person before a time: "Benin |on Monday depends on"; else the time itself."""
    k = at - 2 if s.tags[at - 1] & PREP else at - 1
    if k < 0 or s.kinds[k] not in "PH" or getattr(s.refs[k], "form", "") in ("demonym", "compound"):
        return at
    return at if k and s.tags[k - 1] & PREP else k  # "exports to Chad last year"


def opens_clause_of_verb(s: Sentence, j: int) -> bool:
    """Whether a word opens the sentence, or its clause behind a time or a phrase: "On Monday, Malta wants"."""
    if j and s.lowers[j - 1] == "the":
        j -= 1
    if j == 0 or s.lowers[j - 1] in ("that", ":", "“"):
        return True
    opened = bool(s.tags[0] & (PREP | ADV | SUB)) or s.kinds[0] == "D"
    return opened and s.lowers[j - 1] == "," and s.lowers.index(",") == j - 1


def verb_elsewhere(s: Sentence, i: int, subject: int = 0) -> bool:
    """Whether another word of the sentence, or of the clause that a subject opens, can be its finite verb.

    ", a spokesman told reporters" is none of it.
    """
    return any(
        k != i
        and s.kinds[k] == "w"
        and s.tags[k] & (ED | S3 | _AUX)
        and not s.tags[k] & NOUN
        and s.lowers[k] not in ("'s", "’s")
        and not (k > i + 3 and s.verb[k] in words("frames", "saying") and _only_told(s, i, k))
        for k in range(subject, s.n)
    )


def _only_told(s: Sentence, i: int, k: int) -> bool:
    """Whether a comma stands between a word and the verb of who told it, with nothing but the teller behind it."""
    comma = next((m for m in range(k - 1, i, -1) if s.lowers[m] == ","), 0)
    return comma > i and not any(s.tags[m] & (SUB | CONJ) & ~(PREP | DET) for m in range(comma + 1, k))
