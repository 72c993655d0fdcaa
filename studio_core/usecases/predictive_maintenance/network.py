"""Training the perceptrons with torch: all members at once, each on its own folds of the units."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import torch
from threadpoolctl import threadpool_limits
from torch.nn.functional import silu

from studio_core.usecases.predictive_maintenance.perceptrons import Network

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Schedule:
    """How the networks are trained; chosen by unit-wise cross-validation on C-MAPSS train, never on test."""

    hidden: tuple[int, ...] = (128, 64)
    steps: int = 2000
    batch: int = 512
    rate: float = 1e-2
    decay: float = 0.1


def choose_device(wish: str) -> torch.device:
    """Return the device to train on: "auto" takes a GPU where there is one."""
    if wish == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    return torch.device(wish)


@contextmanager
def limited_threads(count: int | None) -> Iterator[None]:
    """Compute with at most `count` threads inside the block, in torch and scikit-learn alike; None changes nothing."""
    before = torch.get_num_threads()
    with threadpool_limits(count):
        torch.set_num_threads(min(count or before, before))
        try:
            yield
        finally:
            torch.set_num_threads(before)


def fit_network(
    features: NDArray[np.float32],
    target: NDArray[np.float32],
    members: Sequence[NDArray[np.int64]],
    schedule: Schedule,
    *,
    seed: int,
    device: torch.device,
    mixed: bool,
    advance: Callable[[float], None],
) -> Network:
    """Train one perceptron per entry of `members`, all in the same matrix products.

    Parameters
    ----------
    features, target
        Shape (rows, features), and the share of the cap that remains, shape (rows,).
    members
        The rows each member may learn from.
    mixed
        Compute in bfloat16 where that is safe.
    advance
        Told the share that is done, 0 to 1; what it raises ends the training.

    """
    mean, scale = features.mean(axis=0), features.std(axis=0)
    scale = np.where(scale > 1e-6, scale, 1.0).astype("float32")
    trainer = _Trainer((features - mean) / scale, target, members, schedule, seed, device, mixed)
    weights, biases = trainer.train(advance)
    return Network(mean, scale, weights, biases)


class _Trainer:
    """The state of one training: data and weights on the device, AdamW under a one-cycle schedule."""

    def __init__(
        self,
        features: NDArray[np.float32],
        target: NDArray[np.float32],
        members: Sequence[NDArray[np.int64]],
        schedule: Schedule,
        seed: int,
        device: torch.device,
        mixed: bool,
    ) -> None:
        self.device = device
        self.mixed = mixed
        self.schedule = schedule
        # Drawn on the CPU, so that a GPU sees the same batches and starting weights.
        self.generator = torch.Generator().manual_seed(seed)
        self.features = torch.from_numpy(features).to(device)
        self.target = torch.from_numpy(target).to(device)
        self.members = [torch.from_numpy(rows) for rows in members]
        sizes = [features.shape[1], *schedule.hidden, 1]
        self.weights = [self._weight(count, after) for count, after in pairwise(sizes)]
        self.biases = [torch.zeros(len(members), 1, after, device=device, requires_grad=True) for after in sizes[1:]]
        groups = [
            {"params": self.weights, "weight_decay": schedule.decay},
            {"params": self.biases, "weight_decay": 0.0},
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=schedule.rate)
        self.scheduler = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, schedule.rate, total_steps=schedule.steps + 1
        )

    def _weight(self, before: int, after: int) -> torch.Tensor:
        drawn = torch.randn(len(self.members), before, after, generator=self.generator) * (2 / before) ** 0.5
        weight: torch.Tensor = drawn.to(self.device).requires_grad_()
        return weight

    def train(
        self, advance: Callable[[float], None]
    ) -> tuple[tuple[NDArray[np.float32], ...], tuple[NDArray[np.float32], ...]]:
        for step in range(self.schedule.steps):
            drawn = [
                rows[torch.randint(len(rows), (self.schedule.batch,), generator=self.generator)]
                for rows in self.members
            ]
            self._learn(torch.stack(drawn).to(self.device))
            if step % 10 == 0:
                advance(step / self.schedule.steps)
        advance(1.0)
        return tuple(map(_array, self.weights)), tuple(map(_array, self.biases))

    def _learn(self, rows: torch.Tensor) -> None:
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.mixed):
            predicted = self._forward(self.features[rows])
        loss = ((predicted.float() - self.target[rows]) ** 2).mean(dim=1).sum()
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimizer.step()
        self.scheduler.step()

    def _forward(self, hidden: torch.Tensor) -> torch.Tensor:
        for layer, (weight, bias) in enumerate(zip(self.weights, self.biases, strict=True)):
            hidden = torch.baddbmm(bias, hidden, weight)
            if layer < len(self.weights) - 1:
                hidden = silu(hidden)
        predicted: torch.Tensor = hidden.squeeze(-1)
        return predicted


def _array(tensor: torch.Tensor) -> NDArray[np.float32]:
    array: NDArray[np.float32] = tensor.detach().cpu().numpy()
    return array
