"""When predictions raise an alarm, and what became of each unit because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from studio_core.usecases.predictive_maintenance.renewal import Array, Flags

    Counts = NDArray[np.int64]


def first_alarms(histories: Sequence[tuple[Array, Array]], thresholds: Counts, inspection: int) -> Array:
    """Return the cycle of each unit's first alarm at each threshold, infinite where none came.

    `histories` hold each unit's cycles and predicted remaining cycles; the prediction is looked at every `inspection`
    rows. Shape (units, thresholds).
    """
    found = []
    for cycles, rul in histories:
        lowest = np.minimum.accumulate(rul[inspection - 1 :: inspection])
        first = np.searchsorted(-lowest, -thresholds.astype("float64"), side="left")
        found.append(np.append(cycles[inspection - 1 :: inspection], np.inf)[first])
    return np.stack(found)


class Alarms:
    """Every unit's fate at every threshold, for one lead time and interval of inspection.

    Parameters
    ----------
    alarm
        As `first_alarms` gives them.
    lives, weights, folds
        Cycles each unit lived, how much it counts, and its part in the cross-validation of the threshold; (units,).
    looks
        Cycles between two looks, and what one costs.

    Attributes
    ----------
    in_time, used
        Whether the unit was replaced before it failed, and the cycles it ran; shape (units, thresholds).

    """

    def __init__(
        self, alarm: Array, lives: Array, weights: Array, folds: Counts, lead_time: int, looks: tuple[int, float]
    ) -> None:
        self.alarm = alarm
        self._weights, self._folds = weights, folds
        lives = lives[:, None]
        self.in_time: Flags = alarm + lead_time < lives
        self.used = np.where(self.in_time, alarm + lead_time, lives)
        inspection, inspection_cost = looks
        self.looks = inspection_cost * (np.minimum(alarm, lives) // inspection)
        self._sums = self._summed(weights)

    def _summed(self, weights: Array) -> tuple[Array, Array, Array, Array]:
        """Return, per threshold: replaced in time, failed, cost of looking, cycles used."""
        in_time = weights @ self.in_time
        return in_time, weights.sum() - in_time, weights @ self.looks, weights @ self.used

    def rates(self, planned_cost: float, failure_cost: float) -> Array:
        """Return the cost rate at each threshold."""
        planned, failed, looks, used = self._sums
        return (planned_cost * planned + failure_cost * failed + looks) / used

    def outcomes(self, planned_cost: float, failure_cost: Array, threshold: int | None) -> tuple[Array, Array]:
        """Return cost and cycles of each unit for each failure cost, shape (units, failure costs).

        Without a `threshold` each unit gets the one that was cheapest on the units of the other folds.
        """
        units = np.arange(len(self._weights))[:, None]
        if threshold is not None:
            chosen = np.full((len(units), len(failure_cost)), threshold)
        else:
            chosen = np.empty((len(units), len(failure_cost)), dtype="int64")
            for fold in np.unique(self._folds):
                here = self._folds == fold
                planned, failed, looks, used = self._summed(np.where(here, 0.0, self._weights))
                total = planned_cost * planned + failure_cost[:, None] * failed + looks
                chosen[here] = (total / np.where(used > 0, used, np.inf)).argmin(axis=1)
        in_time = self.in_time[units, chosen]
        cost = np.where(in_time, planned_cost, failure_cost) + self.looks[units, chosen]
        return cost, self.used[units, chosen]
