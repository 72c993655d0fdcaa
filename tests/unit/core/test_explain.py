"""Which sensors moved, and since when: against series whose change is known, and on real engines."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from studio_core.usecases.predictive_maintenance import Result, read_cmapss
from studio_core.usecases.predictive_maintenance.explain import explain_history, find_changes
from studio_core.usecases.predictive_maintenance.features import Normaliser


@pytest.mark.parametrize(("shape", "within"), [("jump", 2), ("drift", 12)])
def test_a_change_point_is_found_where_it_is(shape: str, within: float) -> None:
    generator = np.random.default_rng(0)
    onset, rows = generator.integers(60, 160, 200), np.arange(200)[:, None]
    moved = (rows >= onset) * 3.0 if shape == "jump" else np.maximum(rows - onset, 0) * 0.1
    point, scatter = find_changes(moved + generator.normal(size=(200, 200)))
    assert np.median(np.abs(point - onset)) <= within
    assert np.median(scatter) == pytest.approx(1, abs=0.1)


def test_a_sensor_that_only_scatters_is_not_accused(result: Result) -> None:
    """Fresh noise in place of each sensor: at most one reading in fifty may look like a change."""
    fleet, normaliser = result.fleet, result.model.describer.normaliser
    generator = np.random.default_rng(1)
    accused = []
    for unit in fleet.units("train")[:30]:
        history = fleet.history(unit, "train").copy()
        regime = normaliser.regime(history)
        noise = generator.normal(size=(len(history), len(normaliser.sensors)))
        history[list(normaliser.sensors)] = noise * normaliser.scale[regime] + normaliser.mean[regime]
        accused.append(explain_history(fleet, normaliser, history)["since_cycle"].notna())
    assert np.mean(accused) <= 0.02


@pytest.mark.parametrize("rows", [1, 2, 3, 7, 25])
def test_short_histories_are_explained_too(result: Result, rows: int) -> None:
    unit = result.fleet.units("train")[0]
    history = result.fleet.history(unit, "train").head(rows)
    table = explain_history(result.fleet, result.model.describer.normaliser, history)
    assert len(table) == len(result.model.describer.normaliser.sensors)
    assert table[["begin", "now", "change_sigma"]].notna().all(axis=None)


def test_a_fouled_cooler_is_dated_to_the_first_half_and_a_bearing_to_its_end(result: Result) -> None:
    """Deposits grow from the first shift on, a bearing is damaged from a random onset; see `simulate`."""
    fleet = result.fleet
    dated: dict[str, list[float]] = {"cooling": [], "bearing": []}
    for unit, mode in fleet.ends["mode"][fleet.ends["failed"]].items():
        table = result.explain(unit, "train").set_index("sensor")
        since = table.loc["coolant_flow" if mode == "cooling" else "envelope", "since_cycle"]
        assert since is not None
        dated[mode].append(float(since) / len(fleet.history(unit, "train")))
    assert np.median(dated["cooling"]) < 0.5
    assert np.median(dated["bearing"]) > 0.4


def test_engines_that_failed_are_dated_before_their_end(cmapss: Path) -> None:
    """Static pressure and turbine temperature rise in every engine that loses its compressor, from mid-life on."""
    fleet = read_cmapss(cmapss, "FD001")
    normaliser = Normaliser.fit(
        fleet.train, [channel.name for channel in fleet.settings], [channel.name for channel in fleet.sensors]
    )
    shares, named = [], 0
    for unit in fleet.units("train"):
        table = explain_history(fleet, normaliser, fleet.history(unit, "train"))
        named += bool({"Ps30", "T50"} & set(table["sensor"].head(6)))
        since = table.set_index("sensor").loc[["Ps30", "T50"], "since_cycle"]
        shares += (since.dropna() / len(fleet.history(unit, "train"))).tolist()
    assert named >= 85
    assert len(shares) >= 195
    assert 0.3 < np.median(shares) < 0.9
    assert max(shares) < 1
