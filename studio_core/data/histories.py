"""Own run-to-failure tables: from columns as their owner wrote them to histories as the contract wants them.

What is done to the data is documented in docs/analyst.md ("What is done to your table") and said for each table in
`Histories.notes`; what would change the meaning is refused with row and column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

import numpy as np
import pandas as pd

from studio_core import TEXTS
from studio_core.data.contract import CYCLE, UNIT
from studio_core.data.mapping import plain
from studio_core.data.reading import shorten
from studio_core.data.tables import Note, check_readings
from studio_messages import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio_core.data.mapping import Proposal
    from studio_core.data.tables import Table

# Above this share of missing readings a sensor says too little to be filled up.
MOST_MISSING = 0.5
# A column that follows the remaining life this closely is not measured but worked out from the end.
LEAK_CORRELATION = 0.999

IN_SERVICE = frozenset({"running", "inservice", "inoperation", "active", "inbetrieb", "laufend", "lauft", "aktiv"})
TAKEN_OUT = frozenset(
    {
        *(
            "",
            "0",
            "false",
            "no",
            "none",
            "censored",
            "planned",
            "replaced",
            "removed",
            "takenout",
            "suspended",
            "sold",
        ),
        *("nein", "zensiert", "geplant", "ersetzt", "ausgebaut", "getauscht", "verkauft", "falsch"),
    }
)
# Failed, without saying how; any other word is the mode of failure.
FAILED = frozenset(
    {"1", "true", "yes", "failed", "failure", "fail", "ja", "ausfall", "ausgefallen", "defekt", "wahr", "broken"}
)
_REMAINING = frozenset(
    {"rul", "remainingusefullife", "remaininglife", "remaining", "ttf", "timetofailure", "restlebensdauer"}
)
# Seconds of the steps in which dates are counted, and what they are called in the texts.
_STEPS = {1: "second", 60: "minute", 600: "ten", 3600: "hour", 86400: "day", 7 * 86400: "week"}


@dataclass(frozen=True)
class Histories:
    """Rows of ``unit``, ``cycle`` and one number for each channel, and how each unit's history ended.

    Attributes
    ----------
    ends
        Indexed by unit: ``failed``, ``mode`` ("" where not said) and ``in_service`` (still running).

    """

    rows: pd.DataFrame
    ends: pd.DataFrame
    settings: tuple[str, ...]
    sensors: tuple[str, ...]
    notes: tuple[Note, ...]


def make_histories(table: Table, proposal: Proposal) -> Histories:
    """Bring a table of histories into the form of the contract.

    Raises
    ------
    DataError
        A cell that is empty or no number where one is needed, a time that cannot be understood or stands twice, an
        input that gives the remaining life away.

    """
    roles, notes = proposal.roles, [*table.notes, *proposal.notes]
    frame = table.frame
    unit = _units(table, roles.unit)
    cycle = _cycles(table, roles.time, unit, notes)
    order = np.lexsort((np.arange(len(frame)), cycle.to_numpy(), pd.factorize(unit)[0]))
    unit, cycle, frame = unit.iloc[order], cycle.iloc[order], frame.iloc[order]
    _check_once(table.source, unit, cycle, frame.index)
    ends = _ends(frame[roles.end] if roles.end else None, unit, notes)
    rows = pd.DataFrame({UNIT: unit.to_numpy(), CYCLE: cycle.to_numpy()})
    kept = _readings(table, frame, rows, (*roles.settings, *roles.sensors), notes)
    settings = tuple(name for name in roles.settings if name in kept)
    sensors = tuple(name for name in roles.sensors if name in kept)
    sensors = _without_leaks(rows, ends, sensors, proposal.named_inputs, table.source, notes)
    if not sensors:
        raise DataError(TEXTS, "no-sensors", file=table.source, found=", ".join(map(str, table.frame.columns[:12])))
    names = [UNIT, CYCLE, *settings, *sensors]
    return Histories(rows[names], ends, settings, sensors, tuple(notes))


def _cell(table_source: str, key: str, row: object, column: str, value: object) -> NoReturn:
    raise DataError(TEXTS, key, file=table_source, row=int(str(row)), column=column, value=shorten(str(value)))


def _units(table: Table, name: str) -> pd.Series:
    column = table.frame[name]
    if (missing := np.flatnonzero(column.isna())).size:
        _cell(table.source, "cell-empty", column.index[missing[0]], name, "")
    if column.dtype.kind == "f" and (column == column.round()).all() and (column.abs() < 2**53).all():
        return column.astype("int64")
    return column.astype(str)


def _cycles(table: Table, name: str, unit: pd.Series, notes: list[Note]) -> pd.Series:
    """Return the cycle of each row: whole numbers as they are, dates and fractions counted in their usual step."""
    column = table.frame[name]
    if (missing := np.flatnonzero(column.isna())).size:
        _cell(table.source, "cell-empty", column.index[missing[0]], name, "")
    if column.dtype.kind == "f":
        values = column
        if (endless := np.flatnonzero(~np.isfinite(values) | (values.abs() > 1e12))).size:
            _cell(table.source, "cell-not-number", column.index[endless[0]], name, column.iloc[endless[0]])
        if (values == values.round()).all() and (values >= 0).all():
            return values.astype("int64")
        if (values < 0).any():
            row = int(np.flatnonzero(values < 0)[0])
            _cell(table.source, "cell-not-whole", column.index[row], name, column.iloc[row])
        step = _usual_step(values, unit)
        notes.append(Note("note-time-step", {"column": name, "step": f"{step:.6g}"}))
        return pd.Series((values / step).round().astype("int64"))
    stamps = column if column.dtype.kind == "M" else _dates(table, name)
    stamps = stamps.dt.tz_convert(None) if stamps.dt.tz is not None else stamps
    seconds = (stamps - stamps.min()).dt.total_seconds()
    usual = _usual_step(seconds, unit)
    step = max((each for each in _STEPS if each <= usual * 1.05), default=1)
    notes.append(Note("note-dates", {"column": name, "step": _STEPS[step]}))
    first = seconds.groupby(unit.to_numpy()).transform("min")
    return pd.Series(((seconds - first) / step).round().astype("int64") + 1)


def _usual_step(values: pd.Series, unit: pd.Series) -> float:
    """Return the median distance between neighbouring rows of a unit; 1 where there is none."""
    ordered = values.groupby(unit.to_numpy(), sort=False).apply(lambda each: each.sort_values().diff())
    steps = ordered[ordered > 0]
    return float(steps.median()) if len(steps) else 1.0


def _dates(table: Table, name: str) -> pd.Series:
    """Return texts as dates: ISO, German (31.12.2024), or with strokes where no date fits both orders."""
    column = table.frame[name]
    text = column.astype(str)
    for pattern in (r"\d{1,2}\.\d{1,2}\.\d{4}.*", r"\d{1,2}/\d{1,2}/\d{4}.*"):
        if not text.str.fullmatch(pattern).all():
            continue
        first, second = (text.str.extract(r"(\d{1,2})\D(\d{1,2})")[place].astype(int).max() for place in (0, 1))
        if "/" in pattern and first <= 12 and second <= 12:
            _cell(table.source, "date-unclear", column.index[0], name, text.iloc[0])
        found = pd.to_datetime(text, dayfirst="." in pattern or first > 12, errors="coerce", format="mixed")
        break
    else:
        iso = text.str.match(r"\d{4}-\d{2}-\d{2}")
        found = pd.to_datetime(text.where(iso), errors="coerce", format="ISO8601", utc=True)
    if (wrong := np.flatnonzero(found.isna())).size:
        _cell(table.source, "time-unclear", column.index[wrong[0]], name, text.iloc[wrong[0]])
    dates: pd.Series = found
    return dates


def _check_once(source: str, unit: pd.Series, cycle: pd.Series, rows: pd.Index) -> None:
    twice = np.flatnonzero(pd.DataFrame({"unit": unit.to_numpy(), "cycle": cycle.to_numpy()}).duplicated())
    if len(twice):
        place = int(twice[0])
        values = {"cycle": str(cycle.iloc[place]), "unit": str(unit.iloc[place])}
        raise DataError(TEXTS, "cycle-twice", file=source, row=int(rows[place]), **values)


def _ends(column: pd.Series | None, unit: pd.Series, notes: list[Note]) -> pd.DataFrame:
    """Return how each history ended, by the last word said about it."""
    names = pd.Index(pd.unique(unit), name=UNIT)
    if column is None:
        notes.append(Note("note-all-failed", {"units": len(names)}))
        return pd.DataFrame({"failed": True, "mode": "", "in_service": False}, index=names)
    said = column.dropna().map(_word)
    last = said.groupby(unit.loc[said.index].to_numpy()).last().reindex(names).fillna("") if len(said) else None
    words = last if last is not None else pd.Series("", index=names)
    reasons = words.map(plain)
    in_service, taken_out = reasons.isin(IN_SERVICE), reasons.isin(TAKEN_OUT)
    failed = ~in_service & ~taken_out
    mode = words.where(failed & ~reasons.isin(FAILED), "")
    return pd.DataFrame({"failed": failed, "mode": mode, "in_service": in_service}, index=names)


def _word(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value).strip()


def _readings(
    table: Table, frame: pd.DataFrame, rows: pd.DataFrame, names: Sequence[str], notes: list[Note]
) -> list[str]:
    """Put the readings into `rows`, missing ones filled from the unit's own; return the columns that were kept."""
    kept: list[str] = []
    empty: list[str] = []
    filled = 0
    for name in names:
        column = frame[name]
        if column.dtype.kind != "f":
            _complain_text(table, column)
        values = column.to_numpy(dtype="float64")
        check_readings(column, table.source)
        missing = np.isnan(values)
        if missing.mean() > MOST_MISSING:
            empty.append(name)
            continue
        if missing.any():
            filled += int(missing.sum())
            readings = pd.Series(values).groupby(rows[UNIT], sort=False)
            values = readings.ffill().groupby(rows[UNIT], sort=False).bfill().fillna(np.nanmedian(values)).to_numpy()
        rows[name] = values
        kept.append(name)
    if empty:
        notes.append(Note("note-empty-sensors", {"count": len(empty), "names": ", ".join(empty)}))
    if filled:
        notes.append(Note("note-filled", {"cells": filled}))
    return kept


