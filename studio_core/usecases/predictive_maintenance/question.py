"""What the model would say if one sensor showed something else: a question to the model, not to the machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from studio_core.usecases.predictive_maintenance import TEXTS
from studio_messages import DataError

if TYPE_CHECKING:
    from studio_core.usecases.predictive_maintenance.fleet import Part, Unit
    from studio_core.usecases.predictive_maintenance.result import Result

# Rows that are changed: long enough to fill the short windows of the features, short enough to be "lately".
RECENT = 20
# Beyond these quantiles of the training readings the model has seen next to nothing.
_SEEN = (0.001, 0.999)


@dataclass(frozen=True)
class Predicted:
    """A remaining life with its 90 % range, cycles."""

    rul: float
    low: float
    high: float


@dataclass(frozen=True)
class WhatIf:
    """The prediction as it is and as it would be.

    Attributes
    ----------
    reading, changed_reading
        Mean of the sensor over the rows that were changed, before and after, in its own unit.
    rows
        How many of the latest rows were changed.
    known
        Whether the changed readings lie where the training readings did; otherwise the answer is a guess.

    """

    sensor: str
    share: float
    reading: float
    changed_reading: float
    rows: int
    before: Predicted
    after: Predicted
    known: bool

    @property
    def clear(self) -> bool:
        """Whether the answer moved by more than a tenth of the 90 % range; less is within the model's own scatter."""
        return abs(self.after.rul - self.before.rul) > 0.1 * (self.before.high - self.before.low)


def what_if(
    result: Result, unit: Unit, sensor: str, share: float, part: Part = "test", before: Predicted | None = None
) -> WhatIf:
    """Predict `unit` with the latest readings of `sensor` changed by `share` (0.2: a fifth more), all else as it was.

    Parameters
    ----------
    before
        The prediction as it is, where it is known already.

    Raises
    ------
    DataError
        No such unit, or no such sensor.

    """
    names = [channel.name for channel in result.fleet.channels]
    if sensor not in names:
        raise DataError(TEXTS, "sensor-unknown", sensor=sensor, known=", ".join(names))
    history = result.fleet.history(unit, part)
    changed = history.copy()
    column = changed[sensor].to_numpy("float64").copy()
    rows = min(RECENT, len(column))
    reading = float(column[-rows:].mean())
    column[-rows:] *= 1 + share
    changed[sensor] = column
    seen = result.fleet.train[sensor].quantile(_SEEN).to_numpy()
    latest = column[-rows:]
    return WhatIf(
        sensor=sensor,
        share=share,
        reading=reading,
        changed_reading=float(latest.mean()),
        rows=rows,
        before=before or _predicted(result, history),
        after=_predicted(result, changed),
        known=bool(seen[0] <= np.median(latest) <= seen[1]),
    )


def _predicted(result: Result, history: pd.DataFrame) -> Predicted:
    row = result.predict(history).iloc[0]
    return Predicted(float(row["rul"]), float(row["low"]), float(row["high"]))
