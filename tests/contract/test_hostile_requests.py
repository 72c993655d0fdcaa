"""Whatever arrives at the hub: no attribute but the port changes, no job script differs from its profile's, no 500.

Thousands of requests, made by hypothesis, go over HTTP to JupyterHub's own handlers and ours; only Slurm is not there.
"""

from __future__ import annotations

import asyncio
import json
import math
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from tornado.web import Application, RequestHandler

from spawners.choice import MORE
from tests.support.hub import free_port
from tests.support.inner_hub import InnerHub, TriedSpawner, inner_hub

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUTE = "/hub/api/ai-studio/port"
PROFILES = [
    {"id": "small", "title": {"en": "Small", "de": "Klein"}, "partition": "gpu", "gpus": 1, "time": "2:00:00"},
    {"id": "large", "title": {"en": "Large", "de": "Groß"}, "partition": "gpu", "gpus": 2, "memory": "8G"},
]

# Unix accounts that every machine has; each starts with nothing.
STARTING, RUNNING, STOPPED, ASKING = "daemon", "bin", "sys", "games"

# What belongs to a start, whoever asked for it, and what is copied for each; anything else must stay as it is.
_OF_THE_START = {
    "profile",
    "language",
    "user_options",
    "req_comment",
    "spawn_id",
    "job_id",
    "last_words",
    "token_digest",
    "choose_language",
}

NUMBERS = st.integers() | st.integers(1000, 70_000) | st.sampled_from([math.nan, math.inf, 4711.0, 4711.5, 10**60])
NAMES = st.sampled_from(
    sorted(
        {*TriedSpawner.class_trait_names(), "Port", "profile", "cmd", "options", "user_options", "display_name", *MORE}
    )
) | st.text(max_size=6)
TEXTS = (
    st.sampled_from(
        ["small", "large", "", "small\n#SBATCH --uid=0", "small\r", "small\x00", "$(id)", "{cmd}", "../small"]
    )
    | st.text(max_size=40)
    | st.text(st.characters(categories=["Cs", "Cc", "Zl", "Zp"]), max_size=3)
)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.just("port"), inner, max_size=3),
    max_leaves=6,
)


def _written(value: object) -> bytes:
    return json.dumps(value).encode()


def _twice(pairs: list[tuple[str, object]]) -> bytes:
    return b"{" + b", ".join(_written(name) + b": " + _written(value) for name, value in pairs) + b"}"


# Bodies that are no JSON, too much of it, too deep, or in another encoding.
ODD = (
    st.binary(max_size=80)
    | st.builds(
        lambda piece, times: piece * times, st.sampled_from([b"[", b'{"port":', b"1", b" "]), st.integers(1, 30_000)
    )
    | st.builds(
        lambda value, encoding: json.dumps(value, ensure_ascii=False).encode(encoding, "surrogatepass"),
        JSON | st.just({"port": 4711}),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]),
    )
)
REPORTS = (
    st.builds(
        lambda port, form: (form % port).encode(),
        st.integers(-9, 70_000),
        st.sampled_from(['{"port": %d}', ' {"port":%d}\n']),
    )
    | st.dictionaries(st.just("port"), JSON, min_size=1).map(_written)
    | st.lists(st.tuples(st.just("port") | NAMES, NUMBERS | JSON), max_size=3).map(_twice)
    | JSON.map(_written)
    | ODD
)
OPTIONS = (
    st.dictionaries(st.just("profile") | NAMES, JSON, max_size=3).map(_written)
    | st.builds(lambda inner: _written({"user_options": inner}), JSON | st.dictionaries(st.just("profile"), TEXTS))
    | st.lists(st.tuples(st.just("profile") | NAMES, TEXTS | JSON), max_size=3).map(_twice)
    | JSON.map(_written)
    | ODD
)
FIELDS = st.lists(
    st.tuples(
        st.just(b"profile") | NAMES.map(lambda name: name.encode("utf-8", "replace")),
        st.binary(max_size=8) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    ),
    max_size=3,
)


def _multipart(fields: list[tuple[bytes, bytes]], file: bool) -> tuple[str, bytes]:
    disposition = b'Content-Disposition: form-data; name="%s"' + (b'; filename="f"' if file else b"")
    parts = [b"--b\r\n" + disposition % name + b"\r\n\r\n" + value + b"\r\n" for name, value in fields]
    return "multipart/form-data; boundary=b", b"".join(parts) + b"--b--\r\n"


