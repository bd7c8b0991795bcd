"""What is on the map: how much is told of whom, who has missions where, who visited whom, and the network."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.desk.dossiers import name_of
from dragoman.desk.workspace import Workspace
from dragoman.model.statements import Statement
from dragoman.output.atlas import Dot, Path
from dragoman.output.date_words import date_words

__all__ = [
    "LAYERS",
    "Capital",
    "Mission",
    "Visit",
    "capitals",
    "country_counts",
    "mission_dots",
    "missions",
    "network_layer",
    "visit_paths",
    "visits",
]

LAYERS = ("missions", "visits", "railways", "sea", "pipelines", "ports")
_MODES = {"railways": ("rail", "road"), "sea": ("sea", "ferry", "rail_ferry", "tanker"), "pipelines": ("pipeline_gas", "pipeline_oil")}  # fmt: skip
_KINDS = {"railways": "rail", "sea": "sea", "pipelines": "pipeline"}
_MISSIONS = ("tie/embassy", "tie/mission", "tie/consulate")
# Rows that are fetched for one layer, the latest by date: up to here they are fetched one by one, at once.
_MOST = 300


@dataclass(frozen=True, slots=True)
class Capital:
    """Where the seat of government lies, to about ten kilometres [deg]."""

    code: str
    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Mission:
    """Missions of all senders told to be in one country."""

    host: str
    senders: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """Visits from one country to another."""

    visitor: str
    host: str
    latest: str | None
    statements: tuple[Statement, ...]


@lru_cache(maxsize=1)
def capitals() -> dict[str, Capital]:
    """Capitals by code, from data/basemap/capitals.csv."""
    text = files("dragoman").joinpath("data", "basemap", "capitals.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {r["code"]: Capital(r["code"], r["name"], float(r["lat"]), float(r["lon"])) for r in rows}


def country_counts(workspace: Workspace, code: str = "") -> dict[str, int]:
    """Number of statements by party; of a country given, those that name both."""
    catalogue = workspace.catalogue
    names = catalogue.columns.party_codes
    if code and code not in names:
        return {}
    own = catalogue.parties.mask([names.index(code)]) if code else None
    counts = catalogue.parties.counts(own, len(names))
    return {name: int(n) for name, n in zip(names, counts) if n and name != code}


def _latest(workspace: Workspace, code: str, *kinds: str) -> list[Statement]:
    catalogue = workspace.catalogue
    places = catalogue.of_status(catalogue.of_kinds(catalogue.newest, *kinds), "actual")
    if code:
        try:
            own = catalogue.parties.mask([catalogue.columns.party_codes.index(code)])
        except ValueError:
            return []
        places = places[own[places]]
    found = workspace.statements(places[:_MOST])
    return [s for s in found if workspace.decided.verdicts.get(s.id) != "reject"]


def missions(workspace: Workspace, code: str = "") -> list[Mission]:
    """Missions by host, those with most senders first."""
    hosts: dict[str, list[Statement]] = defaultdict(list)
    for s in _latest(workspace, code, *_MISSIONS):
        for host in s.recipient:
            hosts[host].append(s)
    found = [
        Mission(host, tuple(sorted({a for s in told for a in s.actor})), tuple(told))
        for host, told in hosts.items()
    ]
    return sorted(found, key=lambda m: (-len(m.senders), m.host))


def visits(workspace: Workspace, code: str = "") -> list[Visit]:
    """Visits by visitor and host, the most frequent first."""
    ways: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in _latest(workspace, code, "contact/visit"):
        for visitor in s.actor:
            for host in s.recipient:
                ways[visitor, host].append(s)
    found = [
        Visit(*way, max((s.date for s in told if s.date), default=None), tuple(told))
        for way, told in ways.items()
    ]
    return sorted(found, key=lambda v: (-len(v.statements), v.visitor, v.host))


def mission_dots(found: Sequence[Mission]) -> list[Dot]:
    """A square at the capital of each host that has a place."""
    out = []
    for m in found:
        at = capitals().get(m.host)
        if at is not None:
            told = f"{name_of(m.host)}: missions of {', '.join(name_of(s) for s in m.senders)}"
            out.append(Dot(at.lon, at.lat, at.name, told, "mission", min(2.5 + len(m.senders) * 0.5, 6)))
    return out


def visit_paths(found: Sequence[Visit]) -> list[Path]:
    """A bow from capital to capital, wider where there were more visits; to the right of its way."""
    most = max((len(v.statements) for v in found), default=1)
    out = []
    for v in found:
        a, b = capitals().get(v.visitor), capitals().get(v.host)
        if a is None or b is None or a == b:
            continue
        number = len(v.statements)
        told = f"{name_of(v.visitor)} to {name_of(v.host)}: {number} told, latest {date_words(v.latest)}"
        points = _bow((a.lon, a.lat), (b.lon, b.lat))
        out.append(Path(points, told, "visit", width=1 + 3 * (number / most) ** 0.5))
    return out


def _bow(a: tuple[float, float], b: tuple[float, float], parts: int = 16) -> tuple[tuple[float, float], ...]:
    (x0, y0), (x1, y1) = a, b
    bend = 0.15
    cx, cy = (x0 + x1) / 2 + (y1 - y0) * bend, (y0 + y1) / 2 - (x1 - x0) * bend
    out = []
    for k in range(parts + 1):
        t = k / parts
        u = 1 - t
        out.append((u * u * x0 + 2 * u * t * cx + t * t * x1, u * u * y0 + 2 * u * t * cy + t * t * y1))
    return tuple(out)


@lru_cache(maxsize=8)
def network_layer(layer: str) -> tuple[tuple[Path, ...], tuple[Dot, ...]]:
    """Lines or ports of the bundled network; what is planned or closed is dashed."""
    from dragoman.desk.route_pictures import base_shapes
    from dragoman.routing.networks import load_network

    network = load_network((), "official")
    if layer == "ports":
        ports = [n for n in network.nodes.values() if n.kind in ("port", "terminal")]
        return (), tuple(
            Dot(n.lon, n.lat, n.name, f"{n.name} ({name_of(n.country)}), {n.kind}", "port", 2) for n in ports
        )
    shapes = base_shapes()
    paths = []
    for link in network.links.values():
        if link.mode not in _MODES[layer]:
            continue
        a, b = network.nodes[link.from_], network.nodes[link.to]
        told = f"{a.name} to {b.name}, {link.service or link.mode.replace('_', ' ')}, {link.km:,.0f} km"
        if link.status != "open":
            told += f" ({link.status})"
        points = shapes.get(link.id) or ((a.lon, a.lat), (b.lon, b.lat))
        width = 0.8 if link.mode != "road" else 0.6
        paths.append(Path(tuple(points), told, _KINDS[layer], width=width, dashed=link.status != "open"))
    return tuple(paths), ()
