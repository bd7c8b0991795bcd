"""The words of time expressions, loaded from ``data/lexicon/en/dates.yaml`` and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.errors import RuleError

__all__ = ["DateLexicon", "HolidayRule", "load_date_lexicon"]

_FILE = "data/lexicon/en/dates.yaml"
_TABLES = ("months", "weekdays", "seasons", "units", "deictics", "days", "cardinals", "ordinals", "decades")
_KEYS = {*_TABLES, "id", "since", "source", "licence", "parts", "words", "holidays", "cues"}
_RULE_KEYS = {"month", "day", "nth", "weekday", "plus", "easter"}


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """How to find a holiday in a year; ``easter`` is days from Easter Sunday."""

    id: str
    month: int | None = None
    day: int | None = None
    nth: int | None = None
    weekday: int | None = None
    plus: int = 0
    easter: int | None = None


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Words by class letter (see ``date_grammar``) and value.

    ``words`` maps a lower-cased word to (class, value); ``holidays`` a name to its rule;
    ``cues`` a cue set's name to its words.
    """

    words: dict[str, tuple[str, Any]]
    abbreviations: frozenset[str]
    holidays: dict[str, HolidayRule]
    cues: dict[str, frozenset[str]]


def _bad(what: str) -> RuleError:
    return RuleError(what, where=_FILE, remedy="compare with the other entries of the file")


def _holidays(entries: Any) -> dict[str, HolidayRule]:
    names: dict[str, HolidayRule] = {}
    for entry in entries:
        if not isinstance(entry, dict) or set(entry) != {"id", "names", "rule"}:
            raise _bad(f"holiday {entry!r} needs exactly id, names and rule")
        rule = entry["rule"]
        unknown = set(rule) - _RULE_KEYS
        if unknown:
            raise _bad(f"holiday {entry['id']} has the unknown rule key {sorted(unknown)[0]!r}")
        made = HolidayRule(entry["id"], **rule)
        if made.easter is None and not (made.month and (made.day or (made.nth and made.weekday))):
            raise _bad(f"holiday {entry['id']} has no complete rule")
        for name in entry["names"]:
            if name in names:
                raise _bad(f"the holiday name {name!r} stands twice")
            names[name] = made
    return names


def _tables(data: dict[str, Any]) -> dict[str, tuple[str, Any]]:
    words: dict[str, tuple[str, Any]] = {}
    for name, letter in (("months", "M"), ("weekdays", "W"), ("seasons", "Z"), ("units", "U")):
        for value, forms in data[name].items():
            words.update(dict.fromkeys(forms, (letter, value)))
    for name, letter in (
        ("days", "T"),
        ("cardinals", "n"),
        ("ordinals", "O"),
        ("parts", "P"),
        ("decades", "C"),
    ):
        words.update({form: (letter, value) for form, value in data[name].items()})
    words.update({form: ("R", (value, form)) for form, value in data["deictics"].items()})
    for letter, forms in data["words"].items():
        pairs = forms.items() if isinstance(forms, dict) else ((form, 1) for form in forms)
        for form, value in pairs:
            words.setdefault(form, (letter, value))
    return words


@lru_cache(maxsize=1)
def load_date_lexicon() -> DateLexicon:
    """Read and check the lexicon.

    Raises
    ------
    RuleError
        The file lacks a table, has an unknown key or a holiday without a rule.
    """
    import yaml

    data = yaml.safe_load(resources.files("dragoman").joinpath(_FILE).read_text("utf-8"))
    if set(data) != _KEYS:
        raise _bad(f"keys differ from the expected ones: {sorted(set(data) ^ _KEYS)}")
    abbreviations = {
        form for table in ("months", "weekdays") for forms in data[table].values() for form in forms[1:]
    }
    return DateLexicon(
        _tables(data),
        frozenset(abbreviations),
        _holidays(data["holidays"]),
        {name: frozenset(str(word) for word in words) for name, words in data["cues"].items()},
    )
