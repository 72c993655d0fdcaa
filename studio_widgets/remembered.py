"""A guide's progress in a small file beside the notebook, so that it survives a restart of kernel or server."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

FILE = "guide-progress.json"
_LARGEST = 10_000


@dataclass(frozen=True)
class Progress:
    """Keys of the steps reached and of the exercises solved, in order."""

    reached: tuple[str, ...] = ()
    solved: tuple[str, ...] = ()


def recall(file: Path) -> Progress:
    """Read what was remembered; nothing where there is no such file or it makes no sense."""
    try:
        if file.stat().st_size > _LARGEST:
            return Progress()
        content = json.loads(file.read_text(encoding="utf-8"))
        return Progress(tuple(map(str, content["reached"])), tuple(map(str, content["solved"])))
    except (OSError, ValueError, TypeError, KeyError):
        return Progress()


def remember(file: Path, progress: Progress) -> bool:
    """Write it, whole or not at all; return False where the folder takes no files: the guide goes on without."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        content = {"reached": list(progress.reached), "solved": list(progress.solved)}
        fresh.write_text(json.dumps(content) + "\n", encoding="utf-8")
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)
        return False
    return True
