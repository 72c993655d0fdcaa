"""Pieces of a page made from templates: what a notebook cell shows and what a widget puts into itself.

All HTML comes from ``templates/`` through Jinja with autoescaping: no name from a person's data can become markup.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from studio_messages import Catalogue
from studio_widgets import numbers

TEXTS = Catalogue("studio_widgets")


@cache
def static(name: str) -> str:
    """Return the text of ``static/name``, a style sheet or script of this package."""
    return files("studio_widgets").joinpath("static", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("studio_widgets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["t"] = TEXTS
    environment.filters.update(number=numbers.number, money=numbers.money, percent=numbers.percent)
    return environment


def fill(template: str, **values: Any) -> Markup:
    """Return ``templates/<template>.html.j2`` filled with `values`, each escaped unless it is Markup already."""
    return Markup(_environment().get_template(f"{template}.html.j2").render(**values))  # noqa: S704 - autoescaped


class Piece:
    """Something a notebook shows by itself: complete with its style, readable without a running kernel.

    Parameters
    ----------
    html
        Content, from `fill`.
    plain
        The same as plain text, for terminals and for whoever cannot show HTML.

    """

    def __init__(self, html: Markup, plain: str) -> None:
        self.html = html
        self.plain = plain

    def __repr__(self) -> str:
        return self.plain

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        page = fill("piece", css=Markup(static("theme.css")), content=self.html)  # noqa: S704 - our own style sheet
        return {"text/html": str(page), "text/plain": self.plain}
