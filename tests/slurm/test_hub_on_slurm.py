"""The hub on a real Slurm: unprivileged, with people's servers as jobs under their own accounts."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING, Any

import httpx
import psutil
import pytest
import yaml

from tests.support.hub import Person, RunningHub
from tests.support.kernel import Kernel
from tests.support.slurm import jobs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spawners.practice_cluster import PracticeCluster

NODES = {"gpu01": "10.77.0.11", "gpu02": "10.77.0.12"}


@pytest.fixture(scope="module")
def anna(cluster_studio: RunningHub) -> Iterator[Person]:
    """Anna, with a running server on one GPU."""
    with Person(cluster_studio, "anna", "anna-practice") as person:
        person.start_server({"profile": "small-gpu"})
        yield person
        if person.server() is not None:
            person.stop_server()


def test_the_hub_and_its_proxy_run_as_the_service_account(cluster_studio: RunningHub) -> None:
    hub = psutil.Process(cluster_studio.process.pid)
    for process in [hub, *hub.children(recursive=True)]:
        assert process.username() == "aistudio", process.cmdline()


def test_a_wrong_password_does_not_let_in(cluster_studio: RunningHub) -> None:
    with Person(cluster_studio, "anna", "wrong") as somebody:
        assert not somebody.signed_in
    with Person(cluster_studio, "root", "") as somebody:
        assert not somebody.signed_in


def test_an_account_outside_the_group_does_not_come_in(cluster_studio: RunningHub) -> None:
    with Person(cluster_studio, "aistudio", "") as somebody:
        assert not somebody.signed_in


def test_the_server_is_a_job_under_her_account_with_a_gpu(practice_cluster: PracticeCluster, anna: Person) -> None:
    (job,) = jobs_of("anna", practice_cluster)
    assert job["UserId"].startswith("anna(")
    assert job["JobState"] == "RUNNING"
    assert job["NodeList"] in NODES
    assert "gres/gpu=1" in job["TRES"]
    assert job["GRES"].startswith("gpu:a100:1")
    assert re.fullmatch(r"ai-studio:[A-Za-z0-9.-]+-\d+:anna::[0-9a-f]{16}", job["Comment"])


def test_her_kernel_is_on_that_node_and_knows_its_job(practice_cluster: PracticeCluster, anna: Person) -> None:
    (job,) = jobs_of("anna", practice_cluster)
    code = (
        "import os, getpass, subprocess\n"
        "print(os.environ['SLURM_JOB_ID'], os.environ['SLURMD_NODENAME'], getpass.getuser())\n"
        "print(subprocess.run(['ip', '-4', '-br', 'addr'], capture_output=True, text=True).stdout)\n"
    )
    printed = Kernel.new(anna).run(code)
    assert printed.startswith(f"{job['JobId']} {job['NodeList']} anna")
    assert NODES[job["NodeList"]] in printed


def test_no_secret_of_the_server_can_be_seen_from_outside(
    practice_cluster: PracticeCluster, cluster_studio: RunningHub, anna: Person
) -> None:
    token = Kernel.new(anna).run("import os; print(os.environ['JUPYTERHUB_API_TOKEN'])").strip()
    assert len(token) >= 32
    (job,) = jobs_of("anna", practice_cluster)
    environment = {**os.environ, "SLURM_CONF": str(practice_cluster.layout.slurm_conf)}
    script = subprocess.run(
        ["scontrol", "write", "batch_script", job["JobId"], "-"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "spawners.single_user" in script
    command_lines = "".join(str(process.info["cmdline"]) for process in psutil.process_iter(["cmdline"]))
    for where in (script, json.dumps(job), cluster_studio.log, command_lines):
        assert token not in where


def test_another_person_cannot_open_it(cluster_studio: RunningHub, anna: Person) -> None:
    with Person(cluster_studio, "ben", "ben-practice") as ben:
        assert ben.visit_server("lab").status_code != 200 or ben.server() is None
        assert ben.http.get("/user/anna/api/contents").status_code in (403, 404)


@pytest.mark.parametrize(
    "options",
    [
        {"profile": "no-such"},
        {"profile": "small-gpu", "cmd": "id"},
        {"req_prologue": "id\nid"},
        {"partition": "gpu"},
        {"profile": ["small-gpu"]},
        {"profile": "small-gpu\n#SBATCH --uid=0"},
    ],
)
def test_what_is_no_profile_reaches_no_job(
    practice_cluster: PracticeCluster, cluster_studio: RunningHub, options: dict[str, Any]
) -> None:
    with Person(cluster_studio, "ben", "ben-practice") as ben:
        answer = ben.request_server(options)
        assert answer.status_code == 400, answer.text
        form = {name: value if isinstance(value, str) else "" for name, value in options.items()}
        page = ben.http.post("/hub/spawn", data={**form, "_xsrf": ben.xsrf})
        assert page.status_code == 400
        assert ben.server() is None
        assert jobs_of("ben", practice_cluster) == []


def test_the_form_starts_the_chosen_profile_and_stop_ends_the_job(
    practice_cluster: PracticeCluster, cluster_studio: RunningHub
) -> None:
    with Person(cluster_studio, "ben", "ben-practice") as ben:
        ben.http.post("/hub/spawn", data={"profile": "no-gpu", "_xsrf": ben.xsrf})
        ben.wait_for_server()
        (job,) = jobs_of("ben", practice_cluster)
        assert "gpu" not in job["TRES"]
        assert job["TimeLimit"] == "08:00:00"
        ben.stop_server()
        assert jobs_of("ben", practice_cluster) == []


def test_a_job_that_slurm_refuses_is_explained(cluster_studio: RunningHub) -> None:
    with Person(cluster_studio, "clara", "clara-practice") as clara:
        clara.http.cookies.set("ai-studio-language", "de", path="/")
        answer = clara.request_server({"profile": "impossible"})
        assert answer.status_code == 500
        said = answer.json()["message"]
        assert said.startswith("Der Cluster hat die Sitzung nicht angenommen")
        assert clara.server() is None


def test_a_server_answers_only_through_the_hub(anna: Person) -> None:
    server = anna.hub.log.rsplit("Adding user anna to proxy", 1)[1]
    address = re.search(r"http://10\.77\.0\.1[12]:\d+", server)
    assert address is not None
    assert httpx.get(f"{address[0]}/user/anna/api/contents").status_code == 403


def test_with_internal_tls_everything_is_encrypted_and_checked(
    practice_cluster: PracticeCluster, make_cluster_config: Any, start_cluster_studio: Any
) -> None:
    config = make_cluster_config("tls")
    settings = yaml.safe_load(config.read_text())
    settings["hub"]["tls"] = True
    config.write_text(yaml.safe_dump(settings))
    with start_cluster_studio(config) as hub, Person(hub, "clara", "clara-practice") as clara:
        clara.start_server({"profile": "no-gpu"})
        assert clara.visit_server("api/status").status_code == 200
        folder = Kernel.new(clara).run(
            "import os, pathlib; f = pathlib.Path(os.environ['JUPYTERHUB_SSL_KEYFILE']).parent; "
            "print(oct(f.stat().st_mode)[-3:], *sorted(os.environ.keys() & {'AI_STUDIO_TLS_KEY'}))"
        )
        assert folder == "700\n"
        address = re.findall(r"Adding user clara to proxy \S+ => https://(10\.77\.0\.1[12]:\d+)", hub.log)[-1]
        with pytest.raises(httpx.TransportError):
            httpx.get(f"http://{address}/user/clara/api")
        with pytest.raises(httpx.TransportError):
            # Without a certificate of the hub's own authority nobody is answered.
            httpx.get(f"https://{address}/user/clara/api", verify=False)
        (job,) = jobs_of("clara", practice_cluster)
        environment = {**os.environ, "SLURM_CONF": str(practice_cluster.layout.slurm_conf)}
        written = ["scontrol", "write", "batch_script", job["JobId"], "-"]
        script = subprocess.run(written, env=environment, capture_output=True, text=True, check=True).stdout
        assert "PRIVATE KEY" not in script
        assert "PRIVATE KEY" not in hub.log
        clara.stop_server()


def test_stopping_the_hub_leaves_the_session_and_the_next_hub_finds_it(
    practice_cluster: PracticeCluster, make_cluster_config: Any, start_cluster_studio: Any
) -> None:
    config = make_cluster_config("restarted")
    with start_cluster_studio(config) as hub, Person(hub, "clara", "clara-practice") as clara:
        clara.start_server({"profile": "no-gpu"})
        (job,) = jobs_of("clara", practice_cluster)
        assert hub.stop() == 0
    assert [found["JobId"] for found in jobs_of("clara", practice_cluster)] == [job["JobId"]]
    with start_cluster_studio(config) as hub, Person(hub, "clara", "clara-practice") as clara:
        assert clara.wait_for_server()["ready"]
        assert clara.visit_server("api/status").status_code == 200
        assert [found["JobId"] for found in jobs_of("clara", practice_cluster)] == [job["JobId"]]
        clara.stop_server()
    assert jobs_of("clara", practice_cluster) == []
