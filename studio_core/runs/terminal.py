"""Progress on standard error: a bar in a terminal, a line now and then in a log file."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from studio_core import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio_core.runs.progress import Callback, Step

_LOG_EVERY_S = 15.0


@contextmanager
def shown_progress() -> Iterator[Callback]:
    """Hand out a callback that shows each `Step` on standard error."""
    if not sys.stderr.isatty():
        yield _Log()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[time]}"))
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=1.0, time="")

        def show(step: Step) -> None:
            bar.update(task, completed=step.fraction, description=step.text(), time=_times(step))

        yield show


class _Log:
    """Writes a line when the stage changes, and every 15 seconds within one."""

    def __init__(self) -> None:
        self._stage = ""
        self._written = 0.0

    def __call__(self, step: Step) -> None:
        now = time.monotonic()
        if step.stage == self._stage and now - self._written < _LOG_EVERY_S:
            return
        self._stage, self._written = step.stage, now
        click.echo(f"{step.fraction:4.0%}  {step.text()}  ({_times(step)})", err=True)


def _times(step: Step) -> str:
    elapsed = TEXTS("run-elapsed", elapsed=_clock(step.elapsed_s))
    if step.remaining_s is None or step.fraction >= 1:
        return elapsed
    return f"{elapsed}, {TEXTS('run-remaining', remaining=_clock(step.remaining_s))}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min" if minutes else f"{rest} s"
