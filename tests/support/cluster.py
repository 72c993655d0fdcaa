"""Fixtures of the studio on the practice cluster: the environment that everyone can read, and a hub on it."""

from __future__ import annotations

import os
import secrets
import subprocess
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.support.hub import RunningHub, free_port, running_hub

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spawners.practice_cluster import PracticeCluster

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def public_environment() -> Path:
    """The virtual environment with this tree's wheel in it, where every Unix user can read it."""
    folder = os.environ.get("AI_STUDIO_PUBLIC_ENV", "/opt/ai-studio-practice/venv")
    subprocess.run(
        [ROOT / "scripts" / "public-environment"], check=True, env={**os.environ, "AI_STUDIO_PUBLIC_ENV": folder}
    )
    return Path(folder)


@pytest.fixture(scope="session")
def make_cluster_config(
    practice_cluster: PracticeCluster, public_environment: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """Return a maker of configurations: examples/cluster.yaml with ports and a state folder of its own."""

    def make(name: str) -> Path:
        settings = yaml.safe_load((ROOT / "examples" / "cluster.yaml").read_text())
        # A cluster that is left up keeps what an earlier run left; each run has folders of its own.
        settings["state_dir"] = str(practice_cluster.layout.service_home / f"{name}-{secrets.token_hex(4)}")
        settings["listen"]["port"] = free_port()
        settings["hub"]["port"] = free_port("10.77.0.1")
        settings["slurm"]["config"] = str(practice_cluster.layout.slurm_conf)
        settings["slurm"]["python"] = str(public_environment / "bin" / "python")
        impossible = {"id": "impossible", "title": {"en": "Too much", "de": "Zu viel"}, "partition": "gpu", "gpus": 8}
        settings["profiles"].append(impossible)
        path = tmp_path_factory.mktemp(name) / "studio.yaml"
        path.write_text(yaml.safe_dump(settings))
        return path

    return make


@pytest.fixture(scope="session")
def start_cluster_studio(public_environment: Path) -> Callable[[Path], AbstractContextManager[RunningHub]]:
    """Return what starts the wheel's own ``ai-studio up`` with a configuration."""
    return partial(running_hub, public_environment / "bin" / "ai-studio")


@pytest.fixture(scope="session")
def cluster_studio(
    make_cluster_config: Callable[[str], Path],
    start_cluster_studio: Callable[[Path], AbstractContextManager[RunningHub]],
) -> Iterator[RunningHub]:
    """The studio on the practice cluster, one for the whole run."""
    with start_cluster_studio(make_cluster_config("studio")) as hub:
        yield hub
