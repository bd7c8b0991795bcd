"""Maps of routes: lines, names, no boundaries."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest

from dragoman.errors import UsageError
from dragoman.model.routes import HoursQuantiles, Leg, Route
from dragoman.output.basemaps import load_basemap
from dragoman.output.maps import MapPoint, geojson, map_svg, route_lines

SVG = "{http://www.w3.org/2000/svg}"

PLACES = {"A": (51.2, 43.6), "B": (49.4, 40.0), "C": (44.8, 41.7)}
HOURS = HoursQuantiles(20, 24, 30)


def _route() -> Route:
    legs = (
        Leg("Aktau", "Alat", "sea", "Feeder", 470, HOURS, "log", link="AB", from_id="A", to_id="B"),
        Leg("Alat", "Alat", "transfer", "port", 0, HOURS, "report", from_id="B", to_id="B"),
        Leg("Alat", "Tbilisi", "rail", "", 480, HOURS, "plan", link="BC", from_id="B", to_id="C"),
    )
    return Route("rt_1", legs, 950, HOURS, 60, 0.1, None, None)


def test_legs_become_lines_and_changes_become_points() -> None:
    lines, points = route_lines([_route()], PLACES)
    assert [line.points for line in lines] == [(PLACES["A"], PLACES["B"]), (PLACES["B"], PLACES["C"])]
    assert {p.name for p in points} == {"Aktau", "Alat", "Tbilisi"}


def test_a_drawn_line_is_turned_to_the_direction_of_travel() -> None:
    shape = (PLACES["B"], (50.5, 41.0), PLACES["A"])
    lines, _ = route_lines([_route()], PLACES, {"AB": shape})
    assert lines[0].points == shape[::-1]


def test_geojson_has_lines_with_sources_and_points() -> None:
    found = json.loads(geojson(*route_lines([_route()], PLACES)))
    kinds = [f["geometry"]["type"] for f in found["features"]]
    assert kinds == ["LineString", "LineString", "Point", "Point", "Point"]
    assert found["features"][0]["properties"]["source"] == "log"
    assert found["features"][0]["geometry"]["coordinates"][0] == [51.2, 43.6]


def test_the_svg_map_is_well_formed_and_north_is_up() -> None:
    tree = ET.fromstring(map_svg(*route_lines([_route()], PLACES), title="A & B"))
    spots = {
        (text.text or ""): float(text.attrib["y"])
        for text in tree.iter("{http://www.w3.org/2000/svg}text")
        if text.text in ("Aktau", "Alat")
    }
    assert spots["Aktau"] < spots["Alat"]


def test_names_do_not_cover_each_other_and_the_rest_show_when_pointed_at() -> None:
    lines, _ = route_lines([_route()], PLACES)
    crowd = [MapPoint(49.4, 40.0, f"A long name of a place {n}") for n in range(9)]
    tree = ET.fromstring(map_svg(lines, crowd))
    names = [t for t in tree.iter(f"{SVG}text") if t.attrib.get("class") == "name"]
    assert 1 < len(names) < 9
    assert len({(t.attrib["x"], t.attrib["y"]) for t in names}) == len(names)
    assert sum((t.text or "").startswith("A long name") for t in tree.iter(f"{SVG}title")) == 9


def test_land_is_one_colour_without_a_stroke_between_countries() -> None:
    land = load_basemap().land()
    svg = map_svg(*route_lines([_route()], PLACES), legend=["1: by Aktau", "2 & 3"], land=land)
    tree = ET.fromstring(svg)
    ground = next(g for g in tree.iter(f"{SVG}g") if g.attrib.get("class") == "land")
    assert 0 < len(ground) < len(land)
    assert ".land{fill:#f0efe9;stroke:#f0efe9" in svg
    assert {t.text for t in tree.iter(f"{SVG}text")} >= {"1: by Aktau", "2 & 3"}


def test_an_empty_map_is_an_error() -> None:
    with pytest.raises(UsageError, match="no line"):
        map_svg([])
