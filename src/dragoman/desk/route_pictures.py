"""Pictures of routes: the time-distance diagram and maps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dragoman.errors import UsageError
from dragoman.model.routes import Route, RouteAnswer

if TYPE_CHECKING:
    from dragoman.desk.routes import RouteQuestion, ScenarioAnswer
    from dragoman.output.maps import Coordinates

__all__ = ["base_shapes", "route_diagram", "route_map", "routes_apart", "scenario_diagram"]

_MOST_ROUTES = 4
# Routes that share more of the shorter one's way than this lie over each other on paper.
_ALIKE = 0.85


def route_diagram(
    answers: Sequence[RouteAnswer], suffix: str = ".svg", *, measure: str = "time", title: str = ""
) -> str | bytes:
    """The diagram of one or more answers, their routes overlaid.

    Parameters
    ----------
    answers : sequence of RouteAnswer
        From one: routes that differ. From more: the fastest of each, for instance with and without a scenario.
    suffix : str
        ``.svg`` or ``.png``.
    measure : str
        ``time`` or ``cost``.
    title : str
        Of the picture; made from the answers otherwise.

    Raises
    ------
    UsageError
        Another suffix, or PNG without the package that draws it.
    """
    from dragoman.output.diagrams import DiagramStyle, curve_of_route, png_of_svg, time_distance_svg

    if suffix not in (".svg", ".png"):
        raise UsageError(f"no diagram as {suffix or 'a file without suffix'}", remedy="write .svg or .png")
    curves = [curve_of_route(route, name, measure) for route, name in _chosen(answers)]
    first = answers[0]
    title = title or f"{first.from_} to {first.to}, {measure} against distance ({first.regime})"
    svg = time_distance_svg(curves, DiagramStyle(title=title, measure=measure))
    return svg if suffix == ".svg" else png_of_svg(svg)


def scenario_diagram(answer: ScenarioAnswer, suffix: str = ".svg") -> str | bytes:
    """The fastest route of the first pair before and after, overlaid.

    Raises
    ------
    UsageError
        No pair, or neither side has a route.
    """
    sides: list[RouteAnswer] = []
    for c in answer.comparisons[:1]:
        for outcome, name in ((c.before, None), (c.after, answer.scenario.name)):
            if outcome:
                sides.append(RouteAnswer(c.from_, c.to, name, answer.regime, (outcome.route,)))
    if not sides:
        raise UsageError("no route to draw", remedy="name a pair that the network joins")
    if len(sides) == 1:
        return route_diagram(sides, suffix)
    title = f"{sides[0].from_} to {sides[0].to}: {answer.scenario.title} ({answer.regime})"
    return route_diagram(sides, suffix, title=title)


def _chosen(answers: Sequence[RouteAnswer]) -> list[tuple[Route, str]]:
    if len(answers) == 1:
        return [(route, f"{n}: {_name(route)}") for n, route in routes_apart(answers[0].routes, _MOST_ROUTES)]
    named = [(a.routes[0], a.scenario or "base", a.regime) for a in answers if a.routes]
    return [(route, f"{scenario}, {regime}: {_name(route)}") for route, scenario, regime in named]


def routes_apart(routes: Sequence[Route], most: int) -> list[tuple[int, Route]]:
    """Routes worth drawing together, with their rank: the fastest and, in order, those that go another way.

    Where all hardly differ, the first.
    """
    apart: list[tuple[int, Route]] = []
    for rank, route in enumerate(routes, start=1):
        if all(_common(route, other) <= _ALIKE for _, other in apart):
            apart.append((rank, route))
    return (apart if len(apart) > 1 else list(enumerate(routes, start=1)))[:most]


def _common(a: Route, b: Route) -> float:
    """Share of the shorter route that runs on links of both."""
    links = {leg.link for leg in b.legs if leg.link}
    both = sum(leg.km for leg in a.legs if leg.link in links)
    return both / (min(a.km, b.km) or 1.0)


def _name(route: Route) -> str:
    services: list[str] = []
    for leg in route.legs:
        if leg.link and leg.mode != "rail" and (leg.service or leg.mode) not in services:
            services.append(leg.service or leg.mode)
    railway = [leg.service for leg in route.legs if leg.mode == "rail" and leg.service]
    return ", ".join(dict.fromkeys([*services, *railway])) or "rail"


def route_map(answer: RouteAnswer, question: RouteQuestion, suffix: str = ".geojson") -> str:
    """The routes of an answer on a map without boundaries.

    Parameters
    ----------
    answer : RouteAnswer
        From :func:`dragoman.desk.routes.find_routes`.
    question : RouteQuestion
        The question that it answers, for the places of its network.
    suffix : str
        ``.geojson`` or ``.svg``.

    Raises
    ------
    UsageError
        Another suffix.
    """
    from dragoman.desk.routes import network_for
    from dragoman.output.basemaps import load_basemap
    from dragoman.output.maps import geojson, map_svg, route_lines

    if suffix not in (".geojson", ".json", ".svg"):
        raise UsageError(f"no map as {suffix or 'a file without suffix'}", remedy="write .geojson or .svg")
    network, _ = network_for(question.regime, question.scenario, question.folders)
    places = {node.id: (node.lon, node.lat) for node in network.nodes.values()}
    drawn = routes_apart(answer.routes, _MOST_ROUTES)
    ranks = [rank for rank, _ in drawn]
    lines, points = route_lines([route for _, route in drawn], places, base_shapes(), ranks)
    if suffix == ".svg":
        title = f"{answer.from_} to {answer.to} ({answer.regime})"
        names = [f"{rank}: {_name(route)}" for rank, route in drawn]
        return map_svg(lines, points, title=title, legend=names, land=load_basemap().land())
    return geojson(lines, points)


@lru_cache(maxsize=1)
def base_shapes() -> dict[str, Coordinates]:
    """Leg id -> drawn line of the package's network, where it has one (sea lanes, own waypoints)."""
    text = files("dragoman").joinpath("data/network/geometry.geojson").read_text(encoding="utf-8")
    return {
        feature["properties"]["leg"]: tuple((lon, lat) for lon, lat in feature["geometry"]["coordinates"])
        for feature in json.loads(text)["features"]
    }
