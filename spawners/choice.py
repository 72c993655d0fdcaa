"""What a person may choose for a session beyond its profile, and what her choice asks Slurm for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from spawners.cluster import TEXTS
from spawners.inventory import Inventory
from spawners.notation import read_minutes, write_minutes
from spawners.rights import Association, Associations, PartitionRule, PartitionRules, Reservation, Reservations
from studio_messages import ClusterError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What may be sent besides the profile.
MORE = ("minutes", "account", "reservation")

# What may stand in a job script's directive; a name with anything else in it is not offered.
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:=+/@-]{0,199}")

# A year: more is no session.
_MOST_MINUTES = 366 * 1440


@dataclass(frozen=True, slots=True)
class Wish:
    """What was sent, of the right kind but not yet permitted; 0 and empty for nothing."""

    minutes: int = 0
    account: str = ""
    reservation: str = ""

    @classmethod
    def read(cls, options: Mapping[str, Any]) -> Wish:
        """Read what a browser or a REST call sent.

        Raises
        ------
        ValueError
            Something is not of the kind it should be.

        """
        minutes = options.get("minutes", 0)
        if isinstance(minutes, str):
            minutes = int(minutes) if re.fullmatch(r"[0-9]{1,6}", minutes) else -1
        if type(minutes) is not int or not 0 <= minutes <= _MOST_MINUTES:
            raise ValueError("minutes")
        names = {name: options.get(name, "") for name in ("account", "reservation")}
        for name, value in names.items():
            if not isinstance(value, str) or (value and _WORD.fullmatch(value) is None):
                raise ValueError(name)
        return cls(minutes, **names)


@dataclass(frozen=True, slots=True)
class Choices:
    """What one person may choose for one profile, or why she cannot have it.

    Times are in minutes, None where nobody sets them. The first of `accounts` is used when none is chosen; there are
    none where the profile names one (`bound`), or where accounting does not say. `unsaid` are the kinds of choice that
    the cluster told nothing about just now.
    """

    usual: int | None = None
    longest: int | None = None
    accounts: dict[str, int | None] = field(default_factory=dict)
    reservations: tuple[Reservation, ...] = ()
    bound: str = ""
    unsaid: frozenset[str] = frozenset()
    obstacle: ClusterError | None = None

    @property
    def account(self) -> str:
        """The account that pays when none is chosen; empty where nobody knows."""
        return self.bound or next(iter(self.accounts), "")

    def permitted(self, wish: Wish, now: datetime) -> dict[str, str]:
        """Return the req_* traits that a wish stands for.

        Raises
        ------
        UsageError
            She may not have it.

        """
        if self.obstacle:
            raise UsageError(TEXTS, self.obstacle.key, **self.obstacle.values)
        if any(getattr(wish, kind) for kind in self.unsaid):
            raise UsageError(TEXTS, "choice-unsaid")
        reservation = self._reservation(wish.reservation) if wish.reservation else None
        account = self._account(wish.account, reservation)
        # A session that could not end within its reservation would wait until that is over.
        left = reservation.minutes_left(now) if reservation else None
        longest = least(self.longest, self.accounts.get(account), left)
        if longest is not None and wish.minutes > longest:
            raise UsageError(TEXTS, "choice-minutes", longest=longest)
        minutes = wish.minutes or (least(self.usual, longest) if reservation else 0)
        chosen = {
            "req_reservation": wish.reservation,
            "req_account": account if account != self.account else "",
            "req_runtime": write_minutes(minutes) if minutes else "",
        }
        return {name: value for name, value in chosen.items() if value}

    def _reservation(self, name: str) -> Reservation:
        for each in self.reservations:
            if each.name == name:
                return each
        raise UsageError(TEXTS, "choice-reservation", name=name)

    def _account(self, name: str, reservation: Reservation | None) -> str:
        """Return the account that pays: the one chosen, or the first that the reservation takes."""
        if name and name not in self.accounts:
            raise UsageError(TEXTS, "choice-account", name=name)
        for account in [name] if name else [self.account, *self.accounts]:
            if reservation is None or reservation.takes_account(account):
                return account
        raise UsageError(
            TEXTS,
            "choice-reservation-account",
            name=reservation.name if reservation else "–",
            account=name or self.account,
        )


def least(*times: int | None) -> int | None:
    """Return the least of the times that are set."""
    return min((time for time in times if time is not None), default=None)


@dataclass(frozen=True, slots=True)
class Rights:
    """What is known of one person's rights and of the cluster; None where the cluster did not say."""

    user: str
    groups: frozenset[str]
    inventory: Inventory | None
    rules: PartitionRules | None
    associations: Associations | None
    reservations: Reservations | None

    def choices(self, profile: Mapping[str, str], now: datetime) -> Choices:
        """Return what she may choose for a profile, given as its req_* traits."""
        offer = self.inventory.offer(profile) if self.inventory else None
        partition = self.inventory.partition(profile.get("req_partition", "")) if self.inventory else None
        name = partition.name if partition else profile.get("req_partition", "")
        rule = self.rules.rule(name) if self.rules else None
        places = self._places(profile, name, rule)
        obstacle = offer.obstacle if offer else None
        if obstacle is None and ((rule and not rule.admits_groups(self.groups)) or places == []):
            obstacle = ClusterError(TEXTS, "not-for-you")
        limit = read_minutes(profile.get("req_runtime", ""))
        longest = usual = limit
        if limit is None and partition:
            longest, usual = partition.longest, partition.usual or partition.longest
        unsaid = {"account": self.associations, "reservation": self.reservations, "minutes": longest or self.inventory}
        bound = profile.get("req_account", "")
        accounts = {place.account: _whole(place.longest) for place in reversed(places or []) if not bound}
        return Choices(
            _whole(usual),
            _whole(longest),
            dict(reversed(accounts.items())),
            () if profile.get("req_reservation") else self._open_reservations(name, accounts or {bound: None}, now),
            bound,
            frozenset(kind for kind, said in unsaid.items() if said is None),
            obstacle,
        )

    def _places(
        self, profile: Mapping[str, str], partition: str, rule: PartitionRule | None
    ) -> list[Association] | None:
        """Return the associations under which she may use a profile; None where accounting says nothing of her."""
        if not self.associations or not self.associations.all:
            return None
        bound, qos = profile.get("req_account", ""), profile.get("req_qos", "")
        return [
            place
            for place in self.associations.all
            if _WORD.fullmatch(place.account)
            and (not bound or place.account == bound)
            and (not place.partition or place.partition == partition)
            and (not qos or not place.qos or qos in place.qos)
            and (rule is None or rule.admits_account(place.account))
        ]

    def _open_reservations(
        self, partition: str, accounts: Mapping[str, int | None], now: datetime
    ) -> tuple[Reservation, ...]:
        return tuple(
            each
            for each in (self.reservations.all if self.reservations else ())
            if _WORD.fullmatch(each.name)
            and each.is_near(now)
            and each.partition in ("", partition)
            and each.opens_to(self.user, self.groups)
            and any(each.takes_account(account) for account in accounts)
        )


def _whole(minutes: float | None) -> int | None:
    """Return whole minutes; less than one is one."""
    return None if minutes is None else max(int(minutes), 1)
