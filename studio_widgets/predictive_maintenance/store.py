"""The app's model of the sample fleet: trained once per person, then opened from her storage."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from studio_core.data.fingerprint import fingerprint_tables
from studio_core.usecases import find_usecase
from studio_core.usecases.predictive_maintenance import Configuration, load_result, simulate_fleet
from studio_messages import StudioError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio_core.runs.progress import Step
    from studio_core.usecases.predictive_maintenance import Fleet, Result

USECASE = "predictive-maintenance"
CONFIGURATION = Configuration(budget="quick", device="cpu")


def cache_folder(fleet: Fleet, configuration: Configuration = CONFIGURATION) -> Path:
    """Return where the model is kept: in the person's own cache, by a name that changes with configuration and data."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    settings = json.dumps(configuration.model_dump(mode="json"), sort_keys=True)
    data = fingerprint_tables(fleet.train, fleet.test)["sha256"]
    return cache / "ai-studio" / f"{USECASE}-{hashlib.sha256(f'{settings}{data}'.encode()).hexdigest()[:12]}"


def sample_result(progress: Callable[[Step], object], **shape: float) -> Result:
    """Return the model of the simulated fleet; only the first call trains (a few seconds), the next ones read it.

    A storage that is full or read-only costs the memory, not the app: the model is then trained each time.

    Parameters
    ----------
    shape
        What the fleet is like, as `Configuration` permits: ``noise``, ``wear``, ``censored``, …

    """
    configuration = Configuration.model_validate({**CONFIGURATION.model_dump(exclude_unset=True), **shape})
    fleet = simulate_fleet(**configuration.simulated())
    folder = cache_folder(fleet, configuration)
    try:
        return load_result(folder, fleet)
    except StudioError:
        # Not there yet, damaged, or of an earlier version of the studio: made anew.
        pass
    from studio_core.runs.runner import run_usecase  # noqa: PLC0415 - only the first time
    from studio_core.usecases.predictive_maintenance import train  # noqa: PLC0415 - brings torch

    try:
        settings = [f"{key}={value}" for key, value in configuration.model_dump(exclude_unset=True).items()]
        run_usecase(find_usecase(USECASE), folder, settings=settings, progress=progress)
        return load_result(folder, fleet)
    except (OSError, UsageError):
        return train(fleet, configuration, progress)
