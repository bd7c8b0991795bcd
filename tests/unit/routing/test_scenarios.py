"""Scenarios: bundled ones change what they say, files are checked, drafts follow statements."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import NetworkTableError, UnknownCode, UsageError
from dragoman.model.statements import Evidence, Place, Statement
from dragoman.routing.bottlenecks import bottleneck
from dragoman.routing.comparisons import Comparison, compare, hub_pairs
from dragoman.routing.drafts import draft_scenario, load_assets, mentioned_assets
from dragoman.routing.journeys import routes
from dragoman.routing.networks import Network, load_network
from dragoman.routing.scenarios import (
    Pair,
    Scenario,
    bundled_scenarios,
    changed_network,
    find_scenario,
    scenario_from_mapping,
    scenario_text,
)

BUNDLED = (
    "adria-tested-capacity",
    "btk-full",
    "caspian-vessels-doubled",
    "kuryk-closed",
    "marmaray-freight",
    "suez-closed",
    "tanap-doubled",
    "varna-burgas",
    "zangezur-open",
)


@pytest.fixture(scope="module")
def base() -> Network:
    return load_network(regime="measured")


def _compared(base: Network, name: str, draws: int = 256) -> dict[tuple[str, str], Comparison]:
    scenario = find_scenario(name)
    found = compare(base, changed_network(base, scenario), scenario.pairs, draws=draws)
    return {(c.from_, c.to): c for c in found}


def test_the_bundled_scenarios_are_those_of_the_documentation() -> None:
    assert bundled_scenarios() == BUNDLED


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("regime", ["official", "measured"])
def test_every_bundled_scenario_fits_the_network_and_changes_a_pair(name: str, regime: str) -> None:
    network = load_network(regime=regime)
    scenario = find_scenario(name)
    found = compare(network, changed_network(network, scenario), scenario.pairs, draws=16)
    assert len(found) == len(scenario.pairs)
    assert any(c.changed for c in found)
    assert scenario.source


def test_varna_and_burgas_shorten_the_way_to_varna() -> None:
    pair = _compared(load_network(regime="measured"), "varna-burgas")["Altynkol", "Varna"]
    assert pair.before and pair.after
    assert pair.after.route.expected_hours < pair.before.route.expected_hours
    assert {"BATUMI-VARNA", "POTI-VARNA"} & set(pair.after.route.links)


@pytest.mark.parametrize("regime", ["official", "measured"])
def test_varna_and_burgas_make_the_way_to_varna_cheaper_and_never_longer(regime: str) -> None:
    # As planned, the way by land through Kars takes as long as the weekly ferry: what is saved is money.
    pair = _compared(load_network(regime=regime), "varna-burgas")["Altynkol", "Varna"]
    assert pair.before and pair.after
    assert pair.after.route.expected_hours <= pair.before.route.expected_hours
    assert pair.after.least_cost and pair.before.least_cost
    assert pair.after.least_cost.middle < pair.before.least_cost.middle


def test_closing_kuryk_sends_its_cargo_by_aktau(base: Network) -> None:
    pair = _compared(base, "kuryk-closed")["Kuryk", "Baku"]
    assert pair.before and pair.after
    assert "KURYK-ALAT-FERRY" in pair.before.route.links
    assert "KURYK-ALAT-FERRY" not in pair.after.route.links
    assert "KZAAU" in pair.after.route.places


def test_closing_suez_sends_ships_round_the_cape(base: Network) -> None:
    pair = _compared(base, "suez-closed")["Shanghai", "Rotterdam"]
    assert pair.before and pair.after
    assert "S-GOODHOPE" in pair.after.route.places
    assert 5000 < pair.after.route.km - pair.before.route.km < 8000


def test_kazakh_gas_reaches_turkiye_only_with_the_link(base: Network) -> None:
    pair = _compared(base, "tanap-doubled")["Tengiz", "Eskisehir gas junction"]
    assert pair.before is None
    assert pair.after and pair.after.bottleneck and pair.after.bottleneck.unit == "bcm/y"
    assert pair.changed
    assert pair.difference() is None


def test_the_tested_capacity_of_adria_is_in_the_answer(base: Network) -> None:
    pair = _compared(base, "adria-tested-capacity")["Omisalj", "Szazhalombatta"]
    assert pair.before and pair.after and pair.before.bottleneck and pair.after.bottleneck
    assert pair.before.bottleneck.value == pytest.approx(11.4)
    assert pair.after.bottleneck.value == pytest.approx(16.4)


def test_twice_the_vessels_halve_the_wait_and_double_the_capacity(base: Network) -> None:
    changed = changed_network(base, find_scenario("caspian-vessels-doubled"))
    ways = ("AKTAU-ALAT-FEEDER", True)
    before, after = (
        next(a for a in n.arcs if (a.link.id, a.forward) == ways).calendar for n in (base, changed)
    )
    assert before and after
    assert after.headway == pytest.approx(before.headway / 2)
    assert after.closure_share == before.closure_share
    values = [
        next(c.value for c in n.capacities if c.subject == "service:Aktau-Alat feeder")
        for n in (base, changed)
    ]
    assert values[1] == pytest.approx(2 * values[0])


@pytest.mark.parametrize("name", BUNDLED)
def test_a_scenario_written_to_a_file_is_read_back_the_same(name: str, tmp_path: Path) -> None:
    scenario = find_scenario(name)
    path = tmp_path / "copy.yaml"
    path.write_text(scenario_text(scenario), encoding="utf-8")
    assert find_scenario(str(path)) == scenario


def test_a_draft_written_to_a_file_keeps_its_evidence(base: Network, tmp_path: Path) -> None:
    draft = draft_scenario(base, _project("the construction of the Kuryk seaport", "construction"))
    path = tmp_path / "draft.yaml"
    path.write_text(scenario_text(draft.scenario), encoding="utf-8")
    again = find_scenario(str(path))
    assert again == draft.scenario
    assert again.evidence and again.evidence["statement"] == "st_1"


def test_an_empty_scenario_is_the_network_itself(base: Network) -> None:
    nothing = Scenario("nothing", "Nothing", "assumed")
    assert changed_network(base, nothing) is base
    assert not compare(base, base, [Pair("Altynkol", "Poti")], draws=16)[0].changed


def test_pairs_of_hubs_are_told_only_where_something_changes(base: Network) -> None:
    changed = changed_network(base, find_scenario("btk-full"))
    tried = [p for p in hub_pairs(base, ("RUS", "IRN")) if p.from_ == "KZALT" and p.to in ("TRMER", "AZBAK")]
    found = compare(base, changed, (), tried=tried, draws=64)
    assert [(c.from_, c.to) for c in found] == [("Altynkol", "Mersin")]


def test_the_bottleneck_is_the_narrowest_capacity_on_the_way(base: Network) -> None:
    best = routes(base, "Altynkol", "Baku", avoid=["RUS", "IRN"], draws=16)[0]
    limit = bottleneck(base, best, "container")
    assert limit and limit.subject == "Aktau-Alat feeder"
    assert limit.value == pytest.approx(89)


def test_an_unknown_scenario_names_the_nearest() -> None:
    with pytest.raises(UnknownCode, match="varna-burgas"):
        find_scenario("varna-burgass")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: x\nsource: y\nopen: [NO-SUCH-LEG]\n", "no leg 'NO-SUCH-LEG'"),
        ("title: x\nsource: y\nopened: [A]\n", "unknown key 'opened'"),
        ("title: x\n", "no source"),
        ("title: x\nsource: y\nopen: BATUMI-VARNA\n", "open is not a list"),
        (
            "title: x\nsource: y\nscale:\n  - {component: capacities, subject: CPC-1, factor: -1}\n",
            "factor -1",
        ),
        (
            "title: x\nsource: y\nscale:\n  - {component: capacities, subject: NOTHING, factor: 2}\n",
            "no row about",
        ),
        ("title: x\nsource: y\npairs:\n  - [Altynkol]\n", "is not understood"),
        ("title: [x\n", "not YAML"),
        ("title: x\nsource: y\nset:\n  leg_times:\n    - {subject: SUEZ-CANAL, typical: -3}\n", "negative"),
        ("title: x\nsource: y\nset:\n  leg_times:\n    - {subject: SUEZ-CANAL, typical: 3}\n", "source"),
    ],
)
def test_a_bad_file_is_refused_with_its_fault(text: str, words: str, base: Network, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NetworkTableError, match=words):
        changed_network(base, find_scenario(str(path)))


def test_a_file_may_add_a_leg(base: Network) -> None:
    new = scenario_from_mapping(
        {
            "name": "bridge",
            "title": "A line",
            "source": "a test",
            "set": {
                "legs": [
                    {
                        "id": "NEW",
                        "from": "KZAAU",
                        "to": "AZALA",
                        "mode": "rail",
                        "km": 500,
                        "km_source": "test",
                    }
                ]
            },
        },
        "bridge",
    )
    network = changed_network(base, new)
    best = routes(network, "Aktau", "Baku", draws=16)[0]
    assert "NEW" in best.links


def _project(text: str, mode: str, actor: tuple[str, ...] = ("KAZ",), status: str = "proposed") -> Statement:
    return Statement(
        "st_1", "project", mode, actor, (), None, status, Evidence("d.txt", 3, 3 + len(text), text), "r", 1.0
    )


def test_integration_of_ports_opens_the_planned_services_there(base: Network) -> None:
    draft = draft_scenario(
        base,
        _project(
            "Varna and Burgas, would be incorporated into the Trans-Caspian corridor (TITR)", "integration"
        ),
    )
    assert set(draft.scenario.open) == {"BATUMI-BURGAS", "BATUMI-VARNA", "POTI-VARNA", "POTI-BURGAS"}
    assert [a.name for a in draft.assets] == ["Varna", "Burgas", "Trans-Caspian route"]
    assert draft.scenario.evidence and draft.scenario.evidence["start"] == 3
    assert draft.lacking == ()
    assert "status of the statement: proposed" in draft.scenario.notes


def test_a_country_joins_a_pipeline_by_its_planned_link(base: Network) -> None:
    words = "potential integration into the Trans-Anatolian Natural Gas Pipeline (TANAP) project"
    assert draft_scenario(base, _project(words, "integration")).scenario.open == ("KAZAKH-GAS-LINK",)
    assert draft_scenario(base, _project(words, "integration", ("AZE",))).scenario.open == ()


def test_the_places_of_a_railway_s_name_are_not_assets_by_themselves(base: Network) -> None:
    words = "the modernisation of the Baku-Tbilisi-Kars railway"
    whole = _project(words, "integration", ("GEO",))
    part = replace(whole, object="Baku-Tbilisi-Kars railway", place=Place("Kars", None, "TUR"))
    for statement in (whole, part):
        draft = draft_scenario(base, statement)
        assert [a.name for a in draft.assets] == ["Baku-Tbilisi-Kars"]
        assert draft.scenario.open == ()


@pytest.mark.parametrize(("country", "end"), [("SRB", "RSPAN"), ("HUN", "HUSZA"), ("HRV", "HRSIS")])
def test_a_pipeline_is_compared_to_where_the_country_takes_from_it(
    country: str, end: str, base: Network
) -> None:
    words = "will supply oil by the Adria oil pipeline"
    draft = draft_scenario(base, _project(words, "supply", ("KAZ", country)))
    assert [pair.to for pair in draft.scenario.pairs] == [end]


def test_construction_takes_the_highest_published_capacity(base: Network) -> None:
    draft = draft_scenario(base, _project("the construction of the Kuryk seaport", "construction"))
    rows = {row["subject"]: row for row in draft.scenario.rows["capacities"]}
    assert rows["service:Kuryk-Alat ferry"]["value"] == 6
    assert rows["service:Kuryk-Alat ferry"]["assumed"] == "yes"


def test_supply_without_an_amount_says_so(base: Network) -> None:
    draft = draft_scenario(base, _project("exports via the Croatian Adria oil pipeline", "supply"))
    assert draft.scenario.changes_nothing
    assert any("no amount" in note for note in draft.scenario.notes)


def test_assets_that_the_network_lacks_are_reported(base: Network) -> None:
    draft = draft_scenario(
        base, _project("the Nabucco pipeline and the port of Kuryk will be joined", "integration")
    )
    assert draft.lacking == ("Nabucco pipeline",)
    with pytest.raises(UsageError, match="lacks Nabucco pipeline"):
        draft_scenario(base, _project("work on the Nabucco pipeline", "construction"))


def test_a_statement_that_is_no_project_is_refused(base: Network) -> None:
    with pytest.raises(UsageError, match="project"):
        draft_scenario(base, _project("a venture in Varna", "venture"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Astana and Sofia agreed to cooperate", []),
        ("President Mary of the bar met Van Rompuy at sea ports", []),
        ("the Black Sea ports were discussed", []),
        ("oil by Baku-Tbilisi-Ceyhan", ["BTC"]),
        ("gas by the Trans-Caspian gas pipeline", ["Trans-Caspian gas pipeline"]),
    ],
)
def test_only_assets_are_found(text: str, names: list[str], base: Network) -> None:
    assets, lacking = mentioned_assets(base, text)
    assert [a.name for a in assets] == names
    assert lacking == []


def test_assets_name_legs_and_places_that_exist(base: Network) -> None:
    services = {link.service for link in base.links.values()}
    for asset in load_assets():
        assert set(asset.legs) <= set(base.links), asset.id
        assert set(asset.services) <= services, asset.id
        assert {*asset.places, *asset.sources.values()} <= set(base.nodes), asset.id
        assert {leg for legs in asset.open_with.values() for leg in legs} <= set(base.links), asset.id
