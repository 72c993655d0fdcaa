"""Whatever fails, no session is lost and no job is left to nobody: each fault is made to happen on the real thing."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx
import psutil
import pytest

from tests.support.faults import eventually, frozen, kill_hub, no_place
from tests.support.hub import Person, RunningHub
from tests.support.kernel import Kernel
from tests.support.slurm import answer_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spawners.practice_cluster import PracticeCluster

pytestmark = pytest.mark.slow


@contextmanager
def _anna(hub: RunningHub) -> Iterator[Person]:
    with Person(hub, "anna", "anna-practice") as anna:
        assert anna.signed_in
        yield anna


def test_hub_killed_while_a_session_waits(
    start: Any, breakable_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    with no_place(breakable_cluster) as make_place:
        with start() as hub, _anna(hub) as anna:
            assert anna.request_server({"profile": "small-gpu"}).status_code == 202
            eventually(jobs)
            waiting = jobs()
            kill_hub(hub)
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
        eventually(lambda: "submitted as job" in hub.log.rsplit("JupyterHub is now running", 1)[-1])
        time.sleep(moment)
        kill_hub(hub)
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


def test_hub_killed_while_a_session_runs_keeps_its_kernel(start: Any) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        kernel = Kernel.new(anna)
        kernel.run("kept = 6 * 7")
        kill_hub(hub)
    with start() as hub, _anna(hub) as anna:
        anna.wait_for_server()
        anna.visit_server("lab")
        assert Kernel(anna, kernel.id).run("print(kept)") == "42\n"
        anna.stop_server()


def test_hub_killed_while_a_session_stops(start: Any, jobs: Callable[[], list[str]]) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        anna.api("DELETE", "/users/anna/server")
        kill_hub(hub)
    with start() as hub, _anna(hub) as anna:
        eventually(lambda: bool(jobs()) == (anna.server() is not None))
        if anna.server() is not None:
            anna.wait_for_server()
            anna.stop_server()


def test_a_start_while_the_controller_is_frozen_is_explained_and_leaves_no_job(
    start: Any, breakable_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    with start() as hub, _anna(hub) as anna:
        with frozen(breakable_cluster, "slurmctld"):
            answer = anna.request_server({"profile": "small-gpu"})
            assert answer.status_code == 500
            assert "gave no answer to" in answer.json()["message"]
        # The frozen controller may still take the job when it goes on, with nobody left to hear of it.
        time.sleep(8)
        eventually(lambda: jobs() == [])
        anna.start_server({"profile": "small-gpu"})
        anna.stop_server()


def test_a_stop_while_the_controller_is_frozen_is_carried_out_later(
    start: Any, breakable_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        with frozen(breakable_cluster, "slurmctld"):
            anna.api("DELETE", "/users/anna/server")
            time.sleep(8)
        eventually(lambda: jobs() == [])
        eventually(lambda: anna.server() is None)


def test_a_job_cancelled_from_outside_is_noticed(
    start: Any, practice_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        answer_as("anna", practice_cluster, "scancel", *jobs())
        eventually(lambda: anna.server() is None)
        anna.start_server({"profile": "small-gpu"})
        anna.stop_server()


def test_a_killed_proxy_comes_back_with_its_routes(start: Any) -> None:
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

        eventually(reachable)
        assert kernel.run("print('alive')") == "alive\n"
        anna.stop_server()


def test_a_hub_whose_database_is_gone_ends_the_jobs_it_no_longer_knows(
    start: Any, jobs: Callable[[], list[str]]
) -> None:
    with start() as hub, _anna(hub) as anna:
        anna.start_server({"profile": "small-gpu"})
        orphan = jobs()
        kill_hub(hub)
    (hub.state_dir / "jupyterhub.sqlite").unlink()
    with start() as hub, Person(hub, "ben", "ben-practice") as ben:
        ben.start_server({"profile": "no-gpu"})
        eventually(lambda: not set(orphan) & set(jobs()))
        ben.stop_server()
