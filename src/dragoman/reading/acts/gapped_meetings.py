"""Further meetings of a series told without their verb: "the first was held in A in 2010, the second in B in 2012".

A remnant is an ordinal, perhaps a noun of the series, a place and a time, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_MODES = frozenset({"session", "meeting", "forum"})
_ENDS = frozenset({".", ",", ";", "and", "while", ")"})


def read(s: Sentence, found: list[Draft]) -> list[Draft]:
    """One more meeting for each ordinal with a time of its own behind a dated meeting."""
    ordinals = words("gapping", "ordinals")
    if len(s.dates) < 2 or sum(low in ordinals for low in s.lowers) < 2:
        return []
    out: list[Draft] = []
    for d in found:
        if d.kind != "contact" or d.mode not in _MODES or not d.date or out:
            continue
        told = next((i for i in s.dates if s.refs[i].edtf == d.date), s.n)
        out += [
            replace(
                d, date=s.refs[time].edtf, start=s.starts[first], end=s.ends[time], place=None, count=None,
                rule="contact.gapped.v1", people=(),
                because={"actor": "a clause without its verb", "status": "the verb before it"},
            )
            for first, time in _remnants(s, told + 1)
        ]  # fmt: skip
    return out


def _remnants(s: Sentence, start: int) -> Iterator[tuple[int, int]]:
    """First item and time of "the second (meeting) (in Rome) on 3 May 2012"."""
    for k in range(start, s.n - 1):
        if s.lowers[k] not in words("gapping", "ordinals") or s.lowers[k - 1] not in ("and", ",", ";", "the"):
            continue
        j = k + 1
        j += s.kinds[j] == "w" and s.noun[j] in words("gapping", "series")
        if j + 1 < s.n and s.lowers[j] in ("in", "at") and s.kinds[j + 1] != "D":
            j += 2
        j += j < s.n and s.lowers[j] in ("in", "on")
        if j < s.n and s.kinds[j] == "D" and s.refs[j].edtf and (j + 1 == s.n or s.lowers[j + 1] in _ENDS):
            yield k, j
