"""Whose somebody is who speaks right behind a sentence on one state, or behind an office told without its holder.

"Spain rejected the claim. “We were never told,” Foreign Minister A said": A is of Spain. "Bolivia's president told
reporters ... “...,” B said": B is that president. "Its spokesman, C, said": of the state that opens the sentence before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention, PersonMention
from dragoman.reading.entities.occurrences import occurrences
from dragoman.reading.entities.people_partners import of_state
from dragoman.reading.entities.titles import load_titles

__all__ = ["with_introduced"]

_SAID = (
    r"(?:also |later |then |has |had )?(?:said|says|told|added|wrote|stated|noted|stressed|declared|replied|explained|warned|insisted|"
    r"tweeted|posted|responded|concluded|continued|remarked|argued|announced|confirmed|emphasi[sz]ed|underlined|asked|observed)\b"
)
_SPEAKS = re.compile(
    rf",? (?:{_SAID}|(?:also |later |then |has |had )?(?:accused|urged|criticised|criticized|condemned|called on|called for|called the|appealed to|vowed|"
    r"pledged|promised|threatened|demanded|invited|offered to|asked)\b)"
)
_VERB_FIRST = re.compile(rf"{_SAID} (?:the )?(?:[\w-]+ ){{0,5}}\Z")
_NAME = r"[A-Z][\w'’-]+(?: (?:al-|ould |bin |de |van |von )?[A-Z][\w'’-]+){1,3}"
_OFFICE = (
    r"(?:(?:deputy|vice|acting|foreign|prime|finance|defen[cs]e|trade|interior|energy|economy|agriculture|transport|health) )*"
    r"(?:president|premier|minister|chancellor|ambassador|spokesman|spokeswoman|spokesperson|leader|envoy)"
)
_OWNED = re.compile(rf"(?:[’']s?)? ({_OFFICE})\b(?!,? (?:[A-Z]|of\b)|[’'])")
_BY_NAME = re.compile(
    rf"(?:[,?!][”\"] |\n|\. )(?:({_NAME}) {_SAID}|{_SAID} ({_NAME})(?=[.;]|,? (?:after|at|in|on|during)\b|, [“\"]))"
)
_UTTERS = re.compile(
    rf" (?:on \w+day |also |later |has |had |again |yesterday |today )*(?:{_SAID}|thanked|praised|hailed|lauded|accused|criticised|criticized|condemned|urged"
    r"|called|rejected|denied|dismissed|welcomed|denounced|pledged|promised|vowed|expressed|voiced|apologi[sz]ed|offered|invited|defended|demanded|appealed|asked|"
    r"turned down|refused|protested|ruled out|brushed aside|hit back|played down|regretted|deplored|pleaded|lashed out|vowed|threatened|ordered)\b"
)
"""Who is told of as saying something may be named as its speaker next; "Poland's premier visited Nysa" names nobody."""
_SPOKESMAN = re.compile(
    rf"\b(?:[Ii]ts |[Tt]he |[Aa] |[Aa]nother )?(?:(?:foreign |defen[cs]e |interior )?(?:ministry|government|embassy) )?(spokes(?:man|woman|person))"
    rf"(?: (?:for|of) the (?:foreign |defen[cs]e )?(?:ministry|government|embassy|president|presidency))?,? ({_NAME})(?=,? {_SAID})"
)
_ITS = re.compile(
    rf"\b(?:[Ii]ts|[Tt]he (?:country|kingdom|republic|state|island|emirate|sultanate)[’']s) ((?:\w+ )??{_OFFICE}),? ({_NAME})(?=,|[’']s? |,? {_SAID})"
)
_MINISTRY = re.compile(rf"\b(?:[Mm]inistry|[Gg]overnment|[Ee]mbassy|[Pp]residency)[’']s ({_NAME})\b")
_JOINED = re.compile(r"(?:[’']s?)?(?:,| and| &)(?: the)? ")
_ENDS = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"])|\n+")
_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?")
_GOES_ON = re.compile(
    r"(?:(?:In|At) [^,.\n]{3,40}, )?(?:It|it|He|he|She|she|The (?:ministry|government|statement|note))\b"
)
"""A sentence that goes on about whom the one before was on."""
_BY = re.compile(
    r"(?:\b(?:[Pp]ress|[Nn]ews) (?:conference|briefing)|\b(?:[Ss]tanding|[Ss]peaking|[Aa]ppearing)|\b[Tt]alks|\b[Mm]eeting) (?:in [A-Z]\w+ )?"
    r"(?:with|beside|alongside|next to) (?:his |her )?(?:host,? |guest,? )?\Z"
)
_NEAR = 300
"""Characters within which a holder follows the office; assumed: the next sentence."""
_LEADING = 30
"""Characters of a sentence in which its subject's state stands; assumed."""
_BACK = 600


