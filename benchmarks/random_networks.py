"""Random networks with calendars for benchmarks and tests: no real place, seeded."""

from __future__ import annotations

import random

from dragoman.model.routes import Band
from dragoman.routing.calendars import Calendar
from dragoman.routing.durations import Duration
from dragoman.routing.networks import Arc, Link, Network, Priced
from dragoman.routing.places import Node
from dragoman.routing.stops import StopRules

__all__ = ["random_network"]

# Daily, half-weekly and weekly departures on a fifth of the arcs.
PERIODS = (24.0, 84.0, 168.0)


def random_network(nodes: int, arcs: int, seed: int, *, scheduled: float = 0.2) -> Network:
    """A connected network on a plane: near neighbours joined, time, cost and CO2 drawn per km."""
    rng = random.Random(seed)
    at = [(rng.random() * 3000, rng.random() * 3000) for _ in range(nodes)]
    places = {
        f"N{i}": Node(
            f"N{i}", f"Place {i}", rng.choice(("AAA", "BBB", "CCC")), at[i][1] / 100, at[i][0] / 100
        )
        for i in range(nodes)
    }

    def km(i: int, j: int) -> float:
        return float(((at[i][0] - at[j][0]) ** 2 + (at[i][1] - at[j][1]) ** 2) ** 0.5) + 10

    pairs = [(i, min(range(i), key=lambda j: km(i, j))) for i in range(1, nodes)]
    near = sorted(
        ((i, j) for i in range(nodes) for j in sorted(range(nodes), key=lambda j: km(i, j))[1:9] if i < j),
        key=lambda _: rng.random(),
    )
    taken = {frozenset(p) for p in pairs}
    pairs += [p for p in near if frozenset(p) not in taken][: max(0, arcs // 2 - len(pairs))]
    links, out = {}, []
    for number, (i, j) in enumerate(pairs):
        link = Link(
            f"L{number}",
            f"N{i}",
            f"N{j}",
            rng.choice(("rail", "road", "sea")),
            "",
            km(i, j),
            cargo=frozenset({"container"}),
        )
        links[link.id] = link
        for tail, head in ((i, j), (j, i)):
            hours = link.km / rng.uniform(10, 60)
            calendar = None
            if rng.random() < scheduled:
                period = rng.choice(PERIODS)
                calendar = Calendar(period, (round(rng.random() * period, 2),), 1.0)
            out.append(
                Arc(
                    link,
                    f"N{tail}",
                    f"N{head}",
                    tail == i,
                    Duration(hours * 0.9, hours, hours * 1.3),
                    calendar,
                    Priced(Band(*(2 * [link.km * rng.uniform(0.3, 1.8)]))),
                    Priced(Band(*(2 * [link.km * rng.uniform(0.05, 0.9)]))),
                )
            )
    return Network("official", places, links, tuple(out), StopRules((), {}, "official"))
