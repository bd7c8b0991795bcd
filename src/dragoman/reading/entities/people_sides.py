"""Whose somebody is by what the text lets them do: lead a delegation, meet a counterpart.

"A headed the Kenyan delegation and B that of Norway", "the Norwegian side was led by B", and, in a text on two states,
"A met her Norwegian counterpart": A is of the other one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.annotations import PartyMention, PersonMention
from dragoman.reading.entities.people_partners import is_towards, met_by, of_state, received_by

__all__ = ["with_sides"]

_SIDE = r"(?:delegation|side|team|mission)"
_LEADS = re.compile(
    r",? (?:who )?(?:had |(?:is|was)(?: currently| now)? )?"
    r"(?:headed|led|leads|heads|chaired|represented|leading|heading)(?: by)? (?:the |a |an )?"
)
_OF_SIDE = re.compile(r"[’']?s?(?: [\w-]+){0,2}? " + _SIDE + r"\b")
_THAT_OF = re.compile(r"(?: that)? (?:of|for) (?:the )?$")
_LED_BY = re.compile(
    r"[’']?s?(?: [\w-]+){0,2}? "
    + _SIDE
    + r",? (?:was |were |is |being )?(?:led|headed|represented) by (?:the |its |their )?"
)
_SAID = re.compile(
    r" (?:also |further |then |today )?(?:said|stated|stressed|noted|emphasi[sz]ed|affirmed|added|reiterated|confirmed|told \w+)"
    r"(?: on \w+day| today)?(?: that)? (?:the (?:Republic|Government|Kingdom) of )?"
)
_WISHES = re.compile(
    r" (?:would like to|wants to|wishes to|hopes to|is (?:ready|interested|keen|willing|prepared|open|committed)\b|attaches|looks forward)"
)
_OPENS = re.compile(
    r" (?:will |has |have )?(?:officially |formally )?(?:opens?|opened|inaugurated?s?) (?:the |its |a )?(?:new )?"
)
_POST = re.compile(r"[’']?s? (?:[Ee]mbassy|[Cc]onsulate|[Cc]onsulate[- ][Gg]eneral|[Hh]igh [Cc]ommission)\b")
_COUNTERPART = re.compile(r"\b(?:his|her|the) \Z")
_ENDS = re.compile(r"[.!?;]\s")
_TELLS = re.compile(
    r"(?:,[^.;,\n]{3,60})?,? (?:has |had |have |also |later |then |today |on \w+day )*"
    r"(?:said|says|stated|stressed|noted|announced|told \w+|added|emphasi[sz]ed|affirmed|confirmed|disclosed|revealed)\b"
)
_SENTENCE = re.compile(r"(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!Hon|Mrs|Gen|Col|Amb)[.!?](?=\s|\Z)|\n")
_REACH = 160
"""Characters between a person and the side led or the counterpart met. assumed: a clause."""


def with_sides(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention], pair: Sequence[str]
) -> list[PersonMention]:
    """People, those without a country with the one that a side they lead or a counterpart they meet gives them."""
    unknown = {p.name for p in people if not p.country}
    if not unknown:
        return list(people)
    found: dict[str, str] = {}
    if "counterpart" in text or re.search(rf"\b{_SIDE}\b", text):
        for party in parties:
            if len(party.codes) == 1:
                for name, code in _given(text, party, people, pair):
                    if name in unknown:
                        found.setdefault(name, code)
    for party in parties:
        if len(party.codes) == 1 and (name := _spoken_for(text, party, people)) in unknown:
            found.setdefault(name, party.codes[0])
    if len(pair) == 2:
        for name, code in _speaking_to(text, parties, people, pair):
            found.setdefault(name, code)
        for name, code in _met(text, parties, people, pair):
            found.setdefault(name, code)
    return [replace(p, country=found[p.name]) if not p.country and p.name in found else p for p in people]


def _met(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention], pair: Sequence[str]
) -> list[tuple[str, str]]:
    """Officers of no known country who meet one side of the pair, with the other side."""
    starts = [m.start for m in parties]
    met: dict[str, set[str]] = {}
    for p in people:
        if not p.country and p.role and of_state(p.role):
            met.setdefault(p.name, set()).update(met_by(text, p.start, p.end, parties, starts))
    known = [p for p in people if p.country in pair]
    for p in people:
        if not p.country and p.role and of_state(p.role) and (guest := _guest(text, p, known)):
            met.setdefault(p.name, set()).add(guest)
    return [(n, c) for n, sides in met.items() for c in pair if sides & {*pair} == {*pair} - {c}]


def _speaking_to(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention], pair: Sequence[str]
) -> list[tuple[str, str]]:
    """Officers of no known country who tell of dealings with one side alone: "will deepen its ties with Mali, Minister A said"."""
    out: list[tuple[str, str]] = []
    starts = [m.start for m in parties]
    for p in people:
        if p.country or not of_state(p.role or "") or not _TELLS.match(text, p.end):
            continue
        ends = [m.end() for m in _SENTENCE.finditer(text, max(0, p.start - 400), p.start)]
        stop = _SENTENCE.search(text, p.end)
        low = bisect_left(starts, ends[-1] if ends else 0)
        told = parties[low : bisect_left(starts, stop.start() if stop else len(text))]
        sides = {c for m in told for c in m.codes}
        if len(sides) == 1 and (code := sides.pop()) in pair and all(is_towards(text, m.start) for m in told):
            out.append((p.name, pair[1 - pair.index(code)]))
    return out


def _spoken_for(text: str, party: PartyMention, people: Sequence[PersonMention]) -> str:
    """The officer who says what a state would like, or opens its embassy: "A said that Malta would like"; or ""."""
    i = bisect_left([p.start for p in people], party.start) - 1
    if i < 0 or people[i].country or not of_state(people[i].role or ""):
        return ""
    between = text[people[i].end : party.start]
    wishes = _SAID.fullmatch(between) and _WISHES.match(text, party.end)
    opens = not wishes and _OPENS.fullmatch(between) and _POST.match(text, party.end)
    return people[i].name if wishes or opens else ""


def _guest(text: str, host: PersonMention, known: Sequence[PersonMention]) -> str | None:
    """Whose the guest is whom an officer received: "Peru's premier was welcomed by A", "He was seen off by A"."""
    front = received_by(text, host.start)
    i = bisect_left([p.start for p in known], front.start()) if front else 0
    if not i or front is None:
        return None
    guest = known[i - 1]
    between = text[guest.end : front.start()]
    if len(between) < _REACH and (
        not _ENDS.search(between) or re.search(r"[.!?]\s+(?:He|She)\s+\Z", between)
    ):
        return guest.country
    return None


def _given(
    text: str, party: PartyMention, people: Sequence[PersonMention], pair: Sequence[str]
) -> list[tuple[str, str]]:
    """The people to whom one naming of a country gives a country."""
    code = party.codes[0]
    behind = text[party.end : party.end + _REACH]
    if behind.startswith(" counterpart"):
        met = _before(text, party.start, people)
        others = [c for c in pair if c != code]
        if (
            met is None
            or code not in pair
            or len(others) != 1
            or not _COUNTERPART.search(text[: party.start])
        ):
            return []
        return [(met.name, others[0])]
    led = _LED_BY.match(behind)
    if led is not None:
        leader = next((p for p in people if p.start >= party.end + led.end()), None)
        near = leader is not None and "." not in text[party.end + led.end() : leader.start]
        return [(leader.name, code)] if leader is not None and near else []
    return _leads(text, party, people)


def _leads(text: str, party: PartyMention, people: Sequence[PersonMention]) -> list[tuple[str, str]]:
    """Who leads the side of a country: "A headed the Kenyan delegation", "and B that of Norway"."""
    i = bisect_left([p.start for p in people], party.start) - 1
    if i < 0:
        return []
    between = text[people[i].end : party.start]
    side = _OF_SIDE.match(text, party.end)
    if _LEADS.fullmatch(between) and side:
        return [(people[i].name, party.codes[0])]
    first = people[i - 1] if i else None
    if (
        _THAT_OF.fullmatch(between)
        and first is not None
        and re.search(_SIDE, text[first.end : people[i].start])
    ):
        return [(people[i].name, party.codes[0])]
    return []


def _before(text: str, at: int, people: Sequence[PersonMention]) -> PersonMention | None:
    """The first person of the clause that ends at a place, where nobody else stands between."""
    i = bisect_left([p.start for p in people], at) - 1
    if i < 0 or at - people[i].end > _REACH or re.search(r"[.!?;”\"]\s", text[people[i].end : at]):
        return None
    return people[i]
