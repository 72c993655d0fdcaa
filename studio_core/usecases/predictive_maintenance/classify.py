"""Which rows of an event table will fail: a calibrated forest, with what simpler methods reach beside it.

Every choice is made inside the training part of each fold: the calibration (Platt 1999) on rows the trees did not
draw, and the threshold, which for calibrated probabilities is half the best F1 (Lipton, Elkan, Naryanaswamy 2014).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, f1_score, precision_recall_curve
from sklearn.model_selection import GroupKFold, StratifiedGroupKFold, StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from studio_core.runs.progress import Work
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.failure_model import FailureModel, calibrated, log_odds

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from studio_core.runs.progress import Callback, Stop
    from studio_core.usecases.predictive_maintenance.events import EventTable

    Array = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Groups = NDArray[np.int64] | None

FOLDS = 5
STAGES = ("stage-forest", "stage-baselines", "stage-judge")
_RESAMPLES = 200
_BINS = 10
# Of the normal distribution, for 90 % ranges.
_Z = 1.645


@dataclass(frozen=True)
class Effort:
    """How much work a run may be."""

    trees: int
    repeats: int
    threads: int | None


EFFORTS = {"quick": Effort(trees=80, repeats=1, threads=1), "full": Effort(trees=200, repeats=3, threads=None)}


@dataclass(frozen=True)
class Classified:
    """What came out: the model for new rows, its figures, and each row's probability by models that never saw it."""

    model: FailureModel
    metrics: dict[str, Any]
    probability: Array
    alarm: Flags


def classify(
    table: EventTable, budget: str, seed: int = 0, progress: Callback | None = None, stop: Stop | None = None
) -> Classified:
    """Train and judge by 5-fold cross-validation, repeated with further seeds where the budget is full.

    Raises
    ------
    StoppedError
        `stop` said so.

    """
    effort = EFFORTS[budget]
    work = Work(dict(zip(STAGES, (8, 2, 1), strict=True)), TEXTS, progress, stop)
    inputs, target = table.inputs.to_numpy(dtype="float64"), table.target
    names = list(map(str, table.inputs.columns))
    seeds = [seed + turn for turn in range(effort.repeats)]
    started = time.monotonic()
    work.at("stage-forest")
    folds = [list(_split(target, table.groups, each)) for each in seeds]
    jobs = len(seeds) * FOLDS + 1
    probability, alarms, scores = np.zeros(len(target)), np.zeros(len(target)), []
    losses: list[Array] = []
    for turn, (each, parts) in enumerate(zip(seeds, folds, strict=True)):
        for number, (train, test) in enumerate(parts):
            work.at("stage-forest", (turn * FOLDS + number) / jobs)
            groups = None if table.groups is None else table.groups[train]
            model = fit_forest(inputs[train], target[train], groups, effort, each, names)
            found = model.probability(inputs[test])
            probability[test] += found / len(seeds)
            alarms[test] += (found >= model.threshold) / len(seeds)
            scores.append(_score(target[test], found, found >= model.threshold))
            if turn == 0:
                losses.append(_importance(model, inputs[test], target[test], each))
    model = fit_forest(inputs, target, table.groups, effort, seed, names)
    seconds = time.monotonic() - started
    work.at("stage-baselines")
    baselines = {name: _baseline(name, inputs, target, folds[0]) for name in ("logistic", "dummy")}
    work.at("stage-judge")
    alarm = alarms >= 0.5
    metrics = {
        "kind": "events",
        **_averaged(scores),
        **_ranges(target, probability, alarm, seed),
        "threshold": model.threshold,
        "rows": len(target),
        "failures": table.failures,
        "folds": FOLDS,
        "seeds": seeds,
        "confusion": _confusion(target, alarm),
        "calibration": _calibration(target, probability),
        "importance": dict(zip(names, np.mean(losses, axis=0).tolist(), strict=True)),
        "modes": {name: {"rows": int(rows.sum()), **_found(rows, target, alarm)} for name, rows in table.modes.items()},
        "rejected": list(table.rejected),
        "baselines": baselines,
        "train_seconds": round(seconds, 2),
        "device": "cpu",
    }
    work.at("stage-judge", 1.0)
    return Classified(model, metrics, probability, alarm)


def fit_forest(
    inputs: Array, target: Flags, groups: Groups, effort: Effort, seed: int, names: Sequence[str]
) -> FailureModel:
    """Fit forest, calibration and threshold on these rows alone."""
    medians = np.nan_to_num(np.nanmedian(inputs, axis=0))
    filled = np.where(np.isnan(inputs), medians, inputs)
    forest = RandomForestClassifier(
        effort.trees,
        min_samples_leaf=2,
        max_features=0.5,
        oob_score=groups is None,
        n_jobs=effort.threads or len(os.sched_getaffinity(0)),
        random_state=seed,
    )
    if groups is None:
        votes = forest.fit(filled, target).oob_decision_function_[:, 1]
    else:
        # A tree has seen other rows of the same machine: rows it did not draw would flatter it.
        parts = GroupKFold(min(3, len(np.unique(groups))))
        votes = cross_val_predict(forest, filled, target, groups=groups, cv=parts, method="predict_proba")[:, 1]
        forest.fit(filled, target)
    votes = np.nan_to_num(votes, nan=float(target.mean()))
    platt = LogisticRegression(C=1e6).fit(log_odds(votes)[:, None], target)
    slope, offset = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    threshold = _threshold(target, calibrated(votes, slope, offset))
    return FailureModel(tuple(names), medians, forest, slope, offset, threshold)


