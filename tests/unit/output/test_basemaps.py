"""The basemap: every country is on it or its absence explained; policy and outlines hold together."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tests.conftest import ROOT

from dragoman.codes import countries
from dragoman.desk.geography import capitals
from dragoman.errors import BadTable
from dragoman.output.basemaps import Basemap, basemap_geojson, flattened, load_basemap

FOLDER = ROOT / "src" / "dragoman" / "data" / "basemap"


@pytest.fixture(scope="module")
def base() -> Basemap:
    return load_basemap()


def test_every_country_of_the_table_has_a_shape_or_a_reason_for_none(base: Basemap) -> None:
    codes = {c.alpha3 for c in countries()}
    assert codes == {*base.shapes, *base.without_shape} - {"KAS"}
    assert not {*base.shapes} & {*base.without_shape}
    assert all(base.without_shape.values())


def test_every_state_has_a_shape_and_a_capital_in_or_beside_it(base: Basemap) -> None:
    for country in countries():
        if country.kind == "state":
            at = capitals()[country.alpha3]
            assert distance(base, country.alpha3, at.lon, at.lat) < 0.5, country.name


def distance(base: Basemap, code: str, lon: float, lat: float) -> float:
    """Degrees from a point to a shape, 0 inside."""
    near = 360.0
    for polygon in base.shapes[code]:
        for ring in base.flat(polygon[0]):
            (x, y), (x2, y2) = ring[:-1].T, ring[1:].T
            with np.errstate(divide="ignore", invalid="ignore"):
                crossing = ((y > lat) != (y2 > lat)) & (lon < x + (lat - y) * (x2 - x) / (y2 - y))
            if crossing.sum() % 2:
                return 0.0
            near = min(near, float(np.hypot(ring[:, 0] - lon, ring[:, 1] - lat).min()))
    return near


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ((34.1, 45.0), "UKR"), ((41.0, 43.0), "GEO"), ((44.0, 42.3), "GEO"), ((29.3, 47.1), "MDA"), ((33.6, 35.3), "CYP"),
        ((44.1, 9.6), "SOM"), ((-13.5, 25.0), "ESH"), ((20.9, 42.6), "XKX"), ((121.0, 23.8), "TWN"), ((35.2, 32.0), "PSE"),
    ],
)  # fmt: skip
def test_places_of_disputed_status_lie_where_the_policy_says(
    base: Basemap, place: tuple[float, float], code: str
) -> None:
    assert [c for c in base.shapes if distance(base, c, *place) == 0] == [code]


def test_the_written_policy_and_the_one_on_the_page_agree(base: Basemap) -> None:
    written = (ROOT / "docs" / "boundaries.md").read_text(encoding="utf-8")
    assert base.statement[0] in written.replace("\n> ", " ")
    for choice in base.choices:
        assert any(word in written for word in choice.about.replace(",", " ").split() if word[0].isupper()), (
            choice
        )


def test_disputed_lines_are_dashed_and_others_are_not(base: Basemap) -> None:
    dashed = np.concatenate([b.line for b in base.borders if b.dashed])
    solid = np.concatenate([b.line for b in base.borders if not b.dashed])
    kashmir, rajasthan = (75.5, 34.5), (71.0, 28.0)
    assert np.hypot(*(dashed - kashmir).T).min() < 1 < np.hypot(*(solid - kashmir).T).min()
    assert np.hypot(*(solid - rajasthan).T).min() < 1 < np.hypot(*(dashed - rajasthan).T).min()


def test_shapes_that_cross_the_edge_of_a_flat_map_are_cut_there(base: Basemap) -> None:
    for code in ("RUS", "FJI", "ATA", "USA", "NZL"):
        for polygon in base.shapes[code]:
            for ring in base.flat(polygon[0]):
                assert np.abs(ring[:, 0]).max() <= 180 + 1e-9
                assert np.abs(np.diff(ring[:, 0])).max() < 180 or code == "ATA"


def test_a_ring_is_cut_into_two_that_close() -> None:
    ring = np.array([[170.0, 0], [-170, 0], [-170, 10], [170, 10], [170, 0]])
    parts = flattened(ring)
    assert len(parts) == 2
    assert sorted((part[:, 0].min(), part[:, 0].max()) for part in parts) == [(-180, -170), (170, 180)]
    assert all((part[0] == part[-1]).all() for part in parts)


def test_the_file_for_the_browser_has_our_names_and_every_shape(base: Basemap) -> None:
    read = json.loads(basemap_geojson(base, {"TUR": "Türkiye"}))
    shown = {
        f["properties"]["code"]: f["properties"]["name"]
        for f in read["features"]
        if "code" in f["properties"]
    }
    assert shown.keys() == base.shapes.keys() and shown["TUR"] == "Türkiye"


def test_a_folder_takes_the_place_of_the_bundled_basemap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("policy.yaml", "countries.topojson"):
        text = (FOLDER / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("id: bundled", "id: ours"), encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_BASEMAP", str(tmp_path))
    assert load_basemap().id == "ours"
    assert load_basemap(FOLDER).id == "bundled"


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"objects": {}}', '{"arcs": [], "objects": {"countries": 3}}']
)
def test_a_folder_without_a_basemap_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "policy.yaml").write_text(
        (FOLDER / "policy.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (tmp_path / "countries.topojson").write_text(text, encoding="utf-8")
    with pytest.raises(BadTable, match=tmp_path.name):
        load_basemap(tmp_path)


def test_sources_and_licences_stand_beside_what_is_carried() -> None:
    vendor = ROOT / "src" / "dragoman" / "web" / "static" / "vendor" / "maplibre-gl"
    assert "Natural Earth" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")
    assert "MapLibre" in (vendor / "LICENSE.txt").read_text(encoding="utf-8")
    pinned = json.loads((ROOT / "assets" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert f"v{pinned['maplibre-gl']}/" in (vendor / "maplibre-gl.mjs").read_text(encoding="utf-8")[:400]


def test_no_host_of_a_registry_is_in_the_pins() -> None:
    lock = json.loads((ROOT / "assets" / "package-lock.json").read_text(encoding="utf-8"))
    assert not [name for name, entry in lock["packages"].items() if "resolved" in entry]
    assert all("integrity" in entry for name, entry in lock["packages"].items() if name)
