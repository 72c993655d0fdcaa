"""What the cluster has: sinfo's answers, read and compared with what profiles ask for."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

import pytest

from spawners.cluster import SEPARATOR, TEXTS, Slurm
from spawners.inventory import Inventory
from spawners.live import Live
from spawners.notation import read_gres, read_minutes
from studio_messages import ClusterError

# As sinfo answered on the practice cluster (Slurm 22.05: gpu01 to gpu03, of which gpu03 is shared: 3 of the 4 shards of
# its first card are taken), and as newer versions and sites with slices and shards write.
RECORDED = """\
gpu01 |gpu* |mixed |gpu:a100:2 |gpu:a100:1(IDX:0) |8:00:00 |1:00:00 |
gpu02 |gpu* |idle |gpu:a100:2 |gpu:a100:0(IDX:N/A) |8:00:00 |1:00:00 |
gpu03 |shared |mixed |gpu:a100:2,shard:a100:8 |gpu:a100:1(IDX:1),shard:a100:1(IDX:0) |8:00:00 |n/a |
mig01 |slices |mixed |gpu:1g.10gb:7(S:0-1),gpu:3g.40gb:1 |gpu:1g.10gb:3(IDX:0-2),gpu:3g.40gb:0(IDX:N/A) |infinite |n/a |
mig02 |named |mixed |gpu:a100_1g.10gb:7(S:0-1) |gpu:a100_1g.10gb:2(IDX:0,3) |infinite |n/a |
fat01 |shares |mixed |gpu:l40:2(S:0),shard:l40:16(S:0) |gpu:l40:0(IDX:N/A),shard:l40:5(5/8,0/8) |1-00:00:00 |n/a |
fat02 |shares |mixed |gpu:l40:2(S:0),shard:l40:16(S:0) |gpu:l40:1(IDX:0),shard:l40:2(0/8,2/8) |1-00:00:00 |n/a |
gone1 |slices |down* |gpu:1g.10gb:7 |gpu:1g.10gb:0 |infinite |n/a |
cpu01 |cpu |draining |(null) |(null) |30:00 |10:00 |
""".replace("|", SEPARATOR)

INVENTORY = Inventory.read(RECORDED)


@pytest.mark.parametrize(
    ("text", "gres"),
    [
        ("gpu:a100:2", {("gpu", "a100"): 2}),
        ("gpu:2", {("gpu", ""): 2}),
        ("gpu", {("gpu", ""): 1}),
        ("gpu:a100", {("gpu", "a100"): 1}),
        ("gpu:a100:2(S:0-1),shard:8K", {("gpu", "a100"): 2, ("shard", ""): 8192}),
        ("shard:l40:5(5/16,0/16)", {("shard", "l40"): 5}),
        ("gpu:a100_1g.10gb:7(S:0-1),gpu:a100_3g.40gb:1(S:1)", {("gpu", "a100_1g.10gb"): 7, ("gpu", "a100_3g.40gb"): 1}),
        ("gres/gpu:a100:1", {("gpu", "a100"): 1}),
        ("gres:gpu:2", {("gpu", ""): 2}),
        ("gpu:a100:no_consume:2", {("gpu", "a100"): 2}),
        ("(null)", {}),
        ("N/A", {}),
        (":", {}),
        ("", {}),
    ],
)
def test_reads_resources(text: str, gres: dict[tuple[str, str], int]) -> None:
    assert read_gres(text) == gres


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("30", 30), ("30:00", 30), ("8:00:00", 480), ("1-00:00:00", 1440), ("1-12", 2160), ("infinite", None), ("", None)],
)
def test_reads_durations(text: str, minutes: float | None) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    ("wish", "free", "total"),
    [
        ({"req_gres": "gpu:a100:1"}, 3, 4),
        ({"req_partition": "gpu", "req_gres": "gpu:2"}, 3, 4),
        ({"req_partition": "slices", "req_gres": "gpu:1g.10gb:1"}, 4, 14),
        ({"req_partition": "slices", "req_gres": "gpu:1"}, 5, 15),
        ({"req_partition": "named", "req_gres": "gpu:a100_1g.10gb:1"}, 5, 7),
        # 11 of the first node; of the second, half goes with its whole card, and 2 are taken.
        ({"req_partition": "shares", "req_gres": "shard:4"}, 17, 32),
        ({"req_partition": "shares", "req_gres": "gpu:l40:1"}, 1, 4),
        # One card is taken whole, the other shared; how much of it is free this version does not say.
        ({"req_partition": "shared", "req_gres": "gpu:a100:1"}, 0, 2),
        ({"req_partition": "shared", "req_gres": "shard:1"}, None, 8),
        ({"req_partition": "cpu", "req_runtime": "0:30:00"}, None, None),
    ],
)
def test_counts_what_is_free(wish: dict[str, str], free: int | None, total: int | None) -> None:
    offer = INVENTORY.offer(wish)
    assert (offer.free, offer.total, offer.obstacle) == (free, total, None)


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        ({"req_partition": "nowhere"}, "no-partition"),
        ({"req_gres": "gpu:h100:1"}, "no-such-gpu"),
        ({"req_partition": "cpu", "req_gres": "gpu:1"}, "no-such-gpu"),
        ({"req_gres": "gpu:a100:3"}, "too-many-gpus"),
        ({"req_partition": "shares", "req_gres": "shard:17"}, "too-many-shards"),
        ({"req_runtime": "8:00:01"}, "too-long"),
        ({"req_partition": "shares", "req_runtime": "1-01:00"}, "too-long"),
    ],
)
def test_says_what_can_never_be_served(wish: dict[str, str], key: str) -> None:
    obstacle = INVENTORY.offer(wish).obstacle
    assert obstacle is not None
    assert obstacle.key == key
    for language in ("en", "de"):
        assert obstacle.message(language)


def test_a_job_that_asks_for_no_time_gets_the_partitions_own() -> None:
    usual = {name: partition.usual for name, partition in INVENTORY.partitions.items()}
    assert usual == {"gpu": 60, "shared": None, "slices": None, "named": None, "shares": None, "cpu": 10}


class _Slow(Slurm):
    def __init__(self, seconds: float, answer: str | None) -> None:
        super().__init__()
        self.seconds, self.answer, self.asked = seconds, answer, 0

    async def ask(self, *arguments: str) -> str:
        self.asked += 1
        await asyncio.sleep(self.seconds)
        if self.answer is None:
            raise ClusterError(TEXTS, "query-failed", command="sinfo", reason="down")
        return self.answer


async def test_many_who_look_ask_once(request: Any) -> None:
    slurm = _Slow(0.05, RECORDED)
    live = Live(partial(Inventory.ask, slurm), keep=0.3)
    assert all(found == INVENTORY for found in await asyncio.gather(*(live.look() for _ in range(20))))
    assert await live.look() == INVENTORY
    assert slurm.asked == 1
    await asyncio.sleep(0.35)
    await live.look()
    assert slurm.asked == 2


async def test_a_slow_or_silent_controller_holds_no_page_up() -> None:
    slow = Live(partial(Inventory.ask, _Slow(0.4, RECORDED)), patience=0.1)
    async with asyncio.timeout(0.3):
        assert await slow.look() is None
    await asyncio.sleep(0.4)
    assert await slow.look() == INVENTORY
    silent = _Slow(0, None)
    live = Live(partial(Inventory.ask, silent))
    assert await live.look() is None
    assert await live.look() is None
    assert silent.asked == 1
