"""A minute without a part of the cluster, on one hub for all: who works goes on working, who waits goes on waiting.

Anna works, Ben waits for a GPU, and Clara comes along in the middle of each trouble: she starts, or reads why not.
"""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.support.faults import cut_off, eventually, frozen, stopped
from tests.support.hub import Person
from tests.support.kernel import Kernel
from tests.support.slurm import all_gpus_taken, answer_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spawners.practice_cluster import PracticeCluster
    from spawners.practice_cluster.layout import Node

pytestmark = pytest.mark.slow

_MINUTE = 60

# Every one of these is told in words; which, depends on how far the command came.
_SAYINGS = ("gave no answer to", "is not answering at the moment", "did not answer")


class Studio(NamedTuple):
    """One hub, with the people whose sessions must get through all of it."""

    anna: Person
    ben: Person
    clara: Person
    kernel: Kernel
    jobs: list[str]


@pytest.fixture(scope="module")
def studio(
    start_cluster_studio: Any,
    impatient_config: Any,
    practice_cluster: PracticeCluster,
    jobs: Callable[[], list[str]],
) -> Iterator[Studio]:
    """At the end Ben gets the place for which he has waited, and nothing is left."""
    assert jobs() == []
    with ExitStack() as at_the_end:
        hub = at_the_end.enter_context(start_cluster_studio(impatient_config))
        anna, ben, clara = (
            at_the_end.enter_context(Person(hub, name, f"{name}-practice")) for name in ("anna", "ben", "clara")
        )
        with all_gpus_taken(practice_cluster):
            anna.start_server({"profile": "no-gpu"})
            kernel = Kernel.new(anna)
            kernel.run("kept = 6 * 7")
            assert ben.request_server({"profile": "small-gpu"}).status_code == 202
            both = eventually(jobs, lambda found: len(found) == 2)
            yield Studio(anna, ben, clara, kernel, both)
        ben.wait_for_server()
        assert jobs() == both
        assert ben.visit_server("api/status").status_code == 200
        for person in (anna, ben):
            person.stop_server()
        assert jobs() == []


def _minute(studio: Studio, began: float) -> None:
    """Wait for the rest of a minute; the hub answers all the time and takes nobody's session for ended."""
    while time.monotonic() < began + _MINUTE:
        assert studio.anna.http.get("/hub/health").elapsed.total_seconds() < 1
        works, waits = studio.anna.server(), studio.ben.server()
        assert works is not None
        assert works["ready"]
        assert waits is not None
        assert waits["pending"] == "spawn"
        time.sleep(1)


def _nothing_lost(studio: Studio, jobs: Callable[[], list[str]]) -> None:
    eventually(lambda: studio.anna.http.get("/user/anna/api/status").status_code == 200)
    assert studio.kernel.run("print(kept)") == "42\n"
    # What Clara began may have reached the scheduler after all, with nobody left to hear of it.
    eventually(jobs, lambda found: found == studio.jobs)
    waits = studio.ben.server()
    assert waits is not None
    assert waits["pending"] == "spawn"
    assert studio.clara.server() is None


def _comes_along(clara: Person) -> None:
    answer = clara.request_server({"profile": "no-gpu"})
    assert answer.status_code == 500, answer.text
    said = answer.json()["message"]
    assert any(saying in said for saying in _SAYINGS), said
    assert "Try again in a minute" in said


@contextmanager
def _munge_down(cluster: PracticeCluster) -> Iterator[None]:
    with stopped(cluster, "munged"):
        yield


@contextmanager
def _controller_stopped(cluster: PracticeCluster) -> Iterator[None]:
    with stopped(cluster, "slurmctld"):
        yield


@contextmanager
def _controller_frozen(cluster: PracticeCluster) -> Iterator[None]:
    with frozen(cluster, "slurmctld"):
        yield


@pytest.mark.parametrize("trouble", [_munge_down, _controller_stopped, _controller_frozen])
def test_a_minute_without_the_scheduler(
    studio: Studio, breakable_cluster: PracticeCluster, jobs: Callable[[], list[str]], trouble: Any
) -> None:
    with trouble(breakable_cluster):
        began = time.monotonic()
        assert studio.kernel.run("print(kept)") == "42\n"
        _comes_along(studio.clara)
        _minute(studio, began)
    _nothing_lost(studio, jobs)


def _node_of(job: str, cluster: PracticeCluster) -> Node:
    name = answer_as("root", cluster, "squeue", "--noheader", f"--jobs={job}", "--format=%B")
    return next(node for node in cluster.layout.nodes if node.name == name)


def test_a_minute_without_accounting_and_without_the_way_to_a_node(
    studio: Studio, breakable_cluster: PracticeCluster, jobs: Callable[[], list[str]]
) -> None:
    node = _node_of(studio.jobs[0], breakable_cluster)
    with stopped(breakable_cluster, "slurmdbd"), cut_off(breakable_cluster, node):
        _minute(studio, time.monotonic())
    _nothing_lost(studio, jobs)
    known = ("sacct", "--noheader", "--allocations", f"--jobs={','.join(studio.jobs)}", "--format=JobID,State")
    eventually(lambda: answer_as("root", breakable_cluster, *known), lambda found: "PENDING" in found)
