"""What a route must pass and stay out of, as nodes and arcs of a graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.errors import UnknownCode, UsageError
from dragoman.routing.graphs import Graph
from dragoman.routing.networks import Arc, Network
from dragoman.routing.searches import Query
from dragoman.routing.tables import attributes

__all__ = ["Avoided", "Conditions", "conditions"]


@dataclass(frozen=True, slots=True)
class Avoided:
    """Places, countries and modes to stay out of."""

    nodes: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()

    def reason(self, arc: Arc, network: Network) -> str:
        """Why an arc must not be used; empty where it may."""
        for end in (arc.tail, arc.head):
            if why := self.of_node(end, network):
                return why
        for country in sorted(arc.link.countries & self.countries):
            return f"crosses {country}"
        return f"mode {arc.link.mode} is avoided" if arc.link.mode in self.modes else ""

    def arcs(self, graph: Graph, network: Network) -> set[int]:
        """The arcs of the network that must not be used."""
        if not (self.nodes or self.countries or self.modes):
            return set()
        shut = {node for node in graph.nodes if self.of_node(node, network)}
        modes, countries = self.modes, self.countries
        return {
            i
            for i, arc in enumerate(graph.arcs)
            if arc.tail in shut
            or arc.head in shut
            or arc.link.mode in modes
            or not countries.isdisjoint(arc.link.countries)
        }

    def of_node(self, node: str, network: Network) -> str:
        """Why a node must not be entered; empty where it may."""
        if node in self.nodes:
            return f"{network.nodes[node].name} is avoided"
        country = network.nodes[node].country
        return (
            f"{network.nodes[node].name} lies in {country}, which is avoided"
            if country in self.countries
            else ""
        )


@dataclass(frozen=True, slots=True)
class Conditions:
    """A question about routes with its places resolved."""

    origin: str
    destination: str
    via: tuple[str, ...]
    avoided: Avoided

    def query(self, network: Network, graph: Graph) -> Query:
        """The question in numbers of a graph."""
        parts = network.gazetteer.parts
        closed = self.avoided.arcs(graph, network)
        start, target = graph.index(self.origin), graph.index(self.destination)
        via = tuple(frozenset(graph.index(n) for n in parts(network.nodes[place])) for place in self.via)
        barred = graph.away_from({start, target}.union(*via))
        if closed:
            barred |= {a for a, i in enumerate(graph.source_arc) if i in closed}
        return Query(start, target, via, barred)


def conditions(
    network: Network, origin: str, destination: str, via: Sequence[str] = (), avoid: Sequence[str] = ()
) -> Conditions:
    """Resolve the places of a question.

    Raises
    ------
    UnknownCode
        A place, country or mode that is not known, with the nearest ones.
    UsageError
        Origin and destination are the same place.
    """
    start, end = network.find(origin), network.find(destination)
    if start.id == end.id:
        raise UsageError(f"{origin!r} and {destination!r} are one place", remedy="give two places")
    return Conditions(start.id, end.id, tuple(network.find(p).id for p in via), _avoided(network, avoid))


def _avoided(network: Network, avoid: Sequence[str]) -> Avoided:
    modes = _modes()
    nodes: set[str] = set()
    countries: set[str] = set()
    avoided_modes: set[str] = set()
    for word in avoid:
        text = word.strip()
        if text in network.nodes:
            nodes |= network.gazetteer.parts(network.nodes[text])
        elif text in _countries(network):
            countries.add(text)
        elif text in modes:
            avoided_modes.add(text)
        elif network.gazetteer.knows(text):
            nodes |= network.gazetteer.parts(network.find(text))
        else:
            countries.add(_country(text, network))
    return Avoided(frozenset(nodes), frozenset(countries), frozenset(avoided_modes))


def _country(text: str, network: Network) -> str:
    """A country that the network does not touch, or that is given by name."""
    from dragoman.codes.countries import country

    try:
        return country(text).alpha3
    except UnknownCode as error:
        near = (
            error.remedy.removeprefix("did you mean ").rstrip("?") if "did you mean" in error.remedy else ""
        )
        raise UnknownCode(
            f"{text!r} is no place of the network, no country (alpha-3) and no mode",
            remedy=f"did you mean {f'the country {near}, or ' if near else ''}{network.gazetteer.nearest(text)}? "
            f"modes are {', '.join(_modes())}",
        ) from None


def _countries(network: Network) -> frozenset[str]:
    crossed = (c for link in network.links.values() for c in link.countries)
    return frozenset(node.country for node in network.nodes.values()) | frozenset(crossed)


def _modes() -> tuple[str, ...]:
    return tuple(attributes()["legs"]["mode"].type.removeprefix("choice:").split("|"))
