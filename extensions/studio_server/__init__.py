"""What AI Studio adds to each person's Jupyter server: the PoC folder, their language, and nothing from the internet.

Jupyter Server loads it through ``etc/jupyter/jupyter_server_config.d/ai-studio.json``, inside the hub and without one.
It sits between two others: after JupyterHub's own extension, whose page settings it completes, and before Voilà, which
reads its configuration once, when it is loaded (extensions are loaded in the order of their names).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio_server.extension import load, start

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

__all__ = ["load", "start"]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "studio_server"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    load(server)


async def _start_jupyter_server_extension(server: ServerApp) -> None:
    start(server)
