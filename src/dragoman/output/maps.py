"""Routes and flows as GeoJSON and as a plain SVG map.

The map shows no boundaries: a graticule, land in one colour, the lines and the names of places. Where boundaries are disputed a
line would take a side, and the lines of the network need none (docs/network.md).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dragoman.errors import UsageError
from dragoman.model.routes import Route

__all__ = ["MapLine", "MapPoint", "geojson", "map_svg", "route_lines"]

Coordinates = tuple[tuple[float, float], ...]
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
_STEPS = (1, 2, 5, 10, 20)
# Mean width [px] of a letter of the names.
_LETTER = 6.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class MapLine:
    """A line of lon, lat [deg] with what is told about it; ``weight`` 0 to 1 is its width."""

    points: Coordinates
    properties: Mapping[str, Any]
    group: int = 0
    weight: float = 0.4


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A named place."""

    lon: float
    lat: float
    name: str


def route_lines(
    routes: Sequence[Route],
    places: Mapping[str, tuple[float, float]],
    shapes: Mapping[str, Coordinates] | None = None,
    ranks: Sequence[int] = (),
) -> tuple[list[MapLine], list[MapPoint]]:
    """The legs of routes as lines, and the places where service or mode changes as points.

    Parameters
    ----------
    routes : sequence of Route
        Each becomes a group with its own colour.
    places : mapping
        Node id -> (lon, lat) [deg].
    shapes : mapping, optional
        Leg id -> drawn line, as written in the network; straight lines otherwise.
    ranks : sequence of int, optional
        Place of each route in its answer; 1, 2 and so on otherwise.
    """
    lines, points = [], {}
    for number, route in enumerate(routes):
        last = None
        for leg in route.legs:
            if not leg.link:
                continue
            shape = _turned((shapes or {}).get(leg.link), places[leg.from_id], places[leg.to_id])
            told = {
                "route": route.id,
                "rank": ranks[number] if ranks else number + 1,
                "leg": leg.link,
                "from": leg.from_,
                "to": leg.to,
                "mode": leg.mode,
                "service": leg.service or None,
                "km": round(leg.km, 1),
                "hours": leg.hours.to_json(),
                "source": leg.source,
                "assumed": leg.assumed,
            }
            lines.append(MapLine(shape, told, number))
            if (leg.service or leg.mode) != last:
                points[leg.from_id] = leg.from_
            last = leg.service or leg.mode
            end = (leg.to_id, leg.to)
        points[end[0]] = end[1]
    return lines, [MapPoint(*places[i], name) for i, name in points.items()]


def _turned(shape: Coordinates | None, start: tuple[float, float], end: tuple[float, float]) -> Coordinates:
    if not shape:
        return (start, end)
    return shape if math.dist(shape[0], start) <= math.dist(shape[-1], start) else shape[::-1]


def geojson(lines: Sequence[MapLine], points: Sequence[MapPoint] = ()) -> str:
    """A FeatureCollection, WGS84."""
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "properties": dict(line.properties),
            "geometry": {"type": "LineString", "coordinates": [list(p) for p in line.points]},
        }
        for line in lines
    ]
    features += [
        {
            "type": "Feature",
            "properties": {"name": point.name},
            "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]},
        }
        for point in points
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False) + "\n"


def map_svg(
    lines: Sequence[MapLine],
    points: Sequence[MapPoint] = (),
    *,
    title: str = "",
    width: int = 1100,
    legend: Sequence[str] = (),
    land: Sequence[Coordinates] = (),
) -> str:
    """A plain map: land, graticule, lines, names; Mercator, no boundaries.

    Parameters
    ----------
    lines, points : sequence
        What is drawn; of names that would cover each other the first stays, the others show when pointed at.
    title : str
        Above the map.
    width : int
        [px]; the height follows.
    legend : sequence of str
        What each group of lines is.
    land : sequence
        Rings of lon, lat [deg], filled alike.

    Raises
    ------
    UsageError
        Nothing to draw.
    """
    if not lines:
        raise UsageError("no line to draw", remedy="give at least one route or flow")
    frame = _Frame(lines, points, width)
    full = frame.height + 16 * len(legend)
    out = [_head(frame, title, full), *_land(frame, land), *_graticule(frame)]
    # Later groups lie below, so that the first route stays visible.
    for line in sorted(lines, key=lambda item: -item.group):
        colour = _COLOURS[line.group % len(_COLOURS)]
        path = " ".join(f"{frame.x(lon):.1f},{frame.y(lat):.1f}" for lon, lat in line.points)
        told = escape(f"{line.properties.get('from', '')} - {line.properties.get('to', '')}")
        out.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-opacity="0.85" '
            f'stroke-width="{1 + 6 * line.weight:.1f}" stroke-linejoin="round"><title>{told}</title></polyline>'
        )
    out += _names(frame, points)
    for number, words in enumerate(legend):
        y, colour = frame.height - 20 + 16 * number, _COLOURS[number % len(_COLOURS)]
        out.append(f'<line x1="40" y1="{y}" x2="70" y2="{y}" stroke="{colour}" stroke-width="3"/>')
        out.append(f'<text x="78" y="{y + 4}">{escape(words)}</text>')
    return "\n".join([*out, "</svg>", ""])


