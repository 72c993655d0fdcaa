"""TLS between hub, proxy and nodes (JupyterHub's internal_ssl) for servers whose node is not known when they start.

The certificate names every node's address, since the scheduler chooses later. Key and certificates travel to the job in
its environment, like the server's token, and become files only on the node, in a folder that nobody else can enter.
"""

from __future__ import annotations

import atexit
import ipaddress
import os
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from traitlets import Dict, default
from traitlets.config import LoggingConfigurable

# What JupyterHub calls the files, and the variables in which our jobs get their contents.
_FILES = {"keyfile": "KEY", "certfile": "CERTIFICATE", "cafile": "AUTHORITY"}
_JUPYTERHUB = {
    "keyfile": "JUPYTERHUB_SSL_KEYFILE",
    "certfile": "JUPYTERHUB_SSL_CERTFILE",
    "cafile": "JUPYTERHUB_SSL_CLIENT_CA",
}


class InternalTls(LoggingConfigurable):  # type: ignore[misc]
    """The part of a spawner that gives a server on any node its certificate."""

    _tls = Dict(help="The server's key and certificates, for its job's environment.")

    @default("ssl_alt_names")
    def _default_ssl_alt_names(self) -> Callable[[InternalTls], Awaitable[list[str]]]:
        return type(self)._alternative_names

    async def _alternative_names(self) -> list[str]:
        addresses = await self.slurm.node_addresses()
        return [*self.trusted_alt_names, *(_alternative_name(address) for address in addresses)]

    async def move_certs(self, paths: dict[str, str]) -> dict[str, str]:
        """Keep the files' contents for the job; the hub may not write into people's homes, nor should it."""
        self._tls = {f"AI_STUDIO_TLS_{part}": Path(paths[name]).read_text() for name, part in _FILES.items()}
        return paths

    def get_env(self) -> dict[str, Any]:
        """Return the server's environment, with its key and certificates where internal TLS is on."""
        return {**super().get_env(), **self._tls}


def _alternative_name(address: str) -> str:
    try:
        ipaddress.ip_address(address)
    except ValueError:
        return f"DNS:{address}"
    return f"IP:{address}"


def unpack_certificates() -> None:
    """On the node: turn what the environment brought into private files, for this process and as long as it runs."""
    if "AI_STUDIO_TLS_KEY" not in os.environ:
        return
    folder = Path(tempfile.mkdtemp(prefix="ai-studio-tls-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name, part in _FILES.items():
        path = folder / part.lower()
        path.touch(mode=0o600)
        path.write_text(os.environ.pop(f"AI_STUDIO_TLS_{part}"))
        os.environ[_JUPYTERHUB[name]] = str(path)
