"""Fixtures of the practice cluster: one for the whole run, and a spare one that a test may wreck."""

from __future__ import annotations

from ipaddress import IPv4Network
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spawners.practice_cluster import Layout, Person, PracticeCluster
from spawners.practice_cluster.system import only_one
from studio_messages import ClusterError

if TYPE_CHECKING:
    from collections.abc import Iterator

SPARE = Layout(
    state=Path("/var/lib/ai-studio-spare"),
    name="spare",
    subnet=IPv4Network("10.78.0.0/24"),
    first_port=27717,
    people=(Person(name="spare-anna", account="studio"), Person(name="spare-clara", account="partner")),
    group="spare-users",
    service="spare-studio",
)

_USERS = Path("/run/ai-studio-practice-tests.lock")
_SPARE_USERS = Path("/run/ai-studio-spare-tests.lock")


@pytest.fixture(scope="session")
def practice_cluster() -> Iterator[PracticeCluster]:
    """The practice cluster, up and healthy.

    One that is up already is used and left up. One that tests have brought up goes down when the last run of tests
    that uses it ends; a run that was killed leaves that to the next.
    """
    cluster = PracticeCluster()
    brought_up = cluster.layout.state / "brought-up-by-tests"
    try:
        with only_one(_USERS, shared=True, seconds=120):
            is_new = not cluster.status().exists
            try:
                cluster.up()
            finally:
                if is_new and cluster.layout.state.is_dir():
                    brought_up.touch()
            yield cluster
    finally:
        try:
            with only_one(_USERS, seconds=0):
                if brought_up.exists():
                    cluster.down()
        except ClusterError as error:
            if error.key != "practice-busy":
                raise


@pytest.fixture(scope="module")
def spare_cluster(practice_cluster: PracticeCluster) -> Iterator[PracticeCluster]:
    """A second cluster beside the first, down at first; whatever a test does to it, it is gone afterwards."""
    cluster = PracticeCluster(SPARE)
    with only_one(_SPARE_USERS, seconds=240):
        cluster.down()
        try:
            yield cluster
        finally:
            cluster.down()
