"""No route: which cut separates the two places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from dragoman.errors import NoRoute
from dragoman.routing.conditions import Conditions
from dragoman.routing.networks import Link, Network

__all__ = ["Cut", "find_cut", "no_route"]

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Cut:
    """What separates two places.

    Attributes
    ----------
    from_, to : str
        Node ids of the stretch that fails (a place to pass may end it).
    near : frozenset of str
        Nodes on the side of the cut that holds ``from_`` or ``to``, whichever side has the fewer legs out.
    barred : tuple of (Link, str)
        Legs across the cut, each with the reason why it cannot be used.
    """

    from_: str
    to: str
    near: frozenset[str]
    barred: tuple[tuple[Link, str], ...]


def find_cut(network: Network, asked: Conditions, cargo: str) -> Cut | None:
    """The cut of the first stretch that cannot be travelled; None where each one can."""
    usable = {
        (arc.tail, arc.head)
        for arc in network.arcs
        if cargo in arc.link.cargo and not asked.avoided.reason(arc, network)
    }
    places = (asked.origin, *asked.via, asked.destination)
    for start, end in pairwise(places):
        parts = network.gazetteer.parts
        starts = parts(network.nodes[start]) if start != asked.origin else frozenset({start})
        ends = parts(network.nodes[end]) if end != asked.destination else frozenset({end})
        ahead = _reached(starts, usable)
        if not ahead & ends:
            back = _reached(ends, {(b, a) for a, b in usable})
            why = _reasons(network, asked, cargo)
            cuts = [_across(network, side, why) for side in (ahead, back)]
            # The side with the fewest legs across; none at all is no help, so those come last.
            side, barred = min(zip((ahead, back), cuts), key=lambda pair: (not pair[1], len(pair[1])))
            return Cut(start, end, frozenset(side), tuple(barred))
    return None


def no_route(network: Network, asked: Conditions, cargo: str) -> NoRoute:
    """The error for a question without an answer; it names the cut."""
    name = {node.id: node.name for node in network.nodes.values()}
    for place in (asked.origin, *asked.via, asked.destination):
        if why := asked.avoided.of_node(place, network):
            return NoRoute(f"no route through {name[place]}: {why}", remedy="drop one of the two conditions")
    cut = find_cut(network, asked, cargo)
    if cut is None:
        what = (
            f"no route from {name[asked.origin]} to {name[asked.destination]} passes the places in this order"
        )
        return NoRoute(what, remedy="change their order or leave one out")
    head = f"no route for {cargo} from {name[cut.from_]} to {name[cut.to]}"
    if not cut.barred:
        around = sorted(name[node] for node in cut.near)
        return NoRoute(
            f"{head}: no leg of any kind leaves {_listed(around)}",
            remedy="add a leg, for instance in an overlay folder",
        )
    legs = [f"{link.id} {name[link.from_]}-{name[link.to]} ({why})" for link, why in cut.barred]
    return NoRoute(
        f"{head}: cut by {_listed(legs)}", remedy="open or allow one of these legs, or add another"
    )


def _listed(items: list[str]) -> str:
    more = f" and {len(items) - _SHOWN} more" if len(items) > _SHOWN else ""
    return ", ".join(items[:_SHOWN]) + more


def _reached(starts: Iterable[str], usable: set[tuple[str, str]]) -> set[str]:
    onward: dict[str, list[str]] = {}
    for a, b in usable:
        onward.setdefault(a, []).append(b)
    seen, waiting = set(starts), list(starts)
    while waiting:
        for node in onward.get(waiting.pop(), ()):
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return seen


def _reasons(network: Network, asked: Conditions, cargo: str) -> Callable[[Link], str]:
    arcs = {arc.link.id: arc for arc in network.arcs}

    def why(link: Link) -> str:
        if link.status != "open":
            return link.status
        if cargo not in link.cargo:
            return f"carries {', '.join(sorted(link.cargo))} only"
        return asked.avoided.reason(arcs[link.id], network) or "one way only"

    return why


def _across(network: Network, side: set[str], why: Callable[[Link], str]) -> list[tuple[Link, str]]:
    return [(link, why(link)) for link in network.links.values() if (link.from_ in side) != (link.to in side)]