def with_introduced(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention], pair: Sequence[str] = ()
) -> list[PersonMention]:
    """People, speakers of no known country with the one that the text has just told of, and holders of offices told before."""
    starts = [p.start for p in parties]
    named = _newly_named(text, parties, starts, people)
    out = _told_again(text, people, named) if named else list(people)
    unknown = {p.name for p in out if p.country is None}
    known = {p.name for p in out if p.country}
    homes: dict[str, set[str]] = {}
    for p in out:
        if p.name not in unknown - known or not p.role or not of_state(p.role):
            continue
        beside = _beside(text, p) and len(pair) == 2
        beside = beside or (_THANKS.match(text, p.end) is not None and len(pair) == 2)
        state = _before(text, p.start, parties, starts) if beside or _speaks(text, p) else None
        if beside:  # whoever spoke beside him is of the state told of
            state = next((c for c in pair if c != state), None) if state in pair else None
        if state:
            homes.setdefault(p.name, set()).add(state)
    return [
        replace(p, country=next(iter(homes[p.name])))
        if p.country is None and len(homes.get(p.name, ())) == 1
        else p
        for p in out
    ]


_THANKS = re.compile(
    r" (?:in turn |later |then |also |has )?(?:(?:expressed|voiced|conveyed) (?:(?:his|her|the|its) )?(?:[\w’']+ ){0,4}(?:gratitude|thanks|appreciation)"
    r"|accepted (?:the|this) (?:offer|apology|help|aid|gift))\b(?! to)"
)
"""Who thanks without saying whom is not of the state whose help was told before."""


def _beside(text: str, person: PersonMention) -> bool:
    """Whether somebody is only by when another speaks: "at a press conference with President A he said"."""
    return _BY.search(text[max(0, person.start - 90) : person.start - len(person.role or "") - 1]) is not None


def _speaks(text: str, person: PersonMention) -> bool:
    """Whether a clause has somebody as the speaker, by office and name alone."""
    role = person.role or ""
    if not text[max(0, person.start - len(role) - 2) : person.start].rstrip(" ,").endswith(role):
        return False
    front = text[max(0, person.start - len(role) - 60) : person.start - len(role) - 1]
    if re.search(r"(?:\A|[.”\"\n]|, (?:the |a )?)\s*(?:But |And |the |The |government |ministry )*\Z", front):
        return _SPEAKS.match(text, person.end) is not None or (_VERB_FIRST.search(front) is not None)
    return _VERB_FIRST.search(front) is not None


