"""The corridor annex of a briefing: routes between the two countries, their diagram, and claims about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.desk.brief_drafts import Draft
from dragoman.desk.brief_facts import listed
from dragoman.desk.dossiers import name_of
from dragoman.errors import NoRoute, UnknownCode
from dragoman.model.routes import Route
from dragoman.output.briefings import (
    Block,
    Cell,
    Grid,
    Items,
    Paragraph,
    Picture,
    Reference,
    Section,
    shortened,
)

if TYPE_CHECKING:
    from dragoman.routing.networks import Network

__all__ = ["corridor"]

_MOST_LEGS, _MOST_CLAIMS = 12, 4


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    regime: str
    avoid: tuple[str, ...]
    route: Route


def corridor(draft: Draft) -> Section | None:
    """Routes from one capital to the other: the fastest, and the fastest of the corridor that the texts name.

    None where the network has no place in one of the countries, or joins them by no route.
    """
    if not draft.question.corridor:
        return None
    from dragoman.routing.networks import load_network

    network = load_network(draft.question.folders, "official")
    ends = _ends(draft, network)
    if ends is None:
        return None
    named, avoid, told_by = _named(draft, network)
    avoid = draft.question.avoid or avoid
    found = _routes(draft, ends, avoid)
    if not found:
        return None
    source = _network_line(draft, found)
    names = [network.nodes[end].name for end in ends]
    blocks: list[Block] = []
    if named:
        text = f"The texts name {listed(named)}."
        blocks.append(Paragraph((draft.sentence(text, draft.cite_ids(told_by)),)))
    # The corridor that the texts name, by published times, is looked at closely.
    chosen = next((f for f in reversed(found) if f.regime == "official"), found[-1])
    blocks += [_table(found, source), _picture(found, chosen, names), _legs(chosen, source)]
    claims = _claims(draft)
    if claims:
        blocks.append(claims)
    return Section("corridor", f"Annex: corridor {names[0]} to {names[1]}", tuple(blocks))


def _ends(draft: Draft, network: Network) -> tuple[str, str] | None:
    """Node ids of both ends: as asked, else the capital, else the first city that the tables have."""
    from dragoman.codes import country, is_country

    asked = (draft.question.origin, draft.question.destination)
    out = []
    for code, place in zip((draft.dossier.one, draft.dossier.other), asked):
        if place:
            out.append(network.find(place).id)
            continue
        nodes = [n for n in network.nodes.values() if n.country == code]
        if not nodes:
            return None
        capital = country(code).capital if is_country(code) else ""
        exact = next((n for n in nodes if capital and capital in (n.name, *n.aliases)), None)
        out.append((exact or next((n for n in nodes if n.kind == "city"), nodes[0])).id)
    return (out[0], out[1]) if out[0] != out[1] else None


def _named(draft: Draft, network: Network) -> tuple[list[str], tuple[str, ...], list[str]]:
    """Corridors that the pair's texts name, the countries that they stay out of, and the statements."""
    from dragoman.routing.drafts import mentioned_assets

    names: dict[str, None] = {}
    avoid: dict[str, None] = {}
    told: list[str] = []
    for s in draft.dossier.statements:
        for asset in mentioned_assets(network, s.evidence.text)[0]:
            if asset.corridor:
                names[f"the {asset.name}"] = None
                avoid.update(dict.fromkeys(asset.avoid))
                told.append(s.id)
    return list(names), tuple(avoid), told


def _routes(draft: Draft, ends: tuple[str, str], avoid: tuple[str, ...]) -> list[_Found]:
    from dragoman.desk.routes import RouteQuestion, find_routes

    out: list[_Found] = []
    for without in dict.fromkeys(((), avoid)):
        words = f"without {listed([name_of(a) for a in without])}" if without else "fastest of all"
        for regime in ("official", "measured"):
            question = RouteQuestion(*ends, avoid=without, regime=regime, folders=draft.question.folders)
            try:
                answer = find_routes(question)
            except (NoRoute, UnknownCode):
                continue
            out.append(_Found(f"{words}, {regime} times", regime, without, answer.routes[0]))
    return out


