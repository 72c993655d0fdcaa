"""The app's model is trained once and then opened; a storage that takes nothing costs time, not the app."""

from __future__ import annotations

import numpy as np
import pytest

from studio_widgets.predictive_maintenance import store


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_the_second_opening_does_not_train(cache):
    steps: list[float] = []
    first = store.sample_result(lambda step: steps.append(step.fraction))
    trained = len(steps)
    assert trained > 5
    second = store.sample_result(lambda step: steps.append(step.fraction))
    assert len(steps) == trained
    np.testing.assert_allclose(first.predict()["rul"], second.predict()["rul"])


def test_another_shape_is_another_model(cache):
    steps: list[float] = []
    quiet = store.sample_result(lambda _: None, noise=0.5)
    usual = store.sample_result(lambda step: steps.append(step.fraction))
    assert len(steps) > 5
    assert quiet.configuration.noise == 0.5
    assert quiet.metrics["rmse"] < usual.metrics["rmse"]


def test_a_damaged_model_is_made_anew(cache):
    result = store.sample_result(lambda _: None)
    (store.cache_folder(result.fleet) / "run.json").write_text("{")
    steps: list[float] = []
    store.sample_result(lambda step: steps.append(step.fraction))
    assert len(steps) > 5


def test_a_full_storage_costs_no_app(cache, monkeypatch):
    (cache / "ai-studio").write_text("a file where the folder should be")
    assert len(store.sample_result(lambda _: None).predict()) == 40
