"""Finds organisations: ministries, banks, parliaments, commissions, companies, and acronyms the text defines.

A name is the run of capitalised words around a head word ("Ministry of Trade and Integration
of Kazakhstan"), a known company ("KazMunayGas"), or a compound-capital word ("BioNTech").
"Chamber of Commerce and Industry (CCI)" makes CCI stand for that name later on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import RuleError
from dragoman.reading.annotations import OrganisationMention, PartyMention
from dragoman.reading.entities.parties import plain_text
from dragoman.reading.entities.titles import CAPITALS, load_titles
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["find_organisations", "known_organisations"]

_WORD_BEFORE = re.compile(rf"(?:(?<=[^\w.'-])|\A)([{CAPITALS}][\w&.'-]*?)(?:'s)? \Z")
_LINK_BEFORE = re.compile(r" (?:of|for|and|of the|for the|and the|&) \Z")
_RIGHT = re.compile(rf" (?:of|for|on|of the|for the|on the) (?=[{CAPITALS}])")
_RIGHT_WORD = re.compile(rf"[{CAPITALS}][\w&-]*")
_AND = re.compile(rf"(?:,? and (?:the )?|, |/)(?=[{CAPITALS}])")
_ACRONYM = re.compile(r" \(((?:the )?[A-Z][A-Za-z+&-]{1,9}[A-Z])\)")
_CAMEL = re.compile(
    rf"(?<![\w@.])(?!Mc|Mac|De[A-Z]|La[A-Z]|Le[A-Z]|Fitz|Di[A-Z]|Van[A-Z])[{CAPITALS}][a-zà-ÿ]+(?:[{CAPITALS}]{{1,3}}[a-zà-ÿ]+)+(?!\w)"
)
# Where one may begin: a search that starts with a sign is several times faster than one that looks around first.
_HUMP = re.compile(rf"[{CAPITALS}][a-zà-ÿ]+[{CAPITALS}]")
_LONGEST = 240
"""Characters of a name after its head word: bounds the work on hostile text."""
_ORGANISED = frozenset({
    "Alliance", "Initiative", "League", "Movement", "Network", "Organisation", "Organization", "Partnership", "Platform", "Programme",
    "Union",
})  # fmt: skip
"""What a name ends with that is an organisation, where it has no head word: corridors and treaties are none."""


_SPELT = 5
"""Letters from which on a name is known in capitals and with one capital alike; assumed."""
_SAID = frozenset({"RITES"})
"""Names that with one capital are another word."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Head words with their type, known names with type and country, and the words that begin no name."""

    heads: dict[str, str]
    known: dict[str, tuple[str, str]]
    stops: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = parse_yaml(
        (files("dragoman") / "data" / "gazetteer" / "organisations.yaml").read_text(encoding="utf-8")
    )
    wrong = set(data) ^ {"since", "source", "heads", "known", "agencies", "introducing", "stops", "tails"}
    if wrong:
        raise RuleError(f"keys {sorted(wrong)}", where="organisations.yaml")
    heads = {word: kind for kind, words in data["heads"].items() for word in words}
    agencies = frozenset(data["agencies"])
    known = {
        name: ("agency" if name in agencies else "company", country)
        for country, names in data["known"].items()
        for name in names
    }
    for name in [n for n in known if n.isalpha() and len(n) >= _SPELT]:
        # "LUKOIL", "Socar": papers and registers differ; short letters are too many things
        known.setdefault(name.title() if name.isupper() and name not in _SAID else name.upper(), known[name])
    return _Words(heads, known, frozenset(data["stops"]) | (load_titles().stops - {"On", "For"}))


def known_organisations() -> dict[str, str]:
    """Companies and agencies known by name, with the country (alpha-3) of each."""
    return {name: country for name, (_, country) in _words().known.items()}


@lru_cache(maxsize=1)
def _finder() -> tuple[Any, list[str]]:
    import ahocorasick_rs

    forms = [*_words().heads, *(k for k in _words().known if k not in _words().heads)]
    automaton = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton.find_matches_as_indexes, forms


def find_organisations(text: str, mentions: Sequence[PartyMention]) -> list[OrganisationMention]:
    """Organisations named in a text, sorted and without overlaps.

    Parameters
    ----------
    text : str
        The document's text.
    mentions : sequence of PartyMention
        Its parties; a country in or right before a name is the organisation's.

    Returns
    -------
    list of OrganisationMention
        ``type`` is ``ministry``, ``bank``, ``parliament``, ``commission``, ``agency``,
        ``statistics``, ``company``, ``university``, ``forum``, ``association`` or ``court``.
    """
    plain = plain_text(text)
    words = _words()
    by_end = {m.end: m for m in mentions}
    by_start = {m.start: m for m in mentions}
    found: list[OrganisationMention] = []
    find, forms = _finder()
    for number, start, end in find(plain):
        form = forms[number]
        if not _whole(plain, start, end, form):
            continue
        if form in words.known:
            found.append(OrganisationMention(start, end, text[start:end], form, *words.known[form]))
            continue
        span = _around(plain, start, end, by_end, by_start)
        # a party of its own ("European Commission") is told by the parties
        if span is not None and not (span[0] in by_start and by_start[span[0]].end == span[1]):
            found.append(_mention(text, *span, words.heads[form], mentions, by_end))
    for hump in _HUMP.finditer(plain):
        match = _CAMEL.match(plain, hump.start())
        if match is not None and match.start() not in by_start:
            found.append(OrganisationMention(*match.span(), match.group(), match.group(), "company", None))
    found = _longest(found)
    return _longest([*found, *_acronyms(plain, text, found)])


