"""The practice cluster as a whole: up, down, status."""

from __future__ import annotations

import logging
import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from spawners.practice_cluster import accounting, accounts, configuration, daemons, network, processes
from spawners.practice_cluster.layout import Layout
from spawners.practice_cluster.record import Record, find_record
from spawners.practice_cluster.system import PACKAGES, TEXTS, only_one, run, wait_until
from studio_messages import ClusterError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

# Unix sockets have names of 107 bytes at most, and Slurm puts some below the state folder.
_LONGEST_STATE = 60

_READY = {"idle", "mixed", "allocated", "completing", "reserved", "planned"}


class NodeStatus(BaseModel):
    """A node as the controller sees it now."""

    name: str
    address: str
    state: str

    @property
    def ready(self) -> bool:
        """Whether it takes jobs; an asterisk says that it does not respond."""
        return self.state in _READY


class Status(BaseModel):
    """What a practice cluster looks like now."""

    exists: bool
    healthy: bool
    slurm_conf: Path
    daemons: dict[str, bool]
    nodes: list[NodeStatus]


def _silent(step: str) -> None:
    log.info("practice cluster: %s", step)


class PracticeCluster:
    """A Slurm with accounting on this machine, nodes in network namespaces of their own.

    Parameters
    ----------
    layout
        What it consists of.

    """

    def __init__(self, layout: Layout | None = None) -> None:
        self.layout = layout or Layout()
        self._lock = Path("/run") / f"ai-studio-{self.layout.name}.lock"

    def status(self) -> Status:
        """Examine daemons and nodes; takes a second, or a few when something does not answer. Needs no root."""
        record = find_record(self.layout.state)
        layout = record.layout if record else self.layout
        all_daemons = daemons.daemons(layout)
        if record is None:
            answers, nodes = [False] * len(all_daemons), []
        else:
            with ThreadPoolExecutor(len(all_daemons) + 1) as pool:
                asked = pool.submit(self._nodes, layout)
                answers = list(pool.map(lambda daemon: daemon.answers(), all_daemons))
                nodes = asked.result()
        ready = len(nodes) == len(layout.nodes) and all(node.ready for node in nodes)
        return Status(
            exists=record is not None,
            healthy=ready and all(answers),
            slurm_conf=layout.slurm_conf,
            daemons={daemon.name: answer for daemon, answer in zip(all_daemons, answers, strict=True)},
            nodes=nodes,
        )

    @staticmethod
    def _nodes(layout: Layout) -> list[NodeStatus]:
        command = ("sinfo", "--Node", "--noheader", "--format=%N %T")
        try:
            answer = run(*command, environment=daemons.slurm(layout), timeout=5)
        except ClusterError:
            states: dict[str, str] = {}
        else:
            states = dict(line.split(maxsplit=1) for line in answer.splitlines())
        return [
            NodeStatus(
                name=node.name,
                address=str(layout.address(node)),
                state=states.get(node.name, "unknown").strip(),
            )
            for node in layout.nodes
        ]

    def up(self, progress: Callable[[str], None] = _silent) -> bool:
        """Make the cluster run, whatever is there of it; return False when nothing was to be done.

        Raises
        ------
        ClusterError
            Something is missing or in the way; names it and the remedy. `down` removes what was begun.

        """
        self._require_root()
        self._require_packages()
        self._require_folder()
        with only_one(self._lock):
            record = find_record(self.layout.state)
            if record and record.layout == self.layout and self._is_in_order():
                return False
            if record and record.layout != self.layout:
                self._remove(record)
                record = None
            if record is None:
                network.check_free(self.layout)
                configuration.check_sudoers(self.layout)
                accounts.check_accounts(self.layout)
                self.layout.state.mkdir(parents=True, exist_ok=True)
                self.layout.state.chmod(0o755)
                record = Record(layout=self.layout)
                record.save()
            self._build(record, progress)
        return True

    def _is_in_order(self) -> bool:
        return (
            all(daemon.runs() for daemon in daemons.daemons(self.layout))
            and configuration.is_current(self.layout)
            and self.layout.session_logs.is_dir()
            and all(accounts.account(person.name) for person in self.layout.people)
            and self.status().healthy
        )

    def _build(self, record: Record, progress: Callable[[str], None]) -> None:
        layout = self.layout
        everything = {daemon.name: daemon for daemon in daemons.daemons(layout)}
        progress("practice-step-ground")
        with ThreadPoolExecutor(1) as pool:
            if configuration.write_configuration(layout):
                for daemon in everything.values():
                    daemon.stop()
            daemons.write_munge_key(layout)
            database = pool.submit(daemons.create_database, layout)
            network.connect(layout, record)
            accounts.create_accounts(layout, record)
            configuration.write_sudoers(layout)
            everything["munged"].ensure()
            is_new = database.result()
        progress("practice-step-accounting")
        if self._mend_database(everything["mariadbd"]) or is_new:
            # Both know by heart what was in the one before.
            everything["slurmdbd"].stop()
            everything["slurmctld"].stop()
        everything["slurmdbd"].ensure()
        accounting.register(layout)
        progress("practice-step-slurm")
        everything["slurmctld"].ensure()
        with ThreadPoolExecutor(len(layout.nodes)) as pool:
            list(pool.map(lambda node: daemons.slurmd(layout, node).ensure(), layout.nodes))
        self._ensure_nodes()

    def _mend_database(self, mariadbd: daemons.Daemon) -> bool:
        """Make the database server answer; return whether its database had to be begun anew."""
        try:
            mariadbd.ensure()
        except ClusterError:
            # After a power failure it may be beyond repair; what it holds is practice.
            log.warning("the practice cluster's database does not start; it begins with an empty one")
            mariadbd.stop()
            shutil.rmtree(self.layout.database_socket.parent / "data")
            daemons.create_database(self.layout)
            mariadbd.ensure()
            return True
        return False

    def _ensure_nodes(self) -> None:
        """Make all nodes take jobs; one that was taken down or drained on purpose is resumed."""

        def waiting() -> list[NodeStatus]:
            return [node for node in self._nodes(self.layout) if not node.ready]

        for node in waiting():
            if node.state.startswith(("down", "drain")):
                resume = ("scontrol", "update", f"nodename={node.name}", "state=resume")
                run(*resume, environment=daemons.slurm(self.layout), accept=(0, 1))
        if not wait_until(lambda: not waiting(), 30):
            missing = ", ".join(node.name for node in waiting())
            where = {"logs": self.layout.logs, "head": self.layout.head}
            raise ClusterError(TEXTS, "practice-nodes-missing", nodes=missing, **where)

    def down(self) -> bool:
        """End everything that belongs to the cluster and remove it; return False when there was nothing.

        All processes of the accounts that the cluster created end too, a hub of the service account among them.

        Raises
        ------
        ClusterError
            Not called by root, or something could not be ended.

        """
        self._require_root()
        with only_one(self._lock):
            record = find_record(self.layout.state)
            if record is None:
                return False
            self._remove(record)
        return True

    def _remove(self, record: Record) -> None:
        layout = record.layout
        started = time.monotonic()

        def daemons_and_jobs() -> list[int]:
            found = processes.marked(str(layout.state))
            for node in layout.nodes:
                found += processes.inside(layout.namespace(node))
            return found

        def peoples() -> list[int]:
            return processes.owned(accounts.our_uids(record))

        # The people's processes may want to say goodbye; the daemons' state goes anyway.
        ended = processes.end(daemons_and_jobs) and processes.end(peoples, patience=3)
        if not ended or not processes.end(daemons_and_jobs):
            raise ClusterError(TEXTS, "practice-not-ended", daemon=layout.name)
        network.disconnect(layout, record)
        if configuration.is_our_sudoers(layout):
            layout.sudoers.unlink()
        accounts.remove_accounts(record)
        shutil.rmtree(layout.state)
        log.info("practice cluster removed in %.1f s", time.monotonic() - started)

    @staticmethod
    def _require_root() -> None:
        if os.geteuid() != 0:
            raise UsageError(TEXTS, "practice-not-root")

    @staticmethod
    def _require_packages() -> None:
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        missing = sorted({package for command, package in PACKAGES.items() if not shutil.which(command, path=path)})
        if missing:
            raise ClusterError(TEXTS, "practice-packages-missing", packages=" ".join(missing))

    def _require_folder(self) -> None:
        state = self.layout.state
        if not state.is_absolute() or len(str(state)) > _LONGEST_STATE:
            raise UsageError(TEXTS, "practice-folder-name", folder=state, longest=_LONGEST_STATE)
        for parent in state.parents:
            if parent.exists() and not parent.stat().st_mode & 0o001:
                raise UsageError(TEXTS, "practice-folder-closed", folder=state, parent=parent)
