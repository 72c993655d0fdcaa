"""The audit log of a run folder: who did what and when, each line bound to the one before it."""

from __future__ import annotations

import getpass
import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = "0" * 64


def append_event(log: Path, event: str, **details: Any) -> None:
    """Append one line to an ``audit.jsonl``; it carries the SHA-256 of the line before, so that later changes show."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    line = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "event": event,
        "user": _user(),
        "details": details,
        "previous": _digest(lines[-1]) if lines else _FIRST,
    }
    with log.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")


def first_broken_line(log: Path) -> int | None:
    """Return the number (from 1) of the first line that does not follow from the one before; None when all do."""
    previous = _FIRST
    for number, line in enumerate(log.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            if json.loads(line)["previous"] != previous:
                return number
        except (ValueError, KeyError, TypeError):
            return number
        previous = _digest(line)
    return None


def _digest(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def _user() -> str:
    try:
        return getpass.getuser()
    except OSError:
        # A container's user without an entry in the password file.
        return "unknown"
