"""The basemap: outlines of countries, and the policy on boundaries and names that goes with them.

A basemap is a folder with ``countries.topojson`` (shapes whose ids are codes of the table of countries) and
``policy.yaml``; docs/boundaries.md has the policy of the bundled one and how to put another in its place.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import BadTable

__all__ = ["Basemap", "Border", "Choice", "basemap_geojson", "flattened", "load_basemap"]

Points = NDArray[np.float64]
Ring = tuple[int, ...]
"""Numbers of arcs in order; ``~n`` is arc ``n`` backwards."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How one question of status is drawn, and after what."""

    about: str
    shown: str
    after: str


@dataclass(frozen=True, eq=False, slots=True)
class Border:
    """A line between two shapes; dashed where the policy says it is disputed or not final."""

    line: Points
    dashed: bool


@dataclass(frozen=True, eq=False)
class Basemap:
    """Outlines and policy.

    Attributes
    ----------
    arcs : tuple of array
        (n, 2) longitude and latitude [deg].
    shapes : mapping
        Code -> polygons -> rings of arc numbers.
    without_shape : mapping
        Codes of the table of countries that have no shape here, with the reason.
    """

    id: str
    title: str
    source: str
    licence: str
    statement: tuple[str, ...]
    choices: tuple[Choice, ...]
    arcs: tuple[Points, ...]
    shapes: Mapping[str, tuple[tuple[Ring, ...], ...]]
    borders: tuple[Border, ...]
    without_shape: Mapping[str, str]

    def ring(self, ring: Ring) -> Points:
        """The points of a ring, closed."""
        parts = [self.arcs[n] if n >= 0 else self.arcs[~n][::-1] for n in ring]
        return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])

    def land(self) -> list[tuple[tuple[float, float], ...]]:
        """Outlines of all shapes, without their lakes: filled alike they show coasts and no boundary."""
        return [
            tuple((float(lon), float(lat)) for lon, lat in part)
            for polygons in self.shapes.values()
            for polygon in polygons
            for part in self.flat(polygon[0])
        ]

    def flat(self, ring: Ring) -> list[Points]:
        """The ring as it lies on a flat map: cut at the 180th meridian, led along a pole that it goes round."""
        return flattened(self.ring(ring))


def flattened(ring: Points) -> list[Points]:
    """The parts of a closed ring of degrees between the meridians of 180 degrees west and east."""
    steps = np.diff(ring[:, 0])
    if len(ring) < 3 or np.abs(steps).max() <= 180:
        return [ring]
    unrolled = ring.copy()
    unrolled[1:, 0] -= 360 * np.cumsum(np.round(steps / 360))
    if abs(unrolled[-1, 0] - unrolled[0, 0]) > 180:
        pole = math.copysign(90.0, unrolled[:, 1].mean())
        ends = [[unrolled[-1, 0], pole], [unrolled[0, 0], pole], unrolled[0]]
        unrolled = np.concatenate([unrolled, np.asarray(ends)])
    found = []
    for turn in (-360.0, 0.0, 360.0):
        part = unrolled + np.array([turn, 0.0])
        for side in (1.0, -1.0):
            part = _cut(part, side)
        if len(part) > 3:
            found.append(part)
    return found


def _cut(ring: Points, side: float) -> Points:
    """The part of a closed ring whose longitude times ``side`` is at most 180 degrees."""
    out: list[Points] = []
    for a, b in pairwise(ring):
        over_a, over_b = a[0] * side > 180, b[0] * side > 180
        if not over_a:
            out.append(a)
        if over_a != over_b:
            out.append(a + (b - a) * ((180 * side - a[0]) / (b[0] - a[0])))
    return np.asarray([*out, out[0]]) if out else np.empty((0, 2))


class _Folder(Protocol):
    def joinpath(self, *parts: str) -> Any: ...


def load_basemap(folder: Path | None = None) -> Basemap:
    """The basemap of a folder; without one that of ``DRAGOMAN_BASEMAP``, else the bundled one.

    Raises
    ------
    BadTable
        A file of the folder is missing or is not what it should be.
    """
    named = folder or (Path(value) if (value := os.environ.get("DRAGOMAN_BASEMAP")) else None)
    return _load(str(named) if named else "")


@lru_cache(maxsize=4)
def _load(named: str) -> Basemap:
    import yaml

    folder: _Folder = Path(named) if named else files("dragoman").joinpath("data", "basemap")
    where = named or "data/basemap"
    remedy = "a basemap is a folder with countries.topojson and policy.yaml, see docs/boundaries.md"
    try:
        policy = yaml.safe_load(folder.joinpath("policy.yaml").read_text(encoding="utf-8"))
        topology = json.loads(folder.joinpath("countries.topojson").read_text(encoding="utf-8"))
        return _basemap(policy, topology)
    except OSError as error:
        raise BadTable(f"cannot be read: {error.strerror}", where=where, remedy=remedy) from error
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, yaml.YAMLError) as error:
        raise BadTable(f"no basemap: {error!r}", where=where, remedy=remedy) from error


