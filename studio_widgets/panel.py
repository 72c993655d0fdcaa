"""A part of an app that the kernel fills and the person can choose in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets as t

from studio_widgets.markup import static

if TYPE_CHECKING:
    from markupsafe import Markup


class Panel(anywidget.AnyWidget):
    """A piece of a page that changes: HTML from `studio_widgets.markup.fill`, and which of its items was chosen last.

    An element with ``data-choose="key"`` is an item: a click, a tap or Enter on it sets `chosen` to its key and
    marks it with ``aria-pressed``. Focus, scroll position and opened details survive a change of `html`.
    """

    _esm = static("panel.js")
    _css = static("theme.css")

    html = t.Unicode(help="Content; only ever from a template.").tag(sync=True)
    chosen = t.Unicode(help="Key of the chosen item; empty when there is none.").tag(sync=True)
    announce = t.Bool(help="Whether screen readers read out changes.").tag(sync=True)

    def __init__(self, html: Markup | str = "", **traits: Any) -> None:
        super().__init__(html=str(html), **traits)

    def show(self, html: Markup) -> None:
        """Put `html` in place of what was shown."""
        self.html = str(html)
