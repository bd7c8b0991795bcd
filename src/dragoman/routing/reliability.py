"""Monte Carlo over legs, stops and waits with common random numbers (§N4, §N6, §N10).

Each leg, stop and wait has its own fixed stream, found by its name. Two routes that share a leg,
or a network before and after a change, therefore meet the same luck, and their difference is not noise.
Draws are stratified (one in each of n equal strata, in shuffled order), so single legs keep their
quantiles and means. Shuffling costs more than all the rest, so a few shuffles are made once and a stream
is one of them begun at a place that its name picks: two streams are as little alike as two shuffles.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from math import expm1, isclose
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

from dragoman.model.routes import HoursQuantiles
from dragoman.routing.calendars import HOURS_PER_YEAR, Calendar, month_starts
from dragoman.routing.durations import Duration, curve, mean_hours

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, np.dtype[np.float32]]

__all__ = ["Draws", "Spread", "Step", "simulate", "spread"]

_KEPT = 1024
# Shuffles that streams are cut from, and the numbers that they may hold in all.
_SHUFFLES, _POOL = 64, 1 << 18
_MONTH = HOURS_PER_YEAR / 12
_Z95 = NormalDist().inv_cdf(0.95)


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a trip: a time to draw, or a wait for a calendar; ``key`` names its stream."""

    key: str
    time: Duration | None = None
    calendar: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """What draws of a time say: quantiles and mean [h], p95 [h], buffer index [-]."""

    hours: HoursQuantiles
    p95: float

    @property
    def buffer_index(self) -> float:
        """(p95 - mean) / mean, the FHWA's buffer index; 0 for a trip of no time."""
        mean = self.hours.mean or 0.0
        return (self.p95 - mean) / mean if mean else 0.0


class Draws:
    """Streams of ``n`` draws; the same name and seed always give the same stream.

    Parameters
    ----------
    n : int
        Draws a stream.
    seed : int
        Another seed gives other streams.
    correlation : float
        rho of §N10, 0 to 1.
    """

    def __init__(self, n: int = 4096, seed: int = 0, correlation: float = 0.0) -> None:
        self.n, self.seed, self.correlation = n, seed, correlation
        self._kept: dict[tuple[Any, ...], Vector] = {}
        self._spreads: dict[tuple[Any, ...], Spread] = {}

    def _stream(self, kind: str, key: str) -> Vector:
        digest = hashlib.blake2b(f"{self.seed}:{kind}:{key}".encode(), digest_size=8).digest()
        number = int.from_bytes(digest, "little")
        shuffles = _shuffles(kind, self.n, self.seed)
        begin = (number >> 16) % self.n
        stream: Vector = shuffles[number % len(shuffles), begin : begin + self.n]
        return stream

    def _keep(self, key: tuple[Any, ...], value: Vector) -> Vector:
        if len(self._kept) >= _KEPT or self.n > 1 << 16:
            self._kept.clear()
        self._kept[key] = value
        return value

    def normal(self, key: str) -> Vector:
        """Standard normals of a stream."""
        return self._stream("normal", key)

    def uniform(self, key: str) -> Vector:
        """Uniforms on (0, 1) of a stream."""
        return self._stream("uniform", key)

    def time(self, key: str, time: Duration) -> Vector:
        """Draws of a time [h] (§N4)."""
        import numpy as np

        name = ("t", key, time.low, time.typical, time.high)
        kept: Vector | None = self._kept.get(name)
        if kept is not None:
            return kept
        c = curve(time.low, time.typical, time.high)
        if c.below == c.above == 0:
            return self._keep(name, np.full(self.n, c.typical, dtype=np.float32))
        # One new array, then in place: fetching memory is what takes the time here.
        out = self.normal(key) * np.float32((1 - self.correlation) ** 0.5)
        if self.correlation:
            out += self._common()
        one_side = isclose(c.below, c.above)
        side: Any = np.float32(c.above)
        if not one_side:
            side = np.where(out < 0, np.float32(c.below), side)
        if c.bend:
            # exp, not expm1: numpy has it vectorised, and a ten-millionth of a leg is nothing here.
            out *= np.float32(c.bend)
            np.exp(out, out=out)
            out -= np.float32(1)
        out *= side
        out += np.float32(c.typical)
        return self._keep(name, np.maximum(out, np.float32(c.floor), out=out))

    def _common(self) -> Vector:
        """The part of every time that a trip's legs share (§N10)."""
        import numpy as np

        kept: Vector | None = self._kept.get(("common",))
        if kept is not None:
            return kept
        return self._keep(("common",), np.float32(self.correlation**0.5) * self.normal("common"))

    def wait(self, key: str, calendar: Calendar) -> Vector:
        """Draws of a wait [h] averaged over departures: random month, random phase."""
        import numpy as np

        name = ("w", key, calendar)
        kept: Vector | None = self._kept.get(name)
        if kept is not None:
            return kept
        if not calendar.seasonal:
            return self._keep(name, np.asarray(self._phase(key, calendar), dtype=np.float32))
        moment = self.uniform("month") * np.float32(12)
        month = moment.astype(np.int64)
        opens = np.array([_months_shut(calendar, m) for m in range(12)])
        shut = opens[month]
        season = np.where(shut > 0, (shut - (moment - month)) * _MONTH, 0.0)
        share = np.array(calendar.closure_share)[(month + shut) % 12]
        total = season + self.weather(key, calendar, share) + self._phase(key, calendar)
        return self._keep(name, total.astype(np.float32))

    def weather(self, key: str, calendar: Calendar, share: Any) -> Any:
        """Draws of the wait for the weather [h], given the share of time closed of each draw."""
        import numpy as np

        if not np.any(share):
            return 0.0
        u = self.uniform("weather:" + key)
        # The share that meets a closure; what is left of the uniform draws its length.
        met = np.clip(u / np.where(share > 0, share, 1.0), 1e-7, 1.0)
        return np.where(u < share, -np.log(met) * calendar.closure_hours, 0.0)

    def _phase(self, key: str, calendar: Calendar) -> Any:
        import numpy as np

        if not calendar.period:
            return 0.0
        u = self.uniform("wait:" + key)
        if not calendar.offsets:
            return u * np.float32(calendar.headway)
        return _until_next(u * np.float32(calendar.period), calendar)


