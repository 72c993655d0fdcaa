"""The exercises of the guide: their own solutions are right, typical wrong answers are not, nothing raises."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from studio_core.usecases.predictive_maintenance import simulate_fleet
from studio_messages import use_language
from studio_widgets.predictive_maintenance import lessons

RIGHT, NOT_YET, OPEN = "That is right.", "Not yet.", "You have not tried yet"


@pytest.fixture(scope="module")
def fleet():
    return simulate_fleet(60, 20, seed=1)


@pytest.fixture
def exercises(fleet):
    metrics = {"rmse": 16.0, "coverage_90": 0.9}
    result = SimpleNamespace(metrics=metrics, baselines={"ridge": {"rmse": 25.3}}, predict=lambda: range(40))
    return {
        "question": lessons.question_exercise(),
        "data": lessons.sensor_exercise(fleet),
        "quality": lessons.count_exercise(fleet),
        "baseline": lessons.rule_exercise(fleet),
        "model": lessons.gain_exercise(result),
        "uncertainty": lessons.outside_exercise(result),
        "limits": lessons.limits_exercise(),
        "next": lessons.next_exercise(),
    }


ANSWERS = [
    ("question", "b", RIGHT),
    ("question", "A", NOT_YET),
    ("question", 7, NOT_YET),
    ("question", ..., OPEN),
    ("data", "ambient", NOT_YET),
    ("data", "motor_current", NOT_YET),
    ("data", ["no such"], NOT_YET),
    ("quality", 60, NOT_YET),
    ("quality", ..., OPEN),
    ("baseline", lambda _: 60, OPEN),
    ("baseline", lambda _: "many", NOT_YET),
    ("baseline", 60, NOT_YET),
    ("model", 9, RIGHT),
    ("model", 25.3, NOT_YET),
    ("model", "nine", NOT_YET),
    ("uncertainty", 4, RIGHT),
    ("uncertainty", 0, NOT_YET),
    ("limits", "c", RIGHT),
    ("limits", "a", NOT_YET),
    ("next", {"machines": ..., "failures": ..., "sensors": ...}, OPEN),
    ("next", {"machines": 9, "failures": 12, "sensors": 4}, RIGHT),
    ("next", {"machines": 9, "failures": 25, "sensors": 0}, RIGHT),
]


@pytest.mark.parametrize(("name", "answer", "verdict"), ANSWERS)
def test_answers_are_judged(exercises, name, answer, verdict):
    with use_language("en"):
        assert repr(exercises[name].check(answer)).startswith(verdict)


@pytest.mark.parametrize("name", ["question", "data", "quality", "baseline", "model", "uncertainty", "limits", "next"])
def test_each_exercise_solves_itself_and_says_so_in_both_languages(exercises, name, fleet):
    scope = {"fleet": fleet}
    exec(exercises[name].solution_text, scope)
    answer = next(each for key, each in scope.items() if key.startswith("my_"))
    for language, word in (("en", RIGHT), ("de", "Das stimmt.")):
        with use_language(language):
            assert repr(exercises[name].check(answer)).startswith(word)
    assert exercises[name].key == name
    assert len(exercises[name].hint_text) > 20
