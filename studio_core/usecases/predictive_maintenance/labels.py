"""What a model may learn from: the rows whose remaining life is known, and their division into folds of whole units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from studio_core.data.contract import CYCLE, UNIT

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from studio_core.usecases.predictive_maintenance.features import Describer
    from studio_core.usecases.predictive_maintenance.fleet import Fleet

    Features = NDArray[np.float32]
    Cycles = NDArray[np.float64]
    Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Labelled:
    """The rows a model may learn from.

    Attributes
    ----------
    rows
        ``unit`` and ``cycle``.
    index
        Their positions in the training histories.
    rul, target
        Capped remaining cycles, and the share of the cap.

    """

    rows: pd.DataFrame
    index: Rows
    features: Features
    rul: Cycles
    target: Features

    @classmethod
    def of(cls, fleet: Fleet, describer: Describer, cap: float) -> Labelled:
        """Label and describe the training histories of `fleet`."""
        rul, known = label(fleet.train, fleet.ends, cap)
        rows = fleet.train[[UNIT, CYCLE]][known].reset_index(drop=True)
        features = describer(fleet.train)[known]
        return cls(rows, np.flatnonzero(known), features, rul[known], (rul[known] / cap).astype("float32"))


def label(histories: pd.DataFrame, ends: pd.DataFrame, cap: float) -> tuple[Cycles, NDArray[np.bool_]]:
    """Return the capped remaining cycles of each row, and whether they are known.

    A unit that was taken out before failing still teaches: of its rows at least `cap` before its last one, it is
    known that the capped remaining life is the cap. Its later rows are left out.
    """
    to_end = (histories.groupby(UNIT, sort=False)[CYCLE].transform("max") - histories[CYCLE]).to_numpy(dtype="float64")
    failed = histories[UNIT].map(ends["failed"]).to_numpy(dtype=bool)
    return np.minimum(to_end, cap), failed | (to_end >= cap)


def assign_folds(units: pd.Series, folds: int, seed: int) -> Rows:
    """Return the fold of each row; all rows of a unit are in the same."""
    names = units.unique()
    shuffled = np.random.default_rng(seed).permutation(len(names)) % folds
    assigned: Rows = units.map(dict(zip(names, shuffled, strict=True))).to_numpy(dtype="int64")
    return assigned
