"""Finds countries, territories, blocs and bodies in a text: names, demonyms, capitals, seats, leaders.

One Aho-Corasick automaton reads the whole document; each hit is then checked for word
boundaries, against phrases that only look like a party ("South China Sea"), against words
that a form needs elsewhere in the document ("Male" needs "Maldives"), and against the
context rules (`dragoman.reading.entities.party_contexts`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.codes.bodies import bodies
from dragoman.codes.countries import countries
from dragoman.codes.tables import read_rows
from dragoman.errors import BadTable
from dragoman.reading.annotations import PartyMention
from dragoman.reading.entities.party_contexts import DocumentWords, RuleSet, RuleSets, load_context_rules

__all__ = ["Gazetteer", "plain_text"]

_KINDS = frozenset({"name", "demonym", "capital", "seat", "alias", "acronym"})
_SHOUTED = frozenset({"name", "demonym", "capital", "seat", "person", "surname"})
_NAMESAKES = frozenset({"person or character", "place of the same name elsewhere"})
_JOINERS = frozenset("-–/")
_DETERMINERS = ("the ", "The ", "this ", "This ", "that ", "THE ")


def plain_text(text: str) -> str:
    """The text with typographic apostrophes, spaces and line ends made plain; every offset stays."""
    for sign, plain in (("\u2019", "'"), ("\u00a0", " "), ("\n", " "), ("\u2011", "-"), ("\u202f", " ")):
        if sign in text:
            text = text.replace(sign, plain)
    return text


_NO_RULES = RuleSet(())


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form of the automaton: its kind, code or candidates, what it needs and the rules that may apply."""

    kind: str
    codes: tuple[str, ...]
    needs: tuple[str, ...] = ()
    rules: RuleSet = _NO_RULES
    namesakes: tuple[str, ...] = ()
    """For a phrase that is no party: the forms in it that are somebody's or someplace else's name."""