def _names(frame: _Frame, points: Sequence[MapPoint]) -> list[str]:
    """Dots, and beside each its name where it covers no other name and no other dot."""
    spots = [(frame.x(p.lon), frame.y(p.lat)) for p in points]
    taken = [(x - 3.5, y - 3.5, x + 3.5, y + 3.5) for x, y in spots]
    out = []
    for point, (x, y) in zip(points, spots):
        out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5"><title>{escape(point.name)}</title></circle>')
        wide = _LETTER * len(point.name)
        for dx, dy in ((6.0, -5.0), (6.0, 13.0), (-6.0 - wide, -5.0), (-6.0 - wide, 13.0), (-wide / 2, 18.0)):
            left, base = x + dx, y + dy
            box = (left, base - 9.0, left + wide, base + 2.0)
            inside = box[0] >= 0 and box[2] <= frame.width
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                out.append(f'<text x="{left:.1f}" y="{base:.1f}" class="name">{escape(point.name)}</text>')
                break
    return out


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _land(frame: _Frame, rings: Sequence[Coordinates]) -> list[str]:
    """Land within the frame, all in one colour: where it ends is a coast, never a boundary."""
    if not rings:
        return []
    left, right = frame.x(frame.west), frame.x(frame.east)
    top, bottom = frame.y(frame.north), frame.y(frame.south)
    paper = f'x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}"'
    out = [f'<clipPath id="paper"><rect {paper}/></clipPath>', '<g clip-path="url(#paper)" class="land">']
    for ring in rings:
        lons, lats = [p[0] for p in ring], [p[1] for p in ring]
        if (
            max(lons) < frame.west
            or min(lons) > frame.east
            or max(lats) < frame.south
            or min(lats) > frame.north
        ):
            continue
        path = " ".join(f"{frame.x(lon):.1f},{frame.y(max(-84.0, min(84.0, lat))):.1f}" for lon, lat in ring)
        out.append(f'<polygon points="{path}"/>')
    return [*out, "</g>"]


class _Frame:
    """Where degrees lie on the paper."""

    margin = 40.0

    def __init__(self, lines: Sequence[MapLine], points: Sequence[MapPoint], width: int) -> None:
        ends = [p for line in lines for p in line.points] + [(p.lon, p.lat) for p in points]
        pad = 2.0
        self.west, self.east = min(p[0] for p in ends) - pad, max(p[0] for p in ends) + pad
        self.south = max(min(p[1] for p in ends) - pad, -84.0)
        self.north = min(max(p[1] for p in ends) + pad, 84.0)
        self.width = width
        self.scale = (width - 2 * self.margin) / (self.east - self.west)
        self.height = round(2 * self.margin + (_mercator(self.north) - _mercator(self.south)) * self.scale)

    def x(self, lon: float) -> float:
        return self.margin + (lon - self.west) * self.scale

    def y(self, lat: float) -> float:
        return self.margin + (_mercator(self.north) - _mercator(lat)) * self.scale


def _mercator(lat: float) -> float:
    """Mercator ordinate in degrees of longitude."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def _head(frame: _Frame, title: str, height: int) -> str:
    w, h = frame.width, height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img">'
        f"<title>{escape(title)}</title><style>text{{font:11px sans-serif;fill:#222}}"
        ".grid{stroke:#ddd;fill:none}.name{paint-order:stroke;stroke:white;stroke-width:2.5px}.land{fill:#f0efe9;stroke:#f0efe9;stroke-width:0.6}.deg{fill:#999;font-size:9px}</style>"
        f'<rect width="{w}" height="{h}" fill="white"/>'
        f'<text x="{frame.margin:g}" y="22" style="font-size:15px;font-weight:bold">{escape(title)}</text>'
    )


def _graticule(frame: _Frame) -> list[str]:
    step = next((s for s in _STEPS if (frame.east - frame.west) / s <= 12), _STEPS[-1])
    out = []
    top, bottom = frame.y(frame.north), frame.y(frame.south)
    left, right = frame.x(frame.west), frame.x(frame.east)
    for lon in range(math.ceil(frame.west / step) * step, math.floor(frame.east) + 1, step):
        x = frame.x(lon)
        out.append(f'<line x1="{x:.1f}" y1="{top:.1f}" x2="{x:.1f}" y2="{bottom:.1f}" class="grid"/>')
        out.append(f'<text x="{x + 2:.1f}" y="{bottom - 3:.1f}" class="deg">{_degrees(lon, "EW")}</text>')
    for lat in range(math.ceil(frame.south / step) * step, math.floor(frame.north) + 1, step):
        y = frame.y(lat)
        out.append(f'<line x1="{left:.1f}" y1="{y:.1f}" x2="{right:.1f}" y2="{y:.1f}" class="grid"/>')
        out.append(f'<text x="{left + 2:.1f}" y="{y - 2:.1f}" class="deg">{_degrees(lat, "NS")}</text>')
    return out


def _degrees(value: int, sides: str) -> str:
    return f"{abs(value)}°{sides[value < 0] if value else ''}"