def _before(text: str, at: int, parties: Sequence[PartyMention], starts: Sequence[int]) -> str | None:
    """The one state that opens the sentence before the one at ``at``, which names no state outside quotations itself."""
    floor = max(0, at - _BACK)
    blank = _QUOTED.sub(lambda m: " " * (len(m[0]) - 1) + m[0][-1], text[floor:at])
    ends = [0, *(m.end() for m in _ENDS.finditer(text[floor:at]))]
    for k in range(len(ends) - 1, max(-1, len(ends) - 4), -1):
        first, last = floor + ends[k], floor + (ends[k + 1] if k + 1 < len(ends) else at - floor)
        here = [
            p for p in parties[bisect_left(starts, first) : bisect_left(starts, last)]
            if blank[p.start - floor].strip()
        ]  # fmt: skip
        if not here:
            continue
        lead = here[0]
        if len(here) > 1 and _JOINED.fullmatch(text, lead.end, here[1].start):
            return None  # "Ghana and Togo want a line": of either
        if _GOES_ON.match(text, first, last):
            continue
        opens = k < len(ends) - 1 and lead.start - first < _LEADING and len(lead.codes) == 1
        return lead.codes[0] if opens and not is_body(lead.codes[0]) else None
    return None


def _newly_named(
    text: str, parties: Sequence[PartyMention], starts: Sequence[int], people: Sequence[PersonMention]
) -> dict[str, PersonMention]:
    """Names that no list knows, with the office and the state that the text gives them."""
    told = {p.name for p in people if p.country}
    found: dict[str, PersonMention] = {}
    for party in parties:
        office = _OWNED.match(text, party.end) if len(party.codes) == 1 else None
        if office is None or is_body(party.codes[0]) or not _UTTERS.match(text, office.end()):
            continue
        by_name = _BY_NAME.search(text, office.end(), office.end() + _NEAR)
        if by_name is None:
            continue
        group = 1 if by_name[1] else 2
        between = _OWNED_ANY.search(text, office.end(), by_name.start())
        if not between and not any(office.end() <= p.start < by_name.start() for p in people):
            _add(found, text, by_name.span(group), office[1], party.codes[0], told)
    for m in _SPOKESMAN.finditer(text):
        _add(found, text, m.span(2), m[1], _owner(text, m.start(), parties, starts), told)
    for m in _ITS.finditer(text):
        _add(found, text, m.span(2), m[1], _before(text, m.start() + 1, parties, starts), told)
    for m in _MINISTRY.finditer(text):
        _add(found, text, m.span(1), "official", _owner(text, m.start(), parties, starts), told)
    return found


_OWNED_ANY = re.compile(rf"[’']s? {_OFFICE}\b")


def _owner(text: str, at: int, parties: Sequence[PartyMention], starts: Sequence[int]) -> str | None:
    """Whose ministry or spokesman stands at ``at``: the state right before, else the one that opens the sentence before."""
    i = bisect_left(starts, at)
    near = parties[i - 1] if i else None
    if near is not None and re.fullmatch(r"(?:[’']s?)? (?:[a-z]+ ){0,3}", text[near.end : at]):
        return near.codes[0] if len(near.codes) == 1 else None
    return _before(text, at + 1, parties, starts)  # its first letter shows that the sentence before has ended


def _add(
    found: dict[str, PersonMention],
    text: str,
    span: tuple[int, int],
    role: str,
    code: str | None,
    told: set[str],
) -> None:
    """Keep a name with its office, unless the text gives it a country elsewhere."""
    name = text[span[0] : span[1]]
    if code is None or is_body(code) or name in told or name in found:
        return
    found[name] = PersonMention(span[0], span[1], name, name, role, code)


def _told_again(
    text: str, people: Sequence[PersonMention], named: dict[str, PersonMention]
) -> list[PersonMention]:
    """People with those newly named, wherever the text has their names or surnames again."""
    forms: dict[str, PersonMention] = {}
    for name, person in named.items():
        for form in (name, *load_titles().short_form(name, person.country)):
            forms.setdefault(form, person)
    out = [replace(p, country=p.country or named[p.name].country) if p.name in named else p for p in people]
    taken = [(p.start, p.end) for p in out]
    words = list(forms)
    for number, start, end in occurrences(text, words):
        person = forms[words[number]]
        if start < person.start or text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            continue
        if not any(a < end and start < b for a, b in taken):
            out.append(replace(person, start=start, end=end, text=text[start:end]))
    return sorted(out, key=lambda p: p.start)
