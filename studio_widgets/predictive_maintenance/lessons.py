"""The exercises of the guide: each tries the answer out on the fleet, the model or the costs."""

from __future__ import annotations

from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

import numpy as np

from studio_core.data.contract import UNIT
from studio_core.usecases.predictive_maintenance.evaluate import rmse
from studio_core.usecases.predictive_maintenance.fleet import FEWEST_FAILURES
from studio_widgets.guide import Exercise, Verdict
from studio_widgets.markup import TEXTS
from studio_widgets.numbers import money, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio_core.usecases.predictive_maintenance import Fleet, Result

_CONSTANT = 60.0
# The training looks no further than this many shifts ahead; see `Configuration.cap`.
_CAP = 125.0
# How much dearer than the cheapest threshold an answer may be.
_TOLERANCE = 1.05
# Shifts before the failure at which a sensor should have moved already, and how many count as the beginning.
_WARNING, _BEGINNING = 30, 20


def question_exercise() -> Exercise:
    """Ask which of three questions these data can answer."""
    return _choice("question", right="b")


def sensor_exercise(fleet: Fleet) -> Exercise:
    """Ask for a sensor that warns early: clearly off its beginning 30 shifts before the failure, at most spindles."""
    shares = warning_shares(fleet)
    best = max(shares, key=lambda name: shares[name])

    def judge(answer: Any) -> Verdict:
        if answer not in shares:
            return Verdict(False, TEXTS("pm-warn-unknown", known=", ".join(shares)))
        shown = {"sensor": fleet.channel(answer).describe(), "share": number(100 * shares[answer])}
        if shares[answer] >= 0.8 * shares[best]:
            return Verdict(True, TEXTS("pm-warn-right", **shown))
        return Verdict(False, TEXTS("pm-warn-not-yet", **shown))

    return Exercise(_tried(judge), TEXTS("pm-warn-hint"), f'my_sensor = "{best}"', "data")


def warning_shares(fleet: Fleet) -> dict[str, float]:
    """Return for each sensor the share of failed units at which it had clearly moved 30 shifts before the failure.

    Clearly: by more than the scatter of the unit's own first 20 shifts, on average over 9 shifts, and in the direction
    that is the more frequent among the units; what only follows the season goes up as often as down.
    """
    failed = set(fleet.ends.index[fleet.ends["failed"]])
    names = [channel.name for channel in fleet.sensors]
    moved = []
    for unit, rows in fleet.train.groupby(UNIT, sort=False):
        readings = rows[names].to_numpy("float64")
        if unit not in failed or len(readings) < _BEGINNING + _WARNING + 9:
            continue
        first = readings[:_BEGINNING]
        late = readings[-_WARNING - 9 : -_WARNING].mean(axis=0)
        moved.append((late - first.mean(axis=0)) / np.maximum(first.std(axis=0), 1e-9))
    shares = np.maximum(np.mean(np.array(moved) > 1, axis=0), np.mean(np.array(moved) < -1, axis=0))
    return dict(zip(names, shares.tolist(), strict=True))


def count_exercise(fleet: Fleet) -> Exercise:
    """Ask how many failures there are to learn from."""
    failures = int(fleet.ends["failed"].sum())

    def judge(answer: Any) -> Verdict:
        if answer == len(fleet.ends):
            return Verdict(False, TEXTS("pm-count-all", units=len(fleet.ends)))
        key = "pm-count-right" if answer == failures else "pm-count-not-yet"
        return Verdict(answer == failures, TEXTS(key, failures=failures, units=len(fleet.ends)))

    solution = 'my_failures = int(fleet.ends["failed"].sum())'
    return Exercise(_tried(judge), TEXTS("pm-count-hint"), solution, "quality")


