"""The sequence member: a patch transformer on the readings themselves, with no window features in between.

Nie, Nguyen, Sinthong, Kalagnanam: A Time Series is Worth 64 Words (PatchTST), ICLR 2023, as built by transformers from
a configuration; nothing is downloaded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from studio_core.data.contract import CYCLE
from studio_core.usecases.predictive_maintenance.features import BEGINNING, beginnings, unit_rows

if TYPE_CHECKING:
    import pandas as pd
    import torch
    from numpy.typing import NDArray

    from studio_core.usecases.predictive_maintenance.features import Normaliser

    Array = NDArray[np.float64]
    Values = NDArray[np.float32]
    Rows = NDArray[np.int64]

# Rows per step where nothing is learnt; bounds the memory.
_CHUNK = 2048


@dataclass(frozen=True)
class SequenceSchedule:
    """How the sequence member is built and trained; chosen by unit-wise cross-validation on C-MAPSS train."""

    directions: int = 5
    context: int = 48
    patch: int = 12
    width: int = 32
    layers: int = 2
    steps: int = 300
    batch: int = 128
    rate: float = 5e-3


@dataclass(frozen=True)
class Directions:
    """The few directions in which normalised readings move together, by principal components of the training rows.

    Attributes
    ----------
    matrix
        Shape (sensors, directions), scaled so that each direction has a standard deviation of one.

    """

    matrix: Array

    @classmethod
    def fit(cls, readings: Array, count: int) -> Directions:
        """Find at most `count` directions."""
        _, _, directions = np.linalg.svd(np.cov(readings.T).reshape(readings.shape[1], -1))
        matrix = directions[:count].T
        return cls(matrix / np.maximum((readings @ matrix).std(axis=0), 1e-6))


class Windows:
    """The last cycles before each row: movement since the unit's own beginning, per direction, and the age.

    Parameters
    ----------
    histories
        Sorted by unit and cycle.

    """

    def __init__(self, histories: pd.DataFrame, normaliser: Normaliser, directions: Directions, context: int) -> None:
        readings = normaliser(histories)
        self.context = context
        self.starts = np.zeros(len(histories), dtype="int64")
        self.beginning = np.empty_like(readings)
        for rows in unit_rows(histories):
            self.starts[rows] = rows.start
            self.beginning[rows] = beginnings(readings[rows], BEGINNING)
        self.beginning = (self.beginning @ directions.matrix).astype("float32")
        self.readings = (readings @ directions.matrix).astype("float32")
        self.age = histories[CYCLE].to_numpy(dtype="float32") / 100

    @property
    def channels(self) -> int:
        """Directions and age."""
        return int(self.readings.shape[1]) + 1

    def __call__(self, rows: Rows) -> Values:
        """Return the windows that end at `rows`, shape (rows, context, channels); zero before a unit's first row."""
        index = rows[:, None] + np.arange(1 - self.context, 1)
        inside = index >= self.starts[rows][:, None]
        index = np.maximum(index, self.starts[rows][:, None])
        moved = self.readings[index] - self.beginning[rows][:, None]
        seen: Values = np.concatenate([moved, self.age[index][..., None]], axis=2) * inside[..., None].astype("float32")
        return seen


@dataclass(frozen=True)
class Sequences:
    """Several trained patch transformers.

    Attributes
    ----------
    states
        The parameters of each, as plain arrays by name.

    """

    directions: Directions
    schedule: SequenceSchedule
    states: tuple[Mapping[str, Values], ...]

    def windows(self, histories: pd.DataFrame, normaliser: Normaliser) -> Windows:
        """Return what the transformers see of `histories`."""
        return Windows(histories, normaliser, self.directions, self.schedule.context)

    @cached_property
    def _modules(self) -> list[torch.nn.Module]:
        import torch  # noqa: PLC0415 - only where a model has this member

        channels = self.directions.matrix.shape[1] + 1
        modules = [build(self.schedule, channels) for _ in self.states]
        for module, state in zip(modules, self.states, strict=True):
            module.load_state_dict({name: torch.tensor(array) for name, array in state.items()})
        return modules

    def predict(self, windows: Windows, rows: Rows, member: int | None = None) -> Values:
        """Return the share of the cap that remains, shape (members, rows), or (1, rows) for one `member`."""
        import torch  # noqa: PLC0415 - only where a model has this member

        chosen = self._modules if member is None else [self._modules[member]]
        parts = np.array_split(rows, max(1, -(-len(rows) // _CHUNK)))
        with torch.inference_mode():
            found = [
                torch.cat([_forward(module.eval(), torch.from_numpy(windows(part))) for part in parts])
                for module in chosen
            ]
        return torch.stack(found).numpy()


def build(schedule: SequenceSchedule, channels: int) -> torch.nn.Module:
    """Return an untrained patch transformer with one output."""
    from transformers import PatchTSTConfig, PatchTSTForRegression  # noqa: PLC0415 - seconds, and rarely needed

    configuration = PatchTSTConfig(
        num_input_channels=channels,
        context_length=schedule.context,
        patch_length=schedule.patch,
        patch_stride=schedule.patch,
        d_model=schedule.width,
        ffn_dim=2 * schedule.width,
        num_hidden_layers=schedule.layers,
        num_attention_heads=4,
        pooling_type="mean",
        scaling=None,
        loss="mse",
        num_targets=1,
    )
    module: torch.nn.Module = PatchTSTForRegression(configuration)
    return module


def fit_sequence(
    windows: Windows,
    target: Values,
    rows: Rows,
    seen: Rows,
    schedule: SequenceSchedule,
    *,
    seed: int,
    device: torch.device,
    mixed: bool,
    advance: Callable[[float], None],
) -> dict[str, Values]:
    """Train one patch transformer and return its parameters.

    Parameters
    ----------
    target, rows
        The share of the cap that remains, and the row of `windows` it belongs to, shape (labelled rows,).
    seen
        Which of these it may learn from.
    mixed
        Compute in bfloat16 where that is safe.
    advance
        Told the share that is done, 0 to 1; what it raises ends the training.

    """
    import torch  # noqa: PLC0415 - as above

    # The library draws its first weights from the global generator, which belongs to the caller.
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        module = build(schedule, windows.channels).to(device).train()
    generator = np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(module.parameters(), lr=schedule.rate, weight_decay=0.01)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, schedule.rate, total_steps=schedule.steps + 1)
    for step in range(schedule.steps):
        drawn = generator.choice(seen, schedule.batch)
        inputs = torch.from_numpy(windows(rows[drawn])).to(device)
        with torch.autocast(device.type, torch.bfloat16, enabled=mixed):
            predicted = _forward(module, inputs)
        loss = ((predicted.float() - torch.from_numpy(target[drawn]).to(device)) ** 2).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        scheduler.step()
        if step % 10 == 0:
            advance(step / schedule.steps)
    return {name: tensor.detach().cpu().numpy() for name, tensor in module.state_dict().items()}


def _forward(module: torch.nn.Module, inputs: torch.Tensor) -> torch.Tensor:
    answer: Any = module(past_values=inputs)
    predicted: torch.Tensor = answer.regression_outputs[:, 0]
    return predicted
