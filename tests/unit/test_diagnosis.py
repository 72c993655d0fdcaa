"""Why a session ended: what Slurm and the log said, read and translated."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spawners.cluster import TEXTS
from spawners.diagnosis import Ending, read_tail, refusal, traced
from spawners.last_words import LastWords

# From `scontrol --oneliner show job` of Slurm 22.05 on the practice cluster, shortened.
SHOWN = (
    "JobId=27 JobName=wrap UserId=anna(1001) GroupId=anna(1002) Priority=4294901743 JobState={state} Reason={reason} "
    "Dependency=(null) Requeue=1 ExitCode={exit} RunTime=00:00:03 TimeLimit={limit} SubmitTime=2026-11-22T05:50:41 "
    "StartTime=2026-11-22T05:50:41 EndTime=2026-11-22T05:50:44 NodeList=gpu01 BatchHost=gpu01 "
    "Comment=x JobState=RUNNING"
)
REFUSED = "sbatch: error: Batch job submission failed: "


def _ending(state: str, reason: str = "None", ended: str = "0:0", limit: str = "01:00:00") -> Ending:
    ending = Ending.shown(SHOWN.format(state=state, reason=reason, exit=ended, limit=limit))
    assert ending is not None
    return ending


@pytest.mark.parametrize(
    ("ending", "log", "cause"),
    [
        (_ending("TIMEOUT", "TimeLimit"), [], "timeout-hours"),
        (_ending("TIMEOUT", "TimeLimit", limit="00:01:00"), [], "timeout-minutes"),
        (_ending("OUT_OF_MEMORY", "OutOfMemory", "0:125"), [], "memory"),
        (_ending("PREEMPTED"), [], "preempted"),
        (_ending("NODE_FAIL", "NodeDown", "1:0"), [], "node"),
        (_ending("CANCELLED", ended="0:15"), [], "cancelled"),
        (Ending.accounted("CANCELLED by 1001|0:0|60|gpu01|2026-11-22T05:50:44|None\n"), [], "cancelled-by-you"),
        (Ending.accounted("CANCELLED by 0|0:0|60|gpu01|2026-11-22T05:50:47|None\n"), [], "cancelled"),
        (_ending("FAILED", "NonZeroExitCode", "127:0"), [], "interpreter"),
        (_ending("FAILED", "NonZeroExitCode", "126:0"), [], "interpreter"),
        (_ending("FAILED", "JobLaunchFailure", "0:53"), [], "no-log"),
        (_ending("FAILED", "JobLaunchFailure", "0:9"), [], "failed"),
        (_ending("FAILED", "NonZeroExitCode", "1:0"), ["OSError: [Errno 28] No space left on device"], "home-full"),
        (_ending("FAILED", "NonZeroExitCode", "1:0"), ["OSError: [Errno 122] Disk quota exceeded: '/x'"], "home-full"),
        (_ending("FAILED", "NonZeroExitCode", "1:0"), ["PermissionError: [Errno 13] Permission denied"], "home-closed"),
        (_ending("FAILED", "NonZeroExitCode", "1:0"), ["python: No module named spawners"], "incomplete"),
        (_ending("FAILED", "NonZeroExitCode", "1:0"), ["Failed to connect to my Hub at http://x"], "hub"),
        (
            _ending("FAILED", "NonZeroExitCode", "1:0"),
            ["aiohttp.client_exceptions.ClientConnectorError: Cannot connect to host 10.0.0.1:8081 ssl:default [x]"],
            "hub",
        ),
        (
            _ending("FAILED", "JobLaunchFailure", "0:9"),
            ["slurmstepd: error: StepId=2.batch exceeded memory limit (2459 > 2147), being killed"],
            "memory",
        ),
        (_ending("FAILED", "NonZeroExitCode", "1:0"), ["something else"], "failed"),
        (_ending("COMPLETED"), [], "finished"),
    ],
)
def test_every_end_has_its_cause(ending: Ending, log: list[str], cause: str) -> None:
    assert ending.cause(1001, log) == cause
    values = {"minutes": 1, "hours": 1, "node": "n", "state": "S", "code": "1", "python": "p", "job": "1", "log": "l"}
    for language in ("en", "de"):
        assert TEXTS(f"cause-{cause}", language, **values)
        assert TEXTS(f"cause-{cause}.remedy", language, **values)


def test_reads_limits_and_times() -> None:
    ending = _ending("TIMEOUT", limit="1-02:30:00")
    assert ending.minutes == 26 * 60 + 30
    assert ending.node == "gpu01"
    assert ending.ended is not None
    assert Ending.shown("slurm_load_jobs error: Invalid job id specified") is None
    assert Ending.accounted("") is None


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (REFUSED + "Requested node configuration is not available", "refused-size"),
        ("sbatch: error: Memory specification can not be satisfied\n" + REFUSED + "x", "refused-size"),
        (REFUSED + "Invalid account or account/partition combination specified", "refused-account"),
        (REFUSED + "Invalid qos specification", "refused-account"),
        (
            "sbatch: error: invalid partition specified: n\n" + REFUSED + "Invalid partition name specified",
            "refused-partition",
        ),
        (REFUSED + "Requested reservation is invalid", "refused-reservation"),
        (REFUSED + "Requested time limit is invalid (missing or exceeds some limit)", "refused-time"),
        ("sbatch: error: Invalid --time specification", "refused-time"),
        (
            "sbatch: error: QOSMaxGRESPerUser\n"
            + REFUSED
            + "Job violates accounting/QOS policy (job submit limit, user's size and/or time limits)",
            "refused-limit",
        ),
        (
            "sbatch: error: QOSMaxSubmitJobPerUserLimit\n"
            + REFUSED
            + "Job violates accounting/QOS policy (job submit limit, user's size and/or time limits)",
            "refused-count",
        ),
        (
            "sbatch: error: QOSMaxWallDurationPerJobLimit\n"
            + REFUSED
            + "Job violates accounting/QOS policy (job submit limit, user's size and/or time limits)",
            "refused-time",
        ),
        (REFUSED + "Unable to contact slurm controller (connect failure)", "refused-silent"),
        (REFUSED + "Socket timed out on send/recv operation", "refused-silent"),
        ("sudo: a password is required", "refused-sudo"),
        (REFUSED + "Something new", "job-refused"),
    ],
)
def test_every_refusal_is_translated(said: str, key: str) -> None:
    error = refusal(said)
    assert error.key == key
    for language in ("en", "de"):
        assert "sbatch" not in error.message(language)
        assert error.remedy(language)


def test_a_log_is_read_only_where_it_is_hers(tmp_path: Path) -> None:
    log = tmp_path / "root-1.log"
    token = "0123456789abcdef" * 2
    log.write_text(f"\x1b[31mred\x1b[0m\nAuthorization: token {token}\nJUPYTERHUB_API_TOKEN={token}\n" + "x" * 999)
    lines = read_tail(log, "root")
    assert lines[0] == "red"
    assert token not in "\n".join(lines)
    assert len(lines[-1]) == 300
    log.write_text("\n".join(str(number) for number in range(100_000)))
    assert read_tail(log, "root")[-1] == "99999"
    assert len(read_tail(log, "root")) == 12
    assert read_tail(log, "nobody") == []
    link = tmp_path / "link.log"
    link.symlink_to(log)
    assert read_tail(link, "root") == []
    os.link(log, tmp_path / "second-name")
    assert read_tail(log, "root") == []
    os.mkfifo(tmp_path / "pipe.log")
    assert read_tail(tmp_path / "pipe.log", "root") == []
    assert read_tail(tmp_path / "none.log", "root") == []


def test_last_words_survive_a_database_and_are_said_in_both_languages() -> None:
    words = LastWords.of(refusal(REFUSED + "Invalid qos"), began=False, when=datetime.now(UTC), log=["a"])
    again = LastWords.read(words.kept())
    assert again == words
    assert again.said("de")["title"] == "Die Sitzung konnte nicht gestartet werden"
    assert again.said("en")["text"].endswith("(“Invalid qos”).")
    for broken in ({}, {"key": "no-such"}, None, {**words.kept(), "key": "no-such-text"}):
        assert LastWords.read(broken) is None


def test_nothing_is_read_into_an_ordinary_log() -> None:
    assert (
        traced(["[I] Jupyter Server 2.21.1 is running at:", "[I] listens on port 45123", "[I] Use Control-C"]) is None
    )
