"""Claims about corridors against the network: times, amounts, capacities, speeds (docs/network.md).

A claim that the network cannot judge is left out: no finding is better than one that guesses. What a source of the
network says itself is a claim like any other, so findings name the source that they hold against.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from dragoman.errors import BadPeriod, DragomanError, NoRoute
from dragoman.model.findings import Finding, Repair, Series
from dragoman.model.intervals import Interval, exact
from dragoman.model.messages import say
from dragoman.model.periods import Period, parse_period
from dragoman.model.statements import Statement

if TYPE_CHECKING:
    from dragoman.routing.drafts import Asset
    from dragoman.routing.networks import Network

__all__ = ["corridor_findings", "named_places"]

_HOURS = {"h": 1.0, "day": 24.0, "d": 24.0, "week": 168.0, "wk": 168.0, "min": 1 / 60}
_AMOUNTS = {"t": 1.0, "Mt": 1e6, "kt": 1e3, "TEU": 1.0, "kTEU": 1e3, "bcm": 1.0, "m3": 1e-9}
_SPEED = re.compile(r"(?P<n>\d+(?:[.,]\d+)?)\s*(?:km/h|kmh|kilomet(?:er|re)s (?:an|per) hour)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Way:
    """A route that a claim is held against: p10, p50 and p90 [h], km, and which regime."""

    regime: str
    p10: float
    p50: float
    p90: float
    km: float


def corridor_findings(statements: Sequence[Statement]) -> list[Finding]:
    """Findings about corridors, conflicts first.

    Parameters
    ----------
    statements : sequence of Statement
        Figures of mode ``duration``, ``cargo``, ``capacity`` and ``energy`` are looked at, others left alone.

    Returns
    -------
    list of Finding
        ``duration``: a time against p10 to p90 of both regimes, a speed against what is observed;
        ``bound``: an amount or capacity against the capacity of the asset named;
        ``cumulative``: part of a year above the year.
    """
    from dragoman.routing.drafts import mentioned_assets
    from dragoman.routing.networks import load_network

    figures = [
        s
        for s in statements
        if s.kind == "figure"
        and s.measure in (None, "level")
        and s.unit in (_HOURS if s.mode == "duration" else _AMOUNTS)
        and s.mode in ("duration", "cargo", "capacity", "energy")
    ]
    # The network is loaded only where there is something to hold against it.
    if not figures:
        return []
    networks = {regime: load_network(regime=regime) for regime in ("official", "measured")}
    base = networks["official"]
    out: list[Finding] = []
    amounts: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in figures:
        assets, _ = mentioned_assets(base, _text(s))
        if s.mode == "duration":
            out += _time(networks, s, assets)
            out += _speed(networks, s)
        elif s.unit:
            for asset in assets:
                out += _amount(base, s, asset)
                amounts[(asset.id, s.unit)].append(s)
    for (_, unit), told in amounts.items():
        out += _parts_of_years(told, unit)
    order = {"conflict": 0, "implied": 1, "holds": 2, "unchecked": 3}
    return sorted({f.id: f for f in out}.values(), key=lambda f: (order[f.verdict], f.id))


def _text(s: Statement) -> str:
    return " ".join(filter(None, (s.evidence.text, s.object, s.place.name if s.place else None)))


def _interval(s: Statement, factor: float = 1.0) -> Interval:
    low, high = s.low, s.high
    if low is None and high is None:
        low = high = s.value
    scale = Fraction(str(factor))
    return Interval(
        *(None if x is None else Fraction(exact(x) or 0) * scale for x in (low, high)),
    )


def _series(s: Statement, indicator: str, unit: str) -> Series:
    parties = [*s.actor, *s.recipient]
    return Series(
        indicator, parties[0] if parties else "", parties[1] if len(parties) > 1 else None, None, unit
    )


def named_places(network: Network, text: str) -> list[str]:
    """Nodes named in a text, in order; a longer name covers the shorter ones in it."""
    spans: list[tuple[int, int, str]] = []
    for node in network.nodes.values():
        if node.kind == "strait":
            continue
        for name in (node.name, *node.aliases):
            if len(name) >= 4:
                spans += [
                    (m.start(), m.end(), node.id)
                    for m in re.finditer(say("(?<!\\w){escape}(?!\\w)", escape=re.escape(name)), text)
                ]
    spans.sort(key=lambda x: (x[0], x[0] - x[1]))
    out: list[tuple[int, int, str]] = []
    for span in spans:
        if not any(span[0] < e and s < span[1] for s, e, _ in out):
            out.append(span)
    return list(dict.fromkeys(node for _, _, node in out))


def _ends(network: Network, s: Statement, assets: Iterable[Asset]) -> tuple[str, str, bool] | None:
    """Origin, destination, and whether the origin is taken from the corridor's own start."""
    text = s.evidence.text
    places = named_places(network, text)
    if len(places) >= 2:
        names = {p: network.nodes[p] for p in places[:2]}
        first, second = places[:2]
        # "to Poti from Altynkol" turns the order round.
        turned = re.search(
            say(
                "\\bto (?:\\w+ ){{0,3}}?{escape}\\b.*\\bfrom (?:\\w+ ){{0,3}}?{escape2}\\b",
                escape=re.escape(names[first].name),
                escape2=re.escape(names[second].name),
            ),
            text,
        )
        return (second, first, False) if turned else (first, second, False)
    corridor = next((a for a in assets if a.corridor and a.places), None)
    if corridor and places and places[0] != corridor.places[0]:
        return corridor.places[0], places[0], True
    return None


