"""What a run leaves: the model, its figures, and the questions a person asks it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from studio_core.data.contract import CYCLE, UNIT
from studio_core.runs.folder import open_run
from studio_core.usecases.predictive_maintenance.configuration import Configuration
from studio_core.usecases.predictive_maintenance.decision import DecisionTable
from studio_core.usecases.predictive_maintenance.explain import explain_history
from studio_core.usecases.predictive_maintenance.model import RemainingLifeModel
from studio_core.usecases.predictive_maintenance.renewal import failure_weights

if TYPE_CHECKING:
    from pathlib import Path

    from studio_core.usecases.predictive_maintenance.fleet import Fleet, Part, Unit

HELD_OUT = "held_out.parquet"


@dataclass(frozen=True)
class Result:
    """A trained model with the fleet it was trained on.

    Attributes
    ----------
    metrics
        As written to ``metrics.json``.
    held_out
        For every labelled training row the prediction by those parts of the model that never saw its unit:
        ``unit``, ``cycle``, ``rul`` (predicted), ``true`` (capped); cycles.

    """

    fleet: Fleet
    configuration: Configuration
    model: RemainingLifeModel
    metrics: dict[str, Any]
    held_out: pd.DataFrame

    def __repr__(self) -> str:
        return f"<Result on {self.fleet!r}: {', '.join(self.metrics)}>"

    @property
    def baselines(self) -> dict[str, dict[str, float]]:
        """The figures of the baselines, by name; empty where the truth of the test part is unknown."""
        found: dict[str, dict[str, float]] = self.metrics.get("baselines", {})
        return found

    def predict(self, histories: pd.DataFrame | None = None) -> pd.DataFrame:
        """Predict the fleet in service, or other `histories`, most urgent first; as `RemainingLifeModel.predict`."""
        return self.model.predict(self.fleet.test if histories is None else histories)

    def course(self, unit: Unit, part: Part = "test") -> pd.DataFrame:
        """Predict one unit at each cycle of its life: ``unit``, ``cycle``, ``rul``, ``low``, ``high``."""
        return self.model.predict(self.fleet.history(unit, part), every_cycle=True)

    def explain(self, unit: Unit, part: Part = "test") -> pd.DataFrame:
        """Tell which sensors of a unit moved against its own beginning; columns as in `explain_history`."""
        return explain_history(self.fleet, self.model.describer.normaliser, self.fleet.history(unit, part))

    @cached_property
    def decision(self) -> DecisionTable:
        """Cost questions, answered from the held-out predictions of the training units that failed.

        Those that lived long count more where others were taken out before they failed.
        """
        failed = self.fleet.ends["failed"]
        lives = self.fleet.train.groupby(UNIT, sort=False)[CYCLE].max().loc[failed.index]
        weights = failure_weights(lives.to_numpy("float64"), failed.to_numpy(dtype=bool))
        names = failed.index[failed]
        table = self.held_out[self.held_out[UNIT].isin(names)]
        return DecisionTable(table, int(self.model.cap), weights=dict(zip(names, weights, strict=True)))

    def save(self, folder: Path) -> None:
        """Write the model, and the held-out predictions that intervals and costs rest on, into `folder`."""
        self.model.save(folder)
        self.held_out.to_parquet(folder / HELD_OUT, index=False)


def load_result(folder: Path, fleet: Fleet) -> Result:
    """Open the run folder of an earlier run beside the fleet it was trained on (data are never in a run folder).

    Raises
    ------
    UsageError
        `folder` is no run folder.
    ModelError
        The model in it cannot be read, or needs channels the fleet does not have.

    """
    run = open_run(folder)
    model = RemainingLifeModel.load(folder / "model")
    held_out = pd.read_parquet(folder / "model" / HELD_OUT)
    return Result(fleet, Configuration(**run.record["configuration"]), model, run.metrics, held_out)
