"""How sure a prediction is: intervals calibrated on units that the model had not seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Cycles = NDArray[np.float64]


@dataclass(frozen=True)
class Intervals:
    """Conformal intervals by predicted life, from the errors on units the model had not seen (Mondrian bins).

    Vovk, Gammerman, Shafer: Algorithmic Learning in a Random World, 2005; split by predicted value, joined by straight
    lines between the bins' centres.

    Attributes
    ----------
    centres, lower, upper
        Predicted cycles, and what to add to a prediction for its lower and upper bound, shape (bins,).

    """

    level: float
    centres: Cycles
    lower: Cycles
    upper: Cycles

    @classmethod
    def fit(cls, predicted: Cycles, true: Cycles, units: int, level: float = 0.9, bins: int = 10) -> Intervals:
        """Take the errors' quantiles in `bins` equally filled bins of the prediction.

        Rows of one unit err together, so the correction for a finite sample counts the `units`, not the rows.
        """
        order = np.argsort(predicted, kind="stable")
        parts = [part for part in np.array_split(order, bins) if len(part)]
        error = true - predicted
        tail = 1 - min((1 + level) / 2 * (1 + 1 / units), 1.0)
        return cls(
            level,
            np.array([predicted[part].mean() for part in parts]),
            np.array([np.quantile(error[part], tail) for part in parts]),
            np.array([np.quantile(error[part], 1 - tail) for part in parts]),
        )

    def __call__(self, predicted: Cycles, cap: float) -> tuple[Cycles, Cycles]:
        """Return lower and upper bounds within 0 and `cap`."""
        low = predicted + np.interp(predicted, self.centres, self.lower)
        high = predicted + np.interp(predicted, self.centres, self.upper)
        return np.clip(np.minimum(low, predicted), 0, cap), np.clip(np.maximum(high, predicted), 0, cap)
