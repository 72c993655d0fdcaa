"""The sequence member: what it sees, that it learns, that it is kept, and when it takes part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import torch

from studio_core.runs.runner import run_usecase
from studio_core.usecases import find_usecase
from studio_core.usecases.predictive_maintenance import Configuration, Result, budgets, training
from studio_core.usecases.predictive_maintenance.evaluate import rmse
from studio_core.usecases.predictive_maintenance.labels import Labelled
from studio_core.usecases.predictive_maintenance.model import RemainingLifeModel, Weights
from studio_core.usecases.predictive_maintenance.sequence import Directions, Sequences, SequenceSchedule, fit_sequence
from studio_core.usecases.predictive_maintenance.stacking import stack

SMALL = SequenceSchedule(directions=3, context=24, patch=8, width=16, layers=1, steps=60, batch=64)


@pytest.fixture(scope="module")
def learnt(result: Result) -> tuple[Result, Labelled, Sequences]:
    """One small transformer, trained in bfloat16 as on a GPU."""
    normaliser = result.model.describer.normaliser
    labelled = Labelled.of(result.fleet, result.model.describer, result.model.cap)
    empty = Sequences(Directions.fit(normaliser(result.fleet.train), SMALL.directions), SMALL, ())
    windows = empty.windows(result.fleet.train, normaliser)
    state = fit_sequence(
        windows,
        labelled.target,
        labelled.index,
        np.arange(len(labelled.target)),
        SMALL,
        seed=0,
        device=torch.device("cpu"),
        mixed=True,
        advance=lambda share: None,
    )
    return result, labelled, replace(empty, states=(state,))


def test_windows_against_plain_arithmetic(learnt: tuple[Result, Labelled, Sequences]) -> None:
    result, _, sequences = learnt
    normaliser = result.model.describer.normaliser
    history = result.fleet.history(result.fleet.units("train")[1], "train")
    before = result.fleet.history(result.fleet.units("train")[0], "train")
    both = pd.concat([before, history])
    moved = normaliser(history) @ sequences.directions.matrix
    windows = sequences.windows(both, normaliser)
    for row in (0, 5, 23, 24, 50):
        (seen,) = windows(np.array([len(before) + row]))
        length = min(row + 1, SMALL.context)
        expected = moved[row + 1 - length : row + 1] - moved[: min(row + 1, 40)].mean(axis=0)
        np.testing.assert_allclose(seen[-length:, :3], expected, atol=1e-4)
        np.testing.assert_allclose(seen[-1, 3], history["cycle"].iloc[row] / 100, atol=1e-6)
        assert not seen[:-length].any()


def test_mixed_precision_learns_and_leaves_weights_in_full(learnt: tuple[Result, Labelled, Sequences]) -> None:
    result, labelled, sequences = learnt
    windows = sequences.windows(result.fleet.train, result.model.describer.normaliser)
    found = sequences.predict(windows, labelled.index)[0]
    kinds = {array.dtype for array in sequences.states[0].values() if array.dtype.kind == "f"}
    assert kinds == {np.dtype("float32")}
    assert rmse(found, labelled.target) < 0.8 * labelled.target.std()


def test_the_callers_random_numbers_are_left_alone(learnt: tuple[Result, Labelled, Sequences]) -> None:
    result, labelled, sequences = learnt
    windows = sequences.windows(result.fleet.train, result.model.describer.normaliser)
    before = torch.random.get_rng_state()
    fit_sequence(
        windows,
        labelled.target,
        labelled.index,
        np.arange(500),
        replace(SMALL, steps=1),
        seed=0,
        device=torch.device("cpu"),
        mixed=False,
        advance=lambda share: None,
    )
    assert torch.equal(before, torch.random.get_rng_state())


def test_a_model_with_sequences_is_saved_and_predicts_the_same(
    learnt: tuple[Result, Labelled, Sequences], tmp_path: Path
) -> None:
    result, _, sequences = learnt
    model = replace(result.model, weights=Weights(0.5, 0.3, 0.2), sequence=sequences)
    model.save(tmp_path)
    loaded = RemainingLifeModel.load(tmp_path)
    pd.testing.assert_frame_equal(loaded.predict(result.fleet.test), model.predict(result.fleet.test))
    assert not np.allclose(model.predict(result.fleet.test)["rul"], result.predict()["rul"])
    course = model.predict(result.fleet.test, every_cycle=True).groupby("unit")["rul"].last()
    last = model.predict(result.fleet.test).set_index("unit")["rul"]
    pd.testing.assert_series_equal(course, last.loc[course.index], check_exact=False, atol=1e-3)


@pytest.mark.parametrize(("good", "takes_part"), [(True, True), (False, False)])
def test_sequences_take_part_only_where_they_clearly_help(good: bool, takes_part: bool) -> None:
    generator = np.random.default_rng(0)
    true, units = generator.uniform(0, 125, 5000), np.repeat(np.arange(50), 100)
    networks, trees = (true + generator.normal(0, 10, 5000) for _ in range(2))
    sequence = true + generator.normal(0, 10, 5000) if good else networks + generator.normal(0, 10, 5000)
    stacked = stack(networks, trees, sequence, true, units)
    assert stacked.sequence is not None
    assert (stacked.weights.sequence > 0) is takes_part
    assert stacked.weights.networks + stacked.weights.trees + stacked.weights.sequence == pytest.approx(1)
    assert (stacked.sequence["gain"]["low"] > 0) is takes_part
    assert [band["from"] for band in stacked.sequence["by_remaining_life"]] == [0, 25, 50, 75, 100]
    without = stack(networks, trees, None, true, units)
    assert without.sequence is None
    assert rmse(stacked.held_out, true) <= rmse(without.held_out, true)


def test_a_training_with_sequences_reports_them_and_goes_on_from_finished_parts(
    result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = budgets.BUDGETS["quick"]
    budget = replace(quick, sequence=SMALL, shares={**quick.shares, "stage-sequence": 5})
    monkeypatch.setitem(budgets.BUDGETS, "quick", budget)
    configuration = Configuration(budget="quick", seed=3, precision="mixed")
    first = training.train(result.fleet, configuration, unfinished=tmp_path)
    assert len(list(tmp_path.glob("*.safetensors"))) == 1 + 5 + 5
    assert {"rmse", "cross_validation_rmse", "share", "gain", "by_remaining_life"} <= set(first.metrics["sequence"])
    (tmp_path / "stage-trees-2.safetensors").write_bytes(b"cut off")
    for name in ("fit_network", "fit_sequence"):
        monkeypatch.setattr(f"studio_core.usecases.predictive_maintenance.members.{name}", None)
    steps: list[float | None] = []
    again = training.train(
        result.fleet, configuration, lambda step: steps.append(step.remaining_s), unfinished=tmp_path
    )
    assert {**again.metrics, "train_seconds": 0} == {**first.metrics, "train_seconds": 0}
    assert steps[-1] == 0
    with pytest.raises(TypeError, match="not callable"):
        training.train(result.fleet, configuration.model_copy(update={"seed": 4}), unfinished=tmp_path)


def test_the_report_says_where_raw_readings_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = budgets.BUDGETS["quick"]
    budget = replace(quick, sequence=replace(SMALL, steps=10), shares={**quick.shares, "stage-sequence": 1})
    monkeypatch.setitem(budgets.BUDGETS, "quick", budget)
    settings = ["budget=quick", "units=40", "test_units=12"]
    run_usecase(find_usecase("predictive-maintenance"), tmp_path / "run", settings=settings)
    page = (tmp_path / "run" / "report.html").read_text()
    for words in (
        "Do the raw readings tell more?",
        "Sagen die rohen Messreihen mehr?",
        "Raw readings alone",
    ):
        assert words in page
    assert page.count("<svg") == 6
    assert [path.name for path in tmp_path.iterdir()] == ["run"]
