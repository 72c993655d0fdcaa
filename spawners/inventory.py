"""What the cluster has and what of it is free: partitions, their time limits, and generic resources such as GPUs.

Slurm names a resource ``gpu:a100:2``, ``gpu:a100_1g.10gb:7`` (slices) or ``shard:a100:16`` (shares).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spawners.cluster import SEPARATOR, TEXTS
from spawners.live import OneQuestion
from spawners.notation import Gres, read_gres, read_minutes
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
        ("DefaultTime", 40),
    )
)

# Nodes that take jobs; a mark after the state, such as "*" for one that does not respond, says more.
_USABLE = re.compile(r"(idle|mixed|allocated|completing|planned)[~#%+^]?")


@dataclass(frozen=True, slots=True)
class Sharing:
    """How many cards are shared out in shards now; `exact` where Slurm also says how many shards of each are taken."""

    cards: int = 0
    exact: bool = True

    @classmethod
    def read(cls, used: str) -> Sharing:
        """Read it from the resources in use.

        Newer versions write ``shard:5(5/8,0/8)``, taken and all shards card by card. Slurm 22.05 writes
        ``shard:1(IDX:0)``, whatever is taken of the cards it names.
        """
        cards, exact = 0, True
        for counts in re.findall(r"shard(?::[^,(]*)?\(([^)]*)\)", used):
            if numbers := re.fullmatch(r"IDX:([\d,-]+)", counts):
                exact = False
                for part in numbers[1].split(","):
                    first, _, last = part.partition("-")
                    cards += int(last or first) - int(first) + 1
            else:
                cards += len(re.findall(r"\b[1-9]\d*/", counts))
        return cls(cards, exact)


@dataclass(frozen=True, slots=True)
class Node:
    """A node as one of its partitions shows it."""

    name: str
    usable: bool
    has: Gres
    used: Gres
    sharing: Sharing = Sharing()

    def count(self, kind: str, of_type: str) -> int:
        """Return how many of a resource it has; without a type, of all types."""
        return _count(self.has, kind, of_type)

    def free(self, kind: str, of_type: str) -> int | None:
        """Return how many of them are free now; None where Slurm does not tell.

        A card is given as a whole or in shards: one that is shared is no free GPU, and the shards of one that is
        taken are not free either. On a node that shares one of several types, GPUs of the others count as if they did.
        """
        if not self.usable:
            return 0
        free = self.count(kind, of_type) - _count(self.used, kind, of_type)
        if kind == "gpu" and self.count("shard", ""):
            free -= self.sharing.cards
        elif kind == "shard" and (cards := self.count("gpu", of_type)):
            if not self.sharing.exact:
                return None
            free -= _count(self.used, "gpu", of_type) * self.count("shard", of_type) // cards
        return max(free, 0)


def _count(gres: Gres, kind: str, of_type: str) -> int:
    return sum(count for (name, type_), count in gres.items() if name == kind and of_type in ("", type_))


@dataclass(frozen=True, slots=True)
class Partition:
    """A partition; `longest` is its time limit in minutes and `usual` what a job gets that asks for none."""

    name: str
    is_default: bool
    longest: float | None
    usual: float | None
    nodes: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Offer:
    """What of a profile's GPUs the cluster has now, or why it can never serve the profile."""

    free: int | None = None
    total: int | None = None
    obstacle: ClusterError | None = None


@dataclass(frozen=True)
class Inventory(OneQuestion):
    """The cluster's partitions by name."""

    partitions: dict[str, Partition]

    question = ("sinfo", "--noheader", "--Node", f"--Format={_FORMAT}")

    @classmethod
    def read(cls, answer: str) -> Inventory:
        """Read what sinfo printed in our format."""
        partitions: dict[str, Partition] = {}
        for line in answer.splitlines():
            fields = [part.strip() for part in line.split(SEPARATOR)]
            if len(fields) < 7:
                continue
            name, shown, state, has, used, longest, usual = fields[:7]
            partition = partitions.setdefault(
                shown.rstrip("*"),
                Partition(shown.rstrip("*"), shown.endswith("*"), read_minutes(longest), read_minutes(usual)),
            )
            usable = _USABLE.fullmatch(state) is not None
            partition.nodes.append(Node(name, usable, read_gres(has), read_gres(used), Sharing.read(used)))
        return cls(partitions)

    def partition(self, name: str) -> Partition | None:
        """Return the partition of that name; without a name, the default one."""
        if name:
            return self.partitions.get(name)
        return next((each for each in self.partitions.values() if each.is_default), None)

    def offer(self, wish: Mapping[str, str]) -> Offer:
        """Compare a profile's req_* traits with what there is."""
        name = wish.get("req_partition", "")
        partition = self.partition(name)
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
                key = "too-many-shards" if kind == "shard" else "too-many-gpus"
                return Offer(obstacle=ClusterError(TEXTS, key, partition=partition.name, largest=largest))
            total = sum(node.count(kind, of_type) for node in partition.nodes)
            counts = [node.free(kind, of_type) for node in partition.nodes]
            free = None if None in counts else sum(number or 0 for number in counts)
        return Offer(free, total)
