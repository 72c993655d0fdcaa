"""Own data without a notebook: a sample to begin with, columns as understood, wrong words answered in words."""

from __future__ import annotations

import pytest

from studio_core.usecases.predictive_maintenance.event_costs import event_costs
from studio_messages import DataError, StudioError, use_language
from studio_widgets.predictive_maintenance import own


@pytest.fixture
def sample(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return own.sample_file(units=30)


def test_the_sample_names_itself_simulated_and_is_understood(sample):
    assert sample.startswith("simulated")
    with use_language("de"):
        shown = repr(own.columns(sample, {"settings": "speed, torque"}))
    assert "spindle: Einheit" in shown
    assert "end: Grund des Endes" in shown
    assert "speed: Einstellung" in shown


def test_the_line_to_copy_is_what_was_understood(sample):
    html = own.columns(sample).html.unescape()
    assert 'my_columns = {"unit": "spindle", "time": "shift", "end": "end"' in html


@pytest.mark.parametrize("said", [{"sensor": "x"}, {"unit": "no such"}, {"unit": "spindle", "time": "spindle"}])
def test_wrong_words_are_answered_in_words(sample, said):
    with use_language("en"), pytest.raises(StudioError) as caught:
        own.open_own(sample, said)
    assert len(caught.value.remedy()) > 10


def test_alarms_cost_what_they_bring():
    found = event_costs({"true_alarms": 8, "false_alarms": 4, "missed": 2, "quiet": 86}, 10, 100)
    assert (found.alarms, found.missed, found.with_alarms, found.without) == (12, 2, 320, 1000)
    with pytest.raises(DataError):
        event_costs({"true_alarms": 1, "false_alarms": 0, "missed": 0, "quiet": 9}, 0, 100)
