"""A fleet: histories of units that ran to failure, and of units still in service, with what is known about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from studio_core.data.contract import CYCLE, UNIT, Channel, check_histories
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_messages import DataError

if TYPE_CHECKING:
    from studio_messages import Catalogue, Language

Unit = int | str
Part = Literal["train", "test"]

# Below this an interval or a comparison would be a pretty, wrong number.
FEWEST_FAILURES = 20
SHORTEST_HISTORY = 5


@dataclass(frozen=True)
class Finding:
    """One remark of the check report, in words."""

    key: str
    values: dict[str, str | int | float]
    severe: bool = False
    texts: Catalogue = TEXTS

    def text(self, language: Language | None = None) -> str:
        """Return the remark as a sentence."""
        return self.texts(self.key, language, **self.values)


@dataclass(frozen=True)
class Quality:
    """What the training histories hold, counted."""

    units: int
    failures: int
    censored: int
    rows: int
    shortest: int
    median: int
    longest: int
    constant_sensors: tuple[str, ...]
    gaps: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Fleet:
    """Run-to-failure histories and, beside them, the fleet in service whose remaining life is asked for.

    Attributes
    ----------
    train, test
        One row per unit and cycle: ``unit``, ``cycle``, the settings, the sensors. Train units run to their end, test
        units are cut at an earlier cycle. The unit names of the two have nothing to do with each other.
    ends
        Indexed by train unit: ``failed`` (False: taken out or still running, "censored") and ``mode`` (text, may be
        "").
    test_rul
        Cycles each test unit really had left, where that is known (indexed by test unit), else None.
    notes
        What was understood, filled up or left out while reading; the check report says it.

    """

    name: str
    train: pd.DataFrame
    test: pd.DataFrame
    ends: pd.DataFrame
    settings: tuple[Channel, ...]
    sensors: tuple[Channel, ...]
    test_rul: pd.Series | None = None
    simulated: bool = False
    origin_key: str = "origin-own"
    origin_values: dict[str, str | int | float] = field(default_factory=dict)
    notes: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        parts = f"{self.train[UNIT].nunique()} histories, {self.test[UNIT].nunique()} units in service"
        return f"<Fleet {self.name}: {parts}, {len(self.sensors)} sensors{', simulated' if self.simulated else ''}>"

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Settings, then sensors."""
        return (*self.settings, *self.sensors)

    def channel(self, name: str) -> Channel:
        """Return the channel called `name`."""
        return next(channel for channel in self.channels if channel.name == name)

    def origin(self, language: Language | None = None) -> str:
        """Return where the data come from, and whether they are simulated, as a sentence."""
        return TEXTS(self.origin_key, language, **self.origin_values)

    def units(self, part: Part = "test") -> list[Unit]:
        """Return the names of the units, in order."""
        return list(self._part(part)[UNIT].unique())

    def history(self, unit: Unit, part: Part = "test") -> pd.DataFrame:
        """Return all rows of one unit, oldest first.

        Raises
        ------
        DataError
            No such unit.

        """
        table = self._part(part)
        rows = table[table[UNIT] == unit]
        if rows.empty:
            raise DataError(TEXTS, "unit-unknown", unit=unit, examples=", ".join(map(str, self.units(part)[:3])))
        return rows.reset_index(drop=True)

    def _part(self, part: Part) -> pd.DataFrame:
        return self.train if part == "train" else self.test

    def quality(self) -> Quality:
        """Count what the training histories hold, and remark on what a person should know before training."""
        lengths = self.train.groupby(UNIT, sort=False)[CYCLE].size()
        spans = self.train.groupby(UNIT, sort=False)[CYCLE].agg(lambda cycle: cycle.max() - cycle.min() + 1)
        failures = int(self.ends["failed"].sum())
        names = [channel.name for channel in self.sensors]
        constant = tuple(name for name in names if self.train[name].to_numpy().std() < 1e-9)
        gaps = int((spans - lengths).sum())
        counted = Quality(
            units=len(lengths),
            failures=failures,
            censored=len(lengths) - failures,
            rows=len(self.train),
            shortest=int(lengths.min()),
            median=int(lengths.median()),
            longest=int(lengths.max()),
            constant_sensors=constant,
            gaps=gaps,
            findings=(),
        )
        return Quality(**{**vars(counted), "findings": (*_findings(counted), *self.notes)})


def _findings(quality: Quality) -> tuple[Finding, ...]:
    found = [Finding("quality-size", {"units": quality.units, "rows": quality.rows, "failures": quality.failures})]
    if quality.failures < FEWEST_FAILURES:
        values: dict[str, str | int | float] = {"failures": quality.failures, "needed": FEWEST_FAILURES}
        found.append(Finding("quality-few-failures", values, severe=True))
    if quality.censored:
        found.append(Finding("quality-censored", {"censored": quality.censored}))
    if quality.constant_sensors:
        count, names = len(quality.constant_sensors), ", ".join(quality.constant_sensors)
        found.append(Finding("quality-constant", {"count": count, "names": names}))
    if quality.gaps:
        found.append(Finding("quality-gaps", {"gaps": quality.gaps}))
    return tuple(found)


def check_fleet(fleet: Fleet, train_source: str, test_source: str) -> Fleet:
    """Hold both parts of a fleet against the data contract; return it sorted.

    Raises
    ------
    DataError
        A violation of the contract, with file, row and column.

    """
    train = check_histories(fleet.train, fleet.channels, train_source)
    test = check_histories(fleet.test, fleet.channels, test_source)
    lengths = train.groupby(UNIT, sort=False).size()
    if lengths.min() < SHORTEST_HISTORY:
        unit = lengths.index[int(np.argmin(lengths.to_numpy()))]
        values = {"unit": unit, "rows": int(lengths.min()), "needed": SHORTEST_HISTORY}
        raise DataError(TEXTS, "unit-too-short", file=train_source, **values)
    return Fleet(**{**vars(fleet), "train": train, "test": test})
