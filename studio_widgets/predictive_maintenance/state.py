"""What the app knows: the fleet, the trained model, what the person chose, what follows from it. No widgets here."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import traitlets as t

from studio_messages import StudioError
from studio_widgets.markup import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from studio_core.runs.progress import Step
    from studio_core.usecases.predictive_maintenance import Decision, Result, WhatIf

    Source = Callable[[Callable[[Step], object]], Result]

Urgency = Literal["now", "soon", "fine"]
LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Row:
    """One unit in service: its remaining life with the 90 % interval, in cycles, and what to do about it."""

    unit: str
    cycle: int
    rul: float
    low: float
    high: float
    urgency: Urgency


@dataclass(frozen=True)
class Story:
    """What is known of one unit whatever the costs: the predictions over its life, and the sensors that moved."""

    course: pd.DataFrame
    changes: pd.DataFrame

    @classmethod
    def of(cls, result: Result, unit: Any) -> Story:
        """Work it out (a tenth of a second)."""
        return cls(result.course(unit), result.explain(unit))


class FleetState(t.HasTraits):
    """The model behind the app (of model and view; the trained one is in `result`).

    Units are named by text here, whatever the data call them, because that is what comes back from a browser.
    """

    phase = t.Enum(("working", "ready", "failed"), "working", help="Whether there is something to show yet.")
    stage = t.Unicode(help="What is being done, in words.")
    fraction = t.Float(0.0, help="Share of the work that is done, 0 to 1.")
    failure = t.Unicode(help="What went wrong and what can be done about it, in words.")
    result = t.Any(None, allow_none=True, help="The trained model with its fleet.")
    selected = t.Unicode(help="Name of the unit whose story is shown.")
    planned_cost = t.Float(6000.0, help="One planned replacement, euros.")
    failure_cost = t.Float(30000.0, help="One failure in operation, euros.")
    lead_time = t.Int(9, help="Cycles between order and replacement.")
    sensor = t.Unicode(help="Name of the sensor that a what-if changes.")
    noise = t.Float(1.0, help="White noise of the simulated sensors, against the usual.")
    wear = t.Float(1.0, help="How fast simulated bearings wear, against the usual.")
    censored = t.Int(15, help="Percent of the simulated spindles that were taken out before they failed.")
    change = t.Int(20, help="By how much a what-if changes its latest readings, percent.")

    def reset(self) -> None:
        """Put everything the person chose back to its beginning."""
        fresh = type(self)()
        for name in ("planned_cost", "failure_cost", "lead_time", "change", "noise", "wear", "censored"):
            setattr(self, name, getattr(fresh, name))
        self.selected = self.fleet_rows[0].unit if self.phase == "ready" else ""
        self.sensor = self.sensors[0] if self.phase == "ready" else ""

    @property
    def shape(self) -> dict[str, float]:
        """What the simulated fleet shall be like."""
        return {"noise": self.noise, "wear": self.wear, "censored": self.censored / 100}

    def begin(self) -> None:
        """Take up that work goes on in the background."""
        self.stage, self.fraction, self.phase = "", 0.0, "working"

    def advance(self, step: Step) -> None:
        """Take up where the training stands."""
        self.stage, self.fraction = step.text(), step.fraction

    def finish(self, result: Result) -> None:
        """Take up the trained model, and show the most urgent unit."""
        self.result = result
        table = result.predict()
        self._predictions: pd.DataFrame = table
        self._stories: dict[str, Story] = {}
        self._decided: tuple[dict[str, float], Decision] | None = None
        self._names = {str(unit): unit for unit in table["unit"]}
        self.selected = next(iter(self._names))
        self.sensor = self.sensor if self.sensor in self.sensors else self.sensors[0]
        self.phase = "ready"

    def fail(self, error: Exception) -> None:
        """Say what went wrong; what nobody foresaw goes to the log, and to the person as a general sentence."""
        if isinstance(error, StudioError):
            self.failure = str(error)
        else:
            LOG.error("the app's work failed", exc_info=error)
            self.failure = TEXTS("pm-failed")
        self.phase = "failed"

    @t.validate("selected")
    def _known(self, proposal: t.Bunch) -> str:
        # The name comes from a browser; what is not in the fleet changes nothing.
        known = getattr(self, "_names", {})
        return str(proposal["value"]) if not known or proposal["value"] in known else self.selected

    @t.validate("sensor")
    def _measured(self, proposal: t.Bunch) -> str:
        return str(proposal["value"]) if self.result is None or proposal["value"] in self.sensors else self.sensor

    @property
    def sensors(self) -> list[str]:
        """Names of the sensors that a what-if may change."""
        return [channel.name for channel in self.result.fleet.sensors]

    @property
    def question(self) -> WhatIf:
        """What the model would say of the chosen unit if the chosen sensor showed something else."""
        from studio_core.usecases.predictive_maintenance.question import Predicted, what_if  # noqa: PLC0415

        row = self.row
        before = Predicted(row.rul, row.low, row.high)
        return what_if(self.result, self._names[row.unit], self.sensor, self.change / 100, before=before)

    @property
    def decision(self) -> Decision:
        """The cost of the policies at the costs chosen; kept until one of them changes."""
        costs = {name: getattr(self, name) for name in ("planned_cost", "failure_cost", "lead_time")}
        if self._decided is None or self._decided[0] != costs:
            self._decided = costs, self.result.decision.evaluate(**costs)
        return self._decided[1]

    @property
    def fleet_rows(self) -> list[Row]:
        """The fleet in service, most urgent first."""
        return rows_of(self._predictions, self.decision.threshold)

    @property
    def row(self) -> Row:
        """The unit whose story is shown."""
        return next(row for row in self.fleet_rows if row.unit == self.selected)

    @property
    def story(self) -> Story:
        """What is known of that unit; kept, so that moving a slider does not predict its life again."""
        if self.selected not in self._stories:
            self._stories[self.selected] = Story.of(self.result, self._names[self.selected])
        return self._stories[self.selected]


def rows_of(predictions: pd.DataFrame, threshold: float) -> list[Row]:
    """Say for each predicted unit what to do: order now, watch (the interval reaches the threshold), or let run."""
    return [
        Row(str(each.unit), int(each.cycle), each.rul, each.low, each.high, _urgency(each.rul, each.low, threshold))
        for each in predictions.itertuples(index=False)
    ]


def _urgency(rul: float, low: float, threshold: float) -> Urgency:
    if rul <= threshold:
        return "now"
    return "soon" if low <= threshold else "fine"
