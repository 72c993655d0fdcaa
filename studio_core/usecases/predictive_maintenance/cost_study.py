"""The decision as figures for ``metrics.json``: what alarms save, with the range that few units leave."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from studio_core.usecases.predictive_maintenance.policies import RUN_TO_FAILURE, Costs, Today

if TYPE_CHECKING:
    from studio_core.usecases.predictive_maintenance.decision import DecisionTable


def cost_figures(table: DecisionTable, *, today: Today = RUN_TO_FAILURE, **costs: Any) -> dict[str, Any]:
    """Return assumptions and outcome of one cost question.

    Each unit is predicted by parts that never saw it and replaced at the threshold that was cheapest on the other
    folds, against replacement at the cheapest age of these very units; ranges are 90 % of resampled units. `costs` are
    those of `DecisionTable.evaluate`.
    """
    decision = table.evaluate(**costs, today=today)
    named = {name: value for name, value in costs.items() if name in Costs.__dataclass_fields__}
    whole = Costs(**named)
    return {
        **costs,
        "planned_with_downtime": whole.planned,
        "failure_with_downtime": whole.failure,
        "todays_policy": asdict(today),
        "threshold": decision.threshold,
        "replacement_age": decision.replacement_age,
        "interval": decision.interval,
        "units": decision.planned + decision.failures,
        "failures": decision.failures,
        "missed": decision.missed,
        "late": decision.late,
        "break_even": decision.break_even,
        "grey_zone": decision.grey_zone if decision.grey_zone is None else list(decision.grey_zone),
        **{name: estimate.as_dict() for name, estimate in decision.estimates.items()},
    }
