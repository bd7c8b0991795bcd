"""Whose somebody is who says "we" of the other side: "“We supply power to Togo,” the minister, Ama Were, said" in a text on Ghana and Togo."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.annotations import PartyMention, PersonMention

__all__ = ["with_speakers"]

_QUOTED = re.compile(r"“[^“”]{20,1500}(?:”|(?=\n))|\"[^\"\n]{20,1500}\"")
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_SAID = r"(?:said|says|added|adds|stated|explained|noted|stressed|told|pointed out|continued|remarked)"
_PRONOUN = re.compile(rf"[,.]? ?(?:he|she) (?:\w+ )?{_SAID}\b", re.IGNORECASE)
_TOWARDS = re.compile(
    r"\b(?:with|to|towards?|from|thanks?|helps?|helping|supports?|supplying|invites?) (?:the |our )?(?:[a-z]+ )?\Z"
)
_SIDE = re.compile(
    r"(?:[’']s?)? (?:delegation|side|counterparts?|brothers|friends|authorities|partners|colleagues|market)\b"
)
_OWN = re.compile(r"\b(?:we|us|here) in (?:the )?\Z", re.IGNORECASE)


def with_speakers(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention], pair: Sequence[str]
) -> list[PersonMention]:
    """People, officers of no known country with that of the pair to which "we" in their words are not opposed."""
    unknown = {p.name for p in people if not p.country and p.role}
    if len(pair) != 2 or not unknown:
        return list(people)
    starts = [p.start for p in parties]
    votes: dict[str, set[str]] = {}
    for quoted in _QUOTED.finditer(text):
        if not _WE.search(quoted.group()):
            continue
        name = _speaker(text, quoted, people)
        other = _opposite(text, quoted, parties, starts, pair) if name in unknown else None
        if name is not None and other is not None:
            votes.setdefault(name, set()).add(other)
    found = {n: c for n, sides in votes.items() for c in pair if len(sides) == 1 and c not in sides}
    return [replace(p, country=found[p.name]) if not p.country and p.name in found else p for p in people]


def _speaker(text: str, quoted: re.Match[str], people: Sequence[PersonMention]) -> str | None:
    """Whom a quotation is said to be of: the name in the clause behind it, else whom "he said" means there."""
    behind = text[quoted.end() : quoted.end() + 160]
    clause = re.split(r"[.!?\n“\"]", behind, maxsplit=1)[0] if not behind.startswith(".") else ""
    i = bisect_left([p.start for p in people], quoted.end())
    if i < len(people) and people[i].start < quoted.end() + len(clause):
        return people[i].name if re.search(rf"\b{_SAID}\b", clause) else None
    j = bisect_right([p.end for p in people], quoted.start())
    if not j or not (_PRONOUN.match(behind) or text[: quoted.start()].rstrip().endswith(":")):
        return None
    return people[j - 1].name


def _opposite(
    text: str,
    quoted: re.Match[str],
    parties: Sequence[PartyMention],
    starts: Sequence[int],
    pair: Sequence[str],
) -> str | None:
    """The one of the pair towards whom those speak who say "we"."""
    towards: set[str] = set()
    for party in parties[bisect_left(starts, quoted.start()) : bisect_left(starts, quoted.end())]:
        if len(party.codes) != 1 or party.codes[0] not in pair:
            continue
        front = text[max(quoted.start(), party.start - 40) : party.start]
        if _OWN.search(front):
            return None
        if _TOWARDS.search(front) or _SIDE.match(text, party.end):
            towards.add(party.codes[0])
    return towards.pop() if len(towards) == 1 else None
