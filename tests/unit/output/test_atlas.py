"""Drawn maps: well formed, escaped, framed around what they show."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.output.atlas import Atlas, Dot, Frame, Path, atlas_svg, class_of, frame_of
from dragoman.output.basemaps import load_basemap

HOSTILE = '"><script>alert(1)</script>&'
LINE = Path(((71.4, 51.2), (49.9, 40.4), (23.3, 42.7)), HOSTILE, group=0, width=3)
DOT = Dot(23.3, 42.7, HOSTILE, HOSTILE, "place", 3, True)


def drawn(atlas: Atlas, frame: Frame | None = None) -> str:
    return atlas_svg(load_basemap(), atlas, frame or frame_of(atlas), title=HOSTILE, words=HOSTILE)


def test_a_map_is_well_formed_and_holds_hostile_text_as_text() -> None:
    atlas = Atlas({"KAZ": 3}, {"KAZ": HOSTILE}, {"KAZ": HOSTILE}, (LINE,), (DOT,), {"KAZ": HOSTILE})
    svg = drawn(atlas)
    root = ET.fromstring(svg)
    assert not [e for e in root.iter() if e.tag.endswith(("script", "style"))]
    assert "style=" not in svg


def test_the_whole_world_is_drawn_with_every_country_and_stays_small() -> None:
    base = load_basemap()
    svg = drawn(Atlas({"KAZ": 3}, {}, {}))
    seen = set(re.findall(r'data-code="(\w+)"', svg))
    # Only what lies south of the frame is not on it.
    assert base.shapes.keys() - seen <= {"ATA", "SGS", "HMD", "ATF"}
    assert len(svg.encode()) < 300_000


def test_a_part_of_the_world_has_only_the_countries_that_are_seen() -> None:
    svg = drawn(Atlas({}, {}, {}, (LINE,)))
    seen = set(re.findall(r'data-code="(\w+)"', svg))
    assert {"KAZ", "AZE", "BGR", "TUR", "RUS"} <= seen
    assert not {"BRA", "AUS", "USA"} & seen


def test_the_frame_holds_all_that_is_compared() -> None:
    frame = frame_of(Atlas({}, {}, {}, (LINE,), (DOT,)))
    assert all(frame.west < x < frame.east and frame.south < y < frame.north for x, y in LINE.points)
    assert not frame.whole and frame_of(Atlas({}, {}, {})).whole


@given(st.floats(-180, 180), st.floats(-58, 84), st.floats(-180, 180), st.floats(-58, 84))
def test_any_two_places_make_a_frame_that_has_both(x: float, y: float, x2: float, y2: float) -> None:
    frame = frame_of(Atlas({}, {}, {}, (Path(((x, y), (x2, y2)), ""),)))
    assert frame.west <= min(x, x2) and max(x, x2) <= frame.east
    assert frame.south <= min(y, y2) and max(y, y2) <= frame.north
    assert frame.south < frame.north and frame.west < frame.east


@pytest.mark.parametrize("most", [1, 2, 5, 118, 1_000_000])
def test_classes_rise_with_counts_from_none_to_the_most(most: int) -> None:
    steps = [class_of(n, most) for n in range(min(most, 3000) + 1)]
    assert steps[0] == 0 and steps == sorted(steps) and class_of(most, most) == 5
    assert all(1 <= k <= 5 for k in steps[1:])


def test_lines_are_as_wide_as_told_and_dashed_where_told() -> None:
    svg = drawn(Atlas({}, {}, {}, (Path(LINE.points, "x", "sea", width=2, dashed=True),)))
    line = re.search(r'<path class="atlas-line atlas-sea"[^>]*>', svg)
    assert line and 'stroke-width="4.00"' in line[0] and "stroke-dasharray" in line[0]
    assert 'transform="scale(0.5)"' in svg
