"""What must be true before the hub starts: each check finds nothing, or raises a sentence with its remedy."""

from __future__ import annotations

import asyncio
import fcntl
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from hub_config.settings import TEXTS, StudioSettings
from studio_messages import ClusterError, SettingsError, StudioError

if TYPE_CHECKING:
    from spawners.cluster import Slurm
    from spawners.inventory import Inventory

# The oldest Node.js that configurable-http-proxy 5 runs on.
_OLDEST_NODE = 20


def resolved(settings: StudioSettings) -> StudioSettings:
    """Decide what studio.yaml leaves open: where servers run, and the hub's own port.

    Raises
    ------
    ClusterError
        The settings ask for Slurm, and none answers.
    SettingsError
        Slurm is there and "auto" chose it, but what it needs is not set.

    """
    if settings.spawner == "auto":
        # Without profiles and accounts nobody meant a cluster, even where one happens to answer.
        cluster_meant = settings.sign_in.method == "account" and settings.profiles and _slurm_answers(settings)
        chosen = "slurm" if cluster_meant else "local"
        settings = settings.model_copy(update={"spawner": chosen})
    elif settings.spawner == "slurm":
        slurm_answers_or_raise(settings)
    if not settings.hub.port:
        hub = settings.hub.model_copy(update={"port": free_port(settings.hub.address)})
        settings = settings.model_copy(update={"hub": hub})
    return settings


def slurm_of(settings: StudioSettings) -> Slurm:
    """Return Slurm's commands as these settings run them."""
    from spawners.cluster import Slurm  # noqa: PLC0415 - the hub's start on a laptop needs none of it

    environment = {"SLURM_CONF": str(settings.slurm.config)} if settings.slurm.config else {}
    return Slurm(min(settings.slurm.command_timeout, 20), environment)


def slurm_answers_or_raise(settings: StudioSettings) -> list[str]:
    """Return the cluster's partitions.

    Raises
    ------
    ClusterError
        No scheduler answers.

    """
    try:
        return asyncio.run(slurm_of(settings).partitions())
    except ClusterError as error:
        raise ClusterError(TEXTS, "no-slurm", reason=error.message()) from error


def inventory(settings: StudioSettings) -> Inventory:
    """Return what the cluster has.

    Raises
    ------
    ClusterError
        No scheduler answers.

    """
    from spawners.inventory import Inventory  # noqa: PLC0415 - as above

    return asyncio.run(Inventory.ask(slurm_of(settings)))


def _slurm_answers(settings: StudioSettings) -> bool:
    try:
        slurm_answers_or_raise(settings)
    except ClusterError:
        return False
    return True


def become_service_account(settings: StudioSettings) -> None:
    """Give up root for the service account; without root, make sure that we are it.

    Raises
    ------
    SettingsError
        There is no such account, we are another one, or root would run a cluster's hub.

    """
    import pwd  # noqa: PLC0415 - Unix only, like the accounts themselves

    name = settings.service_account
    if name is None:
        if os.geteuid() == 0 and settings.spawner == "slurm":
            raise SettingsError(TEXTS, "root-without-service-account")
        return
    try:
        account = pwd.getpwnam(name)
    except KeyError:
        raise SettingsError(TEXTS, "service-account-missing", name=name) from None
    if os.geteuid() == account.pw_uid:
        return
    if os.geteuid() != 0:
        raise SettingsError(TEXTS, "service-account-other", name=name)
    try:
        settings.state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if settings.state_dir.stat().st_uid == 0 and not any(settings.state_dir.iterdir()):
            os.chown(settings.state_dir, account.pw_uid, account.pw_gid)
    except OSError as error:
        raise StudioError(TEXTS, "state-not-writable", folder=settings.state_dir, reason=error.strerror) from error
    os.initgroups(name, account.pw_gid)
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    os.environ.update(HOME=account.pw_dir, USER=name, LOGNAME=name)
    os.chdir("/")


def state_folder(settings: StudioSettings) -> Path:
    """Return the state folder, made if it was missing.

    Raises
    ------
    StudioError
        It cannot be made or written to.

    """
    folder = settings.state_dir
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "log").mkdir(exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise StudioError(TEXTS, "state-not-writable", folder=folder, reason=error.strerror or str(error)) from error
    return folder


def lock_state(folder: Path) -> IO[str]:
    """Claim the state folder for one hub, for as long as the returned file stays open here or in a child.

    Raises
    ------
    StudioError
        Another hub runs on this folder.

    """
    lock = (folder / "hub.lock").open("a+", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.seek(0)
        process = lock.read().strip() or "?"
        lock.close()
        raise StudioError(TEXTS, "state-in-use", folder=folder, process=process) from None
    lock.truncate(0)
    lock.write(f"{os.getpid()}\n")
    lock.flush()
    os.set_inheritable(lock.fileno(), True)
    return lock


def port_is_free(address: str, port: int) -> None:
    """Make sure that `address`:`port` can be listened on.

    Raises
    ------
    StudioError
        Something listens there, the port is a privileged one, or the address is not this machine's.

    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            key = {98: "port-in-use", 13: "port-privileged"}.get(error.errno or 0, "address-not-ours")
            raise StudioError(TEXTS, key, address=address, port=str(port)) from error


def free_port(address: str) -> int:
    """Return a port that is free on `address` now."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM) as probe:
        try:
            probe.bind((address, 0))
        except OSError as error:
            raise StudioError(TEXTS, "address-not-ours", address=address, port="0") from error
        return int(probe.getsockname()[1])


def proxy_command() -> Path:
    """Return the proxy's program, which the set-up puts beside our interpreter.

    Raises
    ------
    StudioError
        It is not there, or no Node.js can run it.

    """
    command = Path(sys.prefix) / "bin" / "configurable-http-proxy"
    if not command.exists():
        raise StudioError(TEXTS, "no-proxy", folder=command.parent)
    node = shutil.which("node", path=search_path())
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False) if node else None
    version = answer.stdout.strip().lstrip("v") if answer else ""
    if not version or int(version.split(".")[0]) < _OLDEST_NODE:
        raise StudioError(TEXTS, "no-node", version=version or "–", oldest=str(_OLDEST_NODE))
    return command


def search_path() -> str:
    """Return the PATH on which the hub's own programs are found first."""
    return os.pathsep.join([str(Path(sys.prefix) / "bin"), os.environ.get("PATH", os.defpath)])
