"""StudioSlurmSpawner: a person's server as a Slurm job, under her account, on a node that Slurm chooses.

Built on batchspawner's SlurmSpawner, whose traits keep their names and meaning (``req_partition``, ``batch_script``,
``batch_submit_cmd``, ``exec_prefix`` …). Replaced is how commands run (argument lists, time limits), how jobs are
watched (one query for all), what a server may report (its port), and what a person may ask for (a profile).
"""

from __future__ import annotations

import asyncio
import pwd
import re
import secrets
import shlex
import socket
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

from batchspawner import SlurmSpawner
from batchspawner.batchspawner import format_template
from sqlalchemy.orm import object_session
from traitlets import Dict, Float, Integer, Unicode, default

from spawners.cluster import LIVING, TEXTS, Job, JobMark, JobState, Slurm
from spawners.doing_route import install_doing_route
from spawners.internal_tls import InternalTls
from spawners.last_words import ExplainsItsEnd
from spawners.offers import OffersChoices
from spawners.port_report import digest, install_route
from spawners.queue import waiting_words
from spawners.taking_up_again import TakesUpAgain
from spawners.watch import JobWatch
from studio_messages import LANGUAGES, ClusterError, Language

# Once more: importing batchspawner has put its own route there.
install_route()
install_doing_route()

# What a restarted hub must know of a server, besides what batchspawner keeps.
_KEPT = ("spawn_id", "reported_port", "token_digest")

# A day in the queue, and then some: how long a person waits for a GPU is for the scheduler and for her to decide.
_QUEUE_LIMIT = 7 * 24 * 3600


@cache
def _watch(time_limit: float, environment: tuple[tuple[str, str], ...], eager: float, calm: float) -> JobWatch:
    """Return the one watch of this hub for a cluster."""
    return JobWatch(Slurm(time_limit, dict(environment)), eager=eager, calm=calm)


