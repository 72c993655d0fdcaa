"""How a started server tells the hub where it is: one integer, once, from its own token, while it starts.

The node is never taken from the server: the scheduler knows it. batchspawner's own route, which takes more than a
port, is removed by `install_route`.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jupyterhub import apihandlers
from jupyterhub.apihandlers.base import APIHandler
from tornado import web
from traitlets import Any as AnyTrait
from traitlets import Integer, Unicode
from traitlets.config import LoggingConfigurable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROUTE = "/api/ai-studio/port"

# Ports below belong to the system; a person's server cannot have one.
_LOWEST, _HIGHEST = 1024, 65535
_LONGEST_BODY = 64
_REPORT = re.compile(rb'\s*\{\s*"port"\s*:\s*([1-9]\d{3,4})\s*\}\s*')


class ReportedPort(LoggingConfigurable):  # type: ignore[misc]
    """The part of a spawner whose server chooses its port itself and reports it."""

    reported_port = Integer(0, help="The port that the server reported; 0 before.")

    token_digest = Unicode(help="SHA-256 of the server's API token: a restarted hub still knows whose token it is.")

    _reported = AnyTrait(help="The port to come, while a server starts; None otherwise.")

    @contextmanager
    def expecting_port(self) -> Iterator[asyncio.Future[int]]:
        """Accept one report inside the block; gives where it will arrive, or has arrived before a restart."""
        self._reported = asyncio.get_running_loop().create_future()
        if self.reported_port:
            self._reported.set_result(self.reported_port)
        try:
            yield self._reported
        finally:
            self._reported.cancel()
            self._reported = None

    def accept_port(self, port: int) -> bool:
        """Take the server's port; False when none is expected or one has come already."""
        if self._reported is None or self._reported.done():
            return False
        self.reported_port = port
        self._reported.set_result(port)
        return True

    def owns(self, token: str) -> bool:
        """Tell whether a server's request with `token` comes from this one."""
        return bool(self.token_digest) and hmac.compare_digest(self.token_digest, digest(token))


class PortReportHandler(APIHandler):  # type: ignore[misc]
    """Take ``{"port": N}`` from a starting server."""

    @web.authenticated
    def post(self) -> None:
        """Record the port for the spawner that owns the request's token.

        Answers 204; 400 for any other body, 403 for a token that is no server's, 409 when no report is expected.
        """
        spawner = self._spawner_of_token()
        port = _port(self.request.body)
        if not spawner.accept_port(port):
            raise web.HTTPError(409, "This server is not starting, or has reported its port already.")
        self.log.info("%s listens on port %d", spawner._log_name, port)
        self.set_status(204)

    def _spawner_of_token(self) -> ReportedPort:
        token = self.get_auth_token()
        # A service, or a person's cookie, authenticates here too, but owns no starting server.
        spawners: Iterable[Any] = getattr(self.current_user, "spawners", {}).values() if token else ()
        for spawner in spawners:
            if isinstance(spawner, ReportedPort) and spawner.owns(token):
                return spawner
        raise web.HTTPError(403, "Only a starting server may report its port, with its own token.")


def _port(body: bytes) -> int:
    """Read the port out of a request's body, which has the one form that our servers send; anything else is a 400.

    JSON itself would leave room: keys twice, escapes, other encodings, numbers such as 4711.0 or 4.711e3.
    """
    found = _REPORT.fullmatch(body) if len(body) <= _LONGEST_BODY else None
    port = int(found[1]) if found else 0
    if not _LOWEST <= port <= _HIGHEST:
        raise web.HTTPError(400, f'The body must be {{"port": N}} with N from {_LOWEST} to {_HIGHEST}.')
    return port


def digest(token: str) -> str:
    """Return what is kept of a token, which is random enough to need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def install_route() -> None:
    """Put our route into the hub, and take batchspawner's out.

    JupyterHub offers handlers to a drop-in spawner only through this list; importing batchspawner adds its own there.
    """
    apihandlers.default_handlers[:] = [
        entry for entry in apihandlers.default_handlers if not entry[0].endswith(("/api/batchspawner", ROUTE))
    ]
    apihandlers.default_handlers.append((ROUTE, PortReportHandler))
