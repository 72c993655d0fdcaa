"""The parts of the ensemble, each trained on its own folds of the units and asked about the units it never saw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from studio_core.data.contract import UNIT
from studio_core.usecases.predictive_maintenance.baselines import ridge
from studio_core.usecases.predictive_maintenance.budgets import FOLDS
from studio_core.usecases.predictive_maintenance.labels import assign_folds
from studio_core.usecases.predictive_maintenance.network import fit_network, limited_threads
from studio_core.usecases.predictive_maintenance.perceptrons import Network
from studio_core.usecases.predictive_maintenance.sequence import Directions, Sequences, fit_sequence
from studio_core.usecases.predictive_maintenance.trees import boosted_trees, pack_trees, unpack_trees

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    import torch
    from numpy.typing import NDArray

    from studio_core.runs.checkpoint import Arrays, Checkpoint
    from studio_core.runs.progress import Work
    from studio_core.usecases.predictive_maintenance.budgets import Budget
    from studio_core.usecases.predictive_maintenance.features import Normaliser
    from studio_core.usecases.predictive_maintenance.labels import Labelled

    Cycles = NDArray[np.float64]


@dataclass(frozen=True)
class Trainer:
    """Trains the parts one after the other; a finished one is kept, so that a killed run need not train it again."""

    labelled: Labelled
    budget: Budget
    cap: float
    seed: int
    device: torch.device
    mixed: bool
    work: Work
    checkpoint: Checkpoint

    def networks(self) -> tuple[Network, Cycles]:
        """Train a network per fold, as often as the budget repeats; return them and what they say of unseen rows."""
        found, held_out = [], np.zeros(len(self.labelled.rul))
        for turn in range(self.budget.repeats):
            folds = self._folds(turn)

            def train(advance: Callable[[float], None], turn: int = turn, folds: Any = folds) -> Arrays:
                return fit_network(
                    self.labelled.features,
                    self.labelled.target,
                    [np.flatnonzero(folds != fold) for fold in range(FOLDS)],
                    self.budget.schedule,
                    seed=self.seed + 1000 * turn,
                    device=self.device,
                    mixed=self.mixed,
                    advance=advance,
                ).arrays()

            arrays = self._part("stage-network", turn, self.budget.repeats, train)
            found.append(Network.from_arrays(arrays))
            for fold in range(FOLDS):
                unseen = folds == fold
                held_out[unseen] += self._cycles(found[-1].predict(self.labelled.features[unseen], fold)[0])
        return Network.joined(found), held_out / self.budget.repeats

    def trees(self) -> tuple[tuple[Any, ...], Cycles]:
        """Grow boosted trees per fold; return them and what they say of unseen rows."""
        folds, held_out = self._folds(0), np.zeros(len(self.labelled.rul))
        found: list[Any] = []
        for fold in range(FOLDS):
            seen = folds != fold

            def grow(_: Callable[[float], None], fold: int = fold, seen: Any = seen) -> Arrays:
                tree = boosted_trees(self.budget.tree_rounds, self.budget.tree_rate, self.seed + fold)
                tree.fit(self.labelled.features[seen], self.labelled.target[seen])
                return {"packed": np.frombuffer(pack_trees([tree]), dtype="uint8")}

            packed = self._part("stage-trees", fold, FOLDS, grow)["packed"].tobytes()
            found += unpack_trees(packed, self.checkpoint.folder)
            held_out[~seen] = self._cycles(found[-1].predict(self.labelled.features[~seen]))
        return tuple(found), held_out

    def ridge(self) -> Cycles:
        """Return what ridge regression, fitted per fold, says of unseen rows."""
        folds, held_out = self._folds(0), np.zeros(len(self.labelled.rul))
        for fold in range(FOLDS):
            seen = folds != fold
            fitted = ridge().fit(self.labelled.features[seen], self.labelled.target[seen])
            held_out[~seen] = self._cycles(fitted.predict(self.labelled.features[~seen]))
        return held_out

    def sequences(self, histories: pd.DataFrame, normaliser: Normaliser) -> tuple[Sequences, Cycles] | None:
        """Train a patch transformer per fold where the budget allows; return them and what they say of unseen rows."""
        schedule = self.budget.sequence
        if schedule is None:
            return None
        directions = Directions.fit(normaliser(histories), schedule.directions)
        sequences = Sequences(directions, schedule, ())
        windows, folds, index = sequences.windows(histories, normaliser), self._folds(0), self.labelled.index
        states = []
        for fold in range(FOLDS):

            def train(advance: Callable[[float], None], fold: int = fold) -> Arrays:
                return fit_sequence(
                    windows,
                    self.labelled.target,
                    index,
                    np.flatnonzero(folds != fold),
                    schedule,
                    seed=self.seed + fold,
                    device=self.device,
                    mixed=self.mixed,
                    advance=advance,
                )

            # Steps this small are slower on two threads than on one.
            with limited_threads(1):
                states.append(self._part("stage-sequence", fold, FOLDS, train))
        sequences = Sequences(directions, schedule, tuple(states))
        held_out = np.zeros(len(self.labelled.rul))
        for fold in range(FOLDS):
            held_out[folds == fold] = self._cycles(sequences.predict(windows, index[folds == fold], fold)[0])
        return sequences, held_out

    def _part(self, stage: str, number: int, count: int, make: Callable[[Callable[[float], None]], Arrays]) -> Arrays:
        self.work.at(stage, number / count)
        arrays, kept = self.checkpoint.part(
            f"{stage}-{number}", lambda: make(lambda share: self.work.at(stage, (number + share) / count))
        )
        self.work.at(stage, (number + 1) / count, done_before=kept)
        return arrays

    def _folds(self, turn: int) -> NDArray[np.int64]:
        return assign_folds(self.labelled.rows[UNIT], FOLDS, self.seed + turn)

    def _cycles(self, share: NDArray[Any]) -> Cycles:
        cycles: Cycles = np.clip(share.astype("float64"), 0, 1) * self.cap
        return cycles
