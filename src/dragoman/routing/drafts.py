"""From a statement to a draft scenario: a ``project`` that names assets of the network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import RuleError, UsageError
from dragoman.model.statements import Statement
from dragoman.routing.networks import Network
from dragoman.routing.scenarios import Pair, Scenario

__all__ = ["Asset", "Draft", "draft_scenario", "load_assets", "mentioned_assets"]

_MODES = ("integration", "construction", "modernisation", "supply", "transit")
_KEYS = {
    "id",
    "name",
    "names",
    "corridor",
    "services",
    "legs",
    "places",
    "avoid",
    "cargo",
    "open_with",
    "sources",
    "ends",
    "capacities",
    "examples",
}
# A name in capitals before or after a word for an asset, to report what the network lacks.
_NOUN = (
    r"(?:sea)?ports?|pipelines?|railways?|railroads?|corridors?|terminals?|tunnels?|canals?|airports?"
    r"|motorways?|highways?|refinery|refineries"
)
_WORD = r"(?-i:[A-ZÀ-ÞŠŽČĆĐİ][\w’'-]+)"
_KIND = (
    r"(?:oil|gas|natural|crude|sea|deep-sea|dry|railway|transport|economic|international|energy|logistics)"
)
_LACKING = re.compile(
    rf"\b(?P<a>{_WORD}(?:[ –-]{_WORD}){{0,5}})(?: {_KIND}){{0,3}} (?:{_NOUN})\b"
    rf"|\b(?:{_NOUN}) of (?P<b>{_WORD}(?: {_WORD})?)",
    re.IGNORECASE,
)
# Seas and words that open a sentence name no asset.
_NO_ASSET = re.compile(
    r"^(?:The |These |This |Its |Their )?(?:(?:\w+ )?Sea|The|These|This|Its|Their|Such|New)$"
)
_NEAR_NOUN = re.compile(rf"\b(?:{_NOUN}|hub|station|logistics|line|link)\b", re.IGNORECASE)
# Node names that are more often words or persons.
_ODD = frozenset({"Mary", "Chop", "Van", "Bar", "Sid"})
_LEAST_NAME = 4
# East of the Caspian a place is passed on the way to Baku, west of it it is an end.
_EAST = frozenset({"CHN", "KAZ", "KGZ", "UZB", "TKM", "TJK"})


@dataclass(frozen=True, slots=True)
class Asset:
    """Something that texts name and the network has."""

    id: str
    name: str
    names: tuple[str, ...]
    corridor: bool = False
    nodes: tuple[str, ...] = ()
    legs: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    cargo: str = "container"
    open_with: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    ends: Mapping[str, str] = field(default_factory=dict)
    capacities: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft scenario with what it rests on and what it lacks."""

    scenario: Scenario
    assets: tuple[Asset, ...]
    lacking: tuple[str, ...]


@lru_cache(maxsize=1)
def load_assets() -> tuple[Asset, ...]:
    """The assets of the package that are more than a node or a service.

    Raises
    ------
    RuleError
        A key that the table does not have, or an asset whose examples do not name it.
    """
    import yaml

    text = files("dragoman").joinpath("data/network/assets.yaml").read_text(encoding="utf-8")
    out = []
    for item in yaml.safe_load(text)["assets"]:
        where = f"network/assets.yaml, {item.get('id')}"
        if set(item) - _KEYS or not item.get("names"):
            raise RuleError("unknown key or no names", where=where, remedy=f"use {', '.join(sorted(_KEYS))}")
        lists: dict[str, Any] = {
            k: tuple(item.get(k) or ()) for k in ("names", "legs", "services", "places", "avoid")
        }
        plain = {
            k: item[k]
            for k in ("id", "name", "corridor", "cargo", "open_with", "sources", "ends", "capacities")
            if k in item
        }
        asset = Asset(**plain, **lists)
        for example in item.get("examples") or ():
            if not _named_in(asset, example):
                raise RuleError(f"example {example!r} does not name it", where=where, remedy="correct one")
        out.append(asset)
    return tuple(out)


def _named_in(asset: Asset, text: str) -> list[tuple[int, int]]:
    found, low = [], _lowered(text)
    for name in asset.names:
        begin, pattern = _pattern(name)
        if begin in low:
            found += [m.span() for m in pattern.finditer(text)]
    return found


@lru_cache(maxsize=8)
def _lowered(text: str) -> str:
    """In small letters, the dotless and the dotted i of Turkish as one, as patterns that ignore case have them."""
    return text.lower().replace("i\u0307", "i").replace("ı", "i")


