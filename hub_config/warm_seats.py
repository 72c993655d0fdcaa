"""Warm seats: sessions started ahead for people who are expected, and given back where nobody came.

A service of the hub (``python -m hub_config.warm_seats``, started by it) that may do nothing but look at, start and
stop the servers of the people named under `warm_seats` in studio.yaml. A job belongs to one Unix account from its first
second, so a seat is kept for an account, such as the training accounts of a workshop.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import ssl
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jupyterhub.utils import make_ssl_context
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from hub_config.settings import StudioSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hub_config.settings import WarmSeats

log = logging.getLogger(__name__)

SERVICE = "warm-seats"

# Requests for a server that are on their way at once: a start takes the hub some work, and people want it too.
_AT_ONCE = 5

# How often a seat whose start failed is tried again, and after how many seconds.
_ATTEMPTS = 3
_PAUSE = 20.0

_LOOK_EVERY = 2.0

# JupyterHub writes activity down only this much later than the last (JupyterHub.activity_resolution).
_COARSE = timedelta(seconds=30)


def service(settings_file: Path, python: str) -> dict[str, Any]:
    """Return the hub's description of this service, for ``JupyterHub.services``."""
    environment = {"AI_STUDIO_SETTINGS": str(settings_file), "PATH": os.environ["PATH"]}
    return {"name": SERVICE, "command": [python, "-m", "hub_config.warm_seats"], "environment": environment}


def groups(settings: StudioSettings) -> dict[str, Any]:
    """Return the group of all who have a seat, for ``JupyterHub.load_groups``: the hub then knows them beforehand."""
    return {SERVICE: {"users": sorted({name for seats in settings.warm_seats for name in seats.people})}}


def role() -> dict[str, Any]:
    """Return what the service may do, for ``JupyterHub.load_roles``."""
    scopes = [
        f"{scope}!group={SERVICE}" for scope in ("servers", "read:users:activity", "read:users:name", "read:tokens")
    ]
    return {"name": SERVICE, "scopes": scopes, "services": [SERVICE]}


class Hub:
    """The hub's REST API, with this service's token."""

    def __init__(self, address: str, token: str, tls: ssl.SSLContext | None = None) -> None:
        self.address = address.rstrip("/")
        self.token = token
        self.tls = tls

    async def call(self, method: str, path: str, body: object = None, language: str | None = None) -> tuple[int, Any]:
        """Send a request; returns status and JSON, status 0 where the hub does not answer."""
        headers = {"Authorization": f"token {self.token}", "Content-Type": "application/json"}
        if language:
            headers["Accept-Language"] = language
        request = HTTPRequest(
            f"{self.address}/{path}",
            method=method,
            headers=headers,
            body=None if body is None else json.dumps(body),
            allow_nonstandard_methods=True,
            request_timeout=60,
            ssl_options=self.tls,
        )
        try:
            answer = await AsyncHTTPClient().fetch(request, raise_error=False)
        except (HTTPClientError, OSError) as error:
            log.warning("The hub does not answer: %s", error)
            return 0, None
        try:
            return answer.code, json.loads(answer.body or b"null")
        except ValueError:
            return answer.code, None


class Record:
    """Which seats were started and since when they are ready; a restarted hub neither starts nor ends them twice."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.seats: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.seats = {}

    def of(self, name: str, seats: WarmSeats) -> dict[str, str]:
        """Return what is known of a person's seat."""
        return dict(self.seats.get(_key(name, seats), {}))

    def note(self, name: str, seats: WarmSeats, what: str) -> None:
        """Write down that something happened to a seat now."""
        seat = self.seats.setdefault(_key(name, seats), {})
        seat[what] = datetime.now().astimezone().isoformat()
        self._write()

    def forget(self, name: str, seats: WarmSeats) -> None:
        """Begin anew with a seat."""
        self.seats.pop(_key(name, seats), None)
        self._write()

    def _write(self) -> None:
        new = self.path.with_suffix(".new")
        new.write_text(json.dumps(self.seats, indent=1), encoding="utf-8")
        new.replace(self.path)


