"""One query for all of the hub's jobs, whoever waits for them.

Every spawner registers its job here and waits for news instead of asking the scheduler itself. While anybody waits the
watch asks every couple of seconds, otherwise rarely, and always more slowly when the scheduler takes long to answer.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from spawners.cluster import Job, JobState, Slurm
from spawners.queue import Queue
from studio_messages import StudioError

if TYPE_CHECKING:
    from collections.abc import Iterator

log = logging.getLogger(__name__)

# The shortest pause between two queries, even for somebody in a hurry: many servers may report within a second.
_AT_ONCE = 0.25

# A job missing from one answer may be a hiccup of the controller; missing from two in a row, it is gone.
_ABSENCES_THAT_COUNT = 2


class JobWatch:
    """Knows the state of the jobs entrusted to it.

    Parameters
    ----------
    slurm
        Runs the query.
    eager
        Seconds between queries while somebody waits for a job to change.
    calm
        Seconds between queries otherwise.
    patience
        The pause is at least this many times as long as the scheduler took to answer.
    queue_interval
        Seconds, at least, between questions for all that wait on the cluster; asked only while one of our jobs waits.

    """

    def __init__(
        self,
        slurm: Slurm,
        *,
        eager: float = 2.0,
        calm: float = 20.0,
        patience: float = 10.0,
        queue_interval: float = 10.0,
    ) -> None:
        self.slurm = slurm
        self.eager = eager
        self.calm = calm
        self.patience = patience
        self.queue_interval = queue_interval
        self.queue = Queue()
        self.queries = 0
        self._queue_asked = -math.inf
        self._jobs: dict[str, Job] = {}
        self._absences: dict[str, int] = {}
        self._waiting = 0
        self._at_once = False
        self._wake = asyncio.Event()
        self._news = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None

    def follow(self, job_id: str) -> None:
        """Include a job in every query from now on."""
        if job_id not in self._absences:
            self._absences[job_id] = 0
            self._wake.set()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run(), name="job watch")

    def forget(self, job_id: str) -> None:
        """Stop asking about a job."""
        self._absences.pop(job_id, None)
        self._jobs.pop(job_id, None)

    def job(self, job_id: str) -> Job | None:
        """Return what was last heard of a job; None if nothing was heard yet, or it is gone."""
        return self._jobs.get(job_id)

    def is_gone(self, job_id: str) -> bool:
        """Tell whether the scheduler, answering normally, has repeatedly not known the job."""
        return self._absences.get(job_id, 0) >= _ABSENCES_THAT_COUNT

    async def news(self, *, at_once: bool = False) -> None:
        """Wait until the scheduler has answered once more; while this waits, the watch asks often.

        With `at_once` it asks without waiting for its turn.
        """
        self._at_once = self._at_once or at_once
        with self._somebody_waits():
            async with self._news:
                await self._news.wait()

    def close(self) -> None:
        """End the watch; jobs are not touched."""
        if self._task is not None:
            self._task.cancel()

    @contextmanager
    def _somebody_waits(self) -> Iterator[None]:
        self._waiting += 1
        self._wake.set()
        try:
            yield
        finally:
            self._waiting -= 1

    async def _run(self) -> None:
        while self._absences:
            took = await self._ask()
            await self._pause(took)

    async def _ask(self) -> float:
        started = time.monotonic()
        asked = set(self._absences)
        self._at_once = False
        self.queries += 1
        try:
            known = await self.slurm.jobs(asked)
        except StudioError as error:
            # Any error means that nothing is known: no session is given up for it.
            log.warning("The scheduler could not be asked about %d jobs: %s", len(asked), error.message("en"))
        else:
            self._learn(asked, known)
            async with self._news:
                self._news.notify_all()
            await self._ask_for_queue()
        return time.monotonic() - started

    async def _ask_for_queue(self) -> None:
        """Learn who else waits, for everybody of ours who does; nobody's start depends on the answer."""
        waiting = any(job.state is JobState.WAITING for job in self._jobs.values())
        if not waiting or time.monotonic() - self._queue_asked < self.queue_interval:
            return
        self.queries += 1
        try:
            self.queue = await Queue.ask(self.slurm)
        except StudioError as error:
            log.warning("The scheduler could not be asked for its queue: %s", error.message("en"))
            # An old position would be a wrong one.
            self.queue = Queue()
        self._queue_asked = time.monotonic()

    def _learn(self, asked: set[str], known: dict[str, Job]) -> None:
        for job_id in asked & self._absences.keys():
            if job := known.get(job_id):
                self._jobs[job_id] = job
                self._absences[job_id] = 0
            else:
                self._absences[job_id] += 1
                if self.is_gone(job_id):
                    self._jobs.pop(job_id, None)

    async def _pause(self, took: float) -> None:
        """Wait for the next turn; somebody starting to wait shortens a calm pause to an eager one."""
        started = time.monotonic()
        shortest = max(self.eager, self.patience * took)
        while True:
            unsure = any(0 < absences < _ABSENCES_THAT_COUNT for absences in self._absences.values())
            planned = shortest if self._waiting or unsure else max(self.calm, shortest)
            if self._at_once:
                planned = max(_AT_ONCE, self.patience * took)
            remaining = planned - (time.monotonic() - started)
            if remaining <= 0:
                return
            self._wake.clear()
            # Who waited may be gone by the time the pause is over; then it becomes a calm one.
            with suppress(TimeoutError):
                async with asyncio.timeout(remaining):
                    await self._wake.wait()
