"""Which series a figure belongs to: the keys of the latent quantities (§R3, §R9, §R12)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from dragoman.errors import RuleError
from dragoman.model.findings import Series
from dragoman.model.statements import Product, Statement
from dragoman.reconciling.periods import Span

__all__ = [
    "FISCAL",
    "GATHERED",
    "GOODS",
    "WITH_SERVICES",
    "Family",
    "Node",
    "family_of",
    "flow_of",
    "natures",
    "product_key",
    "scope_key",
    "series_of",
]

GOODS = "goods"
# The scope of what has gathered so far, kept apart from what came in a year.
GATHERED = "gathered"
# The scope of trade that counts services, kept apart from trade in goods.
WITH_SERVICES = "goods and services"
# The scope of fiscal years, whose first month nobody tells: kept apart from calendar years.
FISCAL = "fiscal years"
_NATURES = ("flow", "stock", "single")


class Family(NamedTuple):
    """Figures that any identity may relate; the unit of work when a document comes in.

    For trade in goods ``a`` and ``b`` are the parties in alphabetical order and all flows
    between them are here; else ``a`` is the reporter and ``b`` the partner. ``scope`` keeps
    apart what cannot be told to be the same (§R12): a document's or a statement's name.
    """

    group: str
    a: str
    b: str
    scope: str = ""


class Node(NamedTuple):
    """One latent quantity of a family.

    ``flow`` is ``X`` (a to b), ``M`` (b to a), ``T`` (both), or ``V`` outside trade in goods.
    """

    flow: str
    product: str
    unit: str
    span: Span


@lru_cache(maxsize=1)
def natures() -> Mapping[str, str]:
    """Nature (``flow``, ``stock``, ``single``) by mode, from data/reconciling/indicators.yaml."""
    import yaml

    text = files("dragoman.data").joinpath("reconciling/indicators.yaml").read_text(encoding="utf-8")
    out = {}
    for mode, row in yaml.safe_load(text)["modes"].items():
        if row.get("nature") not in _NATURES:
            raise RuleError(
                f"mode {mode} has nature {row.get('nature')!r}",
                where="data/reconciling/indicators.yaml",
                remedy=f"use one of {', '.join(_NATURES)}",
            )
        out[mode] = row["nature"]
    return out


@lru_cache(maxsize=1)
def _stock_words() -> Mapping[str, re.Pattern[str]]:
    """Words under which a figure of a flow is what has gathered so far, by mode."""
    import yaml

    text = files("dragoman.data").joinpath("reconciling/indicators.yaml").read_text(encoding="utf-8")
    rows = yaml.safe_load(text)["modes"].items()
    return {mode: re.compile(row["stock"], re.IGNORECASE) for mode, row in rows if "stock" in row}


def gathered(s: Statement) -> bool:
    """Whether a figure of a flow tells what has gathered until a time: "had invested $92 billion by 2024" (§R9)."""
    words = _stock_words().get(s.mode)
    return words is not None and "/" not in (s.date or "/") and bool(words.search(s.evidence.text))


def product_key(product: Product | None) -> str:
    """Goods as a key: HS code and words, ``27|oil``; empty for all goods."""
    if product is None or not (product.text or product.hs):
        return ""
    return f"{product.hs or ''}|{' '.join(product.text.casefold().split())}"


def scope_key(s: Statement) -> str:
    """What a count of companies or students counts, where its words tell: ``#operating+registered`` (§R17).

    Those registered and those that operate are two quantities, and neither refutes the other.
    """
    if natures().get(s.mode) != "stock":
        return ""
    from dragoman.reconciling.lexicons import once_ties, words_of

    found = words_of(s, once_ties().scopes)
    return f"#{'+'.join(sorted(found))}" if found else ""


def family_of(s: Statement) -> Family:
    """The family of a figure.

    Imports of A from B are exports of B to A (§R3), so the two land in one family. A figure
    with one party only, or of a mode whose figures may be many things, is kept by itself.
    """
    nature = natures().get(s.mode, "single")
    actor, recipient = "+".join(sorted(set(s.actor))), "+".join(sorted(set(s.recipient)))
    scope = ""
    if nature == "single" or (nature == "flow" and s.date is not None and len(s.date) == 10):
        scope = s.id
    if s.mode in ("trade", "exports", "imports"):
        if s.mode == "trade":
            parties = sorted({*s.actor, *s.recipient})
            if len(parties) == 2:
                return Family(GOODS, parties[0], parties[1], scope)
            if len(parties) > 2:
                return Family("trade", "+".join(parties), "", scope)
        elif actor and recipient:
            return Family(GOODS, min(actor, recipient), max(actor, recipient), scope)
        if actor and not recipient and len(s.actor) > 1:
            scope = s.id  # exports of two countries, to whom is not said
        return Family(GOODS, "", actor or recipient, scope or s.evidence.document)
    if len(s.actor) + len(s.recipient) <= 1:
        scope = scope or s.evidence.document
    if gathered(s):
        scope = f"{GATHERED} {scope}".strip()
    return Family(s.mode, actor, recipient, scope)


def flow_of(s: Statement, family: Family) -> str:
    """``X``, ``M`` or ``T`` for goods, else ``V``."""
    if family.group != GOODS:
        return "V"
    if s.mode == "trade":
        return "T"
    actor, recipient = "+".join(sorted(set(s.actor))), "+".join(sorted(set(s.recipient)))
    seller = actor if s.mode == "exports" else recipient
    return "X" if seller == family.a else "M"


def series_of(family: Family, node: Node, as_imports: bool = False) -> Series:
    """The SDMX-like series of a latent quantity, for findings.

    Parameters
    ----------
    as_imports : bool
        Name a flow of goods from the buyer's side, as the texts do.
    """
    product = node.product.split("|", 1)[-1].split("#", 1)[0] or None if node.product else None
    if family.scope.startswith(WITH_SERVICES):
        product = product or WITH_SERVICES
    if family.group != GOODS:
        return Series(family.group, family.a or "", family.b or None, product, node.unit)
    if node.flow == "T":
        return Series("trade", family.a or family.b, family.b if family.a else None, product, node.unit)
    seller, buyer = (family.a, family.b) if node.flow == "X" else (family.b, family.a)
    if as_imports or not seller:
        return Series("imports", buyer, seller or None, product, node.unit)
    return Series("exports", seller, buyer or None, product, node.unit)
