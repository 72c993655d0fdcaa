"""Waiting and failing on a real Slurm: the person is told where she stands, and what went wrong."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from spawners.cluster import JobState, Slurm
from spawners.watch import JobWatch
from tests.support.faults import eventually
from tests.support.hub import Person, said_on
from tests.support.slurm import all_gpus_taken, answer_as, run_as, submit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spawners.practice_cluster import PracticeCluster
    from tests.support.hub import RunningHub


def _doing(person: Person) -> dict[str, Any]:
    answer = person.api("GET", f"/ai-studio/doing/{person.name}")
    return answer.json() if answer.status_code == 200 else {}


def test_a_waiting_person_learns_her_place_and_the_time(
    practice_cluster: PracticeCluster, cluster_studio: RunningHub
) -> None:
    with Person(cluster_studio, "anna", "anna-practice") as anna:
        with all_gpus_taken(practice_cluster, waiting=1):
            assert anna.request_server({"profile": "small-gpu"}).status_code == 202
            doing = eventually(lambda: _doing(anna), lambda found: found.get("words", {}).get("en", {}).get("expected"))
            assert doing["progress"] == 30
            assert doing["words"]["de"]["position"] == "Ein Job ist vor Ihnen an der Reihe."
            assert doing["words"]["en"]["message"] == "Others stand before you in the queue."
            # Clara's jobs may run for 20 minutes, the one in line for 20 more.
            assert doing["words"]["en"]["expected"].startswith("Expected start: in about ")
            with Person(cluster_studio, "ben", "ben-practice") as ben:
                assert ben.api("GET", "/ai-studio/doing/anna").status_code in (403, 404)
        anna.wait_for_server()
        assert anna.api("GET", "/ai-studio/doing/anna").status_code == 404
        anna.stop_server()


async def test_the_queue_is_asked_for_once_and_only_while_somebody_waits(practice_cluster: PracticeCluster) -> None:
    slurm = Slurm(environment={"SLURM_CONF": str(practice_cluster.layout.slurm_conf)})
    at_once = most = 0
    asked: list[str] = []
    run = slurm.run

    async def counting(arguments: Any, **kwargs: Any) -> Any:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        asked.extend(word for word in arguments if word.startswith("--states="))
        try:
            return await run(arguments, **kwargs)
        finally:
            at_once -= 1

    slurm.run = counting  # type: ignore[method-assign]
    watch = JobWatch(slurm, eager=0.2, calm=0.2, queue_interval=0.6)
    jobs = []
    try:
        with all_gpus_taken(practice_cluster):
            for _ in range(3):
                job, _ = submit("ben", practice_cluster, "exec sleep 60", "--gres=gpu:1")
                jobs.append(job)
                watch.follow(job)
            await asyncio.gather(*(watch.news() for _ in range(12)), slurm.partitions(), slurm.node_address("gpu01"))
            await asyncio.sleep(2)
            assert [watch.queue.ahead(job) for job in jobs] == [0, 1, 2]
            waited = asked.count("--states=PENDING")
            assert 2 <= waited <= 5
            assert asked.count("--states=all") > waited
        while any((found := watch.job(job)) is None or found.state is not JobState.RUNNING for job in jobs):
            await watch.news()
        asked.clear()
        await asyncio.sleep(1.5)
        assert "--states=all" in asked
        assert "--states=PENDING" not in asked
        assert most == 1
    finally:
        watch.close()
        for job in jobs:
            answer_as("root", practice_cluster, "scancel", job)


@pytest.fixture(scope="module")
def failing(make_cluster_config: Any, start_cluster_studio: Any) -> Iterator[RunningHub]:
    """A studio whose interpreter is not there, with profiles that Slurm refuses or ends early."""
    path: Path = make_cluster_config("failing")
    settings = yaml.safe_load(path.read_text())
    settings["slurm"]["python"] = "/nowhere/bin/python"
    settings["slurm"]["launch_timeout"] = 20
    for number, wish in enumerate([{"account": "nobodys"}, {"qos": "nobodys"}, {"partition": "nowhere"}]):
        profile = {"id": f"refused-{number}", "title": {"en": "x", "de": "x"}, "partition": "gpu", **wish}
        settings["profiles"].append(profile)
    path.write_text(yaml.safe_dump(settings))
    with start_cluster_studio(path) as hub:
        yield hub


def test_a_missing_interpreter_is_named(failing: RunningHub) -> None:
    with Person(failing, "anna", "anna-practice") as anna:
        answer = anna.request_server({"profile": "no-gpu"})
        if answer.status_code == 202:
            eventually(anna.server, lambda server: server is None)
        else:
            assert "/nowhere/bin/python" in answer.json()["message"]
        for language, title, sentence in (
            ("de", "Die Sitzung konnte nicht gestartet werden", "kann /nowhere/bin/python nicht ausführen."),
            ("en", "The session could not be started", "cannot execute /nowhere/bin/python."),
        ):
            _, text = said_on(anna, "/hub/home", language)
            assert title in text
            assert sentence in text
            # The job's log, which the hub may read and nobody else.
            assert "/nowhere/bin/python: No such file or directory" in text


@pytest.mark.parametrize(
    ("profile", "sentence"),
    [
        ("impossible", "no node has as many GPUs"),
        ("refused-0", "your account may not use this part"),
        ("refused-1", "your account may not use this part"),
        ("refused-2", "is closed or does not exist"),
    ],
)
def test_a_refusal_is_said_in_other_words(failing: RunningHub, profile: str, sentence: str) -> None:
    with Person(failing, "ben", "ben-practice") as ben:
        page = ben.http.post(
            "/hub/spawn", data={"profile": profile, "_xsrf": ben.xsrf}, headers={"Accept-Language": "en"}
        )
        assert sentence in page.text
        assert sentence in said_on(ben, "/hub/home", "en")[1]


def test_a_home_that_cannot_be_written_to_is_named(
    practice_cluster: PracticeCluster, make_cluster_config: Any, start_cluster_studio: Any
) -> None:
    path = make_cluster_config("closed-home")
    settings = yaml.safe_load(path.read_text())
    del settings["slurm"]["log_folder"]
    path.write_text(yaml.safe_dump(settings))
    home = practice_cluster.layout.homes / "ben"
    home.chmod(0o500)
    try:
        with start_cluster_studio(path) as hub, Person(hub, "ben", "ben-practice") as ben:
            (home / ".ai-studio-session.log").unlink(missing_ok=True)
            ben.request_server({"profile": "no-gpu"})
            eventually(ben.server, lambda server: server is None)
            text = said_on(ben, "/hub/home", "en")[1]
            assert f"could not write the session’s log {home}/.ai-studio-session.log" in text
            assert "home folder is full or not writable" in text
    finally:
        home.chmod(0o700)


def test_a_session_cancelled_from_outside_says_so_until_the_next_start(
    practice_cluster: PracticeCluster, cluster_studio: RunningHub
) -> None:
    with Person(cluster_studio, "anna", "anna-practice") as anna:
        for canceller, sentence in (("root", "from outside the studio"), ("anna", "under your own name")):
            anna.start_server({"profile": "no-gpu"})
            assert "Your session ended" not in said_on(anna, "/hub/home", "en")[1]
            answer_as(canceller, practice_cluster, "scancel", "--name=ai-studio", "--user=anna")
            eventually(anna.server, lambda server: server is None)
            for page in ("/hub/home", "/hub/user/anna/lab"):
                text = said_on(anna, page, "en")[1]
                assert re.search(r"Your session ended at \d\d:\d\d\. Its job \d+ was cancelled", text), text
                assert sentence in text
                assert "Your files are safe" in text
        anna.start_server({"profile": "no-gpu"})
        anna.stop_server()
        assert "Your session ended" not in said_on(anna, "/hub/home", "en")[1]


def test_the_choice_shows_what_is_free_and_closes_what_cannot_be_served(
    practice_cluster: PracticeCluster, cluster_studio: RunningHub
) -> None:
    with Person(cluster_studio, "ben", "ben-practice") as ben:
        eventually(lambda: said_on(ben, "/hub/spawn", "en")[1], lambda text: "4 of 4 free now" in text)
        page = ben.http.get("/hub/spawn", headers={"Accept-Language": "en"}).text
        closed = re.findall(r'id="profile-([a-z-]+)"[^>]* disabled', page)
        assert closed == ["impossible"]
        assert "A node of the partition gpu has 2 GPUs at most." in page
        with all_gpus_taken(practice_cluster):
            eventually(lambda: said_on(ben, "/hub/spawn", "de")[1], lambda text: "gerade keine von 4 frei" in text)


def test_check_names_a_profile_that_cannot_be_served(make_cluster_config: Any, public_environment: Path) -> None:
    command = [public_environment / "bin" / "ai-studio", "check", "--json", "--config", make_cluster_config("check")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LANG": "C.UTF-8"})
    point = next(point for point in json.loads(done.stdout)["points"] if point["name"] == "slurm")
    assert not point["fine"]
    assert "impossible" in point["finding"]
    assert "has 2 GPUs at most" in point["finding"]


def test_a_log_is_the_persons_and_the_hubs_alone(practice_cluster: PracticeCluster, cluster_studio: RunningHub) -> None:
    folder = practice_cluster.layout.session_logs
    with Person(cluster_studio, "anna", "anna-practice") as anna:
        anna.start_server({"profile": "no-gpu"})
        job = answer_as("root", practice_cluster, "squeue", "--noheader", "--user=anna", "--format=%i")
        log = folder / f"anna-{job}.log"
        anna.stop_server()
    assert log.stat().st_mode & 0o7777 == 0o640
    assert (log.owner(), log.group()) == ("anna", "aistudio")
    assert "listens on port" in answer_as("aistudio", practice_cluster, "cat", str(log))
    for command in (["cat", str(log)], ["ls", str(folder)], ["rm", "-f", str(log)], ["tee", str(log)]):
        assert run_as("ben", practice_cluster, *command).returncode != 0
    text = log.read_text()
    assert not re.search(r"(?i)token[ =:]+[0-9a-f]{16}", text)
    secrets = re.findall(r"\b[0-9a-f]{32}\b", text)
    assert secrets == []


@pytest.mark.slow
def test_a_session_ended_by_its_time_limit_says_so(
    practice_cluster: PracticeCluster, make_cluster_config: Any, start_cluster_studio: Any
) -> None:
    path = make_cluster_config("short")
    settings = yaml.safe_load(path.read_text())
    settings["profiles"][0] |= {"time": "0:01:00", "gpus": 0, "gpu_type": None}
    path.write_text(yaml.safe_dump(settings))
    with start_cluster_studio(path) as hub, Person(hub, "clara", "clara-practice") as clara:
        clara.start_server()
        eventually(clara.server, lambda server: server is None, within=150)
        assert "Its time limit of 1 minute was reached." in said_on(clara, "/hub/home", "en")[1]
        hub.stop()
    with start_cluster_studio(path) as hub, Person(hub, "clara", "clara-practice") as clara:
        assert "Ihre Höchstdauer von 1 Minute war erreicht." in said_on(clara, "/hub/home", "de")[1]
