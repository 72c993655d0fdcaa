"""Jobs that carry this hub's mark but belong to no server it knows: found by looking twice, then cancelled.

They come about when a hub dies between sbatch and its answer and never learns of the job, when its database is lost,
or when the scheduler does not answer a cancellation.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from spawners.cluster import LIVING, Job, JobMark, Slurm
from studio_messages import ClusterError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)


class Orphans:
    """Looks for orphaned jobs every now and then.

    Parameters
    ----------
    slurm
        Runs the query.
    hub_id, job_name
        Which jobs are this hub's.
    claimed
        Returns the spawn ids of all servers that the hub knows.
    cancel
        Cancels a job, given its user and id.

    """

    def __init__(
        self,
        slurm: Slurm,
        *,
        hub_id: str,
        job_name: str,
        claimed: Callable[[], set[str]],
        cancel: Callable[[str, str], Awaitable[None]],
    ) -> None:
        self.slurm = slurm
        self.hub_id = hub_id
        self.job_name = job_name
        self.claimed = claimed
        self.cancel = cancel
        self._suspected: set[str] = set()

    async def look(self) -> None:
        """Look once; a job that was an orphan last time too is cancelled."""
        try:
            jobs = await self.slurm.named_jobs(self.job_name)
        except ClusterError:
            return
        known = self.claimed()
        orphans = [job for job in jobs if self._is_ours(job) and not self._is_claimed(job, known)]
        for job in orphans:
            if job.id in self._suspected:
                log.warning("Cancelling job %s of %s: no server of this hub belongs to it", job.id, job.user)
                try:
                    await self.cancel(job.user, job.id)
                except ClusterError as error:
                    log.warning("Job %s could not be cancelled yet: %s", job.id, error.message("en"))
        self._suspected = {job.id for job in orphans}

    async def look_every(self, seconds: float) -> None:
        """Look again and again."""
        while True:
            await self.look()
            await asyncio.sleep(seconds)

    def _is_ours(self, job: Job) -> bool:
        mark = JobMark.read(job.comment)
        # Anybody may give a job any comment; only the person whose server it was can own the job.
        return mark is not None and mark.hub == self.hub_id and mark.user == job.user and job.state in LIVING

    @staticmethod
    def _is_claimed(job: Job, known: set[str]) -> bool:
        mark = JobMark.read(job.comment)
        return mark is not None and mark.spawn in known
