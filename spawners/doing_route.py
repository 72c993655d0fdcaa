"""What a start is doing, for pages that cannot follow it as it happens: after a restart of the hub nobody tells."""

from __future__ import annotations

from jupyterhub import apihandlers
from jupyterhub.apihandlers.base import APIHandler
from jupyterhub.scopes import needs_scope
from tornado import web

ROUTE = r"/api/ai-studio/doing/([^/]+)"


class DoingHandler(APIHandler):  # type: ignore[misc]
    """Answer with what `StudioSlurmSpawner.now_doing` says of a person's server."""

    @needs_scope("read:servers")
    def get(self, user_name: str) -> None:
        """Answer for herself, and to those who may read her servers; 404 where nothing is under way."""
        user = self.find_user(user_name)
        spawner = user.spawners.get("") if user else None
        doing = getattr(spawner, "now_doing", None)
        if spawner is None or doing is None or not spawner.pending:
            raise web.HTTPError(404)
        self.write(doing())


def install_doing_route() -> None:
    """Put our route into the hub, once."""
    handlers = apihandlers.default_handlers
    handlers[:] = [entry for entry in handlers if entry[0] != ROUTE]
    handlers.append((ROUTE, DoingHandler))
