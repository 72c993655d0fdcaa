"""What is shown of fleet, model and decision: each picture as HTML for the app and as a piece for the guide."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from studio_widgets.chart import Chart, Mark, Series
from studio_widgets.markup import TEXTS, Piece, fill
from studio_widgets.numbers import money, number
from studio_widgets.predictive_maintenance.state import rows_of
from studio_widgets.predictive_maintenance.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from markupsafe import Markup

    from studio_core.usecases.predictive_maintenance import Decision, Fleet, Result, WhatIf
    from studio_widgets.predictive_maintenance.state import Row, Story

_GLYPHS = {"now": "●", "soon": "◐", "fine": "○"}
_SENSORS_SHOWN = 4


def summary_html(result: Result, decision: Decision, rows: Sequence[Row]) -> Markup:
    """Return the three figures an app begins with: what to do, what it saves, how far off it typically is."""
    counts = {urgency: sum(row.urgency == urgency for row in rows) for urgency in _GLYPHS}
    return fill(
        "pm-summary",
        counts=counts,
        units=len(rows),
        decision=decision,
        metrics=result.metrics,
        saving=decision.estimates["saving_vs_age_replacement"],
    )


def fleet_html(rows: Sequence[Row], cap: float) -> Markup:
    """Return the fleet in service as a list of buttons, most urgent first, each with its interval."""
    return fill("pm-fleet", rows=rows, cap=cap, glyphs=_GLYPHS, left=rest)


def rest(value: float, cap: float) -> str:
    """Return a remaining life in words a person can hold against a calendar: the cap means 'that many or more'."""
    return TEXTS("pm-or-more", cap=int(cap)) if value >= cap - 0.5 else number(value)


def story_html(result: Result, story: Story, row: Row, threshold: float) -> Markup:
    """Return one unit's story: what is expected of it, how that came about, and which sensors say so."""
    fleet, cap = result.fleet, result.configuration.cap
    changes = [
        {
            "name": fleet.channel(each.sensor).describe(),
            "measure": each.unit_of_measure,
            "begin": _reading(each.begin),
            "now": _reading(each.now),
            "change": each.change_sigma,
            "since": _whole(each.since_cycle),
        }
        for each in story.changes.head(_SENSORS_SHOWN).itertuples()
    ]
    return fill(
        "pm-story",
        row=row,
        glyph=_GLYPHS[row.urgency],
        cap=cap,
        left=rest,
        chart=_course(story.course, cap, threshold).html(),
        changes=changes,
    )


def costs_html(result: Result, decision: Decision, lead_time: int) -> Markup:
    """Return the cost of the policies side by side, with what stands behind the figures."""
    # The estimate judges each unit at a threshold chosen on the others; `cost_rate` would flatter the model.
    policies = [
        ("pm-policy-advice", decision.estimates["cost_rate"], True),
        ("pm-policy-age", decision.estimates["age_replacement"], False),
        ("pm-policy-interval", decision.estimates["fixed_interval"], False),
        ("pm-policy-failure", decision.estimates["run_to_failure"], False),
    ]
    if not math.isclose(decision.today, decision.run_to_failure):
        policies.append(("pm-policy-today", decision.estimates["today"], False))
    return fill(
        "pm-costs",
        t=words(result.fleet),
        policies=policies,
        highest=max(rate.high for _, rate, _ in policies),
        decision=decision,
        saving=decision.estimates["saving_vs_age_replacement"],
        units=decision.failures + decision.planned,
        lead_time=lead_time,
        simulated=result.fleet.simulated,
    )


def asked_html(fleet: Fleet) -> Markup:
    """Return the sensors of a what-if, to choose one."""
    return fill("pm-asked", sensors=[(channel.name, channel.describe()) for channel in fleet.sensors])


