"""The PoC folder: each PoC's notebooks, in the person's language, where her files are."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

    from studio_messages import Language

FOLDER = "ai-studio"


def put_poc_folder(server: ServerApp, language: Language) -> None:
    """Put what is missing of ``ai-studio/<use case>/`` into the server's root; what is there already stays as it is.

    It happens before the first request is answered, because the hub lands on a notebook in it. A home that is full or
    read-only leaves a line in the log and a server that works.
    """
    from studio_core.notebooks import NAMES, copy_notebook  # noqa: PLC0415 - kept out of servers that fail before
    from studio_core.usecases import usecases  # noqa: PLC0415

    began = time.monotonic()
    root = Path(server.root_dir) / FOLDER
    made = 0
    for usecase in usecases():
        for name in NAMES:
            target = root / usecase.id / name
            if target.exists():
                continue
            try:
                made += copy_notebook(usecase, name, target, language)
            except OSError as error:
                server.log.warning("AI Studio: %s could not be written: %s", target, error)
                return
    server.log.info("AI Studio: %d notebooks put into %s in %.0f ms", made, root, 1000 * (time.monotonic() - began))
