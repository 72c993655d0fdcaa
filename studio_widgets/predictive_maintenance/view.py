"""The app: the fleet sorted by urgency, one unit's story, and what acting on it would cost or save."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import ipywidgets
import traitlets as t

from studio_widgets.markup import TEXTS, fill
from studio_widgets.panel import Panel
from studio_widgets.predictive_maintenance.state import FleetState
from studio_widgets.slider import NumberSlider

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio_core.runs.progress import Step
    from studio_core.usecases.predictive_maintenance import Result
    from studio_widgets.predictive_maintenance.state import Source


def app(source: Source | None = None) -> ipywidgets.Box:
    """Show the app on the simulated fleet.

    The frame is there at once; the model comes out of the person's storage or is trained behind it.

    Parameters
    ----------
    source
        Where the result comes from: called with a progress callback, in a thread of its own.

    """
    state = FleetState()
    view = AppView(state, lambda: _work(state, lambda progress: _sample(progress, **state.shape)))
    _work(state, source or _sample)
    return view.box


def _sample(progress: Callable[[Step], object], **shape: float) -> Result:
    # Imported in the working thread: pandas and scikit-learn take a second, and the frame need not wait for them.
    from studio_widgets.predictive_maintenance.store import sample_result  # noqa: PLC0415

    return sample_result(progress, **shape)


def _work(state: FleetState, source: Source) -> None:
    """Let `source` work in a thread while all changes of `state` happen where the browser's messages are handled."""
    try:
        call = asyncio.get_running_loop().call_soon_threadsafe
    except RuntimeError:
        # No kernel around us (a script, a test): work here and now.
        _deliver(state, source, lambda change, value: change(value))
        return
    threading.Thread(target=_deliver, args=(state, source, call), name="studio-app", daemon=True).start()


def _deliver(state: FleetState, source: Source, call: object) -> None:
    try:
        result = source(lambda step: call(state.advance, step))
    except Exception as error:  # noqa: BLE001 - whatever it is, the person gets a sentence and not a frozen page
        call(state.fail, error)
    else:
        call(state.finish, result)


