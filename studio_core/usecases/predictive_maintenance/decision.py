"""What a prediction is worth: maintenance cost per cycle when units are replaced on an alarm, against doing without.

Renewal reward (Barlow and Proschan 1965): the cost rate of a policy is its total cost over the total lifetime it
used. The alarms are the fleet's own predictions, each made by models that never saw that unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from studio_core.data.contract import CYCLE, UNIT
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_messages import DataError

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Decision:
    """The cost of maintaining on an alarm, at the chosen threshold and at every other.

    Attributes
    ----------
    threshold, best_threshold
        Predicted remaining cycles at which a replacement is ordered: the one asked for, and the cheapest.
    cost_rate
        Cost per cycle of operation at `threshold`, in the money unit of the costs.
    run_to_failure, age_replacement
        Cost per cycle without any plan, and with replacement at the cheapest fixed age (chosen on these very units: the
        strongest form of that opponent).
    replacement_age
        That age, cycles.
    failures, planned
        Units that failed before their replacement, and that were replaced in time, at `threshold`.
    wasted
        Mean cycles of life given away by a planned replacement.
    thresholds, cost_rates
        The whole curve.

    """

    threshold: int
    best_threshold: int
    cost_rate: float
    run_to_failure: float
    age_replacement: float
    replacement_age: int
    failures: int
    planned: int
    wasted: float
    thresholds: Counts
    cost_rates: Array

    @property
    def saving_vs_run_to_failure(self) -> float:
        """Share of the cost that is saved against running to failure (negative: it costs more)."""
        return 1 - self.cost_rate / self.run_to_failure

    @property
    def saving_vs_age_replacement(self) -> float:
        """Share of the cost that is saved against replacing at the best fixed age."""
        return 1 - self.cost_rate / self.age_replacement


class DecisionTable:
    """Answers cost questions at once: each unit's alarm for every threshold is worked out beforehand.

    Parameters
    ----------
    predictions
        Out-of-fold predictions of units that failed: ``unit``, ``cycle``, ``rul`` (predicted), every cycle to the end.
    cap
        Largest threshold, cycles.
    inspection
        Cycles between two looks at the prediction.

    """

    def __init__(self, predictions: pd.DataFrame, cap: int, inspection: int = 1) -> None:
        if predictions.empty:
            raise DataError(TEXTS, "decision-no-failures")
        groups = [group for _, group in predictions.groupby(UNIT, sort=False)]
        self.lives = np.array([group[CYCLE].iloc[-1] for group in groups], dtype="float64")
        self.thresholds = np.arange(cap + 1)
        self._alarms = np.stack([self._alarm(group, inspection) for group in groups])

    def _alarm(self, group: pd.DataFrame, inspection: int) -> Array:
        """Return the cycle of the first alarm for each threshold; infinite where none came."""
        seen = group.iloc[inspection - 1 :: inspection]
        lowest = np.minimum.accumulate(seen["rul"].to_numpy())
        first = np.searchsorted(-lowest, -self.thresholds.astype("float64"), side="left")
        cycles = np.append(seen[CYCLE].to_numpy(dtype="float64"), np.inf)
        alarm: Array = cycles[first]
        return alarm

    def evaluate(
        self, *, planned_cost: float, failure_cost: float, lead_time: int = 0, threshold: int | None = None
    ) -> Decision:
        """Return what maintaining on an alarm costs.

        Parameters
        ----------
        planned_cost, failure_cost
            One planned replacement, one failure with everything it brings; same money unit, both above 0.
        lead_time
            Cycles between alarm and replacement; the unit runs on and may fail in them.
        threshold
            Predicted remaining cycles that raise the alarm; None takes the cheapest, which flatters on few units.

        Raises
        ------
        DataError
            A cost that is not above 0, or a threshold outside 0 to the cap.

        """
        if planned_cost <= 0 or failure_cost <= 0 or lead_time < 0:
            raise DataError(TEXTS, "decision-cost")
        if threshold is not None and not 0 <= threshold < len(self.thresholds):
            raise DataError(TEXTS, "decision-threshold", largest=str(len(self.thresholds) - 1))
        replaced = self._alarms + lead_time
        in_time = replaced < self.lives[:, None]
        used = np.where(in_time, replaced, self.lives[:, None])
        costs = np.where(in_time, planned_cost, failure_cost)
        rates = costs.sum(axis=0) / used.sum(axis=0)
        best = int(rates.argmin())
        chosen = best if threshold is None else threshold
        age, age_rate = self._best_age(planned_cost, failure_cost)
        planned = in_time[:, chosen]
        return Decision(
            threshold=chosen,
            best_threshold=best,
            cost_rate=float(rates[chosen]),
            run_to_failure=float(failure_cost * len(self.lives) / self.lives.sum()),
            age_replacement=age_rate,
            replacement_age=age,
            failures=int((~planned).sum()),
            planned=int(planned.sum()),
            wasted=float((self.lives - used[:, chosen])[planned].mean()) if planned.any() else 0.0,
            thresholds=self.thresholds,
            cost_rates=rates,
        )

    def _best_age(self, planned_cost: float, failure_cost: float) -> tuple[int, float]:
        ages = np.arange(1, int(self.lives.max()) + 1)
        in_time = ages[None, :] < self.lives[:, None]
        used = np.where(in_time, ages[None, :], self.lives[:, None])
        rates = np.where(in_time, planned_cost, failure_cost).sum(axis=0) / used.sum(axis=0)
        return int(ages[rates.argmin()]), float(rates.min())