def answer_html(result: Result, unit: Any, question: WhatIf, threshold: float) -> Markup:
    """Return what the model would say, and what that means and does not mean."""
    channel, cap = result.fleet.channel(question.sensor), result.configuration.cap
    measure = f"\u00a0{channel.unit}" if channel.unit else ""
    direction = "same" if not question.clear else "less" if question.after.rul < question.before.rul else "more"
    verdict = TEXTS(
        f"pm-answer-{direction}", before=rest(question.before.rul, cap), after=rest(question.after.rul, cap)
    )
    was, would = question.before.rul <= threshold, question.after.rul <= threshold
    advice = "" if was == would else TEXTS("pm-answer-order" if would else "pm-answer-wait", threshold=int(threshold))
    return fill(
        "pm-answer",
        unit=unit,
        sensor=channel.describe(),
        readings=(_reading(question.reading) + measure, _reading(question.changed_reading) + measure),
        question=question,
        rows=[("pm-answer-now", question.before, "grey"), ("pm-answer-then", question.after, "accent")],
        verdict=verdict,
        advice=advice,
        cap=cap,
        left=rest,
    )


def what_if(result: Result, unit: Any, sensor: str, change: float, threshold: float = 0) -> Piece:
    """Show what the model would say of a unit if a sensor's latest readings were `change` percent higher."""
    from studio_core.usecases.predictive_maintenance.question import what_if as ask  # noqa: PLC0415

    question = ask(result, unit, sensor, change / 100)
    plain = f"{number(question.before.rul)} → {number(question.after.rul)}"
    return Piece(answer_html(result, unit, question, threshold), plain)


def quality_html(result: Result) -> Markup:
    """Return how good the model is, beside the baselines, and where the data come from."""
    return fill("pm-quality", t=words(result.fleet), result=result, metrics=result.metrics, errors=_errors(result))


def fleet_list(result: Result, decision: Decision) -> Piece:
    """Show the fleet in service, most urgent first."""
    rows = rows_of(result.predict(), decision.threshold)
    plain = "\n".join(f"{_GLYPHS[row.urgency]} {row.unit}: {number(row.rul)}" for row in rows)
    return Piece(
        fill(
            "pm-fleet-table", t=words(result.fleet), rows=rows, cap=result.configuration.cap, glyphs=_GLYPHS, left=rest
        ),
        plain,
    )


def course(result: Result, unit: Any, threshold: float | None = None) -> Piece:
    """Show how the prediction for one unit went over its life."""
    chart = _course(result.course(unit), result.configuration.cap, threshold)
    return Piece(chart.html(), chart.summary)


def costs(result: Result, decision: Decision, lead_time: int = 0) -> Piece:
    """Show the cost of the three policies."""
    return Piece(costs_html(result, decision, lead_time), TEXTS("pm-costs-plain", rate=money(decision.cost_rate, 2)))


def quality_of_model(result: Result) -> Piece:
    """Show the error of the model beside the baselines, and how well its intervals hold."""
    plain = "; ".join(f"{name}: {number(rmse, 1)}" for name, rmse, *_ in _errors(result))
    return Piece(quality_html(result), plain)


def sensors(fleet: Fleet) -> Piece:
    """Show what is measured, with units, and where the data come from."""
    return Piece(fill("pm-sensors", fleet=fleet), fleet.origin())


def check_report(fleet: Fleet) -> Piece:
    """Show what the check of the data found, in words, with the spread of lifetimes."""
    quality = fleet.quality()
    texts = [(finding.severe, finding.text()) for finding in quality.findings]
    return Piece(
        fill("pm-check", t=words(fleet), quality=quality, findings=texts), "\n".join(text for _, text in texts)
    )


def histories(fleet: Fleet, sensor: str, units: int = 12) -> Piece:
    """Show one sensor over the lives of some units that failed, counted back from the failure."""
    failed = list(fleet.ends.index[fleet.ends["failed"]][:units])
    channel = fleet.channel(sensor)
    lines = []
    for unit in failed:
        values = fleet.history(unit, "train")[sensor].rolling(9, min_periods=1).mean().to_numpy()
        lines.append(Series(str(unit), (np.arange(len(values)) - len(values) + 1).tolist(), values.tolist(), "thin"))
    measure = f"{channel.describe()} ({channel.unit})" if channel.unit else channel.describe()
    chart = Chart(
        key=f"histories-{sensor}",
        title=TEXTS("pm-histories", sensor=channel.describe(), units=len(failed)),
        summary=TEXTS("pm-histories-summary", sensor=channel.describe()),
        x_label=TEXTS("pm-before-failure"),
        y_label=measure,
        series=tuple(lines),
        digits=2,
        table=False,
    )
    return Piece(chart.html(), chart.summary)


