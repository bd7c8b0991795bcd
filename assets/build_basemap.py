"""Builds the bundled basemap from the world atlas: our codes, our order, nothing else.

    python build_basemap.py 50m.json FOLDER

The outlines are not changed. Names are dropped (the package's own table has them), shapes are given the codes
of that table, and what the table has no code for is given the code that ``policy.yaml`` in the folder says.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from dragoman.codes import countries

Arcs = list[Any]


def polygons_of(geometry: dict[str, Any]) -> list[Arcs]:
    """The polygons of a shape, each a list of rings of arc numbers."""
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else list(geometry["arcs"])


def first_lon(topology: dict[str, Any], polygon: Arcs) -> float:
    """Longitude [deg] of the first point of a polygon."""
    number = polygon[0][0]
    arc = topology["arcs"][number if number >= 0 else ~number]
    return float(arc[0][0] * topology["transform"]["scale"][0] + topology["transform"]["translate"][0])


def shapes(topology: dict[str, Any], policy: dict[str, Any]) -> dict[str, list[Arcs]]:
    """Polygons by code."""
    known = {c.alpha3 for c in countries()}
    recoded: dict[str, Any] = policy["recoded"]
    out: dict[str, list[Arcs]] = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = geometry["properties"]["a3"]
        for polygon in polygons_of(geometry):
            target = recoded.get(code, code)
            if isinstance(target, list):
                east = first_lon(topology, polygon)
                target = next(t["code"] for t in target if east >= t.get("east_of", -180))
            if target not in known and target not in policy["uncoded"]:
                raise SystemExit(f"no code for the shape {code}: add it to policy.yaml")
            out[target].append(polygon)
    return dict(sorted(out.items()))


def renumbered(topology: dict[str, Any], found: dict[str, list[Arcs]]) -> dict[str, Any]:
    """The topology with the arcs that are used, in order of first use."""
    numbers: dict[int, int] = {}

    def new(arc: int) -> int:
        plain = arc if arc >= 0 else ~arc
        number = numbers.setdefault(plain, len(numbers))
        return number if arc >= 0 else ~number

    geometries = [
        {
            "type": "MultiPolygon",
            "id": code,
            "arcs": [[[new(a) for a in ring] for ring in p] for p in polygons],
        }
        for code, polygons in found.items()
    ]
    return {
        "type": "Topology",
        "transform": topology["transform"],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [topology["arcs"][old] for old in numbers],
    }


def main() -> None:
    """Write ``countries.topojson`` into the folder."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    topology = json.loads(source.read_text(encoding="utf-8"))
    policy = yaml.safe_load((folder / "policy.yaml").read_text(encoding="utf-8"))
    built = renumbered(topology, shapes(topology, policy))
    text = json.dumps(built, separators=(",", ":"))
    (folder / "countries.topojson").write_text(text + "\n", encoding="utf-8")
    print(
        f"{len(built['objects']['countries']['geometries'])} shapes, {len(built['arcs'])} arcs, {len(text)} bytes"
    )


if __name__ == "__main__":
    main()
