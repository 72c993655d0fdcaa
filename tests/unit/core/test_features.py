"""Features: right by arithmetic, blind to the future, and independent of the operating regime."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio_core.usecases.predictive_maintenance import Fleet
from studio_core.usecases.predictive_maintenance.features import Describer, Normaliser


def _histories(units: int = 6, cycles: int = 80, regimes: int = 1, seed: int = 0) -> pd.DataFrame:
    generator = np.random.default_rng(seed)
    rows = units * cycles
    load = generator.integers(0, regimes, rows) * 10.0 + generator.normal(0, 0.01, rows)
    return pd.DataFrame(
        {
            "unit": np.repeat(np.arange(units), cycles),
            "cycle": np.tile(np.arange(1, cycles + 1), units),
            "load": load,
            "heat": 100 * load + generator.normal(0, 1, rows),
            "flat": 7.0,
        }
    )


def _normaliser(histories: pd.DataFrame) -> Normaliser:
    return Normaliser.fit(histories, ["load"], ["heat", "flat"])


@pytest.mark.parametrize("regimes", [1, 2, 3, 6])
def test_operating_regimes_are_found_and_taken_out(regimes: int) -> None:
    histories = _histories(regimes=regimes)
    normaliser = _normaliser(histories)
    assert len(normaliser.centres) == regimes
    normalised = normaliser(histories)
    for regime in range(regimes):
        rows = normalised[normaliser.regime(histories) == regime, 0]
        assert abs(rows.mean()) < 1e-9
        assert rows.std() == pytest.approx(1)


def test_a_constant_sensor_is_left_out() -> None:
    assert _normaliser(_histories()).sensors == ("heat",)


def test_fleets_without_settings_have_one_regime() -> None:
    normaliser = Normaliser.fit(_histories(), [], ["heat"])
    assert len(normaliser.centres) == 1
    assert normaliser.regime(_histories()).tolist() == [0] * 480


def test_windows_against_plain_arithmetic() -> None:
    histories = _histories(units=2)
    normaliser = _normaliser(histories)
    describer = Describer(normaliser)
    table = pd.DataFrame(describer(histories), columns=describer.names)
    values = normaliser(histories)[:, 0]
    for row in (0, 3, 30, 79, 80, 130):
        start = 0 if row < 80 else 80
        past = values[start : row + 1]
        for window in (5, 20, 50):
            assert table.loc[row, f"heat mean {window}"] == pytest.approx(past[-window:].mean(), abs=1e-5)
        for window in (20, 50):
            recent = past[-window:]
            slope = np.polyfit(np.arange(len(recent)), recent, 1)[0] if len(recent) > 2 else 0.0
            expected = slope * window
            if len(recent) > 2:
                assert table.loc[row, f"heat slope {window}"] == pytest.approx(expected, abs=1e-3)
        assert table.loc[row, "heat since beginning"] == pytest.approx(past[-5:].mean() - past[:40].mean(), abs=1e-5)
        assert table.loc[row, "age"] == row - start + 1


@settings(max_examples=15, deadline=None)
@given(cut=st.integers(1, 79), seed=st.integers(0, 5))
def test_features_never_look_into_the_future(cut: int, seed: int) -> None:
    histories = _histories(units=3, seed=seed, regimes=2)
    describer = Describer(_normaliser(histories))
    whole = describer(histories)
    for unit in range(3):
        rows = (histories["unit"] == unit) & (histories["cycle"] <= cut)
        np.testing.assert_allclose(describer(histories[rows]), whole[rows.to_numpy()], atol=1e-5)


def test_a_wild_reading_is_held_back(fleet: Fleet) -> None:
    history = fleet.history(fleet.units()[0]).copy()
    normaliser = Normaliser.fit(fleet.train, ["speed", "torque"], ["vibration", "ambient"])
    history.loc[5, "vibration"] = 1e9
    assert np.abs(normaliser(history)).max() <= 10
