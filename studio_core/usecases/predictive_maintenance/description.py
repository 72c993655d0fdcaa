"""What a saved model says about itself, readable without loading it or anything it needs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from studio_core.usecases.predictive_maintenance import TEXTS
from studio_messages import ModelError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 2
CONFIG = "config.json"


def read_description(folder: Path) -> dict[str, Any]:
    """Return what the ``config.json`` of a model folder says.

    Raises
    ------
    ModelError
        The file is missing, damaged or of another version.

    """
    try:
        described: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        found = described["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(TEXTS, "model-unreadable", folder=folder, reason=type(error).__name__) from error
    if found != FORMAT:
        raise ModelError(TEXTS, "model-version", folder=folder, found=str(found))
    return described
