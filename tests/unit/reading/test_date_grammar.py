"""The letters that a rule of dates is said to need are letters that its pattern cannot do without."""

from __future__ import annotations

import random
import re

import pytest

from dragoman.reading.dates.bare_years import add_bare_rules
from dragoman.reading.dates.expressions import _cascades
from dragoman.reading.dates.grammar import Cascade

_LETTERS = "ABCDEFGHJKLMNOPQRSTUWXYZabcefghijklnoprstuvwxyz&,-/#'().|_"


def _bare() -> Cascade:
    cascade = Cascade()
    add_bare_rules(cascade, "")
    return cascade


_RULES = [rule for cascade in (*_cascades(False), _bare()) for rule in cascade.rules()]


def _strings(pattern: str, rng: random.Random) -> list[str]:
    """Random strings of the letters that a pattern names, among which it matches soon, and of all letters."""
    own = "".join(c for c in pattern if c in _LETTERS)
    return ["".join(rng.choices(own, k=rng.randint(1, 7))) for _ in range(3000)] + [
        "".join(rng.choices(_LETTERS, k=30)) for _ in range(50)
    ]


@pytest.mark.parametrize(("pattern", "need"), _RULES, ids=[p.pattern[:40] for p, _ in _RULES])
def test_a_pattern_matches_nothing_without_the_letters_it_needs(
    pattern: re.Pattern[str], need: tuple[str, ...]
) -> None:
    for letters in _strings(pattern.pattern, random.Random(1)):
        if pattern.search(letters):
            assert all(set(group) & set(letters) for group in need), (letters, need)


def test_a_wrong_need_would_be_noticed() -> None:
    found = [s for s in _strings("h?A", random.Random(1)) if re.search("h?A", s)]
    assert any("h" not in s for s in found)
