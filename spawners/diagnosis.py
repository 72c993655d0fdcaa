"""Why a session did not start, or ended: Slurm's last word on its job and the end of its log, as the names of texts."""

from __future__ import annotations

import asyncio
import os
import pwd
import re
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from spawners.cluster import TEXTS, Slurm
from studio_messages import ClusterError

# Seconds that the questions after an end may take; a person waits for the answer.
_PATIENCE = 8.0

_TAIL_BYTES = 16_384
_TAIL_LINES = 12
_LONGEST_LINE = 300

# What sbatch says, tried in this order, and the text that says it in other words.
_REFUSALS = [
    (r"a password is required|is not allowed to|may not run sudo|not in the sudoers", "sudo"),
    (r"Unable to contact slurm controller|Socket timed out|Protocol authentication|Connection refused", "silent"),
    (r"MaxSubmit|SubmitJob", "count"),
    (r"WallDuration|time limit is invalid|--time specification", "time"),
    (r"node configuration|Memory specification|CPU count|Node count|More processors|MaxMem", "size"),
    (r"reservation", "reservation"),
    (r"Invalid account|not permitted to use this partition|Invalid qos|Access/permission", "account"),
    (r"partition", "partition"),
    (r"accounting/QOS policy|QOS|Assoc", "limit"),
]

# What the end of a log gives away, tried in this order.
_TRACES = [
    (r"No space left on device|Disk quota exceeded", "home-full"),
    (r"Read-only file system|PermissionError: .*|Permission denied: '/", "home-closed"),
    (r"exceeded memory limit|oom.?kill|Out Of Memory|MemoryError|Cannot allocate memory", "memory"),
    (r"hub does not answer|Failed to connect to my Hub|Error connecting to http\S*/hub", "hub"),
    (r"Cannot connect to host \S+ ssl:", "hub"),
    (r"No module named", "incomplete"),
]

_SECRET = re.compile(r"(?i)(token|authorization|secret|password|cookie)(\W{1,4})([^\s\"']+(?:\s[0-9a-f]{16,})?)")


def refusal(said: str) -> ClusterError:
    """Return what to tell a person whose job sbatch refused with the words `said`."""
    kind = next((name for pattern, name in _REFUSALS if re.search(pattern, said, re.IGNORECASE)), None)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    reason = re.sub(r"^sbatch: error: (Batch job submission failed: )?", "", lines[-1]) if lines else "–"
    if kind is None:
        return ClusterError(TEXTS, "job-refused", reason=reason)
    return ClusterError(TEXTS, f"refused-{kind}", reason=reason)


