"""What a PoC's engine offers, so that any of them can be run, recorded and reported the same way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas as pd
    from pydantic import BaseModel

    from studio_core.governance.model_card import DataSheet, ModelCard
    from studio_core.runs.folder import Run
    from studio_core.runs.progress import Callback, Stop


@dataclass(frozen=True)
class Outcome:
    """What an engine hands over when its work is done.

    Attributes
    ----------
    metrics
        Becomes ``metrics.json``.
    predictions
        Becomes ``predictions.parquet``.
    save_model
        Writes the model into the folder it is given.
    device
        What it was computed on, as a person would call it.
    fingerprint
        SHA-256 of the data, and of each file where they came from files (names only, no paths).
    summary
        Lines for the terminal.

    """

    metrics: dict[str, Any]
    predictions: pd.DataFrame
    save_model: Callable[[Path], None]
    device: str
    fingerprint: dict[str, Any]
    simulated: bool
    card: ModelCard
    sheet: DataSheet
    summary: Sequence[str] = field(default=())


@dataclass(frozen=True)
class Report:
    """What a PoC's own part of the report is made of: a template in its folder, and the values it shows."""

    template: Path
    values: dict[str, Any]
    texts: Any


class Engine(Protocol):
    """The module a PoC's ``usecase.yaml`` calls ``engine``."""

    Configuration: type[BaseModel]
    PACKAGES: Sequence[str]

    def execute(
        self,
        configuration: Any,
        data: Sequence[Path],
        progress: Callback | None,
        stop: Stop | None,
        *,
        unfinished: Path | None,
    ) -> Outcome:
        """Do the work.

        Parameters
        ----------
        data
            The paths a person named, none for the embedded sample.
        unfinished
            A folder for what a killed run may go on from; see `checkpoint`.

        """

    def report(self, run: Run) -> Report:
        """Return this PoC's part of the report, from nothing but the run folder."""
