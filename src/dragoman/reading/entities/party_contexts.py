"""What surrounds a name decides whether it is a country: rules from ``party_contexts.yaml``.

Georgia may be a state of the USA, Jordan a man, Turkey a bird, Polish a verb. Every rule is
data with examples; this file only loads and applies them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.errors import RuleError
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["ContextRule", "DocumentWords", "RuleSet", "RuleSets", "load_context_rules"]

_KEYS = {
    "id", "since", "source", "forms", "kinds", "before", "after", "document", "not_document", "then", "spreads",
    "examples", "not",
}  # fmt: skip
_WINDOW = 60
"""Characters looked at before a name: enough for a first name and initials, and bounds the work."""


class DocumentWords:
    """Remembers which strings a document has, so that each is looked for once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._seen: dict[tuple[str, ...], bool] = {}

    def any(self, words: tuple[str, ...]) -> bool:
        """Whether any of the words occurs anywhere in the document."""
        found = self._seen.get(words)
        if found is None:
            found = self._seen[words] = any(w in self.text for w in words)
        return found


@dataclass(frozen=True, slots=True)
class ContextRule:
    """One rule; `fits` gives the span that it covers, or None."""

    id: str
    forms: frozenset[str]
    kinds: frozenset[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    document: tuple[str, ...]
    not_document: tuple[str, ...]
    then: str
    spreads: bool
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    def fits(self, text: str, start: int, end: int, words: DocumentWords) -> tuple[int, int] | None:
        """(start, end) widened by what ``before`` and ``after`` matched, where every condition holds."""
        low, high = start, end
        if self.after is not None:
            match = self.after.match(text, end, end + _WINDOW * 2)
            if match is None:
                return None
            high = match.end()
        if self.before is not None:
            window = text[max(0, start - _WINDOW) : start]
            match = self.before.search(window)
            if match is None:
                return None
            low = start - (len(window) - match.start())
        if self.document and not words.any(self.document):
            return None
        if self.not_document and words.any(self.not_document):
            return None
        return low, high


class RuleSet:
    """The rules of one form; most hits fit none of them, which two patterns tell at once."""

    __slots__ = ("_after", "_before", "_by_case")

    def __init__(self, rules: Sequence[ContextRule]) -> None:
        # A pattern with groups cannot stand beside others in one: such a rule is always tried.
        behind = [r for r in rules if r.after is not None and not r.after.groups]
        ahead = [r for r in rules if r.after is None and r.before is not None and not r.before.groups]
        self._after = _any_of([r.after for r in behind])
        self._before = _any_of([r.before for r in ahead])
        self._by_case = {
            (after, before): tuple(
                r for r in rules if (after or r not in behind) and (before or r not in ahead)
            )
            for after in (False, True)
            for before in (False, True)
        }

    def candidates(self, text: str, start: int, end: int) -> tuple[ContextRule, ...]:
        """The rules, in order, that what surrounds ``start`` to ``end`` does not rule out."""
        after, before = self._after, self._before
        return self._by_case[
            after is not None and after.match(text, end, end + _WINDOW * 2) is not None,
            before is not None and before.search(text[max(0, start - _WINDOW) : start]) is not None,
        ]


def _any_of(patterns: Sequence[re.Pattern[str] | None]) -> re.Pattern[str] | None:
    sources = dict.fromkeys(p.pattern for p in patterns if p is not None)
    return re.compile("|".join(sources)) if sources else None


class RuleSets:
    """Sets of some rules by their numbers: one for all forms that have the same."""

    def __init__(self, rules: Sequence[ContextRule]) -> None:
        self.rules = rules
        self._made: dict[tuple[int, ...], RuleSet] = {}

    def of(self, numbers: Iterable[int]) -> RuleSet:
        """The set of the rules with these numbers, in their order."""
        key = tuple(sorted(set(numbers)))
        if key not in self._made:
            self._made[key] = RuleSet([self.rules[n] for n in key])
        return self._made[key]


def load_context_rules(extra: Sequence[Path] = ()) -> tuple[ContextRule, ...]:
    """The package's rules, then those of ``party_contexts.yaml`` in each folder of ``extra``.

    Raises
    ------
    RuleError
        A key is unknown, a pattern does not compile or a rule lacks its forms, verdict or examples.
    """
    text = (files("dragoman") / "data" / "gazetteer" / "party_contexts.yaml").read_text(encoding="utf-8")
    sources = [(text, "party_contexts.yaml")]
    for folder in extra:
        path = Path(folder) / "party_contexts.yaml"
        if path.is_file():
            sources.insert(0, (path.read_text(encoding="utf-8"), str(path)))
    return tuple(_rule(entry, where) for source, where in sources for entry in _entries(source, where))


def _entries(text: str, where: str) -> list[Mapping[str, Any]]:
    import yaml

    try:
        entries = parse_yaml(text)
    except yaml.YAMLError as error:
        raise RuleError(f"no YAML ({error})", where=where) from None
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise RuleError("no list of rules", where=where, remedy="start each rule with '- id:'")
    return entries


def _rule(entry: Mapping[str, Any], where: str) -> ContextRule:
    name = f"{where}: {entry.get('id', 'rule without id')}"
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise RuleError(
            f"unknown key {unknown[0]!r}", where=name, remedy=f"the keys are {', '.join(sorted(_KEYS))}"
        )
    for key in ("id", "then", "examples", "not"):
        if not entry.get(key):
            raise RuleError(f"no {key!r}", where=name, remedy="every rule has id, then, examples and not")
    if not (entry.get("forms") or entry.get("kinds")):
        raise RuleError("neither forms nor kinds", where=name, remedy="say to which names the rule applies")
    return ContextRule(
        id=entry["id"],
        forms=frozenset(entry.get("forms", ())),
        kinds=frozenset(entry.get("kinds", ())),
        before=_pattern(entry.get("before"), r"(?:{})\Z", name),
        after=_pattern(entry.get("after"), r"(?:{})", name),
        document=tuple(entry.get("document", ())),
        not_document=tuple(entry.get("not_document", ())),
        then=entry["then"],
        spreads=entry.get("spreads", False) is True,
        examples=tuple(entry["examples"]),
        counter_examples=tuple(entry["not"]),
    )


def _pattern(source: str | None, frame: str, where: str) -> re.Pattern[str] | None:
    if source is None:
        return None
    try:
        return re.compile(frame.replace("{}", source))
    except re.error as error:
        raise RuleError(f"pattern {source!r}: {error}", where=where) from None
