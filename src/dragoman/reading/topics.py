"""What a document is about: a guard for texts that name countries and speak of something else."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from dragoman.reading.yaml_files import parse_yaml

__all__ = ["speaks_of_relations"]


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    data = parse_yaml((files("dragoman.data") / "lexicon" / "en" / "topics.yaml").read_text("utf-8"))

    def compiled(words: list[str]) -> re.Pattern[str]:
        ordered = sorted(words, key=lambda w: (-len(w), w))
        return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in ordered) + r")\b")

    return compiled(data["relations"]), tuple(compiled(w) for w in data["unrelated"].values())


def speaks_of_relations(text: str) -> bool:
    """Whether the vocabulary of relations holds its own against that of every other subject.

    Distinct words are counted, not occurrences, so length matters little. The margin (three words
    of another subject, and twice as many as of relations) is assumed, set on own texts.
    """
    relations, others = _patterns()
    lowered = text.lower()
    ours = len(set(relations.findall(lowered)))
    theirs = max(len(set(p.findall(lowered))) for p in others)
    return not (theirs >= 3 and theirs >= 2 * ours)