def _basemap(policy: Mapping[str, Any], topology: Mapping[str, Any]) -> Basemap:
    arcs = _arcs(topology)
    shapes = {
        geometry["id"]: _polygons(geometry) for geometry in topology["objects"]["countries"]["geometries"]
    }
    for polygons in shapes.values():
        for number in (n for polygon in polygons for ring in polygon for n in ring):
            if not -len(arcs) <= number < len(arcs):
                raise ValueError(f"no arc {number}")
    return Basemap(
        str(policy["id"]),
        str(policy["title"]),
        " ".join(str(policy["source"]).split()),
        str(policy["licence"]),
        tuple(str(line) for line in policy["statement"]),
        tuple(Choice(str(c["about"]), str(c["shown"]), str(c["after"])) for c in policy.get("choices") or ()),
        arcs,
        shapes,
        _borders(shapes, arcs, policy.get("dashed") or ()),
        {str(code): str(why) for code, why in (policy.get("without_shape") or {}).items()},
    )


def _arcs(topology: Mapping[str, Any]) -> tuple[Points, ...]:
    transform = topology.get("transform")
    if transform is None:
        return tuple(np.asarray(arc, dtype=np.float64) for arc in topology["arcs"])
    scale, move = np.asarray(transform["scale"]), np.asarray(transform["translate"])
    return tuple(
        np.cumsum(np.asarray(arc, dtype=np.float64), axis=0) * scale + move for arc in topology["arcs"]
    )


def _polygons(geometry: Mapping[str, Any]) -> tuple[tuple[Ring, ...], ...]:
    kinds = {"Polygon": [geometry["arcs"]], "MultiPolygon": geometry["arcs"]}
    return tuple(tuple(tuple(ring) for ring in polygon) for polygon in kinds[geometry["type"]])


def _borders(
    shapes: Mapping[str, tuple[tuple[Ring, ...], ...]],
    arcs: Sequence[Points],
    dashed: Sequence[Mapping[str, Any]],
) -> tuple[Border, ...]:
    """Arcs that two shapes share, or one shape has on both sides."""
    sides: dict[int, list[str]] = {}
    for code, polygons in shapes.items():
        for number in (n for polygon in polygons for ring in polygon for n in ring):
            sides.setdefault(number if number >= 0 else ~number, []).append(code)
    rules = [(sorted(rule["between"]), rule.get("within")) for rule in dashed]
    out: list[Border] = []
    for number, codes in sorted(sides.items()):
        if len(codes) > 1:
            boxes = [box for between, box in rules if between == sorted(codes)[:2]]
            out.extend(_pieces(arcs[number], boxes))
    return tuple(out)


def _pieces(arc: Points, boxes: Sequence[Sequence[float] | None]) -> list[Border]:
    """An arc, cut where it passes into or out of the boxes [west, south, east, north] that are dashed."""
    inside = np.zeros(len(arc) - 1, dtype=bool)
    middle = (arc[:-1] + arc[1:]) / 2
    for box in boxes:
        if box is None:
            return [Border(arc, True)]
        inside |= ((middle >= box[:2]) & (middle <= box[2:])).all(axis=1)
    cuts = [0, *(int(i) + 1 for i in np.flatnonzero(inside[1:] != inside[:-1])), len(inside)]
    return [Border(arc[a : b + 1], bool(inside[a])) for a, b in pairwise(cuts)]


def basemap_geojson(basemap: Basemap, names: Mapping[str, str]) -> str:
    """Shapes and borders as one FeatureCollection, for a map in the browser.

    Parameters
    ----------
    names : mapping
        Code -> name to show.
    """
    features: list[dict[str, Any]] = []
    for code, polygons in basemap.shapes.items():
        rings = [
            [_rounded(part), *([_rounded(basemap.ring(hole)) for hole in polygon[1:]] if k == 0 else [])]
            for polygon in polygons
            for k, part in enumerate(basemap.flat(polygon[0]))
        ]
        told = {"layer": "country", "code": code, "name": names.get(code, "")}
        features.append(_feature(told, "MultiPolygon", rings))
    for dashed in (False, True):
        lines = [_rounded(b.line) for b in basemap.borders if b.dashed == dashed]
        features.append(_feature({"layer": "border", "dashed": dashed}, "MultiLineString", lines))
    return json.dumps(
        {"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")
    )


def _rounded(points: Points) -> list[list[float]]:
    rounded: list[list[float]] = points.round(3).tolist()
    return rounded


def _feature(told: Mapping[str, Any], kind: str, coordinates: Sequence[Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": dict(told),
        "geometry": {"type": kind, "coordinates": coordinates},
    }
