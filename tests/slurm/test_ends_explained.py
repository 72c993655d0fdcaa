"""Each end that a session can come to is made on the real cluster, and told to the person in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from spawners.cluster import TEXTS
from tests.support.faults import eventually, full, out_of_reach, read_only
from tests.support.hub import Person, said_on
from tests.support.kernel import Kernel
from tests.support.slurm import accounting_changed, answer_as, jobs_of, submit, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spawners.practice_cluster import PracticeCluster
    from tests.support.hub import RunningHub

pytestmark = pytest.mark.slow


@pytest.fixture
def clara(cluster_studio: RunningHub, practice_cluster: PracticeCluster) -> Iterator[Person]:
    """Clara, of whom no job is left at the end."""
    with Person(cluster_studio, "clara", "clara-practice") as person:
        yield person
        if person.server() is not None:
            person.stop_server()
        assert jobs_of("clara", practice_cluster) == []


def _told(person: Person, key: str, **values: Any) -> None:
    """Make sure that the person reads the text `key` and its remedy, in both languages."""
    for language in ("en", "de"):
        text = said_on(person, "/hub/home", language)[1]
        for name in (key, f"{key}.remedy"):
            assert TEXTS(name, language, **values) in text, text


def test_out_of_memory(clara: Person) -> None:
    clara.start_server({"profile": "no-gpu"})
    kernel = Kernel.new(clara)
    kernel.run("import threading; threading.Timer(0.5, lambda: globals().update(hog=b'x' * 2300 * 2**20)).start()")
    eventually(clara.server, lambda server: server is None)
    _told(clara, "cause-memory")


def test_preempted(clara: Person, practice_cluster: PracticeCluster) -> None:
    clara.start_server({"profile": "small-gpu"})
    with accounting_changed(
        practice_cluster,
        ("add qos urgent preempt=normal", "delete qos urgent"),
        ("modify user ben set qos+=urgent", "modify user ben set qos-=urgent"),
    ):
        urgent = [
            submit("ben", practice_cluster, "exec sleep 600", "--gres=gpu:2", "--qos=urgent")[0] for _ in range(2)
        ]
        try:
            for job in urgent:
                wait_for(job, practice_cluster, {"RUNNING"})
            eventually(clara.server, lambda server: server is None)
            _told(clara, "cause-preempted")
        finally:
            answer_as("root", practice_cluster, "scancel", *urgent)
            for job in urgent:
                wait_for(job, practice_cluster, {"CANCELLED"})


@pytest.mark.parametrize(
    ("limit", "profile", "key"),
    [
        ("MaxSubmitJobs=0", "no-gpu", "refused-count"),
        ("GrpTRES=gres/gpu=1", "two-gpus", "refused-limit"),
        ("MaxWall=30", "no-gpu", "refused-time"),
    ],
)
def test_rejected_by_a_limit(
    clara: Person, practice_cluster: PracticeCluster, limit: str, profile: str, key: str
) -> None:
    with accounting_changed(
        practice_cluster,
        (
            f"add qos tight flags=DenyOnLimit {limit.replace('MaxSubmitJobs', 'MaxSubmitJobsPerUser')}",
            "delete qos tight",
        ),
        ("modify user clara set qos=tight defaultqos=tight", "modify user clara set qos=normal defaultqos=normal"),
    ):
        answer = clara.request_server({"profile": profile})
        assert answer.status_code == 500
        _told(clara, key)
    # What was changed for this test is as it was.
    clara.start_server({"profile": profile})
    clara.stop_server()


def test_home_full(clara: Person, practice_cluster: PracticeCluster) -> None:
    with full(practice_cluster, practice_cluster.layout.homes / "clara"):
        clara.request_server({"profile": "no-gpu"})
        eventually(clara.server, lambda server: server is None)
        _told(clara, "cause-home-full")


def test_home_not_writable(clara: Person, practice_cluster: PracticeCluster) -> None:
    with read_only(practice_cluster, practice_cluster.layout.homes / "clara"):
        clara.request_server({"profile": "no-gpu"})
        eventually(clara.server, lambda server: server is None)
        _told(clara, "cause-home-closed")


def test_node_cannot_reach_the_hub(
    practice_cluster: PracticeCluster, make_cluster_config: Any, start_cluster_studio: Any
) -> None:
    path: Path = make_cluster_config("out-of-reach")
    settings = yaml.safe_load(path.read_text())
    settings["slurm"]["launch_timeout"] = 20
    path.write_text(yaml.safe_dump(settings))
    with (
        out_of_reach(practice_cluster, str(settings["hub"]["port"])),
        start_cluster_studio(path) as hub,
        Person(hub, "clara", "clara-practice") as clara,
    ):
        clara.request_server({"profile": "no-gpu"})
        eventually(clara.server, lambda server: server is None)
        _told(clara, "cause-hub")
    assert jobs_of("clara", practice_cluster) == []
