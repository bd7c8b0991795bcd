"""Rules as data: what a rule may say, and how rule files are loaded and checked.

A rule names its trigger (a verb, a verb with an object, or a noun), the roles that grammar
gives, and its kind and mode. `dragoman.reading.frames.frames` applies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.errors import RuleError
from dragoman.model.statements import KINDS, STATUSES
from dragoman.reading.syntax.lexicon import Lexicon, learn, load_lexicon
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["Rule", "load_rules"]

_KEYS = frozenset(
    "id kind mode verb object noun prep modes actor recipient mutual need fill status context unless voice "
    "examples not since source own light side each pairs near_date joint gather only money alone person envoy two".split()
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One frame rule.

    Parameters
    ----------
    verb, object, noun : frozenset of str
        Lemmas. ``verb`` alone triggers on a verb; ``verb`` with ``object`` on the verb with such a
        noun as object (or as subject in the passive); ``noun`` alone on the noun.
    prep : frozenset of str
        Prepositions of which one must follow the trigger.
    modes : mapping
        Object or noun lemma to mode, where it decides the mode.
    actor, recipient : tuple of str
        Places, best first: ``agent``, ``patient``, ``poss``, ``adj``, or a preposition.
    mutual : bool
        All parties are actors.
    need : int
        Parties without which there is no statement.
    fill : bool
        Whether a missing side may be taken from the document's pair.
    status : str or None
        Fixed status; None: from the verb.
    light : frozenset of str
        For a noun trigger: verbs that lend it an act ("held talks"). Without one of them a party
        must hang on the noun itself ("talks with Norway", "Norway's visit").
    voice : str
        ``active`` or ``passive`` where only that will do; ``none``: a sentence without a verb ("Embassy of Chad in Lima").
    side : str
        Where the object stands: ``right`` also in the passive ("upgraded to an embassy"), ``left``
        also in the active ("the embassy is in Sofia").
    each : bool
        One statement for each recipient (memberships).
    pairs : bool
        A mutual tie of the first party with each of the others (sister cities).
    near_date : bool
        A time must stand within two items of the noun ("under a 2016 accord").
    money : bool
        False: no statement where an amount of money or a percentage stands in the clause, or, for a verb
        with an object behind it, between the two ("provided $10 million in equipment").
    joint : bool
        Two parties or more may act together towards nobody ("Iran and Armenia build a line").
    gather : bool
        A mutual rule takes the parties of every place it names, those passed through as well.
    only : frozenset of str
        Statuses of the verb with which the rule speaks at all ("will allow" is an offer, "allowed" is not).
    alone : bool
        Only where the verb has no object behind it ("Iran joined in 2023").
    envoy : bool
        Who acts must be a person, an office or a delegation ("the minister is in Oslo", not "the firm is").
    two : bool
        Whether a recipient may be taken from the pair only where the document is about just those two.
    own : bool
        Whether neither side is ever filled from the document's pair.
    context, unless : pattern or None
        What the clause must, and must not, contain (searched in the lower-cased sentence).
    """

    id: str
    kind: str
    mode: str
    verb: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    prep: frozenset[str] = frozenset()
    modes: Mapping[str, str] = field(default_factory=dict)
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    mutual: bool = False
    need: int = 1
    fill: bool = True
    status: str | None = None
    context: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    voice: str = "any"
    own: bool = False
    two: bool = False
    side: str = ""
    each: bool = False
    pairs: bool = False
    near_date: bool = False
    only: frozenset[str] = frozenset()
    joint: bool = False
    money: bool = True
    gather: bool = False
    alone: bool = False
    person: bool = False
    envoy: bool = False
    light: frozenset[str] = frozenset()
    examples: tuple[Any, ...] = ()
    counter: tuple[str, ...] = ()
    order: int = 0


def _lemmas(spec: Any, classes: Mapping[str, frozenset[str]], where: str, key: str) -> frozenset[str]:
    """Words and @classes to a set of lemmas."""
    words = [spec] if isinstance(spec, str) else list(spec or ())
    out: set[str] = set()
    for word in words:
        if word.startswith("@"):
            if word[1:] not in classes:
                raise RuleError(
                    f"unknown word class {word!r} in {key!r}",
                    where=where,
                    remedy=f"classes: {', '.join(sorted(classes))}",
                )
            out |= classes[word[1:]]
        else:
            out.add(word)
    return frozenset(out)


def _with_compounds(named: frozenset[str], lex: Lexicon) -> frozenset[str]:
    """Names of works with every compound that the lexicon has of them: "a plant", so "a hydrogen plant"."""
    works = lex.noun_classes.get("infrastructure", frozenset())
    heads = named & works - lex.noun_classes.get("open_head", frozenset())
    return named | {w for w in works if " " in w and w.rsplit(" ", 1)[1] in heads}


def _pattern(text: str | None, lex: Lexicon) -> re.Pattern[str] | None:
    """A rule's pattern, `{officials}` in it being any word or plural of that class."""
    if not text:
        return None
    if "{officials}" in text:
        words = sorted(lex.noun_classes["official"], key=lambda w: (-len(w), w))
        text = text.replace("{officials}", rf"\b(?:{'|'.join(map(re.escape, words))})s?\b")
    return re.compile(text)


