"""Waiting for a place on the cluster: who is ahead, when it may start, and Slurm's reason in the reader's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from spawners.cluster import SEPARATOR, TEXTS, Job
from spawners.live import OneQuestion

if TYPE_CHECKING:
    from studio_messages import Language

PENDING_FORMAT = SEPARATOR.join(["%i", "%P", "%Q", "%r"])

# What a reason means, tried in this order: https://slurm.schedmd.com/job_reason_codes.html.
_REASONS = [
    (r"None$|$", "none"),
    (r"Resources$", "resources"),
    (r"Priority$", "priority"),
    (r".*maintenance", "maintenance"),
    (r"ReqNodeNotAvail|Nodes.required|NodeDown", "nodes"),
    (r"Partition(Down|Inactive)", "partition"),
    (r"Partition(TimeLimit|NodeLimit|Config)|BadConstraints", "too-large"),
    (r"(QOS|Assoc)\w*Minutes", "budget"),
    (r"(QOS|Assoc)\w*(PerJob|PerNode|WallDuration|JobLimit$)", "too-large"),
    (r"(QOS|Assoc)(Grp\w*|\w*PerAccount|\w*PA)", "group-limit"),
    (r"(QOS|Assoc)(Max|Min|Job)\w*|AssociationJobLimit", "own-limit"),
    (r"(Invalid|QOSNotAllowed|AccountNotAllowed)(Account|QOS)?|QOSNotAllowed|AccountNotAllowed", "account"),
    (r"Reservation", "reservation"),
    (r"BeginTime", "begin"),
    (r"Dependency", "dependency"),
    (r"JobHeldUser", "held-user"),
    (r"JobHeld|JobHoldMaxRequeue|launch.failed", "held-admin"),
    (r"Licenses", "licenses"),
    (r"Prolog|Cleaning", "preparing"),
]

# With these a job stands in line; with any other it waits for something else than its turn.
_IN_LINE = frozenset({"none", "resources", "priority"})

# Beyond these, minutes and hours are no longer how people count.
_MINUTES_UNTIL = 90
_HOURS_UNTIL = 36


def meaning(reason: str) -> str:
    """Return what kind of reason Slurm gives: one of the texts ``wait-…``, "other" where we do not know it."""
    return next((name for pattern, name in _REASONS if re.match(pattern, reason, re.IGNORECASE)), "other")


@dataclass(frozen=True, slots=True)
class _Pending:
    priority: int
    number: int
    tasks: int
    partitions: frozenset[str]
    in_line: bool


@dataclass(frozen=True)
class Queue(OneQuestion):
    """All jobs that wait on the cluster, as one answer of the scheduler lists them."""

    jobs: dict[str, _Pending] = field(default_factory=dict)

    question = ("squeue", "--noheader", "--states=PENDING", f"--format={PENDING_FORMAT}")

    @classmethod
    def read(cls, answer: str) -> Queue:
        """Read what squeue printed in `PENDING_FORMAT`."""
        jobs = {}
        for line in answer.splitlines():
            parts = line.split(SEPARATOR)
            if len(parts) == 4 and (found := re.match(r"(\d+)(?:_\[([^\]]*)\]?)?", parts[0])):
                jobs[parts[0]] = _Pending(
                    priority=int(parts[2]) if parts[2].isdecimal() else 0,
                    number=int(found[1]),
                    tasks=_tasks(found[2] or ""),
                    partitions=frozenset(parts[1].split(",")),
                    in_line=meaning(parts[3]) in _IN_LINE,
                )
        return cls(jobs)

    def ahead(self, job_id: str) -> int | None:
        """Return how many jobs that stand in line for the same partition come first; None where it is not in line."""
        own = self.jobs.get(job_id)
        if own is None or not own.in_line:
            return None
        return sum(
            other.tasks
            for other in self.jobs.values()
            if other.in_line
            and other.partitions & own.partitions
            and (-other.priority, other.number) < (-own.priority, own.number)
        )


def _tasks(indices: str) -> int:
    """Count the tasks of a job array in Slurm's notation, such as ``1-4,7`` or ``0-10:2%3``; 1 for no array."""
    count = 0
    for part in re.sub(r"%\d+", "", indices).split(","):
        if found := re.fullmatch(r"(\d+)-(\d+)(?::(\d+))?", part):
            first, last, step = int(found[1]), int(found[2]), int(found[3] or 1)
            count += (last - first) // max(step, 1) + 1
        else:
            count += 1
    return count


def expected(starts: datetime | None, now: datetime) -> tuple[timedelta, timedelta] | None:
    """Return between when and when a job will probably start, counted from `now`; None where nobody can tell.

    Slurm plans as if every running job used its whole time and nobody came in between: most end earlier, and
    somebody may come. So the range goes from half its figure to one and a half times.
    """
    if starts is None or starts < now - timedelta(minutes=1):
        return None
    left = max(starts - now, timedelta())
    return left / 2, left * 1.5


def when(starts: datetime | None, now: datetime, language: Language) -> str:
    """Say when a job will probably start."""
    between = expected(starts, now)
    if between is None:
        return TEXTS("expected-unknown", language)
    first, last = (moment.total_seconds() / 60 for moment in between)
    if last <= 3:
        return TEXTS("expected-soon", language)
    if last <= _MINUTES_UNTIL:
        return TEXTS("expected-minutes", language, first=_rounded(first), last=_rounded(last))
    if last <= _HOURS_UNTIL * 60:
        return TEXTS("expected-hours", language, first=max(round(first / 60), 1), last=round(last / 60 + 0.49))
    return TEXTS("expected-days", language, first=max(round(first / 1440), 1), last=round(last / 1440 + 0.49))


def _rounded(minutes: float) -> int:
    """Round as one speaks: to 5 minutes from 10 on."""
    return max(round(minutes), 1) if minutes < 10 else 5 * round(minutes / 5)


def waiting_words(job: Job, queue: Queue, now: datetime, language: Language) -> dict[str, str]:
    """Say what a waiting job waits for (message), where it stands in line (position) and until when (expected).

    Empty where there is nothing to be said.
    """
    kind = "preparing" if job.slurm_state == "CONFIGURING" else meaning(job.reason)
    word = re.match(r"\w{0,60}", job.reason)
    words = {
        "message": TEXTS(f"wait-{kind}", language, reason=word[0] if word else ""),
        "position": "",
        "expected": "",
    }
    if kind in _IN_LINE and (ahead := queue.ahead(job.id)) is not None:
        words["position"] = TEXTS("queue-position", language, ahead=ahead)
    # A job that was never looked at has no estimate yet; with most other reasons a time would be a guess.
    if kind in ("resources", "priority", "begin", "reservation", "maintenance", "nodes", "own-limit", "group-limit"):
        words["expected"] = when(job.starts, now, language)
    return words