def predicted_and_true(result: Result) -> Piece:
    """Show, for each unit in service whose end is known, the prediction with its interval and the truth."""
    table = result.predict().set_index("unit")
    cap, say = float(result.configuration.cap), words(result.fleet)
    truth = result.fleet.test_rul.loc[table.index].clip(upper=cap)
    order = truth.sort_values(kind="stable").index
    table, truth = table.loc[order], truth.loc[order]
    rank = list(range(1, len(order) + 1))
    inside = int(((truth >= table["low"] - 0.5) & (truth <= table["high"] + 0.5)).sum())
    chart = Chart(
        key="predicted-true",
        title=say("pm-true-title"),
        summary=TEXTS("pm-true-summary", inside=inside, units=len(order)),
        x_label=say("pm-true-x"),
        y_label=say("pm-shifts-left"),
        series=(
            Series(TEXTS("pm-interval"), rank, table["high"].tolist(), "band", "accent", table["low"].tolist()),
            Series(TEXTS("pm-estimate"), rank, table["rul"].tolist(), "points", "accent"),
            Series(TEXTS("pm-truth"), rank, truth.tolist(), "line", "second"),
        ),
    )
    return Piece(chart.html(), chart.summary)


def cost_curve(decision: Decision) -> Piece:
    """Show the cost rate over the threshold at which a replacement is ordered."""
    chart = Chart(
        key="cost-curve",
        title=TEXTS("pm-curve-title"),
        summary=TEXTS("pm-curve-summary", best=int(decision.best_threshold)),
        x_label=TEXTS("pm-curve-x"),
        y_label=TEXTS("pm-curve-y"),
        series=(Series(TEXTS("pm-policy-advice"), decision.thresholds.tolist(), decision.cost_rates.tolist()),),
        marks=(
            Mark(TEXTS("pm-policy-age"), decision.age_replacement, colour="second"),
            Mark(TEXTS("pm-curve-here", threshold=int(decision.threshold)), float(decision.threshold), "x", "grey"),
        ),
        digits=2,
    )
    return Piece(chart.html(), chart.summary)


def _course(table: pd.DataFrame, cap: float, threshold: float | None) -> Chart:
    cycles = table["cycle"].tolist()
    last = table.iloc[-1]
    marks = () if threshold is None else (Mark(TEXTS("pm-order-line", threshold=int(threshold)), float(threshold)),)
    return Chart(
        key="course",
        title=TEXTS("pm-course-title"),
        summary=TEXTS(
            "pm-course-summary",
            unit=str(last["unit"]),
            left=rest(last["rul"], cap),
            low=number(last["low"]),
            high=rest(last["high"], cap),
        ),
        x_label=TEXTS("pm-shift-of-life"),
        y_label=TEXTS("pm-shifts-left"),
        series=(
            Series(TEXTS("pm-interval"), cycles, table["high"].tolist(), "band", "accent", table["low"].tolist()),
            Series(TEXTS("pm-estimate"), cycles, table["rul"].tolist()),
        ),
        marks=marks,
        y_range=(0.0, float(cap)),
    )


def _errors(result: Result) -> list[tuple[str, float, float, float, bool]]:
    """Return name, error, its 90 % range and whether it is our own model, the best first."""
    if "rmse" not in result.metrics:
        return []
    judged = {
        "pm-model-own": result.metrics,
        **{f"pm-model-{name.replace('_', '-')}": each for name, each in result.baselines.items()},
    }
    found = [
        (TEXTS(key), each["rmse"], each["rmse_low"], each["rmse_high"], key == "pm-model-own")
        for key, each in judged.items()
    ]
    return sorted(found, key=lambda each: each[1])


def _reading(value: float) -> str:
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return number(value, digits)


def _whole(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
