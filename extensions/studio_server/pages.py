"""What the pages of JupyterLab and Voilà are told by the server: texts, language, and no address outside of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studio_messages import LANGUAGES, Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from jupyter_server.serverapp import ServerApp

    from studio_messages import Language

    Hook = Callable[[Any, dict[str, Any]], dict[str, Any]]

TEXTS = Catalogue("studio_server")


class OfflineHook:
    """A page_config_hook that takes JupyterLab's CDN address for MathJax out, after whatever hook was there before.

    JupyterLab 4 brings its own MathJax; the address is left over from earlier versions and would still be asked.
    """

    def __init__(self, before: Hook | None) -> None:
        self.before = before

    def __call__(self, handler: Any, page_config: dict[str, Any]) -> dict[str, Any]:
        """Return the completed page settings."""
        if self.before is not None:
            page_config = self.before(handler, page_config)
        page_config["fullMathjaxUrl"] = None
        page_config["mathjaxConfig"] = None
        return page_config


def complete_lab_pages(server: ServerApp) -> None:
    """Put our hook around the present one (JupyterHub has its own); calling it again changes nothing."""
    settings = server.web_app.settings
    present = settings.get("page_config_hook")
    if not isinstance(present, OfflineHook):
        settings["page_config_hook"] = OfflineHook(present)


def voila_texts(language: Language) -> dict[str, Any]:
    """Return what the ``ai-studio`` Voilà template shows: the language in force, and each of its texts in both."""
    keys = sorted(TEXTS.keys("en"))
    return {"language": language, "texts": {each: {key: TEXTS(key, each) for key in keys} for each in LANGUAGES}}


def complete_voila_pages(server: ServerApp, language: Language) -> None:
    """Hand texts and language to the app pages and to the error pages."""
    studio = voila_texts(language)

    def page_config_hook(page_config: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {**page_config, "studio": studio, "fullMathjaxUrl": None, "mathjaxConfig": None}

    def prelaunch_hook(handler: Any, **_: Any) -> None:
        # Reading it sets the cookie; without one the page may not end its kernel when it is closed.
        handler.xsrf_token  # noqa: B018

    server.config.VoilaConfiguration.page_config_hook = page_config_hook
    server.config.VoilaConfiguration.prelaunch_hook = prelaunch_hook
    server.web_app.settings.setdefault("jinja_template_vars", {})["studio"] = studio
