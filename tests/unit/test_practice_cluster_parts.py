"""The practice cluster's parts, as far as they need no root."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
from ipaddress import IPv4Network
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pydantic import ValidationError

from spawners.practice_cluster import Layout, PracticeCluster, configuration, network, processes
from spawners.practice_cluster import cluster as cluster_module
from spawners.practice_cluster.commands import cluster as command
from spawners.practice_cluster.layout import Gpus, Node
from spawners.practice_cluster.record import Record, find_record
from spawners.practice_cluster.system import only_one, run
from studio_messages import ClusterError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Should a check under test be missing, these addresses still keep "up" from building anything.
UNBUILDABLE = Layout(name="unit", subnet=IPv4Network("127.0.0.0/24"), people=(), service="unit-studio", group="unit")


def _rendered(layout: Layout) -> dict[str, str]:
    return {file.name: text for file, (text, _) in configuration.render(layout).items()}


def test_configuration_says_what_the_layout_says() -> None:
    mixed = Node(name="gpu03", number=13, cpus=8, memory_mib=4096, gpus=(Gpus(), Gpus(type="1g.10gb", count=7)))
    layout = Layout(nodes=(*Layout().nodes, mixed))
    files = _rendered(layout)
    assert (
        "NodeName=gpu03 NodeAddr=10.77.0.13 CPUs=8 RealMemory=4096 Gres=gpu:a100:2,gpu:1g.10gb:7" in files["slurm.conf"]
    )
    devices = layout.state / "devices"
    assert f"NodeName=gpu03 Name=gpu Type=1g.10gb File={devices}/gpu03-gpu-1g.10gb-[0-6]" in files["gres.conf"]
    assert "10.77.0.13 gpu03\n" in files["hosts"]
    assert not any("$" in text for text in files.values())


def test_database_password_file_is_for_root_alone() -> None:
    modes = {file.name: mode for file, (_, mode) in configuration.render(Layout()).items()}
    assert modes["slurmdbd.conf"] == 0o600


def test_two_layouts_share_nothing_on_the_machine() -> None:
    first, second = Layout(), Layout(name="other", subnet=IPv4Network("10.79.0.0/24"), first_port=27817)

    def names(layout: Layout) -> set[str]:
        links = [layout.link(node) for node in layout.nodes]
        addresses = [str(layout.address(node)) for node in layout.nodes]
        ports = [layout.controller_port, layout.node_port, layout.accounting_port]
        return {layout.bridge, str(layout.sudoers), str(layout.head), *links, *addresses, *map(str, ports)}

    assert names(first).isdisjoint(names(second))
    assert all(len(name) <= 15 for name in (first.bridge, *(first.link(node) for node in first.nodes)))


def test_name_too_long_for_a_network_interface_is_refused() -> None:
    with pytest.raises(ValidationError, match="name"):
        Layout(name="aistudiopractice")


def test_file_is_replaced_only_when_it_differs(tmp_path: Path) -> None:
    file = tmp_path / "slurm.conf"
    assert configuration.write_if_changed(file, "a", 0o600)
    assert file.stat().st_mode & 0o777 == 0o600
    assert not configuration.write_if_changed(file, "a", 0o600)
    assert configuration.write_if_changed(file, "b", 0o600)
    assert file.read_text() == "b"


def test_record_is_found_again(tmp_path: Path) -> None:
    layout = Layout(state=tmp_path)
    Record(layout=layout, accounts=["anna"], memberships=[("anna", "studio-users")]).save()
    found = find_record(tmp_path)
    assert found is not None
    assert found.layout == layout
    assert found.accounts == ["anna"]
    assert found.memberships == [("anna", "studio-users")]


def test_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    assert find_record(tmp_path / "absent") is None
    (tmp_path / "thesis.txt").write_text("important")
    for state in (tmp_path, tmp_path / "thesis.txt"):
        with pytest.raises(ClusterError) as error:
            find_record(state)
        assert error.value.key == "practice-foreign-folder"
    assert (tmp_path / "thesis.txt").read_text() == "important"


def test_broken_record_is_said_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "cluster.json").write_text("{")
    with pytest.raises(ClusterError) as error:
        find_record(tmp_path)
    assert str(tmp_path / "cluster.json") in error.value.message("de")


def test_addresses_of_another_interface_are_refused() -> None:
    with pytest.raises(ClusterError) as error:
        network.check_free(UNBUILDABLE)
    assert error.value.values["interface"] == "lo"


class TestLock:
    def test_is_held_by_one_and_leaves_no_file(self, tmp_path: Path) -> None:
        lock = tmp_path / "lock"
        with only_one(lock), pytest.raises(ClusterError) as error, only_one(lock, seconds=0.1):
            pytest.fail("held twice")
        assert error.value.key == "practice-busy"
        assert not lock.exists()

    def test_shared_excludes_only_the_exclusive(self, tmp_path: Path) -> None:
        lock = tmp_path / "lock"
        shared = [only_one(lock, shared=True, seconds=0) for _ in range(2)]
        with shared[0], shared[1], pytest.raises(ClusterError), only_one(lock, seconds=0):
            pytest.fail("held beside others")
        with only_one(lock, seconds=0):
            assert lock.exists()

    def test_is_taken_anew_when_its_file_went_while_waiting(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lock = tmp_path / "lock"
        removals, flock = [lock], fcntl.flock

        def flock_after_last_holder_left(held: int, kind: int) -> None:
            if removals:
                removals.pop().unlink()
            flock(held, kind)

        monkeypatch.setattr(fcntl, "flock", flock_after_last_holder_left)
        with only_one(lock, seconds=5):
            assert lock.exists()
            with pytest.raises(ClusterError), only_one(lock, seconds=0):
                pytest.fail("held twice")


@pytest.fixture
def marked() -> Iterator[subprocess.Popen[bytes]]:
    """A process of a daemon, stubborn: it ignores SIGTERM."""
    program = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(600)"
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env={processes.MARK: "/var/lib/testing:slurmd-gpu01"},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


class TestProcesses:
    def test_are_found_by_their_mark(self, marked: subprocess.Popen[bytes]) -> None:
        assert processes.marked("/var/lib/testing:slurmd-gpu01") == [marked.pid]
        assert processes.marked("/var/lib/testing") == [marked.pid]
        assert processes.marked("/var/lib/testing:slurmd-gpu01", sys.executable) == [marked.pid]
        assert processes.marked("/var/lib/testing:slurmd-gpu01", "slurmd") == []
        assert processes.marked("/var/lib/test") == []
        assert processes.marked("/var/lib/testing:slurmd") == []

    def test_end_even_when_they_do_not_listen(self, marked: subprocess.Popen[bytes]) -> None:
        assert processes.end(lambda: processes.marked("/var/lib/testing"), patience=0.2)
        assert marked.wait(5) == -signal.SIGKILL

    def test_frozen_ones_are_recognised(self, marked: subprocess.Popen[bytes]) -> None:
        assert not processes.is_frozen(marked.pid)
        processes.send([marked.pid], signal.SIGSTOP)
        os.waitid(os.P_PID, marked.pid, os.WSTOPPED)
        assert processes.is_frozen(marked.pid)

    def test_of_nobody_are_none(self) -> None:
        assert processes.owned(set()) == []
        assert os.getppid() in processes.owned({os.getuid()})


class TestRun:
    def test_says_which_command_failed_and_how(self) -> None:
        with pytest.raises(ClusterError) as error:
            run("ls", "/absent/folder")
        assert '"ls /absent/folder" failed' in error.value.message("en")
        assert "No such file or directory" in error.value.message("en")

    def test_gives_up_after_its_time(self) -> None:
        with pytest.raises(ClusterError, match=r"0\.1 s"):
            run("sleep", "60", timeout=0.1)

    def test_passes_nothing_of_the_callers_environment_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret")
        assert "secret" not in run("env")

    def test_missing_command_is_no_traceback(self) -> None:
        with pytest.raises(ClusterError, match="No such file"):
            run("no-such-command")


class TestCommands:
    def test_status_of_nothing(self, tmp_path: Path) -> None:
        done = CliRunner().invoke(command, ["status", "--json", "--state", str(tmp_path / "absent")])
        assert done.exit_code == 1
        said = json.loads(done.stdout)
        assert said["exists"] is said["healthy"] is False

    @pytest.mark.parametrize("name", ["up", "down"])
    def test_need_root(self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        done = CliRunner().invoke(command, [name, "--state", str(tmp_path / "absent")])
        assert isinstance(done.exception, UsageError)
        assert done.exception.key == "practice-not-root"
        assert not (tmp_path / "absent").exists()

    def test_up_names_the_packages_that_are_missing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(
            cluster_module, "PACKAGES", {"no-such-command": "slurm-wlm", "nor-this": "munge", "ls": "x"}
        )
        with pytest.raises(ClusterError) as error:
            PracticeCluster(UNBUILDABLE.model_copy(update={"state": tmp_path})).up()
        assert error.value.remedy("en").endswith("apt-get install --no-install-recommends munge slurm-wlm")

    def test_up_refuses_a_folder_that_jobs_cannot_enter(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(cluster_module, "PACKAGES", {})
        monkeypatch.setattr(cluster_module, "_LONGEST_STATE", 1000)
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o700)
        with pytest.raises(UsageError) as error:
            PracticeCluster(UNBUILDABLE.model_copy(update={"state": closed / "state"})).up()
        assert error.value.key == "practice-folder-closed"
        assert list(closed.iterdir()) == []
