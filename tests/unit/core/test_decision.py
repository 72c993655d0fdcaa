"""Maintenance costs: by hand on three units, and as properties on a fleet."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio_core.usecases.predictive_maintenance import Configuration, DecisionTable, Fleet, Result, train
from studio_core.usecases.predictive_maintenance.cost_study import cost_figures
from studio_core.usecases.predictive_maintenance.policies import Today
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
    result.decision.evaluate(planned_cost=1, failure_cost=2)
    started = time.perf_counter()
    for cost in range(2, 12):
        decision = result.decision.evaluate(planned_cost=1, failure_cost=cost, lead_time=5)
    assert (time.perf_counter() - started) / 10 < 0.075
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


def test_late_and_missing_alarms_are_told_apart() -> None:
    parts = [
        pd.DataFrame({"unit": unit, "cycle": np.arange(1, 21), "rul": rul})
        for unit, rul in (("seen", np.arange(19, -1, -1.0)), ("late", np.r_[np.full(17, 30.0), 4, 3, 2]), ("no", 30.0))
    ]
    decision = DecisionTable(pd.concat(parts), cap=25).evaluate(
        planned_cost=1, failure_cost=4, lead_time=3, threshold=5
    )
    assert (decision.planned, decision.failures, decision.late, decision.missed) == (1, 2, 1, 1)


def test_inspections_between_which_nobody_looks(three: DecisionTable) -> None:
    # Looked at in cycles 10, 20 and 30 only: the alarm of the last two units comes at their last but one look.
    decision = three.evaluate(planned_cost=1, failure_cost=4, threshold=12, inspection=10, inspection_cost=0.5)
    assert (decision.planned, decision.failures) == (2, 1)
    assert decision.cost_rate == pytest.approx((1 + 1 + 4 + 0.5 * (1 + 1 + 2)) / (10 + 10 + 20))


def test_standstill_is_part_of_the_cost(three: DecisionTable) -> None:
    hours = {"downtime_cost": 10, "planned_hours": 0.5, "failure_hours": 3}
    with_hours = three.evaluate(planned_cost=1, failure_cost=4, lead_time=2, **hours)
    all_in = three.evaluate(planned_cost=6, failure_cost=34, lead_time=2)
    assert with_hours.cost_rate == all_in.cost_rate
    assert with_hours.estimates == all_in.estimates
    assert with_hours.run_to_failure == pytest.approx(3 * 34 / 60)


@pytest.mark.parametrize(
    ("today", "rate"),
    [
        (Today(), 12 / 60),
        (Today("age", 15), (4 + 1 + 1) / (10 + 15 + 15)),
        # Within 10 cycles a third of the units fails, once.
        (Today("fixed-interval", 10), (1 + 4 / 3) / 10),
        (Today("condition", 0.5, 0.1), 2.5 * 3 / (60 * 0.95)),
    ],
)
def test_todays_policy_by_hand(three: DecisionTable, today: Today, rate: float) -> None:
    decision = three.evaluate(planned_cost=1, failure_cost=4, lead_time=2, today=today)
    assert decision.today == pytest.approx(rate)
    assert decision.estimates["today"].value == pytest.approx(rate)
    assert decision.saving_vs_today == pytest.approx(1 - decision.cost_rate / rate)


@pytest.mark.parametrize(
    "today", [Today("age", 0), Today("fixed-interval", 61), Today("condition", 1.1), Today("hope")]
)
def test_a_policy_nobody_can_follow_is_refused(three: DecisionTable, today: Today) -> None:
    with pytest.raises(DataError) as caught:
        three.evaluate(planned_cost=1, failure_cost=4, today=today)
    assert caught.value.remedy("de")


def test_break_even_lies_where_the_saving_changes_sign(result: Result) -> None:
    found = result.decision.evaluate(planned_cost=1000, failure_cost=5000, lead_time=5)
    assert found.break_even is not None
    assert 1000 <= found.break_even < 5000
    saving = result.decision.evaluate(planned_cost=1000, failure_cost=found.break_even * 1.1, lead_time=5)
    assert saving.estimates["saving_vs_age_replacement"].value > 0
    assert found.estimates["saving_vs_age_replacement"].low > 0
    if found.grey_zone:
        assert found.grey_zone[0] <= found.break_even <= found.grey_zone[1]


def test_predictions_that_know_nothing_leave_the_answer_open() -> None:
    generator = np.random.default_rng(0)
    parts = [
        pd.DataFrame({"unit": unit, "cycle": np.arange(1, life + 1), "rul": generator.uniform(5, 100, life)})
        for unit, life in enumerate(generator.integers(60, 200, 40))
    ]
    decision = DecisionTable(pd.concat(parts), cap=100).evaluate(planned_cost=1, failure_cost=3)
    assert decision.estimates["saving_vs_age_replacement"].high < 0.05
    assert decision.break_even is None or decision.grey_zone is not None


def test_what_a_manager_says_reaches_the_figures(three: DecisionTable) -> None:
    asked = Configuration(planned_cost=1, failure_cost=4, lead_time=2, inspection=1, downtime_cost=10, failure_hours=3)
    figures = cost_figures(three, **asked.costs(), today=Today("age", 15))
    assert figures["run_to_failure"]["value"] == pytest.approx(3 * 34 / 60)
    assert figures["today"]["value"] == pytest.approx((34 + 1 + 1) / 40)
    assert figures["todays_policy"] == {"policy": "age", "value": 15, "given_away": 0.0}
    assert (figures["planned_with_downtime"], figures["failure_with_downtime"]) == (1, 34)


def test_a_policy_that_cannot_be_is_refused_before_the_training(fleet: Fleet) -> None:
    started = time.perf_counter()
    with pytest.raises(DataError) as caught:
        train(fleet, Configuration(today="fixed-interval", today_value=0))
    assert caught.value.key == "policy-cycles"
    assert time.perf_counter() - started < 2
