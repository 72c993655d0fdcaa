"""NASA's C-MAPSS turbofan histories, read from a folder the user names.

Saxena, Goebel, Simon, Eklund: Damage propagation modeling for aircraft engine run-to-failure simulation.
International Conference on Prognostics and Health Management, 2008. Work of a US agency; distributed by the NASA
Prognostics Center of Excellence. The files are not part of this product.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from studio_core.data.contract import CYCLE, UNIT, Channel, check_whole
from studio_core.data.reading import read_numbers
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.fleet import Fleet, check_fleet
from studio_messages import DataError

SUBSETS = ("FD001", "FD002", "FD003", "FD004")

# Name and unit in the order of the files' columns; the names are those of the 2008 paper.
_SETTINGS = (("altitude", "1000 ft"), ("mach", ""), ("TRA", "%"))
_SENSORS = (
    ("T2", "°R"),
    ("T24", "°R"),
    ("T30", "°R"),
    ("T50", "°R"),
    ("P2", "psia"),
    ("P15", "psia"),
    ("P30", "psia"),
    ("Nf", "rpm"),
    ("Nc", "rpm"),
    ("epr", ""),
    ("Ps30", "psia"),
    ("phi", "pps/psi"),
    ("NRf", "rpm"),
    ("NRc", "rpm"),
    ("BPR", ""),
    ("farB", ""),
    ("htBleed", ""),
    ("Nf_dmd", "rpm"),
    ("PCNfR_dmd", "rpm"),
    ("W31", "lbm/s"),
    ("W32", "lbm/s"),
)


def read_cmapss(folder: str | Path, subset: str = "FD001") -> Fleet:
    """Read one subset of C-MAPSS: ``train_…``, ``test_…`` and ``RUL_…``, each as ``.txt`` or ``.txt.gz``.

    Raises
    ------
    DataError
        An unknown subset, a missing or damaged file, or a row that is not what the format asks for.

    """
    train_file, test_file, rul_file = cmapss_files(folder, subset)
    settings = tuple(_channel(name, unit) for name, unit in _SETTINGS)
    sensors = tuple(_channel(name, unit) for name, unit in _SENSORS)
    columns = [UNIT, CYCLE, *(channel.name for channel in (*settings, *sensors))]
    train, test = (_read_histories(file, columns) for file in (train_file, test_file))
    rul = read_numbers(rul_file, ["RUL"])["RUL"]
    units = sorted(test[UNIT].unique())
    if len(rul) != len(units):
        raise DataError(TEXTS, "rul-count", file=rul_file.name, rows=len(rul), units=len(units), test=test_file.name)
    fleet = Fleet(
        name=f"C-MAPSS {subset}",
        train=train,
        test=test,
        ends=pd.DataFrame({"failed": True, "mode": ""}, index=pd.Index(sorted(train[UNIT].unique()), name=UNIT)),
        settings=settings,
        sensors=sensors,
        test_rul=pd.Series(rul.to_numpy(dtype="float64"), index=pd.Index(units, name=UNIT), name="rul"),
        origin_key="origin-cmapss",
        origin_values={"subset": subset},
    )
    return check_fleet(fleet, train_file.name, test_file.name)


def cmapss_files(folder: str | Path, subset: str) -> tuple[Path, Path, Path]:
    """Return the training, test and RUL file of a subset.

    Raises
    ------
    DataError
        An unknown subset, no such folder, or a file that is not in it.

    """
    folder = Path(folder)
    if subset not in SUBSETS:
        raise DataError(TEXTS, "subset-unknown", subset=subset, permitted=", ".join(SUBSETS))
    if not folder.is_dir():
        raise DataError(TEXTS, "folder-missing", folder=folder)
    train, test, rul = (_find(folder, f"{part}_{subset}.txt") for part in ("train", "test", "RUL"))
    return train, test, rul


def _read_histories(file: Path, columns: list[str]) -> pd.DataFrame:
    table = read_numbers(file, columns)
    check_whole(table, UNIT, file.name)
    return table.astype({UNIT: "int64"})


def _channel(name: str, unit: str) -> Channel:
    return Channel(name, unit, TEXTS, f"cmapss-{name}")


def _find(folder: Path, name: str) -> Path:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    there = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))[:5]
    raise DataError(TEXTS, "cmapss-file-missing", file=name, folder=folder, found=", ".join(there) or "–")