@cache
def _pattern(name: str) -> tuple[str, re.Pattern[str]]:
    """How a name of the network begins, and the pattern that finds it; `re` itself keeps fewer than there are names."""
    # Names of few letters are abbreviations: case counts.
    flags = 0 if len(name) <= _LEAST_NAME or name.isupper() else re.IGNORECASE
    words = re.split(r"[\s\-–]+", name)
    pattern = r"[\s\-–]+".join(map(re.escape, words))
    return _lowered(words[0]), re.compile(rf"(?<!\w){pattern}(?!\w)", flags)


def mentioned_assets(network: Network, text: str) -> tuple[list[Asset], list[str]]:
    """Assets of the network that a text names, in order, and named assets that it lacks.

    A longer name covers the shorter ones in it.
    """
    spans: list[tuple[int, int, Asset]] = []
    for asset in [*load_assets(), *_places(network, text), *_services(network)]:
        spans += [(a, b, asset) for a, b in _named_in(asset, text)]
    spans.sort(key=lambda s: (s[0], s[0] - s[1]))
    kept: list[tuple[int, int, Asset]] = []
    for a, b, asset in spans:
        if not any(a < e and s < b for s, e, _ in kept):
            kept.append((a, b, asset))
    assets = list({asset.id: asset for _, _, asset in kept}.values())
    covered = [(s, e) for s, e, _ in kept]
    lacking = [name for name, a, b in _lacking(text) if not any(a < e and s < b for s, e in covered)]
    return assets, list(dict.fromkeys(lacking))


def _lacking(text: str) -> Iterable[tuple[str, int, int]]:
    for m in _LACKING.finditer(text):
        group = "a" if m["a"] else "b"
        if not _NO_ASSET.match(m[group]):
            yield re.sub(r"^The ", "", m.group(0).strip()), m.start(group), m.end(group)


def _places(network: Network, text: str) -> Iterable[Asset]:
    """Nodes by name; a city alone is no asset (capitals stand for their country)."""
    near_noun = bool(_NEAR_NOUN.search(text))
    for node in network.nodes.values():
        if node.kind == "strait" or (node.kind == "city" and not near_noun):
            continue
        names = [n for n in (node.name, *node.aliases) if len(n) >= _LEAST_NAME and n not in _ODD]
        odd = [n for n in (node.name, *node.aliases) if n not in names]
        names += [f"port of {n}" for n in odd] + [f"{n} port" for n in odd]
        if names:
            yield Asset(node.id, node.name, tuple(names), nodes=(node.id,), places=(node.id,))


def _services(network: Network) -> Iterable[Asset]:
    for service in sorted({link.service for link in network.links.values() if link.service}):
        yield Asset(f"service:{service}", service, (service,), services=(service,))


def draft_scenario(network: Network, statement: Statement) -> Draft:
    """The scenario that a ``project`` statement announces, as far as its words go.

    Integration opens the planned legs of the named assets; construction and modernisation also raise
    capacities to the highest published value; supply and transit open the planned legs that join the
    actor to the asset. Amounts that the statement does not give stay open, and the notes say so.

    Parameters
    ----------
    network : Network
        The base.
    statement : Statement
        A ``project``.

    Raises
    ------
    UsageError
        The statement is no project of these modes, or names nothing that the network has.
    """
    if statement.kind != "project" or statement.mode not in _MODES:
        raise UsageError(
            f"statement {statement.id} is {statement.kind}/{statement.mode}",
            remedy=f"name a project of mode {', '.join(_MODES)}",
        )
    assets, lacking = mentioned_assets(network, _words(statement))
    if not assets:
        wanted = f"; the network lacks {', '.join(lacking)}" if lacking else ""
        raise UsageError(
            f"statement {statement.id} names no asset of the network{wanted}",
            where=f"{statement.evidence.document}:{statement.evidence.start}-{statement.evidence.end}",
            remedy="add the asset to a network folder, or its name to assets.yaml",
        )
    return Draft(_scenario(network, statement, assets, lacking), tuple(assets), tuple(lacking))


def _words(statement: Statement) -> str:
    """What the statement says: the passage, and its object and place where the passage does not hold them.

    A part of the passage said again would be read without the longer name around it.
    """
    text = statement.evidence.text
    for more in (statement.object, statement.place and statement.place.name):
        if more and more.casefold() not in text.casefold():
            text += f" {more}"
    return text


