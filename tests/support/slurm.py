"""Commands on a practice cluster, run as one of its people or as the hub's service account."""

from __future__ import annotations

import re
import subprocess
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spawners.practice_cluster import PracticeCluster

ENDED = {"COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY"}


def run_as(name: str, cluster: PracticeCluster, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `command` under the account `name`, with this cluster's SLURM_CONF and nothing else of the environment."""
    variables = {"SLURM_CONF": str(cluster.layout.slurm_conf), "PATH": "/usr/bin:/bin:/usr/sbin", "LANG": "C.UTF-8"}
    return subprocess.run(
        ["runuser", "--user", name, "--", *command],
        env=variables | environment,
        cwd="/",
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def answer_as(name: str, cluster: PracticeCluster, *command: str, **environment: str) -> str:
    """Return what `command` wrote; it must succeed."""
    done = run_as(name, cluster, *command, **environment)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout.strip()


def submit(name: str, cluster: PracticeCluster, command: str, *options: str) -> tuple[str, Path]:
    """Submit `command` as a job of `name`; returns its number and the file of its output, in the person's home."""
    home = cluster.layout.homes / name
    options = (f"--chdir={home}", f"--output={home}/%j.out", *options)
    job = answer_as(name, cluster, "sbatch", "--parsable", *options, f"--wrap={command}")
    return job, home / f"{job}.out"


def state_of(job: str, cluster: PracticeCluster) -> str:
    """Return the job's state, as the controller says it."""
    return answer_as("root", cluster, "squeue", "--noheader", "--states=all", f"--jobs={job}", "--format=%T")


def wait_for(job: str, cluster: PracticeCluster, states: set[str], seconds: float = 30) -> str:
    """Wait until the job is in one of the `states`, and return which."""
    end = time.monotonic() + seconds
    while (state := state_of(job, cluster)) not in states:
        assert time.monotonic() < end, f"job {job} is {state}, not {states}"
        time.sleep(0.1)
    return state


def jobs_of(user: str, cluster: PracticeCluster) -> list[dict[str, str]]:
    """Return what Slurm says of a person's jobs that wait or run."""
    numbers = answer_as("root", cluster, "squeue", "--noheader", f"--user={user}", "--format=%i").split()
    shown = [answer_as("root", cluster, "scontrol", "--oneliner", "--details", "show", "job", job) for job in numbers]
    return [dict(re.findall(r"(\S+?)=(\S*)", job)) for job in shown]


@contextmanager
def all_gpus_taken(cluster: PracticeCluster, waiting: int = 0) -> Iterator[list[str]]:
    """Keep all GPUs busy inside the block, with `waiting` more jobs in line; gives the jobs' numbers."""
    jobs: list[str] = []
    try:
        for number in range(2 + waiting):
            job, _ = submit("clara", cluster, "exec sleep 600", "--gres=gpu:2", "--time=20", "--job-name=other")
            jobs.append(job)
            if number < 2:
                wait_for(job, cluster, {"RUNNING"})
        yield jobs
    finally:
        answer_as("root", cluster, "scancel", *jobs)


@contextmanager
def accounting_changed(cluster: PracticeCluster, *changes: tuple[str, str]) -> Iterator[None]:
    """Make changes with sacctmgr for the length of a block; each comes with what takes it back."""
    sacctmgr = ("sacctmgr", "--immediate", "--quiet")
    # A run that was killed may have left them.
    for _, back in reversed(changes):
        run_as("root", cluster, *sacctmgr, *back.split())
    with ExitStack() as taken_back:
        for there, back in changes:
            answer_as("root", cluster, *sacctmgr, *there.split())
            taken_back.callback(answer_as, "root", cluster, *sacctmgr, *back.split())
        yield
