"""``ai-studio cluster up|down|status``: the practice cluster from the command line."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import click

from spawners.practice_cluster.cluster import PracticeCluster, Status
from spawners.practice_cluster.layout import DEFAULT_STATE, Layout
from spawners.practice_cluster.system import TEXTS

_state = click.option(
    "--state",
    type=click.Path(path_type=Path),
    default=DEFAULT_STATE,
    envvar="AI_STUDIO_PRACTICE_STATE",
    show_default=True,
    help="The folder that holds all of the cluster.",
)
_json = click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")


@click.group()
def cluster() -> None:
    """A real two-node Slurm on this machine, for practice and tests."""


@cluster.command()
@_state
@_json
def up(state: Path, as_json: bool) -> None:
    """Bring the practice cluster up, or mend it; needs root.

    Creates Unix accounts with published passwords, until "cluster down": not for a machine that others can sign in to.
    """
    practice = PracticeCluster(Layout(state=state))
    started = time.monotonic()
    fresh = practice.up(progress=lambda step: click.echo(TEXTS(step), err=True))
    seconds = time.monotonic() - started
    if as_json:
        click.echo(json.dumps(_access(practice.layout, fresh=fresh, seconds=seconds)))
        return
    click.echo(_directions(practice.layout, fresh=fresh, seconds=seconds), err=True)


def _access(layout: Layout, *, fresh: bool, seconds: float) -> dict[str, Any]:
    return {
        "fresh": fresh,
        "seconds": round(seconds, 2),
        "slurm_conf": str(layout.slurm_conf),
        "head": str(layout.head),
        "nodes": {node.name: str(layout.address(node)) for node in layout.nodes},
        "people": {person.name: person.password for person in layout.people},
        "group": layout.group,
        "service": layout.service,
        "service_home": str(layout.service_home),
    }


def _directions(layout: Layout, *, fresh: bool, seconds: float) -> str:
    lines = [
        TEXTS("practice-up", seconds=round(seconds)) if fresh else TEXTS("practice-already-up"),
        f"  export SLURM_CONF={layout.slurm_conf}",
        "  ai-studio up --config examples/cluster.yaml",
        TEXTS("practice-people"),
        *(f"  {person.name}: {person.password}" for person in layout.people),
        TEXTS("practice-end"),
    ]
    return "\n".join(lines)


@cluster.command()
@_state
@_json
def down(state: Path, as_json: bool) -> None:
    """End the practice cluster and remove all of it; needs root."""
    removed = PracticeCluster(Layout(state=state)).down()
    if as_json:
        click.echo(json.dumps({"removed": removed}))
        return
    click.echo(TEXTS("practice-down" if removed else "practice-nothing"), err=True)


@cluster.command()
@_state
@_json
@click.pass_context
def status(ctx: click.Context, state: Path, as_json: bool) -> None:
    """Say how each daemon and node is; exit status 1 unless all are well."""
    found = PracticeCluster(Layout(state=state)).status()
    if as_json:
        click.echo(found.model_dump_json())
    else:
        click.echo(_described(found), err=True)
    ctx.exit(0 if found.healthy else 1)


def _described(found: Status) -> str:
    if not found.exists:
        return TEXTS("practice-nothing")
    lines = [TEXTS("practice-healthy" if found.healthy else "practice-unhealthy")]
    for name, answers in found.daemons.items():
        lines.append(f"  {name:14} {TEXTS('practice-answers' if answers else 'practice-silent')}")
    for node in found.nodes:
        lines.append(f"  {node.name:14} {node.address}  {node.state}")
    lines.append(f"  SLURM_CONF={found.slurm_conf}")
    return "\n".join(lines)
