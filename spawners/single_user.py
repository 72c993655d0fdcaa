"""The server that a spawner starts on a node: JupyterHub's own, on a port that it picks, keeps, and tells the hub.

Run as ``python -m spawners.single_user``. The port is bound once and never let go, so nobody on a shared node can take
it between the choice and the use; the hub hears of it only when the server accepts connections.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import sys

from jupyter_server.serverapp import ServerApp
from jupyterhub.singleuser.extension import JupyterHubSingleUser
from jupyterhub.utils import make_ssl_context
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.netutil import bind_sockets

_REPORT_ROUTE = "ai-studio/port"

# The hub is there and does not want this server; anything else may pass.
_REFUSALS = (400, 403, 409)


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
        """Tell the hub our port, again and again until it answers."""
        report = HTTPRequest(
            f"{os.environ['JUPYTERHUB_API_URL'].rstrip('/')}/{_REPORT_ROUTE}",
            method="POST",
            headers={
                "Authorization": f"token {os.environ['JUPYTERHUB_API_TOKEN']}",
                "Content-Type": "application/json",
            },
            body=f'{{"port": {self.port}}}',
            ssl_options=_internal_tls(),
        )
        pause = 0.5
        while True:
            try:
                await AsyncHTTPClient().fetch(report)
            except (HTTPClientError, OSError) as error:
                if isinstance(error, HTTPClientError) and error.code in _REFUSALS:
                    self.log.critical("The hub did not take this server's port (HTTP %d); ending.", error.code)
                    self.exit(1)
                self.log.warning("Could not tell the hub our port yet: %s", error)
                await asyncio.sleep(pause)
                pause = min(2 * pause, 15)
            else:
                self.log.info("Told the hub that this server listens on port %d", self.port)
                return


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
    StudioSingleUser.launch_instance(sys.argv[1:])


if __name__ == "__main__":
    main()
