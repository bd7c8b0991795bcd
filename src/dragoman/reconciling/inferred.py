"""Slots of a figure that its text does not print: taken over from the figure before, from the pair (§R21)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dragoman.model.statements import Statement
from dragoman.reconciling.lexicons import read_lexicon

__all__ = ["SLOTS", "Inferred", "inferred_of"]

# Which slots each kind of repair changes.
SLOTS = {"period": ("date",), "direction": ("direction",), "reading": ("mode",)}
_NOTES = {"date": "date", "direction": "actor", "partner": "actor", "mode": "mode"}
_WAYS = ("exports", "imports")
_OF_IT = re.compile(r"\b(?:[Oo]f (?:it|which)\b|^Of that\b|thereof\b)")


class Inferred(NamedTuple):
    """A slot that is not printed with its figure, and from where it was taken, in words."""

    slot: str
    means: str


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
    slots = read_lexicon("inferred.yaml")["slots"]
    return {slot: tuple((re.compile(r["pattern"]), r["means"]) for r in rows) for slot, rows in slots.items()}


def inferred_of(s: Statement) -> tuple[Inferred, ...]:
    """The slots of a statement that its reader did not find printed; none where nobody says how it was read."""
    out = []
    for slot, rows in _patterns().items() if s.because else ():
        if slot == "direction" and (s.mode not in _WAYS or "recipient" in s.because):
            continue  # one side named is enough to tell the way
        if slot == "partner" and s.mode != "trade":
            continue
        if slot == "date" and _OF_IT.search(s.evidence.text):
            continue  # part of the sum just told: of its time
        note = s.because.get(_NOTES[slot], "")
        means = next((means for pattern, means in rows if pattern.search(note)), None)
        if means is not None:
            out.append(Inferred(slot, means))
    return tuple(out)
