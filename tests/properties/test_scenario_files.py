"""Whatever a scenario file holds, it is read or refused with a reason; pictures stay well-formed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import NetworkTableError
from dragoman.model.routes import HoursQuantiles, Leg, Route
from dragoman.output.diagrams import DiagramStyle, curve_of_route, time_distance_svg
from dragoman.routing.networks import load_network
from dragoman.routing.scenarios import changed_network, scenario_from_mapping

_SCALARS = st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=True) | st.text(max_size=8)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["from", "to", "cargo", "subject", "legs", "id", "factor"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
_KEYS = ["open", "close", "set", "scale", "pairs", "avoid", "hubs", "notes", "assumed", "evidence"]


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=4))
def test_a_scenario_file_is_read_or_refused(content: dict[str, Any]) -> None:
    data = {"name": "x", "title": "x", "source": "x", **content}
    try:
        changed_network(load_network(), scenario_from_mapping(data, "x.yaml"))
    except NetworkTableError as error:
        assert "x" in error.message


_NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=12)
_TIMES = st.lists(st.floats(0.01, 1e4), min_size=3, max_size=3).map(lambda x: HoursQuantiles(*sorted(x)))


@settings(max_examples=60)
@given(st.lists(st.tuples(_NAMES, st.booleans(), st.floats(0, 2e4), _TIMES), min_size=1, max_size=6), _TIMES)
def test_a_diagram_of_any_route_is_well_formed(
    steps: list[tuple[str, bool, float, HoursQuantiles]], whole: HoursQuantiles
) -> None:
    legs = tuple(
        Leg(
            name,
            name,
            "rail" if moves else "wait",
            name,
            km if moves else 0.0,
            hours,
            name,
            link=name if moves else "",
        )
        for name, moves, km, hours in steps
    )
    route = Route("rt_1", legs, sum(leg.km for leg in legs), whole, whole.p50, 0.1, None, None)
    curve = curve_of_route(route, "a & b")
    assert all(p.low <= p.middle <= p.high for p in curve.points)
    assert all(
        a.km <= b.km and a.middle <= b.middle for a, b in zip(curve.points, curve.points[1:], strict=False)
    )
    ET.fromstring(time_distance_svg([curve], DiagramStyle(title="<t>")))
