"""The people's and the hub's Unix accounts: made, recognised as ours, removed again.

An account that was there before is used as it is: it keeps its password and its home, and only its membership of
the group is added and taken away again.
"""

from __future__ import annotations

import grp
import os
import pwd
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from spawners.practice_cluster.system import TEXTS, run
from studio_messages import ClusterError

if TYPE_CHECKING:
    from spawners.practice_cluster.layout import Layout
    from spawners.practice_cluster.record import Record

# Stands in the account's comment field, which only the administrator can change.
MARK = "AI Studio practice cluster"

# Where sudo notes who has asked it for something.
_SUDO_TRACES = (Path("/run/sudo/ts"), Path("/var/lib/sudo/lectured"))


def account(name: str) -> pwd.struct_passwd | None:
    """Return the Unix account `name`, or None."""
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def is_ours(name: str) -> bool:
    """Return whether `name` is an account that a practice cluster created."""
    found = account(name)
    return found is not None and found.pw_gecos == MARK


def our_uids(record: Record) -> set[int]:
    """Return the numbers of the accounts that this cluster created and that are still there."""
    return {found.pw_uid for name in record.accounts if is_ours(name) and (found := account(name))}


def _members(group: str) -> list[str] | None:
    try:
        return grp.getgrnam(group).gr_mem
    except KeyError:
        return None


def _homes(layout: Layout) -> dict[str, Path]:
    homes = {person.name: layout.homes / person.name for person in layout.people}
    return homes | {layout.service: layout.service_home}


def check_accounts(layout: Layout) -> None:
    """Make sure that no account is one that another practice cluster has created.

    Raises
    ------
    ClusterError
        One is; it would be taken from under that cluster.

    """
    for name, home in _homes(layout).items():
        found = account(name)
        if found is not None and is_ours(name) and found.pw_dir != str(home):
            raise ClusterError(TEXTS, "practice-other-cluster", name=name, home=found.pw_dir)


def create_accounts(layout: Layout, record: Record) -> None:
    """Make group, people and service account as they should be; what is already right stays."""
    check_accounts(layout)
    if _members(layout.group) is None:
        record.groups.append(layout.group)
        record.save()
        run("groupadd", layout.group)
    for person in layout.people:
        _create(record, person.name, layout.homes / person.name, "--shell", "/bin/bash")
        _join(record, person.name, layout.group)
    _create(record, layout.service, layout.service_home, "--system", "--user-group", "--shell", "/usr/sbin/nologin")
    # PAM verifies passwords with the right to read shadow, and this is the whole of that right.
    _join(record, layout.service, "shadow")
    _share_logs(layout)
    passwords = [f"{person.name}:{person.password}" for person in layout.people if is_ours(person.name)]
    run("chpasswd", "--crypt-method", "SHA512", given="".join(f"{line}\n" for line in passwords))


def _share_logs(layout: Layout) -> None:
    """Make the folder in which people may create files that the service account may read, and see nothing else."""
    layout.session_logs.mkdir(exist_ok=True)
    os.chown(layout.session_logs, 0, pwd.getpwnam(layout.service).pw_gid)
    layout.session_logs.chmod(0o3753)


def _create(record: Record, name: str, home: Path, *options: str) -> None:
    if is_ours(name) and home.is_dir():
        return
    if is_ours(name):
        run("userdel", name, timeout=20)
    if account(name) is not None:
        return
    # A home whose account is gone would belong to whoever gets its number next.
    if home.exists():
        shutil.rmtree(home)
    if name not in record.accounts:
        record.accounts.append(name)
        record.save()
    private = ("--create-home", "--key", "HOME_MODE=0700", "--home-dir", str(home))
    run("useradd", "--comment", MARK, *private, *options, name, timeout=20)


def _join(record: Record, name: str, group: str) -> None:
    if name in (_members(group) or []):
        return
    record.memberships.append((name, group))
    record.save()
    run("gpasswd", "--add", name, group)


def remove_accounts(record: Record) -> None:
    """Remove the accounts, memberships and groups that `create_accounts` made; homes go with the state folder."""
    for name, group in record.memberships:
        if name in (_members(group) or []):
            run("gpasswd", "--delete", name, group)
    for name in record.accounts:
        if is_ours(name):
            run("userdel", name, timeout=20)
            for folder in _SUDO_TRACES:
                (folder / name).unlink(missing_ok=True)
    for group in record.groups:
        if _members(group) == []:
            run("groupdel", group)
