"""What a document is about: a guard for texts that name countries and speak of something else."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.reading.yaml_files import parse_yaml

__all__ = ["speaks_mainly_of_relations", "speaks_of_relations"]

_OURS, _OFFICES, _THEIRS = 0, 1, 2
_SOME, _MANY = 2, 3


@lru_cache(maxsize=1)
def _automaton() -> tuple[Any, list[list[int]], int, int]:
    """One Aho-Corasick automaton of all words; the subjects of each pattern; how many; where those apart end."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    data = parse_yaml((files("dragoman.data") / "lexicon" / "en" / "topics.yaml").read_text("utf-8"))
    unrelated = sorted(data["unrelated"], key=lambda name: name not in data["apart"])
    subjects = [data["relations"], data["offices"], *(data["unrelated"][name] for name in unrelated)]
    numbers: dict[str, list[int]] = {}
    for subject, words in enumerate(subjects):
        for word in words:
            numbers.setdefault(word, []).append(subject)
    patterns = sorted(numbers)
    # small enough for the processor's cache, where the larger table of a DFA is not
    automaton = AhoCorasick(
        patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )
    return automaton, [numbers[word] for word in patterns], len(subjects), _THEIRS + len(data["apart"])


@lru_cache(maxsize=4)
def _weights(text: str) -> tuple[int, int, int, int]:
    """Distinct words of relations, of offices, of the subject apart and of any subject that has most of them."""
    automaton, by_pattern, subjects, behind = _automaton()
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
    return counts[_OURS], counts[_OFFICES], max(counts[_THEIRS:behind]), max(counts[_THEIRS:])


def _titled_so(title: str, parties: int) -> bool:
    """Whether a title has two parties and a word of relations: it outweighs every word of the text."""
    return parties > 1 and _weights(title)[_OURS] > 0


def speaks_of_relations(title: str, text: str, parties: int) -> bool:
    """Whether a text has words of relations, or hardly any of another subject; ``parties`` are the title's.

    Beside a subject apart from relations (a match, a guidebook, the Middle Ages), where teams and
    dukes meet and sign too, its words must hold their own. Distinct words are counted, not
    occurrences, so length matters little; the margins are assumed, set on own texts.
    """
    ours, offices, apart, theirs = _weights(f"{title}{text}")
    if apart >= _MANY and apart >= 2 * (ours + min(offices, ours + 1)):
        return _titled_so(title, parties)
    return ours > 0 or theirs < _MANY


def speaks_mainly_of_relations(title: str, text: str, parties: int) -> bool:
    """Whether no other subject has more words than relations: else nobody is carried into a sentence.

    Offices are held in news of every kind ("the president", "the government"): they count only as
    far as there are words of relations beside them.
    """
    ours, offices, _, theirs = _weights(f"{title}{text}")
    return theirs < _SOME or ours + min(offices, ours + 1) >= theirs or _titled_so(title, parties)
