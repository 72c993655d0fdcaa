"""``ai-studio check``: goes through an installation point by point and says what is wrong and how to mend it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from hub_config import preflight
from hub_config.profiles import requested
from hub_config.settings import TEXTS, StudioSettings
from studio_messages import StudioError

if TYPE_CHECKING:
    from collections.abc import Callable


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
