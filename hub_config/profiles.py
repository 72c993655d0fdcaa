"""Profiles: from what studio.yaml offers to what a job asks Slurm for, and to what a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hub_config.settings import Profile
    from studio_messages import Language


def requested(profile: Profile) -> dict[str, str]:
    """Return the spawner's req_* traits that a profile stands for; what it leaves open is left to Slurm."""
    gpu = f"gpu:{profile.gpu_type}:{profile.gpus}" if profile.gpu_type else f"gpu:{profile.gpus}"
    traits = {
        "req_partition": profile.partition,
        "req_gres": gpu if profile.gpus else None,
        "req_nprocs": str(profile.cpus),
        "req_memory": profile.memory,
        "req_runtime": profile.time,
        "req_account": profile.account,
        "req_qos": profile.qos,
        "req_reservation": profile.reservation,
    }
    return {name: value or "" for name, value in traits.items()}


def card(profile: Profile, language: Language) -> dict[str, object]:
    """Return what the start page shows of a profile."""
    return {
        "id": profile.id,
        "title": profile.title[language],
        "description": profile.description.get(language, ""),
        "gpus": profile.gpus,
        "gpu_type": (profile.gpu_type or "").upper(),
        "cpus": profile.cpus,
        "memory": profile.memory,
        "hours": _hours(profile.time),
    }


def _hours(time: str | None) -> float | None:
    """Read Slurm's D-H:MM:SS, H:MM:SS or M:SS as hours."""
    if time is None:
        return None
    days, _, clock = time.rpartition("-")
    parts = [int(part) for part in clock.split(":")]
    if days:
        hours, minutes, seconds = (*parts, 0, 0)[:3]
    else:
        hours, minutes, seconds = (0, *parts)[-3:]
    return round(24 * int(days or 0) + hours + minutes / 60 + seconds / 3600, 2)
