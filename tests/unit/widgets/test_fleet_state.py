"""The app's state: what is urgent, what a browser may change, and what happens when the work fails."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from studio_messages import Catalogue, DataError, use_language
from studio_widgets.predictive_maintenance.state import FleetState, rows_of

CORE = Catalogue("studio_core.usecases.predictive_maintenance")
PREDICTIONS = pd.DataFrame(
    {
        "unit": ["A", "B", "C"],
        "cycle": [100, 90, 80],
        "rul": [10.0, 40.0, 125.0],
        "low": [0.0, 25.0, 110.0],
        "high": [20.0, 60.0, 125.0],
    }
)


def _result(predictions=PREDICTIONS, threshold=30):
    asked = []

    def evaluate(**costs):
        asked.append(costs)
        return SimpleNamespace(threshold=threshold)

    sensors = (SimpleNamespace(name="vibration"), SimpleNamespace(name="flow"))
    return SimpleNamespace(
        predict=lambda: predictions,
        decision=SimpleNamespace(evaluate=evaluate),
        fleet=SimpleNamespace(sensors=sensors),
        asked=asked,
    )


@pytest.fixture
def state():
    made = FleetState()
    made.finish(_result())
    return made


def test_advice_follows_prediction_and_range():
    assert [row.urgency for row in rows_of(PREDICTIONS, 30)] == ["now", "soon", "fine"]
    assert [row.urgency for row in rows_of(PREDICTIONS, 0)] == ["soon", "fine", "fine"]


def test_the_most_urgent_unit_is_shown_first(state):
    assert (state.phase, state.selected, state.row.rul) == ("ready", "A", 10.0)


def test_a_unit_a_browser_made_up_changes_nothing(state):
    state.selected = "B"
    state.selected = "<script>"
    assert state.selected == "B"


def test_a_sensor_a_browser_made_up_changes_nothing(state):
    state.sensor = "flow"
    state.sensor = "__class__"
    assert state.sensor == "flow"


def test_costs_reach_the_decision(state):
    state.planned_cost = 1234
    assert state.decision.threshold == 30
    assert state.result.asked[-1] == {"planned_cost": 1234, "failure_cost": 30000, "lead_time": 9}


def test_reset_equals_a_fresh_start(state):
    fresh = FleetState()
    fresh.finish(state.result)
    state.selected, state.planned_cost, state.failure_cost, state.lead_time = "C", 1, 2, 3
    state.sensor, state.change = "flow", -30
    state.noise, state.wear, state.censored = 2.0, 0.5, 40
    state.reset()
    assert state.trait_values() == fresh.trait_values()


def test_units_may_be_numbers():
    state = FleetState()
    state.finish(_result(PREDICTIONS.assign(unit=[7, 8, 9])))
    state.selected = "8"
    assert state.row.unit == "8"


def test_a_foreseen_error_says_what_to_do():
    state = FleetState()
    with use_language("en"):
        state.fail(DataError(CORE, "decision-no-failures"))
    assert state.phase == "failed"
    assert "Add units that ran until they failed." in state.failure


def test_an_unforeseen_error_stays_in_the_log(caplog):
    state = FleetState()
    with use_language("en"):
        state.fail(RuntimeError("inner workings"))
    assert "inner workings" not in state.failure
    assert "inner workings" in caplog.text
