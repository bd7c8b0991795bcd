"""How far a source revises its figures between its first and its last vintage (§S5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dragoman.model.findings import Observation
from dragoman.model.intervals import Interval
from dragoman.statistics.constants import constant

__all__ = ["RevisionBand", "assumed_band", "latest_vintages", "revision_bands", "vintages"]

_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class RevisionBand:
    """What becomes of a first figure: last vintage over first [-].

    Parameters
    ----------
    factor : Interval
        Contains 1 and, where learnt, every revision seen.
    seen : int
        Figures with several vintages that were looked at [1].
    learnt : bool
        Whether ``factor`` comes from them; else it is assumed.
    """

    source: str
    factor: Interval
    seen: int
    learnt: bool

    def final(self, value: Decimal) -> Interval:
        """Where the last vintage of a figure is to be expected [units of the value]."""
        return Interval(Fraction(value), Fraction(value)).times(self.factor)

    @property
    def words(self) -> str:
        """The band in words: ``-0.5% to +5.7%, learnt from 12 figures with several vintages``."""
        assert self.factor.low is not None and self.factor.high is not None
        low, high = float(self.factor.low - 1) * 100, float(self.factor.high - 1) * 100
        how = f"learnt from {self.seen} figures with several vintages" if self.learnt else "assumed"
        return f"{low:+.2g}% to {high:+.2g}%, {how}"


def vintages(observations: Iterable[Observation]) -> list[list[Observation]]:
    """The dated vintages of each figure, oldest first; undated ones have no place in time."""
    told: dict[tuple[object, ...], list[Observation]] = {}
    for o in observations:
        if o.as_of is not None:
            told.setdefault((o.source, o.series, o.period, o.valuation), []).append(o)
    return [sorted(v, key=lambda o: o.as_of or "") for v in told.values()]


def latest_vintages(observations: Iterable[Observation]) -> list[Observation]:
    """The last vintage of each figure of each source, in the order given; undated ones count as oldest."""
    newest: dict[tuple[object, ...], Observation] = {}
    for o in observations:
        key = (o.source, o.series, o.period, o.valuation)
        before = newest.get(key)
        if before is None or (before.as_of or "") <= (o.as_of or ""):
            newest[key] = o
    return list(newest.values())


def assumed_band(source: str, seen: int = 0) -> RevisionBand:
    """The band of a source that has not shown enough vintages."""
    share = Fraction(constant("revision", "assumed"))
    return RevisionBand(source, Interval(_ONE - share, _ONE + share), seen, False)


def revision_bands(observations: Iterable[Observation]) -> dict[str, RevisionBand]:
    """The band of each source, by its name.

    Learnt where a source has at least eight figures with two dated vintages or more, as the hull of
    last over first and 1; else assumed (``data/statistics/constants.toml``).
    """
    every = list(observations)
    ratios: dict[str, list[Fraction]] = {o.source: [] for o in every}
    for line in vintages(every):
        if line[0].as_of != line[-1].as_of and line[0].value:
            ratios[line[0].source].append(Fraction(line[-1].value) / Fraction(line[0].value))
    needed = constant("revision", "needed")
    return {
        source: RevisionBand(source, Interval(min(*seen, _ONE), max(*seen, _ONE)), len(seen), True)
        if len(seen) >= needed
        else assumed_band(source, len(seen))
        for source, seen in sorted(ratios.items())
    }
