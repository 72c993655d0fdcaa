"""A slider that says what it sets, in the reader's numbers, with a finger's width to touch it."""

from __future__ import annotations

import anywidget
import traitlets as t

from studio_messages import chosen_language
from studio_widgets.markup import static
from studio_widgets.numbers import LOCALES


class NumberSlider(anywidget.AnyWidget):
    """One number: a labelled range input, usable with finger, mouse and keyboard, announced with its unit.

    While it is being moved, `value` follows at most every 60 ms, so that figures can answer at once.
    """

    _esm = static("slider.js")
    _css = static("theme.css")

    value = t.Float(help="The number set.").tag(sync=True)
    low = t.Float(0, help="Left end.").tag(sync=True)
    high = t.Float(100, help="Right end.").tag(sync=True)
    step = t.Float(1, help="Distance between two settings.").tag(sync=True)
    label = t.Unicode(help="What is set.").tag(sync=True)
    help_text = t.Unicode(help="One sentence below the slider; empty for none.").tag(sync=True)
    unit = t.Unicode(help="Unit behind the number; empty for none.").tag(sync=True)
    currency = t.Unicode(help="ISO code of a currency, in place of a unit.").tag(sync=True)
    locale = t.Unicode(help="How numbers are written, such as de-DE.").tag(sync=True)

    @t.default("locale")
    def _default_locale(self) -> str:
        return LOCALES[chosen_language()].replace("_", "-")

    @t.validate("value")
    def _inside(self, proposal: t.Bunch) -> float:
        # Values come from a browser: whatever it sends, the figures behind the slider stay within its ends.
        return min(max(float(proposal["value"]), self.low), self.high)
