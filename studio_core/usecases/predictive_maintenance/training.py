"""From histories to a judged model: choices by cross-validation over units, the test part for the last figures only."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import RidgeCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from studio_core.data.contract import CYCLE, UNIT
from studio_core.runs.progress import Work
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.evaluate import coverage, judge, rmse
from studio_core.usecases.predictive_maintenance.features import Describer, Normaliser
from studio_core.usecases.predictive_maintenance.fleet import FEWEST_FAILURES
from studio_core.usecases.predictive_maintenance.model import Intervals, RemainingLifeModel
from studio_core.usecases.predictive_maintenance.network import Schedule, choose_device, fit_network, limited_threads
from studio_core.usecases.predictive_maintenance.result import Result
from studio_messages import DataError, SettingsError

if TYPE_CHECKING:
    import pandas as pd
    import torch
    from numpy.typing import NDArray

    from studio_core.runs.progress import Callback, Stop
    from studio_core.usecases.predictive_maintenance.configuration import Configuration
    from studio_core.usecases.predictive_maintenance.fleet import Fleet

    Features = NDArray[np.float32]
    Cycles = NDArray[np.float64]
    Rows = NDArray[np.int64]

FOLDS = 5
STAGES = ("stage-features", "stage-network", "stage-trees", "stage-baselines", "stage-judge")
# Shares of the networks in the average with the trees that are tried on the held-out training units.
_WEIGHTS = np.arange(0, 11) / 10


@dataclass(frozen=True)
class Budget:
    """How much work a run may be; both budgets walk the same code."""

    repeats: int
    schedule: Schedule
    tree_rounds: int
    # Many quick runs share a node in a workshop; threads that wait for each other would be slower than one.
    threads: int | None = None
    # How the time divides among the stages, about.
    shares: tuple[int, int, int, int, int] = (1, 20, 6, 2, 1)


BUDGETS = {
    "quick": Budget(
        repeats=1,
        schedule=Schedule(hidden=(48, 24), steps=800, batch=256),
        tree_rounds=80,
        threads=1,
        shares=(2, 3, 4, 1, 1),
    ),
    "full": Budget(repeats=3, schedule=Schedule(), tree_rounds=300),
}


def train(
    fleet: Fleet, configuration: Configuration, progress: Callback | None = None, stop: Stop | None = None
) -> Result:
    """Train the model and both baselines on `fleet`, and judge them on its test part where the truth is known.

    Parameters
    ----------
    progress
        Called with a `Step` a few times a second.
    stop
        Asked as often; True ends the work.

    Raises
    ------
    DataError
        Too few failures to learn from.
    SettingsError
        A GPU was asked for and there is none.
    StoppedError
        `stop` said so.

    """
    failures = int(fleet.ends["failed"].sum())
    if failures < FEWEST_FAILURES:
        raise DataError(TEXTS, "too-few-failures", failures=failures, needed=FEWEST_FAILURES)
    device = _device(configuration.device)
    budget = BUDGETS[configuration.budget]
    work = Work(dict(zip(STAGES, budget.shares, strict=True)), TEXTS, progress, stop)
    started = time.monotonic()
    with limited_threads(budget.threads):
        training = _Training(fleet, configuration, budget, device, work)
        model, held_out = training.fit()
        seconds = time.monotonic() - started
        baselines = training.baselines()
    work.at("stage-judge")
    metrics = _judge(fleet, model, held_out, baselines, configuration.seed)
    metrics |= {"train_seconds": round(seconds, 2), "cap": configuration.cap, "device": str(device)}
    work.at("stage-judge", 1.0)
    return Result(fleet, configuration, model, metrics, held_out)


def _device(wish: str) -> torch.device:
    device = choose_device(wish)
    if device.type == "cuda":
        import torch  # noqa: PLC0415 - only here, and loaded by then

        if not torch.cuda.is_available():
            raise SettingsError(TEXTS, "no-gpu")
    return device


class _Training:
    """One training: the labelled rows, the folds, and what is fitted on them."""

    def __init__(
        self, fleet: Fleet, configuration: Configuration, budget: Budget, device: torch.device, work: Work
    ) -> None:
        self.fleet, self.budget, self.device, self.work = fleet, budget, device, work
        self.cap, self.seed = float(configuration.cap), configuration.seed
        work.at("stage-features")
        settings, sensors = ([channel.name for channel in part] for part in (fleet.settings, fleet.sensors))
        self.describer = Describer(Normaliser.fit(fleet.train, settings, sensors, self.seed))
        rul, known = label(fleet.train, fleet.ends, self.cap)
        self.rows = fleet.train[[UNIT, CYCLE]][known].reset_index(drop=True)
        self.features = self.describer(fleet.train)[known]
        self.rul = rul[known]
        self.target = (self.rul / self.cap).astype("float32")
        self.folds = [assign_folds(self.rows[UNIT], FOLDS, self.seed + turn) for turn in range(budget.repeats)]
        work.at("stage-features", 1.0)

    def fit(self) -> tuple[RemainingLifeModel, pd.DataFrame]:
        """Return the model, and the predictions for each training row by those parts of it that never saw its unit."""
        members = [np.flatnonzero(folds != fold) for folds in self.folds for fold in range(FOLDS)]
        network = fit_network(
            self.features,
            self.target,
            members,
            self.budget.schedule,
            seed=self.seed,
            device=self.device,
            advance=lambda share: self.work.at("stage-network", share),
        )
        by_networks = np.zeros(len(self.target))
        for turn, folds in enumerate(self.folds):
            for fold in range(FOLDS):
                unseen = folds == fold
                found = network.predict(self.features[unseen], turn * FOLDS + fold)[0]
                by_networks[unseen] += found / len(self.folds)
        trees, by_trees = [], np.zeros(len(self.target))
        for fold in range(FOLDS):
            self.work.at("stage-trees", fold / FOLDS)
            seen = self.folds[0] != fold
            trees.append(self._tree(fold).fit(self.features[seen], self.target[seen]))
            by_trees[~seen] = trees[-1].predict(self.features[~seen])
        tried = [np.clip(weight * by_networks + (1 - weight) * by_trees, 0, 1) * self.cap for weight in _WEIGHTS]
        best = int(np.argmin([rmse(held_out, self.rul) for held_out in tried]))
        held_out, weight = tried[best], float(_WEIGHTS[best])
        intervals = Intervals.fit(held_out, self.rul, self.rows[UNIT].nunique())
        model = RemainingLifeModel(self.describer, network, tuple(trees), weight, self.cap, intervals)
        return model, self.rows.assign(rul=held_out, true=self.rul)

    def _tree(self, number: int) -> HistGradientBoostingRegressor:
        return HistGradientBoostingRegressor(
            max_iter=self.budget.tree_rounds,
            learning_rate=0.05 if self.budget.tree_rounds > 100 else 0.12,
            max_leaf_nodes=15,
            min_samples_leaf=100,
            l2_regularization=10.0,
            max_features=0.3,
            random_state=self.seed + number,
        )

    def baselines(self) -> dict[str, Cycles]:
        """Fit both baselines on all training rows and return their predictions for the test part."""
        test = self.describer(self.fleet.test)[~self.fleet.test.duplicated(UNIT, keep="last").to_numpy()]
        ridge = make_pipeline(StandardScaler(), RidgeCV(alphas=np.logspace(-2, 4, 13)))
        fitted: dict[str, Any] = {"ridge": ridge, "gradient_boosting": self._tree(0)}
        found: dict[str, Cycles] = {}
        for number, (name, baseline) in enumerate(fitted.items()):
            self.work.at("stage-baselines", number / len(fitted))
            baseline.fit(self.features, self.target)
            found[name] = np.clip(baseline.predict(test), 0, 1).astype("float64") * self.cap
        return found


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


def _judge(
    fleet: Fleet, model: RemainingLifeModel, held_out: pd.DataFrame, baselines: dict[str, Cycles], seed: int
) -> dict[str, Any]:
    """Return the figures of the run; those on the test part only where its truth is known."""
    metrics: dict[str, Any] = {
        "cross_validation": {
            "rmse": rmse(held_out["rul"].to_numpy(), held_out["true"].to_numpy()),
            "units": int(held_out[UNIT].nunique()),
        },
        "train_units": len(fleet.ends),
        "train_failures": int(fleet.ends["failed"].sum()),
        "test_units": int(fleet.test[UNIT].nunique()),
    }
    if fleet.test_rul is None:
        return metrics
    predicted = model.predict(fleet.test).set_index(UNIT)
    true = fleet.test_rul.loc[predicted.index].to_numpy(dtype="float64")
    capped = np.minimum(true, model.cap)
    low, high = predicted["low"].to_numpy(), predicted["high"].to_numpy()
    metrics |= judge(predicted["rul"].to_numpy(), true, model.cap, seed)
    metrics |= {"coverage_90": coverage(low, high, capped), "width_90": float((high - low).mean())}
    in_order = fleet.test_rul.loc[fleet.test[UNIT].unique()].to_numpy(dtype="float64")
    metrics["baselines"] = {name: judge(found, in_order, model.cap, seed) for name, found in baselines.items()}
    return metrics
