"""The queue in the reader's words: what Slurm printed, read and translated."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from spawners.cluster import SEPARATOR, TEXTS, Job
from spawners.queue import Queue, _tasks, expected, meaning, waiting_words, when

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)

# As `squeue --states=PENDING` of Slurm 22.05 answered on the practice cluster, and two jobs of another partition.
RECORDED = """\
3|gpu|4294901757|Resources
4|gpu|4294901756|Priority
5|gpu|4294901755|BeginTime
6|gpu|4294901754|Dependency
8_[1-4]|gpu|4294901753|Priority
11|gpu|4294901750|PartitionTimeLimit
15|gpu|4294901747|PartitionConfig
7|gpu|0|JobHeldUser
16|gpu|4294901745|Nodes required for job are DOWN, DRAINED or reserved for jobs in higher priority partitions
20|fat|4294901999|Priority
21|fat,gpu|4294901740|Priority
22|gpu|4294901740|None
""".replace("|", SEPARATOR)


def _job(reason: str, starts: datetime | None = None, number: str = "4", state: str = "PENDING") -> Job:
    return Job(number, "anna", state, reason, "", starts, None, "")


@pytest.mark.parametrize(
    ("number", "ahead"),
    [("3", 0), ("4", 1), ("8_[1-4]", 2), ("20", 0), ("21", 7), ("22", 7), ("5", None), ("99", None)],
)
def test_counts_those_in_line_for_the_same_partition(number: str, ahead: int | None) -> None:
    assert Queue.read(RECORDED).ahead(number) == ahead


def test_lines_that_are_none_are_left_out() -> None:
    assert (
        Queue.read("slurm_load_jobs warning: something\n\n" + RECORDED).jobs.keys() == Queue.read(RECORDED).jobs.keys()
    )


@pytest.mark.parametrize(
    ("indices", "count"),
    [("", 1), ("5", 1), ("1-4", 4), ("1-4,7", 5), ("0-10:2", 6), ("1-100%3", 100), ("1,3,9-10", 4)],
)
def test_counts_the_tasks_of_an_array(indices: str, count: int) -> None:
    assert _tasks(indices) == count


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("None", "none"),
        ("Resources", "resources"),
        ("Priority", "priority"),
        ("QOSMaxGRESPerUser", "own-limit"),
        ("QOSMaxJobsPerUserLimit", "own-limit"),
        ("AssocMaxJobsLimit", "own-limit"),
        ("AssocGrpGRES", "group-limit"),
        ("AssocGrpJobsLimit", "group-limit"),
        ("QOSGrpGRES", "group-limit"),
        ("AssocGrpCPUMinutesLimit", "budget"),
        ("AssocGrpBillingMinutes", "budget"),
        ("QOSMaxWallDurationPerJobLimit", "too-large"),
        ("AssocMaxGRESPerJob", "too-large"),
        ("PartitionTimeLimit", "too-large"),
        ("PartitionConfig", "too-large"),
        ("PartitionDown", "partition"),
        ("ReqNodeNotAvail, UnavailableNodes:gpu[01-02]", "nodes"),
        ("ReqNodeNotAvail, Reserved for maintenance", "maintenance"),
        ("ReservationMaintenance", "maintenance"),
        ("Nodes required for job are DOWN, DRAINED or reserved for jobs in higher priority partitions", "nodes"),
        ("NodeDown", "nodes"),
        ("Reservation", "reservation"),
        ("BeginTime", "begin"),
        ("Dependency", "dependency"),
        ("DependencyNeverSatisfied", "dependency"),
        ("JobHeldUser", "held-user"),
        ("JobHeldAdmin", "held-admin"),
        ("launch failed requeued held", "held-admin"),
        ("Licenses", "licenses"),
        ("InvalidQOS", "account"),
        ("InvalidAccount", "account"),
        ("BurstBufferResources", "other"),
    ],
)
def test_every_reason_has_its_meaning(reason: str, kind: str) -> None:
    assert meaning(reason) == kind
    for language in ("en", "de"):
        assert TEXTS(f"wait-{kind}", language, reason="Word")


def test_says_what_is_known() -> None:
    words = waiting_words(_job("Priority", NOW + timedelta(minutes=10)), Queue.read(RECORDED), NOW, "de")
    assert words == {
        "message": "In der Warteschlange stehen andere vor Ihnen.",
        "position": "Ein Job ist vor Ihnen an der Reihe.",
        "expected": "Voraussichtlicher Start: in etwa 5 bis 15 Minuten.",
    }
    assert waiting_words(_job("None"), Queue(), NOW, "en")["expected"] == ""
    unknown = waiting_words(_job("BurstBuffer\x1b[2J<script>"), Queue(), NOW, "en")
    assert unknown["message"].endswith("It calls it BurstBuffer.")
    assert unknown["position"] == ""


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "Expected start: within the next few minutes."),
        (2, "Expected start: within the next few minutes."),
        (4, "Expected start: in about 2 to 6 minutes."),
        (10, "Expected start: in about 5 to 15 minutes."),
        (43, "Expected start: in about 20 to 65 minutes."),
        (240, "Expected start: in about 2 to 6 hours."),
        (7200, "Expected start: in about 2 to 8 days."),
        (-5, "The cluster cannot say yet when your session will start."),
        (None, "The cluster cannot say yet when your session will start."),
    ],
)
def test_the_start_is_a_range(minutes: int | None, said: str) -> None:
    starts = None if minutes is None else NOW + timedelta(minutes=minutes)
    assert when(starts, NOW, "en") == said
    if minutes and minutes > 0:
        first, last = expected(starts, NOW)
        assert first < timedelta(minutes=minutes) < last
