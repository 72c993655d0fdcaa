"""The cluster's configuration files, rendered from the templates beside this module."""

from __future__ import annotations

import os
import shutil
import stat
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from spawners.practice_cluster.system import TEXTS, run
from studio_messages import ClusterError

if TYPE_CHECKING:
    from spawners.practice_cluster.layout import Layout, Node


def _node_line(layout: Layout, node: Node) -> str:
    return (
        f"NodeName={node.name} NodeAddr={layout.address(node)} CPUs={node.cpus}"
        f" RealMemory={node.memory_mib} Gres={node.gres} State=UNKNOWN"
    )


def device_files(layout: Layout, node: Node) -> list[Path]:
    """Return the files that stand for the node's devices; Slurm only counts and numbers them."""
    folder = layout.state / "devices"
    return [
        folder / f"{node.name}-{gpus.kind}-{gpus.type}-{number}" for gpus in node.gpus for number in range(gpus.count)
    ]


def _gres_line(layout: Layout, node: Node) -> str:
    folder = layout.state / "devices"
    lines = [
        f"NodeName={node.name} Name={gpus.kind} Type={gpus.type}"
        f" File={folder}/{node.name}-{gpus.kind}-{gpus.type}-[0-{gpus.count - 1}]"
        for gpus in node.gpus
    ]
    if node.shards:
        lines.append(f"NodeName={node.name} Name=shard Count={node.shards}")
    return "\n".join(lines)


def render(layout: Layout) -> dict[Path, tuple[str, int]]:
    """Return text and mode of each configuration file in the state folder."""
    values = {
        "name": layout.name,
        "host": layout.host,
        "head": layout.head,
        "controller_port": layout.controller_port,
        "node_port": layout.node_port,
        "accounting_port": layout.accounting_port,
        "munge_socket": layout.munge_socket,
        "state": layout.state,
        "logs": layout.logs,
        "partition": layout.partition,
        "gres_kinds": ",".join(
            sorted({part.partition(":")[0] for node in layout.nodes for part in node.gres.split(",")})
        ),
        "nodes": "\n".join(_node_line(layout, node) for node in layout.nodes),
    }
    folder = layout.slurm_conf.parent
    gres = "\n".join(_gres_line(layout, node) for node in layout.nodes) + "\n"
    machines = {layout.host: layout.head} | {node.name: layout.address(node) for node in layout.nodes}
    hosts = "127.0.0.1 localhost\n" + "".join(f"{address} {name}\n" for name, address in machines.items())
    return {
        layout.hosts: (hosts, 0o644),
        folder / "slurm.conf": (_template("slurm.conf", values), 0o644),
        # slurmdbd refuses to start when others can read its file.
        folder / "slurmdbd.conf": (_template("slurmdbd.conf", values), 0o600),
        folder / "gres.conf": (gres, 0o644),
    }


def _template(name: str, values: dict[str, object]) -> str:
    return Template(files(__package__).joinpath("templates", name).read_text("utf-8")).substitute(values)


def write_if_changed(file: Path, text: str, mode: int) -> bool:
    """Make `file` hold `text`, never half of it; return whether it was different before."""
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return False
    fresh = file.with_name(f".{file.name}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        os.fchmod(descriptor, mode)
        stream.write(text)
    fresh.replace(file)
    return True


def write_configuration(layout: Layout) -> bool:
    """Write all files and device placeholders; return whether a file changed, so that daemons must read it anew."""
    folders = [layout.slurm_conf.parent, layout.logs, layout.state / "devices", layout.homes]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)
    for name in ("slurmctld", "slurmd"):
        (layout.state / name).mkdir(exist_ok=True)
        # Job scripts are in it; slurmd hands each out to its owner.
        (layout.state / name).chmod(0o755 if name == "slurmd" else 0o700)
    for node in layout.nodes:
        for device in device_files(layout, node):
            _make_device(device)
    changed = [write_if_changed(file, text, mode) for file, (text, mode) in render(layout).items()]
    return any(changed)


def _make_device(path: Path) -> None:
    """Make a copy of /dev/null; of a plain file Slurm would count the GPU but not tell the job its number."""
    if path.exists():
        return
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3))
    except PermissionError:
        path.touch()


def check_sudoers(layout: Layout) -> None:
    """Make sure that the service account's rule overwrites nobody else's.

    Raises
    ------
    ClusterError
        A file of that name is there and not ours.

    """
    if layout.sudoers.exists() and not is_our_sudoers(layout):
        raise ClusterError(TEXTS, "practice-foreign-sudoers", file=layout.sudoers)


def write_sudoers(layout: Layout) -> None:
    """Install the service account's rule, examined by visudo first; one wrong line would disable sudo.

    Raises
    ------
    ClusterError
        A file of that name is there and not ours, or visudo objects.

    """
    check_sudoers(layout)
    # Sudo skips names with a dot, so the draft is never in force.
    draft = layout.sudoers.with_name(f".{layout.sudoers.name}.draft")
    write_if_changed(draft, _sudoers(layout), 0o440)
    try:
        run("visudo", "--check", "--quiet", "--file", str(draft))
        draft.replace(layout.sudoers)
    finally:
        draft.unlink(missing_ok=True)


def _sudoers(layout: Layout) -> str:
    values: dict[str, object] = {
        "service": layout.service,
        "group": layout.group,
        "sbatch": _absolute("sbatch"),
        "scancel": _absolute("scancel"),
    }
    return _template("sudoers", values)


def is_current(layout: Layout) -> bool:
    """Return whether all files are there and say what this version of the software would write."""
    files = {file: text for file, (text, _) in render(layout).items()} | {layout.sudoers: _sudoers(layout)}
    return all(file.is_file() and file.read_text(encoding="utf-8") == text for file, text in files.items())


def is_our_sudoers(layout: Layout) -> bool:
    """Return whether the rule's file was written by `write_sudoers`."""
    if not layout.sudoers.is_file():
        return False
    return layout.sudoers.read_text(encoding="utf-8").startswith('# Written by "ai-studio cluster up"')


def _absolute(command: str) -> str:
    found = shutil.which(command, path="/usr/bin:/usr/local/bin")
    return found or f"/usr/bin/{command}"
