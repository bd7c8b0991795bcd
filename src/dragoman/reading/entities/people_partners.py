"""Whom an officer meets or visits is of another state: "Foreign Minister A received Chile's envoy" makes A no Chilean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from dragoman.codes.bodies import is_body

__all__ = ["is_towards", "met_by", "of_state", "received_by"]

_OF_STATE = re.compile(
    r"(?i)\b(?:president|premier|minister|chancellor|king|queen|sultan|[ae]mir|crown prince|speaker|ambassador|vice-president|"
    r"foreign secretary|secretary of|spokes(?:man|woman|person)|cabinet secretary|high commissioner)\b"
)
_OF_BODY = re.compile(
    r"(?i)\b(?:commission|council|assembly|union|bank|company|secretary[ -]general|former|special)\b"
)
_OF_ASSEMBLY = re.compile(
    r"(?i)\bnational assembly\b.{0,12}\b(?:speaker|chair\w*|president)\b|\b(?:speaker|chair\w*|president) of the national assembly\b"
)
_TOWARDS = re.compile(
    r"\b(?:with|to|into|from|towards?|against|neighbou?rs?,)(?: the)?(?: (?:Republic|Kingdom|State) of(?: the)?)? \Z"
)
_POSTED = re.compile(
    r"(?i)\b(?:ambassador|envoy|(?:high )?commissioner|consul|representative)\b[^.;:]{0,40} to (?:the )?\Z"
)
_REACH = 320
"""Characters between an officer and who is met. assumed: a clause with a name, its offices and a day."""
_ENDS = re.compile(r"[.!?;:”\"\n](?=\s|\Z)|\n")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|H|E|Hon|St|Gen|Col|Lt|Amb|Prof|Sen|[A-Z])\Z")
_ACTS = re.compile(
    r"\b(?:met|meets|meeting|held (?:[\w-]+ ){0,4}(?:talks|meetings?|discussions?|consultations|call)|"
    r"(?:holds|holding|had) (?:[\w-]+ ){0,4}(?:talks|meetings?|discussions?|consultations|call|conversation)|"
    r"(?:received|receives|welcomed|welcomes|hosted|hosts|greeted)|"
    r"(?:spoke|talked|conferred|exchanged views) (?:by phone |on the phone |over the phone )?(?:with|to)|"
    r"paid (?:[\w-]+ ){0,3}(?:call|visit)|called on|"
    r"(?:visited|visits|will visit)|[’']s (?:[\w-]+ ){0,3}(?:visit|trip) to|(?:arrived|arrives|landed|lands) (?:in|at)|"
    r"(?:begins|began|beginning|starts|started|starting|pays|paid|concluded|ended) (?:an? |his |her )?(?:[\w-]+ ){0,4}(?:visit|trip) to|"
    r"(?:travel(?:l?ed|s)|flew|flies) to|(?:left|leaves|departed) for|"
    r"(?:is|was|were|will be) (?:\w+ly )?(?:received|welcomed) (?:in|at)|"
    r"(?:is|was|will be|has been) in(?= [A-Z][\w, ]{2,40}? (?:for (?:an? |the )?(?:\w+ ){0,2}(?:talks|consultations|visit|meetings?|discussions|negotiations|summit)|on an? (?:\w+ ){0,3}visit)))\b"
)
_ADDRESSES = re.compile(
    r"\b(?:thanked|thanks|congratulated|praised|commended|assured|telephoned|phoned|invited|told|wrote to|"
    r"expressed (?:[\w-]+ ){0,5}(?:gratitude|thanks|appreciation|condolences|congratulations|sympathy) to)\b"
)
_THANKS_PEOPLE = re.compile(
    r"\b(?:gratitude|thanks|appreciation|condolences|congratulations) to (?:the )?(?:brotherly |friendly )?(?:people|government|authorities)"
    r"(?: and (?:the )?(?:people|government))? of (?:the )?"
)
"""What is done towards an officer of another state, and at home towards anybody: who is meant must be told by office."""
_OFFICER = re.compile(
    r"(?i)(?:[’']s?)? (?:\w+ ){0,2}?(?:president|premier|prime minister|foreign minister|king|queen|[ae]mir|sultan|chancellor|counterpart|leader)\b"
)
_OCCASION = re.compile(
    r"\b(?:meeting|talks|encounter|conversation|discussions?|session|(visit|trip)) (?:of|between|by) (?:[\w’'-]+ ){0,4}\Z"
)
_OF_THINGS = re.compile(r"(?: [Aa]id)?-(?:supported|funded|backed|financed|built|led|owned|run)\b| [Aa]id\b")
_AND = re.compile(r"\b(?:with|and)\b")
_RECEIVED_BY = re.compile(
    r"\b(?:was|were) (?:[a-z]+ly )?(?:welcomed|received|greeted|hosted|met|seen[- ]off)\b[^.;!?]{0,60}?"
    r" by (?:[\w’'-]+ ){0,5}\Z"
)
_HOSTED = 160
_TO = re.compile(r"\bto\b")
_BEFORE = 60
_GOES_ON = re.compile(
    r"\b(?:said|says|that|who|which|where|while|about|regarding|accompanied|along|together|behalf|discuss|presence|from)\b"
)
"""What ends the phrase of those met: what is talked about, where they come from, who is by."""
_WHERE = re.compile(r"\b(?:in|at)(?: the)? \Z")


def of_state(role: str) -> bool:
    """Whether an office is one that a state gives, not a body or a firm."""
    if _OF_ASSEMBLY.search(role):
        return True
    return bool(_OF_STATE.search(role)) and not _OF_BODY.search(role)


def received_by(text: str, start: int) -> re.Match[str] | None:
    """The verb by which somebody named at ``start`` is the host: "was welcomed at the airport by Minister"."""
    return _RECEIVED_BY.search(text, max(0, start - _HOSTED), start)


def is_towards(text: str, start: int) -> bool:
    """Whether a state is told as the other one: "ties with Mali", "our neighbour, the Republic of Mali"."""
    if _TOWARDS.search(text, max(0, start - 40), start) is None:
        return False
    return not _POSTED.search(text, max(0, start - 90), start)  # "Ambassador of Peru to Mali": where one is


def met_by(text: str, start: int, end: int, parties: Sequence[Any], starts: Sequence[int]) -> set[str]:
    """The states on whose side those are whom somebody named from ``start`` to ``end`` meets.

    Parameters
    ----------
    parties : sequence of PartyMention
        Party mentions of the text, in order.
    starts : sequence of int
        Where each begins.
    """
    stop = _clause_end(text, end)
    for party in parties[bisect_left(starts, end) :]:
        if party.start >= stop:
            break
        if text.startswith(" counterpart", party.end) and text.endswith(("his ", "her "), 0, party.start):
            return set(party.codes)
    front = _OCCASION.search(text, max(0, start - _BEFORE), start)
    act = (_ACTS if front is None else _TO if front[1] else _AND).search(text, end, stop)
    if act is None and front is None:
        return _addressed(text, end, stop, parties, starts)
    if act is None or _GOES_ON.search(text, end, act.start()):
        return set()
    for party in parties[bisect_left(starts, act.end()) :]:
        if party.start >= stop or _GOES_ON.search(text, act.end(), party.start):
            return set()
        if _OF_THINGS.match(text, party.end):
            return set()  # "visited UK aid-supported projects"
        if not _WHERE.search(text, act.end(), party.start):
            return set() if len(party.codes) != 1 or is_body(party.codes[0]) else set(party.codes)
    return set()


def _addressed(text: str, end: int, stop: int, parties: Sequence[Any], starts: Sequence[int]) -> set[str]:
    """The state whose officer somebody named up to ``end`` thanks, praises or calls: "A thanked Angolan President B"."""
    thanks = _THANKS_PEOPLE.search(
        text, end, stop
    )  # also behind "said that the visit was a chance to express his"
    if thanks is not None:
        whose = next(iter(parties[bisect_left(starts, thanks.end()) : bisect_left(starts, stop)]), None)
        return set(whose.codes) if whose is not None and whose.start == thanks.end() else set()
    act = _ADDRESSES.search(text, end, stop)
    if act is None or _GOES_ON.search(text, end, act.start()):
        return set()
    first = next(iter(parties[bisect_left(starts, act.end()) : bisect_left(starts, stop)]), None)
    if first is None or first.start > act.end() + 5 or len(first.codes) != 1 or is_body(first.codes[0]):
        return set()
    return set(first.codes) if _OFFICER.match(text, first.end) else set()


def _clause_end(text: str, start: int) -> int:
    for match in _ENDS.finditer(text, start, start + _REACH):
        if match.group() != "." or not _ABBREVIATED.search(text, max(0, match.start() - 5), match.start()):
            return match.start()
    return min(len(text), start + _REACH)
