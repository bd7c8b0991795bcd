"""Questions one after another and at the same time: what is kept between them changes no answer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from dragoman.errors import NoRoute
from dragoman.model.routes import Route
from dragoman.routing import journeys
from dragoman.routing.journeys import routes
from dragoman.routing.networks import Network, load_network

PAIRS = [("Altynkol", "Varna"), ("Xi'an", "Duisburg"), ("Shanghai", "Rotterdam"), ("Tashkent", "Mersin")]


@pytest.fixture
def network() -> Network:
    return load_network(regime="measured")


def _ask(network: Network, pair: tuple[str, str], avoid: tuple[str, ...] = ()) -> list[Route]:
    return routes(network, *pair, avoid=avoid, draws=256)


def test_a_question_has_one_answer_whatever_was_asked_before(network: Network) -> None:
    first = _ask(network, PAIRS[0])
    without_russia = _ask(network, PAIRS[0], ("RUS",))
    dated = routes(network, *PAIRS[0], depart=datetime(2025, 11, 3), draws=256)
    assert without_russia != first != dated
    for pair in PAIRS[1:]:
        _ask(network, pair, ("rail_ferry",))
    assert _ask(network, PAIRS[0]) == first
    assert _ask(network, PAIRS[0], ("RUS",)) == without_russia
    assert routes(network, *PAIRS[0], depart=datetime(2025, 11, 3), draws=256) == dated


def test_a_question_without_an_answer_leaves_the_next_one_alone(network: Network) -> None:
    first = _ask(network, PAIRS[0])
    with pytest.raises(NoRoute):
        _ask(network, PAIRS[0], ("rail", "road"))
    assert _ask(network, PAIRS[0]) == first


def test_many_threads_get_the_answers_of_one(network: Network) -> None:
    alone = [_ask(network, pair) for pair in PAIRS]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda k: _ask(network, PAIRS[k % 4]), range(24)))
    assert together == [alone[k % 4] for k in range(24)]


def test_compiled_and_plain_searches_answer_alike(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journeys, "is_compiled", lambda: False)
    monkeypatch.setattr(journeys, "_COMPILE_AFTER", 1 << 60)
    plain = [_ask(network, pair) for pair in PAIRS]
    monkeypatch.setattr(journeys, "_COMPILE_AFTER", 0)
    assert [_ask(network, pair) for pair in PAIRS] == plain


def test_legs_timed_by_one_row_are_fast_and_slow_together() -> None:
    # All sections are timed by the one row of Kazakh rail: what that row says of the country holds for their sum.
    way = routes(load_network(regime="official"), "Almaty", "Shymkent", avoid=["CHN"])[0]
    assert len(way.legs) >= 4
    for name in ("p10", "p50", "p90"):
        assert getattr(way.hours, name) == pytest.approx(
            sum(getattr(leg.hours, name) for leg in way.legs), rel=0.04
        )


@pytest.mark.parametrize(
    ("pair", "via", "passed"),
    [
        (("Altynkol", "Constanta"), "Poti", "ROCND"),
        (("Xi'an", "Almaty"), "Alashankou", "KZDOS"),
        (("Xi'an", "Mersin"), "Aktau", "AZALA"),
    ],
)
def test_a_route_goes_on_from_a_place_to_pass(pair: tuple[str, str], via: str, passed: str) -> None:
    network = load_network(regime="official")
    place = network.find(via).id
    for way in routes(network, *pair, via=[via], avoid=["RUS", "IRN"], draws=16):
        nodes = [leg.from_id for leg in way.legs if leg.link] + [way.legs[-1].to_id]
        at = nodes.index(place)
        assert nodes[at - 1] not in nodes[at + 1 :]
        assert passed in nodes[at + 1 :]


def test_a_route_turns_back_where_going_on_takes_long() -> None:
    # Kuryk lies at the end of its line: on from it leads over the Caspian only.
    way = routes(load_network(regime="official"), "Altynkol", "Aktau", via=["Kuryk"], draws=16)[0]
    assert {leg.mode for leg in way.legs if leg.link} == {"rail"}
