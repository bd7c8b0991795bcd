"""Loading: sound folders whole, bad ones refused with file, row, column and remedy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import NetworkTableError, NoRoute, UnknownCode, UsageError
from dragoman.routing.journeys import routes
from dragoman.routing.networks import Network, load_network

GOOD = {
    "nodes": "id,name,aliases,country,locode,lat,lon,kind,part_of\n"
    "KZAAU,Aktau,Aqtau,KAZ,KZAAU,43.6,51.2,city,\n"
    "KZAAU-PORT,Aktau port,,KAZ,,43.6,51.2,port,KZAAU\n"
    "AZBAK,Baku,Bakı,AZE,AZBAK,40.4,49.9,port,\n"
    "GEPTI,Poti,,GEO,GEPTI,42.1,41.6,port,\n"
    "RUMCX,Makhachkala,,RUS,RUMCX,43.0,47.5,port,\n",
    "legs": "id,from,to,mode,service,bidirectional,km,km_source,gauge,countries,status\n"
    "SPUR,KZAAU,KZAAU-PORT,rail,,yes,20,map,1520,,\n"
    "FEEDER,KZAAU-PORT,AZBAK,sea,Feeder,yes,468,searoute,,,\n"
    "NORTH,KZAAU-PORT,RUMCX,sea,,yes,300,searoute,,,\n"
    "COAST,RUMCX,AZBAK,rail,,yes,400,map,1520,,\n"
    "RAIL,AZBAK,GEPTI,rail,,yes,900,map,1520,ARM,\n"
    "PIPE,AZBAK,GEPTI,pipeline_oil,,no,830,map,,,planned\n",
    "leg_times": "subject,regime,low,typical,high,unit,source,assumed\n"
    "mode:rail,official,25,40,50,km/h,railway,no\n"
    "mode:rail,measured,8,10.4,15,km/h,CPMM,no\n"
    "mode:sea,any,,20,,km/h,speed,yes\n"
    "mode:pipeline_oil,any,,6,,km/h,speed,yes\n"
    "FEEDER>,any,22,24,32,h,log,no\n",
    "node_times": "node,process,from_mode,to_mode,low,typical,high,unit,source\nkind:port,port,*,*,10,20,30,h,port\n",
    "calendars": "subject,kind,departures,period,period_unit,offsets,months,closure_share,source\n"
    "service:Feeder,frequency,2,1,week,,,0.1,timetable\n",
    "costs": "subject,process,low,high,unit,source\nmode:rail,,1,1.4,usd/feu/km,x\nmode:sea,,500,900,usd/feu,x\n",
}


def write(folder: Path, **tables: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def network(tmp_path: Path) -> Network:
    return load_network([write(tmp_path / "net", **GOOD)], base=False)


def test_regimes_give_different_times_and_a_fallback_is_marked(tmp_path: Path) -> None:
    folder = write(tmp_path / "net", **GOOD)
    official, measured = (load_network([folder], r, base=False) for r in ("official", "measured"))
    rail = [next(a for a in n.arcs if a.link.id == "RAIL") for n in (official, measured)]
    assert rail[0].time.typical == 900 / 40
    assert (rail[0].time.low, rail[0].time.high) == (900 / 50, 900 / 25)
    assert rail[1].time.typical == pytest.approx(900 / 10.4)
    text = GOOD["leg_times"].replace("mode:rail,measured,8,10.4,15,km/h,CPMM,no\n", "")
    patched = load_network([write(tmp_path / "other", **{**GOOD, "leg_times": text})], "measured", base=False)
    assert next(a for a in patched.arcs if a.link.id == "RAIL").time.fallback


def test_the_narrowest_subject_wins_and_a_direction_is_narrower_than_the_leg(network: Network) -> None:
    times = {(a.link.id, a.forward): a.time for a in network.arcs}
    assert times["FEEDER", True].typical == 24
    assert times["FEEDER", False].typical == 468 / 20
    assert (times["FEEDER", False].low, times["FEEDER", False].high) == pytest.approx((19.89, 32.76))


def test_routes_show_waits_and_port_work_as_legs(network: Network) -> None:
    found = routes(network, "Aqtau", "GEPTI", avoid=["RUS"])
    assert len(found) == 1
    modes = [leg.mode for leg in found[0].legs]
    assert modes == ["rail", "transfer", "wait", "sea", "transfer", "rail"]
    answer = found[0].to_json()
    assert set(answer["hours"]) == {"p10", "p50", "p90", "mean"}
    assert answer["kgco2e_per_teu"] is None
    assert answer["usd_per_feu"] == {"low": 920 + 500, "high": 920 * 1.4 + 900}
    assert answer["km"] == 20 + 468 + 900
    assert answer["legs"][3]["source"] == "log"


def test_an_avoided_country_is_avoided_also_where_a_leg_only_crosses_it(network: Network) -> None:
    with pytest.raises(NoRoute, match=r"RAIL Baku-Poti \(crosses ARM\)"):
        routes(network, "Aktau", "Poti", avoid=["ARM"])


def test_a_city_is_passed_and_avoided_in_any_of_its_parts(network: Network) -> None:
    assert routes(network, "AZBAK", "RUMCX", via=["Aktau"])
    with pytest.raises(NoRoute, match="no route through Aktau: Aktau is avoided"):
        routes(network, "AZBAK", "RUMCX", via=["Aktau"], avoid=["Aktau"])
    assert all("KZAAU-PORT" not in r.places for r in routes(network, "AZBAK", "RUMCX", avoid=["Aktau"]))


def test_every_route_passes_the_places_in_order(network: Network) -> None:
    for route in routes(network, "Aktau", "Poti", via=["Makhachkala"]):
        assert "RUMCX" in route.places


def test_an_avoided_mode_cuts(network: Network) -> None:
    with pytest.raises(NoRoute, match=r"cut by .*FEEDER.*mode sea is avoided.*open or allow"):
        routes(network, "Aktau", "Poti", avoid=["sea"])


def test_a_planned_leg_is_no_route_until_a_change_opens_it(network: Network) -> None:
    with pytest.raises(NoRoute, match=r"PIPE Baku-Poti \(planned\)"):
        routes(network, "Baku", "Poti", cargo="oil")
    opened = network.changed({"legs": [{"id": "PIPE", "status": "open"}]}, "scenario")
    assert routes(opened, "Baku", "Poti", cargo="oil")[0].usd_per_feu is None


def test_unknown_places_get_the_nearest_names_and_codes(network: Network) -> None:
    with pytest.raises(UnknownCode, match=r"did you mean Aktau \(KZAAU\)"):
        routes(network, "Actau", "Poti")
    with pytest.raises(UnknownCode, match="no country"):
        routes(network, "Aktau", "Poti", avoid=["Narnia"])
    with pytest.raises(UsageError, match="one place"):
        routes(network, "Aktau", "Aqtau")


FAULTS = [
    ("leg_times", "mode:sea,any,,20,", "mode:sea,any,,-20,", r"row 4, column typical: -20 is negative"),
    ("leg_times", "FEEDER>,any,22,24,32,h", "FEEDER>,any,22,,32,h", "column typical: a time is missing"),
    ("leg_times", "FEEDER>,any,22,24,32,h", "FEEDER>,any,22,24,32,hrs", "unknown unit 'hrs'; use h"),
    ("leg_times", "FEEDER>,any,22", "FEEDER>,any,30", "low 30 against typical 24"),
    (
        "leg_times",
        "mode:sea,any,,20,,km/h,speed,yes\n",
        "",
        r"legs\.csv, row 3, column id: leg FEEDER has no running time",
    ),
    ("leg_times", "FEEDER>", "FEDER>", "nothing is called 'FEDER>'"),
    ("leg_times", ",log,no", ",,no", "a number without a source"),
    ("legs", "RAIL,AZBAK,GEPTI", "RAIL,AZBAK,GEPTO", r"legs\.csv, row 6, column to: no node 'GEPTO'"),
    ("legs", "rail,,yes,900", "train,,yes,900", "unknown value 'train'; use rail"),
    ("legs", ",gauge,", ",gage,", "unknown column 'gage'"),
    ("legs", "SPUR,KZAAU,", "COAST,KZAAU,", "the key COAST is already in"),
    ("nodes", "AZBAK,Baku", "XXXXX,Nowhere,,AZE,,1,1,city,\nAZBAK,Baku", "no leg touches XXXXX"),
    ("nodes", "KAZ,KZAAU", "Kazakhstan,KZAAU", "no ISO 3166-1 alpha-3"),
    ("nodes", "AZBAK,40.4", "AZBAK,140.4", "not on the globe"),
    ("nodes", "Poti,,", "Baku,,", "'Baku' is also in"),
    ("calendars", "frequency,2", "frequency,0", "column departures: the calendar never sails"),
    ("calendars", "week,,,0.1", "week,,,1", "column closure_share: the calendar never sails"),
    ("calendars", "week,,,0.1", "week,,13,0.1", "names no months"),
    ("calendars", "frequency,2,1,week,", "timetable,,1,week,", "column offsets: the calendar never sails"),
    ("costs", "mode:sea,,500,900,usd/feu,x\n", "", "has no cost while others for"),
    ("costs", "1,1.4", "1.4,1", "high 1 under low 1.4"),
    ("node_times", "kind:port,port", "NOWHERE,port", "no node 'NOWHERE'"),
]


@pytest.mark.parametrize(("table", "old", "new", "message"), FAULTS, ids=[f[3][:40] for f in FAULTS])
def test_a_bad_table_is_refused_with_place_and_remedy(
    tmp_path: Path, table: str, old: str, new: str, message: str
) -> None:
    assert old in GOOD[table]
    folder = write(tmp_path / "net", **{**GOOD, table: GOOD[table].replace(old, new, 1)})
    with pytest.raises(NetworkTableError, match=message) as caught:
        load_network([folder], base=False)
    assert caught.value.remedy
    assert ".csv" in caught.value.where


@pytest.mark.parametrize(
    ("told", "firm", "ends"),
    [
        ("", "", (25, 50)),
        # (2 x 1.2816 sqrt(4/3) / 1.693 - 1) / 2 of the logarithms' range at each end; two count as three.
        ("3", "", (25 / 2**0.3740, 50 * 2**0.3740)),
        ("2", "", (25 / 2**0.3740, 50 * 2**0.3740)),
        ("3", "low", (25, 50 * 2**0.3740)),
        ("3", "high", (25 / 2**0.3740, 50)),
        ("6", "", (25 / 2**0.0462, 50 * 2**0.0462)),
        ("8", "", (25, 50)),
    ],
)
def test_ends_of_few_told_times_move_out_to_where_quantiles_lie(
    tmp_path: Path, told: str, firm: str, ends: tuple[float, float]
) -> None:
    found = load_network(_few(tmp_path, f"25,40,50,{told},{firm}"), base=False)
    rail = next(a for a in found.arcs if a.link.id == "RAIL").time
    assert (900 / rail.high, 900 / rail.typical, 900 / rail.low) == pytest.approx(
        (ends[0], 40, ends[1]), rel=1e-3
    )


@pytest.mark.parametrize("cells", ["25,40,,3,", "25,40,50,1,", ",40,,2,low"])
def test_few_told_times_need_two_and_both_ends(tmp_path: Path, cells: str) -> None:
    with pytest.raises(NetworkTableError, match="times with ends") as caught:
        load_network(_few(tmp_path, cells), base=False)
    assert caught.value.remedy == "give two or more, and both ends"


def _few(folder: Path, cells: str) -> list[Path]:
    few = f"subject,low,typical,high,told,firm,unit,source\nRAIL,{cells},km/h,my log\n"
    return [write(folder / "net", **GOOD), write(folder / "few", leg_times=few)]


def test_an_overlay_overrides_one_number_and_keeps_the_rest(tmp_path: Path) -> None:
    base = write(tmp_path / "net", **GOOD)
    mine = write(
        tmp_path / "mine",
        legs="id,km,km_source\nRAIL,950,my survey\n",
        leg_times="subject,typical,unit,source\nRAIL,20,h,my log\n",
    )
    rail = next(a for a in load_network([base, mine], base=False).arcs if a.link.id == "RAIL")
    assert (rail.link.km, rail.link.km_source, rail.link.from_) == (950, "my survey", "AZBAK")
    assert (rail.time.typical, rail.time.source) == (20, "my log")


def test_an_overlay_number_without_a_source_is_refused(tmp_path: Path) -> None:
    base = write(tmp_path / "net", **GOOD)
    mine = write(tmp_path / "mine", leg_times="subject,typical\nRAIL,20\n")
    with pytest.raises(NetworkTableError, match=r"mine/leg_times\.csv, row 2, column source"):
        load_network([base, mine], base=False)


def test_legs_may_come_as_geojson_lines(tmp_path: Path) -> None:
    base = write(tmp_path / "net", **GOOD)
    mine = tmp_path / "mine"
    mine.mkdir()
    properties = {
        "id": "NEW",
        "from": "RUMCX",
        "to": "GEPTI",
        "mode": "rail",
        "hours_typical": 30,
        "source": "plan",
    }
    line = {"type": "LineString", "coordinates": [[47.5, 43.0], [41.6, 42.1]]}
    feature = {"type": "Feature", "properties": properties, "geometry": line}
    (mine / "legs.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    new = next(a for a in load_network([base, mine], base=False).arcs if a.link.id == "NEW")
    assert new.link.km == pytest.approx(492, abs=5)
    assert new.time.typical == 30


@pytest.mark.parametrize(
    ("legs", "words"),
    [
        ({"features": {}}, "not a GeoJSON FeatureCollection"),
        ({"features": ["a"]}, "feature 1: not a feature"),
        (
            {"features": [{"geometry": {"type": "Point", "coordinates": [47.5, 43.0]}}]},
            "feature 1: geometry 'Point' where a LineString",
        ),
        (
            {"features": [{"geometry": {"type": "LineString", "coordinates": [47.5, 43.0]}}]},
            "feature 1: geometry 'LineString' where a LineString of numbers",
        ),
    ],
)
def test_geojson_of_another_shape_is_refused_with_its_feature(
    legs: dict[str, object], words: str, tmp_path: Path
) -> None:
    base = write(tmp_path / "net", **GOOD)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "legs.geojson").write_text(json.dumps({"type": "FeatureCollection", **legs}))
    with pytest.raises(NetworkTableError) as caught:
        load_network([base, mine], base=False)
    assert words in str(caught.value)


def test_an_empty_folder_is_no_network(tmp_path: Path) -> None:
    with pytest.raises(NetworkTableError, match="no table of a network"):
        load_network([tmp_path], base=False)
