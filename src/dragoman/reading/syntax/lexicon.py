"""The reader's word knowledge: forms, lemmas, tags and classes, loaded from data files.

Regular inflections are generated; irregular ones are listed in the data. A word may carry
several tags; context decides between them later (`dragoman.reading.syntax.clauses`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.errors import RuleError
from dragoman.reading.yaml_files import parse_yaml

__all__ = [
    "ADV",
    "BASE",
    "BE",
    "CONJ",
    "DET",
    "DO",
    "ED",
    "EN",
    "HAVE",
    "ING",
    "MODAL",
    "NEG",
    "NOUN",
    "PREP",
    "PRON",
    "S3",
    "SUB",
    "VERB",
    "Lexicon",
    "learn",
    "load_lexicon",
]  # fmt: skip

DET, PREP, CONJ, SUB, PRON, BE, HAVE, DO, MODAL, NEG, ADV = (1 << i for i in range(11))
BASE, S3, ED, EN, ING, NOUN = (1 << i for i in range(11, 17))
VERB = BASE | S3 | ED | EN | ING
_TAGS = {
    "DET": DET, "PREP": PREP, "CONJ": CONJ, "SUB": SUB, "PRON": PRON, "BE": BE,
    "HAVE": HAVE, "DO": DO, "MODAL": MODAL, "NEG": NEG, "ADV": ADV,
}  # fmt: skip
_VOWELS = "aeiou"


# Of a form: item kind, tags, noun lemma, verb lemma, and the phrases that it begins by their second word.
Phrase = tuple[tuple[str, ...], str, int]
Known = tuple[str, int, str, str, dict[str, list[Phrase]]]


@dataclass(slots=True)
class Lexicon:
    """Forms to (tags, lemma); phrases by first word; classes to lemmas; ``known`` has all of it by form."""

    tags: dict[str, int] = field(default_factory=dict)
    verb_lemma: dict[str, str] = field(default_factory=dict)
    noun_lemma: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = field(default_factory=dict)
    verb_classes: dict[str, frozenset[str]] = field(default_factory=dict)
    noun_classes: dict[str, frozenset[str]] = field(default_factory=dict)
    classes_of_verb: dict[str, frozenset[str]] = field(default_factory=dict)
    classes_of_noun: dict[str, frozenset[str]] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)

    def add(self, form: str, tag: int) -> None:
        """Give a form one more tag."""
        self.tags[form] = self.tags.get(form, 0) | tag

    def compile(self) -> None:
        """Lay together what is known of each form, so that a word is looked up once."""
        for form in {*self.tags, *self.noun_lemma, *self.phrases}:
            word = form[0].isalnum() or form[0] in "’'"
            tag = self.tags.get(form, 0)
            noun = self.noun_lemma.get(form, form) if word and (not tag or tag & NOUN) else ""
            verb = self.verb_lemma.get(form, "") if word and tag & VERB else ""
            phrases: dict[str, list[Phrase]] = {}
            for phrase in self.phrases.get(form, ()):
                phrases.setdefault(phrase[0][0], []).append(phrase)
            self.known[form] = ("w" if word else ".", tag, noun, verb, phrases)


def _endings(base: str, doubling: frozenset[str]) -> tuple[str, str, str]:
    """The -s, -ed and -ing forms of a regular verb."""
    if base.endswith("y") and base[-2] not in _VOWELS:
        s, ed = base[:-1] + "ies", base[:-1] + "ied"
    elif base.endswith(("s", "x", "z", "ch", "sh", "o")):
        s, ed = base + "es", base + "ed"
    else:
        s, ed = base + "s", base + ("d" if base.endswith("e") else "ed")
    ing = base + "ing"
    if base.endswith("ie"):
        ing = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        ing = base[:-1] + "ing"
    if base in doubling:
        ed, ing = base + base[-1] + "ed", base + base[-1] + "ing"
    return s, ed, ing


def plural(noun: str) -> str:
    """The regular plural of a noun or of a phrase's last word."""
    if noun.endswith("y") and noun[-2:-1] not in tuple(_VOWELS):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _add_verb(
    lex: Lexicon, base: str, irregular: Mapping[str, Sequence[str]], doubling: frozenset[str]
) -> None:
    s, ed, ing = _endings(base, doubling)
    past, participle = irregular.get(base, (ed, ed))
    for form, tag in ((base, BASE), (s, S3), (past, ED), (participle, EN), (ing, ING)):
        lex.add(form, tag)
        lex.verb_lemma.setdefault(form, base)
    if base in doubling:  # British and American spellings of final l: both occur
        for form, tag in ((base + "ed", ED | EN), (base + "ing", ING)):
            lex.add(form, tag)
            lex.verb_lemma.setdefault(form, base)


def _add_phrase(lex: Lexicon, words: Sequence[str], lemma: str, tag: int) -> None:
    lex.phrases.setdefault(words[0], []).append((tuple(words[1:]), lemma, tag))


def _add_noun(lex: Lexicon, noun: str) -> None:
    lemma = noun.casefold()
    words = lemma.split()
    forms = {lemma, plural(lemma)}
    if " of " in lemma:
        head, rest = lemma.split(" of ", 1)
        forms.add(f"{plural(head)} of {rest}")
    if " d'" in lemma:  # items part at the apostrophe, of either shape: "chargés d’affaires"
        head, rest = lemma.split(" d'", 1)
        for first in (head, plural(head)):
            for mark in "'’":
                _add_phrase(lex, [first, "d", mark, rest], lemma, NOUN)
        return
    if len(words) == 1:
        for form in forms:
            lex.add(form, NOUN)
            lex.noun_lemma.setdefault(form, lemma)
        return
    for form in sorted(forms):
        _add_phrase(lex, form.split(), lemma, NOUN)


