"""What stands in a sentence beside what it tells: "Togo, however, signed", "Togo, which has one port, signed".

Words set off by commas that only join a sentence to the one before are no items of it. What is said of a subject
between commas is read as it stands; a second reading passes it over, for a verb behind it has that subject. The words
that a rule asks for side by side may have an adverb or a time between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dragoman.reading.syntax.lexicon import ADV, BE, ED, EN, HAVE, ING, MODAL, NEG, PREP, S3
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.syntax.sentences import Sentence

__all__ = ["asides", "plain_texts", "saying_asides", "without_asides", "without_interjections"]

# One item: kind, start, end, lower-cased text, tags, noun lemma, verb lemma, annotation, parties.
_Row = tuple[str, int, int, str, int, str, str, Any, tuple[str, ...]]

_LONGEST = 40
"""Items of what is said of a subject between two commas. assumed"""
_BRACKET = 8
"""Items in brackets behind a name: "Malta (population 500,000) wants". assumed"""
_SPEAKER, _WHEN = 12, 6
"""Items of a speaker before his verb, and of where or when he says it behind it. assumed"""
_OPENING = 8
"""Items of what opens a sentence before its first comma: "As part of these efforts, Togo signed". assumed"""


@lru_cache(maxsize=1)
def _interjections() -> dict[str, list[tuple[str, ...]]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words("syntax.asides", "interjections"):
        first, *rest = phrase.split(" ")
        by_first.setdefault(first, []).append((first, *rest))
    return by_first


def without_interjections(rows: list[_Row]) -> list[_Row]:
    """The rows without ", however," and the like, which stand between two commas and name nobody."""
    commas = [i for i, row in enumerate(rows) if row[3] == ","]
    if len(commas) < 2:
        return rows
    known = _interjections()
    out: list[_Row] = []
    at = 0
    for a, b in pairwise(commas):
        if a < at or a == 0 or not 2 <= b - a <= 5:
            continue
        found = known.get(rows[a + 1][3].split(" ")[0])
        if found and tuple(" ".join(r[3] for r in rows[a + 1 : b]).split(" ")) in found:
            out += rows[at:a]
            at = b + 1
    return out + rows[at:] if at else rows


def asides(s: Sentence) -> list[tuple[int, int]]:
    """Items of what is said of a subject between commas right before its verb, first to last, the commas included."""
    finite = {g.first for g in s.groups if g.finite}
    out: list[tuple[int, int]] = []
    for close in range(3, s.n - 1):
        if s.lowers[close] == ")":
            opens = next((k for k in range(close - 1, max(0, close - _BRACKET), -1) if s.lowers[k] == "("), 0)
            if opens > 0 and s.kinds[opens - 1] in "PH" and s.kinds[close + 1] == "w":
                out.append((opens, close))
            continue
        if s.lowers[close] != ",":
            continue
        first = _behind(s, close)
        opens = -1
        if first in finite:
            opens = next((k for k in range(close - 2, max(0, close - _LONGEST), -1) if _opens(s, k)), -1)
        elif first < s.n and s.kinds[first] == "w" and s.tags[first] & (ED | S3):
            opens = next((k for k in range(close - 3, max(0, close - _LONGEST), -1) if _relates(s, k)), -1)
            if opens > 0 and not any(opens < at < close for at in finite):
                opens = -1
        if opens > 0 and (not out or opens > out[-1][1]):
            out.append((opens, close))
    return out


def saying_asides(s: Sentence) -> list[tuple[int, int]]:
    """Items of who says what the sentence tells, set off within it: "Togo, Mensah said, backs", "Togo backs - he said - the bid"."""
    out: list[tuple[int, int]] = []
    said = words("syntax.asides", "saying")
    for g in s.groups:
        if g.lemma not in said or not g.finite or g.passive or g.negated or g.first < 3:
            continue
        opens = next((k for k in range(g.first - 1, max(0, g.first - _SPEAKER), -1) if _sets_off(s, k)), -1)
        close = next((k for k in range(g.main + 1, min(s.n - 1, g.main + _WHEN)) if _sets_off(s, k)), -1)
        if opens < 1 or close < 0 or s.lowers[opens] != s.lowers[close] or opens + 1 == g.first:
            continue
        inside = range(opens + 1, close)
        alone = not any(h is not g and h.main in inside for h in s.groups)
        relative = s.tags[opens + 1] & PREP or s.lowers[opens + 1] in words("syntax.asides", "relatives")
        before = any(h.finite and h.main < opens for h in s.groups)
        behind = _behind(s, close)
        goes_on = s.kinds[behind] == "w" and bool(s.tags[behind] & (ED | S3 | BE | HAVE | MODAL))
        cut = goes_on and not before if s.lowers[opens] == "," else goes_on or before
        if alone and cut and not relative:
            out.append((opens, close))
    return out


def _sets_off(s: Sentence, k: int) -> bool:
    """Whether a comma, or a dash between spaces, stands at an item."""
    if s.lowers[k] == ",":
        return True
    return (
        s.lowers[k] in ("-", "–", "—") and s.text[s.starts[k] - 1] == " " == s.text[s.ends[k] : s.ends[k] + 1]
    )


def _behind(s: Sentence, i: int) -> int:
    """The item behind a comma, adverbs passed over."""
    i += 1
    while i < s.n - 1 and s.kinds[i] == "w" and s.tags[i] == ADV:
        i += 1
    return i


def _relates(s: Sentence, k: int) -> bool:
    """Whether a comma opens a relative clause: "Togo, which has one port,"."""
    return (
        s.lowers[k] == ","
        and s.kinds[k - 1] in "PHw"
        and s.lowers[k + 1] in words("syntax.asides", "relatives")
    )


def _opens(s: Sentence, k: int) -> bool:
    """Whether a comma and what follows it say more of the subject before them."""
    if s.lowers[k] != "," or s.kinds[k - 1] not in "PHw":
        return False
    if _relates(s, k):
        return True
    if s.tags[k + 1] == ADV and s.tags[k + 2] & (EN | ING):
        k += 1
    if not s.tags[k + 1] & (EN | ING) or s.kinds[k + 1] != "w":
        return False
    return s.kinds[k - 1] == "H" or (s.kinds[k - 1] == "P" and not s.tags[max(0, k - 2)] & PREP)


def without_asides(s: Sentence, passed: Sequence[tuple[int, int]]) -> Sentence:
    """The same sentence without some ranges of its items, not parsed yet; what is cut out is blank in ``lowered``."""
    out = type(s)(s.text, s.span, s.index)
    lowered = s.lowered
    for a, b in passed:
        first, last = s.starts[a] - s.span[0], s.ends[b] - s.span[0]
        lowered = lowered[:first] + " " * (last - first) + lowered[last:]
    out.lowered = lowered
    kept = [i for i in range(s.n) if not any(a <= i <= b for a, b in passed)]
    columns = (s.kinds, s.starts, s.ends, s.lowers, s.tags, s.noun, s.verb, s.refs, s.codes)
    out.fill([tuple(column[i] for column in columns) for i in kept])  # type: ignore[misc]
    return out


def plain_texts(s: Sentence) -> tuple[str | None, str | None]:
    """The sentence in lower case without adverbs behind auxiliaries and before verbs and without times before a verb;
    the same without what opens it. None where nothing is left out."""
    dropped = {
        i
        for i in range(1, s.n)
        if s.kinds[i] == "w" and s.tags[i] & ADV and not s.tags[i] & NEG and _loose(s, i)
    }
    for g in s.groups:
        i = g.first - 1
        if g.finite and i > 1 and s.kinds[i] == "D":
            dropped.add(i)
            if s.tags[i - 1] & PREP:
                dropped.add(i - 1)
    for a, b in asides(s):
        dropped.update(range(a, b + 1))
    kept = [i for i in range(s.n) if i not in dropped]
    comma = next((n for n, i in enumerate(kept[: _OPENING + 1]) if s.lowers[i] == ","), 0)
    loose = dropped or any(s.starts[i] > s.ends[i - 1] + 2 for i in range(1, s.n))  # ", however,"
    opens = comma and not any(s.kinds[i] in "PH" for i in kept[:comma])
    return _joined(s, kept) if loose else None, _joined(s, kept[comma + 1 :]) if opens else None


def _loose(s: Sentence, i: int) -> bool:
    """Whether an adverb stands at a verb: behind an auxiliary or a form of "be", or before the verb itself."""
    return bool(s.tags[i - 1] & (BE | HAVE | MODAL)) or (i + 1 in s.verb_at) or s.tags[i - 1] & ADV > 0


def _joined(s: Sentence, kept: Sequence[int]) -> str:
    """The texts of some items, apart as they are printed."""
    parts: list[str] = []
    last = -1
    for i in kept:
        if last >= 0:
            between = s.lowered[s.ends[last] - s.span[0] : s.starts[i] - s.span[0]]
            parts.append(between if i == last + 1 and not between.strip() else " ")
        parts.append(s.lowered[s.starts[i] - s.span[0] : s.ends[i] - s.span[0]])
        last = i
    return "".join(parts)
