"""What maintenance costs, and how it is done today: the answers a maintenance manager gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.renewal import Outcomes
from studio_messages import DataError

if TYPE_CHECKING:
    from studio_core.usecases.predictive_maintenance.renewal import Array

Policy = Literal["run-to-failure", "fixed-interval", "age", "condition"]
POLICIES: tuple[Policy, ...] = ("run-to-failure", "fixed-interval", "age", "condition")


@dataclass(frozen=True)
class Costs:
    """What a replacement costs; money in one unit of the reader's choice.

    Attributes
    ----------
    planned_cost, failure_cost
        Parts and work of one planned replacement, and of one failure with its consequences.
    downtime_cost, planned_hours, failure_hours
        Money lost in one hour of standstill, and the hours that each of the two brings.
    inspection_cost
        One look at the prediction.

    """

    planned_cost: float
    failure_cost: float
    downtime_cost: float = 0.0
    planned_hours: float = 0.0
    failure_hours: float = 0.0
    inspection_cost: float = 0.0

    @property
    def planned(self) -> float:
        """One planned replacement with its standstill."""
        return self.planned_cost + self.downtime_cost * self.planned_hours

    @property
    def failure(self) -> float:
        """One failure with its standstill."""
        return self.failure_cost + self.downtime_cost * self.failure_hours

    def check(self) -> None:
        """See that the figures can be costs.

        Raises
        ------
        DataError
            A replacement that costs nothing, or a figure below zero or without an end.

        """
        figures = np.array([getattr(self, name) for name in self.__dataclass_fields__], dtype="float64")
        if not np.isfinite(figures).all() or (figures < 0).any() or min(self.planned_cost, self.failure_cost) <= 0:
            raise DataError(TEXTS, "decision-cost")


@dataclass(frozen=True)
class Today:
    """How units are maintained today.

    Attributes
    ----------
    policy
        ``run-to-failure``; ``fixed-interval``: every `value` cycles whatever the age; ``age``: at an age of `value`
        cycles; ``condition``: people look at the machine and find the share `value` (0 to 1) of the failures in time.
    given_away
        With ``condition``: share of its life that a unit loses when it is replaced in time, 0 to below 1.

    """

    policy: Policy = "run-to-failure"
    value: float = 0.0
    given_away: float = 0.0

    def check(self, lives: Array) -> None:
        """See that the policy is one that can be followed.

        Raises
        ------
        DataError
            An unknown policy, an interval or age that is not 1 to twice the longest life, or a share outside 0 to 1.

        """
        longest = 2 * int(lives.max())
        if self.policy not in POLICIES:
            raise DataError(TEXTS, "policy-unknown", policy=str(self.policy), permitted=", ".join(POLICIES))
        if self.policy == "condition" and not (0 <= self.value <= 1 and 0 <= self.given_away < 1):
            raise DataError(TEXTS, "policy-share")
        if self.policy in {"fixed-interval", "age"} and not 1 <= self.value <= longest:
            raise DataError(TEXTS, "policy-cycles", largest=str(longest))

    def rates(
        self,
        lives: Array,
        costs: Costs,
        weights: tuple[Array, Array],
        at_age: Callable[[float], tuple[Array, Array]],
        every: Callable[[int], tuple[Array, Array]],
    ) -> tuple[Array, Array]:
        """Return the cost rate on all units and on each resample."""
        if self.policy == "run-to-failure":
            return at_age(np.inf)
        if self.policy == "age":
            return at_age(round(self.value))
        if self.policy == "fixed-interval":
            return every(round(self.value))
        cost = self.value * costs.planned + (1 - self.value) * costs.failure
        outcomes = Outcomes(np.full(len(lives), cost), lives * (1 - self.value * self.given_away))
        return outcomes.rate(weights[0]), outcomes.rate(weights[1])


RUN_TO_FAILURE = Today()
