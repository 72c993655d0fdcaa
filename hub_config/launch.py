"""Starting the hub and staying with it: checks first, then one process group that ends as a whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from hub_config import preflight
from hub_config.settings import TEXTS, StudioSettings
from studio_messages import StudioError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Seconds: imports, the database and the proxy take 3 to 10; servers of a former run may be waited for.
_START_LIMIT = 90
_STOP_LIMIT = 60


def run_hub(settings: StudioSettings, *, ready: Callable[[StudioSettings, str], None]) -> None:
    """Check, start the hub, call `ready` with the settings in force and the address, and stay until it ends.

    SIGINT, SIGTERM and SIGHUP stop the hub and all that it started; sessions on a cluster go on.

    Raises
    ------
    StudioError
        A check failed, or the hub ended by itself.

    """
    settings = preflight.resolved(settings)
    preflight.become_service_account(settings)
    folder = preflight.state_folder(settings)
    os.umask(0o077)
    with preflight.lock_state(folder) as lock:
        preflight.port_is_free(settings.listen.address, settings.listen.port)
        preflight.port_is_free(settings.hub.address, settings.hub.port)
        preflight.proxy_command()
        log_path = folder / "log" / "hub.log"
        with log_path.open("a", encoding="utf-8") as log, _hub(settings, folder, log, lock) as hub:
            address = _address(settings.listen.address, settings.listen.port)
            if not settings.hub.tls:
                # The hub first: until it is there, every question to the proxy would be an error in the log.
                _wait_until_ready(hub, _address(settings.hub.address, settings.hub.port), log_path)
            _wait_until_ready(hub, address, log_path)
            ready(settings, address)
            if hub.wait() != 0:
                raise StudioError(TEXTS, "hub-ended", log=log_path, line=_last_line(log_path))


@contextmanager
def _hub(settings: StudioSettings, folder: Path, log: IO[str], lock: IO[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run jupyterhub in a session of its own and end it, politely, when the block is left or a signal comes."""
    resolved = folder / "settings.json"
    resolved.write_text(settings.model_dump_json(indent=2), encoding="utf-8")
    environment = {
        **os.environ,
        "PATH": preflight.search_path(),
        "AI_STUDIO_SETTINGS": str(resolved),
        "AI_STUDIO_PROXY_API": f"http{'s' if settings.hub.tls else ''}://127.0.0.1:{preflight.free_port('127.0.0.1')}",
    }
    hub = subprocess.Popen(
        [sys.executable, "-m", "jupyterhub", "-f", str(Path(__file__).with_name("jupyterhub_config.py"))],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
        pass_fds=[lock.fileno()],
    )

    def stop(_number: int, _frame: object) -> None:
        hub.send_signal(signal.SIGTERM)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield hub
    finally:
        if hub.poll() is None:
            hub.terminate()
            try:
                hub.wait(_STOP_LIMIT)
            except subprocess.TimeoutExpired:
                hub.kill()
                hub.wait()
        for number, handler in before.items():
            signal.signal(number, handler)


def _wait_until_ready(hub: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + _START_LIMIT
    while time.monotonic() < deadline:
        if (status := hub.poll()) is not None:
            if status == 0:
                return
            raise StudioError(TEXTS, "hub-ended", log=log, line=_last_line(log))
        try:
            with urllib.request.urlopen(f"{address}/hub/health", timeout=2) as answer:  # noqa: S310 - our own http address
                if answer.status == 200:
                    return
        except (OSError, urllib.error.URLError):
            time.sleep(0.1)
    raise StudioError(TEXTS, "hub-not-ready", log=log, seconds=_START_LIMIT)


def _address(host: str, port: int) -> str:
    """Return the address at which this machine reaches what listens on `host`."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 - recognised, not bound
        host = "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _last_line(log: Path) -> str:
    """Return the last line of a log that says what went wrong."""
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines()[-60:]]
    telling = [line for line in lines if "Error" in line or "[C " in line or "[E " in line]
    return (telling or [line for line in lines if line] or ["–"])[-1]
