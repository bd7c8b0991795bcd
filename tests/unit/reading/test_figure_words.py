"""The word lists of figures are checked when they are loaded."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman.errors import RuleError
from dragoman.reading.figures.words import figure_words, parse_figure_words

TEXT = (files("dragoman.data") / "lexicon/en/figures.yaml").read_text("utf-8")


def test_lists_are_lower_case_but_codes_of_bodies() -> None:
    words = figure_words()
    assert "gdp" in words.domestic
    assert "EIB" in words.lenders
    assert words.roles["imports"] == (("own", "to", "into", "by", "agent", "of"), ("from",))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (TEXT + "\nnonsense: [a]\n", "unknown list 'nonsense'"),
        (TEXT.replace("picks:", "unused:"), "list"),
        (TEXT.replace("picks: [", "picks: [3, "), "no list of words"),
        ("[]", "missing list"),
    ],
)
def test_a_wrong_list_is_named(text: str, what: str) -> None:
    with pytest.raises(RuleError, match=what):
        parse_figure_words(text)
