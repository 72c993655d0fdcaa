"""From click to ready: our spawner beside stock batchspawner and jupyterhub_moss, on one practice cluster, in one run.

The systems take turns, so that whatever else the machine does falls on all of them. Needs root and Debian or Ubuntu.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path

import click

from benchmarks.hubs import MOSS, NAMES, OURS, STOCK, cluster, load, our_studio, peer_hub, sign_in
from tests.support.hub import Person, RunningHub

WARM = f"{OURS}, warm seat"
FORM = {
    "partition": "gpu", "ngpus": "1", "nprocs": "2", "memory": "4G", "runtime": "02:00:00", "environment_id": "default",
}  # fmt: skip


def click_to_ready(person: Person, form: dict[str, str] | None) -> float:
    """Press start as a browser does, and return the seconds until the hub says that the server is ready.

    Where there is no form to fill in, the start page asks the hub at once; so do we.
    """
    started = time.monotonic()
    if form is None:
        answer = person.http.get(f"/hub/spawn/{person.name}", params={"_xsrf": person.xsrf})
    else:
        answer = person.http.post("/hub/spawn", data={**form, "_xsrf": person.xsrf})
    assert answer.status_code == 200, f"{person.hub.address}: HTTP {answer.status_code}\n{person.hub.log[-3000:]}"
    path = f"/hub/api/users/{person.name}/server/progress"
    with person.http.stream("GET", path, params={"_xsrf": person.xsrf}, timeout=120) as events:
        for line in events.iter_lines():
            if line.startswith("data:"):
                event = json.loads(line.removeprefix("data:"))
                assert not event.get("failed"), event
                if event.get("ready"):
                    break
        else:
            raise AssertionError(f"{person.hub.address}: no server\n{person.hub.log[-3000:]}")
    elapsed = time.monotonic() - started
    assert person.server() is not None
    person.stop_server()
    return elapsed


def arrival(hub: RunningHub, name: str) -> float:
    """Press start where a seat is warm, and return the seconds until the session's own page has come."""
    with sign_in(hub, name) as person:
        started = time.monotonic()
        page = person.http.get("/hub/spawn")
        elapsed = time.monotonic() - started
        assert page.status_code == 200, page.url
        assert page.url.path.startswith(f"/user/{name}/"), page.url
        return elapsed


def _wait_for_seats(hub: RunningHub, count: int) -> None:
    record = hub.state_dir / "warm-seats.json"
    deadline = time.monotonic() + 300
    while not record.exists() or record.read_text().count("ready") < count:
        assert time.monotonic() < deadline, hub.log[-3000:]
        time.sleep(0.5)


@click.command()
@click.option("--rounds", default=7, show_default=True, help="Starts of each system.")
def main(rounds: int) -> None:
    """Print medians, and each system's ratio to stock batchspawner."""
    # The first start of each only warms the page cache; it needs a seat too.
    seats = NAMES[: rounds + 1]
    now = datetime.now().astimezone()
    kept = {"people": seats, "profile": "no-gpu", "starts": now, "given_back": now + timedelta(hours=2)}
    with ExitStack() as stack:
        packages = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="moss-")))
        packages.chmod(0o755)
        install = [sys.executable, "-m", "pip", "install", "-qq", "--no-deps", "--target", packages]
        subprocess.run([*install, MOSS.replace(" ", "==")], check=True)
        stack.enter_context(cluster())
        people: dict[str, Person] = {}
        for number, name in enumerate((STOCK, MOSS), 1):
            hub = stack.enter_context(peer_hub(name, packages))
            people[name] = stack.enter_context(sign_in(hub, NAMES[-number]))
        people[OURS] = stack.enter_context(sign_in(stack.enter_context(our_studio()), NAMES[-3]))
        warm = stack.enter_context(our_studio(warm_seats=[kept]))
        _wait_for_seats(warm, len(seats))
        forms = {OURS: {"profile": "small-gpu"}, MOSS: FORM}
        seconds: dict[str, list[float]] = {name: [] for name in (*people, WARM)}
        for number in range(rounds + 1):
            for name, values in seconds.items():
                elapsed = (
                    arrival(warm, seats[number]) if name == WARM else click_to_ready(people[name], forms.get(name))
                )
                if number:
                    values.append(elapsed)
                click.echo(f"{name}: {elapsed:.2f} s", err=True)
        click.echo(f"{load()} at the end")
    stock = statistics.median(seconds[STOCK])
    click.echo("| system | median | fastest | slowest | ratio to batchspawner |\n|---|---|---|---|---|")
    for name, values in seconds.items():
        middle = statistics.median(values)
        click.echo(f"| {name} | {middle:.2f} s | {min(values):.2f} s | {max(values):.2f} s | {middle / stock:.2f} |")


if __name__ == "__main__":
    main()