@dataclass(frozen=True, slots=True)
class Ending:
    """Slurm's last word on a job; `cancelled_by` is a Unix user id, None where nobody cancelled it or nobody knows."""

    state: str
    reason: str = ""
    exit_code: int = 0
    signal: int = 0
    minutes: int = 0
    node: str = ""
    ended: datetime | None = None
    cancelled_by: int | None = None

    @classmethod
    async def ask(cls, slurm: Slurm, job_id: str) -> Ending | None:
        """Ask the controller, and accounting for what it does not know; None where neither can tell.

        Within `_PATIENCE`, and without errors: an explanation that cannot be had is none to wait for.
        """
        ending = None
        with suppress(ClusterError, TimeoutError):
            async with asyncio.timeout(_PATIENCE / 2):
                ending = cls.shown(await slurm.ask("scontrol", "--oneliner", "show", "job", job_id))
        if ending is not None and ending.state != "CANCELLED":
            return ending
        # Only accounting knows who cancelled, and what the controller has forgotten.
        with suppress(ClusterError, TimeoutError):
            async with asyncio.timeout(_PATIENCE / 2):
                answer = await slurm.ask(
                    "sacct",
                    "--allocations",
                    "--noheader",
                    "--parsable2",
                    f"--jobs={job_id}",
                    "--format=State,ExitCode,TimelimitRaw,NodeList,End,Reason",
                )
                return cls.accounted(answer) or ending
        return ending

    @classmethod
    def shown(cls, answer: str) -> Ending | None:
        """Read ``scontrol show job``."""
        fields: dict[str, str] = {}
        for name, value in re.findall(r"(?:^|\s)(\w+)=(\S*)", answer):
            fields.setdefault(name, value)
        if "JobState" not in fields:
            return None
        code, signal = _exit(fields.get("ExitCode", ""))
        return cls(
            fields["JobState"],
            fields.get("Reason", ""),
            code,
            signal,
            _minutes(fields.get("TimeLimit", "")),
            fields.get("BatchHost", ""),
            _time(fields.get("EndTime", "")),
        )

    @classmethod
    def accounted(cls, answer: str) -> Ending | None:
        """Read what ``sacct`` printed; its state says who cancelled: ``CANCELLED by 1001``."""
        parts = next((line.split("|") for line in answer.splitlines() if line.count("|") >= 5), None)
        if parts is None:
            return None
        state, _, by = parts[0].partition(" by ")
        code, signal = _exit(parts[1])
        limit = int(parts[2]) if parts[2].isdecimal() else 0
        node = "" if parts[3].startswith("None") else parts[3]
        who = int(by) if by.isdecimal() else None
        return cls(state.rstrip("+"), parts[5], code, signal, limit, node, _time(parts[4]), who)

    def cause(self, user_id: int | None, log: list[str]) -> str:
        """Name what ended the job: one of the texts ``cause-…``."""
        known = {
            "TIMEOUT": "timeout-hours" if self.minutes and self.minutes % 60 == 0 else "timeout-minutes",
            "DEADLINE": "timeout-minutes",
            "OUT_OF_MEMORY": "memory",
            "PREEMPTED": "preempted",
            "NODE_FAIL": "node",
            "BOOT_FAIL": "node",
        }
        if self.state in known:
            return known[self.state]
        if self.state == "CANCELLED":
            mine = user_id is not None and self.cancelled_by == user_id
            return "cancelled-by-you" if mine else "cancelled"
        clues = [
            (self.reason == "JobLaunchFailure" and self.signal != 9, "no-log"),
            (self.exit_code in (126, 127), "interpreter"),
            (self.reason == "BadConstraints", "constraints"),
        ]
        clear = next((name for fits, name in clues if fits), None)
        return clear or traced(log) or ("finished" if self.state == "COMPLETED" else "failed")


def traced(log: list[str]) -> str | None:
    """Return what the log's last lines give away; None where they do not."""
    text = "\n".join(log)
    return next((name for pattern, name in _TRACES if re.search(pattern, text, re.IGNORECASE)), None)


def read_tail(path: Path, user: str) -> list[str]:
    """Return the last lines of a person's log, without control characters and secrets; none where it is not hers.

    The folder is open to everybody's writing: only a regular file that belongs to her, under one name, is read.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return []
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_uid != user_id(user) or found.st_nlink != 1:
            return []
        file.seek(max(found.st_size - _TAIL_BYTES, 0))
        text = file.read(_TAIL_BYTES).decode("utf-8", errors="replace")
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)
    lines = [re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", "", line) for line in text.split("\n")]
    return [_SECRET.sub(r"\1\2[…]", line)[:_LONGEST_LINE] for line in lines if line.strip()][-_TAIL_LINES:]


def user_id(user: str) -> int | None:
    """Return a person's Unix user id."""
    try:
        return pwd.getpwnam(user).pw_uid
    except KeyError:
        return None


def _exit(text: str) -> tuple[int, int]:
    """Read Slurm's ``code:signal``."""
    code, _, signal = text.partition(":")
    return (int(code), int(signal)) if code.isdecimal() and signal.isdecimal() else (0, 0)


def _minutes(text: str) -> int:
    """Read Slurm's D-HH:MM:SS; 0 for no limit."""
    found = re.fullmatch(r"(?:(\d+)-)?(\d+):(\d+):(\d+)", text)
    return int(found[1] or 0) * 1440 + int(found[2]) * 60 + int(found[3]) if found else 0


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        return None  # Unknown
