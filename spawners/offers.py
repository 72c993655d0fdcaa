"""What a person may choose on the start page, from the profiles and the live cluster; a start is held against it."""

from __future__ import annotations

import asyncio
import grp
import os
import pwd
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Self

from spawners.budget import Budgets, taken
from spawners.choice import Choices, Rights, Wish, least
from spawners.cluster import TEXTS, Slurm
from spawners.inventory import Inventory
from spawners.live import Live, OneQuestion
from spawners.rights import Associations, PartitionRules, Reservations
from spawners.studio_spawner import StudioSpawner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spawners.rights import Reservation
    from studio_messages import Language


# Seconds that a start waits to hear whether its choice is permitted; a page waits less.
_PATIENCE = 10.0


@dataclass(frozen=True)
class _Configuration(OneQuestion):
    """The cluster's name in accounting, and whether billing counts the greatest share alone."""

    cluster: str | None
    greatest: bool

    question = ("scontrol", "show", "config")

    @classmethod
    def read(cls, answer: str) -> Self:
        values = dict(re.findall(r"^(\w+)\s*= (\S+)", answer, re.MULTILINE))
        return cls(values.get("ClusterName"), "MAX_TRES" in values.get("PriorityFlags", "").split(","))


class LiveCluster:
    """Everything that the start page says of a cluster, each part asked for when somebody looks, and kept for a while.

    Parameters
    ----------
    slurm
        Runs the queries.

    """

    def __init__(self, slurm: Slurm) -> None:
        self.slurm = slurm
        self.inventory = Live(partial(Inventory.ask, slurm), keep=10)
        self.reservations = Live(partial(Reservations.ask, slurm), keep=30)
        self.rules = Live(partial(PartitionRules.ask, slurm), keep=300)
        self.configuration = Live(partial(_Configuration.ask, slurm), keep=3600)
        self._associations: dict[str, Live[Associations]] = {}
        self._budgets: dict[str, Live[Budgets]] = {}

    async def rights(self, user: str, patience: float | None = None) -> Rights:
        """Return what is known of a person's rights; `patience` is how many seconds to wait for it."""
        associations = self._associations.setdefault(
            user, Live(partial(Associations.ask, self.slurm, f"name={user}"), keep=60)
        )
        inventory, rules, reservations, configuration, own, groups = await asyncio.gather(
            self.inventory.look(patience),
            self.rules.look(patience),
            self.reservations.look(patience),
            self.configuration.look(patience),
            associations.look(patience),
            asyncio.to_thread(_groups, user),
        )
        if own:
            own = own.on(configuration.cluster if configuration else None)
        return Rights(user, groups, inventory, rules, own, reservations)

    async def budgets(self, user: str) -> Budgets | None:
        """Return the budgets that may bind a person; None where nobody says."""
        budgets = self._budgets.setdefault(user, Live(partial(Budgets.ask, self.slurm, f"users={user}"), keep=30))
        return await budgets.look()


@cache
def live_cluster(slurm: Slurm) -> LiveCluster:
    """Return the one look at a cluster that all of a hub's spawners share."""
    return LiveCluster(slurm)


def _groups(user: str) -> frozenset[str]:
    try:
        numbers = os.getgrouplist(user, pwd.getpwnam(user).pw_gid)
    except (KeyError, OSError):
        return frozenset()
    names = set()
    for number in numbers:
        with suppress(KeyError):
            names.add(grp.getgrgid(number).gr_name)
    return frozenset(names)


class OffersChoices(StudioSpawner):
    """The part of a Slurm spawner that knows what its person may choose."""

    @property
    def slurm(self) -> Slurm:
        """Slurm's commands."""
        raise NotImplementedError

    async def offers(self, language: Language) -> dict[str, dict[str, Any]]:
        """Say for each profile what this person can have of it now, as the start page shows it."""
        cluster, now = live_cluster(self.slurm), datetime.now(UTC)
        user = str(self.user.name)
        rights, budgets = await asyncio.gather(cluster.rights(user), cluster.budgets(user))
        configuration = await cluster.configuration.look()
        found = {}
        for name, profile in self.profiles.items():
            choices = rights.choices(profile, now)
            stock = rights.inventory.offer(profile) if rights.inventory else None
            rule = rights.rules.rule(profile.get("req_partition", "")) if rights.rules else None
            costs = taken(profile, rule, greatest=bool(configuration and configuration.greatest))
            found[name] = {
                "free": stock.free if stock else None,
                "total": stock.total if stock else None,
                "obstacle": choices.obstacle.message(language) if choices.obstacle else "",
                "usual": choices.usual,
                "longest": least(choices.longest, max(filter(None, choices.accounts.values()), default=None)),
                "accounts": _accounts(choices, budgets, costs, user, profile.get("req_qos", "")),
                "reservations": [
                    {"name": each.name, "minutes": each.minutes_left(now), "label": _label(each, now, language)}
                    for each in choices.reservations
                ],
            }
        return found

    async def permitted(self, profile: Mapping[str, str], wish: Wish) -> dict[str, str]:
        """Return the req_* traits that a wish stands for, held against what this person may use.

        Raises
        ------
        UsageError
            She may not have it.

        """
        if wish == Wish():
            # The profile as it stands is always good for a try: Slurm itself says what is wrong with it.
            return {}
        rights = await live_cluster(self.slurm).rights(str(self.user.name), _PATIENCE)
        return rights.choices(profile, datetime.now(UTC)).permitted(wish, datetime.now(UTC))


def _label(reservation: Reservation, now: datetime, language: Language) -> str:
    """Name a reservation with its time, in the time zone of this machine."""
    today = now.astimezone().date()
    starts, ends = (moment.astimezone() for moment in (reservation.starts, reservation.ends))
    first, last = (f"{each:%H:%M}" if each.date() == today else f"{each:%d.%m. %H:%M}" for each in (starts, ends))
    key = "reservation-now" if reservation.starts <= now else "reservation-soon"
    return TEXTS(key, language, name=reservation.name, starts=first, ends=last)


def _accounts(
    choices: Choices, budgets: Budgets | None, costs: Mapping[str, float], user: str, qos: str
) -> list[dict[str, Any]]:
    """Return the accounts that can pay, the usual one first, with what a minute takes of the budgets that bind."""
    names = choices.accounts or ({choices.bound: None} if choices.bound else {})
    return [
        {
            "name": name,
            "longest": longest,
            "budgets": [
                {
                    "owner": budget.owner,
                    "resource": budget.resource,
                    "rate": costs[budget.resource],
                    "left": budget.left,
                }
                for budget in (budgets.binding(name, user, qos) if budgets else ())
                if costs.get(budget.resource)
            ],
        }
        for name, longest in names.items()
    ]
