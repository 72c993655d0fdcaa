"""Cost rates against closed forms, and ranges against what resampling must give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import minimize_scalar
from scipy.stats import gamma

from studio_core.usecases.predictive_maintenance.renewal import (
    Outcomes,
    age_counts,
    bootstrap,
    expected_failures,
    failure_weights,
    interval_rate,
    replace_at_age,
)


def _weibull(shape: float, scale: float, units: int = 4000) -> np.ndarray:
    """Return whole lives spread over the distribution's quantiles."""
    share = (np.arange(units) + 0.5) / units
    return np.ceil(scale * (-np.log1p(-share)) ** (1 / shape))


@pytest.mark.parametrize(("shape", "factor"), [(1.5, 10.0), (2.5, 5.0), (4.0, 2.0)])
def test_age_replacement_of_weibull_lives(shape: float, factor: float) -> None:
    scale = 500.0

    def rate(age: float) -> float:
        survival = np.exp(-((age / scale) ** shape))
        length = quad(lambda time: np.exp(-((time / scale) ** shape)), 0, age)[0]
        return float((survival + factor * (1 - survival)) / length)

    lives = _weibull(shape, scale)
    planned, failed, used = age_counts(lives, np.ones(len(lives)))
    rates = (planned + factor * failed) / used
    best = minimize_scalar(rate, bounds=(5, 5 * scale), method="bounded")
    assert rates.min() == pytest.approx(best.fun, rel=0.01)
    assert int(rates.argmin()) + 1 == pytest.approx(best.x, rel=0.05)
    for age in (100, 300):
        assert rates[age - 1] == pytest.approx(rate(age), rel=0.01)
        assert replace_at_age(lives, age, 1, factor).rate() == pytest.approx(rates[age - 1])


def test_fixed_intervals_of_exponential_and_erlang_lives() -> None:
    every = np.array([100, 400, 1000])
    exponential = _weibull(1.0, 300.0)
    failures = expected_failures(exponential, np.ones(len(exponential)), 1000)
    assert failures[every - 1] == pytest.approx(every / 300, rel=0.01)
    assert interval_rate(failures[every - 1], every, 2, 9) == pytest.approx(2 / every + 9 / 300, rel=0.01)
    erlang = np.ceil(gamma.ppf((np.arange(4000) + 0.5) / 4000, 2.0, scale=250.0))
    failures = expected_failures(erlang, np.ones(len(erlang)), 1000)
    speed = 1 / 250
    closed = speed * every / 2 - 0.25 + np.exp(-2 * speed * every) / 4
    assert failures[every - 1] == pytest.approx(closed, rel=0.02)


@settings(max_examples=60, deadline=None)
@given(lives=st.lists(st.integers(1, 30), min_size=1, max_size=8), until=st.integers(1, 60))
def test_renewals_against_the_recursion(lives: list[int], until: int) -> None:
    share = np.bincount(lives, minlength=until + 1)[: until + 1] / len(lives)
    renewals = np.zeros(until + 1)
    for cycle in range(1, until + 1):
        renewals[cycle] = share[cycle] + sum(share[age] * renewals[cycle - age] for age in range(1, cycle))
    found = expected_failures(np.array(lives, dtype="float64"), np.ones(len(lives)), until)
    np.testing.assert_allclose(found, np.cumsum(renewals)[1:], atol=1e-6)


def test_the_bootstrap_covers_the_true_saving_nine_times_in_ten() -> None:
    inside = 0
    for seed in range(200):
        generator = np.random.default_rng(seed)
        lives = generator.integers(50, 151, 60).astype("float64")
        predictive = Outcomes(np.ones(60), lives - 10)
        found = bootstrap(predictive, {"run_to_failure": Outcomes(np.full(60, 3.0), lives)}, resamples=300, seed=seed)
        inside += found["run_to_failure"].low <= 3 / 100 <= found["run_to_failure"].high
    assert 0.84 <= inside / 200 <= 0.95


def test_equal_policies_save_exactly_nothing() -> None:
    same = replace_at_age(np.array([10.0, 20.0, 30.0]), 15, 1, 4)
    saving = bootstrap(same, {"age_replacement": same})["saving_vs_age_replacement"]
    assert (saving.value, saving.low, saving.high, saving.clear) == (0, 0, 0, False)


def test_units_taken_out_are_stood_for_by_long_lives() -> None:
    generator = np.random.default_rng(1)
    lives, taken_out = generator.weibull(2, 4000) * 100, generator.uniform(0, 250, 4000)
    failed = lives <= taken_out
    weights = failure_weights(np.minimum(lives, taken_out), failed)
    seen = lives[failed]
    assert seen.mean() < 0.9 * lives.mean()
    assert np.average(seen, weights=weights) == pytest.approx(lives.mean(), rel=0.04)
    assert failure_weights(seen, np.ones(len(seen), dtype=bool)).tolist() == [1.0] * len(seen)
