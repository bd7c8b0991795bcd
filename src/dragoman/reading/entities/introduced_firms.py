"""Firms that a text itself says the country of: "Turkish builder Tasar", "Seoul-based Hanra", "Ronne, a Danish group".

Wherever such a name stands again it is that country's, whatever a list of firms says of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from dragoman.reading.annotations import OrganisationMention, PartyMention
from dragoman.reading.entities.parties import plain_text
from dragoman.reading.entities.titles import CAPITALS
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["introduced_firms"]

_NAME = rf"([{CAPITALS}][\w&-]*(?: (?:& )?[{CAPITALS}][\w&-]*){{0,3}})"
_LOWER = re.compile(r"(-based|-headquartered|['’]s)?((?: (?:[a-z][\w-]*|LCC)){1,5}) (?=[" + CAPITALS + "])")
_BASED = re.compile(r"-(?:based|headquartered) (?=[" + CAPITALS + "])")
_NAMED = re.compile(_NAME)
_BEFORE = re.compile(_NAME + r", (?:a|an|the|one of the)((?: [a-z][\w-]*){0,3}) \Z")
_BEHIND = re.compile(r"((?: [a-z][\w-]*){1,4})(?=[,.;])")
_REACH = 90
"""Characters before a nationality in which the name it tells of begins. assumed"""


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = parse_yaml((files("dragoman") / "data" / "gazetteer" / "organisations.yaml").read_text("utf-8"))
    ends = frozenset(data["heads"]["company"]) | frozenset(data["tails"])
    return frozenset(data["introducing"]), ends, frozenset(data["stops"])


_OF = re.compile(r" of (?:the )?")


def introduced_firms(
    text: str, parties: Sequence[PartyMention], known: Sequence[OrganisationMention] = ()
) -> list[PartyMention]:
    """The firms introduced with their country, at every place where they are named.

    ``known`` are the organisations of the text: what it says of a firm that a list knows goes before the list.
    """
    plain = plain_text(text)
    starts = {m.start for m in parties if m.form != "affiliate"}
    names: dict[str, str] = {}
    for m in parties:
        if len(m.codes) != 1 or m.form not in ("demonym", "name", "capital", "acronym"):
            continue
        name = _behind(plain, m) or (_apposed(plain, m) if m.form == "demonym" else None)
        if name is not None and name[0] not in starts:
            names.setdefault(name[1], m.codes[0])
    for name_, code in _told_otherwise(plain, parties, known):
        names.setdefault(name_, code)
    found = [
        PartyMention(a, b, text[a:b], (code,), "affiliate")
        for name, code in names.items()
        for a, b in _places(plain, name)
    ]
    return sorted({m.start: m for m in sorted(found, key=lambda m: m.end)}.values(), key=lambda m: m.start)


def _told_otherwise(
    text: str, parties: Sequence[PartyMention], known: Sequence[OrganisationMention]
) -> list[tuple[str, str]]:
    """Known firms beside another country than the list's: "TechMet of Ireland", "Ghana's MTN"."""
    if not known:
        return []
    plain = [m for m in parties if len(m.codes) == 1 and m.form in ("name", "capital", "acronym")]
    at = {m.start: m for m in plain}
    till = {m.end: m for m in plain}
    out = []
    for o in known:
        of = _OF.match(text, o.end) if o.country else None
        beside = at.get(of.end()) if of is not None else None
        if beside is None and o.country and text.startswith(("'s ", "’s "), o.start - 3):
            beside = till.get(o.start - 3)
        if beside is not None and beside.codes[0] != o.country:
            out.append((o.text, beside.codes[0]))
    return out


def _behind(text: str, m: PartyMention) -> tuple[int, str] | None:
    """What "Turkish builder Tasar", "Peru's flag carrier Andina", "Seoul-based Hanra" name."""
    based = _BASED.match(text, m.end)
    lower = None if based else _LOWER.match(text, m.end)
    if based is None:
        if lower is None or lower.group(2).rsplit(" ", 1)[-1] not in _words()[0]:
            return None
        if m.form != "demonym" and not lower.group(1):
            return None  # "China signed with builder Tasar"
    match = based or lower
    named = _NAMED.match(text, match.end()) if match is not None else None
    return _checked(named.start(), named.group(1)) if named is not None else None


def _apposed(text: str, m: PartyMention) -> tuple[int, str] | None:
    """What is told of in "Ronne, a Danish group,"."""
    behind = _BEHIND.match(text, m.end)
    if behind is None or behind.group(1).rsplit(" ", 1)[-1] not in _words()[0]:
        return None
    low = max(0, m.start - _REACH)
    before = _BEFORE.search(text[low : m.start])
    return _checked(low + before.start(1), before.group(1)) if before is not None else None


def _checked(at: int, name: str) -> tuple[int, str] | None:
    _, _, stops = _words()
    if len(name) < 3 or name.split()[0] in stops or (name.isupper() and len(name) < 4):
        return None
    return at, name


def _places(text: str, name: str) -> list[tuple[int, int]]:
    """Where a name stands, or its first word where the rest only says that it is a firm ("Tasar Holding")."""
    _, heads, _ = _words()
    forms = [name]
    first, *rest = name.split()
    if rest and len(first) > 3 and all(word in heads for word in rest):
        forms.append(first)
    out = []
    for form in forms:
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                out.append((at, end))
            at = text.find(form, end)
    return out
