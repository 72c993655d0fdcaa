"""How much each part counts in the average, and where raw sequences help: chosen on units the parts had not seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from studio_core.usecases.predictive_maintenance.evaluate import rmse
from studio_core.usecases.predictive_maintenance.model import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Cycles = NDArray[np.float64]

# Shares of the networks beside the trees, and of the sequences beside both, that are tried.
_NETWORKS = np.arange(0, 11) / 10
_SEQUENCES = np.arange(1, 11) / 20
# Standard errors over units; a smaller gain may be chance.
_CLEAR = 1.645
_BANDS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Stacked:
    """The chosen weights, the average they give on unseen rows, and what was found about sequences.

    Attributes
    ----------
    sequence
        None where there was no sequence member; else ``cross_validation_rmse`` (alone), ``share`` (in the model),
        ``best_share`` (in cross-validation), ``gain`` with its 90 % range (mean square error that the best share takes
        away, cycles²) and ``by_remaining_life``: for bands of true life the error of features, sequences, and both.

    """

    weights: Weights
    held_out: Cycles
    sequence: dict[str, Any] | None


def stack(networks: Cycles, trees: Cycles, sequence: Cycles | None, true: Cycles, units: NDArray[Any]) -> Stacked:
    """Choose the weights from predictions for unseen rows.

    The sequence member takes part only where its best share lowers the square error clearly, unit by unit.

    Parameters
    ----------
    networks, trees, sequence
        Predictions of each part for rows of units it had not seen; cycles.
    units
        The unit of each row.

    """
    tried = [share * networks + (1 - share) * trees for share in _NETWORKS]
    best = int(np.argmin([rmse(each, true) for each in tried]))
    share, features = float(_NETWORKS[best]), tried[best]
    if sequence is None:
        return Stacked(Weights(share, 1 - share), features, None)
    mixed = [(1 - part) * features + part * sequence for part in _SEQUENCES]
    best = int(np.argmin([rmse(each, true) for each in mixed]))
    gain, error = _gain(features, mixed[best], true, units)
    part = float(_SEQUENCES[best]) if gain > _CLEAR * error else 0.0
    found = {
        "cross_validation_rmse": rmse(sequence, true),
        "share": part,
        "best_share": float(_SEQUENCES[best]),
        "gain": {"value": gain, "low": gain - _CLEAR * error, "high": gain + _CLEAR * error},
        "by_remaining_life": _by_remaining_life(features, sequence, mixed[best], true),
    }
    weights = Weights((1 - part) * share, (1 - part) * (1 - share), part)
    return Stacked(weights, mixed[best] if part else features, found)


def _gain(before: Cycles, after: Cycles, true: Cycles, units: NDArray[Any]) -> tuple[float, float]:
    """Return the square error taken away, mean over units, and its standard error."""
    saved = (before - true) ** 2 - (after - true) ** 2
    _, number = np.unique(units, return_inverse=True)
    per_unit = np.bincount(number, saved) / np.bincount(number)
    return float(per_unit.mean()), float(per_unit.std(ddof=1) / np.sqrt(len(per_unit)))


def _by_remaining_life(features: Cycles, sequence: Cycles, both: Cycles, true: Cycles) -> list[dict[str, float]]:
    rows = []
    for low, high in zip(_BANDS, (*_BANDS[1:], np.inf), strict=True):
        band = (true >= low) & (true < high)
        if band.any():
            errors = {name: rmse(part[band], true[band]) for name, part in
                      (("features", features), ("sequence", sequence), ("both", both))}  # fmt: skip
            rows.append({"from": float(low), "rows": float(band.sum()), **errors})
    return rows
