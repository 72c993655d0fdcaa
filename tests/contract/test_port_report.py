"""What a server may tell the hub about itself: its port, once, while it starts, with its own token. Nothing else."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from batchspawner import SlurmSpawner
from jupyterhub.apihandlers import default_handlers
from tornado.web import HTTPError

from spawners.port_report import ReportedPort, _port
from spawners.slurm import StudioSlurmSpawner
from tests.support.hub import Person, RunningHub, server_token

ROUTE = "/hub/api/ai-studio/port"


def _report(hub: RunningHub, token: str | None, body: bytes = b'{"port": 4711}') -> httpx.Response:
    headers = {"Authorization": f"token {token}"} if token else {}
    return httpx.post(f"{hub.address}{ROUTE}", content=body, headers=headers)


def test_the_route_of_batchspawner_is_not_there(studio: RunningHub) -> None:
    with Person(studio, "gerda") as gerda:
        gerda.start_server()
        token = server_token(studio, gerda)
        for path in ("/hub/api/batchspawner", "/hub/api/batchspawner/"):
            answer = httpx.post(
                f"{studio.address}{path}", json={"port": 4711}, headers={"Authorization": f"token {token}"}
            )
            assert answer.status_code == 404
        gerda.stop_server()


def test_importing_batchspawner_does_not_bring_its_route_back() -> None:
    assert issubclass(StudioSlurmSpawner, SlurmSpawner)
    routes = [entry[0] for entry in default_handlers]
    assert routes.count("/api/ai-studio/port") == 1
    assert [route for route in routes if "batchspawner" in route] == []


def test_a_running_server_cannot_move_its_port(studio: RunningHub) -> None:
    with Person(studio, "hugo") as hugo:
        hugo.start_server()
        token = server_token(studio, hugo)
        assert _report(studio, token).status_code == 409
        assert hugo.visit_server("api/status").status_code == 200
        hugo.stop_server()
        assert _report(studio, token).status_code in (403, 409)


def test_only_a_servers_own_token_counts(studio: RunningHub) -> None:
    assert _report(studio, None).status_code == 403
    assert _report(studio, "0" * 32).status_code == 403
    with Person(studio, "ida") as ida:
        made = ida.api("POST", "/users/ida/tokens", json={"note": "a person's own token"})
        assert _report(studio, made.json()["token"]).status_code == 403
        assert ida.api("POST", "/ai-studio/port", json={"port": 4711}).status_code == 403


def test_a_wrong_body_is_refused_before_anything_else_is_looked_at(studio: RunningHub) -> None:
    with Person(studio, "jan") as jan:
        jan.start_server()
        token = server_token(studio, jan)
        for body in (b"", b"[]", b'{"port": "1"}', b'{"port": 4711, "ip": "10.0.0.1"}', b"\xff", b"{" * 10_000):
            assert _report(studio, token, body).status_code == 400
        jan.stop_server()


@pytest.mark.parametrize("port", [1024, 8888, 65535])
def test_every_permitted_port_gets_through(port: int) -> None:
    assert _port(json.dumps({"port": port}).encode()) == port


@pytest.mark.parametrize(
    "body",
    [
        b'{"port": 4711, "port": 4712}',
        b'{"\\u0070ort": 4711}',
        b'{"port": 4.711e3}',
        b'{"port": 04711}',
        '{"port": 4711}'.encode("utf-16"),
        '{"port": 4711}'.encode("utf-8-sig"),
        '{"port": ٤٧١١}'.encode(),
    ],
)
def test_what_only_json_would_take_for_a_port_does_not(body: bytes) -> None:
    with pytest.raises(HTTPError, match="400"):
        _port(body)


@pytest.mark.parametrize("port", [True, False, 0, -1, 22, 1023, 65536, 10**30, 8888.0, "8888", None, [8888]])
def test_what_is_no_port_of_a_persons_server_does_not(port: Any) -> None:
    with pytest.raises(HTTPError, match="400"):
        _port(json.dumps({"port": port}).encode())


async def test_one_report_is_taken_and_only_while_expected() -> None:
    part = ReportedPort()
    assert not part.accept_port(4711)
    with part.expecting_port() as port:
        assert part.accept_port(4711)
        assert not part.accept_port(4712)
        assert port.result() == 4711
    assert not part.accept_port(4713)
