"""YAML of rules and word lists: words stay words, and nothing is overwritten silently."""

from __future__ import annotations

import pytest
import yaml

from dragoman.reading.yaml_files import parse_yaml


def test_on_and_no_stay_words() -> None:
    assert parse_yaml("words: [on, no, yes]\nown: true") == {"words": ["on", "no", "yes"], "own": True}


def test_a_key_that_stands_twice_is_refused_with_its_line() -> None:
    with pytest.raises(yaml.YAMLError, match=r"'plans' stands twice[\s\S]*line 3"):
        parse_yaml("papers:\n  plans: [plan]\n  plans: [roadmap]\n")


def test_the_same_key_may_stand_in_two_mappings() -> None:
    assert parse_yaml("a: {x: 1}\nb: {x: 2}") == {"a": {"x": 1}, "b": {"x": 2}}
