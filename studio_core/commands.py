"""The engines' commands: usecases, new, run, report. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from studio_core import TEXTS
from studio_messages import LANGUAGES, UsageError, chosen_language, use_language

if TYPE_CHECKING:
    from studio_core.runs.runner import Finished
    from studio_messages import Language

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Write one JSON object to standard output.")


@click.command()
@_AS_JSON
def usecases(as_json: bool) -> None:
    """List the proofs of concept with title, minutes, needs and data."""
    from studio_core.usecases import find_usecases  # noqa: PLC0415

    found = [usecase.described() for usecase in find_usecases()]
    if as_json:
        click.echo(json.dumps({"usecases": found}, ensure_ascii=False))
        return
    for described in found:
        click.echo(click.style(f"{described['name']}", bold=True) + f" – {described['title']}")
        click.echo(f"  {described['question']}")
        for key in ("minutes", "needs", "data"):
            click.echo(f"  {TEXTS(f'usecases-{key}')}: {described[key]}")


@click.command()
@click.argument("usecase")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the text cells (default: the language in force)."
)
@_AS_JSON
def new(usecase: str, folder: Path, lang: str | None, as_json: bool) -> None:
    """Put a working copy of a PoC's notebooks into DIR; files that exist are left alone."""
    from studio_core.notebooks import copy_notebooks  # noqa: PLC0415
    from studio_core.usecases import find_usecase  # noqa: PLC0415

    language = cast("Language", lang or chosen_language())
    with use_language(language):
        copied = copy_notebooks(find_usecase(usecase), folder, language)
        for path in copied.kept:
            click.echo(TEXTS("new-kept", name=path.relative_to(folder)), err=True)
        if as_json:
            listed = {key: [str(path) for path in getattr(copied, key)] for key in ("written", "kept")}
            click.echo(json.dumps({"folder": str(folder), **listed}, ensure_ascii=False))
        elif copied.written:
            click.echo(TEXTS("new-written", folder=folder))
            for path in copied.written:
                click.echo(f"  {path.relative_to(folder)}")
        else:
            click.echo(TEXTS("new-nothing"))


@click.command()
@click.argument("usecase")
@click.option("--data", multiple=True, type=click.Path(path_type=Path), help="Folder or file with the data.")
@click.option("--out", type=click.Path(path_type=Path), help="Run folder to write (default: runs/USECASE-date-time).")
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="A setting of the PoC; may be repeated.")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), help="Seed of every random draw.")
@_AS_JSON
def run(
    usecase: str, data: tuple[Path, ...], out: Path | None, settings: tuple[str, ...], seed: int | None, as_json: bool
) -> None:
    """Run a PoC here, with progress, and write its run folder.

    Without --data it uses the PoC's embedded sample. Settings that do not exist or do not fit are refused and the
    permitted ones named.
    """
    from studio_core.usecases import find_usecase  # noqa: PLC0415

    found = find_usecase(usecase)
    folder = out or Path("runs") / f"{found.name}-{datetime.now():%Y%m%d-%H%M%S}"
    # Read once, when the OpenMP of torch and scikit-learn is loaded: threads that wait give their core to others
    # instead of spinning, which on a shared node costs several times the computation itself.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        from studio_core.runs.runner import run_usecase  # noqa: PLC0415
        from studio_core.runs.terminal import shown_progress  # noqa: PLC0415

        with shown_progress() as progress:
            finished = run_usecase(found, folder, data=data, settings=settings, seed=seed, progress=progress)
    except ModuleNotFoundError as error:
        raise UsageError(TEXTS, "package-missing", module=error.name) from error
    _show(finished, folder, as_json)


def _show(finished: Finished, folder: Path, as_json: bool) -> None:
    if as_json:
        content = {"usecase": finished.run.record["usecase"], "run_folder": str(folder), **finished.run.metrics}
        click.echo(json.dumps(content, ensure_ascii=False))
        return
    click.echo()
    for line in finished.summary:
        click.echo(line)
    click.echo()
    click.echo(TEXTS("run-written", folder=folder))
    click.echo(TEXTS("run-report", file=folder / "report.html"))


@click.command()
@click.argument("folder", metavar="RUN_DIR", type=click.Path(path_type=Path))
@_AS_JSON
def report(folder: Path, as_json: bool) -> None:
    """Write the report of a run folder again, as one self-contained HTML file."""
    from studio_core.runs.folder import open_run  # noqa: PLC0415
    from studio_core.usecases import find_usecase  # noqa: PLC0415

    opened = open_run(folder)
    try:
        from studio_core.runs.report import write_report  # noqa: PLC0415

        file = write_report(opened, find_usecase(str(opened.record.get("usecase"))))
    except ModuleNotFoundError as error:
        raise UsageError(TEXTS, "package-missing", module=error.name) from error
    click.echo(json.dumps({"report": str(file)}) if as_json else TEXTS("run-report", file=file))
