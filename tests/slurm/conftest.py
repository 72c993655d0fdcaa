"""For tests that break the practice cluster: the next test finds it whole, and the one that left it broken fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from spawners.practice_cluster.system import wait_until
from tests.support.slurm import answer_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spawners.practice_cluster import PracticeCluster


@pytest.fixture
def breakable_cluster(practice_cluster: PracticeCluster) -> Iterator[PracticeCluster]:
    """The practice cluster, for a test that breaks it: the test must leave it whole, and fails where it did not."""
    yield practice_cluster
    # The controller looks only every 40 s whether a silent node is back; now it looks at once.
    answer_as("root", practice_cluster, "scontrol", "reconfigure")
    whole = wait_until(lambda: practice_cluster.status().healthy, 30)
    left = practice_cluster.status()
    # It mends also what its status does not show, such as a changed configuration.
    mended = practice_cluster.up()
    assert whole, left
    assert not mended


@pytest.fixture(scope="module")
def impatient_config(make_cluster_config: Any, request: pytest.FixtureRequest) -> Path:
    """A studio that gives up commands and looks for orphans after seconds."""
    path: Path = make_cluster_config(request.module.__name__.rpartition(".")[2].removeprefix("test_").replace("_", "-"))
    settings = yaml.safe_load(path.read_text())
    settings["slurm"] |= {"command_timeout": 3, "orphan_interval": 2}
    path.write_text(yaml.safe_dump(settings))
    return path


@pytest.fixture(scope="module")
def jobs(impatient_config: Path, practice_cluster: PracticeCluster) -> Callable[[], list[str]]:
    """Return what lists the ids of that studio's jobs that wait or run; other hubs may use the cluster too."""
    port = yaml.safe_load(impatient_config.read_text())["hub"]["port"]

    def ours() -> list[str]:
        shown = answer_as("root", practice_cluster, "squeue", "--noheader", "--name=ai-studio", "--format=%i %k")
        return sorted(line.split()[0] for line in shown.splitlines() if f"-{port}:" in line)

    return ours


@pytest.fixture
def start(
    start_cluster_studio: Any,
    impatient_config: Path,
    practice_cluster: PracticeCluster,
    jobs: Callable[[], list[str]],
) -> Iterator[Any]:
    """Return what starts that studio, with variables of its environment; at the end no job may be left."""
    assert jobs() == []
    yield lambda **environment: start_cluster_studio(impatient_config, **environment)
    left = jobs()
    for job in left:
        answer_as("root", practice_cluster, "scancel", job)
    assert left == []
