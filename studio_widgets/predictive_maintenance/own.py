"""Own data in the template: a file to begin with, the columns as they were understood, the check, the outcome."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from studio_core.data.mapping import propose
from studio_core.data.tables import read_table
from studio_core.runs.folder import open_run
from studio_core.runs.settings import parse_settings
from studio_core.usecases.predictive_maintenance import Configuration, load_result, simulate_fleet
from studio_core.usecases.predictive_maintenance.event_costs import event_costs
from studio_core.usecases.predictive_maintenance.events import EventTable
from studio_core.usecases.predictive_maintenance.policies import Policy, Today
from studio_core.usecases.predictive_maintenance.sources import read_source
from studio_widgets.markup import TEXTS, Piece, fill
from studio_widgets.numbers import money, number, percent
from studio_widgets.predictive_maintenance.pictures import check_report, costs_html, fleet_list, quality_html
from studio_widgets.predictive_maintenance.words import own_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from studio_core.data.mapping import Roles
    from studio_core.usecases.predictive_maintenance import Fleet

_SHOWN = 3


def sample_file(name: str = "simulated-spindles.csv", units: int = 60) -> str:
    """Write a table of simulated spindles beside the notebook, as a machine park would export it; return its name."""
    fleet = simulate_fleet(units, 5, seed=0)
    reason = fleet.ends["mode"].where(fleet.ends["failed"], "replaced")
    last = ~fleet.train.duplicated("unit", keep="last")
    table = fleet.train.assign(end=fleet.train["unit"].map(reason).where(last, ""))
    table.rename(columns={"unit": "spindle", "cycle": "shift"}).to_csv(name, index=False)
    return name


def columns(file: str, said: Mapping[str, str] | None = None) -> Piece:
    """Show which column was taken for what, with some of its values, and what was left out.

    Raises
    ------
    DataError
        The file cannot be read, or it cannot be told what it holds.

    """
    table = read_table(Path(file))
    proposal = propose(table, _given(said))
    roles = proposal.roles
    rows = []
    for name in map(str, table.frame.columns):
        values = table.frame[name].dropna()
        shown = ", ".join(map(_value, values.iloc[:_SHOWN]))
        rows.append((name, TEXTS(f"own-part-{_part(roles, name)}"), shown))
    understood = {**_parts(roles), **{key: each for key, each in _given(said).items() if each}}
    line = f"my_columns = {json.dumps(understood, ensure_ascii=False)}"
    notes = [note.text() for note in (*table.notes, *proposal.notes)]
    html = fill("own-columns", file=table.source, kind=roles.kind, rows=rows, notes=notes, line=line)
    return Piece(html, "\n".join(f"{name}: {part}" for name, part, _ in rows))


def open_own(file: str, said: Mapping[str, str] | None = None, **settings: object) -> Fleet | EventTable:
    """Read the file as its owner said: a fleet from histories, or a table of events.

    Raises
    ------
    SettingsError
        There is no such part or setting.
    DataError
        Something in it cannot be used; the sentence names row, column and remedy.

    """
    given = {**settings, **{key: each for key, each in _given(said).items() if each}}
    configuration = parse_settings(Configuration, [f"{key}={each}" for key, each in given.items()])
    return read_source(Path(file), configuration).data


def check(data: Fleet | EventTable) -> Piece:
    """Show what the check of the data found, in words."""
    if not isinstance(data, EventTable):
        return check_report(data)
    texts = [(finding.severe, finding.text()) for finding in data.findings]
    facts = [
        (TEXTS("own-rows"), number(len(data.target))),
        (TEXTS("own-failures"), number(data.failures)),
        (TEXTS("own-inputs"), number(data.inputs.shape[1])),
    ]
    return Piece(fill("own-events", facts=facts, findings=texts), "\n".join(text for _, text in texts))


def outcome(run: Path, data: Fleet | EventTable) -> Piece:
    """Show how good the model of a run is, beside simpler ones."""
    if isinstance(data, EventTable):
        metrics = open_run(run).metrics
        lines = [
            (TEXTS("own-events-own"), metrics["average_precision"], metrics["f1"]),
            (
                TEXTS("own-events-logistic"),
                *(metrics["baselines"]["logistic"][key] for key in ("average_precision", "f1")),
            ),
            (TEXTS("own-events-dummy"), *(metrics["baselines"]["dummy"][key] for key in ("average_precision", "f1"))),
        ]
        found = {"recall": percent(metrics["recall"]), "precision": percent(metrics["precision"])}
        return Piece(fill("own-events-outcome", lines=lines, **found), f"F1 {number(metrics['f1'], 2)}")
    result = load_result(run, data)
    return Piece(
        quality_html(result), "; ".join(f"{key}: {number(each['rmse'], 1)}" for key, each in result.baselines.items())
    )


def decide(
    run: Path,
    data: Fleet | EventTable,
    *,
    planned_cost: float,
    failure_cost: float,
    lead_time: int = 0,
    today: Policy = "run-to-failure",
    today_value: float = 0.0,
    given_away: float = 0.0,
    **more: float,
) -> Piece:
    """Show what acting on the model would cost and save, with own costs; for a fleet, also what to do now.

    Parameters
    ----------
    today, today_value, given_away
        How the machines are maintained today, see `policies.Today`.
    more
        The other costs of `DecisionTable.evaluate`: ``inspection``, ``inspection_cost``, ``downtime_cost``,
        ``planned_hours``, ``failure_hours``.

    """
    if isinstance(data, EventTable):
        found = event_costs(open_run(run).metrics["confusion"], planned_cost, failure_cost)
        plain = TEXTS(
            "own-events-costs",
            alarms=found.alarms,
            missed=found.missed,
            own=money(found.with_alarms),
            without=money(found.without),
        )
        return Piece(fill("done", lines=[plain, TEXTS("own-events-costs-more")]), plain)
    result = load_result(run, data)
    decision = result.decision.evaluate(
        planned_cost=planned_cost,
        failure_cost=failure_cost,
        lead_time=lead_time,
        today=Today(today, today_value, given_away),
        **more,  # type: ignore[arg-type]
    )
    html: Markup = costs_html(result, decision, lead_time) + fleet_list(result, decision).html
    return Piece(html, own_words("pm-costs-plain", rate=money(decision.estimates["cost_rate"].value, 2)))


def _value(value: object) -> str:
    if isinstance(value, float):
        return number(value, 0 if value.is_integer() else 2)
    return str(value)[:24]


def _given(said: Mapping[str, str] | None) -> dict[str, str]:
    return {key: str(each).strip() for key, each in (said or {}).items()}


def _part(roles: Roles, name: str) -> str:
    single = {getattr(roles, part): part for part in ("unit", "time", "end", "target")}
    if name in single:
        return single[name]
    return "sensor" if name in roles.sensors else "setting" if name in roles.settings else "unused"


def _parts(roles: Roles) -> dict[str, str]:
    parts = {part: getattr(roles, part) for part in ("unit", "time", "end", "target")}
    lists = {"settings": ", ".join(roles.settings), "sensors": ""}
    return {key: each for key, each in {**parts, **lists}.items() if each or key == "sensors"}
