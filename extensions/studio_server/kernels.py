"""How kernels talk to their server, and when forgotten ones end."""

from __future__ import annotations

import atexit
import shutil
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from traitlets.config import Config

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

# A kernel nobody is connected to ends after this many seconds without work: Voilà may leave one behind when a tab is
# closed (voila#209), while a laptop closed over lunch must not cost its owner the notebook's state.
FORGOTTEN_AFTER_S = 4 * 3600

# "/kernel-<uuid>-ipc-<n>" is this long; the path of a Unix socket ends at 107 characters on Linux.
_SOCKET_NAME = 51
_LONGEST_PATH = 107


def configure_kernels(server: ServerApp) -> None:
    """Let kernels use Unix sockets in a folder only their owner can enter; other users of a node share its TCP ports.

    Where an administrator chose a transport, or no such folder can be had, the choice (or Jupyter's default) stays.
    """
    manager = server.kernel_manager
    if "cull_idle_timeout" not in server.config.MappingKernelManager:
        manager.cull_idle_timeout = FORGOTTEN_AFTER_S
    if "transport" in server.config.KernelManager or "transport" in server.config.ConnectionFileMixin:
        return
    folder = private_socket_folder()
    if folder is None:
        server.log.warning(
            "AI Studio: no folder for Unix sockets; kernels use TCP, which other users of this node can reach"
        )
        return
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    manager.connection_dir = str(folder)
    manager.update_config(Config({"KernelManager": {"transport": "ipc"}}))


def private_socket_folder() -> Path | None:
    """Return a new folder, mode 0700, on this node's own disk, that takes Unix sockets; None where there is none.

    Jupyter's runtime folder lies in the home directory, often on a network file system, its path too long for a socket.
    """
    for parent in dict.fromkeys((tempfile.gettempdir(), "/tmp", "/dev/shm")):  # noqa: S108 - mkdtemp makes it private
        if len(parent) + len("/ai-studio-xxxxxxxx") + _SOCKET_NAME > _LONGEST_PATH:
            continue
        try:
            folder = Path(tempfile.mkdtemp(prefix="ai-studio-", dir=parent))
        except OSError:
            continue
        if _takes_a_socket(folder):
            return folder
        shutil.rmtree(folder, ignore_errors=True)
    return None


def _takes_a_socket(folder: Path) -> bool:
    path = folder / "probe"
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.bind(str(path))
        except OSError:
            return False
    path.unlink()
    return True
