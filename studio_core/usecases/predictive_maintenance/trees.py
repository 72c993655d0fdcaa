"""Boosted trees as bytes in an open format, and back without trusting what a file holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import skops.io
from sklearn.ensemble import HistGradientBoostingRegressor

from studio_core.usecases.predictive_maintenance import TEXTS
from studio_messages import ModelError

# What boosted trees are made of besides numbers; anything else is refused, not loaded.
_TRUSTED = {
    "sklearn._loss.link.IdentityLink",
    "sklearn._loss.link.Interval",
    "sklearn._loss.loss.HalfSquaredError",
    "sklearn._loss._loss.CyHalfSquaredError",
    "sklearn.ensemble._hist_gradient_boosting.binning._BinMapper",
    "sklearn.ensemble._hist_gradient_boosting.predictor.TreePredictor",
}


def boosted_trees(rounds: int, rate: float, seed: int) -> HistGradientBoostingRegressor:
    """Return untrained trees; their settings were chosen by unit-wise cross-validation on C-MAPSS train."""
    return HistGradientBoostingRegressor(
        max_iter=rounds,
        learning_rate=rate,
        max_leaf_nodes=15,
        min_samples_leaf=100,
        l2_regularization=10.0,
        max_features=0.3,
        random_state=seed,
    )


def pack_trees(trees: Sequence[Any]) -> bytes:
    """Return trained trees as bytes in the skops format."""
    packed: bytes = skops.io.dumps(list(trees))
    return packed


def unpack_trees(packed: bytes, folder: object) -> tuple[Any, ...]:
    """Return what `pack_trees` packed; `folder` is named where it does not hold trees and nothing else.

    Raises
    ------
    ModelError
        Something that no trees contain.

    """
    unknown = set(skops.io.get_untrusted_types(data=packed)) - _TRUSTED
    if unknown:
        raise ModelError(TEXTS, "model-untrusted", folder=folder, names=", ".join(sorted(unknown)[:3]))
    return tuple(skops.io.loads(packed, trusted=sorted(_TRUSTED)))
