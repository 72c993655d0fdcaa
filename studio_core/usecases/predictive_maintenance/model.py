"""The remaining-life model: networks, boosted trees and perhaps patch transformers, with calibrated intervals.

Networks and trees need numpy and scikit-learn only; torch is loaded where the third member takes part.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from safetensors.numpy import load_file
from safetensors.numpy import save as save_arrays
from threadpoolctl import ThreadpoolController

from studio_core.data.contract import CYCLE, UNIT
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.description import CONFIG, FORMAT, read_description
from studio_core.usecases.predictive_maintenance.features import Describer, Normaliser
from studio_core.usecases.predictive_maintenance.intervals import Intervals
from studio_core.usecases.predictive_maintenance.perceptrons import Network
from studio_core.usecases.predictive_maintenance.sequence import Directions, Sequences, SequenceSchedule
from studio_core.usecases.predictive_maintenance.trees import pack_trees, unpack_trees
from studio_messages import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Features = NDArray[np.float32]
    Cycles = NDArray[np.float64]

# Fewer predictions are made by one thread: on a busy node, waiting for others takes longer than the answer.
_FEW = 5000

_NETWORK, _TREES, _SEQUENCE = "network.safetensors", "trees.skops", "sequence.safetensors"


@cache
def _thread_pools() -> ThreadpoolController:
    return ThreadpoolController()


@dataclass(frozen=True)
class Weights:
    """Shares in the average, chosen on units that the parts had not seen; they sum to one."""

    networks: float
    trees: float
    sequence: float = 0.0


@dataclass(frozen=True)
class RemainingLifeModel:
    """Predicts remaining cycles, capped: a prediction at the cap means "that much or more".

    Attributes
    ----------
    trees
        One boosted ensemble per fold (scikit-learn's HistGradientBoostingRegressor).
    sequence
        None where the patch transformers have no share.

    """

    describer: Describer
    network: Network
    trees: tuple[Any, ...]
    weights: Weights
    cap: float
    intervals: Intervals
    sequence: Sequences | None = None

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
        Columns ``unit``, ``cycle``, ``rul``, ``low``, ``high``, and ``spread``: the standard deviation among the parts
        of the ensemble; cycles.

        Raises
        ------
        ModelError
            A channel the model needs is missing.

        """
        needed = [UNIT, CYCLE, *self.describer.normaliser.settings, *self.describer.normaliser.sensors]
        if missing := [name for name in needed if name not in histories.columns]:
            raise ModelError(TEXTS, "model-lacks-channel", channel=missing[0])
        rows = np.arange(len(histories))
        if not every_cycle:
            rows = np.flatnonzero(~histories.duplicated(UNIT, keep="last").to_numpy())
        with _thread_pools().limit(limits=1 if len(rows) < _FEW else None):
            rul, spread = self._apply(histories, rows)
        low, high = self.intervals(rul, self.cap)
        predicted = histories[[UNIT, CYCLE]].iloc[rows].assign(rul=rul, low=low, high=high, spread=spread)
        if not every_cycle:
            predicted = predicted.sort_values(["rul", UNIT], kind="stable")
        return predicted.reset_index(drop=True)

    def _apply(self, histories: pd.DataFrame, rows: NDArray[np.int64]) -> tuple[Cycles, Cycles]:
        """Return prediction and spread for `rows` of `histories`."""
        features = self.describer(histories)[rows]
        parts = [
            (self.weights.networks, self.network.predict(features)),
            (self.weights.trees, np.stack([tree.predict(features) for tree in self.trees])),
        ]
        if self.sequence is not None:
            windows = self.sequence.windows(histories, self.describer.normaliser)
            parts.append((self.weights.sequence, self.sequence.predict(windows, rows)))
        scaled = [(weight, np.clip(found.astype("float64"), 0, 1) * self.cap) for weight, found in parts]
        rul = np.sum([weight * found.mean(axis=0) for weight, found in scaled], axis=0)
        square = np.sum([weight * ((found - rul) ** 2).mean(axis=0) for weight, found in scaled], axis=0)
        return rul, np.sqrt(square)

    def save(self, folder: Path) -> None:
        """Write the model into `folder`: arrays as safetensors, trees as skops, the rest as JSON; nothing pickled."""
        folder.mkdir(parents=True, exist_ok=True)
        normaliser = self.describer.normaliser
        arrays: dict[str, NDArray[Any]] = {f"network.{name}": array for name, array in self.network.arrays().items()}
        for name in ("spread", "centres", "mean", "scale"):
            arrays[f"normaliser.{name}"] = getattr(normaliser, name)
        for name in ("centres", "lower", "upper"):
            arrays[f"intervals.{name}"] = getattr(self.intervals, name)
        _write(folder / _NETWORK, arrays)
        (folder / _TREES).write_bytes(pack_trees(self.trees))
        if self.sequence is not None:
            named = {
                f"{i}.{name}": part for i, state in enumerate(self.sequence.states) for name, part in state.items()
            }
            _write(folder / _SEQUENCE, {"directions": self.sequence.directions.matrix, **named})
        described = {
            "format": FORMAT,
            "settings": normaliser.settings,
            "sensors": normaliser.sensors,
            "features": self.describer.names,
            "members": self.network.members,
            "trees": len(self.trees),
            "weights": asdict(self.weights),
            "sequence": None if self.sequence is None else asdict(self.sequence.schedule),
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
            network = Network.from_arrays(_within(arrays, "network"))
            normaliser = Normaliser(
                tuple(described["settings"]), tuple(described["sensors"]), **_within(arrays, "normaliser")
            )
            intervals = Intervals(float(described["level"]), **_within(arrays, "intervals"))
            trees = unpack_trees((folder / _TREES).read_bytes(), folder)
            weights, sequence = Weights(**described["weights"]), _load_sequence(folder, described["sequence"])
            return cls(Describer(normaliser), network, trees, weights, float(described["cap"]), intervals, sequence)
        except ModelError:
            raise
        except Exception as error:
            raise ModelError(TEXTS, "model-unreadable", folder=folder, reason=type(error).__name__) from error


def _load_sequence(folder: Path, schedule: dict[str, Any] | None) -> Sequences | None:
    if schedule is None:
        return None
    arrays = load_file(folder / _SEQUENCE)
    directions = Directions(arrays.pop("directions"))
    members = range(len({name.partition(".")[0] for name in arrays}))
    return Sequences(directions, SequenceSchedule(**schedule), tuple(_within(arrays, str(i)) for i in members))


def _within(arrays: dict[str, NDArray[Any]], part: str) -> dict[str, NDArray[Any]]:
    return {name.removeprefix(f"{part}."): array for name, array in arrays.items() if name.startswith(f"{part}.")}


def _write(file: Path, arrays: dict[str, NDArray[Any]]) -> None:
    file.write_bytes(save_arrays({name: np.ascontiguousarray(array) for name, array in arrays.items()}))
