"""Small closed lists of grammar that the parse asks for, from ``data/lexicon/en/grammar.yaml``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from dragoman.errors import RuleError
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["lists_of", "words"]


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, frozenset[str]]]:
    data = parse_yaml((files("dragoman.data") / "lexicon" / "en" / "grammar.yaml").read_text("utf-8"))
    return {
        section: {name: frozenset(entries) for name, entries in lists.items()}
        for section, lists in data.items()
        if isinstance(lists, dict)
    }


def lists_of(section: str) -> dict[str, frozenset[str]]:
    """All lists of a section."""
    return _lists()[section]


@lru_cache(maxsize=256)
def words(section: str, name: str) -> frozenset[str]:
    """One list, by its section and name.

    Raises
    ------
    RuleError
        The file has no such list.
    """
    try:
        return _lists()[section][name]
    except KeyError:
        raise RuleError(
            f"no list {section}/{name}", where="grammar.yaml", remedy="add it to the file"
        ) from None
