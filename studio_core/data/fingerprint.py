"""Fingerprints of data: the same bytes give the same sum, whatever the folder is called."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def fingerprint_files(files: Iterable[Path]) -> dict[str, Any]:
    """Return ``sha256`` over all files and ``files``, a list with each one's name, size in bytes and SHA-256."""
    listed = [{"name": path.name, "bytes": path.stat().st_size, "sha256": _digest_file(path)} for path in files]
    together = hashlib.sha256("".join(f"{file['name']} {file['sha256']}\n" for file in listed).encode())
    return {"sha256": together.hexdigest(), "files": listed}


def fingerprint_tables(*tables: pd.DataFrame) -> dict[str, Any]:
    """Return ``sha256`` over the tables' content, and no files."""
    together = hashlib.sha256()
    for table in tables:
        together.update(",".join(map(str, table.columns)).encode())
        together.update(pd.util.hash_pandas_object(table, index=False).to_numpy().tobytes())
    return {"sha256": together.hexdigest(), "files": []}


def _digest_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