class AppView:
    """Widgets that show a `FleetState` and hand back what the person chooses."""

    def __init__(self, state: FleetState, simulate: Callable[[], object] = lambda: None) -> None:
        self.state, self._simulate = state, simulate
        # The first one brings the theme; the others need not send it again.
        self.head = Panel(fill("pm-head"))
        self.summary = Panel(_css="", announce=True)
        waiting = fill("waiting")
        self.fleet, self.story, self.outcome = (Panel(waiting, _css="") for _ in range(3))
        self.quality = Panel(_css="")
        self.sliders = _sliders(state)
        self.asked = Panel(_css="")
        self.answer = Panel(waiting, _css="", announce=True)
        self.change = _change(state)
        self.again = Panel(fill("pm-again"), _css="")
        self.shape = _shape(state)
        controls = ipywidgets.VBox([Panel(fill("pm-controls"), _css=""), *self.sliders])
        question = ipywidgets.VBox([self.asked, self.change])
        fleet = ipywidgets.VBox([Panel(fill("pm-simulated"), _css=""), *self.shape, self.again])
        for each in (controls, question, fleet):
            each.add_class("st-sliders")
        self.box = _box(
            "st-app",
            self.head,
            self.summary,
            _box("st-grid", self.fleet, self.story),
            _box("st-grid", controls, self.outcome),
            _box("st-grid", question, self.answer),
            _box("st-grid", fleet, self.quality),
        )
        t.link((state, "selected"), (self.fleet, "chosen"))
        t.link((state, "sensor"), (self.asked, "chosen"))
        self.again.observe(self._anew, "chosen")
        state.observe(self._working, ["phase", "stage", "fraction"])
        state.observe(self._ready, "phase")
        state.observe(self._costs, ["planned_cost", "failure_cost", "lead_time"])
        state.observe(self._story, "selected")
        state.observe(self._question, ["selected", "sensor", "change"])
        self._working()

    def _working(self, _: t.Bunch | None = None) -> None:
        if self.state.phase == "ready":
            return
        if self.state.phase == "failed":
            self.summary.show(fill("pm-failure", text=self.state.failure))
            return
        stage = self.state.stage or TEXTS("pm-starting")
        self.summary.show(fill("pm-progress", stage=stage, percent=round(100 * self.state.fraction)))

    def _ready(self, change: t.Bunch) -> None:
        if change["new"] != "ready":
            return
        from studio_widgets.predictive_maintenance.pictures import asked_html, quality_html  # noqa: PLC0415 - brings pandas

        self._costs()
        self.asked.show(asked_html(self.state.result.fleet))
        self._question()
        self.quality.show(quality_html(self.state.result))

    def _anew(self, change: t.Bunch) -> None:
        if change["new"] != "again":
            return
        # Emptied, so that the same button can be chosen again; while work goes on it does nothing.
        self.again.chosen = ""
        if self.state.phase != "working":
            self.state.begin()
            self._simulate()

    def _costs(self, _: t.Bunch | None = None) -> None:
        if self.state.phase != "ready":
            return
        from studio_widgets.predictive_maintenance.pictures import costs_html, fleet_html, summary_html  # noqa: PLC0415

        decision, rows = self.state.decision, self.state.fleet_rows
        self.summary.show(summary_html(self.state.result, decision, rows))
        self.fleet.show(fleet_html(rows, self.state.result.configuration.cap))
        self.outcome.show(costs_html(self.state.result, decision, self.state.lead_time))
        self._story()

    def _story(self, _: t.Bunch | None = None) -> None:
        if self.state.phase != "ready":
            return
        from studio_widgets.predictive_maintenance.pictures import story_html  # noqa: PLC0415

        state = self.state
        self.story.show(story_html(state.result, state.story, state.row, state.decision.threshold))

    def _question(self, _: t.Bunch | None = None) -> None:
        if self.state.phase != "ready":
            return
        from studio_widgets.predictive_maintenance.pictures import answer_html  # noqa: PLC0415

        state = self.state
        self.answer.show(answer_html(state.result, state.row.unit, state.question, state.decision.threshold))


def _change(state: FleetState) -> NumberSlider:
    slider = NumberSlider(
        value=state.change, low=-50, high=50, step=5, label=TEXTS("pm-change"), unit="%", help_text="", _css=""
    )
    t.link((state, "change"), (slider, "value"), transform=(float, int))
    return slider


def _shape(state: FleetState) -> list[NumberSlider]:
    ends = {"noise": (0, 3, 0.5, "×"), "wear": (0.5, 2, 0.5, "×"), "censored": (0, 60, 5, "%")}
    sliders = []
    for name, (low, high, step, unit) in ends.items():
        value = getattr(state, name)
        label, words = TEXTS(f"pm-shape-{name}"), TEXTS(f"pm-shape-{name}.help")
        slider = NumberSlider(
            value=value, low=low, high=high, step=step, label=label, help_text=words, unit=unit, _css=""
        )
        t.link((state, name), (slider, "value"), transform=(float, type(value)))
        sliders.append(slider)
    return sliders


def _sliders(state: FleetState) -> list[NumberSlider]:
    ends = {"planned_cost": (1000, 20000, 500), "failure_cost": (2000, 120000, 1000), "lead_time": (0, 60, 1)}
    sliders = []
    for name, (low, high, step) in ends.items():
        key = f"pm-{name.replace('_', '-')}"
        measure = {"unit": TEXTS("pm-shifts-unit")} if name == "lead_time" else {"currency": "EUR"}
        slider = NumberSlider(
            value=getattr(state, name),
            low=low,
            high=high,
            step=step,
            label=TEXTS(key),
            help_text=TEXTS(f"{key}.help"),
            **measure,
            _css="",
        )
        t.link((state, name), (slider, "value"), transform=(float, type(getattr(state, name))))
        sliders.append(slider)
    return sliders


def _box(css_class: str, *children: ipywidgets.Widget) -> ipywidgets.Box:
    box = ipywidgets.VBox(children) if css_class == "st-app" else ipywidgets.Box(children)
    box.add_class(css_class)
    return box
