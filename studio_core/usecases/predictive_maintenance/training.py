"""From histories to a judged model: choices by cross-validation over units, the test part for the last figures only."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from studio_core.data.contract import CYCLE, UNIT
from studio_core.runs.checkpoint import Checkpoint, identify
from studio_core.runs.progress import Work
from studio_core.runs.provenance import package_versions
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.baselines import ridge
from studio_core.usecases.predictive_maintenance.budgets import BUDGETS
from studio_core.usecases.predictive_maintenance.cost_study import cost_figures
from studio_core.usecases.predictive_maintenance.evaluate import coverage, judge, rmse
from studio_core.usecases.predictive_maintenance.features import Describer, Normaliser
from studio_core.usecases.predictive_maintenance.fleet import FEWEST_FAILURES
from studio_core.usecases.predictive_maintenance.intervals import Intervals
from studio_core.usecases.predictive_maintenance.labels import Labelled
from studio_core.usecases.predictive_maintenance.members import Trainer
from studio_core.usecases.predictive_maintenance.model import RemainingLifeModel
from studio_core.usecases.predictive_maintenance.network import choose_device, limited_threads
from studio_core.usecases.predictive_maintenance.policies import Today
from studio_core.usecases.predictive_maintenance.result import Result
from studio_core.usecases.predictive_maintenance.stacking import Stacked, stack
from studio_core.usecases.predictive_maintenance.trees import boosted_trees
from studio_messages import DataError, SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    import torch
    from numpy.typing import NDArray

    from studio_core.runs.progress import Callback, Stop
    from studio_core.usecases.predictive_maintenance.configuration import Configuration
    from studio_core.usecases.predictive_maintenance.fleet import Fleet
    from studio_core.usecases.predictive_maintenance.sequence import Sequences

    Cycles = NDArray[np.float64]

# A checkpoint of other versions of these would not continue to the same figures.
_DECISIVE = ("numpy", "scikit-learn", "skops", "torch", "transformers")


@dataclass(frozen=True)
class _Trained:
    model: RemainingLifeModel
    stacked: Stacked
    sequences: Sequences | None
    baselines: dict[str, Any]
    baselines_held_out: dict[str, Cycles]
    labelled: Labelled
    seconds: float


def train(
    fleet: Fleet,
    configuration: Configuration,
    progress: Callback | None = None,
    stop: Stop | None = None,
    *,
    unfinished: Path | None = None,
) -> Result:
    """Train the model and both baselines on `fleet`, and judge them on its test part where the truth is known.

    Parameters
    ----------
    progress
        Called with a `Step` a few times a second.
    stop
        Asked as often; True ends the work.
    unfinished
        Where finished parts are kept, so that a killed training goes on and gives the same figures; None keeps none.

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
    today = Today(configuration.today, configuration.today_value, configuration.given_away)
    # Before the work and not after it.
    failed = fleet.train[UNIT].map(fleet.ends["failed"]).to_numpy(dtype=bool)
    today.check(fleet.train.loc[failed, CYCLE].to_numpy("float64"))
    device = _device(configuration.device)
    budget = BUDGETS[configuration.budget]
    work = Work(budget.shares, TEXTS, progress, stop)
    with limited_threads(budget.threads):
        trained = _fit(fleet, configuration, device, work, unfinished)
    work.at("stage-judge")
    held_out = trained.labelled.rows.assign(rul=trained.stacked.held_out, true=trained.labelled.rul)
    metrics = _judge(fleet, trained, configuration.seed)
    metrics |= {"train_seconds": round(trained.seconds, 2), "cap": configuration.cap, "device": str(device)}
    result = Result(fleet, configuration, trained.model, metrics, held_out)
    decision = cost_figures(result.decision, **configuration.costs(), today=today)
    metrics |= {"decision": decision, "saving_vs_age_replacement": decision["saving_vs_age_replacement"]}
    work.at("stage-judge", 1.0)
    return result


def _device(wish: str) -> torch.device:
    device = choose_device(wish)
    if device.type == "cuda":
        import torch  # noqa: PLC0415 - only here, and loaded by then

        if not torch.cuda.is_available():
            raise SettingsError(TEXTS, "no-gpu")
    return device


