"""Profiles: from what studio.yaml offers to what a job asks Slurm for, and to what a person reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spawners.notation import read_minutes

if TYPE_CHECKING:
    from hub_config.settings import Profile
    from studio_messages import Language


def requested(profile: Profile) -> dict[str, str]:
    """Return the spawner's req_* traits that a profile stands for; what it leaves open is left to Slurm."""
    kind, count = ("gpu", profile.gpus) if profile.gpus else ("shard", profile.shards)
    gres = ":".join([kind, *([profile.gpu_type] if profile.gpu_type else []), str(count)])
    traits = {
        "req_partition": profile.partition,
        "req_gres": gres if count else None,
        "req_nprocs": str(profile.cpus),
        "req_memory": profile.memory,
        "req_runtime": profile.time,
        "req_account": profile.account,
        "req_qos": profile.qos,
        "req_reservation": profile.reservation,
    }
    return {name: value or "" for name, value in traits.items()}


# Names that sites give to slices of a GPU (MIG): 1g.10gb, a100_3g.20gb.
_SLICE = re.compile(r"(?:(\w+?)_)?(\d+g\.\d+gb)", re.IGNORECASE)


def card(profile: Profile, language: Language) -> dict[str, object]:
    """Return what the start page shows of a profile."""
    part = _SLICE.fullmatch(profile.gpu_type or "")
    gpu_type = " ".join(filter(None, ((part[1] or "").upper(), part[2].lower()))) if part else profile.gpu_type or ""
    return {
        "id": profile.id,
        "title": profile.title[language],
        "description": profile.description.get(language, ""),
        "gpus": profile.gpus,
        "kind": "shards" if profile.shards else "slices" if part else "gpus",
        "count": profile.shards or profile.gpus,
        "gpu_type": gpu_type if part else gpu_type.upper(),
        "cpus": profile.cpus,
        "memory": profile.memory,
        "minutes": read_minutes(profile.time) if profile.time else None,
    }
