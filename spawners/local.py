"""Servers as plain processes of the hub's own account: for a laptop, without Slurm and without root."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import psutil
from jupyterhub.spawner import LocalProcessSpawner
from traitlets import Float, Unicode

from spawners.cluster import TEXTS
from spawners.port_report import digest
from spawners.studio_spawner import StudioSpawner
from studio_messages import ClusterError


class StudioLocalSpawner(StudioSpawner, LocalProcessSpawner):  # type: ignore[misc]
    """One folder for each name that signs in; all processes belong to whoever started the hub.

    It keeps people's files apart, not people: it is for one person at her own machine.
    """

    people_folder = Unicode(help="Where each person's folder lies.").tag(config=True)

    ip = Unicode("127.0.0.1", help="The address that servers listen on.").tag(config=True)

    started_at = Float(0.0, help="When the process of `pid` started: a pid alone may be another's by now.")

    @property
    def home(self) -> Path:
        """The person's own folder."""
        return Path(self.people_folder, str(self.user.name))

    @property
    def log_file(self) -> Path:
        """Where the person's server writes its log."""
        return self.home / ".ai-studio-session.log"

    def make_preexec_fn(self, name: str) -> None:
        """Change no account: the server runs as the hub does."""

    def user_env(self, env: dict[str, Any]) -> dict[str, Any]:
        """Return `env` with the person's folder as home."""
        return {**env, "USER": self.user.name, "HOME": str(self.home), "SHELL": "/bin/bash"}

    async def start(self) -> tuple[str, int]:
        """Start the server and return where it listens."""
        with self.explaining_failures(), self.expecting_port() as port:
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            # The base class would choose a port; any number keeps it from that, the server binds its own.
            self.port = 1
            self.reported_port = 0
            self.token_digest = digest(self.api_token)
            with self.log_file.open("wb") as log:
                self.popen_kwargs = {"cwd": self.home, "stdout": log, "stderr": log}
                await super().start()
            self.started_at = psutil.Process(self.pid).create_time()
            await self._reported_while_alive(port)
            return self.ip, port.result()

    async def _reported_while_alive(self, port: asyncio.Future[int]) -> None:
        try:
            async with asyncio.timeout(self.launch_timeout):
                while not port.done():
                    await asyncio.wait([port], timeout=0.5)
                    if await self.poll() is not None:
                        raise ClusterError(TEXTS, "server-ended-early", log=self.log_file)
        except TimeoutError:
            raise ClusterError(TEXTS, "server-silent", seconds=self.launch_timeout) from None

    async def poll(self) -> int | None:
        """Return None while the server runs."""
        if self.proc is None and self.pid and not self._is_ours():
            self.clear_state()
            return 0
        status: int | None = await super().poll()
        return status

    async def stop(self, now: bool = False) -> None:  # noqa: ARG002 - JupyterHub's signature
        """End the server; SIGTERM, unlike SIGINT, lets it end its kernels first."""
        await super().stop(now=True)

    def _is_ours(self) -> bool:
        try:
            return bool(abs(psutil.Process(self.pid).create_time() - self.started_at) < 1)
        except psutil.NoSuchProcess:
            return False

    def get_state(self) -> dict[str, Any]:
        """Return what must survive a restart of the hub."""
        state: dict[str, Any] = super().get_state()
        if self.pid:
            state["started_at"] = self.started_at
        return state

    def load_state(self, state: dict[str, Any]) -> None:
        """Take up what `get_state` returned."""
        super().load_state(state)
        self.started_at = state.get("started_at", 0.0)
