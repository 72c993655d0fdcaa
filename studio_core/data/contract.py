"""The data contract of run-to-failure histories: what a table must hold before any engine touches it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from studio_core import TEXTS
from studio_messages import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from studio_messages import Catalogue, Language

UNIT = "unit"
CYCLE = "cycle"


@dataclass(frozen=True)
class Channel:
    """One measured column: its name in the table, its unit of measurement and where its description stands."""

    name: str
    unit: str = ""
    texts: Catalogue | None = None
    key: str = ""

    def describe(self, language: Language | None = None) -> str:
        """Return what is measured, in words; the bare name where nobody described it."""
        return self.texts(self.key, language) if self.texts else self.name


def check_histories(table: pd.DataFrame, channels: Sequence[Channel], source: str) -> pd.DataFrame:
    """Hold a table against the contract and return it sorted by unit and cycle, with whole-number cycles.

    Parameters
    ----------
    table
        Rows of ``unit`` (text or whole number), ``cycle`` (whole number from 0 up, once per unit) and one finite number
        per channel.
    channels
        The columns that must be there besides unit and cycle.
    source
        The file's name, for the messages. Rows are counted from 1 as in a file without header.

    Raises
    ------
    DataError
        The first violation, with row and column.

    """
    names = [UNIT, CYCLE, *(channel.name for channel in channels)]
    if missing := [name for name in names if name not in table.columns]:
        found = ", ".join(str(column) for column in table.columns)
        raise DataError(TEXTS, "column-missing", file=source, column=missing[0], found=found)
    if table.empty:
        raise DataError(TEXTS, "file-empty", file=source)
    _check_numbers(table, [CYCLE, *(channel.name for channel in channels)], source)
    check_whole(table, CYCLE, source)
    if table[UNIT].isna().any():
        raise _at_cell(table, "cell-empty", source, int(np.flatnonzero(table[UNIT].isna())[0]), UNIT)
    twice = np.flatnonzero(table.duplicated([UNIT, CYCLE]))
    if len(twice):
        row = int(twice[0])
        raise DataError(
            TEXTS,
            "cycle-twice",
            file=source,
            row=row + 1,
            cycle=str(int(table[CYCLE].iloc[row])),
            unit=table[UNIT].iloc[row],
        )
    checked = table[names].astype({CYCLE: "int64"})
    return checked.sort_values([UNIT, CYCLE], kind="stable").reset_index(drop=True)


def check_whole(table: pd.DataFrame, column: str, source: str) -> None:
    """See that a column of numbers holds whole numbers from 0 up.

    Raises
    ------
    DataError
        The first that is not, with its row.

    """
    values = table[column].to_numpy(dtype="float64")
    if len(wrong := np.flatnonzero((values < 0) | (values != np.round(values)))):
        raise _at_cell(table, "cell-not-whole", source, int(wrong[0]), column)


def _check_numbers(table: pd.DataFrame, names: Sequence[str], source: str) -> None:
    for name in names:
        column = table[name]
        if column.dtype.kind not in "iuf":
            for row, value in enumerate(column):
                if not isinstance(value, (int, float, np.number)):
                    raise _at_cell(table, "cell-not-number", source, row, name)
        if len(wrong := np.flatnonzero(~np.isfinite(column.to_numpy(dtype="float64")))):
            raise _at_cell(table, "cell-empty", source, int(wrong[0]), name)


def _at_cell(table: pd.DataFrame, key: str, source: str, row: int, column: str) -> DataError:
    return DataError(TEXTS, key, file=source, row=row + 1, column=column, value=str(table[column].iloc[row])[:30])
