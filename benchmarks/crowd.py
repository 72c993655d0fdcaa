"""Two hundred people in the queue, then thirty who start at once: our studio beside stock batchspawner, in one run.

All GPUs are taken while the two hundred wait. Needs root and Debian or Ubuntu.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import statistics
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click
import httpx
import psutil

from benchmarks.hubs import LAYOUT, NAMES, OURS, STOCK, cluster, load, our_studio, peer_hub, sign_in
from tests.support.slurm import answer_as, submit, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spawners.practice_cluster import PracticeCluster
    from tests.support.hub import Person, RunningHub

QUEUED = 200
STARTING = 30
WINDOW = 60.0

# One of these to a command: squeue asks for partitions beside jobs, and the daemons have calls of their own.
_COMMANDS = ("REQUEST_JOB_INFO", "REQUEST_NODE_INFO", "REQUEST_SUBMIT", "REQUEST_KILL", "REQUEST_RESERVATION_INFO")


@dataclass
class Queueing:
    """What two hundred waiting people cost."""

    seconds_until_queued: float = 0
    commands: float = 0
    answers: list[float] = field(default_factory=list)
    hub_cpu_unwatched: float = 0
    hub_cpu_watched: float = 0
    commands_cpu: float = 0
    refused: int = 0
    in_line: int = 0

    @property
    def p95(self) -> float:
        """95th percentile of the hub API's answer times, in ms."""
        return 1000 * statistics.quantiles(self.answers, n=20)[-1]


@dataclass
class Starting:
    """What became of thirty people who started at once."""

    ready: list[float] = field(default_factory=list)
    failed: int = 0


class Browser:
    """A person's requests, many people at a time."""

    def __init__(self, person: Person) -> None:
        self.name = person.name
        self.xsrf = person.xsrf
        self.http = httpx.AsyncClient(
            base_url=person.hub.address, cookies=person.http.cookies, timeout=httpx.Timeout(120, read=None)
        )

    async def api(self, method: str, path: str, **more: object) -> httpx.Response:
        """Send one request to the hub."""
        headers = {"X-XSRFToken": self.xsrf, "Referer": f"{self.http.base_url}/hub/home"}
        return await self.http.request(method, f"/hub/api{path}", headers=headers, **more)  # type: ignore[arg-type]

    async def start(self, profile: str | None) -> bool:
        """Ask for a server; True where the hub took the request."""
        answer = await self.api("POST", f"/users/{self.name}/server", json={"profile": profile} if profile else {})
        return answer.status_code in (201, 202)

    async def follow(self) -> bool:
        """Follow the start as its page does; True when it is ready."""
        path = f"/hub/api/users/{self.name}/server/progress"
        async with self.http.stream("GET", path, params={"_xsrf": self.xsrf}) as events:
            async for line in events.aiter_lines():
                event = json.loads(line.removeprefix("data:")) if line.startswith("data:") else {}
                if event.get("ready") or event.get("failed"):
                    return bool(event.get("ready"))
        return False

    async def stop(self) -> None:
        """Stop, or cancel, until nothing is left."""
        while True:
            await self.api("DELETE", f"/users/{self.name}/server")
            if not (await self.api("GET", f"/users/{self.name}")).json()["servers"]:
                return
            await asyncio.sleep(0.5)


def _commands(bench: PracticeCluster) -> int:
    """Return how many commands slurmctld has answered since it was last asked to count anew."""
    by_type = answer_as("root", bench, "sdiag").partition("by message type")[2].partition("by user")[0]
    counted = re.findall(r"^\s*(REQUEST_\w+)\s*\(\s*\d+\)\s*count:(\d+)", by_type, re.MULTILINE)
    return sum(int(count) for name, count in counted if name.startswith(_COMMANDS))


def _cpu(hub: psutil.Process) -> tuple[float, float]:
    """Return the seconds of processor time that the hub itself, and the commands it has run, have used."""
    times = hub.cpu_times()
    return times.user + times.system, times.children_user + times.children_system


def _hub_process(hub: RunningHub) -> psutil.Process:
    top = psutil.Process(hub.process.pid)
    return next((child for child in top.children() if "jupyterhub" in " ".join(child.cmdline())), top)


async def _in_line(bench: PracticeCluster, count: int, seconds: float) -> tuple[int, float]:
    """Wait until that many jobs are in the queue, for `seconds` at most; returns how many are, and since when."""
    began = time.monotonic()
    deadline = began + seconds
    while time.monotonic() < deadline:
        waiting = await asyncio.to_thread(
            answer_as, "root", bench, "squeue", "--noheader", "--states=PENDING", "--format=%i"
        )
        if len(waiting.split()) >= count:
            break
        await asyncio.sleep(0.5)
    return len(waiting.split()), time.monotonic() - began


async def _ask_now_and_then(browsers: list[Browser], answers: list[float]) -> None:
    while True:
        browser = random.choice(browsers)
        began = time.monotonic()
        answer = await browser.api("GET", f"/users/{browser.name}")
        answers.append(time.monotonic() - began)
        assert answer.status_code == 200, answer.text
        await asyncio.sleep(0.1)


