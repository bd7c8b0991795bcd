"""Which routes are drawn together."""

from __future__ import annotations

import json

from dragoman.desk.route_pictures import route_map, routes_apart
from dragoman.desk.routes import RouteQuestion, find_routes


def test_routes_drawn_together_go_different_ways() -> None:
    question = RouteQuestion("Altynkol", "Varna", (), ("RUS", "IRN"))
    answer = find_routes(question)
    drawn = routes_apart(answer.routes, 4)
    assert drawn[0] == (1, answer.routes[0])
    assert 1 < len(drawn) <= 4
    for rank, route in drawn:
        assert answer.routes[rank - 1] is route
        for other, another in drawn:
            if rank != other:
                links = {leg.link for leg in another.legs if leg.link}
                both = sum(leg.km for leg in route.legs if leg.link in links)
                assert both <= 0.85 * min(route.km, another.km) + 1e-6
    features = json.loads(route_map(answer, question))["features"]
    ranks = {f["properties"]["rank"] for f in features if "rank" in f["properties"]}
    assert ranks == {rank for rank, _ in drawn}


def test_where_all_are_alike_the_first_are_drawn() -> None:
    answer = find_routes(RouteQuestion("Altynkol", "Aktau", (), ("RUS",)))
    one = answer.routes[:1] * 3
    assert [rank for rank, _ in routes_apart(one, 2)] == [1, 2]
    assert routes_apart([], 4) == []
