"""What a prediction is worth: maintenance cost per cycle when units are replaced on an alarm, against doing without.

The alarms are the fleet's own predictions, each made by models that never saw that unit; `renewal` has the formulas.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from studio_core.data.contract import CYCLE, UNIT
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.alarms import Alarms, first_alarms
from studio_core.usecases.predictive_maintenance.policies import RUN_TO_FAILURE, Costs, Today
from studio_core.usecases.predictive_maintenance.renewal import (
    RESAMPLES,
    Estimate,
    Outcomes,
    age_counts,
    bootstrap,
    compare,
    expected_failures,
    interval_rate,
    replace_at_age,
    resample,
)
from studio_messages import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from studio_core.usecases.predictive_maintenance.renewal import Array

    Counts = NDArray[np.int64]

__all__ = ["Costs", "Decision", "DecisionTable", "Estimate", "Outcomes", "Today", "bootstrap"]

FOLDS = 5
# Failure costs, in planned replacements, among which break-even and grey zone are looked for.
_FACTORS = np.geomspace(1.0, 100.0, 41)


@dataclass(frozen=True)
class Decision:
    """The cost of maintaining on an alarm, at the chosen threshold and at every other.

    Attributes
    ----------
    threshold, best_threshold
        Predicted remaining cycles at which a replacement is ordered: the one asked for, and the cheapest.
    cost_rate
        Cost per cycle of operation at `threshold` on these units, in the money unit of the costs.
    run_to_failure, age_replacement, fixed_interval, today
        Cost per cycle without any plan; with replacement at the cheapest age; every so many cycles whatever the age, at
        the cheapest interval (both chosen on these very units: the strongest form of those opponents); and as it is
        done today.
    replacement_age, interval
        That age and that interval, cycles.
    failures, planned
        Units that failed before their replacement, and that were replaced in time, at `threshold`.
    missed, late
        Of the failures: those without any alarm, and those whose alarm came less than the lead time before ("lead-time
        violations").
    wasted
        Mean cycles of life given away by a planned replacement.
    thresholds, cost_rates
        The whole curve.
    estimates
        ``cost_rate``, ``run_to_failure``, ``age_replacement``, ``fixed_interval``, ``today`` and
        ``saving_vs_<each of the last four>``, with ranges over resampled units. Where no threshold was asked for, each
        unit is judged at the threshold that was cheapest on the others, so these do not flatter as `cost_rate` does.
    break_even
        Cost of one failure, all included, at which alarms begin to pay against replacement at the best age; None where
        they do not within 1 to 100 planned replacements.
    grey_zone
        Costs of one failure around break-even between which the units seen allow no statement on that; None where no
        cost leaves doubt.

    """

    threshold: int
    best_threshold: int
    cost_rate: float
    run_to_failure: float
    age_replacement: float
    fixed_interval: float
    today: float
    replacement_age: int
    interval: int
    failures: int
    planned: int
    missed: int
    late: int
    wasted: float
    thresholds: Counts
    cost_rates: Array
    estimates: Mapping[str, Estimate]
    break_even: float | None
    grey_zone: tuple[float, float] | None

    @property
    def saving_vs_run_to_failure(self) -> float:
        """Share of the cost that is saved against running to failure (negative: it costs more)."""
        return 1 - self.cost_rate / self.run_to_failure

    @property
    def saving_vs_age_replacement(self) -> float:
        """Share of the cost that is saved against replacing at the best age."""
        return 1 - self.cost_rate / self.age_replacement

    @property
    def saving_vs_fixed_interval(self) -> float:
        """Share of the cost that is saved against replacing at the best fixed interval."""
        return 1 - self.cost_rate / self.fixed_interval

    @property
    def saving_vs_today(self) -> float:
        """Share of the cost that is saved against today's policy."""
        return 1 - self.cost_rate / self.today


class DecisionTable:
    """Answers cost questions at once: each unit's alarm for every threshold is worked out beforehand.

    Parameters
    ----------
    predictions
        Out-of-fold predictions of units that failed: ``unit``, ``cycle``, ``rul`` (predicted), every cycle to the end.
    cap
        Largest threshold, cycles.
    inspection
        Cycles between two looks at the prediction, where a question does not say otherwise.
    weights
        How much each unit counts, by unit; None: all the same. See `renewal.failure_weights`.

    """

    def __init__(
        self,
        predictions: pd.DataFrame,
        cap: int,
        inspection: int = 1,
        weights: Mapping[Any, float] | None = None,
        seed: int = 0,
    ) -> None:
        if predictions.empty:
            raise DataError(TEXTS, "decision-no-failures")
        groups = list(predictions.groupby(UNIT, sort=False))
        self._histories = [(group[CYCLE].to_numpy("float64"), group["rul"].to_numpy()) for _, group in groups]
        self.lives = np.array([cycles[-1] for cycles, _ in self._histories])
        self.weights = np.array([1.0 if weights is None else weights[unit] for unit, _ in groups])
        self.thresholds = np.arange(cap + 1)
        self.inspection = inspection
        self._folds = np.random.default_rng(seed).permutation(len(groups)) % min(FOLDS, len(groups))
        self._drawn = resample(len(groups), RESAMPLES, seed) * self.weights
        self._first: dict[int, Array] = {}

    def _alarmed(self, inspection: int, lead_time: int, inspection_cost: float) -> Alarms:
        if inspection not in self._first:
            self._first[inspection] = first_alarms(self._histories, self.thresholds, inspection)
        looks = (inspection, inspection_cost)
        return Alarms(self._first[inspection], self.lives, self.weights, self._folds, lead_time, looks)

    def evaluate(
        self,
        *,
        planned_cost: float,
        failure_cost: float,
        lead_time: int = 0,
        threshold: int | None = None,
        inspection: int | None = None,
        downtime_cost: float = 0.0,
        planned_hours: float = 0.0,
        failure_hours: float = 0.0,
        inspection_cost: float = 0.0,
        today: Today = RUN_TO_FAILURE,
    ) -> Decision:
        """Return what maintaining on an alarm costs, and what doing without does.

        Parameters
        ----------
        planned_cost, failure_cost
            One planned replacement, one failure, without downtime; same money unit, both above 0.
        lead_time
            Cycles between alarm and replacement; the unit runs on and may fail in them.
        threshold
            Predicted remaining cycles that raise the alarm; None takes the cheapest.
        inspection
            Cycles between two looks at the prediction.
        downtime_cost, planned_hours, failure_hours
            Money lost in one hour of standstill, and the hours that a planned replacement and a failure bring.
        inspection_cost
            One look at the prediction.

        Raises
        ------
        DataError
            A cost that is not above 0, a time below 0, a threshold outside 0 to the cap, or a policy of today that
            cannot be.

        """
        costs = Costs(planned_cost, failure_cost, downtime_cost, planned_hours, failure_hours, inspection_cost)
        costs.check()
        inspection = self.inspection if inspection is None else inspection
        if lead_time < 0 or inspection < 1:
            raise DataError(TEXTS, "decision-cost")
        if threshold is not None and not 0 <= threshold < len(self.thresholds):
            raise DataError(TEXTS, "decision-threshold", largest=str(len(self.thresholds) - 1))
        today.check(self.lives)
        return self._decide(self._alarmed(inspection, lead_time, inspection_cost), costs, threshold, today)

    def _decide(self, alarmed: Alarms, costs: Costs, threshold: int | None, today: Today) -> Decision:
        rates = alarmed.rates(costs.planned, costs.failure)
        best = int(rates.argmin())
        chosen = best if threshold is None else threshold
        age, interval = self._best_age(costs), self._best_interval(costs)
        in_time, alarm = alarmed.in_time[:, chosen], alarmed.alarm[:, chosen]
        wasted = (self.lives - alarmed.used[:, chosen])[in_time]
        others = self._others(costs, age, interval, today)
        outcomes = alarmed.outcomes(costs.planned, np.array([costs.failure]), threshold)
        rate = Outcomes(outcomes[0][:, 0], outcomes[1][:, 0])
        break_even, grey_zone = self._break_even(alarmed, costs, threshold)
        return Decision(
            threshold=chosen,
            best_threshold=best,
            cost_rate=float(rates[chosen]),
            run_to_failure=float(others["run_to_failure"][0]),
            age_replacement=float(others["age_replacement"][0]),
            fixed_interval=float(others["fixed_interval"][0]),
            today=float(others["today"][0]),
            replacement_age=age,
            interval=interval,
            failures=int((~in_time).sum()),
            planned=int(in_time.sum()),
            missed=int((alarm >= self.lives).sum()),
            late=int(((alarm < self.lives) & ~in_time).sum()),
            wasted=float(wasted.mean()) if in_time.any() else 0.0,
            thresholds=self.thresholds,
            cost_rates=rates,
            estimates=compare(rate.rate(self.weights), rate.rate(self._drawn), others),
            break_even=break_even,
            grey_zone=grey_zone,
        )

    def _others(self, costs: Costs, age: int, interval: int, today: Today) -> dict[str, tuple[Array, Array]]:
        """Return the cost rates of doing without predictions: on all units, and on each resample."""

        def at_age(value: float) -> tuple[Array, Array]:
            outcomes = replace_at_age(self.lives, value, costs.planned, costs.failure)
            return outcomes.rate(self.weights), outcomes.rate(self._drawn)

        def every(value: int) -> tuple[Array, Array]:
            failures = (self._failures[value - 1], self._failures_resampled[:, value - 1])
            one, many = (interval_rate(each, value, costs.planned, costs.failure) for each in failures)
            return one, many

        return {
            "run_to_failure": at_age(np.inf),
            "age_replacement": at_age(age),
            "fixed_interval": every(interval),
            "today": today.rates(self.lives, costs, (self.weights, self._drawn), at_age, every),
        }

    @cached_property
    def _ages(self) -> tuple[Array, Array, Array]:
        return age_counts(self.lives, self.weights)

    def _best_age(self, costs: Costs) -> int:
        planned, failed, used = self._ages
        return int(((costs.planned * planned + costs.failure * failed) / used).argmin()) + 1

    @cached_property
    def _failures(self) -> Array:
        return expected_failures(self.lives, self.weights, 2 * int(self.lives.max()))

    @cached_property
    def _failures_resampled(self) -> Array:
        until = 2 * int(self.lives.max())
        # In parts, and kept at half the width: long lives times a thousand resamples would fill a small node.
        parts = (expected_failures(self.lives, part, until) for part in np.array_split(self._drawn, 10))
        return np.concatenate([part.astype("float32") for part in parts])

    def _best_interval(self, costs: Costs) -> int:
        intervals = np.arange(1, len(self._failures) + 1)
        return int(interval_rate(self._failures, intervals, costs.planned, costs.failure).argmin()) + 1

    def _break_even(
        self, alarmed: Alarms, costs: Costs, threshold: int | None
    ) -> tuple[float | None, tuple[float, float] | None]:
        """Find the failure cost above which alarms beat the best age, and the costs that leave it open."""
        failure = costs.planned * _FACTORS
        cost, used = alarmed.outcomes(costs.planned, failure, threshold)
        planned, failed, aged = self._ages
        ages = ((costs.planned * planned[:, None] + failed[:, None] * failure) / aged[:, None]).argmin(axis=0) + 1.0
        in_time = ages < self.lives[:, None]
        other_cost, other_used = np.where(in_time, costs.planned, failure), np.where(in_time, ages, self.lives[:, None])

        def saved(weights: Array) -> Array:
            own, other = (weights @ cost) / (weights @ used), (weights @ other_cost) / (weights @ other_used)
            return np.asarray(1 - own / other)

        value = saved(self.weights)
        low, high = np.quantile(saved(self._drawn), [0.05, 0.95], axis=0)
        crossing = _crossing(failure, value)
        return crossing, _between(failure, low, high, crossing)


def _crossing(costs: Array, saving: Array) -> float | None:
    """Return the cost at which `saving` first rises above zero, by a straight line between two; None where never."""
    gaining = np.flatnonzero(saving > 0)
    if not len(gaining):
        return None
    first = int(gaining[0])
    if first == 0:
        return float(costs[0])
    share = -saving[first - 1] / (saving[first] - saving[first - 1])
    return float(costs[first - 1] + share * (costs[first] - costs[first - 1]))


def _between(costs: Array, low: Array, high: Array, around: float | None) -> tuple[float, float] | None:
    """Return the costs around break-even between which the saving is neither clearly negative nor clearly positive."""
    here = len(costs) if around is None else int(np.searchsorted(costs, around))
    dearer, cheaper = np.flatnonzero(high[:here] < 0), np.flatnonzero(low[here:] > 0)
    first = int(dearer[-1]) if len(dearer) else 0
    last = here + int(cheaper[0]) if len(cheaper) else len(costs) - 1
    return (float(costs[first]), float(costs[last])) if first < last else None
