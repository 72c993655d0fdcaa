"""Who may use what of a cluster: accounts and qualities of service, partitions, reservations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from spawners.cluster import read_time
from spawners.live import OneQuestion
from spawners.notation import read_minutes, read_names, read_record

# A reservation that begins later than this is not yet a choice for a session now.
_SOON = timedelta(hours=24)

# What is left of a reservation must be worth a start.
_WORTH_A_START = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Association:
    """A person's place in an account; `partition` is empty where it holds for all, `longest` is in minutes."""

    cluster: str
    account: str
    partition: str
    qos: frozenset[str]
    longest: float | None


@dataclass(frozen=True)
class Associations(OneQuestion):
    """A person's associations, those of her default account first; ask with her name at the end."""

    all: tuple[Association, ...]

    question = (
        "sacctmgr",
        "--noheader",
        "--parsable2",
        "--readonly",
        "show",
        "user",
        "withassoc",
        "format=cluster,defaultaccount,account,partition,qos,maxwall",
    )

    @classmethod
    def read(cls, answer: str) -> Self:
        """Read what sacctmgr printed."""
        found = []
        for line in answer.splitlines():
            fields = line.split("|")
            if len(fields) == 6 and fields[2]:
                cluster, default, account, partition, qos, longest = fields
                place = Association(cluster, account, partition, read_names(qos), read_minutes(longest))
                found.append((account != default, place))
        return cls(tuple(place for _, place in sorted(found, key=lambda entry: entry[0])))

    def on(self, cluster: str | None) -> Self:
        """Return those of one cluster; an accounting database may serve several."""
        return type(self)(tuple(each for each in self.all if cluster is None or each.cluster == cluster))


@dataclass(frozen=True, slots=True)
class PartitionRule:
    """Whom a partition admits, None for everybody, and what its resources weigh in billing."""

    name: str
    is_default: bool
    accounts: frozenset[str] | None
    refused_accounts: frozenset[str]
    groups: frozenset[str] | None
    weights: dict[str, float] | None

    def admits_account(self, account: str) -> bool:
        """Tell whether jobs of an account may run there."""
        return account not in self.refused_accounts and (self.accounts is None or account in self.accounts)

    def admits_groups(self, groups: frozenset[str]) -> bool:
        """Tell whether a member of these Unix groups may use it."""
        return self.groups is None or bool(self.groups & groups)


@dataclass(frozen=True)
class PartitionRules(OneQuestion):
    """The rules of all partitions, by name."""

    all: dict[str, PartitionRule]

    question = ("scontrol", "--oneliner", "show", "partition")

    @classmethod
    def read(cls, answer: str) -> Self:
        """Read what scontrol printed."""
        rules = {}
        for line in answer.splitlines():
            record = read_record(line)
            if name := record.get("PartitionName"):
                rules[name] = PartitionRule(
                    name,
                    record.get("Default") == "YES",
                    _unless_all(record.get("AllowAccounts", "ALL")),
                    read_names(record.get("DenyAccounts", "")),
                    _unless_all(record.get("AllowGroups", "ALL")),
                    _weights(record.get("TRESBillingWeights", "")),
                )
        return cls(rules)

    def rule(self, name: str) -> PartitionRule | None:
        """Return the rule of a partition; without a name, of the default one."""
        if name:
            return self.all.get(name)
        return next((each for each in self.all.values() if each.is_default), None)


def _unless_all(text: str) -> frozenset[str] | None:
    return None if text == "ALL" else read_names(text)


def _weights(text: str) -> dict[str, float] | None:
    """Read ``CPU=1.0,Mem=0.25G,GRES/gpu=2.0`` as the weight of one core, MiB or GPU."""
    units = {"K": 1 / 1024, "M": 1.0, "G": 1024.0, "T": 1024.0**2}
    found = {}
    for part in read_names(text):
        name, _, number = part.partition("=")
        unit = units.get(number[-1:].upper())
        try:
            weight = float(number[:-1] if unit else number)
        except ValueError:
            continue
        found[name.lower()] = weight / unit if unit else weight
    return found or None


@dataclass(frozen=True, slots=True)
class Reservation:
    """A reservation and for whom it is; a name with a minus is kept out, everybody else is let in."""

    name: str
    starts: datetime
    ends: datetime
    partition: str
    users: frozenset[str]
    accounts: frozenset[str]
    groups: frozenset[str]

    def opens_to(self, user: str, groups: frozenset[str]) -> bool:
        """Tell whether it is for this person, whatever her account."""
        if self.groups:
            return bool(self.groups & groups)
        return _listed(user, self.users)

    def takes_account(self, account: str) -> bool:
        """Tell whether jobs of an account may use it."""
        return _listed(account, self.accounts)

    def is_near(self, now: datetime) -> bool:
        """Tell whether it is going on, with some time left, or begins soon."""
        return self.starts < now + _SOON and self.ends > now + _WORTH_A_START

    def minutes_left(self, now: datetime) -> int:
        """Return how many whole minutes a session in it can have."""
        return int((self.ends - max(now, self.starts)).total_seconds() // 60)


def _listed(name: str, names: frozenset[str]) -> bool:
    kept_out = {each[1:] for each in names if each.startswith("-")}
    return name not in kept_out if kept_out else not names or name in names


@dataclass(frozen=True)
class Reservations(OneQuestion):
    """The cluster's reservations."""

    all: tuple[Reservation, ...]

    question = ("scontrol", "--oneliner", "show", "reservation")

    @classmethod
    def read(cls, answer: str) -> Self:
        """Read what scontrol printed; those for nobody in particular, and for maintenance, are left out."""
        found = []
        for line in answer.splitlines():
            record = read_record(line)
            starts, ends = read_time(record.get("StartTime", "")), read_time(record.get("EndTime", ""))
            users, accounts, groups = (read_names(record.get(key, "")) for key in ("Users", "Accounts", "Groups"))
            if starts is None or ends is None or not (users or accounts or groups):
                continue
            if "MAINT" in record.get("Flags", "").split(","):
                continue
            partition = ",".join(read_names(record.get("PartitionName", "")))
            found.append(
                Reservation(record.get("ReservationName", ""), starts, ends, partition, users, accounts, groups)
            )
        return cls(tuple(sorted(found, key=lambda each: (each.starts, each.name))))