def _modes(
    spec: Mapping[str, Any] | None, classes: Mapping[str, frozenset[str]], where: str
) -> dict[str, str]:
    out: dict[str, str] = {}
    for mode, words in (spec or {}).items():
        for lemma in _lemmas(words, classes, where, "modes"):
            out.setdefault(lemma, mode)
    return out


def _rule(entry: Mapping[str, Any], where: str, lex: Lexicon, order: int) -> Rule:
    unknown = set(entry) - _KEYS
    if unknown:
        raise RuleError(
            f"unknown key {sorted(unknown)[0]!r}", where=where, remedy=f"allowed: {', '.join(sorted(_KEYS))}"
        )
    for key in ("id", "kind", "mode"):
        if key not in entry:
            raise RuleError(f"no {key!r}", where=where, remedy="every rule has id, kind and mode")
    kind, mode, status = entry["kind"], entry["mode"], entry.get("status")
    if kind not in KINDS or mode not in KINDS[kind]:
        raise RuleError(
            f"unknown kind/mode {kind}/{mode}",
            where=where,
            remedy=f"modes of {kind}: {', '.join(KINDS.get(kind, ()))}",
        )
    if status is not None and status not in STATUSES:
        raise RuleError(f"unknown status {status!r}", where=where, remedy=f"one of {', '.join(STATUSES)}")
    try:
        context, unless = (_pattern(entry.get(key), lex) for key in ("context", "unless"))
    except re.error as error:
        raise RuleError(
            f"bad pattern: {error}", where=where, remedy="write a Python regular expression"
        ) from error
    objects, nouns = (_lemmas(entry.get(key), lex.noun_classes, where, key) for key in ("object", "noun"))
    if kind == "project":
        objects, nouns = (_with_compounds(named, lex) for named in (objects, nouns))
    return Rule(
        id=entry["id"], kind=kind, mode=mode,
        verb=_lemmas(entry.get("verb"), lex.verb_classes, where, "verb"),
        object=objects, noun=nouns,
        prep=frozenset(entry.get("prep") or ()),
        modes=_modes(entry.get("modes"), lex.noun_classes, where),
        actor=tuple(entry.get("actor") or ()), recipient=tuple(entry.get("recipient") or ()),
        mutual=bool(entry.get("mutual")), need=int(entry.get("need", 2)), fill=bool(entry.get("fill", True)),
        status=status, context=context, unless=unless, voice=entry.get("voice", "any"),
        own=bool(entry.get("own")), two=bool(entry.get("two")), side=entry.get("side", ""), each=bool(entry.get("each")), pairs=bool(entry.get("pairs")), near_date=bool(entry.get("near_date")), only=frozenset(entry.get("only") or ()), joint=bool(entry.get("joint")), money=bool(entry.get("money", True)), gather=bool(entry.get("gather")), alone=bool(entry.get("alone")), person=bool(entry.get("person")), envoy=bool(entry.get("envoy")), light=_lemmas(entry.get("light"), lex.verb_classes, where, "light"),
        examples=tuple(entry.get("examples") or ()),
        counter=tuple(entry.get("not") or ()), order=order,
    )  # fmt: skip


def _files(extra: Sequence[Path]) -> Iterator[tuple[str, str]]:
    folder = files("dragoman.data") / "rules" / "en"
    for item in sorted(folder.iterdir(), key=lambda p: p.name):
        if item.name.endswith(".yaml"):
            yield item.name, item.read_text("utf-8")
    for base in extra:
        for path in sorted((base / "rules" / "en").glob("*.yaml")):
            yield str(path), path.read_text("utf-8")


def _line_of(text: str, entry: Mapping[str, Any]) -> int:
    """The line of a rule's wrong key, else of its id, counted from 1."""
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if f"id: {entry.get('id')}" in line), 0)
    for key in set(entry) - _KEYS:
        for n in range(start, len(lines)):
            if lines[n].lstrip(" -").startswith(f"{key}:"):
                return n + 1
    return start + 1


@lru_cache(maxsize=4)
def load_rules(extra: tuple[Path, ...] = ()) -> tuple[Rule, ...]:
    """All rules of the package and of a team's folders, in order.

    Raises
    ------
    RuleError
        A file is no YAML, or a rule has an unknown key, class, kind or mode; the message names
        file and rule.
    """
    import yaml

    lex = load_lexicon(extra)
    rules: list[Rule] = []
    seen: dict[str, str] = {}
    for where, text in _files(extra):
        try:
            data = parse_yaml(text)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = f":{mark.line + 1}" if mark else ""
            raise RuleError(
                "not readable as YAML", where=f"{where}{line}", remedy=str(getattr(error, "problem", error))
            ) from error
        for entry in (data or {}).get("rules") or ():
            label = f"{where}:{_line_of(text, entry)}: {entry.get('id', 'rule without id')}"
            rule = _rule(entry, label, lex, len(rules))
            if rule.id in seen:
                raise RuleError(
                    f"id used twice, also in {seen[rule.id]}",
                    where=label,
                    remedy="give it a new version, .v2",
                )
            seen[rule.id] = where
            rules.append(rule)
    learn(
        lex,
        {v for r in rules for v in r.verb},
        {n for r in rules for n in (*r.noun, *r.object) if len(n) > 4},
    )
    return tuple(rules)
