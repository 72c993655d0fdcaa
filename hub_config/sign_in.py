"""Signing in by name, for the person at her own machine; on a cluster, JupyterHub's own PAM authenticator does it."""

from __future__ import annotations

import re
from typing import Any

from jupyterhub.auth import Authenticator
from tornado import web

from hub_config.languages import LanguageChoice
from hub_config.settings import TEXTS
from spawners.studio_spawner import ReadableHTTPError

# What may become a folder's name and part of a URL on every system.
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?")


class NameAuthenticator(Authenticator):  # type: ignore[misc]
    """Whoever sits at this machine gives a name; nobody else can connect.

    A page of another site, opened in the same browser, cannot use this either: it would come under its own host name,
    and only this machine's own are served.
    """

    def normalize_username(self, username: str) -> str:
        """Turn what was typed into a name for folders and addresses: "Anna Schmidt" is anna-schmidt."""
        folded = username.strip().lower()
        for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
            folded = folded.replace(letter, plain)
        return re.sub(r"[^a-z0-9._-]+", "-", folded).strip("-._")

    async def authenticate(self, handler: web.RequestHandler, data: dict[str, Any]) -> str | None:
        """Accept any name that can be a folder's."""
        if handler.request.host_name not in ("127.0.0.1", "localhost", "::1", "[::1]"):
            language = LanguageChoice("browser")(handler)
            raise ReadableHTTPError(403, TEXTS("sign-in-other-host", language, host=handler.request.host_name))
        name = self.normalize_username(str(data.get("username", "")))
        return name if _NAME.fullmatch(name) else None
