"""One network namespace per node, each connected by a cable (veth pair) to one bridge with this machine's address."""

from __future__ import annotations

import json
from ipaddress import IPv4Network
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spawners.practice_cluster.system import TEXTS, run, works
from studio_messages import ClusterError

if TYPE_CHECKING:
    from spawners.practice_cluster.layout import Layout, Node
    from spawners.practice_cluster.record import Record

_FOLDER = Path("/run/netns")


def _links() -> dict[str, dict[str, Any]]:
    return {link["ifname"]: link for link in json.loads(run("ip", "-json", "address", "show"))}


def check_free(layout: Layout) -> None:
    """Make sure that nothing else on this machine uses the cluster's addresses.

    Raises
    ------
    ClusterError
        An interface or a route does.

    """
    for name, link in _links().items():
        for address in link["addr_info"]:
            if name == layout.bridge or address["family"] != "inet":
                continue
            if IPv4Network(f"{address['local']}/{address['prefixlen']}", strict=False).overlaps(layout.subnet):
                raise ClusterError(TEXTS, "practice-subnet-used", subnet=layout.subnet, interface=name)
    for route in json.loads(run("ip", "-json", "-4", "route", "show")):
        if route["dst"] == "default" or route.get("dev") == layout.bridge:
            continue
        if IPv4Network(route["dst"]).overlaps(layout.subnet):
            interface = route.get("dev", route["dst"])
            raise ClusterError(TEXTS, "practice-subnet-used", subnet=layout.subnet, interface=interface)


def is_namespace(path: Path) -> bool:
    """Return whether `path` holds a namespace; after a crash it may be a plain empty file."""
    try:
        return path.stat().st_dev == Path("/proc/self/ns/net").stat().st_dev
    except FileNotFoundError:
        return False


def _is_mounted(folder: Path) -> bool:
    """Return whether something is mounted there; os.path.ismount does not see a folder mounted on itself."""
    mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    return any(mount.split()[4] == str(folder) for mount in mounts)


def connect(layout: Layout, record: Record) -> None:
    """Make bridge, namespaces and cables as they should be; what is already right stays."""
    check_free(layout)
    if not record.namespace_mount and not _is_mounted(_FOLDER):
        record.namespace_mount = True
        record.save()
    if layout.bridge not in _links():
        run("ip", "link", "add", layout.bridge, "type", "bridge")
    run("ip", "address", "replace", f"{layout.head}/{layout.subnet.prefixlen}", "dev", layout.bridge)
    run("ip", "link", "set", layout.bridge, "up")
    # Slurm's accounting sends length and message apart and waits 40 ms for each delayed acknowledgement.
    head = ("local", str(layout.head), "dev", layout.bridge, "table", "local", "proto", "kernel", "scope", "host")
    run("ip", "route", "replace", *head, "src", str(layout.head), "quickack", "1")
    for node in layout.nodes:
        _connect_node(layout, node)


def _connect_node(layout: Layout, node: Node) -> None:
    namespace, link = layout.namespace(node), layout.link(node)
    inside = ("nsenter", f"--net={namespace}", "ip")
    address = f"{layout.address(node)}/{layout.subnet.prefixlen}"
    if not is_namespace(namespace):
        if namespace.exists():
            namespace.unlink()
        run("ip", "netns", "add", namespace.name)
    cable = _links().get(link, {})
    if cable.get("master") != layout.bridge or not works(*inside, "link", "show", "eth0"):
        if cable:
            run("ip", "link", "delete", link)
        run("ip", "link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", namespace.name)
        run("ip", "link", "set", link, "master", layout.bridge)
    run("ip", "link", "set", link, "up")
    run(*inside, "link", "set", "lo", "up")
    run(*inside, "address", "replace", address, "dev", "eth0")
    run(*inside, "link", "set", "eth0", "up")


def disconnect(layout: Layout, record: Record) -> None:
    """Remove what `connect` made; all processes in the namespaces have ended before."""
    links = _links()
    for node in layout.nodes:
        if layout.link(node) in links:
            run("ip", "link", "delete", layout.link(node))
        if is_namespace(layout.namespace(node)):
            run("ip", "netns", "delete", layout.namespace(node).name)
        layout.namespace(node).unlink(missing_ok=True)
    if layout.bridge in links:
        run("ip", "link", "delete", layout.bridge)
    if record.namespace_mount and _is_mounted(_FOLDER) and not any(_FOLDER.iterdir()):
        run("umount", str(_FOLDER))
        _FOLDER.rmdir()
