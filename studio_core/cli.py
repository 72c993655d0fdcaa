"""The ``ai-studio`` command: gathers each room's own commands and turns errors into sentences and exit statuses.

A room offers a command through the entry-point group ``ai_studio.commands``; it is imported when it is called or when
the list of commands is shown, so that ``ai-studio up`` never waits for an engine's imports.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, NoReturn, cast

import click

from studio_messages import LANGUAGES, Catalogue, StudioError, UsageError, use_language

TEXTS = Catalogue("studio_core")


class MissingExtraError(UsageError):
    """A command's own dependencies are not installed."""


@cache
def _offered() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group="ai_studio.commands")}


class _Rooms(click.Group):
    """The commands of all rooms, each imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(_offered())

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except StudioError as error:
            # Here and not in `main`: the language chosen on the command line ends with the context.
            ctx.exit(_report(error, as_json=bool(ctx.obj)))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = _offered().get(cmd_name)
        if entry is None:
            return None
        try:
            return cast(click.Command, entry.load())
        except ModuleNotFoundError as error:
            if ctx.resilient_parsing or error.name is None or error.name.startswith(("studio_", "hub_", "spawners")):
                raise
            return _explains_missing(cmd_name, error.name)


def _explains_missing(command: str, module: str) -> click.Command:
    @click.command(
        command,
        context_settings={"ignore_unknown_options": True, "help_option_names": []},
        short_help=TEXTS("missing-extra-short", module=module),
    )
    @click.argument("arguments", nargs=-1)
    def explain(arguments: tuple[str, ...]) -> NoReturn:  # noqa: ARG001 - accepted so that any call gets the answer
        raise MissingExtraError(TEXTS, "missing-extra", command=command, module=module)

    return explain


def _speak(ctx: click.Context, _: click.Parameter, language: Any) -> None:
    if language is not None:
        ctx.with_resource(use_language(language))


@click.group(cls=_Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    is_eager=True,
    callback=_speak,
    help="Language of messages (default: AI_STUDIO_LANG, then the locale).",
)
@click.version_option(package_name="ai-studio", prog_name="ai-studio")
def ai_studio() -> None:
    """AI Studio: guided proofs of concept on an AI Factory's GPUs, or on this machine."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 done, 1 the work failed, 2 wrong call; no traceback for foreseen errors."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        status = ai_studio.main(arguments, prog_name="ai-studio", standalone_mode=False, obj="--json" in arguments)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo(TEXTS("interrupted"), err=True)
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)


def _report(error: StudioError, as_json: bool) -> int:
    message, remedy = error.message(), error.remedy()
    click.echo(f"{click.style('ai-studio:', bold=True)} {message}\n  {remedy}", err=True)
    if as_json:
        click.echo(json.dumps({"error": {"code": error.key, "message": message, "remedy": remedy}}))
    return error.exit_status
