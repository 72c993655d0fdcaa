"""The one place that runs Slurm's commands: argument lists, a time limit on each, typed results.

Queries (``squeue``, ``sinfo``, ``scontrol show``) run as the hub itself. ``sbatch`` and ``scancel`` act for a person
and run under her account, through a prefix such as ``sudo -n -u anna``.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from studio_messages import Catalogue, ClusterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TEXTS = Catalogue("spawners")

log = logging.getLogger(__name__)

# Unit separator: cannot occur in any field that Slurm prints, so a job's comment cannot shift the columns.
SEPARATOR = "\x1f"
_FIELDS = ("%i", "%u", "%T", "%r", "%B", "%S", "%e", "%k")

# These ask slurmdbd, all others slurmctld.
_OF_ACCOUNTING = frozenset({"sacct", "sacctmgr"})

# sbatch and scancel commands at a time; more would only wait for the controller, which takes one after the other.
_ACTIONS_AT_ONCE = 4

# Above Slurm's highest job id (MAX_JOB_ID, 0x03ff0000): no job ever has it.
_NO_JOB = str(0x03FFFFFF)


class JobState(Enum):
    """What a job is doing, reduced to what a spawner must tell apart."""

    WAITING = "waiting"
    RUNNING = "running"
    ENDING = "ending"
    ENDED = "ended"


# While a job is in one of these, its server may come or be there.
LIVING = frozenset({JobState.WAITING, JobState.RUNNING})

# Slurm's own state names: https://slurm.schedmd.com/squeue.html, "JOB STATE CODES".
_WAITING = {
    "PENDING",
    "CONFIGURING",
    "REQUEUED",
    "REQUEUE_HOLD",
    "REQUEUE_FED",
    "RESV_DEL_HOLD",
    "SPECIAL_EXIT",
}
_RUNNING = {"RUNNING", "RESIZING", "SIGNALING", "STAGE_OUT", "STOPPED", "SUSPENDED"}


@dataclass(frozen=True, slots=True)
class Job:
    """One job as the scheduler describes it now.

    `slurm_state` and `reason` are Slurm's own words; `node` is the host of its first task, or empty while it waits.
    """

    id: str
    user: str
    slurm_state: str
    reason: str
    node: str
    starts: datetime | None
    ends: datetime | None
    comment: str

    @property
    def state(self) -> JobState:
        """What a spawner does about it."""
        if self.slurm_state in _WAITING:
            return JobState.WAITING
        if self.slurm_state in _RUNNING:
            return JobState.RUNNING
        return JobState.ENDING if self.slurm_state == "COMPLETING" else JobState.ENDED


@dataclass(frozen=True, slots=True)
class JobMark:
    """What a job's comment says about whose server it is; its text has no character that a job script would mind."""

    hub: str
    user: str
    server: str
    spawn: str

    def __str__(self) -> str:
        return ":".join(["ai-studio", self.hub, self.user, self.server, self.spawn])

    @classmethod
    def read(cls, comment: str) -> JobMark | None:
        """Return the mark in a comment; None where it is none of ours."""
        parts = comment.split(":")
        return cls(*parts[1:]) if parts[0] == "ai-studio" and len(parts) == 5 else None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a finished command printed."""

    status: int
    out: str
    err: str


class CommandTimeoutError(ClusterError):
    """A scheduler command gave no answer within its limit."""


class RefusedError(ClusterError):
    """Slurm did not take a job; `said` is all that sbatch wrote."""

    def __init__(self, said: str) -> None:
        super().__init__(TEXTS, "job-refused", reason=_last_line(said))
        self.said = said


class Slurm:
    """Slurm's commands, as coroutines.

    Parameters
    ----------
    time_limit
        Seconds after which a command is ended; a scheduler in trouble must not hold up the hub.
    environment
        Added to the commands' environment, for example ``SLURM_CONF``.

    """

    def __init__(self, time_limit: float = 20.0, environment: Mapping[str, str] | None = None) -> None:
        self.time_limit = time_limit
        self.environment = dict(environment or {})
        # The scheduler gets one question at a time, whoever asks, and so does accounting: when its database hangs, the
        # scheduler can be asked all the same.
        self._asking = asyncio.Lock()
        self._asking_accounting = asyncio.Lock()
        # Two hundred people may click within a second; neither slurmctld nor this machine should notice.
        self._acting = asyncio.Semaphore(_ACTIONS_AT_ONCE)

    async def ask(self, *arguments: str) -> str:
        """Put one question to the scheduler, after those that wait already, and return what it answers.

        Raises
        ------
        ClusterError
            The scheduler gave no normal answer.

        """
        async with self._asking_accounting if arguments[0] in _OF_ACCOUNTING else self._asking:
            answer = await self.run(arguments)
        if answer.status != 0:
            reason = answer.err or f"exit {answer.status}"
            raise ClusterError(TEXTS, "query-failed", command=arguments[0], reason=reason)
        return answer.out

    async def run(
        self,
        arguments: Sequence[str],
        *,
        stdin: str = "",
        environment: Mapping[str, str] | None = None,
        umask: int = -1,
    ) -> Answer:
        """Run one command to its end; `umask` replaces the hub's own.

        Raises
        ------
        CommandTimeoutError
            It took longer than `time_limit`; it has been ended.
        ClusterError
            It could not be started at all.

        """
        own = {name: os.environ[name] for name in ("PATH", "LANG", "SLURM_CONF") if name in os.environ}
        try:
            process = await asyncio.create_subprocess_exec(
                *arguments,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env={**own, **self.environment, **(environment or {}), "LC_ALL": "C.UTF-8"},
                umask=umask,
            )
        except OSError as error:
            raise ClusterError(TEXTS, "command-missing", command=arguments[0], reason=error.strerror) from error
        try:
            async with asyncio.timeout(self.time_limit):
                out, err = await process.communicate(stdin.encode())
        except TimeoutError:
            raise CommandTimeoutError(
                TEXTS, "command-timeout", command=_name(arguments), seconds=self.time_limit
            ) from None
        finally:
            if process.returncode is None:
                await _end(process)
        assert process.returncode is not None
        return Answer(process.returncode, out.decode(errors="replace"), err.decode(errors="replace").strip())

    async def jobs(self, ids: Iterable[str]) -> dict[str, Job]:
        """Return those of the jobs `ids` that the scheduler knows, finished ones included while it remembers them.

        A job missing from a normal answer is not known to the scheduler.

        Raises
        ------
        ClusterError
            The scheduler gave no normal answer: nothing is known about any job.

        """
        wanted = sorted(set(ids), key=int)
        if not wanted:
            return {}
        # A single unknown id is answered by an error that looks like any other. With a second one beside it unknown ids
        # are just left out, and every error means what it says.
        jobs = await self._squeue("--states=all", f"--jobs={','.join([*wanted, _NO_JOB])}")
        return {job.id: job for job in jobs if job.id in wanted}

    async def named_jobs(self, name: str) -> list[Job]:
        """Return all jobs of that name that wait or run.

        Raises
        ------
        ClusterError
            The scheduler gave no normal answer: nothing is known about any job.

        """
        return await self._squeue(f"--name={name}")

    async def _squeue(self, *arguments: str) -> list[Job]:
        """Ask for jobs; the lines that squeue itself began carry a word that nobody could know before.

        Whatever else stands there is none of them: a banner, a warning, or the rest of a comment in which somebody has
        put a line break and a row of his own making.
        """
        word = secrets.token_hex(8)
        answer = await self.ask("squeue", f"--format={SEPARATOR.join([word, *_FIELDS])}", *arguments)
        head, *rows = [line for line in answer.split("\n") if line.startswith(word + SEPARATOR)] or [""]
        # Without its heading it is no answer, and says nothing about any job.
        if head.count(SEPARATOR) != len(_FIELDS):
            raise ClusterError(TEXTS, "query-failed", command="squeue", reason=_last_line(answer) or "–")
        return [_job(row) for row in rows if row.count(SEPARATOR) >= len(_FIELDS)]

    async def submit(
        self,
        script: str,
        *,
        prefix: Sequence[str],
        command: Sequence[str],
        environment: Mapping[str, str],
        umask: int = -1,
    ) -> str:
        """Submit a job script through standard input and return the job's id; its log is made under `umask`.

        Raises
        ------
        RefusedError
            Slurm did not take the job.
        ClusterError
            It gave no id, or no answer.

        """
        async with self._acting:
            answer = await self.run([*prefix, *command], stdin=script, environment=environment, umask=umask)
        if answer.status != 0:
            raise RefusedError(answer.err or f"exit {answer.status}")
        # --parsable prints "id" or "id;cluster"; warnings of a site's plugins may stand before it.
        match = re.fullmatch(r"(\d+)(;\S+)?", _last_line(answer.out))
        if match is None:
            raise ClusterError(TEXTS, "job-refused", reason=_last_line(answer.out) or "sbatch printed no job id")
        return match[1]

    async def cancel(self, *, prefix: Sequence[str], command: Sequence[str]) -> None:
        """Cancel a job; one that has ended already is no error.

        Raises
        ------
        ClusterError
            The scheduler could not be asked.

        """
        async with self._acting:
            answer = await self.run([*prefix, *command])
        if answer.status != 0 and "Invalid job id" not in answer.err:
            raise ClusterError(TEXTS, "query-failed", command="scancel", reason=answer.err)

    async def node_address(self, node: str) -> str:
        """Return the address under which the scheduler itself reaches `node`; its name need not resolve anywhere.

        Raises
        ------
        ClusterError
            The scheduler gave no address.

        """
        answer = await self.ask("scontrol", "--oneliner", "show", "node", node)
        match = re.search(r"\bNodeAddr=(\S+)", answer)
        if match is None:
            raise ClusterError(TEXTS, "query-failed", command="scontrol", reason=answer.strip())
        return match[1]

    async def node_addresses(self) -> list[str]:
        """Return the addresses under which the scheduler reaches its nodes.

        Raises
        ------
        ClusterError
            The scheduler gave no normal answer.

        """
        answer = await self.ask("scontrol", "--oneliner", "show", "nodes")
        return sorted(set(re.findall(r"\bNodeAddr=(\S+)", answer)))

    async def partitions(self) -> list[str]:
        """Return the names of the cluster's partitions; this is also how we ask whether there is a cluster at all.

        Raises
        ------
        ClusterError
            No scheduler answers.

        """
        return sorted(set((await self.ask("sinfo", "--noheader", "--format=%R")).split()))


def _job(line: str) -> Job:
    _, number, user, state, reason, node, starts, ends, comment = line.split(SEPARATOR, len(_FIELDS))
    return Job(
        id=number,
        user=user,
        slurm_state=state,
        reason=reason,
        node="" if node == "n/a" else node,
        starts=read_time(starts),
        ends=read_time(ends),
        comment="" if comment == "(null)" else comment,
    )


def read_time(text: str) -> datetime | None:
    """Read a moment as Slurm prints it, in this machine's time zone; None for N/A."""
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        return None


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1].strip() if lines else ""


def _name(arguments: Sequence[str]) -> str:
    known = ("sbatch", "scancel", "squeue", "sinfo", "scontrol", "sacct", "sacctmgr")
    return next((word for word in arguments if word.rpartition("/")[2] in known), arguments[0])


async def _end(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
        try:
            async with asyncio.timeout(2):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
