"""The word lists of the lexicon: each is asked for, and a section stands in one file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dragoman.reading
from dragoman.errors import RuleError
from dragoman.reading import word_lists

_READER = Path(dragoman.reading.__file__).parent
_LISTS = _READER.parent / "data" / "lexicon" / "en" / "lists"


def test_every_list_of_a_module_is_asked_for_by_it() -> None:
    asked = {
        (section, name)
        for module in _READER.rglob("*.py")
        for section, name in re.findall(r'\(\s*"([\w.]+)",\s*"(\w+)"', module.read_text("utf-8"))
    }
    told = {
        (section, name)
        for file in _LISTS.glob("*.yaml")
        for section in re.findall(r'^"([\w.]+)":$', file.read_text("utf-8"), re.MULTILINE)
        for name in word_lists.lists_of(section)
    }
    assert len(told) > 100
    assert told <= asked


def test_every_file_of_lists_tells_its_source_and_licence() -> None:
    for file in _LISTS.glob("*.yaml"):
        assert re.search(r"^source: ", file.read_text("utf-8"), re.MULTILINE), file.name
        assert re.search(r"^licence: ", file.read_text("utf-8"), re.MULTILINE), file.name


def test_a_list_that_there_is_not_is_named() -> None:
    with pytest.raises(RuleError, match="no list figures/unheard_of"):
        word_lists.words("figures", "unheard_of")
