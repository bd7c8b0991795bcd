"""Whose voice an official site is: the country that a ministry's or a presidency's address stands for."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from dragoman.codes.tables import read_rows

__all__ = ["home_of"]


@lru_cache(maxsize=1)
def _domains() -> dict[str, str]:
    return {row["domain"]: row["code"] for row in read_rows("outlets.csv")}


_GOVERNMENTS = frozenset({"gob", "gouv", "gov", "govt", "gub", "gv", "go", "mfa"})
"""Second-level domains that states keep for their own offices (own compilation of public facts)."""


@lru_cache(maxsize=1)
def _by_ending() -> dict[str, str]:
    """States by the ending of their addresses."""
    endings = {
        row["alpha2"].casefold(): row["alpha3"]
        for row in read_rows("countries.csv")
        if row["kind"] == "state"
    }
    return {**endings, "uk": "GBR"}


def home_of(url: str | None) -> str | None:
    """The country (alpha-3) or body that publishes at an address, or None.

    Examples
    --------
    >>> home_of("https://www.mofa.go.jp/press/release/1.html"), home_of("https://example.org/")
    ('JPN', None)
    >>> home_of("https://www.eoi.gov.in/suva/page/2/")
    'IND'
    """
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # an address that is none names nobody
        return None
    parts = host.split(".")
    for i in range(len(parts) - 1):
        code = _domains().get(".".join(parts[i:]))
        if code:
            return code
    if len(parts) > 2 and parts[-2] in _GOVERNMENTS:
        return _by_ending().get(parts[-1])
    return None
