"""Long work shows itself: stages with elapsed and remaining time, and a stop that is obeyed between two steps."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio_core import TEXTS
from studio_messages import ModelError

if TYPE_CHECKING:
    from studio_messages import Catalogue, Language


class StoppedError(ModelError):
    """The person asked the work to stop; nothing was saved."""


@dataclass(frozen=True)
class Step:
    """Where the work stands.

    Attributes
    ----------
    stage
        Key of the stage's text.
    fraction
        Share of the whole work that is done, 0 to 1; never falls.
    elapsed_s, remaining_s
        Seconds since the start, and a guess of those to come (None until there is something to guess from).

    """

    stage: str
    fraction: float
    elapsed_s: float
    remaining_s: float | None
    texts: Catalogue = field(repr=False)

    def text(self, language: Language | None = None) -> str:
        """Return what is being done, in words."""
        return self.texts(self.stage, language)


Callback = Callable[[Step], object]
Stop = Callable[[], bool]


class Work:
    """Tells a callback where the work stands, and obeys a stop.

    Parameters
    ----------
    stages
        Key of each stage's text and its share of the whole time, in order; shares need not sum to 1.
    texts
        The catalogue the keys stand in.
    progress
        Called with a `Step` at each advance; may be None.
    stop
        Asked at each advance; True ends the work with `StoppedError`.

    """

    def __init__(
        self, stages: Mapping[str, float], texts: Catalogue, progress: Callback | None = None, stop: Stop | None = None
    ) -> None:
        self._stages = stages
        self._texts = texts
        self._progress = progress
        self._stop = stop
        self._started = time.monotonic()
        self._fraction = 0.0
        # What an earlier process did; it says nothing about the pace of this one.
        self._taken_over = 0.0

    @property
    def elapsed_s(self) -> float:
        """Seconds since the work began."""
        return time.monotonic() - self._started

    def at(self, stage: str, share: float = 0.0, *, done_before: bool = False) -> None:
        """Say that `share` (0 to 1) of `stage` is done; `done_before`: what was added now, an earlier process did.

        Raises
        ------
        StoppedError
            Somebody asked to stop.

        """
        if self._stop is not None and self._stop():
            raise StoppedError(TEXTS, "stopped")
        total, before = sum(self._stages.values()), 0.0
        for name, weight in self._stages.items():
            if name == stage:
                before += weight * min(max(share, 0.0), 1.0)
                break
            before += weight
        fraction = max(self._fraction, before / total)
        if done_before:
            self._taken_over += fraction - self._fraction
        self._fraction = fraction
        if self._progress is not None:
            elapsed, worked = self.elapsed_s, self._fraction - self._taken_over
            remaining = elapsed * (1 - self._fraction) / worked if worked > 0.1 or self._fraction == 1 else None
            self._progress(Step(stage, self._fraction, elapsed, remaining, self._texts))