def _split(target: Flags, groups: Groups, seed: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    if groups is None:
        yield from StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(target, target)
    else:
        yield from StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed).split(target, target, groups)


def _threshold(target: Flags, probability: Array) -> float:
    precision, recall, _ = precision_recall_curve(target, probability)
    return float((2 * precision * recall / np.maximum(precision + recall, 1e-12)).max() / 2)


def _baseline(name: str, inputs: Array, target: Flags, parts: list[Any]) -> dict[str, float]:
    """Return the figures of a method that everybody knows, on the same folds and inputs."""
    scores = []
    for train, test in parts:
        simple = LogisticRegression(max_iter=2000) if name == "logistic" else DummyClassifier(strategy="prior")
        fitted = make_pipeline(SimpleImputer(keep_empty_features=True), StandardScaler(), simple)
        fitted.fit(inputs[train], target[train])
        threshold = _threshold(target[train], fitted.predict_proba(inputs[train])[:, 1])
        found = fitted.predict_proba(inputs[test])[:, 1]
        scores.append(_score(target[test], found, found >= threshold))
    return _averaged(scores)


def _score(target: Flags, probability: Array, alarm: Flags) -> dict[str, float]:
    hits = int((target & alarm).sum())
    return {
        "average_precision": float(average_precision_score(target, probability)) if target.any() else float("nan"),
        "f1": float(f1_score(target, alarm, zero_division=0)),
        "precision": hits / max(int(alarm.sum()), 1),
        "recall": hits / max(int(target.sum()), 1),
        "brier": float(brier_score_loss(target, probability)),
    }


def _averaged(scores: list[dict[str, float]]) -> dict[str, float]:
    return {name: float(np.nanmean([each[name] for each in scores])) for name in scores[0]}


def _ranges(target: Flags, probability: Array, alarm: Flags, seed: int) -> dict[str, float]:
    """Return the 90 % ranges of both headline figures over resampled rows."""
    generator = np.random.default_rng(seed)
    drawn = [generator.integers(0, len(target), len(target)) for _ in range(_RESAMPLES)]
    drawn = [rows for rows in drawn if target[rows].any()]
    precisions = [average_precision_score(target[rows], probability[rows]) for rows in drawn]
    f1s = [f1_score(target[rows], alarm[rows], zero_division=0) for rows in drawn]
    found = {}
    for name, values in (("average_precision", precisions), ("f1", f1s)):
        found[f"{name}_low"], found[f"{name}_high"] = map(float, np.quantile(values, [0.05, 0.95]))
    return found


def _confusion(target: Flags, alarm: Flags) -> dict[str, int]:
    return {
        "true_alarms": int((target & alarm).sum()),
        "false_alarms": int((~target & alarm).sum()),
        "missed": int((target & ~alarm).sum()),
        "quiet": int((~target & ~alarm).sum()),
    }


def _calibration(target: Flags, probability: Array) -> list[dict[str, float]]:
    """Return, in bins of the probability, what was said and what happened, with its 90 % range (Wilson 1927)."""
    number = np.minimum((probability * _BINS).astype(int), _BINS - 1)
    found = []
    for each in np.unique(number):
        rows, share = int((number == each).sum()), float(target[number == each].mean())
        spread = _Z**2 / rows
        middle, half = share + spread / 2, _Z * np.sqrt(share * (1 - share) / rows + spread / (4 * rows))
        low, high = ((middle + side * half) / (1 + spread) for side in (-1, 1))
        said = float(probability[number == each].mean())
        found.append({"predicted": said, "observed": share, "low": float(low), "high": float(high), "rows": rows})
    return found


def _importance(model: FailureModel, inputs: Array, target: Flags, seed: int) -> Array:
    """Return how much average precision is lost when one input is shuffled among unseen rows (Breiman 2001)."""
    if not target.any():
        return np.zeros(inputs.shape[1])
    generator = np.random.default_rng(seed)
    whole = average_precision_score(target, model.probability(inputs))
    lost = []
    for column in range(inputs.shape[1]):
        shuffled = inputs.copy()
        shuffled[:, column] = generator.permutation(shuffled[:, column])
        lost.append(whole - average_precision_score(target, model.probability(shuffled)))
    return np.array(lost)


def _found(rows: Flags, target: Flags, alarm: Flags) -> dict[str, int]:
    return {"failed": int((rows & target).sum()), "found": int((rows & target & alarm).sum())}
