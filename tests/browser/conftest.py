"""A real Chromium that may only speak to this machine, and a real Jupyter server as each person gets one."""

from __future__ import annotations

import ipaddress
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import urlsplit

import pytest
from playwright.async_api import async_playwright, expect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from playwright.async_api import Browser, BrowserContext, Locator, Page, Route

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.*, EXCLUDE 10.77.*",
]
# This machine, and the practice cluster's own network.
LOCAL = [ipaddress.ip_network(each) for each in ("127.0.0.0/8", "10.77.0.0/24", "::1/128")]
PREFIX = "/user/ada/"
TOKEN = "only-for-this-test"


def is_local(url: str) -> bool:
    """Whether a request stays on this machine or in the practice cluster."""
    parts = urlsplit(url)
    if parts.scheme in ("data", "blob", "about", "chrome"):
        return True
    host = parts.hostname or ""
    try:
        return any(ipaddress.ip_address(host) in network for network in LOCAL)
    except ValueError:
        return host == "localhost"


@dataclass
class Traffic:
    """What a browser context asked for and received."""

    foreign: list[str] = field(default_factory=list)
    loaded_bytes: int = 0
    websocket_bytes: int = 0
    errors: list[str] = field(default_factory=list)

    async def guard(self, context: BrowserContext) -> None:
        """Abort and note every request that leaves this machine."""
        await context.route("**/*", self._decide)

    async def count(self, page: Page) -> None:
        """Count what `page` loads, as it travels, and what its websockets bring."""
        page.on("websocket", lambda opened: None if is_local(opened.url) else self.foreign.append(opened.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        session = await page.context.new_cdp_session(page)
        await session.send("Network.enable")
        session.on("Network.loadingFinished", self._loaded)
        session.on("Network.webSocketFrameReceived", self._received)

    async def _decide(self, route: Route) -> None:
        if is_local(route.request.url):
            await route.continue_()
            return
        self.foreign.append(route.request.url)
        await route.abort()

    def _loaded(self, event: dict[str, float]) -> None:
        self.loaded_bytes += int(event["encodedDataLength"])

    def _received(self, event: dict[str, dict[str, str]]) -> None:
        self.websocket_bytes += len(event["response"]["payloadData"])


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        await launched.close()


@pytest.fixture
async def open_page(browser: Browser) -> AsyncIterator[Callable[..., object]]:
    """``await open_page(width=1280, height=900, dark=False)`` gives a fresh page; its ``traffic`` is on it.

    The test fails when any of its pages asked a host outside of this machine for anything.
    """
    async with AsyncExitStack() as stack:
        all_traffic: list[Traffic] = []

        async def make(*, width: int = 1280, height: int = 900, dark: bool = False) -> tuple[Page, Traffic]:
            scheme = "dark" if dark else "light"
            context = await browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, service_workers="block"
            )
            stack.push_async_callback(context.close)
            traffic = Traffic()
            all_traffic.append(traffic)
            await traffic.guard(context)
            page = await context.new_page()
            await traffic.count(page)
            return page, traffic

        yield make
        asked = [url for traffic in all_traffic for url in traffic.foreign]
        assert asked == [], f"requests that leave this machine: {asked}"


@pytest.fixture
async def page(open_page: Callable[..., object]) -> Page:
    """A fresh page at 1280 x 900."""
    made, _ = await open_page()
    return made


@pytest.fixture
def run_first_cells() -> Callable[[Page, int], Awaitable[None]]:
    """``await run_first_cells(page, 2)`` runs the first code cells of the notebook open in JupyterLab, one by one."""

    async def run(page: Page, count: int) -> None:
        cells = page.locator(".jp-Notebook .jp-CodeCell")
        await expect(cells.first).to_be_visible(timeout=60_000)
        for index in range(count):
            await _run_cell(page, cells.nth(index))

    return run


async def _run_cell(page: Page, cell: Locator) -> None:
    prompt = cell.locator(".jp-InputPrompt")
    for _ in range(5):
        await prompt.click()
        await page.keyboard.press("Shift+Enter")
        try:
            # JupyterLab drops a cell that is run before its kernel is connected.
            await expect(prompt).not_to_have_text("[ ]:", timeout=4_000)
        except AssertionError:
            continue
        break
    await expect(prompt).to_have_text(re.compile(r"\[\d+\]:"), timeout=60_000)


@dataclass(frozen=True)
class JupyterServer:
    """A person's Jupyter server, without a hub, under a prefix as the hub gives one."""

    port: int
    root: Path
    home: Path
    log: Path

    def url(self, path: str) -> str:
        """Return the address of `path` on it, with the token."""
        return f"http://127.0.0.1:{self.port}{PREFIX}{path}?token={TOKEN}"

    def app(self, notebook: str = "ai-studio/predictive-maintenance/app.ipynb") -> str:
        """Return the address of a notebook as an app."""
        return self.url(f"voila/render/{notebook}")

    def kernels(self) -> list[dict[str, object]]:
        """Return the running kernels."""
        with urllib.request.urlopen(self.url("api/kernels"), timeout=5) as answer:
            return list(json.load(answer))


@pytest.fixture(scope="session")
def jupyter_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], JupyterServer]]:
    """``jupyter_server("de")``: a server in that language, started once for all tests that ask."""
    running: dict[str, tuple[subprocess.Popen[bytes], JupyterServer]] = {}

    def get(language: str) -> JupyterServer:
        if language not in running:
            running[language] = _start(language, tmp_path_factory.mktemp(f"home-{language}"))
        return running[language][1]

    yield get
    for process, _ in running.values():
        _stop(process)


def _start(language: str, home: Path) -> tuple[subprocess.Popen[bytes], JupyterServer]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    root = home / "files"
    root.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "AI_STUDIO", "XDG_"))}
    environment = {**kept, "HOME": str(home), "AI_STUDIO_LANG": language, "OMP_NUM_THREADS": "2"}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"]
    command += [f"--ServerApp.root_dir={root}", f"--ServerApp.base_url={PREFIX}", f"--IdentityProvider.token={TOKEN}"]
    log = home / "server.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command, cwd=root, env=environment, stdout=stream, stderr=stream, start_new_session=True
        )
    server = JupyterServer(port, root, home, log)
    deadline = time.monotonic() + 60
    while True:
        try:
            server.kernels()
        except (URLError, ConnectionError):
            if process.poll() is not None or time.monotonic() > deadline:
                _stop(process)
                pytest.fail(f"the Jupyter server did not start:\n{log.read_text()[-4000:]}")
            time.sleep(0.1)
        else:
            return process, server


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the server and whatever it started: asked first, then by force."""
    for sign, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            continue
    process.wait(5)
