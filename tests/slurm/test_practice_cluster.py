"""The practice cluster: what its people and the hub's service account can do on it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pamela
import pytest

from tests.support.slurm import ENDED, answer_as, run_as, submit, wait_for

if TYPE_CHECKING:
    from spawners.practice_cluster import PracticeCluster

AI_STUDIO = Path(sys.executable).with_name("ai-studio")


def test_cluster_is_up_and_says_so(practice_cluster: PracticeCluster) -> None:
    done = subprocess.run(
        [AI_STUDIO, "cluster", "status", "--json"], capture_output=True, text=True, timeout=60, check=False
    )
    status = json.loads(done.stdout)
    assert done.returncode == 0, status
    assert status["healthy"]
    assert set(status["daemons"].values()) == {True}
    assert {node["name"]: node["address"] for node in status["nodes"]} == {"gpu01": "10.77.0.11", "gpu02": "10.77.0.12"}


def test_second_up_is_quick(practice_cluster: PracticeCluster) -> None:
    practice_cluster.up()
    started = time.monotonic()
    assert practice_cluster.up() is False
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(("node", "address"), [("gpu01", "10.77.0.11"), ("gpu02", "10.77.0.12")])
def test_job_runs_on_its_node_with_a_gpu(practice_cluster: PracticeCluster, node: str, address: str) -> None:
    command = 'echo "$SLURM_JOB_ID $(whoami) $(hostname) $(hostname --ip-address) $CUDA_VISIBLE_DEVICES"; sleep 1'
    job, output = submit("anna", practice_cluster, command, "--gres=gpu:a100:1", f"--nodelist={node}")
    wait_for(job, practice_cluster, {"RUNNING"})
    shown = answer_as("anna", practice_cluster, "scontrol", "--details", "show", "job", job)
    assert "GRES=gpu:a100:1(IDX:" in shown
    assert f"Nodes={node}" in shown
    assert wait_for(job, practice_cluster, ENDED) == "COMPLETED"
    number, person, hostname, own_address, gpu = output.read_text().split()
    assert (number, person, hostname, own_address) == (job, "anna", node, address)
    assert gpu in {"0", "1"}


def test_ended_job_stands_in_accounting(practice_cluster: PracticeCluster) -> None:
    job, _ = submit("clara", practice_cluster, "exit 3", "--gres=gpu:1")
    assert wait_for(job, practice_cluster, ENDED) == "FAILED"
    command = ("sacct", "--noheader", "--parsable2", "--allocations", f"--jobs={job}")
    end = time.monotonic() + 20
    while not (
        line := answer_as("clara", practice_cluster, *command, "--format=User,Account,State,ExitCode,AllocTRES")
    ):
        assert time.monotonic() < end, "the job never came into accounting"
        time.sleep(0.2)
    assert line.startswith("clara|partner|FAILED|3:0|")
    assert "gres/gpu=1" in line


def test_nobody_uses_an_account_of_others(practice_cluster: PracticeCluster) -> None:
    refused = run_as("anna", practice_cluster, "sbatch", "--account=partner", "--chdir=/tmp", "--wrap=true")
    assert refused.returncode != 0
    assert "Invalid account" in refused.stderr


def test_service_account_asks_without_sudo(practice_cluster: PracticeCluster) -> None:
    service = practice_cluster.layout.service
    job, _ = submit("ben", practice_cluster, "sleep 60")
    try:
        assert job in answer_as(service, practice_cluster, "squeue", "--noheader", "--format=%i").split()
        assert "UserId=ben" in answer_as(service, practice_cluster, "scontrol", "show", "job", job)
        assert "gpu01" in answer_as(service, practice_cluster, "sinfo", "--noheader", "--Node", "--format=%N")
        answer_as(service, practice_cluster, "sacct", "--allusers", "--noheader")
    finally:
        answer_as("ben", practice_cluster, "scancel", job)


def test_service_account_submits_and_cancels_for_people(practice_cluster: PracticeCluster) -> None:
    service, home = practice_cluster.layout.service, practice_cluster.layout.homes / "anna"
    as_anna = ("sudo", "--non-interactive", "--user=anna")
    script = f"#!/bin/bash\n#SBATCH --chdir={home} --output={home}/%j.out\nenv\nsleep 60\n"
    job = answer_as(
        service,
        practice_cluster,
        *("bash", "-c", 'printf %s "$0" | "$@"', script, *as_anna, "/usr/bin/sbatch", "--parsable"),
        JUPYTERHUB_API_TOKEN="kept",
        JPY_API_TOKEN="kept",
        AI_STUDIO_HUB="kept",
        UNRELATED="dropped",
    )
    wait_for(job, practice_cluster, {"RUNNING"})
    output = home / f"{job}.out"
    end = time.monotonic() + 10
    while "SLURMD_NODENAME" not in (environment := output.read_text() if output.exists() else ""):
        assert time.monotonic() < end, "the job wrote nothing"
        time.sleep(0.1)
    answer_as(service, practice_cluster, *as_anna, "/usr/bin/scancel", job)
    assert wait_for(job, practice_cluster, ENDED) == "CANCELLED"
    for name in ("JUPYTERHUB_API_TOKEN", "JPY_API_TOKEN", "AI_STUDIO_HUB"):
        assert f"{name}=kept\n" in environment
    assert f"SLURM_CONF={practice_cluster.layout.slurm_conf}\n" in environment
    assert "UNRELATED" not in environment


@pytest.mark.parametrize(
    "arguments",
    [
        ("--user=anna", "/usr/bin/id"),
        ("--user=anna", "/usr/bin/bash", "-c", "true"),
        ("--user=anna", "/usr/bin/squeue"),
        ("--user=anna", "/usr/bin/sbatch", "--wrap=id"),
        ("--user=anna", "/usr/bin/scancel", "--user=anna"),
        ("--user=root", "/usr/bin/sbatch", "--version"),
        ("--user=nobody", "/usr/bin/sbatch", "--version"),
        ("--user=anna", "--group=shadow", "/usr/bin/sbatch", "--version"),
        ("--user=anna", "--preserve-env", "/usr/bin/sbatch", "--version"),
        ("--user=anna", "LD_PRELOAD=/tmp/any.so", "/usr/bin/sbatch", "--version"),
    ],
    ids=" ".join,
)
def test_service_account_may_do_nothing_else(practice_cluster: PracticeCluster, arguments: tuple[str, ...]) -> None:
    refused = run_as(practice_cluster.layout.service, practice_cluster, "sudo", "--non-interactive", *arguments)
    assert refused.returncode == 1
    assert refused.stderr.startswith("sudo: ")
    assert refused.stdout == ""


def test_people_may_not_use_the_rule(practice_cluster: PracticeCluster) -> None:
    command = ("sudo", "--non-interactive", "--user=ben", "/usr/bin/sbatch", "--version")
    assert run_as("anna", practice_cluster, *command).returncode == 1


def test_service_account_owns_nothing(practice_cluster: PracticeCluster) -> None:
    layout = practice_cluster.layout
    groups = answer_as(layout.service, practice_cluster, "id", "--groups", "--name").split()
    assert sorted(groups) == sorted([layout.service, "shadow"])
    assert run_as(layout.service, practice_cluster, "test", "-w", "/etc/shadow").returncode == 1
    assert run_as(layout.service, practice_cluster, "ls", str(layout.homes / "anna")).returncode == 2


def test_service_account_verifies_passwords(practice_cluster: PracticeCluster) -> None:
    layout, person = practice_cluster.layout, practice_cluster.layout.people[0]
    # The service account may not enter this tree; Debian's Python and one module are all it takes.
    module = layout.service_home / "pamela.py"
    module.write_bytes(Path(pamela.__file__).read_bytes())
    module.chmod(0o644)

    def check(password: str) -> subprocess.CompletedProcess[str]:
        program = f"import pamela; pamela.authenticate({person.name!r}, {password!r}); print('welcome')"
        python = ("/usr/bin/python3", "-B", "-c", program)
        return run_as(layout.service, practice_cluster, *python, PYTHONPATH=str(module.parent))

    try:
        assert check(person.password).stdout == "welcome\n"
        assert "Authentication failure" in check("another").stderr
    finally:
        module.unlink()


def test_secrets_of_the_cluster_are_roots(practice_cluster: PracticeCluster) -> None:
    layout = practice_cluster.layout
    for secret in (layout.munge_socket.parent / "key", layout.slurm_conf.with_name("slurmdbd.conf")):
        assert secret.exists()
        assert run_as("anna", practice_cluster, "cat", str(secret)).returncode == 1
    signed_in = run_as(
        "anna", practice_cluster, "mariadb", "--no-defaults", f"--socket={layout.database_socket}", "-uroot"
    )
    assert "Access denied" in signed_in.stderr
