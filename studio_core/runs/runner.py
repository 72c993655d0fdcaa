"""Runs a PoC headless and leaves its run folder."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from studio_core import TEXTS
from studio_core.governance.audit import append_event
from studio_core.runs import folder as names
from studio_core.runs.checkpoint import resumable
from studio_core.runs.provenance import package_versions, provenance
from studio_core.runs.report import write_report
from studio_core.runs.settings import parse_settings
from studio_messages import UsageError, chosen_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from studio_core.runs.engine import Outcome
    from studio_core.runs.progress import Callback, Stop
    from studio_core.usecases import UseCase


@dataclass(frozen=True)
class Finished:
    """A run that is done and written."""

    run: names.Run
    summary: Sequence[str]


def run_usecase(
    usecase: UseCase,
    folder: Path,
    *,
    data: Sequence[Path] = (),
    settings: Sequence[str] = (),
    seed: int | None = None,
    progress: Callback | None = None,
    stop: Stop | None = None,
) -> Finished:
    """Run `usecase` and write its run folder to `folder`, whole or not at all.

    A run that was killed goes on where it was when the same call is made again.

    Parameters
    ----------
    data
        Paths a person named; none for the embedded sample.
    settings
        ``key=value`` texts for the PoC's configuration.
    seed
        Seed of every random draw; None keeps the configuration's.

    Raises
    ------
    StudioError
        A wrong setting, unusable data, a target that is no run folder, a stop.

    """
    engine = usecase.load_engine()
    configuration = parse_settings(engine.Configuration, settings, seed=seed)
    if len(data) > 1:
        raise UsageError(TEXTS, "data-twice", name=usecase.name, count=str(len(data)))
    names.check_target(folder)
    started, clock = datetime.now(UTC), time.monotonic()
    with names.written_whole(folder) as fresh, resumable(folder, fresh.parent) as unfinished:
        append_event(
            fresh / names.AUDIT, "run-started", usecase=usecase.name, seed=getattr(configuration, "seed", None)
        )
        outcome = engine.execute(configuration, data, progress, stop, unfinished=unfinished)
        record = {
            "kind": names.KIND,
            "format": names.FORMAT,
            "usecase": usecase.name,
            "language": chosen_language(),
            "started": started.isoformat(timespec="seconds"),
            "duration_s": round(time.monotonic() - clock, 2),
            "seed": getattr(configuration, "seed", None),
            "device": outcome.device,
            "configuration": configuration.model_dump(mode="json"),
            "data": {"simulated": outcome.simulated, **outcome.fingerprint},
            "packages": package_versions(engine.PACKAGES),
        }
        _write(fresh, record, outcome)
        write_report(names.open_run(fresh), usecase)
    return Finished(names.open_run(folder), outcome.summary)


def _write(folder: Path, record: dict[str, Any], outcome: Outcome) -> None:
    log = folder / names.AUDIT
    append_event(log, "data-read", simulated=outcome.simulated, sha256=outcome.fingerprint["sha256"])
    names.write_json(folder / names.RECORD, record)
    names.write_json(folder / names.METRICS, outcome.metrics)
    outcome.predictions.to_parquet(folder / names.PREDICTIONS, index=False)
    outcome.save_model(folder / names.MODEL)
    fingerprint = [(file["name"], file["sha256"]) for file in record["data"]["files"]]
    fingerprint.append(("SHA-256", record["data"]["sha256"]))
    names.write_text(folder / names.MODEL_CARD, outcome.card.markdown(provenance(record)))
    names.write_text(folder / names.DATA_SHEET, outcome.sheet.markdown(fingerprint))
    append_event(log, "run-finished", duration_s=record["duration_s"], device=record["device"])