async def queueing(bench: PracticeCluster, hub: RunningHub, browsers: list[Browser], profile: str | None) -> Queueing:
    """Let all of `browsers` wait, and measure for a while: first nobody looks, then everybody does."""
    found = Queueing()
    process = _hub_process(hub)
    in_line = asyncio.create_task(_in_line(bench, len(browsers), 240))
    taken = await asyncio.gather(*(browser.start(profile) for browser in browsers))
    found.refused = taken.count(False)
    found.in_line, found.seconds_until_queued = await in_line
    waiting = [browser for browser, ok in zip(browsers, taken, strict=True) if ok]
    answer_as("root", bench, "sdiag", "--reset")
    before, commands = _cpu(process)
    await asyncio.sleep(WINDOW / 2)
    after, commands_after = _cpu(process)
    found.hub_cpu_unwatched = (after - before) / (WINDOW / 2)
    found.commands_cpu = (commands_after - commands) / (WINDOW / 2)
    streams = [asyncio.create_task(browser.follow()) for browser in waiting]
    await asyncio.sleep(5)
    before, _ = _cpu(process)
    with suppress(TimeoutError):
        async with asyncio.timeout(WINDOW):
            await _ask_now_and_then(waiting, found.answers)
    after, _ = _cpu(process)
    found.hub_cpu_watched = (after - before) / WINDOW
    found.commands = _commands(bench) / (WINDOW * 1.5 + 5)
    for stream in streams:
        stream.cancel()
    await asyncio.gather(*streams, return_exceptions=True)
    await asyncio.gather(*(browser.stop() for browser in waiting))
    return found


async def starting(browsers: list[Browser], profile: str | None) -> Starting:
    """Let all of `browsers` start at once, and wait for the last."""
    found = Starting()
    began = time.monotonic()

    async def one(browser: Browser) -> None:
        if await browser.start(profile) and await browser.follow():
            found.ready.append(time.monotonic() - began)
        else:
            found.failed += 1

    await asyncio.gather(*(one(browser) for browser in browsers))
    await asyncio.gather(*(browser.stop() for browser in browsers))
    return found


@contextmanager
def _all_gpus_taken(bench: PracticeCluster) -> Iterator[None]:
    jobs = [submit(NAMES[-1], bench, "exec sleep 1800", "--gres=gpu:2", "--time=60")[0] for _ in LAYOUT.nodes]
    try:
        for job in jobs:
            wait_for(job, bench, {"RUNNING"})
        yield
    finally:
        answer_as("root", bench, "scancel", *jobs)


@click.command()
@click.option("--queued", default=QUEUED, show_default=True, help="People in the queue.")
@click.option("--starting", "at_once", default=STARTING, show_default=True, help="People who start at once.")
@click.option("--only", type=click.Choice([OURS, STOCK]), help="One of the systems instead of both.")
def main(queued: int, at_once: int, only: str | None) -> None:
    """Print what waiting and starting people cost, for each system."""
    rows: dict[str, tuple[Queueing, Starting]] = {}
    with cluster() as bench:
        for name in [only] if only else [OURS, STOCK]:
            with ExitStack() as stack:
                ours = name == OURS
                hub = stack.enter_context(our_studio() if ours else peer_hub(STOCK))
                browsers = [Browser(sign_in(hub, person)) for person in NAMES[:queued]]
                click.echo(f"{name}: {queued} people are signed in", err=True)
                with _all_gpus_taken(bench):
                    waited = asyncio.run(queueing(bench, hub, browsers, "small-gpu" if ours else None))
                click.echo(f"{name}: {waited}"[:300], err=True)
            with ExitStack() as stack:
                hub = stack.enter_context(our_studio() if ours else peer_hub(STOCK, gpus=False))
                few = [Browser(sign_in(hub, person)) for person in NAMES[:at_once]]
                started = asyncio.run(starting(few, "no-gpu" if ours else None))
                click.echo(f"{name}: {started}", err=True)
            rows[name] = waited, started
        click.echo(f"{load()} at the end")
    _print(rows, queued, at_once)


def _print(rows: dict[str, tuple[Queueing, Starting]], queued: int, at_once: int) -> None:
    click.echo(f"| {queued} in the queue | " + " | ".join(rows) + " |")
    click.echo("|---" * (1 + len(rows)) + "|")
    waited = [row[0] for row in rows.values()]
    started = [row[1] for row in rows.values()]
    table = {
        "until all are queued": [f"{it.seconds_until_queued:.1f} s" for it in waited],
        "in the queue": [str(it.in_line) for it in waited],
        "refused by the hub": [str(it.refused) for it in waited],
        "scheduler commands": [f"{it.commands:.2f} /s" for it in waited],
        "hub API, 95th percentile": [f"{it.p95:.0f} ms" for it in waited],
        "hub, while nobody looks": [f"{100 * it.hub_cpu_unwatched:.1f} % of a core" for it in waited],
        "its commands": [f"{100 * it.commands_cpu:.1f} % of a core" for it in waited],
        "hub, with all pages open": [f"{100 * it.hub_cpu_watched:.1f} % of a core" for it in waited],
        f"{at_once} at once: ready": [str(len(it.ready)) for it in started],
        "failed": [str(it.failed) for it in started],
        "median": [f"{statistics.median(it.ready or [0]):.1f} s" for it in started],
        "the last": [f"{max(it.ready or [0]):.1f} s" for it in started],
    }
    for title, values in table.items():
        click.echo(f"| {title} | {' | '.join(values)} |")


if __name__ == "__main__":
    main()
