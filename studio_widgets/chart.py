"""Line charts as a few kilobytes of SVG: no script, any width, light and dark, with the data as a table beneath.

The drawing area is stretched to the width at hand while strokes keep their width and labels are text of the page; so a
chart is as legible at 390 px as on a projector, and nothing has to be sent again when the window changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any, Literal

from studio_widgets.markup import fill
from studio_widgets.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

Colour = Literal["accent", "second", "grey", "now"]
Kind = Literal["line", "dashed", "thin", "band", "points"]

# The drawing area's own units; strokes are exempt from the stretching.
_SIZE = 1000
_MOST_POINTS = 300
_TABLE_ROWS = 24


@dataclass(frozen=True)
class Series:
    """One series of a chart.

    Parameters
    ----------
    name
        Its name in legend and table.
    x, y
        Its points, in the units of the axes; of a band, `y` is the upper and `low` the lower edge.

    """

    name: str
    x: Sequence[float]
    y: Sequence[float]
    kind: Kind = "line"
    colour: Colour = "accent"
    low: Sequence[float] | None = None

    def thinned(self) -> Series:
        """Return the series with at most some hundred points, first and last among them."""
        keep = _evenly(len(self.x), _MOST_POINTS)
        low = None if self.low is None else [self.low[i] for i in keep]
        return Series(self.name, [self.x[i] for i in keep], [self.y[i] for i in keep], self.kind, self.colour, low)


@dataclass(frozen=True)
class Mark:
    """A line across the chart with its name on it: at a value of `y` (level) or of `x`."""

    name: str
    at: float
    axis: Literal["x", "y"] = "y"
    colour: Colour = "now"


@dataclass(frozen=True)
class Chart:
    """A chart: what it shows, and the sentence that says it to whoever does not see it.

    Parameters
    ----------
    key
        Name of the chart on its page; keeps its table open when the chart changes.
    title, summary
        Heading, and what there is to see in it, in one sentence.
    x_label, y_label
        Quantity and unit of the axes.
    y_range
        Ends of the y axis; by default from zero (or the lowest value) to the highest.
    height
        Height of the drawing area in pixels.
    digits
        Decimals in the table.
    table
        Whether the data stand beneath as a table (not sensible for a bundle of many units' histories).

    """

    key: str
    title: str
    summary: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    marks: tuple[Mark, ...] = ()
    y_range: tuple[float, float] | None = None
    height: int = 240
    digits: int = 0
    table: bool = True

    def html(self) -> Markup:
        """Return the chart as a figure."""
        drawn = tuple(each.thinned() for each in self.series)
        x = _Axis.over((v for each in drawn for v in each.x), ticks=6, loose=False)
        y = self._y_axis(drawn)
        return fill(
            "chart",
            chart=self,
            size=_SIZE,
            shapes=[_shape(each, x, y) for each in drawn],
            x_ticks=[(x.share(v) * 100, number(v, x.digits)) for v in x.ticks],
            y_ticks=[(100 - y.share(v) * 100, number(v, y.digits)) for v in y.ticks],
            marks=[(each, (x if each.axis == "x" else y).share(each.at) * 100) for each in self.marks],
            table=self._table() if self.table else {},
        )

    def _y_axis(self, drawn: Sequence[Series]) -> _Axis:
        if self.y_range is not None:
            return _Axis.over(self.y_range, ticks=5, loose=False)
        values = [v for each in drawn for v in (*each.y, *(each.low or ()))]
        values += [each.at for each in self.marks if each.axis == "y"]
        return _Axis.over([*values, min(0.0, *values)], ticks=5, loose=True)

    def _table(self) -> dict[str, Any]:
        longest = max(self.series, key=lambda each: len(each.x))
        rows = []
        for i in _evenly(len(longest.x), _TABLE_ROWS):
            at = longest.x[i]
            cells = [each.y[found] if (found := _find(each.x, at)) is not None else None for each in self.series]
            lows = [
                each.low[found] if each.low is not None and (found := _find(each.x, at)) is not None else None
                for each in self.series
            ]
            rows.append([number(at), *(_cell(*pair, self.digits) for pair in zip(cells, lows, strict=True))])
        return {"columns": [self.x_label, *(each.name for each in self.series)], "rows": rows}


@dataclass(frozen=True)
class _Axis:
    """Ends and ticks of an axis, at round numbers."""

    low: float
    high: float
    ticks: tuple[float, ...]
    digits: int

    @classmethod
    def over(cls, values: Iterable[float], ticks: int, *, loose: bool) -> _Axis:
        """Return an axis that holds `values`; a loose one ends at round numbers."""
        found = [float(v) for v in values]
        low, high = min(found, default=0.0), max(found, default=1.0)
        if high <= low:
            high = low + 1.0
        step = _round_step((high - low) / ticks)
        if loose:
            low, high = floor(low / step) * step, ceil(high / step) * step
        count = floor((high - low) / step + 1e-9) + 1
        first = ceil(low / step - 1e-9) * step
        at = tuple(v for v in (first + i * step for i in range(count)) if v <= high + step * 1e-6)
        return cls(low, high, at, max(0, -floor(log10(step) + 1e-9)))

    def share(self, value: float) -> float:
        """Return where on the axis `value` lies, from 0 to 1."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def _round_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)


def _evenly(count: int, most: int) -> list[int]:
    if count <= most:
        return list(range(count))
    return sorted({round(i * (count - 1) / (most - 1)) for i in range(most)})


def _find(x: Sequence[float], at: float) -> int | None:
    return next((i for i, value in enumerate(x) if value == at), None)


def _cell(value: float | None, low: float | None, digits: int) -> str:
    if value is None:
        return ""
    return number(value, digits) if low is None else f"{number(low, digits)} – {number(value, digits)}"


def _shape(series: Series, x: _Axis, y: _Axis) -> dict[str, str]:
    def at(px: float, py: float) -> str:
        return f"{x.share(px) * _SIZE:.1f} {_SIZE - y.share(py) * _SIZE:.1f}"

    points = [at(px, py) for px, py in zip(series.x, series.y, strict=True)]
    if series.kind == "band" and series.low is not None:
        back = [at(px, py) for px, py in zip(reversed(series.x), reversed(series.low), strict=True)]
        path = f"M{'L'.join((*points, *back))}Z"
        return {"path": path, "css": f"st-area st-f-{series.colour}"}
    if series.kind == "points":
        # A line of no length with round ends is a dot that the stretching leaves round.
        return {"path": "".join(f"M{point}h0" for point in points), "css": f"st-points st-c-{series.colour}"}
    extra = {"dashed": " st-dashed", "thin": " st-thin"}.get(series.kind, "")
    return {"path": f"M{'L'.join(points)}" if points else "", "css": f"st-line st-c-{series.colour}{extra}"}
