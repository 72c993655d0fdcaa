"""What alarms on a table of events cost, against waiting for the failures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio_core.usecases.predictive_maintenance.policies import Costs

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class EventCosts:
    """Money over all rows of the table: each alarm brings a planned intervention, each missed failure a failure."""

    alarms: int
    missed: int
    with_alarms: float
    without: float


def event_costs(confusion: Mapping[str, int], planned_cost: float, failure_cost: float) -> EventCosts:
    """Work the costs out from the confusion of models that had not seen the rows.

    Parameters
    ----------
    confusion
        Rows by ``true_alarms``, ``false_alarms``, ``missed`` and ``quiet``.

    Raises
    ------
    DataError
        A cost that is not above 0.

    """
    Costs(planned_cost, failure_cost).check()
    alarms = confusion["true_alarms"] + confusion["false_alarms"]
    missed = confusion["missed"]
    failures = confusion["true_alarms"] + missed
    return EventCosts(alarms, missed, alarms * planned_cost + missed * failure_cost, failures * failure_cost)