def _ways(networks: dict[str, Network], ends: tuple[str, str], avoid: tuple[str, ...]) -> list[_Way]:
    from dragoman.routing.journeys import routes

    out = []
    for regime, network in networks.items():
        try:
            best = routes(network, *ends, avoid=avoid)[0]
        except (NoRoute, DragomanError):
            continue
        out.append(_Way(regime, best.hours.p10, best.hours.p50, best.hours.p90, best.km))
    return out


def _time(networks: dict[str, Network], s: Statement, assets: Sequence[Asset]) -> list[Finding]:
    base = networks["official"]
    ends = _ends(base, s, assets)
    if ends is None:
        return []
    avoid = next((a.avoid for a in assets if a.corridor), ("RUS", "IRN"))
    ways = _ways(networks, ends[:2], avoid) or _ways(networks, ends[:2], ())
    if not ways:
        return []
    assert s.unit is not None
    stated = _interval(s, _HOURS[s.unit] / 24)
    spans = {w.regime: Interval(_days(w.p10), _days(w.p90)) for w in ways}
    fits = [regime for regime, span in spans.items() if stated.meets(span)]
    expected = None
    for span in spans.values():
        expected = span if expected is None else expected | span
    names = [base.nodes[i].name for i in ends[:2]]
    told = "; ".join(
        say(
            "{regime} {number} to {number2} d (median {number3}, {km} km)",
            regime=w.regime,
            number=f"{w.p10 / 24:.1f}",
            number2=f"{w.p90 / 24:.1f}",
            number3=f"{w.p50 / 24:.1f}",
            km=f"{w.km:,.0f}",
        )
        for w in ways
    )
    taken = say(" (origin taken from the corridor)") if ends[2] else ""
    verdict = "holds" if fits else "conflict"
    fit = say("fits {join}", join=" and ".join(fits)) if fits else "fits neither regime"
    because = say(
        "{names} to {names2}{taken}: {shown} d {fit}; legs and stops give {told}",
        names=names[0],
        names2=names[1],
        taken=taken,
        shown=_shown(stated),
        fit=fit,
        told=told,
    )
    return [
        Finding("duration", verdict, _series(s, "transit", "day"), s.date, because, (s.id,), stated, expected)
    ]


def _days(hours: float) -> Fraction:
    return Fraction(round(hours / 24, 1)).limit_denominator(10)


def _shown(i: Interval) -> str:
    low, high = (None if x is None else f"{float(x):,.10g}" for x in (i.low, i.high))
    if low == high:
        return str(low)
    return say("{low} to {high}", low=low or "…", high=high or "…")


def _speed(networks: dict[str, Network], s: Statement) -> list[Finding]:
    """A speed that a sentence states or implies by km and time, against what is observed in the countries named."""
    text = s.evidence.text
    stated = _SPEED.search(text)
    km = re.search(r"(?P<n>\d[\d,. ]*\d|\d)\s*(?:km|kilomet(?:er|re)s)\b(?!/h)", text)
    if stated:
        speed = Fraction(stated["n"].replace(",", "."))
        how = say("is stated")
    elif km and s.unit in _HOURS:
        span = _interval(s, _HOURS[s.unit])
        length = Fraction(re.sub(r"[ ,](?=\d{3})", "", km["n"]).replace(",", "."))
        # The longest time that the words allow gives the least speed.
        longest = span.high or span.low
        if not longest:
            return []
        speed, how = (
            length / longest,
            say(
                "follows from {float} km in {float2} h",
                float=f"{float(length):g}",
                float2=f"{float(longest):g}",
            ),
        )
    else:
        return []
    rows = list(_observed(networks["measured"], s))
    if not rows:
        return []
    country, low, high, source = max(rows, key=lambda row: row[2])
    if speed <= Fraction(str(high)):
        return []
    because = say(
        "{float} km/h {how}; rail in {country} is observed at {low} to {high} km/h ({source})",
        float=f"{float(speed):.0f}",
        how=how,
        country=country,
        low=f"{low:g}",
        high=f"{high:g}",
        source=source[:100],
    )
    expected = Interval(Fraction(str(low)), Fraction(str(high)))
    return [
        Finding(
            "bound",
            "conflict",
            _series(s, "speed", "km/h"),
            s.date,
            because,
            (s.id,),
            Interval(speed, speed),
            expected,
        )
    ]


