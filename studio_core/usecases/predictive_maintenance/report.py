"""This PoC's part of the report: what the template shows, taken from the run folder alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from studio_core import TEXTS as COMMON
from studio_core.runs.charts import Axis
from studio_core.runs.engine import Report
from studio_core.runs.folder import MODEL, PREDICTIONS
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.description import read_description
from studio_messages import UsageError

if TYPE_CHECKING:
    from studio_core.runs.folder import Run

# Cycles within which a unit counts as urgent; two to four weeks of shifts or flights.
HORIZON = 30
_SHOWN = 15


@dataclass(frozen=True)
class _Unit:
    label: str
    value: float
    low: float
    high: float
    truth: float | None


@dataclass(frozen=True)
class _Method:
    label: str
    value: float
    low: float
    high: float
    score: float
    uncapped: float
    text: str
    ours: bool


def report(run: Run) -> Report:
    """Return the report's template and values.

    Raises
    ------
    UsageError
        A file of the run folder cannot be read.

    """
    if run.metrics.get("kind") == "events":
        from studio_core.usecases.predictive_maintenance.events_report import report_events  # noqa: PLC0415

        return report_events(run)
    fleet = _read_fleet(run.folder / PREDICTIONS)
    described = read_description(run.folder / MODEL)
    metrics, data = run.metrics, run.record["data"]
    judged = "rmse" in metrics
    first = fleet[:_SHOWN]
    reached = max(max(unit.high, unit.truth or 0.0) for unit in first) * 1.05
    farthest = float(metrics["cap"])
    values: dict[str, Any] = {
        "metrics": metrics,
        "judged": judged,
        "simulated": data["simulated"],
        "origin_key": data["origin"],
        "origin_values": data["origin_values"],
        "units": len(fleet),
        "urgent": sum(unit.value <= HORIZON for unit in fleet),
        "horizon": HORIZON,
        "fleet": fleet,
        "sequence": metrics.get("sequence"),
        "urgency": first,
        "urgency_axis": Axis(0, min(max(reached, 10.0), farthest), 110, 740),
        "limits": ["limit-known-modes", "limit-cap", "limit-interval", "limit-quality"],
        "limit_values": {"cap": metrics["cap"]},
        "members": described["members"],
        "weight": described["weights"]["networks"],
    }
    if data["simulated"]:
        values["limits"].append("limit-simulated")
    if judged:
        values |= _judged(metrics, fleet, farthest)
    return Report(Path(__file__).parent / "report.html.j2", values, TEXTS)


def _judged(metrics: dict[str, Any], fleet: list[_Unit], farthest: float) -> dict[str, Any]:
    alone = [metrics["sequence"]] if "sequence" in metrics else []
    widest = max(judged["rmse_high"] for judged in (metrics, *metrics["baselines"].values(), *alone))
    return {
        "compare": partial(_compare, metrics),
        "compare_axis": Axis(0, widest * 1.05, 190, 640),
        "points": [unit for unit in fleet if unit.truth is not None],
        "true_axis": Axis(0, farthest, 70, 740),
        "predicted_axis": Axis(0, farthest, 425, 15),
    }


def _compare(metrics: dict[str, Any], say: Callable[..., str]) -> list[_Method]:
    judged = {"model": metrics, **metrics["baselines"]}
    if "sequence" in metrics:
        judged["sequence"] = metrics["sequence"]
    return [
        _Method(
            label=say(f"method-{name.replace('_', '-')}"),
            value=figures["rmse"],
            low=figures["rmse_low"],
            high=figures["rmse_high"],
            score=figures["nasa_score"],
            uncapped=figures["rmse_uncapped"],
            text=say("number", value=figures["rmse"]),
            ours=name == "model",
        )
        for name, figures in sorted(judged.items(), key=lambda item: float(item[1]["rmse"]))
    ]


def _read_fleet(file: Path) -> list[_Unit]:
    try:
        table = pd.read_parquet(file)
        truths = table["true_rul"] if "true_rul" in table else [None] * len(table)
        rows = zip(table["unit"], table["rul"], table["low"], table["high"], truths, strict=True)
        return [_Unit(str(unit), float(rul), float(low), float(high), truth) for unit, rul, low, high, truth in rows]
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(COMMON, "run-file-damaged", file=file.name) from error
