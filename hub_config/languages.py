"""The hub's pages in the reader's language: from her own choice, else her browser's, else the studio's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from tornado import web
from tornado.httputil import HTTPServerRequest

from hub_config.settings import TEXTS
from studio_messages import LANGUAGES, Language

# Set by the language switch in pages/page.html.
COOKIE = "ai-studio-language"


class LanguageChoice:
    """Finds the language of a request.

    Parameters
    ----------
    preset
        The studio's language, or "browser" to follow each browser.

    """

    def __init__(self, preset: str) -> None:
        self.preset = preset

    def __call__(self, handler: web.RequestHandler) -> Language:
        """Return the language of the person who sent this handler's request."""
        return self.of_request(handler.request)

    def of_request(self, request: HTTPServerRequest) -> Language:
        """Return the language of the person who sent `request`."""
        cookie = request.cookies.get(COOKIE)
        if cookie is not None and cookie.value in LANGUAGES:
            return cookie.value
        if self.preset in LANGUAGES:
            return self.preset
        return _preferred(request.headers.get("Accept-Language", ""))


def _preferred(header: str) -> Language:
    """Pick from an Accept-Language header; English when neither language is asked for."""
    wishes: list[tuple[float, Language]] = []
    for position, part in enumerate(header.split(",")[:20]):
        tag, _, weight = part.strip().partition(";q=")
        for language in LANGUAGES:
            if tag.lower().split("-")[0] == language:
                try:
                    quality = float(weight or 1)
                except ValueError:
                    quality = 0.0
                wishes.append((quality - position / 1000, language))
    return max(wishes)[1] if wishes else "en"


def template_functions(choice: LanguageChoice) -> dict[str, Any]:
    """Return what the templates use: ``t("key", …)`` for a text and ``language()`` for its language."""

    # JupyterHub hands its templates no request; the bound method static_url, which it does, belongs to the handler.
    @pass_context
    def language(context: Context) -> Language:
        return choice(context["static_url"].__self__)

    @pass_context
    def t(context: Context, key: str, **values: Any) -> str:
        return TEXTS(key, language(context), **values)

    # JupyterHub calls functions among the template variables with the user; what they return is the variable.
    return {"t": _as_is(t), "language": _as_is(language)}


def _as_is(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda _user: function
