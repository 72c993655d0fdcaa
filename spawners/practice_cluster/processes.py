"""Finding and ending the cluster's own processes, and no others.

A daemon carries a mark in the environment it was started with, which the kernel keeps and no process number can be
mistaken for; what runs on a node is in the node's namespace; the people's processes carry their numbers.
"""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from spawners.practice_cluster.system import ENVIRONMENT, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MARK = "AI_STUDIO_PRACTICE_DAEMON"


def _numbers() -> Iterator[int]:
    own = os.getpid()
    return (int(entry) for entry in os.listdir("/proc") if entry.isdigit() and int(entry) != own)  # noqa: PTH208


def _alive(pid: int) -> bool:
    """Return whether the process runs; one that only waits for its parent to take notice does not."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False


def is_frozen(pid: int) -> bool:
    """Return whether the process was stopped by a signal and does nothing until it is continued."""
    try:
        return "\nState:\tT" in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False


def _select(condition: Callable[[int], bool]) -> list[int]:
    found = []
    for pid in _numbers():
        try:
            if condition(pid) and _alive(pid):
                found.append(pid)
        except OSError:
            continue
    return found


def marked(mark: str, program: str | None = None) -> list[int]:
    """Return the processes started with `mark` (all that begin with it), those of one `program` only if given.

    What a daemon starts inherits its mark: slurmd's slurmstepd does, a job does not.
    """
    prefix = f"{MARK}={mark}".encode()
    # Debian's slurmctld is a link to slurmctld-wlm.
    executable = os.path.realpath(shutil.which(program, path=ENVIRONMENT["PATH"]) or program) if program else None

    def is_marked(pid: int) -> bool:
        environment = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        if not any(entry == prefix or entry.startswith(prefix + b":") for entry in environment):
            return False
        return executable is None or str(Path(f"/proc/{pid}/exe").readlink()).removesuffix(" (deleted)") == executable

    return _select(is_marked)


def inside(namespace: Path) -> list[int]:
    """Return the processes in a network namespace."""
    try:
        wanted = namespace.stat()
    except FileNotFoundError:
        return []
    return _select(lambda pid: os.path.samestat(Path(f"/proc/{pid}/ns/net").stat(), wanted))


def owned(uids: set[int]) -> list[int]:
    """Return the processes that run under one of the `uids`."""

    def is_owned(pid: int) -> bool:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("Uid:"))
        return bool(uids.intersection(int(uid) for uid in line.split()[1:]))

    return _select(is_owned) if uids else []


def send(pids: Iterable[int], signal_number: signal.Signals) -> None:
    """Send a signal; who is gone already does not need it."""
    for pid in pids:
        try:
            os.kill(pid, signal_number)
        except ProcessLookupError:
            continue


def end(find: Callable[[], list[int]], patience: float = 0, limit: float = 15) -> bool:
    """End what `find` finds, again and again until it finds nothing: SIGTERM first, SIGKILL after `patience` seconds.

    Returns False when something is still there after `limit` seconds more.
    """
    if patience:
        send(find(), signal.SIGTERM)
        wait_until(lambda: not find(), patience)

    def gone() -> bool:
        left = find()
        send(left, signal.SIGKILL)
        return not left

    return wait_until(gone, limit)
