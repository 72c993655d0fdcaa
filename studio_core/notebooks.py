"""A PoC's notebooks: where they are installed, and a person's own working copy of them in one language."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio_core import TEXTS
from studio_messages import LANGUAGES, UsageError

if TYPE_CHECKING:
    from studio_core.usecases import UseCase
    from studio_messages import Language

_KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}


def notebooks_folder() -> Path:
    """Return the folder that holds one folder of notebooks per PoC: the checkout's, else the installed one."""
    beside = Path(__file__).resolve().parent.parent
    if (beside / "pyproject.toml").is_file() and (beside / "notebooks").is_dir():
        return beside / "notebooks"
    return Path(sys.prefix) / "share" / "ai-studio" / "notebooks"


@dataclass(frozen=True)
class Copied:
    """What a working copy consists of: files written now, and files that were there before and were left alone."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def copy_notebooks(usecase: UseCase, target: Path, language: Language) -> Copied:
    """Put a working copy of a PoC's notebooks into `target`, with the text cells of one language.

    Nothing that exists is overwritten.

    Raises
    ------
    UsageError
        The notebooks are not installed, or `target` cannot be written.

    """
    source = notebooks_folder() / usecase.notebooks
    files = sorted(path for path in source.glob("**/*") if path.is_file() and _belongs(path.relative_to(source)))
    if not files:
        raise UsageError(TEXTS, "notebooks-missing", name=usecase.name, folder=source)
    if target.exists() and not target.is_dir():
        raise UsageError(TEXTS, "new-target-not-folder", folder=target)
    written: list[Path] = []
    kept: list[Path] = []
    try:
        for file in files:
            copy = target / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            (written if _copy(file, copy, usecase, language) else kept).append(copy)
    except OSError as error:
        raise UsageError(TEXTS, "new-not-writable", folder=target, reason=error.strerror or "?") from error
    return Copied(tuple(written), tuple(kept))


def _belongs(path: Path) -> bool:
    return not any(part.startswith(".") or part == "__pycache__" for part in path.parts)


def _copy(file: Path, copy: Path, usecase: UseCase, language: Language) -> bool:
    """Copy one file; return False where something is there already."""
    try:
        # "x" decides and creates in one step, so two copies at the same time cannot overwrite each other.
        handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        return False
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(_content(file, usecase, language))
    except OSError:
        # A disk that became full: half a notebook would count as present the next time.
        copy.unlink()
        raise
    return True


def _content(file: Path, usecase: UseCase, language: Language) -> bytes:
    if file.suffix != ".ipynb":
        return file.read_bytes()
    spoken = in_language(json.loads(file.read_text(encoding="utf-8")), language)
    spoken["metadata"]["ai_studio"] = {"usecase": usecase.name, "language": language}
    return (json.dumps(spoken, indent=1, ensure_ascii=False) + "\n").encode()


def in_language(notebook: dict[str, Any], language: Language) -> dict[str, Any]:
    """Return a notebook (its JSON) without other languages' cells, without outputs, and with the standard kernel."""
    others = set(LANGUAGES) - {language}
    cells = [_fresh(cell) for cell in notebook["cells"] if not others & set(cell["metadata"].get("tags", []))]
    metadata = {**notebook["metadata"], "kernelspec": _KERNEL}
    return {**notebook, "cells": cells, "metadata": metadata}


def _fresh(cell: dict[str, Any]) -> dict[str, Any]:
    return {**cell, "outputs": [], "execution_count": None} if cell["cell_type"] == "code" else cell
