"""What the models see: readings normalised per operating regime, then windows over each unit's recent past.

The levers are the regime, the unit's own beginning and its age; the notes of `Describer` tell each feature.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

from studio_core.data.contract import CYCLE, UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

WINDOWS = (5, 20, 50)
# Long enough to tell a unit's initial wear from scatter: of 10, 20, 40, 60 and 80, unit-wise cross-validation on
# C-MAPSS train preferred 40, on both subsets at hand.
BEGINNING = 40
_MOST_REGIMES = 8
# Clusters this far apart are operating points; anything less is one operating point with scatter.
_CLEAR_SILHOUETTE = 0.7
# A sensor that moves less than this within every regime, in its own unit, is a constant with rounding.
_NO_SPREAD = 1e-6
# Standard deviations; a broken reading must not drown the other features.
_FARTHEST = 10.0


@dataclass(frozen=True)
class Normaliser:
    """Readings in standard deviations from the mean of their own operating regime, as fitted on training histories.

    Attributes
    ----------
    centres, spread
        Operating points in units of the settings' training spread, shape (regimes, settings), and that spread.
    mean, scale
        Per regime and kept sensor, shape (regimes, sensors).

    """

    settings: tuple[str, ...]
    sensors: tuple[str, ...]
    spread: Array
    centres: Array
    mean: Array
    scale: Array

    @classmethod
    def fit(cls, histories: pd.DataFrame, settings: Sequence[str], sensors: Sequence[str], seed: int = 0) -> Normaliser:
        """Find the operating regimes and each sensor's mean and spread in them."""
        points = histories[list(settings)].to_numpy(dtype="float64")
        spread = points.std(axis=0) if points.size else np.ones(0)
        spread = np.where(spread > _NO_SPREAD, spread, 1.0)
        centres = _find_regimes(points / spread, seed)
        regime = _nearest(points / spread, centres)
        readings = histories[list(sensors)].to_numpy(dtype="float64")
        groups = [readings[regime == index] for index in range(len(centres))]
        mean = np.stack([group.mean(axis=0) for group in groups])
        scale = np.stack([group.std(axis=0) for group in groups])
        moving = (scale > _NO_SPREAD * np.maximum(np.abs(mean), 1.0)).any(axis=0)
        scale = np.where(scale > _NO_SPREAD * np.maximum(np.abs(mean), 1.0), scale, np.inf)
        kept = tuple(name for name, moves in zip(sensors, moving, strict=True) if moves)
        return cls(tuple(settings), kept, spread, centres, mean[:, moving], scale[:, moving])

    def regime(self, histories: pd.DataFrame) -> NDArray[np.int64]:
        """Return the number of the operating regime of each row."""
        points = histories[list(self.settings)].to_numpy(dtype="float64") / self.spread
        return _nearest(points, self.centres)

    def __call__(self, histories: pd.DataFrame) -> Array:
        """Return the normalised readings, shape (rows, kept sensors)."""
        regime = self.regime(histories)
        readings = histories[list(self.sensors)].to_numpy(dtype="float64")
        normalised = (readings - self.mean[regime]) / self.scale[regime]
        clipped: Array = np.clip(normalised, -_FARTHEST, _FARTHEST)
        return clipped


def _find_regimes(points: Array, seed: int) -> Array:
    """Return the operating points: as many clusters as are clearly apart, else a single one."""
    one: Array = points.mean(axis=0, keepdims=True)
    if points.shape[1] == 0 or points.std() == 0:
        return one
    generator = np.random.default_rng(seed)
    sample = points[generator.choice(len(points), min(len(points), 2000), replace=False)]
    best, centres = _CLEAR_SILHOUETTE, one
    for count in range(2, min(_MOST_REGIMES, len(np.unique(sample, axis=0)) - 1) + 1):
        found = KMeans(count, n_init=3, random_state=seed).fit(sample)
        if (apart := silhouette_score(sample, found.labels_)) > best + 0.01:
            best, centres = apart, found.cluster_centers_
    return np.asarray(centres, dtype="float64")


