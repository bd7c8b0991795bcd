"""User equilibrium against the best known objectives of the TransportationNetworks collection."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import NetworkTableError, UsageError
from dragoman.routing.equilibrium import equilibrium, objective
from dragoman.routing.tntp import RoadNetwork, read_flows, read_network, read_trips

# SiouxFalls and Winnipeg: published beside the flows; Anaheim: of its best-known flows.
PUBLISHED = {"SiouxFalls": 42.31335287107440e5, "Winnipeg": 827911.494629963}


@pytest.mark.parametrize("name", ["SiouxFalls", "Anaheim", "Winnipeg"])
def test_objective_is_the_best_known(name: str, shared: Path) -> None:
    folder = shared / "data/corridors/TransportationNetworks" / name
    network = read_network(folder / f"{name}_net.tntp")
    trips = read_trips(folder / f"{name}_trips.tntp", network.zones)
    best = PUBLISHED.get(name) or objective(network, read_flows(folder / f"{name}_flow.tntp"))
    answer = equilibrium(network, trips, gap=1e-9)
    assert answer.relative_gap <= 1e-9
    assert answer.objective == pytest.approx(best, rel=1e-8)
    assert _is_conserved(network, trips, answer.flow)


def _is_conserved(network: RoadNetwork, trips: np.ndarray, flow: np.ndarray) -> bool:
    balance = np.zeros(network.nodes)
    np.add.at(balance, network.tail, flow)
    np.add.at(balance, network.head, -flow)
    want = np.zeros(network.nodes)
    want[: network.zones] = trips.sum(axis=1) - trips.sum(axis=0)
    return bool(np.allclose(balance, want, atol=1e-6 * trips.sum()))


def _two_roads(power: float = 1.0) -> RoadNetwork:
    ends = np.array([0, 0]), np.array([1, 1])
    one = np.ones(2)
    return RoadNetwork(2, 2, 0, *ends, np.array([1.0, 2.0]), one, one * 10, one * power)


def test_two_roads_take_equal_time() -> None:
    # 1 (1 + x/10) = 2 (1 + (12 - x)/10) gives x = 34/3.
    answer = equilibrium(_two_roads(), np.array([[0, 12.0], [0, 0]]))
    assert answer.flow == pytest.approx([34 / 3, 2 / 3])


def test_trips_without_a_path_are_named() -> None:
    with pytest.raises(UsageError, match="no path from zone 2 to zone 1"):
        equilibrium(_two_roads(), np.array([[0, 1.0], [1.0, 0]]))


def test_a_link_to_no_node_is_refused_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "bad_net.tntp"
    head = "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 2\n<FIRST THRU NODE> 1\n<END OF METADATA>\n"
    path.write_text(head + "1 7 10 1 1 0.15 4 0 0 1 ;\n")
    with pytest.raises(NetworkTableError, match=r"bad_net\.tntp, row 5: a link ends at no node"):
        read_network(path)
