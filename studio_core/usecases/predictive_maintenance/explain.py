"""Why a unit is urgent: which sensors moved against the unit's own beginning, how far, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from studio_core.data.contract import CYCLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from studio_core.usecases.predictive_maintenance.features import Normaliser
    from studio_core.usecases.predictive_maintenance.fleet import Fleet

    Array = NDArray[np.float64]

_FIRST, _LAST = 20, 5
# Standard errors; with some twenty sensors and a change point searched for, three would often be scatter.
_CLEAR = 4.0
# Points in a history at which a change is looked for; more would only cost time.
_CANDIDATES = 200


def explain_history(fleet: Fleet, normaliser: Normaliser, history: pd.DataFrame) -> pd.DataFrame:
    """Compare a unit's last 5 cycles with its own first 20, per sensor, with the operating regime taken out.

    Returns
    -------
    One row per sensor, the largest change first: ``sensor``, ``unit_of_measure``, ``begin`` and ``now`` (means of the
    raw readings), ``change_sigma`` (difference in standard deviations of the fleet within a regime), ``since_cycle``
    (the change point; missing where the change is not clear of the sensor's scatter).

    """
    readings = normaliser(history)
    first, last = min(_FIRST, max(len(history) // 2, 1)), min(_LAST, len(history))
    change = readings[-last:].mean(axis=0) - readings[:first].mean(axis=0)
    point, scatter = find_changes(readings)
    clear = np.abs(change) > _CLEAR * scatter * np.sqrt(1 / last + 1 / first)
    cycles = history[CYCLE].to_numpy()
    raw = history[list(normaliser.sensors)].to_numpy(dtype="float64")
    table = pd.DataFrame(
        {
            "sensor": normaliser.sensors,
            "unit_of_measure": [fleet.channel(name).unit for name in normaliser.sensors],
            "begin": raw[:first].mean(axis=0),
            "now": raw[-last:].mean(axis=0),
            "change_sigma": change,
            "since_cycle": pd.array(np.where(clear, cycles[point], 0), dtype="Int64"),
        }
    )
    table.loc[~clear, "since_cycle"] = pd.NA
    order = table["change_sigma"].abs().sort_values(ascending=False, kind="stable").index
    return table.loc[order].reset_index(drop=True)


def find_changes(readings: Array) -> tuple[NDArray[np.int64], Array]:
    """Find the row at which each series left its level, by a jump or by a drift from there on.

    Least squares over all rows and both forms (Hinkley: Inference about the intersection in two-phase regression,
    Biometrika 56, 1969).

    Parameters
    ----------
    readings
        Shape (rows, series).

    Returns
    -------
    The row of the change and the scatter (standard deviation) that is left around the fit, each of shape (series,).

    """
    count = len(readings)
    centred = readings - readings.mean(axis=0)
    total = (centred**2).sum(axis=0)
    if count < 3:
        return np.zeros(readings.shape[1], dtype="int64"), np.full(readings.shape[1], np.inf)
    rows = np.arange(count)
    points = np.unique(np.linspace(0, count - 2, min(count - 1, _CANDIDATES)).astype("int64"))
    jumps = (rows >= points[1:, None]).astype("float64")
    drifts = np.maximum(rows - points[:, None], 0).astype("float64")
    forms = np.vstack([jumps, drifts])
    forms -= forms.mean(axis=1, keepdims=True)
    explained = (forms @ centred) ** 2 / (forms**2).sum(axis=1)[:, None]
    best = explained.argmax(axis=0)
    left = np.maximum(total - explained.max(axis=0), 0)
    scatter = np.sqrt(left / max(count - 3, 1))
    found: NDArray[np.int64] = np.r_[points[1:], points][best]
    return found, np.maximum(scatter, 1e-3)
