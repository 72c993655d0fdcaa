"""The practice cluster mends itself, goes without a trace, and never touches what is not its own.

All of it happens to a spare cluster beside the one that other tests use.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spawners.practice_cluster import Layout, Person, PracticeCluster, accounts, daemons, processes
from spawners.practice_cluster.system import wait_until
from studio_messages import ClusterError, UsageError
from tests.support.slurm import ENDED, answer_as, run_as, submit, wait_for

if TYPE_CHECKING:
    from spawners.practice_cluster.daemons import Daemon

pytestmark = pytest.mark.slow


def _lines(*command: str) -> set[str]:
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    return set(done.stdout.splitlines())


def _network_namespaces() -> set[int]:
    found = set()
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                found.add((process / "ns" / "net").stat().st_ino)
            except OSError:
                continue
    return found


def _machine() -> dict[str, set[str]]:
    """Return what a cluster could leave behind on this machine."""
    mounts = Path("/proc/self/mountinfo").read_text().splitlines()
    folders = (
        "/run",
        "/run/netns",
        "/run/lock",
        "/var/lib",
        "/etc/sudoers.d",
        "/etc",
        "/var/mail",
        "/dev/shm",
        "/home",
    )
    return {
        "accounts": _lines("getent", "passwd"),
        "groups": _lines("getent", "group"),
        "subordinate numbers": set(Path("/etc/subuid").read_text().splitlines()),
        "links": {line.split()[0] for line in _lines("ip", "-brief", "link")},
        "namespaces": {line.split()[0] for line in _lines("ip", "netns")},
        "processes' namespaces": {str(inode) for inode in _network_namespaces()},
        "mounts": {mount.split()[4] for mount in mounts},
        "files": {str(path) for folder in folders if Path(folder).is_dir() for path in Path(folder).iterdir()},
        "sudo": {str(path) for folder in ("/run/sudo/ts", "/var/lib/sudo") for path in Path(folder).rglob("*")},
    }


def _processes_of(layout: Layout) -> list[str]:
    """Return the processes that anything connects with the cluster's folder."""
    found = []
    for process in Path("/proc").iterdir():
        if not process.name.isdigit() or int(process.name) == os.getpid():
            continue
        try:
            traces = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            traces += os.fsencode((process / "cwd").readlink()) + os.fsencode((process / "root").readlink())
        except OSError:
            continue
        if os.fsencode(layout.state) in traces:
            found.append(f"{process.name}: {traces[:200]!r}")
    return found


def _daemon(cluster: PracticeCluster, name: str) -> Daemon:
    return next(daemon for daemon in daemons.daemons(cluster.layout) if daemon.name == name)


def _saved(cluster: PracticeCluster) -> float:
    return (cluster.layout.state / "slurmctld" / "job_state").stat().st_mtime


@pytest.fixture
def running(spare_cluster: PracticeCluster) -> PracticeCluster:
    """The spare cluster, up and well; mended where the test before has wrecked it."""
    spare_cluster.up()
    assert spare_cluster.status().healthy
    return spare_cluster


def test_down_leaves_nothing_and_up_works_again(spare_cluster: PracticeCluster) -> None:
    spare_cluster.down()
    before = _machine()
    assert spare_cluster.up() is True
    assert spare_cluster.status().healthy
    service = spare_cluster.layout.service
    ignores_the_end = 'trap "" TERM HUP; sleep 600 & wait; sleep 600'
    command = ("--nodes=2", "--gres=gpu:2")
    job, _ = submit("spare-anna", spare_cluster, f"srun bash -c '{ignores_the_end}' & {ignores_the_end}", *command)
    wait_for(job, spare_cluster, {"RUNNING"})
    answer_as(service, spare_cluster, "sudo", "-n", "-u", "spare-anna", "/usr/bin/scancel", "60000000")
    assert run_as(service, spare_cluster, "sudo", "-n", "-u", "root", "true").returncode == 1
    hub = subprocess.Popen(["runuser", "-u", service, "--", "setsid", "--fork", "sleep", "600"])
    assert hub.wait(10) == 0
    assert _machine() != before

    assert spare_cluster.down() is True
    after = _machine()
    assert {kind: after[kind] - before[kind] for kind in before} == {kind: set() for kind in before}
    assert _processes_of(spare_cluster.layout) == []
    assert not spare_cluster.status().exists
    assert spare_cluster.down() is False

    assert spare_cluster.up() is True
    assert spare_cluster.status().healthy


