"""The figures a prediction is judged by, with the spread that comes from having tested only so many units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Cycles = NDArray[np.float64]

_RESAMPLES = 1000


def rmse(predicted: Cycles, true: Cycles) -> float:
    """Return the root mean square error, in cycles."""
    return float(np.sqrt(np.mean((predicted - true) ** 2)))


def nasa_score(predicted: Cycles, true: Cycles) -> float:
    """Return the asymmetric score of the PHM 2008 challenge: late predictions cost more than early ones; 0 is perfect.

    Saxena, Goebel, Simon, Eklund 2008: the sum of exp(-d/13) - 1 for d < 0 and exp(d/10) - 1 else, d = predicted -
    true.
    """
    late = predicted - true
    return float(np.where(late < 0, np.expm1(-late / 13), np.expm1(late / 10)).sum())


def coverage(low: Cycles, high: Cycles, true: Cycles) -> float:
    """Return the share of true values within their interval."""
    return float(np.mean((true >= low) & (true <= high)))


def judge(predicted: Cycles, true: Cycles, cap: float, seed: int = 0) -> dict[str, float]:
    """Judge one prediction per unit against the cycles it really had left.

    Returns
    -------
    ``rmse`` with its bootstrap 90 % range ``rmse_low`` and ``rmse_high`` (units resampled), ``nasa_score``, both
    against true values capped at `cap`, and ``rmse_uncapped`` against the uncapped ones; cycles.

    """
    capped = np.minimum(true, cap)
    square = (predicted - capped) ** 2
    generator = np.random.default_rng(seed)
    drawn = generator.integers(0, len(square), (_RESAMPLES, len(square)))
    spread = np.sqrt(square[drawn].mean(axis=1))
    low, high = np.quantile(spread, [0.05, 0.95])
    return {
        "rmse": rmse(predicted, capped),
        "rmse_low": float(low),
        "rmse_high": float(high),
        "nasa_score": nasa_score(predicted, capped),
        "rmse_uncapped": rmse(predicted, true),
    }
