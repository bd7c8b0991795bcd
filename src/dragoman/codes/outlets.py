"""Whose voice an official site is: the country that a ministry's or a presidency's address stands for."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from dragoman.codes.tables import read_rows

__all__ = ["home_of"]


@lru_cache(maxsize=1)
def _domains() -> dict[str, str]:
    return {row["domain"]: row["code"] for row in read_rows("outlets.csv")}


def home_of(url: str | None) -> str | None:
    """The country (alpha-3) or body that publishes at an address, or None.

    Examples
    --------
    >>> home_of("https://www.mofa.go.jp/press/release/1.html"), home_of("https://example.org/")
    ('JPN', None)
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
    return None
