"""How ranks are worded, from ``data/lexicon/en/ranks.yaml``, as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import RuleError
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["RankWords", "parse_rank_words", "rank_words"]

_FILE = "lexicon/en/ranks.yaml"
_NUMBER = ("no. ", "number ")
_WANTED = (
    "ordinals", "superlatives", "nouns", "bare_nouns", "regions", "places", "numbered", "one_of", "of_the_world", "no_trade", "bare_places", "modes", "examples", "not",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RankWords:
    """Patterns over lower-case text; each has the groups ``ordinal`` and ``what`` that it can tell."""

    superlative: re.Pattern[str]
    bare: re.Pattern[str]
    numbered: re.Pattern[str]
    place: re.Pattern[str]
    among: re.Pattern[str]
    # A second place whose noun is left out: "its largest partner in Asia and its third largest globally".
    again: re.Pattern[str]
    one_of: re.Pattern[str]
    of_the_world: re.Pattern[str]
    no_trade: re.Pattern[str]
    # A place without its noun: the ordinal behind the verb or before it, or a lead said without an ordinal.
    bare_place: re.Pattern[str]
    bare_verb: re.Pattern[str]
    bare_lead: re.Pattern[str]
    pointing: tuple[str, ...]
    strict: frozenset[str]
    definite: frozenset[str]
    sure_places: tuple[str, ...]
    ordinals: Mapping[str, int]
    modes: Sequence[tuple[str, str]]
    # Without one of these there is no rank: the patterns are slow where they find nothing.
    find_signs: Callable[..., Sequence[tuple[int, int, int]]]
    kinds_of_sign: Sequence[frozenset[str]]

    def signs_in(self, lowered: str) -> frozenset[str]:
        """Which signs of a rank stand in a text: ``superlative``, ``ordinal``, ``place``, ``number``."""
        if not self.find_signs(lowered):
            return frozenset()
        numbers = {number for number, _, _ in self.find_signs(lowered, overlapping=True)}
        return frozenset().union(*(self.kinds_of_sign[number] for number in numbers))


def _either(forms: Sequence[str]) -> str:
    return "|".join(forms)


def _compiled(data: Mapping[str, Any]) -> RankWords:
    from ahocorasick_rs import AhoCorasick

    kinds, places, bare = data["superlatives"], data["places"], data["bare_places"]
    superlatives = [word for kind in ("strict", "definite", "ordinal") for word in kinds[kind]]
    ordinal = rf"(?P<ordinal>{_either(list(data['ordinals']))}|\d{{1,2}}(?:st|nd|rd|th))"
    numbered = rf"(?P<ordinal>{_either(data['numbered'])})"
    any_ordinal = ordinal.replace(r"|\d", r"|first|\d", 1)
    # "ranks 24 among 92": a bare number is a place only before "among" or "out of"
    placed = any_ordinal[:-1] + r"|\d{1,3}(?= (?:among|out of) ))"
    what = rf"(?P<what>{_either(data['nouns'])})\b"
    of_place = rf"(?P<what>{_either([*data['nouns'], *places['shares']])})\b"
    among = _either(places["among"])
    in_digits = ("1st ", "2nd ", "3rd ", *(f"{digit}th " for digit in range(10)))
    ordinals = (*data["ordinals"], "first ", "first,", "first.", *in_digits)
    signs: dict[str, set[str]] = {}
    kinds_of_sign = {
        "superlative": superlatives,
        "ordinal": ordinals,
        "place": places["signs"],
        "lead": bare["leads"],
        "number": _NUMBER,
    }
    for kind, forms in kinds_of_sign.items():
        for form in forms:
            signs.setdefault(form, set()).add(kind)
    return RankWords(
        superlative=re.compile(
            rf"{ordinal}?[ -]?(?P<best>{_either(superlatives)})(?: |-)(?:[\w-]+ ){{0,4}}?{what}"
        ),
        bare=re.compile(
            rf"{any_ordinal} (?:(?:{_either(data['regions'])}) )?(?P<what>{_either(data['bare_nouns'])})\b(?P<best>)"
        ),
        numbered=re.compile(rf"\b{numbered} (?:[\w-]+ ){{0,2}}?{what}(?P<best>)"),
        place=re.compile(
            rf"\b(?:{_either(places['before'])}){placed}(?P<place> (?:{_either(places['nouns'])}))?,? "
            rf"(?:place )?(?:{among}) (?:[\w’'-]+ ){{0,6}}?{of_place}"
        ),
        among=re.compile(
            rf"(?:among|amongst|of) (?:[\w’'-]+ ){{0,5}}?{what}(?: in (?:[\w-]+ ){{0,2}}[\w-]+)?,? (?:[\w’'-]+ ){{1,4}}?(?:{_either(places['stands'])}) "
            rf"(?:in |the |at |as ){{0,2}}(?:{any_ordinal})(?P<place>)(?: (?:{_either(places['nouns'])})\b|[,.;]| in \d| last| with|$)"
        ),
        again=re.compile(
            rf"(?:,|\band|\bbut|\bor) (?:its |the |their |only |also ){{1,2}}{ordinal}[ -](?:{_either(superlatives)})"
            r"(?=[,.;]|$| (?:globally|overall|worldwide|in the world|in (?:europe|asia|africa|latin america|total)|outside|after|behind|among)\b)"
        ),
        one_of=re.compile(data["one_of"]),
        of_the_world=re.compile(data["of_the_world"]),
        no_trade=re.compile(_either(data["no_trade"])),
        bare_place=re.compile(
            rf"\b{any_ordinal}(?P<noun> (?:{_either(bare['nouns'])})\b)?(?P<behind> (?:{_either(bare['behind'])})\b|(?= ?[,.;(–—:]|$))?"
        ),
        bare_verb=re.compile(rf"\b(?:{_either(bare['verbs'])}) (?:(?:{_either(bare['between'])}) )*$"),
        bare_lead=re.compile(rf"\b(?:{_either(bare['leads'])}) (?:in|by|on|as)\b"),
        pointing=tuple(bare["pointing"]),
        strict=frozenset(kinds["strict"]),
        definite=frozenset(kinds["definite"]),
        sure_places=tuple(places["sure"]),
        ordinals={**data["ordinals"], "first": 1},
        modes=tuple((key, mode) for key, mode in data["modes"]),
        find_signs=AhoCorasick(list(signs)).find_matches_as_indexes,
        kinds_of_sign=[frozenset(kinds_of) for kinds_of in signs.values()],
    )


def parse_rank_words(text: str) -> RankWords:
    """The patterns of a file of that form.

    Raises
    ------
    RuleError
        A list is missing or of another shape, or a pattern is none.
    """
    data = parse_yaml(text)
    missing = [name for name in _WANTED if not isinstance(data, dict) or not data.get(name)]
    if missing:
        raise RuleError(f"missing list {missing[0]!r}", where=_FILE, remedy=f"lists: {', '.join(_WANTED)}")
    try:
        return _compiled(data)
    except (re.error, KeyError, TypeError, AttributeError, ValueError) as error:
        raise RuleError(f"the patterns of ranks: {error}", where=_FILE, remedy="mend the list") from error


@lru_cache(maxsize=1)
def rank_words() -> RankWords:
    """The patterns of the package."""
    return parse_rank_words((files("dragoman.data") / _FILE).read_text("utf-8"))
