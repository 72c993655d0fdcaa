"""Which column of a table plays which part: said by its owner, or proposed from names and content.

A table of histories has many rows for each unit; a table of events has one row for each piece of work, and says
whether it ended in a failure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pandas as pd

from studio_core import TEXTS
from studio_core.data.tables import Note
from studio_messages import DataError

if TYPE_CHECKING:
    from studio_core.data.tables import Table

Kind = Literal["histories", "events"]
Role = Literal["unit", "time", "end", "target"]

# Names as `plain` writes them, in the order in which they are taken.
NAMES: Mapping[Role, tuple[str, ...]] = {
    "unit": (
        *("unit", "unitid", "unitnumber", "unitnr", "machine", "machineid", "engine", "engineid", "asset", "assetid"),
        *("equipment", "equipmentid", "device", "deviceid", "spindle", "pump", "bearing", "serial", "serialnumber"),
        *("einheit", "maschine", "maschinenid", "maschinennummer", "anlage", "anlagennummer", "aggregat", "gerat"),
        *("seriennummer", "spindel", "pumpe", "lager", "id"),
    ),
    "time": (
        *("cycle", "cycles", "timecycles", "timeincycles", "time", "timestamp", "datetime", "date", "t", "hour"),
        *("hours", "operatinghours", "runtime", "day", "shift", "step", "age", "zyklus", "zyklen", "zeit"),
        *("zeitstempel", "datum", "stunde", "stunden", "betriebsstunden", "laufzeit", "tag", "schicht", "alter"),
    ),
    "end": (
        *("end", "endreason", "reason", "outcome", "status", "event", "failure", "failed", "fail", "failuremode"),
        *("ende", "endegrund", "grund", "ausfallgrund", "ausfall", "ausgefallen", "zustand"),
    ),
    "target": (
        *("machinefailure", "failure", "failed", "fail", "target", "label", "fault", "breakdown", "defect", "y"),
        *("maschinenausfall", "ausfall", "ausgefallen", "storung", "stoerung", "defekt", "fehler"),
    ),
}
# Names that number rows or products; they identify and do not measure.
_COUNTERS = {"udi", "uid", "index", "row", "rownumber", "productid", "product", "nr", "number", "id", "zeile", "nummer"}


@dataclass(frozen=True)
class Roles:
    """The part each column plays; "" where there is none.

    Attributes
    ----------
    end
        Why a unit's history ends: failure, a mode of failure, or taken out before.
    target
        Whether a row of an event table ended in a failure.
    sensors, settings
        Measured columns, and those that people set.

    """

    kind: Kind
    unit: str = ""
    time: str = ""
    end: str = ""
    target: str = ""
    sensors: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """Roles with what was guessed and left out, in words."""

    roles: Roles
    notes: tuple[Note, ...]
    # Whether the owner named the inputs; what was named is never left out in silence.
    named_inputs: bool = False


def plain(name: str) -> str:
    """Return a column's name without unit in brackets, accents, signs and capitals: ``Air temperature [K]``."""
    bare = re.sub(r"[\[(<].*?[\])>]", "", name)
    letters = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", letters.lower())


def measure(name: str) -> str:
    """Return the unit of measurement that a column's name carries in brackets, "" where it carries none."""
    found = re.search(r"[\[(]([^\])]{1,12})[\])]\s*$", name)
    return found[1] if found else ""


