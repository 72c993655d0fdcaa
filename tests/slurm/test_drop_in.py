"""docs/operate.md taken at its word: a plain JupyterHub with the documented configuration and sudo rule, on Slurm."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import httpx
import pytest

from hub_config.settings import read_settings
from spawners.slurm import StudioSlurmSpawner
from tests.support.hub import Person, free_port
from tests.support.slurm import answer_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spawners.practice_cluster import PracticeCluster

GUIDE = (
    (Path(__file__).parents[2] / "docs" / "operate.md").read_text(encoding="utf-8").partition("## `spawners` alone")[2]
)


def block(language: str) -> str:
    """Return the guide's first block of that language."""
    return re.search(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)[1]  # type: ignore[index]


def of_this_site(text: str, names: dict[str, str]) -> str:
    """Put this site's names in the place of the documented ones, each of which must be there."""
    for documented, ours in names.items():
        assert documented in text, documented
        text = text.replace(documented, ours)
    return text


@pytest.fixture(scope="module")
def documented_rule(practice_cluster: PracticeCluster) -> Iterator[Path]:
    """The documented sudo rule, in force in place of the practice cluster's own."""
    file = practice_cluster.layout.sudoers
    own = file.read_text(encoding="utf-8")
    file.write_text(block("sudoers"), encoding="utf-8")
    yield file
    file.write_text(own, encoding="utf-8")


@contextmanager
def _plain_hub(
    config: Path, folder: Path, environment: Path, cluster: PracticeCluster
) -> Iterator[subprocess.Popen[bytes]]:
    variables = {
        "PATH": f"{environment}/bin:/usr/bin:/bin:/usr/sbin",
        "SLURM_CONF": str(cluster.layout.slurm_conf),
        "LANG": "C.UTF-8",
    }
    with (folder / "hub.log").open("wb") as log:
        hub = subprocess.Popen(
            [
                "runuser",
                "--user",
                cluster.layout.service,
                "--",
                f"{environment}/bin/jupyterhub",
                "--config",
                str(config),
            ],
            env=variables,
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield hub
    finally:
        hub.terminate()
        hub.wait(60)


@pytest.fixture(scope="module")
def plain_hub(
    practice_cluster: PracticeCluster, public_environment: Path, documented_rule: Path
) -> Iterator[SimpleNamespace]:
    folder = practice_cluster.layout.service_home / f"drop-in-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700)
    address = f"http://127.0.0.1:{free_port()}"
    names = {
        "http://127.0.0.1:8000": address,
        "http://10.0.0.1:8081": f"http://10.77.0.1:{free_port('10.77.0.1')}",
        "/opt/ai-studio/venv": str(public_environment),
    }
    config = folder / "jupyterhub_config.py"
    # What is not of the documented spawner: a port of its own for the proxy's API, so that hubs can run side by side.
    own = f'c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{free_port()}"\n'
    config.write_text(of_this_site(block("python"), names) + own, encoding="utf-8")
    subprocess.run(["chown", "--recursive", practice_cluster.layout.service, folder], check=True)
    with _plain_hub(config, folder, public_environment, practice_cluster) as process:
        deadline = time.monotonic() + 60
        while True:
            try:
                httpx.get(f"{address}/hub/login", timeout=5).raise_for_status()
                break
            except httpx.HTTPError:
                said = (folder / "hub.log").read_text()[-3000:]
                assert process.poll() is None, said
                assert time.monotonic() < deadline, said
                time.sleep(0.3)
        yield SimpleNamespace(address=address, log=(folder / "hub.log").read_text(), folder=folder)


@pytest.fixture(scope="module")
def clara(plain_hub: SimpleNamespace) -> Iterator[Person]:
    with Person(plain_hub, "clara", "clara-practice") as person:
        assert person.signed_in
        yield person
        if person.server() is not None:
            person.stop_server()


def test_the_documented_configuration_gives_a_running_server(practice_cluster: PracticeCluster, clara: Person) -> None:
    clara.start_server({"profile": "one-gpu"})
    (job,) = answer_as("root", practice_cluster, "squeue", "--noheader", "--user=clara", "--format=%i").splitlines()
    shown = answer_as("root", practice_cluster, "scontrol", "--oneliner", "show", "job", job)
    assert "TimeLimit=02:00:00" in shown
    assert "gres:gpu:1" in shown
    status = clara.visit_server("api/status")
    assert status.status_code == 200
    assert "started" in status.json()
    clara.stop_server()
    for _ in range(60):
        if not answer_as("root", practice_cluster, "squeue", "--noheader", "--user=clara", "--format=%i"):
            return
        time.sleep(0.5)
    pytest.fail("the documented sudo rule did not let the hub cancel the job")


def test_jupyterhubs_own_page_offers_the_profiles(clara: Person) -> None:
    page = clara.http.get("/hub/spawn/clara").text
    for profile in ("one-gpu", "no-gpu"):
        assert f"<option>{profile}</option>" in page
    refused = clara.request_server({"profile": "no-gpu", "cmd": "id"})
    assert refused.status_code == 400


@pytest.mark.parametrize(
    "command", [("sbatch",), ("sbatch", "--parsable", "--uid=0"), ("scancel", "--user=clara"), ("id",)]
)
def test_the_documented_rule_permits_nothing_else(
    practice_cluster: PracticeCluster, documented_rule: Path, command: tuple[str, ...]
) -> None:
    asked = ["runuser", "--user", practice_cluster.layout.service, "--", "sudo", "-n", "-u", "clara", "-l", *command]
    assert subprocess.run(asked, capture_output=True, check=False).returncode != 0
    good = [*asked[:9], "scancel", "123"]
    assert subprocess.run(good, capture_output=True, check=False, env=dict(os.environ)).returncode == 0


def test_visudo_accepts_the_documented_rule(tmp_path: Path) -> None:
    file = tmp_path / "rule"
    file.write_text(block("sudoers"))
    file.chmod(0o440)
    checked = subprocess.run(["visudo", "-c", "-f", file], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_documented_settings_are_accepted(tmp_path: Path) -> None:
    file = tmp_path / "studio.yaml"
    file.write_text(block("yaml"))
    assert {profile.partition for profile in read_settings(file).profiles} == {"gpu", "cpu"}


def test_every_documented_trait_exists() -> None:
    table = GUIDE.partition("### Traits")[2].partition("###")[0]
    named = set(re.findall(r"`([a-z_]+)`", table)) - {"sudo"}
    assert len(named) > 30
    assert sorted(named - set(StudioSlurmSpawner.class_trait_names())) == []
