"""What a hub must get along with: a database that somebody else holds, and commands that talk before they answer."""

from __future__ import annotations

import shutil
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.support.faults import eventually, locked
from tests.support.hub import Person
from tests.support.kernel import Kernel
from tests.support.slurm import run_as

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spawners.practice_cluster import PracticeCluster

pytestmark = pytest.mark.slow

# A site's own squeue: a banner first, and for a while nothing but the banner.
_TALKATIVE = """#!/bin/bash
echo "*** The cluster will be serviced on Monday ***"
echo "{name}: warning: plugin not found" >&2
[ -e {silence} ] && exit 0
/usr/bin/{name} "$@"
status=$?
echo "*** Have a nice day ***"
exit $status
"""


def test_warnings_around_an_answer_do_not_matter_and_alone_they_are_none(
    start: Any,
    impatient_config: Path,
    practice_cluster: PracticeCluster,
    jobs: Callable[[], list[str]],
) -> None:
    folder = practice_cluster.layout.state / "talkative"
    silence = folder / "silence"
    folder.mkdir(mode=0o755, exist_ok=True)
    silence.unlink(missing_ok=True)
    for name in ("squeue", "scontrol", "sinfo", "sacct"):
        (folder / name).write_text(_TALKATIVE.format(name=name, silence=silence))
        (folder / name).chmod(0o755)
    # Slurm itself complains of this line, before everything that any of its commands says.
    conf = folder / "slurm.conf"
    conf.write_text(f"{practice_cluster.layout.slurm_conf.read_text()}\nHealthCheckNodeState=nonsense\n")
    conf.chmod(0o644)
    quiet = impatient_config.read_text()
    settings = yaml.safe_load(quiet)
    settings["slurm"]["config"] = str(conf)
    try:
        impatient_config.write_text(yaml.safe_dump(settings))
        warned = run_as("anna", practice_cluster, "sinfo", SLURM_CONF=str(conf))
        assert "HealthCheckNodeState" in warned.stderr
        with (
            start(PATH=f"{folder}:/usr/local/bin:/usr/bin:/bin:/usr/sbin") as hub,
            Person(hub, "anna", "anna-practice") as anna,
            Person(hub, "ben", "ben-practice") as ben,
        ):
            anna.start_server({"profile": "small-gpu"})
            kernel = Kernel.new(anna)
            before = jobs()
            silence.touch()
            # Ben's start makes the hub ask every two seconds.
            assert ben.request_server({"profile": "no-gpu"}).status_code == 202
            assert hub.log.count("could not be asked about") >= 3
            server = anna.server()
            assert server is not None
            assert server["ready"]
            silence.unlink()
            ben.wait_for_server()
            assert kernel.run("print('alive')") == "alive\n"
            assert len(jobs()) == 2
            assert set(before) < set(jobs())
            ben.stop_server()
            anna.stop_server()
    finally:
        impatient_config.write_text(quiet)
        shutil.rmtree(folder)


def test_a_database_that_another_process_holds_costs_nothing(start: Any, jobs: Callable[[], list[str]]) -> None:
    with (
        start() as hub,
        Person(hub, "anna", "anna-practice") as anna,
        Person(hub, "ben", "ben-practice") as ben,
        Person(hub, "clara", "clara-practice") as clara,
    ):
        anna.start_server({"profile": "no-gpu"})
        kernel = Kernel.new(anna)
        answers: dict[str, int] = {}

        def ask(person: Person) -> None:
            answers[person.name] = person.request_server({"profile": "no-gpu"}).status_code

        asking = [threading.Thread(target=ask, args=[person]) for person in (ben, clara)]
        asking[0].start()
        # Ben's job is on its way to the scheduler when the database closes; Clara asks while it is closed.
        eventually(lambda: "Server of ben: submitted as job" in hub.log)
        with locked(hub.state_dir / "jupyterhub.sqlite"):
            asking[1].start()
            time.sleep(12)
            assert kernel.run("print('alive')") == "alive\n"
        for thread in asking:
            thread.join(60)
        for person in (ben, clara):
            person.wait_for_server()
            assert answers[person.name] in (201, 202)
            assert person.visit_server("api/status").status_code == 200
        assert kernel.run("print('alive')") == "alive\n"
        assert len(jobs()) == 3
        for person in (anna, ben, clara):
            person.stop_server()
