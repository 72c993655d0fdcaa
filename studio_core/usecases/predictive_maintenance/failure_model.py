"""The model of an event table: a calibrated forest and its alarm, in open formats."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import skops.io

from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.description import CONFIG, FORMAT, read_description
from studio_messages import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd
    from numpy.typing import NDArray
    from sklearn.ensemble import RandomForestClassifier

    Array = NDArray[np.float64]

_FOREST = "forest.skops"
# What a file with a forest may contain besides numbers; anything else is refused, not loaded.
_TRUSTED: set[str] = {"sklearn.tree._tree.Tree"}


@dataclass(frozen=True)
class FailureModel:
    """A forest whose shares of votes are turned into probabilities, and the probability that raises an alarm.

    Attributes
    ----------
    features, medians
        Names of the inputs and their usual values, which stand in for missing ones.
    slope, offset
        Of the calibration on the log odds of the votes.

    """

    features: tuple[str, ...]
    medians: Array
    forest: RandomForestClassifier
    slope: float
    offset: float
    threshold: float

    def predict(self, inputs: pd.DataFrame) -> pd.DataFrame:
        """Return ``probability`` and ``alarm`` for rows with the model's features; other columns are passed over.

        Raises
        ------
        ModelError
            A feature is missing.

        """
        if missing := [name for name in self.features if name not in inputs.columns]:
            raise ModelError(TEXTS, "model-lacks-channel", channel=missing[0])
        found = self.probability(inputs[list(self.features)].to_numpy(dtype="float64"))
        return inputs[[]].assign(probability=found, alarm=found >= self.threshold)

    def probability(self, inputs: Array) -> Array:
        """Return the probability of failure of each row, shape (rows,)."""
        filled = np.where(np.isnan(inputs), self.medians, inputs)
        return calibrated(self.forest.predict_proba(filled)[:, 1], self.slope, self.offset)

    def save(self, folder: Path) -> None:
        """Write the model into `folder`; nothing pickled."""
        folder.mkdir(parents=True, exist_ok=True)
        skops.io.dump(self.forest, folder / _FOREST)
        described = {
            "format": FORMAT,
            "kind": "events",
            "features": list(self.features),
            "medians": self.medians.tolist(),
            "trees": len(self.forest.estimators_),
            **{name: getattr(self, name) for name in ("slope", "offset", "threshold")},
        }
        (folder / CONFIG).write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> FailureModel:
        """Read a model that `save` wrote.

        Raises
        ------
        ModelError
            Files are missing, damaged, of another version or kind, or hold more than a model.

        """
        try:
            described: dict[str, Any] = read_description(folder)
            forest = _load_forest(folder)
            figures = (float(described[name]) for name in ("slope", "offset", "threshold"))
            return cls(tuple(described["features"]), np.array(described["medians"]), forest, *figures)
        except ModelError:
            raise
        except Exception as error:
            raise ModelError(TEXTS, "model-unreadable", folder=folder, reason=type(error).__name__) from error


def log_odds(share: Array) -> Array:
    """Return log odds, those of nought and one kept finite."""
    inside = np.clip(share, 1e-3, 1 - 1e-3)
    return np.asarray(np.log(inside / (1 - inside)))


def calibrated(votes: Array, slope: float, offset: float) -> Array:
    """Return the probabilities that shares of votes stand for."""
    return np.asarray(1 / (1 + np.exp(-(slope * log_odds(votes) + offset))))


def _load_forest(folder: Path) -> Any:
    unknown = set(skops.io.get_untrusted_types(file=folder / _FOREST)) - _TRUSTED
    if unknown:
        raise ModelError(TEXTS, "model-untrusted", folder=folder, names=", ".join(sorted(unknown)[:3]))
    return skops.io.load(folder / _FOREST, trusted=sorted(_TRUSTED))
