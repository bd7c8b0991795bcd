"""Closed lists of words that readers ask for, from ``data/lexicon/en/grammar.yaml`` and ``data/lexicon/en/lists``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from dragoman.errors import RuleError
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["lists_of", "words"]


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, frozenset[str]]]:
    folder = files("dragoman.data") / "lexicon" / "en"
    lists = sorted((folder / "lists").iterdir(), key=lambda file: file.name)
    found: dict[str, dict[str, frozenset[str]]] = {}
    for file in (folder / "grammar.yaml", *(f for f in lists if f.name.endswith(".yaml"))):
        for section, entries in parse_yaml(file.read_text("utf-8")).items():
            if not isinstance(entries, dict):
                continue  # where the words come from, and under which licence
            if section in found:
                raise RuleError(
                    f"the section {section!r} stands in two files",
                    where=file.name,
                    remedy="keep one of them",
                )
            found[section] = {name: frozenset(listed) for name, listed in entries.items()}
    return found


def lists_of(section: str) -> dict[str, frozenset[str]]:
    """All lists of a section."""
    return _lists()[section]


@lru_cache(maxsize=1024)
def words(section: str, name: str) -> frozenset[str]:
    """One list, by its section and name.

    Raises
    ------
    RuleError
        No file has such a list.
    """
    try:
        return _lists()[section][name]
    except KeyError:
        raise RuleError(
            f"no list {section}/{name}",
            where="lexicon/en",
            remedy="add it to grammar.yaml or a file of lists",
        ) from None
