"""Whose an officer is by what he claims for a state: "President A reaffirmed Kenya's commitment to peace" makes A Kenya's.

At home the press names its own officers without their country. What they reaffirm, convey, want to deepen or see violated
is then their own state's; and in a text on two states, who says that one of them must do something is of the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention, PersonMention
from dragoman.reading.entities.people_partners import of_state

__all__ = ["with_claims"]

_OFTEN = r"(?: \w+ly| also| again| once more| has| have| had| further| today| (?:on|in) [A-Z]\w+){0,3}"
_VOICED = re.compile(
    _OFTEN
    + r"(?:,)? (?:re-?affirm(?:ed|s)|reiterat(?:ed|es)|convey(?:ed|s)|express(?:ed|es)|voic(?:ed|es)|pledg(?:ed|es)|restat(?:ed|es))"
    r"(?: to [^.;,]{3,60}?)? (?:the )?"
)
_OWN = re.compile(
    r"[’']s? (?:[\w-]+ (?:and )?){0,4}?(?:commitment|support|readiness|willingness|desire|determination|gratitude|appreciation|solidarity|"
    r"condolences|interest|concerns?|position|stance|resolve|intention|opposition|thanks|regret|displeasure|objections?|condemnation|rejection|"
    r"backing|sympathy|greetings|congratulations|friendship|wish)\b"
)
_WANTS = re.compile(
    _OFTEN
    + r"(?:,)? (?:pledged|vowed|promised|wants|wanted|hopes|hoped|seeks|sought|aims|intends|plans|undertook|is (?:keen|eager|determined|ready))"
    r"(?: \w+)? to (?:further )?(?:deepen|strengthen|expand|boost|further|enhance|improve|develop|broaden|increase|restore|rebuild|upgrade)"
    r"(?: and \w+)? (?:the )?"
)
_TIES = re.compile(
    r"[’']s? (?:[\w-]+,? (?:and )?){0,4}?(?:friendship|relations|relationship|ties|cooperation|co-operation|partnership|trade|links|bonds)\b[^.;]{0,40}? with\b"
)
_BLAMES = re.compile(
    _OFTEN
    + r"(?:,)? (?:(?:said|says|stressed|affirmed|noted|declared|stated|insisted|added)\b|(?:accused|blamed|condemned|criticised|criticized)\b)"
    r"[^.;“”\"]{3,140}?\b(?:violat|infring|breach|invad|encroach|undermin)\w+ (?:on |upon )?(?:the )?"
)
_SOVEREIGN = re.compile(
    r"(?:[’']s?)? (?:[\w-]+ (?:and )?){0,2}?(?:air ?space|sovereign|territor\w+|waters|borders?|internal affairs|independence|security)\b"
)
_TELLS = re.compile(_OFTEN + r"(?:,)? (?:said|says|added|stressed|insisted|warned)(?: that)? (?:the )?")
_OUGHT = re.compile(
    r" (?:must|should|(?:has|had|have) (?:\w+ly )?(?:violated|broken|failed|ignored|refused|breached|crossed|provoked)|(?:was|is) (?:wrong|to blame|responsible))\b"
)
_TOLD_AFTER = re.compile(r" (?:said|told (?:[\w-]+ ){1,2}?)[^.;“”\"]{0,30}?(?:after|when|as) (?:the )?")
_GOVERNMENT = re.compile(
    r"(?:[’']s?)? (?:government|cabinet|parliament) (?:\w+ )?(?:announced|decided|approved|adopted|voted|declared)\b"
)
_REACH = 240
"""Characters between an officer and the state he claims something for. assumed: a clause."""


def with_claims(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> list[PersonMention]:
    """People, officers of no known country with the state that they claim something for."""
    unknown = {p.name for p in people if not p.country and p.role and of_state(p.role)}
    unknown -= {p.name for p in people if p.country}
    if not unknown:
        return list(people)
    states = [m for m in parties if len(m.codes) == 1 and not is_body(m.codes[0])]
    starts = [m.start for m in states]
    two = {m.codes[0] for m in states}
    found: dict[str, set[str]] = {}
    for p in people:
        if p.name not in unknown:
            continue
        before: list[str] = []
        for state in states[bisect_left(starts, p.end) :]:
            between = text[p.end : state.start]
            if len(between) > _REACH or re.search(r"[.!?]\s|\n", between):
                break
            code = state.codes[0]
            if _claims(text, between, state, set(before)) or (
                len(two) == 2 and before and code not in before and _wronged(text, between, state)
            ):
                found.setdefault(p.name, set()).add(code)
            elif len(two) == 2 and not before and _TELLS.fullmatch(between) and _OUGHT.match(text, state.end):
                found.setdefault(p.name, set()).update(two - {code})
            before.append(code)
    sure = {name: codes.pop() for name, codes in found.items() if len(codes) == 1}
    return [replace(p, country=sure[p.name]) if not p.country and p.name in sure else p for p in people]


def _claims(text: str, between: str, state: PartyMention, before: set[str]) -> bool:
    """Whether an officer speaks for a state, or as its government decides."""
    if _VOICED.fullmatch(between):
        return _OWN.match(text, state.end) is not None and state.codes[0] not in before
    if _WANTS.fullmatch(between):
        return _TIES.match(text, state.end) is not None
    return _TOLD_AFTER.fullmatch(between) is not None and _GOVERNMENT.match(text, state.end) is not None


def _wronged(text: str, between: str, state: PartyMention) -> bool:
    """Whether an officer complains, in a text on two states, that the other has violated what is a state's."""
    return _BLAMES.fullmatch(between) is not None and _SOVEREIGN.match(text, state.end) is not None
