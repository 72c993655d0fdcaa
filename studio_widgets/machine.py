"""Where a notebook computes: the machine, its address, the Slurm job and the processor, as a card."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

import psutil

from studio_widgets.markup import TEXTS, Piece, fill

_PATIENCE_S = 5.0


@dataclass(frozen=True)
class Machine:
    """What a kernel can say about where it runs.

    Attributes
    ----------
    node, addresses
        Name (Slurm's, inside a job) and IPv4 addresses other than loopback.
    job
        Slurm's job id, or empty.
    gpus
        Names of the GPUs whose driver answers.
    allotted
        Ids of the GPUs Slurm gave to the job, whether or not a driver answers for them.

    """

    node: str
    addresses: tuple[str, ...]
    job: str
    gpus: tuple[str, ...]
    allotted: str
    cores: int
    memory_gb: int
    user: str

    @property
    def computes_on(self) -> str:
        """The processor computations run on, in words."""
        if self.gpus:
            return TEXTS("machine-gpu", names=", ".join(self.gpus))
        if self.allotted:
            return TEXTS("machine-gpu-no-driver", ids=self.allotted)
        return TEXTS("machine-cpu")


def machine() -> Machine:
    """Look where this process runs; asks nothing but this machine."""
    addresses = [
        each.address
        for name, interface in sorted(psutil.net_if_addrs().items())
        for each in interface
        if each.family == socket.AF_INET and not each.address.startswith("127.")
    ]
    return Machine(
        node=os.environ.get("SLURMD_NODENAME") or socket.gethostname(),
        addresses=tuple(addresses),
        job=os.environ.get("SLURM_JOB_ID", ""),
        gpus=_gpus(),
        allotted=os.environ.get("CUDA_VISIBLE_DEVICES", "") if "SLURM_JOB_ID" in os.environ else "",
        cores=len(os.sched_getaffinity(0)),
        memory_gb=round(psutil.virtual_memory().total / 2**30),
        user=getuser(),
    )


def _gpus() -> tuple[str, ...]:
    """Ask the driver's own tool; importing torch for it would take a second."""
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return ()
    query = [tool, "--query-gpu=name", "--format=csv,noheader"]
    try:
        answer = subprocess.run(query, capture_output=True, text=True, timeout=_PATIENCE_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(line.strip() for line in answer.stdout.splitlines() if line.strip())


def app_address(notebook: Path) -> str:
    """Return the address of a notebook as an app on this person's own server; empty outside of one of ours."""
    base = os.environ.get("AI_STUDIO_BASE_URL", "")
    root = os.environ.get("AI_STUDIO_ROOT", "")
    if not base or not root or not notebook.is_relative_to(root):
        return ""
    return f"{base}voila/render/{notebook.relative_to(root).as_posix()}"


def where_am_i() -> Piece:
    """Show where this notebook computes, with the way to the app that belongs to it."""
    here = machine()
    app = Path.cwd() / "app.ipynb"
    facts = [
        (TEXTS("machine-node"), here.node),
        (TEXTS("machine-address"), ", ".join(here.addresses) or "127.0.0.1"),
        (TEXTS("machine-job"), here.job or TEXTS("machine-no-job")),
        (TEXTS("machine-computes"), here.computes_on),
        (TEXTS("machine-has"), TEXTS("machine-cores", cores=here.cores, memory=here.memory_gb)),
        (TEXTS("machine-user"), here.user),
    ]
    plain = "\n".join(f"{name}: {value}" for name, value in facts)
    return Piece(fill("machine", facts=facts, app=app_address(app) if app.exists() else ""), plain)