class StudioSlurmSpawner(ExplainsItsEnd, TakesUpAgain, InternalTls, OffersChoices, SlurmSpawner):  # type: ignore[misc]
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

    # A look at what the watch knows costs nothing; the default of 30 s would only delay bad news.
    poll_interval = Integer(5, help="Seconds between looks at whether a job has ended.").tag(config=True)

    req_job_name = Unicode("ai-studio", help="Name of the jobs.").tag(config=True)

    req_comment = Unicode(help="Set by the spawner: whose server the job is, for accounting and for a restarted hub.")

    batch_script = Unicode(
        files("spawners").joinpath("job_script.sh.j2").read_text(encoding="utf-8"),
        help="""Template of the job script, filled with the traits named req_*; {{cmd}} is the server's command, quoted.

        The secrets of a server come through its environment and must not be written into the script.
        """,
    ).tag(config=True)

    #: Fields that a job's environment needs besides JupyterHub's own; sudo sets them for the person's account.
    _account_variables: ClassVar = ("HOME", "USER", "LOGNAME", "SHELL", "PATH")

    hub_id = Unicode(
        help="""Names this hub in its jobs' comments, so that several hubs can share a cluster.

        Default: this machine's name and the hub's port.
        """
    ).tag(config=True)

    spawn_id = Unicode(help="Names this start in its job's comment.")

    @default("hub_id")
    def _default_hub_id(self) -> str:
        return re.sub(r"[^A-Za-z0-9.-]", "-", f"{socket.gethostname()}-{self.hub.port}")

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
        """Return what fills the templates: the req_* traits, with the chosen values in their place."""
        values: dict[str, Any] = super().get_req_subvars()
        chosen = {**self.profiles.get(self.profile, {}), **self.chosen}
        return {**values, **{name.removeprefix("req_"): value for name, value in chosen.items()}}

    async def start(self) -> tuple[str, int]:
        """Submit the job, wait until it runs and has reported its port, and return where its server listens."""
        with self.explaining_failures():
            self.port = self.reported_port = 0
            self.last_words = {}
            self._leaving = False
            self.token_digest = digest(self.api_token)
            self.spawn_id = secrets.token_hex(8)
            # Before sbatch: whatever happens from here on, the job can be found by what its comment says.
            self._store_state()
            self._look_after_orphans()
            try:
                await self.submit_batch_script()
                return await self._reachable()
            except ClusterError as error:
                explained = await self._explained(error, began=False)
                # That is all there is to be said: when JupyterHub clears up, it finds an ended job, but no session.
                self._leaving = True
                raise explained from error

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
        try:
            job_id = await self.slurm.submit(
                script,
                prefix=self._words(self.exec_prefix, values),
                command=self._words(self.batch_submit_cmd, values),
                environment={name: str(value) for name, value in self.get_env().items()},
                # The hub reads a log in the common folder through its group.
                umask=0o027 if self.log_folder else -1,
            )
        except ClusterError as error:
            # The answer may be lost while the job is not.
            job = await self._own_job()
            if job is None:
                raise
            self.log.warning("sbatch failed for %s (%s), but its job is there", self._log_name, error.message("en"))
            job_id = job.id
        self._take_job(job_id)
        self.log.info("Server of %s: submitted as job %s", self._log_name, job_id)
        return job_id

    def _script_values(self) -> dict[str, str]:
        try:
            pwd.getpwnam(self.user.name)
        except KeyError:
            raise ClusterError(TEXTS, "no-account", name=self.user.name) from None
        self.req_comment = str(JobMark(self.hub_id, self.user.name, self.name, self.spawn_id))
        values: dict[str, str] = {name: str(value) for name, value in self.get_req_subvars().items()}
        for name, value in values.items():
            # A line break would start a new line of the script; values of a prologue are meant to have them.
            if name not in ("prologue", "epilogue") and re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", value):
                raise ClusterError(TEXTS, "control-character", setting=f"req_{name}")
        log = f"{self.log_folder}/{self.user.name}-%j.log" if self.log_folder else self._home_log
        return {**values, "cmd": shlex.join([*self.cmd, *self.get_args()]), "log_file": log}

    @staticmethod
    def _words(command: str, values: dict[str, str]) -> list[str]:
        return [word.format(**values) for word in shlex.split(command)]

    def _take_job(self, job_id: str) -> None:
        self.job_id = job_id
        self._store_state()
        self.watch.follow(job_id)

    async def _own_job(self) -> Job | None:
        """Return the job that carries this start's mark; None where there is none, or nobody can tell."""
        try:
            jobs = await self.slurm.named_jobs(self.req_job_name)
        except ClusterError:
            return None
        return next((job for job in jobs if job.comment == self.req_comment and job.state in LIVING), None)

    def _store_state(self) -> None:
        """Write the state to the hub's database now, not when the start is over: the hub may die in between."""
        self.orm_spawner.state = self.get_state()
        session = object_session(self.orm_spawner)
        assert session is not None
        session.commit()

    def accept_port(self, port: int) -> bool:
        """Take the server's port, and keep it: the server will not report it twice."""
        accepted = super().accept_port(port)
        if accepted:
            self._store_state()
        return accepted

    async def _reachable(self) -> tuple[str, int]:
        """Wait until the job runs and its server has reported; return where it listens."""
        with self.expecting_port() as port:
            job = await self._running()
            await self._reported_while_running(port)
            address = await self._address_of(job.node)
            self.ip, self.port = address, port.result()
        self.log.info("Server of %s: job %s on %s, %s:%d", self._log_name, job.id, job.node, self.ip, self.port)
        return self.ip, self.port

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

    async def _address_of(self, node: str) -> str:
        """Ask for a node's address until the scheduler answers; a server that runs is not given up for a hiccup."""
        while True:
            try:
                return await self.slurm.node_address(node)
            except ClusterError as error:
                self.log.warning("No address of %s yet: %s", node, error.message("en"))
                self._living_job()
                await asyncio.sleep(self.eager_interval)

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
        """Return the job as last heard of.

        Raises
        ------
        ClusterError
            The job is over before its server was ready.

        """
        job = self.watch.job(self.job_id)
        if self.watch.is_gone(self.job_id) or (job and job.state not in LIVING):
            state = job.slurm_state if job else "–"
            raise ClusterError(TEXTS, "job-ended", job=self.job_id, state=state, log=self._log_file)
        return job

    async def poll(self) -> int | None:
        """Return None while the job lives, or while nothing certain is known about it; 1 when it is over."""
        if self._check_pending and not self._resumed:
            return await self._resume()
        if not self.job_id:
            return 1
        self.watch.follow(self.job_id)
        job = self.watch.job(self.job_id)
        if self.watch.is_gone(self.job_id) or (job and job.state is JobState.ENDED):
            if not self._leaving:
                state = job.slurm_state if job else "–"
                over = ClusterError(TEXTS, "job-ended", job=self.job_id, state=state, log=self._log_file)
                await self._explained(over, began=True)
            self.watch.forget(self.job_id)
            self.clear_state()
            return 1
        return None

    async def stop(self, now: bool = False) -> None:
        """Cancel the job; unless `now`, also wait until the scheduler confirms its end."""
        self._leaving = True
        if not self.job_id:
            return
        await self._cancel_until_heard(1 if now else self.stop_timeout)
        if now:
            return
        try:
            async with asyncio.timeout(self.stop_timeout):
                while await self.poll() is None:
                    await self.watch.news()
        except TimeoutError:
            self.log.warning("Job %s of %s goes on after scancel; it is looked after", self.job_id, self._log_name)

    async def _cancel_until_heard(self, seconds: float) -> None:
        """Cancel, again and again while the scheduler does not answer; what is left then, `Orphans` ends."""
        deadline = asyncio.get_running_loop().time() + seconds
        while True:
            try:
                return await self.cancel_batch_job()
            except ClusterError as error:
                if asyncio.get_running_loop().time() > deadline:
                    self.log.warning("Job %s could not be cancelled yet: %s", self.job_id, error.message("en"))
                    return None
                await asyncio.sleep(self.eager_interval)

    async def cancel_batch_job(self) -> None:
        """Ask Slurm to cancel the job, under the person's account."""
        self.log.info("Server of %s: cancelling job %s", self._log_name, self.job_id)
        await self._cancel(self.user.name, self.job_id)

    async def _cancel(self, user: str, job_id: str) -> None:
        subvars = {name: str(value) for name, value in self.get_req_subvars().items()}
        values = {**subvars, "username": user, "job_id": job_id}
        await self.slurm.cancel(
            prefix=self._words(self.exec_prefix, values), command=self._words(self.batch_cancel_cmd, values)
        )

    def get_state(self) -> dict[str, Any]:
        """Return what must survive a restart of the hub."""
        state: dict[str, Any] = super().get_state()
        state.update({name: value for name in (*_KEPT, "last_words") if (value := getattr(self, name))})
        return state

    def load_state(self, state: dict[str, Any]) -> None:
        """Take up what `get_state` returned."""
        super().load_state(state)
        for name in _KEPT:
            setattr(self, name, state.get(name, type(getattr(self, name))()))
        self.last_words = state.get("last_words", {})

    def clear_state(self) -> None:
        """Forget the job, not why it ended."""
        if self.job_id:
            self.watch.forget(self.job_id)
        super().clear_state()
        for name in _KEPT:
            setattr(self, name, type(getattr(self, name))())

    def now_doing(self) -> dict[str, Any]:
        """Say what the start is waiting for: JupyterHub's message and progress, and `words` in both languages."""
        job = self.watch.job(self.job_id) if self.job_id else None
        words: dict[Language, dict[str, str]] = {}
        for language in LANGUAGES:
            if job is None:
                words[language], percent = {"message": TEXTS("progress-submitted", language)}, 10
            elif job.state is JobState.WAITING:
                words[language], percent = waiting_words(job, self.watch.queue, datetime.now(UTC), language), 30
            else:
                words[language], percent = {"message": TEXTS("progress-running", language, node=job.node)}, 70
        return {"message": words[self.spoken_language]["message"], "progress": percent, "words": words}

    async def progress(self) -> Any:
        """Say, as often as there is news, what the start is waiting for."""
        said: dict[str, Any] = {}
        while True:
            if (doing := self.now_doing()) != said:
                said = doing
                yield doing
            await asyncio.sleep(1)