def _whole(text: str, start: int, end: int, form: str) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before in "_-@") and not (
        form[-1].isalnum() and (after.isalnum() or after == "_")
    )


def _around(
    text: str, start: int, end: int, by_end: dict[int, PartyMention], by_start: dict[int, PartyMention]
) -> tuple[int, int] | None:
    """The whole name around a head word; None where the head stands alone ("the Bank", "the Council")."""
    begin = _left(text, start, by_end)
    stop = _right(text, end, by_start)
    head = text[start:end]
    if begin == start and stop == end and _words().heads[head] not in ("statistics", "parliament"):
        if head != "Treasury" and head != "Foreign Office":
            return None
    if begin == start and _words().heads[head] == "company" and stop == end:
        return None
    return begin, stop


def _left(text: str, start: int, by_end: dict[int, PartyMention]) -> int:
    stops = _words().stops
    for _ in range(8):
        party = by_end.get(start - 1)
        if party is not None and text[start - 1] in " -" and party.form != "person":
            start = party.start
            continue
        match = _WORD_BEFORE.search(text, max(0, start - 40), start)
        if (
            match is not None
            and match.group(1) not in stops
            and not match.group(1).endswith((".", "'s"))
            and "'s " not in match.group()
        ):
            start = match.start(1)
            continue
        link = _LINK_BEFORE.search(text, max(0, start - 10), start)
        if link is None:
            return start
        # "Chamber of Commerce" is read from its own head; here only "Trade and Industry Committee"
        before = re.search(rf"([{CAPITALS}][\w-]*)\Z", text[max(0, start - 40) : link.start()])
        if before is None or before.group(1) not in load_titles().portfolios or "and" not in link.group():
            return start
        start = link.start() - len(before.group(1))
    return start


def _right(text: str, end: int, by_start: dict[int, PartyMention]) -> int:
    portfolios = load_titles().portfolios
    match, limit = _RIGHT.match(text, end), end + _LONGEST
    while match and end < limit:
        at = match.end()
        stop = end
        while stop < limit:
            party = by_start.get(at)
            if party is not None:
                stop = party.end
            else:
                word = _RIGHT_WORD.match(text, at)
                if word is None or word.group() in _words().stops:
                    break
                stop = word.end()
            joint = _AND.match(text, stop)
            if text[stop : stop + 1] == " " and _RIGHT_WORD.match(text, stop + 1) and party is None:
                at = stop + 1
            elif joint and party is None and _portfolio(text, joint.end(), portfolios):
                at = joint.end()
            else:
                break
        if stop == end:
            return end
        end = stop
        match = _RIGHT.match(text, end)
    return end


def _portfolio(text: str, at: int, portfolios: frozenset[str]) -> bool:
    word = _RIGHT_WORD.match(text, at)
    return word is not None and word.group() in portfolios


def _mention(
    text: str,
    start: int,
    end: int,
    kind: str,
    mentions: Sequence[PartyMention],
    by_end: dict[int, PartyMention],
) -> OrganisationMention:
    i = bisect_left(mentions, start, key=lambda m: m.start)
    country = None
    while i < len(mentions) and mentions[i].start < end:
        if len(mentions[i].codes) == 1:
            country = mentions[i].codes[0]
        i += 1
    if country is None:
        for gap in (1, 2, 3):
            owner = by_end.get(start - gap)
            if (
                owner is not None
                and text[owner.end : start] in (" ", "'s ", "’s ", "' ", "’ ")
                and len(owner.codes) == 1
            ):
                country = owner.codes[0]
    return OrganisationMention(start, end, text[start:end], " ".join(text[start:end].split()), kind, country)


def _longest(found: list[OrganisationMention]) -> list[OrganisationMention]:
    out: list[OrganisationMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if out and mention.start < out[-1].end:
            continue
        out.append(mention)
    return out


def _acronyms(plain: str, text: str, found: list[OrganisationMention]) -> Iterator[OrganisationMention]:
    """Acronyms that the text defines in brackets, wherever they stand later."""
    by_end = {m.end: m for m in found}
    meant: dict[str, OrganisationMention] = {}
    for match in _ACRONYM.finditer(plain):
        short = match.group(1).removeprefix("the ")
        named = by_end.get(match.start())
        if named is None:
            start = _spelled_out(plain, match.start(), short)
            if start is None or plain[start : match.start()].rsplit(" ", 1)[-1] not in _ORGANISED:
                continue
            name = " ".join(text[start : match.start()].split())
            named = OrganisationMention(
                start, match.start(), text[start : match.start()], name, "named", None
            )
            yield named
        meant.setdefault(short, named)
    if not meant:
        return
    import ahocorasick_rs

    forms = sorted(meant)
    automaton = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    for number, start, end in automaton.find_matches_as_indexes(plain):
        if _whole(plain, start, end, forms[number]):
            named = meant[forms[number]]
            yield OrganisationMention(start, end, text[start:end], named.name, named.type, named.country)


def _spelled_out(text: str, end: int, acronym: str) -> int | None:
    """Where the words begin whose capital letters spell the acronym that follows them."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    words = list(re.finditer(r"[\w'&]+", text[max(0, end - 120) : end]))
    offset = max(0, end - 120)
    at = len(letters) - 1
    for word in reversed(words[-14:]):
        if word.group()[0].lower() == letters[at] and word.group()[0].isupper():
            at -= 1
            if at < 0:
                return offset + word.start()
        elif word.group()[0].islower() and word.group() not in (
            "of",
            "the",
            "and",
            "for",
            "on",
            "in",
            "to",
            "de",
        ):
            return None
    return None
