"""The embedded sample: a simulated fleet of machine-tool spindles, physically meaningful, and not real.

One cycle is one shift of eight hours. Every number is drawn from a seeded generator; the equations, per unit:

*Work.* Each shift is finishing, general milling or roughing (own mix per machine), with speed n and torque M scattering
by 3 % around the regime's point. Equivalent load P = M / M_mean, speed ratio N = n / n_mean.

*Bearing.* No damage until an onset drawn from a Weibull distribution (shape 2, scale 110 shifts, divided by the
unit's duty); then a spall grows as a crack does (Paris and Erdogan 1963): dD/dt = r · P³ · N · D^m, D(onset) = 0.02,
m = 1.15. The cube of the load is the exponent of ball bearings in ISO 281. The rate r is lognormal per unit (30 %),
and each shift adds its own scatter. The bearing has failed at D = 1.

*Cooling.* Deposits narrow the circuit from the first shift: dC/dt = k · (1 + 0.5 C), k lognormal per unit (45 %).
Flow falls as 1 - 0.55 C; at C = 1 the spindle trips on over-temperature, the second way to fail. The two compete; the
earlier ends the life.

*Sensors.* Vibration velocity grows with N and D, the envelope (bearing frequencies, the early sign: Randall and
Antoni 2011) with the square root of D; bearing temperature = ambient + friction heat · (P · N + 3 D) / flow; motor
current with M and D; coolant flow and return temperature with C; axial growth with temperature. Ambient follows the
season. All carry white noise, and vibration and flow a slow drift of their sensor (a random walk).

*Gaps.* Now and then the recorder is off for a few shifts (geometric, 3 on average); a unit's first and last shift are
always there.

*Censoring.* A share of the training units was taken out before failing (machine sold, spindle swapped early), and so
was what had not failed after 2000 shifts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from studio_core.data.contract import CYCLE, UNIT, Channel
from studio_core.usecases.predictive_maintenance import TEXTS
from studio_core.usecases.predictive_maintenance.fleet import Fleet, check_fleet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

LONGEST_LIFE = 2000
# Shifts that the recorder is off at a time, on average.
_OUTAGE = 3
_SETTINGS = (("speed", "rpm"), ("torque", "Nm"))
_SENSORS = (
    ("vibration", "mm/s"),
    ("envelope", "g"),
    ("bearing_temperature", "°C"),
    ("motor_current", "A"),
    ("coolant_flow", "l/min"),
    ("coolant_return", "°C"),
    ("axial_growth", "µm"),
    ("ambient", "°C"),
)
# Finishing, general milling, roughing: revolutions per minute, newton metres.
_SPEED = np.array([12000.0, 8000.0, 4500.0])
_TORQUE = np.array([12.0, 28.0, 55.0])


@dataclass(frozen=True)
class _Lives:
    """What happened, shift by shift: arrays of shape (units, shifts), and how each unit's life ended."""

    speed: Array
    torque: Array
    damage: Array
    deposits: Array
    life: NDArray[np.int64]
    mode: NDArray[np.str_]


def simulate_fleet(
    units: int = 100,
    test_units: int = 40,
    *,
    censored: float = 0.15,
    wear: float = 1.0,
    fouling: float = 1.0,
    noise: float = 1.0,
    drift: float = 1.0,
    gaps: float = 0.01,
    seed: int = 0,
) -> Fleet:
    """Simulate a fleet of spindles: `units` histories to their end, and `test_units` in service.

    Parameters
    ----------
    units, test_units
        Number of spindles whose end was seen, and of those whose remaining life is asked for.
    censored
        Share of the training units that were taken out before they failed, 0 to 0.9.
    wear, fouling
        Factors on the growth of spalls and of deposits; with fouling 0 only bearings fail.
    noise, drift
        Factors on the sensors' white noise and on their slow drift.
    gaps
        Share of the shifts that were not recorded, 0 to 0.3.
    seed
        The same seed gives the same fleet, bit for bit.

    """
    generator = np.random.default_rng([seed, 20080917])
    lives = _live(units + test_units, generator, wear, fouling)
    readings = _measure(lives, generator, noise, drift)
    taken_out = np.zeros(units, dtype=bool)
    taken_out[generator.permutation(units)[: round(censored * units)]] = True
    lengths = lives.life.copy()
    cut = generator.uniform(0.35, 0.95, units + test_units)
    shortened = np.r_[taken_out, np.ones(test_units, dtype=bool)]
    lengths[shortened] = np.maximum((lives.life * cut).astype("int64")[shortened], 10)
    names = [f"S-{number:03d}" for number in range(1, units + test_units + 1)]
    tables = (_table(names[part], readings[part], lengths[part]) for part in (slice(units), slice(units, None)))
    # Of its own, so that another share of gaps leaves everything else as it was.
    recorder = np.random.default_rng([seed, 19770905])
    train, test = (_with_gaps(table, gaps, recorder) for table in tables)
    taken_out |= lives.mode[:units] == ""
    mode = np.where(taken_out, "", lives.mode[:units])
    fleet = Fleet(
        name="spindles",
        train=train,
        test=test,
        ends=pd.DataFrame({"failed": ~taken_out, "mode": mode}, index=pd.Index(names[:units], name=UNIT)),
        settings=tuple(_channel(name, unit) for name, unit in _SETTINGS),
        sensors=tuple(_channel(name, unit) for name, unit in _SENSORS),
        test_rul=pd.Series(
            (lives.life - lengths)[units:].astype("float64"), index=pd.Index(names[units:], name=UNIT), name="rul"
        ),
        simulated=True,
        origin_key="origin-simulated",
        origin_values={"seed": str(seed)},
    )
    return check_fleet(fleet, "simulated", "simulated")


