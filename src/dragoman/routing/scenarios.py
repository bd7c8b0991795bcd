"""Scenarios: small files of changes to the network, and what they do to it (docs/network.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.errors import NetworkTableError, UnknownCode
from dragoman.routing.networks import Network
from dragoman.routing.tables import Row, attributes

__all__ = [
    "Pair",
    "Scenario",
    "bundled_scenarios",
    "changed_network",
    "find_scenario",
    "scenario_from_mapping",
    "scenario_text",
]

_KEYS = {
    "evidence",
    "name",
    "title",
    "source",
    "assumed",
    "notes",
    "open",
    "close",
    "set",
    "scale",
    "pairs",
    "hubs",
    "avoid",
}
_SCALED = {"capacities": ("value", "low", "high"), "calendars": ("departures",)}
_CARGOES = ("container", "bulk", "oil", "gas")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places whose routes a scenario is judged by."""

    from_: str
    to: str
    cargo: str = "container"
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A set of changes with its reasons.

    Attributes
    ----------
    name, title : str
        Short name and one sentence.
    source : str
        Where the changes come from, or the reasoning where they are assumed.
    assumed : bool
        Whether some of its numbers are ours.
    open, close : tuple of str
        Leg ids whose status becomes ``open`` or ``closed``.
    rows : mapping
        Component -> rows laid over the tables (§N9).
    scale : tuple of mapping
        ``{component, subject, factor, source}``: capacities or departures times a factor.
    pairs : tuple of Pair
        Pairs that are always compared.
    hubs : bool
        Whether the pairs of hubs are compared as well.
    avoid : tuple of str
        Stayed out of in every pair that does not say otherwise; to see the corridor and not its rival.
    notes : tuple of str
        Remarks for the reader: what is left out or not known.
    evidence : mapping or None
        The statement that a draft rests on.
    """

    name: str
    title: str
    source: str
    assumed: bool = False
    open: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    rows: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    scale: tuple[Mapping[str, Any], ...] = ()
    pairs: tuple[Pair, ...] = ()
    hubs: bool = True
    avoid: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    evidence: Mapping[str, Any] | None = None

    @property
    def changes_nothing(self) -> bool:
        """Whether the network stays as it is."""
        return not (self.open or self.close or self.scale or any(self.rows.values()))


def bundled_scenarios() -> tuple[str, ...]:
    """Names of the scenarios of the package, in alphabetical order."""
    folder = files("dragoman").joinpath("data/scenarios")
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".yaml")))


def find_scenario(name: str) -> Scenario:
    """A bundled scenario by name, or one from a YAML file.

    Raises
    ------
    UnknownCode
        Neither a bundled name nor a file; the message lists the nearest names.
    NetworkTableError
        The file is not a scenario.
    """
    if name in bundled_scenarios():
        text = files("dragoman").joinpath(f"data/scenarios/{name}.yaml").read_text(encoding="utf-8")
        return _parsed(text, f"scenarios/{name}.yaml")
    path = Path(name)
    if path.is_file():
        try:
            return _parsed(path.read_text(encoding="utf-8"), str(path), path.stem)
        except UnicodeDecodeError as error:
            raise NetworkTableError(
                f"not UTF-8 at byte {error.start}", where=name, remedy="save the file as UTF-8"
            ) from error
    near = get_close_matches(name, bundled_scenarios(), n=3, cutoff=0.4) or bundled_scenarios()
    raise UnknownCode(
        f"no scenario {name!r}, neither bundled nor a file", remedy=f"did you mean {', '.join(near)}?"
    )


def _parsed(text: str, where: str, name: str | None = None) -> Scenario:
    import yaml

    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{where}, line {mark.line + 1}" if mark else where
        raise NetworkTableError(
            "not YAML", where=place, remedy="correct the indentation or quotes"
        ) from error
    if isinstance(data, dict) and name:
        data.setdefault("name", name)
    return scenario_from_mapping(data, where)


def scenario_from_mapping(data: Any, where: str) -> Scenario:
    """A scenario from the parsed content of its file.

    Raises
    ------
    NetworkTableError
        A key, value or type that a scenario does not have.
    """
    if not isinstance(data, dict):
        raise NetworkTableError("not a mapping of keys", where=where, remedy="begin with name: and title:")
    for key in data:
        if key not in _KEYS:
            raise NetworkTableError(
                f"unknown key {key!r}", where=where, remedy=f"use {', '.join(sorted(_KEYS))}"
            )
    for key in ("name", "title", "source"):
        if not isinstance(data.get(key), str) or not data[key].strip():
            raise NetworkTableError(f"no {key}", where=where, remedy=f"give {key}: as text")
    rows = _typed(data, "set", dict, where) or {}
    for component, table in rows.items():
        if not isinstance(table, list) or not all(isinstance(row, dict) for row in table):
            raise NetworkTableError(
                f"the rows of {component!r} are no list of mappings", where=where, remedy="write - id: ..."
            )
    avoid = _texts(data, "avoid", where)
    return Scenario(
        name=data["name"],
        title=data["title"],
        source=data["source"],
        assumed=bool(data.get("assumed", False)),
        open=_texts(data, "open", where),
        close=_texts(data, "close", where),
        rows={component: tuple(table) for component, table in rows.items()},
        scale=tuple(_scale(item, where) for item in _typed(data, "scale", list, where) or ()),
        pairs=tuple(_pair(item, where, avoid) for item in _typed(data, "pairs", list, where) or ()),
        hubs=bool(data.get("hubs", True)),
        avoid=avoid,
        notes=_texts(data, "notes", where),
        evidence=_typed(data, "evidence", dict, where),
    )


def scenario_text(scenario: Scenario) -> str:
    """The scenario as its YAML file; :func:`find_scenario` reads it back the same."""
    import yaml

    data: dict[str, Any] = {"name": scenario.name, "title": scenario.title, "source": scenario.source}
    if scenario.assumed:
        data["assumed"] = True
    if scenario.evidence:
        data["evidence"] = dict(scenario.evidence)
    lists = {"open": scenario.open, "close": scenario.close, "notes": scenario.notes, "avoid": scenario.avoid}
    data |= {key: list(value) for key, value in lists.items() if value}
    if scenario.rows:
        data["set"] = {name: [dict(row) for row in rows] for name, rows in scenario.rows.items()}
    if scenario.scale:
        data["scale"] = [dict(item) for item in scenario.scale]
    if not scenario.hubs:
        data["hubs"] = False
    if scenario.pairs:
        data["pairs"] = [
            {"from": p.from_, "to": p.to, "cargo": p.cargo, "via": list(p.via), "avoid": list(p.avoid)}
            for p in scenario.pairs
        ]
    text: str = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110)
    return text


def _typed(data: Mapping[str, Any], key: str, type_: type, where: str) -> Any:
    value = data.get(key)
    if value is not None and not isinstance(value, type_):
        wanted = "a list" if type_ is list else "a mapping"
        raise NetworkTableError(f"{key} is not {wanted}", where=where, remedy=f"write {wanted} under {key}:")
    return value


def _texts(data: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A list of texts; YAML reads a bare ``NO`` as false, so other types are refused rather than turned to text."""
    values = _typed(data, key, list, where) or ()
    for value in values:
        if not isinstance(value, str):
            raise NetworkTableError(f"{value!r} under {key}", where=where, remedy="write a text, in quotes")
    return tuple(values)


