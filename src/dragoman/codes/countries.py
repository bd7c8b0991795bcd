"""Countries and territories: ISO 3166-1, Kosovo (XKX), and states that are no more (ISO 3166-3).

The table ``data/codes/countries.csv`` has one row per code; every word for a country is a
row of ``data/codes/party_forms.csv``.
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dragoman.codes.tables import read_rows
from dragoman.errors import UnknownCode

__all__ = ["CODE_ALIASES", "Country", "countries", "country", "is_country"]

CODE_ALIASES = {
    "KOS": "XKX",
    "XKS": "XKX",
    "UNK": "XKX",
    "ROM": "ROU",
    "ZAR": "COD",
    "TMP": "TLS",
    "BUR": "MMR",
}
"""Codes in other lists for the same country: World Bank, COW and withdrawn ISO codes."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory.

    Parameters
    ----------
    alpha3, alpha2, m49 : str
        ISO 3166-1 codes and the United Nations' number, as text with leading zeros.
    kind : str
        ``state``, ``territory`` or ``former``.
    name, official : str
        Short and long English name.
    capital : str
        Seat of government, empty where the table has none.
    valid_from, valid_to : str or None
        Years in which a former state existed; None for those that exist.
    """

    alpha3: str
    alpha2: str
    m49: str
    kind: str
    name: str
    official: str
    capital: str
    valid_from: str | None = None
    valid_to: str | None = None


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Every country and territory, sorted by alpha-3."""
    return tuple(
        Country(
            r["alpha3"], r["alpha2"], r["m49"], r["kind"], r["name"], r["official"], r["capital"],
            r["valid_from"] or None, r["valid_to"] or None,
        )
        for r in sorted(read_rows("countries.csv"), key=lambda r: r["alpha3"])
    )  # fmt: skip


def folded(text: str) -> str:
    """Lower case without accents, for comparing names."""
    if text.isascii():  # codes and most names: there is nothing to take off
        return text.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=1)
def _index() -> dict[str, Country]:
    found: dict[str, Country] = {}
    by_alpha3 = {c.alpha3: c for c in countries()}
    for row in read_rows("party_forms.csv"):
        if row["code"] in by_alpha3 and row["kind"] in ("name", "acronym"):
            found.setdefault(folded(row["form"]), by_alpha3[row["code"]])
    living = [c for c in countries() if c.kind != "former"]
    for c in [*(c for c in countries() if c.kind == "former"), *living]:
        for key in (c.alpha2, c.m49, c.alpha3, c.name, c.official):
            found[folded(key)] = c
    for alias, code in CODE_ALIASES.items():
        found[folded(alias)] = by_alpha3[code]
    return found


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(c.alpha3 for c in countries())


def is_country(code: str) -> bool:
    """Whether ``code`` is the alpha-3 code of a country or territory of the table."""
    return code in _codes()


def country(code_or_name: str) -> Country:
    """Look one country up by alpha-2, alpha-3, M49 or any of its names.

    Raises
    ------
    UnknownCode
        No such country; the message has the nearest names.

    Examples
    --------
    >>> country("TR").alpha3, country("Türkiye").m49, country("KOS").alpha3
    ('TUR', '792', 'XKX')
    """
    try:
        return _index()[folded(code_or_name.strip())]
    except KeyError:
        names = {folded(c.name): c.name for c in countries()}
        near = difflib.get_close_matches(folded(code_or_name), names, n=3, cutoff=0.6)
        hint = (
            f"did you mean {', '.join(names[n] for n in near)}?"
            if near
            else "use an ISO 3166-1 code or a name"
        )
        raise UnknownCode(f"no country {code_or_name!r}", remedy=hint) from None
