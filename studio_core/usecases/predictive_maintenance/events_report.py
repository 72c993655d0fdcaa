"""The report of a table of events: what an alarm is worth first, then how that came about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio_core.runs.charts import Axis
from studio_core.runs.engine import Report
from studio_core.runs.folder import MODEL
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.description import read_description
from studio_core.usecases.predictive_maintenance.events import AI4I_MODES
from studio_core.usecases.predictive_maintenance.events_headless import LIMITS

if TYPE_CHECKING:
    from studio_core.runs.folder import Run

_SHOWN = 8


@dataclass(frozen=True)
class _Bar:
    label: str
    value: float
    low: float
    high: float
    text: str
    ours: bool


@dataclass(frozen=True)
class _Point:
    truth: float
    value: float
    low: float
    high: float


def report_events(run: Run) -> Report:
    """Return the report's template and values.

    Raises
    ------
    ModelError
        The model's description cannot be read.

    """
    metrics, data = run.metrics, run.record["data"]
    described = read_description(run.folder / MODEL)
    importance = sorted(metrics["importance"].items(), key=lambda item: -item[1])[:_SHOWN]
    most = max(importance[0][1], 0.01)
    values: dict[str, Any] = {
        "metrics": metrics,
        "confusion": metrics["confusion"],
        "alarms": metrics["confusion"]["true_alarms"] + metrics["confusion"]["false_alarms"],
        "origin_key": data["origin"],
        "origin_values": data["origin_values"],
        "compare": partial(_compare, metrics),
        "compare_axis": Axis(0, 1, 190, 640),
        "important": partial(_important, importance),
        "important_axis": Axis(0, most * 1.05, 260, 660),
        "points": [
            _Point(*(each[name] for name in ("predicted", "observed", "low", "high")))
            for each in metrics["calibration"]
        ],
        "calibration": metrics["calibration"],
        "said_axis": Axis(0, 1, 70, 740),
        "happened_axis": Axis(0, 1, 425, 15),
        "modes": [(name, AI4I_MODES.get(name.lower(), ""), each) for name, each in metrics["modes"].items()],
        "trees": described["trees"],
        "limits": LIMITS,
    }
    return Report(Path(__file__).parent / "events_report.html.j2", values, TEXTS)


def _compare(metrics: dict[str, Any], say: Callable[..., str]) -> list[_Bar]:
    value = metrics["average_precision"]
    low, high = metrics["average_precision_low"], metrics["average_precision_high"]
    rows = [_Bar(say("method-model"), value, low, high, say("share", value=value), True)]
    for name, figures in metrics["baselines"].items():
        value = figures["average_precision"]
        rows.append(_Bar(say(f"method-{name}"), value, value, value, say("share", value=value), False))
    return sorted(rows, key=lambda row: -row.value)


def _important(importance: list[tuple[str, float]], say: Callable[..., str]) -> list[_Bar]:
    rows = []
    for name, lost in importance:
        key = f"physics-{name.replace(' ', '-')}"
        label = say(key) if TEXTS.find(key) else name
        value = max(lost, 0.0)
        shown = label if len(label) <= 26 else label[:25] + "…"
        rows.append(_Bar(shown, value, value, value, say("share", value=value), True))
    return rows
