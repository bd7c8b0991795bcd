"""How near the network comes to published times and lengths.

Prints each published total against the p10 to p90 of the regime that fits, and each published leg length
against the length of the way that the network finds. Published facts are read from the shared references
(``--shared``) and from the tables beside this file, never from the network. The totals of
``published_times.csv`` were used for no number of the network: they say how well it predicts. Its ``batch`` says when a
total was read: 1 and 2 before the tables took their first sources, 3 to 14 one after another, with more sources between.
``--leave-out`` asks for each of them a network without the rows that cite a page of the total's own source.

    python benchmarks/quality_routes.py [--shared FOLDER] [--leave-out] [--format table|json]
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import NoRoute
from dragoman.model.routes import Route
from dragoman.routing.building import build_network
from dragoman.routing.graphs import graph_of
from dragoman.routing.journeys import routes
from dragoman.routing.networks import REGIMES, Network, load_network
from dragoman.routing.tables import Row, Tables, read_tables

# What the rows of totals.csv ask of the network: places and what lies off the route that the row names.
# `official` are announcements of operators, `measured` averages of trains or of moves.
TITR = ("RUS", "IRN")
QUESTIONS = {
    ("TITR/Middle", "Altynkol", "Poti/Batumi", "2024"): (("Altynkol", "Poti"), (), TITR, "official"),
    ("TITR/Middle", "Altynkol", "Constanta", "2024"): (
        ("Altynkol", "Constanta"),
        ("Poti",),
        TITR,
        "official",
    ),
    ("TITR/Middle", "Xi'an", "Baku", "2024"): (("Xi'an", "Baku"), (), TITR, "official"),
    ("TITR/Middle", "Xi'an", "Baku", "2025-12"): (("Xi'an", "Baku"), (), TITR, "measured"),
    ("TITR/Middle", "Xi'an", "Baku", "2026-01"): (("Xi'an", "Baku"), (), TITR, "measured"),
    ("Northern", "Dostyk/Altynkol", "Brest etc.", "2024"): (("Dostyk", "Brest"), (), (), "measured"),
    ("Sea", "Shanghai", "Rotterdam via Suez", "2025"): (
        ("Shanghai", "Rotterdam"),
        ("Suez Canal",),
        ("rail", "road"),
        "measured",
    ),
}
# Published through prices of a FEU. No leg price is public: the assumed rates of rail were widened until these fit,
# so meeting them is no proof.
PRICES = {
    ("Altynkol", "Istanbul", "2018"): (("Altynkol", "Istanbul"), ("Kars",), TITR),
    ("Altynkol", "Chop", "2018"): (("Altynkol", "Chop"), ("Chornomorsk",), TITR),
    ("Altynkol", "Slawkow", "2018"): (("Altynkol", "Slawkow"), ("Chornomorsk",), TITR),
    ("Sergeli (UZ)", "Derince via Aktau-Baku-BTK", "2020"): (
        ("Tashkent", "Derince"),
        ("Aktau", "Kars"),
        TITR,
    ),
    ("Sergeli (UZ)", "Derince via Turkmenbashi-Alat-BTK", "2020"): (
        ("Tashkent", "Derince"),
        ("Turkmenbashi", "Kars"),
        TITR,
    ),
    ("Dostyk/Altynkol", "Brest etc.", "2024"): (("Dostyk", "Brest"), (), ()),
    ("Shanghai", "Poti", "n/a"): (("Shanghai", "Poti"), ("Suez Canal",), ("rail", "road")),
}
# Rows of legs.csv that are a length between two places; the rest are averages, systems or nodes.
LENGTHS = {
    "KZ_ALT_AKT": ("Altynkol", "Aktau", "container", (), ()),
    "KZ_ALT_ALA": ("Altynkol", "Almaty", "container", (), ()),
    "KZ_DOS_ALA": ("Dostyk", "Almaty", "container", (), ()),
    "KZ_ZHE_BEY": ("Zhezkazgan", "Beyneu", "container", (), ()),
    "KZ_DOS_MOI": ("Dostyk", "Moiynty", "container", (), ()),
    "AZ_BAK_BK": ("Baku", "Boyuk-Kesik", "container", (), ()),
    "BTK_ALL": ("Baku", "Kars", "container", (), ()),
    "BTK_BAK_AKH": ("Baku", "Akhalkalaki", "container", (), ()),
    "TR_KAR_MER": ("Kars", "Mersin", "container", (), ()),
    "GE_TBS_POT": ("Tbilisi", "Poti", "container", (), ()),
    "S_SHA_RTM_SUEZ": ("Shanghai", "Rotterdam", "container", ("Suez Canal",), ("rail", "road")),
    "S_SHA_RTM_CAPE": ("Shanghai", "Rotterdam", "container", ("Cape of Good Hope",), ("rail", "road")),
    "P_TANAP": ("Turkgozu", "Ipsala", "gas", (), ()),
    "P_TAP": ("Kipoi", "Melendugno", "gas", (), ()),
    "P_BTC": ("Sangachal", "Ceyhan", "oil", (), ()),
    "P_CPC": ("Tengiz", "Novorossiysk", "oil", (), ()),
    "P_KZCN": ("Kenkiyak", "Alashankou", "oil", ("Kumkol",), ()),
}
# P_KZCN: the source gives 1,759 km to "Atasu-Alashankou", which is 965 km by every other description; with
# Kenkiyak-Kumkol (794 km) it is the sum. The way compared therefore leaves out Kumkol-Atasu, another company's.
LEFT_OUT = {"P_KZCN": ("KUMKOL-ATASU",)}
# Legs that the tables keep as closed since 2022: open to a total whose years all lie before.
OPEN_BEFORE_2022 = ("UAKBP-BYMSQ",)
# Batches of ``published_times.csv``.
BATCHES = tuple(str(batch) for batch in range(1, 15))


@dataclass(frozen=True, slots=True)
class Total:
    """A published time [d] and what the network says; ``either`` in both regimes.

    ``left_out`` counts the rows of the network that were left out for it. ``kind`` is ``announced``, ``average``
    (with what users tell of their experience) or ``trip``: how long one that ran took.
    """

    name: str
    regime: str
    published: tuple[float, float]
    route: Route
    either: tuple[Route, ...] = ()
    left_out: int = 0
    kind: str = ""

    @property
    def inside(self) -> bool:
        """Whether the middle of the published figure lies in p10 to p90."""
        return _holds(self.route, self.middle)

    @property
    def inside_either(self) -> bool:
        """Whether it lies in p10 to p90 of one of the regimes at least."""
        return any(_holds(route, self.middle) for route in self.either or (self.route,))

    @property
    def middle(self) -> float:
        """Middle of the published figure [d]."""
        return sum(self.published) / 2

    @property
    def error(self) -> float:
        """(p50 - published) / published."""
        return self.route.hours.p50 / 24 / self.middle - 1


def _holds(route: Route, days: float) -> bool:
    return route.hours.p10 <= 24 * days <= route.hours.p90


def totals(shared: Path) -> list[Total]:
    """The five routes with published times."""
    networks = {regime: load_network(regime=regime) for regime in ("official", "measured")}
    out = []
    for row in _table(shared, "totals.csv"):
        key = (row["route"], row["origin"], row["destination"], row["year"])
        if row["metric"] != "transit_time":
            continue
        ends, via, avoid, regime = QUESTIONS[key]
        best = routes(networks[regime], *ends, via=via, avoid=avoid)[0]
        name = f"{row['origin']} - {row['destination']} {row['year']}"
        out.append(Total(name, regime, (float(row["value_low"]), float(row["value_high"])), best))
    return out


def prices(shared: Path) -> list[tuple[str, float, float, float, float]]:
    """(pair, published low, high, ours low, high) [USD/FEU], ours over all routes worth weighing."""
    network = load_network(regime="official")
    out = []
    for row in _table(shared, "totals.csv"):
        key = (row["origin"], row["destination"], row["year"])
        if not row["metric"].startswith("price") or key not in PRICES:
            continue
        ends, via, avoid = PRICES[key]
        bands = [
            r.usd_per_feu for r in routes(network, *ends, via=via, avoid=avoid, draws=8) if r.usd_per_feu
        ]
        ours = (min(b.low for b in bands), min(b.high for b in bands))
        name = f"{row['origin']} - {row['destination']} {row['year']}"
        out.append((name, float(row["value_low"]), float(row["value_high"]), *ours))
    return out


def lengths(shared: Path) -> list[tuple[str, float, float]]:
    """(leg, published km, km of the shortest way) for each published length."""
    network = load_network(regime="official")
    rows = {row["leg"]: row for row in _table(shared, "legs.csv")}
    out = []
    for leg, (start, end, cargo, via, avoid) in LENGTHS.items():
        found = routes(network, start, end, via=via, avoid=avoid, cargo=cargo, draws=8)
        left = sum(network.links[i].km for i in LEFT_OUT.get(leg, ()))
        out.append((leg, float(rows[leg]["km"]), min(route.km for route in found) - left))
    return out


def further_times(batches: Iterable[str] = BATCHES, *, leave_out: bool = False) -> list[Total]:
    """The totals of ``published_times.csv``, with which no leg was calibrated.

    Parameters
    ----------
    batches : iterable of str
        Which of them.
    leave_out : bool
        Whether rows of the network that cite a page of the total's source are left out.
    """
    out = []
    for row in _beside("published_times.csv"):
        if row["batch"] not in batches:
            continue
        cited = _citing(row["source"]) if leave_out else frozenset()
        used = _of_then(cited, before_2022=_before_2022(row["year"]))
        via, avoid = (tuple(filter(None, row[key].split(";"))) for key in ("via", "avoid"))
        found = {
            regime: routes(network, row["from"], row["to"], via=via, avoid=avoid)[0]
            for regime, network in used.items()
        }
        name = " ".join(filter(None, (f"{row['from']} - {row['to']}", row["via"], row["year"])))
        published = (float(row["days_low"]), float(row["days_high"]))
        best = found[row["regime"]]
        out.append(
            Total(name, row["regime"], published, best, tuple(found.values()), len(cited), row["kind"])
        )
    return out


# A page by its site and its number or date: sources of the tables write both short.
_SITE = re.compile(r"(?:https?://)?(?:www\.|en\.|de\.)?((?:[\w-]+\.)+[a-z]{2,})")
_DATE = re.compile(r"\b(20\d\d)[-/](\d\d)[-/](\d\d)")


def _marks(text: str) -> set[str]:
    return {"-".join(m.groups()) for m in _DATE.finditer(text)} | set(re.findall(r"\d{5,}", text))


def _citing(source: str) -> frozenset[tuple[str, tuple[object, ...]]]:
    """Component and key of the rows of the network that cite a page of a total's source."""
    sites, marks = set(_SITE.findall(source)), _marks(source)
    out = []
    for component in ("leg_times", "node_times", "calendars"):
        for key, row in read_tables().rows[component].items():
            told = row.values["source"]
            same = sites & set(_SITE.findall(told))
            if same and (marks & _marks(told) or not marks):
                out.append((component, key))
    return frozenset(out)


