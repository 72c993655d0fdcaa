"""The hub's page that starts a session, closed to what is no text: JupyterHub's own ends with "500" on it."""

from __future__ import annotations

from jupyterhub import handlers
from jupyterhub.handlers.pages import SpawnHandler
from tornado import web


class ReadableSpawnHandler(SpawnHandler):  # type: ignore[misc]
    """JupyterHub's page; a form or a query that is not UTF-8 is answered with 400."""

    async def prepare(self) -> None:
        """Refuse what cannot be read before anything is made of it."""
        await super().prepare()
        for values in self.request.arguments.values():
            for value in values:
                try:
                    value.decode("utf-8")
                except UnicodeDecodeError:
                    raise web.HTTPError(400, "The form is not UTF-8.") from None


def install_readable_form() -> None:
    """Put our page in the place of JupyterHub's."""
    handlers.default_handlers[:] = [
        (path, ReadableSpawnHandler if handler is SpawnHandler else handler, *rest)
        for path, handler, *rest in handlers.default_handlers
    ]
