"""The lexicons of reconciling: data files with examples, compiled once and checked on loading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import RuleError
from dragoman.model.messages import say
from dragoman.model.statements import Statement

__all__ = [
    "NUMBER_WORDS",
    "OnceTies",
    "Phrase",
    "once_ties",
    "read_lexicon",
    "sentence_parts",
    "superlative_phrases",
    "window_pattern",
    "words_of",
]

NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "decade": 10,
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that compares a figure with others; ``kind`` says how."""

    id: str
    kind: str
    pattern: re.Pattern[str]
    unless: tuple[re.Pattern[str], ...]

    def find(self, text: str) -> re.Match[str] | None:
        """The first match that no exception takes away."""
        for match in self.pattern.finditer(text):
            reach = text[max(0, match.start() - 20) : match.end() + 20]
            if not any(u.search(reach) for u in self.unless):
                return match
        return None


@dataclass(frozen=True, slots=True)
class OnceTies:
    """Ties that happen once, and words that tell moments or scopes of one apart."""

    mutual: dict[str, bool]
    what: dict[str, str]
    moments: tuple[tuple[str, tuple[str, ...]], ...]
    scopes: tuple[tuple[str, tuple[str, ...]], ...]
    first: re.Pattern[str]
    first_unless: re.Pattern[str]


def words_of(s: Statement, groups: Sequence[tuple[str, tuple[str, ...]]]) -> frozenset[str]:
    """Which groups of words a statement's passage has."""
    text = f"{s.evidence.text} {s.object or ''}".casefold()
    return frozenset(id for id, words in groups if any(re.search(rf"\b{re.escape(w)}", text) for w in words))


def read_lexicon(name: str) -> Any:
    """The content of a file of data/reconciling."""
    import yaml

    return yaml.safe_load(files("dragoman.data").joinpath(f"reconciling/{name}").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def superlative_phrases() -> tuple[Phrase, ...]:
    """The phrases of data/reconciling/superlatives.yaml; each must match its own examples.

    Raises
    ------
    RuleError
        A row has an unknown key or kind, or does not do what its examples say.
    """
    where = "data/reconciling/superlatives.yaml"
    out = []
    for row in read_lexicon("superlatives.yaml")["patterns"]:
        keys = {"id", "kind", "pattern", "not", "examples", "counter"}
        if set(row) - keys or row["kind"] not in ("highest", "lowest", "steady", "rank", "run", "first"):
            raise RuleError(
                f"row {row.get('id')!r} is wrong", where=where, remedy=f"use the keys {sorted(keys)}"
            )
        phrase = Phrase(
            row["id"],
            row["kind"],
            re.compile(row["pattern"], re.IGNORECASE),
            tuple(re.compile(p, re.IGNORECASE) for p in row.get("not", ())),
        )
        for text, wanted in [(t, True) for t in row["examples"]] + [(t, False) for t in row["counter"]]:
            if bool(phrase.find(text)) != wanted:
                raise RuleError(
                    f"{row['id']} is wrong about {text!r}", where=where, remedy="mend the pattern"
                )
        out.append(phrase)
    return tuple(out)


@lru_cache(maxsize=1)
def window_pattern() -> re.Pattern[str]:
    """``over the past five years``."""
    return re.compile(read_lexicon("superlatives.yaml")["windows"]["pattern"], re.IGNORECASE)


@lru_cache(maxsize=1)
def once_ties() -> OnceTies:
    """The content of data/reconciling/ties.yaml."""
    data = read_lexicon("ties.yaml")
    first = data["first"]
    return OnceTies(
        {mode: bool(row["mutual"]) for mode, row in data["once"].items()},
        {mode: say(str(row["what"])) for mode, row in data["once"].items()},
        tuple((row["id"], tuple(row["words"])) for row in data["moments"]),
        tuple((row["id"], tuple(row["words"])) for row in data["scopes"]),
        re.compile(f"(?:{first['pattern']}|{first['also']})", re.IGNORECASE),
        re.compile(first["not"], re.IGNORECASE),
    )


def sentence_parts() -> frozenset[str]:
    """Words of the data files that sentences take over as they are, for the catalogue of translations."""
    ties = read_lexicon("ties.yaml")
    slots = read_lexicon("inferred.yaml")["slots"]
    return frozenset(
        [str(row["what"]) for row in ties["once"].values()]
        + [row["id"] for part in ("moments", "scopes") for row in ties[part]]
        + [row["means"] for rows in slots.values() for row in rows]
    )
