"""A table of events without a screen: what a run folder holds of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pandas as pd

from studio_core.governance.model_card import DataSheet, ModelCard
from studio_core.runs.engine import Outcome
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.classify import classify

if TYPE_CHECKING:
    from studio_core.runs.progress import Callback, Stop
    from studio_core.usecases.predictive_maintenance.classify import Classified
    from studio_core.usecases.predictive_maintenance.configuration import Configuration
    from studio_core.usecases.predictive_maintenance.events import EventTable

LIMITS = ("limit-events-known", "limit-events-probability", "limit-events-change", "limit-quality")


def execute_events(
    table: EventTable,
    fingerprint: dict[str, Any],
    configuration: Configuration,
    progress: Callback | None = None,
    stop: Stop | None = None,
) -> Outcome:
    """Train and judge on a table of events."""
    found = classify(table, configuration.budget, configuration.seed, progress, stop)
    predictions = pd.DataFrame(
        {
            "row": table.inputs.index.to_numpy(),
            "probability": found.probability,
            "alarm": found.alarm,
            "failed": table.target,
        }
    )
    return Outcome(
        metrics=found.metrics,
        predictions=predictions.sort_values(["probability", "row"], ascending=[False, True], ignore_index=True),
        save_model=found.model.save,
        device=f"CPU × {len(os.sched_getaffinity(0))}",
        fingerprint=fingerprint | {"origin": table.origin_key, "origin_values": table.origin_values},
        simulated=False,
        card=_card(table, found),
        sheet=_sheet(table),
        summary=_summary(table, found),
    )


def _figures(found: Classified) -> list[tuple[str, str]]:
    metrics = found.metrics
    rows = []
    for name in ("average_precision", "f1"):
        values = {"value": metrics[name], "low": metrics[f"{name}_low"], "high": metrics[f"{name}_high"]}
        key = name.replace("_", "-")
        rows.append((TEXTS(f"figure-{key}"), TEXTS("share-ranged", **values)))
        for baseline, figures in metrics["baselines"].items():
            method = TEXTS(f"method-{baseline}")
            rows.append((TEXTS(f"figure-{key}-of", name=method), TEXTS("share", value=figures[name])))
    rows += [
        (TEXTS("figure-precision"), TEXTS("percent", value=metrics["precision"])),
        (TEXTS("figure-recall"), TEXTS("percent", value=metrics["recall"])),
        (TEXTS("figure-brier"), TEXTS("share", value=metrics["brier"])),
        (TEXTS("figure-seconds"), TEXTS("seconds-long", value=metrics["train_seconds"])),
    ]
    return rows


def _summary(table: EventTable, found: Classified) -> list[str]:
    rows = _figures(found)
    width = max(len(name) for name, _ in rows)
    said = [finding.text() for finding in table.findings]
    return [table.origin(), *said, "", *(f"{name:<{width}}  {value}" for name, value in rows)]


def _card(table: EventTable, found: Classified) -> ModelCard:
    metrics = found.metrics
    method = ["card-events-features", "card-events-forest", "card-events-folds"]
    return ModelCard(
        title=TEXTS("card-events-name"),
        purpose=TEXTS("card-events-purpose"),
        method=[TEXTS(key, folds=metrics["folds"], repeats=len(metrics["seeds"])) for key in method],
        data=table.origin(),
        figures=_figures(found),
        limits=[TEXTS(key) for key in LIMITS],
        oversight=TEXTS("card-events-oversight"),
    )


def _sheet(table: EventTable) -> DataSheet:
    return DataSheet(
        title=table.name,
        origin=table.origin(),
        content=[
            (TEXTS("sheet-rows"), TEXTS("count", value=len(table.target))),
            (TEXTS("sheet-events-failed"), TEXTS("count", value=table.failures)),
            (TEXTS("sheet-events-inputs"), TEXTS("count", value=table.inputs.shape[1])),
        ],
        quality=[finding.text() for finding in table.findings],
        channels=[(channel.name, channel.unit, channel.describe()) for channel in table.channels],
        rights=TEXTS(table.origin_key.replace("origin", "rights")),
    )