def _months_shut(calendar: Calendar, month: int) -> int:
    shut = 0
    while calendar.weather_wait((month + shut) % 12) == float("inf"):
        shut += 1
    return shut


def _until_next(phase: Any, calendar: Calendar) -> Any:
    """Hours from each moment of the period to the next timetabled departure."""
    import numpy as np

    offsets = np.array([*calendar.offsets, calendar.offsets[0] + calendar.period], dtype=phase.dtype)
    return offsets[np.searchsorted(offsets[:-1], phase, side="left")] - phase


@lru_cache(maxsize=8)
def _shuffles(kind: str, n: int, seed: int) -> Any:
    """Middles of n equal strata in shuffled orders, each written twice so that any place can be the first."""
    import numpy as np

    count = max(4, min(_SHUFFLES, _POOL // n))
    grid = (
        _grid(n) if kind == "normal" else (np.arange(n, dtype=np.float32) + np.float32(0.5)) / np.float32(n)
    )
    digest = hashlib.blake2b(f"{seed}:{kind}:{n}".encode(), digest_size=8).digest()
    rng = np.random.Generator(np.random.SFC64(int.from_bytes(digest, "little")))
    out = np.empty((count, 2 * n), dtype=np.float32)
    for row in out:
        row[:n] = rng.permutation(grid)
        row[n:] = row[:n]
    out.flags.writeable = False
    return out


@lru_cache(maxsize=4)
def _grid(n: int) -> Vector:
    """Middles of n equal strata of the standard normal."""
    import numpy as np

    inverse = NormalDist().inv_cdf
    return np.array([inverse((i + 0.5) / n) for i in range(n)], dtype=np.float32)


def spread(sample: Vector) -> Spread:
    """Quantiles and mean of draws [h]."""
    import numpy as np

    n = len(sample)
    # A whole sort is vectorised where picking four places is not, and so is the faster.
    ordered = np.sort(sample)
    p10, p50, p90, p95 = (float(ordered[min(n - 1, int(q * n))]) for q in (0.10, 0.50, 0.90, 0.95))
    return Spread(HoursQuantiles(p10, p50, p90, float(sample.mean(dtype=np.float64))), p95)


@lru_cache(maxsize=65536)
def _of_time(low: float, typical: float, high: float) -> Spread:
    """Spread of a time without drawing it: its three points are its quantiles (§N4)."""
    c = curve(low, typical, high)
    shape = expm1(c.bend * _Z95) if c.bend else _Z95
    p95 = max(c.typical + c.above * shape, c.floor)
    return Spread(HoursQuantiles(low, typical, high, mean_hours(low, typical, high)), p95)


def simulate(
    steps: tuple[Step, ...], draws: Draws, depart: datetime | None = None, *, legs: bool = True
) -> tuple[Spread, tuple[Spread, ...]]:
    """Spread of a whole trip and of each of its steps.

    Parameters
    ----------
    steps : tuple of Step
        In order.
    draws : Draws
        Streams; use one object for all routes that are compared.
    depart : datetime, optional
        Departure; calendars are then met at the drawn time of arrival.
    legs : bool
        Whether the spread of each step is wanted too; the second answer is empty otherwise.
    """
    import numpy as np

    if depart is not None:
        whole, single = _dated(steps, draws, depart)
        return whole, single if legs else ()
    total = np.zeros(draws.n, dtype=np.float32)
    parts = []
    for step in steps:
        sample = draws.time(step.key, step.time) if step.time else draws.wait(step.key, _calendar(step))
        total += sample
        if not legs:
            continue
        if step.time:
            parts.append(_of_time(step.time.low, step.time.typical, step.time.high))
            continue
        name = (step.key, step.calendar)
        if name not in draws._spreads:
            draws._spreads[name] = spread(sample)
        parts.append(draws._spreads[name])
    return spread(total), tuple(parts)


def _calendar(step: Step) -> Calendar:
    assert step.calendar is not None, "a step has a time or a calendar"
    return step.calendar


def _dated(steps: tuple[Step, ...], draws: Draws, depart: datetime) -> tuple[Spread, tuple[Spread, ...]]:
    import numpy as np

    from dragoman.routing.calendars import hours_since_epoch

    starts = month_starts(depart, 48)
    edges = np.array([start for start, _ in starts])
    months = np.array([month for _, month in starts])
    begin = hours_since_epoch(depart)
    now = np.full(draws.n, begin)
    parts = []
    for step in steps:
        if step.time:
            sample = draws.time(step.key, step.time).astype(np.float64)
            parts.append(_of_time(step.time.low, step.time.typical, step.time.high))
        else:
            sample = _dated_wait(step.key, _calendar(step), draws, now, edges, months)
            parts.append(spread(sample.astype(np.float32)))
        now = now + sample
    return spread((now - begin).astype(np.float32)), tuple(parts)


def _dated_wait(key: str, calendar: Calendar, draws: Draws, now: Any, edges: Any, months: Any) -> Any:
    import numpy as np

    ready = _reopened(now, calendar, edges, months)
    share = np.array(calendar.closure_share)[months[_month_at(ready, edges)]]
    ready = ready + draws.weather(key, calendar, share)
    if calendar.offsets:
        # A closed month may begin before the next sailing: the first sailing after reopening then.
        for _ in range(12):
            leave = ready + _until_next(np.mod(ready, calendar.period), calendar)
            later = _reopened(leave, calendar, edges, months)
            if not np.any(later > leave):
                break
            ready = np.where(later > leave, later, ready)
        return leave - now
    if calendar.period:
        ready = ready + draws.uniform("wait:" + key) * calendar.headway
    return ready - now


def _month_at(moment: Any, edges: Any) -> Any:
    import numpy as np

    return np.clip(np.searchsorted(edges, moment, side="right") - 1, 0, len(edges) - 1)


def _reopened(moment: Any, calendar: Calendar, edges: Any, months: Any) -> Any:
    """Each moment, or the start of the next month of service where its month has none."""
    import numpy as np

    shut = np.array([_months_shut(calendar, month) for month in range(12)])
    at = _month_at(moment, edges)
    skip = shut[months[at]]
    return np.where(skip > 0, edges[np.clip(at + skip, 0, len(edges) - 1)], moment)
