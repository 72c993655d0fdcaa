"""The decision as figures for ``metrics.json``: what alarms save, with the range that few units leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from studio_core.usecases.predictive_maintenance.decision import DecisionTable


def cost_figures(
    table: DecisionTable, *, planned_cost: float, failure_cost: float, lead_time: int, inspection: int
) -> dict[str, Any]:
    """Return assumptions and outcome of one cost question.

    Each unit is predicted by parts that never saw it and replaced at the threshold that was cheapest on the other
    folds, against replacement at the cheapest age of these very units; ranges are 90 % of resampled units.
    """
    decision = table.evaluate(
        planned_cost=planned_cost, failure_cost=failure_cost, lead_time=lead_time, inspection=inspection
    )
    return {
        "planned_cost": planned_cost,
        "failure_cost": failure_cost,
        "lead_time": lead_time,
        "inspection": inspection,
        "threshold": decision.threshold,
        "replacement_age": decision.replacement_age,
        "units": decision.planned + decision.failures,
        "failures": decision.failures,
        "missed": decision.missed,
        "late": decision.late,
        "break_even": decision.break_even,
        "grey_zone": decision.grey_zone if decision.grey_zone is None else list(decision.grey_zone),
        **{name: estimate.as_dict() for name, estimate in decision.estimates.items()},
    }
