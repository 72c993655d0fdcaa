"""Message catalogues: a room's texts in both languages, and which language is spoken now."""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, cast

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

if TYPE_CHECKING:
    from collections.abc import Iterator

Language = Literal["en", "de"]
LANGUAGES: tuple[Language, ...] = ("en", "de")

# The region decides number and date formats: 1.234,56 and 24.12.2026 in German.
_LOCALES: dict[Language, str] = {"en": "en-GB", "de": "de-DE"}

# What Fluent formats by the locale's rules; everything else is shown as its str().
_FORMATTED = (int, float, Decimal, date)

_chosen: ContextVar[Language | None] = ContextVar("ai_studio_language", default=None)


def chosen_language() -> Language:
    """Return the language in force: set by `use_language`, else by AI_STUDIO_LANG, else the locale's, else English."""
    if (language := _chosen.get()) is not None:
        return language
    for variable in ("AI_STUDIO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "de" if value.lower().startswith("de") else "en"
    return "en"


@contextmanager
def use_language(language: Language) -> Iterator[None]:
    """Speak `language` inside the block; each thread, task and request has its own."""
    token = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(token)


class Catalogue:
    """The texts of one room.

    Parameters
    ----------
    package
        Import name of the room; its folder ``texts`` holds ``en.ftl`` and ``de.ftl``.

    """

    def __init__(self, package: str) -> None:
        self.package = package

    def __repr__(self) -> str:
        return f"Catalogue({self.package!r})"

    def __call__(self, key: str, /, language: Language | None = None, **values: Any) -> str:
        """Return the text `key`, with `values` filled in, in `language` or the one in force.

        Numbers are written the reader's way (1.234,5); what only looks like a number (a port, a job id) goes in as str.

        Raises
        ------
        KeyError
            No such text. A missing text is a programming error and never shown to a person as a bare key.

        """
        text = self.find(key, language, **values)
        if text is None:
            raise KeyError(f"{self.package}: no text {key!r}")
        return text

    def find(self, key: str, /, language: Language | None = None, **values: Any) -> str | None:
        """Return the text `key` (or ``key.attribute``) as `__call__` does, or None where there is none."""
        bundle = self._bundles[language or chosen_language()]
        name, _, attribute = key.partition(".")
        if not bundle.has_message(name):
            return None
        message = bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        written = {name: value if isinstance(value, _FORMATTED) else str(value) for name, value in values.items()}
        text, errors = bundle.format_pattern(pattern, written)
        if errors:
            raise KeyError(f"{self.package}: text {key!r}: {errors[0]}")
        return cast(str, text)

    def keys(self, language: Language) -> set[str]:
        """Return the names of all texts and of their attributes (``name.attribute``) in `language`."""
        found: set[str] = set()
        for name, message in self._bundles[language]._messages.items():
            if message.value is not None:
                found.add(name)
            found.update(f"{name}.{attribute.id.name}" for attribute in message.attributes)
        return found

    @cached_property
    def _bundles(self) -> dict[Language, FluentBundle]:
        bundles: dict[Language, FluentBundle] = {}
        for language in LANGUAGES:
            source = files(self.package).joinpath("texts", f"{language}.ftl").read_text(encoding="utf-8")
            # Fluent's Unicode isolation marks would show up as boxes in terminals and notebooks.
            bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
            resource = FluentResource(source)
            if broken := [entry.content for entry in resource.body if isinstance(entry, Junk)]:
                raise ValueError(f"{self.package}/texts/{language}.ftl cannot be read at: {broken[0]!r}")
            bundle.add_resource(resource)
            bundles[language] = bundle
        return bundles
