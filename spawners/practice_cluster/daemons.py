"""The daemons of a practice cluster: how each is started, and when it answers."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from spawners.practice_cluster import processes
from spawners.practice_cluster.system import ENVIRONMENT, TEXTS, run, wait_until, works
from studio_messages import ClusterError

if TYPE_CHECKING:
    from spawners.practice_cluster.layout import Layout, Node

log = logging.getLogger(__name__)

_OWN_NAMES = Path(__file__).with_name("own_names.py")

# A small private database: no port, little memory, nothing but what survives the end of the process.
_DATABASE = (
    "--no-defaults",
    "--innodb-buffer-pool-size=64M",
    "--innodb-log-file-size=16M",
    "--innodb-flush-log-at-trx-commit=2",
    "--innodb-flush-method=nosync",
    "--sync-frm=OFF",
    "--innodb-lock-wait-timeout=900",
    "--performance-schema=OFF",
    "--skip-log-bin",
    "--user=mysql",
)


@dataclass(frozen=True)
class Daemon:
    """One long-running process of the cluster."""

    name: str
    program: str
    arguments: tuple[str, ...]
    layout: Layout
    answers: Callable[[], bool]
    seconds: float = 15
    environment: dict[str, str] = field(default_factory=dict)
    # What it calls its machine, where the cluster's names count; None: it sees this machine as it is.
    hostname: str | None = None
    namespace: Path | None = None

    @property
    def mark(self) -> str:
        """What its processes carry in their environment."""
        return f"{self.layout.state}:{self.name}"

    @property
    def log_file(self) -> Path:
        """Where its standard output and error go."""
        return self.layout.logs / f"{self.name}.out"

    def pids(self) -> list[int]:
        """Return the daemon's processes; known to root only."""
        return processes.marked(self.mark, self.program)

    def runs(self) -> bool:
        """Return whether the daemon is there, in its place and not frozen; known to root only."""
        pids = self.pids()
        if not pids or any(processes.is_frozen(pid) for pid in pids):
            return False
        return self.namespace is None or set(processes.inside(self.namespace)).issuperset(pids)

    def start(self) -> None:
        """Start the daemon as a process of its own that outlives the caller."""
        environment = {
            **ENVIRONMENT,
            "SLURM_CONF": str(self.layout.slurm_conf),
            **self.environment,
            # A daemon that sets its own title writes over the beginning of its environment: the mark comes last.
            processes.MARK: self.mark,
        }
        with self.log_file.open("ab") as output:
            subprocess.run(
                (*self._surroundings(), "setsid", "--fork", self.program, *self.arguments),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=environment,
                cwd="/",
                # Job scripts lie in slurmd's folder, and their owners read them there.
                umask=0o022,
                timeout=10,
                check=True,
            )

    def _surroundings(self) -> tuple[str, ...]:
        network: tuple[str, ...] = ()
        if self.namespace is not None:
            network = ("nsenter", f"--net={self.namespace}", "--")
        if self.hostname is None:
            return network
        names = (sys.executable, "-I", str(_OWN_NAMES), str(self.layout.hosts), self.hostname)
        return (*network, "unshare", "--mount", "--uts", "--propagation", "slave", "--", *names)

    def stop(self, patience: float = 0) -> None:
        """End the daemon: asked first where `patience` (seconds) is given, killed after that."""
        if not processes.end(self.pids, patience):
            raise ClusterError(TEXTS, "practice-not-ended", daemon=self.name)

    def ensure(self) -> None:
        """Make the daemon answer: one that runs and does not is replaced.

        Raises
        ------
        ClusterError
            It ended at once, or did not answer in time; names its log.

        """
        if self.runs() and self.answers():
            return
        self.stop()
        self.start()
        wait_until(lambda: bool(self.pids()), 2)
        wait_until(lambda: not self.pids() or self.answers(), self.seconds)
        if not self.pids() or not self.answers():
            raise ClusterError(TEXTS, "practice-daemon-failed", daemon=self.name, log=self.log_file)