def _before_2022(year: str) -> bool:
    """Whether all years of a total, such as ``2019/2021``, lie before 2022; a blank one does not."""
    return bool(year) and all(int(part) < 2022 for part in year.split("/"))


@cache
def _of_then(cited: frozenset[tuple[str, tuple[object, ...]]], *, before_2022: bool) -> dict[str, Network]:
    """The networks without the rows cited, and before 2022 with the legs that have been closed since."""
    kept = {
        component: {key: row for key, row in rows.items() if (component, key) not in cited}
        for component, rows in read_tables().rows.items()
    }
    if before_2022:
        for leg in OPEN_BEFORE_2022:
            row = kept["legs"][(leg,)]
            kept["legs"][(leg,)] = Row({**row.values, "status": "open"}, row.where)
    return {regime: build_network(Tables(kept), regime) for regime in REGIMES}


def further_lengths(table: str = "published_lengths.csv") -> list[tuple[str, float, float]]:
    """The same for lengths of whole lines.

    Those of ``published_lengths.csv`` the editors of the network also used for its legs: a check of the
    sums, not of the sources. Those of ``independent_lengths.csv`` are of pages that they did not have.
    """
    network = load_network(regime="official")
    out = []
    for row in _beside(table):
        via, avoid = (tuple(filter(None, row[key].split(";"))) for key in ("via", "avoid"))
        found = routes(network, row["from"], row["to"], via=via, avoid=avoid, cargo=row["cargo"], draws=8)
        name = f"{row['from']} - {row['to']}"
        out.append((name, float(row["km"]), min(route.km for route in found)))
    return out