class Gazetteer:
    """Every form of every party, ready to be found; build it with `Gazetteer.load`."""

    def __init__(self, entries: dict[str, _Entry]) -> None:
        import ahocorasick_rs

        self._entries = entries
        self._forms = list(entries)
        self._table = [entries[f] for f in self._forms]
        self._find: Callable[[str], list[tuple[int, int, int]]] = ahocorasick_rs.AhoCorasick(
            self._forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        ).find_matches_as_indexes

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Gazetteer:
        """The package's tables and those of a team's folders; built once for each set of folders.

        Raises
        ------
        BadTable, RuleError
            A table or rule file is not what it should be.
        """
        return _load(tuple(Path(p) for p in extra))

    def forms(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """(form, kind, codes) of everything that names a party."""
        for form, entry in self._entries.items():
            if entry.kind not in ("not", "prefix", "description"):
                yield form, "person" if entry.kind == "surname" else entry.kind, entry.codes

    def mentions(self, text: str, title: str = "") -> list[PartyMention]:
        """Parties in a text, sorted and without overlaps.

        Parameters
        ----------
        text : str
            The document's text; offsets in the result count its code points.
        title : str
            What stands over it: a name may find there what it needs ("Santiago" under "Chile").

        Returns
        -------
        list of PartyMention
            ``form`` is one of those of `PartyMention`, besides ``compound`` ("Kazakh-Turkish",
            codes in order) and ``affiliate`` (an organisation whose name shows its country:
            "Turkish Airlines").
        """
        plain = plain_text(text)
        hits = self._find(plain)
        if not hits:
            return []
        words = DocumentWords(f"{title}{plain}")
        found: list[tuple[int, int, tuple[str, ...], str]] = []
        last = 0
        others: set[str] = set()
        for number, start, end in hits:
            got = self._judge(
                plain, self._table[number], self._forms[number], start, end, words, found, others
            )
            if got is not None and got[0] >= last:
                found.append(got)
                last = got[1]
        if others:
            found = _without_namesakes(plain, found, others)
        return [PartyMention(s, e, text[s:e], codes, form) for s, e, codes, form in _joined(plain, found)]

    def _judge(
        self,
        text: str,
        entry: _Entry,
        form: str,
        start: int,
        end: int,
        words: DocumentWords,
        found: list[tuple[int, int, tuple[str, ...], str]],
        others: set[str],
    ) -> tuple[int, int, tuple[str, ...], str] | None:
        """What a hit is, or None: a word's part, no party, or a form that lacks what it needs."""
        if start and (text[start - 1].isalnum() or text[start - 1] == "_") and form[0].isalnum():
            return None
        kind = entry.kind
        if kind == "not":
            if _ends_word(text, form, end):
                others.update(entry.namesakes)
                return None
            return self._shorter(text, form, start, words, found, others)
        refused = not _ends_word(text, form, end) or (entry.needs and not words.any(entry.needs))
        if kind == "description" and not refused:
            refused = not text[max(0, start - 5) : start].endswith(_DETERMINERS)
            if text.startswith(" of ", end) and text[end + 4 : end + 5].isupper():
                return None  # "the South American country of Chile" names it itself
        if refused:
            return self._shorter(text, form, start, words, found, others)
        if kind == "description":
            code = _latest(entry.codes, found)
            return (start, end, (code,), "alias") if code else None
        for rule in entry.rules.candidates(text, start, end):
            span = rule.fits(text, start, end, words)
            if span is not None:
                if rule.then == "drop":
                    if rule.spreads:
                        others.add(form)
                    return None
                if rule.then == "affiliate":
                    return span[0], span[1], entry.codes, "affiliate"
                return start, end, (rule.then,), kind
        return start, end, entry.codes, "person" if kind == "surname" else kind

    def _shorter(
        self,
        text: str,
        form: str,
        start: int,
        words: DocumentWords,
        found: list[tuple[int, int, tuple[str, ...], str]],
        others: set[str],
    ) -> tuple[int, int, tuple[str, ...], str] | None:
        """The longest form that begins like a refused one: "Central African" in "Central African countryside"."""
        for stop in range(len(form) - 1, 1, -1):
            if not form[stop].isalnum() or not form[stop - 1].isalnum():
                entry = self._entries.get(form[:stop])
                if entry is not None:
                    return self._judge(text, entry, form[:stop], start, start + stop, words, found, others)
        return None


def _without_namesakes(
    text: str, found: list[tuple[int, int, tuple[str, ...], str]], others: set[str]
) -> list[tuple[int, int, tuple[str, ...], str]]:
    """Leave out names that are somebody else's here, unless the party is named in another word too."""
    sure = {codes for s, e, codes, _ in found if text[s:e] not in others}
    return [m for m in found if text[m[0] : m[1]] not in others or m[2] in sure]


def _ends_word(text: str, form: str, end: int) -> bool:
    return end >= len(text) or not form[-1].isalnum() or not (text[end].isalnum() or text[end] == "_")


def _latest(candidates: Iterable[str], found: Sequence[tuple[int, int, tuple[str, ...], str]]) -> str | None:
    """The candidate named last before; none where the text has named none."""
    wanted = frozenset(candidates)
    if len(wanted) == 1:
        return next(iter(wanted))
    for _, _, codes, _ in reversed(found):
        if len(codes) == 1 and codes[0] in wanted:
            return codes[0]
    return None


def _joined(
    text: str, found: list[tuple[int, int, tuple[str, ...], str]]
) -> Iterator[tuple[int, int, tuple[str, ...], str]]:
    """Compounds ("Kazakh-Turkish", "Sino-Russian", "Russia/Ukraine") made one; lone prefixes left out."""
    i = 0
    while i < len(found):
        start, end, codes, form = found[i]
        i += 1
        while i < len(found):
            after = found[i]
            # a prefix ends with its own hyphen, other parts have one between them
            touching = form == "prefix" and after[0] == end
            joined = form not in ("prefix", "affiliate") and (
                (after[0] == end + 1 and text[end] in _JOINERS)
                or (after[0] == end + 3 and _spaced(text, start, end, after))
            )
            if not (touching or joined) or after[3] in ("prefix", "affiliate"):
                break
            end, codes = after[1], tuple(dict.fromkeys((*codes, *after[2])))
            seats = form in ("capital", "capitals") and after[3] == "capital"
            form = after[3] if len(codes) == 1 else "capitals" if seats else "compound"
            i += 1
        if form != "prefix":
            yield start, end, codes, form


_THE = re.compile(
    r"\b(?:the|a|an|this|[a-z]+(?:th|rd|nd|st)|\d+(?:st|nd|rd|th)|first|joint|new|annual|bilateral) \Z",
    re.IGNORECASE,
)
_OF_BOTH = re.compile(
    r"(?: [\w’'-]+){0,4} (?:meeting|commission|committee|council|forum|summit|talks|agreement|treaty|border|trade|relations|cooperation|session|dialogue|partnership|project|pipeline|railway)\b",
    re.IGNORECASE,
)


_LINE_OF = re.compile(
    r"(?: [-–—] [A-Z][a-z]+){0,2} (?:(?:gas|oil|power|transmission|rail|transit|transport) )?"
    r"(?:railway|railroad|railways|pipeline|highway|motorway|expressway|corridor|road|line|route|interconnector)\b"
)
"""What only a line between the countries before it is called."""


def _spaced(text: str, start: int, end: int, after: tuple[int, int, tuple[str, ...], str]) -> bool:
    """Whether a dash between spaces joins two countries before a noun: "the third Ghana - Togo border meeting"."""
    dash = text[end : after[0]]
    if dash not in (" - ", " – ", " — "):
        return False
    if _LINE_OF.match(text, after[1]):
        return True  # "the Chad — Niger — Mali railway"
    if dash == " — ":
        return False
    return bool(_THE.search(text, max(0, start - 14), start) and _OF_BOTH.match(text, after[1]))


@lru_cache(maxsize=4)
def _load(extra: tuple[Path, ...]) -> Gazetteer:
    known = {c.alpha3 for c in countries()} | {b.code for b in bodies()}
    known |= {r["code"] for r in read_rows("bodies.csv", extra)} | {
        r["alpha3"] for r in read_rows("countries.csv", extra)
    }
    rules = load_context_rules(extra)
    sets = RuleSets(rules)
    by_form: dict[str, list[int]] = {}
    by_kind: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for form in rule.forms:
            by_form.setdefault(form, []).append(number)
        for kind in rule.kinds:
            by_kind.setdefault(kind, []).append(number)

    entries: dict[str, _Entry] = {}

    def add(
        form: str, kind: str, codes: tuple[str, ...], needs: tuple[str, ...] = (), shout: bool = True
    ) -> None:
        own = sets.of((*by_form.get(form, ()), *by_kind.get(kind, ())))
        entries[form] = _Entry(kind, codes, needs, own)
        for other in _spelled(form):
            if other not in entries:
                add(other, kind, codes, needs, shout=False)
        if shout and kind in _SHOUTED and len(form) > 3 and form.upper() not in entries and "ß" not in form:
            add(form.upper(), kind, codes, needs, shout=False)

    for row in read_rows("not_parties.csv", extra):
        entries[row["phrase"]] = _Entry("not", (), namesakes=_names_in(row))
    for row in read_rows("descriptions.csv", extra):
        described = _Entry("description", tuple(_known(row["candidates"].split(), known, row["phrase"])))
        entries[row["phrase"]] = described
        if row["phrase"].startswith("Gulf "):  # "the gulf country", as papers write it too
            entries[f"gulf {row['phrase'][5:]}"] = described
    # a leader of two parties in turn (prime minister, then head of a body) stands for the later one
    for row in sorted(read_rows("leaders.csv", extra), key=lambda r: r["to"] or "9999"):
        code = tuple(_known([row["code"]], known, row["name"]))
        for name in (row["name"], *row["variants"].split(";")):
            if name:
                add(name, "person", code)
        for name in filter(None, row["alone"].split(";")):
            add(name, "surname", code)
            if name.startswith("al-") and f"A{name[1:]}" not in entries:
                add(f"A{name[1:]}", "surname", code)  # "Al-Sudani said", at a sentence's start
    for row in read_rows("party_forms.csv", extra):
        if row["kind"] not in _KINDS:
            raise BadTable(
                f"kind {row['kind']!r} of {row['form']!r}",
                where="party_forms.csv",
                remedy=f"use {', '.join(sorted(_KINDS))}",
            )
        needs = tuple(w for w in row["needs"].split("|") if w)
        add(row["form"], row["kind"], tuple(_known([row["code"]], known, row["form"])), needs)
    for row in read_rows("party_prefixes.csv", extra):
        for sign in "-–":
            entries[row["prefix"] + sign] = _Entry(
                "prefix", tuple(_known([row["code"]], known, row["prefix"]))
            )
    return Gazetteer(entries)


def _spelled(form: str) -> list[str]:
    """Other spellings of a body's name: "Co-operation Organization" of "Cooperation Organisation"."""
    found = {form}
    for one, other in (("Cooperation", "Co-operation"), ("Organisation", "Organization"), (" and ", " & ")):
        if " " in form:
            found |= {f.replace(one, other) for f in found} | {f.replace(other, one) for f in found}
    return sorted(found - {form})


def _names_in(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W\d_]+", row["phrase"])) if row["why"] in _NAMESAKES else ()


def _known(codes: Iterable[str], known: set[str], where: str) -> Iterator[str]:
    for code in codes:
        if code not in known:
            raise BadTable(
                f"unknown code {code!r} for {where!r}",
                where="party tables",
                remedy="add it to countries.csv or bodies.csv first",
            )
        yield code
