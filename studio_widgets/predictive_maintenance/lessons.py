"""The exercises of the guide: each tries the answer out on the fleet."""

from __future__ import annotations

from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

import numpy as np

from studio_core.usecases.predictive_maintenance.evaluate import rmse
from studio_widgets.guide import Exercise, Verdict
from studio_widgets.markup import TEXTS
from studio_widgets.numbers import money, number

if TYPE_CHECKING:
    from studio_core.usecases.predictive_maintenance import Result

_CONSTANT = 60.0
# How much dearer than the cheapest threshold an answer may be.
_TOLERANCE = 1.05


def rule_exercise(result: Result) -> Exercise:
    """Ask for a rule without AI: a function from a history to the remaining shifts, better than a constant."""
    fleet, cap = result.fleet, float(result.configuration.cap)
    units = fleet.units("test")
    true = np.minimum(fleet.test_rul.loc[units].to_numpy(), cap)

    def judge(rule: Any) -> Verdict:
        answers = [rule(fleet.history(unit)) for unit in units]
        wrong = next((each for each in answers if not isinstance(each, Real)), None)
        if wrong is not None:
            return Verdict(False, TEXTS("pm-rule-number", returned=type(wrong).__name__))
        error = rmse(np.clip(np.array(answers, dtype="float64"), 0, cap), true)
        constant = rmse(np.full(len(true), _CONSTANT), true)
        if all(each == _CONSTANT for each in answers):
            return Verdict(None, "")
        shown = {"rmse": number(error, 1), "constant": number(constant, 1)}
        if error < constant:
            return Verdict(True, TEXTS("pm-rule-right", **shown, model=number(result.metrics["rmse"], 1)))
        return Verdict(False, TEXTS("pm-rule-not-yet", **shown))

    solution = 'def my_rule(history):\n    return 250 - history["cycle"].iloc[-1]'
    return Exercise(judge, TEXTS("pm-rule-hint"), solution)


def alarm_exercise(result: Result, *, planned_cost: float, failure_cost: float, lead_time: int) -> Exercise:
    """Ask for the predicted shifts at which to order, so that the cost is at most 5 % above the cheapest."""
    cap = result.configuration.cap
    costs = {"planned_cost": planned_cost, "failure_cost": failure_cost, "lead_time": lead_time}
    best = result.decision.evaluate(**costs)

    def judge(threshold: Any) -> Verdict:
        if threshold is None or threshold is ...:
            return Verdict(None, "")
        if not isinstance(threshold, Integral) or not 0 <= threshold <= cap:
            return Verdict(False, TEXTS("pm-alarm-number", cap=int(cap)))
        tried = result.decision.evaluate(**costs, threshold=int(threshold))
        shown = {
            "threshold": int(threshold),
            "failures": tried.failures,
            "units": tried.failures + tried.planned,
            "rate": money(tried.cost_rate, 2),
        }
        if tried.cost_rate <= _TOLERANCE * best.cost_rate:
            return Verdict(True, TEXTS("pm-alarm-right", **shown))
        return Verdict(False, TEXTS("pm-alarm-not-yet", **shown, best=money(best.cost_rate, 2)))

    return Exercise(judge, TEXTS("pm-alarm-hint"), f"order_at = {best.best_threshold}")
