"""Sessions started ahead on the practice cluster: there on arrival, given back where nobody came."""

from __future__ import annotations

import json
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import httpx
import psutil
import pytest
import yaml

from tests.support.hub import Person, RunningHub
from tests.support.slurm import answer_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from spawners.practice_cluster import PracticeCluster

# Time enough for two sessions to start on a busy machine.
_SECONDS = 35


@pytest.fixture(scope="module")
def workshop(
    make_cluster_config: Callable[[str], Path],
    start_cluster_studio: Callable[[Path], AbstractContextManager[RunningHub]],
) -> Iterator[tuple[RunningHub, datetime]]:
    """A studio, with TLS inside, that keeps seats for Anna and Ben; gives when it gives them back."""
    config = make_cluster_config("warm")
    settings = yaml.safe_load(config.read_text())
    settings["hub"]["tls"] = True
    begin = datetime.now().astimezone()
    given_back = begin + timedelta(seconds=_SECONDS)
    settings["warm_seats"] = [
        {"people": ["anna", "ben"], "profile": "no-gpu", "language": "de", "starts": begin, "given_back": given_back}
    ]
    config.write_text(yaml.safe_dump(settings))
    with start_cluster_studio(config) as hub:
        yield hub, given_back


def _jobs(cluster: PracticeCluster, name: str) -> list[str]:
    return answer_as("root", cluster, "squeue", "--noheader", f"--user={name}", "--format=%i").split()


def _wait_for_seats(hub: RunningHub) -> None:
    record = hub.state_dir / "warm-seats.json"
    deadline = time.monotonic() + _SECONDS
    while not record.exists() or not all("ready" in seat for seat in json.loads(record.read_text()).values()):
        assert time.monotonic() < deadline, hub.log[-4000:]
        time.sleep(0.2)


def test_a_seat_is_there_on_arrival_and_given_back_where_nobody_came(
    workshop: tuple[RunningHub, datetime], practice_cluster: PracticeCluster
) -> None:
    hub, given_back = workshop
    _wait_for_seats(hub)
    assert _jobs(practice_cluster, "ben")
    (seat,) = _jobs(practice_cluster, "anna")
    with Person(hub, "anna", "anna-practice") as anna:
        began = time.monotonic()
        page = anna.http.get("/hub/spawn")
        assert time.monotonic() - began < 5
        assert page.url.path.startswith("/user/anna/lab"), page.url
        server = anna.server()
        assert server is not None
        assert server["user_options"] == {"profile": "no-gpu"}

        time.sleep(max((given_back - datetime.now().astimezone()).total_seconds(), 0))
        deadline = time.monotonic() + 30
        while _jobs(practice_cluster, "ben"):
            assert time.monotonic() < deadline, hub.log[-4000:]
            time.sleep(0.2)
        time.sleep(2)
        assert _jobs(practice_cluster, "anna") == [seat], hub.log[-4000:]
        assert anna.visit_server("api/status").json()["started"]
        anna.stop_server()


def _token_of_the_service(hub: RunningHub) -> str:
    for process in psutil.Process(hub.process.pid).children(recursive=True):
        if "hub_config.warm_seats" in process.cmdline():
            return process.environ()["JUPYTERHUB_API_TOKEN"]
    raise AssertionError("the service does not run")


def test_the_service_can_do_nothing_but_look_after_its_seats(workshop: tuple[RunningHub, datetime]) -> None:
    hub, _ = workshop
    with Person(hub, "clara", "clara-practice"):
        headers = {"Authorization": f"token {_token_of_the_service(hub)}"}
        with httpx.Client(base_url=f"{hub.address}/hub/api", headers=headers) as service:
            assert service.get("/users/ben").status_code == 200
            assert service.post("/users/clara/server", json={}).status_code == 404
            assert service.delete("/users/clara/server").status_code == 404
            assert service.get("/users/clara").status_code == 404
            assert service.get("/users").status_code == 403
            assert service.post("/users/ben/tokens", json={}).status_code == 403
            assert service.get(f"{hub.address}/user/ben/api/status").status_code in (302, 403)
            assert service.post("/shutdown").status_code == 403