def _network_line(draft: Draft, found: Sequence[_Found]) -> tuple[int, ...]:
    from dragoman import __version__

    told = {leg.source for f in found for leg in f.route.legs if leg.source and not leg.assumed}
    assumed = sum(leg.assumed for f in found for leg in f.route.legs)
    count = sum(len(f.route.legs) for f in found)
    text = (
        f"tables legs, leg_times, node_times and costs; times of the legs from {len(told)} published sources, "
        f"{assumed} of {count} legs and stops assumed; each has its source in `dragoman route`"
    )
    reference = Reference(
        "network", "network", f"Dragoman, corridor network of version {__version__}", "data/network", ()
    )
    return draft.sources.line(reference, text)


def _way(route: Route) -> str:
    """The places where service or mode changes."""
    places: list[str] = []
    last = None
    for leg in route.legs:
        if leg.link:
            if (leg.service or leg.mode) != last:
                places.append(leg.from_)
            last, end = leg.service or leg.mode, leg.to
    return " – ".join(dict.fromkeys([*places, end]))


def _days(hours: float) -> str:
    return f"{hours / 24:.1f}"


def _table(found: Sequence[_Found], source: tuple[int, ...]) -> Grid:
    rows = []
    for f in found:
        h, usd = f.route.hours, f.route.usd_per_feu
        rows.append(
            (
                Cell(f.name, source),
                Cell(_way(f.route)),
                Cell(f"{f.route.km:,.0f}"),
                Cell(f"{_days(h.p50)} ({_days(h.p10)} to {_days(h.p90)})"),
                Cell(f"{usd.low:,.0f} to {usd.high:,.0f}" if usd else "not known"),
            )
        )
    head = ("route", "way", "km", "days: median (p10 to p90)", "USD per FEU")
    return Grid("Container, door to door, average over departures", head, tuple(rows), (20, 40, 8, 16, 16))


def _picture(found: Sequence[_Found], chosen: _Found, names: Sequence[str]) -> Picture:
    from dragoman.output.diagrams import DiagramStyle, curve_of_route, time_distance_svg

    # The first curve lies on top and has the labels.
    order = [chosen, *(f for f in found if f is not chosen)]
    curves = [curve_of_route(f.route, f.name) for f in order]
    title = f"{names[0]} to {names[1]}, time against distance"
    svg = time_distance_svg(curves, DiagramStyle(780, 480, title))
    words = "; ".join(
        f"{f.name}: {f.route.km:,.0f} km in {_days(f.route.hours.p50)} days, {_days(f.route.hours.p10)} to "
        f"{_days(f.route.hours.p90)}"
        for f in found
    )
    caption = "Time against distance: a stop is a vertical jump with its name, the band is p10 to p90, dashed is assumed."
    return Picture("corridor", caption, f"{title}. {words}.", svg)


def _legs(found: _Found, source: tuple[int, ...]) -> Grid:
    """Where the time goes: the legs and stops that take longest, in order of travel."""
    legs = [leg for leg in found.route.legs if leg.hours.p50 > 0]
    longest = sorted(legs, key=lambda leg: -leg.hours.p50)[:_MOST_LEGS]
    rows = []
    for leg in legs:
        if leg not in longest:
            continue
        what = (
            f"{leg.from_} to {leg.to}, {leg.service or leg.mode}" if leg.link else f"{leg.from_}, {leg.mode}"
        )
        told = "assumed" if leg.assumed else leg.source
        hours = f"{leg.hours.p50:.0f} ({leg.hours.p10:.0f} to {leg.hours.p90:.0f})"
        rows.append(
            (
                Cell(what, source),
                Cell(f"{leg.km:,.0f}" if leg.link else "–"),
                Cell(hours),
                Cell(shortened(told, 90)),
            )
        )
    rest = sum(leg.hours.p50 for leg in legs) - sum(leg.hours.p50 for leg in longest)
    share = (
        f"; the {len(legs) - len(longest)} others take {rest:.0f} h together"
        if len(legs) > len(longest)
        else ""
    )
    caption = f"Where the time goes, {found.name}{share}"
    return Grid(
        caption, ("leg or stop", "km", "hours: median (p10 to p90)", "source"), tuple(rows), (38, 8, 18, 36)
    )


def _claims(draft: Draft) -> Items | None:
    from dragoman.desk.corridor_claims import corridor_findings

    items = []
    for f in corridor_findings(draft.dossier.statements)[:_MOST_CLAIMS]:
        numbers = draft.cite_ids(f.statements)
        if f.verdict != "unchecked" and numbers:
            items.append((f.verdict, draft.sentence(draft.named(f.because), numbers)))
    return Items(tuple(items)) if items else None
