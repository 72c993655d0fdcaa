"""``ai-studio check``: goes through an installation point by point and says what is wrong and how to mend it."""

from __future__ import annotations

import os
import pwd
import stat
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from hub_config import preflight
from hub_config.profiles import requested
from hub_config.settings import TEXTS, StudioSettings
from studio_messages import StudioError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Others create files and cannot list, new files belong to the folder's group, and only owners remove theirs.
_LOG_FOLDER_MODE = 0o3753


@dataclass(frozen=True, slots=True)
class Point:
    """One examined point: `fix` is empty where it is fine."""

    name: str
    title: str
    fine: bool
    finding: str
    fix: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the point for --json."""
        return asdict(self)


def examine(settings: StudioSettings) -> list[Point]:
    """Examine what a start with these settings would need; changes nothing but makes a missing state folder."""
    points = [
        _examined("state", partial(preflight.state_folder, settings)),
        _examined("proxy", preflight.proxy_command),
        _examined("port", partial(_studio_port, settings)),
    ]
    if settings.spawner == "slurm" or (settings.spawner == "auto" and settings.profiles):
        points.append(_examined("slurm", partial(_slurm, settings)))
        if settings.slurm.log_folder:
            points.append(_examined("logs", partial(_log_folder, settings.slurm.log_folder, settings.service_account)))
        if settings.warm_seats:
            points.append(_examined("seats", partial(_seats, settings)))
    return points


def _examined(name: str, check: Callable[[], object]) -> Point:
    title = TEXTS(f"check-{name}")
    try:
        found = check()
    except StudioError as error:
        return Point(name, title, fine=False, finding=error.message(), fix=error.remedy())
    return Point(name, title, fine=True, finding=str(found))


def _studio_port(settings: StudioSettings) -> str:
    preflight.port_is_free(settings.listen.address, settings.listen.port)
    return f"{settings.listen.address}:{settings.listen.port}"


def _slurm(settings: StudioSettings) -> str:
    partitions = preflight.slurm_answers_or_raise(settings)
    inventory = preflight.inventory(settings)
    for profile in settings.profiles:
        if profile.partition and profile.partition not in partitions:
            raise StudioError(
                TEXTS,
                "profile-partition",
                profile=profile.id,
                partition=profile.partition,
                partitions=", ".join(partitions),
            )
        if obstacle := inventory.offer(requested(profile)).obstacle:
            raise StudioError(TEXTS, "profile-not-served", profile=profile.id, reason=obstacle.message())
    return ", ".join(partitions)


def _log_folder(folder: Path, service_account: str | None) -> str:
    """Check what keeps people's logs apart: they may create files there and not list it; the hub reads by group."""
    try:
        group = pwd.getpwnam(service_account).pw_gid if service_account else os.getegid()
    except KeyError:
        raise StudioError(TEXTS, "service-account-missing", name=service_account) from None
    try:
        found = folder.stat()
    except OSError as error:
        raise StudioError(TEXTS, "log-folder-missing", folder=folder, reason=error.strerror or "–") from error
    if stat.S_IMODE(found.st_mode) != _LOG_FOLDER_MODE or found.st_gid != group:
        mode = f"{stat.S_IMODE(found.st_mode):04o}"
        raise StudioError(TEXTS, "log-folder-open", folder=folder, mode=mode, group=service_account or str(group))
    return str(folder)


def _seats(settings: StudioSettings) -> str:
    people = [name for seats in settings.warm_seats for name in seats.people]
    for name in people:
        try:
            pwd.getpwnam(name)
        except KeyError:
            raise StudioError(TEXTS, "seat-without-account", name=name) from None
    return str(len(people))