def _scenario(
    network: Network, statement: Statement, assets: Sequence[Asset], lacking: Sequence[str]
) -> Scenario:
    countries = (*statement.actor, *statement.recipient)
    opened = _planned(network, assets, countries, touching=statement.mode != "supply")
    notes = [f"the network lacks {name}: left out" for name in lacking]
    rows: dict[str, tuple[Mapping[str, Any], ...]] = {}
    if statement.mode in ("construction", "modernisation"):
        raised = _raised(network, assets, statement)
        rows = {"capacities": tuple(raised)} if raised else {}
        if not raised:
            notes.append("no capacity is stated or published above that of the base: none is changed")
    if statement.mode in ("supply", "transit"):
        notes.append("the statement gives no amount: capacities stay, no demand is added")
    if not opened and not rows:
        names = ", ".join(a.name for a in assets)
        notes.append(f"{names}: in the network already; nothing that is planned there waits to be opened")
    if statement.status in ("proposed", "planned", "target", "forecast"):
        notes.append(f"status of the statement: {statement.status}")
    evidence = statement.evidence
    return Scenario(
        name=f"draft-{statement.id}",
        title=f"Draft from a statement: {', '.join(a.name for a in assets)} ({statement.mode})",
        source=f"{evidence.document}:{evidence.start}-{evidence.end}",
        assumed=True,
        open=tuple(opened),
        rows=rows,
        pairs=tuple(_pairs(network, assets, countries)),
        hubs=False,
        notes=tuple(notes),
        evidence={
            "statement": statement.id,
            "status": statement.status,
            "document": evidence.document,
            "start": evidence.start,
            "end": evidence.end,
            "text": evidence.text,
        },
    )


def _planned(
    network: Network, assets: Sequence[Asset], countries: Sequence[str], *, touching: bool
) -> list[str]:
    """Planned legs of the assets: their own, those at their nodes, those that join a country to them."""
    out = []
    for asset in assets:
        joined = {leg for country in countries for leg in asset.open_with.get(country, ())}
        for link in network.links.values():
            own = link.id in asset.legs or link.service in asset.services
            at_node = touching and bool({link.from_, link.to} & set(asset.nodes))
            if link.status == "planned" and (own or at_node or link.id in joined):
                out.append(link.id)
    return list(dict.fromkeys(out))


def _raised(network: Network, assets: Sequence[Asset], statement: Statement) -> list[Mapping[str, Any]]:
    """Capacities of the assets at the highest value that sources give."""
    subjects: set[str] = set()
    for asset in assets:
        subjects |= {f"node:{n}" for n in asset.nodes} | set(asset.legs)
        subjects |= {f"service:{s}" for s in asset.services}
        for link in network.links.values():
            if {link.from_, link.to} & set(asset.nodes) and link.service:
                subjects.add(f"service:{link.service}")
    out: list[Mapping[str, Any]] = []
    for row in network.tables["capacities"]:
        v = row.values
        if v["subject"] in subjects and v["high"] is not None and v["high"] > v["value"]:
            kept = {k: v[k] for k in ("subject", "cargo", "low", "high", "unit", "direction", "year") if v[k]}
            source = f"highest published value: {v['source']}; taken for {statement.mode} in {statement.id}"
            out.append({**kept, "value": v["high"], "source": source, "assumed": "yes"})
    return out


def _pairs(network: Network, assets: Sequence[Asset], countries: Sequence[str]) -> Iterable[Pair]:
    """The pairs that show the change: across each asset, from the corridor's ends to its nodes."""
    corridors = [a for a in assets if a.corridor]
    starts = [a.places[0] for a in corridors] or ["KZALT"]
    avoid = next((a.avoid for a in corridors), ("RUS", "IRN"))
    told = set()
    for asset in assets:
        source = next((asset.sources[c] for c in countries if c in asset.sources), None)
        if asset.nodes and network.nodes[asset.nodes[0]].country in _EAST:
            pairs = [Pair(start, "AZBAK", via=asset.nodes, avoid=avoid) for start in starts]
        elif asset.nodes:
            pairs = [Pair(start, asset.nodes[0], avoid=avoid) for start in starts]
        elif len(asset.places) > 1 and not asset.corridor:
            end = next((asset.ends[c] for c in countries if c in asset.ends), asset.places[-1])
            pairs = [Pair(source or asset.places[0], end, asset.cargo)]
        else:
            pairs = []
        for pair in pairs:
            known = pair.from_ in network.nodes and pair.to in network.nodes
            if known and pair.from_ != pair.to and pair not in told:
                told.add(pair)
                yield pair
