"""What a file of official figures gave: observations, problems by row, and what to know of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.errors import BadTable, InputError
from dragoman.model.findings import Observation

__all__ = ["Loaded", "collect", "joined"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Observations, a problem for each row that is none, and notes in plain sentences."""

    observations: tuple[Observation, ...] = ()
    problems: tuple[InputError, ...] = ()
    notes: tuple[str, ...] = ()


def _key(o: Observation) -> tuple[object, ...]:
    return (o.source, o.series, o.period, o.as_of, o.valuation)


def collect(
    rows: Iterable[tuple[str, Observation]],
    problems: Iterable[InputError] = (),
    notes: Iterable[str] = (),
) -> Loaded:
    """The observations of rows, each row given with where it stands; rows that repeat are merged.

    Two rows for one source, series, period and vintage with two values cannot both be it: the
    first is kept, the second is a problem (§S3).
    """
    kept: dict[tuple[object, ...], tuple[str, Observation]] = {}
    wrong = list(problems)
    for where, o in rows:
        first = kept.setdefault(_key(o), (where, o))
        if first[1].value != o.value:
            wrong.append(
                BadTable(
                    f"value is '{o.value}', but {first[0]} has {first[1].value} for the same series, period, "
                    "source and as_of",
                    where=where,
                    remedy="keep one row, or tell the vintages apart in as_of",
                )
            )
    observations = tuple(o for _, o in kept.values())
    return Loaded(observations, tuple(wrong), (*notes, *_mixed_units(observations)))


def _mixed_units(observations: Iterable[Observation]) -> list[str]:
    """A sentence for each series that comes in several units: they are kept apart (§S3)."""
    units: dict[tuple[str, str, str, str, str], set[str]] = {}
    for o in observations:
        s = o.series
        key = (o.source, s.indicator, s.reporter, s.partner or "", s.product or "")
        units.setdefault(key, set()).add(s.unit)
    out = []
    for (source, indicator, reporter, partner, product), found in sorted(units.items()):
        if len(found) > 1:
            what = " ".join(x for x in (indicator, reporter, partner, product) if x)
            out.append(
                f"{what} of {source} comes in {' and '.join(sorted(found))}: kept apart, not converted"
            )
    return out


def joined(parts: Iterable[Loaded]) -> Loaded:
    """Several files one after the other."""
    every = list(parts)
    observations = tuple(o for part in every for o in part.observations)
    notes = [n for part in every for n in part.notes]
    return Loaded(
        observations,
        tuple(p for part in every for p in part.problems),
        tuple(dict.fromkeys((*notes, *_mixed_units(observations)))),
    )
