"""What a person may choose on a real cluster: accounts, reservations and budgets that Slurm itself enforces."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.hub import Person, RunningHub
from tests.support.slurm import answer_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spawners.practice_cluster import PracticeCluster


@pytest.fixture(scope="module")
def rights(practice_cluster: PracticeCluster) -> Iterator[None]:
    """Ben may charge to two accounts and use one reservation of two; his usual account has 90 GPU minutes left."""

    def root(*command: str) -> None:
        answer_as("root", practice_cluster, *command)

    def reserve(name: str, *whom: str) -> None:
        when = ("starttime=now", "duration=120", "nodecnt=1", "flags=ignore_jobs", "corecnt=1")
        root("scontrol", "create", "reservation", f"reservationname={name}", *whom, *when)

    root("sacctmgr", "-i", "add", "user", "ben", "account=partner")
    root("sacctmgr", "-i", "modify", "account", "studio", "set", "GrpTRESMins=gres/gpu=90")
    reserve("for-partner", "accounts=partner")
    reserve("for-clara", "users=clara")
    yield
    for name in ("for-partner", "for-clara"):
        root("scontrol", "delete", f"reservationname={name}")
    root("sacctmgr", "-i", "modify", "account", "studio", "set", "GrpTRESMins=gres/gpu=-1")
    root("sacctmgr", "-i", "delete", "user", "ben", "account=partner")


@pytest.fixture(scope="module")
def ben(cluster_studio: RunningHub, rights: None) -> Iterator[Person]:
    with Person(cluster_studio, "ben", "ben-practice") as person:
        yield person


def _offers(person: Person) -> dict[str, Any]:
    page = person.http.get("/hub/spawn/ben")
    assert page.status_code == 200
    return json.loads(re.search(r"const offers = (\{.*\});", page.text)[1])  # type: ignore[index]


def _job(cluster: PracticeCluster) -> dict[str, str]:
    number = answer_as("root", cluster, "squeue", "--noheader", "--user=ben", "--format=%i")
    shown = answer_as("root", cluster, "scontrol", "--oneliner", "show", "job", number)
    return dict(re.findall(r"(\S+?)=(\S*)", shown))


def test_the_page_offers_what_slurm_grants(ben: Person) -> None:
    offers = _offers(ben)
    small = offers["small-gpu"]
    assert [account["name"] for account in small["accounts"]] == ["studio", "partner"]
    assert small["accounts"][0]["budgets"] == [
        {"owner": "studio", "resource": "gres/gpu", "rate": 1, "left": 90},
    ]
    assert small["accounts"][1]["budgets"] == []
    assert [each["name"] for each in small["reservations"]] == ["for-partner"]
    assert (small["usual"], small["longest"]) == (120, 120)
    assert offers["two-gpus"]["accounts"][0]["budgets"][0]["rate"] == 2
    assert offers["no-gpu"]["accounts"][0]["budgets"] == []
    assert offers["impossible"]["obstacle"]
    assert offers["gpu-share"]["total"] == 16


@pytest.mark.parametrize(
    "choice",
    [
        {"account": "root"},
        {"reservation": "for-clara"},
        {"minutes": 481},
        {"reservation": "for-partner", "account": "studio"},
    ],
)
def test_what_is_not_his_is_refused_before_slurm_is_asked(
    practice_cluster: PracticeCluster, ben: Person, choice: dict[str, Any]
) -> None:
    answer = ben.request_server({"profile": "no-gpu", **choice})
    assert answer.status_code == 400, answer.text
    assert answer.json()["message"]
    assert answer_as("root", practice_cluster, "squeue", "--noheader", "--user=ben", "--format=%i") == ""


def test_his_choice_is_what_the_job_gets(practice_cluster: PracticeCluster, ben: Person) -> None:
    ben.start_server({"profile": "gpu-share", "minutes": 30, "reservation": "for-partner"})
    try:
        job = _job(practice_cluster)
        assert (job["TimeLimit"], job["Account"], job["Reservation"]) == ("00:30:00", "partner", "for-partner")
        assert "gres:shard:1" in job["TresPerNode"]
        # What a running session takes in shards is no free GPU, and this version does not say how many are left.
        used = answer_as("root", practice_cluster, "sinfo", "--noheader", "--Node", "--Format=GresUsed:200")
        assert re.search(r"shard:a100:1\(IDX:\d\)|shard:a100:1\(\d/\d", used)
    finally:
        ben.stop_server()
