"""The studio's hub inside a test's own process: JupyterHub with our configuration, its objects open to the test.

What is missing is what no request reaches: the proxy, passwords, and Slurm's commands, for which `Commands` answers.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from jupyterhub.app import JupyterHub
from jupyterhub.proxy import Proxy
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse

import hub_config
from hub_config.settings import StudioSettings
from spawners.cluster import SEPARATOR, Answer, Slurm
from spawners.slurm import StudioSlurmSpawner
from spawners.watch import JobWatch
from tests.support.hub import free_port

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator, Sequence

    import pytest

_CONFIG = """
load_subconfig({studio!r})
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.proxy_class = "tests.support.inner_hub.NoProxy"
c.JupyterHub.spawner_class = "tests.support.inner_hub.TriedSpawner"
c.JupyterHub.db_url = "sqlite:///:memory:"
c.JupyterHub.pid_file = ""
c.JupyterHub.tornado_settings = {{"slow_spawn_timeout": 0}}
c.Authenticator.allow_all = True
"""


class NoProxy(Proxy):  # type: ignore[misc]
    """Keeps the routes and serves nobody."""

    should_start = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.routes: dict[str, dict[str, Any]] = {}

    async def get_all_routes(self) -> dict[str, dict[str, Any]]:
        return self.routes

    async def add_route(self, routespec: str, target: str, data: dict[str, Any]) -> None:
        self.routes[routespec] = {"routespec": routespec, "target": target, "data": data}

    async def delete_route(self, routespec: str) -> None:
        self.routes.pop(routespec, None)


class Commands(Slurm):
    """Answers as Slurm's commands would; jobs wait until a test moves them. `scripts` holds what sbatch was given."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.states: dict[str, str] = {}
        self._numbers = itertools.count(1)

    async def run(self, arguments: Sequence[str], *, stdin: str = "", **_: Any) -> Answer:
        command = next(
            word for word in arguments if word in ("sbatch", "scancel", "squeue", "scontrol", "sinfo", "sacct")
        )
        return getattr(self, f"say_{command}")(arguments, stdin)  # type: ignore[no-any-return]

    def say_sbatch(self, _: Sequence[str], stdin: str) -> Answer:
        number = str(next(self._numbers))
        self.scripts.append(stdin)
        self.states[number] = "PENDING"
        return Answer(0, number, "")

    def say_scancel(self, arguments: Sequence[str], _: str) -> Answer:
        self.states[arguments[-1]] = "CANCELLED"
        return Answer(0, "", "")

    def say_squeue(self, arguments: Sequence[str], _: str) -> Answer:
        word, *heads = arguments[1].removeprefix("--format=").split(SEPARATOR)
        rows = [
            SEPARATOR.join([word, number, "x", state, "None", "node", "N/A", "N/A", ""])
            for number, state in self.states.items()
        ]
        return Answer(0, "\n".join([SEPARATOR.join([word, *heads]), *rows]), "")

    def say_scontrol(self, _arguments: Sequence[str], _: str) -> Answer:
        return Answer(0, "NodeName=node NodeAddr=127.0.0.1", "")

    def say_sinfo(self, _arguments: Sequence[str], _: str) -> Answer:
        return Answer(1, "", "not asked for here")

    say_sacct = say_sinfo


class TriedSpawner(StudioSlurmSpawner):
    """The spawner, with `Commands`."""

    commands: ClassVar[Commands]
    the_watch: ClassVar[JobWatch]

    @property
    def watch(self) -> JobWatch:
        return self.the_watch


class _App(JupyterHub):  # type: ignore[misc]
    def init_signal(self) -> None:
        """Signals are the test's."""


class InnerHub:
    """The running hub; its loop runs only while the test awaits something through `run`."""

    def __init__(self, runner: asyncio.Runner, app: JupyterHub, address: str) -> None:
        self.runner = runner
        self.app = app
        self.address = address

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(coroutine)

    def spawner(self, user: str) -> TriedSpawner:
        spawner = self.app.users[user].spawner
        assert isinstance(spawner, TriedSpawner)
        return spawner

    async def fetch(self, path: str, method: str = "GET", **kwargs: Any) -> HTTPResponse:
        kwargs.setdefault("body", None if method in ("GET", "DELETE") else b"")
        request = HTTPRequest(
            f"{self.address}{path}", method, follow_redirects=False, allow_nonstandard_methods=True, **kwargs
        )
        return await AsyncHTTPClient().fetch(request, raise_error=False)

    def send(self, path: str, method: str = "GET", **kwargs: Any) -> HTTPResponse:
        """Send one request and return the answer to it, whatever it is."""
        return self.run(self.fetch(path, method, **kwargs))  # type: ignore[no-any-return]

    def sign_in(self, name: str) -> dict[str, str]:
        """Return the headers of somebody's browser."""
        cookies: dict[str, str] = {}

        def keep(answer: HTTPResponse) -> None:
            for cookie in answer.headers.get_list("Set-Cookie"):
                key, _, value = cookie.partition(";")[0].partition("=")
                cookies[key] = value

        def headers() -> dict[str, str]:
            return {
                "Cookie": "; ".join(f"{key}={value}" for key, value in cookies.items()),
                "X-XSRFToken": cookies.get("_xsrf", ""),
                "Sec-Fetch-Site": "same-origin",
            }

        keep(self.send("/hub/login"))
        keep(self.send("/hub/login", "POST", headers=headers(), body=f"username={name}&password=x"))
        keep(self.send("/hub/home", headers=headers()))
        assert self.send("/hub/home", headers=headers()).code == 200
        return headers()


@contextmanager
def inner_hub(folder: Path, profiles: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> Iterator[InnerHub]:
    """Start the hub and stop it at the end."""
    port = free_port()
    settings = StudioSettings.model_validate(
        {
            "spawner": "slurm",
            "state_dir": folder,
            "listen": {"port": free_port()},
            "hub": {"port": port},
            "sign_in": {"method": "account", "groups": ["users"]},
            "profiles": profiles,
        }
    )
    (folder / "settings.json").write_text(settings.model_dump_json())
    studio = Path(hub_config.__file__).with_name("jupyterhub_config.py")
    (folder / "config.py").write_text(_CONFIG.format(studio=str(studio)))
    monkeypatch.setenv("AI_STUDIO_SETTINGS", str(folder / "settings.json"))
    monkeypatch.setenv("AI_STUDIO_PROXY_API", f"http://127.0.0.1:{free_port()}")
    monkeypatch.chdir(folder)
    TriedSpawner.commands = Commands()
    TriedSpawner.the_watch = JobWatch(TriedSpawner.commands, eager=0.005, patience=0)
    app = _App.instance(config_file=str(folder / "config.py"))
    with asyncio.Runner() as runner:
        try:
            runner.run(app.initialize([]))
            # Thousands of refusals are not to be written down.
            app.log.setLevel(logging.CRITICAL)
            runner.run(app.start())
            yield InnerHub(runner, app, f"http://127.0.0.1:{port}")
        finally:
            TriedSpawner.the_watch.close()
            app.http_server.stop()
            for callback in app._periodic_callbacks.values():
                callback.stop()
            app.metrics_collector.stop()
            _App.clear_instance()
