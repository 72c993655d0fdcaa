"""What the engine tests share: real data where they are, and one quick training for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio_core.usecases.predictive_maintenance import Configuration, Fleet, Result, simulate_fleet, train


@pytest.fixture(scope="session")
def cmapss(test_data: Path) -> Path:
    """The folder with NASA's files."""
    return test_data / "cmapss"


@pytest.fixture(scope="session")
def fleet() -> Fleet:
    return simulate_fleet(units=60, test_units=30, seed=3)


@pytest.fixture(scope="session")
def result(fleet: Fleet) -> Result:
    return train(fleet, Configuration(budget="quick", seed=3))