def _fit(
    fleet: Fleet, configuration: Configuration, device: torch.device, work: Work, unfinished: Path | None
) -> _Trained:
    started = time.monotonic()
    budget, cap, seed = BUDGETS[configuration.budget], float(configuration.cap), configuration.seed
    work.at("stage-features")
    settings, sensors = ([channel.name for channel in part] for part in (fleet.settings, fleet.sensors))
    normaliser = Normaliser.fit(fleet.train, settings, sensors, seed)
    describer = Describer(normaliser)
    labelled = Labelled.of(fleet, describer, cap)
    mixed = device.type == "cuda" if configuration.precision == "auto" else configuration.precision == "mixed"
    depends = {**configuration.model_dump(), **package_versions(_DECISIVE), "budget": budget, "device": device.type}
    checkpoint = Checkpoint(unfinished, identify(depends, labelled.features, labelled.target))
    trainer = Trainer(labelled, budget, cap, seed, device, mixed, work, checkpoint)
    network, by_networks = trainer.networks()
    sequence = trainer.sequences(fleet.train, normaliser)
    trees, by_trees = trainer.trees()
    sequences, by_sequences = sequence or (None, None)
    units = labelled.rows[UNIT]
    stacked = stack(by_networks, by_trees, by_sequences, labelled.rul, units.to_numpy())
    intervals = Intervals.fit(stacked.held_out, labelled.rul, units.nunique())
    taking_part = sequences if stacked.weights.sequence > 0 else None
    model = RemainingLifeModel(describer, network, trees, stacked.weights, cap, intervals, taking_part)
    seconds = time.monotonic() - started + checkpoint.seconds
    baselines = _fit_baselines(labelled, configuration, work)
    held_out = {"ridge": trainer.ridge(), "gradient_boosting": by_trees}
    return _Trained(model, stacked, sequences, baselines, held_out, labelled, seconds)


def _fit_baselines(labelled: Labelled, configuration: Configuration, work: Work) -> dict[str, Any]:
    """Fit both baselines on all labelled rows."""
    budget = BUDGETS[configuration.budget]
    fitted = {
        "ridge": ridge(),
        "gradient_boosting": boosted_trees(budget.tree_rounds, budget.tree_rate, configuration.seed),
    }
    for number, baseline in enumerate(fitted.values()):
        work.at("stage-baselines", number / len(fitted))
        baseline.fit(labelled.features, labelled.target)
    return fitted


def _judge(fleet: Fleet, trained: _Trained, seed: int) -> dict[str, Any]:
    """Return the figures of the run; those on the test part only where its truth is known."""
    model, stacked = trained.model, trained.stacked
    true_held_out = trained.labelled.rul
    metrics: dict[str, Any] = {
        "cross_validation": {
            "rmse": rmse(stacked.held_out, true_held_out),
            "units": int(trained.labelled.rows[UNIT].nunique()),
            "baselines": {
                name: {"rmse": rmse(said, true_held_out)} for name, said in trained.baselines_held_out.items()
            },
        },
        "train_units": len(fleet.ends),
        "train_failures": int(fleet.ends["failed"].sum()),
        "test_units": int(fleet.test[UNIT].nunique()),
    }
    if stacked.sequence is not None:
        metrics["sequence"] = stacked.sequence
    if fleet.test_rul is None:
        return metrics
    predicted = model.predict(fleet.test).set_index(UNIT)
    true = fleet.test_rul.loc[predicted.index].to_numpy(dtype="float64")
    low, high = predicted["low"].to_numpy(), predicted["high"].to_numpy()
    metrics |= judge(predicted["rul"].to_numpy(), true, model.cap, seed)
    capped = np.minimum(true, model.cap)
    metrics |= {"coverage_90": coverage(low, high, capped), "width_90": float((high - low).mean())}
    in_order = fleet.test_rul.loc[fleet.test[UNIT].unique()].to_numpy(dtype="float64")
    others = {name: judge(found, in_order, model.cap, seed) for name, found in _others(fleet, trained).items()}
    if "sequence" in others:
        metrics["sequence"] = {**others.pop("sequence"), **metrics["sequence"]}
    metrics["baselines"] = others
    return metrics


def _others(fleet: Fleet, trained: _Trained) -> dict[str, Cycles]:
    """Return what baselines and sequences, each alone, predict for the last row of each test unit, in order."""
    model = trained.model
    last = np.flatnonzero(~fleet.test.duplicated(UNIT, keep="last").to_numpy())
    features = model.describer(fleet.test)[last]
    shares = {name: baseline.predict(features) for name, baseline in trained.baselines.items()}
    if trained.sequences is not None:
        windows = trained.sequences.windows(fleet.test, model.describer.normaliser)
        shares["sequence"] = trained.sequences.predict(windows, last).mean(axis=0)
    return {name: np.clip(share, 0, 1).astype("float64") * model.cap for name, share in shares.items()}
