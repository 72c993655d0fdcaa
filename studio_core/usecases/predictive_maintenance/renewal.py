"""Renewal reward: what a maintenance policy costs per cycle in the long run, and how sure that is.

Barlow and Proschan, Mathematical Theory of Reliability, 1965: the cost rate of a policy is the expected cost of one
life over its expected length. Lives are those that were seen, each with a weight; nothing is assumed about their
distribution. Ranges are percentile bootstrap over units (Efron 1979), because rows of one unit stand and fall together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[np.float64]
    Flags = NDArray[np.bool_]

RESAMPLES = 1000
LEVEL = 0.9


@dataclass(frozen=True)
class Estimate:
    """A figure with the range that comes from having seen only so many units."""

    value: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        """Whether the range leaves no doubt about the sign."""
        return self.low > 0 or self.high < 0

    def as_dict(self) -> dict[str, float]:
        """Return ``value``, ``low`` and ``high``, for a JSON file."""
        return {"value": self.value, "low": self.low, "high": self.high}

    @classmethod
    def of(cls, value: float, resampled: Array, level: float = LEVEL) -> Estimate:
        """Take the range from a figure's values on resampled units."""
        low, high = np.quantile(resampled, [(1 - level) / 2, (1 + level) / 2])
        return cls(float(value), float(low), float(high))


@dataclass(frozen=True)
class Outcomes:
    """What one policy did to each unit: ``cost`` in money and ``used`` in cycles, shape (units,)."""

    cost: Array
    used: Array

    def rate(self, weights: ArrayLike | None = None) -> Array:
        """Return total cost over total life; `weights` of shape (…, units) give one rate for each leading index."""
        counted = np.ones(len(self.cost)) if weights is None else np.asarray(weights, dtype="float64")
        return np.asarray(counted @ self.cost / (counted @ self.used))


def replace_at_age(lives: Array, age: float, planned_cost: float, failure_cost: float) -> Outcomes:
    """Replace each unit once it is `age` cycles old, or when it fails before; an infinite age is run to failure."""
    in_time = age < lives
    return Outcomes(np.where(in_time, planned_cost, failure_cost), np.where(in_time, age, lives))


def age_counts(lives: Array, weights: Array) -> tuple[Array, Array, Array]:
    """Return, for replacement at each age of 1 to the longest life: replaced in time, failed, and cycles used.

    Three arrays of shape (ages,), each a sum over the units with their `weights`; the last age replaces nobody.
    """
    ages = np.arange(1, int(lives.max()) + 1)
    died = np.bincount(lives.astype("int64"), weights, minlength=len(ages) + 1)[: len(ages) + 1]
    failed: Array = np.cumsum(died, dtype="float64")[1:]
    alive_before = weights.sum() - np.r_[0.0, failed[:-1]]
    used: Array = np.cumsum(alive_before)
    return np.asarray(weights.sum() - failed), failed, used


def expected_failures(lives: Array, weights: Array, until: int) -> Array:
    """Return the renewal function M: failures to expect within 1, 2, … `until` cycles when each failure renews.

    `weights` of shape (…, units) give one function for each leading index: the result has shape (…, until). M solves
    M = F + F * M; as power series the renewals are U = F / (1 - F), read off by a Fourier transform on a circle just
    inside the unit circle, which keeps 1 - F away from zero (Abate and Whitt 1992; error below 1e-7).
    """
    size = 2 * (until + 1)
    shrink = 10.0 ** (-8.0 / size * np.arange(until + 1))
    within = lives <= until
    spot = np.zeros((within.sum(), until + 1))
    spot[np.arange(len(spot)), lives[within].astype("int64")] = 1.0
    share = np.asarray(weights)[..., within] @ spot / np.asarray(weights).sum(axis=-1, keepdims=True)
    transformed = np.fft.rfft(share * shrink, size)
    renewals = np.fft.irfft(transformed / (1 - transformed), size)[..., : until + 1] / shrink
    return np.asarray(np.cumsum(renewals, axis=-1)[..., 1:])


def interval_rate(failures: Array, interval: ArrayLike, planned_cost: float, failure_cost: float) -> Array:
    """Return the cost rate of replacing every `interval` cycles whatever the age ("block replacement").

    `failures` are those to expect within one interval, as `expected_failures` gives them.
    """
    return np.asarray((planned_cost + failure_cost * failures) / np.asarray(interval, dtype="float64"))


def resample(units: int, resamples: int = RESAMPLES, seed: int = 0) -> Array:
    """Return how often each unit is drawn in each resample, shape (resamples, units)."""
    generator = np.random.default_rng(seed)
    return generator.multinomial(units, np.full(units, 1 / units), resamples).astype("float64")


def bootstrap(
    predictive: Outcomes,
    others: Mapping[str, Outcomes],
    *,
    level: float = LEVEL,
    resamples: int = RESAMPLES,
    seed: int = 0,
    weights: Array | None = None,
) -> dict[str, Estimate]:
    """Compare maintaining on predictions with other policies on the same units, with ranges over resampled units.

    Parameters
    ----------
    predictive
        What maintaining on predictions did; thresholds chosen on other units than those they are applied to.
    others
        What each other policy did to the very same units, in the same order, by name (``age_replacement``, …).
    weights
        How much each unit counts, shape (units,); None: all the same.

    Returns
    -------
    ``cost_rate``; for each other policy ``<name>`` (its cost rate) and ``saving_vs_<name>`` (share of its cost that is
    saved; negative: it costs more).

    """
    counted = np.ones(len(predictive.cost)) if weights is None else weights
    drawn = resample(len(counted), resamples, seed) * counted
    rates = {name: (outcomes.rate(counted), outcomes.rate(drawn)) for name, outcomes in others.items()}
    return compare(predictive.rate(counted), predictive.rate(drawn), rates, level)


def compare(
    rate: Array, resampled: Array, others: Mapping[str, tuple[Array, Array]], level: float = LEVEL
) -> dict[str, Estimate]:
    """Return the figures of `bootstrap` from cost rates: each on all units, and on each resample."""
    found = {"cost_rate": Estimate.of(float(rate), resampled, level)}
    for name, (other, other_resampled) in others.items():
        found[name] = Estimate.of(float(other), other_resampled, level)
        saved = Estimate.of(1 - float(rate / other), 1 - resampled / other_resampled, level)
        found[f"saving_vs_{name}"] = saved
    return found


def failure_weights(lives: Array, failed: Flags) -> Array:
    """Return how much each unit that failed counts when others were taken out before, shape (failed units,).

    A long life is more likely to be cut short than a short one, so those seen to their end stand for those that were
    not: weight 1 / G(life), G the Kaplan-Meier share not yet taken out (Robins and Rotnitzky 1992). Scaled to mean 1.
    """
    order = np.lexsort((~failed, lives))
    at_risk = len(lives) - np.arange(len(lives))
    kept = np.cumprod(np.where(failed[order], 1.0, 1 - 1 / at_risk))
    staying = np.empty(len(lives))
    # A unit's own taking out comes after its cycle, so G is read just before it; failures do not change it.
    staying[order] = np.where(failed[order], kept, 1.0)
    found: Array = 1 / np.maximum(staying[failed], 1 / len(lives))
    return found / found.mean() if len(found) else found
