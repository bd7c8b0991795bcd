"""Units of the network tables, as factors (§N4, §N7)."""

from __future__ import annotations

__all__ = ["annual", "hours_per", "usd_per_feu"]

_HOURS: dict[str, float] = {"h": 1.0, "min": 1 / 60, "d": 24.0, "week": 168.0, "month": 730.5}
# Tonnes or billion cubic metres a year.
_TONNES = {
    "t/y": 1.0,
    "kt/y": 1e3,
    "Mt/y": 1e6,
    "kt/d": 365.25e3,
    "Mt/d": 365.25e6,
    "bcm/y": 1.0,
    "bcm/d": 365.25,
}
_UNITS = {"TEU/y": 1.0, "kTEU/y": 1e3, "FEU/y": 2.0}


def hours_per(unit: str) -> float | None:
    """Hours in a unit of time; None for a speed."""
    return _HOURS.get(unit)


def annual(value: float, unit: str, tonnes_per_teu: float) -> float:
    """An amount in t/y (bcm/y for gas); containers count ``tonnes_per_teu`` each."""
    if unit in _UNITS:
        return value * _UNITS[unit] * tonnes_per_teu
    return value * _TONNES[unit]


def usd_per_feu(unit: str, km: float, tonnes_per_feu: float) -> float:
    """What one of a cost unit is in USD per FEU over ``km`` (a FEU is two TEU)."""
    factor = {"feu": 1.0, "teu": 2.0, "t": tonnes_per_feu}[unit.split("/")[1]]
    return factor * km if unit.endswith("/km") else factor