def _nearest(points: Array, centres: Array) -> NDArray[np.int64]:
    if len(centres) == 1:
        return np.zeros(len(points), dtype="int64")
    distance = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
    return np.asarray(distance.argmin(axis=1), dtype="int64")


@dataclass(frozen=True)
class Describer:
    """Turns histories into one row of features per unit and cycle, using nothing later than that cycle.

    Features, for each kept sensor (normalised per regime): the mean over the last 5, 20 and 50 cycles; the slope of a
    straight line through the last 20 and 50; the difference between the 5-cycle mean and the mean of the unit's own
    first 40 cycles. For the unit: its age in cycles. Early cycles use what there is.
    """

    normaliser: Normaliser

    @property
    def names(self) -> list[str]:
        """Names of the features, in the order of the columns."""
        sensors = self.normaliser.sensors
        means = [f"{name} mean {window}" for window in WINDOWS for name in sensors]
        slopes = [f"{name} slope {window}" for window in WINDOWS[1:] for name in sensors]
        return [*means, *slopes, *(f"{name} since beginning" for name in sensors), "age"]

    def __call__(self, histories: pd.DataFrame) -> NDArray[np.float32]:
        """Return the features, shape (rows, features); `histories` sorted by unit and cycle."""
        readings = self.normaliser(histories)
        cycles = histories[CYCLE].to_numpy(dtype="float64")
        features = np.empty((len(histories), len(self.names)), dtype="float32")
        for rows in unit_rows(histories):
            features[rows] = _describe_unit(readings[rows], cycles[rows])
        return features


def unit_rows(histories: pd.DataFrame) -> Iterator[slice]:
    """Yield the rows of one unit after the other; `histories` sorted by unit."""
    units = histories[UNIT].to_numpy()
    starts = np.flatnonzero(np.r_[True, units[1:] != units[:-1]])
    yield from (slice(start, end) for start, end in zip(starts, [*starts[1:], len(units)], strict=True))


def _describe_unit(readings: Array, cycles: Array) -> Array:
    time = cycles - cycles[0]
    means = {window: _window_mean(readings, window) for window in WINDOWS}
    slopes = [_window_slope(readings, time, window) for window in WINDOWS[1:]]
    since = means[WINDOWS[0]] - beginnings(readings, BEGINNING)
    return np.hstack([*means.values(), *slopes, since, cycles[:, None]])


def beginnings(readings: Array, count: int) -> Array:
    """Return, at each row of one unit, the mean of its first `count` rows, or of those there were by then."""
    seen = np.arange(1, len(readings) + 1)
    mean: Array = (np.cumsum(readings, axis=0) / seen[:, None])[np.minimum(seen, count) - 1]
    return mean


def _window_sum(values: Array, window: int) -> Array:
    total = np.cumsum(np.vstack([np.zeros((1, values.shape[1])), values]), axis=0)
    end = np.arange(1, len(values) + 1)
    summed: Array = total[end] - total[np.maximum(end - window, 0)]
    return summed


def _window_mean(values: Array, window: int) -> Array:
    counted = np.minimum(np.arange(1, len(values) + 1), window)
    mean: Array = _window_sum(values, window) / counted[:, None]
    return mean


def _window_slope(values: Array, time: Array, window: int) -> Array:
    """Return the least-squares slope over the last `window` rows, per cycle times the window's length."""
    mean_time = _window_mean(time[:, None], window)
    mean_square = _window_mean(time[:, None] ** 2, window)
    mean_product = _window_mean(values * time[:, None], window)
    variance = mean_square - mean_time**2
    covariance = mean_product - mean_time * _window_mean(values, window)
    slope: Array = window * covariance / np.where(variance > 0.5, variance, np.inf)
    return slope
