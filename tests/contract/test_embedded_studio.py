"""The studio on one machine, as its user meets it: start, sign in, a server, stop, and every wrong start."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import httpx
import psutil
import pytest

from tests.support.hub import Person, RunningHub, free_port, running_hub


def _config(folder: Path, text: str = "") -> Path:
    path = folder / "studio.yaml"
    path.write_text(f"state_dir: state\n{text}")
    return path


def _refused(ai_studio: Path, config: Path, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [ai_studio, "up", "--config", config],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
        env={**os.environ, **environment},
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done.returncode, done.stderr


def test_a_person_signs_in_by_name_and_has_her_own_server(studio: RunningHub) -> None:
    with Person(studio, "Anna Schmidt") as anna:
        assert anna.signed_in
        anna.name = "anna-schmidt"
        anna.start_server()
        assert anna.visit_server("lab").status_code == 200
        folder = studio.state_dir / "people" / "anna-schmidt"
        assert folder.stat().st_mode & 0o077 == 0
        assert (folder / "ai-studio" / "predictive-maintenance" / "guide.ipynb").is_file()
        anna.stop_server()


@pytest.mark.parametrize("name", ["", "   ", "../..", "---", "a" * 60])
def test_a_name_that_can_be_no_folder_is_not_accepted(studio: RunningHub, name: str) -> None:
    with Person(studio, name) as somebody:
        assert not somebody.signed_in


def test_one_person_cannot_open_the_server_of_another(studio: RunningHub) -> None:
    with Person(studio, "clara") as clara, Person(studio, "ben") as ben:
        clara.start_server()
        assert ben.http.get("/user/clara/api/contents").status_code in (403, 404)
        assert clara.visit_server("api/contents").status_code == 200
        clara.stop_server()


def test_a_page_under_another_host_name_cannot_sign_in(studio: RunningHub) -> None:
    with httpx.Client(base_url=studio.address, headers={"Host": "elsewhere.example"}) as http:
        http.get("/hub/login")
        xsrf = next(cookie.value for cookie in http.cookies.jar if cookie.name == "_xsrf")
        headers = {"Cookie": f"_xsrf={xsrf}"}
        answer = http.post("/hub/login", data={"username": "eve", "_xsrf": xsrf}, headers=headers)
    assert answer.status_code == 403
    assert "jupyterhub-hub-login" not in answer.headers.get("set-cookie", "")


@pytest.mark.parametrize(
    "options",
    [
        {"profile": "anything"},
        {"cmd": ["sh"]},
        {"profile": None},
        {"environment": {"A": "b"}},
        {"profile": {"$ne": ""}, "req_prologue": "id"},
    ],
)
def test_options_from_rest_are_a_profile_or_nothing(studio: RunningHub, options: dict[str, object]) -> None:
    with Person(studio, "dora") as dora:
        answer = dora.request_server(options)
        assert answer.status_code == 400
        assert "cannot be chosen" in answer.json()["message"]
        assert dora.server() is None


def test_a_refused_choice_is_not_remembered_for_the_next_start(studio: RunningHub) -> None:
    with Person(studio, "emil") as emil:
        assert emil.request_server({"cmd": ["sh"]}).status_code == 400
        emil.start_server()
        emil.stop_server()


def test_the_server_speaks_the_language_of_the_request(studio: RunningHub) -> None:
    with Person(studio, "frieda") as frieda:
        frieda.http.cookies.set("ai-studio-language", "de", path="/")
        frieda.start_server()
        guide = studio.state_dir / "people" / "frieda" / "ai-studio" / "predictive-maintenance" / "guide.ipynb"
        cells = json.loads(guide.read_text())["cells"]
        tags = {tag for cell in cells for tag in cell["metadata"].get("tags", [])}
        assert "en" not in tags
        assert any("Sie" in "".join(cell["source"]) for cell in cells)
        frieda.stop_server()


def test_ctrl_c_stops_all_it_started_and_nothing_else(ai_studio: Path, tmp_path: Path) -> None:
    before = {process.pid for process in psutil.process_iter()}
    bystander = subprocess.Popen(["sleep", "60"])
    try:
        with running_hub(ai_studio, _config(tmp_path, f"listen: {{port: {free_port()}}}\n")) as hub:
            with Person(hub, "anna") as anna:
                anna.start_server()
            family = psutil.Process(hub.process.pid).children(recursive=True)
            assert len(family) >= 3, "hub, proxy and server"
            assert hub.stop(signal.SIGINT) == 0
        assert [process for process in family if process.is_running() and process.status() != "zombie"] == []
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()
    left = [
        p for p in psutil.process_iter(["cmdline"]) if p.pid not in before and str(tmp_path) in str(p.info["cmdline"])
    ]
    assert left == []


def test_a_killed_hub_leaves_nothing_in_the_way_of_the_next(ai_studio: Path, tmp_path: Path) -> None:
    config = _config(tmp_path, f"listen: {{port: {free_port()}}}\n")
    with running_hub(ai_studio, config) as hub:
        family = [hub.process, *psutil.Process(hub.process.pid).children(recursive=True)]
        for process in family:
            process.kill()
        hub.process.wait()
    with running_hub(ai_studio, config) as hub, Person(hub, "anna") as anna:
        assert anna.signed_in


def test_the_second_start_takes_seconds(ai_studio: Path, tmp_path: Path) -> None:
    config = _config(tmp_path, f"listen: {{port: {free_port()}}}\n")
    with running_hub(ai_studio, config):
        pass
    started = time.monotonic()
    with running_hub(ai_studio, config):
        assert time.monotonic() - started < 15


def test_a_port_in_use_is_named(ai_studio: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        status, said = _refused(ai_studio, _config(tmp_path, f"listen: {{port: {port}}}\n"))
    assert status == 1
    assert f"Port {port} on 127.0.0.1 is already in use" in said
    assert "listen.port" in said


def test_a_second_hub_on_the_same_state_folder_is_refused(ai_studio: Path, studio: RunningHub, tmp_path: Path) -> None:
    config = tmp_path / "second.yaml"
    config.write_text(f"state_dir: {studio.state_dir}\nlisten: {{port: {free_port()}}}\n")
    status, said = _refused(ai_studio, config)
    assert status == 1
    assert f"process {studio.process.pid}" in said
    with httpx.Client() as http:
        assert http.get(f"{studio.address}/hub/health").status_code == 200


def test_a_state_folder_that_cannot_be_written_is_named(ai_studio: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, not a folder")
    status, said = _refused(ai_studio, _config(tmp_path))
    assert status == 1
    assert f"{tmp_path / 'state'} cannot be written to" in said


def test_slurm_asked_for_where_there_is_none(ai_studio: Path, tmp_path: Path) -> None:
    text = (
        "spawner: slurm\nhub: {port: 8081}\nsign_in: {method: account, groups: [users]}\n"
        "slurm: {config: nowhere/slurm.conf, command_timeout: 5}\nprofiles: [{id: a, title: {en: A, de: A}}]\n"
    )
    status, said = _refused(ai_studio, _config(tmp_path, text))
    assert status == 1
    assert "does not answer" in said
    assert "ai-studio cluster up" in said


def test_an_address_open_to_others_is_refused_with_the_reason(ai_studio: Path, tmp_path: Path) -> None:
    status, said = _refused(ai_studio, _config(tmp_path, "listen: {address: 0.0.0.0}\n"))
    assert status == 2
    assert "0.0.0.0 can be reached by others" in said


def test_a_broken_studio_yaml_is_refused_in_german_too(ai_studio: Path, tmp_path: Path) -> None:
    status, said = _refused(ai_studio, _config(tmp_path, "lisen: {}\n"), AI_STUDIO_LANG="de")
    assert status == 2
    assert "Zeile 2" in said
    assert "Meinten Sie listen?" in said


def test_with_json_an_error_is_one_object_too(ai_studio: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [ai_studio, "up", "--json", "--config", tmp_path / "no.yaml"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    error = json.loads(done.stdout)["error"]
    assert error["code"] == "settings-unreadable"
    assert error["remedy"]


def test_check_finds_an_installation_fine_and_names_what_is_not(ai_studio: Path, tmp_path: Path) -> None:
    config = _config(tmp_path, f"listen: {{port: {free_port()}}}\n")
    done = subprocess.run(
        [ai_studio, "check", "--json", "--config", config], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["fine"]
    with socket.create_server(("127.0.0.1", 0)) as other:
        config = _config(tmp_path, f"listen: {{port: {other.getsockname()[1]}}}\n")
        done = subprocess.run(
            [ai_studio, "check", "--json", "--config", config], capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 1
    wrong = [point for point in json.loads(done.stdout)["points"] if not point["fine"]]
    assert [point["name"] for point in wrong] == ["port"]
    assert "listen.port" in wrong[0]["fix"]
