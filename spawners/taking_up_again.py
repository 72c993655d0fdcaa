"""Taking up servers again after the hub was stopped or killed, and ending jobs of this hub that belong to no server."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from jupyterhub import orm
from sqlalchemy.orm import object_session
from traitlets import Bool, Float
from traitlets.config import LoggingConfigurable

from spawners.cluster import LIVING, Job, JobMark
from spawners.orphans import Orphans
from studio_messages import ClusterError

# The running search for orphaned jobs of each hub; a hub process has one.
_orphanages: dict[str, asyncio.Task[None]] = {}


class TakesUpAgain(LoggingConfigurable):  # type: ignore[misc]
    """The part of a Slurm spawner that goes on with what a former hub process began."""

    orphan_interval = Float(
        300.0,
        help="Seconds between searches for jobs of this hub that no server claims; seen twice, they are cancelled.",
    ).tag(config=True)

    _resumed = Bool(False, help="Whether this server was taken up again after a restart of the hub.")

    async def _resume(self) -> int | None:
        """Take up a server of a hub that was stopped or killed: wait for it as its start would have.

        JupyterHub calls this once for each server that it finds in its database, and shows the server as pending
        meanwhile. Returning 1 makes JupyterHub clear the server away.
        """
        self._resumed = True
        self._look_after_orphans()
        self.req_comment = str(JobMark(self.hub_id, self.user.name, self.name, self.spawn_id))
        if not self.job_id:
            job = await self._own_job_after_all()
            if job is None:
                return 1
            self._take_job(job.id)
        self.watch.follow(self.job_id)
        try:
            await self._reachable()
            await self._answering()
        except ClusterError as error:
            self.log.warning("Server of %s was not taken up again: %s", self._log_name, error.message("en"))
            await self._explained(error, began=bool(self.reported_port))
            # JupyterHub would ask again before it stops the server, and take that answer for the last word.
            await self.stop()
            return 1
        self.log.info("Server of %s: job %s taken up again", self._log_name, self.job_id)
        return None

    def _look_after_orphans(self) -> None:
        """See to it that jobs of this hub that no server claims are ended, once for all servers."""
        if (running := _orphanages.get(self.hub_id)) and not running.done():
            return
        session = object_session(self.orm_spawner)
        assert session is not None

        def claimed() -> set[str]:
            return {(server.state or {}).get("spawn_id", "") for server in session.query(orm.Spawner)}

        orphans = Orphans(
            self.slurm, hub_id=self.hub_id, job_name=self.req_job_name, claimed=claimed, cancel=self._cancel
        )
        _orphanages[self.hub_id] = asyncio.create_task(orphans.look_every(self.orphan_interval), name="orphans")

    async def _own_job_after_all(self) -> Job | None:
        """Find the job of a start that was cut off before it had the id; ask until the scheduler answers."""
        while self.spawn_id:
            try:
                jobs = await self.slurm.named_jobs(self.req_job_name)
            except ClusterError as error:
                self.log.warning("Looking for the job of %s: %s", self._log_name, error.message("en"))
                await asyncio.sleep(self.eager_interval)
            else:
                return next((job for job in jobs if job.comment == self.req_comment and job.state in LIVING), None)
        return None

    async def _answering(self) -> None:
        """Wait until the server answers: its node may be out of reach for a while, its kernels live on."""
        while True:
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(5):
                    _, writer = await asyncio.open_connection(self.ip, self.port)
                    writer.close()
                    return
            self._living_job()
            await asyncio.sleep(1)

    async def get_url(self) -> str:
        """Return where the server is, which JupyterHub asks after a restart."""
        if self._resumed and self.port:
            return f"{'https' if self.internal_ssl else 'http'}://{self.ip}:{self.port}"
        return str(await super().get_url())