def _beside(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def unreachable(network: Network, cargo: str = "container") -> list[tuple[str, str]]:
    """Ordered pairs of nodes that nothing joins."""
    ends: dict[str, set[str]] = {node: set() for node in network.nodes}
    for arc in graph_of(network, cargo).arcs:
        ends[arc.tail].add(arc.head)
    out = []
    for start in ends:
        reached, queue = {start}, [start]
        while queue:
            for node in ends[queue.pop()] - reached:
                reached.add(node)
                queue.append(node)
        out += [(start, node) for node in ends if node not in reached]
    return out


def _table(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "data" / "corridors" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _print_times(title: str, times: list[Total]) -> None:
    print(f"## {title}")
    for t in times:
        h = t.route.hours
        mark = "inside" if t.inside else "inside the other regime" if t.inside_either else "OUTSIDE"
        low, high = t.published
        published = f"{low:g}" if low == high else f"{low:g}-{high:g}"
        print(
            f"{t.name:52}{t.regime:10}{published:>8} d   p10 {h.p10 / 24:5.1f}  p50 {h.p50 / 24:5.1f}"
            f"  p90 {h.p90 / 24:5.1f}   {t.error:+6.1%}  {mark}"
        )
    _print_summary("", times)


def _print_summary(title: str, times: list[Total]) -> None:
    for regime in ("official", "measured", ""):
        some = [t for t in times if not regime or t.regime == regime]
        if some:
            middle = statistics.median(abs(t.error) for t in some)
            inside = f"inside {sum(t.inside for t in some)} of {len(some)}, median error {middle:.1%}"
            print(f"{title} {regime or 'both':9} {inside}".strip())
    for kind in sorted({t.kind for t in times if t.kind}) if len({t.regime for t in times}) > 1 else ():
        some = [t for t in times if t.kind == kind]
        middle = statistics.median(abs(t.error) for t in some)
        inside = f"inside {sum(t.inside for t in some)} of {len(some)}, median error {middle:.1%}"
        print(f"{title} {kind:9} {inside}".strip())
    print(f"{title} inside one of the regimes: {sum(t.inside_either for t in times)} of {len(times)}".strip())


def main() -> None:
    """Print the report."""
    root = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("DRAGOMAN_SHARED", root.parent / "shared")
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    options = parser.parse_args()
    if options.leave_out:
        found = further_times(leave_out=True)
        _print_times("published totals, rows that cite the same page left out", found)
        print(f"rows were left out for {sum(t.left_out > 0 for t in found)} of {len(found)}")
        return
    times, kms = totals(options.shared), lengths(options.shared)
    cut = unreachable(load_network(regime="official"))
    if options.format == "json":
        unseen = further_times()
        print(
            json.dumps(
                {
                    "inside": sum(t.inside for t in times),
                    "of": len(times),
                    "median_error": statistics.median(abs(t.error) for t in times),
                    "unseen": {
                        regime: {
                            "inside": sum(t.inside for t in unseen if t.regime == regime),
                            "of": sum(t.regime == regime for t in unseen),
                            "median_error": statistics.median(
                                abs(t.error) for t in unseen if t.regime == regime
                            ),
                        }
                        for regime in ("official", "measured")
                    },
                    "lengths": {leg: ours / km - 1 for leg, km, ours in kms},
                    "unreachable": len(cut),
                }
            )
        )
        return
    _print_times("published totals that the network was chosen to meet", times)
    for batch in BATCHES:
        _print_times(f"published totals that it was not, batch {batch}", further_times((batch,)))
    _print_summary("all batches", further_times())
    for name, low, high, ours_low, ours_high in prices(options.shared):
        mark = "meets" if ours_low <= high and low <= ours_high else "MISSES"
        print(f"{name:60}{low:>8,.0f}-{high:<8,.0f}USD/FEU  ours {ours_low:,.0f}-{ours_high:,.0f}  {mark}")
    further = further_lengths()
    kms += further_lengths("independent_lengths.csv")
    for leg, km, ours in [*kms, *further]:
        print(f"{leg:28}{km:>10,.0f}{ours:>10,.0f} km {ours / km - 1:+7.2%}")
    near = sum(abs(ours / km - 1) <= 0.03 for _, km, ours in further)
    print(f"{near} of {len(further)} lengths of whole lines within 3 %")
    worst = max(abs(ours / km - 1) for _, km, ours in kms)
    near = sum(abs(ours / km - 1) <= 0.03 for _, km, ours in kms)
    print(f"{near} of {len(kms)} lengths within 3 %, worst {worst:.1%}; unreachable pairs {len(cut)}")


if __name__ == "__main__":
    try:
        main()
    except NoRoute as error:
        raise SystemExit(f"quality_routes: {error}") from error
