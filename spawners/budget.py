"""What a session takes of the computing time that accounting grants, and how much of that is left.

Slurm grants minutes of a resource (GrpTRESMins) to a person in an account, to an account and those above it, and to a
quality of service. What counts is what is used, and what running jobs may still use until their time limits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from spawners.live import OneQuestion
from spawners.notation import read_gres, read_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spawners.rights import PartitionRule


@dataclass(frozen=True, slots=True)
class Budget:
    """Minutes of one resource that are left; `owner` is the account or quality of service that they belong to."""

    owner: str
    resource: str
    left: float


@dataclass(frozen=True, slots=True)
class _Granted:
    account: str
    user: str
    parent: str
    budgets: tuple[Budget, ...]


@dataclass(frozen=True)
class Budgets(OneQuestion):
    """The budgets that may bind one person; ask with ``users=NAME`` at the end, which leaves out other people's."""

    granted: tuple[_Granted, ...]
    of_qos: dict[str, tuple[Budget, ...]]

    question = ("scontrol", "--oneliner", "show", "assoc_mgr", "flags=assoc,qos")

    @classmethod
    def read(cls, answer: str) -> Self:
        """Read what scontrol printed."""
        granted, of_qos = [], {}
        for line in answer.splitlines():
            record = {name: value.partition("(")[0] for name, value in read_record(line).items()}
            if name := record.get("QOS"):
                of_qos[name] = tuple(_budgets(name, line))
            elif name := record.get("Account"):
                budgets = tuple(_budgets(name, line))
                granted.append(_Granted(name, record.get("UserName", ""), record.get("ParentAccount", ""), budgets))
        return cls(tuple(granted), of_qos)

    def binding(self, account: str, user: str, qos: str = "") -> list[Budget]:
        """Return, for each resource that is granted by the minute, the scarcest of the budgets that bind a job."""
        scarcest: dict[str, Budget] = {}
        for budget in [*self._along(account, user), *self.of_qos.get(qos, ())]:
            if budget.resource not in scarcest or budget.left < scarcest[budget.resource].left:
                scarcest[budget.resource] = budget
        return list(scarcest.values())

    def _along(self, account: str, user: str) -> Iterator[Budget]:
        for each in self.granted:
            if each.account == account and each.user == user:
                yield from each.budgets
        accounts = {each.account: each for each in self.granted if not each.user}
        passed: set[str] = set()
        while account in accounts and account not in passed:
            passed.add(account)
            yield from accounts[account].budgets
            account = accounts[account].parent


def _budgets(owner: str, line: str) -> Iterator[Budget]:
    """Read ``GrpTRESMins=cpu=N(0),gres/gpu=6000(90)``: granted and used, N for not limited."""
    running = {name: float(used) for name, _, used in _amounts("GrpTRESRunMins", line)}
    for resource, limit, used in _amounts("GrpTRESMins", line):
        if limit != "N":
            yield Budget(owner, resource, max(float(limit) - float(used) - running.get(resource, 0), 0))


def _amounts(field: str, line: str) -> list[tuple[str, str, str]]:
    text = re.search(rf"\b{field}=(\S*)", line)
    return re.findall(r"([^,=]+)=(N|\d+)\((\d+(?:\.\d+)?)\)", text[1]) if text else []


def taken(wish: Mapping[str, str], rule: PartitionRule | None, *, greatest: bool = False) -> dict[str, float]:
    """Return what a session with these req_* traits takes of each resource a minute, by Slurm's name for it.

    Billing follows the partition's weights: their sum, or with `greatest` (PriorityFlags=MAX_TRES) the highest; without
    weights it is the number of cores. Where it depends on what the profile leaves to Slurm, it is left out.
    """
    taken: dict[str, float] = {"cpu": float(wish.get("req_nprocs") or 1), "node": 1.0}
    if memory := re.fullmatch(r"(\d+)([MGT])", wish.get("req_memory", "")):
        taken["mem"] = float(memory[1]) * {"M": 1, "G": 1024, "T": 1024**2}[memory[2]]
    for (kind, of_type), count in read_gres(wish.get("req_gres", "")).items():
        taken[f"gres/{kind}"] = taken.get(f"gres/{kind}", 0) + count
        if of_type:
            taken[f"gres/{kind}:{of_type}"] = float(count)
    if rule is None or rule.weights is None:
        return {**taken, "billing": taken["cpu"]} if rule else taken
    if "mem" in rule.weights and "mem" not in taken:
        return taken
    shares = [weight * taken.get(name, 0) for name, weight in rule.weights.items()]
    return {**taken, "billing": max(shares) if greatest else sum(shares)}
