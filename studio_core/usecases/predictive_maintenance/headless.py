"""Predictive maintenance without a screen: from the command line's words to what a run folder holds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio_core.data.contract import UNIT
from studio_core.data.fingerprint import fingerprint_tables
from studio_core.governance.model_card import DataSheet, ModelCard
from studio_core.runs.engine import Outcome
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.configuration import SIMULATED, Configuration
from studio_core.usecases.predictive_maintenance.report import report
from studio_core.usecases.predictive_maintenance.simulate import simulate_fleet
from studio_messages import SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio_core.runs.progress import Callback, Stop
    from studio_core.usecases.predictive_maintenance.fleet import Fleet
    from studio_core.usecases.predictive_maintenance.result import Result

PACKAGES = ("numpy", "pandas", "pyarrow", "safetensors", "scikit-learn", "skops", "torch", "transformers")
_ONLY_DATA = {"subset", "unit", "time", "end", "target", "sensors", "settings"}

__all__ = ["PACKAGES", "Configuration", "execute", "report"]


def execute(
    configuration: Configuration,
    data: Sequence[Path],
    progress: Callback | None = None,
    stop: Stop | None = None,
    *,
    unfinished: Path | None = None,
) -> Outcome:
    """Train and judge on the data that were named, or on the simulated fleet where none were.

    Raises
    ------
    SettingsError
        A setting that means nothing for these data.
    DataError
        The data cannot be used.

    """
    meaningless = configuration.model_fields_set & (set(SIMULATED) if data else _ONLY_DATA)
    if meaningless:
        key = "setting-only-simulated" if data else "setting-only-data"
        raise SettingsError(TEXTS, key, key=sorted(meaningless)[0])
    if not data:
        fleet = simulate_fleet(**configuration.simulated())
        fingerprint = fingerprint_tables(fleet.train, fleet.test)
        return _execute_fleet(fleet, fingerprint, configuration, progress, stop, unfinished)
    # Here and not above: scikit-learn takes a second that a wrong setting need not wait for.
    from studio_core.usecases.predictive_maintenance.events import EventTable  # noqa: PLC0415
    from studio_core.usecases.predictive_maintenance.sources import read_source  # noqa: PLC0415

    source = read_source(data[0], configuration)
    if isinstance(source.data, EventTable):
        from studio_core.usecases.predictive_maintenance.events_headless import execute_events  # noqa: PLC0415

        return execute_events(source.data, source.fingerprint, configuration, progress, stop)
    return _execute_fleet(source.data, source.fingerprint, configuration, progress, stop, unfinished)


def _execute_fleet(
    fleet: Fleet,
    fingerprint: dict[str, Any],
    configuration: Configuration,
    progress: Callback | None,
    stop: Stop | None,
    unfinished: Path | None,
) -> Outcome:
    # Here and not above: a wrong setting or a missing file is said before seconds of imports.
    from studio_core.usecases.predictive_maintenance.training import train  # noqa: PLC0415

    result = train(fleet, configuration, progress, stop, unfinished=unfinished)
    predictions = result.predict()
    if fleet.test_rul is not None:
        predictions["true_rul"] = predictions[UNIT].map(fleet.test_rul)
    return Outcome(
        metrics=result.metrics,
        predictions=predictions,
        save_model=result.save,
        device=_device_name(result.metrics["device"]),
        fingerprint=fingerprint | {"origin": fleet.origin_key, "origin_values": fleet.origin_values},
        simulated=fleet.simulated,
        card=_card(result),
        sheet=_sheet(fleet),
        summary=_summary(result),
    )


def _device_name(device: str) -> str:
    if device.startswith("cuda"):
        import torch  # noqa: PLC0415 - loaded by then, and only wanted here

        return torch.cuda.get_device_name()
    return f"CPU × {len(os.sched_getaffinity(0))}"


def _figures(result: Result) -> list[tuple[str, str]]:
    metrics = result.metrics
    rows = [(TEXTS("figure-cross-validation"), TEXTS("cycles", value=metrics["cross_validation"]["rmse"]))]
    if "rmse" not in metrics:
        for name, judged in metrics["cross_validation"]["baselines"].items():
            label = TEXTS("figure-baseline", name=TEXTS(f"method-{name.replace('_', '-')}"))
            rows.append((label, TEXTS("cycles", value=judged["rmse"])))
    if "rmse" in metrics:
        ours = TEXTS("figure-ranged", value=metrics["rmse"], low=metrics["rmse_low"], high=metrics["rmse_high"])
        rows.append((TEXTS("figure-rmse"), ours))
        for name, judged in result.baselines.items():
            ranged = TEXTS("figure-ranged", value=judged["rmse"], low=judged["rmse_low"], high=judged["rmse_high"])
            rows.append((TEXTS("figure-baseline", name=TEXTS(f"method-{name.replace('_', '-')}")), ranged))
        rows += [
            (TEXTS("figure-uncapped"), TEXTS("cycles", value=metrics["rmse_uncapped"])),
            (TEXTS("figure-score"), TEXTS("number", value=metrics["nasa_score"])),
            (TEXTS("figure-coverage"), TEXTS("percent", value=metrics["coverage_90"])),
            (TEXTS("figure-width"), TEXTS("cycles", value=metrics["width_90"])),
        ]
    if "sequence" in metrics:
        alone, share = metrics["sequence"]["cross_validation_rmse"], metrics["sequence"]["share"]
        rows.append((TEXTS("figure-sequence"), TEXTS("figure-sequence-value", value=alone, share=share)))
    saving = metrics["saving_vs_age_replacement"]
    rows.append((TEXTS("figure-saving"), TEXTS("figure-saving-value", **saving)))
    rows.append((TEXTS("figure-seconds"), TEXTS("seconds-long", value=metrics["train_seconds"])))
    return rows


def _summary(result: Result) -> list[str]:
    rows = _figures(result)
    width = max(len(name) for name, _ in rows)
    said = [finding.text() for finding in result.fleet.notes]
    return [result.fleet.origin(), *said, *(f"{name:<{width}}  {value}" for name, value in rows)]


def _card(result: Result) -> ModelCard:
    cap = result.configuration.cap
    limits = [*LIMITS, "limit-simulated"] if result.fleet.simulated else LIMITS
    return ModelCard(
        title=TEXTS("card-name"),
        purpose=TEXTS("card-purpose"),
        method=[
            TEXTS("card-method-features"),
            TEXTS("card-method-model", members=result.model.network.members, weight=result.model.weights.networks),
            *_sequence_method(result),
            TEXTS("card-method-folds"),
            TEXTS("card-method-interval"),
        ],
        data=result.fleet.origin(),
        figures=_figures(result),
        limits=[TEXTS(key, cap=cap) for key in limits],
        oversight=TEXTS("card-oversight"),
    )


def _sequence_method(result: Result) -> list[str]:
    found = result.metrics.get("sequence")
    if found is None:
        return []
    return [TEXTS("card-method-sequence" if found["share"] else "card-method-no-sequence", share=found["share"])]


def _sheet(fleet: Fleet) -> DataSheet:
    quality = fleet.quality()
    return DataSheet(
        title=fleet.name,
        origin=fleet.origin(),
        content=[
            (TEXTS("sheet-units"), TEXTS("count", value=quality.units)),
            (TEXTS("sheet-failures"), TEXTS("count", value=quality.failures)),
            (TEXTS("sheet-rows"), TEXTS("count", value=quality.rows)),
            (TEXTS("sheet-lengths"), f"{quality.shortest} / {quality.median} / {quality.longest}"),
            (TEXTS("sheet-test-units"), TEXTS("count", value=len(fleet.units("test")))),
        ],
        quality=[finding.text() for finding in quality.findings],
        channels=[(channel.name, channel.unit, channel.describe()) for channel in fleet.channels],
        rights=TEXTS(fleet.origin_key.replace("origin", "rights")),
    )


LIMITS = ("limit-known-modes", "limit-cap", "limit-interval", "limit-quality")
