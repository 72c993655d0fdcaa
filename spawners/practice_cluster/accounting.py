"""Who belongs to which account in the cluster's accounting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spawners.practice_cluster.daemons import slurm
from spawners.practice_cluster.system import run

if TYPE_CHECKING:
    from spawners.practice_cluster.layout import Layout


def register(layout: Layout) -> None:
    """Add cluster, accounts and associations that are missing."""

    def sacctmgr(*arguments: str) -> str:
        return run("sacctmgr", "--immediate", "--quiet", *arguments, environment=slurm(layout), timeout=20)

    listing = ("--noheader", "--parsable2", "list")
    if layout.name not in sacctmgr(*listing, "cluster", "format=cluster").split():
        sacctmgr("add", "cluster", layout.name)
    lines = sacctmgr(*listing, "associations", f"cluster={layout.name}", "format=account,user").splitlines()
    there = {tuple(line.split("|")) for line in lines}
    for name in sorted({person.account for person in layout.people}):
        if (name, "") not in there:
            sacctmgr("add", "account", name, f"cluster={layout.name}", f"description={name}")
    for person in layout.people:
        if (person.account, person.name) not in there:
            sacctmgr("add", "user", person.name, f"account={person.account}", f"cluster={layout.name}")
