"""The PoC folder: each PoC's notebooks, in the person's language, where her files are."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from studio_core.notebooks import copy_notebooks
from studio_core.usecases import find_usecases
from studio_messages import StudioError

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

    from studio_messages import Language

FOLDER = "ai-studio"


def put_poc_folder(server: ServerApp, language: Language) -> None:
    """Put what is missing of ``ai-studio/<use case>/`` into the server's root; what is there already stays as it is.

    It happens before the first request is answered, because the hub lands on a notebook in it. A home that is full or
    read-only leaves a line in the log and a server that works.
    """
    began = time.monotonic()
    root = Path(server.root_dir).resolve()
    # Links from a notebook to the app beside it are made from where the two lie below the server's root.
    os.environ["AI_STUDIO_ROOT"] = str(root)
    written = 0
    for usecase in find_usecases():
        try:
            written += len(copy_notebooks(usecase, root / FOLDER / usecase.name, language).written)
        except StudioError as error:
            server.log.warning("AI Studio: %s", error)
    milliseconds = 1000 * (time.monotonic() - began)
    server.log.info("AI Studio: %d files put into %s in %.0f ms", written, root / FOLDER, milliseconds)
