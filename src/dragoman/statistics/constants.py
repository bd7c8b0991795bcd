"""Constants of ``data/statistics/constants.toml``: numbers as exact decimals, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from importlib.resources import files

from dragoman.errors import RuleError

__all__ = ["constant", "constants"]

_SECTIONS = {
    "cif_fob": {"low", "centre", "high"},
    "revision": {"assumed", "needed"},
    "history": {"needed"},
    "comtrade": {"interval", "attempts", "periods", "preview_rows", "rows"},
}
_WHERE = "data/statistics/constants.toml"


@lru_cache(maxsize=1)
def constants() -> Mapping[str, Mapping[str, Decimal]]:
    """All constants by section and name.

    Raises
    ------
    RuleError
        A section, a name or a source is missing or unknown, or a value is no number.
    """
    text = (files("dragoman") / "data" / "statistics" / "constants.toml").read_text(encoding="utf-8")
    return checked(tomllib.loads(text))


def checked(found: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, Decimal]]:
    """The constants of a parsed file; see `constants` for what is refused."""
    if set(found) != set(_SECTIONS):
        raise RuleError(f"sections {sorted(found)}", where=_WHERE, remedy=f"they must be {sorted(_SECTIONS)}")
    out: dict[str, dict[str, Decimal]] = {}
    for section, names in _SECTIONS.items():
        if set(found[section]) != names | {"source"}:
            raise RuleError(
                f"keys {sorted(found[section])}",
                where=f"{_WHERE} [{section}]",
                remedy=f"they must be {sorted(names | {'source'})}",
            )
        try:
            out[section] = {name: Decimal(found[section][name]) for name in sorted(names)}
        except (InvalidOperation, TypeError, ValueError) as error:
            raise RuleError(
                "a value is no number", where=f"{_WHERE} [{section}]", remedy='write it as text, "1.06"'
            ) from error
    return out


def constant(section: str, name: str) -> Decimal:
    """One constant."""
    return constants()[section][name]
