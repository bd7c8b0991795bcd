"""Monte Carlo against the formulas of the design notes and against a discrete-event model."""

from __future__ import annotations

import random
from datetime import datetime

import numpy as np
import pytest
import simpy

from dragoman.routing.calendars import Calendar, hours_since_epoch
from dragoman.routing.durations import Duration, mean_hours
from dragoman.routing.reliability import Draws, Step, simulate, spread


@pytest.mark.parametrize(
    "points",
    [(20, 24, 40), (20, 30, 33), (10, 20, 30), (5, 5, 9), (2, 4, 4), (7, 7, 7), (9, 10, 60), (5, 9, 9)],
)
def test_a_time_has_the_three_quantiles_it_was_given(points: tuple[float, float, float]) -> None:
    sample = spread(Draws(20_000).time("leg", Duration(*points)))
    assert [sample.hours.p10, sample.hours.p50, sample.hours.p90] == pytest.approx(points, rel=0.01)
    assert sample.hours.mean == pytest.approx(mean_hours(*points), rel=0.005)


def test_a_time_is_never_below_half_its_low_point() -> None:
    assert Draws(50_000).time("leg", Duration(2, 20, 38)).min() >= 1.0


TIMES = [Duration(60, 72, 110), Duration(20, 24, 32), Duration(10, 20.1, 30), Duration(30, 40, 44)]
WEEKLY = Calendar(168.0, (10.0, 100.0), 2.0)
FERRY = Calendar(168.0, (), 2.0, closure_share=(0.3,) * 12, closure_hours=40.0)


def _with_simpy(trips: int, phase: float | None) -> np.ndarray:
    """Each trip a process: run, wait for the ferry and the weather, sail, wait for the train, run."""
    rng = random.Random(4)
    out = np.empty(trips)
    env = simpy.Environment()

    def run(points: Duration) -> float:
        low, typical, high = points.low, points.typical, points.high
        z, r = rng.gauss(0, 1) / 1.2815515655446004, (high - typical) / (typical - low)
        r = min(max(r, 0.25), 4.0)
        if abs(r - 1) < 1e-3:
            return max(low / 2, typical + z * (high - typical if z > 0 else typical - low))
        side = (high - typical) / (r - 1) if z > 0 else (typical - low) / (1 - 1 / r)
        return max(low / 2, typical + side * (r**z - 1))

    def trip(number: int, begin: float):  # type: ignore[no-untyped-def]
        start = env.now
        yield env.timeout(run(TIMES[0]))
        if rng.random() < 0.3:
            yield env.timeout(rng.expovariate(1 / 40.0))
        yield env.timeout(rng.uniform(0, 84))
        yield env.timeout(run(TIMES[1]))
        yield env.timeout(run(TIMES[2]))
        clock = (begin + env.now - start) % 168 if phase is not None else rng.uniform(0, 168)
        yield env.timeout(next(o - clock for o in (10.0, 100.0, 178.0) if o >= clock))
        yield env.timeout(run(TIMES[3]))
        out[number] = env.now - start

    for number in range(trips):
        env.process(trip(number, phase or 0.0))
    env.run()
    return out


def _steps() -> tuple[Step, ...]:
    return (
        Step("a", time=TIMES[0]),
        Step("ferry", calendar=FERRY),
        Step("ferry", time=TIMES[1]),
        Step("port", time=TIMES[2]),
        Step("train", calendar=WEEKLY),
        Step("train", time=TIMES[3]),
    )


@pytest.mark.parametrize("depart", [None, datetime(2025, 3, 5, 7)])
def test_quantiles_agree_with_a_discrete_event_model(depart: datetime | None) -> None:
    # The oracle's own quantiles are good to about 0.2 % at this many trips.
    oracle = _with_simpy(60_000, hours_since_epoch(depart) % 168 if depart else None)
    whole, _ = simulate(_steps(), Draws(100_000), depart)
    ours = [whole.hours.p10, whole.hours.p50, whole.hours.p90, whole.hours.mean]
    theirs = [*np.quantile(oracle, [0.1, 0.5, 0.9]), oracle.mean()]
    assert ours == pytest.approx(theirs, rel=0.005)


def test_mean_over_departures_is_the_value_that_the_search_compares() -> None:
    whole, _ = simulate(_steps(), Draws(100_000))
    expected = sum(t.mean for t in TIMES) + FERRY.mean_wait + WEEKLY.mean_wait
    assert whole.hours.mean == pytest.approx(expected, rel=0.002)