def _scale(item: Any, where: str) -> Mapping[str, Any]:
    known = isinstance(item, dict) and set(item) <= {"component", "subject", "factor", "source"}
    if not known or item.get("component") not in _SCALED or not isinstance(item.get("subject"), str):
        raise NetworkTableError(
            f"scale {item!r} is not understood",
            where=where,
            remedy="give component: capacities or calendars, subject:, factor: and source:",
        )
    factor = item.get("factor")
    if not isinstance(factor, int | float) or isinstance(factor, bool) or factor <= 0:
        raise NetworkTableError(
            f"factor {factor!r} of {item['subject']}", where=where, remedy="give a number above zero"
        )
    scaled: Mapping[str, Any] = item
    return scaled


def _pair(item: Any, where: str, avoided: tuple[str, ...]) -> Pair:
    if isinstance(item, list) and len(item) == 2:
        return Pair(str(item[0]), str(item[1]), avoid=avoided)
    if isinstance(item, dict) and {"from", "to"} <= set(item) <= {"from", "to", "cargo", "via", "avoid"}:
        cargo = item.get("cargo", "container")
        if cargo in _CARGOES:
            via = _texts(item, "via", where)
            avoid = _texts(item, "avoid", where) if "avoid" in item else avoided
            return Pair(str(item["from"]), str(item["to"]), cargo, via, avoid)
    raise NetworkTableError(
        f"pair {item!r} is not understood", where=where, remedy="write [FROM, TO] or {from:, to:, cargo:}"
    )


def changed_network(network: Network, scenario: Scenario) -> Network:
    """The network with the changes of a scenario; the same network where there are none.

    Raises
    ------
    NetworkTableError
        A leg, subject or row that does not fit the network.
    """
    if scenario.changes_nothing:
        return network
    where = f"scenario {scenario.name}"
    changes: dict[str, list[Mapping[str, object]]] = {
        component: list(rows) for component, rows in scenario.rows.items()
    }
    added = {str(row.get("id")) for row in changes.get("legs", ())}
    for ids, status in ((scenario.open, "open"), (scenario.close, "closed")):
        for leg in ids:
            if leg not in network.links and leg not in added:
                near = get_close_matches(leg, network.links, n=3, cutoff=0.4)
                raise NetworkTableError(
                    f"no leg {leg!r}", where=where, remedy=f"did you mean {', '.join(near) or 'another id'}?"
                )
            changes.setdefault("legs", []).append({"id": leg, "status": status})
    for item in scenario.scale:
        changes.setdefault(item["component"], []).extend(_scaled_rows(network, item, scenario, where))
    return network.changed(changes, where)


def _scaled_rows(
    network: Network, item: Mapping[str, Any], scenario: Scenario, where: str
) -> Sequence[Mapping[str, object]]:
    component, subject, factor = item["component"], item["subject"], float(item["factor"])
    rows = [row for row in network.tables[component] if row.values["subject"] == subject]
    if not rows:
        raise NetworkTableError(
            f"no row about {subject!r} in {component}.csv", where=where, remedy="name a subject of that table"
        )
    out = []
    for row in rows:
        cells = dict(_cells(component, row))
        for column in _SCALED[component]:
            if row.values[column] is not None:
                cells[column] = row.values[column] * factor
        cells["source"] = f"{row.values['source']}; times {factor:g}: {item.get('source') or scenario.source}"
        cells["assumed"] = "yes" if scenario.assumed or row.values["assumed"] else "no"
        out.append(cells)
    return out


def _cells(component: str, row: Row) -> Iterable[tuple[str, object]]:
    """The cells of a parsed row as its table would have them."""
    for name, attribute in attributes()[component].items():
        value = row.values[name]
        if value is None:
            continue
        if attribute.type == "months":
            value = ";".join(str(i + 1) for i, on in enumerate(value) if on)
        elif isinstance(value, tuple):
            value = ";".join(f"{x:g}" if isinstance(x, float) else str(x) for x in value)
        elif isinstance(value, bool):
            value = "yes" if value else "no"
        yield name, value
