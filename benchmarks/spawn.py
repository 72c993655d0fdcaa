"""From click to ready: our spawner beside stock batchspawner and jupyterhub_moss, on the practice cluster, in one run.

The systems take turns, so that whatever else the machine does falls on all of them. Needs root and `make cluster`.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
import httpx
import yaml

from spawners.practice_cluster import PracticeCluster
from tests.support.hub import Person, RunningHub, free_port, running_hub

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
ENVIRONMENT = Path(os.environ.get("AI_STUDIO_PUBLIC_ENV", "/opt/ai-studio-practice/venv"))
MOSS = "jupyterhub_moss==10.1.0"
FORM = {
    "partition": "gpu", "ngpus": "1", "nprocs": "2", "memory": "4G", "runtime": "02:00:00", "environment_id": "default",
}  # fmt: skip


class Peer(RunningHub):
    """A peer's hub, used like ours."""

    def __init__(self, process: subprocess.Popen[str], address: str, state: Path) -> None:
        self.process, self.address, self.state_dir, self.spawner = process, address, state, "peer"

    @property
    def log(self) -> str:
        return (self.state_dir / "hub.log").read_text(encoding="utf-8", errors="replace")


@contextmanager
def our_studio() -> Iterator[RunningHub]:
    """Run our hub with examples/cluster.yaml on ports of its own."""
    layout = PracticeCluster().layout
    settings = yaml.safe_load((ROOT / "examples" / "cluster.yaml").read_text())
    settings["state_dir"] = str(layout.service_home / f"benchmark-{os.getpid()}")
    settings["listen"]["port"], settings["hub"]["port"] = free_port(), free_port("10.77.0.1")
    settings["slurm"]["python"] = str(ENVIRONMENT / "bin" / "python")
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as config:
        yaml.safe_dump(settings, config)
        config.flush()
        with running_hub(ENVIRONMENT / "bin" / "ai-studio", Path(config.name)) as hub:
            yield hub


@contextmanager
def peer_hub(name: str, packages: Path) -> Iterator[RunningHub]:
    """Run a peer's hub as root, which its sudo line needs here."""
    with tempfile.TemporaryDirectory(prefix=f"{name}-") as folder:
        port = free_port()
        environment = {
            **os.environ,
            "PATH": f"{ENVIRONMENT / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(packages),
            "SLURM_CONF": str(PracticeCluster().layout.slurm_conf),
            "PEER": name,
            "PEER_STATE": folder,
            "PEER_PORT": str(port),
            "PEER_HUB_PORT": str(free_port("10.77.0.1")),
            "PEER_PROXY_PORT": str(free_port()),
            "PEER_ENVIRONMENT": str(ENVIRONMENT),
        }
        config = Path(__file__).parent / "peers" / "stock_config.py"
        with (Path(folder) / "hub.log").open("w") as log:
            process = subprocess.Popen(
                [ENVIRONMENT / "bin" / "jupyterhub", "-f", config],
                cwd=folder, env=environment, stdout=log, stderr=log, text=True, start_new_session=True,
            )  # fmt: skip
            try:
                _wait_for(f"http://127.0.0.1:{port}/hub/health", process)
                yield Peer(process, f"http://127.0.0.1:{port}", Path(folder))
            finally:
                process.terminate()
                process.wait(60)


def _wait_for(address: str, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise SystemExit(f"{address} did not come up")


def click_to_ready(person: Person, form: dict[str, str] | None) -> float:
    """Press start as a browser does, and return the seconds until the hub says that the server is ready.

    Where there is no form to fill in, the start page asks the hub at once; so do we.
    """
    started = time.monotonic()
    if form is None:
        answer = person.http.get(f"/hub/spawn/{person.name}", params={"_xsrf": person.xsrf})
    else:
        answer = person.http.post("/hub/spawn", data={**form, "_xsrf": person.xsrf})
    assert answer.status_code == 200, f"{person.hub.address}: HTTP {answer.status_code}\n{person.hub.log[-3000:]}"
    path = f"/hub/api/users/{person.name}/server/progress"
    with person.http.stream("GET", path, params={"_xsrf": person.xsrf}, timeout=120) as events:
        for line in events.iter_lines():
            if line.startswith("data:"):
                event = json.loads(line.removeprefix("data:"))
                assert not event.get("failed"), event
                if event.get("ready"):
                    break
    elapsed = time.monotonic() - started
    assert person.server() is not None
    person.stop_server()
    return elapsed


@click.command()
@click.option("--rounds", default=7, show_default=True, help="Starts of each system.")
def main(rounds: int) -> None:
    """Print medians, and each system's ratio to stock batchspawner."""
    with ExitStack() as stack:
        packages = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="moss-")))
        packages.chmod(0o755)
        install = [sys.executable, "-m", "pip", "install", "-qq", "--no-deps", "--target", packages, MOSS]
        subprocess.run(install, check=True)
        people = {
            "batchspawner 1.3.0": _person(stack.enter_context(peer_hub("batchspawner", packages)), "ben", "benchmark"),
            "jupyterhub_moss 10.1.0": _person(
                stack.enter_context(peer_hub("jupyterhub_moss", packages)), "clara", "benchmark"
            ),
            "AI Studio": _person(stack.enter_context(our_studio()), "anna", "anna-practice"),
        }
        forms = {"AI Studio": {"profile": "small-gpu"}, "jupyterhub_moss 10.1.0": FORM}
        seconds: dict[str, list[float]] = {name: [] for name in people}
        for number in range(rounds + 1):
            for name, person in people.items():
                elapsed = click_to_ready(person, forms.get(name))
                # The first start of each only warms the page cache.
                if number:
                    seconds[name].append(elapsed)
                click.echo(f"{name}: {elapsed:.2f} s", err=True)
    stock = statistics.median(seconds["batchspawner 1.3.0"])
    click.echo(f"Load average at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    click.echo("| system | median | fastest | slowest | ratio to batchspawner |\n|---|---|---|---|---|")
    for name, values in seconds.items():
        middle = statistics.median(values)
        click.echo(f"| {name} | {middle:.2f} s | {min(values):.2f} s | {max(values):.2f} s | {middle / stock:.2f} |")


def _person(hub: RunningHub, name: str, password: str) -> Person:
    person = Person(hub, name, password)
    assert person.signed_in, hub.address
    return person


if __name__ == "__main__":
    main()
