"""The simulated fleet: reproducible, physically plausible, and never passed off as real."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from pydantic import ValidationError

from studio_core.usecases.predictive_maintenance import Configuration, Fleet, simulate_fleet
from studio_core.usecases.predictive_maintenance.configuration import SIMULATED


def test_the_same_seed_gives_the_same_fleet_and_another_a_different_one() -> None:
    one, same, other = (simulate_fleet(30, 10, seed=seed) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(one.train, same.train)
    assert not one.train.head(50).equals(other.train.head(50))


def test_it_says_that_it_is_simulated(fleet: Fleet) -> None:
    assert fleet.simulated
    assert "simulated" in fleet.origin("en").lower()
    assert "simulierte" in fleet.origin("de").lower()


def test_lives_differ_and_both_ways_of_failing_occur(fleet: Fleet) -> None:
    lives = fleet.train.groupby("unit").size()
    assert lives.std() > 30
    assert 40 < lives.median() < 400
    assert {"bearing", "cooling"} <= set(fleet.ends["mode"])
    assert int((~fleet.ends["failed"]).sum()) == round(0.15 * 60)
    assert set(fleet.ends.loc[~fleet.ends["failed"], "mode"]) == {""}


def test_each_way_of_failing_shows_in_its_own_sensor() -> None:
    fleet = simulate_fleet(120, 5, censored=0, seed=0)
    changes = {}
    for unit in fleet.units("train"):
        history = fleet.history(unit, "train")
        first, last = history.head(15).mean(numeric_only=True), history.tail(15).mean(numeric_only=True)
        changes[unit] = last / first
    change = pd.DataFrame(changes).T
    mode = fleet.ends["mode"]
    assert change.loc[mode == "bearing", "envelope"].median() > 3
    assert change.loc[mode == "cooling", "coolant_flow"].median() < 0.6
    assert abs(change["ambient"].median() - 1) < 0.2


def test_readings_are_possible_and_units_in_service_have_life_left(fleet: Fleet) -> None:
    readings = fleet.train[[channel.name for channel in fleet.channels]]
    assert np.isfinite(readings.to_numpy()).all()
    assert (readings[["vibration", "envelope", "coolant_flow", "speed"]] > 0).all().all()
    assert readings["bearing_temperature"].between(10, 200).all()
    assert fleet.test_rul is not None
    assert (fleet.test_rul > 0).all()
    assert fleet.test_rul.index.tolist() == fleet.units("test")


def test_gaps_leave_ends_and_everything_else_as_they_were() -> None:
    whole, gappy = simulate_fleet(30, 10, gaps=0, seed=4), simulate_fleet(30, 10, gaps=0.1, seed=4)
    assert whole.quality().gaps == 0
    assert 0.06 < gappy.quality().gaps / len(whole.train) < 0.13
    shared = whole.train.merge(gappy.train, how="inner")
    assert len(shared) == len(gappy.train)
    for part in ("train", "test"):
        ends = [getattr(fleet, part).groupby("unit")["cycle"].agg(["min", "max"]) for fleet in (whole, gappy)]
        pd.testing.assert_frame_equal(*ends)


def test_each_setting_does_what_it_says() -> None:
    usual, quiet, worn, steady = (
        simulate_fleet(40, 5, censored=0, seed=2, **change)
        for change in ({}, {"noise": 0.0}, {"wear": 3.0, "fouling": 0.0}, {"drift": 10.0})
    )
    assert set(worn.ends["mode"]) == {"bearing"}
    assert worn.train.groupby("unit").size().median() < usual.train.groupby("unit").size().median()

    def roughness(fleet: Fleet) -> float:
        return float(fleet.train["ambient"].diff().abs().median())

    assert roughness(quiet) < 0.1 < roughness(usual)

    def wander(fleet: Fleet) -> float:
        return float((fleet.train["coolant_flow"] - usual.train["coolant_flow"]).abs().mean())

    assert wander(steady) > 0.1


def test_settings_have_bounds_that_a_screen_can_show() -> None:
    for name in SIMULATED:
        limits = [
            next(getattr(each, end) for each in Configuration.model_fields[name].metadata if hasattr(each, end))
            for end in ("ge", "le")
        ]
        assert limits[0] <= Configuration.model_fields[name].default <= limits[1]
        assert Configuration.model_fields[name].description
    with pytest.raises(ValidationError):
        Configuration(gaps=0.5)
