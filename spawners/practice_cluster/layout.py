"""What a practice cluster consists of: addresses, ports, paths, nodes and people.

Two clusters live side by side on one machine when their name, state folder, subnet, ports and people differ.
"""

from __future__ import annotations

import socket
from functools import cached_property
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

DEFAULT_STATE = Path("/var/lib/ai-studio-practice")

DaemonName = Literal["munged", "mariadbd", "slurmdbd", "slurmctld", "slurmd"]


class Gpus(BaseModel):
    """A node's generic resources of one kind, as Slurm counts them."""

    model_config = ConfigDict(frozen=True)

    kind: str = "gpu"
    type: str = "a100"
    count: int = 2

    @property
    def gres(self) -> str:
        """Return the resource the way slurm.conf names it, such as ``gpu:a100:2``."""
        return f"{self.kind}:{self.type}:{self.count}"


class Node(BaseModel):
    """A compute node: a network namespace with an address of its own and a slurmd in it.

    CPUs and memory are what the node claims, not what this machine has (``SlurmdParameters=config_overrides``), so that
    many notebook servers fit on a laptop.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    number: int = Field(ge=2, le=250, description="last part of the node's address in the cluster's subnet")
    cpus: int = 32
    memory_mib: int = 65536
    gpus: tuple[Gpus, ...] = (Gpus(),)
    shards: int = Field(default=8, description="shares that the node's GPUs can be taken in, spread evenly over them")

    @property
    def gres(self) -> str:
        """Return the node's resources the way slurm.conf names them."""
        return ",".join([*(gpus.gres for gpus in self.gpus), *([f"shard:{self.shards}"] if self.shards else [])])


class Person(BaseModel):
    """A Unix account that may start servers."""

    model_config = ConfigDict(frozen=True)

    name: str
    account: str = Field(description="account in Slurm's accounting")

    @property
    def password(self) -> str:
        """The published password, for practice only."""
        return f"{self.name}-practice"


class Layout(BaseModel):
    """Everything that is decided about a practice cluster before it is built."""

    model_config = ConfigDict(frozen=True)

    state: Path = DEFAULT_STATE
    # Names of network interfaces derive from it, and those have 15 characters at most.
    name: str = Field(default="practice", pattern=r"^[a-z][a-z0-9]{0,8}$")
    subnet: IPv4Network = IPv4Network("10.77.0.0/24")
    first_port: int = 27617
    nodes: tuple[Node, ...] = (Node(name="gpu01", number=11), Node(name="gpu02", number=12))
    partition: str = "gpu"
    people: tuple[Person, ...] = (
        Person(name="anna", account="studio"),
        Person(name="ben", account="studio"),
        Person(name="clara", account="partner"),
    )
    group: str = "studio-users"
    service: str = Field(default="aistudio", description="the Unix account that the hub runs under")

    @cached_property
    def host(self) -> str:
        """This machine's name, which slurmctld compares with its own."""
        return socket.gethostname().partition(".")[0]

    @property
    def head(self) -> IPv4Address:
        """The address of slurmctld, slurmdbd and the hub on the bridge."""
        return self.subnet[1]

    def address(self, node: Node) -> IPv4Address:
        """Return the node's own address."""
        return self.subnet[node.number]

    @property
    def bridge(self) -> str:
        """The bridge all nodes are connected to."""
        return f"{self.name}0"

    def link(self, node: Node) -> str:
        """Return the name of the node's cable, on this machine's side; setting it down cuts the node off."""
        return f"{self.name}-{node.name}"

    def namespace(self, node: Node) -> Path:
        """Return the node's network namespace."""
        return Path("/run/netns") / self.link(node)

    @property
    def controller_port(self) -> int:
        """Where slurmctld listens."""
        return self.first_port

    @property
    def node_port(self) -> int:
        """Where each slurmd listens, on its own address."""
        return self.first_port + 1

    @property
    def accounting_port(self) -> int:
        """Where slurmdbd listens."""
        return self.first_port + 2

    @property
    def slurm_conf(self) -> Path:
        """What SLURM_CONF points at."""
        return self.state / "etc" / "slurm.conf"

    @property
    def hosts(self) -> Path:
        """Names and addresses of the cluster's machines, as its nodes see them."""
        return self.state / "etc" / "hosts"

    @property
    def munge_socket(self) -> Path:
        """Where munged answers."""
        return self.state / "munge" / "socket"

    @property
    def database_socket(self) -> Path:
        """Where mariadbd answers; it has no port."""
        return self.state / "database" / "socket"

    @property
    def logs(self) -> Path:
        """One log per daemon."""
        return self.state / "log"

    @property
    def homes(self) -> Path:
        """The people's home folders."""
        return self.state / "home"

    @property
    def session_logs(self) -> Path:
        """Where people's sessions write their logs and the hub reads them."""
        return self.state / "session-logs"

    @property
    def service_home(self) -> Path:
        """Home and state folder of the service account."""
        return self.state / "service"

    @property
    def sudoers(self) -> Path:
        """The rule that lets the service account submit and cancel jobs as the people."""
        return Path("/etc/sudoers.d") / f"ai-studio-{self.name}"
