"""StudioSlurmSpawner: a person's server as a Slurm job, under her account, on a node that Slurm chooses.

Built on batchspawner's SlurmSpawner, whose traits keep their names and meaning (``req_partition``, ``batch_script``,
``batch_submit_cmd``, ``exec_prefix`` …). Replaced is how commands run (argument lists, time limits), how jobs are
watched (one query for all), what a server may report (its port), and what a person may ask for (a profile).
"""

from __future__ import annotations

import asyncio
import pwd
import re
import shlex
from functools import cache
from typing import Any, ClassVar

from batchspawner import SlurmSpawner
from batchspawner.batchspawner import format_template
from sqlalchemy.orm import object_session
from traitlets import Dict, Float, Integer, Unicode, default

from spawners.cluster import TEXTS, Job, JobState, Slurm
from spawners.port_report import install_route
from spawners.studio_spawner import StudioSpawner
from spawners.watch import JobWatch
from studio_messages import ClusterError

# Once more: importing batchspawner has put its own route there.
install_route()

# A day in the queue, and then some: how long a person waits for a GPU is for the scheduler and for her to decide.
_QUEUE_LIMIT = 7 * 24 * 3600


@cache
def _watch(time_limit: float, environment: tuple[tuple[str, str], ...], eager: float, calm: float) -> JobWatch:
    """Return the one watch of this hub for a cluster."""
    return JobWatch(Slurm(time_limit, dict(environment)), eager=eager, calm=calm)


