"""The report of a run: one HTML file that holds all it shows, in both languages, made from the run folder alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from studio_core import TEXTS
from studio_core.governance.audit import append_event
from studio_core.runs.folder import AUDIT, REPORT, write_text
from studio_core.runs.provenance import provenance
from studio_messages import LANGUAGES, chosen_language, use_language

if TYPE_CHECKING:
    from studio_core.runs.engine import Report
    from studio_core.runs.folder import Run
    from studio_core.usecases import UseCase
    from studio_messages import Language

_TEMPLATES = Path(__file__).parent / "templates"


def write_report(run: Run, usecase: UseCase) -> Path:
    """Write ``report.html`` into a run folder, note it in the audit log, and return the file.

    Raises
    ------
    UsageError
        A file of the run folder cannot be read.

    """
    page = render_report(run, usecase)
    write_text(run.folder / REPORT, page)
    append_event(run.folder / AUDIT, "report-written", language=chosen_language())
    return run.folder / REPORT


def render_report(run: Run, usecase: UseCase) -> str:
    """Return the report as HTML; the language in force is the one shown first."""
    part = usecase.load_engine().report(run)
    environment = Environment(
        loader=FileSystemLoader([_TEMPLATES, part.template.parent]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    bodies = {language: _body(environment, part, run, usecase, language) for language in LANGUAGES}
    first = chosen_language()
    page = environment.get_template("page.html.j2")
    return page.render(
        title=usecase.title(first),
        first=first,
        bodies=bodies,
        names={"en": "English", "de": "Deutsch"},
        switch=TEXTS("report-language"),
    )


def _body(environment: Environment, part: Report, run: Run, usecase: UseCase, language: Language) -> Any:
    """Return the report's content in one language, already escaped."""
    with use_language(language):
        template = environment.get_template(part.template.name)
        return template.render(
            **part.values,
            say=partial(part.texts, language=language),
            common=partial(TEXTS, language=language),
            language=language,
            usecase=usecase,
            run=run,
            provenance=provenance(run.record),
            version=run.record["packages"].get("ai-studio", ""),
        )