def _channel(name: str, unit: str) -> Channel:
    return Channel(name, unit, TEXTS, f"spindle-{name.replace('_', '-')}")


def _live(count: int, generator: np.random.Generator, wear: float, fouling: float) -> _Lives:
    """Let every spindle work, wear and fail; shift by shift for damage and deposits, all units at once."""
    shifts = LONGEST_LIFE
    mix = generator.dirichlet([4.0, 6.0, 3.0], count)
    drawn = generator.random((count, shifts))
    regime = (drawn[:, :, None] > np.cumsum(mix, axis=1)[:, None, :2]).sum(axis=2)
    speed = _SPEED[regime] * (1 + 0.03 * generator.standard_normal((count, shifts)))
    torque = _TORQUE[regime] * (1 + 0.03 * generator.standard_normal((count, shifts)))
    load, turning = torque / _TORQUE.mean(), speed / _SPEED.mean()
    duty = (load**3 * turning).mean(axis=1)
    onset = 40 + 110 * generator.weibull(2.0, count) / duty**0.5
    growth = wear * 0.035 * generator.lognormal(0.0, 0.3, count)
    clogging = fouling * 0.0028 * generator.lognormal(0.0, 0.45, count)
    damage, deposits = np.zeros((count, shifts)), np.zeros((count, shifts))
    for shift in range(1, shifts):
        scatter = generator.gamma(4.0, 0.25, (2, count))
        before = np.minimum(damage[:, shift - 1], 1.2)
        grown = before + growth * load[:, shift] ** 3 * turning[:, shift] * scatter[0] * before**1.15
        damage[:, shift] = np.where(shift < onset, 0.0, np.maximum(grown, 0.02))
        deposits[:, shift] = deposits[:, shift - 1] + clogging * scatter[1] * (1 + 0.5 * deposits[:, shift - 1])
    ends = [np.where((wear >= 1).any(axis=1), (wear >= 1).argmax(axis=1), shifts) for wear in (damage, deposits)]
    life = np.minimum(ends[0], ends[1])
    mode = np.where(life == shifts, "", np.where(ends[0] <= ends[1], "bearing", "cooling"))
    speed, torque, damage, deposits = (series[:, : life.max()] for series in (speed, torque, damage, deposits))
    return _Lives(speed, torque, np.minimum(damage, 1.2), np.minimum(deposits, 1.2), life.astype("int64"), mode)


def _measure(lives: _Lives, generator: np.random.Generator, noise_factor: float, drift_factor: float) -> Array:
    """Return what the sensors show, shape (units, shifts, settings and sensors)."""
    count, shifts = lives.damage.shape

    def noise(size: float) -> Array:
        return noise_factor * size * generator.standard_normal((count, shifts))

    def drift(size: float) -> Array:
        return drift_factor * np.cumsum(size * generator.standard_normal((count, shifts)), axis=1)

    load, turning = lives.torque / _TORQUE.mean(), lives.speed / _SPEED.mean()
    own = 1 + 0.06 * generator.standard_normal((6, count, 1))
    season = generator.uniform(0, 2 * np.pi, (count, 1)) + 2 * np.pi * np.arange(shifts) / 750
    ambient = 22 + 4 * np.sin(season) + noise(0.8)
    flow = 12 * own[0] * (1 - 0.55 * lives.deposits) + drift(0.01)
    friction = load * turning + 3.0 * lives.damage
    temperature = ambient + 18 * own[1] * friction**0.8 * (12 / np.maximum(flow, 2)) ** 0.7 + noise(1.2)
    vibration = own[2] * turning * (0.8 + 2.6 * lives.damage) + drift(0.004) + noise(0.08)
    envelope = own[3] * turning * (0.25 + 1.8 * np.sqrt(lives.damage)) + noise(0.08)
    current = own[4] * (6 + 9 * load + 1.5 * lives.damage) + noise(0.25)
    returned = ambient + 6 * own[5] * friction * 12 / np.maximum(flow, 2) + noise(0.6)
    axial = 0.9 * (temperature - ambient) + noise(1.0)
    channels = [lives.speed, lives.torque, np.maximum(vibration, 0.05), np.maximum(envelope, 0.02)]
    channels += [temperature, current, flow + noise(0.15), returned, axial, ambient]
    return np.round(np.stack(channels, axis=2), 3)


def _table(names: list[str], readings: Array, lengths: NDArray[np.int64]) -> pd.DataFrame:
    columns = [name for name, _ in (*_SETTINGS, *_SENSORS)]
    rows = np.concatenate([unit[:length] for unit, length in zip(readings, lengths, strict=True)])
    table = pd.DataFrame(rows, columns=columns)
    table.insert(0, UNIT, np.repeat(np.array(names, dtype=object), lengths))
    table.insert(1, CYCLE, np.concatenate([np.arange(1, length + 1) for length in lengths]))
    return table


def _with_gaps(table: pd.DataFrame, share: float, generator: np.random.Generator) -> pd.DataFrame:
    """Take out runs of rows, so that about `share` of them are missing; each unit keeps its first and last."""
    starts = np.flatnonzero(generator.random(len(table)) < share / _OUTAGE)
    missing = np.zeros(len(table), dtype=bool)
    for start, length in zip(starts, generator.geometric(1 / _OUTAGE, len(starts)), strict=True):
        missing[start : start + length] = True
    ends = ~table.duplicated(UNIT, keep="first") | ~table.duplicated(UNIT, keep="last")
    return table[~missing | ends.to_numpy()].reset_index(drop=True)
