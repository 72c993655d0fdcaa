"""Whatever fails, no session is lost and no job is left to nobody: each fault is made to happen on the real thing."""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import psutil
import pytest
import yaml

from tests.support.hub import Person, RunningHub
from tests.support.kernel import Kernel
from tests.support.slurm import answer_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spawners.practice_cluster import PracticeCluster

pytestmark = pytest.mark.slow


def _eventually(true: Callable[[], object], within: float = 60) -> None:
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.3)


def _kill(hub: RunningHub) -> None:
    """Kill the hub, its proxy and its keeper without a word; its jobs are Slurm's."""
    parent = psutil.Process(hub.process.pid)
    for process in [parent, *parent.children(recursive=True)]:
        process.kill()
    hub.process.wait()


@pytest.fixture(scope="module")
def config(make_cluster_config: Any) -> Path:
    """A studio whose times are short."""
    path: Path = make_cluster_config("faults")
    settings = yaml.safe_load(path.read_text())
    settings["slurm"] |= {"command_timeout": 3, "orphan_interval": 2}
    path.write_text(yaml.safe_dump(settings))
    return path


@pytest.fixture(scope="module")
def jobs(config: Path, practice_cluster: PracticeCluster) -> Callable[[], list[str]]:
    """Return what lists the ids of this studio's jobs that wait or run; other hubs may use the cluster too."""
    port = yaml.safe_load(config.read_text())["hub"]["port"]

    def ours() -> list[str]:
        shown = answer_as("root", practice_cluster, "squeue", "--noheader", "--name=ai-studio", "--format=%i %k")
        return [line.split()[0] for line in shown.splitlines() if f"-{port}:" in line]

    return ours