class SeatKeeper:
    """Starts sessions ahead, and gives back those that nobody has come to."""

    def __init__(self, hub: Hub, record: Record) -> None:
        self.hub = hub
        self.record = record
        self._starting = asyncio.Semaphore(_AT_ONCE)

    async def keep(self, all_seats: Iterable[WarmSeats]) -> None:
        """Look after all seats until the last is handed over or given back."""
        await asyncio.gather(*(self._keep_some(seats) for seats in all_seats))

    async def _keep_some(self, seats: WarmSeats) -> None:
        await _until(seats.starts)
        await asyncio.gather(*(self._keep_one(name, seats) for name in seats.people))

    async def _keep_one(self, name: str, seats: WarmSeats) -> None:
        try:
            async with asyncio.timeout(max(_seconds_until(seats.given_back), 0)):
                await self._start(name, seats)
        except TimeoutError:
            log.warning("The seat of %s was not ready in time", name)
        await _until(seats.given_back)
        await self._give_back(name, seats)

    async def _start(self, name: str, seats: WarmSeats) -> None:
        for _ in range(_ATTEMPTS):
            if "ready" in self.record.of(name, seats):
                return
            if "asked" not in self.record.of(name, seats) and not await self._ask(name, seats):
                # The person was faster: it is her session, not a seat.
                return
            if await self._wait(name):
                self.record.note(name, seats, "ready")
                log.info("The seat of %s is ready", name)
                return
            log.warning("The seat of %s could not be started", name)
            await asyncio.sleep(_PAUSE)
            self.record.forget(name, seats)

    async def _ask(self, name: str, seats: WarmSeats) -> bool:
        """Ask the hub for a server; False where there is one already."""
        options = {"profile": seats.profile} if seats.profile else {}
        while True:
            async with self._starting:
                if await self._server(name) is not None:
                    return False
                # Before the hub hears of it: whatever happens from here on, the seat is known to be one.
                self.record.note(name, seats, "asked")
                status, answer = await self.hub.call(
                    "POST", f"users/{quote(name)}/server", options, language=seats.language
                )
            if status in (201, 202):
                return True
            log.warning("The seat of %s: the hub answers %s %s", name, status, (answer or {}).get("message", ""))
            await asyncio.sleep(_PAUSE)

    async def _wait(self, name: str) -> bool:
        """Wait until the server is ready; False when it is gone."""
        while (server := await self._server(name)) is not None:
            if server.get("ready"):
                return True
            await asyncio.sleep(_LOOK_EVERY)
        return False

    async def _is_taken(self, name: str, since: datetime) -> bool:
        """Tell whether the person has been at the hub or in her session; a browser in a session has a token for it."""
        person = await self._answer(f"users/{quote(name)}")
        tokens = (await self._answer(f"users/{quote(name)}/tokens"))["api_tokens"]
        from_browsers = [token for token in tokens if token["oauth_client"].startswith("Server at ")]
        if _later(person["last_activity"], since):
            return True
        return any(
            _later(token[what], since - _COARSE) for token in from_browsers for what in ("created", "last_activity")
        )

    async def _server(self, name: str) -> dict[str, Any] | None:
        """Return the hub's model of the person's server, or None; asks until the hub answers."""
        server = (await self._answer(f"users/{quote(name)}"))["servers"].get("")
        return server if server and (server["ready"] or server["pending"]) else None

    async def _answer(self, path: str) -> dict[str, Any]:
        """Ask until the hub answers."""
        while True:
            status, answer = await self.hub.call("GET", path)
            if status == 200:
                found: dict[str, Any] = answer
                return found
            await asyncio.sleep(_LOOK_EVERY)

    async def _give_back(self, name: str, seats: WarmSeats) -> None:
        """Stop a session that its person has not come to; where that is not certain, it stays."""
        seat = self.record.of(name, seats)
        if "asked" not in seat or "given back" in seat:
            return
        if await self._is_taken(name, since=datetime.fromisoformat(seat.get("ready", seat["asked"]))):
            log.info("The seat of %s is taken", name)
            return
        self.record.note(name, seats, "given back")
        await self.hub.call("DELETE", f"users/{quote(name)}/server")
        log.info("Nobody came for the seat of %s; it is given back", name)


def _later(moment: str | None, than: datetime) -> bool:
    return moment is not None and datetime.fromisoformat(moment) > than


def _key(name: str, seats: WarmSeats) -> str:
    return f"{name} {_moment(seats.starts).isoformat()}"


def _moment(when: datetime) -> datetime:
    """Return a moment with its time zone; without one it is this machine's."""
    return when.astimezone()


def _seconds_until(when: datetime) -> float:
    return (_moment(when) - datetime.now().astimezone()).total_seconds()


async def _until(when: datetime) -> None:
    # In short steps: a laptop that slept, or a clock that was set, must not delay a workshop.
    while (left := _seconds_until(when)) > 0:
        await asyncio.sleep(min(left, 30))


def main() -> None:
    """Look after the seats in the settings that AI_STUDIO_SETTINGS names, until the hub ends this."""
    logging.basicConfig(level=logging.INFO, format="[%(levelname).1s %(asctime)s warm seats] %(message)s")
    settings = StudioSettings.model_validate_json(Path(os.environ["AI_STUDIO_SETTINGS"]).read_text(encoding="utf-8"))
    files = [os.environ.get(f"JUPYTERHUB_SSL_{part}", "") for part in ("KEYFILE", "CERTFILE", "CLIENT_CA")]
    tls = make_ssl_context(files[0], files[1], cafile=files[2]) if all(files) else None
    hub = Hub(os.environ["JUPYTERHUB_API_URL"], os.environ["JUPYTERHUB_API_TOKEN"], tls)
    keeper = SeatKeeper(hub, Record(settings.state_dir / "warm-seats.json"))

    async def run() -> None:
        await keeper.keep(settings.warm_seats)
        # The hub would start a service that has ended once more.
        await asyncio.Event().wait()

    asyncio.run(run())


if __name__ == "__main__":
    main()
