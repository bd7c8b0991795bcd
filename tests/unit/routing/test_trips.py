"""Rows of trips that begin or end in certain countries (§N3)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.routing.test_networks import write

from dragoman.errors import NetworkTableError
from dragoman.model.routes import Route
from dragoman.routing.journeys import routes
from dragoman.routing.networks import Network, load_network
from dragoman.routing.sweeps import Change, Sweep

# A line from China through Kazakhstan to Russia and on to Poland: at Dostyk trains for Europe wait 5 h, others 30.
LINE = {
    "nodes": "id,name,country,lat,lon,kind\n"
    "CNURC,Urumqi,CHN,43.8,87.6,city\n"
    "KZDOS,Dostyk,KAZ,45.2,82.5,border\n"
    "KZALA,Almaty,KAZ,43.2,76.9,city\n"
    "PLMAL,Malaszewicze,POL,52.0,23.5,city\n",
    "legs": "id,from,to,mode,km,km_source\nWEST,CNURC,KZDOS,rail,480,map\n"
    "END,KZDOS,KZALA,rail,800,map\nON,KZDOS,PLMAL,rail,5000,map\n",
    "leg_times": "subject,regime,ends_in,low,typical,high,unit,source\n"
    "mode:rail,any,,40,40,40,km/h,line\n"
    "WEST,official,,10,10,10,h,timetable\n"
    "WEST,official,KAZ;UZB,20,20,20,h,regular trains\n",
    "node_times": "node,process,from_mode,to_mode,from_country,ends_in,low,typical,high,unit,source\n"
    "KZDOS,border,rail,rail,CHN,,5,5,5,h,trains to Europe\n"
    "KZDOS,border,rail,rail,CHN,KAZ,30,30,30,h,other trains\n",
}


def _network(folder: Path, **changed: str) -> Network:
    return load_network([write(folder, **{**LINE, **changed})], base=False)


@pytest.fixture
def network(tmp_path: Path) -> Network:
    kazakh = {name: LINE[name].replace("KAZ;UZB", "KAZ") for name in ("leg_times",)}
    return _network(tmp_path / "line", **kazakh)


def _hours(found: list[Route]) -> list[float]:
    return [round(leg.hours.p50, 6) for leg in found[0].legs]


def test_trips_that_end_there_take_the_rows_of_their_own(network: Network) -> None:
    assert _hours(routes(network, "Urumqi", "Almaty")) == [20, 30, 20]
    assert _hours(routes(network, "Urumqi", "Malaszewicze")) == [10, 5, 125]


def test_trips_that_begin_there_do_too(network: Network) -> None:
    assert _hours(routes(network, "Almaty", "Urumqi"))[-1] == 20


def test_answers_name_the_source_of_the_row_taken(network: Network) -> None:
    assert [leg.source for leg in routes(network, "Urumqi", "Almaty")[0].legs] == [
        "regular trains",
        "other trains",
        "line",
    ]


def test_a_scenario_keeps_the_rows_of_certain_trips(network: Network) -> None:
    changed = network.changed(
        {
            "leg_times": [
                {
                    "subject": "WEST",
                    "regime": "official",
                    "ends_in": "KAZ",
                    "typical": "25",
                    "low": "25",
                    "high": "25",
                    "source": "plan",
                }
            ]
        },
        "plan",
    )
    assert _hours(routes(changed, "Urumqi", "Almaty")) == [25, 30, 20]
    assert _hours(routes(changed, "Urumqi", "Malaszewicze")) == [10, 5, 125]


def test_a_sweep_answers_each_pair_with_the_times_of_its_trips(network: Network) -> None:
    pairs = [("Urumqi", "Almaty"), ("Urumqi", "Malaszewicze"), ("Urumqi", "Almaty")]
    sweep = Sweep(network, pairs, draws=64)
    plain = [a.front[0][0] / 3600 for a in sweep.answer(Change())]
    slower = [a.front[0][0] / 3600 for a in sweep.answer(Change(time_factor={"WEST": 2.0}))]
    assert plain == [70, 140, 70]
    assert slower == [90, 150, 90]
    assert [a.front[0][0] / 3600 for a in sweep.answer(Change())] == plain


@pytest.mark.parametrize(
    ("table", "old", "new", "told"),
    [
        ("leg_times", "KAZ;UZB", "KAZ;KZ", "column ends_in: 'KZ' is no ISO 3166-1 alpha-3 code"),
        ("leg_times", "KAZ;UZB", "UZB", "column ends_in: no node lies in UZB"),
        ("leg_times", "KAZ;UZB,20,20", "KAZ,30,20", "low 30 against typical 20"),
        ("leg_times", "WEST,official,KAZ;UZB", "WST,official,KAZ", "nothing is called 'WST'"),
        ("node_times", "KZDOS,border,rail,rail,CHN,KAZ", "KZDO,border,rail,rail,CHN,KAZ", "no node 'KZDO'"),
    ],
)
def test_bad_rows_of_certain_trips_refuse_the_network_before_any_trip_asks(
    tmp_path: Path, table: str, old: str, new: str, told: str
) -> None:
    tables = {**LINE, "leg_times": LINE["leg_times"].replace("KAZ;UZB", "KAZ")}
    text = (LINE[table] if old in LINE[table] and old not in tables[table] else tables[table]).replace(
        old, new
    )
    assert text != tables[table]
    with pytest.raises(NetworkTableError, match=told):
        _network(tmp_path / "bad", **{**tables, table: text})


def test_trains_that_end_in_central_asia_are_slower_than_those_that_only_pass() -> None:
    """Of the package's network: to Khorgos and on takes longer where the trip ends in Kazakhstan."""
    network = load_network(regime="measured")
    ends = network.for_trip(network.find("Xi'an"), network.find("Almaty"))
    passes = network.for_trip(network.find("Xi'an"), network.find("Poti"))
    assert passes is network
    line = next(
        a.link.id
        for a in network.arcs
        if a.link.mode == "rail" and a.tail.startswith("CN") and a.head.startswith("CN")
    )
    at = {n: next(a for a in n.arcs if a.link.id == line and a.forward).time.typical for n in (ends, passes)}
    assert at[ends] > at[passes]
