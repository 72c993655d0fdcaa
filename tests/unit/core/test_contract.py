"""The data contract: what every source of histories must hold."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from studio_core.data.contract import Channel, check_histories
from studio_messages import DataError

CHANNELS = (Channel("speed"), Channel("heat", "°C"))


def _table() -> pd.DataFrame:
    return pd.DataFrame(
        {"unit": ["b", "b", "a"], "cycle": [2, 1, 1], "speed": [1.0, 2.0, 3.0], "heat": [4.0, 5.0, 6.0], "note": "x"}
    )


def test_a_good_table_comes_back_sorted_and_without_further_columns() -> None:
    checked = check_histories(_table(), CHANNELS, "own.csv")
    assert checked.columns.tolist() == ["unit", "cycle", "speed", "heat"]
    assert list(zip(checked["unit"], checked["cycle"], strict=True)) == [("a", 1), ("b", 1), ("b", 2)]


@pytest.mark.parametrize(
    ("spoil", "key", "words"),
    [
        (lambda table: table.drop(columns="heat"), "column-missing", ["own.csv", '"heat"', "unit, cycle, speed"]),
        (lambda table: table.drop(columns="unit"), "column-missing", ['"unit"']),
        (lambda table: table.iloc[:0], "file-empty", ["own.csv"]),
        (lambda table: table.assign(heat=[4.0, "hot", 6.0]), "cell-not-number", ["row 2", "column heat", '"hot"']),
        (lambda table: table.assign(heat=[4.0, np.nan, 6.0]), "cell-empty", ["row 2", "column heat"]),
        (lambda table: table.assign(speed=[1.0, 1.0, np.inf]), "cell-empty", ["row 3", "column speed"]),
        (lambda table: table.assign(cycle=[1.5, 1, 1]), "cell-not-whole", ["row 1", "column cycle", '"1.5"']),
        (lambda table: table.assign(cycle=[-1, 1, 1]), "cell-not-whole", ["row 1", '"-1"']),
        (lambda table: table.assign(cycle=[1, 1, 1]), "cycle-twice", ["row 2", "cycle 1", "unit b"]),
        (lambda table: table.assign(unit=["b", None, "a"]), "cell-empty", ["row 2", "column unit"]),
    ],
)
def test_each_violation_names_row_and_column(
    spoil: Callable[[pd.DataFrame], pd.DataFrame], key: str, words: list[str]
) -> None:
    with pytest.raises(DataError) as caught:
        check_histories(spoil(_table()), CHANNELS, "own.csv")
    assert caught.value.key == key
    for word in words:
        assert word in caught.value.message("en")
    assert caught.value.remedy("de")
