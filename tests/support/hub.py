"""A hub started as its users start it, and a person who uses it over HTTP."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator


def free_port(address: str = "127.0.0.1") -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((address, 0))
        return int(probe.getsockname()[1])


class RunningHub:
    """`ai-studio up`, running."""

    def __init__(self, process: subprocess.Popen[str], announced: dict[str, str]) -> None:
        self.process = process
        self.address = announced["address"]
        self.state_dir = Path(announced["state_dir"])
        self.spawner = announced["spawner"]

    @property
    def log(self) -> str:
        return (self.state_dir / "log" / "hub.log").read_text(encoding="utf-8", errors="replace")

    def stop(self, number: int = signal.SIGINT) -> int:
        """Do what Ctrl-C does, and return the exit status."""
        self.process.send_signal(number)
        return self.process.wait(60)


@contextmanager
def running_hub(command: Path, config: Path | None = None, **environment: str) -> Iterator[RunningHub]:
    """Start the studio with `command` (an installed ``ai-studio``) and stop it at the end."""
    arguments = [str(command), "up", "--json", *(["--config", str(config)] if config else [])]
    process = subprocess.Popen(
        arguments,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line or "address" not in (announced := json.loads(line)):
            _, err = process.communicate(timeout=60)
            raise AssertionError(f"the hub did not start: {line}{err}")
        yield RunningHub(process, announced)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(90)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


class Person:
    """Somebody with a browser, reduced to its requests."""

    def __init__(self, hub: RunningHub, name: str, password: str | None = None) -> None:
        self.hub = hub
        self.name = name
        self.http = httpx.Client(base_url=hub.address, follow_redirects=True, timeout=60)
        page = self.http.get("/hub/login")
        form = {"username": name, "password": password or "", "_xsrf": self.xsrf}
        self.answer = self.http.post("/hub/login", data=form, params={"_xsrf": self.xsrf})
        assert page.status_code == 200

    def __enter__(self) -> Person:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    @property
    def xsrf(self) -> str:
        values = [cookie.value for cookie in self.http.cookies.jar if cookie.name == "_xsrf" and cookie.path == "/hub/"]
        return values[0] if values and values[0] else ""

    @property
    def signed_in(self) -> bool:
        return self.http.get("/hub/home").url.path == "/hub/home"

    def api(self, method: str, path: str, **kwargs: Any) -> httpx.Response:
        headers = {"X-XSRFToken": self.xsrf, "Referer": f"{self.hub.address}/hub/home"}
        return self.http.request(method, f"/hub/api{path}", headers=headers, **kwargs)

    def request_server(self, options: dict[str, Any] | None = None) -> httpx.Response:
        # JupyterHub 5 knows only this form, 6 takes it as well as {"user_options": ...}.
        return self.api("POST", f"/users/{self.name}/server", json=options)

    def start_server(self, options: dict[str, Any] | None = None, within: float = 90) -> dict[str, Any]:
        """Start the person's server and wait until it is ready; returns the hub's model of it."""
        answer = self.request_server(options)
        assert answer.status_code in (201, 202), answer.text
        return self.wait_for_server(within)

    def server(self) -> dict[str, Any] | None:
        model = self.api("GET", f"/users/{self.name}").json()
        return model["servers"].get("")

    def wait_for_server(self, within: float = 90) -> dict[str, Any]:
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            server = self.server()
            if server and server["ready"]:
                return server
            if server is None or not (server["pending"] or server["ready"]):
                raise AssertionError(f"the server of {self.name} failed; hub log:\n{self.hub.log[-4000:]}")
            time.sleep(0.2)
        raise AssertionError(f"no server for {self.name} within {within} s; hub log:\n{self.hub.log[-4000:]}")

    def stop_server(self, within: float = 60) -> None:
        answer = self.api("DELETE", f"/users/{self.name}/server")
        assert answer.status_code in (202, 204), answer.text
        deadline = time.monotonic() + within
        while self.server() is not None:
            assert time.monotonic() < deadline, f"the server of {self.name} did not stop"
            time.sleep(0.2)

    def visit_server(self, path: str) -> httpx.Response:
        """Open a page of the person's server, as a browser does that has come through JupyterLab."""
        self.http.get(f"/user/{self.name}/lab")
        return self.http.get(f"/user/{self.name}/{path.lstrip('/')}")


def said_on(person: Person, path: str, language: str) -> tuple[int, str]:
    """Return status and visible text of a page."""
    page = person.http.get(path, headers={"Accept-Language": language})
    main = page.text.split("<main", 1)[1].split("</main>", 1)[0]
    return page.status_code, re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))


def server_token(hub: RunningHub, person: Person) -> str:
    """Return the API token that a local server of `person` was started with, as its owner could read it."""
    state = json.loads((hub.state_dir / "settings.json").read_text())
    assert state["spawner"] == "local"
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            environment = (entry / "environ").read_bytes()
        except OSError:
            continue
        if f"JUPYTERHUB_USER={person.name}\0".encode() in environment:
            return re.search(rb"JUPYTERHUB_API_TOKEN=(\w+)", environment)[1].decode()  # type: ignore[index]
    raise AssertionError("no such server")
