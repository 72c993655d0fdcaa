"""A fleet from an own table of histories: who teaches, who is in service, and who judges where nobody is in service."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from studio_core import TEXTS as COMMON
from studio_core.data.contract import CYCLE, UNIT, Channel
from studio_core.data.mapping import measure
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.fleet import (
    FEWEST_FAILURES,
    SHORTEST_HISTORY,
    Finding,
    Fleet,
    check_fleet,
)
from studio_messages import DataError

if TYPE_CHECKING:
    from studio_core.data.histories import Histories

# Share of the failed units that are set aside for judging where no unit is in service.
_SET_ASIDE = 0.2


def make_fleet(histories: Histories, source: str, seed: int = 0) -> Fleet:
    """Return own histories as a fleet.

    Units in service become the part whose remaining life is asked for. Where there are none, a fifth of the units that
    failed is set aside, each cut at a random cycle, so that the model is judged on units it has not seen. Units with
    fewer than 5 rows teach nothing and are left out; the check report names them.

    Raises
    ------
    DataError
        Too few failures, or a violation of the contract.

    """
    rows, ends = histories.rows, histories.ends
    lengths = rows.groupby(UNIT, sort=False).size().reindex(ends.index)
    short = (lengths < SHORTEST_HISTORY) & ~ends["in_service"]
    notes = [Finding(note.key, note.values, texts=COMMON) for note in histories.notes]
    if short.any():
        names = ", ".join(map(str, ends.index[short][:8]))
        notes.append(Finding("quality-short", {"count": int(short.sum()), "names": names, "rows": SHORTEST_HISTORY}))
    ends = ends[~short]
    failures = int(ends["failed"].sum())
    if failures < FEWEST_FAILURES:
        raise DataError(TEXTS, "too-few-failures", failures=failures, needed=FEWEST_FAILURES)
    in_service = ends.index[ends["in_service"]]
    if len(in_service):
        test, rul = rows[rows[UNIT].isin(in_service)], None
    else:
        test, rul = _set_aside(rows, ends, seed)
        notes.append(Finding("quality-set-aside", {"count": len(rul)}))
        in_service = rul.index
    taught = ends.index.difference(in_service, sort=False)
    fleet = Fleet(
        name=source,
        train=rows[rows[UNIT].isin(taught)],
        test=test,
        ends=ends.loc[taught, ["failed", "mode"]],
        settings=tuple(Channel(name, measure(name)) for name in histories.settings),
        sensors=tuple(Channel(name, measure(name)) for name in histories.sensors),
        test_rul=rul,
        origin_values={"file": source},
        notes=tuple(notes),
    )
    return check_fleet(fleet, source, source)


def _set_aside(rows: pd.DataFrame, ends: pd.DataFrame, seed: int) -> tuple[pd.DataFrame, pd.Series]:
    """Return a fifth of the failed units, cut at a random cycle, and the cycles they really had left."""
    generator = np.random.default_rng([seed, 4])
    failed = ends.index[ends["failed"]].to_numpy()
    chosen = generator.permutation(len(failed))[: max(5, round(_SET_ASIDE * len(failed)))]
    parts, left = [], {}
    for unit in failed[np.sort(chosen)]:
        history = rows[rows[UNIT] == unit]
        kept = max(SHORTEST_HISTORY, round(len(history) * generator.uniform(0.3, 0.95)))
        parts.append(history.iloc[:kept])
        left[unit] = float(history[CYCLE].iloc[-1] - history[CYCLE].iloc[kept - 1])
    rul = pd.Series(left, name="rul")
    return pd.concat(parts), rul.rename_axis(UNIT)
