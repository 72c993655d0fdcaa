"""The systems that benchmarks compare: our studio and its peers, each a hub of its own on one practice cluster."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from contextlib import contextmanager
from ipaddress import IPv4Network
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import yaml

from spawners.practice_cluster import Layout, PracticeCluster
from spawners.practice_cluster import Person as Account
from tests.support.hub import Person, RunningHub, free_port, running_hub

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
ENVIRONMENT = Path(os.environ.get("AI_STUDIO_PUBLIC_ENV", "/opt/ai-studio-practice/venv"))
STOCK = "batchspawner 1.3.0"
MOSS = "jupyterhub_moss 10.1.0"
OURS = "AI Studio"

# A workshop's worth of accounts, and whoever else is on the cluster.
LAYOUT = Layout(
    state=Path("/var/lib/ai-studio-bench"),
    name="bench",
    subnet=IPv4Network("10.79.0.0/24"),
    first_port=27817,
    people=tuple(Account(name=f"seat{number:03}", account="studio") for number in range(200)),
    group="bench-users",
    service="bench-studio",
)
NAMES = [person.name for person in LAYOUT.people]
_PEER_PASSWORD = "benchmark"


class Peer(RunningHub):
    """A peer's hub, used like ours."""

    def __init__(self, process: subprocess.Popen[str], address: str, state: Path) -> None:
        self.process, self.address, self.state_dir, self.spawner = process, address, state, "peer"

    @property
    def log(self) -> str:
        return (self.state_dir / "hub.log").read_text(encoding="utf-8", errors="replace")


@contextmanager
def cluster() -> Iterator[PracticeCluster]:
    """Bring up a cluster of the benchmarks' own, and take it down again."""
    bench = PracticeCluster(LAYOUT)
    try:
        bench.up()
        yield bench
    finally:
        bench.down()


@contextmanager
def our_studio(**changes: Any) -> Iterator[RunningHub]:
    """Run our hub with examples/cluster.yaml and these changes, on ports of its own."""
    settings = yaml.safe_load((ROOT / "examples" / "cluster.yaml").read_text())
    head = str(LAYOUT.head)
    settings |= {"state_dir": tempfile.mkdtemp(prefix="hub-", dir=LAYOUT.service_home), **changes}
    settings["service_account"], settings["sign_in"]["groups"] = LAYOUT.service, [LAYOUT.group]
    settings["listen"]["port"] = free_port()
    settings["hub"] |= {"address": head, "port": free_port(head)}
    settings["slurm"] |= {
        "config": str(LAYOUT.slurm_conf),
        "log_folder": str(LAYOUT.session_logs),
        "python": str(ENVIRONMENT / "bin" / "python"),
    }
    Path(settings["state_dir"]).chmod(0o777)
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as config:
        yaml.safe_dump(settings, config)
        config.flush()
        with running_hub(ENVIRONMENT / "bin" / "ai-studio", Path(config.name)) as hub:
            yield hub


@contextmanager
def peer_hub(name: str, packages: Path | None = None, *, gpus: bool = True) -> Iterator[RunningHub]:
    """Run a peer's hub as root, which its sudo line needs here."""
    with tempfile.TemporaryDirectory(prefix="peer-") as folder:
        port = free_port()
        environment = {
            **os.environ,
            "PATH": f"{ENVIRONMENT / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(packages or ""),
            "SLURM_CONF": str(LAYOUT.slurm_conf),
            "PEER": name.split(maxsplit=1)[0],
            "PEER_GPUS": str(int(gpus)),
            "PEER_STATE": folder,
            "PEER_PASSWORD": _PEER_PASSWORD,
            "PEER_PORT": str(port),
            "PEER_HEAD": str(LAYOUT.head),
            "PEER_NODES": ",".join(f"{node.name}={LAYOUT.address(node)}" for node in LAYOUT.nodes),
            "PEER_HUB_PORT": str(free_port(str(LAYOUT.head))),
            "PEER_PROXY_PORT": str(free_port()),
            "PEER_ENVIRONMENT": str(ENVIRONMENT),
        }
        config = Path(__file__).parent / "peers" / "stock_config.py"
        with (Path(folder) / "hub.log").open("w") as log:
            process = subprocess.Popen(
                [ENVIRONMENT / "bin" / "jupyterhub", "-f", config],
                cwd=folder,
                env=environment,
                stdout=log,
                stderr=log,
                text=True,
                start_new_session=True,
            )
            try:
                _wait_for(f"http://127.0.0.1:{port}/hub/health", process)
                yield Peer(process, f"http://127.0.0.1:{port}", Path(folder))
            finally:
                process.terminate()
                process.wait(120)


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


def sign_in(hub: RunningHub, name: str) -> Person:
    """Return a person of the benchmarks' cluster, signed in."""
    person = Person(hub, name, _PEER_PASSWORD if isinstance(hub, Peer) else f"{name}-practice")
    assert person.signed_in, hub.address
    return person


def load() -> str:
    """Say what else this machine does."""
    return f"Load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
