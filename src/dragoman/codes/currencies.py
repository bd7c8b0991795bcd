"""Currencies of ISO 4217, with the words, symbols and subunits that texts use for them.

One row per code in ``data/codes/currencies.csv``. A word that several currencies share
("dollar", "crown", "lira") belongs to each; `default_for` says which one it means where
the text tells nothing else, or that it stays open.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import lru_cache

from dragoman.codes.countries import folded
from dragoman.codes.tables import read_rows
from dragoman.errors import BadTable, UnknownCode

__all__ = ["DEFAULTS", "Currency", "currencies", "currency", "default_for"]

DEFAULTS = {
    "dollar": "USD", "pound": "GBP", "sterling": "GBP", "euro": "EUR", "yuan": "CNY", "yen": "JPY", "ruble": "RUB",
    "rouble": "RUB", "rupee": "INR", "franc": "CHF", "won": "KRW", "lira": "TRY", "real": "BRL", "rand": "ZAR",
    "$": "USD", "£": "GBP", "¥": "JPY", "₩": "KRW",
}  # fmt: skip
"""What a shared word means when nothing else is said: the most traded currency of that name.

assumed; the order is that of the Bank for International Settlements' Triennial Survey of 2022.
Words that are not here ("crown", "dinar", "peso", "riyal") stay open.
"""


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency.

    Parameters
    ----------
    code, name : str
        ISO 4217 code and English name.
    words, symbols, subunits : tuple of str
        What texts call it, singular and plural; signs; names of its hundredth or the like.
    minor_unit : int
        Decimal digits [-].
    home : str or None
        Alpha-3 of the issuer, ``EU`` for the euro, None for shared currencies.
    used_in : tuple of str
        Alpha-3 of the countries where it is legal tender.
    valid_to : str or None
        Last year, for currencies that are no more.
    """

    code: str
    name: str
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    minor_unit: int
    subunits: tuple[str, ...]
    home: str | None
    used_in: tuple[str, ...]
    valid_to: str | None = None


def _split(cell: str) -> tuple[str, ...]:
    return tuple(w for w in cell.split(";") if w)


@lru_cache(maxsize=1)
def currencies() -> tuple[Currency, ...]:
    """Every currency, sorted by code."""
    found = []
    for r in read_rows("currencies.csv"):
        if not r["minor_unit"].isdigit():
            raise BadTable(
                f"minor_unit {r['minor_unit']!r} of {r['code']}",
                where="currencies.csv",
                remedy="write 0, 2 or 3",
            )
        found.append(
            Currency(
                r["code"], r["name"], _split(r["words"]), _split(r["symbols"]), int(r["minor_unit"]),
                _split(r["subunits"]), r["home"] or None, tuple(r["used_in"].split()), r["valid_to"] or None,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda c: c.code))


@lru_cache(maxsize=1)
def _index() -> dict[str, Currency]:
    return {folded(c.name): c for c in currencies()} | {folded(c.code): c for c in currencies()}


def currency(code_or_name: str) -> Currency:
    """Look one currency up by its code or full name.

    Raises
    ------
    UnknownCode
        No such currency; the message has the nearest names.
    """
    key = folded(code_or_name.strip())
    index = _index()
    if key in index:
        return index[key]
    near = [index[n].code for n in difflib.get_close_matches(key, index, n=3, cutoff=0.6)]
    hint = f"did you mean {', '.join(near)}?" if near else "use an ISO 4217 code"
    raise UnknownCode(f"no currency {code_or_name!r}", remedy=hint)


@lru_cache(maxsize=4096)
def default_for(word: str, country: str | None = None) -> str | None:
    """Which currency a word or sign means: the country's own of that name, else the usual one, else None.

    Examples
    --------
    >>> default_for("dollars"), default_for("crowns", "SWE"), default_for("crowns")
    ('USD', 'SEK', None)
    """
    low = word.casefold()
    holders = [c for c in currencies() if (low in c.words or word in c.symbols) and not c.valid_to]
    if country:
        own = [c.code for c in holders if c.home == country] or [
            c.code for c in holders if country in c.used_in
        ]
        if own:
            return own[0]
    for key in (low, low.removesuffix("s"), word):
        if key in DEFAULTS:
            return DEFAULTS[key]
    return holders[0].code if len(holders) == 1 else None
