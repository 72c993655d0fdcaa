"""What the cluster has and what of it is free: partitions, their time limits, and generic resources such as GPUs.

Slurm names a resource ``gpu:a100:2``, ``gpu:1g.10gb:7`` (slices) or ``shard:16`` (shares); all are read alike.
"""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spawners.cluster import SEPARATOR, TEXTS, Slurm
from studio_messages import ClusterError

if TYPE_CHECKING:
    from collections.abc import Mapping

# Widths are the least that Slurm accepts as "do not cut".
_FORMAT = ",".join(
    f"{name}:{width}{SEPARATOR}"
    for name, width in (
        ("NodeHost", 200),
        ("Partition", 200),
        ("StateLong", 60),
        ("Gres", 1000),
        ("GresUsed", 1000),
        ("Time", 40),
    )
)

# Nodes that take jobs; a mark after the state, such as "*" for one that does not respond, says more.
_USABLE = re.compile(r"(idle|mixed|allocated|completing|planned)[~#%+^]?")

_SUFFIXES = {"K": 1024, "M": 1024**2}

#: How many there are of each resource, by kind and type: ``{("gpu", "a100"): 2}``.
Gres = dict[tuple[str, str], int]


def read_gres(text: str) -> Gres:
    """Read a list of generic resources as Slurm prints it, or as a job asks for it; no type is the type ""."""
    found: Gres = {}
    for entry in re.sub(r"\([^)]*\)", "", text).split(","):
        parts = entry.strip().split(":")
        counted = re.fullmatch(r"(\d+)([KM]?)", parts[-1]) if len(parts) > 1 else None
        count = int(counted[1]) * _SUFFIXES.get(counted[2], 1) if counted else 1
        words = parts[:-1] if counted else parts
        if words[0] and words[0] != "null" and words[0] != "N/A":
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


@dataclass(frozen=True, slots=True)
class Node:
    """A node as one of its partitions shows it."""

    name: str
    usable: bool
    has: Gres
    used: Gres

    def count(self, kind: str, of_type: str) -> int:
        """Return how many of a resource it has; without a type, of all types."""
        return sum(count for (name, type_), count in self.has.items() if name == kind and of_type in ("", type_))

    def free(self, kind: str, of_type: str) -> int:
        """Return how many of them are free now."""
        if not self.usable:
            return 0
        used = sum(count for (name, type_), count in self.used.items() if name == kind and of_type in ("", type_))
        return max(self.count(kind, of_type) - used, 0)


@dataclass(frozen=True, slots=True)
class Partition:
    """A partition; `longest` is its time limit in minutes, None where it has none."""

    name: str
    is_default: bool
    longest: float | None
    nodes: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Offer:
    """What of a profile's GPUs the cluster has now, or why it can never serve the profile."""

    free: int | None = None
    total: int | None = None
    obstacle: ClusterError | None = None


@dataclass(frozen=True, slots=True)
class Inventory:
    """The cluster's partitions by name."""

    partitions: dict[str, Partition]

    @classmethod
    async def ask(cls, slurm: Slurm) -> Inventory:
        """Ask the scheduler, in one question.

        Raises
        ------
        ClusterError
            It gave no normal answer.

        """
        return cls.read(await slurm.ask("sinfo", "--noheader", "--Node", f"--Format={_FORMAT}"))

    @classmethod
    def read(cls, answer: str) -> Inventory:
        """Read what sinfo printed in our format."""
        partitions: dict[str, Partition] = {}
        for line in answer.splitlines():
            fields = [part.strip() for part in line.split(SEPARATOR)]
            if len(fields) < 6:
                continue
            name, shown, state, has, used, longest = fields[:6]
            partition = partitions.setdefault(
                shown.rstrip("*"), Partition(shown.rstrip("*"), shown.endswith("*"), read_minutes(longest))
            )
            usable = _USABLE.fullmatch(state) is not None
            partition.nodes.append(Node(name, usable, read_gres(has), read_gres(used)))
        return cls(partitions)

    def offer(self, wish: Mapping[str, str]) -> Offer:
        """Compare a profile's req_* traits with what there is."""
        name = wish.get("req_partition", "")
        if name:
            partition = self.partitions.get(name)
        else:
            partition = next((each for each in self.partitions.values() if each.is_default), None)
        if partition is None:
            return Offer(obstacle=ClusterError(TEXTS, "no-partition", partition=name or "–")) if name else Offer()
        wished = read_minutes(wish.get("req_runtime", ""))
        if wished is not None and partition.longest is not None and wished > partition.longest:
            longest = partition.longest / 60
            return Offer(obstacle=ClusterError(TEXTS, "too-long", partition=partition.name, hours=round(longest, 1)))
        free = total = None
        for (kind, of_type), count in read_gres(wish.get("req_gres", "")).items():
            largest = max((node.count(kind, of_type) for node in partition.nodes), default=0)
            shown = f"{kind}:{of_type}" if of_type else kind
            if largest == 0:
                return Offer(obstacle=ClusterError(TEXTS, "no-such-gpu", gpu=shown, partition=partition.name))
            if largest < count:
                return Offer(obstacle=ClusterError(TEXTS, "too-many-gpus", partition=partition.name, largest=largest))
            total = sum(node.count(kind, of_type) for node in partition.nodes)
            free = sum(node.free(kind, of_type) for node in partition.nodes)
        return Offer(free, total)


class LiveInventory:
    """The inventory, asked for only when somebody looks, and then at most every `keep` seconds.

    Parameters
    ----------
    slurm
        Runs the query.
    keep
        Seconds that an answer, or its absence, is good for.
    patience
        Seconds that a page waits for it.

    """

    def __init__(self, slurm: Slurm, *, keep: float = 10.0, patience: float = 2.0) -> None:
        self.slurm = slurm
        self.keep = keep
        self.patience = patience
        self._found: Inventory | None = None
        self._until = 0.0
        self._asking: asyncio.Task[None] | None = None

    async def look(self) -> Inventory | None:
        """Return what the cluster has; None where it does not say so in time."""
        if time.monotonic() >= self._until:
            if self._asking is None or self._asking.done():
                self._asking = asyncio.create_task(self._ask(), name="inventory")
            # Left to itself when it takes longer: the next page will have its answer.
            await asyncio.wait({self._asking}, timeout=self.patience)
        return self._found if time.monotonic() < self._until else None

    async def _ask(self) -> None:
        try:
            self._found = await Inventory.ask(self.slurm)
        except ClusterError:
            self._found = None
        self._until = time.monotonic() + self.keep
