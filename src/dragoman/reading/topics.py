"""What a document is about: a guard for texts that name countries and speak of something else."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.reading.yaml_files import parse_yaml

__all__ = ["speaks_of_relations"]

_OURS = 0


@lru_cache(maxsize=1)
def _automaton() -> tuple[Any, list[list[int]], int]:
    """One Aho-Corasick automaton of all words; the subjects of each pattern; how many subjects."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    data = parse_yaml((files("dragoman.data") / "lexicon" / "en" / "topics.yaml").read_text("utf-8"))
    subjects = [data["relations"], *data["unrelated"].values()]
    numbers: dict[str, list[int]] = {}
    for subject, words in enumerate(subjects):
        for word in words:
            numbers.setdefault(word, []).append(subject)
    patterns = sorted(numbers)
    automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return automaton, [numbers[word] for word in patterns], len(subjects)


def speaks_of_relations(text: str) -> bool:
    """Whether the vocabulary of relations holds its own against that of every other subject.

    Distinct words are counted, not occurrences, so length matters little. The margin (three words
    of another subject, and twice as many as of relations) is assumed, set on own texts.
    """
    automaton, by_pattern, subjects = _automaton()
    lowered = text.lower()
    size = len(lowered)
    counts = [0] * subjects
    seen: set[int] = set()
    for number, start, end in automaton.find_matches_as_indexes(lowered):
        if (
            number in seen
            or (start and lowered[start - 1].isalnum())
            or (end < size and lowered[end].isalnum())
        ):
            continue
        seen.add(number)
        for subject in by_pattern[number]:
            counts[subject] += 1
    ours, theirs = counts[_OURS], max(counts[1:])
    return not (theirs >= 3 and theirs >= 2 * ours)
