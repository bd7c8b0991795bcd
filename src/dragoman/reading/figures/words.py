"""The word lists that readers of figures use, from ``data/lexicon/en/figures.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files

from dragoman.errors import RuleError
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["FigureWords", "figure_words", "parse_figure_words"]

_FILE = "lexicon/en/figures.yaml"
_HEADER = frozenset({"source", "licence", "examples"})


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Each list of the file as a set of lower-case words; ``roles`` maps modes to places of parties."""

    achieved: frozenset[str]
    amount_fillers: frozenset[str]
    amount_links: frozenset[str]
    anniversary_verbs: frozenset[str]
    assets: frozenset[str]
    balances: frozenset[str]
    built: frozenset[str]
    buyers: frozenset[str]
    capacity_words: frozenset[str]
    care: frozenset[str]
    change_nouns: frozenset[str]
    come: frozenset[str]
    communities: frozenset[str]
    controllers: frozenset[str]
    cost_verbs: frozenset[str]
    costing: frozenset[str]
    counted_relations: frozenset[str]
    debtors: frozenset[str]
    dispatching: frozenset[str]
    domestic: frozenset[str]
    down: frozenset[str]
    dwelling: frozenset[str]
    earnings: frozenset[str]
    disputed: frozenset[str]
    earners: frozenset[str]
    employers: frozenset[str]
    equipment: frozenset[str]
    experts: frozenset[str]
    forecast: frozenset[str]
    forecast_verbs: frozenset[str]
    from_all: frozenset[str]
    funds: frozenset[str]
    getters: frozenset[str]
    give_only: frozenset[str]
    goes_on: frozenset[str]
    goods_leave: frozenset[str]
    handed_over: frozenset[str]
    handing_over: frozenset[str]
    harming: frozenset[str]
    host_changes: frozenset[str]
    host_verbs: frozenset[str]
    hosted: frozenset[str]
    hosts: frozenset[str]
    institutions: frozenset[str]
    investors: frozenset[str]
    item_fillers: frozenset[str]
    joining: frozenset[str]
    leading: frozenset[str]
    labourers: frozenset[str]
    learning: frozenset[str]
    lender_names: frozenset[str]
    lenders: frozenset[str]
    lines: frozenset[str]
    list_takers: frozenset[str]
    list_verbs: frozenset[str]
    listing: frozenset[str]
    lists: frozenset[str]
    made: frozenset[str]
    making: frozenset[str]
    market_buyers: frozenset[str]
    market_sellers: frozenset[str]
    markets: frozenset[str]
    now: frozenset[str]
    ordinals: frozenset[str]
    packages: frozenset[str]
    sharing_out: frozenset[str]
    paying: frozenset[str]
    people: frozenset[str]
    picks: frozenset[str]
    places_to_learn: frozenset[str]
    planned_words: frozenset[str]
    power_goods: frozenset[str]
    presenting: frozenset[str]
    promises: frozenset[str]
    proposed_words: frozenset[str]
    public_purses: frozenset[str]
    receiving: frozenset[str]
    region_adjectives: frozenset[str]
    region_preps: frozenset[str]
    regions: frozenset[str]
    relief: frozenset[str]
    remittances: frozenset[str]
    roots: frozenset[str]
    sellers: frozenset[str]
    senders: frozenset[str]
    serving: frozenset[str]
    settlers: frozenset[str]
    share: frozenset[str]
    shared_nouns: frozenset[str]
    sheltering: frozenset[str]
    stemming: frozenset[str]
    stretching: frozenset[str]
    study_verbs: frozenset[str]
    suppliers: frozenset[str]
    supporters: frozenset[str]
    takers: frozenset[str]
    target: frozenset[str]
    totals: frozenset[str]
    trade_heads: frozenset[str]
    training: frozenset[str]
    treating: frozenset[str]
    trips: frozenset[str]
    undergoing: frozenset[str]
    units_of_money: frozenset[str]
    up: frozenset[str]
    visit_verbs: frozenset[str]
    wishes: frozenset[str]
    roles: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]


def _words(name: str, value: object) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(w, str) for w in value):
        raise RuleError(
            f"{name!r} is no list of words", where=_FILE, remedy="write a list of lower-case words"
        )
    return frozenset(w if w.isupper() else w.casefold() for w in value)


def _roles(value: object) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    out = {}
    if not isinstance(value, dict):
        raise RuleError("'roles' is no mapping", where=_FILE, remedy="write a mode with actor and recipient")
    for mode, places in value.items():
        if not isinstance(places, dict) or set(places) != {"actor", "recipient"}:
            raise RuleError(
                f"roles of {mode!r}", where=_FILE, remedy="write {actor: [...], recipient: [...]}"
            )
        out[mode] = (tuple(places["actor"]), tuple(places["recipient"]))
    return out


def parse_figure_words(text: str) -> FigureWords:
    """The lists of a file of that form.

    Raises
    ------
    RuleError
        A list is missing, unknown or of another shape.
    """
    data = parse_yaml(text)
    wanted = {f.name for f in fields(FigureWords)}
    found = set(data) - _HEADER if isinstance(data, dict) else set()
    if found != wanted:
        name = sorted(found ^ wanted)[0]
        what = "unknown" if name in found else "missing"
        raise RuleError(f"{what} list {name!r}", where=_FILE, remedy=f"lists: {', '.join(sorted(wanted))}")
    lists = {name: _words(name, data[name]) for name in sorted(wanted - {"roles"})}
    return FigureWords(**lists, roles=_roles(data["roles"]))


@lru_cache(maxsize=1)
def figure_words() -> FigureWords:
    """The lists of the package."""
    return parse_figure_words((files("dragoman.data") / _FILE).read_text("utf-8"))
