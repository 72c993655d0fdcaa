"""How Slurm writes resources, durations and lists, read."""

from __future__ import annotations

import re

_SUFFIXES = {"K": 1024, "M": 1024**2}

#: How many there are of each resource, by kind and type: ``{("gpu", "a100"): 2}``.
Gres = dict[tuple[str, str], int]


def read_gres(text: str) -> Gres:
    """Read a list of generic resources as Slurm prints it, or as a job asks for it; no type is the type ""."""
    found: Gres = {}
    for entry in re.sub(r"\([^)]*\)", "", text).split(","):
        # Since 21.08 a job's wish may carry "gres:" or "gres/" in front.
        parts = re.sub(r"^gres[:/]", "", entry.strip()).split(":")
        counted = re.fullmatch(r"(\d+)([KM]?)", parts[-1]) if len(parts) > 1 else None
        count = int(counted[1]) * _SUFFIXES.get(counted[2], 1) if counted else 1
        words = parts[:-1] if counted else parts
        # "no_consume" says that jobs do not use it up.
        words = [word for word in words if word != "no_consume"]
        if words and words[0] and words[0] not in ("null", "N/A", "none"):
            key = (words[0], ":".join(words[1:]))
            found[key] = found.get(key, 0) + count
    return found


def read_minutes(text: str) -> float | None:
    """Read a duration in any of Slurm's notations as minutes; None for no limit."""
    found = re.fullmatch(r"(?:(\d+)-)?(\d+)(?::(\d+))?(?::(\d+))?", text.strip())
    if found is None:
        return None
    days, *parts = found.groups()
    first, second, third = (None if part is None else int(part) for part in parts)
    if days is not None:
        hours, minutes, seconds = first or 0, second or 0, third or 0
    elif third is not None:
        hours, minutes, seconds = first or 0, second or 0, third
    else:
        hours, minutes, seconds = 0, first or 0, second or 0
    return int(days or 0) * 1440 + hours * 60 + minutes + seconds / 60


def write_minutes(minutes: int) -> str:
    """Write whole minutes as Slurm and people read them, H:MM:SS."""
    return f"{minutes // 60}:{minutes % 60:02}:00"


def read_names(text: str) -> frozenset[str]:
    """Read a list of names; empty for Slurm's words for none."""
    return frozenset(part for part in text.split(",") if part and part not in ("(null)", "N/A"))


def read_record(line: str) -> dict[str, str]:
    """Read a line of ``scontrol --oneliner``; a value with blanks in it, such as a comment, loses what follows."""
    return dict(re.findall(r"(\S+?)=(\S*)", line))
