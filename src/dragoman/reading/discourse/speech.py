"""The words of reported speech, from ``data/lexicon/en/speech.yaml``, checked when loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import RuleError
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["Speech", "load_speech"]

_FILE = "speech.yaml"
_SHAPE = {
    "verbs": ("beside_quotes", "with_that", "bare_clause", "themes", "own_acts"),
    "nouns": ("offices", "diplomats", "leaders", "attitudes"),
    "sources": ("institution", "document", "vague", "media", "written", "of_source", "firm"),
}


@dataclass(frozen=True, slots=True)
class Speech:
    """Word sets and patterns of reported speech; see the data file for what each holds."""

    beside_quotes: frozenset[str]
    with_that: frozenset[str]
    bare_clause: frozenset[str]
    themes: frozenset[str]
    own_acts: frozenset[str]
    offices: frozenset[str]
    diplomats: frozenset[str]
    leaders: frozenset[str]
    attitudes: frozenset[str]
    relations: re.Pattern[str]
    institution: re.Pattern[str]
    document: re.Pattern[str]
    vague: re.Pattern[str]
    media: re.Pattern[str]
    written: re.Pattern[str]
    of_source: re.Pattern[str]
    firm: re.Pattern[str]


@lru_cache(maxsize=1)
def load_speech() -> Speech:
    """The words of reported speech.

    Raises
    ------
    RuleError
        The file lacks a list, has one too many, or a pattern does not compile.
    """
    data = parse_yaml((files("dragoman.data") / "lexicon" / "en" / _FILE).read_text("utf-8"))
    wrong = set(data) ^ {*_SHAPE, "relations", "source", "licence"}
    for section, names in _SHAPE.items():
        wrong |= set(data.get(section) or ()) ^ set(names)
    if wrong:
        raise RuleError(
            f"key {sorted(wrong)[0]!r} missing or unknown",
            where=_FILE,
            remedy=f"sections: {', '.join(_SHAPE)}, relations, source, licence",
        )
    try:
        patterns: dict[str, Any] = {name: re.compile(text, re.I) for name, text in data["sources"].items()}
    except re.error as error:
        raise RuleError(
            f"bad pattern: {error}", where=_FILE, remedy="write a Python regular expression"
        ) from error
    words = "|".join(re.escape(w) for w in sorted(data["relations"], key=lambda w: (-len(w), w)))
    lists: dict[str, Any] = {
        name: frozenset(data[section][name]) for section in ("verbs", "nouns") for name in _SHAPE[section]
    }
    return Speech(**lists, relations=re.compile(rf"\b(?:{words})\b", re.I), **patterns)