@pytest.mark.parametrize(
    "names",
    [("slurmctld", "slurmd-gpu01", "mariadbd"), None],
    ids=["controller node database", "all"],
)
def test_up_mends_after_kill(running: PracticeCluster, names: tuple[str, ...] | None) -> None:
    killed = [daemon for daemon in daemons.daemons(running.layout) if names is None or daemon.name in names]
    started = time.time()
    job, output = submit("spare-anna", running, "sleep 9; echo survived", "--nodelist=gpu01")
    wait_for(job, running, {"RUNNING"})
    # slurmctld writes its state down every five seconds; what is newer is lost with it on every Slurm.
    assert wait_until((lambda: _saved(running) > started + 1), 12)
    for daemon in killed:
        assert daemon.pids()
        processes.send(daemon.pids(), signal.SIGKILL)
    for daemon in killed:
        assert processes.end(daemon.pids)
    status = running.status()
    assert not status.healthy
    assert not any(status.daemons[daemon.name] for daemon in killed)

    assert running.up() is True
    assert running.status().healthy
    # Not only the daemons are back: what they knew is, too.
    assert wait_for(job, running, ENDED) == "COMPLETED"
    assert output.read_text() == "survived\n"


@pytest.mark.parametrize("name", ["slurmctld", "slurmd-gpu02"])
def test_up_replaces_a_frozen_daemon(running: PracticeCluster, name: str) -> None:
    daemon = _daemon(running, name)
    frozen = daemon.pids()
    processes.send(frozen, signal.SIGSTOP)
    started = time.monotonic()
    status = running.status()
    assert not status.healthy
    assert not status.daemons[name]
    assert time.monotonic() - started < 8
    assert running.up() is True
    assert running.status().healthy
    assert not set(frozen).intersection(daemon.pids())


def test_up_mends_the_network(running: PracticeCluster) -> None:
    layout = running.layout
    first, second = layout.nodes
    subprocess.run(["ip", "link", "set", layout.link(first), "down"], check=True)
    subprocess.run(["ip", "netns", "delete", layout.namespace(second).name], check=True)
    layout.namespace(second).touch()
    assert not running.status().healthy
    assert running.up() is True
    assert running.status().healthy
    job, output = submit("spare-anna", running, "hostname --ip-address", f"--nodelist={second.name}")
    assert wait_for(job, running, ENDED) == "COMPLETED"
    assert output.read_text() == "10.78.0.12\n"


def test_up_completes_what_an_interrupted_up_began(running: PracticeCluster) -> None:
    layout = running.layout
    for daemon in reversed(daemons.daemons(layout)):
        daemon.stop()
    subprocess.run(["ip", "link", "delete", layout.bridge], check=True)
    subprocess.run(["userdel", "spare-clara"], check=True)
    layout.sudoers.unlink()
    layout.slurm_conf.unlink()
    # As an up leaves it that was killed while it made the database.
    data = layout.database_socket.parent / "data"
    data.rename(data.with_name("draft"))
    (data.with_name("draft") / "ibdata1").unlink()
    assert running.up() is True
    assert running.status().healthy
    job, _ = submit("spare-clara", running, "true", "--gres=gpu:1")
    assert wait_for(job, running, ENDED) == "COMPLETED"


def test_up_begins_a_new_database_where_the_old_one_is_beyond_repair(running: PracticeCluster) -> None:
    database = _daemon(running, "mariadbd")
    database.stop()
    (running.layout.database_socket.parent / "data" / "ibdata1").write_bytes(b"\0" * 4096)
    assert running.up() is True
    assert running.status().healthy
    assert "spare-anna" in answer_as("root", running, "sacctmgr", "--noheader", "show", "user", "format=User%20")