def _observed(network: Network, s: Statement) -> Iterable[tuple[str, float, float, str]]:
    countries = {*s.actor, *s.recipient}
    countries |= {network.nodes[p].country for p in named_places(network, s.evidence.text)}
    for row in network.tables["leg_times"]:
        v = row.values
        mode, _, country = v["subject"].removeprefix("mode:").partition("@")
        if mode == "rail" and country in countries and v["regime"] == "measured" and v["unit"] == "km/h":
            yield country, v["low"] or v["typical"], v["high"] or v["typical"], v["source"]


def _amount(network: Network, s: Statement, asset: Asset) -> list[Finding]:
    assert s.unit is not None
    found = _capacity_of(network, asset, s.unit)
    if found is None:
        return []
    expected, source = found
    stated = _interval(s, _AMOUNTS[s.unit])
    unit = "TEU" if s.unit in ("TEU", "kTEU") else "bcm" if s.unit in ("bcm", "m3") else "t"
    if s.mode == "capacity":
        verdict = "holds" if stated.meets(expected) else "conflict"
        words = say("meets") if verdict == "holds" else say("is outside")
    else:
        # What moves is at most what fits; a target may exceed the capacity of today.
        if s.status in ("target", "forecast", "proposed", "planned"):
            return []
        over = stated.low is not None and expected.high is not None and stated.low > expected.high
        verdict, words = ("conflict", say("exceeds")) if over else ("holds", say("fits in"))
    because = say(
        "{name}: {shown} {unit} {words} a capacity of {shown2} {unit} a year ({source})",
        name=asset.name,
        shown=_shown(stated),
        unit=unit,
        words=words,
        shown2=_shown(expected),
        source=source[:120],
    )
    rule = "bound"
    return [Finding(rule, verdict, _series(s, s.mode, unit), s.date, because, (s.id,), stated, expected)]


def _capacity_of(network: Network, asset: Asset, unit: str) -> tuple[Interval, str] | None:
    wanted = {"kTEU": "TEU", "Mt": "t", "kt": "t", "m3": "bcm"}.get(unit, unit)
    for row in asset.capacities:
        if row["unit"] == wanted:
            return Interval(Fraction(str(row["low"])), Fraction(str(row["high"]))), row["source"]
    subjects = {
        *asset.legs,
        *(say("service:{x}", x=x) for x in asset.services),
        *(say("node:{x}", x=x) for x in asset.nodes),
    }
    rows = [
        c for c in network.capacities if c.subject in subjects and (wanted == "bcm") == (c.cargo == "gas")
    ]
    if not rows or asset.corridor:
        return None
    least = min(rows, key=lambda c: c.value)
    # The network counts in tonnes; containers are turned back with its own figure.
    scale = network.number("tonnes_per_teu", 10.0) if wanted == "TEU" else 1.0
    low = min(least.value, least.low or least.value) / scale
    high = max(least.value, least.high or least.value) / scale
    return Interval(Fraction(str(low)), Fraction(str(high))), least.source


def _parts_of_years(told: Sequence[Statement], unit: str) -> list[Finding]:
    """Part of a year that is more than the year: nine months above twelve."""
    spans: list[tuple[Statement, Period]] = []
    for s in told:
        if s.mode != "cargo" or s.status not in ("actual",) or s.date is None:
            continue
        try:
            spans.append((s, parse_period(s.date)))
        except BadPeriod:
            continue
    out = []
    for part, inner in spans:
        for whole, outer in spans:
            if part is whole or part.date == whole.date or not outer.contains(inner):
                continue
            a, b = _interval(part), _interval(whole)
            verdict = "conflict" if a.low is not None and b.high is not None and a.low > b.high else "holds"
            words = say("is more than") if verdict == "conflict" else say("is within")
            because = say(
                "{shown} {unit} in {date} {words} {shown2} {unit} in the whole of {date2}",
                shown=_shown(a),
                unit=unit,
                date=part.date,
                words=words,
                shown2=_shown(b),
                date2=whole.date,
            )
            repairs = _repairs(part, whole) if verdict == "conflict" else ()
            out.append(
                Finding(
                    "cumulative",
                    verdict,
                    _series(part, "cargo", unit),
                    part.date,
                    because,
                    (part.id, whole.id),
                    a,
                    Interval(Fraction(0), b.high),
                    repairs=repairs,
                )
            )
    return out


def _repairs(part: Statement, whole: Statement) -> tuple[Repair, ...]:
    shown = [None if x.value is None else float(Decimal(x.value)) for x in (part, whole)]
    return (
        Repair(part.id, "reading", shown[0], None, say("the two may count different cargo of the corridor")),
        Repair(part.id, "period", part.date, whole.date, say("the figure may be of the whole year")),
    )