def propose(table: Table, given: Mapping[str, str]) -> Proposal:
    """Say which column plays which part.

    Parameters
    ----------
    given
        What the owner said: ``unit``, ``time``, ``end``, ``target`` (a column each), ``sensors``, ``settings`` (columns
        separated by commas); "" or missing is guessed.

    Raises
    ------
    DataError
        A named column is not there, or two parts are given to one; or it cannot be guessed what the table is.

    """
    said = {part: _find(table, given.get(part, "")) for part in ("unit", "time", "end", "target")}
    lists = {
        part: tuple(_find(table, name) for name in _split(given.get(part, ""))) for part in ("sensors", "settings")
    }
    _check_once(table, [*said.values(), *lists["sensors"], *lists["settings"]])
    kind = _kind(table, said)
    parts: tuple[Role, ...] = ("unit", "time", "end") if kind == "histories" else ("target", "unit")
    guessed: list[tuple[str, str]] = []
    for part in parts:
        # An event table's rows belong together only where its owner says so: a column "id" numbers them.
        if not said[part] and not (kind == "events" and part == "unit"):
            said[part] = _guess(table, part, taken={*said.values(), *lists["sensors"], *lists["settings"]})
            if said[part]:
                guessed.append((part, said[part]))
    for part in parts[: 2 if kind == "histories" else 1]:
        if not said[part]:
            raise _unclear(table)
    notes = [Note(f"note-guessed-{part}", {"column": name}) for part, name in guessed]
    taken = {*said.values(), *lists["settings"]}
    sensors, left_out = (lists["sensors"], ()) if lists["sensors"] else _measured(table, taken, kind)
    if left_out:
        notes.append(Note("note-left-out", {"count": len(left_out), "names": _listed(left_out)}))
    roles = Roles(kind, said["unit"], said["time"], said["end"], said["target"], sensors, lists["settings"])
    if not sensors:
        raise DataError(TEXTS, "no-sensors", file=table.source, found=_listed(list(table.frame.columns)))
    return Proposal(roles, tuple(notes), bool(lists["sensors"]))


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _find(table: Table, name: str) -> str:
    """Return the column that a person means: the very name, else one that only differs in capitals or its unit."""
    if not name or name in table.frame.columns:
        return name
    alike = [column for column in table.frame.columns if plain(column) == plain(name)]
    if len(alike) == 1:
        return str(alike[0])
    raise DataError(TEXTS, "column-missing", file=table.source, column=name, found=_listed(list(table.frame.columns)))


def _check_once(table: Table, names: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in filter(None, names):
        if name in seen:
            raise DataError(TEXTS, "column-two-parts", file=table.source, column=name)
        seen.add(name)


def _kind(table: Table, said: Mapping[str, str]) -> Kind:
    if said["target"]:
        return "events"
    unit, time = (said[part] or _guess(table, part, taken=set()) for part in ("unit", "time"))
    if unit and time and table.frame[unit].nunique() < 0.5 * len(table.frame):
        return "histories"
    if _guess(table, "target", taken=set()) and not (said["unit"] and said["time"]):
        return "events"
    if said["unit"] or said["time"] or (unit and time):
        return "histories"
    raise _unclear(table)


def _guess(table: Table, part: Role, taken: set[str]) -> str:
    by_name = {plain(str(column)): str(column) for column in reversed(table.frame.columns) if column not in taken}
    found = next((by_name[name] for name in NAMES[part] if name in by_name), "")
    if part == "target" and found and table.frame[found].nunique() != 2:
        return ""
    return found


def _measured(table: Table, taken: set[str], kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns that can be inputs, and those that cannot: texts, counters, empty ones."""
    inputs: list[str] = []
    left_out: list[str] = []
    for name in map(str, table.frame.columns):
        if name in taken:
            continue
        column = table.frame[name]
        number = column.dtype.kind == "f"
        category = kind == "events" and not number and column.dtype.kind != "M" and 1 < column.nunique() <= 20
        counts = plain(name) in _COUNTERS or (number and _is_counter(column))
        (inputs if (number or category) and not counts and column.notna().any() else left_out).append(name)
    return tuple(inputs), tuple(left_out)


def _is_counter(column: pd.Series) -> bool:
    return len(column) > 10 and bool((column.diff().iloc[1:] == 1).all())


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= 12 else f"{', '.join(names[:10])}, … {names[-1]}"


def _unclear(table: Table) -> DataError:
    return DataError(TEXTS, "table-unclear", file=table.source, found=_listed(list(map(str, table.frame.columns))))
