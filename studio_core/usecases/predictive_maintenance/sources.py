"""What a path holds: C-MAPSS, a table of histories or a table of events, in a file, a folder or an archive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio_core.data.archives import is_archive, unpacked
from studio_core.data.fingerprint import fingerprint_files
from studio_core.data.histories import make_histories
from studio_core.data.mapping import propose
from studio_core.data.tables import SUFFIXES, read_table
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.data import SUBSETS, cmapss_files, read_cmapss
from studio_core.usecases.predictive_maintenance.events import EventTable, make_events
from studio_core.usecases.predictive_maintenance.own import make_fleet
from studio_messages import DataError, SettingsError

if TYPE_CHECKING:
    from studio_core.usecases.predictive_maintenance.configuration import Configuration
    from studio_core.usecases.predictive_maintenance.fleet import Fleet

_CMAPSS = re.compile(r"(?:train|test|RUL)_(FD00[1-4])\.txt(?:\.gz)?")
COLUMN_SETTINGS = ("unit", "time", "end", "target", "sensors", "settings")


@dataclass(frozen=True)
class Source:
    """What was read, and the fingerprint of the files it came from."""

    data: Fleet | EventTable
    fingerprint: dict[str, Any]


def read_source(path: Path, configuration: Configuration) -> Source:
    """Find out what a path holds, and read it.

    Raises
    ------
    DataError
        Nothing there, nothing that can be read, or data that cannot be used.
    SettingsError
        A setting that means nothing for these data.

    """
    with ExitStack() as stack:
        found = _find(path, stack)
        if isinstance(found, Path):
            return _read_own(found, path, configuration)
        folder, held = found
        _refuse(configuration, COLUMN_SETTINGS, "setting-only-table")
        subset: str = configuration.subset
        if "subset" not in configuration.model_fields_set and subset not in held and held:
            subset = held[0]
        fleet = read_cmapss(folder, subset)
        return Source(fleet, fingerprint_files(cmapss_files(folder, subset)))


def _read_own(file: Path, path: Path, configuration: Configuration) -> Source:
    _refuse(configuration, ("subset",), "setting-only-cmapss")
    table = read_table(file)
    given = {name: getattr(configuration, name) for name in COLUMN_SETTINGS}
    proposal = propose(table, given)
    fingerprint = fingerprint_files([path if path.is_file() else file])
    if proposal.roles.kind == "events":
        return Source(make_events(table, proposal), fingerprint)
    return Source(make_fleet(make_histories(table, proposal), table.source, configuration.seed), fingerprint)


def _refuse(configuration: Configuration, names: Sequence[str], key: str) -> None:
    if meaningless := sorted(configuration.model_fields_set & set(names)):
        raise SettingsError(TEXTS, key, key=meaningless[0])


def _find(path: Path, stack: ExitStack[bool | None]) -> Path | tuple[Path, list[str]]:
    """Return the table that a path means, or the folder with C-MAPSS files and the subsets it holds."""
    if path.is_dir():
        return _find_in(path, path, stack)
    if not path.exists():
        raise DataError(TEXTS, "data-missing", path=path)
    if is_archive(path):
        opened: AbstractContextManager[Path] = unpacked(
            path, lambda name: bool(_CMAPSS.fullmatch(name)) or _is_table(name)
        )
        return _find_in(stack.enter_context(opened), path, stack)
    named = _CMAPSS.fullmatch(path.name)
    return (path.parent, [named[1]]) if named else path


def _find_in(folder: Path, shown: Path, stack: ExitStack[bool | None]) -> Path | tuple[Path, list[str]]:
    files = sorted(each for each in folder.iterdir() if each.is_file() and not each.name.startswith("."))
    held = sorted({match[1] for each in files if (match := _CMAPSS.fullmatch(each.name))})
    if held:
        return folder, held
    tables = [each for each in files if _is_table(each.name) and not each.name.lower().startswith("readme")]
    if len(tables) == 1:
        return tables[0]
    if len(tables) > 1:
        names = ", ".join(each.name for each in tables[:6])
        raise DataError(TEXTS, "folder-several", folder=shown, names=names)
    archives = [each for each in files if is_archive(each)]
    inside = [each for each in sorted(folder.iterdir()) if each.is_dir() and any(map(_CMAPSS.fullmatch, _names(each)))]
    if len(archives) == 1 and not inside:
        return _find(archives[0], stack)
    if len(inside) == 1:
        return _find_in(inside[0], shown, stack)
    raise DataError(TEXTS, "folder-unknown", folder=shown, subsets=", ".join(SUBSETS))


def _names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


def _is_table(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith(SUFFIXES)
