"""What is seen of the predictive-maintenance PoC: the app, and the figures of its guide.

The engine is `studio_core.usecases.predictive_maintenance`. Nothing here imports torch or pandas before it is needed:
an app shows its frame first and computes then.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from studio_widgets.predictive_maintenance.lessons import (
        alarm_exercise,
        count_exercise,
        gain_exercise,
        limits_exercise,
        next_exercise,
        outside_exercise,
        question_exercise,
        rule_exercise,
        sensor_exercise,
    )
    from studio_widgets.predictive_maintenance.own import check, columns, decide, open_own, outcome, sample_file
    from studio_widgets.predictive_maintenance.pictures import (
        check_report,
        cost_curve,
        costs,
        course,
        fleet_list,
        histories,
        predicted_and_true,
        quality_of_model,
        sensors,
        what_if,
    )
    from studio_widgets.predictive_maintenance.view import app

_HOMES = {
    "app": "view",
    "alarm_exercise": "lessons",
    "count_exercise": "lessons",
    "gain_exercise": "lessons",
    "limits_exercise": "lessons",
    "next_exercise": "lessons",
    "outside_exercise": "lessons",
    "question_exercise": "lessons",
    "rule_exercise": "lessons",
    "sensor_exercise": "lessons",
    "check": "own",
    "columns": "own",
    "decide": "own",
    "open_own": "own",
    "outcome": "own",
    "sample_file": "own",
    "check_report": "pictures",
    "cost_curve": "pictures",
    "costs": "pictures",
    "course": "pictures",
    "fleet_list": "pictures",
    "histories": "pictures",
    "predicted_and_true": "pictures",
    "quality_of_model": "pictures",
    "sensors": "pictures",
    "what_if": "pictures",
}

__all__ = [
    "alarm_exercise",
    "app",
    "check",
    "check_report",
    "columns",
    "cost_curve",
    "costs",
    "count_exercise",
    "course",
    "decide",
    "fleet_list",
    "gain_exercise",
    "histories",
    "limits_exercise",
    "next_exercise",
    "open_own",
    "outcome",
    "outside_exercise",
    "predicted_and_true",
    "quality_of_model",
    "question_exercise",
    "rule_exercise",
    "sample_file",
    "sensor_exercise",
    "sensors",
    "what_if",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
