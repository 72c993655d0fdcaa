"""The hub's own commands: up and check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hub_config.settings import TEXTS, read_settings

if TYPE_CHECKING:
    from hub_config.settings import StudioSettings

_CONFIG = click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="The studio's settings (studio.yaml); without it, everything has its default.",
)


@click.command()
@_CONFIG
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object with the address once the studio is ready."
)
def up(config: Path | None, as_json: bool) -> None:
    """Start the studio and print its address; Ctrl-C stops it and leaves sessions on a cluster running."""
    from hub_config.launch import run_hub  # noqa: PLC0415 - `ai-studio --help` needs none of it

    settings = read_settings(config)
    click.echo(TEXTS("up-starting"), err=True)
    run_hub(settings, ready=_print_json if as_json else _print_address)
    click.echo(TEXTS("up-stopped"), err=True)


def _print_address(settings: StudioSettings, address: str) -> None:
    click.echo()
    click.echo("  " + TEXTS("up-ready") + "  " + click.style(address, bold=True, underline=True))
    click.echo("  " + TEXTS(f"up-ready-{settings.spawner}", state=settings.state_dir))
    click.echo("  " + TEXTS("up-ready-stop"))
    click.echo()


def _print_json(settings: StudioSettings, address: str) -> None:
    click.echo(json.dumps({"address": address, "spawner": settings.spawner, "state_dir": str(settings.state_dir)}))


@click.command()
@_CONFIG
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object.")
@click.pass_context
def check(ctx: click.Context, config: Path | None, as_json: bool) -> None:
    """Examine this installation: for each point fine, or what is wrong and the exact fix."""
    from hub_config.examination import examine  # noqa: PLC0415 - `ai-studio --help` needs none of it

    points = examine(read_settings(config))
    healthy = all(point.fine for point in points)
    if as_json:
        click.echo(json.dumps({"fine": healthy, "points": [point.as_dict() for point in points]}))
    else:
        for point in points:
            mark = click.style("✓", fg="green") if point.fine else click.style("✗", fg="red")
            click.echo(f"{mark} {point.title}: {point.finding}")
            if point.fix:
                click.echo(f"    {point.fix}")
    ctx.exit(0 if healthy else 1)