def _complain_text(table: Table, column: pd.Series) -> NoReturn:
    """Name the first cell of a column that holds texts where numbers are needed."""
    name = str(column.name)
    for row, value in column.dropna().items():
        try:
            float(str(value).replace(",", "."))
        except ValueError:
            _cell(table.source, "cell-not-number", row, name, value)
    raise DataError(TEXTS, "column-not-number", file=table.source, column=name)


def _without_leaks(
    rows: pd.DataFrame, ends: pd.DataFrame, sensors: Sequence[str], named: bool, source: str, notes: list[Note]
) -> tuple[str, ...]:
    """Leave out what gives the remaining life away; refuse it where the owner asked for it."""
    failed = rows[UNIT].map(ends["failed"]).to_numpy(dtype=bool)
    last = rows.groupby(UNIT, sort=False)[CYCLE].transform("max")
    remaining = (last - rows[CYCLE]).to_numpy("float64")[failed]
    leaking = [name for name in sensors if _leaks(name, rows[name].to_numpy()[failed], remaining)]
    if leaking and named:
        raise DataError(TEXTS, "life-leak", file=source, column=leaking[0])
    if leaking:
        notes.append(Note("note-life-leak", {"count": len(leaking), "names": ", ".join(leaking)}))
    return tuple(name for name in sensors if name not in leaking)


def _leaks(name: str, values: np.typing.NDArray[np.float64], remaining: np.typing.NDArray[np.float64]) -> bool:
    if plain(name) in _REMAINING:
        return True
    if len(values) < 20 or values.std() < 1e-12 or remaining.std() < 1e-12:
        return False
    if abs(np.corrcoef(values, remaining)[0, 1]) > LEAK_CORRELATION:
        return True
    # A flag that stands in the last row of every unit and nowhere else.
    at_end, before = values[remaining == 0], values[remaining > 0]
    return len(at_end) >= 5 and (at_end.min() > before.max() or at_end.max() < before.min()) and at_end.std() < 1e-12
