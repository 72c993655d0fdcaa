"""Faults on the practice cluster: each is there for the length of a block, and mended at its end, whatever happens."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

import psutil

from spawners.practice_cluster import daemons, processes
from tests.support.slurm import answer_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spawners.practice_cluster import PracticeCluster
    from spawners.practice_cluster.daemons import Daemon
    from spawners.practice_cluster.layout import Node
    from tests.support.hub import RunningHub

Found = TypeVar("Found")

_LOCK = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
connection.execute("ROLLBACK")
"""


def eventually(get: Callable[[], Found], wanted: Callable[[Found], object] = bool, within: float = 60) -> Found:
    """Return what `get` gives once it is as `wanted`."""
    deadline = time.monotonic() + within
    while not wanted(found := get()):
        assert time.monotonic() < deadline, f"it did not come about within {within} s; at last: {found}"
        time.sleep(0.3)
    return found


def kill_hub(hub: RunningHub) -> None:
    """Kill the hub, its proxy and its keeper without a word; its jobs are Slurm's."""
    parent = psutil.Process(hub.process.pid)
    for process in [parent, *parent.children(recursive=True)]:
        process.kill()
    hub.process.wait()


def daemon_named(cluster: PracticeCluster, name: str) -> Daemon:
    """Return one of the cluster's daemons."""
    return next(daemon for daemon in daemons.daemons(cluster.layout) if daemon.name == name)


@contextmanager
def frozen(cluster: PracticeCluster, name: str) -> Iterator[None]:
    """Keep a daemon's process from running inside the block."""
    pids = daemon_named(cluster, name).pids()
    assert pids, name
    processes.send(pids, signal.SIGSTOP)
    try:
        yield
    finally:
        processes.send(pids, signal.SIGCONT)


@contextmanager
def stopped(cluster: PracticeCluster, *names: str) -> Iterator[None]:
    """End daemons as an administrator would, and start them again after the block."""
    stopping = [daemon_named(cluster, name) for name in names]
    for daemon in stopping:
        daemon.stop(patience=10)
    try:
        yield
    finally:
        for daemon in stopping:
            daemon.ensure()


@contextmanager
def cut_off(cluster: PracticeCluster, node: Node) -> Iterator[None]:
    """Unplug a node's cable inside the block."""
    link = cluster.layout.link(node)
    subprocess.run(["ip", "link", "set", link, "down"], check=True)
    try:
        yield
    finally:
        subprocess.run(["ip", "link", "set", link, "up"], check=True)


@contextmanager
def lost(cluster: PracticeCluster, node: Node) -> Iterator[None]:
    """Take a node's power away inside the block: its cable, its daemon, and whatever ran on it."""
    with cut_off(cluster, node):
        assert processes.end(lambda: processes.inside(cluster.layout.namespace(node)))
        try:
            yield
        finally:
            daemons.slurmd(cluster.layout, node).start()
    eventually(lambda: cluster.status().healthy)


@contextmanager
def impatient(cluster: PracticeCluster, seconds: int) -> Iterator[None]:
    """Let the controller give up a silent node after `seconds` inside the block."""
    conf = cluster.layout.slurm_conf
    before = conf.read_text()
    changed = re.sub(r"(?m)^SlurmdTimeout=.*$", f"SlurmdTimeout={seconds}", before)
    assert changed != before
    try:
        conf.write_text(changed)
        answer_as("root", cluster, "scontrol", "reconfigure")
        yield
    finally:
        conf.write_text(before)
        answer_as("root", cluster, "scontrol", "reconfigure")


@contextmanager
def no_place(cluster: PracticeCluster) -> Iterator[Callable[[], None]]:
    """Keep every job waiting inside the block, or until what it gives is called."""
    nodes = "NodeName=gpu01,gpu02"
    with ExitStack() as drained:
        answer_as("root", cluster, "scontrol", "update", nodes, "State=DRAIN", "Reason=test")
        drained.callback(answer_as, "root", cluster, "scontrol", "update", nodes, "State=RESUME")
        yield drained.close


@contextmanager
def out_of_reach(cluster: PracticeCluster, port: str) -> Iterator[None]:
    """Let no node reach `port` of the hub's machine inside the block, as a firewall in between does."""
    rule = ("rule", "{}", "ipproto", "tcp", "dport", port, "unreachable", "priority", "10")
    try:
        for node in cluster.layout.nodes:
            _ip_inside(cluster, node, *(word.format("add") for word in rule))
        yield
    finally:
        for node in cluster.layout.nodes:
            _ip_inside(cluster, node, *(word.format("delete") for word in rule))


def _ip_inside(cluster: PracticeCluster, node: Node, *arguments: str) -> None:
    subprocess.run(["nsenter", f"--net={cluster.layout.namespace(node)}", "ip", *arguments], check=True)


@contextmanager
def full(cluster: PracticeCluster, folder: Path) -> Iterator[None]:
    """Leave no byte of room in a person's folder inside the block, as the nodes see it."""
    with _mounted(cluster, folder, "size=16k") as on_nodes:
        for enter in on_nodes:
            fill = [*enter, "dd", "if=/dev/zero", f"of={folder}/all-of-it"]
            assert b"No space left" in subprocess.run(fill, check=False, capture_output=True).stderr
        yield


@contextmanager
def read_only(cluster: PracticeCluster, folder: Path) -> Iterator[None]:
    """Let the nodes see a person's folder empty and read-only inside the block, as after a fault of the storage."""
    with _mounted(cluster, folder, "ro"):
        yield


@contextmanager
def _mounted(cluster: PracticeCluster, folder: Path, option: str) -> Iterator[list[tuple[str, ...]]]:
    """Mount something else over a folder, in the nodes' eyes only; gives what runs a command on each node."""
    owner = folder.stat()
    options = f"{option},mode=0700,uid={owner.st_uid},gid={owner.st_gid}"
    mounted: list[tuple[str, ...]] = []
    try:
        for node in cluster.layout.nodes:
            pid = daemon_named(cluster, f"slurmd-{node.name}").pids()[0]
            enter = ("nsenter", f"--target={pid}", "--mount", "--")
            subprocess.run([*enter, "mount", "-t", "tmpfs", "-o", options, "test", str(folder)], check=True)
            mounted.append(enter)
        yield mounted
    finally:
        for enter in mounted:
            subprocess.run([*enter, "umount", "--lazy", str(folder)], check=True)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Keep another process's exclusive transaction on an SQLite database open inside the block."""
    holder = subprocess.Popen(
        ["runuser", "-u", database.owner(), "--", "/usr/bin/python3", "-c", _LOCK, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "locked\n"
        yield
        assert holder.poll() is None
