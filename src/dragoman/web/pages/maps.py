"""The map: countries, missions, visits, the network, routes and flows; every layer also as a table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from dragoman.codes import countries, is_country
from dragoman.desk.geography import (
    LAYERS,
    Mission,
    Visit,
    capitals,
    country_counts,
    mission_dots,
    missions,
    network_layer,
    visit_paths,
    visits,
)
from dragoman.desk.map_routes import (
    REGIMES,
    Asked,
    FlowRow,
    Found,
    asked_from,
    diagram_of,
    flow_rows,
    found_routes,
    places,
    route_paths,
    scenarios,
)
from dragoman.desk.route_pictures import routes_apart
from dragoman.errors import UsageError
from dragoman.output.atlas import Atlas, Dot, Path, atlas_svg, class_of, frame_of
from dragoman.output.basemaps import basemap_geojson, load_basemap
from dragoman.web import links
from dragoman.web.requests import code_named, refused, words_of, workspace_of
from dragoman.web.responding import Page, Table, respond
from dragoman.web.wording import party

__all__ = ["basemap", "diagram", "features", "map_page"]

# Names on the map where countries are counted; more would cover each other.
_NAMED = 14
# A picture carries rules of style of its own; it is shown as a picture and runs nothing.
_PICTURE = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'"}


@dataclass(frozen=True, slots=True)
class _View:
    """All that a map shows."""

    code: str
    layers: tuple[str, ...]
    asked: Asked
    flows: bool
    counts: Mapping[str, int]
    missions: tuple[Mission, ...]
    visits: tuple[Visit, ...]
    found: Found | None
    flow_rows: tuple[FlowRow, ...]
    atlas: Atlas


def _view(request: Request) -> _View:
    query = request.query_params
    asked = asked_from(query)
    code = code_named(query.get("country", ""))
    code = code if is_country(code) else ""
    layers = tuple(name for name in LAYERS if name in query.getlist("layer"))
    workspace = workspace_of(request)
    counts = country_counts(workspace, code)
    paths: list[Path] = []
    dots: list[Dot] = []
    for layer in layers:
        if layer not in ("missions", "visits"):
            lines, ports = network_layer(layer)
            paths += lines
            dots += ports
    seated = tuple(missions(workspace, code)) if "missions" in layers else ()
    made = tuple(visits(workspace, code)) if "visits" in layers else ()
    paths += visit_paths(made)
    dots += mission_dots(seated)
    flows = query.get("flows") == "1"
    rows: tuple[FlowRow, ...] = ()
    if flows:
        rows, lines = flow_rows(asked.scenario, asked.regime)
        paths += lines
    found = found_routes(asked) if asked.complete else None
    if found is not None:
        lines_of, dots_of = route_paths(found)
        paths += lines_of
        dots += dots_of
    atlas = _atlas(code, counts, paths, dots)
    return _View(code, layers, asked, flows, counts, seated, made, found, rows, atlas)


def _atlas(code: str, counts: Mapping[str, int], paths: list[Path], dots: list[Dot]) -> Atlas:
    names = _names()
    told = {c: f"{name}: {counts.get(c, 0):,}" for c, name in names.items()}
    address = {
        c: links.pair(code, c) if code else f"/map?country={c}" for c in names if counts.get(c) and c != code
    }
    most = sorted(counts, key=lambda c: -counts[c])[:_NAMED]
    return Atlas(counts, told, address, tuple(paths), tuple(dots), {c: names[c] for c in most if c in names})


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    return {c.alpha3: c.name for c in countries() if c.kind != "former"}


def map_page(request: Request) -> Response:
    """``/map?country=KAZ&layer=missions&from=Altynkol&to=Varna&regime=measured&scenario=varna-burgas``."""
    _ = words_of(request)
    try:
        view = _view(request)
    except UsageError as error:
        return refused(request, str(error), "/map")
    base = load_basemap()
    # The frame follows what is compared; layers alone do not move the map.
    near = Atlas({}, {}, {}, *_compared(view))
    frame = frame_of(near)
    words = _words(view, _)
    svg = atlas_svg(base, view.atlas, frame, title=_("Map"), words=words)
    values = {
        "view": view,
        "base": base,
        "svg": Markup(svg),
        "words": words,
        "frame": frame,
        "layers": LAYERS,
        "regimes": REGIMES,
        "scenarios": scenarios(),
        "places": places(),
        "codes": sorted(
            ((c, _names()[c]) for c in country_counts(workspace_of(request)) if c in _names()),
            key=lambda x: x[1],
        ),
        "top": sorted(((c, n) for c, n in view.counts.items() if n), key=lambda x: (-x[1], x[0])),
        "lacking": _lacking(view, base.without_shape),
        "query": request.url.query,
        "classes": [(k, _least(k, max(view.counts.values(), default=0))) for k in range(1, 6)],
    }
    return respond(request, Page("map.html", _("Map"), values, _tables(view)))


def _compared(view: _View) -> tuple[tuple[Path, ...], tuple[Dot, ...]]:
    paths = tuple(p for p in view.atlas.paths if p.group is not None or p.kind == "visit")
    return paths, tuple(d for d in view.atlas.dots if d.kind in ("place", "mission"))


def _least(k: int, most: int) -> int:
    """The least count of a class."""
    return next((n for n in range(1, most + 1) if class_of(n, most) >= k), most)


def _lacking(view: _View, without: Mapping[str, str]) -> list[tuple[str, int, str]]:
    """Parties that are told of and have no shape, with the reason."""
    shapes = load_basemap().shapes
    return [
        (code, n, without.get(code, ""))
        for code, n in sorted(view.counts.items())
        if code not in shapes and n
    ]


def _words(view: _View, _: Any) -> str:
    parts = [
        _(
            "{n} country or body named|{n} countries and bodies named",
            n=sum(1 for n in view.counts.values() if n),
        )
    ]
    if view.missions:
        parts.append(_("missions in {n} country|missions in {n} countries", n=len(view.missions)))
    if view.visits:
        parts.append(_("{n} way of visits|{n} ways of visits", n=len(view.visits)))
    if view.found is not None:
        parts += [
            f"{view.asked.origin} – {view.asked.destination}{f' ({a.scenario})' if a.scenario else ''}: "
            f"{r.km:,.0f} km, {r.hours.p50 / 24:.1f} d"
            for a in view.found.answers
            for r in a.routes[:1]
        ]
    return "; ".join(parts) + "."


def _tables(view: _View) -> tuple[Table, ...]:
    """Every layer as rows: what the map shows, for who does not see it and for machines."""
    out = [
        Table(
            "countries",
            [{"code": c, "name": party(c), "statements": n} for c, n in sorted(view.counts.items()) if n],
            "one row per country or body",
        )
    ]
    rows: list[dict[str, Any]]
    if view.missions:
        rows = [
            {"host": m.host, "senders": list(m.senders), "statements": [s.id for s in m.statements]}
            for m in view.missions
        ]
        out.append(Table("missions", rows, "one row per host"))
    if view.visits:
        rows = [
            {"visitor": v.visitor, "host": v.host, "visits": len(v.statements), "latest": v.latest, "statements": [s.id for s in v.statements]}
            for v in view.visits
        ]  # fmt: skip
        out.append(Table("visits", rows, "one row per (visitor, host)"))
    if view.found is not None:
        legs = [
            {"scenario": a.scenario, "route": rank, **leg.to_json()}
            for a in view.found.answers
            for rank, r in routes_apart(a.routes, 3)
            for leg in r.legs
        ]
        out.append(Table("legs", legs, "one row per leg or stop of a route"))
        if view.found.comparison is not None:
            out.append(
                Table("before_and_after", [view.found.comparison.to_json()], "one row per pair of places")
            )
    if view.flow_rows:
        rows = [
            {"from": f.from_, "to": f.to, "mode": f.mode, "cargo": f.cargo, "value": f.value, "unit": f.unit}
            for f in view.flow_rows
        ]
        out.append(Table("flows", rows, "one row per (link, direction, cargo)"))
    return tuple(out)


def diagram(request: Request) -> Response:
    """The time-distance diagram of the routes that the same query shows; ``measure=cost`` for money."""
    try:
        asked = asked_from(request.query_params)
    except UsageError as error:
        return refused(request, str(error), "/map")
    svg = diagram_of(found_routes(asked), request.query_params.get("measure", "")) if asked.complete else None
    if svg is None:
        return Response("no route\n", 404, media_type="text/plain")
    return Response(svg, media_type="image/svg+xml", headers=_PICTURE)


@lru_cache(maxsize=2)
def _basemap_text(id: str) -> str:
    return basemap_geojson(load_basemap(), _names())


def basemap(request: Request) -> Response:
    """The outlines, for the live map."""
    headers = {"cache-control": "private, max-age=86400"}
    return Response(_basemap_text(load_basemap().id), media_type="application/geo+json", headers=headers)


def features(request: Request) -> Response:
    """What the same query shows, as GeoJSON."""
    try:
        view = _view(request)
    except UsageError as error:
        return Response(json.dumps({"error": str(error)}), 400, media_type="application/json")
    most = max(view.counts.values(), default=0)
    shown: list[dict[str, Any]] = [
        _feature("LineString", p.points, {"layer": "path", "kind": p.kind, "group": -1 if p.group is None else p.group, "width": p.width, "dashed": p.dashed, "title": p.title})
        for p in view.atlas.paths
    ]  # fmt: skip
    shown += [
        _feature("Point", (d.lon, d.lat), {"layer": "dot", "kind": d.kind, "size": d.size, "name": d.name if d.labelled else "", "title": d.title})
        for d in view.atlas.dots
    ]  # fmt: skip
    named = [
        _feature("Point", (c.lon, c.lat), {"layer": "name", "name": name})
        for code, name in (view.atlas.named or {}).items()
        if (c := capitals().get(code))
    ]
    counts = {code: class_of(n, most) for code, n in view.counts.items()}
    body = {
        "type": "FeatureCollection",
        "features": shown + named,
        "classes": counts,
        "titles": dict(view.atlas.titles),
    }
    return Response(json.dumps(body, ensure_ascii=False), media_type="application/geo+json")


def _feature(kind: str, coordinates: Any, told: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": dict(told),
        "geometry": {"type": kind, "coordinates": coordinates},
    }
