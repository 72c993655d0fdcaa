"""The server that a spawner starts on a node: JupyterHub's own, on a port that it picks, keeps, and tells the hub.

Run as ``python -m spawners.single_user``. The port is bound once and never let go, so nobody on a shared node can take
it between the choice and the use; the hub hears of it only when the server accepts connections.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import sys
import time

from spawners.internal_tls import unpack_certificates
from spawners.lean_start import ask_no_yarn, lean_imports

# JupyterHub's classes look for their certificates while they are imported.
unpack_certificates()

with lean_imports():
    from jupyter_server.serverapp import ServerApp
    from jupyterhub.singleuser.extension import JupyterHubSingleUser
    from jupyterhub.utils import make_ssl_context

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest  # noqa: E402
from tornado.netutil import bind_sockets  # noqa: E402

_REPORT_ROUTE = "ai-studio/port"

# The hub is there and does not want this server.
_REFUSALS = (400, 403, 409)
_REFUSAL_LIMIT = 60

# Seconds between looks at the hub.
_HUB_CHECK_INTERVAL = 30


class StudioServerApp(ServerApp):  # type: ignore[misc]
    """A Jupyter server that binds a free port, keeps it, and reports it to the hub."""

    def _find_http_port(self) -> None:
        self._bound = bind_sockets(0, self.ip)
        self.port = self._bound[0].getsockname()[1]
        # With several addresses (IPv4 and IPv6) tornado uses the same port for all.

    def _bind_http_server_tcp(self) -> bool:
        self.http_server.add_sockets(self._bound)
        self.io_loop.add_callback(self._report_port)
        return True

    async def _report_port(self) -> None:
        """Tell the hub our port, again and again until it takes it; then keep an eye on the hub."""
        body = f'{{"port": {self.port}}}'
        patience = _Patience(float(os.environ.get("AI_STUDIO_HUB_ABSENCE_LIMIT", "0")))
        pause = 0.5
        while not await self._hub_answers(_REPORT_ROUTE, patience, method="POST", body=body):
            await asyncio.sleep(pause)
            pause = min(2 * pause, 15)
        self.log.info("Told the hub that this server listens on port %d", self.port)
        while True:
            await asyncio.sleep(_HUB_CHECK_INTERVAL)
            await self._hub_answers("", patience)

    async def _hub_answers(self, route: str, patience: _Patience, method: str = "GET", body: str | None = None) -> bool:
        """Send one request to the hub; end this server when it has been away, or has refused it, for too long."""
        request = HTTPRequest(
            f"{os.environ['JUPYTERHUB_API_URL'].rstrip('/')}/{route}",
            method=method,
            headers={
                "Authorization": f"token {os.environ['JUPYTERHUB_API_TOKEN']}",
                "Content-Type": "application/json",
            },
            body=body,
            ssl_options=_internal_tls(),
        )
        try:
            await AsyncHTTPClient().fetch(request)
        except (HTTPClientError, OSError) as error:
            self.log.warning("The hub does not answer as it should: %s", error)
            # A hub that has just been restarted may not know its servers yet; one that goes on refusing never will.
            refused = isinstance(error, HTTPClientError) and error.code in _REFUSALS
            if patience.is_over(refused=refused):
                self.log.critical("Without a hub nobody can reach this server; ending.")
                self.stop()
            return False
        patience.renew()
        return True


class _Patience:
    """How long this server goes on without its hub: `limit` seconds, or without end when 0; a minute of refusals."""

    def __init__(self, limit: float) -> None:
        self.limit = limit or float("inf")
        self.renew()

    def renew(self) -> None:
        self.since = time.monotonic()
        self.refused_since: float | None = None

    def is_over(self, *, refused: bool) -> bool:
        now = time.monotonic()
        self.refused_since = (self.refused_since or now) if refused else None
        refused_for = now - self.refused_since if self.refused_since else 0
        return now - self.since > self.limit or refused_for > _REFUSAL_LIMIT


class StudioSingleUser(JupyterHubSingleUser):  # type: ignore[misc]
    """JupyterHub's single-user extension on top of `StudioServerApp`."""

    serverapp_class = StudioServerApp

    @classmethod
    def get_extension_package(cls) -> str:
        """Name the package that Jupyter Server finds the extension in: still JupyterHub's own."""
        return "jupyterhub"


def _internal_tls() -> ssl.SSLContext | None:
    """Return the context of the hub's internal TLS; None without it."""
    key, certificate, authority = (
        os.environ.get(f"JUPYTERHUB_SSL_{part}") for part in ("KEYFILE", "CERTFILE", "CLIENT_CA")
    )
    if not (key and certificate and authority):
        return None
    context: ssl.SSLContext = make_ssl_context(key, certificate, cafile=authority)
    return context


def main() -> None:
    """Run the server until it is stopped."""
    # Nodes are shared: threads that wait for each other must not burn the cores of others, in any kernel from here.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    ask_no_yarn()
    StudioSingleUser.launch_instance(sys.argv[1:])


if __name__ == "__main__":
    main()
