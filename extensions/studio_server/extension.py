"""The steps taken when a person's server starts; none of them may keep the server from starting."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from studio_messages import chosen_language
from studio_server.folder import put_poc_folder
from studio_server.kernels import configure_kernels
from studio_server.language import speak
from studio_server.pages import complete_lab_pages, complete_voila_pages

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def load(server: ServerApp) -> None:
    """Prepare the server before it answers its first request.

    Whatever fails in here is logged and left out: a person without a PoC folder can still work, one without a server
    cannot.
    """
    language = chosen_language()
    # Kernels inherit both: the language their texts are in, and the address that links to apps start with.
    os.environ.setdefault("AI_STUDIO_LANG", language)
    os.environ["AI_STUDIO_BASE_URL"] = server.base_url
    for step in (
        lambda: put_poc_folder(server, language),
        lambda: configure_kernels(server),
        lambda: speak(server, language),
        lambda: complete_lab_pages(server),
        lambda: complete_voila_pages(server, language),
    ):
        try:
            step()
        except Exception:
            server.log.exception("AI Studio: a step of the server's preparation failed and was left out")


def start(server: ServerApp) -> None:
    """Complete the page settings once more, for the case that another extension replaced them while loading."""
    complete_lab_pages(server)