def _urlencoded(fields: list[tuple[bytes, bytes]]) -> tuple[str, bytes]:
    return "application/x-www-form-urlencoded", urlencode(fields).encode()


FORMS = (
    FIELDS.map(_urlencoded)
    | st.builds(_multipart, FIELDS, st.booleans())
    | st.tuples(st.sampled_from(["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "x"]), ODD)
)


class _Server(RequestHandler):
    """All that the hub wants to see of a person's server."""

    def get(self) -> None:
        self.finish("{}")


@dataclass
class Studio:
    """The hub, one server in each state, and the tokens that somebody may have."""

    hub: InnerHub
    tokens: dict[str, str | None]
    asking: dict[str, str]

    def spawner(self, name: str) -> TriedSpawner:
        return self.hub.spawner(name)

    def send(self, path: str, method: str, headers: dict[str, str], body: bytes | None) -> int:
        """Return the status of the answer, which must not be the hub's own failure."""
        code: int = self.hub.send(path, method, headers=headers, body=body).code
        assert 200 <= code < 500
        return code

    async def until(self, true: Callable[[], object]) -> None:
        async with asyncio.timeout(10):
            while not true():
                await asyncio.sleep(0.002)


async def _begin(hub: InnerHub, name: str, headers: dict[str, str]) -> TriedSpawner:
    path = f"/hub/api/users/{name}/server"
    answer = await hub.fetch(path, "POST", headers={**headers, "Content-Type": "application/json"}, body=b"{}")
    assert answer.code in (201, 202), answer.body
    spawner = hub.spawner(name)
    async with asyncio.timeout(10):
        while not (spawner.job_id and spawner._reported):
            await asyncio.sleep(0.002)
    return spawner


async def _get_ready(hub: InnerHub, spawner: TriedSpawner, port: int) -> None:
    TriedSpawner.commands.states[spawner.job_id] = "RUNNING"
    headers = {"Authorization": f"token {spawner.api_token}"}
    answer = await hub.fetch(ROUTE, "POST", headers=headers, body=b'{"port": %d}' % port)
    assert answer.code == HTTPStatus.NO_CONTENT
    async with asyncio.timeout(10):
        while not spawner.ready:
            await asyncio.sleep(0.01)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """One server that starts, one that runs, one that is over, and somebody who asks for one."""
    port = free_port()
    with pytest.MonkeyPatch.context() as patch, inner_hub(tmp_path_factory.mktemp("hub"), PROFILES, patch) as hub:
        people = {name: hub.sign_in(name) for name in (STARTING, RUNNING, STOPPED, ASKING)}

        async def prepare() -> str:
            server = Application([(r"/user/.*", _Server)]).listen(port, "127.0.0.1")
            for name in (RUNNING, STOPPED):
                await _get_ready(hub, await _begin(hub, name, people[name]), port)
            over = hub.spawner(STOPPED).api_token
            await hub.fetch(f"/hub/api/users/{STOPPED}/server", "DELETE", headers=people[STOPPED])
            await _begin(hub, STARTING, people[STARTING])
            server.stop()
            return str(over)

        over = hub.run(prepare())
        yield Studio(
            hub,
            {
                "its own": hub.spawner(STARTING).api_token,
                "of another server": hub.spawner(RUNNING).api_token,
                "of a server that is over": over,
                "of the person": hub.app.users[STARTING].new_api_token(),
                "of another person": hub.app.users[ASKING].new_api_token(),
                "made up": "0" * 32,
                "none": None,
            },
            {**people[ASKING]},
        )


def _attributes(spawner: TriedSpawner) -> dict[str, Any]:
    return {name: getattr(spawner, name) for name in spawner.trait_names()}


@settings(max_examples=3700, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    report=REPORTS,
    whose=st.sampled_from(
        ["its own"] * 4
        + ["of another server", "of a server that is over", "of the person", "of another person", "made up", "none"]
    ),
)
@example(report=b'{"port": 4711}', whose="its own")
@example(report=b'{"port": 4711, "port": 4712}', whose="its own")
@example(report='{"port": 4711}'.encode("utf-16"), whose="its own")
@example(report=b"x" * 5_000_000, whose="its own")
def test_a_report_changes_the_port_of_the_server_that_starts_and_nothing_else(
    studio: Studio, report: bytes, whose: str
) -> None:
    spawners = [studio.spawner(name) for name in (STARTING, RUNNING)]
    before = [_attributes(spawner) for spawner in spawners]
    token = studio.tokens[whose]
    status = studio.send(ROUTE, "POST", {"Authorization": f"token {token}"} if token else {}, report)
    after = [_attributes(spawner) for spawner in spawners]
    if status == HTTPStatus.NO_CONTENT:
        assert whose == "its own"
        assert re.fullmatch(rb'\s*{\s*"port"\s*:\s*\d+\s*}\s*', report)
        port = json.loads(report)["port"]
        assert 1024 <= port <= 65535
        assert after[0].pop("reported_port") == port
        before[0].pop("reported_port")
        # As if it had not reported yet.
        spawners[0].reported_port = 0
        spawners[0]._reported = studio.hub.run(_future())
        before[0].pop("_reported")
        after[0].pop("_reported")
    else:
        expected = {"its own": {400}, "of another server": {400, 409}}
        assert status in expected.get(whose, {403})
    assert after == before


async def _future() -> asyncio.Future[int]:
    return asyncio.get_running_loop().create_future()


def _settings(spawner: TriedSpawner) -> dict[str, Any]:
    return {name: getattr(spawner, name) for name in spawner.trait_names(config=True) if name not in _OF_THE_START}


def _script(script: str) -> str:
    """Return a job script without what is new in each start, and without its length, which a person may choose."""
    return re.sub(r"[0-9a-f]{16}$|^#SBATCH --time=\d+:[0-5]\d:00\n", "", script, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def scripts(studio: Studio) -> dict[str, str]:
    """The job script of each profile, as somebody gets it who asks for nothing else."""
    found = {}
    for name, wish in (("small", "gpu:1"), ("large", "gpu:2")):
        _ask(studio, "POST", f"/hub/api/users/{ASKING}/server", "application/json", _written({"profile": name}))
        found[name] = _script(TriedSpawner.commands.scripts[-1])
        assert f"#SBATCH --gres={wish}\n" in found[name]
    return found


def _ask(studio: Studio, method: str, path: str, kind: str, body: bytes | None) -> bool:
    """Ask for a server and end its job, if there is one; returns whether there was."""
    before = len(TriedSpawner.commands.scripts)
    status = studio.send(path, method, {**studio.asking, "Content-Type": kind}, body)
    spawner = studio.spawner(ASKING)

    async def end() -> None:
        # What a choice is held against is asked for in the background, so a refusal may follow the answer.
        await studio.until(lambda: spawner.job_id or not spawner.pending)
        if spawner.job_id:
            TriedSpawner.commands.states[spawner.job_id] = "CANCELLED"
            await studio.until(lambda: not spawner.pending)

    started = spawner.pending
    studio.hub.run(end())
    assert status in (201, 202, 302) or not started
    if len(TriedSpawner.commands.scripts) == before:
        assert spawner.orm_spawner.user_options in ({}, {"profile": "small"}, {"profile": "large"})
        return False
    assert started
    assert len(TriedSpawner.commands.scripts) == before + 1
    return True


def _try(studio: Studio, scripts: dict[str, str], *request: Any) -> None:
    before = _settings(studio.spawner(ASKING))
    if _ask(studio, *request):
        chosen = studio.spawner(ASKING).orm_spawner.user_options["profile"]
        assert _script(TriedSpawner.commands.scripts[-1]) == scripts[chosen]
    assert _settings(studio.spawner(ASKING)) == before


CAREFULLY = settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))


@CAREFULLY
@given(OPTIONS)
@example(b'{"profile": "small", "minutes": 60}')
@example(b'{"profile": "small", "account": "root", "reservation": "x"}')
@example(b'{"profile": "small", "profile": "large"}')
def test_options_by_rest_start_a_profile_or_nothing(studio: Studio, scripts: dict[str, str], options: bytes) -> None:
    _try(studio, scripts, "POST", f"/hub/api/users/{ASKING}/server", "application/json", options)


@CAREFULLY
@given(FORMS)
@example(("application/x-www-form-urlencoded", b"profile=%ff"))
def test_options_by_form_start_a_profile_or_nothing(
    studio: Studio, scripts: dict[str, str], form: tuple[str, bytes]
) -> None:
    _try(studio, scripts, "POST", "/hub/spawn", *form)


@settings(CAREFULLY, max_examples=150)
@given(FIELDS)
@example([(b"profile", b"\xff")])
def test_options_in_an_address_start_a_profile_or_nothing(
    studio: Studio, scripts: dict[str, str], fields: list[tuple[bytes, bytes]]
) -> None:
    assume(fields)
    _try(studio, scripts, "GET", f"/hub/spawn?{urlencode(fields)}", "text/plain", None)