class StudioSlurmSpawner(StudioSpawner, SlurmSpawner):  # type: ignore[misc]
    """A server that runs as a Slurm job.

    `exec_prefix`, `batch_submit_cmd` and `batch_cancel_cmd` are split into words before anything is filled in; no shell
    reads them. `batch_query_cmd`, the ``state_*_re`` patterns and `startup_poll_interval` have no effect: see `watch`.
    """

    exec_prefix = Unicode(
        "sudo -n -u {username}",
        help="What runs sbatch and scancel under the person's account; empty where the hub may do so itself.",
    ).tag(config=True)

    slurm_environment = Dict(
        key_trait=Unicode(),
        value_trait=Unicode(),
        help="Environment of Slurm's commands, such as SLURM_CONF; PATH and the hub's SLURM_CONF are passed on anyway.",
    ).tag(config=True)

    command_timeout = Float(20.0, help="Seconds after which a scheduler command is given up.").tag(config=True)

    eager_interval = Float(2.0, help="Seconds between queries while somebody waits for her server.").tag(config=True)

    calm_interval = Float(20.0, help="Seconds between queries otherwise.").tag(config=True)

    start_timeout = Integer(
        _QUEUE_LIMIT,
        help="Seconds that a start may take, the queue included; `launch_timeout` counts from the job's start.",
    ).tag(config=True)

    stop_timeout = Float(30.0, help="Seconds to wait for a cancelled job to end before giving up on it.").tag(
        config=True
    )

    req_job_name = Unicode("ai-studio", help="Name of the jobs.").tag(config=True)

    req_comment = Unicode(help="Set by the spawner: whose server the job is, for accounting and for a restarted hub.")

    batch_script = Unicode(
        """#!/bin/bash
#SBATCH --job-name={{job_name}}
#SBATCH --comment={{comment}}
#SBATCH --chdir={{homedir}}
#SBATCH --output={{homedir}}/.ai-studio-session.log
#SBATCH --open-mode=truncate
#SBATCH --export={{keepvars}}
#SBATCH --no-requeue
{% if partition %}#SBATCH --partition={{partition}}
{% endif %}{% if account %}#SBATCH --account={{account}}
{% endif %}{% if qos %}#SBATCH --qos={{qos}}
{% endif %}{% if reservation %}#SBATCH --reservation={{reservation}}
{% endif %}{% if runtime %}#SBATCH --time={{runtime}}
{% endif %}{% if memory %}#SBATCH --mem={{memory}}
{% endif %}{% if nprocs %}#SBATCH --cpus-per-task={{nprocs}}
{% endif %}{% if gres %}#SBATCH --gres={{gres}}
{% endif %}{% if options %}#SBATCH {{options}}
{% endif %}
set -eu
umask 077
{% if prologue %}{{prologue}}
{% endif %}{% if epilogue %}{{cmd}}
{{epilogue}}
{% else %}exec {{cmd}}
{% endif %}""",
        help="""Template of the job script, filled with the traits named req_*; {{cmd}} is the server's command, quoted.

        The secrets of a server come through its environment and must not be written into the script.
        """,
    ).tag(config=True)

    #: Fields that a job's environment needs besides JupyterHub's own; sudo sets them for the person's account.
    _account_variables: ClassVar = ("HOME", "USER", "LOGNAME", "SHELL", "PATH")

    @property
    def watch(self) -> JobWatch:
        """The watch that all of this hub's spawners share."""
        environment = tuple(sorted(self.slurm_environment.items()))
        return _watch(self.command_timeout, environment, self.eager_interval, self.calm_interval)

    @property
    def slurm(self) -> Slurm:
        """Slurm's commands."""
        return self.watch.slurm

    @default("env_keep")
    def _default_env_keep(self) -> list[str]:
        # PATH, PYTHONPATH and the like are the hub's; on the node they come from the person's account.
        return ["LANG", "LC_ALL"]

    @default("req_keepvars")
    def _default_keepvars(self) -> str:
        return ",".join(sorted({*self.get_env(), *self._account_variables}))

    def get_req_subvars(self) -> dict[str, Any]:
        """Return what fills the templates: the req_* traits, with the chosen profile's values in their place."""
        values: dict[str, Any] = super().get_req_subvars()
        chosen = self.profiles.get(self.profile, {})
        return {**values, **{name.removeprefix("req_"): value for name, value in chosen.items()}}

    async def start(self) -> tuple[str, int]:
        """Submit the job, wait until it runs and has reported its port, and return where its server listens."""
        with self.explaining_failures(), self.expecting_port() as port:
            return await self._start(port)

    async def _start(self, port: asyncio.Future[int]) -> tuple[str, int]:
        self.port = 0
        await self.submit_batch_script()
        job = await self._running()
        address = await self.slurm.node_address(job.node)
        await self._reported_while_running(port)
        self.ip, self.port = address, port.result()
        self.log.info("Server of %s: job %s on %s, %s:%d", self._log_name, job.id, job.node, self.ip, self.port)
        return self.ip, self.port

    async def submit_batch_script(self) -> str:
        """Submit the job; its id is stored before anything else happens.

        Raises
        ------
        ClusterError
            Slurm refused the job, or the account does not exist.

        """
        values = self._script_values()
        script = format_template(self.batch_script, **values)
        # Neither the script's environment nor its secrets are logged, at any level.
        self.log.debug("Job script for %s:\n%s", self._log_name, script)
        self.job_id = await self.slurm.submit(
            script,
            prefix=self._words(self.exec_prefix, values),
            command=self._words(self.batch_submit_cmd, values),
            environment={name: str(value) for name, value in self.get_env().items()},
        )
        self._store_state()
        self.watch.follow(self.job_id)
        self.log.info("Server of %s: submitted as job %s", self._log_name, self.job_id)
        return self.job_id

    def _script_values(self) -> dict[str, str]:
        try:
            pwd.getpwnam(self.user.name)
        except KeyError:
            raise ClusterError(TEXTS, "no-account", name=self.user.name) from None
        self.req_comment = f"ai-studio:{self.user.name}:{self.name}"
        values: dict[str, str] = {name: str(value) for name, value in self.get_req_subvars().items()}
        for name, value in values.items():
            # A line break would start a new line of the script; values of a prologue are meant to have them.
            if name not in ("prologue", "epilogue") and re.search(r"[\x00-\x1f\x7f\u2028\u2029]", value):
                raise ClusterError(TEXTS, "control-character", setting=f"req_{name}")
        return {**values, "cmd": shlex.join([*self.cmd, *self.get_args()])}

    @staticmethod
    def _words(command: str, values: dict[str, str]) -> list[str]:
        return [word.format(**values) for word in shlex.split(command)]

    def _store_state(self) -> None:
        """Write the job's id to the hub's database now, not when the start is over: the hub may die in between."""
        self.orm_spawner.state = self.get_state()
        session = object_session(self.orm_spawner)
        assert session is not None
        session.commit()

    async def _running(self) -> Job:
        """Wait until the scheduler says that the job runs."""
        while True:
            job = self._living_job()
            if job is not None and job.state is JobState.RUNNING and job.node:
                return job
            await self._news_or_port()

    async def _reported_while_running(self, port: asyncio.Future[int]) -> None:
        try:
            async with asyncio.timeout(self.launch_timeout):
                while not port.done():
                    self._living_job()
                    await self._news_or_port()
        except TimeoutError:
            raise ClusterError(TEXTS, "no-port", job=self.job_id, seconds=self.launch_timeout) from None

    async def _news_or_port(self) -> None:
        """Wait for the next answer of the scheduler, or for the server's report, whichever comes first."""
        reported = self._reported is None or self._reported.done()
        # A server that has reported runs, whatever the last answer said: ask again at once.
        news = asyncio.ensure_future(self.watch.news(at_once=reported))
        waiting = {news} if reported else {news, self._reported}
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()

    def _living_job(self) -> Job | None:
        """Return the job as last heard of; raise if it has ended.

        Raises
        ------
        ClusterError
            The job is over before its server was ready.

        """
        job = self.watch.job(self.job_id)
        if self.watch.is_gone(self.job_id) or (job and job.state in (JobState.ENDING, JobState.ENDED)):
            raise ClusterError(
                TEXTS, "job-ended", job=self.job_id, state=job.slurm_state if job else "–", log=self._log_file
            )
        return job

    @property
    def _log_file(self) -> str:
        return f"{self.req_homedir}/.ai-studio-session.log"

    async def poll(self) -> int | None:
        """Return None while the job lives, or while nothing certain is known about it; 1 when it is over."""
        if not self.job_id:
            return 1
        self.watch.follow(self.job_id)
        job = self.watch.job(self.job_id)
        if self.watch.is_gone(self.job_id) or (job and job.state is JobState.ENDED):
            self.watch.forget(self.job_id)
            self.clear_state()
            return 1
        return None

    async def stop(self, now: bool = False) -> None:
        """Cancel the job; unless `now`, also wait until the scheduler confirms its end."""
        if not self.job_id:
            return
        await self.cancel_batch_job()
        if now:
            return
        try:
            async with asyncio.timeout(self.stop_timeout):
                while await self.poll() is None:
                    await self.watch.news()
        except TimeoutError:
            self.log.warning(
                "Job %s of %s is not over %.0f s after scancel",
                self.job_id,
                self._log_name,
                self.stop_timeout,
            )

    async def cancel_batch_job(self) -> None:
        """Ask Slurm to cancel the job, under the person's account."""
        values = {
            **{name: str(value) for name, value in self.get_req_subvars().items()},
            "job_id": self.job_id,
        }
        self.log.info("Server of %s: cancelling job %s", self._log_name, self.job_id)
        await self.slurm.cancel(
            prefix=self._words(self.exec_prefix, values), command=self._words(self.batch_cancel_cmd, values)
        )

    def clear_state(self) -> None:
        """Forget the job."""
        if self.job_id:
            self.watch.forget(self.job_id)
        super().clear_state()

    async def progress(self) -> Any:
        """Say, as often as there is news, what the start is waiting for."""
        language = self.spoken_language
        said = ""
        while True:
            job = self.watch.job(self.job_id) if self.job_id else None
            if job is None:
                text, percent = TEXTS("progress-submitted", language), 10
            elif job.state is JobState.WAITING:
                text, percent = TEXTS("progress-waiting", language), 30
            else:
                text, percent = TEXTS("progress-running", language, node=job.node), 70
            if text != said:
                said = text
                yield {"message": text, "progress": percent}
            await asyncio.sleep(0.5)
