"""Training, the model and what is asked of it."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import skops.io
import torch
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer

from studio_core.runs.progress import Step, StoppedError
from studio_core.usecases.predictive_maintenance import Configuration, Fleet, Result, read_cmapss, simulate_fleet, train
from studio_core.usecases.predictive_maintenance.evaluate import coverage, judge, nasa_score, rmse
from studio_core.usecases.predictive_maintenance.intervals import Intervals
from studio_core.usecases.predictive_maintenance.labels import assign_folds, label
from studio_core.usecases.predictive_maintenance.model import RemainingLifeModel
from studio_core.usecases.predictive_maintenance.network import Schedule, fit_network
from studio_messages import DataError, ModelError


def test_quick_training_beats_ridge_and_says_how_sure_it_is(result: Result) -> None:
    metrics = result.metrics
    assert metrics["rmse"] < metrics["baselines"]["ridge"]["rmse"]
    assert metrics["rmse_low"] < metrics["rmse"] < metrics["rmse_high"]
    assert metrics["rmse_uncapped"] >= metrics["rmse"]
    assert 0.7 <= metrics["coverage_90"] <= 1
    assert json.loads(json.dumps(metrics)) == metrics


def test_where_no_truth_is_known_baselines_are_judged_by_cross_validation(fleet: Fleet, result: Result) -> None:
    metrics = train(replace(fleet, test_rul=None), result.configuration).metrics
    assert "rmse" not in metrics
    judged = metrics["cross_validation"]
    assert judged == result.metrics["cross_validation"]
    assert set(judged["baselines"]) == {"ridge", "gradient_boosting"}
    assert judged["rmse"] < judged["baselines"]["ridge"]["rmse"]


def test_predictions_are_sorted_by_urgency_and_within_bounds(result: Result) -> None:
    predicted = result.predict()
    assert predicted.columns.tolist() == ["unit", "cycle", "rul", "low", "high", "spread"]
    assert predicted["rul"].is_monotonic_increasing
    assert sorted(predicted["unit"]) == result.fleet.units("test")
    assert ((predicted["low"] <= predicted["rul"]) & (predicted["rul"] <= predicted["high"])).all()
    assert predicted[["low", "rul", "high"]].to_numpy().min() >= 0
    assert predicted[["low", "rul", "high"]].to_numpy().max() <= 125


def test_a_course_ends_where_the_prediction_is(result: Result) -> None:
    urgent = result.predict().iloc[0]
    course = result.course(urgent["unit"])
    assert len(course) == len(result.fleet.history(urgent["unit"]))
    assert course["rul"].iloc[-1] == pytest.approx(urgent["rul"], abs=1e-3)


def test_the_same_seed_gives_the_same_model(fleet: Fleet, result: Result) -> None:
    again = train(fleet, result.configuration)
    pd.testing.assert_frame_equal(again.predict(), result.predict())


def test_a_saved_model_predicts_the_same_after_a_move(result: Result, tmp_path: Path) -> None:
    result.save(tmp_path / "here" / "model")
    (tmp_path / "here").rename(tmp_path / "there")
    loaded = RemainingLifeModel.load(tmp_path / "there" / "model")
    pd.testing.assert_frame_equal(loaded.predict(result.fleet.test), result.predict())


@pytest.mark.parametrize("file", ["config.json", "network.safetensors", "trees.skops"])
def test_a_damaged_model_is_refused_in_a_sentence(result: Result, tmp_path: Path, file: str) -> None:
    result.save(tmp_path)
    (tmp_path / file).write_bytes(b"\x80\x04not a model")
    with pytest.raises(ModelError) as caught:
        RemainingLifeModel.load(tmp_path)
    assert caught.value.key == "model-unreadable"


def test_a_model_file_with_foreign_parts_is_not_opened(result: Result, tmp_path: Path) -> None:
    result.save(tmp_path)
    skops.io.dump([make_pipeline(FunctionTransformer(Path.unlink), Ridge())], tmp_path / "trees.skops")
    with pytest.raises(ModelError) as caught:
        RemainingLifeModel.load(tmp_path)
    assert caught.value.key == "model-untrusted"


def test_a_missing_channel_is_named(result: Result) -> None:
    with pytest.raises(ModelError) as caught:
        result.predict(result.fleet.test.drop(columns="coolant_flow"))
    assert caught.value.values["channel"] == "coolant_flow"


def test_numpy_and_torch_agree_and_autocast_changes_little() -> None:
    generator = np.random.default_rng(0)
    features = generator.normal(size=(400, 6)).astype("float32")
    target = (1 / (1 + np.exp(-features[:, 0]))).astype("float32")
    rows = [np.arange(300), np.arange(100, 400)]
    trained = fit_network(
        features,
        target,
        rows,
        Schedule(hidden=(16,), steps=200, batch=64),
        seed=0,
        device=torch.device("cpu"),
        mixed=False,
        advance=lambda share: None,
    )
    predicted = trained.predict(features)
    assert predicted.shape == (2, 400)
    hidden = torch.from_numpy((features - trained.mean) / trained.scale)
    for member in range(2):
        layer = torch.nn.functional.silu(
            hidden @ torch.from_numpy(trained.weights[0][member]) + torch.from_numpy(trained.biases[0][member])
        )
        out = layer @ torch.from_numpy(trained.weights[1][member]) + torch.from_numpy(trained.biases[1][member])
        np.testing.assert_allclose(predicted[member], out[:, 0].numpy(), atol=1e-5)
    assert np.abs(predicted.mean(axis=0) - target).mean() < 0.05


def test_progress_rises_through_all_stages_and_speaks_both_languages(fleet: Fleet) -> None:
    steps: list[Step] = []
    train(fleet, Configuration(budget="quick"), progress=steps.append)
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert len({step.stage for step in steps}) == 5
    assert {step.text("de") for step in steps} != {step.text("en") for step in steps}
    assert steps[-1].remaining_s == 0


def test_stop_is_obeyed(fleet: Fleet) -> None:
    stop = threading.Event()

    def soon(step: Step) -> None:
        if step.stage == "stage-network":
            stop.set()

    with pytest.raises(StoppedError):
        train(fleet, Configuration(budget="quick"), progress=soon, stop=stop.is_set)


def test_too_few_failures_stop_the_work() -> None:
    fleet = simulate_fleet(40, 5, censored=0.8)
    with pytest.raises(DataError) as caught:
        train(fleet, Configuration(budget="quick"))
    assert caught.value.values == {"failures": 8, "needed": 20}
    assert fleet.quality().findings[1].severe


def test_censored_units_teach_only_what_is_known() -> None:
    histories = pd.DataFrame({"unit": ["f"] * 4 + ["c"] * 4, "cycle": [1, 2, 3, 4] * 2})
    ends = pd.DataFrame({"failed": [True, False]}, index=["f", "c"])
    rul, known = label(histories, ends, cap=2)
    assert rul.tolist() == [2, 2, 1, 0, 2, 2, 1, 0]
    assert known.tolist() == [True, True, True, True, True, True, False, False]


def test_folds_keep_units_together_and_are_even() -> None:
    units = pd.Series(np.repeat(np.arange(23), 7))
    folds = assign_folds(units, 5, seed=1)
    assert pd.Series(folds).groupby(units).nunique().max() == 1
    assert set(np.bincount(folds[::7])) <= {4, 5}


def test_figures_by_hand() -> None:
    predicted, true = np.array([10.0, 50.0, 120.0]), np.array([20.0, 40.0, 200.0])
    assert rmse(predicted, true) == pytest.approx(np.sqrt((100 + 100 + 6400) / 3))
    assert nasa_score(predicted[:2], true[:2]) == pytest.approx(np.exp(10 / 13) - 1 + np.exp(1) - 1)
    judged = judge(predicted, true, cap=125)
    assert judged["rmse"] == pytest.approx(np.sqrt((100 + 100 + 25) / 3))
    assert judged["rmse_uncapped"] == pytest.approx(rmse(predicted, true))
    assert coverage(np.array([0.0, 9.0]), np.array([5.0, 10.0]), np.array([5.0, 10.1])) == 0.5


def test_intervals_cover_what_they_promise_where_errors_grow() -> None:
    generator = np.random.default_rng(0)
    true = generator.uniform(0, 125, 20000)
    predicted = true + generator.normal(0, 1 + true / 10)
    intervals = Intervals.fit(predicted[:10000], true[:10000], units=10000)
    low, high = intervals(predicted[10000:], cap=200)
    for part in (predicted[10000:] < 40, predicted[10000:] > 80):
        assert coverage(low[part], high[part], true[10000:][part]) == pytest.approx(0.9, abs=0.05)


def test_few_units_make_intervals_wider() -> None:
    predicted = np.zeros(1000)
    true = np.random.default_rng(0).normal(size=1000)
    widths = [
        float((fit.upper - fit.lower)[0])
        for fit in (Intervals.fit(predicted, true, units, bins=1) for units in (20, 200))
    ]
    assert widths[0] > widths[1] > 2 * 1.55


def test_explanation_names_the_sensor_of_the_fault(result: Result) -> None:
    ends = result.fleet.ends
    hits = {"bearing": {"envelope", "vibration"}, "cooling": {"coolant_flow"}}
    for mode, sensors in hits.items():
        units = ends.index[ends["mode"] == mode][:10]
        tops = [set(result.explain(unit, "train")["sensor"].head(2)) & sensors for unit in units]
        assert sum(map(bool, tops)) >= 0.7 * len(units), (mode, tops)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_full_training_on_real_engines_holds_its_figures(cmapss: Path) -> None:
    trained = train(read_cmapss(cmapss, "FD001"), Configuration())
    metrics = trained.metrics
    assert metrics["rmse"] < 9.8
    assert metrics["rmse"] < metrics["sequence"]["rmse"]
    assert 0.15 < metrics["saving_vs_age_replacement"]["low"] < metrics["saving_vs_age_replacement"]["high"] < 0.6
    assert metrics["rmse"] < metrics["baselines"]["gradient_boosting"]["rmse"] < metrics["baselines"]["ridge"]["rmse"]
    assert metrics["nasa_score"] < 170
    assert 0.82 <= metrics["coverage_90"] <= 0.97
    assert metrics["width_90"] < 28


def test_quick_training_on_real_engines(cmapss: Path) -> None:
    metrics = train(read_cmapss(cmapss, "FD001"), Configuration(budget="quick")).metrics
    assert metrics["rmse"] < 12
    assert metrics["rmse"] < metrics["baselines"]["ridge"]["rmse"]
