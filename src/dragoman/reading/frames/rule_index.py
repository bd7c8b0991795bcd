"""Rules by what triggers them, and which of them a sentence has the words for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.reading.frames.rules import Rule
from dragoman.reading.syntax.asides import plain_texts
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["RuleIndex"]

_SOMEBODY = ("i:", "he:", "she:")


class RuleIndex:
    """Rules by trigger lemma."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        by_verb: dict[str, list[Rule]] = {}
        self.by_noun: dict[str, list[Rule]] = {}
        for rule in rules:
            for lemma in rule.verb:
                by_verb.setdefault(lemma, []).append(rule)
            if not rule.verb:
                for lemma in rule.noun:
                    self.by_noun.setdefault(lemma, []).append(rule)
        # Of each verb all rules, those that ask for no object, and every object that one asks for.
        self._by_verb = {
            lemma: (found, [r for r in found if not r.object], frozenset().union(*(r.object for r in found)))
            for lemma, found in by_verb.items()
        }

    def of_verb(self, lemma: str, vocabulary: frozenset[str]) -> Sequence[Rule]:
        """The rules that a verb triggers in a sentence of these words, in order."""
        found = self._by_verb.get(lemma)
        if found is None:
            return ()
        rules, without, objects = found
        return without if objects.isdisjoint(vocabulary) else rules

    def fits(self, rule: Rule, s: Sentence) -> bool:
        """Whether the words that a rule asks for or forbids anywhere are there or not: one look for each sentence."""
        if rule.context is None and rule.unless is None:
            return True
        fits = s.fits.get(rule.id)
        if fits is None:
            fits = s.fits[rule.id] = _looked_for(rule, s)
        return fits


def _looked_for(rule: Rule, s: Sentence) -> bool:
    context, unless = rule.context, rule.unless
    if context is not None and _found(context, rule, s.lowered) is None and not _names(rule, s):
        if s.plain is None:
            s.plain = plain_texts(s)
        whole, unopened = s.plain
        if not (
            (whole is not None and _found(context, rule, whole))
            # the end of a text that has no match has one only for a pattern bound to the beginning
            or (unopened is not None and _from_start(context.pattern) and _found(context, rule, unopened))
        ):
            return False
    if unless is None or (found := unless.search(s.lowered)) is None:
        return True
    tail = _TELLING.search(s.lowered)
    return (
        tail is not None and tail.start() < found.start() and unless.search(s.lowered[: tail.start()]) is None
    )


@lru_cache(maxsize=4096)
def _from_start(pattern: str) -> bool:
    return pattern.startswith("^") or "(^" in pattern or "|^" in pattern or "(?:^" in pattern


# ", officials said": whoever tells something is not who came
_TELLING = re.compile(r",[^,;]{0,60}\b(?:said|says|told|reported)\b[^,;]{0,40}$")


def _found(context: re.Pattern[str], rule: Rule, text: str) -> re.Match[str] | None:
    found = context.search(text)
    if found and rule.person and (tail := _TELLING.search(text)) and found.start() >= tail.start():
        return None
    return found


def _names(rule: Rule, s: Sentence) -> bool:
    """Whether a rule that asks for an office may do with a person of a state, or a pronoun for one."""
    return rule.person and (
        any(s.kinds[i] == "H" and s.codes[i] for i in range(s.n))
        or any(m.how.startswith(_SOMEBODY) and _does(rule, s, m) for m in s.mentions)
    )


def _does(rule: Rule, s: Sentence, m: Mention) -> bool:
    """Whether a pronoun's own clause has a verb of the rule: "he arrived", not "he said that help arrived"."""
    return any(g.clause == m.clause and g.first > m.item and g.lemma in rule.verb for g in s.groups)
