"""The other side of a tie told without its verb: "A opened an embassy in B in 1994, and B in 2004".

Gapping leaves out what the second of two coordinated clauses would repeat. Its remnant is a party,
perhaps a stand-in ("one", "its own"), a second place or party, and a time; or the other side's
mission by name ("and the embassy of B in A in 2004", "and B's in A"). Nothing else may stand in it,
so that no other clause is taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.lexicon import DET
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read", "read_on"]

_MODES = frozenset({"embassy", "consulate", "mission", "centre", "recognition"})
_MISSIONS = ("embassy", "consulate", "mission")
_RULE = "tie.gapping.v1"
_LONGEST = 4  # words of a stand-in
_NEAR = 60
"""Characters between a tie and the sentence that leaves out what it repeats. assumed"""
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
    start: int
    mode: str = ""  # of a mission named in it
    lasting: bool = False  # "Mali's is in Accra": whenever it was opened


def read(s: Sentence, found: list[Draft], classes: Mapping[str, frozenset[str]]) -> list[Draft]:
    """One more tie for each remnant behind a tie; a party wrongly counted to the first is taken from it.

    ``classes`` are the lexicon's classes of nouns.
    """
    ties = [d for d in found if d.kind == "tie" and d.mode in _MODES and len(d.actor) == 1 and d.recipient]
    if not ties:
        return []
    posts = {noun: mode for mode in _MISSIONS for noun in classes[mode]}
    out: list[Draft] = []
    for d in ties:
        if d.because.get("date", "").endswith("of a series"):
            continue  # "in Ghana in 1961 and Kenya in 1963" has told whose they are
        for r in _remnants(s, d, posts):
            codes = s.codes[r.party]
            sides = _sides(s, d, r)
            if sides is None or any(
                o.mode == (r.mode or d.mode) and (o.actor, o.recipient) == sides and o.start >= s.span[0]
                for o in [*found, *out]
            ):
                continue
            if set(codes) < set(d.recipient):
                d.recipient = tuple(c for c in d.recipient if c not in codes)
            out.append(replace(
                d, mode=r.mode or d.mode, actor=sides[0], recipient=sides[1], date=_date(s, d, r),
                start=s.starts[r.start], end=s.ends[r.stop - 1], rule=_RULE, place=None, object=None, count=None,
                people=(), because={"actor": "a clause without its verb", "status": "the verb before it"},
            ))  # fmt: skip
    return out


def read_on(s: Sentence, before: list[Draft]) -> list[Draft]:
    """The other side of the tie told last, where a sentence of its own leaves it out: "Peru has one in Oslo"."""
    told = before[-1] if before else None
    start = int(s.lowers[:1] == ["the"])
    if (
        told is None
        or s.n < start + 3
        or told.kind != "tie"
        or told.mode not in _MISSIONS
        or len(told.actor) != 1
    ):
        return []
    if not told.recipient or s.kinds[start] != "P" or len(s.codes[start]) != 1:
        return []
    if not 0 <= s.span[0] - told.end < _NEAR:
        return []
    r = _remnant(s, start, False)
    sides = _sides(s, told, r) if r is not None and r.stand_in else None
    if r is None or sides is None or set(sides[1]) == set(sides[0]):
        return []
    return [replace(
        told, actor=sides[0], recipient=sides[1], date=_date(s, told, r) if r.time >= 0 else None,
        start=s.starts[start], end=s.ends[r.stop - 1], rule=_RULE, place=None, object=None, count=None,
        people=(), because={"actor": "a sentence without its verb", "status": "the sentence before it"},
    )]  # fmt: skip


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
    if r.lasting:
        return None
    if r.time >= 0:
        time: str | None = s.refs[r.time].edtf
        return time
    return None if d.date is None or d.date.endswith("/..") else d.date


def _remnants(s: Sentence, d: Draft, posts: Mapping[str, str]) -> Iterator[_Remnant]:
    leads = words("gapping", "leads")
    first = next((i for i in range(s.n) if s.starts[i] >= d.start), s.n)
    told = next((i for i in range(first, s.n) if i in s.verb_at), s.n)
    k = told + 1
    while k < s.n:
        r = _mission(s, k, d.mode, posts) if d.mode in _MISSIONS and _led(s, k, told) else None
        if r is not None:
            yield r
            k = r.stop
            continue
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
        if stand_in and other < 0 and s.lowers[j] == "in" and _unknown_place(s, j + 1):
            j = _unknown_place(s, j + 1)
            continue
        break
    if j < s.n and s.lowers[j] not in _ENDS:
        return None
    if other < 0 and time < 0 and not stand_in:
        return None
    return _Remnant(k, inside, stand_in, other, time, j, k)


def _unknown_place(s: Sentence, i: int) -> int:
    """The item behind a name that no list knows, or 0: "has one in San Lorenzo"."""
    j = i
    while j < s.n and s.kinds[j] in "wL" and j < i + 3:
        link = (
            i < j < s.n - 1 and s.lowers[j] in ("de", "del", "of", "la") and s.text[s.starts[j + 1]].isupper()
        )
        if not link and not s.text[s.starts[j]].isupper():
            break
        j += 1
    return j if j > i else 0


def _led(s: Sentence, k: int, told: int) -> bool:
    """Whether a coordinated clause begins at an item, the article before it aside."""
    before = k - 1 - (s.lowers[k - 1] in ("the", "a", "an"))
    by = s.lowers[before] == "by" and s.lowers[before - 1] == "followed"
    return before > told and (by or s.lowers[before] in words("gapping", "leads"))


def _mission(s: Sentence, k: int, mode: str, posts: Mapping[str, str]) -> _Remnant | None:
    """A named mission, its place and its time, to the end of the clause: "that of B in A in 2004"."""
    j = party = k
    stands = False
    one = s.kinds[k] == "P" and s.lowers[k + 1 : k + 2] == ["one"] and s.lowers[k - 1] in ("a", "an", "the")
    if (
        one
    ):  # "and a Malian one in Accra", "a Malian one followed in Accra", "the Malian one in Accra in 1994"
        j = k + 2 + (s.lowers[k + 2 : k + 3] in (["followed"], ["opened"]))
    elif s.kinds[k] == "P":  # "Oman's embassy", "the Omani embassy", "Oman's", "Oman an embassy"
        demonym = getattr(s.refs[k], "form", "") == "demonym"
        j += 1
        owned = demonym or (j < s.n and s.lowers[j] in ("'s", "’s"))
        j += owned and not demonym
        if not owned and j < s.n and s.tags[j] & DET:
            owned, demonym, j = True, True, j + 1
        if j < s.n and s.noun[j] in posts:
            mode, j = posts[s.noun[j]], j + 1
        elif demonym:
            return None
        elif owned and j < s.n and s.lowers[j] in ("is", "was", "lies"):  # "Mali's is in Accra"
            stands, j = True, j + 1
        if not owned:
            return None
    else:  # "the embassy of Oman", "that of Oman"
        if s.noun[k] in posts:
            mode = posts[s.noun[k]]
        elif s.lowers[k] != "that":
            return None
        party = k + 2 + (k + 2 < s.n and s.lowers[k + 2] == "the")
        if party >= s.n or s.lowers[k + 1] != "of" or s.kinds[party] != "P":
            return None
        j = party + 1
    if j + 1 >= s.n or s.lowers[j] not in ("in", "to"):
        return None
    other, time = (j + 1, j + 2) if s.kinds[j + 1] == "P" else (-1, _unknown_place(s, j + 1))
    if not time:
        return None
    time += time < s.n and s.lowers[time] in ("in", "on")
    dated = time < s.n and s.kinds[time] == "D"
    possessive = party == k and s.kinds[k] == "P" and s.lowers[k + 1] in ("'s", "’s") and j == k + 2 + stands
    if not (dated or one or possessive) or len(s.codes[party]) != 1:
        return None
    if other >= 0 and len(s.codes[other]) != 1:
        return None
    stop = time + 1 if dated else time - (s.lowers[time - 1] in ("in", "on"))
    time = time if dated else -1
    if stop < s.n and s.lowers[stop] not in _ENDS:
        return None
    return _Remnant(party, False, True, other, time, stop, k, mode, stands and not dated)