def rule_exercise(fleet: Fleet) -> Exercise:
    """Ask for a rule without AI: a function from a history to the remaining shifts, better than a constant."""
    units = fleet.units("test")
    if fleet.test_rul is None:
        raise ValueError("the fleet's remaining lives must be known")
    true = np.minimum(fleet.test_rul.loc[units].to_numpy(), _CAP)

    def judge(rule: Any) -> Verdict:
        answers = [rule(fleet.history(unit)) for unit in units]
        wrong = next((each for each in answers if not isinstance(each, Real)), None)
        if wrong is not None:
            return Verdict(False, TEXTS("pm-rule-number", returned=type(wrong).__name__))
        error = rmse(np.clip(np.array(answers, dtype="float64"), 0, _CAP), true)
        constant = rmse(np.full(len(true), _CONSTANT), true)
        if all(each == _CONSTANT for each in answers):
            return Verdict(None, "")
        shown = {"rmse": number(error, 1), "constant": number(constant, 1)}
        return Verdict(error < constant, TEXTS("pm-rule-right" if error < constant else "pm-rule-not-yet", **shown))

    solution = 'def my_rule(history):\n    return 250 - history["cycle"].iloc[-1]'
    return Exercise(judge, TEXTS("pm-rule-hint"), solution, "baseline")


def gain_exercise(result: Result) -> Exercise:
    """Ask by how many shifts the model is better than the ridge regression."""
    gain = result.baselines["ridge"]["rmse"] - result.metrics["rmse"]

    def judge(answer: Any) -> Verdict:
        if not isinstance(answer, Real) or isinstance(answer, bool):
            return Verdict(False, TEXTS("pm-gain-number"))
        right = abs(float(answer) - gain) <= 1
        return Verdict(right, TEXTS("pm-gain-right" if right else "pm-gain-not-yet", gain=number(gain, 1)))

    return Exercise(_tried(judge), TEXTS("pm-gain-hint"), f"my_gain = {gain:.1f}", "model")


def outside_exercise(result: Result) -> Exercise:
    """Ask how many true values should lie outside of their 90 % range."""
    units = len(result.predict())
    expected = round(0.1 * units)

    def judge(answer: Any) -> Verdict:
        key = "right" if answer == expected else "none" if answer == 0 else "not-yet"
        seen = round((1 - result.metrics["coverage_90"]) * units)
        return Verdict(answer == expected, TEXTS(f"pm-outside-{key}", units=units, seen=seen))

    return Exercise(_tried(judge), TEXTS("pm-outside-hint", units=units), f"my_guess = {expected}", "uncertainty")


def alarm_exercise(result: Result, *, planned_cost: float, failure_cost: float, lead_time: int) -> Exercise:
    """Ask for the predicted shifts at which to order, so that the cost is at most 5 % above the cheapest."""
    cap = result.configuration.cap
    costs = {"planned_cost": planned_cost, "failure_cost": failure_cost, "lead_time": lead_time}
    best = result.decision.evaluate(**costs)

    def judge(threshold: Any) -> Verdict:
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

    return Exercise(_tried(judge), TEXTS("pm-alarm-hint"), f"order_at = {best.best_threshold}", "decision")


def limits_exercise() -> Exercise:
    """Ask what follows when a damper lowers a reading and the model becomes more confident."""
    return _choice("limits", right="c")


def next_exercise() -> Exercise:
    """Ask for what is recorded at home, and say whether a model could learn from it."""

    def judge(answer: Any) -> Verdict:
        if not isinstance(answer, dict) or not all(isinstance(each, Integral) for each in answer.values()):
            return Verdict(None, TEXTS("pm-next-open"))
        failures, sensors = int(answer.get("failures", 0)), int(answer.get("sensors", 0))
        if sensors < 1:
            return Verdict(True, TEXTS("pm-next-sensors"))
        if failures < FEWEST_FAILURES:
            return Verdict(True, TEXTS("pm-next-failures", failures=failures, missing=FEWEST_FAILURES - failures))
        return Verdict(True, TEXTS("pm-next-enough", failures=failures))

    solution = 'my_data = {"machines": 30, "failures": 12, "sensors": 4}'
    return Exercise(judge, TEXTS("pm-next-hint"), solution, "next")


def _choice(key: str, right: str) -> Exercise:
    def judge(answer: Any) -> Verdict:
        word = str(answer).strip().lower()
        if word not in ("a", "b", "c"):
            return Verdict(False, TEXTS("pm-choice"))
        return Verdict(word == right, TEXTS(f"pm-{key}-{word}"))

    return Exercise(_tried(judge), TEXTS(f"pm-{key}-hint"), f'my_answer = "{right}"', key)


def _tried(judge: Callable[[Any], Verdict]) -> Callable[[Any], Verdict]:
    """Leave the three dots, with which an exercise begins, unjudged."""
    return lambda answer: Verdict(None, "") if answer is None or answer is ... else judge(answer)
