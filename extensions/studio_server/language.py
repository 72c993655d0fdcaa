"""JupyterLab in the language the person signed in with, until she chooses another in its own menu."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

    from studio_messages import Language

_LOCALES = {"en": "en", "de": "de_DE"}


def speak(server: ServerApp, language: Language) -> None:
    """Make `language` what JupyterLab calls the default one.

    JupyterLab takes its default from the process's C locale, which must be installed on the node to have any effect,
    and most clusters install none. The person's own choice is kept in her settings and goes before the default. The
    name is held by three modules, which imported it from each other.
    """
    for name in ("translation_utils", "settings_utils", "translations_handler"):
        module = import_module(f"jupyterlab_server.{name}")
        if not hasattr(module, "SYS_LOCALE"):
            server.log.warning("AI Studio: jupyterlab_server.%s has no SYS_LOCALE; JupyterLab stays English", name)
            return
        module.SYS_LOCALE = _LOCALES[language]  # type: ignore[attr-defined]
