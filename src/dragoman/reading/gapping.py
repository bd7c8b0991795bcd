"""The other side of a tie told without its verb: "A opened an embassy in B in 1994, and B in 2004".

Gapping leaves out what the second of two coordinated clauses would repeat. Its remnant is a party,
perhaps a stand-in ("one", "its own"), a second place or party, and a time; nothing else may stand
in it, so that no other clause is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.reading.drafts import Draft
from dragoman.reading.grammar import words
from dragoman.reading.sentences import Sentence

__all__ = ["read"]

_MODES = frozenset({"embassy", "consulate", "mission", "centre", "recognition"})
_RULE = "tie.gapping.v1"
_LONGEST = 4  # words of a stand-in
_ENDS = frozenset({".", ",", ";", "and", "while", "whereas", "but", ")"})


@dataclass(frozen=True, slots=True)
class _Remnant:
    """Items of what is left of a clause; ``other`` and ``time`` are -1 where there is none."""

    party: int
    inside: bool
    stand_in: bool
    other: int
    time: int
    stop: int


def read(s: Sentence, found: list[Draft]) -> list[Draft]:
    """One more tie for each remnant behind a tie; a party wrongly counted to the first is taken from it."""
    out: list[Draft] = []
    for d in found:
        if d.kind != "tie" or d.mode not in _MODES or len(d.actor) != 1 or not d.recipient:
            continue
        for r in _remnants(s, d):
            codes = s.codes[r.party]
            sides = _sides(s, d, r)
            if sides is None or any(
                o.mode == d.mode and (o.actor, o.recipient) == sides and o.start >= s.span[0]
                for o in [*found, *out]
            ):
                continue
            if set(codes) < set(d.recipient):
                d.recipient = tuple(c for c in d.recipient if c not in codes)
            out.append(replace(
                d, actor=sides[0], recipient=sides[1], date=_date(s, d, r),
                start=s.starts[r.party], end=s.ends[r.stop - 1], rule=_RULE, place=None, object=None, count=None,
                people=(), because={"actor": "a clause without its verb", "status": "the verb before it"},
            ))  # fmt: skip
    return out


def _sides(s: Sentence, d: Draft, r: _Remnant) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Actor and recipient of a remnant, or None where it could be either."""
    codes = s.codes[r.party]
    if r.other >= 0:
        return (codes, s.codes[r.other]) if s.codes[r.other] != codes else None
    if r.inside:  # "in Sofia in 1994 and in Bucharest in 1996"
        return (d.actor, codes) if codes not in (d.actor, d.recipient) else None
    if codes == d.actor:
        return None
    if set(codes) == set(d.recipient):  # nobody does it to itself
        return codes, d.actor
    seat = getattr(s.refs[r.party], "form", "") == "capital"
    if seat and not r.stand_in and d.mode != "recognition":
        return d.actor, codes
    told = any(
        getattr(s.refs[i], "form", "") == "capital" and set(s.codes[i]) <= set(d.recipient)
        for i in range(r.party)
        if s.kinds[i] == "P"
    )  # "in Sofia in 1991, and Romania in 1993": a country beside a seat is no second place
    if r.stand_in or told or s.lowers[r.party - 1] != "and":
        rest = tuple(c for c in d.recipient if c not in codes)
        return codes, rest
    return None  # "recognised Kosovo in 2008 and Japan in 2009"


def _date(s: Sentence, d: Draft, r: _Remnant) -> str | None:
    """The remnant's own time, else that of the act before it, but not since when that has lasted."""
    if r.time >= 0:
        time: str | None = s.refs[r.time].edtf
        return time
    return None if d.date is None or d.date.endswith("/..") else d.date


def _remnants(s: Sentence, d: Draft) -> Iterator[_Remnant]:
    leads = words("gapping", "leads")
    first = next((i for i in range(s.n) if s.starts[i] >= d.start), s.n)
    told = next((i for i in range(first, s.n) if i in s.verb_at), s.n)
    k = told + 1
    while k < s.n:
        if s.kinds[k] == "P" and len(s.codes[k]) == 1 and getattr(s.refs[k], "form", "") != "demonym":
            before = k - 1
            inside = s.lowers[before] == "in"
            if inside:
                before -= 1
            if s.lowers[before] == "the":
                before -= 1
            if before > told and s.lowers[before] in leads:
                r = _remnant(s, k, inside)
                if r is not None:
                    yield r
                    k = r.stop
        k += 1


def _remnant(s: Sentence, k: int, inside: bool) -> _Remnant | None:
    """What follows a party up to the end of its clause, if that is no more than a remnant has."""
    j = k + 1
    stand_in = False
    for length in range(_LONGEST, 0, -1):
        if j + length <= s.n and " ".join(s.lowers[j : j + length]) in words("gapping", "stand_ins"):
            stand_in, j = True, j + length
            break
    other = time = -1
    while j < s.n:
        if s.lowers[j] in ("in", "on") and j + 1 < s.n:
            if s.kinds[j + 1] == "P" and other < 0 and not inside and len(s.codes[j + 1]) == 1:
                other, j = j + 1, j + 2
                continue
            if s.kinds[j + 1] == "D" and time < 0:
                time, j = j + 1, j + 2
                continue
        if s.kinds[j] == "D" and time < 0:
            time, j = j, j + 1
            continue
        break
    if j < s.n and s.lowers[j] not in _ENDS:
        return None
    if other < 0 and time < 0 and not stand_in:
        return None
    return _Remnant(k, inside, stand_in, other, time, j)
