"""Running this machine's administration commands: argument lists, time limits, errors that say which command failed."""

from __future__ import annotations

import fcntl
import logging
import os
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from studio_messages import Catalogue, ClusterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

TEXTS = Catalogue("spawners")
log = logging.getLogger(__name__)

# Nothing of the caller's environment reaches a daemon, and through slurmd a job.
ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "HOME": "/root",
}

# Debian's package for each command that is needed.
PACKAGES = {
    "ip": "iproute2",
    "mariadbd": "mariadb-server",
    "mariadb-install-db": "mariadb-server",
    "munged": "munge",
    "nsenter": "util-linux",
    "sbatch": "slurm-wlm",
    "slurmctld": "slurm-wlm",
    "slurmd": "slurm-wlm",
    "slurmdbd": "slurmdbd",
    "sudo": "sudo",
    "useradd": "passwd",
}


def run(
    *command: str,
    timeout: float = 10,
    given: str | None = None,
    environment: Mapping[str, str] | None = None,
    accept: tuple[int, ...] = (0,),
) -> str:
    """Run `command` and return what it wrote to stdout.

    Parameters
    ----------
    command
        Program and arguments.
    timeout
        Seconds; the command is killed after that.
    given
        Text for its standard input; nothing otherwise.
    environment
        Added to `ENVIRONMENT`.
    accept
        Exit statuses that are fine.

    Raises
    ------
    ClusterError
        The command is missing, took too long or ended with another status.

    """
    detail: str
    try:
        done = subprocess.run(
            command,
            input=given or "",
            capture_output=True,
            text=True,
            timeout=timeout,
            env={**ENVIRONMENT, **(environment or {})},
            cwd="/",
            umask=0o022,
            check=False,
        )
    except subprocess.TimeoutExpired:
        detail = TEXTS("practice-command-timeout", seconds=timeout)
    except OSError as error:
        detail = error.strerror or str(error)
    else:
        if done.returncode in accept:
            return done.stdout
        said = (done.stderr.strip() or done.stdout.strip()).partition("\n")[0].strip().rstrip(".")
        detail = said or TEXTS("practice-command-status", status=str(done.returncode))
        log.info("%s: status %s\n%s%s", command, done.returncode, done.stdout, done.stderr)
    raise ClusterError(TEXTS, "practice-command-failed", command=" ".join(command), detail=detail)


def works(*command: str, timeout: float = 5, environment: Mapping[str, str] | None = None) -> bool:
    """Return whether `command` ends with status 0 within `timeout` seconds."""
    try:
        run(*command, timeout=timeout, environment=environment)
    except ClusterError:
        return False
    return True


def wait_until(condition: Callable[[], bool], seconds: float, pause: float = 0.05) -> bool:
    """Return True as soon as `condition` holds, False when it did not for `seconds`."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(pause)
    return True


def _is_still(held: int, lock: Path) -> bool:
    """Return whether the open file is the one at the path; the last holder of a lock removes its file."""
    try:
        return os.path.samestat(os.fstat(held), lock.stat())
    except FileNotFoundError:
        return False


@contextmanager
def only_one(lock: Path, *, shared: bool = False, seconds: float = 60) -> Iterator[None]:
    """Hold `lock` (a file that exists only while somebody does) for the block.

    Raises
    ------
    ClusterError
        Somebody else has held it for longer than `seconds`.

    """
    kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    end = time.monotonic() + seconds
    while True:
        held = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(held, kind | fcntl.LOCK_NB)
            if _is_still(held, lock):
                break
        except BlockingIOError:
            if time.monotonic() > end:
                os.close(held)
                raise ClusterError(TEXTS, "practice-busy", seconds=seconds) from None
        os.close(held)
        time.sleep(0.05)
    try:
        yield
    finally:
        if not shared:
            lock.unlink(missing_ok=True)
        os.close(held)
