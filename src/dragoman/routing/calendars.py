"""When a leg departs: frequencies, timetables, seasons, weather (§N6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

__all__ = ["EPOCH", "HOURS_PER_YEAR", "Calendar", "hours_since_epoch", "month_starts"]

# The Monday from which the offsets of a timetable count.
EPOCH = datetime(1970, 1, 5, tzinfo=UTC)
HOURS_PER_YEAR = 8766.0
CLOSURE_HOURS = 48.0  # §N6, assumed


@dataclass(frozen=True, slots=True)
class Calendar:
    """Departures of a leg.

    Attributes
    ----------
    period : float
        Length of the period [h]; 0 for a leg that departs at any time.
    offsets : tuple of float
        Departures [h] after the start of the period; empty for a frequency.
    departures : float
        Number in a period.
    open_months : tuple of 12 bool
        Months of service.
    closure_share : tuple of 12 float
        Share of time closed by weather, by month [0-1].
    closure_hours : float
        Mean length [h] of a closure that an arrival meets.
    """

    period: float = 0.0
    offsets: tuple[float, ...] = ()
    departures: float = 0.0
    open_months: tuple[bool, ...] = (True,) * 12
    closure_share: tuple[float, ...] = (0.0,) * 12
    closure_hours: float = CLOSURE_HOURS
    source: str = ""
    assumed: bool = False
    fallback: bool = False

    @property
    def headway(self) -> float:
        """Mean time between departures [h]; 0 for any time."""
        return self.period / self.departures if self.departures else 0.0

    @property
    def sails(self) -> bool:
        """Whether there is an hour of the year in which something departs."""
        some_month = any(o and c < 1 for o, c in zip(self.open_months, self.closure_share))
        return some_month and (self.period == 0 or self.departures > 0)

    @property
    def seasonal(self) -> bool:
        """Whether the month matters: closed months or weather."""
        return not all(self.open_months) or any(self.closure_share)

    @property
    def gaps(self) -> tuple[float, ...]:
        """Times between one timetabled departure and the next [h]."""
        ends = (*self.offsets[1:], self.offsets[0] + self.period)
        return tuple(b - a for a, b in zip(self.offsets, ends))

    @property
    def schedule_wait(self) -> float:
        """Expected wait for a departure [h] of an arrival at a random time, closures apart."""
        if self.offsets:
            return sum(g * g for g in self.gaps) / (2 * self.period)
        return self.headway / 2

    def weather_wait(self, month: int) -> float:
        """Expected wait [h] for the weather in a month (0 is January); infinite when closed all month."""
        share = self.closure_share[month]
        if not self.open_months[month] or share >= 1:
            return float("inf")
        return share * self.closure_hours

    @property
    def mean_wait(self) -> float:
        """Expected wait [h] over arrivals spread evenly over the year, seasons included."""
        return self.schedule_wait + sum(self.season_waits) / 12

    @property
    def season_waits(self) -> tuple[float, ...]:
        """By month, the mean wait [h] for reopening and weather of arrivals spread over that month."""
        out = []
        for month in range(12):
            shut = 0
            while self.weather_wait((month + shut) % 12) == float("inf"):
                shut += 1
            # A month is a twelfth of a year here; an arrival in it waits half of it on average.
            half = (shut - 0.5) * HOURS_PER_YEAR / 12 if shut else 0.0
            out.append(half + self.weather_wait((month + shut) % 12))
        return tuple(out)


def hours_since_epoch(moment: datetime) -> float:
    """Hours [h] from :data:`EPOCH`; a moment without a zone is UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - EPOCH) / timedelta(hours=1)


def month_starts(first: datetime, count: int) -> list[tuple[float, int]]:
    """The month of ``first`` and the following ones: (start [h since EPOCH], month 0-11)."""
    out = []
    year, month = first.year, first.month
    for _ in range(count):
        out.append((hours_since_epoch(datetime(year, month, 1, tzinfo=UTC)), month - 1))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return out