def _yaml(name: str, extra: Sequence[Path]) -> list[tuple[str, dict[str, Any]]]:
    out = []
    packaged = files("dragoman.data") / "lexicon" / "en" / name
    out.append((name, parse_yaml(packaged.read_text("utf-8"))))
    for folder in extra:
        path = folder / "lexicon" / "en" / name
        if path.is_file():
            data = parse_yaml(path.read_text("utf-8"))
            if not isinstance(data, dict):
                raise RuleError(
                    "not a mapping",
                    where=str(path),
                    remedy="write `verbs:` and `nouns:` as in the package's file",
                )
            out.append((str(path), data))
    return out


def _act_nouns(nouns: Mapping[str, set[str]]) -> set[str]:
    """Words in -ing that are nouns of their own: "a meeting with" is no verb."""
    return {w for words in nouns.values() for w in words if w.endswith("ing") and " " not in w}


def _add_verb_phrase(
    lex: Lexicon,
    verb: str,
    irregular: Mapping[str, Sequence[str]],
    doubling: frozenset[str],
    taken: Collection[str] = (),
) -> None:
    """A verb, or a verb with particles ("hand over"), with all its forms."""
    head, _, particle = verb.partition(" ")
    if lex.verb_lemma.get(head) != head:
        _add_verb(lex, head, irregular, doubling)
    if particle:
        forms = {head, *_endings(head, doubling), *irregular.get(head, ())} & lex.tags.keys()
        for form in sorted(forms - set(taken)):
            _add_phrase(lex, [form, *particle.split()], verb, lex.tags[form] & VERB)


def learn(lex: Lexicon, verbs: Collection[str], nouns: Collection[str]) -> None:
    """Teach the lexicon the words of rules that no word list has; nothing changes for words it knows."""
    (_, general), *_ = _yaml("verbs_general.yaml", ())
    irregular, doubling = general["irregular"], frozenset(general["doubling"])
    known = set(lex.verb_lemma.values()) | {
        lemma for entries in lex.phrases.values() for _, lemma, _ in entries
    }
    for verb in sorted(set(verbs) - known - {"be", "have", "do"}):
        _add_verb_phrase(lex, verb, irregular, doubling)
    known = set(lex.noun_lemma.values()) | {
        lemma for entries in lex.phrases.values() for _, lemma, _ in entries
    }
    for noun in sorted(set(nouns) - known):
        if not lex.tags.get(noun, 0) & ~VERB:
            _add_noun(lex, noun)
    for entries in lex.phrases.values():
        entries.sort(key=lambda e: (-len(e[0]), e[0], e[1]))
    lex.compile()


def _load_classes(
    lex: Lexicon, extra: Sequence[Path], irregular: Mapping[str, Sequence[str]], doubling: frozenset[str]
) -> None:
    verbs: dict[str, set[str]] = {}
    nouns: dict[str, set[str]] = {}
    for where, data in _yaml("classes.yaml", extra):
        unknown = set(data) - {"source", "licence", "verbs", "nouns"}
        if unknown:
            raise RuleError(
                f"unknown key {sorted(unknown)[0]!r}",
                where=where,
                remedy="allowed: source, licence, verbs, nouns",
            )
        for name, words in (data.get("verbs") or {}).items():
            verbs.setdefault(name, set()).update(words)
        for name, words in (data.get("nouns") or {}).items():
            nouns.setdefault(name, set()).update(w.casefold() for w in words)
    forms_taken = _act_nouns(nouns)
    for words in verbs.values():
        for verb in sorted(words):
            _add_verb_phrase(lex, verb, irregular, doubling, forms_taken)
    for words in nouns.values():
        for noun in sorted(words):
            _add_noun(lex, noun)
    lex.verb_classes = {k: frozenset(v) for k, v in verbs.items()}
    lex.noun_classes = {k: frozenset(v) for k, v in nouns.items()}
    for source, target in ((verbs, lex.classes_of_verb), (nouns, lex.classes_of_noun)):
        inverse: dict[str, set[str]] = {}
        for name, words in source.items():
            for word in words:
                inverse.setdefault(word, set()).add(name)
        target.update({w: frozenset(names) for w, names in inverse.items()})


@lru_cache(maxsize=4)
def load_lexicon(extra: tuple[Path, ...] = ()) -> Lexicon:
    """The English lexicon of the package with a team's folders laid over it.

    Raises
    ------
    RuleError
        A team's file has an unknown key or shape.
    """
    lex = Lexicon()
    (_, general), *_ = _yaml("verbs_general.yaml", ())
    irregular, doubling = general["irregular"], frozenset(general["doubling"])
    for base in general["verbs"].split():
        _add_verb(lex, base, irregular, doubling)
    for base in irregular:
        if base != "be":
            _add_verb(lex, base, irregular, doubling)
    for base in general["also_nouns"].split():
        for form in (base, _endings(base, doubling)[0]):
            lex.add(form, NOUN)
            lex.noun_lemma.setdefault(form, base)
    _load_classes(lex, extra, irregular, doubling)
    (_, function), *_ = _yaml("function_words.yaml", ())
    for tag, words in function["tags"].items():
        for word in words:
            parts = word.split()
            if len(parts) > 1:
                _add_phrase(lex, parts, word, _TAGS[tag])
            else:
                lex.add(word, _TAGS[tag])
    for entries in lex.phrases.values():
        entries.sort(key=lambda e: (-len(e[0]), e[0], e[1]))
    lex.compile()
    return lex
