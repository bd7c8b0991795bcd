"""Routes for the map: what is asked in an address, what is found, and before and after a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.desk.routes import RouteQuestion, find_routes, network_for, scenario_titles
from dragoman.errors import DragomanError, UsageError
from dragoman.model.routes import RouteAnswer
from dragoman.output.atlas import Dot, Path

if TYPE_CHECKING:
    from dragoman.routing.comparisons import Comparison

__all__ = [
    "REGIMES",
    "Asked",
    "FlowRow",
    "Found",
    "asked_from",
    "diagram_of",
    "flow_rows",
    "found_routes",
    "places",
    "route_paths",
    "scenarios",
]

REGIMES = ("official", "measured")
_SHOWN = 3
_MOST_AVOIDED = 6
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for; ``scenario`` is the name of a bundled one, never a file."""

    origin: str = ""
    destination: str = ""
    regime: str = "official"
    scenario: str = ""
    avoid: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether there is something to search for."""
        return bool(self.origin and self.destination)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; ``problem`` says in words why there is less than asked for."""

    base: RouteAnswer | None
    changed: RouteAnswer | None
    comparison: Comparison | None
    problem: str = ""

    @property
    def answers(self) -> tuple[RouteAnswer, ...]:
        """Both answers where there are two."""
        return tuple(a for a in (self.base, self.changed) if a is not None)


@dataclass(frozen=True, slots=True)
class FlowRow:
    """What passes a link at least cost, in the unit of its cargo."""

    from_: str
    to: str
    mode: str
    cargo: str
    value: float
    unit: str


@lru_cache(maxsize=1)
def scenarios() -> Mapping[str, str]:
    """Name -> title of the bundled scenarios."""
    return scenario_titles()


@lru_cache(maxsize=1)
def places() -> tuple[tuple[str, str], ...]:
    """Names of cities, ports and terminals of the bundled network with their countries, sorted."""
    network, _ = network_for("official")
    kinds = ("city", "port", "terminal", "station")
    return tuple(sorted({(n.name, n.country) for n in network.nodes.values() if n.kind in kinds}))


def asked_from(fields: Mapping[str, str]) -> Asked:
    """What the fields ``from``, ``to``, ``regime``, ``scenario`` and ``avoid`` ask for.

    Raises
    ------
    UsageError
        A regime or scenario that there is not; scenarios are names here, so that no address opens a file.
    """
    regime, scenario = fields.get("regime") or "official", fields.get("scenario", "")
    if regime not in REGIMES:
        raise UsageError(f"regime {regime[:_LONGEST]!r}", remedy=f"use one of {', '.join(REGIMES)}")
    if scenario and scenario not in scenarios():
        raise UsageError(
            f"no scenario {scenario[:_LONGEST]!r}", remedy=f"use one of {', '.join(scenarios())}"
        )
    avoid = [a.strip()[:_LONGEST] for a in fields.get("avoid", "").replace(";", ",").split(",")]
    return Asked(
        fields.get("from", "").strip()[:_LONGEST],
        fields.get("to", "").strip()[:_LONGEST],
        regime,
        scenario,
        tuple(a for a in avoid if a)[:_MOST_AVOIDED],
    )


@lru_cache(maxsize=128)
def found_routes(asked: Asked) -> Found:
    """Routes as asked, and before and after the scenario where one is chosen."""
    problems: list[str] = []
    base = _answer(asked, None, problems)
    if not asked.scenario:
        return Found(base, None, None, " ".join(problems))
    changed = _answer(asked, asked.scenario, problems)
    return Found(base, changed, _comparison(asked, problems), " ".join(dict.fromkeys(problems)))


def _answer(asked: Asked, scenario: str | None, problems: list[str]) -> RouteAnswer | None:
    question = RouteQuestion(
        asked.origin, asked.destination, avoid=asked.avoid, scenario=scenario, regime=asked.regime
    )
    try:
        return find_routes(question)
    except DragomanError as error:
        problems.append(_sentence(str(error) if scenario is None else f"with the scenario: {error}"))
        return None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(("?", ".")) else ".")


def _comparison(asked: Asked, problems: list[str]) -> Comparison | None:
    from dragoman.desk.routes import scenario_effects
    from dragoman.routing.scenarios import Pair

    pair = Pair(asked.origin, asked.destination, avoid=asked.avoid)
    try:
        return scenario_effects(asked.scenario, regime=asked.regime, pairs=(pair,)).comparisons[0]
    except DragomanError as error:
        problems.append(_sentence(str(error)))
        return None


def route_paths(found: Found) -> tuple[list[Path], list[Dot]]:
    """Routes as lines and the places where service or mode changes as dots.

    Without a scenario routes that differ are compared; with one, the fastest before and after it.
    """
    from dragoman.desk.route_pictures import base_shapes, routes_apart
    from dragoman.output.maps import route_lines

    most = _SHOWN if found.changed is None else 1
    ranked = [item for a in found.answers for item in routes_apart(a.routes, most)]
    network, _ = network_for("official")
    at = {node.id: (node.lon, node.lat) for node in network.nodes.values()}
    ranked = [(n, r) for n, r in ranked if all(leg.from_id in at and leg.to_id in at for leg in r.legs)]
    lines, points = route_lines([r for _, r in ranked], at, base_shapes(), [n for n, _ in ranked])
    paths = []
    for line in lines:
        p = line.properties
        told = f"{p['rank']}: {p['from']} to {p['to']}, {p['service'] or p['mode']}, {p['km']:,.0f} km"
        paths.append(Path(line.points, told, group=line.group, width=3.2, dashed=bool(p["assumed"])))
    return paths, [Dot(p.lon, p.lat, p.name, p.name, "place", 3, True) for p in points]


def diagram_of(found: Found, measure: str = "time") -> str | None:
    """The time- or cost-distance diagram of what is on the map."""
    from dragoman.desk.route_pictures import route_diagram

    if not found.answers:
        return None
    try:
        return str(route_diagram(found.answers, ".svg", measure=measure if measure == "cost" else "time"))
    except UsageError:
        return None


@lru_cache(maxsize=16)
def flow_rows(scenario: str, regime: str) -> tuple[tuple[FlowRow, ...], tuple[Path, ...]]:
    """The demand of the network sent over it at least cost: rows, most first, and lines as wide as what passes."""
    from dragoman.desk.flows import flow_lines, flows

    report = flows(scenario=scenario or None, regime=regime)
    rows = [
        FlowRow(f["from"], f["to"], f["mode"], f["cargo"], f["value"], f["unit"])
        for f in report.to_json()["flows"]
    ]
    lines, _ = flow_lines(report)
    paths = []
    for line in lines:
        p = line.properties
        told = f"{p['from']} to {p['to']}: {p['value']:,.3g} {p['unit']} of {p['cargo']}"
        paths.append(Path(line.points, told, group=line.group, width=1 + 7 * line.weight))
    return tuple(sorted(rows, key=lambda r: (r.unit, -r.value, r.from_, r.to))), tuple(paths)
