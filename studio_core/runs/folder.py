"""The run folder: one place with everything a run leaves, written whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio_core import TEXTS
from studio_messages import StudioError, UsageError

RECORD, METRICS, PREDICTIONS, REPORT = "run.json", "metrics.json", "predictions.parquet", "report.html"
MODEL, MODEL_CARD, DATA_SHEET, AUDIT = "model", "model_card.md", "data_sheet.md", "audit.jsonl"
KIND = "ai-studio-run"
FORMAT = 1


@dataclass(frozen=True)
class Run:
    """An existing run folder.

    Attributes
    ----------
    record, metrics
        What ``run.json`` and ``metrics.json`` hold.

    """

    folder: Path
    record: dict[str, Any]
    metrics: dict[str, Any]


def open_run(folder: str | Path) -> Run:
    """Open a run folder.

    Raises
    ------
    UsageError
        There is none at `folder`, or it is damaged or of another version.

    """
    folder = Path(folder)
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        metrics = json.loads((folder / METRICS).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(TEXTS, "run-folder-none", folder=folder) from error
    except (OSError, ValueError) as error:
        raise UsageError(TEXTS, "run-folder-damaged", folder=folder) from error
    if not isinstance(record, dict) or not isinstance(metrics, dict) or record.get("kind") != KIND:
        raise UsageError(TEXTS, "run-folder-none", folder=folder)
    if record.get("format") != FORMAT:
        raise UsageError(TEXTS, "run-folder-version", folder=folder, found=str(record.get("format")))
    return Run(folder, record, metrics)


def check_target(folder: Path) -> None:
    """See that a run folder can be written at `folder`, before the work and not after it.

    Raises
    ------
    UsageError
        Something else is there, or nothing may be written there.

    """
    if folder.is_dir():
        if any(folder.iterdir()):
            try:
                open_run(folder)
            except UsageError as error:
                raise UsageError(TEXTS, "out-not-run", folder=folder) from error
    elif folder.exists() or folder.is_symlink():
        raise UsageError(TEXTS, "out-not-folder", folder=folder)
    parent = folder.absolute().parent
    while not parent.exists():
        parent = parent.parent
    if not parent.is_dir() or not os.access(parent, os.W_OK | os.X_OK):
        raise UsageError(TEXTS, "out-not-writable", folder=parent)


@contextmanager
def written_whole(folder: Path) -> Iterator[Path]:
    """Hand out a temporary folder that becomes `folder` when the block succeeds and vanishes when it does not.

    An earlier run folder at that place is replaced; see `check_target` for what is refused.

    Raises
    ------
    StudioError
        The disk is full, or something else came between.

    """
    check_target(folder)
    target = folder.absolute()
    workshop: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".partial", dir=target.parent))
        fresh = workshop / "new"
        fresh.mkdir()
        yield fresh
        if target.exists():
            target.rename(workshop / "old")
        fresh.rename(target)
    except OSError as error:
        raise StudioError(TEXTS, "out-failed", folder=folder, reason=error.strerror or type(error).__name__) from error
    finally:
        if workshop is not None:
            shutil.rmtree(workshop, ignore_errors=True)


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write one JSON object, readable by people, whole or not at all."""
    write_text(path, json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def write_text(path: Path, content: str) -> None:
    """Write a text file whole or not at all."""
    temporary = path.with_name(f".{path.name}.partial")
    temporary.write_text(content, encoding="utf-8")
    temporary.replace(path)
