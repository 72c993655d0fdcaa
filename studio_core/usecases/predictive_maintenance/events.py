"""Tables of events: one row for each piece of work, and whether it ended in a failure.

AI4I 2020 is such a table: S. Matzka, Explainable Artificial Intelligence for Predictive Maintenance Applications,
International Conference on Artificial Intelligence for Industries (AI4I), 2020; UCI, CC BY 4.0. Its failures follow
rules that the paper states, and five further columns say which rule spoke. Those give the answer away: nobody has them
before the failure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score

from studio_core import TEXTS as COMMON
from studio_core.data.contract import Channel
from studio_core.data.mapping import measure, plain
from studio_core.data.reading import shorten
from studio_core.data.tables import check_readings
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.fleet import FEWEST_FAILURES, Finding
from studio_messages import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from studio_core.data.mapping import Proposal
    from studio_core.data.tables import Table
    from studio_messages import Language

    Flags = NDArray[np.bool_]

# Columns of AI4I that say which rule a failure followed, with what they mean.
AI4I_MODES = {
    "twf": "mode-tool-wear",
    "hdf": "mode-heat",
    "pwf": "mode-power",
    "osf": "mode-overstrain",
    "rnf": "mode-random",
}
# Quantities that the physics features need, by the beginning of their plain names; also how AI4I's copies call them.
_QUANTITIES = {
    "air": ("airtemp", "ambienttemp", "lufttemp", "umgebungstemp"),
    "process": ("processtemp", "prozesstemp"),
    "speed": ("rotationalspeed", "rotspeed", "spindlespeed", "rpm", "drehzahl"),
    "torque": ("torque", "drehmoment"),
    "wear": ("toolwear", "werkzeugverschleiss", "verschleiss"),
}
_QUALITY = {"l": 0.0, "m": 1.0, "h": 2.0}
# A single column that parts failures from the rest this well does not measure, it reports.
LEAK_AUC = 0.995
_LEAK_PURITY = 0.95
_LEAK_SUPPORT = 10
_FAILED = {"1", "true", "yes", "failed", "failure", "fail", "ja", "wahr", "ausfall", "ausgefallen", "defekt", "y"}
_FINE = {"0", "false", "no", "ok", "nofailure", "normal", "good", "nein", "falsch", "inordnung", "n", "none"}


@dataclass(frozen=True)
class EventTable:
    """Rows with their inputs and whether they failed.

    Attributes
    ----------
    inputs
        Numbers, one column for each feature; missing ones are NaN. The index is the row in the file.
    target
        Whether the row failed, shape (rows,).
    groups
        Rows of one group (one machine) stay on one side of every split; None: each row for itself.
    modes
        For each column that says how a row failed, which rows it marks. Never an input.
    derived
        Features that were worked out from physical quantities, with their formula.
    rejected
        Columns that give the answer away.

    """

    name: str
    inputs: pd.DataFrame
    target: Flags
    groups: NDArray[np.int64] | None = None
    modes: Mapping[str, Flags] = field(default_factory=dict)
    derived: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    findings: tuple[Finding, ...] = ()
    origin_key: str = "origin-own"
    origin_values: dict[str, str | int | float] = field(default_factory=dict)

    @property
    def failures(self) -> int:
        """How many rows failed."""
        return int(self.target.sum())

    def origin(self, language: Language | None = None) -> str:
        """Return where the data come from, as a sentence."""
        return TEXTS(self.origin_key, language, **self.origin_values)


def make_events(table: Table, proposal: Proposal) -> EventTable:
    """Bring a table of events into inputs and target, without what gives the answer away.

    Raises
    ------
    DataError
        A target that is not "failed or not", a named input that gives it away or is no number, too few failures.

    """
    roles, frame = proposal.roles, table.frame
    target = _target(table, roles.target)
    findings = [Finding(note.key, note.values, texts=COMMON) for note in (*table.notes, *proposal.notes)]
    names = (*roles.settings, *roles.sensors)
    for name in names:
        if frame[name].dtype.kind == "f":
            check_readings(frame[name], table.source)
    leaking = {name: reason for name in names if (reason := _leak(name, frame[name], target))}
    if leaking and proposal.named_inputs:
        name, reason = next(iter(leaking.items()))
        raise DataError(TEXTS, "target-leak", file=table.source, column=name, reason=TEXTS(reason))
    if leaking:
        findings.append(Finding("quality-leak", {"count": len(leaking), "names": ", ".join(leaking)}))
    kept = [name for name in names if name not in leaking]
    inputs = pd.DataFrame({name: part for each in kept for name, part in _numbers(table, each).items()}, frame.index)
    constant = [name for name in inputs if inputs[name].nunique() < 2]
    if constant:
        findings.append(Finding("quality-constant", {"count": len(constant), "names": ", ".join(map(str, constant))}))
        inputs = inputs.drop(columns=constant)
    if inputs.empty:
        raise DataError(COMMON, "no-sensors", file=table.source, found=", ".join(map(str, frame.columns[:12])))
    derived = _physics(inputs)
    missing = int(inputs.isna().sum().sum())
    if missing:
        findings.append(Finding("quality-missing", {"cells": missing}))
    size: dict[str, str | int | float] = {"rows": len(inputs), "failures": int(target.sum())}
    findings.insert(0, Finding("quality-events", size))
    ours = len(derived) == 3 and plain(roles.target) == "machinefailure"
    return EventTable(
        name="AI4I 2020" if ours else table.source,
        inputs=inputs.assign(**derived),
        target=target,
        groups=pd.factorize(frame[roles.unit])[0] if roles.unit else None,
        modes={name: frame[name].to_numpy() == 1 for name in leaking if _is_flag(frame[name])},
        derived=tuple(derived),
        rejected=tuple(leaking),
        channels=(
            *(Channel(str(name), measure(str(name))) for name in inputs),
            *(_derived_channel(name) for name in derived),
        ),
        findings=tuple(findings),
        origin_key="origin-ai4i" if ours else "origin-own",
        origin_values={} if ours else {"file": table.source},
    )


def _derived_channel(name: str) -> Channel:
    return Channel(name, _UNITS[name], TEXTS, f"physics-{name.replace(' ', '-')}")


def _target(table: Table, name: str) -> Flags:
    column = table.frame[name]

    def refuse(key: str, row: int, value: object) -> NoReturn:
        shown = shorten(str(value))
        raise DataError(COMMON, key, file=table.source, row=int(column.index[row]), column=name, value=shown)

    if (missing := np.flatnonzero(column.isna())).size:
        refuse("cell-empty", int(missing[0]), "")
    words = column.map(lambda value: str(int(value)) if value in (0, 1) else plain(str(value)))
    wrong = np.flatnonzero(~words.isin(_FAILED | _FINE))
    if len(wrong):
        row = int(column.index[wrong[0]])
        value = shorten(str(column.iloc[wrong[0]]))
        raise DataError(TEXTS, "target-unclear", file=table.source, row=row, column=name, value=value)
    target = words.isin(_FAILED).to_numpy(dtype=bool)
    fewest = int(min(target.sum(), (~target).sum()))
    if fewest < FEWEST_FAILURES:
        values = {"failures": int(target.sum()), "rows": len(target), "needed": FEWEST_FAILURES}
        raise DataError(TEXTS, "too-few-events", file=table.source, **values)
    return target


def _is_flag(column: pd.Series) -> bool:
    return column.dtype.kind == "f" and set(column.dropna().unique()) <= {0.0, 1.0}


def _leak(name: str, column: pd.Series, target: Flags) -> str:
    """Return the key of the reason why a column gives the target away, "" where it does not."""
    if plain(name) in AI4I_MODES and _is_flag(column):
        return "leak-mode"
    if column.dtype.kind != "f" or _is_flag(column):
        # Values that stand (nearly) only in rows that failed name the failure: a mode, a repair code, an error text.
        seen = pd.DataFrame({"value": column.astype(str), "failed": target})[column.notna().to_numpy()]
        share = seen.groupby("value")["failed"].agg(["mean", "size"])
        telling = (share["mean"] >= _LEAK_PURITY) & (share["size"] >= _LEAK_SUPPORT) & (target.mean() < 0.5)
        return "leak-flag" if telling.any() else ""
    known = column.notna().to_numpy()
    if len(np.unique(target[known])) < 2:
        # A measurement that exists only for rows that failed (or only for the others) was taken afterwards.
        return "leak-after" if known.sum() >= _LEAK_SUPPORT else ""
    area = roc_auc_score(target[known], column.to_numpy()[known])
    return "leak-auc" if max(area, 1 - area) >= LEAK_AUC else ""


def _numbers(table: Table, name: str) -> dict[str, pd.Series]:
    """Return a column as numbers: a quality class as its rank, other texts as one flag for each value."""
    column = table.frame[name]
    if column.dtype.kind == "f":
        return {name: column}
    if column.nunique() > 20:
        row = column.dropna().index[0]
        value = shorten(str(column.loc[row]))
        raise DataError(COMMON, "cell-not-number", file=table.source, row=int(row), column=name, value=value)
    words = column.astype(str).str.strip()
    if set(words.str.lower()) <= set(_QUALITY):
        return {name: words.str.lower().map(_QUALITY)}
    values = sorted(words[column.notna()].unique())
    return {f"{name}: {value}": (words == value).astype("float64") for value in values}


_UNITS = {"temperature difference": "K", "power": "kW", "strain": "Nm min"}


def _physics(inputs: pd.DataFrame) -> dict[str, pd.Series]:
    """Return what physics makes of the quantities that are there: ΔT, P = M · 2πn/60, and torque times wear."""
    found = {}
    for quantity, beginnings in _QUANTITIES.items():
        names = [str(name) for name in inputs if plain(str(name)).startswith(beginnings)]
        if len(names) == 1:
            found[quantity] = inputs[names[0]]
    derived = {}
    if {"air", "process"} <= set(found):
        derived["temperature difference"] = found["process"] - found["air"]
    if {"speed", "torque"} <= set(found):
        derived["power"] = found["torque"] * found["speed"] * (2 * np.pi / 60 / 1000)
    if {"torque", "wear"} <= set(found):
        derived["strain"] = found["torque"] * found["wear"]
    return derived