@pytest.fixture
def start(
    start_cluster_studio: Any, config: Path, practice_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> Iterator[Any]:
    """Return what starts the studio; at the end no job may be left."""
    assert jobs() == []
    yield lambda: start_cluster_studio(config)
    left = jobs()
    for job in left:
        answer_as("root", practice_cluster, "scancel", job)
    assert left == []


@contextmanager
def _anna(hub: RunningHub) -> Iterator[Person]:
    with Person(hub, "anna", "anna-practice") as anna:
        assert anna.signed_in
        yield anna


@contextmanager
def _no_place(cluster: PracticeCluster) -> Iterator[Callable[[], None]]:
    """Keep every job waiting inside the block, or until what it gives is called."""
    nodes = "NodeName=gpu01,gpu02"
    with ExitStack() as drained:
        answer_as("root", cluster, "scontrol", "update", nodes, "State=DRAIN", "Reason=test")
        drained.callback(answer_as, "root", cluster, "scontrol", "update", nodes, "State=RESUME")
        yield drained.close


@contextmanager
def _frozen(cluster: PracticeCluster, program: str) -> Iterator[None]:
    """Stop a daemon's process from running inside the block."""
    daemons = [p for p in psutil.process_iter(["name"]) if p.info["name"] == program and _belongs(p, cluster)]
    assert daemons, program
    for daemon in daemons:
        daemon.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        for daemon in daemons:
            daemon.send_signal(signal.SIGCONT)


def _belongs(process: psutil.Process, cluster: PracticeCluster) -> bool:
    return str(cluster.layout.state) in " ".join(process.cmdline()) + str(process.environ().get("SLURM_CONF"))


def test_hub_killed_while_a_session_waits(
    start: Any, practice_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    with _no_place(practice_cluster) as make_place:
        with start() as hub, _anna(hub) as anna:
            assert anna.request_server({"profile": "small-gpu"}).status_code == 202
            _eventually(jobs)
            waiting = jobs()
            _kill(hub)
        with start() as hub, _anna(hub) as anna:
            server = anna.server()
            assert server is not None
            assert not server["ready"]
            assert jobs() == waiting
            make_place()
            anna.wait_for_server()
            assert jobs() == waiting
            assert anna.visit_server("api/status").status_code == 200
            anna.stop_server()


@pytest.mark.parametrize("moment", [0.0, 1.0, 2.5])
def test_hub_killed_while_a_session_starts(start: Any, jobs: Callable[[], list[str]], moment: float) -> None:
    with start() as hub, _anna(hub) as anna, _asking_for_a_server(anna):
        _eventually(lambda: "submitted as job" in hub.log.rsplit("JupyterHub is now running", 1)[-1])
        time.sleep(moment)
        _kill(hub)
    with start() as hub, _anna(hub) as anna:
        anna.wait_for_server()
        assert len(jobs()) == 1
        assert anna.visit_server("api/status").status_code == 200
        anna.stop_server()


@contextmanager
def _asking_for_a_server(person: Person) -> Iterator[None]:
    """Ask for a server without waiting for the answer, which a killed hub never gives."""

    def ask() -> None:
        with suppress(httpx.TransportError):
            person.request_server({"profile": "small-gpu"})

    asking = threading.Thread(target=ask)
    asking.start()
    yield
    asking.join(60)


def test_hub_killed_while_a_session_runs_keeps_its_kernel(start: Any, practice_cluster: PracticeCluster) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        kernel = Kernel.new(anna)
        kernel.run("kept = 6 * 7")
        _kill(hub)
    with start() as hub, _anna(hub) as anna:
        anna.wait_for_server()
        anna.visit_server("lab")
        assert Kernel(anna, kernel.id).run("print(kept)") == "42\n"
        anna.stop_server()


def test_hub_killed_while_a_session_stops(start: Any, jobs: Callable[[], list[str]]) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        anna.api("DELETE", "/users/anna/server")
        _kill(hub)
    with start() as hub, _anna(hub) as anna:
        _eventually(lambda: bool(jobs()) == (anna.server() is not None))
        if anna.server() is not None:
            anna.wait_for_server()
            anna.stop_server()


@pytest.mark.parametrize("daemon", ["slurmctld", "munged", "slurmdbd"])
def test_a_daemon_out_of_order_costs_no_session(
    start: Any, practice_cluster: PracticeCluster, jobs: Callable[[], list[str]], daemon: str
) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        before = jobs()
        kernel = Kernel.new(anna)
        with _frozen(practice_cluster, daemon):
            deadline = time.monotonic() + 25
            while time.monotonic() < deadline:
                assert anna.http.get("/hub/health").elapsed.total_seconds() < 1
                server = anna.server()
                assert server is not None
                assert server["ready"]
                time.sleep(1)
        assert kernel.run("print('alive')") == "alive\n"
        assert jobs() == before
        anna.stop_server()


def test_a_start_while_the_controller_is_frozen_is_explained_and_leaves_no_job(
    start: Any, practice_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    with start() as hub, _anna(hub) as anna:
        with _frozen(practice_cluster, "slurmctld"):
            answer = anna.request_server({"profile": "small-gpu"})
            assert answer.status_code == 500
            assert "gave no answer to" in answer.json()["message"]
        # The frozen controller may still take the job when it goes on, with nobody left to hear of it.
        time.sleep(8)
        _eventually(lambda: jobs() == [])
        anna.start_server({"profile": "small-gpu"})
        anna.stop_server()


def test_a_stop_while_the_controller_is_frozen_is_carried_out_later(
    start: Any, practice_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        with _frozen(practice_cluster, "slurmctld"):
            anna.api("DELETE", "/users/anna/server")
            time.sleep(8)
        _eventually(lambda: jobs() == [])
        _eventually(lambda: anna.server() is None)


def test_a_job_cancelled_from_outside_is_noticed(
    start: Any, practice_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        answer_as("anna", practice_cluster, "scancel", *jobs())
        _eventually(lambda: anna.server() is None)
        anna.start_server({"profile": "small-gpu"})
        anna.stop_server()


def test_a_killed_proxy_comes_back_with_its_routes(start: Any, practice_cluster: PracticeCluster) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        kernel = Kernel.new(anna)
        family = psutil.Process(hub.process.pid).children(recursive=True)
        (proxy,) = [process for process in family if "configurable-http-proxy" in " ".join(process.cmdline())]
        proxy.kill()
        proxy.wait(5)

        def reachable() -> bool:
            try:
                return anna.http.get("/user/anna/api/status").status_code == 200
            except Exception:  # noqa: BLE001 - the proxy may be anywhere between gone and back
                return False

        _eventually(reachable)
        assert kernel.run("print('alive')") == "alive\n"
        anna.stop_server()


def test_a_node_cut_off_for_a_while_keeps_its_sessions(
    start: Any, practice_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        kernel = Kernel.new(anna)
        kernel.run("kept = 'still here'")
        (job,) = jobs()
        name = answer_as("root", practice_cluster, "squeue", "--noheader", f"--jobs={job}", "--format=%B")
        node = next(node for node in practice_cluster.layout.nodes if node.name == name)
        link = practice_cluster.layout.link(node)
        subprocess.run(["ip", "link", "set", link, "down"], check=True)
        try:
            time.sleep(20)
            server = anna.server()
            assert server is not None
        finally:
            subprocess.run(["ip", "link", "set", link, "up"], check=True)
        assert jobs() == [job]
        _eventually(lambda: anna.http.get("/user/anna/api/status").status_code == 200)
        assert kernel.run("print(kept)") == "still here\n"
        anna.stop_server()


def test_a_hub_whose_database_is_gone_ends_the_jobs_it_no_longer_knows(
    start: Any, config: Path, jobs: Callable[[], list[str]]
) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        orphan = jobs()
        _kill(hub)
    (hub.state_dir / "jupyterhub.sqlite").unlink()
    with start() as hub, Person(hub, "ben", "ben-practice") as ben:
        ben.start_server({"profile": "no-gpu"})
        _eventually(lambda: not set(orphan) & set(jobs()))
        ben.stop_server()
