"""Maintenance costs: by hand on three units, and as properties on a fleet."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio_core.usecases.predictive_maintenance import DecisionTable, Result
from studio_messages import DataError


@pytest.fixture(scope="module")
def three() -> DecisionTable:
    """Units that live 10, 20 and 30 cycles, predicted without error."""
    parts = [
        pd.DataFrame({"unit": life, "cycle": np.arange(1, life + 1), "rul": np.arange(life - 1, -1, -1.0)})
        for life in (10, 20, 30)
    ]
    return DecisionTable(pd.concat(parts), cap=25)


def test_by_hand(three: DecisionTable) -> None:
    decision = three.evaluate(planned_cost=1, failure_cost=4, lead_time=2, threshold=5)
    # Alarms at 5, 15 and 25; replacements two cycles later, three before each failure.
    assert (decision.planned, decision.failures, decision.wasted) == (3, 0, 3)
    assert decision.cost_rate == pytest.approx(3 / (7 + 17 + 27))
    assert decision.run_to_failure == pytest.approx(12 / 60)
    assert decision.saving_vs_run_to_failure == pytest.approx(1 - (3 / 51) / (12 / 60))


def test_an_alarm_that_comes_too_late_is_a_failure(three: DecisionTable) -> None:
    decision = three.evaluate(planned_cost=1, failure_cost=4, lead_time=6, threshold=5)
    assert (decision.planned, decision.failures, decision.wasted) == (0, 3, 0)
    assert decision.cost_rate == decision.run_to_failure


def test_best_age_by_hand(three: DecisionTable) -> None:
    # Replacing at 9 costs 3 / 27; later ages meet the first failure.
    decision = three.evaluate(planned_cost=1, failure_cost=100)
    assert (decision.replacement_age, decision.age_replacement) == (9, pytest.approx(3 / 27))


@settings(max_examples=40, deadline=None)
@given(planned=st.floats(0.01, 1e6), factor=st.floats(0.5, 100), lead=st.integers(0, 40))
def test_the_chosen_threshold_is_the_cheapest(three: DecisionTable, planned: float, factor: float, lead: int) -> None:
    decision = three.evaluate(planned_cost=planned, failure_cost=planned * factor, lead_time=lead)
    assert decision.cost_rate == decision.cost_rates.min()
    assert decision.planned + decision.failures == 3
    assert len(decision.cost_rates) == len(decision.thresholds) == 26


def test_a_fleet_saves_against_doing_nothing_and_answers_at_once(result: Result) -> None:
    started = time.perf_counter()
    for cost in range(2, 12):
        decision = result.decision.evaluate(planned_cost=1, failure_cost=cost, lead_time=5)
    assert (time.perf_counter() - started) / 10 < 0.02
    assert decision.saving_vs_run_to_failure > 0.3
    assert decision.planned + decision.failures == int(result.fleet.ends["failed"].sum())


@pytest.mark.parametrize("wrong", [{"planned_cost": 0}, {"failure_cost": -1}, {"lead_time": -1}, {"threshold": 26}])
def test_wrong_figures_are_refused(three: DecisionTable, wrong: dict[str, int]) -> None:
    with pytest.raises(DataError) as caught:
        three.evaluate(**{"planned_cost": 1.0, "failure_cost": 2.0, **wrong})
    assert caught.value.remedy("de")


def test_no_failed_unit_is_a_sentence() -> None:
    with pytest.raises(DataError):
        DecisionTable(pd.DataFrame(columns=["unit", "cycle", "rul"]), cap=10)