def test_node_taken_down_on_purpose_comes_back(running: PracticeCluster) -> None:
    answer_as("root", running, "scontrol", "update", "nodename=gpu01", "state=down", "reason=test")
    assert running.status().healthy is False
    assert running.up() is True
    assert running.status().healthy


def test_status_needs_no_root(running: PracticeCluster) -> None:
    os.seteuid(65534)
    try:
        assert running.status().healthy
        with pytest.raises(UsageError) as error:
            running.up()
    finally:
        os.seteuid(0)
    assert error.value.key == "practice-not-root"


def test_up_renews_files_that_another_version_wrote(running: PracticeCluster) -> None:
    layout = running.layout
    rule = layout.sudoers.read_text()
    layout.sudoers.write_text(rule.replace("JPY_* ", ""))
    layout.slurm_conf.write_text(layout.slurm_conf.read_text().replace("KillWait=5", "KillWait=30"))
    assert running.up() is True
    assert layout.sudoers.read_text() == rule
    settings = answer_as("root", running, "scontrol", "show", "config")
    assert re.search(r"^KillWait += 5 sec$", settings, re.MULTILINE)


def test_changed_layout_replaces_the_cluster(running: PracticeCluster) -> None:
    changed = running.layout.model_copy(update={"people": (Person(name="spare-ben", account="studio"),)})
    cluster = PracticeCluster(changed)
    assert cluster.up() is True
    assert cluster.status().healthy
    assert accounts.account("spare-anna") is None
    assert accounts.account("spare-ben") is not None


def test_existing_account_is_used_and_left_alone(spare_cluster: PracticeCluster) -> None:
    spare_cluster.down()
    subprocess.run(["useradd", "--no-create-home", "--comment", "Somebody real", "spare-anna"], check=True)
    try:
        shadow = _lines("getent", "shadow", "spare-anna")
        assert spare_cluster.up() is True
        assert "spare-anna" in answer_as("root", spare_cluster, "getent", "group", "spare-users")
        assert _lines("getent", "shadow", "spare-anna") == shadow
        assert spare_cluster.down() is True
        assert accounts.account("spare-anna") is not None
        assert _lines("getent", "shadow", "spare-anna") == shadow
    finally:
        subprocess.run(["userdel", "spare-anna"], check=True)


def test_addresses_in_use_are_refused_before_anything_is_made(spare_cluster: PracticeCluster) -> None:
    spare_cluster.down()
    before = _machine()
    clash = PracticeCluster(spare_cluster.layout.model_copy(update={"subnet": Layout().subnet}))
    with pytest.raises(ClusterError) as error:
        clash.up()
    assert error.value.key == "practice-subnet-used"
    assert "practice0" in error.value.message("en")
    assert _machine() == before


def test_accounts_of_another_cluster_are_refused(
    practice_cluster: PracticeCluster, spare_cluster: PracticeCluster
) -> None:
    spare_cluster.down()
    before = _machine()
    clash = PracticeCluster(spare_cluster.layout.model_copy(update={"people": practice_cluster.layout.people}))
    with pytest.raises(ClusterError) as error:
        clash.up()
    assert error.value.key == "practice-other-cluster"
    assert str(practice_cluster.layout.homes) in error.value.message("en")
    assert _machine() == before


def test_foreign_sudo_rule_stays(spare_cluster: PracticeCluster) -> None:
    spare_cluster.down()
    rule = spare_cluster.layout.sudoers
    rule.write_text("# somebody's own\n")
    rule.chmod(0o440)
    try:
        with pytest.raises(ClusterError) as error:
            spare_cluster.up()
        assert error.value.key == "practice-foreign-sudoers"
        assert not spare_cluster.status().exists
        assert rule.read_text() == "# somebody's own\n"
    finally:
        rule.unlink()
