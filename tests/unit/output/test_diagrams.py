"""The time-distance diagram: what it draws, and that it is one and the same every time."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from dragoman.errors import UsageError
from dragoman.model.routes import Band, HoursQuantiles, Leg, Route
from dragoman.output.diagrams import DiagramStyle, curve_of_route, png_of_svg, time_distance_svg

SVG = "{http://www.w3.org/2000/svg}"


def _hours(*q: float) -> HoursQuantiles:
    return HoursQuantiles(*q)


def _route(*, cost: bool = True, assumed: bool = False) -> Route:
    legs = (
        Leg(
            "A",
            "B",
            "rail",
            "",
            1000,
            _hours(20, 24, 30),
            "timetable",
            assumed,
            link="A-B",
            usd_per_feu=Band(500, 700),
        ),
        Leg("B", "B", "wait", "Ferry <weekly>", 0, _hours(10, 84, 150), "weekly"),
        Leg(
            "B",
            "C",
            "sea",
            "Ferry <weekly>",
            500,
            _hours(24, 25, 32),
            "log",
            link="B-C",
            usd_per_feu=Band(300, 500),
        ),
    )
    band = Band(800, 1200) if cost else None
    return Route("rt_1", legs, 1500, _hours(60, 132, 205, 133), 133, 0.5, band, None)


def test_the_curve_ends_at_the_quantiles_of_the_whole_route() -> None:
    last = curve_of_route(_route(), "x").points[-1]
    assert last.km == 1500
    assert (last.low, last.middle, last.high) == pytest.approx((60 / 24, 132 / 24, 205 / 24))


def test_a_stop_is_a_vertical_jump_and_a_leg_a_slope() -> None:
    points = curve_of_route(_route(), "x").points
    assert [p.km for p in points] == [0, 1000, 1000, 1500]
    assert points[1].middle < points[2].middle
    assert points[2].label == "B: wait for Ferry <weekly>"


def test_the_band_holds_the_line() -> None:
    assert all(p.low <= p.middle <= p.high for p in curve_of_route(_route(), "x").points)


def test_cost_runs_from_low_to_high() -> None:
    last = curve_of_route(_route(), "x", "cost").points[-1]
    assert (last.low, last.middle, last.high) == pytest.approx((800, 1000, 1200))


def test_a_route_without_cost_has_no_cost_curve() -> None:
    with pytest.raises(UsageError, match="no cost"):
        curve_of_route(_route(cost=False), "x", "cost")
    with pytest.raises(UsageError, match="measure"):
        curve_of_route(_route(), "x", "speed")


def test_the_svg_is_well_formed_and_names_its_sources() -> None:
    curves = [curve_of_route(_route(), "one & two"), curve_of_route(_route(assumed=True), "three")]
    svg = time_distance_svg(curves, DiagramStyle(title="A to C <test>"))
    tree = ET.fromstring(svg)
    assert len(tree.findall(f"{SVG}polygon")) == 2
    assert {t.text for t in tree.iter(f"{SVG}title")} >= {"A to C <test>", "timetable", "weekly", "log"}
    words = " ".join(t.text or "" for t in tree.iter(f"{SVG}text"))
    assert "one & two: 5.5 d (2.5 to 8.5)" in words
    assert "wait for Ferry <weekly>" in words


def test_of_three_routes_only_the_first_has_a_band_and_each_a_bar() -> None:
    curves = [curve_of_route(_route(), name) for name in ("one", "two", "three")]
    tree = ET.fromstring(time_distance_svg(curves))
    assert len(tree.findall(f"{SVG}polygon")) == 1
    bars = [line for line in tree.findall(f"{SVG}line") if line.attrib.get("class") == "stop"]
    assert len({bar.attrib["x1"] for bar in bars}) == 3
    assert {(bar.attrib["y1"], bar.attrib["y2"]) for bar in bars} == {
        (bars[0].attrib["y1"], bars[0].attrib["y2"])
    }


def test_a_name_of_a_stop_is_not_written_over_another() -> None:
    curves = [curve_of_route(_route(), name) for name in ("one", "two", "three")]
    svg = time_distance_svg(curves)
    # Same stop, same place: right of the line for the first, left for the second, no room for the third.
    assert svg.count("B: wait for Ferry &lt;weekly&gt;</text>") == 2


def test_assumed_numbers_are_dashed() -> None:
    dashed = time_distance_svg([curve_of_route(_route(assumed=True), "x")])
    assert dashed.count('class="line assumed"') == 1
    assert 'class="line assumed"' not in time_distance_svg([curve_of_route(_route(), "x")])


def test_the_same_routes_give_the_same_picture() -> None:
    pictures = {time_distance_svg([curve_of_route(_route(), "x")]) for _ in range(3)}
    assert len(pictures) == 1


def test_nothing_to_draw_is_an_error() -> None:
    with pytest.raises(UsageError, match="no route"):
        time_distance_svg([])


def test_png_is_drawn_where_the_package_is_there() -> None:
    pytest.importorskip("vl_convert")
    assert png_of_svg(time_distance_svg([curve_of_route(_route(), "x")])).startswith(b"\x89PNG")
