"""The people's and the hub's Unix accounts: made, recognised as ours, removed again.

An account that was there before is used as it is: it keeps its password and its home, and only its membership of
the group is added and taken away again.
"""

from __future__ import annotations

import grp
import pwd
import shutil
from typing import TYPE_CHECKING

from spawners.practice_cluster.system import run

if TYPE_CHECKING:
    from pathlib import Path

    from spawners.practice_cluster.layout import Layout, Person
    from spawners.practice_cluster.record import Record

# Stands in the account's comment field; only the administrator can change it there.
MARK = "AI Studio practice cluster"


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


def _members(group: str) -> list[str] | None:
    try:
        return grp.getgrnam(group).gr_mem
    except KeyError:
        return None


def create_accounts(layout: Layout, record: Record) -> None:
    """Make group, people and service account as they should be; what is already right stays."""
    if _members(layout.group) is None:
        _note(record, record.groups, layout.group)
        run("groupadd", layout.group)
    for person in layout.people:
        home = layout.homes / person.name
        _create(record, person.name, home, "--shell", "/bin/bash")
        if is_ours(person.name):
            _fill_home(person, home)
        _join(record, person.name, layout.group)
    _create(record, layout.service, layout.service_home, "--system", "--user-group", "--shell", "/usr/sbin/nologin")
    if is_ours(layout.service):
        _own_folder(layout.service, layout.service_home)
    # PAM verifies passwords with the right to read shadow, and this is the whole of that right.
    _join(record, layout.service, "shadow")


def _create(record: Record, name: str, home: Path, *options: str) -> None:
    if account(name) is None:
        _note(record, record.accounts, name)
        run("useradd", "--comment", MARK, "--home-dir", str(home), "--no-create-home", *options, name)
    elif is_ours(name):
        _note(record, record.accounts, name)


def _fill_home(person: Person, home: Path) -> None:
    if not home.exists():
        skeleton = [entry for entry in ("/etc/skel",) if _is_folder(entry)]
        if skeleton:
            shutil.copytree(skeleton[0], home, symlinks=True)
    _own_folder(person.name, home)
    run("chpasswd", "--crypt-method", "SHA512", given=f"{person.name}:{person.password}\n")


def _own_folder(name: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    for path in (folder, *folder.iterdir()):
        shutil.chown(path, name, name)