def test_a_season_makes_arrivals_wait_for_reopening() -> None:
    summer = Calendar(open_months=tuple(3 <= m <= 9 for m in range(12)))
    mean, months = summer.mean_wait, 8766 / 12
    # Five closed months, the wait falling from five months to none.
    assert mean == pytest.approx(months * 2.5 * 5 / 12)
    whole, _ = simulate((Step("canal", calendar=summer),), Draws(50_000))
    assert whole.hours.mean == pytest.approx(mean, rel=0.02)
    dated, _ = simulate((Step("canal", calendar=summer),), Draws(100), datetime(2025, 12, 31))
    assert dated.hours.p50 == pytest.approx(
        (datetime(2026, 4, 1) - datetime(2025, 12, 31)).days * 24, abs=0.01
    )


def test_routes_that_share_a_leg_meet_the_same_luck() -> None:
    one, other = Draws(1000), Draws(1000)
    assert np.array_equal(one.time("leg", TIMES[0]), other.time("leg", TIMES[0]))
    assert not np.array_equal(one.time("leg", TIMES[0]), one.time("other leg", TIMES[0]))


def test_correlation_widens_the_total_but_not_the_leg() -> None:
    steps = tuple(Step(f"leg {i}", time=Duration(20, 30, 40)) for i in range(6))
    loose, parts = simulate(steps, Draws(20_000))
    tight, same = simulate(steps, Draws(20_000, correlation=0.6))
    assert tight.hours.p90 - tight.hours.p10 > 1.5 * (loose.hours.p90 - loose.hours.p10)
    assert same[0].hours.p90 == pytest.approx(parts[0].hours.p90, rel=0.02)


def test_buffer_index_is_the_extra_share_for_nineteen_trips_in_twenty() -> None:
    whole = spread(np.linspace(0, 200, 100_001, dtype=np.float32))
    assert whole.buffer_index == pytest.approx((190 - 100) / 100, abs=0.001)


def test_streams_are_no_more_alike_than_shuffles_are() -> None:
    draws = Draws(4096)
    streams = np.stack([draws.normal(f"leg {k}") for k in range(120)]).astype(float)
    alike = np.corrcoef(streams)[np.triu_indices(120, 1)]
    # Shuffles of n numbers correlate with a deviation of 1/sqrt(n - 1): 0.0156 here.
    assert abs(alike).max() < 0.08
    assert alike.std() == pytest.approx(4095**-0.5, rel=0.1)


def test_each_stream_has_one_draw_in_each_stratum() -> None:
    draws = Draws(1000, seed=3)
    assert np.array_equal(np.sort(draws.uniform("a")), np.sort(draws.uniform("b")))
    assert not np.array_equal(draws.uniform("a"), draws.uniform("b"))
    assert np.array_equal(draws.uniform("a"), Draws(1000, seed=3).uniform("a"))
    assert not np.array_equal(draws.uniform("a"), Draws(1000, seed=4).uniform("a"))


def test_a_leg_is_told_by_the_points_it_was_given_and_a_trip_by_its_draws() -> None:
    steps = tuple(Step(f"leg {k}", time=Duration(20 + k, 30 + k, 70 + k)) for k in range(30))
    whole, legs = simulate(steps, Draws(4096, correlation=0.5))
    assert [(leg.hours.p10, leg.hours.p50, leg.hours.p90) for leg in legs] == [
        (20 + k, 30 + k, 70 + k) for k in range(30)
    ]
    many, _ = simulate(steps, Draws(1_000_000, seed=9, correlation=0.5))
    for quantile in ("p10", "p50", "p90"):
        assert getattr(whole.hours, quantile) == pytest.approx(getattr(many.hours, quantile), rel=0.01)


@pytest.mark.parametrize("points", [(20, 24, 40), (20, 30, 33), (10, 20, 30), (9, 10, 60), (7, 7, 7)])
def test_the_p95_of_a_leg_is_that_of_its_draws(points: tuple[float, float, float]) -> None:
    _, (leg,) = simulate((Step("leg", time=Duration(*points)),), Draws(8))
    assert leg.p95 == pytest.approx(spread(Draws(100_000).time("leg", Duration(*points))).p95, rel=0.002)