def munged(layout: Layout) -> Daemon:
    """Return the cluster's own munged, with its own key and socket."""
    folder = layout.munge_socket.parent

    def answers() -> bool:
        return works("munge", "--no-input", f"--socket={layout.munge_socket}", "--output=/dev/null")

    arguments = (
        "--foreground",
        "--force",
        "--num-threads=4",
        f"--key-file={folder}/key",
        f"--socket={layout.munge_socket}",
        f"--pid-file={folder}/pid",
        f"--seed-file={folder}/seed",
        f"--log-file={layout.logs}/munged.log",
    )
    return Daemon("munged", "munged", arguments, layout, answers)


def write_munge_key(layout: Layout) -> None:
    """Make the cluster's key, once."""
    folder = layout.munge_socket.parent
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    key = folder / "key"
    if key.exists():
        return
    fresh = folder / "key.new"
    fresh.touch(mode=0o600)
    fresh.write_bytes(os.urandom(128))
    fresh.replace(key)


def mariadbd(layout: Layout) -> Daemon:
    """Return the cluster's own database server, reachable through its socket only."""

    def answers() -> bool:
        # The server speaks first; whoever hears it knows that it answers, without signing in.
        try:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(3)
                connection.connect(str(layout.database_socket))
                return bool(connection.recv(1))
        except OSError:
            return False

    arguments = (
        *_DATABASE,
        f"--datadir={layout.database_socket.parent}/data",
        "--skip-networking",
        f"--socket={layout.database_socket}",
        f"--pid-file={layout.database_socket.parent}/pid",
    )
    return Daemon("mariadbd", "mariadbd", arguments, layout, answers, seconds=30)


def create_database(layout: Layout) -> bool:
    """Make the database server's folder, once, and return whether; a half-finished one is begun anew."""
    folder = layout.database_socket.parent
    if (folder / "data").exists():
        return False
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    shutil.chown(folder, "mysql", "mysql")
    draft = folder / "draft"
    if draft.exists():
        shutil.rmtree(draft)
    run(
        "mariadb-install-db",
        *_DATABASE,
        f"--datadir={draft}",
        "--auth-root-authentication-method=socket",
        "--auth-root-socket-user=root",
        "--skip-test-db",
        timeout=120,
    )
    draft.rename(folder / "data")
    return True


def slurmdbd(layout: Layout) -> Daemon:
    """Return the accounting daemon."""

    def answers() -> bool:
        return works("sacctmgr", "--noheader", "show", "cluster", environment=slurm(layout))

    return Daemon(
        "slurmdbd",
        "slurmdbd",
        ("-D",),
        layout,
        answers,
        seconds=30,
        environment={"MYSQL_UNIX_PORT": str(layout.database_socket)},
        hostname=layout.host,
    )


def slurmctld(layout: Layout) -> Daemon:
    """Return the controller."""

    def answers() -> bool:
        return works("scontrol", "ping", environment=slurm(layout))

    return Daemon("slurmctld", "slurmctld", ("-D",), layout, answers, seconds=30, hostname=layout.host)


def slurmd(layout: Layout, node: Node) -> Daemon:
    """Return a node's daemon, in the node's namespace."""

    def answers() -> bool:
        # The kernel takes connections for a frozen slurmd, too; only a running one hangs up on who says nothing.
        try:
            with socket.create_connection((str(layout.address(node)), layout.node_port), timeout=3) as connection:
                connection.shutdown(socket.SHUT_WR)
                return connection.recv(1) == b""
        except OSError:
            return False

    return Daemon(
        f"slurmd-{node.name}",
        "slurmd",
        ("-D", "-N", node.name),
        layout,
        answers,
        hostname=node.name,
        namespace=layout.namespace(node),
    )


def slurm(layout: Layout) -> dict[str, str]:
    """Return the environment in which Slurm's commands speak to this cluster."""
    return {"SLURM_CONF": str(layout.slurm_conf)}


def daemons(layout: Layout) -> list[Daemon]:
    """Return all daemons in the order in which they are started."""
    first = [munged(layout), mariadbd(layout), slurmdbd(layout), slurmctld(layout)]
    return first + [slurmd(layout, node) for node in layout.nodes]
