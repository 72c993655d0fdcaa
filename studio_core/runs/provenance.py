"""How a run came about, in words and versions."""

from __future__ import annotations

import json
import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from studio_core import TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence


def package_versions(packages: Sequence[str]) -> dict[str, str]:
    """Return the versions of Python, the studio and the named packages."""
    found = {"python": platform.python_version()}
    for package in ("ai-studio", *packages):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = ""
    return found


def provenance(record: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what ``run.json`` tells about how a run came about, as rows for a table."""
    settings = ", ".join(f"{key}={json.dumps(value)}" for key, value in record["configuration"].items())
    packages = ", ".join(f"{name} {number}" for name, number in record["packages"].items())
    return [
        (TEXTS("report-record-started"), record["started"]),
        (TEXTS("report-record-duration"), TEXTS("seconds", value=record["duration_s"])),
        (TEXTS("report-record-seed"), str(record["seed"])),
        (TEXTS("report-record-device"), record["device"]),
        (TEXTS("report-record-fingerprint"), record["data"]["sha256"]),
        (TEXTS("report-record-configuration"), settings),
        (TEXTS("report-record-packages"), packages),
    ]
