"""What a person may choose and what it costs, from answers in the form that Slurm 22.05 gave them, adapted."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from spawners.budget import Budget, Budgets, taken
from spawners.choice import Choices, Rights, Wish
from spawners.inventory import Inventory, Partition
from spawners.rights import Association, Associations, PartitionRules, Reservation, Reservations
from studio_messages import UsageError

ASSOCIATIONS = """\
practice|studio|partner||normal|
practice|studio|studio||normal,urgent|
practice|studio|studio|debug|normal|00:30:00
elsewhere|studio|other||normal|
"""

RESERVATIONS = """\
ReservationName=workshop StartTime=2026-11-24T21:04:13 EndTime=2026-11-24T22:04:13 Duration=01:00:00 Nodes=gpu02 \
NodeCnt=1 CoreCnt=32 Features=(null) PartitionName=(null) Flags=SPEC_NODES TRES=cpu=32 Users=(null) Groups=(null) \
Accounts=studio Licenses=(null) State=INACTIVE BurstBuffer=(null) Watts=n/a MaxStartDelay=(null)
ReservationName=mine StartTime=2026-11-24T19:04:13 EndTime=2026-11-25T00:04:13 Duration=05:00:00 Nodes=gpu01 \
NodeCnt=1 CoreCnt=32 Features=(null) PartitionName=gpu Flags= TRES=cpu=32 Users=anna,ben Groups=(null) \
Accounts=(null) Licenses=(null) State=ACTIVE BurstBuffer=(null) Watts=n/a MaxStartDelay=(null)
ReservationName=maint StartTime=2026-11-25T06:04:13 EndTime=2026-11-25T07:04:13 Duration=01:00:00 Nodes=gpu[01-02] \
NodeCnt=2 CoreCnt=64 Features=(null) PartitionName=(null) Flags=MAINT,SPEC_NODES,ALL_NODES TRES=cpu=64 Users=root \
Groups=(null) Accounts=(null) Licenses=(null) State=INACTIVE BurstBuffer=(null) Watts=n/a MaxStartDelay=(null)
ReservationName=notben StartTime=2026-11-25T16:04:13 EndTime=2026-11-25T17:04:13 Duration=01:00:00 Nodes=gpu01 \
NodeCnt=1 CoreCnt=32 Features=(null) PartitionName=(null) Flags=SPEC_NODES TRES=cpu=32 Users=-ben Groups=(null) \
Accounts=(null) Licenses=(null) State=INACTIVE BurstBuffer=(null) Watts=n/a MaxStartDelay=(null)
"""

PARTITIONS = """\
PartitionName=gpu AllowGroups=ALL AllowAccounts=ALL AllowQos=ALL AllocNodes=ALL Default=YES QoS=N/A \
DefaultTime=01:00:00 MaxTime=08:00:00 State=UP TRES=cpu=64,mem=128G,node=2,billing=64,gres/gpu=4 \
TRESBillingWeights=CPU=1.0,Mem=0.25G,GRES/gpu=2.0
PartitionName=debug AllowGroups=ALL DenyAccounts=partner AllowQos=ALL AllocNodes=ALL Default=NO State=UP
PartitionName=staff AllowGroups=staff,wheel AllowAccounts=ALL AllowQos=ALL AllocNodes=ALL Default=NO State=UP
PartitionName=bought AllowGroups=ALL AllowAccounts=rich AllowQos=ALL AllocNodes=ALL Default=NO State=UP
"""

BUDGETS = """\
Current Association Manager state
Association Records
ClusterName=practice Account=root UserName= Partition= Priority=0 ID=1 ParentAccount= Lft=1 DefAssoc=No \
GrpTRES=cpu=N(1),gres/gpu=N(0) GrpTRESMins=cpu=900(30),gres/gpu=N(0) GrpTRESRunMins=cpu=N(30),gres/gpu=N(30)
ClusterName=practice Account=studio UserName= Partition= Priority=0 ID=4 ParentAccount=root(1) Lft=2 DefAssoc=No \
GrpTRES=cpu=N(1),gres/gpu=3(1) GrpTRESMins=cpu=N(0),billing=100000(0),gres/gpu=6000(120) \
GrpTRESRunMins=cpu=N(30),billing=N(30),gres/gpu=N(30)
ClusterName=practice Account=studio UserName=anna(1001) Partition= Priority=0 ID=5 ParentAccount= Lft=5 DefAssoc=Yes \
GrpTRES=cpu=N(1),gres/gpu=N(1) GrpTRESMins=cpu=N(0),gres/gpu=N(0) GrpTRESRunMins=cpu=N(30),gres/gpu=N(30)
QOS Records
QOS=urgent(2) UsageRaw=0.000000 GrpTRES=cpu=N(0) GrpTRESMins=cpu=N(0),gres/gpu=120(0) GrpTRESRunMins=gres/gpu=N(150)
"""

# The recorded times are local ones.
NOW = datetime(2026, 11, 24, 20, 0).astimezone()

INVENTORY = Inventory(
    {name: Partition(name, name == "gpu", 480, 60) for name in ("gpu", "debug", "staff", "bought")},
)


def rights(**known: object) -> Rights:
    parts = {
        "user": "anna",
        "groups": frozenset({"studio-users"}),
        "inventory": INVENTORY,
        "rules": PartitionRules.read(PARTITIONS),
        "associations": Associations.read(ASSOCIATIONS).on("practice"),
        "reservations": Reservations.read(RESERVATIONS),
    }
    return Rights(**{**parts, **known})


def test_the_default_account_comes_first_and_other_clusters_do_not_count() -> None:
    choices = rights().choices({}, NOW)
    assert list(choices.accounts) == ["studio", "partner"]
    assert choices.account == "studio"
    assert (choices.usual, choices.longest) == (60, 480)


@pytest.mark.parametrize(
    ("profile", "accounts"),
    [
        ({"req_qos": "urgent"}, {"studio": None}),
        ({"req_partition": "debug"}, {"studio": None}),
        ({"req_account": "partner"}, {}),
    ],
)
def test_only_accounts_that_may_use_a_profile_are_offered(profile: dict[str, str], accounts: dict[str, None]) -> None:
    choices = rights().choices(profile, NOW)
    assert choices.accounts == accounts
    assert choices.obstacle is None


@pytest.mark.parametrize(
    "profile",
    [{"req_account": "other"}, {"req_qos": "gold"}, {"req_partition": "staff"}, {"req_partition": "bought"}],
)
def test_a_profile_that_is_not_for_her_is_closed(profile: dict[str, str]) -> None:
    obstacle = rights().choices(profile, NOW).obstacle
    assert obstacle is not None
    assert obstacle.key == "not-for-you"


def test_a_group_opens_its_partition() -> None:
    assert rights(groups=frozenset({"staff"})).choices({"req_partition": "staff"}, NOW).obstacle is None


def test_reservations_are_those_for_her_now_or_soon() -> None:
    assert [each.name for each in rights().choices({}, NOW).reservations] == ["mine", "workshop", "notben"]
    assert [each.name for each in rights(user="ben").choices({}, NOW).reservations] == ["mine", "workshop"]
    assert [each.name for each in rights().choices({"req_account": "partner"}, NOW).reservations] == ["mine", "notben"]
    assert [each.name for each in rights().choices({"req_partition": "debug"}, NOW).reservations] == [
        "workshop",
        "notben",
    ]
    later = NOW + timedelta(hours=3, minutes=58)
    assert [each.name for each in rights().choices({}, later).reservations] == ["notben"]
    assert rights().choices({"req_reservation": "mine"}, NOW).reservations == ()


@pytest.mark.parametrize(
    ("wish", "chosen"),
    [
        (Wish(), {}),
        (Wish(minutes=90), {"req_runtime": "1:30:00"}),
        (Wish(account="studio"), {}),
        (Wish(account="partner"), {"req_account": "partner"}),
        # An hour is what this partition gives; four are left of the reservation.
        (Wish(reservation="mine"), {"req_reservation": "mine", "req_runtime": "1:00:00"}),
        (Wish(reservation="mine", minutes=240), {"req_reservation": "mine", "req_runtime": "4:00:00"}),
    ],
)
def test_what_is_hers_is_permitted(wish: Wish, chosen: dict[str, str]) -> None:
    assert rights().choices({}, NOW).permitted(wish, NOW) == chosen


def test_a_session_in_a_reservation_ends_with_it() -> None:
    choices = rights().choices({"req_runtime": "6:00:00"}, NOW)
    assert choices.permitted(Wish(reservation="mine"), NOW)["req_runtime"] == "4:04:00"


def test_a_reservation_for_another_of_her_accounts_is_charged_to_that() -> None:
    booked = Reservation("theirs", NOW, NOW + timedelta(hours=9), "", frozenset(), frozenset({"partner"}), frozenset())
    choices = rights(reservations=Reservations((booked,))).choices({}, NOW)
    assert choices.permitted(Wish(reservation="theirs"), NOW)["req_account"] == "partner"
    with pytest.raises(UsageError, match="theirs"):
        choices.permitted(Wish(reservation="theirs", account="studio"), NOW)


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        (Wish(minutes=481), "choice-minutes"),
        (Wish(reservation="mine", minutes=245), "choice-minutes"),
        (Wish(account="other"), "choice-account"),
        (Wish(reservation="maint"), "choice-reservation"),
        (Wish(reservation="workshop", account="partner"), "choice-reservation-account"),
    ],
)
def test_what_is_not_hers_is_refused_with_a_remedy(wish: Wish, key: str) -> None:
    with pytest.raises(UsageError) as refused:
        rights().choices({}, NOW).permitted(wish, NOW)
    assert refused.value.key == key
    for language in ("en", "de"):
        assert refused.value.remedy(language)


def test_the_limit_of_an_account_counts() -> None:
    mine = Associations((Association("c", "short", "", frozenset(), 30.0),))
    with pytest.raises(UsageError, match="30 minutes"):
        rights(associations=mine).choices({}, NOW).permitted(Wish(minutes=31), NOW)


@pytest.mark.parametrize(
    ("unknown", "wish"),
    [
        ("associations", Wish(account="studio")),
        ("reservations", Wish(reservation="mine")),
        ("inventory", Wish(minutes=30)),
    ],
)
def test_nothing_is_permitted_that_the_cluster_did_not_say(unknown: str, wish: Wish) -> None:
    choices = rights(**{unknown: None}).choices({}, NOW)
    assert choices.permitted(Wish(), NOW) == {}
    with pytest.raises(UsageError) as refused:
        choices.permitted(wish, NOW)
    assert refused.value.key == "choice-unsaid"


def test_without_accounting_there_is_no_account_to_choose() -> None:
    assert rights(associations=Associations(())).choices({}, NOW) == Choices(
        60, 480, {}, tuple(each for each in Reservations.read(RESERVATIONS).all if not each.accounts)
    )


def test_the_scarcest_budget_on_the_way_up_binds() -> None:
    budgets = Budgets.read(BUDGETS)
    gpus = Budget("studio", "gres/gpu", 5850.0)
    assert budgets.binding("studio", "anna") == [
        Budget("studio", "billing", 99970.0),
        gpus,
        Budget("root", "cpu", 840.0),
    ]
    assert Budget("urgent", "gres/gpu", 0.0) in budgets.binding("studio", "anna", "urgent")
    assert budgets.binding("unheard-of", "anna") == []


def test_what_a_minute_takes() -> None:
    profile = {"req_nprocs": "2", "req_memory": "4G", "req_gres": "gpu:a100:1"}
    weighed = PartitionRules.read(PARTITIONS).rule("gpu")
    plain = PartitionRules.read(PARTITIONS).rule("debug")
    assert taken(profile, plain) == {
        "cpu": 2,
        "node": 1,
        "mem": 4096,
        "gres/gpu": 1,
        "gres/gpu:a100": 1,
        "billing": 2,
    }
    assert taken(profile, weighed)["billing"] == pytest.approx(2 + 4 * 0.25 + 2)
    assert taken(profile, weighed, greatest=True)["billing"] == pytest.approx(2)
    # How much memory Slurm gives a job that names none is not known here.
    assert "billing" not in taken({"req_nprocs": "2"}, weighed)


def test_odd_answers_are_left_out() -> None:
    for odd in ("", "\n", "No reservations in the system\n", "a|b|c\n", "ReservationName=x StartTime=soon\n"):
        assert Associations.read(odd).all == ()
        assert Reservations.read(odd).all == ()
        assert PartitionRules.read(odd).all == {}
        assert Budgets.read(odd).granted == ()
