"""The remaining-life model: a network ensemble and boosted trees, averaged, with intervals that were calibrated.

Applying it needs numpy and scikit-learn only: torch trains the networks (see `network`), their weights are plain
arrays.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import skops.io
from safetensors.numpy import load_file
from safetensors.numpy import save as save_arrays

from studio_core.data.contract import CYCLE, UNIT
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.description import CONFIG, FORMAT, read_description
from studio_core.usecases.predictive_maintenance.features import Describer, Normaliser
from studio_messages import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Features = NDArray[np.float32]
    Cycles = NDArray[np.float64]

_NETWORK, _TREES = "network.safetensors", "trees.skops"
# What a file of boosted trees may contain besides numbers; anything else is refused, not loaded.
_TRUSTED = {
    "sklearn._loss.link.IdentityLink",
    "sklearn._loss.link.Interval",
    "sklearn._loss.loss.HalfSquaredError",
    "sklearn._loss._loss.CyHalfSquaredError",
    "sklearn.ensemble._hist_gradient_boosting.binning._BinMapper",
    "sklearn.ensemble._hist_gradient_boosting.predictor.TreePredictor",
}


@dataclass(frozen=True)
class Network:
    """Several small perceptrons side by side, as arrays.

    Attributes
    ----------
    mean, scale
        Of the features on the training rows, shape (features,).
    weights, biases
        Per layer, shapes (members, in, out) and (members, 1, out).

    """

    mean: Features
    scale: Features
    weights: tuple[Features, ...]
    biases: tuple[Features, ...]

    @property
    def members(self) -> int:
        """How many perceptrons there are."""
        return len(self.weights[0])

    def predict(self, features: Features, member: int | None = None) -> Features:
        """Return the share of the cap that remains, shape (members, rows), or (1, rows) for one `member`."""
        chosen = slice(None) if member is None else slice(member, member + 1)
        hidden = ((features - self.mean) / self.scale)[None]
        for layer, (weight, bias) in enumerate(zip(self.weights, self.biases, strict=True)):
            hidden = hidden @ weight[chosen] + bias[chosen]
            if layer < len(self.weights) - 1:
                hidden = hidden / (1 + np.exp(-np.clip(hidden, -60, 60)))
        predicted: Features = hidden[..., 0]
        return predicted


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


@dataclass(frozen=True)
class RemainingLifeModel:
    """Predicts remaining cycles, capped: a prediction at the cap means "that much or more".

    Attributes
    ----------
    trees
        One boosted ensemble per fold (scikit-learn's HistGradientBoostingRegressor).
    weight
        Share of the networks in the average; the trees have the rest.

    """

    describer: Describer
    network: Network
    trees: tuple[Any, ...]
    weight: float
    cap: float
    intervals: Intervals

    def predict(self, histories: pd.DataFrame, *, every_cycle: bool = False) -> pd.DataFrame:
        """Predict each unit's remaining cycles at its last row, or at every row.

        Parameters
        ----------
        histories
            Rows of ``unit``, ``cycle`` and the channels the model was trained with, sorted by unit and cycle.
        every_cycle
            True: one prediction per row, in the order of the rows. False: one per unit, the most urgent first.

        Returns
        -------
        Columns ``unit``, ``cycle``, ``rul``, ``low``, ``high`` (cycles).

        Raises
        ------
        ModelError
            A channel the model needs is missing.

        """
        needed = [UNIT, CYCLE, *self.describer.normaliser.settings, *self.describer.normaliser.sensors]
        if missing := [name for name in needed if name not in histories.columns]:
            raise ModelError(TEXTS, "model-lacks-channel", channel=missing[0])
        features = self.describer(histories)
        table = histories[[UNIT, CYCLE]]
        if not every_cycle:
            last = ~histories.duplicated(UNIT, keep="last").to_numpy()
            features, table = features[last], table[last]
        rul = self.apply(features)
        low, high = self.intervals(rul, self.cap)
        predicted = table.assign(rul=rul, low=low, high=high)
        if not every_cycle:
            predicted = predicted.sort_values(["rul", UNIT], kind="stable")
        return predicted.reset_index(drop=True)

    def apply(self, features: Features) -> Cycles:
        """Return the predicted cycles for rows of features, shape (rows,)."""
        networks = self.network.predict(features).mean(axis=0).astype("float64")
        trees = np.mean([tree.predict(features) for tree in self.trees], axis=0)
        averaged: Cycles = np.clip(self.weight * networks + (1 - self.weight) * trees, 0, 1) * self.cap
        return averaged

    def save(self, folder: Path) -> None:
        """Write the model into `folder`: arrays as safetensors, trees as skops, the rest as JSON; nothing pickled."""
        folder.mkdir(parents=True, exist_ok=True)
        normaliser = self.describer.normaliser
        arrays = {"mean": self.network.mean, "scale": self.network.scale}
        for layer, (weight, bias) in enumerate(zip(self.network.weights, self.network.biases, strict=True)):
            arrays |= {f"weight.{layer}": weight, f"bias.{layer}": bias}
        for name in ("spread", "centres", "mean", "scale"):
            arrays[f"normaliser.{name}"] = getattr(normaliser, name)
        for name in ("centres", "lower", "upper"):
            arrays[f"intervals.{name}"] = getattr(self.intervals, name)
        packed = save_arrays({name: np.ascontiguousarray(array) for name, array in arrays.items()})
        (folder / _NETWORK).write_bytes(packed)
        skops.io.dump(list(self.trees), folder / _TREES)
        described = {
            "format": FORMAT,
            "settings": normaliser.settings,
            "sensors": normaliser.sensors,
            "features": self.describer.names,
            "layers": len(self.network.weights),
            "members": self.network.members,
            "trees": len(self.trees),
            "weight": self.weight,
            "cap": self.cap,
            "level": self.intervals.level,
        }
        (folder / CONFIG).write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> RemainingLifeModel:
        """Read a model that `save` wrote.

        Raises
        ------
        ModelError
            Files are missing, damaged, of another version, or hold more than a model.

        """
        try:
            described = read_description(folder)
            arrays = load_file(folder / _NETWORK)
            return cls._assemble(described, arrays, _load_trees(folder))
        except ModelError:
            raise
        except Exception as error:
            raise ModelError(TEXTS, "model-unreadable", folder=folder, reason=type(error).__name__) from error

    @classmethod
    def _assemble(
        cls, described: dict[str, Any], arrays: dict[str, NDArray[Any]], trees: tuple[Any, ...]
    ) -> RemainingLifeModel:
        layers = range(int(described["layers"]))
        normaliser = Normaliser(
            tuple(described["settings"]),
            tuple(described["sensors"]),
            *(arrays[f"normaliser.{name}"] for name in ("spread", "centres", "mean", "scale")),
        )
        network = Network(
            arrays["mean"],
            arrays["scale"],
            tuple(arrays[f"weight.{layer}"] for layer in layers),
            tuple(arrays[f"bias.{layer}"] for layer in layers),
        )
        intervals = Intervals(
            float(described["level"]), *(arrays[f"intervals.{name}"] for name in ("centres", "lower", "upper"))
        )
        return cls(
            Describer(normaliser), network, trees, float(described["weight"]), float(described["cap"]), intervals
        )


def _load_trees(folder: Path) -> tuple[Any, ...]:
    unknown = set(skops.io.get_untrusted_types(file=folder / _TREES)) - _TRUSTED
    if unknown:
        raise ModelError(TEXTS, "model-untrusted", folder=folder, names=", ".join(sorted(unknown)[:3]))
    return tuple(skops.io.load(folder / _TREES, trusted=sorted(_TRUSTED)))
