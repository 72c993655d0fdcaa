"""Why a unit is urgent: which sensors moved against the unit's own beginning, how far, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from studio_core.data.contract import CYCLE
from studio_core.usecases.predictive_maintenance.features import BEGINNING

if TYPE_CHECKING:
    from studio_core.usecases.predictive_maintenance.features import Normaliser
    from studio_core.usecases.predictive_maintenance.fleet import Fleet

_RECENT = 5
# Standard errors; a smaller difference of two means is what scatter alone does.
_CLEAR = 3.0


def explain_history(fleet: Fleet, normaliser: Normaliser, history: pd.DataFrame) -> pd.DataFrame:
    """Compare a unit's last 5 cycles with its own first 20, per sensor, with the operating regime taken out.

    Returns
    -------
    One row per sensor, the largest change first: ``sensor``, ``unit_of_measure``, ``begin`` and ``now`` (means of the
    raw readings), ``change_sigma`` (difference in standard deviations of the fleet within a regime), ``since_cycle``
    (first cycle from which the change stayed clear of scatter; missing where it never was).

    """
    cycles = history[CYCLE].to_numpy()
    readings = normaliser(history)
    first, last = min(BEGINNING, max(len(history) // 2, 1)), min(_RECENT, len(history))
    start = readings[:first].mean(axis=0)
    scatter = np.maximum(readings[:first].std(axis=0), 0.05)
    change = readings[-last:].mean(axis=0) - start
    smooth = pd.DataFrame(readings - start).rolling(_RECENT, min_periods=1).mean().to_numpy()
    limit = _CLEAR * scatter * np.sqrt(1 / last + 1 / first)
    rows = []
    for index, name in enumerate(normaliser.sensors):
        raw = history[name].to_numpy(dtype="float64")
        rows.append(
            {
                "sensor": name,
                "unit_of_measure": fleet.channel(name).unit,
                "begin": raw[:first].mean(),
                "now": raw[-last:].mean(),
                "change_sigma": change[index],
                "since_cycle": _since(smooth[:, index] * np.sign(change[index]) > limit[index], cycles),
            }
        )
    table = pd.DataFrame(rows).astype({"since_cycle": "Int64"})
    order = table["change_sigma"].abs().sort_values(ascending=False, kind="stable").index
    return table.loc[order].reset_index(drop=True)


def _since(clear: np.typing.NDArray[np.bool_], cycles: np.typing.NDArray[np.int64]) -> int | None:
    """Return the cycle from which `clear` holds to the end without a break."""
    if not clear[-1]:
        return None
    broken = np.flatnonzero(~clear)
    return int(cycles[broken[-1] + 1 if len(broken) else 0])
